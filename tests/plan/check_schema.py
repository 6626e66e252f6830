"""Checks a JSON file against a JSON Schema."""
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

schema, value = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
Draft202012Validator.check_schema(schema)
Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(value)
