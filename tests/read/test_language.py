"""If the guard erred, English articles with foreign words would be lost or foreign ones misread."""

import pytest

from counterclaim.read.language import language
from counterclaim.read.parsed import UnreadableError

from .making import PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        " ".join(PARAGRAPHS),
        "The mayor resigned.",
        "He said no.",
        "“Nous n'avons pas été consultés et nous ne partirons pas,” the mayor of Aix-en-Provence said in French to a "
        "crowd, according to the newspaper La Provence.",
        "Prime Minister Nguyễn Văn An met President Recep Yılmaz and Foreign Minister Jürgen Größe in Đà Nẵng, the "
        "ministry said.",
        "The song “Para siempre en mi corazón de piedra y luna” was the most played of the year, its publisher said.",
        "THE MAYOR OF PORT MARROW HAS RESIGNED AFTER A VOTE OF THE COUNCIL ON THE FERRY",
    ],
)
def test_english_is_english_whatever_names_and_quotes_it_holds(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize("text", ["12 34 56", "Smith Jones Müller", "🙂🙂🙂", "Paris, Roma, Berlin, Madrid"])
def test_too_little_to_tell_is_not_held_against_a_text(text: str) -> None:
    assert language(text) in (None, "en")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("French", "Le maire a déclaré lundi que le pont serait fermé et que personne ne savait combien de temps."),
        ("German", "Der Bürgermeister sagte am Montag, dass die Brücke gesperrt werde und niemand wisse, wie lange."),
        ("Spanish", "El alcalde dijo el lunes que el puente se cerraría por obras y que nadie sabía hasta cuándo."),
        ("Dutch", "De burgemeester zei maandag dat de brug zou worden gesloten en dat niemand wist voor hoe lang."),
        ("Russian", "Мэр заявил в понедельник, что мост будет закрыт на ремонт и никто не знает, надолго ли."),
        ("Arabic", "قال رئيس البلدية يوم الاثنين إن الجسر سيغلق للإصلاح ولا أحد يعرف كم سيستغرق ذلك من الوقت."),
        ("Chinese", "市长星期一表示大桥将因维修而关闭没有人知道需要多长时间。"),
    ],
)
def test_other_languages_are_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(UnreadableError, match=name) as caught:
        language(text)
    assert caught.value.code == "not-english"
