"""The documentation fits the project: links lead somewhere, named files exist, every command and word is told of."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claimcheck.checks.registry import all_checks
from claimcheck.cli.main import cli
from claimcheck.model.finding import Severity, Verdict

ROOT = Path(__file__).parents[1]
FOLDERS = ("", "docs", "docs/checks", "docs/decisions", "evaluation", "evaluation/mutations", "benchmarks")
PAGES = tuple(page for folder in FOLDERS for page in sorted((ROOT / folder).glob("*.md")))
GUIDES = tuple(
    ROOT / name
    for name in (
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/glossary.md",
        *(f"docs/decisions/{page.name}" for page in sorted((ROOT / "docs" / "decisions").glob("*.md"))),
    )
)
"""Pages that name files of this repository by their whole path."""

_WORDS = """
    span surface quantity interval qualifier mention claim metric operation period scope source article group rules
    check comparison verdict finding severity confidence suppression baseline figure origin story facet status aspect
    attribution claimant cluster side suspect cause fingerprint gate skipped counterpart
    tie trail copy
"""
WORDS = frozenset(_WORDS.split())
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`(?P<path>[\w.-]+/[\w./-]*)`")
_HEADING = re.compile(r"^#+ +(?P<title>.+?) *$", re.MULTILINE)
_ENTRY = re.compile(r"^- \*\*(?P<word>[^*]+)\*\*: ", re.MULTILINE)
_PLACEHOLDER = re.compile(r"[A-Z]{2,}|ccNNN")


def prose(page: Path) -> str:
    return _FENCE.sub("", page.read_text("utf-8"))


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> frozenset[str]:
    """Headings as GitHub makes anchors of them."""
    titles = (found["title"].lower() for found in _HEADING.finditer(prose(page)))
    return frozenset(re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles)


def broken(page: Path) -> Iterator[str]:
    for found in _LINK.finditer(prose(page)):
        target, _, anchor = found["target"].partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        path = (page.parent / target).resolve() if target else page
        if not path.exists():
            yield f"{found['target']}: no such file"
        elif anchor and anchor not in anchors(path):
            yield f"{found['target']}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    assert list(broken(page)) == []


@pytest.mark.parametrize("page", GUIDES, ids=name_of)
def test_named_files_exist(page: Path) -> None:
    named = {found["path"] for found in _CODE.finditer(prose(page))}
    assert [path for path in sorted(named) if not _PLACEHOLDER.search(path) and not (ROOT / path).exists()] == []


def commands() -> Iterator[str]:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if isinstance(command, click.Group):
            yield from (f"{name} {sub}" for sub in command.commands)
        else:
            yield name


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_is_told_of(name: str) -> None:
    text = " ".join(" ".join(page.read_text("utf-8").split()) for page in PAGES if page.name != "CHANGELOG.md")
    assert f"claimcheck {name}" in text


def test_the_changelog_names_every_check() -> None:
    """By its words: codes stand there as ranges."""
    text = " ".join((ROOT / "CHANGELOG.md").read_text("utf-8").split()).lower()
    words = {"conversion mismatch": "conversion", "sum mismatch": "total", "qualifier lost": "lost qualifier"}
    words["change mismatch"] = "a change that does not follow"
    names = [words.get(check.info.name, check.info.name) for check in all_checks()]
    assert [name for name in names if name not in text] == []


def entries() -> list[str]:
    return [found["word"] for found in _ENTRY.finditer((ROOT / "docs" / "glossary.md").read_text("utf-8"))]


def test_the_glossary_has_every_word_once() -> None:
    found = entries()
    assert sorted(WORDS - set(found)) == []
    assert sorted({word for word in found if found.count(word) > 1}) == []


@pytest.mark.parametrize("term", [*Verdict, *Severity])
def test_the_glossary_tells_of_every_verdict_and_severity(term: Verdict | Severity) -> None:
    text = " ".join((ROOT / "docs" / "glossary.md").read_text("utf-8").split())
    assert f"*{term.value}*" in text


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(page.name.split("-")[0]) for page in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_links_test_sees_what_it_should(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "# One thing\n[a](#one-thing) [b](#two) [c](no.md) [d](https://x.org)\n```\n[e](no.md)\n```\n", "utf-8"
    )
    assert list(broken(page)) == ["#two: no such heading", "no.md: no such file"]
