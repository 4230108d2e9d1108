"""A packet from another office is opened only when it is just as it should be."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from klubban.exchange.packet import COVER, DOCUMENT, FILES, About, packed, read_packet
from klubban.exchange.refused import Refused

PAPER = b"%PDF-1.7 en tjansteskrivelse"
SHA = hashlib.sha256(PAPER).hexdigest()
CONTENT = {"format": "klubban-open-1", "organisation": {"name": "Ekby kommun"}}
ABOUT = About(sender="Ekby kommun", made=date(2026, 11, 22), to="Grannby", holds=("KS 2026/1",))


def packet() -> bytes:
    return packed(CONTENT, {SHA: PAPER}, ABOUT)


def with_members(**changed: bytes | None) -> bytes:
    """Return the packet with some members other than they were; None leaves one out."""
    names = {"cover": COVER, "document": DOCUMENT, "paper": f"{FILES}{SHA}"}
    wanted = {names.get(name, name): data for name, data in changed.items()}
    into = BytesIO()
    with ZipFile(BytesIO(packet())) as old, ZipFile(into, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            data = wanted.pop(each, old.read(each))
            if data is not None:
                new.writestr(each, data)
        for name, data in wanted.items():
            new.writestr(name, data or b"")
    return into.getvalue()


def test_what_was_packed_is_read_and_the_same_content_is_the_same_bytes() -> None:
    found = read_packet(packet())

    assert (found.cover.sender.name, found.cover.to, found.cover.holds) == (
        "Ekby kommun", "Grannby", ("KS 2026/1",),
    )  # fmt: skip
    assert found.document == CONTENT
    assert found.files == {SHA: PAPER}
    assert packet() == packet()


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        (b"nothing", "no packet"),
        (packet()[:-40], "damaged"),
        (with_members(**{"../../etc/passwd": b"x"}), "holds nothing such as"),
        (with_members(**{f"{FILES}../{SHA}": b"x"}), "holds nothing such as"),
        (with_members(**{f"{FILES}{SHA.upper()}": b"x"}), "holds nothing such as"),
        (with_members(paper=b"other bytes"), "is another"),
        (with_members(document=json.dumps(CONTENT | {"words": ["x"]}).encode()), "document is another"),
        (with_members(document=None), "no packet"),
        (with_members(cover=None), "no packet"),
        (with_members(cover=b"[]"), "Expected"),
        (with_members(cover=b'{"format": "klubban-packet-2"}'), "Expected"),
    ],
    ids=["no zip", "cut off", "path", "path below", "no hash", "paper", "document", "no document",
         "no cover", "list", "format"],
)  # fmt: skip
def test_what_is_not_as_it_should_be_is_refused(hostile: bytes, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        read_packet(hostile)


def test_a_packet_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr(COVER, b"{}")
        with bomb.open(DOCUMENT, "w", force_zip64=True) as member:
            for _ in range(40):
                member.write(b" " * 1_000_000)
    assert len(into.getvalue()) < 100_000

    with pytest.raises(Refused, match="unpacks to more than"):
        read_packet(into.getvalue())
