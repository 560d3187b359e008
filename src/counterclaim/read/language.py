"""Text in, its language out; only text that is plainly not English is told apart as such."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from counterclaim.read.parsed import UnreadableError

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_COMMON_WORDS = (
    "the of and to in a that is was for on with as at by he it his from be said are an have has had not they were "
    "which who their this but will its or been would after she her one all there more when about than him we i"
)
"""The commonest words of English news: 35 to 50 % of any article, under 10 % of other languages' text."""

_COMMON = frozenset(_COMMON_WORDS.split())
_ENGLISH_SHARE = 0.2
_FOREIGN_SHARE = 0.12
_SURE = 0.9
_ENOUGH = 12
"""Words below which no language is ruled out: names and quotes weigh too much in so few."""

NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay",
    "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(text: str) -> str | None:
    """``en``, or None where the text is too short or mixed to say.

    Raises UnreadableError with code ``not-english`` for text that the model is sure about
    and that lacks English's common words; names and quotes in other languages don't do
    that. The model is py3langid's, loaded once from its own files.
    """
    sample = _sample(text)
    words = _WORD.findall(sample)
    share = sum(word.lower() in _COMMON for word in words) / max(len(words), 1)
    if share >= _ENGLISH_SHARE:
        return "en"
    code, sure = _identifier().classify(sample)
    if code == "en":
        return "en" if sure >= _SURE or share >= _FOREIGN_SHARE else None
    letters = sum(len(word) for word in words)
    latin = sum(len(word) for word in words if word[0] < "\u0250")
    foreign_script = letters >= _ENOUGH and latin < letters / 2
    if foreign_script or (len(words) >= _ENOUGH and sure >= _SURE and share < _FOREIGN_SHARE):
        name = NAMES.get(code, f"the language with the code {code!r}")
        raise UnreadableError("not-english", f"it is in {name} and not in English", "Give an English translation")
    return None


def _sample(text: str) -> str:
    """The head and the middle of ``text``: a page may open with a notice in another language."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE]


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
