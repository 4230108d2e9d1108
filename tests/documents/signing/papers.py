"""A protocol with fields to sign in, and the same one signed; made once, since that takes a while."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from documents.meetings import plain_meeting
from documents.signing.authority import AT, authority, holder
from klubban.documents import protocol, tree
from klubban.documents.pdf import typeset
from klubban.documents.pdf.examining import examine
from klubban.documents.pdf.signatures import fields_of, sign
from klubban.domain.examined import Examined, Stamp
from klubban.domain.text import Text, runs_of

SIGNERS = ("Siv Lind", "Åke Öman (S)", "Britta Ek (M)")
ROLES = ("Sekreterare", "Ordförande", "Justerare")


@cache
def original(words: str = "Kommunstyrelsen beslutar att bifalla motionen.") -> bytes:
    """Return a protocol of two pages with three fields, as it is sent to be signed."""
    lines = tuple(map(tree.Signature, ROLES, SIGNERS))
    made = protocol.build(plain_meeting())
    nodes = (
        tree.Heading(1, "Protokoll"),
        tree.Signatures(lines, digital=True),
        tree.PageBreak(),
        tree.Heading(2, "Motion om cykelställ", "§ 1"),
        Text(runs_of(words)),
    )
    return typeset(replace(made, nodes=nodes)).data


@cache
def signed(count: int = 3) -> bytes:
    """Return it with so many signatures."""
    if count == 0:
        return original()
    field = fields_of(original())[count - 1]
    return sign(
        signed(count - 1), field.name, holder(field.who).opens, Stamp(name=field.who, role=field.role), at=AT
    )


def examined(pdf: bytes, sent: bytes | None = None) -> Examined:
    """Return what a file is beside the protocol, where the authority of the tests is trusted."""
    return examine(pdf, original=sent or original(), trusted=[authority().data], at=AT)
