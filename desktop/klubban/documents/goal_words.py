"""What is said of goals: a colour is also a word and a shape, and a number tells where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.wording import NBSP, capital, enumerated
from klubban.domain.index import FULL, Colour, Trend

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from klubban.domain.goal import Goal, Indicator
    from klubban.domain.index import IndexYear
    from klubban.i18n import Texts

SHAPES = {Colour.RED: "▼", Colour.YELLOW: "◆", Colour.GREEN: "●"}
TONES = {Colour.RED: "#A8322A", Colour.YELLOW: "#C28A00", Colour.GREEN: "#2F6B3A"}
"""On white paper; each at least 3:1 against it."""
ARROWS = {Trend.UP: "↑", Trend.SAME: "→", Trend.DOWN: "↓"}


def colour(of: Colour, texts: Texts) -> str:
    """Return the word of a colour."""
    words = {
        Colour.RED: texts.pgettext("goal", "red"),
        Colour.YELLOW: texts.pgettext("goal", "yellow"),
        Colour.GREEN: texts.pgettext("goal", "green"),
    }
    return words[of]


def marked(of: Colour | None, texts: Texts) -> str:
    """Return a colour's shape and word, `● grön`; a dash where there is none."""
    return "–" if of is None else f"{SHAPES[of]}{NBSP}{colour(of, texts)}"


def trend(of: IndexYear, texts: Texts) -> str:
    """Return where an index goes against the year before: `↑ 33 upp`; a dash where nothing tells."""
    if of.trend is None:
        return "–"
    told = {
        Trend.UP: texts.gettext("up {points}"),
        Trend.SAME: texts.pgettext("index", "unchanged"),
        Trend.DOWN: texts.gettext("down {points}"),
    }[of.trend]
    shown = f"{ARROWS[of.trend]}{NBSP}{told.format(points=abs(of.change))}"
    others = texts.gettext("other indicators")
    return shown if of.comparable else f"{shown}, {others}"


def summary(of: IndexYear, texts: Texts) -> str:
    """Return how a goal stood in a year, in sentences: `Index för 2021 är 80 av 100: grön`."""
    if of.value is None or of.colour is None:
        return texts.gettext("Nothing was measured in {year}.").format(year=of.year)
    line = texts.gettext("The index of {year} is {value} of {full}: {colour}.")
    said = [line.format(year=of.year, value=of.value, full=FULL, colour=colour(of.colour, texts))]
    went = {
        Trend.UP: texts.gettext("It went up from {before} the year before."),
        Trend.SAME: texts.gettext("It is what it was the year before."),
        Trend.DOWN: texts.gettext("It went down from {before} the year before."),
    }
    if of.trend is not None:
        said.append(went[of.trend].format(before=of.before))
        if not of.comparable:
            said.append(texts.gettext("Other indicators were measured then, so compare with care."))
    if of.missing:
        lacking = texts.gettext("Not measured, and not part of it: {names}.")
        said.append(lacking.format(names=enumerated([each.name for each in of.missing], texts)))
    return " ".join(said)


def thresholds(of: Goal, texts: Texts) -> str:
    """Return what the colours mean: `Grön från 75, gul från 50, röd därunder`."""
    line = texts.gettext("Green from {green}, yellow from {yellow}, red below.")
    return line.format(green=of.green_from, yellow=of.yellow_from)


def number(value: Decimal, texts: Texts) -> str:
    """Return a value as the reader's language writes it: `4,7`."""
    from babel.numbers import format_decimal  # 50 ms that a start does not need

    return format_decimal(value.normalize(), locale=texts.language, decimal_quantization=False)


def scale(of: Indicator, texts: Texts) -> str:
    """Return how an indicator becomes points: `0 vid 20 %, 100 vid 80 %`."""
    unit = f"{NBSP}{of.unit}" if of.unit else ""
    line = texts.gettext("0 points at {none}, {full} at {whole}")
    none, whole = (f"{number(each, texts)}{unit}" for each in (of.none_at, of.full_at))
    return line.format(none=none, whole=whole, full=FULL)


def chart_words(of: Sequence[IndexYear], texts: Texts) -> str:
    """Return what a chart says, for those who do not see it."""
    told = [
        f"{each.year} {each.value} ({colour(each.colour, texts)})"
        if each.value is not None and each.colour
        else texts.gettext("{year} not measured").format(year=each.year)
        for each in of
    ]
    return capital(
        texts.gettext("index by year, of {full}: {years}.").format(full=FULL, years=", ".join(told))
    )
