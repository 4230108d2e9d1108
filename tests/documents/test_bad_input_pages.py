"""Texts that no page was made for: markup, other scripts, marks that turn the writing; same bytes always."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from documents.conformance import faults
from documents.dressed import dressed
from documents.meetings import invented_meeting
from documents.rolls import large
from documents.test_tag_text import document, plain, read
from documents.verapdf import VeraPDF
from klubban.documents import (
    announcement,
    attendance,
    certificate,
    division_list,
    extract,
    notice,
    protocol,
    roll_sheet,
    script,
    summons,
    tree,
)
from klubban.documents.pdf import typeset
from klubban.documents.pdf.unprintable import unprintable
from klubban.domain.meeting import Meeting

MARKUP = "<b>&amp;<para>&#167;</i>{x}%s\\n<!--(]"
NO_TEXT = frozenset({"language", "colour", "sha256", "key", "hash"})
"""Fields that hold codes, each of which has its own form."""


def marked_up(value: Any) -> Any:
    """Return a value with markup behind every text in it."""
    if type(value) is str:
        return f"{value}{MARKUP}"
    if isinstance(value, (tuple, frozenset)):
        return type(value)(map(marked_up, value))
    if is_dataclass(value) and not isinstance(value, (type, Enum)):
        texts = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        return replace(value, **{name: marked_up(of) for name, of in texts.items() if name not in NO_TEXT})
    return value


def documents(meeting: Meeting) -> dict[str, tree.Document]:
    """Return what can be made of a meeting."""
    return {
        "protocol": protocol.build(meeting),
        "extract": extract.build(meeting, [73]),
        "notice": notice.build(meeting),
        "certificate": certificate.build(meeting),
        "attendance": attendance.build(meeting),
        "roll": roll_sheet.build(meeting),
        "votes": division_list.build(meeting),
        "summons": summons.build(meeting),
        "announcement": announcement.build(meeting),
        "script": script.build(meeting),
    }


def test_markup_in_every_text_of_a_meeting_is_printed_as_it_is(judge: VeraPDF) -> None:
    plain_made, made = documents(invented_meeting()), documents(marked_up(invented_meeting()))
    wrong = {}
    for name, each in made.items():
        file = typeset(each)
        wrong[name] = judge.verdict(file.data) + faults(file, each)

    assert {name: found for name, found in wrong.items() if found} == {}
    for name, each in made.items():
        assert MARKUP in " ".join(tree.words(each)), name
        assert len(list(tree.words(each))) == len(list(tree.words(plain_made[name]))), name


def test_what_is_written_from_right_to_left_keeps_its_place_and_its_order() -> None:
    written = "Mötet med Ahmed (أحمد) och Rivka (רבקה) kl. 18.30."

    assert read(document(plain(written))) == "Prov Mötet med Ahmed (□□□□) och Rivka (□□□□) kl. 18.30."
    assert "".join(unprintable(document(plain(written)))) == "".join(sorted(set("أحمدרבקה")))


def test_no_mark_turns_the_writing_of_a_page() -> None:
    marks = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    made = document(plain(f"Nej till {marks}2027 budget"), tree.Heading(2, f"Be{marks}slut"))

    assert read(made) == "Prov Nej till 2027 budget Beslut"
    with pikepdf.open(BytesIO(typeset(made).data)) as file, file.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Prov", "Beslut"]


def test_letters_that_no_face_has_are_boxes_and_are_known() -> None:
    made = document(plain("中 😀 e\u0301 x\u20dd \ue000 ok"), tree.Heading(2, "日本"))

    assert read(made) == "Prov □ □ é x□ □ ok □□"
    assert unprintable(made) == ["\u20dd", "中", "日", "本", "\ue000", "😀"]
    assert faults(typeset(made), made) == []


HASHES = """
import sys
from hashlib import sha256
from documents.test_bad_input_pages import some
from klubban.documents.forms import Form, made
for document in some():
    print(*(sha256(made(document, form)).hexdigest() for form in Form))
"""


def some() -> list[tree.Document]:
    """Return documents with parts of many kinds."""
    meeting = invented_meeting()
    return [dressed(protocol.build(meeting)), division_list.build(meeting), roll_sheet.build(large(31, 5))]


def test_the_same_documents_give_the_same_bytes_in_every_process_and_form() -> None:
    said = []
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])}
        done = subprocess.run(
            [sys.executable, "-c", HASHES], env=environment, capture_output=True, text=True, check=True
        )
        said.append(done.stdout.splitlines())

    assert len(said[0]) == len(some())
    assert said[0] == said[1]
