"""Who is to have which paragraphs, and what was sent already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from documents.meetings import body, plain_meeting
from klubban.domain import meeting as m
from klubban.domain.address_book import AddressBook
from klubban.domain.afterwards import Addressee, Dispatch, DispatchWay
from klubban.domain.body import Named
from klubban.domain.dispatching import plan, sent
from klubban.domain.text import from_plain
from klubban.domain.verification import Correction, Verification

DAY = date(2026, 11, 20)
ALLIANCE = Addressee(id=1, name="Idrottsalliansen", email="kansli@alliansen.example")
BOOK = AddressBook(
    addressees=(ALLIANCE,),
    bodies=(body(), replace(body(name="Tekniska nämnden"), id=2, key="tn", short="TN")),
)


def item(number: int, *recipients: str, **facts: Any) -> m.Item:
    return m.Item(id=number, number=number, title=f"Ärende {number}", recipients=recipients, **facts)


def sent_to(name: str, **facts: Any) -> Dispatch:
    return Dispatch(id=1, recipient=name, way=DispatchWay.MAIL, sent_on=DAY, **facts)


def meeting(*items: m.Item, **facts: Any) -> m.Meeting:
    done = Verification(id=1, signed_by=(Named("Bo Ek"),), date=DAY)
    return plain_meeting(items=items, **({"verifications": (done,)} | facts))


def test_each_recipient_has_one_line_with_all_their_paragraphs() -> None:
    found = plan(
        meeting(item(1, "Idrottsalliansen", "Akten"), item(2, "idrottsalliansen för kännedom", "TN")), BOOK
    )

    assert [(line.recipient.name, [each.number for each in line.due]) for line in found.to_send] == [
        ("Idrottsalliansen", [1, 2]),
        ("Tekniska nämnden", [2]),
    ]


def test_the_body_itself_is_sent_nothing() -> None:
    assert plan(meeting(item(1, "Kommunstyrelsen", "KS")), BOOK).lines == ()


def test_a_paragraph_that_is_not_verified_is_held_back() -> None:
    [line] = plan(meeting(item(1, "TN"), verifications=(), stage=m.Stage.CLOSED), BOOK).lines

    assert not line.ticked
    assert [each.number for each in line.held_back] == [1]


def test_a_confidential_paragraph_is_held_back_and_the_others_go() -> None:
    [line] = plan(meeting(item(1, "TN"), item(2, "TN", confidential=True)), BOOK).lines

    assert [each.number for each in line.due] == [1]
    assert [each.number for each in line.held_back] == [2]


def test_who_has_no_address_is_told_and_not_sent() -> None:
    found = plan(meeting(item(1, "Säljaren")), BOOK)

    assert [line.recipient.name for line in found.lacking] == ["Säljaren"]
    assert found.to_send == ()


def test_what_was_sent_is_not_sent_again_unless_it_came_back() -> None:
    once = sent_to("Idrottsalliansen, kansliet")
    returned = sent_to("Idrottsalliansen", returned_on=DAY)
    whole = meeting(
        item(1, "Idrottsalliansen", dispatches=(once,)), item(2, "Idrottsalliansen", dispatches=(returned,))
    )

    [line] = plan(whole, BOOK).to_send

    assert [each.number for each in line.parts] == [2]


def test_what_was_corrected_after_it_was_sent_is_to_be_sent_again() -> None:
    unsigned = Verification(id=2, date=date(2026, 11, 27))
    signed = replace(unsigned, signed_by=(Named("Bo Ek"),))
    one = item(1, "Idrottsalliansen", dispatches=(sent_to("Idrottsalliansen"),))

    def corrected(by: Verification) -> bool:
        made_on, words = date(2026, 11, 25), from_plain("2 000 kronor")
        correction = Correction(
            id=1, made_on=made_on, text=words, because="Skrivfel", item=1, verification=by
        )
        return bool(plan(meeting(one, corrections=(correction,)), BOOK).to_send)

    assert not corrected(unsigned)
    assert corrected(signed)


def test_what_went_in_one_file_is_told_once() -> None:
    one = sent_to("TN", sha256="a" * 64)
    whole = meeting(item(1, dispatches=(one,)), item(2, dispatches=(replace(one, id=2),)))

    [told] = sent(whole)

    assert (told.numbers, told.ids) == ((1, 2), (1, 2))
