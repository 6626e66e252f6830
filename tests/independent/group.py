"""The statistics of a group by Python's own `statistics`. One JSON line each, in and out.

In: {"statements": [...], "results": [{"quick": false, "answers": "345..."}]}; a quick result answers the quick
statements only."""

import itertools
import json
import statistics
import sys
from fractions import Fraction


def half_up(value):
    return (value + Fraction(1, 2)).__floor__()


def described(values):
    """In fortieths of a point: quartiles and median; the mean difference in hundredths."""
    if not values:
        return [None, None]
    exact = [Fraction(value) for value in values]
    quartiles = statistics.quantiles(exact, n=4, method="inclusive") if len(exact) > 1 else exact * 3
    assert quartiles[1] == statistics.median(exact)
    difference = None
    if len(exact) > 1:
        pairs = [abs(a - b) for a, b in itertools.combinations(exact, 2)]
        difference = half_up(statistics.mean(pairs) * 100)
    quartiles = [quartile * 40 for quartile in quartiles]
    assert all(quartile.denominator == 1 for quartile in quartiles)
    return [[int(quartile) for quartile in quartiles], difference]


def counts(answers):
    answered = [answer for answer in answers if answer != "."]
    share = half_up(Fraction(answered.count("?"), len(answered)) * 1000) if answered else None
    scores = [int(answer) for answer in answers if answer in "12345"]
    return [len(answers), [answers.count(score) for score in "12345"], answers.count("?"), answers.count("-"),
            answers.count("."), share, scores]


def level_score(answers):
    scores = [int(answer) for answer in answers if answer in "12345"]
    if 2 * len(scores) <= len(answers):
        return None
    return Fraction(half_up(Fraction(sum(scores), len(scores)) * 10), 10)


def tally(case):
    answers = {statement["id"]: [] for statement in case["statements"]}
    levels = {level: ([], []) for level in ("strategic", "tactical", "operational", "student")}
    for result in case["results"]:
        asked = [one for one in case["statements"] if one["quick"] or not result["quick"]]
        given = dict(zip([one["id"] for one in asked], result["answers"]))
        for name, answer in given.items():
            answers[name].append(answer)
        for level, (scores, all_answers) in levels.items():
            of_level = [given[one["id"]] for one in asked if one["level"] == level]
            scores.append(level_score(of_level))
            all_answers += of_level
    statements = []
    for name, all_answers in answers.items():
        *numbers, scores = counts(all_answers)
        statements.append([name, numbers, described(scores)])
    found = []
    for level, (scores, all_answers) in levels.items():
        *numbers, _ = counts(all_answers)
        with_score = [score for score in scores if score is not None]
        found.append([level, numbers, described(with_score), len(scores) - len(with_score)])
    return {"results": len(case["results"]), "statements": statements, "levels": found}


for line in sys.stdin:
    print(json.dumps(tally(json.loads(line))))
