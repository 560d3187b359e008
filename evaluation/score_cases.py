"""Short texts with their expected statements in, how many the product gets wholly right out.

``python -m evaluation.score_cases [FILE...] [--json]`` reads JSON Lines, by default every file
of ``evaluation/cases``. One case is

    {"id": "nested-01", "kind": "nested", "text": "...",
     "expected": [{"source": "...", "cue": "...", "content": ["..."], "form": "indirect"}]}

Words stand exactly so in the text. Those that occur more than once are given as
``{"words": "...", "nth": 2}``; an empty source or cue is ``""``. The source is the whole noun
phrase with its apposition, the cue the reporting words (``:`` after a speaker's label); the
content takes in its quotation marks and "that"; addressees are in none. ``form`` is ``direct``
for verbatim words, also where a label, a post or a paragraph gives them without marks.

A case is right if expected and found statements pair one to one with none left over, the
contents of each pair agreeing on at least 80 % of their characters and the sources overlapping
or both empty. Cue and form are not judged.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import counterclaim
from counterclaim.errors import ReadError
from counterclaim.records.spans import Span, Spans, joined, quotes

CASES = Path(__file__).parent / "cases"
PUBLISHED = "2024-05-04"
AGREEMENT = 0.8

Kind = Literal[
    "nested",
    "no-source",
    "speaker-label",
    "interview",
    "tweet",
    "headline",
    "press-release",
    "single-quotes",
    "paragraphs",
    "unbalanced",
    "none",
    "plain",
]
"""What a case puts to the test; ``none`` holds no statement at all, ``plain`` is news prose."""

Form = Literal["direct", "indirect", "mixed"]

KINDS: tuple[Kind, ...] = get_args(Kind)
FORMS: tuple[Form, ...] = get_args(Form)


class Attribution(NamedTuple):
    """One statement as the judge compares it: spans over the text of its case."""

    source: Spans
    cue: Spans
    content: Spans


class Case(NamedTuple):
    """One text and the statements that a careful reader finds in it."""

    id: str
    kind: Kind
    text: str
    expected: tuple[Attribution, ...]


class Verdict(NamedTuple):
    """What became of one case.

    ``missing`` and ``extra`` are what the best pairing leaves over on either side; ``error``
    is why the text could not be read at all, and then the case is wrong whatever is expected.
    """

    case: Case
    missing: tuple[Attribution, ...]
    extra: tuple[Attribution, ...]
    error: str | None = None

    @property
    def right(self) -> bool:
        """Everything expected was found, and nothing else."""
        return not (self.missing or self.extra or self.error)


class Share(NamedTuple):
    """How many of how many cases are right."""

    right: int
    total: int


def occurrences(text: str, words: str) -> list[int]:
    """Where ``words`` begin in ``text``, overlapping ones included."""
    return [i for i in range(len(text) - len(words) + 1) if text.startswith(words, i)]


def locate(text: str, reference: str | dict[str, Any]) -> Span:
    """The span of words that occur once, or of their ``nth`` occurrence (from 1).

    Raises ``ValueError`` if there is no such place or more than one.
    """
    words, nth = (reference, None) if isinstance(reference, str) else (reference["words"], reference["nth"])
    places = occurrences(text, words) if words else []
    if not places:
        raise ValueError(f"{words!r} does not occur in {text!r}")
    if nth is None and len(places) > 1:
        raise ValueError(f"{words!r} occurs {len(places)} times in {text!r}: say which by nth")
    if nth is not None and not 1 <= nth <= len(places):
        raise ValueError(f"{words!r} occurs {len(places)} times in {text!r}, not {nth}")
    start = places[(nth or 1) - 1]
    return start, start + len(words)


def attribution(text: str, row: dict[str, Any]) -> Attribution:
    """One expected statement with its words located; raises ``ValueError`` as ``locate`` does."""
    if not row["content"]:
        raise ValueError(f"a statement without content in {text!r}")
    if row["form"] not in FORMS:
        raise ValueError(f"unknown form {row['form']!r}")
    source, cue = ((locate(text, row[part]),) if row[part] else () for part in ("source", "cue"))
    return Attribution(source, cue, tuple(locate(text, words) for words in row["content"]))


def read_case(line: str) -> Case:
    """One line of a file; raises ``ValueError`` that names the case if it is not well formed."""
    row = json.loads(line)
    if row["kind"] not in KINDS:
        raise ValueError(f"{row['id']}: unknown kind {row['kind']!r}")
    try:
        expected = tuple(attribution(row["text"], item) for item in row["expected"])
    except ValueError as error:
        raise ValueError(f"{row['id']}: {error}") from None
    return Case(row["id"], row["kind"], row["text"], expected)


def read_cases(file: Path) -> list[Case]:
    """All cases of a file in its order."""
    return [read_case(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def characters(text: str, spans: Spans) -> set[int]:
    """The offsets of all characters in ``spans`` that are no space."""
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def content_iou(text: str, one: Spans, other: Spans) -> float:
    """Characters in both contents as a share of the characters in either; spaces left out."""
    first, second = characters(text, one), characters(text, other)
    return len(first & second) / len(first | second) if first | second else 1.0


def sources_agree(text: str, one: Spans, other: Spans) -> bool:
    """Whether two sources share a character, or both are empty."""
    first, second = characters(text, one), characters(text, other)
    return bool(first & second) or not (first or second)


def agree(text: str, one: Attribution, other: Attribution) -> bool:
    """Whether both are the same statement as far as the judge can tell."""
    enough = content_iou(text, one.content, other.content) >= AGREEMENT
    return enough and sources_agree(text, one.source, other.source)


def pair(text: str, expected: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    """The largest one-to-one pairing of agreeing statements: index of found by index of expected."""
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        """Find a partner for ``expected[i]``, moving earlier ones to other partners if need be."""
        for j in range(len(found)):
            if j not in tried and agree(text, expected[i], found[j]):
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in range(len(expected)):
        place(i, set())
    return {i: j for j, i in taken.items()}


def judge(case: Case, found: Sequence[Attribution]) -> Verdict:
    """The case's verdict on the statements that were found in its text."""
    partners = pair(case.text, case.expected, found)
    missing = tuple(item for i, item in enumerate(case.expected) if i not in partners)
    extra = tuple(item for j, item in enumerate(found) if j not in partners.values())
    return Verdict(case, missing, extra)


