"""Colours, spacing and type as the mockups name them, and the style sheet made of them."""

from dataclasses import dataclass, fields, replace

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from secondread_desktop.ui.style_sheet import SHEET


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour. A programme sets `brand`, `brand_strong`, `brand_tint`, `ink` and `paper`; the rest is ours."""

    brand: str = "#0b6b69"
    brand_strong: str = "#084f4e"
    brand_tint: str = "#e4f1f0"
    ink: str = "#10263d"
    paper: str = "#f5f7f8"
    surface: str = "#ffffff"
    muted: str = "#4d6073"
    line: str = "#d9e0e6"
    line_strong: str = "#7b8b9a"
    on_brand: str = "#ffffff"
    ok: str = "#17663a"
    ok_bg: str = "#e7f4ec"
    ok_edge: str = "#9fcfb2"
    warn: str = "#7a4a00"
    warn_bg: str = "#fff5e0"
    warn_edge: str = "#e3b25a"
    bad: str = "#a3231b"
    bad_bg: str = "#fdeeec"
    bad_edge: str = "#e0a29d"
    note: str = "#1f4f7d"
    note_bg: str = "#eaf2f9"
    note_edge: str = "#a9c6e0"
    focus: str = "#1d5fd1"
    disabled: str = "#e3e8ec"
    disabled_ink: str = "#566778"
    mark: str = "#10263d"


LIGHT = Tokens()
DARK = Tokens(
    brand="#55bdb6", brand_strong="#a5e3de", brand_tint="#15393d", ink="#e8eef3", paper="#0e1821", surface="#15222d",
    muted="#a3b3c1", line="#2a3a48", line_strong="#73879a", on_brand="#06211f", ok="#8ed8ab", ok_bg="#12301f",
    ok_edge="#2c6544", warn="#f2c879", warn_bg="#33270e", warn_edge="#7a5e1f", bad="#ffa9a1", bad_bg="#3a1715",
    bad_edge="#87403b", note="#a6cdf0", note_bg="#14293c", note_edge="#325a80", focus="#8db8ff", disabled="#24323e",
    disabled_ink="#97a7b5", mark="#20405a",
)  # fmt: skip
FAMILIES = ["Segoe UI Variable Text", "Segoe UI", "Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans"]
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_PROGRAMME = ("brand", "brand_strong", "brand_tint", "ink", "paper")
_now: list[Tokens] = [LIGHT]


def tokens() -> Tokens:
    """Return the colours in force; painted widgets ask at each painting."""
    return _now[0]


def apply(app: QApplication, *, is_dark: bool, colours: dict[str, str]) -> None:
    """Put the programme's colours, the palette and the style sheet in force."""
    _now[0] = with_programme(DARK if is_dark else LIGHT, colours, is_dark=is_dark)
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(16)
    app.setFont(font)
    app.setPalette(_palette(tokens()))
    app.setStyleSheet(sheet_of(tokens()))


def with_programme(own: Tokens, colours: dict[str, str], *, is_dark: bool) -> Tokens:
    """Take a programme's colours over where people can still read; what it leaves out follows from its brand."""
    wanted = {name: text for name, text in colours.items() if name in _PROGRAMME and QColor.isValidColorName(text)}
    brand = wanted.get("brand")
    if brand is None:
        return own
    if is_dark:  # paper and ink stay ours: a programme names its colours for daylight
        light = readable(brand, on=own.surface)
        tint = _mixed(light, own.surface, 0.22)
        return replace(own, brand=light, brand_strong=readable(light, on=tint), brand_tint=tint, on_brand="#06131f")
    paper = wanted.get("paper", own.paper)
    tint = wanted.get("brand_tint", _mixed(brand, own.surface, 0.12))
    return replace(
        own,
        brand=readable(brand, on=own.surface),
        brand_strong=readable(wanted.get("brand_strong", brand), on=tint),
        brand_tint=tint,
        ink=readable(wanted.get("ink", own.ink), on=paper),
        paper=paper,
    )


def text_width(font: QFont, text: str) -> int:
    """Return how wide a text is."""
    return QFontMetrics(font).horizontalAdvance(text)


def contrast(left: str, right: str) -> float:
    """Return the contrast ratio (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(left), _luminance(right)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, *, on: str) -> str:
    """Return the colour, moved away from its ground until it can be read there."""
    towards = "#000000" if _luminance(on) > 0.4 else "#ffffff"
    for part in range(0, 101, 5):
        moved = _mixed(towards, colour, part / 100)
        if contrast(moved, on) >= _LEAST_CONTRAST:
            return moved
    return towards


def sheet_of(colours: Tokens) -> str:
    """Return the style sheet."""
    sheet = SHEET
    for field in fields(colours):
        sheet = sheet.replace(f"@{field.name};", f"{getattr(colours, field.name)};")
    return sheet


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.paper),
        (QPalette.ColorRole.WindowText, colours.ink),
        (QPalette.ColorRole.Base, colours.surface),
        (QPalette.ColorRole.Text, colours.ink),
        (QPalette.ColorRole.Button, colours.surface),
        (QPalette.ColorRole.ButtonText, colours.ink),
        (QPalette.ColorRole.Highlight, colours.brand),
        (QPalette.ColorRole.HighlightedText, colours.on_brand),
        (QPalette.ColorRole.PlaceholderText, colours.muted),
        (QPalette.ColorRole.Link, colours.brand_strong),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def _channels(colour: str) -> tuple[int, int, int]:
    parsed = QColor(colour)
    return parsed.red(), parsed.green(), parsed.blue()


def _mixed(colour: str, ground: str, part: float) -> str:
    mixed = [round(part * a + (1 - part) * b) for a, b in zip(_channels(colour), _channels(ground), strict=True)]
    return QColor(*mixed).name()


def _luminance(colour: str) -> float:
    channels = [value / 255 for value in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
