"""Where a form stands above the words of a page: one at a time, with room around it while it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.ui.widgets.basics import spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollArea

Asked = TypeVar("Asked", bound=QWidget)


class FormSlot(Generic[Asked]):
    """Holds the form that is asked, if one is; the page says what comes of it."""

    def __init__(self, above: int, below: int, *, empty: int) -> None:
        """Take the room above and below a form, and that above the words while there is none."""
        self.form: Asked | None = None
        self.layout = QVBoxLayout()
        self.changed: Callable[[], object] = lambda: None
        """Called when a form comes or goes."""
        self._around, self._empty = (0, above, 0, below), (0, empty, 0, 0)
        spaced(self.layout, self._empty)

    def put(self, form: Asked, surface: QScrollArea) -> None:
        """Show a form, and the top of the page, where it stands; the one before is taken away."""
        self.clear()
        self.form = form
        self.layout.addWidget(form)
        self.layout.setContentsMargins(*self._around)
        form.show()
        self.changed()
        surface.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Take away what is asked."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.layout.setContentsMargins(*self._empty)
            self.changed()
