"""The certificate of legal force prints for what has it, and says what is missing of what has not."""

from __future__ import annotations

from datetime import date

import pytest

from domain.afterwards import AFTER, LAST, item, meeting, notice, receipt, step, unverified, with_steps
from klubban.documents import legal_force_certificate, tree
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Appeal, Meeting

K = AppealStepKind
ANSWER = step(K.NONE_FILED, date(2026, 12, 16), court="Förvaltningsrätten i Linköping")


def facts(document: tree.Document) -> dict[str, str]:
    """Return what is told of the paragraph itself."""
    own = [node for node in document.nodes if isinstance(node, tree.Facts)][-1]
    return {
        label: " ".join(word for part in parts for word in tree.words_of(part)) for label, parts in own.rows
    }


def test_it_tells_every_day_on_the_way() -> None:
    document = legal_force_certificate.build(with_steps(ANSWER), AFTER, [5])

    assert document.title.startswith("Lagakraftbevis, Kommunstyrelsen")
    assert facts(document) == {
        "Protokollet justerat": "2026-11-19",
        "Tillkännagivet": "2026-11-20",
        "Sista dag för överklagande": "2026-12-11",
        "Enligt uppgift från": "Förvaltningsrätten i Linköping, 2026-12-16",
        "Laga kraft från": "2026-12-12",
    }
    (lines,) = [node for node in document.nodes if isinstance(node, tree.Signatures)]
    assert [line.role for line in lines.lines] == ["Underskrift", "Datum"]


def test_of_an_administrative_appeal_the_last_receipt_is_told() -> None:
    got = (receipt("Grannen", date(2026, 11, 23)),)
    ended = step(K.NONE_FILED, date(2026, 12, 16), by="registrator")
    of = meeting(item(exercise_of_authority=True, receipts=got, appeal_steps=(ended,)))

    found = facts(legal_force_certificate.build(of, AFTER, [5]))

    assert found["Sista part fick del av det"] == "2026-11-23"
    assert found["Laga kraft från"] == "2026-12-15"
    assert "Tillkännagivet" not in found


def test_several_stand_on_one_and_without_a_number_all_that_have_it() -> None:
    both = meeting(item(5, appeal_steps=(ANSWER,)), item(6), item(7, appeal_steps=(ANSWER,)))
    document = legal_force_certificate.build(both, AFTER)

    (listed,) = [node for node in document.nodes if isinstance(node, tree.Grouped)]
    assert [row[:2] for _, rows in listed.groups for row in rows] == [
        ("§\u00a05", "Detaljplan"),
        ("§\u00a07", "Detaljplan"),
    ]
    assert facts(document)["Laga kraft från"] == "2026-12-12"  # told once, for it is the same of both
    assert sum(isinstance(node, tree.Facts) for node in document.nodes) == 1


def test_what_is_not_the_same_of_all_stands_below_each() -> None:
    other = step(K.NONE_FILED, date(2026, 12, 17), court="Förvaltningsrätten i Falun")
    both = meeting(item(5, appeal_steps=(ANSWER,)), item(6, appeal_steps=(other,)))
    document = legal_force_certificate.build(both, AFTER)

    assert facts(document) == {"Enligt uppgift från": "Förvaltningsrätten i Falun, 2026-12-17"}
    numbers = [node.number for node in document.nodes if isinstance(node, tree.Heading) and node.number]
    assert numbers == ["§\u00a05", "§\u00a06"]


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (meeting(), "ask whether anybody has appealed"),
        (with_steps(step(K.ASKED)), "note its answer first"),
        (with_steps(step(K.FILED)), "is appealed against"),
        (with_steps(step(K.FILED), step(K.QUASHED, final=True)), "was annulled on 2026-12-14"),
        (meeting(item(appeal=Appeal.NONE)), "cannot be appealed against"),
        (meeting(notices=(notice(removed=LAST),)), "does not run"),
        (meeting(item(exercise_of_authority=True)), "Nobody is noted as having got"),
        (unverified(meeting()), "not verified yet"),
    ],
)
def test_what_is_missing_is_said(of: Meeting, told: str) -> None:
    with pytest.raises(RuleBroken, match=told):
        legal_force_certificate.build(of, AFTER, [5])


def test_while_the_time_goes_on_its_end_is_said() -> None:
    with pytest.raises(RuleBroken, match="to the end of 2026-12-11"):
        legal_force_certificate.build(meeting(), LAST, [5])
    with pytest.raises(RuleBroken, match="No paragraph"):
        legal_force_certificate.build(meeting(), AFTER)
    with pytest.raises(RuleBroken, match="no § 8"):
        legal_force_certificate.build(meeting(), AFTER, [8])


def test_the_title_of_what_is_confidential_is_not_told() -> None:
    secret = item(
        title="Bistånd åt Britta Ek", confidential=True, public_title="Bistånd", appeal_steps=(ANSWER,)
    )
    said = " ".join(tree.words(legal_force_certificate.build(meeting(secret), AFTER, [5])))

    assert "Britta" not in said
    assert "Bistånd" in said
