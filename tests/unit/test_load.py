"""Files to articles: what is read, where its parts stand, and what is said about a file that cannot be read."""

import os
from datetime import date
from pathlib import Path

import pytest

from claimcheck.load import load
from claimcheck.model.text import Article


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path) -> Article:
    result = load([path])
    assert result.faults == ()
    return result.articles[0]


def said(path: Path) -> list[str]:
    result = load([path])
    assert result.articles == ()
    return [str(fault) for fault in result.faults]


def test_front_matter_and_spans(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Forty held\nsource: Daily A\ndate: 2023-05-06\nurl: https://a.example/x\nextra: 1\n---\nBody 42.\n"
    )
    article = one(write(tmp_path, "a.md", text))
    assert article.text == text
    assert (article.title, article.source, article.date) == ("Forty held", "Daily A", date(2023, 5, 6))
    assert article.url == "https://a.example/x"
    assert article.title_span is not None
    assert article.title_span.of(text) == "Forty held"
    assert article.body.of(text) == "Body 42.\n"


@pytest.mark.parametrize(
    ("line", "title", "words"),
    [
        ("title: Plain words", "Plain words", "Plain words"),
        ("title: 'Raid: forty held'", "Raid: forty held", "Raid: forty held"),
        ('title: "Raid: “forty” held"  # note', "Raid: “forty” held", "Raid: “forty” held"),
        ("title: 'It''s forty'", "It's forty", None),
        ('title: "a\\u0020b"', "a b", None),
        ("title: >\n  folded\n  words", "folded words", None),
        ("title: two\n  lines", "two lines", None),
        ("title: ~", "", None),
        ("tags: [a, b]\ntitle: After a list", "After a list", "After a list"),
    ],
)
def test_title_span_only_where_its_words_stand(tmp_path: Path, line: str, title: str, words: str | None) -> None:
    article = one(write(tmp_path, "a.md", f"---\n{line}\n---\nBody.\n"))
    assert article.title == title
    assert (article.title_span.of(article.text) if article.title_span else None) == words


def test_line_ends_and_mark_are_as_on_disk(tmp_path: Path) -> None:
    article = one(write(tmp_path, "a.md", b"\xef\xbb\xbf---\r\ntitle: T\xc3\xa9\r\n---\r\nOne.\r\nTwo.\r\n"))
    assert article.text == "---\r\ntitle: Té\r\n---\r\nOne.\r\nTwo.\r\n"
    assert article.body.of(article.text) == "One.\r\nTwo.\r\n"


def test_bare_text_has_no_title(tmp_path: Path) -> None:
    article = one(write(tmp_path, "wire.txt", " date 2023-05-06 This Friday, 42 were held.\n"))
    assert (article.title, article.title_span, article.source) == ("", None, "wire")
    assert article.date == date(2023, 5, 6)
    assert article.body.start == 0


def test_date_in_the_prose_is_not_the_articles(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.txt", "On 2023-05-06 forty were held.\n")).date is None


def test_first_heading_is_the_title_of_bare_markdown(tmp_path: Path) -> None:
    article = one(write(tmp_path, "a.md", "# Forty held\n\nBody.\n"))
    assert article.title == "Forty held"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == "Forty held"
    assert article.body.of(article.text) == "\nBody.\n"


def test_a_rule_at_the_top_is_not_front_matter(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.md", "---\nForty were held.\n")).body.start == 0


@pytest.mark.parametrize("value", ["May 6, 2023", "6 May 2023", "2023-05-06T10:00:00Z", "2023/5/6", "'2023-05-06'"])
def test_dates(tmp_path: Path, value: str) -> None:
    assert one(write(tmp_path, "a.md", f"---\ndate: {value}\n---\nBody.\n")).date == date(2023, 5, 6)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ndate: soon\n---\nx\n", ':2:7: error: "soon" is not a date; expected YYYY-MM-DD'),
        ("---\ndate: 2023-02-30\n---\nx\n", ':2:7: error: "2023-02-30" is not a date; expected YYYY-MM-DD'),
        ("---\ntitle: a: b\n---\nx\n", ":2:9: error: front matter is not valid YAML: mapping values"),
        ("---\ntitle: a\ntitle: b\n---\nx\n", ':3:1: error: "title" is given twice in the front matter'),
        ("---\n- a\n---\nx\n", ":2:1: error: front matter is not a mapping"),
        ("---\ntitle: x\nBody.\n", ":1:1: error: front matter is not closed"),
        ("---\nx: " + "[" * 20000 + "\n---\nx\n", ":2:1: error: front matter is nested too deeply"),
        ("", ": error: the article is empty"),
        (" \n\n", ": error: the article is empty"),
        (b"One.\nCaf\xe9 42\n", ":2:4: error: byte 0xE9 at byte 8 is not UTF-8\n  hint: it reads as cp1252"),
        (b"\x81\xe9", ":1:1: error: byte 0x81 at byte 0 is not UTF-8\n  hint: it reads as latin-1"),
        (b"One.\nTw\x00o", ":2:3: error: NUL byte at byte 7"),
        ("Forty".encode("utf-16"), ":1:1: error: the file is UTF-16; expected UTF-8\n  hint: it reads as utf-16"),
    ],
)
def test_faults_name_place_and_matter(tmp_path: Path, content: str | bytes, expected: str) -> None:
    path = write(tmp_path, "a.md", content)
    (told,) = said(path)
    assert told.startswith(f"{path}{expected}")


