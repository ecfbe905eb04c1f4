"""Mutants as folders that any tool can be run on, and a run's figures as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.model import Story
from evaluation.mutations.generate import Mutant
from evaluation.mutations.judge import Judged
from evaluation.mutations.run import Unchanged
from evaluation.mutations.table import error_rows, harmless_rows, weighted

VERSION = 1


def write_folders(root: Path, stories: Iterable[Story], mutants: Sequence[Mutant], seed: int) -> None:
    """`originals/STORY/`, `mutants/NUMBER/` and `manifest.json`: see README.md for its fields."""
    documents = {story.name: story.documents for story in stories}
    for name, articles in documents.items():
        _lay_out(root / "originals" / name, articles)
    entries = []
    for number, mutant in enumerate(mutants, 1):
        folder = f"mutants/{number:04}"
        _lay_out(root / folder, {**documents[mutant.story], **mutant.changed})
        entries.append({"folder": folder, "original": f"originals/{mutant.story}", **_entry(mutant)})
    _write(root / "manifest.json", {"manifest_version": VERSION, "seed": seed, "mutants": entries})


def write_record(path: Path, unchanged: Sequence[Unchanged], judged: Sequence[Judged], seed: int) -> None:
    """The tables' figures and every case."""
    share = weighted(judged)
    record = {
        "yardstick_version": VERSION,
        "seed": seed,
        "weighted": None if share is None else round(float(share), 4),
        "errors": {
            row.name: {
                name: [getattr(row, name).part, getattr(row, name).whole]
                for name in ("detected", "cause", "suspect", "suggestion")
            }
            for row in error_rows(judged)
        },
        "harmless": {name: told for name, _, told in harmless_rows(unchanged, judged)},
        "apart": [name for u in unchanged for name in u.apart],
        "cases": [{name: getattr(j, name) for name in Judged.__dataclass_fields__} for j in judged],
    }
    _write(path, record)


def _entry(mutant: Mutant) -> dict[str, Any]:
    """What a scorer has to know of a mutant. A rewrite has no checks: nothing may be raised."""
    place = mutant.place
    return {
        "id": mutant.id,
        "kind": mutant.kind.id,
        "error": mutant.kind.is_error,
        "checks": list(mutant.checks),
        "changed": sorted(mutant.changed),
        "document": None if place is None else place.doc,
        "span": None if place is None else {"start": place.start, "end": place.end},
        "before": mutant.before,
        "now": mutant.now,
        "origins": mutant.voices,
    }


def _lay_out(folder: Path, articles: Mapping[str, str]) -> None:
    for doc, text in articles.items():
        target = folder / doc
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
