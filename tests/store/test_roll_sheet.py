"""A meeting read as far as its roll needs it says the same as the whole meeting."""

from __future__ import annotations

from klubban import paths
from klubban.domain.attendance import Service
from klubban.operations.open_format import import_document
from klubban.store import reads
from klubban.store.database import Database
from klubban.store.roll_sheet import roll_sheet


def test_what_follows_from_the_roll_is_the_same_as_of_the_whole_meeting(database: Database) -> None:
    import_document(database, (paths.resources() / "sample.json").read_bytes())

    with database.read() as read:
        lines = reads.meetings(read)
        for line in lines:
            whole, sheet = reads.meeting(read, line.id), roll_sheet(read, line.id)
            assert (sheet.body, sheet.date, sheet.stage, sheet.type) == (
                whole.body, whole.date, whole.stage, whole.type,
            )  # fmt: skip
            assert (sheet.roll, sheet.agenda, sheet.call_ups) == (whole.roll, whole.agenda, whole.call_ups)
            assert sheet.verified == whole.verified
            if whole.roll.lines:
                service = Service(sheet.roll, sheet.agenda, sheet.body)
                assert service.attendance() == whole.attendance
    assert lines
