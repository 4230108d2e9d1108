"""The first page of a protocol, record, where a meeting was held in no ordinary way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from documents.meetings import AL, EK, OMAN, body, invented_meeting, plain_meeting, real_meeting
from klubban.documents import announcement, extract, front_page, protocol, record, tree
from klubban.domain import meeting as m
from klubban.domain.checklist import checklist
from klubban.domain.openness import is_open, is_open_at
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.points import PointKind
from klubban.domain.roll import Deviates, Deviation
from klubban.domain.rules import BodyKind
from klubban.domain.text import Text, plain_runs
from klubban.domain.verification import Verification
from klubban.i18n import texts

ASSEMBLY, COMMITTEE = BodyKind.ASSEMBLY, BodyKind.COMMITTEE
OPEN, CLOSED = m.Doors.OPEN, m.Doors.CLOSED
APART = tree.PageBreak(sheet=True)


def facts(meeting: m.Meeting) -> dict[str, list[str]]:
    """Return what stands beside each label of the first page."""
    return {
        label: [
            line
            for part in parts
            for line in (part.items if isinstance(part, tree.Names) else (plain_runs(part.runs),))
        ]
        for label, parts in front_page.facts(meeting, texts("sv"))
    }


def doors(kind: BodyKind, meeting: m.Doors | None = None, *, public: bool = False, **items: Any) -> str:
    """Return what is said of the doors of a meeting of three items, of which some have facts."""
    of = body(kind)
    of = replace(of, rules=replace(of.rules, public=of.rules.public or public))
    numbered = {f"_{number}": m.Item(id=number, number=number, title="T") for number in (5, 6, 7)}
    for name, one in items.items():
        numbered[name] = replace(numbered[name], **one)
    held = plain_meeting(body=of, doors=meeting, items=tuple(numbered.values()))
    return "".join(facts(held)["Åhörare"]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((ASSEMBLY, {}), "Sammanträdet är offentligt."),
        (
            (ASSEMBLY, {"_5": {"doors": CLOSED}, "_6": {"doors": CLOSED}}),
            "Sammanträdet är offentligt. §§ 5–6 behandlas inom stängda dörrar (5 kap. 42 § kommunallagen).",
        ),
        (
            (ASSEMBLY, {"meeting": CLOSED}),
            "Sammanträdet hålls inom stängda dörrar.",
        ),
        ((COMMITTEE, {}), ""),
        ((COMMITTEE, {"meeting": OPEN}), "Sammanträdet är offentligt."),
        (
            (COMMITTEE, {"public": True, "_7": {"exercise_of_authority": True}}),
            "Sammanträdet är offentligt. § 7 behandlas inom stängda dörrar (6 kap. 25 § kommunallagen).",
        ),
        (
            (COMMITTEE, {"_7": {"doors": OPEN}}),
            "Sammanträdet är offentligt under § 7 (6 kap. 25 § kommunallagen).",
        ),
        (
            (COMMITTEE, {"public": True, "meeting": CLOSED, "_5": {"doors": OPEN}}),
            "Sammanträdet hålls inom stängda dörrar (6 kap. 25 § kommunallagen) men är offentligt under § 5.",
        ),
        ((BodyKind.COUNCIL, {"meeting": OPEN}), "Sammanträdet är offentligt."),
    ],
)
def test_the_first_page_says_who_might_listen(given: tuple[BodyKind, dict[str, Any]], said: str) -> None:
    kind, how = given

    assert (
        doors(kind, how.get("meeting"), **{name: each for name, each in how.items() if name != "meeting"})
        == said
    )


def test_a_committee_closes_its_doors_for_individual_matters_and_the_assembly_as_it_decides() -> None:
    item = m.Item(id=1, title="T", confidential=True)
    committee, assembly = plain_meeting(doors=OPEN), plain_meeting(body=body(ASSEMBLY))

    assert (is_open(committee), is_open_at(committee, item)) == (True, False)
    assert is_open_at(assembly, item)
    assert is_open_at(committee, replace(item, doors=OPEN))  # what was, was


def points(meeting: m.Meeting) -> list[PointKind]:
    """Return what the checklist says of doors."""
    of_doors = (PointKind.OPEN_MEETING, PointKind.CLOSED_MEETING, PointKind.OPEN_ITEM)
    return [each.kind for each in checklist(meeting, date(2026, 11, 13)) if each.kind in of_doors]


def test_doors_against_the_law_are_pointed_out_unless_the_reason_is_noted() -> None:
    individual = m.Item(id=1, title="T", exercise_of_authority=True, doors=OPEN)
    noted = replace(individual, deviations=(Deviation(id=1, rule=Deviates.OTHER, reason="Förbiseende"),))

    assert points(plain_meeting(items=(individual,))) == [PointKind.OPEN_ITEM]
    assert points(plain_meeting(items=(noted,))) == []
    assert points(plain_meeting(doors=OPEN)) == [PointKind.OPEN_MEETING]
    assert points(plain_meeting(body=body(ASSEMBLY), doors=CLOSED)) == [PointKind.CLOSED_MEETING]
    assert points(plain_meeting(body=body(ASSEMBLY), items=(individual,))) == []


def test_a_meeting_that_is_open_is_announced_as_that() -> None:
    assembly = plain_meeting(body=body(ASSEMBLY))

    assert "Sammanträdet är offentligt." in tree.words(announcement.build(assembly))
    assert "Sammanträdet är offentligt." not in tree.words(
        announcement.build(replace(assembly, doors=CLOSED))
    )


def eventful() -> m.Meeting:
    """Return a meeting with an adjournment, a pause, two who presided, and a paragraph verified at once."""
    meeting = invented_meeting()
    at_once = Verification(
        id=2,
        paragraphs=Paragraphs.parse("73"),
        verifiers=(AL,),
        signed_by=(OMAN, AL),
        date=date(2026, 11, 12),
        immediate=True,
    )
    rest = replace(meeting.verifications[0], paragraphs=Paragraphs.parse("70-72, 74-81"))
    return replace(
        meeting,
        opened=time(13, 2),
        recesses=(
            m.Recess(id=1, starts=time(14, 15), ends=time(14, 30), adjourned=True),
            m.Recess(id=2, starts=time(15, 30), ends=time(15, 45)),
        ),
        presiding=(
            m.Presiding(who=OMAN, paragraphs=Paragraphs.parse("70-74, 76-81")),
            m.Presiding(who=EK, paragraphs=Paragraphs.parse("75")),
        ),
        verifications=(at_once, rest),
    )


def test_the_first_page_tells_breaks_absences_remote_members_and_who_presided() -> None:
    told = {
        label: [line.replace("\u00a0", " ") for line in lines] for label, lines in facts(eventful()).items()
    }

    assert told["Plats och tid"] == [
        "Stora salen, kommunhuset, Ekby, kl. 13.02–16.40, ajournering kl. 14.15–14.30, paus kl. 15.30–15.45"
    ]
    assert told["Beslutande"][:4] == [
        "Åke Öman (S), ordförande §§ 70–74, 76–81",
        "Britta Ek (M), ordförande § 75",
        "Cajsa Ål (S)",
        "David Örn (V), på distans",
    ]
    assert told["Anmält förhinder"] == ["Gun Älg (S)"]
    assert told["Justering"] == [
        "Torsdagen den 12 november 2026, § 73, omedelbar justering",
        "Torsdagen den 19 november 2026, kl. 9.00, kommunhuset, §§ 70–72, 74–81",
    ]


def test_who_presided_at_a_paragraph_signs_it_as_chair_alone() -> None:
    document = record.build(eventful(), None, 2)
    (at_once,) = [node for node in document.nodes if isinstance(node, tree.Signatures)]

    assert [(line.role, line.name) for line in at_once.lines] == [
        ("Sekreterare", "Siv Lind"),
        ("Ordförande", "Åke Öman (S)"),
        ("Justerare", "Cajsa Ål (S)"),
    ]


def test_contents_go_before_signatures_that_have_no_room_on_the_first_page() -> None:
    few, many = eventful(), replace(eventful(), attendance=eventful().attendance * 2)
    order = [[type(node) for node in protocol.build(each).nodes] for each in (few, many)]

    assert [kinds.index(tree.Contents) < kinds.index(tree.Signatures) for kinds in order] == [False, True]


# --- drafts


def test_a_record_is_a_draft_until_its_meeting_is_closed_and_an_extract_until_it_is_verified() -> None:
    held = replace(eventful(), stage=m.Stage.IN_SESSION)

    assert protocol.build(held).running.draft == "UTKAST"
    assert protocol.build(replace(held, stage=m.Stage.CLOSED)).running.draft == ""
    assert protocol.build_paragraph(held, 73).running.draft == "UTKAST"
    assert extract.build(held, [74]).running.draft == "UTKAST"
    assert extract.build(held, [73]).running.draft == ""  # verified at once
    assert protocol.build(real_meeting()).running.draft == ""  # signed, whatever else is known of it


# --- pen, or digital


def test_what_is_signed_digitally_has_fields_and_nothing_for_a_pen() -> None:
    pen = invented_meeting()
    digital = replace(pen, body=replace(pen.body, rules=replace(pen.body.rules, signed_digitally=True)))

    for document in (protocol.build(digital), extract.build(digital, [73])):
        assert (document.running.initials, document.running.certification) == (None, None)
        assert all(node.digital for node in document.nodes if isinstance(node, tree.Signatures))
    assert not any(node.digital for node in protocol.build(pen).nodes if isinstance(node, tree.Signatures))


# --- individual matters apart


def apart(*numbers: int) -> m.Meeting:
    """Return a meeting whose body has individual matters apart, with those that are."""
    meeting = replace(invented_meeting(), opened=time(13))
    habits = replace(meeting.body.habits, individual_apart=True)
    items = tuple(replace(item, exercise_of_authority=item.number in numbers) for item in meeting.items)
    return replace(meeting, body=replace(meeting.body, habits=habits), items=items)


def sheets(meeting: m.Meeting) -> list[str]:
    """Return what follows each break to another sheet: the number of a paragraph, or a sentence."""
    nodes = protocol.build(meeting).nodes
    after = (nodes[place + 1] for place, node in enumerate(nodes) if node == APART)
    return [
        (node.number or "") if isinstance(node, tree.Heading) else plain_runs(node.runs)
        for node in after
        if isinstance(node, tree.Heading | Text)
    ]


def test_individual_matters_have_sheets_of_their_own_and_what_follows_begins_another() -> None:
    assert sheets(apart(74, 75, 79)) == ["§\u00a074", "§\u00a075", "§\u00a076", "§\u00a079", "§\u00a080"]
    assert sheets(apart(81)) == ["§\u00a081", "Ordföranden förklarar sammanträdet avslutat kl.\u00a016.40."]
    assert sheets(apart()) == []


def test_an_extract_of_one_individual_matter_needs_no_sheet_of_its_own() -> None:
    assert APART not in extract.build(apart(75), [75]).nodes
    assert APART in extract.build(apart(75), [75, 76]).nodes
