"""From version 6 to 7: what is followed up: assignments since, inquiries, plans, goals, situation reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store.sqlite import execute_all

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
CREATE TABLE assignment_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    assignment_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('reminded', 'moved', 'handed', 'stuck', 'freed', 'done', 'cancelled', 'reopened')),
    day TEXT NOT NULL,
    due TEXT,
    to_person_id INTEGER,
    to_name TEXT,
    to_party TEXT,
    reason TEXT,
    "between" TEXT DEFAULT '[]' NOT NULL,
    aims TEXT,
    taken_to_id INTEGER,
    item_id INTEGER,
    FOREIGN KEY(assignment_id) REFERENCES assignment (id),
    FOREIGN KEY(to_person_id) REFERENCES person (id),
    FOREIGN KEY(taken_to_id) REFERENCES body (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_assignment_step_assignment_id ON assignment_step (assignment_id);
CREATE INDEX ix_assignment_step_item_id ON assignment_step (item_id);
CREATE INDEX ix_assignment_step_taken_to_id ON assignment_step (taken_to_id);
CREATE INDEX ix_assignment_step_to_person_id ON assignment_step (to_person_id);
CREATE TABLE walk (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    day TEXT NOT NULL,
    place TEXT,
    led_by TEXT,
    taking_part TEXT DEFAULT '[]' NOT NULL,
    text TEXT DEFAULT '[]' NOT NULL,
    item_id INTEGER,
    FOREIGN KEY(body_id) REFERENCES body (id),
    UNIQUE ("key"),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_walk_body_id ON walk (body_id);
CREATE INDEX ix_walk_item_id ON walk (item_id);
CREATE TABLE observation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    walk_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    place TEXT,
    sha256 TEXT CHECK (length(sha256) = 64),
    media_type TEXT,
    picture_says TEXT,
    assignment_id INTEGER,
    nothing_because TEXT,
    FOREIGN KEY(walk_id) REFERENCES walk (id),
    FOREIGN KEY(assignment_id) REFERENCES assignment (id)
) STRICT;
CREATE INDEX ix_observation_assignment_id ON observation (assignment_id);
CREATE INDEX ix_observation_walk_id ON observation (walk_id);
CREATE TABLE inquiry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('referral', 'reports')),
    title TEXT NOT NULL CHECK (title <> ''),
    due TEXT NOT NULL,
    text TEXT DEFAULT '[]' NOT NULL,
    registry_number TEXT,
    answer_to TEXT,
    matter_id INTEGER,
    item_id INTEGER,
    meeting_id INTEGER,
    sent_on TEXT,
    closed_on TEXT,
    FOREIGN KEY(body_id) REFERENCES body (id),
    UNIQUE ("key"),
    FOREIGN KEY(matter_id) REFERENCES matter (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(meeting_id) REFERENCES meeting (id)
) STRICT;
CREATE INDEX ix_inquiry_body_id ON inquiry (body_id);
CREATE INDEX ix_inquiry_item_id ON inquiry (item_id);
CREATE INDEX ix_inquiry_matter_id ON inquiry (matter_id);
CREATE INDEX ix_inquiry_meeting_id ON inquiry (meeting_id);
CREATE TABLE question (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    inquiry_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    withdrawn_on TEXT,
    withdrawn_because TEXT,
    FOREIGN KEY(inquiry_id) REFERENCES inquiry (id)
) STRICT;
CREATE INDEX ix_question_inquiry_id ON question (inquiry_id);
CREATE TABLE referee (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    inquiry_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    email TEXT,
    body_id INTEGER,
    sent_on TEXT,
    due TEXT,
    due_because TEXT,
    declined_on TEXT,
    declined_because TEXT,
    FOREIGN KEY(inquiry_id) REFERENCES inquiry (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(body_id) REFERENCES body (id)
) STRICT;
CREATE INDEX ix_referee_body_id ON referee (body_id);
CREATE INDEX ix_referee_inquiry_id ON referee (inquiry_id);
CREATE INDEX ix_referee_person_id ON referee (person_id);
CREATE TABLE reminder (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    referee_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    FOREIGN KEY(referee_id) REFERENCES referee (id)
) STRICT;
CREATE INDEX ix_reminder_referee_id ON reminder (referee_id);
CREATE TABLE reply (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    referee_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    received_on TEXT NOT NULL,
    "by" TEXT,
    text TEXT DEFAULT '[]' NOT NULL,
    sha256 TEXT CHECK (length(sha256) = 64),
    media_type TEXT,
    file_name TEXT,
    from_form INTEGER DEFAULT '0' NOT NULL CHECK (from_form IN (0, 1)),
    FOREIGN KEY(referee_id) REFERENCES referee (id)
) STRICT;
CREATE INDEX ix_reply_referee_id ON reply (referee_id);
CREATE TABLE reply_text (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    reply_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(reply_id) REFERENCES reply (id)
) STRICT;
CREATE INDEX ix_reply_text_reply_id ON reply_text (reply_id);
CREATE TABLE received_referral (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    matter_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    sender TEXT NOT NULL CHECK (sender <> ''),
    received_on TEXT NOT NULL,
    due TEXT,
    their_number TEXT,
    questions TEXT DEFAULT '[]' NOT NULL,
    extended_to TEXT,
    extended_because TEXT,
    answered_on TEXT,
    answered_how TEXT,
    item_id INTEGER,
    FOREIGN KEY(matter_id) REFERENCES matter (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_received_referral_item_id ON received_referral (item_id);
CREATE INDEX ix_received_referral_matter_id ON received_referral (matter_id);
CREATE TABLE commitment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('agreement', 'activity_plan', 'promise', 'steering_document', 'recommendation')),
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT DEFAULT '[]' NOT NULL,
    area TEXT,
    responsible_person_id INTEGER,
    responsible_name TEXT,
    responsible_party TEXT,
    parties TEXT DEFAULT '[]' NOT NULL,
    from_date TEXT,
    to_date TEXT,
    registry_number TEXT,
    decided_on TEXT,
    decided_by TEXT,
    item_id INTEGER,
    review TEXT,
    review_months INTEGER CHECK (review_months > 0),
    source TEXT,
    reports_to_id INTEGER,
    answer_due TEXT,
    answered_on TEXT,
    belongs_to_id INTEGER,
    replaces_id INTEGER,
    closed_on TEXT,
    closed_because TEXT,
    FOREIGN KEY(body_id) REFERENCES body (id),
    UNIQUE ("key"),
    FOREIGN KEY(responsible_person_id) REFERENCES person (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(reports_to_id) REFERENCES body (id),
    FOREIGN KEY(belongs_to_id) REFERENCES commitment (id),
    FOREIGN KEY(replaces_id) REFERENCES commitment (id)
) STRICT;
CREATE INDEX ix_commitment_belongs_to_id ON commitment (belongs_to_id);
CREATE INDEX ix_commitment_body_id ON commitment (body_id);
CREATE INDEX ix_commitment_item_id ON commitment (item_id);
CREATE INDEX ix_commitment_replaces_id ON commitment (replaces_id);
CREATE INDEX ix_commitment_reports_to_id ON commitment (reports_to_id);
CREATE INDEX ix_commitment_responsible_person_id ON commitment (responsible_person_id);
CREATE TABLE activity (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    commitment_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    purpose TEXT,
    "when" TEXT,
    from_date TEXT,
    to_date TEXT,
    responsible_person_id INTEGER,
    responsible_name TEXT,
    responsible_party TEXT,
    FOREIGN KEY(commitment_id) REFERENCES commitment (id),
    FOREIGN KEY(responsible_person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_activity_commitment_id ON activity (commitment_id);
CREATE INDEX ix_activity_responsible_person_id ON activity (responsible_person_id);
CREATE TABLE activity_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    activity_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    progress TEXT NOT NULL CHECK (
        progress IN ('planned', 'under_way', 'partly', 'done', 'cancelled', 'moved')),
    moved_to TEXT,
    text TEXT DEFAULT '[]' NOT NULL,
    item_id INTEGER,
    FOREIGN KEY(activity_id) REFERENCES activity (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_activity_step_activity_id ON activity_step (activity_id);
CREATE INDEX ix_activity_step_item_id ON activity_step (item_id);
CREATE TABLE checkpoint (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    commitment_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    what TEXT,
    done_on TEXT,
    FOREIGN KEY(commitment_id) REFERENCES commitment (id)
) STRICT;
CREATE INDEX ix_checkpoint_commitment_id ON checkpoint (commitment_id);
CREATE TABLE follow_up (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    commitment_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    progress TEXT CHECK (
        progress IN ('planned', 'under_way', 'partly', 'done', 'cancelled', 'moved')),
    text TEXT DEFAULT '[]' NOT NULL,
    "by" TEXT,
    item_id INTEGER,
    FOREIGN KEY(commitment_id) REFERENCES commitment (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_follow_up_commitment_id ON follow_up (commitment_id);
CREATE INDEX ix_follow_up_item_id ON follow_up (item_id);
CREATE TABLE goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    area TEXT,
    text TEXT DEFAULT '[]' NOT NULL,
    commitment_id INTEGER,
    yellow_from INTEGER NOT NULL CHECK (yellow_from BETWEEN 0 AND 100),
    green_from INTEGER NOT NULL CHECK (green_from BETWEEN 0 AND 100),
    FOREIGN KEY(body_id) REFERENCES body (id),
    UNIQUE ("key"),
    FOREIGN KEY(commitment_id) REFERENCES commitment (id)
) STRICT;
CREATE INDEX ix_goal_body_id ON goal (body_id);
CREATE INDEX ix_goal_commitment_id ON goal (commitment_id);
CREATE TABLE goal_year (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    goal_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    year INTEGER NOT NULL,
    text TEXT DEFAULT '[]' NOT NULL,
    day TEXT,
    item_id INTEGER,
    FOREIGN KEY(goal_id) REFERENCES goal (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_goal_year_goal_id ON goal_year (goal_id);
CREATE INDEX ix_goal_year_item_id ON goal_year (item_id);
CREATE TABLE indicator (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    goal_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    unit TEXT,
    source TEXT,
    none_at TEXT NOT NULL,
    full_at TEXT NOT NULL,
    FOREIGN KEY(goal_id) REFERENCES goal (id)
) STRICT;
CREATE INDEX ix_indicator_goal_id ON indicator (goal_id);
CREATE TABLE measured (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    indicator_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    year INTEGER NOT NULL,
    value TEXT NOT NULL,
    note TEXT,
    FOREIGN KEY(indicator_id) REFERENCES indicator (id)
) STRICT;
CREATE INDEX ix_measured_indicator_id ON measured (indicator_id);
CREATE TABLE situation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    day TEXT NOT NULL,
    from_date TEXT,
    title TEXT,
    "by" TEXT,
    text TEXT DEFAULT '[]' NOT NULL,
    scale TEXT DEFAULT '[]' NOT NULL,
    sources TEXT DEFAULT '[]' NOT NULL,
    done_on TEXT,
    item_id INTEGER,
    FOREIGN KEY(body_id) REFERENCES body (id),
    UNIQUE ("key"),
    FOREIGN KEY(item_id) REFERENCES item (id)
) STRICT;
CREATE INDEX ix_situation_body_id ON situation (body_id);
CREATE INDEX ix_situation_item_id ON situation (item_id);
CREATE TABLE situation_area (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    situation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    step INTEGER CHECK (step BETWEEN 1 AND 5),
    events TEXT DEFAULT '[]' NOT NULL,
    measures TEXT DEFAULT '[]' NOT NULL,
    FOREIGN KEY(situation_id) REFERENCES situation (id)
) STRICT;
CREATE INDEX ix_situation_area_situation_id ON situation_area (situation_id);
CREATE TABLE rolled_up (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    situation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    from_id INTEGER NOT NULL,
    FOREIGN KEY(situation_id) REFERENCES situation (id),
    FOREIGN KEY(from_id) REFERENCES situation (id)
) STRICT;
CREATE INDEX ix_rolled_up_from_id ON rolled_up (from_id);
CREATE INDEX ix_rolled_up_situation_id ON rolled_up (situation_id);
CREATE TABLE circulated (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person_id INTEGER,
    name TEXT NOT NULL CHECK (name <> ''),
    party TEXT,
    email TEXT,
    what TEXT NOT NULL CHECK (
        what IN ('summons', 'supplement', 'draft', 'notes', 'protocol', 'assignments', 'report')),
    sent_on TEXT NOT NULL,
    read_on TEXT,
    read_how TEXT,
    FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX ix_circulated_meeting_id ON circulated (meeting_id);
CREATE INDEX ix_circulated_person_id ON circulated (person_id);
"""

