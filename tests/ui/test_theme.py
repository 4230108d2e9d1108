"""Colours that can be read, faces that are there, and the system's wishes."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette

from klubban.ui.theme import DARK, LIGHT, SANS, SERIF, Tokens, font, palette_of, theme, tokens_of

TEXTS = [
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("ground", "surface", "sunk")),
    *((ink, "accent_soft") for ink in ("ink", "accent", "quiet")),
    ("on_accent", "accent"),
    ("late", "late_soft"),
    ("soon", "soon_soft"),
    ("done", "done_soft"),
    *(("ink", f"{tone}_soft") for tone in ("late", "soon")),
    *((tone, ground) for tone in ("late", "done") for ground in ("surface", "ground")),
]
OUTLINES = [
    *(("edge", ground) for ground in ("ground", "surface")),
    *(("accent", ground) for ground in ("ground", "surface", "sunk", "accent_soft")),
]


def luminance(colour: str) -> float:
    made = QColor(colour)
    return 0.2126 * linear(made.redF()) + 0.7152 * linear(made.greenF()) + 0.0722 * linear(made.blueF())


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else math.exp(2.4 * math.log((part + 0.055) / 1.055))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_every_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), OUTLINES)
def test_every_outline_of_a_control_can_be_seen(tokens: Tokens, line: str, ground: str) -> None:
    assert contrast(getattr(tokens, line), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_on_the_sheet_can_be_seen(tokens: Tokens) -> None:
    assert contrast(LIGHT.accent, tokens.paper) >= 3


def test_the_faces_are_the_houses_own() -> None:
    assert QFontInfo(font("body")).family() == SANS
    assert QFontInfo(font("brand", SERIF)).family() == SERIF


def test_high_contrast_stays_the_systems() -> None:
    system = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.Base, "#000000"),
        (QPalette.ColorRole.Text, "#ffff00"),
        (QPalette.ColorRole.Highlight, "#00ffff"),
        (QPalette.ColorRole.HighlightedText, "#000000"),
    ):
        system.setColor(role, QColor(colour))

    taken = tokens_of(system)

    allowed = {"#000000", "#ffff00", "#00ffff", "#ffffff"}
    assert {getattr(taken, field.name).lower() for field in fields(taken)} <= allowed
    assert palette_of(taken).color(QPalette.ColorRole.WindowText) == QColor("#ffff00")


def test_a_pinned_scheme_holds() -> None:
    theme().pin(Qt.ColorScheme.Dark)
    dark = theme().tokens
    theme().pin(Qt.ColorScheme.Light)

    assert (dark, theme().tokens) == (DARK, LIGHT)
