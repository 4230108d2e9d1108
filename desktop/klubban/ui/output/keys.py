"""The keys of the room of printing, as they are named at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt

from klubban.documents.forms import Form
from klubban.i18n import pgettext
from klubban.ui.widgets.key_foot import KeyName

FORMS = {Qt.Key.Key_S: Form.PDF, Qt.Key.Key_W: Form.DOCX, Qt.Key.Key_H: Form.HTML, Qt.Key.Key_T: Form.TXT}


def named(*, printer: bool, labels: bool) -> list[list[KeyName]]:
    """Return the keys in groups; what is asked is named where there is a printer, or labels."""
    printing = [KeyName("Ctrl+P", pgettext("key", "print")), KeyName("V", pgettext("key", "how"))]
    first = [KeyName("E", pgettext("key", "first label"))]
    return [
        *([printing] if printer else []),
        *([first] if labels else []),
        [
            KeyName(pgettext("key", "Space"), pgettext("key", "tick")),
            KeyName("A", pgettext("key", "all for the archive")),
            KeyName("O", pgettext("key", "public")),
        ],
        [
            KeyName("S", pgettext("key", "PDF")),
            KeyName("W", pgettext("key", "Word")),
            KeyName("H", pgettext("key", "web page")),
            KeyName("T", pgettext("key", "text")),
        ],
        [KeyName("Ctrl+Shift+C", pgettext("key", "copy"))],
        [KeyName("Esc", pgettext("key", "back"))],
    ]
