"""A program of its own that opens a file, says so, and keeps it until it is ended or told to stop."""

from __future__ import annotations

import sys
from pathlib import Path

from klubban.store.database import Database

database = Database.open(Path(sys.argv[1]), sys.argv[2])
print("read only" if database.read_only else "writes", flush=True)  # noqa: T201 - it is how it is heard
sys.stdin.readline()
database.close()