def run_case(case: Case) -> Verdict:
    """The verdict on what the product finds in the case's text."""
    try:
        found = counterclaim.extract(case.text, published=PUBLISHED).statements
    except ReadError as error:
        return Verdict(case, case.expected, (), str(error))
    return judge(case, [Attribution(s.source, s.cue, s.content) for s in found])


def shares(verdicts: Iterable[Verdict]) -> dict[str, Share]:
    """Right and total by kind, in the order of ``KINDS``; kinds without cases are left out."""
    by_kind: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    for verdict in verdicts:
        by_kind[verdict.case.kind].append(verdict.right)
    return {kind: Share(sum(rights), len(rights)) for kind, rights in by_kind.items() if rights}


def overall(by_kind: dict[str, Share]) -> Share:
    """Right and total over all kinds."""
    return Share(sum(s.right for s in by_kind.values()), sum(s.total for s in by_kind.values()))


def readable(text: str, item: Attribution) -> str:
    """One statement in one line: source | cue | contents."""
    parts = (joined(text, item.source), joined(text, item.cue), " ... ".join(quotes(text, item.content)))
    return " | ".join(" ".join(part.split()) or "(none)" for part in parts)


def explanation(verdict: Verdict) -> str:
    """A failure for people: the text, then what was expected and missing, and what was found instead."""
    text = verdict.case.text
    lines = [f"{verdict.case.id}: {' / '.join(filter(None, text.splitlines()))}"]
    lines += [f"    missing  {readable(text, item)}" for item in verdict.missing]
    lines += [f"    extra    {readable(text, item)}" for item in verdict.extra]
    if verdict.error:
        lines.append(f"    unread   {verdict.error}")
    return "\n".join(lines)


def report(verdicts: Sequence[Verdict]) -> str:
    """Failures first, then right and total by kind, then the overall share."""
    by_kind = shares(verdicts)
    right, total = overall(by_kind)
    lines = [explanation(verdict) for verdict in verdicts if not verdict.right]
    lines += ["", *(f"{kind:14} {share.right:3}/{share.total}" for kind, share in by_kind.items())]
    lines.append(f"{'all':14} {right:3}/{total}  {right / max(total, 1):.3f}")
    return "\n".join(lines)


def as_json(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """The same as data: ``kinds``, ``all``, and ``failures`` with their statements as spans."""
    by_kind = shares(verdicts)
    right, total = overall(by_kind)
    failures = [
        {
            "id": verdict.case.id,
            "kind": verdict.case.kind,
            "missing": [item._asdict() for item in verdict.missing],
            "extra": [item._asdict() for item in verdict.extra],
            "error": verdict.error,
        }
        for verdict in verdicts
        if not verdict.right
    ]
    return {
        "kinds": {kind: share._asdict() for kind, share in by_kind.items()},
        "all": {"right": right, "total": total, "share": round(right / max(total, 1), 4)},
        "failures": failures,
    }


def main() -> None:
    """Score the files given, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="cases as JSON Lines")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    files = args.files or sorted(CASES.glob("*.jsonl"))
    verdicts = [run_case(case) for file in files for case in read_cases(file)]
    print(json.dumps(as_json(verdicts), indent=2) if args.json else report(verdicts))


if __name__ == "__main__":
    main()
