"""Documents for everybody: numbers stay, what is left out is told, and nobody signs."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from documents.meetings import EK, OMAN, ORN, invented_meeting
from documents.reading import words
from klubban.documents import attendance, division_list, extract, notice, protocol
from klubban.documents.public_copy import public_copy
from klubban.documents.tree import Contents, Document, Facts, Heading, Quiet, Signatures
from klubban.domain.decided import Asks, Motion, Opinion, OpinionKind, OwnText, Said, Written
from klubban.domain.meeting import Item, Meeting, Stage
from klubban.domain.text import Run, Text, from_plain, plain
from klubban.domain.verification import Notice

CANARY = "Kanariefågel"
SECRET = 75
"""The paragraph that somebody was disqualified for."""
MASKED = Run(CANARY, masked=True)


def meeting(**facts: object) -> Meeting:
    """Return the invented meeting with a confidential paragraph, appendices before, in and after it."""
    made = invented_meeting()
    secret = made.item(SECRET)
    assert secret
    hidden = replace(
        secret,
        title=CANARY,
        confidential=True,
        secrecy="31 kap. 16 § OSL",
        motions=(in_writing(9, CANARY),),
        summary=from_plain(CANARY),
    )
    items = [
        replace(each, motions=(in_writing(each.id, "Ett yrkande."),)) if each.number in (74, 76) else each
        for each in made.with_item(hidden).items
    ]
    return replace(made, items=tuple(items), **facts)  # type: ignore[arg-type]  # as it stands


def in_writing(id_: int, text: str) -> Motion:
    return Motion(id=id_, asks=Asks.OTHER, by=(ORN,), text=from_plain(text), in_writing=True)


def said(document: Document) -> str:
    return "\n".join(words(document))


def headings(document: Document, level: int = 2) -> list[str]:
    found = [node for node in document.nodes if isinstance(node, Heading) and node.level == level]
    return [f"{node.number or ''} {node.text}".strip() for node in found]


def item_of(meeting: Meeting, number: int) -> Item:
    found = meeting.item(number)
    assert found
    return found


# --- a confidential paragraph


def test_a_confidential_paragraph_keeps_its_number_and_says_why_it_is_left_out() -> None:
    made = protocol.build(public_copy(meeting()))

    numbers = [each.split()[1] for each in headings(made) if each.startswith("§")]
    assert numbers == [str(number) for number in range(70, 82)]
    assert "§\u00a075 Ärende som omfattas av sekretess" in headings(made)
    assert "31\u00a0kap.\u00a016\u00a0§\u00a0OSL" in said(made)


def test_appendices_keep_their_numbers_and_one_that_is_left_out_says_so() -> None:
    whole = protocol.build(meeting())
    made = protocol.build(public_copy(meeting()))

    def appendices(document: Document) -> list[str]:
        return [each[:8] for each in headings(document) if each.startswith("Bilaga")]

    assert len(appendices(whole)) >= 3
    assert appendices(made) == appendices(whole)
    assert "Bilaga 2 Utelämnad" in headings(made)


def test_the_contents_have_the_neutral_title() -> None:
    made = protocol.build(public_copy(meeting()))

    listed = [each for node in made.nodes if isinstance(node, Contents) for each in node.groups]
    titles = [heading.text for _, group in listed for heading in group]
    assert "Ärende som omfattas av sekretess" in titles


@pytest.mark.parametrize("kind", [protocol, attendance, notice])
def test_no_document_tells_more_of_it(kind: ModuleType) -> None:
    made = kind.build(public_copy(meeting()))

    assert CANARY not in repr(made)


def test_who_was_away_because_of_it_is_told_without_the_ground() -> None:
    made = attendance.build(public_copy(meeting()))

    assert "jäv" not in said(made)
    assert "§§\u00a070–74, 76–81" in said(made)


# --- signatures and what the document says of itself


def test_nothing_is_signed_and_who_verified_the_original_is_told() -> None:
    signed = meeting(stage=Stage.VERIFIED)
    place = replace(signed.organisation, protocol_kept_at="Kommunkansliet")

    made = protocol.build(public_copy(replace(signed, organisation=place)))

    [facts] = [node for node in made.nodes if isinstance(node, Facts)]
    told = {
        label: plain(tuple(each for each in parts if isinstance(each, Text))) for label, parts in facts.rows
    }
    assert not [node for node in made.nodes if isinstance(node, Signatures)]
    assert (made.running.initials, made.running.certification) == (None, None)
    assert "19\u00a0november\u00a02026 av Åke Öman (S) och Britta Ek (M)" in told["Justering"]
    assert "Kommunkansliet" in told["Protokollet finns hos"]


def test_before_the_verification_it_says_that_it_is_not_verified() -> None:
    made = protocol.build(public_copy(meeting(stage=Stage.CLOSED)))

    assert "Protokollet är inte justerat ännu" in said(made)


def test_a_public_version_says_what_it_is_and_whether_something_is_left_out() -> None:
    whole, cut = protocol.build(public_copy(invented_meeting())), protocol.build(public_copy(meeting()))

    assert "Protokoll, offentlig version" in whole.title
    assert whole.running.right[0] == "Protokoll, offentlig version"
    assert "Offentlig version." in said(whole)
    assert "utelämnat" not in said(whole)
    assert "utelämnat" in said(cut)


def test_an_extract_is_not_certified_and_tells_nothing_of_what_is_left_out_elsewhere() -> None:
    made = extract.build(public_copy(meeting()), [73])

    assert not [node for node in made.nodes if isinstance(node, Signatures)]
    assert "Rätt utdraget" not in said(made)
    assert "utelämnat" not in said(made)


def test_a_notice_has_no_line_to_sign_on() -> None:
    made = notice.build(public_copy(meeting(notices=(Notice(id=1, signed_by=OMAN),))))

    assert not [node for node in made.nodes if isinstance(node, Signatures)]
    assert str(OMAN) not in said(made)


def test_a_public_notice_has_no_line_to_fill_in() -> None:
    made = notice.build(public_copy(meeting(notices=(Notice(id=1),))))

    [facts] = [node for node in made.nodes if isinstance(node, Facts)]
    assert all(parts for _, parts in facts.rows)
    assert made.title.startswith("Tillkännagivande, Kommun")
    assert "Offentlig version." not in said(made)  # there is no other


def test_what_a_list_of_votes_is_stands_below_its_title_and_a_vote_that_is_left_out_is_told() -> None:
    whole = invented_meeting()
    secret = replace(item_of(whole, 73), confidential=True)

    made = division_list.build(public_copy(whole.with_item(secret)))

    assert [type(node) for node in made.nodes[:4]] == [Heading, Quiet, Quiet, Heading]
    assert "§\u00a073 Ärende som omfattas av sekretess" in headings(made)


def test_the_whole_protocol_is_as_it_was() -> None:
    made = protocol.build(meeting())

    assert [node for node in made.nodes if isinstance(node, Signatures)]
    assert made.running.initials
    assert "offentlig version" not in said(made)


# --- masked words


def test_masked_words_of_what_was_moved_are_in_none_of_the_sentences_made_of_it() -> None:
    hidden = (Text((Run("bifall till stöd åt "), MASKED)),)
    motions = (
        Motion(id=1, asks=Asks.APPROVE, by=(EK,), text=hidden),
        replace(in_writing(2, ""), text=(*hidden, *hidden)),
    )
    opinion = Opinion(id=1, kind=OpinionKind.STATEMENT, by=(EK,), text=hidden, motion=1)
    whole = invented_meeting()
    item = replace(item_of(whole, 74), motions=motions, opinions=(opinion,), proposal=hidden)

    made = protocol.build(public_copy(whole.with_item(item)))

    assert CANARY in said(protocol.build(whole.with_item(item)))
    assert CANARY not in repr(made)
    assert "[uppgift utelämnad]" in said(made)


def test_where_she_changed_a_sentence_the_rest_is_still_written_from_the_record() -> None:
    first, second = (Motion(id=n, asks=Asks.REJECT, by=(who,)) for n, who in ((1, EK), (2, ORN)))
    was = Said(key="motion 1", words=from_plain("Britta Ek (M) yrkar avslag."))
    other = Said(key="motion 2", words=from_plain("Någon (V) yrkar avslag."))
    changed = (Text((Run("Britta Ek (M) yrkar avslag på allt som rör "), MASKED, Run("."))),)
    own = OwnText(id=1, part=Written.MOTIONS, text=(*changed, *other.words), said=(was, other))
    whole = invented_meeting()
    item = replace(item_of(whole, 74), motions=(first, second), own_texts=(own,))

    record = public_copy(whole.with_item(item))

    made = said(protocol.build(record))
    assert CANARY not in repr(record)
    assert "Britta Ek (M) yrkar avslag på allt som rör [uppgift utelämnad]." in made
    assert "David Örn (V) yrkar avslag." in made
    assert "Någon (V)" not in made


@pytest.mark.parametrize("part", [Written.PROCEEDINGS, Written.DECISION])
def test_her_own_proceedings_and_decision_are_printed_as_they_stand(part: Written) -> None:
    text = (Text((Run("Hjälp beviljas "), MASKED, Run("."))),)
    own = OwnText(id=1, part=part, said=(Said(key="decision", words=from_plain("Hjälp beviljas.")),))
    whole = invented_meeting()
    item = replace(item_of(whole, 74), proceedings=text, decision=text, own_texts=(own,))

    record = public_copy(whole.with_item(item))

    made = item_of(record, 74)
    assert "Hjälp beviljas [uppgift utelämnad]." in plain(made.proceedings) + plain(made.decision)
    assert CANARY not in repr(record)
    assert said(protocol.build(record)).count("Hjälp beviljas [uppgift utelämnad].") == 2
