"""PDF files written so that a full disk is an error, and not the end of the process: qpdf cannot take one."""

from __future__ import annotations

from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

if TYPE_CHECKING:
    import pikepdf
    from _typeshed import ReadableBuffer


def save(file: pikepdf.Pdf, target: Path, **how: Any) -> None:
    """Write a file as `Pdf.save` does; raises OSError when it cannot be written."""
    with target.open("wb") as handle:
        sink = _Sink(handle)
        file.save(cast("BinaryIO", sink), **how)  # all that it needs of one
        if sink.error:
            raise sink.error


class _Sink(RawIOBase):
    """Takes all that is written, and keeps the error of what could not be for later."""

    def __init__(self, handle: BinaryIO) -> None:
        self._handle = handle
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        size = memoryview(data).nbytes
        if self.error is None:
            try:
                self._handle.write(data)
            except OSError as error:
                self.error = error
        return size