def test_every_fault_of_every_file(tmp_path: Path) -> None:
    write(tmp_path, "b.md", b"\xff")
    write(tmp_path, "a.md", "---\ndate: no\n---\nx")
    write(tmp_path, "c.md", "fine")
    result = load([tmp_path, tmp_path / "missing.md"])
    assert [article.id for article in result.articles] == [f"{tmp_path}/c.md"]
    assert [os.path.basename(fault.where.path) for fault in result.faults if fault.where] == [
        "a.md",
        "b.md",
        "missing.md",
    ]


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b/z.md", "b/a.txt", "a.MD", ".git/x.md", ".x.md", "b/key.yaml", "b/photo.jpg"):
        write(tmp_path, name, "42")
    ids = [article.id.removeprefix(f"{tmp_path}/") for article in load([tmp_path]).articles]
    assert ids == ["a.MD", "b/a.txt", "b/z.md"]


def test_each_file_once_under_the_name_given_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "d/a.md", "42")
    (tmp_path / "d" / "loop").symlink_to(tmp_path / "d")
    (tmp_path / "d" / "same.md").symlink_to(tmp_path / "d" / "a.md")
    monkeypatch.chdir(tmp_path)
    assert [article.id for article in load(["d/", "./d/a.md", "d"]).articles] == ["d/a.md"]


@pytest.mark.parametrize("name", ["photo.jpg", "README"])
def test_a_named_file_must_be_one_that_can_be_read(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, "42")
    (told,) = said(path)
    assert told.startswith(f"{path}: error: no loader for ")
    assert "hint: articles are files that end in .markdown or .md or .txt" in told


def test_missing_empty_and_looping_paths(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "empty").mkdir()
    assert said(tmp_path / "missing.md")[0].startswith(f"{tmp_path}/missing.md: error: No such file")
    assert "no articles in this folder" in said(tmp_path / "empty")[0]
    assert "Too many levels" in said(tmp_path / "loop.md")[0]
    assert "embedded null" in said(Path("a\0b.md"))[0]
    assert [str(fault) for fault in load([""]).faults] == ["error: not a usable path: it is empty"]


def test_a_pipe_is_no_article(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert said(tmp_path / "pipe.md") == [f"{tmp_path}/pipe.md: error: neither a file nor a folder"]
    assert said(tmp_path) == [f"{tmp_path}/pipe.md: error: neither a file nor a folder"]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as stream:
        stream.truncate(1 << 30)
    assert said(path)[0].startswith(f"{path}: error: too large for an article: 1,024.0 MB, the limit is 50 MB")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.md", "42")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", refuse)
    assert said(path)[0].startswith(f"{path}: error: Permission denied\n  hint: give yourself the right")


def test_nothing_given(tmp_path: Path) -> None:
    assert [fault.what for fault in load([]).faults] == ["no articles found"]
    assert load([tmp_path / "a.md", tmp_path / "a.md"]).faults
