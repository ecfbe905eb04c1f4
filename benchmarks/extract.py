"""How well and how fast figures are read, beside quantulum3 and Recognizers-Text on the same articles in one run.

    python benchmarks/extract.py                  # everything, and the table into benchmarks/results/extract.md
    python benchmarks/extract.py --no-peers       # this build alone and not compiled, no downloads
    python benchmarks/extract.py --cache DIR      # where the peers' own environments live between runs

The peers are installed by this script into environments of their own under the cache folder; nothing of them is ever a
dependency. Accuracy is measured on the labelled articles of evaluation/, all but `bundled`, on the body text. This
grammar was corrected against these articles, so its own accuracy here says what it can do, not what it does on unseen
text: tests/unit/test_extract_cases.py prints the score on held-out sentences. The peers had no such advantage.
Nothing is asserted: a busy machine is slow.
"""

import argparse
import cProfile
import json
import os
import platform
import pstats
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import TypedDict, cast

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from claimcheck.config.lexicon import load_lexicon  # noqa: E402  (the repository's own packages, wherever it is run from)
from claimcheck.extract import extract  # noqa: E402
from claimcheck.model.text import Article, ArticleId, Span  # noqa: E402
from claimcheck.segment import segment  # noqa: E402
from evaluation.model import Label  # noqa: E402
from evaluation.stories import body_start, load_stories, story_names  # noqa: E402

PEERS = Path(__file__).with_name("peers")
RESULTS = Path(__file__).with_name("results") / "extract.md"
SMALL, LARGE = 100_000, 1_000_000
CLOSE = Decimal("0.000001")
HOSTILE = {
    "digits": "1",
    "separators": "1,1.",
    "open brackets": "([",
    "ranges": "5 to ",
    "minus or dash": "-5-",
    "scale words": "one hundred and ",
    "orders": "hundreds of ",
    "qualifiers": "more than ",
    "list of figures": "41, ",
    "handles": "x@y.#1",
    "rules": "--",
    "rows": "| 5 ",
}


class Figure(TypedDict):
    """A figure as a worker reports it."""

    start: int
    end: int
    low: str
    high: str
    unit: str


class Run(TypedDict):
    """What one worker measured. Seconds; megabytes."""

    start: float
    seconds: float
    peak: float
    figures: list[list[Figure]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One labelled article's body; label places are in the file, `begin` is where the body starts there."""

    body: str
    begin: int
    labels: tuple[Label, ...]


def labelled_texts() -> list[Text]:
    texts = []
    for story in load_stories([name for name in story_names() if name != "bundled"]):
        if story.labels is None:
            continue
        for doc, text in sorted(story.documents.items()):
            begin = body_start(text)
            labels = tuple(label for label in story.labels if label.place.doc == doc and label.place.start >= begin)
            texts.append(Text(body=text[begin:], begin=begin, labels=labels))
    return texts


def scores(texts: Sequence[Text], run: Run) -> tuple[float, float]:
    """F1 of value, and of value with unit; each figure answers one label at most."""
    right = Counter[str]()
    wanted = found = 0
    for text, figures in zip(texts, run["figures"], strict=True):
        free = list(figures)
        for label in sorted(text.labels, key=lambda label: label.place.start):
            matches = [f for f in free if _overlaps(label, text.begin, f)]
            best = max(matches, key=lambda f: (_same_value(label, f), f["unit"] == label.unit), default=None)
            if best is not None:
                free.remove(best)
            if label.open:
                continue
            wanted += 1
            if best is None:
                continue
            found += 1
            right["value"] += _same_value(label, best)
            right["unit"] += _same_value(label, best) and best["unit"] == label.unit
        found += len(free)
    return 2 * right["value"] / (wanted + found), 2 * right["unit"] / (wanted + found)


def _overlaps(label: Label, begin: int, figure: Figure) -> bool:
    return label.place.start - begin < figure["end"] and figure["start"] < label.place.end - begin


def _same_value(label: Label, figure: Figure) -> bool:
    try:
        low, high = Decimal(figure["low"]), Decimal(figure["high"])
    except InvalidOperation:
        return False
    if label.bound == "order":
        return label.low <= low <= 2 * label.low
    room = CLOSE * max(Decimal(1), abs(label.high))
    return abs(low - label.low) <= room and abs(high - label.high) <= room


def run_worker(command: Sequence[str], texts: Sequence[Text], scratch: Path) -> Run:
    payload = scratch / "payload.json"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    payload.write_text(json.dumps([text.body for text in texts]), encoding="utf-8")
    done = subprocess.run(
        [*command, str(payload)], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return cast("Run", json.loads(done.stdout))


def quantulum(cache: Path) -> list[str]:
    """The command of quantulum3's worker, installed if need be."""
    python = cache / "quantulum3" / "bin" / "python"
    if not python.exists():
        venv.create(cache / "quantulum3", with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "quantulum3"], check=True)
    return [str(python), str(PEERS / "quantulum_worker.py")]


def recognizers(cache: Path) -> list[str]:
    """The command of the Recognizers-Text worker, installed if need be."""
    folder = cache / "recognizers"
    if not (folder / "node_modules").exists():
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "@microsoft/recognizers-text-suite"]
        subprocess.run(install, check=True, cwd=folder)
    worker = folder / "worker.js"
    worker.write_text((PEERS / "recognizers_worker.js").read_text(encoding="utf-8"), encoding="utf-8")
    return ["node", str(worker)]


