"""A window, or the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the first word names, or else open the window; return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    from klubban.cli import commands

    if len(words) > 1 or (words and (words[0] in commands.NAMES or words[0].startswith("-"))):
        return commands.run(words)
    refusal = commands.without_display()
    if refusal is not None:
        return refusal
    from klubban.ui.app import run

    return run(Path(words[0]) if words else None)


if __name__ == "__main__":
    sys.exit(main())
