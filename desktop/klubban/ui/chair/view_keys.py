"""The keys of the chair's view: what each does, and how the foot names them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from klubban.i18n import _, pgettext
from klubban.ui.chair.agenda_row import ItemRow
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from klubban.domain.meeting import Item
    from klubban.ui.chair.view import ChairView

_ALT, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FAR = {Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def names(item: Item | None, *, closed: bool, speakers: bool) -> list[list[KeyName]]:
    """Return the keys that work now, in groups."""
    groups = [[KeyName("↑ ↓", pgettext("key", "item")), KeyName("A", pgettext("key", "notes"))]]
    if closed:
        return groups
    groups.append(
        [
            KeyName("Ctrl+N", pgettext("key", "new")),
            KeyName(_("Alt+Shift+↑ ↓"), pgettext("key", "move")),
        ]
    )
    if item is not None:
        off = item.outcome is not None
        groups.append(
            [
                KeyName("T", pgettext("key", "time")),
                KeyName("U", pgettext("key", "take up") if off else pgettext("key", "withdraw")),
                KeyName("K", pgettext("key", "comment")),
            ]
        )
    if speakers:
        asks, replies = pgettext("key", "asks to speak"), pgettext("key", "replies")
        groups.append([KeyName("O", asks), KeyName("Ctrl+Enter", replies)])
    return groups


def act(view: ChairView, event: QKeyEvent) -> Callable[[], object] | None:
    """Return what a key does where the keyboard is now; None for keys of others."""
    key, held = Qt.Key(event.key()), event.modifiers() & (_ALT | _SHIFT | _CONTROL)
    if key == Qt.Key.Key_N and held == _CONTROL:
        return view.hand.ask_for_new
    if key in _ARROWS and held == _ALT | _SHIFT:
        return partial(view.hand.move, _ARROWS[key])
    on_line = isinstance(QApplication.focusWidget(), ItemRow) or view.hasFocus()
    if key == Qt.Key.Key_Escape:
        return view.left.emit if on_line else view.enter
    if not on_line or held:
        return None
    if key in _ARROWS or key in _FAR:
        return partial(view.step, _ARROWS.get(key) or _FAR[key])
    return _letters(view).get(key)


def _letters(view: ChairView) -> dict[Qt.Key, Callable[[], object]]:
    acts: dict[Qt.Key, Callable[[], object]] = {
        Qt.Key.Key_T: view.hand.ask_for_time,
        Qt.Key.Key_U: view.hand.withdraw,
        Qt.Key.Key_K: view.hand.ask_for_comment,
        Qt.Key.Key_Delete: view.hand.take_away,
    }
    opened = view.opened
    if opened is not None:
        acts |= dict.fromkeys((*_ENTER, Qt.Key.Key_A), opened.enter_note)
        if opened.speakers is not None:
            acts[Qt.Key.Key_O] = opened.speakers.enter
    return acts
