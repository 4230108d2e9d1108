"""What was decided, written from what was adopted; elections; and a body's own habits."""

from __future__ import annotations

from datetime import date
from typing import Any

from documents.situations import (
    AL,
    ASP,
    BERG,
    EK,
    OFFICE,
    OMAN,
    ORN,
    OSTH,
    PROPOSAL,
    SD,
    committee,
    liking,
    moved,
    put,
    says,
    voted,
)
from klubban.documents import elections, paragraph
from klubban.documents.decision_points import printed
from klubban.documents.tree import Heading
from klubban.domain import decided as d
from klubban.domain import meeting as m
from klubban.domain.assignment import Assignment
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Motion, Proposal, Puts, Written
from klubban.domain.habits import Habits, Part, PointsAs, habits_of
from klubban.domain.rules import BodyKind
from klubban.domain.text import Blocks, Text, from_plain, lines, plain_runs, points
from klubban.i18n import texts

SV = texts("sv")
FOUND = (put(1, Puts.MAIN, Adopted.PROPOSAL),)


def decision(language: str = "sv", **facts: Any) -> list[str]:
    """Return the decision of an item with a proposal."""
    return says(Written.DECISION, language=language, **({"proposal": PROPOSAL} | facts))


def test_the_proposal_becomes_the_decision() -> None:
    assert decision(puts=FOUND) == ["Planen antas.", "Den gäller till och med 2030."]


def test_nothing_is_decided_before_something_is_found() -> None:
    assert decision(puts=(put(1, Puts.MAIN),)) == []


def test_a_proposal_that_is_only_named_is_named_in_the_decision() -> None:
    offered = moved(1, Asks.APPROVE, OFFICE, text="Kommunstyrelseförvaltningens förslag")

    assert decision(proposal=(), motions=(offered,), puts=FOUND) == [
        "Kommunstyrelsen beslutar enligt kommunstyrelseförvaltningens förslag."
    ]


def test_the_administrations_own_points_become_the_decision() -> None:
    offered = Motion(id=1, asks=Asks.APPROVE, by=(OFFICE,), text=points(["Taxan höjs.", "Den ses över."]))

    assert decision(proposal=(), motions=(offered,), puts=FOUND) == ["Taxan höjs.", "Den ses över."]


