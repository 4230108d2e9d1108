"""Draw the coat of arms of the sample municipality: packaging/sample_arms.py, into resources/sample-arms.png.

It is invented, as the municipality is: in green an oak leaf of gold, below it the river in silver and green.
"""

from __future__ import annotations

from math import cos, pi, radians, sin
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parent.parent
WIDE, HIGH = 600, 720
FINER = 4
"""It is drawn so many times larger, for smooth edges."""
GREEN, GOLD, SILVER, LINE = (34, 89, 58), (226, 176, 60), (255, 255, 255), (24, 40, 32)
_EDGE = 14
_LOBES = 4.5

Point = tuple[float, float]


def shield(inset: float) -> list[Point]:
    """Return the outline: straight shoulders, and a foot that rounds to a point."""
    left, right, top, foot = inset, WIDE - inset, inset, HIGH - 1.25 * inset
    shoulder, middle = HIGH * 0.46, WIDE / 2
    steps = [step / 60 for step in range(61)]
    side = [
        (middle + (right - middle) * cos(at * pi / 2) ** 0.8, shoulder + (foot - shoulder) * sin(at * pi / 2))
        for at in steps
    ]
    return [(left, top), (right, top), *side, *((WIDE - x, y) for x, y in reversed(side))]


def leaf() -> list[Point]:
    """Return an oak leaf, upright, from the stalk at 0 to the tip at 1."""
    steps = [step / 240 for step in range(241)]
    half = [
        (0.30 * sin(pi * at**0.72) ** 0.8 * (1 + 0.24 * cos(2 * pi * _LOBES * at + pi)), at) for at in steps
    ]
    return [*half, *((-wide, at) for wide, at in reversed(half))]


def placed(points: list[Point], foot: Point, long: float, lean: float = 0) -> list[Point]:
    """Return points in pixels: their foot at a place, so long, leaning so many degrees to the right."""
    turn = radians(lean)
    return [
        (
            FINER * (foot[0] + long * (across * cos(turn) + up * sin(turn))),
            FINER * (foot[1] - long * (up * cos(turn) - across * sin(turn))),
        )
        for across, up in points
    ]


def draw() -> Image.Image:
    """Draw the arms."""
    size = (WIDE * FINER, HIGH * FINER)
    field, whole = Image.new("RGB", size, GREEN), Image.new("RGB", size, SILVER)
    pen = ImageDraw.Draw(field)
    _draw_river(pen)
    _draw_leaf(pen)
    outline, mask = ImageDraw.Draw(whole), Image.new("L", size, 0)
    outline.polygon(placed_flat(shield(2)), fill=LINE)
    ImageDraw.Draw(mask).polygon(placed_flat(shield(_EDGE)), fill=255)
    whole.paste(field, (0, 0), mask)
    return whole.resize((WIDE, HIGH), Image.Resampling.LANCZOS)


def placed_flat(points: list[Point]) -> list[Point]:
    """Return points in the pixels of the larger picture."""
    return [(x * FINER, y * FINER) for x, y in points]


def _draw_river(pen: ImageDraw.ImageDraw) -> None:
    for top, thick in ((520.0, 26.0), (580.0, 26.0)):
        edge = [(x, top + 15 * sin(2 * pi * x / 150)) for x in range(0, WIDE + 1, 4)]
        below = [(x, y + thick) for x, y in reversed(edge)]
        pen.polygon(placed_flat([*edge, *below]), fill=SILVER)


def _draw_leaf(pen: ImageDraw.ImageDraw) -> None:
    foot, long = (WIDE / 2, 448.0), 372.0
    pen.polygon(placed(leaf(), foot, long), fill=GOLD)
    stalk: list[Point] = [(-0.018, -0.10), (0.018, -0.10), (0.012, 0.2), (-0.012, 0.2)]
    pen.polygon(placed(stalk, foot, long), fill=GOLD)
    rib: list[Point] = [(-0.011, 0.05), (0.011, 0.05), (0.003, 0.9), (-0.003, 0.9)]
    pen.polygon(placed(rib, foot, long), fill=GREEN)
    for number in range(1, 4):
        at = number * 0.215 - 0.06
        for side in (-1, 1):
            reach = 0.14 * sin(pi * at**0.72) + 0.04
            vein: list[Point] = [
                (0, at), (side * reach, at + 0.11), (side * reach * 0.9, at + 0.115), (0, at + 0.022),
            ]  # fmt: skip
            pen.polygon(placed(vein, foot, long), fill=GREEN)


if __name__ == "__main__":
    draw().save(ROOT / "resources" / "sample-arms.png", optimize=True)
