"""The smallest tool that the benchmark can score: whole numbers, told apart by the word behind them."""

import json
import re
import sys
from pathlib import Path

FIGURE = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d+) ([a-z]+)")
_, verb, folder, *_ = sys.argv  # as it is called: toy_tool.py compare articles --format json
claims: list[dict[str, object]] = []
sides: dict[str, dict[int, list[str]]] = {}  # by the word, then by the value: who says so
for path in sorted(Path(folder).rglob("*.md")):
    for found in FIGURE.finditer(path.read_bytes().decode()):
        digits, word = found.groups()
        value, span = int(digits.replace(",", "")), {"start": found.start(), "end": found.end(1)}
        name = f"c{len(claims)}"
        quantity = {"text": digits, "value": value, "low": value, "high": value, "unit": "count", "qualifier": "exact"}
        claims.append({"id": name, "document": path.as_posix(), "span": span, "quantity": quantity})
        sides.setdefault(word, {}).setdefault(value, []).append(name)
told = {word: [name for side in by.values() for name in side] for word, by in sides.items()}
groups = [{"verdict": "conflict" if len(by) > 1 else "same", "claims": told[word]} for word, by in sides.items()]
findings = [
    {"check": "CC101", "severity": "error", "metric": word, "claims": told[word], "sides": list(by.values())}
    for word, by in sides.items()
    if verb == "compare" and len(by) > 1
]
print(json.dumps({"schema_version": 1, "claims": claims, "groups": groups, "findings": findings}))
