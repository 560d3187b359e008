"""Words in, the classes by which figures are told apart out: groups of people, kinds of event, wide names."""

import re

_GROUPS = {
    "people": "people person persons dead deaths death fatalities fatality victims victim casualties others lives "
    "them whom those killed injured wounded missing individuals humans injuries patients cases",
    "civilians": "civilians civilian non-combatants noncombatants",
    "children": "children child kids minors infants babies youngsters",
    "women": "women woman girls",
    "men": "men man",
    "teenagers": "teenagers teenager teens teen adolescents youths",
    "soldiers": "soldiers soldier troops servicemen servicemembers personnel infantrymen marines",
    "police": "police policemen policeman officers officer constables deputies deputy troopers",
    "fighters": "militants militant fighters fighter rebels rebel insurgents insurgent gunmen jihadists guerrillas",
    "bodies": "bodies body corpses corpse remains",
    "homes": "homes home houses house dwellings residences",
    "buildings": "buildings building structures",
    "residents": "residents resident inhabitants villagers locals",
}
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_PERSONAL = frozenset({"residents"})
"""Groups that a toll uses for anybody: "12 residents were killed" is a count of people."""
_BARE = frozenset({"member", "members", "staff", "workers", "worker", "team"})
"""Heads that say nothing without the word before them: "crew members", "family members"."""
_NO_NOUN = frozenset({"already", "also", "still", "more", "others", "overnight", "nearby", "alive", "alone", "total"})
"""What can follow a number and is no noun."""
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.)+[A-Za-z]?\b")
_UNIT_WORDS = """
    per cent, us dollar, dollar, euro, pound, pound sterling, yen, rupee, australian dollar, canadian dollar, rouble,
    ruble, yuan, new zealand dollar, hong kong dollar, peso, franc, shekel, krona, naira, crown
"""
UNITS = frozenset(unit.strip() for unit in _UNIT_WORDS.replace("\n", " ").split(","))
"""What a number of ``other`` measure counts where it is a share or a sum of money."""
_HEAD_END = re.compile(r"\b(?:of|in|on|at|from|with|who|that|known|believed|feared|including|to|by|for)\b")
_WORD = re.compile(r"[A-Za-z][\w’'\-]*")
_IRREGULAR = {
    "people": "people",
    "children": "child",
    "men": "man",
    "women": "woman",
    "police": "police",
    "news": "news",
}
_EMPTY_WORDS = """
    the a an and or of in on at to from by for with as is are was were be been had has have that this those
    these it its he she they his her their who which said says say told also more than about some least other
    another all not no one two three four five six seven eight nine ten after before over under up out new into
    there would could will
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())

WEEKDAYS = {"Mon": 0, "Tues": 1, "Wednes": 2, "Thurs": 3, "Fri": 4, "Satur": 5, "Sun": 6}

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        ("shooting", r"shootings?|gunm[ae]n|gunfire|shooters?|opened\s+fire"),
        ("blast", r"explosions?|blasts?|bomb(?:s|ings?|ers?)?|exploded"),
        ("crash", r"crash(?:ed|es)?|collisions?|collided|derail(?:ed|ment)|plane|aircraft|helicopter"),
        ("fire", r"fires?|blazes?|wildfires?|bushfires?"),
        ("flood", r"flood(?:s|ed|ing|waters?)?|dams?|landslides?|mudslides?|monsoon|torrential"),
        ("storm", r"hurricanes?|cyclones?|typhoons?|storms?|tornado(?:es|s)?"),
        ("quake", r"earthquakes?|quakes?|tremors?|tsunamis?|magnitude"),
        ("volcano", r"volcano(?:es)?|eruptions?|erupted"),
        ("attack", r"attack(?:s|ed|ers?)?|air\s?strikes?|raids?|shelling|missiles?|ambush(?:ed)?|stabb(?:ed|ing)s?"),
        ("war", r"war|offensive|front\s?line|invasion|ceasefire|cease-fire|fighting|clashes"),
        ("protest", r"protest(?:s|ers?)?|demonstrat(?:ors?|ions?)|rall(?:y|ies)|riots?|unrest|crackdown|uprising"),
        ("epidemic", r"virus|outbreaks?|epidemic|pandemic|infect(?:ed|ions?)|disease|cholera|ebola|measles"),
        ("collapse", r"collapse[sd]?|caved\s+in"),
        ("sinking", r"capsized?|sank|sunk|shipwreck|drowned"),
        ("crush", r"stampedes?|crush(?:ed)?"),
    )
)
"""What can happen, by the words that tell it; small letters."""

ONGOING = frozenset({"war", "protest", "epidemic"})
"""Happenings that go on: a count "so far" in one of them is a running count of many incidents."""

_WIDE = """
    afghanistan, africa, albania, algeria, america, angola, argentina, armenia, asia, australia, austria,
    azerbaijan, bahrain, bangladesh, belarus, belgium, benin, bolivia, bosnia, botswana, brazil, britain,
    bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa
    rica, croatia, cuba, cyprus, czech republic, denmark, ecuador, egypt, el salvador, england, eritrea,
    estonia, ethiopia, europe, european union, eu, finland, france, gabon, gaza, georgia, germany, ghana, great
    britain, greece, guatemala, guinea, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq,
    ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan,
    laos, latvia, lebanon, liberia, libya, lithuania, madagascar, malawi, malaysia, mali, malta, mauritania,
    mexico, middle east, moldova, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal,
    netherlands, new zealand, nicaragua, niger, nigeria, north korea, northern ireland, norway, oman, pakistan,
    palestine, panama, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, saudi
    arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south
    korea, south sudan, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
    thailand, togo, tunisia, turkey, turkmenistan, u.k, uk, u.s, us, uganda, ukraine, united arab emirates,
    united kingdom, united nations, united states, uruguay, uzbekistan, venezuela, vietnam, wales, west bank,
    yemen, zambia, zimbabwe, washington, london, moscow, beijing, brussels, geneva, new york, white house,
    california, texas, florida, alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware,
    florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
    massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new
    jersey, new mexico, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south
    carolina, south dakota, tennessee, texas, utah, vermont, virginia, west virginia, wisconsin, wyoming,
    england, ontario, quebec, queensland, victoria, new south wales
