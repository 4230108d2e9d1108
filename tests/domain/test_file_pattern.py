"""Names of files with extracts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klubban.domain.errors import RuleBroken
from klubban.domain.file_name import safe_name
from klubban.domain.file_pattern import CUSTOM, Slot, apart, filled

WORDS = {
    Slot.BODY: "KS",
    Slot.DATE: "2026-11-16",
    Slot.PARAGRAPH: "§ 151",
    Slot.RECIPIENT: "Ekbybostäder AB",
    Slot.REGISTRY_NUMBER: "KS 2026/17",
}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (CUSTOM, "KS 2026-11-16 § 151 Ekbybostäder AB.pdf"),
        ("", "KS 2026-11-16 § 151 Ekbybostäder AB.pdf"),
        ("Utdrag_{dnr}_{Mottagare}", "Utdrag_KS 2026-17_Ekbybostäder AB.pdf"),
        ("{registry}-{body}-{recipient}", "KS 2026-17-KS-Ekbybostäder AB.pdf"),
    ],
)
def test_a_pattern_is_filled_in(pattern: str, name: str) -> None:
    assert filled(pattern, WORDS) == name


@pytest.mark.parametrize("pattern", ["{nämnd}", "{organ", "organ}"])
def test_what_stands_for_nothing_is_refused_with_what_is_known(pattern: str) -> None:
    with pytest.raises(RuleBroken, match=r"\{mottagare\}"):
        filled(pattern, WORDS)


def test_two_files_never_have_one_name() -> None:
    assert apart(["A.pdf", "a.pdf", "A (2).pdf", "B.pdf"]) == ("A.pdf", "a (2).pdf", "A (2) (2).pdf", "B.pdf")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_every_recipient_gives_a_safe_name(recipient: str) -> None:
    name = filled(CUSTOM, WORDS | {Slot.RECIPIENT: recipient})

    assert name == safe_name(name, ".pdf")
    assert name.startswith("KS 2026-11-16")
