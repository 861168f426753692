"""The pictures of the catalogue: read from the resource file, turned to the side asked for, kept within bounds."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple

from PySide6.QtCore import QFile, QIODevice, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBitmap, QImage, QImageReader, QRegion

from supple.domain.side import Side

BUDGET_BYTES = 3 * 1024 * 1024
"""Some three frames of a loop: to read one anew costs 4 ms; to keep a whole loop would cost 20 MB more."""

SMALL = QSize(640, 480)  # twice what a card or one of a pair fills: ten stills at full size would weigh 50 MB
TURN_S = 0.0  # how long reading stills may hold the window beyond the first of a turn: more was measured to stall it
_WHOLE = QRectF(0, 0, 1, 1)
_PROBE = QSize(160, 120)  # enough to find where a picture is empty


class Picture(NamedTuple):
    """A picture as it is to be shown; `box` is the part that is not empty, as parts of width and height.

    `image` is the part `cut` of its file: of a moving picture the air is not kept.
    """

    image: QImage
    side: Side
    drawn_side: Side
    mirrored: bool
    box: QRectF
    cut: QRectF = _WHOLE


class _Folder(NamedTuple):
    """What pictures.json says of one folder."""

    drawn_side: Side
    frames: int
    breaths: int
    box: QRectF | None
    views: int


class Pictures(QObject):
    """Finds pictures by exercise and scene; `trouble_found` names a file that is missing or damaged, once."""

    trouble_found = Signal(str)

    def __init__(
        self, root: str = ":/pictures", *, budget_bytes: int = BUDGET_BYTES, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._root = root
        self._budget_bytes = budget_bytes
        self._used_bytes = 0
        self._kept: OrderedDict[tuple[str, bool, bool], Picture] = OrderedDict()
        self._folders: dict[str, _Folder | None] = {}
        self._troubles: dict[str, None] = {}
        self._turn_ends_s: float | None = None
        self._ahead: dict[str, _Reading] = {}

    @property
    def troubles(self) -> tuple[str, ...]:
        """The files that could not be shown so far."""
        return tuple(self._troubles)

    def has(self, exercise_id: str, scene: str = "card") -> bool:
        """Whether there is a file for the scene; it may still be damaged."""
        return QFile.exists(f"{self._root}/{exercise_id}/{scene}.webp")

    def is_kept(self, exercise_id: str, scene: str, *, side: Side, small: bool = False) -> bool:
        """Whether this picture is at hand without reading a file."""
        folder = self._folders.get(exercise_id)
        if folder is None:
            return False
        return (f"{self._root}/{exercise_id}/{scene}.webp", _is_mirrored(folder, side), small) in self._kept

    def take_turn(self) -> bool:
        """Whether the caller may read a picture in this turn of the event loop, or must ask again in the next."""
        if self._turn_ends_s is None:
            self._turn_ends_s = monotonic() + TURN_S
            QTimer.singleShot(0, self, self._give_turn_back)
            return True
        return monotonic() < self._turn_ends_s

    def _give_turn_back(self) -> None:
        self._turn_ends_s = None

    def loop_frames(self, exercise_id: str) -> int:
        """How many frames the moving picture has; 0 when there is none."""
        folder = self._folder(exercise_id)
        return folder.frames if folder else 0

    def still(self, exercise_id: str, scene: str, *, side: Side, small: bool = False) -> Picture | None:
        """The scene with `side` as the treated side; BOTH shows it as drawn. None when it cannot be read."""
        return self._picture(exercise_id, scene, side=side, box=None, small=small)

    def loop_frame(self, exercise_id: str, index: int, *, side: Side) -> Picture | None:
        """Frame `index` from 0 (the start) to the last (the hold); all frames share one box."""
        folder = self._folder(exercise_id)
        if folder is None or not folder.frames:
            return None
        index = max(0, min(folder.frames - 1, index))
        return self._picture(
            exercise_id, f"loop_{index:02d}", side=side, box=self._loop_box(exercise_id, folder)
        )

    def breath_frames(self, exercise_id: str) -> int:
        """How many frames show the hold breathing in; 0 when there are none."""
        folder = self._folder(exercise_id)
        return folder.breaths if folder else 0

    def breath_frame(self, exercise_id: str, index: int, *, side: Side) -> Picture | None:
        """Frame `index` of the breath, from 0 (out) to the last (in), in the box of the moving picture."""
        folder = self._folder(exercise_id)
        if folder is None or not folder.breaths:
            return None
        index = max(0, min(folder.breaths - 1, index))
        box = self._loop_box(exercise_id, folder)
        return self._picture(exercise_id, f"breath_{index:02d}", side=side, box=box)

    def read_ahead(self, exercise_id: str, index: int) -> None:
        """Begin to read a frame of the loop in a thread of its own: who asks for it then waits for less."""
        path = f"{self._root}/{exercise_id}/loop_{index:02d}.webp"
        self._ahead[path] = _Reading(path)
        self._ahead[path].start()

    def turn_views(self, exercise_id: str) -> int:
        """How many views the turntable has; 0 when there is none."""
        folder = self._folder(exercise_id)
        return folder.views if folder else 0

    def turn_view(self, exercise_id: str, view: int, *, side: Side) -> Picture | None:
        """View `view` of the end position, round and round; all views keep the whole picture's frame."""
        views = self.turn_views(exercise_id)
        if not views:
            return None
        scene = f"turn_{view % views:02d}"
        return self._picture(exercise_id, scene, side=side, box=_WHOLE)

    def marks(self, exercise_id: str, scene: str, *, mirrored: bool) -> Mapping[str, QPointF]:
        """The places that a still's facts name ("knee", "knee_floor"), as parts of its width and height."""
        facts = self.scene_facts(exercise_id, scene)
        marks = {name: QPointF(*place) for name, place in (facts.get("marks") or {}).items()}
        return {n: QPointF(1 - p.x(), p.y()) for n, p in marks.items()} if mirrored else marks

    def scene_facts(self, exercise_id: str, scene: str) -> Mapping[str, Any]:
        """What pictures.json says of a scene, read anew: nobody needs all of it, and kept it would weigh a megabyte."""
        file = QFile(f"{self._root}/{exercise_id}/pictures.json")
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            return {}
        content = bytes(file.readAll().data())
        file.close()
        try:
            found = json.loads(content)["scenes"][scene]
        except (ValueError, KeyError, TypeError):  # a picture without its facts is a picture all the same
            return {}
        return found if isinstance(found, dict) else {}

    def pair(self, exercise_id: str, scene: str, beside: str, *, side: Side) -> Picture | None:
        """One picture of two that stand side by side: small, and in one frame with `beside`."""
        box = QRectF()
        for name in (scene, beside):
            picture = self._picture(exercise_id, name, side=side, box=None, small=True)
            if picture is None:
                return None
            box = box.united(picture.box)
        found = self._picture(exercise_id, scene, side=side, box=None, small=True)
        return found._replace(box=box) if found else None

    def _loop_box(self, exercise_id: str, folder: _Folder) -> QRectF:
        """What the folder says, or the box round the first and the last frame, found once."""
        if folder.box is None:
            box = QRectF()
            for index in (0, folder.frames - 1):
                image = self._read(f"{self._root}/{exercise_id}/loop_{index:02d}.webp")
                if image is not None:
                    box = box.united(_filled_box(image))
            folder = folder._replace(box=box if box.isValid() else _WHOLE)
            self._folders[exercise_id] = folder
        return folder.box or _WHOLE

    def _picture(
        self, exercise_id: str, scene: str, *, side: Side, box: QRectF | None, small: bool = False
    ) -> Picture | None:
        folder = self._folder(exercise_id)
        if folder is None:
            return None
        mirrored = _is_mirrored(folder, side)
        path = f"{self._root}/{exercise_id}/{scene}.webp"
        key = (path, mirrored, small)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        image = self._read(path, size=SMALL if small else None)
        if image is None:
            return None
        cut = _WHOLE
        if box is None:
            box = _filled_box(image)
        elif box != _WHOLE:
            image, box, cut = image.copy(_pixels(box, image)), _WHOLE, box  # air need not be kept
        if mirrored:
            image = image.flipped(Qt.Orientation.Horizontal)
            box, cut = _flipped(box), _flipped(cut)
        shown = folder.drawn_side.other if mirrored else folder.drawn_side
        picture = Picture(
            image=image, side=shown, drawn_side=folder.drawn_side, mirrored=mirrored, box=box, cut=cut
        )
        self._keep(key, picture)
        return picture

    def _keep(self, key: tuple[str, bool, bool], picture: Picture) -> None:
        """Remember the picture and forget the longest unused ones beyond the budget."""
        self._kept[key] = picture
        self._used_bytes += picture.image.sizeInBytes()
        while self._used_bytes > self._budget_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._used_bytes -= oldest.image.sizeInBytes()

    def _read(self, path: str, *, size: QSize | None = None) -> QImage | None:
        ahead = self._ahead.pop(path, None)
        if ahead is not None and size is None:
            ahead.join()
            image = ahead.image
        else:
            reader = QImageReader(path)
            whole = reader.size()
            if size is not None and whole.width() > size.width():
                reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
            image = reader.read()
        if image.isNull():
            self._report(path)
            return None
        return image

    def _folder(self, exercise_id: str) -> _Folder | None:
        if exercise_id not in self._folders:
            self._folders[exercise_id] = self._read_folder(f"{self._root}/{exercise_id}/pictures.json")
        return self._folders[exercise_id]

    def _read_folder(self, path: str) -> _Folder | None:
        file = QFile(path)
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            self._report(path)
            return None
        try:
            facts = json.loads(bytes(file.readAll().data()))
            scenes = facts.get("scenes")
            loop = (scenes.get("loop") if isinstance(scenes, dict) else facts.get("loop")) or {}
            box = facts.get("box") or loop.get("box")
            return _Folder(
                drawn_side=Side(facts["drawn_side"]),
                frames=int(loop.get("frames", 0)),
                box=QRectF(*box) if box else None,
                breaths=_frames_of(scenes, "breath"),
                views=_frames_of(scenes, "turn"),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            self._report(path)
            return None
        finally:
            file.close()

    def _report(self, path: str) -> None:
        if path not in self._troubles:
            self._troubles[path] = None
            self.trouble_found.emit(path)


def _frames_of(scenes: object, scene: str) -> int:
    """How many frames pictures.json names for a scene that has several."""
    return int((scenes.get(scene) or {}).get("frames", 0)) if isinstance(scenes, dict) else 0


class _Reading(Thread):
    """Reads one picture; Qt lets go of Python while it does."""

    def __init__(self, path: str) -> None:
        super().__init__(name="picture-reader", daemon=True)
        self._path = path
        self.image = QImage()

    def run(self) -> None:
        self.image = QImageReader(self._path).read()


def _is_mirrored(folder: _Folder, side: Side) -> bool:
    return Side.BOTH not in (side, folder.drawn_side) and side is not folder.drawn_side


def _flipped(box: QRectF) -> QRectF:
    return QRectF(1 - box.right(), box.top(), box.width(), box.height())


def _pixels(box: QRectF, image: QImage) -> QRect:
    """The part of `image` that `box` names."""
    width, height = image.width(), image.height()
    return QRectF(box.x() * width, box.y() * height, box.width() * width, box.height() * height).toRect()


def _filled_box(image: QImage) -> QRectF:
    """The part of `image` that is not transparent, with a little air, as parts of width and height."""
    if not image.hasAlphaChannel():
        return _WHOLE
    probe = image.scaled(
        _PROBE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    )
    bounds = QRegion(QBitmap.fromImage(probe.createAlphaMask())).boundingRect().adjusted(-2, -2, 2, 2)
    bounds = bounds.intersected(QRect(0, 0, _PROBE.width(), _PROBE.height()))
    if bounds.isEmpty():
        return _WHOLE
    return QRectF(
        bounds.x() / _PROBE.width(),
        bounds.y() / _PROBE.height(),
        bounds.width() / _PROBE.width(),
        bounds.height() / _PROBE.height(),
    )
