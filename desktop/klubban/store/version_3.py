"""From version 2 to 3: planning, what comes on an agenda by itself, what was sent, papers by their hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store.sqlite import execute_all

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
CREATE TABLE standing_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT CHECK (kind IN (
        'procedure', 'information', 'discussion', 'decision', 'election', 'report')),
    minutes INTEGER CHECK (minutes > 0),
    presenters TEXT DEFAULT '[]' NOT NULL,
    proposal TEXT DEFAULT '[]' NOT NULL,
    months TEXT DEFAULT '[]' NOT NULL,
    source TEXT,
    closing INTEGER DEFAULT '0' NOT NULL CHECK (closing IN (0, 1)),
    meeting_type_id INTEGER,
    FOREIGN KEY(body_id) REFERENCES body (id),
    FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id)
) STRICT;
CREATE INDEX ix_standing_item_body_id ON standing_item (body_id);
CREATE INDEX ix_standing_item_meeting_type_id ON standing_item (meeting_type_id);
CREATE TABLE group_meeting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    date TEXT,
    starts TEXT,
    place TEXT,
    FOREIGN KEY(meeting_id) REFERENCES meeting (id)
) STRICT;
CREATE INDEX ix_group_meeting_meeting_id ON group_meeting (meeting_id);
CREATE TABLE sending (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    sent_on TEXT NOT NULL,
    sent_at TEXT,
    meeting_date TEXT,
    meeting_starts TEXT,
    place TEXT,
    late_because TEXT,
    FOREIGN KEY(meeting_id) REFERENCES meeting (id)
) STRICT;
CREATE INDEX ix_sending_meeting_id ON sending (meeting_id);
CREATE TABLE sent_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    sending_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    withdrawn INTEGER DEFAULT '0' NOT NULL CHECK (withdrawn IN (0, 1)),
    FOREIGN KEY(sending_id) REFERENCES sending (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_sent_item_item_id ON sent_item (item_id);
CREATE INDEX ix_sent_item_sending_id ON sent_item (sending_id);
CREATE TABLE sent_document (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    sending_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    document_id INTEGER,
    number INTEGER NOT NULL CHECK (number > 0),
    title TEXT NOT NULL CHECK (title <> ''),
    sha256 TEXT CHECK (length(sha256) = 64),
    FOREIGN KEY(sending_id) REFERENCES sending (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(document_id) REFERENCES document (id)
) STRICT;
CREATE INDEX ix_sent_document_document_id ON sent_document (document_id);
CREATE INDEX ix_sent_document_item_id ON sent_document (item_id);
CREATE INDEX ix_sent_document_sending_id ON sent_document (sending_id);
CREATE TABLE agenda_act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('added', 'withdrawn', 'postponed', 'restored')),
    proposed_by TEXT,
    done_on TEXT,
    done_at TEXT,
    reason TEXT,
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_agenda_act_item_id ON agenda_act (item_id);
CREATE TABLE paper (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    sender TEXT,
    due TEXT,
    arrived TEXT,
    approved TEXT,
    approved_by TEXT,
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_paper_item_id ON paper (item_id);
CREATE TABLE comment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    author TEXT NOT NULL CHECK (author <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    made_on TEXT,
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_comment_item_id ON comment (item_id);
CREATE TABLE speaker (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    reply INTEGER DEFAULT '0' NOT NULL CHECK (reply IN (0, 1)),
    seconds INTEGER CHECK (seconds >= 0),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_speaker_item_id ON speaker (item_id);
CREATE INDEX ix_speaker_person_id ON speaker (person_id);
CREATE TABLE chair_note (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    text TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_chair_note_item_id ON chair_note (item_id);
CREATE TABLE meeting_pattern (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    nth TEXT DEFAULT '[]' NOT NULL,
    weeks INTEGER CHECK (weeks > 0),
    first TEXT,
    months TEXT DEFAULT '[]' NOT NULL,
    starts TEXT,
    place TEXT,
    moves TEXT NOT NULL CHECK (moves IN ('later', 'earlier', 'skip')),
    meeting_type_id INTEGER,
    FOREIGN KEY(body_id) REFERENCES body (id),
    FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id)
) STRICT;
CREATE INDEX ix_meeting_pattern_body_id ON meeting_pattern (body_id);
CREATE INDEX ix_meeting_pattern_meeting_type_id ON meeting_pattern (meeting_type_id);
CREATE TABLE delegated (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    registry_number TEXT,
    decided_on TEXT,
    decided_by TEXT,
    basis TEXT,
    urgent INTEGER DEFAULT '0' NOT NULL CHECK (urgent IN (0, 1)),
    item_id INTEGER,
    FOREIGN KEY(body_id) REFERENCES body (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_delegated_body_id ON delegated (body_id);
CREATE INDEX ix_delegated_item_id ON delegated (item_id);
CREATE TABLE chairs_copy (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    base TEXT NOT NULL,
    made_on TEXT NOT NULL,
    made_at TEXT,
    FOREIGN KEY(meeting_id) REFERENCES meeting (id)
) STRICT;
CREATE INDEX ix_chairs_copy_meeting_id ON chairs_copy (meeting_id);
CREATE TABLE judged_move (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    chairs_copy_id INTEGER NOT NULL,
    move TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('taken', 'left')),
    judged_on TEXT,
    FOREIGN KEY(chairs_copy_id) REFERENCES chairs_copy (id)
) STRICT;
CREATE INDEX ix_judged_move_chairs_copy_id ON judged_move (chairs_copy_id);
CREATE TABLE attachment (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256)
) STRICT;
"""

