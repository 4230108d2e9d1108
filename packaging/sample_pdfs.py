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
    """Return the documents that a meeting can give: its protocol, its notice, and one extract."""
    documents = [["protocol"], ["notice"]]
    decided = [item for item in meeting.get("items", []) if item.get("paragraph") and item.get("decision")]
    if decided:
        documents.append(["extract", "--paragraph", str(decided[-1]["paragraph"])])
    return documents


def main() -> int:
    """Write what can be written, and say for the rest why not."""
    file, folder = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    dump = subprocess.run(
        [sys.executable, "-m", "klubban", "dump", file], check=True, capture_output=True
    ).stdout
    content = json.loads(dump)
    names = {body["key"]: body.get("short") or body["name"] for body in content["bodies"]}
    status = 0
    for meeting in content["meetings"]:
        place = ["--body", names[meeting["body"]], "--date", meeting["date"], "--out", folder]
        if "start" in meeting:
            place += ["--time", meeting["start"]]
        for kind, *more in wanted(meeting):
            code = klubban(["export", file, kind, *place, *more])
            # 1 is a rule that says no, as to a notice of what has not been verified; 2 is a mistake here.
            status = max(status, code if code > 1 else 0)
    return status


if __name__ == "__main__":
    sys.exit(main())