def test_a_motion_that_is_a_clause_becomes_a_sentence() -> None:
    other = moved(3, Asks.OTHER, EK, text="att planen gäller i två år")

    assert decision(motions=(other,), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == [
        "Planen gäller i två år."
    ]


def test_a_motion_to_do_something_says_who_decides_to() -> None:
    other = moved(3, Asks.OTHER, EK, text="att avslå förslaget och anta planen från 2018")

    assert decision(motions=(other,), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == [
        "Kommunstyrelsen beslutar att avslå förslaget och anta planen från 2018."
    ]


def test_what_is_rejected_is_named() -> None:
    reject = moved(3, Asks.REJECT, EK, text="Avslag på motionen")

    assert decision(motions=(reject,), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == ["Motionen avslås."]


def test_an_addition_becomes_a_point_of_its_own() -> None:
    added = moved(3, Asks.ADD, ORN, text="att planen följs upp varje år")
    puts = (*FOUND, put(2, Puts.ADDITION, Adopted.MOTION, 3))

    assert decision(motions=(added,), puts=puts) == [
        "Planen antas.",
        "Den gäller till och med 2030.",
        "Planen följs upp varje år.",
    ]


def test_a_rejected_addition_leaves_the_decision_as_it_is() -> None:
    added = moved(3, Asks.ADD, SD, text="att planen följs upp varje år")
    puts = (*FOUND, put(2, Puts.ADDITION, Adopted.REJECTED, 3))

    assert decision(motions=(added,), puts=puts) == ["Planen antas.", "Den gäller till och med 2030."]


def test_an_amendment_is_told_below_the_points() -> None:
    amended = moved(3, Asks.AMEND, BERG, text="planen gäller till och med 2029")
    puts = (*FOUND, put(2, Puts.AMENDMENT, Adopted.MOTION, 3))

    assert decision(motions=(amended,), puts=puts)[-1] == (
        "Med följande ändring enligt Åsa Bergs (MP) ändringsyrkande: planen gäller till och med 2029."
    )


def test_the_matter_is_referred_back_in_the_motions_words() -> None:
    for words, said in {
        "": "Ärendet återremitteras.",
        "för en ny kostnadsberäkning": "Ärendet återremitteras för en ny kostnadsberäkning.",
    }.items():
        back = moved(3, Asks.REFER_BACK, EK, text=words)

        assert decision(motions=(back,), puts=(put(1, Puts.REFER_BACK, Adopted.MOTION, 3),)) == [said]


def test_long_reasons_for_referral_back_follow() -> None:
    back = Motion(
        id=3, asks=Asks.REFER_BACK, by=(EK,), text=from_plain("Kostnaden är okänd. Den ska utredas.")
    )

    assert decision(motions=(back,), puts=(put(1, Puts.REFER_BACK, Adopted.MOTION, 3),)) == [
        "Ärendet återremitteras med följande motivering:",
        "Kostnaden är okänd. Den ska utredas.",
    ]


def test_the_matter_is_postponed_to_a_day() -> None:
    later = moved(3, Asks.POSTPONE, EK, text="till sammanträdet den 3 december 2026")

    assert decision(motions=(later,), puts=(put(1, Puts.POSTPONE, Adopted.MOTION, 3),)) == [
        "Ärendet bordläggs till sammanträdet den 3 december 2026."
    ]


# --- elections


def elected(**facts: Any) -> list[str]:
    """Return what is told of an election."""
    election = d.Election(**({"id": 1, "office": "Ledamot i byggnadsnämnden"} | facts))  # type: ignore[arg-type]
    return lines(elections.nodes(committee(), m.Item(id=1, title="Val", elections=(election,)), SV))


def stood(id_: int, who: Named, votes: int | None = None, **facts: bool) -> d.Candidate:
    """Return somebody who was nominated."""
    return d.Candidate(id=id_, who=who, votes=votes, **facts)


def test_somebody_is_elected_by_acclamation() -> None:
    assert elected(candidates=(stood(1, ASP, elected=True),)) == [
        "Eva Asp (C) nomineras till ledamot i byggnadsnämnden. Ordföranden frågar om kommunstyrelsen kan "
        "välja Eva Asp (C) och finner att så sker. Eva Asp (C) väljs till ledamot i byggnadsnämnden."
    ]


def test_a_ballot_has_each_candidates_votes_and_never_the_voters() -> None:  # KL 5 kap. 54 §
    found = elected(
        method=d.ElectionMethod.BALLOT,
        candidates=(stood(1, ASP, 7, elected=True), stood(2, EK, 5)),
        blank=1,
    )

    assert found == [
        "Eva Asp (C) och Britta Ek (M) nomineras till ledamot i byggnadsnämnden. Valet genomförs med slutna "
        "sedlar. Eva Asp (C) får 7 röster och Britta Ek (M) får 5 röster. 1 röst är blank. Eva Asp (C) väljs "
        "till ledamot i byggnadsnämnden."
    ]


def test_the_lot_elects_after_a_tie() -> None:  # KL 5 kap. 56 §
    [found] = elected(
        method=d.ElectionMethod.BALLOT,
        candidates=(stood(1, ASP, 6), stood(2, EK, 6, elected=True, by_lot=True)),
    )

    assert found.endswith(
        "Rösterna är lika många och lottning sker. Lotten faller på Britta Ek (M). Britta Ek (M) väljs till "
        "ledamot i byggnadsnämnden."
    )


def test_a_proportional_election_says_so() -> None:
    [found] = elected(method=d.ElectionMethod.PROPORTIONAL, candidates=(stood(1, ASP, elected=True),))

    assert "Proportionellt val begärs och genomförs med slutna sedlar." in found


def test_who_is_elected_stands_in_the_decision() -> None:
    election = d.Election(
        id=1, office="justerare", candidates=(stood(1, ASP, elected=True), stood(2, OSTH, elected=True))
    )

    assert decision(proposal=(), elections=(election,)) == [
        "Eva Asp (C) och Ida Östh (M) väljs till justerare."
    ]


# --- habits


def titles(habits: Habits, **facts: Any) -> list[str]:
    """Return the headings of an item’s parts."""
    given = {"id": 1, "title": "A", "decision": points(["Planen antas."]), "summary": from_plain("Kort.")}
    item = m.Item(**(given | facts))  # type: ignore[arg-type]
    nodes = paragraph.nodes(committee(body=liking(habits), items=(item,)), item, SV)
    return [node.text for node in nodes if isinstance(node, Heading) and node.level > 2]


def test_parts_come_in_the_order_and_with_the_headings_that_the_body_likes() -> None:
    liked = habits_of({"order": ["summary", "decision"], "titles": {"recipients": "Expedieras till"}})

    assert titles(Habits(), recipients=("Akten",)) == [
        "Kommunstyrelsens beslut",
        "Sammanfattning",
        "Beslutet skickas till",
    ]
    assert titles(liked, recipients=("Akten",)) == [
        "Sammanfattning",
        "Kommunstyrelsens beslut",
        "Expedieras till",
    ]


def test_points_become_clauses_where_the_body_likes_that() -> None:
    body = liking(Habits(points=PointsAs.THAT))

    def clauses(blocks: Blocks) -> list[str]:
        return [plain_runs(each.runs) for each in printed(committee(body=body), blocks, SV)]  # type: ignore[union-attr]

    assert clauses(
        points(
            [
                "Motionen avslås.",
                "Att frågan utreds.",
                "Ekby kommun står för kostnaden.",
                "Gatu- och parkchefen får ett uppdrag.",
            ]
        )
    ) == [
        "att motionen avslås.",
        "att frågan utreds.",
        "att Ekby kommun står för kostnaden.",
        "att gatu- och parkchefen får ett uppdrag.",
    ]


def test_each_of_several_votes_has_a_heading() -> None:
    votes = (
        d.Division(id=1, yes="a", no="b", question=d.Question.REFER_BACK),
        d.Division(id=2, yes="a", no="b"),
    )

    assert titles(Habits(), divisions=votes, decision=(), summary=()) == [
        "Omröstning om återremiss",
        "Huvudvotering",
    ]
    assert titles(
        Habits(titles={Part.DIVISIONS: "Votering"}), divisions=votes[1:], decision=(), summary=()
    ) == ["Votering"]


def test_forums_agree_and_act_with_an_owner_in_the_line() -> None:
    item = m.Item(
        id=1,
        title="Belysning",
        decision=from_plain("Parken lyses upp."),
        assignments=(Assignment(id=1, to=Named("Tor Blom"), text="Tar in offerter.", due=date(2026, 12, 3)),),
    )
    forum = committee(body=liking(Habits(), BodyKind.FORUM), items=(item,))

    nodes = paragraph.nodes(forum, item, SV)

    assert [node.text for node in nodes if isinstance(node, Heading)][1:] == ["Överenskommet", "Åtgärd"]
    [line] = [plain_runs(node.runs) for node in nodes if isinstance(node, Text)][1:]
    assert line.replace("\u00a0", " ") == "Tor Blom: tar in offerter, klart senast den 3 december 2026."


def test_english_decisions_are_told_in_english() -> None:
    back = moved(3, Asks.REFER_BACK, EK)

    assert decision("en", motions=(back,), puts=(put(1, Puts.REFER_BACK, Adopted.MOTION, 3),)) == [
        "The matter is referred back."
    ]


def test_what_is_proposed_to_another_body_is_not_decided_here() -> None:
    """A committee that only prepares a matter adopts nothing itself."""
    further = Proposal(id=1, body="Kommunfullmäktige", decision=PROPOSAL)
    facts: dict[str, Any] = {"proposal": PROPOSAL, "puts": (put(1, Puts.MAIN, Adopted.PROPOSAL),)}

    assert says(Written.DECISION, proposals=(further,), **facts) == []
    assert says(Written.PROCEEDINGS, proposals=(further,), **facts) == [
        "Ordföranden frågar om kommunstyrelsen beslutar enligt förslaget och finner att så sker."
    ]


def test_what_somebody_raised_is_approved_or_rejected_where_nothing_was_proposed() -> None:
    motions = (moved(1, Asks.APPROVE, AL, text="motionen"), moved(2, Asks.REJECT, EK, text="motionen"))
    won, fell = put(1, Puts.MAIN, Adopted.PROPOSAL), put(1, Puts.MAIN, Adopted.MOTION, 2)
    vote = d.Division(id=7, put=1, yes="a", no="b", no_motion=2, votes=voted(yes=7, no=5))

    assert says(Written.DECISION, motions=motions, puts=(won,)) == ["Motionen bifalls."]
    assert says(Written.DECISION, motions=motions, puts=(fell,)) == ["Motionen avslås."]
    assert says(Written.PROCEEDINGS, motions=motions, puts=(won,)) == [
        "Ordföranden ställer propositioner på bifall till respektive avslag på motionen och finner att "
        "motionen bifallits."
    ]
    assert "Kommunstyrelsen beslutar därmed att bifalla motionen." in says(
        Written.DIVISIONS, committee(attendance=()), motions=motions, puts=(won,), divisions=(vote,)
    )


def test_points_that_are_clauses_become_sentences_too() -> None:
    words = points(["att planen gäller i två år", "att medel anslås"])
    own = Motion(id=3, asks=Asks.OTHER, by=(EK,), text=words)

    assert says(
        Written.DECISION, proposal=PROPOSAL, motions=(own,), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)
    ) == ["Planen gäller i två år.", "Medel anslås."]


def test_the_chairs_only_motion_is_not_the_bodys_own() -> None:
    own = moved(3, Asks.OTHER, OMAN, text="att ärendet avslutas")

    assert says(Written.PROCEEDINGS, motions=(own,), puts=(put(1, Puts.MAIN, Adopted.MOTION, 3),)) == [
        "Ordföranden frågar om kommunstyrelsen beslutar enligt Åke Ömans (S) yrkande och finner att så sker."
    ]
