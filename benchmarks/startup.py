"""How long claimcheck takes to get going: `claimcheck --version`, and `claimcheck compare` on ten articles.

    python benchmarks/startup.py              # median of 20 runs each, with the machine and the versions
    python benchmarks/startup.py --runs 50 --command ../other/.venv/bin/claimcheck

Every run is a process of its own, timed from the outside, so the interpreter's start is in it; the first run of each is
not counted: it fills a bytecode cache that the benchmark keeps to itself, so that an environment which forbids writing
bytecode does not slow the rest. A bare interpreter stands beside them. Nothing is asserted:
a busy machine is slow.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("sinaloa-surge", "nepal-quake")
ARTICLES = 10
LIBRARIES = ("click", "PyYAML", "rapidfuzz", "rich", "sentencex")
COULD_NOT_CHECK = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One command line. `budget` is the promised median in milliseconds, None where there is no promise."""

    name: str
    command: tuple[str, ...]
    budget: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Milliseconds over all counted runs."""

    median: float
    fastest: float
    slowest: float


def main() -> int:
    """Measure and print; 0 whatever the figures, 2 when the tool does not run."""
    asked = _arguments()
    tool = tuple(asked.command)
    print(f"{_machine()}\n{_versions(tool)}\nmedian of {asked.runs} runs, in milliseconds\n")
    print(f"{'case':<28}{'median':>8}{'fastest':>9}{'slowest':>9}{'budget':>8}")
    with tempfile.TemporaryDirectory() as cache:
        for case in _cases(tool):
            print(_row(case, _measure(case.command, asked.runs, _environment(cache))))
    return 0


def _row(case: Case, timing: Timing) -> str:
    budget = "" if case.budget is None else str(case.budget)
    over = "  over" if case.budget is not None and timing.median > case.budget else ""
    return f"{case.name:<28}{timing.median:>8.0f}{timing.fastest:>9.0f}{timing.slowest:>9.0f}{budget:>8}{over}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Start-up time of claimcheck.")
    parser.add_argument("--runs", type=int, default=20, help="counted runs of each case")
    parser.add_argument("--command", nargs="+", default=[_installed()], help="the claimcheck to measure")
    return parser.parse_args()


def _installed() -> str:
    """The `claimcheck` beside this interpreter."""
    return str(Path(sys.executable).parent / "claimcheck")


def _cases(tool: Sequence[str]) -> tuple[Case, ...]:
    articles = [str(path) for folder in FOLDERS for path in sorted((ROOT / "corpus" / folder).glob("*.md"))]
    if len(articles) != ARTICLES:
        raise SystemExit(f"expected {ARTICLES} articles in corpus/, found {len(articles)}")
    return (
        Case(name="python, nothing imported", command=(sys.executable, "-c", ""), budget=None),
        Case(name="claimcheck --version", command=(*tool, "--version"), budget=120),
        Case(name="compare, ten articles", command=(*tool, "compare", *articles), budget=400),
        Case(name="compare --format json", command=(*tool, "compare", "--format", "json", *articles), budget=400),
    )


def _environment(cache: str) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": cache}


def _measure(command: Sequence[str], runs: int, environment: Mapping[str, str]) -> Timing:
    times = [_once(command, environment) for _ in range(runs + 1)][1:]
    return Timing(median=statistics.median(times), fastest=min(times), slowest=max(times))


def _once(command: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    elapsed = (time.perf_counter() - start) * 1000
    if done.returncode not in (0, 1):
        sys.stderr.write(done.stderr.decode("utf-8", "replace"))
        raise SystemExit(COULD_NOT_CHECK)
    return elapsed


def _machine() -> str:
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _versions(tool: Sequence[str]) -> str:
    told = subprocess.run((*tool, "--version"), cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return ", ".join((told, f"Python {platform.python_version()}", *map(_version, LIBRARIES)))


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"{library} not installed"


if __name__ == "__main__":
    sys.exit(main())
