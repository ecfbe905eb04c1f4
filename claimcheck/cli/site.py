"""Where a run takes place: the repository that a CI job has checked out, and the job's summary on GitHub."""

import os
from dataclasses import dataclass

from claimcheck.protocols import Site


@dataclass(frozen=True, slots=True)
class Summary:
    """The file that a job of GitHub's shows as its summary, and the bytes that are in it."""

    path: str
    size: int


def site(output: str | None) -> Site:
    """The site of a document in the file `output` (None: standard output).

    In a job of GitHub's or GitLab's links lead to the commit on the code host. Elsewhere they are relative to the
    document's folder.
    """
    here = _slashes(os.getcwd())
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return _hosted("GITHUB_WORKSPACE", here, ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"), "blob", "GITHUB_SHA")
    if os.environ.get("GITLAB_CI"):
        return _hosted("CI_PROJECT_DIR", here, ("CI_PROJECT_URL",), "-/blob", "CI_COMMIT_SHA")
    return Site(here=here, links=_way(output))


def job_summary() -> Summary | None:
    """The summary of the job of GitHub's that this is a step of; None outside of one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return None
    return Summary(path, os.path.getsize(path) if os.path.exists(path) else 0)


def _hosted(root: str, here: str, address: tuple[str, ...], view: str, commit: str) -> Site:
    parts = [os.environ.get(name, "") for name in address]
    sha = os.environ.get(commit, "")
    links = f"{'/'.join(parts)}/{view}/{sha}/" if all(parts) and sha else ""
    folder = os.environ.get(root, "")
    return Site(root=_slashes(os.path.realpath(folder)) if folder else "", here=here, links=links)


def _way(output: str | None) -> str:
    """From the folder of the file `output` to the working folder."""
    folder = os.path.dirname(output) if output else ""
    if not folder or not os.path.isdir(folder):
        return ""
    try:
        way = _slashes(os.path.relpath(os.getcwd(), folder))
    except ValueError:  # another drive
        return ""
    return "" if way == "." else f"{way}/"


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
