"""What `claimcheck init` writes: the files in claimcheck/data/starter, with this project's names put in."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from claimcheck import __version__

CI = {
    "github": (".github/workflows/claimcheck.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml"),
    "pre-commit": (".pre-commit-config.yaml", "pre-commit-config.yaml"),
}
"""For each kind of CI where its file goes, and the starter that it is made from."""

_TRACES = {
    "github": (".github",),
    "gitlab": (".gitlab-ci.yml", ".gitlab"),
    "pre-commit": (".pre-commit-config.yaml",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a project is set up with. `ci` is a key of CI or "none"."""

    articles: str
    ci: str
    sample: bool


def likely_ci(folder: str) -> str:
    """The kind of CI that the folder shows traces of, else "none"."""
    seen = (kind for kind, names in _TRACES.items() if any(os.path.exists(os.path.join(folder, n)) for n in names))
    return next(seen, "none")


def planned(wishes: Wishes) -> Mapping[str, str]:
    """Path below the project's folder, and text, of every file that the wishes ask for."""
    plan = {"rules.yaml": _starter("rules.yaml"), "rules.schema.json": _schema()}
    if wishes.sample:
        for name in ("agency.md", "draft.md"):
            plan[f"{wishes.articles}/sample/{name}"] = _starter(name)
    if wishes.ci in CI:
        path, name = CI[wishes.ci]
        plan[path] = job(wishes.ci, wishes.articles)
    return plan


def job(ci: str, articles: str) -> str:
    """The file for this kind of CI."""
    return _starter(CI[ci][1]).replace("@articles@", articles).replace("@version@", __version__)


def _starter(name: str) -> str:
    return (files("claimcheck") / "data" / "starter" / name).read_text("utf-8")


def _schema() -> str:
    from claimcheck.config.schema import json_schema, root
    from claimcheck.config.tables import check_codes
    from claimcheck.config.vocabulary import pack_names
    from claimcheck.report.jsontext import dumps

    return dumps(json_schema(root(pack_names(), check_codes()))) + "\n"
