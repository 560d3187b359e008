"""The commands over what was found across articles: what a fact-checker asks first must be there and be readable."""

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.cli import main

DEMO = Path(__file__).resolve().parents[1] / "demo" / "articles"
FILES = ("03-selwen-hydro-press-release.txt", "05-halyard-dam-footage.txt", "06-skerrysound-herald-dam-footage.html")
FILES += ("09-inland-observer-two-tolls.html", "14-ostrel-tribune-we-were-warned.html")


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0), capsys.readouterr().out


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("links") / "case"
    for words in (["init", str(folder)], ["add", str(folder), "--quiet", *(str(DEMO / file) for file in FILES)]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert not left.value.code
    return str(folder)


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_disputed_claims_show_both_sides(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = call(capsys, "claims", case, "--state", "disputed")
    assert code == 0
    assert "We were warned" in out
    assert "There was no warning" in out
    assert "against" in out
    assert "independent for" in out


def test_claims_can_be_asked_for_by_state_and_sources(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    everything = rows(call(capsys, "claims", case, "--format", "jsonl")[1])
    disputed = rows(call(capsys, "claims", case, "--format", "jsonl", "--state", "disputed")[1])
    confirmed = rows(call(capsys, "claims", case, "--format", "jsonl", "--min-sources", "2")[1])
    assert {claim["state"] for claim in disputed} == {"disputed"}
    assert 0 < len(disputed) < len(everything)
    assert all(claim["independent_sources"] >= 2 for claim in confirmed)  # type: ignore[operator]


def test_the_rule_changes_low_best_and_high(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    def bounds(rule: str) -> list[tuple[object, object, object]]:
        series = rows(call(capsys, "figures", case, "--format", "jsonl", "--rule", rule)[1])
        assert {one["rule"] for one in series} == {rule}
        return [(one["low"], one["best"], one["high"]) for one in series]

    assert bounds("min-max") != bounds("conservative")


def test_figures_in_dispute_are_told(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = call(capsys, "figures", case, "--relation", "disputed")
    assert code == 0
    assert "47" in out
    assert "68" in out


def test_a_reprint_is_listed_with_what_ties_it(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = call(capsys, "origins", case)
    assert code == 0
    assert "Halyard" in out
    assert "exact" in out


def test_parties_and_their_changes(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Gareth Vossler" in call(capsys, "parties", case)[1]
    assert "Gareth Vossler" in call(capsys, "parties", case, "--changes")[1]


def test_an_export_holds_what_was_found_across_articles(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(call(capsys, "export", case)[1])
    kinds = {str(row["type"]) for row in found}
    assert {"document", "statement", "figure", "date", "party", "origin_group", "claim", "figure_series"} <= kinds


def test_an_empty_case_has_nothing_to_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "init", str(tmp_path / "empty"))
    for command in ("claims", "figures", "parties", "origins"):
        code, out = call(capsys, command, str(tmp_path / "empty"))
        assert code == 0
        assert out.strip().startswith("0 ")


def test_a_list_of_names_joins_what_nothing_else_ties(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "names.csv"
    names.write_text(
        "name,aliases,type,country,id\nSelwen Hydro,operator;company that runs the dam,organisation,,q1\n,,,,q2\n"
    )

    def of_the_operator(*options: str) -> list[object]:
        found = rows(call(capsys, "parties", case, "--format", "jsonl", *options)[1])
        words = {"Selwen Hydro", "operator", "company that runs the dam"}
        return [p["name"] for p in found if words & {alias["name"] for alias in p["aliases"]}]  # type: ignore[attr-defined]

    assert len(of_the_operator()) > 1
    assert of_the_operator("--names", str(names)) == ["Selwen Hydro"]


def test_parties_are_merged_and_split_and_each_judgement_can_be_withdrawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(tmp_path / "judged")
    call(capsys, "init", case)
    call(capsys, "add", case, "--quiet", *(str(DEMO / file) for file in FILES[:2]))

    def known() -> dict[str, str]:
        return {p["name"]: p["id"] for p in rows(call(capsys, "parties", case, "--format", "jsonl")[1])}  # type: ignore[misc]

    before = known()
    assert {"Selwen Hydro", "operator"} <= set(before)
    merged = (
        "merge",
        case,
        before["Selwen Hydro"][:10],
        before["operator"][:10],
        "--reason",
        "one firm",
        "--user",
        "a",
    )
    assert call(capsys, *merged)[0] == 0
    assert "operator" not in known()
    assert (
        call(capsys, "split", case, known()["Selwen Hydro"][:10], "operator", "--reason", "no", "--user", "b")[0] == 0
    )
    assert set(known()) == set(before)
    kept = rows(call(capsys, "judgements", case, "--format", "jsonl")[1])
    assert [(one["kind"], one["user"], one["withdrawn"]) for one in kept] == [
        ("merge", "a", False),
        ("split", "b", False),
    ]
    for one in kept:
        assert call(capsys, "withdraw", case, str(one["id"])[:10], "--reason", "undone", "--user", "a")[0] == 0
    assert known() == before
    exported = [row for row in rows(call(capsys, "export", case)[1]) if row["type"] == "judgement"]
    assert [row["kind"] for row in exported] == ["merge", "split", "withdraw", "withdraw"]
    assert "withdrawn" in call(capsys, "judgements", case)[1]
    page = Path(case).with_suffix(".html")
    assert call(capsys, "report", case, "-o", str(page))[0] == 0
    listed = page.read_text(encoding="utf-8").partition('<ul class="judged">')[2].partition("</ul>")[0]
    assert listed.count("<li>") == 2
    assert listed.count("(withdrawn)") == 2
    assert "one party" in listed
    assert call(capsys, "merge", case, "ffff", "0000", "--reason", "none")[0] == 2
    assert call(capsys, "split", case, before["operator"][:10], "nobody", "--reason", "none")[0] == 2


def test_claims_are_merged_opposed_and_split_and_the_dossier_tells_who_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "bird.txt"
    story.write_text(
        "Crane on the pier\n\nThe warden Ana Bell said that the crane had left the island on Monday. "
        "The fisherman Jon Reed said that it was sitting on his pier every night.\n",
        encoding="utf-8",
    )
    case = str(tmp_path / "bird")
    call(capsys, "init", case)
    call(capsys, "add", case, "--quiet", str(story))

    def known() -> dict[str, dict[str, Any]]:
        return {c["text"]: c for c in rows(call(capsys, "claims", case, "--format", "jsonl")[1])}

    before = known()
    left, sits = sorted(before, key=lambda text: "sitting" in text)
    assert {claim["state"] for claim in before.values()} == {"single-source"}
    ids = [before[text]["id"][:10] for text in (left, sits)]
    assert call(capsys, "merge", case, *ids, "--opposed", "--reason", "it left or it is there", "--user", "a")[0] == 0
    (claim,) = known().values()
    assert (claim["text"], claim["state"]) == (left, "disputed")
    assert sorted(p["stance"] for p in claim["positions"]) == ["against", "for"]
    assert "claims merged, opposed" in " ".join(call(capsys, "judgements", case)[1].split())
    page = tmp_path / "bird.html"
    assert call(capsys, "report", case, "-o", str(page))[0] == 0
    listed = page.read_text(encoding="utf-8").partition('<ul class="judged">')[2].partition("</ul>")[0]
    assert "two sides of one claim" in listed
    assert listed.index("left the island") < listed.index("against") < listed.index("sitting on")
    against = next(p["statement"] for p in claim["positions"] if p["stance"] == "against")
    assert call(capsys, "split", case, claim["id"][:10], against[:8], "--reason", "another crane")[0] == 0
    assert known() == before
    party = rows(call(capsys, "parties", case, "--format", "jsonl")[1])[0]["id"]
    assert call(capsys, "merge", case, str(party)[:10], ids[0], "--reason", "none")[0] == 2
    assert call(capsys, "split", case, ids[0], "ffffffff", "--reason", "none")[0] == 2


def test_sums_lists_a_whole_that_its_parts_exceed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "harbour.txt"
    article.write_text(
        "Harbour fire\n\nPolice said exactly 12 people were injured, among them nine firefighters and six nurses.\n\n"
        "The ministry said that 40 people were killed in the fire, eleven of them in the north.\n",
        encoding="utf-8",
    )
    folder = str(tmp_path / "case")
    assert call(capsys, "init", folder)[0] == 0
    assert call(capsys, "add", folder, "--quiet", str(article))[0] == 0
    out = call(capsys, "sums", folder)[1]
    assert "12 people injured" in out
    assert "15" in out
    assert "1 whole exceeded by the parts." in out
    assert "40" not in out
    checks = rows(call(capsys, "sums", folder, "--format", "jsonl")[1])
    assert sorted((check["low"], check["verdict"]) for check in checks) == [(11, "falls short"), (15, "exceeds")]
