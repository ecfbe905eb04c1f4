"""The tables written into a page, between two marks."""

from pathlib import Path

BEGIN, END = "<!-- yardstick: begin -->", "<!-- yardstick: end -->"
PAGE = f"""# The mutation yardstick

Articles that agree, one realistic error put into one of them: is it found, with its cause, the article that is wrong,
and the figure that should stand there? And does rewriting as a careful desk does it pass in silence? What is measured,
and what is not: [evaluation/mutations](../evaluation/mutations/README.md).

{BEGIN}
{END}
"""


class MarksError(ValueError):
    """The page does not have both marks in order."""


def write_page(path: Path, tables: str, how: str) -> None:
    """Puts the tables, and the command that made them, between the marks; a new page where there is none."""
    page = path.read_text(encoding="utf-8") if path.exists() else PAGE
    path.write_text(between_marks(page, f"`{how}`\n\n{tables}"), encoding="utf-8")


def between_marks(page: str, text: str) -> str:
    """The page with what stands between its marks replaced. Raises MarksError."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise MarksError(f"no {BEGIN} … {END}")
    return f"{head}{BEGIN}\n{text.strip()}\n{END}{tail}"
