"""From version 3 to 4: minutes at the table, what was put and found, and the texts that write themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store.sqlite import execute_all

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
CREATE TABLE put (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    puts TEXT NOT NULL CHECK (
        puts IN ('adjourn', 'postpone', 'refer_back', 'main', 'amendment', 'addition')),
    motion_id INTEGER,
    adopted TEXT CHECK (adopted IN ('proposal', 'motion', 'rejected')),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(motion_id) REFERENCES motion (id)
) STRICT;
CREATE INDEX ix_put_item_id ON put (item_id);
CREATE INDEX ix_put_motion_id ON put (motion_id);
CREATE TABLE election (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    office TEXT NOT NULL CHECK (office <> ''),
    seats INTEGER DEFAULT '1' NOT NULL CHECK (seats > 0),
    method TEXT NOT NULL CHECK (method IN ('acclamation', 'ballot', 'proportional')),
    blank INTEGER CHECK (blank >= 0),
    invalid INTEGER CHECK (invalid >= 0),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_election_item_id ON election (item_id);
CREATE TABLE candidate (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    election_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    votes INTEGER CHECK (votes >= 0),
    elected INTEGER DEFAULT '0' NOT NULL CHECK (elected IN (0, 1)),
    by_lot INTEGER DEFAULT '0' NOT NULL CHECK (by_lot IN (0, 1)),
    FOREIGN KEY(election_id) REFERENCES election (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_candidate_election_id ON candidate (election_id);
CREATE INDEX ix_candidate_person_id ON candidate (person_id);
CREATE TABLE own_text (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('motions', 'proceedings', 'divisions', 'decision', 'opinions')),
    text TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_own_text_item_id ON own_text (item_id);
CREATE TABLE said (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    own_text_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    "key" TEXT NOT NULL CHECK (key <> ''),
    words TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(own_text_id) REFERENCES own_text (id)
) STRICT;
CREATE INDEX ix_said_own_text_id ON said (own_text_id);
CREATE TABLE objection (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    item_id INTEGER,
    lodged_on TEXT,
    text TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_objection_item_id ON objection (item_id);
CREATE INDEX ix_objection_meeting_id ON objection (meeting_id);
CREATE INDEX ix_objection_person_id ON objection (person_id);
CREATE TABLE scratch (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    noted_at TEXT,
    done INTEGER DEFAULT '0' NOT NULL CHECK (done IN (0, 1)),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_scratch_item_id ON scratch (item_id);
CREATE TABLE first_number (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_first_number_body_id ON first_number (body_id);
CREATE TABLE phrase (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER,
    position INTEGER NOT NULL,
    short TEXT NOT NULL CHECK (short <> ''),
    text TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_phrase_body_id ON phrase (body_id);
CREATE TABLE own_word (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    organisation_id INTEGER,
    word TEXT NOT NULL CHECK (word <> ''),
    FOREIGN KEY(organisation_id) REFERENCES organisation (id)
) STRICT;
CREATE INDEX ix_own_word_organisation_id ON own_word (organisation_id);
"""

_COLUMNS = """
ALTER TABLE body ADD COLUMN habits TEXT DEFAULT '{}' NOT NULL;
ALTER TABLE meeting ADD COLUMN opened TEXT;
ALTER TABLE meeting ADD COLUMN notes_sent TEXT;
ALTER TABLE meeting ADD COLUMN comments_by TEXT;
ALTER TABLE recess ADD COLUMN adjourned INTEGER DEFAULT '0' NOT NULL CHECK (adjourned IN (0, 1));
ALTER TABLE recess ADD COLUMN ends_on TEXT;
ALTER TABLE recess ADD COLUMN after_item_id INTEGER REFERENCES item (id);
CREATE INDEX ix_recess_after_item_id ON recess (after_item_id);
ALTER TABLE item ADD COLUMN unnumbered INTEGER DEFAULT '0' NOT NULL CHECK (unnumbered IN (0, 1));
ALTER TABLE item ADD COLUMN order_approved INTEGER DEFAULT '0' NOT NULL CHECK (order_approved IN (0, 1));
ALTER TABLE motion ADD COLUMN kept INTEGER DEFAULT '0' NOT NULL CHECK (kept IN (0, 1));
ALTER TABLE motion ADD COLUMN in_writing INTEGER DEFAULT '0' NOT NULL CHECK (in_writing IN (0, 1));
ALTER TABLE motion ADD COLUMN instead_of_id INTEGER REFERENCES motion (id);
CREATE INDEX ix_motion_instead_of_id ON motion (instead_of_id);
ALTER TABLE motion ADD COLUMN noted_at TEXT;
ALTER TABLE division ADD COLUMN put_id INTEGER REFERENCES put (id);
CREATE INDEX ix_division_put_id ON division (put_id);
ALTER TABLE division ADD COLUMN yes_motion_id INTEGER REFERENCES motion (id);
CREATE INDEX ix_division_yes_motion_id ON division (yes_motion_id);
ALTER TABLE division ADD COLUMN no_motion_id INTEGER REFERENCES motion (id);
CREATE INDEX ix_division_no_motion_id ON division (no_motion_id);
ALTER TABLE division ADD COLUMN minority INTEGER DEFAULT '0' NOT NULL CHECK (minority IN (0, 1));
ALTER TABLE division ADD COLUMN lot TEXT CHECK (lot IN (
    'yes', 'no', 'abstained', 'absent', 'not_taking_part'));
ALTER TABLE division ADD COLUMN asked_by TEXT;
ALTER TABLE opinion ADD COLUMN lodged_on TEXT;
ALTER TABLE opinion ADD COLUMN lodged_at TEXT;
ALTER TABLE opinion ADD COLUMN awaited INTEGER DEFAULT '0' NOT NULL CHECK (awaited IN (0, 1));
ALTER TABLE opinion ADD COLUMN lapsed INTEGER DEFAULT '0' NOT NULL CHECK (lapsed IN (0, 1));
ALTER TABLE opinion ADD COLUMN appendix INTEGER DEFAULT '0' NOT NULL CHECK (appendix IN (0, 1));
ALTER TABLE opinion ADD COLUMN motion_id INTEGER REFERENCES motion (id);
CREATE INDEX ix_opinion_motion_id ON opinion (motion_id);
CREATE INDEX entry_run ON entry (step) WHERE step != sequence;
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Make the new tables and columns; what is there stays as it is."""
    execute_all(connection, _TABLES + _COLUMNS)
