"""The commands: which there are, how they are dispatched, and what becomes of their errors.

Exit codes: 0 done; 1 it was read, and the content is wrong or a rule refuses; 2 nothing was done, since an
argument or an input cannot be used.
"""

from __future__ import annotations

import argparse
import gettext
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn, Protocol, cast

from klubban import __version__, i18n, paths
from klubban.cli.errors import Unusable
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _

_COMMANDS = {
    "sample": ("sample", N_("make a sample municipality with invented people")),
    "import": ("import_document", N_("take a document of the open format into a file")),
    "dump": ("dump", N_("write what a file holds as a document of the open format")),
    "export": (
        "export",
        N_(
            "write a summons with its documents, a protocol, an extract, a notice, an attendance list,"
            " a sheet to call the roll by or a body's terms of reference as PDF, for Word, as a web page"
            " or as text"
        ),
    ),
    "chairs-copy": ("chairs_copy", N_("write an agenda as a copy that the chair can change and send back")),
    "take-chairs-copy": (
        "take_chairs_copy",
        N_("show what the chair changed in a copy beside what stands now, and take it"),
    ),
    "statistics": ("statistics", N_("write how often those with seats attended as CSV")),
    "remuneration": ("remuneration", N_("write meetings and hours begun by person, as CSV or for Excel")),
    "checklist": (
        "checklist",
        N_("tell what a protocol still lacks before it is verified"),
    ),
    "due": ("due", N_("tell what is to be done by which day, with all assignments that are open")),
    "stage": ("stage", N_("tell where a meeting stands, and each of its deadlines")),
    "dispatch": (
        "dispatch",
        N_("write all extracts of a meeting and mails with them, by recipient, and note who was sent what"),
    ),
    "archive": (
        "archive",
        N_("write a year's protocols, or a meeting's, as a package for the archive (BagIt)"),
    ),
    "packet": ("packet", N_("write matters, items or members as a packet for another office")),
    "take-packet": ("take_packet", N_("show what a packet from another office would add, and add it")),
    "sign": ("sign", N_("sign a PDF in one of its fields, with a certificate or a card")),
    "verify": ("verify", N_("tell who signed a PDF, and whether it is as it was signed")),
    "check": ("check", N_("check that a file is whole and as its journal says")),
}
NAMES = frozenset(_COMMANDS)


class _Command(Protocol):
    def describe(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, options: argparse.Namespace) -> int: ...


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong on one line."""

    def error(self, message: str) -> NoReturn:
        """End with what is wrong."""
        self.exit(2, f"klubban: {message}\n")


def run(words: Sequence[str]) -> int:
    """Run a command and return its exit code; what goes wrong is one line on standard error."""
    _use_language()
    _use_streams()
    return _guarded(lambda: _obey(words))


def without_display() -> int | None:
    """Say what works where no window can be shown, and return the exit code; None where one can."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if shown or not sys.platform.startswith("linux"):
        return None
    _use_language()
    _use_streams()
    words = _(
        "There is no display to show the window on. These commands work without one: {commands}."
        " See klubban --help."
    )
    print("klubban:", words.format(commands=", ".join(_COMMANDS)), file=sys.stderr)
    return 2


def _use_language() -> None:
    """Speak the chosen language; argparse asks the process's own catalogue, so that is ours as well."""
    i18n.use(i18n.preferred())
    os.environ["LANGUAGE"] = i18n.current().language
    gettext.bindtextdomain("klubban", str(paths.translations()))
    gettext.textdomain("klubban")


def _use_streams() -> None:
    """Have output that was closed fail as a full disk does, and what a terminal cannot show be no failure."""
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - stays open as long as the program
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _parser(words: Sequence[str]) -> tuple[argparse.ArgumentParser, str]:
    """Return the parser, in which only the command that is asked for is described whole, and its name."""
    parser = _Parser(
        prog="klubban",
        description=_(
            "Klubban keeps the meetings of a municipality's bodies in one file."
            " Without a command it opens a window."
        ),
        epilog=_("klubban FILE opens a window on a file. klubban COMMAND --help tells more of a command."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Klubban {__version__}",
        help=_("show program's version number and exit"),
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    for name, (_file, help_) in _COMMANDS.items():
        command = commands.add_parser(name, help=_(help_), description=_(help_))
        if words[:1] == [name]:
            _module(name).describe(command)
    return parser, words[0] if words and words[0] in _COMMANDS else "check"


def _module(name: str) -> _Command:
    return cast("_Command", import_module(f"klubban.cli.{_COMMANDS[name][0]}"))


def _obey(words: Sequence[str]) -> int:
    parser, name = _parser(words)
    try:
        options = parser.parse_args(words)
    except SystemExit as end:  # argparse has said why
        return int(end.code or 0)
    return _module(name).run(options)


def _guarded(act: Callable[[], int]) -> int:
    from klubban.exchange.refused import Refused
    from klubban.store.trouble import Trouble

    try:
        code = act()
        sys.stdout.flush()
    except Unusable as error:
        return _say(2, _(error.template), error.facts)
    except Refused as error:
        place = "{place}: " if error.place else ""
        return _say(2, place + _(error.expected), {**error.facts, "place": error.place})
    except Trouble as error:
        return _say(2, " ".join(_(sentence) for sentence in error.sentences), error.facts)
    except RuleBroken as error:
        return _say(1, _(error.template), error.facts)
    except BrokenPipeError:  # whoever read our output has seen enough
        _write_no_more()
        code = 0
    except OSError as error:
        _write_no_more()
        return _say(2, _("The result could not be written: {reason}"), {"reason": error.strerror or error})
    except KeyboardInterrupt:
        code = _say(2, _("It was stopped before it was done"), {})
    return code


def _write_no_more() -> None:
    """Have what is left to be written go nowhere, since the interpreter would try it again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(code: int, template: str, facts: dict[str, object]) -> int:
    line = " ".join(template.format(**facts).split())  # what stands in a document may have line breaks
    print("klubban:", line, file=sys.stderr)
    return code


# argparse looks these up in the catalogue; they are named here for those who translate.
_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)
