import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.serve.segments import Close, Mark, Open, Text, nest, paragraphs, trimmed

ROLES = st.sampled_from(["source", "cue", "content"])


@st.composite
def marks_over(draw: st.DrawFn, length: int = 30) -> list[Mark]:
    found = []
    for owner in range(draw(st.integers(0, 7))):
        start = draw(st.integers(0, length - 1))
        found.append(Mark(start, draw(st.integers(start, length)), draw(ROLES), owner))
    return found


@settings(deadline=None, max_examples=60)
@given(marks_over(), st.integers(0, 15), st.integers(15, 30))
def test_pieces_nest_and_every_character_comes_once_under_its_own_marks(marks, start, end):
    stack: list[Mark] = []
    at = start
    for piece in nest(start, end, marks):
        match piece:
            case Open(mark, first):
                assert first == (mark.start == at)
                stack.append(mark)
            case Close(mark, last):
                assert stack.pop() == mark, "an element would be closed that isn't the innermost"
                assert last == (mark.end == at)
            case Text(begin, stop):
                assert begin == at < stop
                covering = [mark for mark in marks if mark.start <= begin and stop <= mark.end]
                assert sorted(stack) == sorted(covering)
                at = stop
    assert not stack
    assert at == end


@settings(deadline=None, max_examples=60)
@given(marks_over())
def test_each_mark_begins_once_and_ends_once(marks):
    pieces = list(nest(0, 30, marks))
    for mark in marks:
        expected = int(mark.start < mark.end)
        assert sum(isinstance(piece, Open) and piece.first and piece.mark == mark for piece in pieces) == expected
        assert sum(isinstance(piece, Close) and piece.last and piece.mark == mark for piece in pieces) == expected


def test_a_mark_inside_another_is_not_split():
    outer, inner = Mark(0, 10, "content", 0), Mark(3, 6, "source", 1)
    opened = [piece.mark for piece in nest(0, 10, [inner, outer]) if isinstance(piece, Open)]
    assert opened == [outer, inner]


def test_of_two_marks_with_one_span_content_is_outside():
    source, content = Mark(2, 5, "source", 0), Mark(2, 5, "content", 1)
    opened = [piece.mark for piece in nest(0, 9, [source, content]) if isinstance(piece, Open)]
    assert opened == [content, source]


def test_crossing_marks_are_split_once():
    left, right = Mark(0, 6, "content", 0), Mark(4, 9, "content", 1)
    opened = [(piece.mark, piece.first) for piece in nest(0, 9, [left, right]) if isinstance(piece, Open)]
    assert opened == [(left, True), (right, True), (left, False)]


def test_marks_that_end_beyond_the_range_are_cut_not_split():
    long, longer = Mark(0, 20, "content", 0), Mark(2, 30, "content", 1)
    pieces = list(nest(0, 10, [long, longer]))
    assert sum(isinstance(piece, Open) for piece in pieces) == 2
    assert not any(piece.last for piece in pieces if isinstance(piece, Close))


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ab \t\r\n\u2029é"))
def test_paragraphs_hold_every_character_but_white_space_in_order(text):
    at = 0
    for paragraph in paragraphs(text):
        assert text[at : paragraph.start].strip() == ""
        assert paragraph.start < paragraph.end
        assert text[paragraph.start : paragraph.end] == text[paragraph.start : paragraph.end].strip()
        at = paragraph.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\nthree", ["one", "two", "three"]),
        ("one\nstill one\n\ntwo", ["one\nstill one", "two"]),
        ("one\r\n  \r\ntwo\r\nstill two", ["one", "two\r\nstill two"]),
        ("\n\n  one  \n\n\n", ["one"]),
        ("", []),
    ],
)
def test_blank_lines_part_paragraphs_and_without_any_every_line_is_one(text, expected):
    assert [text[found.start : found.end] for found in paragraphs(text)] == expected


def test_lines_broken_by_an_editor_run_on_and_short_ones_do_not():
    wrapped = "x" * 70 + "\n" + "y" * 66 + "\nend"
    verse = "short\nlines\nstay"
    assert [found.wrapped for found in paragraphs(f"{wrapped}\n\n{verse}")] == [True, False]


def test_a_long_run_of_white_space_takes_no_time():
    assert paragraphs("a" + " \n" * 200_000 + "b")[1].wrapped is False


def test_trimmed_gives_nothing_for_white_space():
    assert trimmed("a  b", 1, 3) is None
    assert trimmed("a bc d", 1, 5) == (2, 4)
