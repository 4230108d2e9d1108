"""Fields to sign in, where there is no line for a pen."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf

from documents.meetings import invented_meeting, plain_meeting
from documents.reading import elements
from klubban.documents import protocol, tree
from klubban.documents.pdf import typeset


def on_screen() -> tree.Document:
    """Return a protocol of a body that signs on a screen."""
    meeting = invented_meeting()
    rules = replace(meeting.body.rules, signed_digitally=True)
    return protocol.build(replace(meeting, body=replace(meeting.body, rules=rules)))


def test_each_signer_has_a_field_that_says_whose_it_is_and_is_printed_and_still_empty() -> None:
    with pikepdf.open(BytesIO(typeset(on_screen()).data)) as file:
        form = file.Root.AcroForm
        assert "/SigFlags" not in form
        assert [(str(each.T), str(each.TU)) for each in form.Fields] == [
            ("sign_1", "Sekreterare, Siv Lind"),
            ("sign_2", "Ordförande, Åke Öman (S)"),
            ("sign_3", "Justerare, Britta Ek (M)"),
        ]
        for each in form.Fields:
            assert (str(each.FT), str(each.Subtype), int(each.F)) == ("/Sig", "/Widget", 4)
            assert "/V" not in each
            assert each.AP.N.Subtype == "/Form"


def test_a_field_and_its_element_know_each_other_and_the_element_has_a_lone_kid() -> None:
    with pikepdf.open(BytesIO(typeset(on_screen()).data)) as file:
        numbers: list[Any] = list(file.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
        for each in file.Root.AcroForm.Fields:
            form = owners[int(each.StructParent)]
            assert form.S == "/Form"
            assert isinstance(form.K, pikepdf.Dictionary)
            assert form.K.Type == "/OBJR"
            assert form.K.Obj.objgen == each.objgen
            assert form.P.S == "/TD"


def test_a_field_is_on_the_page_where_its_signer_is_named_and_inside_the_text() -> None:
    with pikepdf.open(BytesIO(typeset(on_screen()).data)) as file:
        (page,) = [each for each in file.pages if "/FT" in each.obj.get("/Annots", [{}])[0]]
        for each in page.Annots:
            left, foot, right, top = (float(corner) for corner in each.Rect)
            assert 170 < left < right < 450
            assert 60 < foot < top < 760


def test_what_is_signed_on_a_screen_has_no_boxes_for_initials() -> None:
    made = on_screen()

    assert made.running.initials is None
    assert made.running.certification is None


def test_what_is_signed_with_a_pen_has_no_fields() -> None:
    data = typeset(protocol.build(plain_meeting())).data

    assert "Form" not in dict(elements(data))
    with pikepdf.open(BytesIO(data)) as file:
        assert "/AcroForm" not in file.Root


def test_someone_who_is_not_known_yet_has_a_field_with_the_role_alone() -> None:
    nodes = (tree.Heading(1, "Prov"), tree.Signatures((tree.Signature("Justerare", ""),), digital=True))

    with pikepdf.open(BytesIO(typeset(replace(on_screen(), nodes=nodes)).data)) as file:
        (only,) = file.Root.AcroForm.Fields
        assert str(only.TU) == "Justerare"
