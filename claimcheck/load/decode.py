"""Bytes to text: UTF-8, with or without a byte order mark, or the place of the first byte that is not."""

import codecs

from claimcheck.errors import Fault, Place

_OTHERS = ("cp1252", "latin-1")
"""Tried in this order for the hint. Windows-1252 first: it is what old newsroom exports are; Latin-1 takes any byte."""

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(path: str, data: bytes) -> str | Fault:
    """The text of `data` without its byte order mark, line ends as they are."""
    if (encoding := _UTF_16.get(data[:2])) and not data.startswith(codecs.BOM_UTF32_LE):
        return Fault(Place(path, 1, 1), "the file is UTF-16; expected UTF-8", _remedy(encoding))
    body = data.removeprefix(codecs.BOM_UTF8)
    shift = len(data) - len(body)
    if (nul := body.find(b"\x00")) >= 0:
        what = f"NUL byte at byte {nul + shift}; expected text"
        return Fault(_place(path, body, nul), what, "this looks like a binary file, or UTF-16 without its mark")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte 0x{body[error.start]:02X} at byte {error.start + shift} is not UTF-8"
        return Fault(_place(path, body, error.start), what, _remedy(_fitting(body)))


def _fitting(data: bytes) -> str:
    for encoding in _OTHERS:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return _OTHERS[-1]


def _remedy(encoding: str) -> str:
    return f"it reads as {encoding}; save it as UTF-8, for example: iconv -f {encoding} -t utf-8 FILE > NEW"


def _place(path: str, data: bytes, offset: int) -> Place:
    line_start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    column = len(data[line_start:offset].decode("utf-8", "replace")) + 1
    before = data[:line_start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Place(path, before.count(b"\n") + 1, column)
