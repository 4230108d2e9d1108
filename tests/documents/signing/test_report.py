"""The check of a signed file is told in words that are kept with it."""

from __future__ import annotations

from documents.signing import attacks, byte_attacks
from documents.signing.authority import AT
from documents.signing.papers import SIGNERS, examined, original, signed
from klubban.documents.pdf.examining import examine
from klubban.documents.signature_report import report
from klubban.documents.signed_roles import role_of
from klubban.domain.examined import Examined
from klubban.domain.signing import SignsAs
from klubban.domain.text import Table, plain, plain_runs
from klubban.i18n import texts


def told(found: Examined) -> str:
    return plain(report(found, texts("en")))


def test_it_says_who_signed_when_by_which_certificate_and_what_it_is_worth() -> None:
    found = examined(signed(3))

    blocks = report(found, texts("en"))
    (table,) = [each for each in blocks if isinstance(each, Table)]
    rows = [[plain_runs(cell) for cell in row] for row in table.rows[1:]]

    assert [row[1:3] for row in rows] == [[f"{who}, Ekby kommun", "Ekby prov-CA"] for who in SIGNERS]
    assert rows[0][3] == "25 February 2016 at 14.30"
    assert {row[4] for row in rows} == {"Holds"}
    words = plain(blocks)
    assert words.startswith("Unchanged: ")
    assert found.sha256 in words
    assert all(each.certificate and each.certificate.fingerprint in words for each in found.signatures)


def test_it_says_what_is_wrong_and_who_has_not_signed() -> None:
    changed = told(examined(attacks.painted_over(signed(1))))

    assert changed.startswith("Changed: ")
    assert "something else than signatures was put over it" in changed
    assert "Does not hold" in changed
    assert "Justerare, Britta Ek (M)" in changed


def test_without_what_was_sent_it_says_whether_the_file_is_whole() -> None:
    assert told(examine(signed(1), at=AT)).startswith("The file is signed and whole")
    assert "issuer not known" in told(examine(signed(1), at=AT))
    assert told(examine(byte_attacks.flipped(signed(1)), at=AT)).startswith(
        "The file is signed, and something is"
    )
    assert told(examine(original(), at=AT)).startswith("The file is not signed.")


def test_the_role_of_a_field_is_known_in_any_language() -> None:
    assert role_of("Justerare §§ 1–3, Britta Ek (M)") is SignsAs.VERIFIER
    assert role_of("Ordförande") is SignsAs.CHAIR
    assert role_of("Secretary, Siv Lind") is SignsAs.SECRETARY
    assert role_of("Ordförandenämnd, X") is None
    assert role_of("") is None
