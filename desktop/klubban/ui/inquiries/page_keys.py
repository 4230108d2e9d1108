"""The keys of the room: what each does with what was sent, and with what came here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.documents.forms import Form
from klubban.ui.inquiries.looks import Looks
from klubban.ui.inquiries.papers import Paper
from klubban.ui.widgets.key_binding import bind_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.inquiries.page import InquiriesPage

    Does = Callable[[], object]


def add_keys(page: InquiriesPage) -> None:
    """Let the keys do their work: letters while nothing is asked, the others always."""

    def press(sent: Does | None, came: Does | None) -> None:
        wanted = came if page.look is Looks.RECEIVED else sent
        if page.asked is None and wanted is not None:
            wanted()

    by_look = {**_letters(page), **_paper_keys(page)}
    bind_keys(page, {key: partial(press, sent, came) for key, (sent, came) in by_look.items()})
    always: dict[str, Does] = {
        "Ctrl+N": page.ask_for_new,
        "Ctrl+P": page.export_record,
        "Ctrl+F": page.enter_search,
        "Ctrl+Return": page.submit,
        **{f"Alt+{look + 1}": partial(page.show_look, look) for look in Looks},
    }
    bind_keys(page, always)


def _letters(page: InquiriesPage) -> dict[str, tuple[Does | None, Does | None]]:
    """Return what a key does with what was sent, and with what came here."""
    sent, answers, came = page.hand, page.answers_hand, page.received_hand
    return {
        "S": (sent.ask_to_send, None),
        "P": (sent.ask_to_remind, None),
        "F": (sent.ask_for_more_time, came.ask_for_more_time),
        "V": (answers.ask_for_reply, None),
        "I": (answers.ask_for_form, None),
        "A": (sent.decline, None),
        "T": (sent.ask_to_withdraw, None),
        "E": (sent.ask_for_address, None),
        "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}": (sent.ask_for_address, None),
        "O": (answers.turn_answers, None),
        "U": (sent.ask_for_meeting, came.ask_for_meeting),
        "K": (sent.close, came.answered),
        "C": (sent.ask_again, None),
        "Delete": (sent.remove, came.remove),
        "N": (page.ask_for_new, page.ask_for_new),
    }


def _paper_keys(page: InquiriesPage) -> dict[str, tuple[Does | None, Does | None]]:
    """Return what shows a paper beside, or saves it."""
    word = partial(page.export_as, Form.DOCX)
    shown = {str(int(paper)): partial(page.paper_hand.ask_for, paper) for paper in Paper}
    return {
        "W": (word, word),
        "H": (partial(page.export_as, Form.HTML), None),
        **{key: (show, show) for key, show in shown.items()},
    }
