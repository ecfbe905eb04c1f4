"""The documentation builds as a site without a warning, leads nowhere wrong, and fetches nothing."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    find_spec("material") is None, reason="the extra docs (mkdocs-material) is not installed"
)

_FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}
"""Elements that a browser fetches something for by itself, and the attribute that says what."""
_STRAY = re.compile(r"<p>[^<]*(?:<(?!/p)[^<]*)*?\n(?:[-*|] |\d+\. )")


@dataclass
class Built(HTMLParser):
    """One page: its anchors, its links, what it fetches, and its paragraphs."""

    path: Path
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.text = self.path.read_text("utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in _FETCHED and _FETCHED[tag] in given and given.get("rel") not in ("prev", "next", "canonical"):
            self.fetched.append(given[_FETCHED[tag]])

    def wrong(self) -> Iterator[str]:
        """The links that lead nowhere inside the site."""
        for link in self.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (self.path.parent / unquote(parts.path)).resolve() if parts.path else self.path
            target = target / "index.html" if target.is_dir() else target
            if not target.exists():
                yield f"{link}: no such page"
            elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in built(target).anchors:
                yield f"{link}: no such heading"


@cache
def built(path: Path) -> Built:
    return Built(path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; the build must be silent."""
    folder = tmp_path_factory.mktemp("site").resolve()
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(folder),
    ]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (0, "", "")
    return folder


def pages(site: Path) -> list[Built]:
    """All but the one that a server shows in place of a missing page: its links are from the top of a host."""
    return [built(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


def test_every_page_is_built(site: Path) -> None:
    """That each is in the navigation too, the build itself holds (`omitted_files`)."""
    made = {path.relative_to(site).with_suffix(".md").as_posix() for path in site.rglob("*.html")}
    sources = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert {page for page in sources if not page.startswith("examples/")} - made == set()
    assert {"index.md", "architecture.md", "changelog.md", "evaluation/index.md", "decisions/index.md"} <= made


def test_every_link_leads_somewhere(site: Path) -> None:
    wrong = [f"{page.path.relative_to(site)}: {link}" for page in pages(site) for link in page.wrong()]
    assert wrong == []


def test_the_reader_fetches_nothing_from_elsewhere(site: Path) -> None:
    fetched = {url for page in pages(site) for url in page.fetched}
    assert [url for url in sorted(fetched) if urlsplit(url).netloc] == []
    styles = "".join(path.read_text("utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"']*", styles) == []


def test_lists_and_tables_are_read_as_such(site: Path) -> None:
    """Code hosts read a list right under a line of text, and a nested one by two blanks; Python's markdown does not."""
    assert [page.path.relative_to(site).as_posix() for page in pages(site) if _STRAY.search(page.text)] == []


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("<p>These:\n- one\n- two</p>", True),
        ("<p>See <code>a</code>:\n1. one</p>", True),
        ("<p>Two lines\nof text - no list</p><ul>\n- </ul>", False),
    ],
)
def test_a_list_that_is_none_is_seen(text: str, *, stray: bool) -> None:
    assert bool(_STRAY.search(text)) is stray


def test_files_that_pages_link_to_are_shown(site: Path) -> None:
    assert "operations" in (site / "source" / "rules.yaml.html").read_text("utf-8")
    assert 'href="source/rules.yaml.html"' in (site / "rules.html").read_text("utf-8")
