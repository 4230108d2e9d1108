"""Any file name that comes in gives a safe one, and a title."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from klubban.domain.file_name import LONGEST_NAME, safe_name, title_of
from klubban.domain.media import Media
from klubban.domain.text import clean

DEVICES = {"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "com¹"}
NASTY = st.text(st.sampled_from(' ./\\:*?<>|"_-aåÅ\u030a\u202e\u200b\x00\x07\ud800\ufffeß㈎🗎CONul1.pdf\n'))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\system.ini", "system.ini"),
        ("../", "handling"),
        ("", "handling"),
        ("...", "handling"),
        ("kallelse\u202efdp.exe", "kallelsefdp.exe"),
        ("a\x00b\nc.pdf", "ab c.pdf"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Com1 .pdf", "_Com1.pdf"),
        ("Är det sant?.pdf", "Är det sant_.pdf"),
        ("A\u030arsbudget.pdf", "Årsbudget.pdf"),
        (".profile", "profile"),
        ("trailing. . ", "trailing"),
    ],
)
def test_a_name_is_only_a_safe_last_part(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("name", "media", "safe"),
    [
        ("plan.pdf", Media.PDF, "plan.pdf"),
        ("PLAN.PDF", Media.PDF, "PLAN.PDF"),
        ("plan.exe", Media.PDF, "plan.exe.pdf"),
        ("foto.jpeg", Media.JPEG, "foto.jpeg"),
        ("foto", Media.JPEG, "foto.jpg"),
        (".pdf", Media.PDF, "pdf.pdf"),
        ("§ 12. Budget 2.0", Media.DOCX, "§ 12. Budget 2.0.docx"),
    ],
)
def test_a_name_ends_as_what_the_file_is(name: str, media: Media, safe: str) -> None:
    assert safe_name(name, media.ending, media.endings) == safe


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Bilaga_3-budget.pdf", "Bilaga 3-budget"),
        ("/home/anna/Tjänsteskrivelse  KS 2015_503.docx", "Tjänsteskrivelse KS 2015 503"),
        ("utan ändelse", "utan ändelse"),
        ("§ 12. Budget", "§ 12. Budget"),
        ("___.pdf", "handling"),
    ],
)
def test_a_title_is_read_from_the_name(name: str, title: str) -> None:
    assert title_of(name) == title


def test_a_long_name_is_cut_before_its_ending() -> None:
    cut = safe_name("å" * 250 + ".pdf", ".pdf")

    assert cut.endswith("å.pdf")
    assert len(cut) <= LONGEST_NAME
    assert len(cut.encode()) <= 200


@given(st.one_of(st.text(), NASTY), st.sampled_from(["", ".pdf", ".docx", ".jpg"]))
@example("🗎" * 300, ".pdf")
@example("a." * 200, ".pdf")
def test_any_name_gives_a_safe_one_and_a_safe_one_stays(name: str, ending: str) -> None:
    safe = safe_name(name, ending)

    assert safe_name(safe, ending) == safe
    assert safe == clean(safe)
    assert safe.strip(". ") == safe
    assert 0 < len(safe) <= LONGEST_NAME
    assert len(safe.encode()) <= 200
    assert not set(safe) & set('/\\<>:"|?*\n\t')
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in safe)
    assert safe.split(".")[0].strip(" ").casefold() not in DEVICES
    assert safe.endswith(ending)


@given(st.one_of(st.text(), NASTY))
def test_any_name_gives_a_title_that_can_stand_in_a_document(name: str) -> None:
    title = title_of(name)

    assert title == clean(title)
    assert title == " ".join(title.split())
    assert title