_COLUMNS = """
ALTER TABLE body ADD COLUMN absence_to TEXT;
ALTER TABLE body ADD COLUMN distribution TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE matter ADD COLUMN body_id INTEGER REFERENCES body (id);
CREATE INDEX ix_matter_body_id ON matter (body_id);
ALTER TABLE matter ADD COLUMN closed TEXT;
ALTER TABLE matter ADD COLUMN closed_because TEXT;
ALTER TABLE meeting ADD COLUMN papers_due TEXT;
ALTER TABLE meeting ADD COLUMN announced_on TEXT;
ALTER TABLE meeting ADD COLUMN cancelled_on TEXT;
ALTER TABLE meeting ADD COLUMN cancelled_because TEXT;
ALTER TABLE meeting ADD COLUMN calendar_uid TEXT;
ALTER TABLE meeting ADD COLUMN calendar_sequence INTEGER CHECK (calendar_sequence >= 0);
ALTER TABLE item ADD COLUMN minutes INTEGER CHECK (minutes > 0);
ALTER TABLE item ADD COLUMN starts TEXT;
ALTER TABLE item ADD COLUMN origin TEXT CHECK (origin IN (
    'standing', 'duty', 'postponed', 'referred_back', 'proposed', 'assignment', 'delegated', 'urgent',
    'submission', 'chair'));
ALTER TABLE item ADD COLUMN origin_item_id INTEGER REFERENCES item (id);
CREATE INDEX ix_item_origin_item_id ON item (origin_item_id);
ALTER TABLE item ADD COLUMN origin_assignment_id INTEGER REFERENCES assignment (id);
CREATE INDEX ix_item_origin_assignment_id ON item (origin_assignment_id);
ALTER TABLE item ADD COLUMN standing_item_id INTEGER REFERENCES standing_item (id);
CREATE INDEX ix_item_standing_item_id ON item (standing_item_id);
ALTER TABLE document ADD COLUMN number INTEGER CHECK (number > 0);
ALTER TABLE document ADD COLUMN file_name TEXT;
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Make the new tables and columns; what is there stays as it is."""
    execute_all(connection, _TABLES + _COLUMNS)
