"""The notice that a protocol has been verified."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.meetings import EK, body, facts, plain_meeting, real_meeting
from klubban.documents import notice, tree
from klubban.documents.html.fragment import fragment
from klubban.documents.public_copy import public_copy
from klubban.domain import meeting as m
from klubban.domain.body import Organisation
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind
from klubban.domain.text import Text, plain_runs
from klubban.domain.verification import Notice, Verification

VERIFIED = Verification(id=1, date=date(2026, 11, 19), signed_by=(EK,))


def rows(document: tree.Document) -> dict[str, str]:
    """Return what stands beside each label; nothing is a line to fill in."""
    (found,) = [node for node in document.nodes if isinstance(node, tree.Facts)]
    return {label: "".join(tree.words_of(part).__next__() for part in parts) for label, parts in found.rows}


def said(document: tree.Document) -> list[str]:
    """Return the running texts."""
    return [plain_runs(node.runs) for node in document.nodes if isinstance(node, Text)]


def posted(on: date, removed: date | None = None) -> list[str]:
    """Return what a notice says that was posted and removed on these days, beside its first sentence."""
    document = notice.build(
        plain_meeting(verifications=(VERIFIED,)), Notice(id=1, posted=on, removed=removed)
    )
    return said(document)[1:]


def test_the_real_notice_says_what_it_must() -> None:
    text = " ".join(tree.words(notice.build(real_meeting())))

    for fact in facts("jarfalla-ks-2016-02-22.notice.facts.txt"):
        assert fact in text


def test_the_real_notice_has_every_date() -> None:
    assert rows(notice.build(real_meeting())) == {
        "Organ": "Kommunstyrelsen",
        "Sammanträdesdatum": "2016-02-22",
        "Paragrafer": "§§\u00a01–21",
        "Protokollet justerat": "2016-02-25",
        "Tillkännagivet": "2016-02-26",
        "Sista dag för överklagande": "2016-03-18",
        "Får tas ned tidigast": "2016-03-19",
        "Nedtaget": "2016-03-21",
        "Protokollet finns hos": "registrator",
    }
    assert said(notice.build(real_meeting())) == [
        "Kommunstyrelsens protokoll från sammanträdet 2016-02-22 är justerat."
    ]


def test_before_it_is_posted_a_notice_has_lines_to_fill_in() -> None:
    found = rows(notice.build(plain_meeting(verifications=(VERIFIED,))))

    assert found["Protokollet justerat"] == "2026-11-19"
    assert [label for label, value in found.items() if not value] == [
        "Tillkännagivet",
        "Sista dag för överklagande",
        "Får tas ned tidigast",
        "Nedtaget",
        "Protokollet finns hos",
    ]


def test_a_notice_of_a_protocol_that_is_not_verified_says_so() -> None:
    appointed = Verification(id=1, date=date(2026, 11, 19), verifiers=(EK,))

    for verifications in ((), (appointed,)):
        document = notice.build(plain_meeting(verifications=verifications, stage=m.Stage.READY))
        assert said(document) == [
            "Kommunstyrelsens protokoll från sammanträdet 2026-11-12 är inte justerat ännu."
        ]
        assert rows(document)["Protokollet justerat"] == ""


def test_a_notice_posted_in_time_says_nothing_more() -> None:  # KL 8 kap. 12 §
    assert posted(date(2026, 11, 19)) == []
    assert posted(date(2026, 11, 21), removed=date(2026, 12, 15)) == []


def test_what_was_not_done_in_time_is_told_plainly() -> None:
    assert posted(date(2026, 11, 23)) == []  # the second day is a Saturday
    assert posted(date(2026, 11, 24)) == [
        "Tillkännagivandet sattes upp efter den sista dagen för det, 2026-11-23."
    ]
    assert posted(date(2026, 11, 18)) == ["Tillkännagivandet sattes upp innan protokollet var justerat."]
    assert posted(date(2026, 11, 20), removed=date(2026, 12, 11)) == [
        "Tillkännagivandet togs ned innan tiden för överklagande gått ut, 2026-12-11."
    ]
    assert posted(date(2026, 11, 20), removed=date(2026, 12, 12)) == []


def test_the_notice_of_one_verification_takes_its_day() -> None:
    verifications = (
        Verification(id=1, date=date(2026, 11, 19), paragraphs=Paragraphs.parse("1-4, 6")),
        Verification(id=2, date=date(2026, 11, 12), paragraphs=Paragraphs.parse("5"), immediate=True),
    )
    meeting = plain_meeting(verifications=verifications, stage=m.Stage.VERIFIED)

    immediate = notice.build(meeting, Notice(id=1, paragraphs=Paragraphs.parse("5")))
    whole = notice.build(meeting)
    assert rows(immediate)["Protokollet justerat"] == "2026-11-12"
    assert rows(whole)["Protokollet justerat"] == "2026-11-19"


def test_where_nobody_can_appeal_no_last_day_is_computed() -> None:
    council = plain_meeting(
        body=body(BodyKind.COUNCIL, "Brottsförebyggande rådet"), verifications=(VERIFIED,)
    )

    assert "Sista dag för överklagande" not in rows(notice.build(council))


def test_the_notices_own_place_goes_before_the_organisations() -> None:
    meeting = plain_meeting(organisation=Organisation(name="Ekby kommun", protocol_kept_at="registrator"))
    own = Notice(id=1, kept_at="kansliet")

    assert rows(notice.build(meeting))["Protokollet finns hos"] == "registrator"
    assert rows(notice.build(meeting, own))["Protokollet finns hos"] == "kansliet"


def test_the_meetings_own_notice_is_taken_when_none_is_named() -> None:
    meeting = replace(real_meeting(), notices=(Notice(id=9, posted=date(2016, 2, 27)),))

    assert rows(notice.build(meeting))["Tillkännagivet"] == "2016-02-27"


def test_it_names_its_board_and_says_that_paper_is_a_copy() -> None:  # KL 8 kap. 9 §
    organisation = Organisation(name="Ekby kommun", notice_board="ekby.se/anslagstavla")
    meeting = plain_meeting(organisation=organisation, verifications=(VERIFIED,))
    own = Notice(id=1, posted=date(2026, 11, 20), board="ekby.se/tavlan")

    assert rows(notice.build(meeting))["Anslagstavla"] == "ekby.se/anslagstavla"
    assert rows(notice.build(meeting, own))["Anslagstavla"] == "ekby.se/tavlan"
    assert said(notice.build(meeting, own))[-1].endswith("det som sitter uppe på papper är en kopia.")
    assert "kopia" not in " ".join(said(notice.build(public_copy(meeting), own)))


def test_the_control_number_is_one_line() -> None:
    verified = replace(VERIFIED, control="4127-9f2c-41d0-77aa-03be")

    found = rows(notice.build(plain_meeting(verifications=(verified,))))

    assert found["Kontrollnummer"] == "4127-9f2c-41d0-77aa-03be"


def test_what_is_published_says_so_where_nobody_has_said_where_the_protocol_is() -> None:
    found = rows(notice.build(public_copy(plain_meeting(verifications=(VERIFIED,)))))

    assert found["Protokollet finns hos"] == "inte angivet; fråga kommunen"


def test_nothing_of_what_was_decided_stands_on_it() -> None:  # KL 8 kap. 10 §
    item = m.Item(id=1, number=5, title="Bistånd åt Britta Ek")
    text = " ".join(tree.words(notice.build(plain_meeting(items=(item,), verifications=(VERIFIED,)))))

    assert "Britta" not in text
    assert "§\u00a05" in text


def test_a_new_notice_names_the_one_in_whose_place_it_is_and_its_own_last_day() -> None:
    first = Notice(id=1, posted=date(2026, 11, 20), removed=date(2026, 12, 1), flawed="tavlan låg nere")
    again = Notice(id=2, posted=date(2026, 12, 2), last_day=date(2026, 12, 23), replaces=1)
    meeting = plain_meeting(verifications=(VERIFIED,), notices=(first, again))

    assert "Detta tillkännagivande ersätter det som sattes upp 2026-11-20." in said(
        notice.build(meeting, again)
    )
    assert rows(notice.build(meeting, again))["Sista dag för överklagande"] == "2026-12-23"
    assert "Antecknat: tavlan låg nere" in said(notice.build(meeting, first))
    assert "tavlan låg nere" not in " ".join(said(notice.build(public_copy(meeting), first)))


def test_the_board_gets_a_fragment_that_stands_alone() -> None:
    made = fragment(notice.build(public_copy(plain_meeting(verifications=(VERIFIED,)))))

    assert made.startswith('<article lang="sv-SE">')
    assert "<h2" in made
    assert "<h1" not in made
    assert "<style" not in made
    assert "Underskrift" not in made
