"""The checks bite: whatever is spoilt in a good file is found, by veraPDF or by the house's check-list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf

from documents.conformance import faults
from documents.dressed import dressed
from documents.meetings import invented_meeting
from documents.verapdf import VeraPDF
from klubban.documents import notice, tree
from klubban.documents.pdf import typeset

Spoil = Callable[[pikepdf.Pdf], object]


@cache
def whole() -> tree.Document:
    """Return a document with arms and fields to sign."""
    return dressed(notice.build(invented_meeting()))


def spoilt(spoil: Spoil) -> bytes:
    """Return its file with something done to it."""
    with pikepdf.open(BytesIO(typeset(whole()).data)) as file:
        spoil(file)
        target = BytesIO()
        file.save(target)
        return target.getvalue()


def first(file: pikepdf.Pdf, key: str, value: str) -> Any:
    """Return the first object that has a value."""
    return next(
        thing
        for thing in file.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get(key) == pikepdf.Name(value)
    )


def put(of: tuple[str, str], key: str, value: object) -> Spoil:
    """Return what changes one thing of the first object that has a value, or takes it away."""

    def spoil(file: pikepdf.Pdf) -> None:
        found = first(file, *of)
        if value is None:
            del found[key]
        else:
            found[key] = value(file) if callable(value) else value

    return spoil


def drawn(code: bytes) -> Spoil:
    """Return what draws more on the first page."""

    def spoil(file: pikepdf.Pdf) -> None:
        page: Any = file.pages[0]
        page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n" + code)

    return spoil


def script(file: pikepdf.Pdf) -> Any:
    """Return an action that runs a script."""
    return file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))


def script_among_names(file: pikepdf.Pdf) -> Any:
    """Return names of which one is a script's."""
    return pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), script(file)]))
    )


def another_title(file: pikepdf.Pdf) -> None:
    """Let the file say two things of itself."""
    file.docinfo["/Title"] = "Annat"


def other_way_back(file: pikepdf.Pdf) -> None:
    """Let two marks change their elements."""
    root: Any = file.Root
    parents = root.StructTreeRoot.ParentTree.Nums[1]
    parents[0], parents[1] = parents[1], parents[0]


CATALOGUE, PAGE, FACE = ("/Type", "/Catalog"), ("/Type", "/Page"), ("/Type", "/FontDescriptor")
TITLE, HEAD_CELL, PICTURE, FIELD = ("/S", "/H1"), ("/S", "/TH"), ("/S", "/Figure"), ("/Subtype", "/Widget")

VERAPDF: dict[str, tuple[str, Spoil]] = {
    "no language": ("ua1 7.2-", put(CATALOGUE, "/Lang", None)),
    "no meaning of colours": ("2a 6.2.4.3-", put(CATALOGUE, "/OutputIntents", None)),
    "no structure": ("2a 6.7.3.3-", put(CATALOGUE, "/StructTreeRoot", None)),
    "no metadata": ("2a 6.6.2.1-", put(CATALOGUE, "/Metadata", None)),
    "a face that is not there": ("2a 6.2.11.4", put(FACE, "/FontFile2", None)),
    "something that is not marked": ("ua1 7.1-3", drawn(b"0 0 0 rg 50 50 20 20 re f")),
    "a script": ("2a 6.5.", put(CATALOGUE, "/OpenAction", script)),
    "a heading that skips a level": ("ua1 7.4.2-", put(TITLE, "/S", pikepdf.Name.H3)),
    "a picture that nobody tells of": ("ua1 7.3-", put(PICTURE, "/Alt", None)),
    "a field without words": ("ua1 7.18.", put(FIELD, "/TU", None)),
}

OURS: dict[str, tuple[str, Spoil]] = {
    "a script among the names": ("nothing_runs", put(CATALOGUE, "/Names", script_among_names)),
    "a script of a page": (
        "nothing_runs",
        put(PAGE, "/AA", lambda file: pikepdf.Dictionary(O=script(file))),
    ),
    "another title": ("says_the_same_of_itself_twice", another_title),
    "no title in the window": ("shows_its_title", put(CATALOGUE, "/ViewerPreferences", None)),
    "no order of fields": ("goes_from_field_to_field_in_order", put(PAGE, "/Tabs", None)),
    "a heading that skips a level": ("headings_skip_no_level", put(TITLE, "/S", pikepdf.Name.H2)),
    "a head cell without scope": ("tables_tell_what_their_heads_head", put(HEAD_CELL, "/A", None)),
    "a picture without place": ("lists_and_pictures_are_whole", put(PICTURE, "/A", None)),
    "a mark twice": ("every_mark_has_one_element", drawn(b"/P <</MCID 0>> BDC EMC")),
    "a mark of nothing": ("every_mark_has_one_element", drawn(b"/P <</MCID 999>> BDC EMC")),
    "a wrong way back": ("pages_know_the_elements_of_their_marks", other_way_back),
    "a mark across a text": ("marks_begin_and_end_in_one_text", drawn(b"/Artifact BMC BT EMC ET")),
    "a field that is not printed": ("fields_and_links_are_told_and_printed", put(FIELD, "/F", 0)),
    "a face that is not there": ("fonts_are_in_the_file", put(FACE, "/FontFile2", None)),
    "another language": ("language", put(CATALOGUE, "/Lang", pikepdf.String("en"))),
    "a title that is lost": ("words", put(TITLE, "/K", None)),
}


def test_the_validator_finds_what_is_wrong(judge: VeraPDF) -> None:
    found = {name: judge.verdict(spoilt(spoil)) for name, (_, spoil) in VERAPDF.items()}

    assert judge.verdict(typeset(whole()).data) == []
    assert {name: each for name, each in found.items() if not begins(each, VERAPDF[name][0])} == {}
    assert begins(judge.verdict(b"no file at all"), "cannot be read")


def test_the_check_list_finds_what_is_wrong() -> None:
    made = typeset(whole())
    found = {name: faults(replace(made, data=spoilt(spoil)), whole()) for name, (_, spoil) in OURS.items()}

    assert faults(made, whole()) == []
    assert {name: each for name, each in found.items() if not begins(each, OURS[name][0])} == {}
    assert begins(faults(replace(made, data=made.data + b"%" * 10**6), whole()), "size")


def begins(found: list[str], with_: str) -> bool:
    """Tell whether one of the faults begins so."""
    return any(each.startswith(with_) for each in found)