_COLUMNS = """
ALTER TABLE body ADD COLUMN reports_to_id INTEGER REFERENCES body (id);
CREATE INDEX ix_body_reports_to_id ON body (reports_to_id);
ALTER TABLE body ADD COLUMN scale TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE body ADD COLUMN areas TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE body ADD COLUMN sources TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE item ADD COLUMN origin_commitment_id INTEGER REFERENCES commitment (id);
CREATE INDEX ix_item_origin_commitment_id ON item (origin_commitment_id);
ALTER TABLE item ADD COLUMN origin_inquiry_id INTEGER REFERENCES inquiry (id);
CREATE INDEX ix_item_origin_inquiry_id ON item (origin_inquiry_id);
ALTER TABLE assignment ADD COLUMN cost TEXT;
ALTER TABLE assignment ADD COLUMN for_body_id INTEGER REFERENCES body (id);
CREATE INDEX ix_assignment_for_body_id ON assignment (for_body_id);
ALTER TABLE assignment ADD COLUMN given_on TEXT;
ALTER TABLE report ADD COLUMN "by" TEXT;
ALTER TABLE report ADD COLUMN item_id INTEGER REFERENCES item (id);
CREATE INDEX ix_report_item_id ON report (item_id);
"""

_ORIGINS = "'submission', 'chair')", "'submission', 'chair', 'referral', 'follow_up')"


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the tables and columns, and let items come from referrals and plans too."""
    execute_all(connection, _TABLES)
    _let_items_come_from_more(connection)
    execute_all(connection, _COLUMNS)


def _let_items_come_from_more(connection: sqlite3.Connection) -> None:
    """Widen the check of `item.origin`, as https://sqlite.org/lang_altertable.html 7 says for checks."""
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'item'", _ORIGINS
    )
    connection.execute(f"PRAGMA schema_version = {version + 1}")
    connection.execute("PRAGMA writable_schema = OFF")
