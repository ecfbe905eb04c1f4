"""The `pycon` examples of the documentation do what they show, run in the repository's top folder, page by page."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```pycon\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: Path) -> list[doctest.Example]:
    """The page's examples, each with its line in the page."""
    text = page.read_text("utf-8")
    found: list[doctest.Example] = []
    for block in _BLOCK.finditer(text):
        above = text.count("\n", 0, block.start("code"))
        for example in doctest.DocTestParser().get_examples(block["code"], str(page)):
            example.lineno += above
            found.append(example)
    return found


PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "```pycon" in page.read_text("utf-8")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_does_what_it_shows(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTest(blocks(page), {}, page.name, str(page), 0, None)
    assert test.examples
    failed = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed
    assert failed == 0, capsys.readouterr().out


def test_the_python_page_is_among_them() -> None:
    assert ROOT / "docs" / "python-api.md" in PAGES
