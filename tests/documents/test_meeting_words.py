"""When a meeting was opened, paused, adjourned and closed, on the first page and around the paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from documents.meetings import body, invented_meeting, plain_meeting
from klubban.documents import attendance, certificate, extract, notice, paragraph, protocol, wording
from klubban.documents.tree import Heading, words
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.decided import Objection
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.i18n import texts

SV = texts("sv")
FORUM = body(BodyKind.FORUM, "Chefssamrådet")
PAUSE = m.Recess(id=1, starts=time(14, 0), ends=time(14, 15))
ADJOURNED = m.Recess(id=2, starts=time(15, 15), ends=time(17, 0), adjourned=True)
OVERNIGHT = m.Recess(id=3, starts=time(21, 30), ends=time(18, 30), adjourned=True, ends_on=date(2026, 11, 19))


def held(**facts: Any) -> m.Meeting:
    """Return a meeting that was to begin at one and was opened three minutes later."""
    return plain_meeting(**({"start": time(13, 0), "opened": time(13, 3), "end": time(19, 15)} | facts))


def told(meeting: m.Meeting, **given: Any) -> list[str]:
    """Return the words of a meeting's document."""
    return [each.replace("\u00a0", " ") for each in words(protocol.build(meeting, **given))]


def test_the_first_page_has_the_hours_as_they_were_with_pauses_and_adjournments() -> None:
    [line] = wording.places_and_times(held(recesses=(PAUSE, ADJOURNED)), SV)

    assert line.replace("\u00a0", " ") == (
        "kl. 13.03–19.15, paus kl. 14.00–14.15, ajournering kl. 15.15–17.00"
    )


def test_a_meeting_taken_up_again_another_day_has_the_hours_of_each() -> None:
    lines = wording.places_and_times(held(recesses=(PAUSE, OVERNIGHT)), SV)

    assert [line.replace("\u00a0", " ") for line in lines] == [
        "Torsdagen den 12 november 2026 kl. 13.03–21.30",
        "Torsdagen den 19 november 2026 kl. 18.30–19.15",
        "Paus kl. 14.00–14.15",
    ]
    assert "Sammanträde torsdagen den 12 november 2026 och torsdagen den 19 november 2026" in told(
        held(recesses=(OVERNIGHT,))
    )


def test_before_openings_were_noted_every_break_was_a_recess() -> None:
    [line] = wording.places_and_times(plain_meeting(start=time(13), recesses=(PAUSE,)), SV)

    assert "ajournering" in line


def test_the_chair_opens_and_closes_around_the_paragraphs() -> None:
    found = told(held(items=(m.Item(id=1, number=12, title="Upprop"),)))

    assert found[found.index("Ordföranden förklarar sammanträdet öppnat kl. 13.03.") + 1] == "§ 12 Upprop"
    assert "Ordföranden förklarar sammanträdet avslutat kl. 19.15." in found


def test_notes_of_a_forum_are_opened_without_ceremony() -> None:
    assert not any("öppnat" in each for each in told(held(body=FORUM)))


def test_paragraphs_have_their_year_where_the_body_likes_that() -> None:
    kommun = body()
    yearly = replace(kommun, rules=replace(kommun.rules, number_with_year=True))
    item = m.Item(id=1, number=63, title="Upprop")

    assert paragraph.heading(plain_meeting(body=yearly), item) == Heading(2, "Upprop", "§\u00a063/26")
    assert wording.number_sign(7, 2009) == "§\u00a07/09"


def with_years(meeting: m.Meeting) -> m.Meeting:
    """Return the meeting of a body that writes the year with its numbers."""
    return replace(
        meeting, body=replace(meeting.body, rules=replace(meeting.body.rules, number_with_year=True))
    )


def test_every_document_has_the_year_with_the_numbers_where_the_body_likes_that() -> None:
    yearly = with_years(invented_meeting())
    made = [
        protocol.build(yearly),
        extract.build(yearly, [70, 75]),
        attendance.build(yearly),
        notice.build(yearly, None),
        certificate.build(yearly, None),
    ]

    found = [re.findall("§§?\u00a0[0-9–, /]+", each) for document in made for each in words(document)]
    signs = [sign.strip(", ") for signs in found for sign in signs]
    assert {"§§\u00a070–81/26", "§§\u00a070–74, 76–81/26", "§\u00a075/26"} <= set(signs)
    assert [sign for sign in signs if not sign.endswith("/26")] == []


def test_what_is_not_there_is_refused_with_its_year() -> None:
    with pytest.raises(RuleBroken) as refused:
        extract.build(with_years(invented_meeting()), [99])

    assert "§ 99/26" in str(refused.value)


# --- notes that are sent round


def notes(**facts: Any) -> m.Meeting:
    """Return a forum's meeting whose notes went out."""
    given = {"body": FORUM, "notes_sent": date(2026, 11, 16), "comments_by": date(2026, 11, 30)}
    return plain_meeting(**(given | facts))


def test_notes_ask_for_comments_until_a_day() -> None:
    assert "Synpunkter lämnas senast måndagen den 30 november 2026." in told(notes())
    assert "Synpunkter lämnas senast måndagen den 30 november 2026." in told(
        notes(), today=date(2026, 11, 30)
    )


def test_notes_that_nobody_had_comments_on_say_so_after_that_day() -> None:
    found = told(notes(), today=date(2026, 12, 1))

    assert "Anteckningarna har inte föranlett några synpunkter." in found
    assert not any("senast" in each for each in found)


def test_objections_to_notes_are_printed_with_who_made_them_and_about_what() -> None:
    objection = Objection(
        id=1, by=Named("Siv Lind"), text=from_plain("Belysningen var klar."), on=date(2026, 11, 20), item=1
    )
    meeting = notes(items=(m.Item(id=1, title="Belysning"),), objections=(objection,))

    found = told(meeting, today=date(2026, 12, 1))

    assert "Följande synpunkter har lämnats." in found
    at = found.index("Siv Lind (Belysning, 20 november 2026):")
    assert found[at + 1] == "Belysningen var klar."


def test_a_protocol_has_no_comments() -> None:
    assert not any("ynpunkter" in each for each in told(held()))
