"""The one style sheet: only what a palette cannot say about native controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.ui.theme import Tokens


def style_sheet(tokens: Tokens) -> str:
    """Build the style sheet of a set of colours."""
    return "".join(part(tokens) for part in (_buttons, _links, _views, _bars, _menus))


def _buttons(t: Tokens) -> str:
    """Plain and chief buttons; the ring of the focus takes the border's place, so nothing moves."""
    return f"""
    Button {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge};
        border-radius: 8px; padding: 6px 14px; min-height: 22px; }}
    Button:hover {{ background: {t.sunk}; }}
    Button:pressed {{ background: {t.line}; }}
    Button:focus {{ border: 2px solid {t.accent}; padding: 5px 13px; }}
    Button[chief="true"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
    Button[chief="true"]:focus {{ border: 3px double {t.on_accent}; padding: 4px 12px; }}
    Button:disabled, Button[chief="true"]:disabled {{ color: {t.quiet}; border-color: {t.line};
        background: {t.ground}; }}
    Button::menu-indicator {{ width: 0; }}
    """


def _links(t: Tokens) -> str:
    """Quiet buttons that read as words in a line."""
    return f"""
    Link {{ background: transparent; color: {t.accent}; border: 2px solid transparent; border-radius: 6px;
        padding: 1px 4px; text-align: left; outline: none; }}
    Link[centred="true"] {{ text-align: center; padding: 0; }}
    Link[flush="true"] {{ padding: 1px 0; border: none; border-bottom: 2px solid transparent;
        border-radius: 0; }}
    Link:hover {{ text-decoration: underline; }}
    Link:focus {{ border: 2px solid {t.accent}; }}
    Link[flush="true"]:focus {{ border: none; border-bottom: 2px solid {t.accent}; }}
    Link:disabled {{ color: {t.quiet}; }}
    Link::menu-indicator {{ width: 0; }}
    """


def _views(t: Tokens) -> str:
    """Take the frames from writing surfaces and lists; delegates draw selection and focus themselves."""
    return f"""
    QTextEdit, QScrollArea, QAbstractItemView {{ background: transparent; border: none; }}
    Surface {{ background: {t.surface}; }}
    ChairSheet {{ background: {t.ground}; }}
    QAbstractItemView {{ outline: none; selection-background-color: transparent; }}
    QPlainTextEdit {{ background: {t.sunk}; border: 1px solid {t.edge}; border-radius: 8px; padding: 6px; }}
    QToolTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge}; padding: 4px 8px; }}
    """


def _menus(t: Tokens) -> str:
    """Menus on a surface, the chosen line as in the lists."""
    return f"""
    QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge}; padding: 4px; }}
    QMenu::item {{ padding: 6px 22px 6px 12px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
    QMenu::item:disabled {{ color: {t.quiet}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    """


def _bars(t: Tokens) -> str:
    """Slim scroll bars, stronger in the hand: every part must be named, or Fusion's arrows come back."""
    return f"""
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: 8px; }}
    QScrollBar:horizontal {{ height: 8px; }}
    QScrollBar::handle {{ background: {_between(t.line, t.edge)}; border-radius: 2px; margin: 2px; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t.edge}; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    """


def _between(one: str, other: str) -> str:
    """Return the colour half-way between two, each written #rrggbb."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(a + b) // 2:02x}" for a, b in pairs)
