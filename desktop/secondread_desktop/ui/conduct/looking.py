"""Looking at images on Check: which roll, which place on it, how bright; and the small pictures around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer

from secondread_desktop.core.brightness import dragged
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.film_roll import Roll
from secondread_desktop.core.look import Look
from secondread_desktop.ui.conduct.previews import Previews
from secondread_desktop.ui.screens.check import CheckScreen
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.film import Caption
from secondread_desktop.ui.widgets.picture_image import image_of
from secondread_shared.frames.picture import Picture, Unshowable, Window

SMALL = 112  # pixels: twice the strip's pictures, for screens that are dense
_PATIENCE_MS = 300
_AHEAD = (1, -1, 2)


@dataclass(frozen=True, slots=True)
class Target:
    """What a row of the tree shows: the files of a set in their order, or a document."""

    title: str
    files: tuple[FoundFile, ...] = field(repr=False)
    is_document: bool = False

    @property
    def thumb(self) -> Look:
        """The picture that stands for all: the middle one shows most."""
        return Look(self.files[len(self.files) // 2], fit=SMALL, is_document=self.is_document)


_NOTHING = Target("", ())


class Looking(QObject):
    """Conducts the right side of the screen, and the small pictures of the left."""

    def __init__(self, screen: CheckScreen, previews: Previews) -> None:
        super().__init__()
        self._screen, self._previews = screen, previews
        self._film, self._strip = screen.look.film, screen.look.strip
        self._targets: Mapping[str, Target] = {}
        self._thumbs: dict[Look, list[str]] = {}
        self._target = _NOTHING
        self._is_open = False
        self._roll = Roll(())
        self._place = 0
        self._window: Window | None = None  # by hand
        self._shown: Window | None = None
        self._warning = ""
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._slow.timeout.connect(lambda: self._film.show_sentence(sentences.READING))
        previews.drawn.connect(self._draw)
        previews.refused.connect(self._refuse)
        self._film.paged.connect(lambda by: self.go_to(self._place + by))
        self._strip.stepped.connect(lambda by: self.go_to(self._place + by))
        self._strip.placed.connect(self.go_to)
        self._film.dragged.connect(self._drag)
        self._film.reset_wanted.connect(self._reset)
        for part in (self._film, self._strip):
            part.resized.connect(self._want)

    def open(self, roots: Sequence[str], targets: Mapping[str, Target]) -> None:
        """Begin with another tree, whose rows show these."""
        self._is_open = True
        self._previews.open(roots)
        self._targets = targets
        self._thumbs = {}
        for key, target in targets.items():
            self._thumbs.setdefault(target.thumb, []).append(key)
        self._target, self._roll = _NOTHING, Roll(())
        self._film.show_caption(Caption())
        self._film.show_sentence(sentences.NOTHING_CHOSEN)

    def look_at(self, key: str, *, warning: str) -> None:
        """Show the row's images, from their middle; `warning` says whose they are where that is in doubt."""
        target = self._targets.get(key)
        if target is None:
            return
        if target is self._target and warning == self._warning:
            return
        if target is not self._target:
            self._roll = Roll((1,) * len(target.files))
            self._place = 0 if target.is_document else self._roll.length // 2
            self._window = self._shown = None
            self._strip.forget()
        self._target, self._warning = target, warning
        self._want()

    def go_to(self, place: int) -> None:
        """Go to a place of the roll."""
        if self._roll.length:
            self._place = self._roll.clamped(place)
            self._want()

    def leave(self) -> None:
        """Draw no more, also not for a change of size that was under way."""
        self._is_open = False
        self._slow.stop()
        self._previews.close()

    def _drag(self, right: float, down: float) -> None:
        window = self._window or self._shown
        if window is not None:
            self._window = dragged(window, right=right, down=down)
            self._want()

    def _reset(self) -> None:
        self._window = None
        self._want()

    def _look(self, place: int, *, fit: int, window: Window | None = None) -> Look:
        spot = self._roll.spot(place)
        file = self._target.files[spot.instance]
        return Look(file, frame=spot.frame, window=window, fit=fit, is_document=self._target.is_document)

    def _now(self) -> Look:
        return self._look(self._place, fit=self._film.longest_side(), window=self._window)

    def _around(self) -> dict[Look, int]:
        places = self._roll.around(self._place, self._strip.room())
        nearest = sorted(places, key=lambda place: abs(place - self._place))
        return {self._look(place, fit=SMALL): place for place in nearest}

    def _want(self) -> None:
        """Say where one is, and ask for the picture, its neighbours, the strip and the tree, in that order."""
        if not self._is_open:
            return
        if not self._roll.length:
            self._previews.want(self._thumbs)
            return
        self._caption()
        length, place = self._roll.length, self._place
        self._strip.show_places(self._roll.around(place, self._strip.room()), now=place, length=length)
        self._slow.start()
        side = self._film.longest_side()
        ahead = [place + step for step in _AHEAD if 0 <= place + step < length]
        near = [self._look(other, fit=side, window=self._window) for other in ahead]
        self._previews.want([self._now(), *near, *self._around(), *self._thumbs])

    def _caption(self) -> None:
        spot = self._roll.spot(self._place)
        instances, frames = len(self._target.files), self._roll.frames[spot.instance]
        if self._target.is_document:
            place = sentences.place_of_page(spot.frame + 1, frames)
        elif frames > 1:
            place = sentences.place_of_frame(spot.frame + 1, frames)
            place = f"{sentences.place_of_image(spot.instance + 1, instances)}\n{place}" if instances > 1 else place
        else:
            place = sentences.place_of_image(spot.instance + 1, instances)
        self._film.show_caption(Caption(self._target.title, place, self._warning))

    def _draw(self, look: Look, picture: Picture) -> None:
        if self._roll.length:
            self._learn(look, picture.frame_count)
            if look == self._now():
                self._slow.stop()
                self._shown = picture.window
                is_grey = picture.window is not None
                self._film.show_image(image_of(picture), aspect=picture.aspect, is_grey=is_grey)
            place = self._around().get(look)
            if place is not None:
                self._strip.show_image(place, image_of(picture))
        for key in self._thumbs.get(look, ()):
            self._screen.exams.show_thumb(key, image_of(picture))

    def _learn(self, look: Look, count: int) -> None:
        """Make room on the roll for the frames of an instance that turned out to have several."""
        if look.file not in self._target.files:
            return
        instance = self._target.files.index(look.file)
        if self._roll.frames[instance] != count:
            spot = self._roll.spot(self._place)
            self._roll = self._roll.learnt(instance, count)
            self._place = self._roll.place(spot)
            QTimer.singleShot(0, self, self._want)

    def _refuse(self, look: Look, reason: Unshowable | None) -> None:
        if not self._roll.length or look != self._now():
            return
        self._slow.stop()
        self._shown = None
        said = sentences.UNSHOWABLE
        if self._target.is_document:
            said = said | sentences.DOCUMENT_UNSHOWABLE
        self._film.show_sentence(sentences.OFF_DISC if reason is None else said[reason])
