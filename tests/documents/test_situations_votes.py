"""Votes as protocols tell them: meanings, names, totals, and what they came to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from documents.situations import (
    AL,
    ASK,
    ASP,
    BERG,
    EK,
    OMAN,
    ORN,
    OSTH,
    PROPOSAL,
    RASK,
    SD,
    assembly,
    committee,
    liking,
    moved,
    put,
    says,
    voted,
)
from klubban.domain import meeting as m
from klubban.domain.decided import Adopted, Asks, Ballot, Division, Puts, Question, Vote, Written
from klubban.domain.habits import Habits, VotesAs
from klubban.domain.text import from_plain

SENTENCES = liking(Habits(votes=VotesAs.SENTENCES))
APART = liking(Habits(votes=VotesAs.APPENDIX))
BACK = moved(5, Asks.REFER_BACK, EK)
OTHER = moved(3, Asks.OTHER, EK, text="att planen gäller i två år")
THIRD = moved(4, Asks.OTHER, ORN, text="att planen gäller i fem år")
MAIN = put(1, Puts.MAIN)


def told(meeting: m.Meeting | None = None, language: str = "sv", **facts: Any) -> list[str]:
    """Return the sentences of the votes of an item with a proposal, without the tables."""
    found = says(Written.DIVISIONS, meeting or assembly(), language, **({"proposal": PROPOSAL} | facts))
    return found[: found.index("Namn")] if "Namn" in found else found


def by_a_third(**facts: Any) -> Division:
    """Return a vote on referral back, in which a third is enough; no is for the motion."""
    given = {"question": Question.REFER_BACK, "yes": "a", "no": "b"} | facts
    return Division(id=7, put=1, no_motion=5, minority=True, **given)


def test_what_yes_and_no_are_for_is_approved_first() -> None:
    division = Division(
        id=7, yes="bifall till Cajsa Åls (S) yrkande", no="bifall till Britta Eks (M) yrkande"
    )

    assert told(divisions=(division,)) == [
        "Godkänd voteringsproposition: ”Ja för bifall till Cajsa Åls (S) yrkande och Nej för bifall till "
        "Britta Eks (M) yrkande.”"
    ]


def test_yes_may_be_for_rejection() -> None:
    division = Division(id=7, yes="avslag", no="bifall till tilläggsyrkande från SD")

    assert told(divisions=(division,)) == [
        "Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till tilläggsyrkande från SD.”"
    ]


def test_members_alternates_and_the_chair_vote_in_sentences() -> None:
    answers = voted(yes=(AL, ORN, ASP, OSTH, RASK, BERG, OMAN), no=(EK,), abstained=(ASK,))
    division = Division(id=7, yes="bifall", no="avslag", votes=answers)

    assert told(committee(body=SENTENCES), divisions=(division,))[1:] == [
        "Cajsa Ål (S), David Örn (V), Eva Asp (C), Ida Östh (M), tjänstgörande ersättarna Jan Rask (KD) och "
        "Åsa Berg (MP) samt ordföranden Åke Öman (S) röstar ja (7).",
        "Britta Ek (M) röstar nej (1).",
        "Finn Ask (SD) avstår från att rösta (1).",
        "Omröstningen utfaller med 7 ja mot 1 nej. 1 ledamot avstår.",
    ]


def test_one_alternate_and_members_without_the_chair_vote_in_a_sentence() -> None:
    answers = voted(yes=(AL, ORN, RASK), no=(EK, ASK, OMAN), absent=(ASP,), not_taking_part=(OSTH,))
    division = Division(id=7, yes="bifall", no="avslag", votes=answers)

    assert told(committee(body=SENTENCES), divisions=(division,))[1:5] == [
        "Cajsa Ål (S), David Örn (V) och tjänstgörande ersättaren Jan Rask (KD) röstar ja (3).",
        "Britta Ek (M), Finn Ask (SD) och ordföranden Åke Öman (S) röstar nej (3).",
        "Eva Asp (C) är frånvarande (1).",
        "Ida Östh (M) deltar inte i omröstningen (1).",
    ]


def test_in_a_large_assembly_the_names_are_an_appendix() -> None:
    division = Division(id=7, yes="a", no="b", votes=voted(yes=43, no=37, absent=1))

    found = told(assembly(body=APART), divisions=(division,))

    assert found[1] == (
        "Omröstningen utfaller med 43 ja mot 37 nej. 1 ledamot är frånvarande. Hur var och en röstar framgår "
        "av bilaga 1."
    )


def test_several_abstain_and_take_no_part() -> None:
    division = Division(id=7, yes="a", no="b", votes=voted(yes=22, no=19, abstained=2, not_taking_part=3))

    assert told(divisions=(division,))[1] == (
        "Omröstningen utfaller med 22 ja mot 19 nej. 2 ledamöter avstår. 3 ledamöter deltar inte i "
        "omröstningen."
    )


def test_the_vote_approves_a_motion_although_most_abstain() -> None:
    division = Division(id=7, put=1, yes="a", no="b", yes_motion=3, votes=voted(yes=4, no=3, abstained=6))

    assert told(motions=(OTHER,), puts=(MAIN,), divisions=(division,))[1:] == [
        "Omröstningen utfaller med 4 ja mot 3 nej. 6 ledamöter avstår.",
        "Kommunfullmäktige beslutar därmed att bifalla Britta Eks (M) yrkande.",
    ]


def test_the_vote_is_for_the_proposal() -> None:
    division = Division(id=7, put=1, yes="a", no="b", no_motion=3, votes=voted(yes=7, no=5))

    assert told(motions=(OTHER,), puts=(MAIN,), divisions=(division,))[-1] == (
        "Kommunfullmäktige beslutar därmed enligt förslaget."
    )


def test_the_vote_rejects_the_proposal() -> None:
    reject = moved(2, Asks.REJECT, SD, text="motionen")
    division = Division(id=7, put=1, yes="avslag", no="bifall", yes_motion=2, votes=voted(yes=7, no=5))

    assert told(motions=(reject,), puts=(MAIN,), divisions=(division,))[-1] == (
        "Kommunfullmäktige beslutar därmed att avslå motionen."
    )


def test_the_chairs_casting_vote_decides() -> None:
    division = Division(
        id=7, put=1, yes="a", no="b", yes_motion=3, votes=voted(yes=6, no=6), casting_vote=Vote.YES
    )

    assert told(motions=(OTHER,), puts=(MAIN,), divisions=(division,))[-1] == (
        "Kommunfullmäktige beslutar med ordförandens utslagsröst att bifalla Britta Eks (M) yrkande."
    )


def test_what_the_chair_moved_is_not_called_the_bodys_own_motion() -> None:
    own = moved(3, Asks.OTHER, OMAN, text="att planen gäller i två år")
    division = Division(
        id=7, put=1, yes="a", no="b", yes_motion=3, votes=voted(yes=6, no=6), casting_vote=Vote.YES
    )

    assert told(motions=(own,), puts=(MAIN,), divisions=(division,))[-1] == (
        "Kommunfullmäktige beslutar med ordförandens utslagsröst att bifalla Åke Ömans (S) yrkande."
    )


def test_lots_are_drawn_about_an_employment() -> None:
    division = Division(id=7, put=1, yes="a", no="b", no_motion=3, votes=voted(yes=6, no=6), lot=Vote.NO)

    assert told(motions=(OTHER,), puts=(MAIN,), divisions=(division,))[2:] == [
        "Rösterna är lika många och lottning sker. Lotten faller på nej.",
        "Kommunfullmäktige beslutar därmed efter lottning att bifalla Britta Eks (M) yrkande.",
    ]


def test_a_tie_that_nothing_broke_has_no_result() -> None:
    division = Division(id=7, put=1, yes="a", no="b", yes_motion=3, votes=voted(yes=6, no=6))

    assert told(motions=(OTHER,), puts=(MAIN,), divisions=(division,))[1:] == [
        "Omröstningen utfaller med 6 ja mot 6 nej."
    ]


def test_the_matter_is_decided_today_by_vote() -> None:
    division = Division(
        id=7,
        put=1,
        question=Question.REFER_BACK,
        yes="att ärendet avgörs i dag",
        no="återremiss",
        no_motion=5,
        votes=voted(yes=7, no=5),
    )

    assert told(motions=(BACK,), puts=(put(1, Puts.REFER_BACK, motion=5),), divisions=(division,)) == [
        "Godkänd voteringsproposition: ”Ja för att ärendet avgörs i dag och Nej för återremiss.”",
        "Omröstningen utfaller med 7 ja mot 5 nej.",
        "Kommunfullmäktige beslutar därmed att avgöra ärendet i dag.",
    ]


def test_a_minority_refers_the_matter_back_with_fewer_votes() -> None:  # KL 5 kap. 50 §
    division = by_a_third(votes=voted(yes=43, no=37))

    assert told(motions=(BACK,), puts=(put(1, Puts.REFER_BACK, motion=5),), divisions=(division,))[1:] == [
        "Omröstningen utfaller med 43 ja mot 37 nej.",
        "Av 80 närvarande ledamöter röstar 37 för återremiss. Det är färre än de som röstar emot men minst "
        "en tredjedel av de närvarande, vilket räcker (5 kap. 50 § kommunallagen).",
        "Kommunfullmäktige har därmed beslutat att återremittera ärendet genom en minoritetsåterremiss.",
    ]


def test_a_tie_that_the_chair_broke_otherwise_is_still_a_minoritys_referral_back() -> None:
    division = by_a_third(votes=voted(yes=6, no=6), casting_vote=Vote.YES)
    facts: dict[str, Any] = {"motions": (BACK,), "puts": (put(1, Puts.REFER_BACK, motion=5),)}

    assert told(divisions=(division,), **facts)[-1] == (
        "Kommunfullmäktige har därmed beslutat att återremittera ärendet genom en minoritetsåterremiss."
    )
    assert told(divisions=(replace(division, casting_vote=Vote.NO),), **facts)[-1] == (
        "Kommunfullmäktige beslutar med ordförandens utslagsröst att återremittera ärendet."
    )


def test_less_than_a_third_refers_nothing_back() -> None:
    division = by_a_third(votes=voted(yes=54, no=26))

    assert told(motions=(BACK,), puts=(put(1, Puts.REFER_BACK, motion=5),), divisions=(division,))[-1] == (
        "Kommunfullmäktige beslutar därmed att avgöra ärendet i dag."
    )


def test_a_minority_postpones_the_matter() -> None:
    later = moved(5, Asks.POSTPONE, EK)
    division = by_a_third(question=Question.POSTPONE, votes=voted(yes=40, no=20))

    assert told(motions=(later,), puts=(put(1, Puts.POSTPONE, motion=5),), divisions=(division,))[-1] == (
        "Kommunfullmäktige har därmed beslutat att bordlägga ärendet genom en minoritetsbordläggning."
    )


def test_a_counter_proposal_is_voted_on_and_then_the_main_vote_held() -> None:
    counter = Division(
        id=6,
        put=1,
        yes="bifall till förslaget",
        no="bifall till David Örns (V) yrkande",
        question=Question.COUNTER_PROPOSAL,
        no_motion=4,
        votes=voted(yes=6, no=7),
    )
    main = Division(
        id=7,
        put=1,
        after=6,
        yes="a",
        no="b",
        yes_motion=3,
        no_motion=4,
        votes=voted(yes=4, no=3, abstained=6),
    )
    facts: dict[str, Any] = {"motions": (OTHER, THIRD), "puts": (MAIN,), "divisions": (counter, main)}

    found = says(Written.DIVISIONS, committee(body=APART, attendance=()), proposal=PROPOSAL, **facts)

    assert found == [
        "Omröstning om motförslag",
        "Godkänd voteringsproposition: ”Ja för bifall till förslaget och Nej för bifall till David Örns (V) "
        "yrkande.”",
        "Omröstningen utfaller med 6 ja mot 7 nej. Hur var och en röstar framgår av bilaga 1.",
        "David Örns (V) yrkande har därmed antagits som motförslag i huvudvoteringen.",
        "Huvudvotering",
        "Godkänd voteringsproposition: ”Ja för a och Nej för b.”",
        "Omröstningen utfaller med 4 ja mot 3 nej. 6 ledamöter avstår. Hur var och en röstar framgår av "
        "bilaga 2.",
        "Kommunstyrelsen beslutar därmed att bifalla Britta Eks (M) yrkande.",
    ]


def test_what_won_the_first_vote_on_the_counter_proposal_is_not_that_yet() -> None:
    """There are four proposals: it is put against the last one before it is the counter-proposal."""
    fourth = moved(5, Asks.REJECT, SD)
    facts: dict[str, Any] = {
        "motions": (OTHER, THIRD, fourth),
        "puts": (put(1, Puts.MAIN, Adopted.PROPOSAL),),
    }
    first = Division(
        id=6,
        put=1,
        yes="a",
        no="b",
        question=Question.COUNTER_PROPOSAL,
        yes_motion=3,
        no_motion=4,
        votes=voted(yes=6, no=7),
    )
    second = replace(first, id=7, yes_motion=4, no_motion=5)

    assert "David Örn’s (V) motion is thereby put against the next of the remaining motions." in told(
        assembly(body=APART), "en", divisions=(first,), **facts
    )
    assert [
        words
        for words in told(assembly(body=APART), divisions=(first, second), **facts)
        if "antagits" in words
    ] == ["Yrkandet från SD har därmed antagits som motförslag i huvudvoteringen."]


def test_the_chairs_casting_vote_chooses_the_counter_proposal() -> None:
    counter = Division(
        id=6,
        put=1,
        yes="a",
        no="b",
        question=Question.COUNTER_PROPOSAL,
        no_motion=4,
        votes=voted(yes=6, no=6),
        casting_vote=Vote.NO,
    )

    assert told(motions=(OTHER, THIRD), puts=(MAIN,), divisions=(counter,))[-1] == (
        "David Örns (V) yrkande har med ordförandens utslagsröst antagits som motförslag i huvudvoteringen."
    )


def test_an_addition_is_approved_by_vote() -> None:
    added = moved(5, Asks.ADD, SD, text="att planen följs upp")
    division = Division(id=7, put=1, yes="a", no="b", yes_motion=5, votes=voted(yes=7, no=5))

    assert told(motions=(added,), puts=(put(1, Puts.ADDITION, motion=5),), divisions=(division,))[-1] == (
        "Kommunfullmäktige beslutar därmed att bifalla tilläggsyrkandet från SD."
    )


def test_a_ballot_tells_totals_alone() -> None:  # KL 5 kap. 54 §
    division = Division(
        id=7, put=1, yes="a", no="b", yes_motion=3, ballot=Ballot(yes=7, no=5, blank=1, invalid=0)
    )

    assert told(motions=(OTHER,), puts=(MAIN,), divisions=(division,))[1:] == [
        "Den slutna omröstningen utfaller med 7 ja mot 5 nej. Blanka röster: 1. Ogiltiga röster: 0.",
        "Kommunfullmäktige beslutar därmed att bifalla Britta Eks (M) yrkande.",
    ]


def test_english_protocols_tell_votes_in_english() -> None:
    division = Division(
        id=7, put=1, yes="a", no="b", yes_motion=3, votes=voted(yes=6, no=6), casting_vote=Vote.YES
    )

    found = told(
        committee(body=APART, attendance=()), "en", motions=(OTHER,), puts=(MAIN,), divisions=(division,)
    )

    assert found == [
        "Approved question: “Yes for a and No for b.”",
        "The vote ends with 6 yes and 6 no. How each of them votes is told by appendix 1.",
        "Kommunstyrelsen decides to approve Britta Ek’s (M) motion with the chair’s casting vote.",
    ]


def test_approval_of_a_motion_that_the_proposal_rejects_is_voted_on_by_its_own_name() -> None:
    """Yes is for the proposal to reject the motion, and no for the motion itself."""
    against = moved(3, Asks.APPROVE, ORN, text="motionen")
    facts: dict[str, Any] = {"proposal": from_plain("Motionen avslås."), "motions": (against,)}
    division = Division(
        id=7,
        put=1,
        yes="bifall till förslaget",
        no="bifall till motionen",
        no_motion=3,
        votes=voted(yes=5, no=7),
    )

    found = says(Written.DIVISIONS, assembly(), puts=(MAIN,), divisions=(division,), **facts)
    put_to_vote = says(Written.PROCEEDINGS, assembly(), puts=(put(1, Puts.MAIN, Adopted.PROPOSAL),), **facts)

    assert put_to_vote == [
        "Ordföranden ställer förslagen mot varandra och finner att kommunfullmäktige beslutar enligt "
        "förslaget."
    ]
    assert found[2] == "Kommunfullmäktige beslutar därmed att bifalla motionen."
    assert says(Written.DECISION, assembly(), "en", puts=(MAIN,), divisions=(division,), **facts) == [
        "Motionen is approved."
    ]
