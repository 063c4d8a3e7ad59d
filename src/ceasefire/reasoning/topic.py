"""One thing spoken of in one conflict: every mention of it, and who did what about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.conflicts import Conflict, Deed, deeds
from ceasefire.reasoning.mentions import Extent, Mention


@dataclass(slots=True)
class Topic:
    """Mentions with one extent in the order of the texts; `direct` are the statements about it, not those that make it
    a price, and `deeds` what they tell of. `name` is the id of its provision.
    """

    conflict: Conflict
    extent: Extent
    mentions: list[Mention]
    name: str = ""
    direct: list[Statement] = field(init=False)
    deeds: Mapping[Deed, int] = field(init=False)

    def __post_init__(self) -> None:
        self.direct = [one.statement for one in self.mentions if not one.condition]
        self.deeds = deeds(self.direct)
