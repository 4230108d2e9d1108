"""The tables of what comes after the meeting: signed, corrected, frozen, appealed, dispatched, archived."""

from __future__ import annotations

from sqlalchemy import Column

from klubban.domain import afterwards, signing
from klubban.store.columns import (
    blocks,
    choice,
    flag,
    named,
    part_of,
    position,
    refers,
    sha256,
    table,
    words,
)
from klubban.store.types import Clock, Day, Lines, ParagraphSet

signing_ = table(
    "signing",
    part_of("verification"),
    position(),
    choice("way", signing.SigningWay, required=True),
    Column("begun_on", Day, nullable=False),
    Column("begun_at", Clock),
    sha256("original"),
    choice("ended", signing.SigningEnd),
    Column("ended_on", Day),
    words("ended_because"),
    sha256("returned"),
    words("returned_type"),
    choice("verdict", signing.Verdict),
    words("accepted_by"),
    Column("accepted_on", Day),
    blocks("report"),
)
signature = table(
    "signature",
    part_of("signing"),
    position(),
    *named(),
    choice("signs_as", signing.SignsAs, required=True),
    Column("paragraphs", ParagraphSet),
    Column("signed_on", Day),
    Column("signed_at", Clock),
    words("field"),
    words("certificate"),
    words("issuer"),
    sha256("fingerprint"),
    flag("time_stamped"),
)
correction = table(
    "correction",
    part_of("meeting"),
    position(),
    refers("item_id", "item"),
    Column("made_on", Day, nullable=False),
    *named("by_"),
    blocks("text"),
    words("because", required=True),
)
# What is frozen, and its digest: of an item's rows, or without an item of the meeting's. See frozen.py.
frozen = table(
    "frozen",
    part_of("meeting"),
    refers("item_id", "item"),
    refers("verification_id", "verification"),
    sha256("digest", required=True),
    flag("worded"),
    flag("released"),
)
appeal_step = table(
    "appeal_step",
    part_of("item"),
    position(),
    choice("kind", afterwards.AppealStepKind, required=True),
    Column("day", Day, nullable=False),
    words("court"),
    words("case_number"),
    words("by"),
    flag("final"),
    words("note"),
)
receipt = table(
    "receipt", part_of("item"), position(), *named(), Column("received_on", Day, nullable=False), words("how")
)
dispatch = table(
    "dispatch",
    part_of("item"),
    position(),
    words("recipient", required=True),
    choice("way", afterwards.DispatchWay, required=True),
    Column("sent_on", Day, nullable=False),
    Column("sent_at", Clock),
    words("address"),
    refers("body_id", "body"),
    words("by"),
    sha256("sha256"),
    Column("returned_on", Day),
    words("note"),
)
archived = table(
    "archived",
    part_of("meeting"),
    Column("archived_on", Day, nullable=False),
    words("name", required=True),
    sha256("manifest"),
)
addressee = table(
    "addressee",
    part_of("organisation"),
    position(),
    words("name", required=True),
    words("email"),
    words("address"),
    refers("body_id", "body"),
    Column("members", Lines, nullable=False, server_default="[]"),
)
trusted_issuer = table(
    "trusted_issuer",
    part_of("organisation"),
    position(),
    words("name", required=True),
    sha256("sha256", required=True),
    words("accepted_by"),
    Column("accepted_on", Day),
)
