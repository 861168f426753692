"""What is painted first: the window with its rail, and Today with what ships; nothing here knows of what follows."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from supple.app.today_offer import cover
from supple.app.today_room import TodayRoom
from supple.app.window_place import put_window
from supple.storage.first_look import first_look
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.reader import teach_readers
from supple.ui.kit.theme import Scheme, Theme
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.day_words import follow


class Front(QObject):
    """Everything the first paint needs, and no more: the person waits for each module that is imported here."""

    def __init__(self, application: QApplication, *, data_dir: Path, careful: bool = False) -> None:
        """Raises FileNotFoundError or ValueError for what ships; `careful` leaves out the kept place."""
        super().__init__()
        teach_readers()
        self.pictures = Pictures()
        offer = cover()
        self.pictures.read_ahead(offer.picture_id, self.pictures.loop_frames(offer.picture_id) - 1)
        look = first_look(data_dir)
        follow(clock=look.clock, week_begins=look.week_begins)
        self.theme = Theme(
            application,
            scheme=Scheme(look.theme),
            text_percent=look.text_percent,
            reduced_motion=look.reduced_motion,
        )
        self.window = MainWindow(self.theme)
        put_window(self.window, "" if careful else look.window)
        self.today = TodayRoom(self.theme, self.pictures, offer, self)
