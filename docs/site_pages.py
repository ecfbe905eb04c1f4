"""What the site shows beside docs/: mkdocs calls the functions whose names begin with on_.

The README, the architecture and the evaluation's pages lie where their readers look for them, outside docs/. Here they
become pages of the site, and so do the files that pages link to; links between all of these are led to the right place.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "evaluation/README.md": "evaluation/index.md",
    "evaluation/mutations/README.md": "evaluation/mutations.md",
    "benchmarks/README.md": "speed.md",
}
"""Pages outside docs/, by their path in the repository: what the site calls them."""
_LINK = re.compile(r"(?P<head>\]\()(?P<target>[^)#\s]+)(?P<anchor>#[^)\s]*)?(?=\))")
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^# (?P<title>.+)$", re.MULTILINE)
_LANGUAGES = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".py": "python", ".toml": "toml", ".css": "css"}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Folders of the navigation become their pages, and pages that it does not name join the guides."""
    docs = Path(config.docs_dir)
    config.nav = [_unfolded(entry, docs) for entry in config.nav or []]
    named = set(_named(config.nav))
    left = [page.name for page in sorted(docs.glob("*.md")) if page.name not in named]
    for section in config.nav:
        if "Guides" in section:
            section["Guides"] += left
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages from outside docs/, an index of the decisions, and every file that a page links to."""
    for path, uri in OUTSIDE.items():
        files.append(File.generated(config, uri, abs_src_path=str(ROOT / path)))
    files.append(File.generated(config, "decisions/index.md", content=_decisions(Path(config.docs_dir) / "decisions")))
    for path in sorted(_linked_sources(files)):
        uri, content = _source_uri(path), _source_page(path)
        files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Links as the repository has them become links of the site; what stands in code blocks stays."""
    home = _home(page.file)
    if home is None:
        return markdown
    if page.is_homepage:
        page.meta["hide"] = ["navigation"]  # it would hold the home page alone
    parts, at = [], 0
    for fence in _FENCE.finditer(markdown):
        parts += [_led(markdown[at : fence.start()], home, page.file.src_uri), fence.group()]
        at = fence.end()
    return "".join([*parts, _led(markdown[at:], home, page.file.src_uri)])


def _unfolded(entry: object, docs: Path) -> object:
    """A navigation entry with every `folder/` in it replaced by that folder's pages, the index first."""
    if isinstance(entry, list):
        return [_unfolded(item, docs) for item in entry]
    if isinstance(entry, dict):
        return {name: _unfolded(value, docs) for name, value in entry.items()}
    if not (isinstance(entry, str) and entry.endswith("/")):
        return entry
    pages = sorted(page.name for page in (docs / entry).glob("*.md") if page.name != "index.md")
    return [f"{entry}index.md", *(entry + name for name in pages)]


def _named(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for item in entry.values() if isinstance(entry, dict) else entry:
            yield from _named(item)


def _home(file: File) -> str | None:
    """The page's path in the repository; None for a page that only the site has."""
    if file.abs_src_path is None:
        return None
    return Path(file.abs_src_path).resolve().relative_to(ROOT).as_posix()


def _targets(text: str, home: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every relative link of a page, and the path in the repository that it leads to."""
    for found in _LINK.finditer(text):
        if ":" not in found["target"]:
            yield found, posixpath.normpath(posixpath.join(posixpath.dirname(home), found["target"]))


def _led(text: str, home: str, uri: str) -> str:
    pieces, at = [], 0
    for found, path in _targets(text, home):
        link = posixpath.relpath(_site_uri(path), posixpath.dirname(uri) or ".")
        pieces += [text[at : found.start()], found["head"], link, found["anchor"] or ""]
        at = found.end()
    return "".join([*pieces, text[at:]])


def _site_uri(path: str) -> str:
    """Where the site has a file or folder of the repository."""
    if (ROOT / path).is_dir():
        path = f"{path}/README.md" if (ROOT / path / "README.md").exists() else f"{path}/index.md"
    if path in OUTSIDE:
        return OUTSIDE[path]
    own = path.startswith("docs/") and not path.startswith("docs/examples/") and not path.endswith(".py")
    return path.removeprefix("docs/") if own else _source_uri(path)


def _linked_sources(files: Files) -> set[str]:
    """The files of the repository outside the site's pages that some page links to."""
    found: set[str] = set()
    for page in files.documentation_pages():
        home = _home(page)
        if home is not None:
            text = _FENCE.sub("", page.content_string)
            found |= {path for _, path in _targets(text, home) if _site_uri(path) == _source_uri(path)}
    return {path for path in found if (ROOT / path).is_file()}


def _source_uri(path: str) -> str:
    return f"source/{path}.md"


def _source_page(path: str) -> str:
    text = (ROOT / path).read_text("utf-8")
    language = _LANGUAGES.get(Path(path).suffix, "text")
    return f"---\nsearch: {{exclude: true}}\n---\n# {path}\n\n````{language}\n{text.rstrip()}\n````\n"


def _decisions(folder: Path) -> str:
    pages = sorted(folder.glob("[0-9]*.md"))
    titles = ((page, _TITLE.search(page.read_text("utf-8"))) for page in pages)
    rows = (f"- [{title['title'] if title else page.stem}]({page.name})" for page, title in titles)
    return "# Decisions\n\nWhy things are as they are, one page each.\n\n" + "\n".join(rows) + "\n"
