"""What the documents' tests share: the validator."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from documents.verapdf import VeraPDF


@pytest.fixture(scope="session")
def judge() -> Iterator[VeraPDF]:
    """Return the validator, which takes longer to start than to judge a file."""
    with VeraPDF() as running:
        yield running
