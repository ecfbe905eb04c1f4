"""Worker of benchmarks/extract.py: quantulum3's figures and speed on the payload's texts, as JSON."""

import json
import resource
import sys
import time
import warnings

warnings.simplefilter("ignore")
START = time.perf_counter()
from quantulum3 import parser  # noqa: E402  (the import is part of what is timed)

UNITS = {"dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "percentage": "percent", "dimensionless": "count"}


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as payload:
        texts = json.load(payload)
    parser.parse("Police seized $5.2 million.")
    started = time.perf_counter() - START
    begin = time.perf_counter()
    found = [parser.parse(text) for text in texts]
    seconds = time.perf_counter() - begin
    figures = [
        [
            {
                "start": q.span[0],
                "end": q.span[1],
                "low": repr(q.value - (q.uncertainty or 0)),
                "high": repr(q.value + (q.uncertainty or 0)),
                "unit": UNITS.get(q.unit.name, q.unit.name),
            }
            for q in quantities
        ]
        for quantities in found
    ]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"start": started, "seconds": seconds, "peak": peak, "figures": figures}))


main()
