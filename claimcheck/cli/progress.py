"""How far a long run is, for a person at a terminal; nobody else sees any of it."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

from claimcheck.protocols import SILENT, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_T = TypeVar("_T")
_PATIENCE = 2.0
"""Seconds without a word; shorter runs are over before a bar is of use."""
_MANY = 50
"""Items that will take long enough, so the bar comes at once."""


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """What to hand to the API: a bar on standard error where that is a terminal, silence elsewhere."""
    if quiet or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty():
        yield SILENT
        return
    told = _Told()
    try:
        yield told
    finally:
        told.close()


class _Told:
    """Keeps what there is to tell, and tells it once the run has proved long."""

    def __init__(self) -> None:
        self._stage, self._total, self._done = "", 0, 0
        self._bar: Bar | None = None
        self._timer = Timer(_PATIENCE, self._open)
        self._timer.daemon = True
        self._timer.start()

    def over(self, stage: str, items: Sequence[_T]) -> Iterable[_T]:
        self._tell(stage, len(items))
        if len(items) >= _MANY:
            self._open()
        for self._done, item in enumerate(items):
            self._show()
            yield item

    def at(self, stage: str) -> None:
        self._tell(stage, 0)

    def close(self) -> None:
        """Take the bar away."""
        self._timer.cancel()
        self._timer.join()
        if self._bar is not None:
            self._bar.stop()

    def _tell(self, stage: str, total: int) -> None:
        self._stage, self._total, self._done = stage, total, 0
        self._show(anew=True)

    def _open(self) -> None:
        if self._bar is not None:
            return
        from rich.console import Console
        from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        bar = Bar(*columns, console=Console(stderr=True), transient=True)
        bar.add_task("", total=None)
        self._bar = bar
        self._show(anew=True)
        bar.start()

    def _show(self, *, anew: bool = False) -> None:
        if self._bar is None:
            return
        (task,) = self._bar.task_ids
        if anew:
            self._bar.update(task, description=self._stage, total=self._total or None, completed=0)
        else:
            self._bar.update(task, completed=self._done)
