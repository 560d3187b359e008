"""Words for countries in, one key for each country out: "Dutch", "Netherlands" and "The Hague" are one.

A country that the table doesn't know (a region, a province, a state that was founded since) is told by the stem
that its name shares with its adjective: "Tolvaran" and "Tolvara" are both ``tolvar``.
"""

import re
from functools import cache

_TABLE = """
afghanistan: afghan; kabul | albania: albanian; tirana | algeria: algerian; algiers | angola: angolan; luanda
argentina: argentine argentinian; buenos_aires | armenia: armenian; yerevan | australia: australian; canberra
austria: austrian; vienna | azerbaijan: azerbaijani azeri; baku | bahrain: bahraini; manama
bangladesh: bangladeshi; dhaka | belarus: belarusian; minsk | belgium: belgian; | bolivia: bolivian; la_paz
bosnia: bosnian; sarajevo | botswana: batswana; gaborone | brazil: brazilian; brasilia brasília
britain united_kingdom uk: british; london | bulgaria: bulgarian; sofia | burkina_faso: burkinabe; ouagadougou
burundi: burundian; bujumbura | cambodia: cambodian; phnom_penh | cameroon: cameroonian; yaounde yaoundé
canada: canadian; ottawa | chad: chadian; ndjamena | chile: chilean; | china prc: chinese; beijing
colombia: colombian; bogota bogotá | costa_rica: costa_rican; | croatia: croatian croat; zagreb | cuba: cuban; havana
cyprus: cypriot; nicosia | czech_republic czechia: czech; prague | denmark: danish; copenhagen
ecuador: ecuadorian ecuadorean; quito | egypt: egyptian; cairo | el_salvador: salvadoran; | eritrea: eritrean; asmara
estonia: estonian; tallinn | ethiopia: ethiopian; addis_ababa | finland: finnish; helsinki | france: french; paris
gabon: gabonese; libreville | germany: german; berlin | ghana: ghanaian; accra | greece: greek; athens
guatemala: guatemalan; | guinea: guinean; conakry | haiti: haitian; port-au-prince | honduras: honduran; tegucigalpa
hungary: hungarian; budapest | iceland: icelandic; reykjavik | india: indian; new_delhi delhi
indonesia: indonesian; jakarta | iran: iranian; tehran teheran | iraq: iraqi; baghdad | ireland: irish; dublin
israel: israeli; | italy: italian; rome | ivory_coast: ivorian; abidjan | jamaica: jamaican; | japan: japanese; tokyo
jordan: jordanian; amman | kazakhstan: kazakh; astana nur-sultan | kenya: kenyan; nairobi | kosovo: kosovar; pristina
kuwait: kuwaiti; | kyrgyzstan: kyrgyz; bishkek | laos: laotian; vientiane | latvia: latvian; riga
lebanon: lebanese; beirut | liberia: liberian; monrovia | libya: libyan; tripoli | lithuania: lithuanian; vilnius
macedonia north_macedonia: macedonian; skopje | madagascar: malagasy; antananarivo | malawi: malawian; lilongwe
malaysia: malaysian; kuala_lumpur putrajaya | mali: malian; bamako | malta: maltese; valletta
mauritania: mauritanian; nouakchott | mexico: mexican; mexico_city | moldova: moldovan; chisinau
mongolia: mongolian; ulaanbaatar | montenegro: montenegrin; podgorica | morocco: moroccan; rabat
mozambique: mozambican; maputo | myanmar burma: burmese; naypyidaw | namibia: namibian; windhoek
nepal: nepali nepalese; kathmandu | netherlands holland: dutch; the_hague hague | new_zealand: kiwi; wellington
nicaragua: nicaraguan; managua | niger: nigerien; niamey | nigeria: nigerian; abuja | north_korea dprk: ; pyongyang
norway: norwegian; oslo | oman: omani; muscat | pakistan: pakistani; islamabad | palestine: palestinian; ramallah
panama: panamanian; | paraguay: paraguayan; asuncion | peru: peruvian; lima | philippines: philippine filipino; manila
poland: polish; warsaw | portugal: portuguese; lisbon | qatar: qatari; doha | romania: romanian; bucharest
russia russian_federation: russian; moscow | rwanda: rwandan; kigali | saudi_arabia: saudi; riyadh
senegal: senegalese; dakar | serbia: serbian serb; belgrade | sierra_leone: sierra_leonean; freetown
singapore: singaporean; | slovakia: slovak; bratislava | slovenia: slovenian slovene; ljubljana
somalia: somali; mogadishu | south_africa: south_african; pretoria | south_korea: south_korean; seoul
south_sudan: south_sudanese; juba | spain: spanish; madrid | sri_lanka: sri_lankan; colombo | sudan: sudanese; khartoum
sweden: swedish; stockholm | switzerland: swiss; bern berne | syria: syrian; damascus | taiwan: taiwanese; taipei
tajikistan: tajik; dushanbe | tanzania: tanzanian; dodoma | thailand: thai; bangkok | tunisia: tunisian; tunis
turkey türkiye turkiye: turkish; ankara | turkmenistan: turkmen; ashgabat | uganda: ugandan; kampala
ukraine: ukrainian; kyiv kiev | united_arab_emirates uae emirates: emirati; abu_dhabi
united_states us usa america: american; washington | uruguay: uruguayan; montevideo | uzbekistan: uzbek; tashkent
venezuela: venezuelan; caracas | vietnam: vietnamese; hanoi | yemen: yemeni; sanaa sana’a sana'a
zambia: zambian; lusaka | zimbabwe: zimbabwean; harare | scotland: scottish; edinburgh | wales: welsh; cardiff
europe: european; brussels
"""
"""Names: adjectives; seats of government, words of one name tied by "_". A seat that bears the country's name or
lies in dispute is left out, so is Santiago (a given name)."""

