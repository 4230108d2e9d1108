"""The keys of the roll: what each does, and when it works."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

from klubban.i18n import _, pgettext
from klubban.ui.widgets.key_foot import KeyName


class Act(Enum):
    """What a key asks for."""

    PRESENT = Qt.Key.Key_Space
    ALL = Qt.Key.Key_A
    CAME = Qt.Key.Key_K
    WENT = Qt.Key.Key_G
    REMOTE = Qt.Key.Key_D
    OUT = Qt.Key.Key_J
    INSTEAD = Qt.Key.Key_E
    NEW = Qt.Key.Key_N
    SENT = Qt.Key.Key_V
    TOLD = Qt.Key.Key_F
    ASK = Qt.Key.Key_R
    PRESIDES = Qt.Key.Key_O
    OFF = Qt.Key.Key_Delete
    EARLIER = Qt.Key.Key_Left
    LATER = Qt.Key.Key_Right
    ENTER = Qt.Key.Key_Return
    BACK = Qt.Key.Key_Escape


_READING = (Act.EARLIER, Act.LATER, Act.BACK)
_BEFORE = (Act.ENTER, Act.TOLD, Act.ASK)


def names(*, begun: bool, readable_only: bool) -> list[KeyName]:
    """Return the keys that work now, those used most first."""
    caps: dict[Act, tuple[str, str]] = {
        Act.ENTER: (pgettext("key", "Enter"), _("begin")),
        Act.PRESENT: (pgettext("key", "Space"), _("present or not")),
        Act.ALL: ("A", _("all the others")),
        Act.CAME: ("K", _("came")),
        Act.WENT: ("G", _("left")),
        Act.REMOTE: ("D", _("remotely")),
        Act.OUT: ("J", _("disqualified")),
        Act.INSTEAD: ("E", _("steps in")),
        Act.NEW: ("N", _("new person")),
        Act.SENT: ("V", _("somebody else sent")),
        Act.TOLD: ("F", _("absence told")),
        Act.ASK: ("R", _("ask an alternate")),
        Act.PRESIDES: ("O", _("presides")),
        Act.OFF: (pgettext("key", "Del"), _("off the roll")),
    }
    if readable_only:
        return [KeyName("\u2190\u2009\u2192", _("item"))]
    if not begun:
        return [KeyName(*caps[act]) for act in _BEFORE]
    shown = [act for act in caps if act not in (Act.ENTER, Act.ASK)]
    return [KeyName("\u2190\u2009\u2192", _("item")), *(KeyName(*caps[act]) for act in shown)]


def act_of(key: int) -> Act | None:
    """Return what a key asks for."""
    if key == Qt.Key.Key_Enter:
        return Act.ENTER
    return next((act for act in Act if act.value == key), None)


def works(act: Act, *, begun: bool, readable_only: bool) -> bool:
    """Tell whether a key works as the roll stands."""
    if act in _READING:
        return True
    return not readable_only and (begun or act in _BEFORE)