def compiled(cache: Path) -> list[str]:
    """The command of this build's own worker over the reader compiled, built anew each time from a copy, because
    the build leaves its modules beside the sources. -I keeps the checkout out.
    """
    python = cache / "compiled" / "bin" / "python"
    if not python.exists():
        venv.create(cache / "compiled", with_pip=True)
    sources = cache / "sources"
    shutil.rmtree(sources, ignore_errors=True)
    shutil.copytree(ROOT / "claimcheck", sources / "claimcheck", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, sources)
    build = [str(python), "-m", "pip", "install", "--quiet", "--upgrade", "--force-reinstall", str(sources)]
    subprocess.run(build, check=True, env=os.environ | {"HATCH_BUILD_HOOK_ENABLE_MYPYC": "1"})
    return [str(python), "-I", str(PEERS / "claimcheck_worker.py")]


def versions(cache: Path) -> Iterable[str]:
    """One line that names the peers' versions."""
    python = str(cache / "quantulum3" / "bin" / "python")
    ask = [python, "-c", "from importlib.metadata import version; print(version('quantulum3'))"]
    first = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    package = cache / "recognizers" / "node_modules" / "@microsoft" / "recognizers-text-suite" / "package.json"
    second = json.loads(package.read_text(encoding="utf-8"))["version"]
    yield f"quantulum3 {first} (without its optional classifier), recognizers-text-suite {second}."


def read(text: str) -> int:
    """Segment and extract one text; how many figures it has."""
    article = Article(
        id=ArticleId("a"),
        path="a",
        title="",
        source=None,
        date=None,
        url=None,
        text=text,
        body=Span(0, len(text)),
        title_span=None,
    )
    return len(extract(article.id, segment(article), load_lexicon()).mentions)


def seconds(work: Callable[[], object], times: int = 1) -> float:
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def large_text(texts: Sequence[Text]) -> str:
    once = "\n\n".join(text.body for text in texts)
    return "\n\n".join([once] * (LARGE // len(once) + 1))


def hostile_rows() -> Iterable[str]:
    yield "| input | 100 kB, s | 1 MB, s | ratio |\n| --- | --- | --- | --- |"
    for name, piece in HOSTILE.items():
        small, large = (piece * (size // len(piece)) for size in (SMALL, LARGE))
        first, second = seconds(partial(read, small)), seconds(partial(read, large))
        yield f"| {name} | {first:.3f} | {second:.3f} | {second / first:.1f} |"


def profile_rows(text: str) -> Iterable[str]:
    """Own time by module."""
    profile = cProfile.Profile()
    profile.runcall(read, text)
    by_module: Counter[str] = Counter()
    for (path, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]  # no stub for it
        inside = "claimcheck" in path and ROOT.as_posix() in path
        by_module[Path(path).relative_to(ROOT).as_posix() if inside else "built-ins and libraries"] += own
    total = sum(by_module.values())
    yield "| module | share of the time |\n| --- | --- |"
    for module, own in by_module.most_common(12):
        yield f"| {module} | {100 * own / total:.0f}% |"


def report(cache: Path, *, peers: bool) -> str:
    texts = labelled_texts()
    size = sum(len(text.body.encode()) for text in texts)
    labels = sum(len(text.labels) for text in texts)
    commands = {"claimcheck": [sys.executable, str(PEERS / "claimcheck_worker.py")]}
    if peers:
        commands |= {"claimcheck, compiled": compiled(cache)}
        commands |= {"quantulum3": quantulum(cache), "recognizers-text-suite": recognizers(cache)}
    lines = [
        "# Extraction, measured",
        f"{platform.platform()}, {platform.machine()}, Python {platform.python_version()}, one core.",
        *(versions(cache) if peers else ()),
        f"{len(texts)} labelled articles, {size / 1000:.0f} kB, {labels} figures; each article read on its own.",
        "The grammar was corrected against these articles: claimcheck's accuracy here is no score on unseen text.",
        "",
        "| reader | F1 value | F1 value + unit | MB/s | start to first figure, s | peak, MB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory() as scratch:
        for name, command in commands.items():
            run = run_worker(command, texts, Path(scratch))
            value, unit = scores(texts, run)
            speed = size / 1e6 / run["seconds"]
            lines.append(
                f"| {name} | {value:.3f} | {unit:.3f} | {speed:.4f} | {run['start']:.2f} | {run['peak']:.0f} |"
            )
    text = large_text(texts)
    megabytes = len(text.encode()) / 1e6
    whole, floor = seconds(lambda: read(text), 3), seconds(lambda: re.findall(r"\d+|\w+|\S", text), 3)
    lines += [
        "",
        f"{megabytes:.2f} MB of the same text in one piece: {megabytes / whole:.2f} MB/s.",
        "A bare scan for words and numbers, the floor:",
        f"{megabytes / floor:.1f} MB/s, {whole / floor:.0f} times as fast.",
        "",
        "## Hostile inputs",
        "",
        *hostile_rows(),
        "",
        "## Where the time goes",
        "",
        *profile_rows(text),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-peers", action="store_true", help="this build alone")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "claimcheck-benchmark-peers")
    options = parser.parse_args()
    text = report(options.cache, peers=not options.no_peers)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
