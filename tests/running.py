"""What a command left behind, when it was run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """Return the one line on standard error of a command that did nothing."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert self.err.startswith("klubban: ")
        assert "Traceback" not in self.err
        return self.err.removeprefix("klubban: ").rstrip()


Run = Callable[..., Said]
