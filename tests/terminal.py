"""A real terminal around a command, for what it shows to a person alone."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def on_a_terminal(*args: str, folder: Path, keys: str = "", **environment: str) -> tuple[int, str]:
    """Exit code, and all that stood on the terminal, of `claimcheck` with these arguments; `keys` are typed at once."""
    main, own = pty.openpty()
    quiet = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "PAGER", "LESS")
    }
    done = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", *args],
        cwd=folder,
        env={**quiet, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", "LINES": "24", **environment},
        stdin=own,
        stdout=own,
        stderr=own,
        start_new_session=True,
    )
    os.close(own)
    os.write(main, keys.encode())
    shown = b"".join(iter(lambda: _read(main), b""))
    os.close(main)
    return done.wait(), shown.decode("utf-8", "replace").replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux's way of saying that nobody holds the other end any more
        return b""
