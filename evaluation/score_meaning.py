"""Hard short texts about what a statement means in, how many the product gets wholly right out.

``python -m evaluation.score_meaning [FILE...] [--part PART] [--json]`` reads JSON Lines, by default every
file of ``evaluation/meaning``. A case has ``id``, ``part``, ``why`` (what is hard), ``text``, ``published``
and ``expected``; words stand exactly so, and once, in the text. Which fields are judged:

- ``speakers``, for each entry: the statement whose content holds the entry's ``content`` has one of the
  names (``null``: no name) and the type; the role too where it is given;
- ``acts``: the act of that statement; where ``about`` is given, half of the characters are common;
- ``figures``: the whole list, in order: bounds, hedge, measure, who gives it, the text of its whole;
- ``dates``: the whole list, in order: the value; and ``said``, days of speaking;
- ``votes``: the whole list: body, counts, rule, outcome, and whether the rule gives it (where not null).

A case is right if all of it is. A statement that was not found makes its entry wrong.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import counterclaim
from counterclaim.records import Extraction, Figure, Statement, Vote
from evaluation.names import plain, same_name

CASES = Path(__file__).parent / "meaning"
PARTS = ("speakers", "acts", "figures", "dates", "votes")
HALF = 0.5


class Verdict(NamedTuple):
    """What became of one case; ``wrong`` says what differs, in words, and is empty for a right one."""

    case: dict[str, Any]
    wrong: list[str]


def read_cases(file: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def run_case(case: dict[str, Any]) -> Verdict:
    """One case against the product."""
    extraction = counterclaim.extract(case["text"], published=case["published"])
    return Verdict(case, _JUDGES[case["part"]](case, extraction))


def _at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _holder(case: dict[str, Any], extraction: Extraction, words: str) -> Statement | None:
    """The innermost statement whose content holds at least half of ``words``."""
    start, end = _at(case["text"], words)

    def shared(statement: Statement) -> int:
        return sum(max(0, min(b, end) - max(a, start)) for a, b in statement.content)

    held = [s for s in extraction.statements if shared(s) >= HALF * (end - start)]
    return min(held, key=lambda s: sum(b - a for a, b in s.content), default=None)


def _speakers(case: dict[str, Any], extraction: Extraction) -> list[str]:
    wrong = []
    for entry in case["expected"]:
        statement = _holder(case, extraction, entry["content"])
        if statement is None:
            wrong.append(f"no statement holds {entry['content']!r}")
            continue
        speaker = statement.speaker
        if not any(same_name(speaker.name, name) for name in entry["name"]):
            wrong.append(f"{speaker.name!r} instead of {entry['name']}")
        elif entry["type"] and speaker.type != entry["type"]:
            wrong.append(f"{speaker.name!r} is {speaker.type} instead of {entry['type']}")
        elif entry.get("role") and not any(same_name(speaker.role, role) for role in entry["role"]):
            wrong.append(f"role {speaker.role!r} instead of {entry['role']}")
    return wrong


def _acts(case: dict[str, Any], extraction: Extraction) -> list[str]:
    wrong = []
    for entry in case["expected"]:
        statement = _holder(case, extraction, entry["content"])
        if statement is None:
            wrong.append(f"no statement holds {entry['content']!r}")
        elif statement.act != entry["act"]:
            wrong.append(f"{statement.act} instead of {entry['act']}")
        elif entry["about"]:
            start, end = _at(case["text"], entry["about"])
            found = {i for a, b in statement.about for i in range(a, b)}
            gold = set(range(start, end))
            if len(found & gold) < HALF * len(found | gold):
                wrong.append(f"about {[case['text'][a:b] for a, b in statement.about]} instead of {entry['about']!r}")
    return wrong


def _figures(case: dict[str, Any], extraction: Extraction) -> list[str]:
    names = {figure.id: figure.text for figure in extraction.figures}

    def differs(figure: Figure, entry: dict[str, Any]) -> str:
        for field in ("low", "high", "approximate", "measure"):
            if getattr(figure, field) != entry[field]:
                return f"{figure.text!r}: {field} {getattr(figure, field)} instead of {entry[field]}"
        if not any(same_name(figure.by, name) for name in entry["by"]):
            return f"{figure.text!r}: by {figure.by!r} instead of {entry['by']}"
        whole = names.get(figure.part_of or "")
        if (whole or "") not in (entry["part_of"] or "") or (whole is None) != (entry["part_of"] is None):
            return f"{figure.text!r}: part of {whole!r} instead of {entry['part_of']!r}"
        return ""

    return _listed([f.text for f in extraction.figures], extraction.figures, case["expected"], differs)


def _dates(case: dict[str, Any], extraction: Extraction) -> list[str]:
    wrong = _listed(
        [d.text for d in extraction.dates],
        extraction.dates,
        case["expected"],
        lambda found, entry: (
            "" if found.value == entry["value"] else f"{found.text!r}: {found.value}, {entry['value']}"
        ),
    )
    for entry in case.get("said", ()):
        statement = _holder(case, extraction, entry["content"])
        if statement is None or statement.said_on != entry["value"]:
            wrong.append(f"said on {statement.said_on if statement else None} instead of {entry['value']}")
    return wrong


def _votes(case: dict[str, Any], extraction: Extraction) -> list[str]:
    def differs(vote: Vote, entry: dict[str, Any]) -> str:
        for field in ("yes", "no", "abstain", "absent", "passed"):
            if getattr(vote, field) != entry[field]:
                return f"{field} {getattr(vote, field)} instead of {entry[field]}"
        if not _loosely(vote.body, entry["body"]):
            return f"body {vote.body!r} instead of {entry['body']}"
        if not _loosely(vote.rule, entry["rule"] or [None]):
            return f"rule {vote.rule!r} instead of {entry['rule']}"
        agrees = vote.check.agrees if vote.check else None
        if entry["agrees"] is not None and agrees != entry["agrees"]:
            return f"agrees {agrees} instead of {entry['agrees']}"
        return ""

    spans = [case["text"][slice(*vote.span)] for vote in extraction.votes]
    return _listed(spans, extraction.votes, case["expected"], differs)


def _loosely(found: str | None, allowed: list[str | None]) -> bool:
    """Whether one of the allowed wordings holds the found one, or the other way round."""
    return any(
        same_name(found, one) or (found and one and (plain(found) in plain(one) or plain(one) in plain(found)))
        for one in allowed
    )


def _listed(
    names: list[str], found: Iterable[Any], expected: list[Any], differs: Callable[[Any, Any], str]
) -> list[str]:
    """What differs between a found and an expected list of equal order."""
    found = list(found)
    if len(found) != len(expected):
        return [f"{len(found)} found {names}, {len(expected)} expected"]
    return [words for one, entry in zip(found, expected, strict=True) if (words := differs(one, entry))]


_JUDGES: dict[str, Callable[[dict[str, Any], Extraction], list[str]]] = {
    "speakers": _speakers,
    "acts": _acts,
    "figures": _figures,
    "dates": _dates,
    "votes": _votes,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--json", action="store_true", help="counts as JSON, without the mistakes")
    options = parser.parse_args()
    for file in options.files or sorted(CASES.glob("*.jsonl")):
        verdicts = [run_case(case) for case in read_cases(file) if options.part in (None, case["part"])]
        count = Counter(verdict.case["part"] for verdict in verdicts)
        right = Counter(verdict.case["part"] for verdict in verdicts if not verdict.wrong)
        if options.json:
            print(json.dumps({file.stem: {part: [right[part], count[part]] for part in PARTS if count[part]}}))
            continue
        for verdict in verdicts:
            if verdict.wrong:
                print(f"{verdict.case['id']} ({verdict.case['why']}): {'; '.join(verdict.wrong)}")
        print(f"{file.stem}: {right.total()} of {count.total()}", dict(right), "\n")


if __name__ == "__main__":
    main()
