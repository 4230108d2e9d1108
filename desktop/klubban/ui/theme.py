"""Colours and faces in one place; follows the system's light and dark, and yields to its high contrast."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from klubban import paths
from klubban.ui.qss import style_sheet

SANS, SERIF = "Klubban Sans", "Klubban Serif"
Tone = Literal["accent", "late", "soon", "done", "plain"]
_ROLE = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, by what they are for."""

    ground: str
    surface: str
    sunk: str
    line: str
    edge: str
    ink: str
    quiet: str
    accent: str
    on_accent: str
    accent_soft: str
    late: str
    late_soft: str
    soon: str
    soon_soft: str
    done: str
    done_soft: str
    paper: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return text and fill of a tone, a pair that can be read."""
        pairs: dict[Tone, tuple[str, str]] = {
            "plain": (self.quiet, self.sunk),
            "accent": (self.accent, self.accent_soft),
            "late": (self.late, self.late_soft),
            "soon": (self.soon, self.soon_soft),
            "done": (self.done, self.done_soft),
        }
        return pairs[tone]


LIGHT = Tokens(
    ground="#F4F2EE",
    surface="#FFFFFF",
    sunk="#EFECE6",
    line="#E0DCD4",
    edge="#85817A",
    ink="#1E2226",
    quiet="#5F666E",
    accent="#17616B",
    on_accent="#FFFFFF",
    accent_soft="#E2EFF0",
    late="#A8281F",
    late_soft="#FAE7E4",
    soon="#8A5A00",
    soon_soft="#FBF0DA",
    done="#1D7044",
    done_soft="#E3F2E8",
    paper="#FFFFFF",
)
DARK = Tokens(
    ground="#15181B",
    surface="#1D2125",
    sunk="#171A1E",
    line="#30363C",
    edge="#757D85",
    ink="#E9E7E3",
    quiet="#9CA4AC",
    accent="#74C4CE",
    on_accent="#0E2226",
    accent_soft="#1F3A3F",
    late="#FF9A8F",
    late_soft="#3D211E",
    soon="#F0C36A",
    soon_soft="#3A2E17",
    done="#7FD0A1",
    done_soft="#1C3527",
    paper="#F5F4F0",
)

_NORMAL, _SEMIBOLD = QFont.Weight.Normal, QFont.Weight.DemiBold
SIZES: dict[str, tuple[int, QFont.Weight]] = {
    "key": (11, _SEMIBOLD),
    "tiny": (12, _NORMAL),
    "pill": (12, _SEMIBOLD),
    "small": (13, _NORMAL),
    "label": (13, _SEMIBOLD),
    "item": (14, _NORMAL),
    "item_strong": (14, _SEMIBOLD),
    "body": (15, _NORMAL),
    "strong": (15, _SEMIBOLD),
    "large": (17, _NORMAL),
    "large_strong": (17, _SEMIBOLD),
    "brand": (17, _SEMIBOLD),
    "title": (20, _SEMIBOLD),
    "page": (24, _SEMIBOLD),
    "cover": (34, _SEMIBOLD),
}
"""The one type scale: pixels and weight of each role."""


@cache
def font(role: str, family: str = SANS) -> QFont:
    """Return the face of a text role."""
    size, weight = SIZES[role]
    face = QFont(family)
    face.setPixelSize(size)
    face.setWeight(weight)
    return face


def tokens_of(palette: QPalette) -> Tokens:
    """Take every colour from the system's palette, so that high contrast stays the system's."""
    ink, base = palette.color(_ROLE.Text).name(), palette.color(_ROLE.Base).name()
    return Tokens(
        ground=palette.color(_ROLE.Window).name(),
        surface=base,
        sunk=base,
        line=ink,
        edge=ink,
        ink=ink,
        quiet=ink,
        accent=palette.color(_ROLE.Highlight).name(),
        on_accent=palette.color(_ROLE.HighlightedText).name(),
        accent_soft=base,
        late=ink,
        late_soft=base,
        soon=ink,
        soon_soft=base,
        done=ink,
        done_soft=base,
        paper="#FFFFFF",
    )


def palette_of(tokens: Tokens) -> QPalette:
    """Map the colours to palette roles: a widget picks a role, never a colour, so a switch costs nothing."""
    roles = (
        (tokens.ground, (_ROLE.Window,)),
        (tokens.surface, (_ROLE.Base, _ROLE.Button, _ROLE.ToolTipBase, _ROLE.Light)),
        (tokens.sunk, (_ROLE.AlternateBase,)),
        (tokens.line, (_ROLE.Mid, _ROLE.Midlight)),
        (tokens.edge, (_ROLE.Dark,)),
        (tokens.ink, (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.ToolTipText, _ROLE.BrightText)),
        (tokens.quiet, (_ROLE.PlaceholderText,)),
        (tokens.accent, (_ROLE.Highlight, _ROLE.Accent, _ROLE.Link)),
        (tokens.on_accent, (_ROLE.HighlightedText,)),
    )
    palette = QPalette()
    for colour, targets in roles:
        for target in targets:
            palette.setColor(target, QColor(colour))
    for target in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.quiet))
    return palette


class Theme(QObject):
    """The theme in force; what is painted reads it at the stroke."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self._pinned: Qt.ColorScheme | None = None
        self._system = QPalette()

    def install(self, app: QApplication) -> None:
        """Load the faces, take Fusion as ground, and follow the system from here on."""
        for path in sorted(paths.fonts().glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        self._system = app.style().standardPalette()
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        wished = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
        self.pin(wished.get(os.environ.get("KLUBBAN_THEME", "")))

    def pin(self, scheme: Qt.ColorScheme | None) -> None:
        """Hold one scheme; None follows the system."""
        self._pinned = scheme
        self.refresh()

    def refresh(self) -> None:
        """Choose colours by contrast, by what is pinned and by the system, and use them."""
        hints = _app().styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            self.use(tokens_of(self._system))
        else:
            scheme = self._pinned or hints.colorScheme()
            self.use(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)

    def use(self, tokens: Tokens) -> None:
        """Hand palette, face and style sheet to the application, in that order."""
        app = _app()
        self.tokens = tokens
        app.setFont(font("body"))
        app.setPalette(palette_of(tokens))
        app.setStyleSheet(style_sheet(tokens))
        self.changed.emit()


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("There is no application to give a theme to")
    return app


@cache
def theme() -> Theme:
    """Return the application's theme; there is one, as there is one palette."""
    return Theme()
