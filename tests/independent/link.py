"""The link format once more, from docs/formats/link.md alone. Reads JSON lines, writes a link for each."""

import json
import sys
from datetime import date

ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
PLAIN = list("abcdefghijklmnopqrstuvwxyz .,-") + (
    "aa an ar at_ be ch d_ de_ e_ el en en_ er er_ et_ f_ g_ ij in k_ le or pr s_ st t_ th".replace("_", "\0").split()
)
PLAIN = [group.replace("\0", " ") for group in PLAIN]
SHIFTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\n!?:;/()'\"&+%@€ëéïöü’ó"


def number(value, symbols):
    digits = []
    for _ in range(symbols):
        value, digit = divmod(value, 59)
        digits.insert(0, digit)
    assert value == 0
    return digits


def scan(one):
    header = (date.fromisoformat(one["date"]) - date(2026, 1, 1)).days
    header = header << 14 | one["content_version"]
    header = header << 2 | ["quick", "full"].index(one["variant"])
    header = header << 3 | ["po", "vo", "mbo", "hbo"].index(one["sector"])
    header = header << 1 | ["school", "company"].index(one["role"])
    answers = 0
    for answer in one["answers"]:
        answers = answers * 8 + ".12345?-".index(answer)
    symbols = 0
    while 59**symbols < 8 ** len(one["answers"]):
        symbols += 1
    return number(header, 6) + number(answers, symbols)


def text(label):
    symbols = []
    while label:
        for length in (3, 2, 1):
            if label[:length] in PLAIN and len(label) >= length:
                symbols.append(PLAIN.index(label[:length]))
                break
        else:
            length = 1
            if label[0] in SHIFTED:
                symbols += [57, SHIFTED.index(label[0])]
            else:
                symbols += [57, 58] + number(ord(label[0]), 4)
        label = label[length:]
    return symbols


def holds(symbols):
    for weight in (1, 2, 4):
        total = 0
        for symbol in symbols:
            total = (total * weight + symbol) % 59
        if total != 1:
            return False
    return True


def check(symbols):
    # Lagrange: what is still lacking at 1, 2 and 4, as a polynomial of degree two.
    lacking = []
    for weight in (1, 2, 4):
        total = 0
        for symbol in symbols + [0, 0, 0]:
            total = (total * weight + symbol) % 59
        lacking.append((1 - total) % 59)
    found = [0, 0, 0]
    for place, weight in enumerate((1, 2, 4)):
        a, b = [other for other in (1, 2, 4) if other != weight]
        factor = lacking[place] * pow((weight - a) * (weight - b), -1, 59)
        found = [(old + factor * new) % 59 for old, new in zip(found, (1, -(a + b), a * b))]
    assert holds(symbols + found)
    return found


def write(link):
    letter = {"result": "r", "invitation": "m", "both": "b"}[link["kind"]]
    body = [symbol for one in link["scans"] for symbol in scan(one)]
    if link["label"]:
        body += text(link["label"])
        body.append(len(body) % 59)
    body += check([ALPHABET.index(letter), 1] + body)
    return letter + "1-" + "".join(ALPHABET[symbol] for symbol in body)


for line in sys.stdin:
    print(write(json.loads(line)))
