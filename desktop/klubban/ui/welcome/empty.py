"""The page of a file that has no meetings yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from klubban import paths
from klubban.domain.errors import RuleBroken
from klubban.exchange.refused import Refused
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.welcome.choices import Choice, Choices
from klubban.ui.welcome.page import centred
from klubban.ui.widgets.basics import QUIET, Ground, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from klubban.store.database import Database

_WIDTH = 480


class EmptyFile(Ground):
    """Says how a file comes by its first meeting."""

    body_asked = Signal()
    """A body is to be added by hand."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        column = centred(self, _WIDTH)
        column.addWidget(Text(_("This file is still empty"), "page"))
        below = Text(_("It holds no meetings yet."), "body", QUIET, wrap=True)
        below.setContentsMargins(0, 2, 0, 20)
        column.addWidget(below)
        if not database.read_only:
            column.addWidget(Choices(self._choices()))
        self._note = Text("", "item", wrap=True)
        self._note.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._note)
        column.addStretch(3)

    def _choices(self) -> list[Choice]:
        return [
            Choice(
                _("Import meetings"),
                _("From a document of the open format (JSON), from another office or another program."),
                self._ask_for_document,
                chief=True,
            ),
            Choice(
                _("Fill it with the sample municipality"),
                _("Invented people and meetings, to try things with. Undo takes them away again."),
                self._fill,
            ),
            Choice(
                _("Add a body"),
                _("The committee, council or group whose meetings you keep the minutes of."),
                self.body_asked.emit,
            ),
        ]

    def _ask_for_document(self) -> None:
        dialog = QFileDialog(self, _("Import meetings"), str(self._database.path.parent))
        dialog.setNameFilters([_("Documents of the open format (*.json)"), _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._import(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _fill(self) -> None:
        from klubban.operations.sample import fill_with_sample

        self._try(paths.resources() / "sample.json", lambda: fill_with_sample(self._database))

    def _import(self, path: Path) -> None:
        """Import a document; what is wrong with it is said below the choices."""
        from klubban.operations.open_format import import_document

        self._try(path, lambda: import_document(self._database, path.read_bytes()))

    def _try(self, path: Path, act: Callable[[], object]) -> None:
        try:
            act()
        except Refused as refused:
            self._say(
                f"{path.name}, {refused.place}: ".replace("{", "{{") + _(refused.expected), refused.facts
            )
        except RuleBroken as broken:
            self._say(_(broken.template), broken.facts)
        except Trouble as trouble:
            self._say(" ".join(map(_, trouble.sentences)), trouble.facts)
        except OSError as error:
            self._say(_("{file} cannot be read: {reason}"), {"file": path.name, "reason": error.strerror})

    def _say(self, template: str, facts: Mapping[str, object]) -> None:
        self._note.setText(template.format(**facts))
