"""Line icons, drawn in the colour of the moment. Always beside a word, so screen readers pass over them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QStyle, QWidget

from secondread_desktop.ui import theme

_MOST_SIDE = 2048
_LEFT_TO_RIGHT, _MIDDLE = Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter
PATHS = {
    "disc": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="2.5"/><path d="M12 6a6 6 0 0 1 6 6"/>',
    "tick": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "folder": '<path d="M3 7.5a2 2 0 0 1 2-2h4l2 2.5h8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>',
    "archive": '<path d="M3.500 5h17v4h-17zM5 9v10.500h14V9M10 13h4"/>',
    "document": '<path d="M6 3.5h8l4.5 4.5v12.500H6zM14 3.500V8h4.500M9 12.500h6M9 16h6"/>',
    "help": (
        '<circle cx="12" cy="12" r="9"/><path d="M9.4 9.5a2.6 2.6 0 1 1 3.8 2.4c-.8.5-1.2.9-1.2 1.8M12 16.8v.1"/>'
    ),
    "phone": (
        '<path d="M6 3.5h3l1.6 4.4-2 1.6a12 12 0 0 0 5.9 5.9l1.6-2 4.4 1.6v3a2 2 0 0 1-2 2'
        'C10.5 20 4 13.5 4 5.5a2 2 0 0 1 2-2z"/>'
    ),
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6"/>',
    "down": '<path d="M5 9l7 7 7-7"/>',
    "right": '<path d="M9 5l7 7-7 7"/>',
    "left": '<path d="M15 5l-7 7 7 7"/>',
    "list": '<path d="M8 6h12M8 12h12M8 18h12M4 6v.1M4 12v.1M4 18v.1"/>',
    "eye": (
        '<path d="M2.5 12C5 7.5 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500'
        'S5 16.500 2.500 12z"/><circle cx="12" cy="12" r="2.800"/>'
    ),
    "warn": '<path d="M12 4l9 16H3zM12 10.5v4M12 17.2v.1"/>',
    "card": '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3 10h18M7 14.5h4"/>',
    "return": '<path d="M4.5 12A7.5 7.5 0 1 0 7 6.400M6.500 2.500v4.200h4.200"/>',
    "lock": '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "outside": (
        '<path d="M14 5h5v5M19 5l-8 8M18 14v4a1.500 1.500 0 0 1-1.500 1.500h-10A1.500 1.500 0 0 1 5 18V8'
        'a1.500 1.500 0 0 1 1.500-1.500H10"/>'
    ),
    "line": (
        '<path d="M3 9.500a13 13 0 0 1 18 0M6.500 13a8 8 0 0 1 11 0M9.800 16.400a3.500 3.500 0 0 1 4.400 0'
        'M12 19.500v.1"/>'
    ),
    "laptop": '<rect x="5" y="5" width="14" height="10" rx="1.5"/><path d="M3 19h18"/>',
    "pause": '<path d="M9 6v12M15 6v12"/>',
    "play": '<path d="M8 5.500l10 6.500-10 6.500z"/>',
    "film": (
        '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M7.500 5v14M16.500 5v14M3 9.700h4.500M3 14.300h4.500'
        'M16.500 9.700H21M16.500 14.300H21"/>'
    ),
    "copy": (
        '<rect x="9" y="9" width="11" height="11" rx="2"/>'
        '<path d="M5 15a2 2 0 0 1-1-1.700V5.500A1.500 1.500 0 0 1 5.500 4h7.800A2 2 0 0 1 15 5"/>'
    ),
    "save": '<path d="M12 4v11M7 10.500l5 5 5-5M4.500 20h15"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
}
_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="10" fill="{ground}"/>'
    '<path d="M20 6l2.3 10.200L30 19l-7.700 2.800L20 34l-2.300-12.200L10 19l7.700-2.800z" fill="#fff"/>'
    '<circle cx="29" cy="10.500" r="2.500" fill="#55bdb6"/></svg>'
)


def paint(painter: QPainter, name: str, *, area: QRectF, colour: str, stroke: float = 1.8) -> None:
    """Draw an icon into an area."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" '
        f'stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">{PATHS[name]}</svg>'
    )
    QSvgRenderer(QByteArray(svg.encode())).render(painter, area)


BUTTON_GAP = 4


def button_icon(name: str, *, colour: str, ratio: float, size: int = 20) -> QIcon:
    """Return an icon for a button on a screen of that pixel ratio, with the room that parts it from the words."""
    picture = QPixmap(QSize(round((size + BUTTON_GAP) * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, area=QRectF(0, 0, size * ratio, size * ratio), colour=colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Disabled)
    return icon


class Icon(QWidget):
    """An icon of its own, in a colour of `theme.Tokens`; `tile` puts it on a tinted square."""

    def __init__(self, name: str, *, colour: str = "ink", size: int = 24, tile: bool = False) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._size = size
        self._tile = tile
        side = 48 if tile else size
        self.setFixedSize(side, side)

    def change(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        if self._tile:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.brand_tint))
            painter.drawRoundedRect(self.rect(), 8, 8)
        edge = (self.width() - self._size) / 2
        area = QRectF(edge, edge, self._size, self._size)
        paint(painter, self._name, area=area, colour=getattr(colours, self._colour))


class Mark(QWidget):
    """The programme's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(40, 40)
        self._logo = QImage()

    def show_logo(self, png: bytes | None) -> None:
        """Show the programme's own logo; what is no picture of a sensible size leaves ours."""
        self._logo = _read_logo(png) if png else QImage()
        self.update()

    def has_logo(self) -> bool:
        """Tell whether the programme's own is shown."""
        return not self._logo.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw."""
        painter = QPainter(self)
        if self.has_logo():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            side = self._logo.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QStyle.alignedRect(_LEFT_TO_RIGHT, _MIDDLE, side, self.rect()), self._logo)
            return
        svg = _MARK.format(ground=theme.tokens().mark)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(self.rect()))


def _read_logo(png: bytes) -> QImage:
    """Read a picture that came over the network: its head is asked for its size before anything is unpacked."""
    buffer = QBuffer()
    buffer.setData(QByteArray(png))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size = reader.size()
    is_sensible = 0 < size.width() <= _MOST_SIDE and 0 < size.height() <= _MOST_SIDE
    return reader.read() if is_sensible else QImage()
