"""The scan of a paper that was signed: chosen, dropped, replaced; when all have signed it may still come."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.domain.signing import SigningWay
from klubban.i18n import _
from klubban.operations.signing_by_pen import attach_scan
from klubban.ui.after.hand import INSET, Hand
from klubban.ui.after.jobs import ReadScan, ScanRead
from klubban.ui.planning.parts import Acts
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.operations.paper_file import PaperFile


class TakesScan(Hand):
    """A hand into which a scan may be put."""

    @property
    def takes_scan(self) -> bool:
        """Tell whether one may come now: what was kept with a verified protocol stays."""
        signing = self.sheet.signing
        if signing is None or signing.way is not SigningWay.PEN or self.sheet.locked:
            return False
        return signing.goes_on or signing.returned is None

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Take a dropped scan."""
        if self.takes_scan:
            self._read(paths[0])
        return self.takes_scan

    def scan(self) -> Column:
        """Say whether there is a scan, and let it be chosen."""
        column, kept = Column(), self.signing.returned is not None
        told = _("The scan of the signed paper is kept in the file.")
        if not kept:
            told = _("Scan the paper when all have signed, and drop the file here: a PDF, JPEG or PNG.")
        text = Text(told, "body", QUIET if not kept else Text().foregroundRole(), wrap=True)
        text.setContentsMargins(INSET, 0, 0, 0)
        column.column.addWidget(text)
        if self.takes_scan:
            acts = [(_("Choose another scan …") if kept else _("Choose the scan …"), self.ask_for_scan)]
            if kept:
                acts.append((_("Take it away"), partial(self._keep, None)))
            column.column.addWidget(Acts(acts))
        return column

    def ask_for_scan(self) -> None:
        """Ask for the scan's file."""
        filters = [_("Scans ({endings})").format(endings="*.pdf *.jpg *.jpeg *.png")]
        self.choose_file(_("The scan of the signed paper"), filters, self._read)

    def _read(self, path: Path) -> None:
        job = ReadScan(path, self.context.database.path)
        self.part.working.do(job, _("Reading {file} …").format(file=path.name), self._take_scan)

    def _take_scan(self, answer: object) -> None:
        if isinstance(answer, ScanRead):
            self._keep(answer.paper)

    def _keep(self, scan: PaperFile | None) -> None:
        self.context.attempt(lambda: attach_scan(self.context.database, self.signing.id, scan))
