"""Write the documents of every meeting in a file: python packaging/sample_pdfs.py FILE FOLDER.

For a machine without a display, where packaging/run still shows what the program makes. It asks the
command line for everything, as a person would, but starts it only once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from klubban.__main__ import main as klubban


def wanted(meeting: dict[str, Any]) -> list[list[str]]:
    """Return what a meeting can give: its protocol, lists, what was posted of it, and one extract."""
    items = meeting.get("items", [])
    documents = [["protocol"]]
    if any(item.get("confidential") for item in items):
        documents.append(["protocol", "--public"])
    if meeting.get("attendance"):
        documents.append(["attendance"])
    if meeting.get("notice"):
        documents += [["notice"], ["certificate"]]
    documents += [[kind] for kind in ("divisions", "assignments") if any(item.get(kind) for item in items)]
    decided = [item for item in items if item.get("paragraph") and item.get("decision")]
    if decided:
        documents.append(["extract", "--paragraph", str(decided[-1]["paragraph"])])
    return documents


def main() -> int:
    """Write all of them, and return the worst exit code."""
    file, folder = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    dump = subprocess.run(
        [sys.executable, "-m", "klubban", "dump", file], check=True, capture_output=True
    ).stdout
    content = json.loads(dump)
    names = {body["key"]: body.get("short") or body["name"] for body in content["bodies"]}
    status = 0
    for body in content["bodies"]:
        if body.get("mandate"):
            status = max(
                status, klubban(["export", file, "terms", "--body", names[body["key"]], "--out", folder])
            )
    for meeting in content["meetings"]:
        place = ["--body", names[meeting["body"]], "--date", meeting["date"], "--out", folder]
        if "start" in meeting:
            place += ["--time", meeting["start"]]
        for kind, *more in wanted(meeting):
            status = max(status, klubban(["export", file, kind, *place, *more]))
    return status


if __name__ == "__main__":
    sys.exit(main())
