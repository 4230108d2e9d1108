"""How questions were put and what was found, in the phrases of real protocols."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from documents.situations import (
    AL,
    ASK,
    BERG,
    EK,
    OFFICE,
    OMAN,
    ORN,
    PROPOSAL,
    SD,
    assembly,
    committee,
    moved,
    put,
    says,
    voted,
)
from klubban.documents.written import written
from klubban.domain import meeting as m
from klubban.domain.decided import Adopted, Asks, Division, Puts, Question, Written
from klubban.i18n import texts

APPROVE, REJECT = moved(1, Asks.APPROVE, AL), moved(2, Asks.REJECT, ASK)
OTHER = moved(3, Asks.OTHER, EK, text="att planen gäller i två år")
THIRD = moved(4, Asks.OTHER, ORN, text="att planen gäller i fem år")


def proceedings(**facts: Any) -> list[str]:
    """Return the sentences of the proceedings, of an item with a proposal."""
    return says(Written.PROCEEDINGS, **({"proposal": PROPOSAL} | facts))


def test_the_only_proposal_is_adopted() -> None:
    assert proceedings(puts=(put(1, Puts.MAIN, Adopted.PROPOSAL),)) == [
        "Ordföranden frågar om kommunstyrelsen beslutar enligt förslaget och finner att så sker."
    ]


def test_the_proposal_is_the_administrations() -> None:
    offered = moved(9, Asks.APPROVE, OFFICE, text="Kommunstyrelseförvaltningens förslag")

    assert proceedings(motions=(offered,), puts=(put(1, Puts.MAIN, Adopted.PROPOSAL),)) == [
        "Ordföranden frågar om kommunstyrelsen beslutar enligt kommunstyrelseförvaltningens förslag "
        "och finner att så sker."
    ]


def test_a_proposal_that_stands_alone_falls() -> None:
    assert proceedings(puts=(put(1, Puts.MAIN, Adopted.REJECTED),)) == [
        "Ordföranden frågar om kommunstyrelsen beslutar enligt förslaget och finner att kommunstyrelsen "
        "avslår förslaget."
    ]


def test_approval_is_put_against_rejection() -> None:
    for_it = proceedings(motions=(APPROVE, REJECT), puts=(put(1, Puts.MAIN, Adopted.PROPOSAL),))
    against = proceedings(motions=(APPROVE, REJECT), puts=(put(1, Puts.MAIN, Adopted.MOTION, 2),))

    asks = "Ordföranden ställer propositioner på bifall till respektive avslag på förslaget och finner att "
    assert for_it == [f"{asks}det bifallits."]
    assert against == [f"{asks}det avslagits."]


def test_proposals_are_put_against_each_other() -> None:
    asks = "Ordföranden ställer förslagen mot varandra och finner att "

    assert proceedings(motions=(APPROVE, OTHER), puts=(put(1, Puts.MAIN, Adopted.PROPOSAL),)) == [
        f"{asks}kommunstyrelsen beslutar enligt förslaget."
    ]
    assert proceedings(motions=(APPROVE, OTHER), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == [
        f"{asks}Britta Eks (M) yrkande bifallits."
    ]


def test_motions_without_a_proposal_are_put() -> None:
    assert proceedings(proposal=(), motions=(OTHER, THIRD), puts=(put(1, Puts.MAIN, Adopted.MOTION, 4),)) == [
        "Ordföranden ställer propositioner på yrkandena och finner att David Örns (V) yrkande bifallits."
    ]


def test_the_chair_finds_their_own_motion_approved() -> None:
    own = moved(3, Asks.OTHER, OMAN, text="att planen gäller i två år")

    assert proceedings(proposal=(), motions=(own, THIRD), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == [
        "Ordföranden ställer propositioner på yrkandena och finner att det egna yrkandet bifallits."
    ]


def test_a_motion_of_several_is_named_by_the_first_of_them() -> None:
    several = moved(3, Asks.OTHER, EK, ASK, ORN, text="att planen gäller i två år")

    assert proceedings(motions=(several,), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == [
        "Ordföranden ställer förslagen mot varandra och finner att Britta Eks (M) m.fl. yrkande bifallits."
    ]


def test_the_matter_is_decided_today_and_not_referred_back() -> None:
    back = moved(5, Asks.REFER_BACK, EK)
    asks = "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att "

    assert proceedings(motions=(back,), puts=(put(1, Puts.REFER_BACK, Adopted.REJECTED, 5),)) == [
        f"{asks}ärendet ska avgöras i dag."
    ]
    assert proceedings(motions=(back,), puts=(put(1, Puts.REFER_BACK, Adopted.MOTION, 5),)) == [
        f"{asks}ärendet återremitteras."
    ]


def test_the_matter_is_postponed() -> None:
    later = moved(5, Asks.POSTPONE, EK)

    assert proceedings(motions=(later,), puts=(put(1, Puts.POSTPONE, Adopted.MOTION, 5),)) == [
        "Ordföranden frågar om ärendet ska avgöras i dag eller bordläggas och finner att ärendet bordläggs."
    ]


def test_the_meeting_goes_on_although_adjournment_was_moved() -> None:
    pause = moved(5, Asks.ADJOURN, EK)

    assert proceedings(motions=(pause,), puts=(put(1, Puts.ADJOURN, Adopted.REJECTED, 5),)) == [
        "Ordföranden frågar om sammanträdet ska ajourneras eller fortsätta och finner att det fortsätter."
    ]


def test_an_addition_of_a_party_is_rejected() -> None:
    added = moved(5, Asks.ADD, SD, text="att planen följs upp")

    assert proceedings(motions=(added,), puts=(put(1, Puts.ADDITION, Adopted.REJECTED, 5),)) == [
        "Ordföranden ställer propositioner på bifall respektive avslag på tilläggsyrkandet från SD "
        "och finner att det avslagits."
    ]


def test_an_amendment_is_approved() -> None:
    amended = moved(5, Asks.AMEND, BERG, text="300 kronor")

    assert proceedings(motions=(amended,), puts=(put(1, Puts.AMENDMENT, Adopted.MOTION, 5),)) == [
        "Ordföranden ställer propositioner på bifall respektive avslag på Åsa Bergs (MP) ändringsyrkande "
        "och finner att det bifallits."
    ]


def test_two_additions_of_one_member_are_told_apart() -> None:
    added = (
        moved(5, Asks.ADD, ORN, text="att planen följs upp"),
        moved(6, Asks.ADD, ORN, text="att barn hörs"),
    )

    told = proceedings(motions=added, puts=(put(1, Puts.ADDITION, Adopted.REJECTED, 6),))

    assert told == [
        "Ordföranden ställer propositioner på bifall respektive avslag på David Örns (V) andra "
        "tilläggsyrkande och finner att det avslagits."
    ]


def test_the_order_is_approved_before_it_is_gone_through() -> None:
    back = moved(5, Asks.REFER_BACK, EK)
    puts = (put(1, Puts.REFER_BACK, Adopted.REJECTED, 5), put(2, Puts.MAIN, Adopted.PROPOSAL))

    told = proceedings(meeting=assembly(), order_approved=True, motions=(back,), puts=puts)

    assert told == [
        "Kommunfullmäktige godkänner redovisad propositionsordning.",
        "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att ärendet ska "
        "avgöras i dag.",
        "Ordföranden frågar om kommunfullmäktige beslutar enligt förslaget och finner att så sker.",
    ]


def test_a_vote_is_called_for() -> None:
    anybody = Division(id=7, put=1, yes="bifall", no="avslag")
    somebody = Division(id=7, put=1, yes="bifall", no="avslag", asked_by="Finn Ask (SD)")
    puts = (put(1, Puts.MAIN, Adopted.PROPOSAL),)

    assert proceedings(motions=(REJECT,), puts=puts, divisions=(anybody,))[1] == "Omröstning begärs."
    assert (
        proceedings(motions=(REJECT,), puts=puts, divisions=(somebody,))[1]
        == "Finn Ask (SD) begär omröstning."
    )


def test_of_three_proposals_the_chair_finds_the_counter_proposal() -> None:
    division = Division(id=7, put=1, yes="a", no="b", yes_motion=3, no_motion=4, votes=voted(yes=7, no=5))

    told = proceedings(
        motions=(APPROVE, OTHER, THIRD),
        puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),),
        divisions=(division,),
    )

    assert told == [
        "Ordföranden ställer förslagen mot varandra och finner att Britta Eks (M) yrkande bifallits.",
        "Omröstning begärs.",
        "Ordföranden antecknar Britta Eks (M) yrkande som ja-proposition i huvudvoteringen.",
        "Ordföranden ställer härefter propositioner på återstående yrkanden och finner att David Örns (V) "
        "yrkande antagits som motförslag i huvudvoteringen.",
    ]


def test_of_three_proposals_a_vote_chooses_the_counter_proposal() -> None:
    counter = Division(
        id=6,
        put=1,
        yes="a",
        no="b",
        question=Question.COUNTER_PROPOSAL,
        no_motion=4,
        votes=voted(yes=5, no=8),
    )
    main = Division(
        id=7, put=1, after=6, yes="a", no="b", yes_motion=3, no_motion=4, votes=voted(yes=7, no=6)
    )

    told = proceedings(
        motions=(APPROVE, OTHER, THIRD),
        puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),),
        divisions=(counter, main),
    )

    assert told[2:] == [
        "Ordföranden antecknar Britta Eks (M) yrkande som ja-proposition i huvudvoteringen.",
        "Ordföranden ställer härefter propositioner på återstående yrkanden. Omröstning om "
        "motförslag begärs.",
    ]


def test_the_keys_of_sentences_stay_while_one_vote_leads_to_another() -> None:
    counter = Division(id=6, put=1, yes="a", no="b", question=Question.COUNTER_PROPOSAL, no_motion=4)
    main = Division(id=7, put=1, after=6, yes="a", no="b", yes_motion=3, no_motion=4)

    def keys(*divisions: Division) -> list[str]:
        item = m.Item(
            id=1,
            title="A",
            motions=(APPROVE, OTHER, THIRD),
            puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),),
            divisions=divisions,
        )
        told = written(committee(items=(item,)), item, Written.PROCEEDINGS, texts("sv"))
        return [each.key for each in told]

    assert keys(counter) == ["put 1", "put 1 called", "put 1 main proposal", "put 1 counter-proposal"]
    assert keys(counter, main) == keys(counter)


def test_an_adjournment_is_told_where_it_was_taken_and_a_pause_is_not() -> None:
    meeting = committee(
        recesses=(
            m.Recess(id=1, starts=time(15, 15), ends=time(17, 0), adjourned=True, after=1),
            m.Recess(id=2, starts=time(17, 30), ends=time(17, 40), after=1),
            m.Recess(
                id=3,
                starts=time(21, 30),
                ends=time(18, 30),
                ends_on=date(2026, 11, 19),
                adjourned=True,
                after=1,
            ),
        )
    )

    assert proceedings(meeting=meeting) == [
        "Sammanträdet ajourneras kl. 15.15 och återupptas kl. 17.00.",
        "Sammanträdet ajourneras kl. 21.30 och återupptas torsdagen den 19 november 2026 kl. 18.30.",
    ]


def test_a_question_that_nothing_was_found_of_is_not_told() -> None:
    assert proceedings(puts=(put(1, Puts.MAIN),)) == []


def test_english_protocols_put_the_questions_in_english() -> None:
    told = says(
        Written.PROCEEDINGS,
        language="en",
        proposal=PROPOSAL,
        motions=(APPROVE, OTHER),
        puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),),
    )

    assert told == [
        "The chair puts the proposals against each other and finds that Britta Ek’s (M) motion is approved."
    ]


def test_of_two_referrals_back_it_is_told_which_was_approved() -> None:
    motions = (
        moved(5, Asks.REFER_BACK, EK, text="för en ny kostnadsberäkning"),
        moved(6, Asks.REFER_BACK, ORN, text="för en barnkonsekvensanalys"),
    )
    facts: dict[str, Any] = {"motions": motions, "puts": (put(1, Puts.REFER_BACK, Adopted.MOTION, 6),)}

    assert says(Written.PROCEEDINGS, None, "en", proposal=PROPOSAL, **facts) == [
        "The chair asks whether the matter is to be decided today or referred back and finds that the matter "
        "is referred back according to David Örn’s (V) motion to refer back."
    ]
    assert says(Written.DECISION, None, proposal=PROPOSAL, **facts) == [
        "Ärendet återremitteras för en barnkonsekvensanalys."
    ]


def test_what_is_rejected_besides_is_no_part_of_what_is_decided() -> None:
    loyal = moved(1, Asks.APPROVE, AL, text="förvaltningens förslag och avslag på övriga yrkanden")
    facts: dict[str, Any] = {"motions": (loyal, OTHER), "puts": (put(1, Puts.MAIN, Adopted.PROPOSAL, 1),)}

    assert says(Written.MOTIONS, proposal=PROPOSAL, **facts)[0] == (
        "Cajsa Ål (S) yrkar bifall till förvaltningens förslag och avslag på övriga yrkanden."
    )
    assert says(Written.PROCEEDINGS, proposal=PROPOSAL, **facts) == [
        "Ordföranden ställer förslagen mot varandra och finner att kommunstyrelsen beslutar enligt "
        "förvaltningens förslag."
    ]
