"""Ids of content must be the same on every machine and in every version: fixed examples.

If one of these fails, ids in every existing case have changed: don't adjust the vectors.
Each was also worked out by hand, from the canonical JSON that stands beside it.
"""

import hashlib

import pytest

from counterclaim.records import canonical_bytes, content_id, new_document, new_statement, sha256_hex

TEXT = "“No,” said Zoë – twice.\n"

VECTORS = [
    (
        content_id("document", sha256="00", url=None, title="é", publisher=None, published="2019-01-04"),
        '{"published":"2019-01-04","publisher":null,"sha256":"00","title":"é","type":"document","url":null}',
        "ff51bf5e5a9fc1a7969a28789b357435db33448865703391f64f68b6b0b6c4aa",
    ),
    (
        content_id("statement", document="ab", source=((0, 7),), cue=(), content=((13, 40), (60, 90))),
        '{"content":[[13,40],[60,90]],"cue":[],"document":"ab","source":[[0,7]],"type":"statement"}',
        "f6cbbe7c1bb5feeb94653b907eb69b6840931bb94b120b3861d37011b10e6f16",
    ),
    (
        content_id("provenance", components=[{"version": "1", "component": "x"}]),
        '{"components":[{"component":"x","version":"1"}],"type":"provenance"}',
        "3a61f17386a4380ac231575a3e7bf8dfb6dc5a356a80b97baebdb78636581af1",
    ),
    (
        content_id("set_aside", stage="read", source="a\n\u2028😀", code="empty", sha256=None),
        '{"code":"empty","sha256":null,"source":"a\\n\u2028😀","stage":"read","type":"set_aside"}',
        "fc2cbe1b125c62e52e92d52bea854b0fc55764d70110137c54ff59eb7785927c",
    ),
]


@pytest.mark.parametrize(("identifier", "json", "vector"), VECTORS)
def test_ids_are_those_of_the_canonical_json(identifier: str, json: str, vector: str) -> None:
    assert identifier == hashlib.sha256(json.encode()).hexdigest() == vector


def test_the_ids_of_a_document_and_its_statement() -> None:
    document = new_document(
        TEXT, url="https://paper.example/1", title="Twice", publisher="Paper", published="2019-01-04"
    )
    assert document.sha256 == "d80ef0adf31efcde84f385c69a41122ba127f0da90fdfce971129238b2646f27"
    assert document.id == "fc3bf5ec1fcef6dc28b65f213cf9ee0d3fadf7751f2b7279114aa7018106773e"
    said = new_statement(
        document.id, TEXT, source=((11, 14),), cue=((6, 10),), content=((0, 5),), kind="direct", confidence=0.5
    )
    assert said.id == "ec62d02f841253dee43f19ac79dbc42a7ba9903a5dba9197da8b95b2cba14e6e"
    assert said.text.source == "Zoë"


def test_moving_a_character_between_fields_gives_another_id() -> None:
    assert content_id("x", a="1", b="23") != content_id("x", a="12", b="3")
    assert content_id("x", a=None) != content_id("x", a="null")


def test_the_file_name_is_no_part_of_a_document() -> None:
    assert new_document(TEXT, file="a.txt").id == new_document(TEXT, file="b.txt").id


def test_numbers_have_one_spelling() -> None:
    assert canonical_bytes({"b": 1.0, "a": 1e21, "c": 0.1}) == b'{"a":1e+21,"b":1,"c":0.1}'
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
