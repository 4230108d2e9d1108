"""The known attacks on signed files are seen through, and what honest services do is not taken for one."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.signing import attacks, byte_attacks, services
from documents.signing.authority import AT, Authority, authority, holder
from documents.signing.papers import SIGNERS, examined, original, signed
from klubban.documents.pdf.examining import beginnings, examine
from klubban.documents.pdf.signatures import fields_of
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Examined, Stamp
from klubban.domain.signing import Verdict

LATER = (
    attacks.painted_over,
    attacks.page_replaced,
    attacks.page_removed,
    attacks.page_added,
    attacks.overlaid,
    attacks.stamped_over,
    attacks.script_added,
    attacks.second_catalogue,
    attacks.font_swapped,
    attacks.mark_repainted,
    attacks.text_field_added,
    attacks.seen_field_added,
)
BYTES = (
    byte_attacks.flipped,
    byte_attacks.appended_without_list,
    byte_attacks.without_range,
    byte_attacks.range_null,
    byte_attacks.range_negative,
    byte_attacks.range_of_nothing,
    byte_attacks.range_too_long,
    byte_attacks.contents_empty,
    byte_attacks.contents_zero,
    byte_attacks.contents_of_another,
    byte_attacks.gap_used,
    byte_attacks.padding_used,
    byte_attacks.list_turned,
)
Attack = Callable[[bytes], bytes]


def called(attack: Attack) -> str:
    return getattr(attack, "__name__", repr(attack))


def told(found: Examined) -> str:
    return " ".join(map(str, (*found.remarks, *(each for one in found.signatures for each in one.remarks))))


@pytest.mark.parametrize("attack", [*LATER, *BYTES], ids=called)
def test_what_is_done_to_a_signed_file_makes_it_a_changed_one(attack: Attack) -> None:
    found = examined(attack(signed(2)))

    assert found.verdict is Verdict.CHANGED
    assert not found.whole
    if attack in LATER:  # it shows without what was sent, too
        assert not all(each.holds for each in found.signatures)


@pytest.mark.parametrize("attack", [byte_attacks.appended_with_trailer, byte_attacks.wrapped], ids=called)
def test_a_file_whose_list_of_parts_is_torn_is_refused(attack: Attack) -> None:
    with pytest.raises(RuleBroken, match="damaged"):
        examined(attack(signed(2)))


@pytest.mark.parametrize("attack", [each for each in LATER if each is not attacks.page_added], ids=called)
def test_what_is_done_before_somebody_signs_shows_beside_what_was_sent(attack: Attack) -> None:
    data = attacks.before_signing(attack, original(), holder(SIGNERS[0]).opens)

    found = examined(data)
    assert all(each.holds for each in found.signatures)
    assert found.verdict is Verdict.CHANGED


def test_a_signature_laid_over_the_text_is_no_signature_on_it() -> None:
    found = examined(attacks.signed_over(holder("Elak Bov"))(signed(2)))

    assert found.verdict is Verdict.CHANGED


def test_another_issuer_of_the_same_name_is_seen_through() -> None:
    false = Authority().issue(SIGNERS[0])

    found = examined(attacks.before_signing(lambda pdf: pdf, original(), false.opens))

    assert found.verdict is Verdict.CHANGED
    assert not found.trusted
    assert "and they did not" in told(found)


def test_the_same_words_painted_over_with_a_picture_are_not_the_same() -> None:
    again = services.saved_again(attacks.stamped_over(original()))

    found = examined(services.sealed(again, holder("Tjänsten")))

    assert found.verdict is Verdict.CHANGED
    assert "Page 2 looks otherwise" in told(found)


def test_other_words_are_not_the_same() -> None:
    other = original("Kommunstyrelsen beslutar att avslå motionen.")

    found = examined(services.sealed(services.saved_again(other), holder("Tjänsten")))

    assert found.verdict is Verdict.CHANGED
    assert "words on page 2" in told(found)


@pytest.mark.parametrize("attack", [attacks.script_added, attacks.text_field_added], ids=called)
def test_what_acts_in_a_file_that_was_made_anew_is_found(attack: Attack) -> None:
    again = services.saved_again(attack(original()))

    found = examined(services.sealed(again, holder("Tjänsten")))

    assert found.verdict is Verdict.CHANGED
    assert "scripts" in told(found)


def test_a_page_that_is_missing_is_told() -> None:
    fewer = services.saved_again(original(), lambda file: file.pages.__delitem__(1))

    found = examined(services.sealed(fewer, holder("Tjänsten")))

    assert found.verdict is Verdict.CHANGED
    assert "are missing: 1" in told(found)


# --- what honest services do


@pytest.mark.parametrize("service", [services.with_store, services.with_document_stamp], ids=called)
def test_what_helps_to_check_for_a_long_time_changes_nothing(service: Attack) -> None:
    found = examined(service(signed(3)))

    assert found.verdict is Verdict.UNCHANGED, told(found)
    assert found.whole
    assert found.trusted


def test_a_service_that_seals_without_a_mark_changes_nothing() -> None:
    found = examined(services.sealed(signed(3), holder("Tjänsten")))

    assert found.verdict is Verdict.UNCHANGED
    assert [each.who for each in found.signatures] == [*SIGNERS, "Tjänsten"]


def test_a_file_made_anew_that_says_the_same_is_repackaged() -> None:
    found = examined(services.sealed(services.saved_again(original()), holder("Tjänsten")))

    assert found.verdict is Verdict.REPACKAGED
    assert found.whole
    assert found.extra_pages == 0


def test_pages_that_a_service_adds_at_the_end_are_told() -> None:
    more = services.saved_again(original(), services.page_of_signatures)

    found = examined(services.sealed(more, holder("Tjänsten")))

    assert found.verdict is Verdict.REPACKAGED
    assert found.extra_pages == 1
    assert "added at the end: 1" in told(found)


def test_pages_that_a_service_adds_to_the_file_before_it_is_signed_are_told() -> None:
    data = attacks.before_signing(attacks.page_added, original(), holder(SIGNERS[0]).opens)

    found = examined(data)

    assert found.verdict is Verdict.REPACKAGED
    assert found.extra_pages == 1
    assert "added at the end: 1" in told(found)


def test_a_file_put_into_another_is_found_there() -> None:
    found = examined(services.sealed(services.attached(original()), holder("Tjänsten")))

    assert found.verdict is Verdict.REPACKAGED
    assert "as an attachment" in told(found)


def test_the_beginnings_of_a_file_lead_to_what_was_sent() -> None:
    from hashlib import sha256

    found = beginnings(signed(3))

    assert [sha256(signed(count)).hexdigest() in found for count in range(4)] == [True] * 4


def test_the_file_as_it_was_sent_is_not_signed() -> None:
    found = examined(original())

    assert not found.signed
    assert not found.whole
    assert found.verdict is Verdict.CHANGED
    assert len(found.empty_fields) == 3


# --- clocks


def test_clocks_that_went_back_or_ahead_are_told() -> None:
    data, first, second = original(), *fields_of(original())[:2]
    for field, at in ((first, AT), (second, AT - dt.timedelta(days=30))):
        stamp = Stamp(name=field.who, role=field.role)
        data = attacks.signed_at(data, field.name, holder(field.who), stamp, at)

    found = examine(data, original=original(), trusted=[authority().data], at=AT - dt.timedelta(days=1))

    assert found.whole
    assert "has not come yet" in str(found.signatures[0].remarks[-1])
    assert "before that of the signature before it" in told(found)
    assert "which the document is about" in told(found)


# --- whatever it is


@settings(max_examples=40)
@given(st.data())
def test_any_bytes_at_all_get_an_answer_or_a_refusal(data: st.DataObject) -> None:
    whole = signed(1)
    kind = data.draw(st.sampled_from(("cut", "flipped", "doubled", "rubbish")))
    place = data.draw(st.integers(0, len(whole) - 1))
    match kind:
        case "cut":
            made = whole[:place]
        case "flipped":
            made = whole[:place] + data.draw(st.binary(min_size=1, max_size=8)) + whole[place + 4 :]
        case "doubled":
            made = whole[:place] + whole
        case _:
            made = b"%PDF-1.7\n" + data.draw(st.binary(max_size=2_000))

    try:
        found = examined(made)
    except RuleBroken:
        return
    assert found.verdict is Verdict.CHANGED or made == whole


def test_a_file_that_unpacks_to_gigabytes_is_refused() -> None:
    bomb = zlib.compress(b"0" * 60_000_000, 1)
    head = b"<</Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length %d>>" % len(bomb)
    stream = b"1 0 obj\n" + head + b"\nstream\n" + bomb + b"\nendstream\nendobj\n"
    pdf = b"%PDF-1.7\n" + stream + b"startxref\n9\n%%EOF\n"

    with pytest.raises(RuleBroken):
        examined(pdf)
