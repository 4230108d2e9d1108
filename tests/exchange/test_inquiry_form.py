"""Forms that come back, read: the answers of honest ones, and why others are refused."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from documents.meetings import body
from filled_forms import filled_form, saved_form, without_controls
from klubban.documents import inquiry_form as paper
from klubban.documents.forms import Form, made
from klubban.documents.inquiry_words import Asked
from klubban.documents.tree import Document
from klubban.domain.body import Named, Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.inquiry_code import code_of, find_code
from klubban.domain.referral import Inquiry, InquiryKind, Question, Referee
from klubban.domain.text import plain
from klubban.exchange import inquiry_form

ANSWERS = {"q1": "Ja, i stort.", "q3": "Belysning.\n\nTillsyn.", "by": "Eva Ek, chef"}


def form(language: str = "sv") -> Document:
    """Return the form of the second of two, with three questions."""
    inquiry = Inquiry(
        id=1,
        key="k",
        body=1,
        kind=InquiryKind.REFERRAL,
        title="Trygghet",
        due=date(2016, 4, 30),
        questions=tuple(Question(id=number, text=f"Vad {number}?") for number in range(1, 4)),
        referees=(Referee(id=7, who=Named("A")), Referee(id=8, who=Named("Polisen"))),
    )
    ekby = Organisation(name="Ekby kommun", language=language)
    asked = Asked(organisation=ekby, body=body(), inquiry=inquiry, day=date(2016, 2, 29))
    return paper.build(asked, inquiry.referees[1])


def saved(**changed: object) -> bytes:
    """Return what a page saved, with something of it changed."""
    return json.dumps(json.loads(saved_form(form(), ANSWERS)) | changed).encode()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("way", ["word", "word without controls", "page"])
def test_what_was_written_is_read_whatever_way_it_came(language: str, way: str) -> None:
    document = form(language)
    data = saved_form(document, ANSWERS) if way == "page" else filled_form(document, ANSWERS)
    if way == "word without controls":
        data = without_controls(data)

    filled = inquiry_form.read(data, "svar")

    assert filled.code == code_of("k", 2)
    assert {number: plain(text) for number, text in filled.answers.items()} == {
        1: "Ja, i stort.",
        3: "Belysning.\n\nTillsyn.",
    }
    assert (filled.who, filled.by, filled.beside) == ("Polisen", "Eva Ek, chef", ())


def test_what_is_not_seen_in_an_answer_is_left_out() -> None:
    filled = inquiry_form.read(saved_form(form(), {"q1": "Nej\u202e\u200b\x07"}), "svar")

    assert plain(filled.answers[1]) == "Nej"


def test_a_code_is_found_in_the_words_around_it() -> None:
    code = code_of("k", 12)

    assert find_code(f"Formulärets kod: {code}. Låt den stå kvar") == code
    assert find_code(f"x{code}") is None


ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


def word(document: bytes) -> bytes:
    """Return a Word file with this as what it says."""
    whole = made(form(), Form.DOCX)
    data = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(data, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return data.getvalue()


REFUSED = {
    "empty": (b"", "is empty"),
    "program": (b"MZ\x90", "is a program"),
    "script": (b"<script>alert(1)</script>", "no form from here"),
    "PDF": (b"%PDF-1.7", "no form from here"),
    "the page itself": (made(form(), Form.HTML), "is the form itself"),
    "half of what was saved": (saved()[:-20], "is damaged"),
    "deep": (b'{"a":' * 100_000, "is damaged"),
    "other JSON": (b'{"a": 1}', "no answer that a form saved"),
    "newer": (saved(**{"klubban-reply": 2}), "newer Klubban"),
    "no code": (saved(form="x"), "which form it answers"),
    "no answers": (saved(fields=[]), "no answers in it"),
    "a number for an answer": (saved(fields={"q1": 3}), "no text"),
    "too long": (saved(fields={"q1": "x" * 200_001}), "200001 characters"),
    "too large": (b"{" + b" " * 2_000_001, "too large"),
    "half a Word file": (made(form(), Form.DOCX)[:4_000], "no form from here"),
    "Word that calls in": (word(ENTITY), "from outside itself"),
    "Word that unpacks to all": (word(b"<x>" + b" " * 31_000_000 + b"</x>"), "unpacks to more"),
    "Word without code": (word(b"<x/>"), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_form_is_refused_in_words(name: str) -> None:
    data, told = REFUSED[name]

    with pytest.raises(RuleBroken, match=told):
        inquiry_form.read(data, "svar.docx")
