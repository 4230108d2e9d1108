"""The papers of a referral: what each says, how a form is filled in, and that both standards are kept."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html import unescape
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from documents.conformance import faults
from documents.meetings import body
from documents.reading import words
from documents.verapdf import VeraPDF
from klubban.documents import compilation, inquiry_form, inquiry_letter, statement, tree
from klubban.documents.compilation import Compiled, Order
from klubban.documents.forms import Form, made
from klubban.documents.inquiry_words import Asked
from klubban.documents.pdf import typeset
from klubban.documents.statement import Stated
from klubban.domain.body import Named, Organisation, Person
from klubban.domain.meeting import Item
from klubban.domain.referral import (
    Inquiry,
    InquiryKind,
    Question,
    ReceivedReferral,
    Referee,
    Reply,
    ReplyText,
)
from klubban.domain.text import from_plain

SENT, DUE, DAY = date(2016, 2, 29), date(2016, 4, 30), date(2016, 5, 10)
EKBY = Organisation(name="Ekby kommun", address="Stora torget 1\n123 45 Ekby", language="en")


def reply(number: int, day: date, by: str, **said: str) -> Reply:
    """Return an answer, with words for questions by their keys."""
    texts = tuple(
        ReplyText(number=int(key[1:]), text=from_plain(text)) for key, text in said.items() if key != "beside"
    )
    return Reply(id=number, received_on=day, by=by, texts=texts, text=from_plain(said.get("beside", "")))


REFEREES = (
    Referee(
        id=1,
        who=Named("Socialnämnden"),
        sent_on=SENT,
        replies=(
            reply(1, date(2016, 4, 1), "Eva Ek", q1="Kanske"),
            reply(2, date(2016, 4, 20), "Eva Ek", q1="Ja", q3="Mer belysning"),
        ),
    ),
    Referee(
        id=2,
        who=Named("Polisen"),
        sent_on=SENT,
        replies=(reply(3, date(2016, 5, 4), "Nils", q1="Nej", beside="Vi deltar gärna"),),
    ),
    Referee(id=3, who=Named("Attunda"), sent_on=SENT, declined_on=SENT, declined_because="Inga synpunkter"),
    Referee(id=4, who=Named("Företagarna"), sent_on=SENT),
    Referee(id=5, who=Named("Skolan"), sent_on=SENT, due=date(2016, 5, 31)),
)


def asked(kind: InquiryKind = InquiryKind.REFERRAL, **facts: object) -> Asked:
    """Return a referral with five referees, who stand in all ways."""
    inquiry = Inquiry(
        id=1,
        key="k",
        body=1,
        kind=kind,
        title="Trygghetsskapande program",
        due=DUE,
        text=from_plain("Programmet gäller 2016–2019."),
        registry_number="Kst 2015/503",
        sent_on=SENT,
        questions=(
            Question(id=1, text="Delar ni bilden?"),
            Question(id=2, text="Vad kostar det?", withdrawn_on=SENT, withdrawn_because="Utreds"),
            Question(id=3, text="Vad saknas?"),
        ),
        referees=REFEREES,
    )
    contact = Person(id=1, key="h", name="Helena Sävborg", email="helena@ekby.example", title="sekreterare")
    given = {
        "organisation": EKBY,
        "body": body(),
        "inquiry": inquiry,
        "day": DAY,
        "contact": contact,
        **facts,
    }
    return Asked(**given)  # type: ignore[arg-type] # the fields of Asked


def stated() -> Stated:
    """Return an answer to a referral that came here."""
    came = ReceivedReferral(
        id=1, matter=1, sender="Länsstyrelsen", received_on=SENT, due=DUE, questions=("Delar ni bilden?",)
    )
    return Stated(
        organisation=EKBY,
        body=body(),
        received=came,
        item=Item(id=1, title="Plan", summary=from_plain("Kort")),
        day=DAY,
    )


ALL = {
    "letter": inquiry_letter.build(
        asked(decided=(date(2016, 2, 22), 19), enclosed=("Programmet",)), REFEREES[1]
    ),
    "letter to all": inquiry_letter.build(asked(InquiryKind.REPORTS, meeting=DAY)),
    "form": inquiry_form.build(asked(), REFEREES[1]),
    "compilation": compilation.build(Compiled(asked=asked(), orders=(Order.QUESTION, Order.REFEREE))),
    "public compilation": compilation.build(Compiled(asked=asked(), left_out=True)),
    "collected report": compilation.build(
        Compiled(asked=asked(InquiryKind.REPORTS), orders=(Order.REFEREE,))
    ),
    "statement": statement.build(stated()),
}


def test_they_keep_both_standards(judge: VeraPDF) -> None:
    broken = {}
    for name, document in ALL.items():
        pdf = typeset(document)
        if wrong := judge.verdict(pdf.data) + faults(pdf, document):
            broken[name] = wrong

    assert broken == {}


def test_the_letter_says_who_asks_what_by_when_and_how_to_answer() -> None:
    told = words(ALL["letter"])

    assert told[0] == "Referral: Trygghetsskapande program"
    assert "30 April 2016" in told
    assert "decided on 22 February 2016, § 19," in " ".join(told).replace("\u00a0", " ")
    assert [each for each in told if each.endswith("?")] == ["1. Delar ni bilden?", "3. Vad saknas?"]
    assert "Programmet" in told
    assert any("helena@ekby.example" in each for each in told)


def test_a_compilation_tells_of_everybody_and_names_who_said_what() -> None:
    told = words(ALL["compilation"])
    whole = " ".join(told).replace("\u00a0", " ")

    assert "2 have answered, 1 declines and 2 have not answered." in whole
    assert "Answered, stands for the answer of 1 April 2016" in told
    assert "Declines: inga synpunkter" in told
    assert "Answered, 4 days after the time" in told
    assert "Has until 31 May 2016" in told
    assert "Kanske" not in told
    first = told.index("1. Delar ni bilden?", told.index("Socialnämnden"))
    assert told[first:][:5] != told[:5]
    assert whole.index("The question was withdrawn on 29 February 2016: Utreds") < whole.index(
        "Mer belysning"
    )
    assert "Nothing is said of this by Polisen." in told
    assert "Came on 20 April 2016, signed by Eva Ek" in told


def test_a_form_in_word_has_a_control_for_each_answer_that_is_asked() -> None:
    file = docx.Document(BytesIO(made(ALL["form"], Form.DOCX)))

    tags = [each.get(qn("w:val")) for each in file.element.body.iter(qn("w:tag"))]

    assert tags == ["who", "q1", "q3", "beside", "by"]


def test_a_form_on_a_page_labels_each_field_and_runs_its_own_script_alone() -> None:
    page = made(ALL["form"], Form.HTML).decode()

    assert page.count("<label for=") == 5
    [script] = re.findall("<script>(.*?)</script>", page, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}';" in unescape(page)
    assert "http://" not in page
    assert "https://" not in page


@pytest.mark.parametrize("name", [name for name in ALL if name != "form"])
def test_what_is_no_form_runs_nothing(name: str) -> None:
    assert not any(isinstance(node, tree.Field | tree.FormEnd) for node in ALL[name].nodes)
    assert "<script" not in made(ALL[name], Form.HTML).decode()
