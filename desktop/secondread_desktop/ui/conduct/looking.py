"""Looking at images on Check: which roll, which place on it, how bright; and the small pictures around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from secondread_desktop.core.brightness import dragged
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.cine import Cine
from secondread_desktop.core.film_roll import Roll, Spot
from secondread_desktop.core.look import Look
from secondread_desktop.core.presets import names_of, offered, place_of
from secondread_desktop.ui.conduct.player import Player
from secondread_desktop.ui.conduct.previews import Previews
from secondread_desktop.ui.screens.check import CheckScreen
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.sentences import film as film_sentences
from secondread_desktop.ui.widgets.film import Caption
from secondread_desktop.ui.widgets.picture_image import film_image, image_of
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable, Window

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
        self._film, self._bar, self._strip = screen.look.film, screen.look.bar, screen.look.strip
        self._targets: Mapping[str, Target] = {}
        self._thumbs: dict[Look, list[str]] = {}
        self._target = _NOTHING
        self._is_open = False
        self._roll = Roll(())
        self._place = 0
        self._window: Window | None = None  # by hand
        self._shown: Window | None = None
        self._choices: tuple[Window, ...] = ()
        self._cine = Cine(1)
        self._is_bare = False
        self._warning = ""
        self._player = Player()
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._slow.timeout.connect(lambda: self._film.show_sentence(sentences.READING))
        previews.drawn.connect(self._draw)
        previews.refused.connect(self._refuse)
        self._connect_hands()

    def _connect_hands(self) -> None:
        self._film.paged.connect(lambda by: self.go_to(self._place + by))
        self._strip.stepped.connect(lambda by: self.go_to(self._place + by))
        self._strip.placed.connect(self.go_to)
        self._film.dragged.connect(self._drag)
        self._film.reset_wanted.connect(lambda: self._choose(0))
        for part in (self._film, self._strip):
            part.resized.connect(self._want)
        self._film.play_wanted.connect(self._play_or_pause)
        self._bar.play_pressed.connect(self._play_or_pause)
        self._bar.brightness_chosen.connect(self._choose)
        self._bar.marks_wanted.connect(self._show_marks)
        self._player.turned.connect(self._turn)
        self._player.changed.connect(self._bar.show_playing)

    def open(self, roots: Sequence[str], targets: Mapping[str, Target]) -> None:
        """Begin with another tree, whose rows show these."""
        self._is_open = True
        self._previews.open(roots)
        self._targets = targets
        self._thumbs = {}
        for key, target in targets.items():
            self._thumbs.setdefault(target.thumb, []).append(key)
        self._target, self._roll = _NOTHING, Roll(())
        self._rest()
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
            self._rest()
            self._strip.forget()
        self._target, self._warning = target, warning
        self._want()

    def go_to(self, place: int) -> None:
        """Go to a place of the roll."""
        self._player.stop()
        if self._roll.length:
            self._place = self._roll.clamped(place)
            self._want()

    def leave(self) -> None:
        """Draw no more, also not for a change of size that was under way."""
        self._is_open = False
        self._player.stop()
        self._slow.stop()
        self._previews.close()

    def _drag(self, right: float, down: float) -> None:
        window = self._window or self._shown
        if window is not None:
            self._window = dragged(window, right=right, down=down)
            self._want()

    def _choose(self, place: int) -> None:
        """Take a brightness of those that are offered; 0 is the file's own."""
        self._window = self._choices[place - 1] if 0 < place <= len(self._choices) else None
        self._bar.show_brightness(place)
        self._want()

    def _show_marks(self, are_wanted: bool) -> None:
        self._is_bare = not are_wanted
        self._want()

    def _play_or_pause(self) -> None:
        if self._player.is_playing:
            self._player.stop()
            self._want()  # what was left out meanwhile: the small pictures
        elif self._cine.frames > 1:
            self._player.play(self._cine, self._roll.spot(self._place).frame)

    def _turn(self, frame: int) -> None:
        """Show another frame of the same image."""
        self._place = self._roll.place(Spot(self._roll.spot(self._place).instance, frame))
        self._want()

    def _rest(self) -> None:
        """Offer nothing until an image is there."""
        self._player.stop()
        self._cine, self._choices = Cine(1), ()
        self._bar.offer(is_moving=False, names=(), has_marks=False)

    def _look(self, place: int, *, fit: int, window: Window | None = None) -> Look:
        spot = self._roll.spot(place)
        file = self._target.files[spot.instance]
        is_bare = self._is_bare and fit != SMALL
        return Look(
            file, frame=spot.frame, window=window, fit=fit, is_document=self._target.is_document, is_bare=is_bare
        )

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
        side = self._film.longest_side()
        near = [self._look(other, fit=side, window=self._window) for other in self._next_places()]
        if self._player.is_playing:
            self._previews.want([self._now(), *near, *self._around()])
            return
        self._slow.start()
        self._previews.want([self._now(), *near, *self._around(), *self._thumbs])

    def _next_places(self) -> Sequence[int]:
        """Return where one is likely to look next: the neighbours, or what the film brings."""
        if self._player.is_playing:
            instance = self._roll.spot(self._place).instance
            return [self._roll.place(Spot(instance, frame)) for frame in self._player.ahead()]
        places = [self._place + step for step in _AHEAD]
        return [place for place in places if 0 <= place < self._roll.length]

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
                self._show(picture)
        if look.fit == SMALL:
            self._show_small(look, image_of(picture))

    def _show_small(self, look: Look, image: QImage) -> None:
        place = self._around().get(look) if self._roll.length else None
        if place is not None:
            self._strip.show_image(place, image)
        for key in self._thumbs.get(look, ()):
            self._screen.exams.show_thumb(key, image)

    def _show(self, picture: Picture) -> None:
        self._slow.stop()
        self._player.note_drawn()
        self._shown = picture.window
        if self._window is None:
            self._choices = offered(picture)
        self._cine = Cine(picture.frame_count, picture.pace)
        self._film.show_image(image_of(picture), aspect=picture.aspect, is_grey=picture.window is not None)
        self._bar.offer(
            is_moving=picture.frame_count > 1 and not self._target.is_document,
            names=names_of(self._choices, unnamed=film_sentences.UNNAMED),
            has_marks=picture.overlays > 0,
        )
        self._bar.show_brightness(place_of(self._window, self._choices))
        self._bar.show_marks(not self._is_bare)

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

    def _refuse(self, look: Look, refusal: FrameUnshowable | None) -> None:
        is_film = refusal is not None and refusal.reason is Unshowable.VIDEO
        if is_film and look.fit == SMALL:
            self._show_small(look, film_image(SMALL))
        if not self._roll.length or look != self._now():
            return
        self._slow.stop()
        self._shown = None
        if not self._player.is_playing:
            self._rest()
        self._player.note_drawn()  # a damaged frame stops no film
        self._film.show_sentence(self._said_of(refusal), icon="film" if is_film else "")

    def _said_of(self, refusal: FrameUnshowable | None) -> str:
        if refusal is None:
            return sentences.OFF_DISC
        if refusal.reason is Unshowable.VIDEO and refusal.seconds is not None:
            return film_sentences.film_of(refusal.seconds)
        said = sentences.UNSHOWABLE
        return (said | sentences.DOCUMENT_UNSHOWABLE if self._target.is_document else said)[refusal.reason]