"""
COUNTRIES = frozenset(name.strip() for name in _WIDE.replace("\n", " ").split(","))
"""Names so wide that many events share them: countries, continents, states, seats from which the world is reported."""


def group_of(what: str | None, measure: str) -> str:
    """The group of people or things that a noun phrase counts: ``people`` for none, else a class or the head noun."""
    head = head_noun(what)
    if head is None:
        return "people"
    group = _GROUP_OF.get(head, singular(head))
    return "people" if group in _PERSONAL and measure != "other" else group


def head_noun(what: str | None) -> str | None:
    """The head of an English noun phrase, small letters: the last word before a preposition or a relative clause."""
    if not what:
        return None
    end = _HEAD_END.search(what)
    phrase = what[: end.start()] if end and end.start() else what
    words = _WORD.findall(_INITIALS.sub("", phrase).lower())
    words = [word for word in words if word not in _NO_NOUN and not word.endswith("ly")]
    # "people stood", "civilians dead": what was caught of the predicate is no head.
    known = [word for word in words if word in _GROUP_OF]
    if known or not words:
        return known[0] if known else what.casefold()
    return " ".join(words[-2:]) if words[-1] in _BARE else words[-1]


def noun_phrase(what: str | None) -> str:
    """A whole noun phrase in one spelling: small letters, singular, without empty words."""
    return " ".join(singular(word) for word in _WORD.findall((what or "").lower()) if word not in _EMPTY)


def singular(word: str) -> str:
    """The singular of an English noun by its regular endings."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def context_words(text: str) -> frozenset[str]:
    """The full words of a stretch of text in the singular, by which two clauses are compared."""
    return frozenset(singular(word) for word in _WORD.findall(text.lower()) if len(word) > 2 and word not in _EMPTY)
