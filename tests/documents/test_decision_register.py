"""The register of a year's decisions: by meeting, by matter as Swedish sorts, and by registry number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.meetings import body, plain_meeting
from documents.reading import words
from klubban.documents import decision_register
from klubban.documents.decision_register import Register
from klubban.documents.public_copy import public_copy
from klubban.domain.body import Organisation
from klubban.domain.meeting import Item, Meeting

EKBY = Organisation(name="Ekby kommun", language="en")


def registered(*meetings: Meeting) -> list[str]:
    """Return the words of a register of meetings."""
    public = tuple(public_copy(each) for each in meetings)
    return words(
        decision_register.build(Register(organisation=EKBY, body=body(), year=2026, meetings=public))
    )


def held(day: date, *items: Item) -> Meeting:
    """Return a meeting with items."""
    return replace(plain_meeting(date=day, items=items), organisation=EKBY)


def test_matters_stand_in_swedish_order_and_registry_numbers_by_their_size() -> None:
    told = registered(
        held(
            date(2026, 2, 9),
            Item(id=1, number=1, title="Översyn", registry_number="KS 2026/10"),
            Item(id=2, number=2, title="Ängar", registry_number="KS 2026/9"),
        ),
        held(
            date(2026, 3, 9),
            Item(id=3, number=3, title="Ängar", registry_number="KS 2026/9"),
            Item(id=4, number=4, title="Arkiv"),
        ),
    )

    told = [each.replace("\u00a0", " ") for each in told]
    by_matter = told[told.index("By matter") : told.index("By registry number")]
    found = [each for each in by_matter if each in ("Arkiv", "Ängar", "Översyn")]
    assert found == ["Arkiv", "Ängar", "Översyn"]
    assert "§ 2 (9 February), § 3 (9 March)" in by_matter
    numbers = [each for each in told[told.index("By registry number") :] if each.startswith("KS")]
    assert numbers == ["KS 2026/9", "KS 2026/10"]


def test_what_is_confidential_is_told_by_its_public_title_alone() -> None:
    secret = Item(id=1, number=1, title="Lisas vård", public_title="Ett enskilt ärende", confidential=True)

    told = "\n".join(registered(held(date(2026, 2, 9), secret)))

    assert "Lisas" not in told
    assert "Ett enskilt ärende" in told
