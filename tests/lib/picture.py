# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as files, made without a library.

    write_png(path, 40, 30, (200, 30, 30))
"""

import struct
import zlib


def chunk(kind, data):
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows, *more):
    """A PNG of 8 bits for each of red, green and blue, whose rows are packed already; `more` are chunks
    in front of them."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def write_png(path, width, height, colour, *more):
    """A picture of one colour; returns its path."""
    row = b"\x00" + bytes(colour) * width
    path.write_bytes(png(width, height, zlib.compress(row * height), *more))
    return path


def write_bomb(path):
    """A few bytes that would be 30,000 pixels each way; returns the path."""
    path.write_bytes(png(30000, 30000, zlib.compress(bytes(1000))))
    return path
