"""A draft of a mail reaches whom it names, and nothing in a name makes it another mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

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


OFFICES = [
    "Kultur- och fritidsnämnden i Öckerö kommun",
    "Länsstyrelsen i Västra Götalands län, samhällsbyggnadsavdelningen",
    'Bo "Bosse" Ek <bo@ek.example>, Ekby \\',
    "=?utf-8?q?Bo?=",
    "å" * 300,
    "a" * 1000,
    "\N{GRINNING FACE}" * 60,
]


def test_a_long_list_of_swedish_offices_stays_a_list() -> None:
    people = [Recipient(name, f"n{number}@ekby.example") for number, name in enumerate(OFFICES * 2)]

    data = draft("Utdrag", "Hej.", people[:7], [], to=people)

    found = message_from_bytes(data)
    for header, expected in (("To", people), ("Bcc", people[:7])):
        said = getaddresses([" ".join(found[header].split())])
        assert [address for _name, address in said] == [each.address for each in expected]
        names = [str(make_header(decode_header(name))) for name, _address in said]
        assert [name for name in names if "=?" not in name] == [
            each.name for each in expected if "=?" not in each.name
        ]
    assert max(map(len, data.split(b"\r\n"))) < 998


@given(st.from_regex(r"[a.@-]{0,8}", fullmatch=True))
def test_what_is_an_address_can_be_written_to(words: str) -> None:
    if is_address(words):
        found = read(draft("Utdrag", "Hej.", [], [], to=[Recipient("Å", words)]))
        assert [each.addr_spec for each in found["To"].addresses] == [words]
    assert not is_address(f".{words}")


@pytest.mark.parametrize(
    "words",
    [None, "", "a", "a@", "a b@c", "a@b\r\nBcc: x@y", "<a@b>", "a..b@c", "a.@b", "a@b..c", "a@b.", "a@.b"],
)
def test_what_is_no_address_is_told_from_one(words: str | None) -> None:
    assert not is_address(words)
