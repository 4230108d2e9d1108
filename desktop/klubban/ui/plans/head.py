"""The head of the room: its kinds as words in a line, and what can be done about all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.i18n import _, pgettext
from klubban.ui.matters.views import Views
from klubban.ui.plans.rows import Shows
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header


class PlansHead(Header):
    """Says which kind is listed."""

    chosen = Signal(object)
    new_asked = Signal()
    list_asked = Signal()
    """The list of a body is to be saved."""

    def __init__(self) -> None:
        titles = (
            pgettext("plans", "All"),
            pgettext("plans", "Agreements"),
            pgettext("plans", "Activity plans"),
            pgettext("plans", "Citizen promises"),
            pgettext("plans", "Steering documents"),
            pgettext("plans", "Recommendations"),
            pgettext("plans", "Goals"),
        )
        views = Views(_("Kinds"), [(title, f"Alt+{at}") for at, title in enumerate(titles, 1)])
        new, save, strut = Button("", chief=True), Button(_("Save the list as PDF")), QWidget()
        strut.setFixedSize(0, new.sizeHint().height())  # the head keeps its height
        super().__init__(views, QWidget(), [strut, save, new])
        self._views, self._new, self._save = views, new, save
        views.chosen.connect(lambda number: self.chosen.emit(Shows(number)))
        new.setToolTip("N")
        new.clicked.connect(self.new_asked)
        save.setToolTip("Ctrl+P")
        save.clicked.connect(self.list_asked)
        self.title.setText(pgettext("page", "Plans and promises"))

    def take(self, shows: Shows, *, can_add: bool, has_list: bool) -> None:
        """Show which kind is listed, and what can be done."""
        self._views.show_view(shows)
        self._new.setText(new_words(shows))
        self._new.setVisible(can_add)
        self._save.setVisible(has_list)


def new_words(shows: Shows) -> str:
    """Return what one more of a kind is called."""
    return {
        Shows.ALL: _("New plan or promise"),
        Shows.AGREEMENTS: _("New agreement"),
        Shows.ACTIVITY_PLANS: _("New activity plan"),
        Shows.PROMISES: _("New promise"),
        Shows.STEERING: _("New steering document"),
        Shows.RECOMMENDATIONS: _("New recommendation"),
        Shows.GOALS: _("New goal"),
    }[shows]
