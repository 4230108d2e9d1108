"""Before a list of members is read in: what each line would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.exchange.members import read_members
from klubban.i18n import _, ngettext
from klubban.operations.import_members import Preview, import_members
from klubban.operations.member_plan import plan
from klubban.operations.seat_rows import Register
from klubban.store import reads
from klubban.ui.imports.preview import ListPreview, Shown
from klubban.ui.imports.reading import ListReader
from klubban.ui.registers import import_words

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.domain.body import Body
    from klubban.exchange.members import MemberList
    from klubban.store.database import Database


class ImportPage(ListPreview):
    """Shows what a list would do to the seats of a body."""

    def __init__(self, database: Database, body: Body, path: Path) -> None:
        title = _("Read in members of {body}").format(body=body.name)
        super().__init__(_("Read in members"), title, path, ListReader(read_members))
        self._database, self._body = database, body

    @property
    def body_id(self) -> int:
        """Return whose members they are."""
        return self._body.id

    def plan(self, found: MemberList) -> Preview:
        """Return what a list that was read would do to the body."""
        register = Register.of(self._database, self._body.id)
        with self._database.read() as read:
            people = reads.people(read)
        return Preview(self._body.id, found, plan(register, people, found))

    def found(self, preview: Preview) -> MemberList:
        """Return the list that a preview is of."""
        return preview.members

    def told(self, preview: Preview) -> Shown:
        """Return what is said of it."""
        faulty, count = len(preview.faulty), import_words.working(preview)
        told = ngettext("Read in {count} member", "Read in {count} members", count + faulty)
        good = ngettext("Read in the one that fits", "Read in the {count} that fit", count)
        return Shown(
            summary=import_words.summary(preview),
            unknown=preview.unknown,
            rows=tuple(import_words.rows(preview)),
            working=count,
            faulty=faulty,
            all=told.format(count=count + faulty),
            good=good.format(count=count),
        )

    def do(self, preview: Preview, *, skip_faulty: bool) -> str:
        """Give the seats."""
        done = import_members(self._database, self._body.id, preview, skip_faulty=skip_faulty)
        count = done.seats + done.changed
        return ngettext("Read in {count} member.", "Read in {count} members.", count).format(count=count)
