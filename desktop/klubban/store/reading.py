"""What a read of the file is handed as, for those who pass it on and need not know SQLAlchemy."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import Connection

Read: TypeAlias = Connection
