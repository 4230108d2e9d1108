"""Start-up: a window at once, and only then what takes time; and Qt that does not lose None."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.store.database import Database

HEAVY = ("sqlalchemy", "reportlab", "pypdfium2", "babel", "pydantic", "klubban.store", "klubban.documents")

OPEN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from klubban.settings import Settings
from klubban.ui import app
application = QApplication([])
app.prepare(application)
window = app.start(None)
window.load(Settings(Path(sys.argv[1]).with_suffix(".json")), Path(sys.argv[1]))
page = window.centralWidget()
pages = [f"klubban.ui.{room}.page" for room in ("registers", "roll", "statistics")]
later = ("reportlab", "pypdfium2", "pydantic", *pages)
print(type(page).__name__, [name for name in later if name in sys.modules])
page.close_file()
"""

UNTIL_THE_FIRST_PAINT = f"""
import sys
from PySide6.QtWidgets import QApplication
from klubban.ui import app
application = QApplication([])
app.prepare(application)
window = app.start(None)

def look():
    print([name for name in sys.modules if name.startswith({HEAVY!r})])
    application.quit()

window.bare.painted.connect(look)
window.show()
application.exec()
"""

REPAINTS = """
from PySide6.QtCore import QAbstractListModel
from PySide6.QtWidgets import QApplication, QWidget

class Plain(QWidget):
    def paintEvent(self, event):
        pass

class Empty(QAbstractListModel):
    def data(self, index, role=0):
        return None

    def rowCount(self, parent=None):
        return 1

application = QApplication([])
widget, model = Plain(), Empty()
widget.show()
for _ in range(4000):
    widget.repaint()
    model.itemData(model.index(0, 0))
print("sound")
"""


def run(script: str, *arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return done.stdout.strip()


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    assert run(UNTIL_THE_FIRST_PAINT) == "[]"


def test_an_open_file_waits_neither_for_libraries_nor_for_pages_that_are_not_asked_for(
    office: Database,
) -> None:
    office.close()

    assert run(OPEN, str(office.path)) == "FilePage []"


def test_overrides_that_return_none_do_not_wear_none_out() -> None:
    assert run(REPAINTS) == "sound"
