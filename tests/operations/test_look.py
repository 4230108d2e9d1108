"""How an organisation's papers look, as somebody chooses it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from builders import REAL, entries, findings, minutes, rows
from klubban.documents import pdf, wording
from klubban.documents.tree import Heading
from klubban.domain.body import Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.habits import CUSTOM, Habits, Part, VotesAs
from klubban.domain.look import CUSTOMARY, Look, ServiceStyle
from klubban.domain.rules import BodyKind
from klubban.i18n import texts
from klubban.operations import bodies, look, look_pages, registers, undo
from klubban.operations.habits import set_habits
from klubban.operations.open_format import dump_file, import_document
from klubban.store import attachments, reads

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from klubban.store.database import Database


@pytest.fixture
def ekby(database: Database) -> Database:
    registers.name_organisation(database, "Ekby kommun")
    return database


def own(database: Database) -> Organisation:
    with database.read() as read:
        found = reads.organisation(read)
    assert found is not None
    return found


def picture(form: str = "PNG", size: tuple[int, int] = (60, 80)) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, (34, 89, 58)).save(written, form)
    return written.getvalue()


def test_a_look_is_chosen_kept_and_comes_back_from_a_dump(ekby: Database) -> None:
    wanted = Look(
        colour="#17616b",
        name="Ekby",
        foot="Kvarngatan 1",
        margin=25,
        mirrored=True,
        service=ServiceStyle.STARRED,
        party_first=True,
        by_link=True,
    )
    look.set_look(ekby, replace(wanted, name=" Ekby \n", foot="Kvarngatan  1"))

    assert own(ekby).look == wanted
    assert findings(ekby) == []
    assert not import_document(ekby, dump_file(ekby)).changed


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"colour": "#17616b"}, "Change how papers look: the colour"),
        ({"name": "Ekby"}, "Change how papers look: the name at the head"),
        ({"foot": "Kvarngatan 1"}, "Change how papers look: the line at the foot"),
        ({"margin": 15}, "Change how papers look: the margin"),
        ({"mirrored": True}, "Change how papers look: the margin of even pages"),
        ({"service": ServiceStyle.UNNAMED}, "Change how papers look: how alternates are written"),
        ({"party_first": True}, "Change how papers look: where the party stands"),
        ({"by_link": True}, "Change how papers look: how remote is written"),
        ({"by_link": True, "margin": 15}, "Change how papers look"),
    ],
)
def test_each_step_says_what_it_changes_and_can_be_undone(
    ekby: Database, facts: dict[str, Any], label: str
) -> None:
    look.change_look(ekby, **facts)

    step = undo.undo(ekby)
    assert step is not None
    assert (step.label, step.place) == (label, ("organisation", 1))
    assert own(ekby).look == CUSTOMARY


def test_one_thing_is_changed_and_the_rest_stays(ekby: Database) -> None:
    look.change_look(ekby, colour="#17616b")
    look.change_look(ekby, foot="Kvarngatan 1")

    assert own(ekby).look == Look(colour="#17616b", foot="Kvarngatan 1")


def test_a_line_that_is_typed_is_one_step(ekby: Database) -> None:
    for typed in ("K", "Kv", "Kvarngatan 1"):
        look.change_look(ekby, run="typed", foot=typed)
    undo.undo(ekby)

    assert own(ekby).look.foot is None


def test_a_name_at_the_head_that_is_the_organisations_is_no_other_name(ekby: Database) -> None:
    look.change_look(ekby, name="Ekby kommun", foot=" ")

    assert own(ekby).look == CUSTOMARY


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"colour": "#ffcc00"}, "too light"),
        ({"colour": "blue"}, "is written like"),
        ({"margin": 14}, "between 15 and 25"),
        ({"foot": "x" * 1001}, "at most 1000"),
        ({"name": "Ekby\0"}, "U+0000"),
    ],
)
def test_what_no_paper_can_look_like_is_refused(ekby: Database, facts: dict[str, Any], told: str) -> None:
    before = rows(ekby)

    with pytest.raises(RuleBroken) as refused:
        look.change_look(ekby, **facts)

    assert told in str(refused.value)
    assert rows(ekby) == before


def test_without_an_organisation_nothing_is_chosen(database: Database) -> None:
    before = entries(database)
    choices: tuple[Callable[[], None], ...] = (
        lambda: look.change_look(database, margin=15),
        lambda: look.set_arms(database, picture(), "Ekby kommuns vapen"),
        lambda: look.describe_arms(database, "Ekby kommuns vapen"),
        lambda: registers.change_organisation(database, website="www.ekby.example"),
    )

    for choose in choices:
        with pytest.raises(RuleBroken, match="Say first whose papers these are"):
            choose()
    assert entries(database) == before


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_arms_are_kept_by_their_hash_described_taken_away_and_brought_back(ekby: Database, form: str) -> None:
    look.set_arms(ekby, picture(form), " Ekby kommuns  vapen")
    put = own(ekby).arms
    look.describe_arms(ekby, "Ett eklöv över en å")
    described = own(ekby).arms
    look.remove_arms(ekby)
    gone = own(ekby).arms
    undo.undo(ekby)

    assert put is not None
    assert described is not None
    assert (put.says, described.says) == ("Ekby kommuns vapen", "Ett eklöv över en å")
    assert attachments.digest(put.picture) == put.sha256
    with Image.open(BytesIO(put.picture)) as kept:
        assert (kept.format, kept.size) == ("PNG", (60, 80))
    assert gone is None
    assert own(ekby).arms == described
    assert findings(ekby) == []


def test_what_can_be_no_arms_is_refused_and_nothing_is_lost(ekby: Database) -> None:
    look.set_arms(ekby, picture(), "Ekby kommuns vapen")
    before = own(ekby)

    with pytest.raises(RuleBroken, match="PNG and JPEG"):
        look.set_arms(ekby, b"GIF89a", "Ekby kommuns vapen")
    with pytest.raises(RuleBroken, match="Say what the coat of arms is"):
        look.set_arms(ekby, picture(), " ")
    with pytest.raises(RuleBroken, match="Say what the coat of arms is"):
        look.describe_arms(ekby, "")
    assert own(ekby) == before


def test_arms_that_are_not_there_are_not_described(ekby: Database) -> None:
    with pytest.raises(RuleBroken, match="no coat of arms"):
        look.describe_arms(ekby, "Ekby kommuns vapen")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    large = tmp_path / "vapen.png"
    with large.open("wb") as file:
        file.truncate(50_000_001)

    with pytest.raises(RuleBroken, match=r"vapen\.png is too large"):
        look.picture_in(large)
    with pytest.raises(RuleBroken, match=r"borta\.png could not be read"):
        look.picture_in(tmp_path / "borta.png")


def test_all_bodies_that_keep_protocols_get_the_same_habits(ekby: Database) -> None:
    ks = bodies.add_body(ekby, "Kommunstyrelsen", BodyKind.COMMITTEE)
    sn = bodies.add_body(ekby, "Socialnämnden", BodyKind.COMMITTEE)
    forum = bodies.add_body(ekby, "Samrådet", BodyKind.FORUM)
    set_habits(ekby, ks, Habits(titles={Part.SUMMARY: "Sammanfattning"}, votes=VotesAs.APPENDIX))
    set_habits(ekby, sn, Habits(individual_apart=True))
    look.same_habits(ekby, ks)
    with ekby.read() as read:
        made = {body.id: body.habits for body in reads.bodies(read)}
        others = look.differing(reads.bodies(read)[0], reads.bodies(read))
    undo.undo(ekby)
    with ekby.read() as read:
        undone = {body.id: body.habits for body in reads.bodies(read)}

    assert made[sn] == replace(made[ks], individual_apart=True)
    assert made[forum] == CUSTOM
    assert others == ()
    assert undone[sn] == Habits(individual_apart=True)
    with pytest.raises(LookupError):
        look.same_habits(ekby, 99)


def test_what_else_is_known_of_the_organisation_is_typed_as_runs(ekby: Database) -> None:
    for typed in ("www", "www.ekby.example"):
        registers.change_organisation(ekby, run="typed", website=typed)
    registers.change_organisation(ekby, sought=["orosanmälan", " ", "orosanmälan", "skyddad  adress"])
    found = own(ekby)
    undo.undo(ekby)
    undo.undo(ekby)

    assert (found.website, found.sought) == ("www.ekby.example", ("orosanmälan", "skyddad adress"))
    assert (own(ekby).website, own(ekby).sought) == (None, ())


@pytest.mark.parametrize(
    "address",
    ["tid.example.se", "ftp://tid.example.se", "https://", "http://[::1", "https://a b", "http://a:x"],
)
def test_a_time_stamp_server_has_an_address_that_leads_to_one(ekby: Database, address: str) -> None:
    registers.change_organisation(ekby, time_stamp_server="https://tid.example.se:8443/tsa")

    with pytest.raises(RuleBroken, match="https://"):
        registers.change_organisation(ekby, time_stamp_server=address)

    assert own(ekby).time_stamp_server == "https://tid.example.se:8443/tsa"
    registers.change_organisation(ekby, time_stamp_server=" ")
    assert own(ekby).time_stamp_server is None


# --- the paper to look at


def test_a_body_without_a_meeting_has_a_paper_to_look_at_of_two_pages_and_more(ekby: Database) -> None:
    nobodys = look_pages.page_of(ekby, None)
    planned = minutes(ekby)
    set_habits(ekby, planned.body, Habits(titles={Part.SUMMARY: "Ärendet"}))
    document = look_pages.page_of(ekby, None, planned.body)

    assert look_pages.telling_meeting(ekby, None) is None
    assert nobodys.running.left[0] == "Ekby kommun"
    assert document.running.left == ("Ekby kommun", "Kommunstyrelsen")
    assert "Ärendet" in [node.text for node in document.nodes if isinstance(node, Heading)]
    assert pdf.typeset(document).pages > 1


def test_the_paper_is_the_protocol_that_was_kept_last(database: Database) -> None:
    (real,) = import_document(database, REAL.read_bytes()).meetings
    found = look_pages.telling_meeting(database, None)

    assert found is not None
    assert found.id == real
    assert look_pages.telling_meeting(database, found.body) == found
    assert look_pages.telling_meeting(database, 99) is None
    assert look_pages.page_of(database, real).look == CUSTOMARY


def test_the_paragraph_with_most_parts_tells_most_of_headings(database: Database) -> None:
    (real,) = import_document(database, REAL.read_bytes()).meetings
    document = look_pages.page_of(database, real)
    headings = [node for node in document.nodes if isinstance(node, Heading)]
    found = look_pages.telling_heading(document)

    assert found is not None
    assert headings[found].number
    assert look_pages.telling_heading(replace(document, nodes=())) is None


def test_arms_are_called_after_whose_they_are() -> None:
    words = [wording.coat_of_arms(name, texts("en")) for name in ("Ekby kommun", "")]

    assert words == ["Ekby kommun’s coat of arms", ""]
