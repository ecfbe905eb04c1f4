"""Which files changed against a git revision: asked of git, answered as paths that can be compared."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence

from claimcheck.errors import ClaimcheckError

_OPTION = "--changed-since"
_OUTSIDE = "run it inside the repository of the articles, or leave the option out"
_UNKNOWN = "check the spelling; in CI fetch the whole history (actions/checkout: fetch-depth: 0, GitLab: GIT_DEPTH: 0)"


def changed_files(ref: str) -> frozenset[str]:
    """Real paths of the files that differ from where the working tree and `ref` parted: committed, staged, edited, new
    and renamed ones. Raises ClaimcheckError when git cannot say.
    """
    top = os.fsdecode(_git(("rev-parse", "--show-toplevel"), _outside)).rstrip("\r\n")
    base = _base(ref)
    differing = _git(("diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", base), _outside, top)
    new = _git(("ls-files", "--others", "--exclude-standard", "-z"), _outside, top)
    return frozenset(os.path.realpath(os.path.join(top, name)) for name in (*_names(differing), *_names(new)))


def _git(args: Sequence[str], failed: Callable[[str], ClaimcheckError], folder: str = ".") -> bytes:
    """What git prints; when it fails, the fault that `failed` makes of its last words."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", folder, *args]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603  # no shell
    except OSError as error:
        raise ClaimcheckError(None, f"{_OPTION}: cannot run git: {error.strerror or error}", "install git") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise failed(said[-1].removeprefix("fatal: ") if said else "")
    return done.stdout


def _base(ref: str) -> str:
    def unknown(_: str) -> ClaimcheckError:
        return ClaimcheckError(None, f'{_OPTION}: git knows no revision "{ref}"', _UNKNOWN)

    def unrelated(_: str) -> ClaimcheckError:
        return ClaimcheckError(None, f'{_OPTION}: "{ref}" and what is checked out have no common commit', _UNKNOWN)

    commit = _git(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"), unknown)
    base = _git(("merge-base", os.fsdecode(commit).strip(), "HEAD"), unrelated)
    return os.fsdecode(base).strip()


def _outside(said: str) -> ClaimcheckError:
    return ClaimcheckError(None, f"{_OPTION}: git cannot tell what changed: {said or 'it gives no reason'}", _OUTSIDE)


def _names(listed: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in listed.split(b"\0") if name)
