"""Edits of one article's text, and where old places stand afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace what stands between the offsets (of the unchanged text) by `text`; equal offsets insert."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made. Raises ValueError where two overlap."""
    pieces, at = [], 0
    for edit in sorted(edits):
        if edit.start < at or edit.end < edit.start:
            raise ValueError(f"edits overlap at {edit.start}")
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def moved(start: int, end: int, edits: Iterable[Edit]) -> tuple[int, int]:
    """The offsets after the edits, wide enough to hold those that lie inside or touch."""
    new_start, new_end = start, end
    for edit in edits:
        grown = len(edit.text) - (edit.end - edit.start)
        if edit.end <= start and edit.start < start:
            new_start += grown
        if edit.start <= end:
            new_end += grown
        if edit.start <= start < edit.end:
            new_start += edit.start - start
    return new_start, new_end


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters taken over unchanged: `length` of them, from `old` in the old article to `new`."""

    old: int
    new: int
    length: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where each place of a changed article came from: article `doc` before the change, piece by piece."""

    doc: str
    pieces: tuple[Piece, ...]

    def of(self, place: int) -> int:
        """The old offset; for words that were put in, that of the words they replaced."""
        last = Piece(0, 0, 0)
        for piece in self.pieces:
            if piece.new <= place < piece.new + piece.length:
                return piece.old + place - piece.new
            if piece.new <= place:
                last = piece
        return last.old + last.length


def origin(doc: str, length: int, edits: Sequence[Edit]) -> Origin:
    """Where the places of the edited article `doc`, of `length` before, came from."""
    pieces, at, shift = [], 0, 0
    for edit in sorted(edits):
        pieces.append(Piece(at, at + shift, edit.start - at))
        shift += len(edit.text) - (edit.end - edit.start)
        at = edit.end
    pieces.append(Piece(at, at + shift, length - at))
    return Origin(doc, tuple(pieces))