_ADJECTIVE = re.compile(r"(?:(?:i|e)?an|ish|ese|ic|i)$")
_SHORTEST_STEM = 4
"""Letters; shorter stems are shared by words that have nothing to do with one another."""


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Names and adjectives, and seats of government, each to the country's key."""
    named: dict[str, str] = {}
    seats: dict[str, str] = {}
    for entry in re.split(r"[|\n]", _TABLE):
        if not entry.strip():
            continue
        names, rest = entry.split(":")
        adjectives, towns = rest.split(";")
        key = names.split()[0].replace("_", " ")
        for word in (*names.split(), *adjectives.split()):
            named[word.replace("_", " ")] = key
        for word in towns.split():
            seats[word.replace("_", " ")] = key
    return named, seats


def _plain(word: str) -> str:
    bare = re.sub(r"[’']s?$", "", word.lower()).replace(".", "")
    return " ".join(bare.removeprefix("the ").split())


def country(word: str) -> str | None:
    """The key of the country that a name or an adjective stands for; None if the table doesn't know it."""
    return _table()[0].get(_plain(word))


def seat(word: str) -> str | None:
    """The key of the country whose government sits in a town; None if the table doesn't know it."""
    return _table()[1].get(_plain(word))


def stem(word: str) -> str:
    """What a place's name and its adjective share, for places that are in no table."""
    plain = _plain(word)
    cut = _ADJECTIVE.sub("", plain)
    cut = re.sub(r"[aeiouy]+$", "", cut if len(cut) >= _SHORTEST_STEM else plain)
    return cut if len(cut) >= _SHORTEST_STEM else plain


def key(word: str) -> str:
    """One key for all words of one country or place, known or not."""
    return country(word) or seat(word) or stem(word)


def is_adjective(word: str) -> bool:
    """Whether a capitalised word can be a country's adjective, by the table or by its ending."""
    return country(word) is not None or (len(word) > _SHORTEST_STEM and _ADJECTIVE.search(word.lower()) is not None)
