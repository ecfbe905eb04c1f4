"""Events that the newsroom named in rules.yaml."""

import re
from collections.abc import Sequence

from claimcheck.model.claim import Operation, OperationId
from claimcheck.model.rules import OperationRule
from claimcheck.model.text import Article, Sentence


class NamedEvents:
    """Finds the operations of the rules in articles and sentences. Immutable after construction."""

    __slots__ = ("_patterns",)

    def __init__(self, rules: Sequence[OperationRule]) -> None:
        self._patterns = tuple((rule, _pattern(rule)) for rule in rules)

    def of_article(self, article: Article) -> OperationRule | None:
        """The operation an article is about: the one named most often; None when none is named."""
        text = f"{article.title}\n{article.body.of(article.text)}"
        best: tuple[int, OperationRule] | None = None
        for rule, pattern in self._patterns:
            count = len(pattern.findall(text))
            if count and (best is None or count > best[0]) and not _excluded(rule, article.title):
                best = count, rule
        return best[1] if best else None

    def of_sentence(self, sentence: Sentence) -> Operation | None:
        """The single operation that a sentence names; None when it names none or several."""
        found = [rule for rule, pattern in self._patterns if pattern.search(sentence.text)]
        return operation_of(found[0]) if len(found) == 1 and not _excluded(found[0], sentence.text) else None


def operation_of(rule: OperationRule) -> Operation:
    """The rule's event as claims carry it."""
    return Operation(id=OperationId(rule.name.lower()), name=rule.name, named=True)


def own_words(rule: OperationRule | None) -> frozenset[str]:
    """The words of the rule's name, agencies and scope: actors and places of the whole event, not of a part."""
    if rule is None:
        return frozenset()
    phrases = (rule.name, *rule.agencies, rule.scope or "")
    return frozenset(word for phrase in phrases for word in re.findall(r"\w+", phrase.lower()))


def _excluded(rule: OperationRule, text: str) -> bool:
    lower = text.lower()
    return any(word.lower() in lower for word in rule.excludes)


def _pattern(rule: OperationRule) -> re.Pattern[str]:
    names = sorted((rule.name, *rule.aliases), key=len, reverse=True)
    parts = [r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b" for name in names]
    parts.extend(p.pattern for p in rule.patterns)
    return re.compile("|".join(f"(?:{p})" for p in parts), re.IGNORECASE)
