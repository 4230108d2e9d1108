"""One text on the desk: it owns what is typed in it, and takes from elsewhere only what changed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from klubban.ui.autosave import Autosave, Pace

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.widgets.editors import GrowingEditor

T = TypeVar("T")


class Field(Generic[T]):
    """Ties an editor to what the store holds."""

    def __init__(
        self,
        editor: GrowingEditor,
        value: T,
        *,
        read: Callable[[], T],
        show: Callable[[T], None],
        save: Callable[[T, str], None],
        pace: Pace | None = None,
    ) -> None:
        """Show a value; `save` is given another one and the mark of its run of typing."""
        self.editor = editor
        self._stored, self._read, self._show, self._save = value, read, show, save
        self.autosave = Autosave(self._write, pace, editor)
        show(value)
        editor.edited.connect(self.autosave.touch)
        editor.run_ended.connect(self.autosave.end_run)
        editor.left.connect(self.autosave.flush)

    @property
    def value(self) -> T:
        """Return what stands in the editor."""
        return self._read()

    def take(self, value: T) -> bool:
        """Take what the store holds now, and tell whether the editor shows something else than before.

        One's own save comes back as what was saved and changes nothing; text that is not saved yet stays.
        """
        if value == self._stored:
            return False
        self._stored = value
        if self.autosave.unsaved:
            return False
        self._show(value)
        return True

    def _write(self, run: str) -> None:
        value, before = self._read(), self._stored
        if value == before:
            return
        self._stored = value
        try:
            self._save(value, run)
        except BaseException:
            self._stored = before
            raise
