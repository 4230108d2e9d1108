"""A step that is made anew while somebody works in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from klubban.ui.after.part import Context, Part
from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.buttons import Link
from ui.helpers import held, settle
from ui.snapshots import item, meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.domain.meeting import Meeting


class Tall(Part):
    """A part with more than a window holds."""

    def show_meeting(self, meeting: Meeting) -> None:
        super().show_meeting(meeting)
        for number in range(40):
            self.add("", Link(f"Link {number}"))


def test_what_is_shown_anew_keeps_the_keyboard_and_stays_where_it_is_scrolled_to(qtbot: QtBot) -> None:
    surface, part, shown = Surface("Page"), Tall(cast("Context", None)), meeting(item(1, number=1))
    qtbot.addWidget(surface)
    part.show_meeting(shown)
    surface.add(part)
    surface.resize(400, 300)
    surface.show()
    surface.activateWindow()
    settle()
    part.enter()
    place = part.place()

    part.show_meeting(shown)
    part.give_back(place)
    settle()

    assert surface.verticalScrollBar().maximum() > 0
    assert surface.verticalScrollBar().value() == 0
    assert cast("Link", held()).text() == "Link 0"
