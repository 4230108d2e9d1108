"""The report of a walk, with a picture, in every format; and the list of one owner beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from documents.conformance import faults
from documents.meetings import body
from documents.verapdf import VeraPDF
from klubban.documents import owner_list, tree, walk
from klubban.documents.forms import Form, made
from klubban.documents.pdf import typeset
from klubban.documents.pdf.photo import photo
from klubban.domain.assignment import Assignment, AssignmentStep, StepKind
from klubban.domain.body import Named, Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.undertaken import Undertaken
from klubban.domain.walk import Observation, Walk

DAY = date(2026, 12, 1)
EKBY = Organisation(name="Ekby kommun")
STUCK = AssignmentStep(
    id=1, kind=StepKind.STUCK, day=DAY, between=("Parken", "Gatan"), aims="ljus mot mörker", taken_to=2
)


def undertaken(id_: int = 7, *, confidential: bool = False) -> Undertaken:
    given = Assignment(
        id=id_, to=Named("Bo Ek"), text="laga lyktan", due=date(2026, 11, 20), steps=(STUCK,), cost="Parken"
    )
    return Undertaken(
        assignment=given,
        body=1,
        on=date(2026, 10, 14),
        number=12,
        confidential=confidential,
        meetings_without_answer=2,
    )


def a_picture(mode: str = "RGB", form: str = "JPEG") -> bytes:
    data = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Storgatan 1, Ekby"
    Image.new(mode, (1800, 1200), 40).save(data, form, exif=exif)
    return data.getvalue()


def a_walk() -> tree.Document:
    seen = (
        Observation(id=1, text="Lyktan är släckt.", place="Tunneln", assignment=7),
        Observation(id=2, text="Klotter", nothing_because="Saneras enligt avtal"),
        Observation(id=3, text="Höga buskar"),
    )
    return walk.build(
        walk.Walked(
            organisation=EKBY,
            body=body(),
            walk=Walk(
                id=1,
                key="w",
                body=1,
                title="Kvarntorget",
                day=date(2026, 10, 14),
                taking_part=("Eva Asp", "Siv Lind"),
                observations=seen,
            ),
            day=DAY,
            photos={1: photo(a_picture(), "En släckt lykta i tunneln")},
            led_to={7: undertaken()},
        )
    )


def an_owner(*, confidential: bool = False) -> tree.Document:
    return owner_list.build(
        owner_list.Owned(
            organisation=EKBY,
            owner=Named("Bo Ek"),
            day=DAY,
            mine=(undertaken(confidential=confidential),),
            bodies={1: "Trygghetsrådet", 2: "Kommunstyrelsen"},
        )
    )


def said(document: tree.Document) -> str:
    return " ".join(made(document, Form.TXT).decode().split())


def test_a_walk_tells_what_was_seen_and_what_it_led_to() -> None:
    told = said(a_walk())

    assert "3 iakttagelser. 1 ledde till uppdrag. 1 återstår att avgöra." in told
    assert "[En släckt lykta i tunneln]" in told
    assert "Bo Ek: Laga lyktan, ska vara klart senast 20 november 2026, pågår, 11 dagar över tiden." in told
    assert "Leder inte till någon åtgärd: Saneras enligt avtal." in told


def test_an_owners_list_says_how_late_how_stuck_and_how_silent() -> None:
    told = said(an_owner())

    assert "Uppdragslista för Bo Ek" in told
    assert "Ingen återrapport på 2 möten, " in told
    assert "Har kört fast mellan Parken och Gatan: ljus mot mörker. Frågan är lyft till" in told
    assert "Bekostas av Parken" in told
    hidden = said(an_owner(confidential=True))
    assert "Uppdrag enligt § 12, Ärende med sekretess" in hidden
    assert "lyktan" not in hidden
    assert "ljus mot" not in hidden


def test_both_keep_both_standards_and_what_the_camera_wrote_stays_behind(judge: VeraPDF) -> None:
    for document in (a_walk(), an_owner()):
        pdf = typeset(document)

        assert judge.verdict(pdf.data) + faults(pdf, document) == []
        for form in (Form.PDF, Form.DOCX, Form.HTML):
            assert b"Storgatan" not in made(document, form)


@pytest.mark.parametrize(("mode", "form"), [("L", "PNG"), ("P", "PNG"), ("RGBA", "PNG"), ("CMYK", "JPEG")])
def test_every_picture_becomes_one_that_paper_can_hold(mode: str, form: str) -> None:
    found = photo(a_picture(mode, form), "Lyktan")

    with Image.open(BytesIO(found.jpeg)) as picture:
        assert (picture.mode, picture.size, picture.getexif()) == ("RGB", (1400, 933), Image.Exif())
    assert found.size == (1400, 933)


def test_one_picture_may_stand_at_two_places() -> None:
    twice = (photo(a_picture(), "Lyktan"), photo(a_picture(), "Lyktan igen"))

    data = made(replace(a_walk(), nodes=twice), Form.PDF)

    assert data.count(b"/DCTDecode") == 1


def test_a_damaged_picture_is_refused() -> None:
    with pytest.raises(RuleBroken, match="damaged"):
        photo(a_picture()[:400], "Lyktan")
