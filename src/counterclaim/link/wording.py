"""Words in, their stems and weights out: the fixed table that propositions are compared with.

How rare a word is and whether it is a name are counted once over a large body of news and shipped
(``weights/words.npz``), never over a case: adding an article must not change what two others are
to one another.
"""

import re
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np

from counterclaim.link.encoder import SHIPPED, Bytes, Floats, card, checked

WORD = re.compile(r"[^\W\d_]+(?:[’'.\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_IRREGULAR = {
    form: base
    for base, forms in {
        "die": "died dies dying dead death deaths deadly",
        "kill": "killed kills killing killings killer",
        "shoot": "shot shoots shooting shootings",
        "say": "said says saying",
        "tell": "told tells",
        "go": "went gone goes",
        "find": "found finds",
        "give": "gave given",
        "take": "took taken",
        "know": "knew known knows",
        "hold": "held",
        "leave": "left leaves",
        "lose": "lost loses loss losses",
        "break": "broke broken breaks",
        "hit": "hits hitting",
        "build": "built",
        "buy": "bought",
        "sell": "sold sale sales",
        "send": "sent",
        "bring": "brought",
        "begin": "began begun",
        "speak": "spoke spoken speech",
        "steal": "stole stolen theft",
        "fall": "fell fallen",
        "rise": "rose risen",
        "fight": "fought",
        "flee": "fled",
        "make": "made",
        "meet": "met meeting meetings",
        "pay": "paid payment payments",
        "win": "won winning",
        "write": "wrote written",
        "see": "saw seen",
        "wound": "wounded wounds",
        "injure": "injured injuries injury injuring",
        "arrest": "arrested arrests",
        "resign": "resigned resignation resigns resigning",
        "decide": "decision decisions decided",
        "investigate": "investigation investigations investigated investigating investigator investigators",
        "explode": "explosion explosions exploded blast blasts",
        "warn": "warned warning warnings warns",
        "elect": "election elections elected electoral",
        "withdraw": "withdrew withdrawn withdrawal",
        "agree": "agreed agrees agreement agreements agreeing",
        "use": "used uses using",
        "attack": "attacked attacks attacker attackers attacking",
        "protest": "protests protester protesters protested",
        "threat": "threaten threatened threatens threats",
        "deny": "denial denials",
        "accuse": "accusation accusations",
        "allege": "allegation allegations allegedly",
        "admit": "admission",
        "refuse": "refusal",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
    }.items()
    for form in (base, *forms.split())
}
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")
_STOP = """
a an the this that these those such some any each every all both either neither no not nor and or but if then than so as
at by for from in into of off on onto out over to up upon with within without about above after again against among
around because before behind below between beyond during under until while through toward towards i me my mine we us our
ours you your yours he him his she her hers it its they them their theirs who whom whose which what when where why how
there here be am is are was were been being have has had having do does did doing will would shall should can could may
might must ought let's lets also just only very too more most much many few less least own same other another one once
ever never yet still already even though although however whether said say told tell ask asked says like well now n't
don doesn didn isn wasn aren weren wouldn couldn won hasn haven hadn s t re ve ll d m according really quite rather per
via etc mr mrs ms dr
"""
STOP = frozenset(_STOP.split())
"""Words that carry no meaning of their own, or stand in any report of speech."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word in lower case without the endings of number, tense and possession; crude, and the same everywhere."""
    word = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base == word or len(base) < 3 or (ending == "s" and base[-1] in "su") or not re.search("[aeiouy]", base):
            continue
        if ending in ("ied", "ies"):
            return base + "y"
        if ending == "es" and not base.endswith(("s", "x", "z", "ch", "sh")):
            base = base + "e"
        if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lse":
            base = base[:-1]
        return _IRREGULAR.get(base, base.removesuffix("e") if len(base) > 3 else base)
    return word.removesuffix("e") if len(word) > 3 else word


class Table(NamedTuple):
    """For every known stem: rarity (natural logarithm of articles over articles with it), and whether it is a name."""

    place: dict[str, int]
    rarity: Floats
    name: Bytes

    def weight(self, word: str) -> float:
        """How rare a stem is; an unknown one is as rare as the rarest."""
        at = self.place.get(word)
        return RAREST if at is None else float(self.rarity[at])

    def is_name(self, word: str) -> bool:
        """Whether a stem stands mostly in capitals inside sentences; an unknown one counts as a name."""
        at = self.place.get(word)
        return at is None or bool(self.name[at])


RAREST = 9.5
"""Rarity of a word that the table lacks: of those that stood in one article of 12,573."""


@cache
def table(folder: Path = SHIPPED) -> Table:
    """The shipped table; raises ModelError if it isn't the one that the card names."""
    content = checked(folder, "words.npz", card(folder))
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        stems = bytes(arrays["stems"]).decode().split("\n")
        return Table({s: i for i, s in enumerate(stems)}, arrays["rarity"].astype(np.float32), arrays["name"])
