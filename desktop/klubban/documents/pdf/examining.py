"""What a signed PDF file is, beside the file that was sent to be signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from klubban.domain.examined import Examined


def examine(
    pdf: bytes, *, original: bytes | None = None, trusted: Sequence[bytes] = (), at: dt.datetime
) -> Examined:
    """Return who signed a file, and its verdict beside the original.

    `trusted` are certificates (DER) of those who may say who somebody is; `at` is when it is asked. Raises
    RuleBroken for what is no readable PDF; whatever else is in it is an answer.
    """
    raise NotImplementedError(pdf, original, trusted, at)
