"""Which articles are one origin: copies of a wire story, and re-posts, count once."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.model.text import Article, ArticleId

_SHINGLE = 6
_COPY_SHARE = 0.4
_TOO_COMMON = 50


def origins(articles: Sequence[Article]) -> Mapping[ArticleId, str]:
    """Each article's origin: the id of the first article that it shares most of its passages with, itself included.

    Two articles are one origin when at least two fifths of the shorter one's runs of six words stand in the other. A
    quotation or a shared press-release sentence stays below that; a lightly edited wire copy lies far above.
    """
    own_shingles = [shingles(a) for a in articles]
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(own_shingles):
        for shingle in own:
            index[shingle].append(number)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for members in index.values():
        if 1 < len(members) <= _TOO_COMMON:
            for place, a in enumerate(members):
                for b in members[place + 1 :]:
                    shared[a, b] += 1
    home = list(range(len(articles)))
    for (a, b), count in sorted(shared.items()):
        if count >= _COPY_SHARE * max(1, min(len(own_shingles[a]), len(own_shingles[b]))):
            old, new = sorted((home[a], home[b]), reverse=True)
            home = [new if h == old else h for h in home]
    return {a.id: str(articles[home[number]].id) for number, a in enumerate(articles)}


def shingles(article: Article) -> frozenset[int]:
    """The article's runs of six words; none of an article that is shorter."""
    words = re.findall(r"\w+", article.body.of(article.text).lower())
    return frozenset(hash(" ".join(words[i : i + _SHINGLE])) for i in range(max(0, len(words) - _SHINGLE + 1)))
