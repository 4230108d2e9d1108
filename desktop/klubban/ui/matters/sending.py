"""A matter as a packet for another office: where to, and what of it is left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations.packets import make_packet, write_packet_to
from klubban.store.trouble import Trouble
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from klubban.operations.packets import MadePacket
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.widgets.key_foot import KeyFoot


class PacketMaker:
    """Makes a packet of a matter and asks where to keep it; what was left out is told at the foot."""

    def __init__(self, database: Database, settings: Settings, foot: KeyFoot, parent: QWidget) -> None:
        self._database, self._settings, self._foot, self._parent = database, settings, foot, parent

    def ask(self, matter_id: int, today: date) -> None:
        """Ask where the packet is to be kept, without holding anything else up."""
        try:
            made = make_packet(self._database, to="", today=today, matters=[matter_id])
        except RuleBroken as broken:
            self._say(sentence(broken))
            return
        folder = self._settings.export_folder or self._database.path.parent
        dialog = QFileDialog(self._parent, _("Keep the packet as"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(made.name)
        dialog.fileSelected.connect(lambda name: self.write(made, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, made: MadePacket, path: Path) -> None:
        """Write the packet, and say what is not in it."""
        try:
            write_packet_to(made, path)
        except Trouble as trouble:
            self._say(" ".join(_(each).format(**trouble.facts) for each in trouble.sentences))
            return
        told = _("The packet is in {file}.").format(file=path.name)
        count = len(made.left_out)
        if count:
            line = ngettext("Left out: {what}.", "{count} things are left out, among them {what}.", count)
            told = f"{told} {line.format(count=count, what=made.left_out[0])}"
        self._say(told)

    def _say(self, words: str) -> None:
        self._foot.say(words, [(_("Close"), lambda: self._foot.say(""))])
