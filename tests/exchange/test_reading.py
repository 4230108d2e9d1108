from __future__ import annotations

from pathlib import Path

from exchange.builders import a_document, as_bytes, with_item, with_meeting
from klubban.domain.decided import Vote
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Bullets, Points, Run, Text, from_plain
from klubban.exchange.open_format import parse
from klubban.exchange.parts import Mover, Who, WhoOrName

REAL = Path(__file__).parents[1] / "data" / "jarfalla-ks-2016-02-22.json"

VOTE = {"yes": "bifall", "no": "avslag"}


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse(b"\xef\xbb\xbf" + as_bytes(a_document())).bodies[0].key == "ks"


def test_letters_are_composed_and_markup_is_only_letters() -> None:
    item = parse(as_bytes(with_item(title="A\u030a <b>&", summary="<b>&"))).meetings[0].items[0]

    assert (item.title, item.summary) == ("Å <b>&", from_plain("<b>&"))


def test_blank_lines_part_the_texts_of_a_string() -> None:
    item = parse(as_bytes(with_item(summary="Ett.\n\nTvå."))).meetings[0].items[0]

    assert item.summary == (Text((Run("Ett."),)), Text((Run("Två."),)))


def test_blocks_keep_their_styles() -> None:
    blocks = [{"p": ["Ja ", {"b": "alla"}]}, {"bullets": [{"i": {"b": "x"}}]}]

    summary = parse(as_bytes(with_item(summary=blocks))).meetings[0].items[0].summary

    assert summary == (
        Text((Run("Ja "), Run("alla", bold=True))),
        Bullets(((Run("x", bold=True, italic=True),),)),
    )


def test_a_decision_is_points_or_a_text() -> None:
    points = (
        parse(as_bytes(with_item(decision=["Ett.", ["Två ", {"b": "och"}, " tre."]]))).meetings[0].items[0]
    )
    text = parse(as_bytes(with_item(decision="Informationen antecknas."))).meetings[0].items[0]

    assert points.decision == (Points(((Run("Ett."),), (Run("Två "), Run("och", bold=True), Run(" tre.")))),)
    assert text.decision == from_plain("Informationen antecknas.")


def test_one_stands_for_a_list_of_one() -> None:
    document = with_meeting(verification={"paragraphs": "1-3, 5"}, notice={"posted": "2016-02-26"})

    meeting = parse(as_bytes(document)).meetings[0]

    assert [each.paragraphs for each in meeting.verification] == [Paragraphs(((1, 3), (5, 5)))]
    assert len(meeting.notice) == 1


def test_a_motion_is_moved_by_people_or_parties_or_by_a_name_that_is_none() -> None:
    moved = [{"by": by, "asks": "add"} for by in ("al", ["ek", {"party": "M"}], {"party": "M"}, [])]

    motions = parse(as_bytes(with_item(motions=moved))).meetings[0].items[0].motions

    assert [motion.by for motion in motions] == [
        (WhoOrName(key="al"),),
        (Mover(key="ek"), Mover(name="M", party="M")),
        (Mover(name="M", party="M"),),
        (),
    ]


def test_votes_stand_by_key_or_in_a_list() -> None:
    by_key = {**VOTE, "votes": {"ek": "yes", "al": "absent"}}
    listed = {**VOTE, "votes": [{"person": {"key": "ek", "name": "Åsa Öst"}, "vote": "no"}]}

    divisions = parse(as_bytes(with_item(divisions=[by_key, listed]))).meetings[0].items[0].divisions

    votes = [[(vote.person, vote.vote) for vote in division.votes] for division in divisions]
    assert votes == [
        [(Who(key="ek"), Vote.YES), (Who(key="al"), Vote.ABSENT)],
        [(Who(key="ek", name="Åsa Öst"), Vote.NO)],
    ]


def test_the_real_meeting_is_read() -> None:
    document = parse(REAL.read_bytes())

    meeting = document.meetings[0]
    assert (len(document.people), len(meeting.attendance), meeting.items[0].paragraph) == (36, 35, 19)
