"""The style sheet's colours against WCAG 2.2, sections 1.4.3 (text) and 1.4.11 (graphics), in both themes."""

import re
from importlib import resources

import pytest

CSS = resources.files("counterclaim.serve").joinpath("templates/dossier.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
    for block in re.findall(r":root \{(.*?)\n *\}", CSS, re.S)[:2]
)

TEXT = ("ink", "soft", "link", "brand", "alert", "against", "commits", "states", "open")
GRAPHICS = ("direct", "mixed", "indirect", "content-line", "source-line", "cue-line", "strong")


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one, other, share):
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request):
    return request.param


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_text_can_be_read(theme, name, ground):
    assert contrast(theme[name], theme[ground]) >= 4.5


def test_text_can_be_read_on_marks(theme):
    inner = mixed(theme["content-line"], theme["content"], 0.24)
    hovered = mixed(theme["content-line"], inner, 0.12)
    for ground in (theme["content"], inner, hovered):
        assert contrast(theme["ink"], ground) >= 4.5


def test_a_figure_s_frame_and_the_way_to_its_series_are_as_dark_as_text_on_marks():
    for rule in ("mark .n.to::after { color: var(--ink); }", "mark .fig { border-color: var(--ink); }"):
        assert rule in CSS, "links and frames have too little contrast to a mark inside a mark"
    assert ".fig { border: 1px dotted var(--soft);" in CSS


@pytest.mark.parametrize("name", GRAPHICS)
def test_graphics_can_be_told_from_the_ground(theme, name):
    assert contrast(theme[name], theme["paper"]) >= 3


def test_the_line_under_a_mark_can_be_told_from_the_mark(theme):
    assert contrast(theme["content-line"], theme["content"]) >= 3
