"""Articles for tests of origins: invented copy, quotations found by their marks, speakers by the name behind them."""

import re

from counterclaim.records import Speaker, Statement, new_document, new_statement
from counterclaim.records.links import CaseArticle

WIRE = """\
OSKERRY, March 9 (Halyard) - The harbour board of Oskerry on Monday closed the long pier after divers found \
that four of its iron legs had rusted through below the water line.

Engineers were called on Sunday evening, when a ferry that was leaning against the pier in a gust of wind \
moved it by the width of a hand. Nobody was hurt, and the ferry sailed an hour late.

"The pier will stay shut until every leg has been looked at by somebody who does not work for us," Maren \
Tolliver said. She has led the board since the autumn and had promised a survey in her first week.

The company that painted the pier two years ago, Brandt and Oulie, rejected any blame. "We were paid to paint \
what stands above the water and we painted it," Henrik Oulie said on the telephone from his yard.

Fishermen have tied up in the old basin for now. The board says the basin has room for thirty boats, which is \
about half of those that are registered in the town, and the rest have been asked to sail to Velimost before \
the weekend.

"My nets are on the pier and my boat is not," Tom Farrier said. He has fished from Oskerry for forty years and \
thinks that the town council knew of the rust long before the divers did.

The council denied that. It said a report of last spring, which it will publish on Thursday, speaks of \
scratches in the paint and of nothing else, and that the report was read aloud in a public meeting at the \
time.
"""
REWRITE = """\
For a town that lives by its boats, a closed pier is a closed street, and Oskerry woke up to one this week.

‘The pier will stay shut until every leg has been looked at by somebody who does not work for us,’ Maren \
Tolliver said, and few in the queue at the chandler’s believed that this would be soon.

At the yard where the paint came from the mood was no better. ‘We were paid to paint what stands above the \
water,’ Henrik Oulie said, ‘and we painted it.’

Down at the basin the talk is of nets, of berths and of who will be sent round the headland first. Nobody \
expects the summer boats to wait.
"""
OTHER = """\
The orchard growers of Lower Selwen want a new road to the market in Drusnik, and they have counted every hole \
in the present one to make their point.

"We have lost eleven axles since the thaw and the apples do not grow any harder," Ilse Brandauer said in the \
hall of the growers' union, where a map of the holes covers a whole wall.

The governor's office answered that money for roads goes to bridges first this year, because three of them can \
no longer carry a lorry. A decision on the road is expected after the harvest, it said, when the estimates are \
ready.

Growers who were asked about the bridges shrugged. Most of them cross the river by the ferry at Velimost \
anyway, since it is cheaper than the detour and since the ferryman takes apples for his fare.

The union has given the office until the first of August. After that, its members said, they will drive their \
tractors to the capital, slowly, one behind the other, and on a working day.
"""
FURNITURE = """\
Sign up for our newsletter and get the stories that matter in your inbox every single morning before breakfast.
READ MORE: Seven walks along the coast of Velimost
We use cookies to make this site work and to count our readers. By going on you agree to our privacy policy.
Share this article
Copyright 2024 Skerry Sound Herald. All rights reserved.
"""

_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]|(?<!\w)‘(.+?)’(?!\w)")
_NAMED = re.compile(r"[^\"“‘]{0,20}?([A-Z][a-z]+ [A-Z][a-z]+) said")


def article(
    text: str, publisher: str = "Ostrel Tribune", published: str | None = "2024-03-11", speaker: str | None = None
) -> CaseArticle:
    """An article with its quotations as statements; ``speaker`` overrides who is named behind them."""
    document = new_document(text, publisher=publisher, published=published, published_from=published and "option")
    return CaseArticle(document=document, text=text, statements=tuple(_statements(document.id, text, speaker)))


def _statements(document: str, text: str, speaker: str | None) -> list[Statement]:
    found: list[Statement] = []
    held: list[tuple[int, int]] = []
    name = None
    for match in _QUOTED.finditer(text):
        follows = _NAMED.match(text, match.end())
        if follows or not held or "\n" in text[held[-1][1] : match.start()]:
            found += _made(document, text, held, name)
            held, name = [], follows[1] if follows else None
        held.append(match.span())
    return (
        found + _made(document, text, held, name) if speaker is None else _renamed(document, text, found, held, speaker)
    )


def _made(document: str, text: str, spans: list[tuple[int, int]], name: str | None) -> list[Statement]:
    if not spans:
        return []
    return [
        new_statement(
            document,
            text,
            source=(),
            cue=(),
            content=tuple(spans),
            kind="direct",
            confidence=0.9,
            speaker=Speaker(name=name, type="person"),
        )
    ]


def _renamed(
    document: str, text: str, found: list[Statement], last: list[tuple[int, int]], speaker: str
) -> list[Statement]:
    return [
        statement
        for content in (*(statement.content for statement in found), tuple(last))
        for statement in _made(document, text, list(content), speaker)
    ]
