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


_GROUPS = (
    (Act.PRESENT, Act.ALL, Act.TOLD),
    (Act.CAME, Act.WENT, Act.REMOTE),
    (Act.OUT, Act.INSTEAD, Act.PRESIDES),
    (Act.NEW, Act.SENT, Act.OFF),
)
"""Keys of a begun roll by what they are about."""


def names(*, begun: bool, readable_only: bool) -> list[tuple[KeyName, ...]]:
    """Return the keys that work now in groups, those used most first."""
    caps: dict[Act, tuple[str, str]] = {
        Act.ENTER: (pgettext("key", "Enter"), _("begin")),
        Act.PRESENT: (pgettext("key", "Space"), _("present/absent")),
        Act.ALL: ("A", _("all others present")),
        Act.CAME: ("K", _("came at §")),
        Act.WENT: ("G", _("left after §")),
        Act.REMOTE: ("D", _("remotely")),
        Act.OUT: ("J", _("disqualified")),
        Act.INSTEAD: ("E", _("who serves")),
        Act.NEW: ("N", _("new person")),
        Act.SENT: ("V", _("somebody else sent")),
        Act.TOLD: ("F", _("absence told")),
        Act.ASK: ("R", _("ask an alternate")),
        Act.PRESIDES: ("O", _("presides")),
        Act.OFF: (pgettext("key", "Del"), _("take the row away")),
    }
    item = (KeyName("\u2190\u2009\u2192", _("item")),)
    if readable_only:
        return [item]
    if not begun:
        return [tuple(KeyName(*caps[act]) for act in _BEFORE)]
    return [item, *(tuple(KeyName(*caps[act]) for act in group) for group in _GROUPS)]


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
