"""What files are, by their content."""

from enum import StrEnum


class Sort(StrEnum):
    """What a file is by its content."""

    INSTANCE = "instance"
    INDEX = "index"  # a DICOMDIR
    DOCUMENT = "document"  # a report: PDF, Word, OpenDocument, RTF
    PICTURE = "picture"  # JPEG or PNG
    OTHER_PICTURE = "other_picture"  # GIF, BMP, TIFF, WebP: seen, never sent
    VIDEO = "video"
    PROGRAM = "program"  # a program, a part of one, or a web page: what a viewer is made of
    PACKED = "packed"  # an archive that nobody here unpacks
    LOCKED = "locked"  # encrypted, by its own word
    SEALED = "sealed"  # large, of no known kind, and random to look at: perhaps encrypted
    ARCHIVE = "archive"  # a ZIP file or a disc image
    OTHER = "other"
