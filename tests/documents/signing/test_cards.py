"""Signing with a card: SoftHSM2 is one that needs no reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.signing import cards
from documents.signing.authority import AT
from documents.signing.papers import examined, original
from klubban.documents.pdf.signatures import Card, sign
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Stamp
from klubban.domain.signing import Verdict

STAMP = Stamp(name="Britta Ek (M)", role="Justerare")


@pytest.fixture
def token() -> cards.Token:
    """Return a card that is in the reader, beside another that is empty."""
    return cards.token()


def refusal(card: Card) -> str:
    with pytest.raises(RuleBroken) as refused:
        sign(original(), "sign_3", card, STAMP, at=AT)
    return str(refused.value)


def test_a_card_signs_as_a_file_does(token: cards.Token) -> None:
    data = sign(original(), "sign_3", Card(token.module, token.pin, token.label), STAMP, at=AT)

    found = examined(data)
    assert found.verdict is Verdict.UNCHANGED
    assert found.trusted
    assert [each.who for each in found.signatures] == ["Britta Ek (M)"]


@pytest.mark.parametrize("pin", ["", "\0", "\udce5", "12\n"])
def test_what_can_be_no_pin_costs_no_try(token: cards.Token, pin: str) -> None:
    assert "no try is lost" in refusal(Card(token.module, pin, token.label))


def test_what_is_wrong_with_a_card_is_said(token: cards.Token, tmp_path: Path) -> None:
    no_module = tmp_path / "kort.so"
    no_module.write_text("inget bibliotek")

    assert "The PIN is wrong" in refusal(Card(token.module, "0000", token.label))
    assert "no card named “någon annans”; there is" in refusal(Card(token.module, token.pin, "någon annans"))
    assert "no certificate with a key" in refusal(Card(token.module, token.pin, "tomt"))
    assert "more than one card" in refusal(Card(token.module, token.pin))
    assert "is not there" in refusal(Card(str(tmp_path / "none.so"), token.pin))
    assert "no PKCS#11 module" in refusal(Card(str(no_module), token.pin))
