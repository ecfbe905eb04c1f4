"""Worker of benchmarks/extract.py: this build's figures and speed on the payload's texts, as JSON."""

import json
import resource
import sys
import time

START = time.perf_counter()
from claimcheck.config.lexicon import load_lexicon  # noqa: E402  (the import is part of what is timed)
from claimcheck.extract import Extraction, extract  # noqa: E402
from claimcheck.model.text import Article, ArticleId, Span  # noqa: E402
from claimcheck.segment import segment  # noqa: E402

LEXICON = load_lexicon()


def read(text: str) -> Extraction:
    body = Span(0, len(text))
    article = Article(
        id=ArticleId("a"), path="a", title="", source=None, date=None, url=None, text=text, body=body, title_span=None
    )
    return extract(article.id, segment(article), LEXICON)


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as payload:
        texts: list[str] = json.load(payload)
    read("Police seized $5.2 million.")
    started = time.perf_counter() - START
    begin = time.perf_counter()
    found = [read(text) for text in texts]
    seconds = time.perf_counter() - begin
    figures = [
        [
            {
                "start": m.quantity.span.start,
                "end": m.quantity.span.end,
                "low": str(m.quantity.value if m.quantity.value is not None else m.quantity.interval.low),
                "high": str(m.quantity.value if m.quantity.value is not None else m.quantity.interval.high),
                "unit": str(m.quantity.unit.id),
            }
            for m in extraction.mentions
        ]
        for extraction in found
    ]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"start": started, "seconds": seconds, "peak": peak, "figures": figures}))


main()
