from __future__ import annotations

import json
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import DATA, REAL
from documents.reading import folded, missing
from running import Run

KS = ("--body", "KS", "--date", "2016-02-22")


def words_of(path: Path) -> str:
    """Return the text of a PDF without any white space."""
    file = pypdfium2.PdfDocument(path)
    found = ""
    for page in file:
        text_page = page.get_textpage()
        found += folded(text_page.get_text_range())
        text_page.close()
    file.close()
    return found


def facts_of(name: str) -> list[str]:
    """Return what a PDF must say."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_the_extract_of_the_real_meeting_says_its_facts_in_order(
    run: Run, real: Path, tmp_path: Path
) -> None:
    said = run("export", real, "extract", *KS, "--paragraph", 19, "--out", tmp_path)

    path = tmp_path / "ks-2016-02-22-protokollsutdrag-19.pdf"
    assert (said.code, said.out) == (0, f"{path}\n")
    assert missing(facts_of("jarfalla-ks-2016-02-22.facts.txt"), words_of(path)) == []


def test_the_notice_of_the_real_meeting_says_its_facts(run: Run, real: Path, tmp_path: Path) -> None:
    assert run("export", real, "notice", *KS, "--out", tmp_path).code == 0

    words = words_of(tmp_path / "ks-2016-02-22-tillkannagivande.pdf")
    assert [
        fact for fact in facts_of("jarfalla-ks-2016-02-22.notice.facts.txt") if folded(fact) not in words
    ] == []


def test_the_attendance_list_names_everybody(run: Run, real: Path, tmp_path: Path) -> None:
    assert run("export", real, "attendance", *KS, "--out", tmp_path).code == 0

    words = words_of(tmp_path / "ks-2016-02-22-narvarolista.pdf")
    assert missing(["Närvarolista", "Claes Thunblad (S)", "ordförande", "Agnita Wärn (MP)"], words) == []


def test_a_body_may_be_named_in_full_and_in_any_case(run: Run, real: Path, tmp_path: Path) -> None:
    for name in ("ks", "kommunstyrelsen", "KOMMUNSTYRELSEN"):
        said = run("export", real, "protocol", "--body", name, "--date", "2016-02-22", "--out", tmp_path)
        assert said.out == f"{tmp_path / 'ks-2016-02-22-protokoll.pdf'}\n"


def test_without_a_number_each_paragraph_has_its_extract(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("export", sample, "extract", "--body", "TN", "--date", "2026-11-03", "--out", tmp_path)

    paths = said.out.splitlines()
    assert len(paths) > 5
    assert all(Path(path).read_bytes().startswith(b"%PDF") for path in paths)


@pytest.mark.parametrize("markup", ["<b>&", "&amp;<para>", "{name} %s", "</b>\\n\\x41"])
def test_markup_in_every_text_is_printed_as_it_stands(run: Run, tmp_path: Path, markup: str) -> None:
    document = json.loads(REAL.read_text(encoding="utf-8"))
    meeting = document["meetings"][0]
    item = meeting["items"][0]
    meeting["place"] = item["title"] = item["summary"] = item["proceedings"] = markup
    item["decision"] = item["documents"] = item["dispatch_to"] = [markup]
    document["organisation"]["name"] = document["bodies"][0]["name"] = markup
    data = tmp_path / "data.json"
    data.write_text(json.dumps(document), encoding="utf-8")
    file = tmp_path / "ny.klubban"
    assert run("import", file, data).code == 0

    for kind in ("protocol", "extract", "notice", "attendance"):
        assert run("export", file, kind, *KS, "--out", tmp_path).code == 0

    assert words_of(tmp_path / "ks-2016-02-22-protokoll.pdf").count(folded(markup)) >= 6


def test_the_terms_of_reference_need_no_date(run: Run, real: Path, tmp_path: Path) -> None:
    said = run("export", real, "terms", "--body", "KS", "--out", tmp_path)

    path = tmp_path / "ks-uppdragsbeskrivning.pdf"
    assert (said.code, said.out) == (0, f"{path}\n")
    assert missing(["Kommunstyrelsen", "Uppdragsbeskrivning", "Beslutförhet"], words_of(path)) == []


def test_the_list_of_the_unanswered_is_of_all_bodies(run: Run, real: Path, tmp_path: Path) -> None:
    said = run("export", real, "unanswered", "--date", "2026-11-22", "--out", tmp_path)

    [path] = tmp_path.glob("*2026-11-22.pdf")
    assert (said.code, said.out) == (0, f"{path}\n")


def test_the_list_of_delegated_decisions_is_of_one_body(run: Run, real: Path, tmp_path: Path) -> None:
    said = run("export", real, "delegated", "--body", "KS", "--date", "2026-11-22", "--out", tmp_path)

    [path] = tmp_path.glob("ks-2026-11-22-*.pdf")
    assert (said.code, said.out) == (0, f"{path}\n")


@pytest.mark.parametrize(
    "options",
    [
        ("delegated",),
        ("unanswered", "--body", "KS"),
        ("unanswered", "--paragraph", "3"),
        ("delegated", "--body", "KS", "--year", "2026"),
    ],
)
def test_what_lists_of_matters_cannot_use_is_refused(
    run: Run, real: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    said = run("export", real, *options, "--out", tmp_path)

    assert said.code == 2
    assert not list(tmp_path.glob("*.pdf"))


def test_the_roll_is_called_from_the_seats(run: Run, real: Path, tmp_path: Path) -> None:
    said = run("export", real, "roll", *KS, "--out", tmp_path)

    assert (said.code, said.out) == (0, f"{tmp_path / 'ks-2016-02-22-upprop.pdf'}\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("protocol", "--body", "KS"), "--date"),
        (("terms", "--body", "KS", "--time", "18:30"), "--time"),
        (("terms", "--body", "KS", "--paragraph", "19"), "--paragraph"),
        (("terms", "--body", "TN"), "TN"),
        (("terms", "--body", "KS", "--date", "2016-02-30"), "2016-02-30"),
    ],
)
def test_what_terms_cannot_use_is_refused(
    run: Run, real: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    said = run("export", real, *words, "--out", tmp_path)

    assert told in said.refusal
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("public", [(), ("--public",)])
def test_the_calendar_file_of_a_meeting_tells_nothing_of_its_matters(
    run: Run, real: Path, tmp_path: Path, public: tuple[str, ...]
) -> None:
    said = run("export", real, "calendar", *KS, *public, "--out", tmp_path)

    path = Path(said.out.strip())
    told = path.read_text(encoding="utf-8")
    assert (said.code, path.suffix) == (0, ".ics")
    assert "DTSTART;TZID=Europe/Stockholm:20160222T" in told
    assert "rygghet" not in told


def test_what_is_signed_for_one_verification_is_exported_by_its_number(
    run: Run, real: Path, tmp_path: Path
) -> None:
    meeting = ("--body", "KS", "--date", "2016-02-22")

    said = run(
        "export", real, "protocol", *meeting, "--set", "1", "--format", "txt", "--out", tmp_path / "ut"
    )

    assert said.code == 0
    assert Path(said.out.strip()).read_text(encoding="utf-8").count("Emma Feldman (M)") >= 2
    assert "1" in run("export", real, "protocol", *KS, "--set", "2").refusal
    assert "--set" in run("export", real, "extract", *KS, "--set", "1").refusal
