"""Who may import whom, and who may touch the world: ARCHITECTURE.md's layers, held by walking every import."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "claimcheck"
MODULES = sorted(ROOT.rglob("*.py"))

EDGES = frozenset({"cli", "config", "load", "report", "engines"})
STAGES = frozenset({"segment", "extract", "resolve", "group", "compare", "checks", "review", "triage"})
BASE = frozenset({"model", "language", "errors", "linkage", "lines", "printable", "protocols"})
"""What every layer may lean on: values, words, faults, and the shapes of what the edges offer."""

MAY_IMPORT = {
    "model": frozenset({"model"}),
    "language": frozenset({"model", "language"}),
    "linkage": frozenset[str](),
    "lines": frozenset[str](),
    "printable": frozenset[str](),
    "errors": frozenset({"printable"}),
    "protocols": frozenset({"model", "errors"}),
    **{stage: BASE | {stage} for stage in STAGES},
    "checks": BASE | {"checks", "compare"},
    "review": BASE | {"review", "compare"},
    **{edge: BASE | {edge} for edge in EDGES},
    "api": BASE | STAGES | EDGES - {"cli"},
    "library": BASE | STAGES | EDGES - {"cli"} | {"api", "library"},
    "cli": BASE | STAGES | EDGES | {"api"},
    "__init__": BASE | {"library"},
    "__main__": frozenset({"cli"}),
}
"""By the first part below `claimcheck`; a whole layer imports itself."""

LIBRARIES = {
    "click": ("cli/",),
    "rich": ("cli/", "report/terminal/"),
    "yaml": ("config/", "load/"),
    "pandas": ("library/frames.py",),
    "rapidfuzz": ("resolve/", "group"),
    "sentencex": ("segment.py",),
}
"""Third-party libraries, and where below claimcheck/ each may be imported. pandas is an extra, the others are core."""

WORLD_CALLS = frozenset({"open", "print", "input"})
WORLD_ATTRIBUTES = frozenset(
    {
        ("os", "environ"),
        ("os", "getenv"),
        ("sys", "stdout"),
        ("sys", "stderr"),
        ("sys", "stdin"),
        ("sys", "argv"),
        ("datetime", "now"),
        ("datetime", "today"),
        ("datetime", "utcnow"),
        ("date", "today"),
        ("random", "random"),
    }
)
WORLD_MODULES = frozenset({"time", "random", "socket", "subprocess", "urllib.request", "logging", "tempfile", "shutil"})
WORLD_METHODS = frozenset({"read_text", "read_bytes", "write_text", "write_bytes"})


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def worldly(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of whatever opens files, prints, or asks the clock or the environment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WORLD_CALLS:
            yield node.lineno, node.func.id
        elif isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if (owner, node.attr) in WORLD_ATTRIBUTES or node.attr in WORLD_METHODS:
                yield node.lineno, f"{owner}.{node.attr}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_direction(path: Path) -> None:
    allowed = MAY_IMPORT[layer(path)]
    wrong = [
        f"line {line}: {name}"
        for line, name in imports(ast.parse(path.read_text("utf-8")))
        if name.startswith("claimcheck.") and name not in ("claimcheck.__version__", f"claimcheck.{layer(path)}")
        if name.split(".")[1] not in allowed
    ]
    assert wrong == [], f"{layer(path)} may import {', '.join(sorted(allowed))}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_libraries_stay_in_their_place(path: Path) -> None:
    here = path.relative_to(ROOT).as_posix()
    outside = {
        (line, name.split(".")[0])
        for line, name in imports(ast.parse(path.read_text("utf-8")))
        if name.split(".")[0] not in sys.stdlib_module_names | {"claimcheck"}
    }
    wrong = [f"line {line}: {name}" for line, name in outside if not here.startswith(LIBRARIES.get(name, ()) or ("-",))]
    assert wrong == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer(path) not in EDGES], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_only_edges_touch_the_world(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    found = [f"line {line}: {name}" for line, name in worldly(tree)]
    found += [
        f"line {line}: {name}"
        for line, name in imports(tree)
        if name in WORLD_MODULES or name.rpartition(".")[0] in WORLD_MODULES
    ]
    assert found == []


def shows(path: Path) -> bool:
    """Whether a module or folder of claimcheck/report/ is a format."""
    module = path / "__init__.py" if path.is_dir() else path
    return module.is_file() and "NAMES = (" in module.read_text("utf-8")


def test_formats_and_loaders_know_nothing_of_each_others_files() -> None:
    """Within an edge a format leans on the shared modules only, so that one can be added or taken out alone."""
    formats = {path.name.removesuffix(".py") for path in sorted((ROOT / "report").iterdir()) if shows(path)}
    assert {"html", "json", "markdown", "terminal"} <= formats
    for path in sorted((ROOT / "report").rglob("*.py")):
        own = path.relative_to(ROOT / "report").parts[0].removesuffix(".py")
        used = {
            name.split(".")[2]
            for _, name in imports(ast.parse(path.read_text("utf-8")))
            if name.startswith("claimcheck.report.")
        }
        assert used & formats <= {own}, path


def test_the_walk_sees_what_it_should() -> None:
    tree = ast.parse(
        "import os\nfrom claimcheck.load import load\ndef f():\n    import yaml\n    open('x'); os.environ\n"
    )
    assert [name for _, name in imports(tree)] == ["os", "claimcheck.load.load", "yaml"]
    assert [name for _, name in worldly(tree)] == ["open", "os.environ"]
