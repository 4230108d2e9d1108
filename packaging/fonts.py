"""Make Klubban's own faces out of the two variable font packages: python packaging/fonts.py FOLDER.

ReportLab embeds static TrueType faces only, and Qt must tell them apart by family and style. The licence of
the originals (OFL) reserves the name "Source", so what is made from them is called Klubban Sans and Klubban
Serif.
"""

from __future__ import annotations

import importlib
import logging
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEIGHTS = {"Regular": 400, "Semibold": 600, "Bold": 700}

# Names come from the whole world, written in Latin letters; what a face lacks is skipped.
CHARACTERS = [
    *range(0x0020, 0x007F),  # ASCII
    *range(0x00A0, 0x0250),  # Latin-1, Latin Extended-A and -B
    *range(0x02BB, 0x02DE),  # modifier letters and lone accents
    *range(0x0300, 0x0370),  # combining accents
    *range(0x1E00, 0x1F00),  # Latin Extended Additional: Vietnamese, Welsh
    *range(0x2000, 0x2070),  # spaces, dashes, quotes, bullets, ellipsis, per mille, primes
    *range(0x2070, 0x20D0),  # superscripts, currencies
    *range(0x2100, 0x2200),  # numero sign, trade mark, fractions, arrows
    *range(0x2200, 0x2300),  # minus and other signs of calculation
    *range(0x25A0, 0x2800),  # squares, circles, ballot boxes, ticks
    *range(0xFB00, 0xFB05),  # ligatures
]
# Kerning, accents and ligatures, figures of one width, signs at the height of capitals. Small capitals and
# old-style figures are left out: nobody uses them here, and kerning them would take most of the time.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "case", "lnum", "pnum", "tnum", "zero"]
# Copyright, version, maker, designer, licence and its address stay as they were; the names are written anew.
KEPT_NAMES = [0, 5, 8, 9, 13, 14]

ITALIC, BOLD, REGULAR, USE_TYPO_METRICS = 0x01, 0x20, 0x40, 0x80


@dataclass(frozen=True)
class Family:
    """One family to make: its name, the package that it comes from, and where its other axes are held."""

    name: str
    package: str
    axes: dict[str, float]


FAMILIES = [
    Family("Klubban Sans", "fontpkg_source_sans_3", {}),
    Family("Klubban Serif", "fontpkg_source_serif_4", {"opsz": 11}),  # drawn for text of eleven points
]


def set_names(font: TTFont, family: str, weight: str, *, italic: bool) -> str:
    """Name the face, and return its PostScript name.

    Old readers know families of four (names 1 and 2); Qt and fontconfig read names 16 and 17.
    """
    slope = " Italic" if italic else ""
    style = f"{weight}{slope}".replace("Regular Italic", "Italic")
    if weight == "Semibold":
        old_family, old_style = f"{family} Semibold", slope.strip() or "Regular"
    else:
        old_family, old_style = family, style
    postscript = f"{family}-{style}".replace(" ", "")
    version = font["name"].getDebugName(5)
    texts = {1: old_family, 2: old_style, 3: f"{version};{postscript}", 4: f"{family} {style}", 6: postscript}
    if (old_family, old_style) != (family, style):
        texts |= {16: family, 17: style}
    for name_id, text in texts.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    return postscript


def set_style(font: TTFont, weight: str, *, italic: bool) -> None:
    """Write the weight and the style bits, which instancing leaves as the variable font had them."""
    bold = weight == "Bold"
    old = font["OS/2"].fsSelection & USE_TYPO_METRICS  # decides the height of a line
    plain = REGULAR if not bold and not italic else 0
    font["OS/2"].fsSelection = old | (BOLD if bold else 0) | (ITALIC if italic else 0) | plain
    font["OS/2"].usWeightClass = WEIGHTS[weight]
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)


def reduce(font: TTFont) -> None:
    """Keep the characters, features and names of the lists above."""
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = KEPT_NAMES
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    for table in font["cmap"].tables:  # a hyphen that does not break is drawn as any other
        if table.isUnicode() and ord("-") in table.cmap:
            table.cmap.setdefault(0x2011, table.cmap[ord("-")])


def make_faces(family: Family, source: Path, folder: Path) -> None:
    """Make the three weights of one variable font."""
    italic = "Italic" in source.name
    reduced = BytesIO()
    font = TTFont(source, recalcTimestamp=False)
    reduce(font)
    font.save(reduced)
    for weight, number in WEIGHTS.items():
        font = TTFont(reduced, recalcTimestamp=False)
        instancer.instantiateVariableFont(font, {"wght": number, **family.axes}, inplace=True)
        set_style(font, weight, italic=italic)
        name = set_names(font, family.name, weight, italic=italic)
        font.save(folder / f"{name}.ttf")


def main() -> None:
    """Make every face, and the licence that goes with them, into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    licences = []
    with ProcessPoolExecutor(initializer=logging.disable) as pool:
        jobs = []
        for family in FAMILIES:
            root = Path(importlib.import_module(family.package).__file__ or "").parent
            sources = sorted((root / "files").glob("*.ttf"))
            jobs += [pool.submit(make_faces, family, source, folder) for source in sources]
            licence = (root / "LICENSE").read_text(encoding="utf-8")
            licences.append(f"{family.name} is made from {family.package}, which carries this:\n\n{licence}")
        for job in jobs:
            job.result()
    (folder / "OFL.txt").write_text("\n\n".join(licences), encoding="utf-8")


if __name__ == "__main__":
    main()
