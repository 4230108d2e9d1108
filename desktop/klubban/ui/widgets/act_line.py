"""What can be done with the thing in hand, in a line of words: the likeliest in sight, the others behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from klubban.i18n import _
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.key_names import key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Act = tuple[str, str, "Callable[[], object]"]
"""Its key, its words, and what is done."""

_IN_SIGHT = 3
"""So many stand in the line; where there is but one more, that too."""


class ActLine(QWidget):
    """The acts, the first of them the one that is done most."""

    def __init__(self, acts: Sequence[Act]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=20)
        shown = len(acts) if len(acts) <= _IN_SIGHT + 1 else _IN_SIGHT
        for number, (key, title, act) in enumerate(acts[:shown]):
            link = Link(title, "item" if number else "item_strong", flush=True)
            link.setToolTip(key_name(key))
            link.clicked.connect(lambda _on=False, act=act: act())
            flow.addWidget(link)
        if len(acts) > shown:
            flow.addWidget(self._more(acts[shown:]))

    def _more(self, acts: Sequence[Act]) -> Link:
        """Return the word behind which the others are, each with its key."""
        link = Link(_("More …"), "item", flush=True)
        menu = QMenu(link)
        for key, title, act in acts:
            menu.addAction(f"{title}\t{key_name(key)}", act)
        link.setMenu(menu)
        return link
