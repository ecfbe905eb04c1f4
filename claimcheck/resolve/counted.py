"""The thing that a figure counts, as actions see it: which of them can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.language.tokens import Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.entities import PERSON

Deed = tuple[str | None, Token | None]
"""What was done, and the word that says so."""

NOTHING: Deed = (None, None)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a deed is done with: the dimension of the figure, and its entity, None for a bare figure."""

    dimension: Dimension
    entity: str | None
    vocabulary: Vocabulary

    def fits(self, action: str | None, *, light: bool = False) -> bool:
        """Whether the action can be done with it. A `light` verb ("drew") must be known to take such a thing."""
        done = self.vocabulary.actions.get(action) if action is not None else None
        if done is None:
            return False  # also what a phrase cut short leaves of itself: "lost their"
        if done.dimension is not None and done.dimension != self.dimension.value:
            return False
        if done.dimension is None and done.object == "person" and self.dimension is not Dimension.COUNT:
            return False
        if self.entity is not None and self._is_any(done.never):
            return False
        if not done.of or self.entity is None:
            return True
        if self._is_any(done.of):
            return True
        return not light and self.entity not in self.vocabulary.entities

    def choose(self, form: str, actions: Mapping[str, str], *, light: bool = False) -> str | None:
        """The action of a form that fits; of several senses the first."""
        senses = self.vocabulary.senses.get(form) or (actions.get(form),)
        return next(
            (s for s in senses if s is not None and form in actions and self._holds(s, form, light=light)), None
        )

    def _holds(self, action: str, form: str, *, light: bool) -> bool:
        only = self.vocabulary.actions[action].only.get(form)
        people = self.entity is None and only is not None and PERSON in only  # "5,300 were fired"
        return self.fits(action, light=light) and (only is None or people or self._is_any(only))

    def _is_any(self, wanted: frozenset[str]) -> bool:
        parts = (self.entity or "").split("+")
        return any(p in wanted or self.vocabulary.entity_kinds.get(p) in wanted for p in parts)
