"""Compares two scans of the same statements, computed otherwise than in Rust. One JSON line each, in and out."""

import json
import sys
from fractions import Fraction


def score(answer):
    return int(answer) if answer in "12345" else None


def tenths(scores):
    # Halves rounded up, in exact numbers.
    return (Fraction(sum(scores), len(scores)) * 10 + Fraction(1, 2)).__floor__()


def mirror(rows):
    both = [row for row in rows if row["a"] and row["b"]]
    gaps = [row for row in both if row["compare"] == "shared"]
    gaps.sort(key=lambda row: (-abs(row["a"] - row["b"]), -row["importance"]))
    sides = [row for row in both if row["compare"] == "mirror"]
    sides.sort(key=lambda row: (min(row["a"], row["b"]), -row["importance"]))
    topics = [(0, -abs(row["a"] - row["b"]), row) for row in gaps if abs(row["a"] - row["b"]) >= 2]
    topics += [(1, row["a"] + row["b"], row) for row in gaps if max(row["a"], row["b"]) <= 2]
    for row in rows:
        if row["compare"] == "shared" and (row["first"], row["second"]).count("?") == 1 and (row["a"] or row["b"]):
            topics.append((2, row["a"] or row["b"], row))
    topics += [(3, min(row["a"], row["b"]), row) for row in sides if min(row["a"], row["b"]) <= 2]
    topics.sort(key=lambda topic: (topic[0], topic[1], -topic[2]["importance"], topic[2]["place"]))
    return {
        "gaps": [[row["id"], abs(row["a"] - row["b"])] for row in gaps],
        "side_by_side": [row["id"] for row in sides],
        "unscored": [row["id"] for row in rows if not (row["a"] and row["b"])],
        "agenda": [[row["id"], kind] for kind, _, row in topics[:3]],
    }


def again(rows):
    levels = []
    for level in ("strategic", "tactical", "operational", "student"):
        asked = [row for row in rows if row["level"] == level]
        both = [row for row in asked if row["a"] and row["b"]]
        change = None
        if 2 * len(both) > len(asked):
            change = tenths([row["b"] for row in both]) - tenths([row["a"] for row in both])
        levels.append([len(asked), len(both), change])
    return {"levels": levels}


for line in sys.stdin:
    case = json.loads(line)
    rows = []
    for place, (statement, first, second) in enumerate(zip(case["statements"], case["first"], case["second"])):
        rows.append(dict(statement, place=place, first=first, second=second, a=score(first), b=score(second)))
    print(json.dumps({**mirror(rows), **again(rows)}))
