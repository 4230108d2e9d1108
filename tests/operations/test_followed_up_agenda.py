"""What was asked, is asked and was promised comes on the agenda by itself, with what it is about."""

from __future__ import annotations

from datetime import date

from builders import snapshot
from klubban import i18n
from klubban.domain.agenda import Origin
from klubban.operations.incoming import fill
from klubban.store.database import Database
from klubban.store.waiting import waiting

FEBRUARY, MARCH = date(2026, 2, 2), date(2026, 3, 2)


def test_plans_inquiries_and_referrals_come_by_themselves_and_secret_ones_stay_so(database: Database) -> None:
    with database.change("Begin") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        council = change.insert("body", key="bra", name="Trygghetsrådet", kind="council", seats=9)
        held = change.insert("meeting", body_id=council, date=FEBRUARY, stage="closed")
        secret = change.insert(
            "item",
            meeting_id=held,
            position=0,
            title="Ett skyddat boende",
            confidential=True,
            public_title="Ett boende",
        )
        coming = change.insert("meeting", body_id=council, date=MARCH, stage="planned")
        plan = change.insert(
            "commitment", body_id=council, key="p", kind="agreement", title="Samverkan", item_id=secret
        )
        change.insert("checkpoint", commitment_id=plan, position=0, day=MARCH, what="Halvtid")
        inquiry = change.insert(
            "inquiry", body_id=council, key="i", kind="referral", title="Program", due=FEBRUARY,
            sent_on=date(2026, 1, 5),
        )  # fmt: skip
        for place, name in enumerate(("Polisen", "Skolan")):
            asked = change.insert(
                "referee", inquiry_id=inquiry, position=place, name=name, sent_on=date(2026, 1, 5)
            )
        change.insert("reply", referee_id=asked, position=0, received_on=FEBRUARY)
        matter = change.insert("matter", key="m", title="Nya regler", body_id=council)
        change.insert(
            "received_referral",
            matter_id=matter,
            position=0,
            sender="Länsstyrelsen",
            received_on=FEBRUARY,
            due=date(2026, 3, 31),
        )

    before = i18n.current().language
    i18n.use("en")
    with database.read() as read:
        told = {each.title: each.told for each in waiting(read, coming)}
    i18n.use(before)
    with database.change("Fill") as change:
        fill(change, coming)

    assert told == {
        "Samverkan": "To be followed up 2 March 2026",
        "Program": "Answers were due 2 February 2026; 1 of 2 have answered",
        "Nya regler": "Referral from Länsstyrelsen, to be answered by 31 March 2026",
    }
    items = {each.title: each for each in snapshot(database, coming).items}
    assert (items["Samverkan"].commitment, items["Samverkan"].origin) == (plan, Origin.FOLLOW_UP)
    assert (items["Samverkan"].confidential, items["Samverkan"].public_title) == (True, "Ett boende")
    assert (items["Program"].inquiry, items["Program"].origin) == (inquiry, Origin.REFERRAL)
    assert items["Nya regler"].matter is not None
    with database.read() as read:
        assert waiting(read, coming) == ()
