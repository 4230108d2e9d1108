"""From version 5 to 6: what comes after the meeting: signed, corrected, frozen, appealed, dispatched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store.sqlite import execute_all

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
CREATE TABLE signing (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    verification_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('pen', 'service', 'local')),
    begun_on TEXT NOT NULL,
    begun_at TEXT,
    original TEXT CHECK (length(original) = 64),
    ended TEXT CHECK (ended IN ('signed', 'withdrawn', 'to_pen')),
    ended_on TEXT,
    ended_because TEXT,
    returned TEXT CHECK (length(returned) = 64),
    returned_type TEXT,
    verdict TEXT CHECK (verdict IN ('unchanged', 'repackaged', 'changed')),
    accepted_by TEXT,
    accepted_on TEXT,
    report TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(verification_id) REFERENCES verification (id)
) STRICT;
CREATE INDEX ix_signing_verification_id ON signing (verification_id);
CREATE TABLE signature (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    signing_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    signs_as TEXT NOT NULL CHECK (signs_as IN ('secretary', 'chair', 'verifier')),
    paragraphs TEXT,
    signed_on TEXT,
    signed_at TEXT,
    field TEXT,
    certificate TEXT,
    issuer TEXT,
    fingerprint TEXT CHECK (length(fingerprint) = 64),
    time_stamped INTEGER DEFAULT '0' NOT NULL CHECK (time_stamped IN (0, 1)),
    FOREIGN KEY(signing_id) REFERENCES signing (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_signature_person_id ON signature (person_id);
CREATE INDEX ix_signature_signing_id ON signature (signing_id);
CREATE TABLE correction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item_id INTEGER,
    made_on TEXT NOT NULL,
    by_person_id INTEGER,
    by_name TEXT,
    by_party TEXT,
    text TEXT DEFAULT '[]' NOT NULL,
    because TEXT NOT NULL CHECK (because <> ''),
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(by_person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_correction_by_person_id ON correction (by_person_id);
CREATE INDEX ix_correction_item_id ON correction (item_id);
CREATE INDEX ix_correction_meeting_id ON correction (meeting_id);
CREATE TABLE frozen (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    item_id INTEGER,
    verification_id INTEGER,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    worded INTEGER DEFAULT '0' NOT NULL CHECK (worded IN (0, 1)),
    released INTEGER DEFAULT '0' NOT NULL CHECK (released IN (0, 1)),
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(verification_id) REFERENCES verification (id)
) STRICT;
CREATE INDEX ix_frozen_item_id ON frozen (item_id);
CREATE INDEX ix_frozen_meeting_id ON frozen (meeting_id);
CREATE INDEX ix_frozen_verification_id ON frozen (verification_id);
CREATE TABLE appeal_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('asked', 'none_filed', 'filed', 'too_late', 'dismissed', 'rejected', 'quashed',
            'withdrawn')),
    day TEXT NOT NULL,
    court TEXT,
    case_number TEXT,
    "by" TEXT,
    final INTEGER DEFAULT '0' NOT NULL CHECK (final IN (0, 1)),
    note TEXT,
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_appeal_step_item_id ON appeal_step (item_id);
CREATE TABLE receipt (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    received_on TEXT NOT NULL,
    how TEXT,
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_receipt_item_id ON receipt (item_id);
CREATE INDEX ix_receipt_person_id ON receipt (person_id);
CREATE TABLE dispatch (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    way TEXT NOT NULL CHECK (way IN ('mail', 'post', 'internal', 'handed')),
    sent_on TEXT NOT NULL,
    sent_at TEXT,
    address TEXT,
    body_id INTEGER,
    "by" TEXT,
    sha256 TEXT CHECK (length(sha256) = 64),
    returned_on TEXT,
    note TEXT,
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_dispatch_body_id ON dispatch (body_id);
CREATE INDEX ix_dispatch_item_id ON dispatch (item_id);
CREATE TABLE archived (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    archived_on TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    manifest TEXT CHECK (length(manifest) = 64),
    FOREIGN KEY(meeting_id) REFERENCES meeting (id)
) STRICT;
CREATE INDEX ix_archived_meeting_id ON archived (meeting_id);
CREATE TABLE addressee (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    organisation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    email TEXT,
    address TEXT,
    body_id INTEGER,
    members TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_addressee_body_id ON addressee (body_id);
CREATE INDEX ix_addressee_organisation_id ON addressee (organisation_id);
CREATE TABLE trusted_issuer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    organisation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    accepted_by TEXT,
    accepted_on TEXT,
    FOREIGN KEY(organisation_id) REFERENCES organisation (id)
) STRICT;
CREATE INDEX ix_trusted_issuer_organisation_id ON trusted_issuer (organisation_id);
"""

_COLUMNS = """
ALTER TABLE organisation ADD COLUMN file_pattern TEXT;
ALTER TABLE organisation ADD COLUMN time_stamp_server TEXT;
ALTER TABLE meeting ADD COLUMN as_verified TEXT DEFAULT '{}' NOT NULL;
ALTER TABLE meeting ADD COLUMN draft_sent TEXT;
ALTER TABLE verification ADD COLUMN correction_id INTEGER REFERENCES correction (id);
CREATE INDEX ix_verification_correction_id ON verification (correction_id);
ALTER TABLE verification ADD COLUMN ready_on TEXT;
ALTER TABLE verification ADD COLUMN control TEXT;
ALTER TABLE verification ADD COLUMN moved_to TEXT;
ALTER TABLE verification ADD COLUMN moved_because TEXT;
ALTER TABLE verification ADD COLUMN withdrawn_on TEXT;
ALTER TABLE verification ADD COLUMN withdrawn_by TEXT;
ALTER TABLE verification ADD COLUMN withdrawn_and_by TEXT;
ALTER TABLE verification ADD COLUMN withdrawn_because TEXT;
ALTER TABLE notice ADD COLUMN verification_id INTEGER REFERENCES verification (id);
CREATE INDEX ix_notice_verification_id ON notice (verification_id);
ALTER TABLE notice ADD COLUMN board TEXT;
ALTER TABLE notice ADD COLUMN last_day TEXT;
ALTER TABLE notice ADD COLUMN flawed TEXT;
ALTER TABLE notice ADD COLUMN replaces_id INTEGER REFERENCES notice (id);
CREATE INDEX ix_notice_replaces_id ON notice (replaces_id);
ALTER TABLE objection ADD COLUMN dissent INTEGER DEFAULT '0' NOT NULL CHECK (dissent IN (0, 1));
ALTER TABLE objection ADD COLUMN settled TEXT;
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the tables and columns; nothing that is there changes."""
    execute_all(connection, _TABLES)
    execute_all(connection, _COLUMNS)
