"""From version 1 to 2: the roll of the day, bodies with their mandate, richer rules and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store.sqlite import execute_all

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = """
ALTER TABLE body ADD COLUMN mandate TEXT;
ALTER TABLE body ADD COLUMN review_date TEXT;
ALTER TABLE body ADD COLUMN rotation TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE body ADD COLUMN rotation_from INTEGER;
ALTER TABLE body ADD COLUMN chains TEXT DEFAULT '{}' NOT NULL;
ALTER TABLE meeting ADD COLUMN meeting_type_id INTEGER REFERENCES meeting_type (id);
CREATE INDEX ix_meeting_meeting_type_id ON meeting (meeting_type_id);
ALTER TABLE meeting ADD COLUMN rules TEXT DEFAULT '{}' NOT NULL;
ALTER TABLE attendance ADD COLUMN partly TEXT;
ALTER TABLE attendance ADD COLUMN came_at TEXT;
ALTER TABLE attendance ADD COLUMN went_at TEXT;
"""

_TABLES = """
CREATE TABLE meeting_type (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    per_year INTEGER CHECK (per_year > 0),
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_meeting_type_body_id ON meeting_type (body_id);
CREATE TABLE invited (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_type_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    body_id INTEGER,
    name TEXT,
    FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_invited_body_id ON invited (body_id);
CREATE INDEX ix_invited_meeting_type_id ON invited (meeting_type_id);
CREATE INDEX ix_invited_person_id ON invited (person_id);
CREATE TABLE stand_in (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    seat_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    FOREIGN KEY(seat_id) REFERENCES seat (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_stand_in_person_id ON stand_in (person_id);
CREATE INDEX ix_stand_in_seat_id ON stand_in (seat_id);
CREATE TABLE call_up (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    for_person_id INTEGER,
    for_name TEXT,
    for_party TEXT,
    asked TEXT,
    answer TEXT CHECK (answer IN ('yes', 'no')),
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(for_person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_call_up_for_person_id ON call_up (for_person_id);
CREATE INDEX ix_call_up_meeting_id ON call_up (meeting_id);
CREATE INDEX ix_call_up_person_id ON call_up (person_id);
CREATE TABLE roll_line (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN (
        'chair', 'vice_chair', 'second_vice_chair', 'member', 'alternate', 'co_opted',
        'staff_representative', 'official', 'guest', 'other')),
    who_person_id INTEGER,
    who_name TEXT,
    who_party TEXT,
    seat_party TEXT,
    represents TEXT,
    title TEXT,
    personal_for_id INTEGER,
    instead_of_person_id INTEGER,
    instead_of_name TEXT,
    instead_of_party TEXT,
    since TEXT,
    rights TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(who_person_id) REFERENCES person (id),
    FOREIGN KEY(personal_for_id) REFERENCES roll_line (id),
    FOREIGN KEY(instead_of_person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_roll_line_instead_of_person_id ON roll_line (instead_of_person_id);
CREATE INDEX ix_roll_line_meeting_id ON roll_line (meeting_id);
CREATE INDEX ix_roll_line_personal_for_id ON roll_line (personal_for_id);
CREATE INDEX ix_roll_line_who_person_id ON roll_line (who_person_id);
CREATE TABLE roll_stand_in (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    roll_line_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    alternate_id INTEGER NOT NULL,
    FOREIGN KEY(roll_line_id) REFERENCES roll_line (id),
    FOREIGN KEY(alternate_id) REFERENCES roll_line (id)
) STRICT;
CREATE INDEX ix_roll_stand_in_alternate_id ON roll_stand_in (alternate_id);
CREATE INDEX ix_roll_stand_in_roll_line_id ON roll_stand_in (roll_line_id);
CREATE TABLE stay (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    roll_line_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    first_item_id INTEGER,
    came TEXT NOT NULL CHECK (came IN ('before', 'during', 'decided', 'after')),
    last_item_id INTEGER,
    went TEXT NOT NULL CHECK (went IN ('before', 'during', 'decided', 'after')),
    remote INTEGER DEFAULT '0' NOT NULL CHECK (remote IN (0, 1)),
    came_at TEXT,
    went_at TEXT,
    FOREIGN KEY(roll_line_id) REFERENCES roll_line (id),
    FOREIGN KEY(first_item_id) REFERENCES item (id),
    FOREIGN KEY(last_item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_stay_first_item_id ON stay (first_item_id);
CREATE INDEX ix_stay_last_item_id ON stay (last_item_id);
CREATE INDEX ix_stay_roll_line_id ON stay (roll_line_id);
CREATE TABLE ruling (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    place_id INTEGER,
    serves_id INTEGER,
    first_item_id INTEGER NOT NULL,
    last_item_id INTEGER,
    reason TEXT NOT NULL CHECK (reason <> ''),
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(place_id) REFERENCES roll_line (id),
    FOREIGN KEY(serves_id) REFERENCES roll_line (id),
    FOREIGN KEY(first_item_id) REFERENCES item (id),
    FOREIGN KEY(last_item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_ruling_first_item_id ON ruling (first_item_id);
CREATE INDEX ix_ruling_last_item_id ON ruling (last_item_id);
CREATE INDEX ix_ruling_meeting_id ON ruling (meeting_id);
CREATE INDEX ix_ruling_place_id ON ruling (place_id);
CREATE INDEX ix_ruling_serves_id ON ruling (serves_id);
CREATE TABLE deviation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('quorum', 'disqualified', 'return', 'remote', 'other')),
    who_person_id INTEGER,
    who_name TEXT,
    who_party TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(who_person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_deviation_item_id ON deviation (item_id);
CREATE INDEX ix_deviation_who_person_id ON deviation (who_person_id);
"""

# SQLite cannot widen a check: the table is made anew, and no id of it is used twice.
_SEATS = """
CREATE TABLE seat_new (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    role TEXT NOT NULL CHECK (role IN (
        'chair', 'vice_chair', 'second_vice_chair', 'member', 'alternate', 'co_opted',
        'staff_representative', 'secretary')),
    party TEXT,
    represents TEXT,
    call_order INTEGER,
    alternate_for_id INTEGER,
    from_date TEXT,
    to_date TEXT,
    rights TEXT DEFAULT '[]' NOT NULL,
    note TEXT,
    FOREIGN KEY(body_id) REFERENCES body (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(alternate_for_id) REFERENCES person (id)
) STRICT;
INSERT INTO seat_new (id, body_id, position, person_id, role, party, represents, call_order, alternate_for_id,
    from_date, to_date)
SELECT id, body_id, position, person_id, role, party, represents, call_order, alternate_for_id,
    from_date, to_date FROM seat;
DELETE FROM sqlite_sequence WHERE name = 'seat_new';
UPDATE sqlite_sequence SET name = 'seat_new' WHERE name = 'seat';
DROP TABLE seat;
ALTER TABLE seat_new RENAME TO seat;
CREATE INDEX ix_seat_alternate_for_id ON seat (alternate_for_id);
CREATE INDEX ix_seat_body_id ON seat (body_id);
CREATE INDEX ix_seat_person_id ON seat (person_id);
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Make the new tables and columns; what is there stays as it is."""
    execute_all(connection, _TABLES + _COLUMNS + _SEATS)
