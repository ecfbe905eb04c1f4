"""Findings into entries of a baseline: those that are new, those that stay, and those whose time was up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.model.baseline import Accepted, Decisions, acceptable
from claimcheck.model.finding import Finding
from claimcheck.triage.baseline import imprints, match


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is said of the findings that are accepted now; `only` are their ids, None for all of the run's."""

    reason: str
    owner: str | None = None
    expires: date | None = None
    only: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """A baseline's entries by check and id, and how many of them are new, were decided anew, and stay."""

    entries: tuple[Accepted, ...]
    added: int
    renewed: int
    kept: int


def accept(findings: tuple[Finding, ...], word: Word, decisions: Decisions) -> Updated:
    """The entries of `decisions` with those of the `findings` added. An entry that holds keeps its reason, owner and
    day, and learns how its finding is told by now; one that has expired is decided anew. Entries that nothing was found
    for stay: `claimcheck baseline prune` takes them out.
    """
    matches = match(findings, decisions.accepted, decisions.today)
    told: dict[str, Accepted] = {}
    counts = {"added": 0, "renewed": 0, "kept": 0}
    spoken_for: set[str] = set()
    for finding in filter(lambda one: acceptable(one.check), findings):
        entry = matches.entry_of.get(finding.id)
        if entry is not None and entry.holds_on(decisions.today):
            known = entry if entry.id in decisions.unread else _entry(finding, entry)
            kind = "kept"
        elif _wanted(finding, word):
            known = replace(_entry(finding, None), reason=word.reason, owner=word.owner, expires=word.expires)
            kind = "added" if entry is None else "renewed"
        else:
            continue
        spoken_for |= {entry.id} if entry is not None else set()
        counts[kind] += known.id not in told
        told.setdefault(known.id, known)
    left = {e.id: e for e in decisions.accepted if e.id not in spoken_for and e.id not in told}
    return Updated(entries=_in_order({**left, **told}), **counts)


def _wanted(finding: Finding, word: Word) -> bool:
    inline = finding.suppressed is not None and finding.suppressed.by != "baseline"
    return not inline and (word.only is None or finding.id in word.only)


def _entry(finding: Finding, before: Accepted | None) -> Accepted:
    """The entry for a finding, with the reason, owner and day of the one `before` it; it is in no file yet."""
    return Accepted(
        id=finding.id,
        check=finding.check,
        operation=finding.operation,
        metric=finding.metric,
        message=finding.message,
        reason=before.reason if before is not None else "",
        owner=before.owner if before is not None else None,
        expires=before.expires if before is not None else None,
        articles=tuple(sorted({claim.article for claim in finding.claims})),
        sides=imprints(finding),
    )


def _in_order(entries: Mapping[str, Accepted]) -> tuple[Accepted, ...]:
    return tuple(sorted(entries.values(), key=lambda entry: (entry.check, entry.id)))
