"""A draft of a mail reaches whom it names, and nothing in a name makes it another mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klubban.exchange.mail import Attached, Recipient, draft, is_address, recipient

PAPER = Attached("kallelse å.pdf", "application/pdf", b"%PDF-1.7")


def read(data: bytes) -> EmailMessage:
    """Return a draft as a mail program reads it."""
    found = message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_draft_is_unsent_and_its_recipients_do_not_see_each_other() -> None:
    people = [Recipient("Åsa Öberg", "asa@ekby.example"), Recipient("Ek, Bo", "bo@ekby.example")]
    found = read(draft("Kallelse: Brå", "Hej å ä ö.", people, [PAPER]))

    assert (found["X-Unsent"], found["Subject"], found["To"]) == ("1", "Kallelse: Brå", None)
    assert [(each.display_name, each.addr_spec) for each in found["Bcc"].addresses] == [
        ("Åsa Öberg", "asa@ekby.example"),
        ("Ek, Bo", "bo@ekby.example"),
    ]
    body = found.get_body()
    assert body is not None
    assert body.get_content().strip() == "Hej å ä ö."


def test_what_goes_with_it_keeps_its_name_and_bytes() -> None:
    (paper,) = read(draft("Kallelse", "Hej.", [], [PAPER])).iter_attachments()

    assert (paper.get_filename(), paper.get_content_type()) == ("kallelse å.pdf", "application/pdf")
    assert paper.get_content() == b"%PDF-1.7"


def test_the_same_draft_is_the_same_bytes() -> None:
    assert draft("Kallelse", "Hej.", [], [PAPER]) == draft("Kallelse", "Hej.", [], [PAPER])


@given(st.text(), st.text())
def test_no_name_or_subject_begins_another_header(name: str, subject: str) -> None:
    people = [Recipient(f"{name}\r\nX-Evil: 1", "bo@ekby.example")]
    found = read(draft(f"{subject}\r\nX-Evil: 1", "Hej.", people, []))

    assert found["X-Evil"] is None
    assert [each.addr_spec for each in found["Bcc"].addresses] == ["bo@ekby.example"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Registrator <registrator@ekby.example>", Recipient("Registrator", "registrator@ekby.example")),
        ("registrator@ekby.example", Recipient("", "registrator@ekby.example")),
        ("Registrator", None),
        ("Åsa <åsa@ekby.example>", None),
        ("a@b, c@d", None),
    ],
)
def test_an_address_is_read_with_its_name(words: str, found: Recipient | None) -> None:
    assert recipient(words) == found


@pytest.mark.parametrize("words", [None, "", "a", "a@", "a b@c", "a@b\r\nBcc: x@y", "<a@b>"])
def test_what_is_no_address_is_told_from_one(words: str | None) -> None:
    assert not is_address(words)
