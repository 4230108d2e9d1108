"""The chair's script of a meeting, as a file in a folder."""

from __future__ import annotations

from pathlib import Path

from klubban.documents import script
from klubban.documents.forms import Form
from klubban.i18n import texts
from klubban.operations.export import Prepared, write
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.presidium import meeting_to_summon
from klubban.store.database import Database


def prepare_script(database: Database, meeting_id: int) -> Prepared:
    """Return the script; it needs no database any more. Raises LookupError."""
    meeting = meeting_to_summon(database, meeting_id)
    stem = stem_of_meeting(database, meeting)
    language = meeting.organisation.language
    name = texts(language).pgettext("file name", "script")
    return Prepared(f"{stem}-{name}", script.build(meeting, language=language))


def export_script(database: Database, meeting_id: int, folder: Path, form: Form = Form.PDF) -> Path:
    """Write the script into a folder, and return its path; raises LookupError, Trouble."""
    return write(prepare_script(database, meeting_id), folder, form)
