"""The same pages through Klubban, Typst, LibreOffice and WeasyPrint: time and memory of whole processes.

A part of packaging/bench. All set the same words in the same faces and measures, with headings, lists, tables
and the number of pages at each page's head, tagged and archival as far as each of them can. The rivals live
in an environment of their own; LibreOffice is measured where it is found.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import platformdirs

from bench_content import Section, content, in_html, in_open_document, in_typst
from klubban import paths

HERE = Path(__file__).parent
LENGTHS = {28: 30, 200: 215}
"""So many sections fill so many of Klubban's pages."""
GOALS = {"libreoffice": 1 / 3, "typst": 2.0}
"""The most of a rival's time that is to be taken."""

# --- whole processes

KLUBBAN = """
import sys
sys.path.insert(0, sys.argv[3])
import json
from pathlib import Path
import bench_content as bench
from klubban.documents.pdf import typeset
sections = [bench.Section(**each) for each in json.loads(Path(sys.argv[1]).read_text())]
Path(sys.argv[2]).write_bytes(typeset(bench.in_klubban(sections)).data)
"""
TYPST = """
import sys, typst
source, target, fonts = sys.argv[1:]
typst.compile(
    source, output=target, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"]
)
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant=sys.argv[3], pdf_tags=True)
"""
EXPORT = {
    "SelectPdfVersion": ("long", "2"),
    "PDFUACompliance": ("boolean", "true"),
    "UseTaggedPDF": ("boolean", "true"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished process took."""

    seconds: float
    megabytes: float


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a program to its end; time and peak memory are the operating system's account."""
    fonts = folder / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{paths.fonts()}</dir><cachedir>{folder}/fc</cachedir></fontconfig>")
    start = time.perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
        )
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError((folder / "log").read_text(errors="replace"))
    return Run(seconds, usage.ru_maxrss / 1024)


def rivals() -> Path:
    """Return the Python of the rivals' environment, made at the first call."""
    folder = Path(platformdirs.user_cache_dir("klubban")) / "bench"
    python = folder / "bin" / "python"
    lock = HERE / "requirements-bench.txt"
    stamp = folder / "lock"
    if not stamp.is_file() or stamp.read_bytes() != lock.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", "--require-hashes", "-r", lock], check=True)
        stamp.write_bytes(lock.read_bytes())
    return python


def setters(folder: Path, sections: Sequence[Section]) -> dict[str, Callable[[], Run]]:
    """Write the content for each program, and return what runs it."""
    source = {
        "content.json": json.dumps([vars(each) for each in sections]),
        "content.typ": in_typst(sections),
        "content.html": in_html(sections),
        "content.fodt": in_open_document(sections),
    }
    for name, words in source.items():
        (folder / name).write_text(words, encoding="utf-8")
    python = rivals()
    commands: dict[str, list[str | Path]] = {
        "klubban": [sys.executable, "-c", KLUBBAN, folder / "content.json", folder / "klubban.pdf", HERE],
        "typst": [python, "-c", TYPST, folder / "content.typ", folder / "typst.pdf", paths.fonts()],
    }
    if office := shutil.which("soffice"):
        options = {name: {"type": kind, "value": value} for name, (kind, value) in EXPORT.items()}
        out = folder / "libreoffice"
        out.mkdir(exist_ok=True)
        target = f"pdf:writer_pdf_Export:{json.dumps(options)}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        commands["libreoffice"] = [office, profile, "--headless", "--convert-to", target, "--outdir", out]
        commands["libreoffice"].append(folder / "content.fodt")
    for variant in ("pdf/a-2a", "pdf/ua-1"):
        name = f"weasyprint {variant}"
        file = folder / f"weasyprint-{variant[4:]}.pdf"
        commands[name] = [python, "-c", WEASYPRINT, folder / "content.html", file, variant]
    return {name: partial(run, command, folder) for name, command in commands.items()}


def told(folder: Path) -> None:
    """Print the pages of each file, and what it breaks of PDF/A-2a and PDF/UA-1 by veraPDF's verdict."""
    import pypdfium2  # type: ignore[import-untyped]  # it has no types

    sys.path.insert(0, str(HERE.parent / "tests"))
    from documents.verapdf import VeraPDF

    with VeraPDF() as judge:
        for file in sorted(folder.rglob("*.pdf")):
            with pypdfium2.PdfDocument(file) as opened:
                pages = len(opened)
            broken = judge.verdict(file.read_bytes())
            said = "; ".join(each[:70] for each in broken[:2]) or "PDF/A-2a and PDF/UA-1"
            print(f"    {file.stem:<20}{pages:4} pages {file.stat().st_size / 1000:6.0f} kB   {said}")


def main(rounds: int = 5) -> int:
    """Measure and print; return how many goals were missed."""
    missed = 0
    for pages, count in LENGTHS.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            runs = setters(folder, content(count))
            for act in runs.values():
                act()  # warms up
            taken: dict[str, list[Run]] = {each: [] for each in runs}
            for _round in range(rounds):
                for each, act in runs.items():
                    taken[each].append(act())
            print(f"typesetting {pages} pages, whole processes, medians of {rounds}:")
            for each, found in taken.items():
                ratios = [
                    mine.seconds / its.seconds for mine, its in zip(taken["klubban"], found, strict=True)
                ]
                ratio = statistics.median(ratios)
                seconds = statistics.median(one.seconds for one in found)
                memory = statistics.median(one.megabytes for one in found)
                goal = GOALS.get(each)
                missed += int(goal is not None and ratio > goal)
                aim = f" (goal {goal:.2f})" if goal else ""
                print(
                    f"  {each:<22}{seconds:6.2f} s {memory:5.0f} MB   Klubban takes {ratio:.2f} of that"
                    f" ({min(ratios):.2f}-{max(ratios):.2f}){aim}"
                )
            told(folder)
    return missed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
