"""The roll calls of the UN General Assembly in, how many outcomes the voting rules give rightly out.

``python -m evaluation.un_votes``. The data has counts and a description but no outcome, so an outcome is taken as
told only where the record itself says it: the description ends with "adopted by the General Assembly" (stated), or
the vote is on a whole text that carries the number of a resolution, which only adopted texts get (numbered). Votes
on amendments, paragraphs and motions, and those numbered by page of the record, are left out. All outcomes that
can be told are adoptions: the check can show a rule to be too strict, hardly to be too lax.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from counterclaim.resolve.voting import important_question, simple_majority, two_thirds
from evaluation.shared import DATA

FILE = DATA / "un_votes" / "roll_calls.csv"
Told = Literal["stated", "numbered", "part", "speech", "no number"]

_STATED = re.compile(r"\badopted by the General Assembly\b|: resolution ?/ ?adopted\b", re.IGNORECASE)
_PART = re.compile(
    r"\bamend(?:s|ed|ing|ments?)?\b(?!.{0,20}\bcharter)|\bop(?:er(?:ative)?)?\.? para|\bpreamb|\bparag\b|"
    r"\bparag?(?:raph)?s?\b\.? ?\(?[\divx]|\bmotion\b|\bseparate(?:ly)? vot|\bwords?\b|\bdelet|"
    r"\bsection [ivx]+\b|\bno action\b|\badjourn|\bpostpon|\brule \d",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"^The (?:Acting )?President\b|\bI (?:shall )?(?:now )?put to the vote\b")
_NUMBER = re.compile(r"(?:A/RES/|R/)(?P<session>\d+)/(?P<number>\d+)(?P<letter>[A-Z]?)")
FIRST_PLAIN, FIRST_LETTERED = 21, 31
"""First sessions whose numbers are those of resolutions: before the 21st they are pages of the record, and before
the 31st a letter only counts the votes on one text (all votes that were lost in sessions 22 to 30 show it)."""


class RollCall(NamedTuple):
    """A vote of the Assembly: day, number, what was voted on, counts."""

    date: str
    resolution: str
    words: str
    yes: int
    no: int


def roll_calls() -> Iterable[RollCall]:
    """The 6,203 roll calls in the order of the file."""
    csv.field_size_limit(sys.maxsize)
    with FILE.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            words = f"{row['short']}. {row['description']}"
            yield RollCall(row["date"], row["resolution"], words, int(row["yes"]), int(row["no"]))


def told(call: RollCall) -> Told:
    """How the record tells that the text was adopted, or why it doesn't."""
    if _SPEECH.search(call.words.lstrip(". ")):
        return "speech"
    if _STATED.search(call.words):
        return "stated"
    if _PART.search(call.words):
        return "part"
    number = _NUMBER.fullmatch(call.resolution)
    session = int(number["session"]) if number else 0
    if number is None or session < (FIRST_LETTERED if number["letter"] else FIRST_PLAIN):
        return "no number"
    return "numbered"


def main() -> None:
    calls = [(call, told(call)) for call in roll_calls()]
    kinds = Counter(kind for _, kind in calls)
    print(f"{len(calls)} roll calls")
    for kind in ("stated", "numbered", "part", "speech", "no number"):
        print(f"  {kind:10} {kinds[kind]:5}")
    print(f"\n{'told by':10} {'question':10} {'adopted':>8} {'simple':>8} {'two-thirds':>11}")
    missed: list[tuple[RollCall, bool]] = []
    for kind in ("stated", "numbered"):
        for important in (False, True):
            group = [call for call, how in calls if how == kind and important_question(call.words) == important]
            simple = sum(simple_majority(call.yes, call.no).passed for call in group)
            thirds = sum(two_thirds(call.yes, call.no).passed for call in group)
            name = "important" if important else "other"
            print(f"{kind:10} {name:10} {len(group):8} {simple:8} {thirds:11}")
            missed += [(call, important) for call in group if not two_thirds(call.yes, call.no).passed]
    print("\nadopted without two thirds of those voting (* by words an important question; ! without a majority):")
    for call, important in sorted(missed, key=lambda item: item[0].yes / max(item[0].yes + item[0].no, 1)):
        mark = "!" if not simple_majority(call.yes, call.no).passed else "*" if important else " "
        print(f"{mark} {call.date} {call.resolution:12} {call.yes:3}-{call.no:<3} {call.words.strip('. ')[:70]}")


if __name__ == "__main__":
    main()
