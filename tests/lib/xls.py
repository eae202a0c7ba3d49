# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small XLS workbooks (BIFF8), as old programs do.

    path.write_bytes(xls.workbook({"Orders": [["订单编号", "金额"], ["12", 3.5]]}))

Cells are texts, numbers, or a datetime. No library in Debian writes this form
any more, and what reads it must be tried where no samples are too.
"""

import datetime
import struct

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4096  # a shorter stream would belong into sectors of another size
DATE_FORMAT = 164
GENERAL, DATE = 0, 1  # places of the two cell formats
EPOCH = datetime.datetime(1899, 12, 30)


def _record(kind, *parts):
    body = b"".join(parts)
    return struct.pack("<HH", kind, len(body)) + body


def _text(text, length):
    """A text with its length before it, packed as `length` says."""
    coded = text.encode("utf-16-le")
    return struct.pack(length, len(coded) // 2) + b"\x01" + coded


def _begin(kind):
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _cell(row, column, value, texts):
    place = struct.pack("<HH", row, column)
    if isinstance(value, str):
        number = texts.setdefault(value, len(texts))
        return _record(0x00FD, place, struct.pack("<HI", GENERAL, number))
    if isinstance(value, datetime.datetime):
        return _record(0x0203, place, struct.pack("<Hd", DATE, (value - EPOCH) / datetime.timedelta(days=1)))
    return _record(0x0203, place, struct.pack("<Hd", GENERAL, value))


def _sheet(rows, texts):
    cells = [_cell(y, x, value, texts) for y, row in enumerate(rows) for x, value in enumerate(row) if value is not None]
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows), default=0), 0)
    return _begin(0x0010) + _record(0x0200, size) + b"".join(cells) + _record(0x000A)


def _globals(names, starts, texts):
    formats = [struct.pack("<HHHBBBBIIH", 0, number, 0, 0x20, 0, 0, 0, 0, 0, 0x20C0) for number in (0, DATE_FORMAT)]
    return b"".join([
        _begin(0x0005),
        _record(0x0042, struct.pack("<H", 1200)),
        _record(0x0022, struct.pack("<H", 0)),
        _record(0x041E, struct.pack("<H", DATE_FORMAT), _text("yyyy-mm-dd hh:mm:ss", "<H")),
        *(_record(0x00E0, one) for one in formats),
        *(_record(0x0085, struct.pack("<IH", start, 0), _text(name, "<B")) for name, start in zip(names, starts)),
        _record(0x00FC, struct.pack("<II", len(texts), len(texts)), *(_text(text, "<H") for text in texts)),
        _record(0x000A),
    ])


def _entry(name, kind, child, start, size):
    coded = name.encode("utf-16-le") + b"\0\0"
    return (coded.ljust(64, b"\0") + struct.pack("<HBBIII", len(coded), kind, 1, FREE, FREE, child)
            + bytes(36) + struct.pack("<IQ", start, size))


def _container(stream):
    """The stream “Workbook” in an OLE file: a table of sectors, a directory, the stream."""
    stream = stream.ljust(SMALLEST, b"\0")
    n_sectors = -(-len(stream) // SECTOR)
    chain = [TABLE, END, *range(3, n_sectors + 2), END]
    head = (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
            + struct.pack("<IIIIIIII", 1, 1, 0, SMALLEST, END, 0, END, 0) + struct.pack("<I", 0))
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, 2, len(stream))
    table = struct.pack(f"<{len(chain)}I", *chain)
    return (head.ljust(SECTOR, b"\xff") + table.ljust(SECTOR, b"\xff") + directory.ljust(SECTOR, b"\0")
            + stream.ljust(n_sectors * SECTOR, b"\0"))


def workbook(sheets):
    """The bytes of a workbook; `sheets`: name -> rows of cells, None for an empty one."""
    texts = {}
    bodies = [_sheet(rows, texts) for rows in sheets.values()]
    starts = [0] * len(bodies)
    place = len(_globals(sheets, starts, texts))
    for number, body in enumerate(bodies):
        starts[number] = place
        place += len(body)
    return _container(_globals(sheets, starts, texts) + b"".join(bodies))
