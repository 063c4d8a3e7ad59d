"""Which rows of a file say the same as an earlier one, in 16 bytes a row, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

NEW, SAME, OTHER = 0, 1, 2


@dataclass(slots=True)
class Seen:
    """The reports of a file by their ids: an ordinal for each new one, and how often each was said again.

    Ids are kept as their 64 bits, with 32 bits of what the row says, in sorted runs that are merged as they grow.
    """

    total: int = 0
    _runs: list[Any] = field(default_factory=list)
    _again: list[Any] = field(default_factory=list)

    def look(self, ids: Sequence[str], contents: Sequence[int]) -> list[int]:
        """For each id whether it is new, said the same before, or said something else before (`OTHER`)."""
        import numpy as np

        found, fresh = [NEW] * len(ids), dict[int, tuple[int, int]]()
        again: list[int] = []
        keys = np.array([int(one, 16) for one in ids], dtype=np.uint64)
        before = self._before(keys)
        for at, (key, said) in enumerate(zip(keys.tolist(), contents, strict=True)):
            known = before.get(at) or fresh.get(key)
            if known is None:
                fresh[key] = (said, self.total)
                self.total += 1
            elif known[0] == said:
                found[at] = SAME
                again.append(known[1])
            else:
                found[at] = OTHER
        self._add(fresh)
        if again:
            self._again.append(np.array(again, dtype=np.uint32))
        return found

    def repeats(self) -> Any:
        """How often each report was said again, in the order in which they were new; None where none was."""
        import numpy as np

        return np.bincount(np.concatenate(self._again), minlength=self.total) if self._again else None

    def _before(self, keys: Any) -> dict[int, tuple[int, int]]:
        """What was said, and the ordinal, of those that earlier batches had."""
        import numpy as np

        found: dict[int, tuple[int, int]] = {}
        for run in self._runs:
            at = np.minimum(np.searchsorted(run["key"], keys), len(run) - 1)
            for one in np.flatnonzero(run["key"][at] == keys).tolist():
                held = run[at[one]]
                found[one] = (int(held["said"]), int(held["ordinal"]))
        return found

    def _add(self, fresh: dict[int, tuple[int, int]]) -> None:
        import numpy as np

        if not fresh:
            return
        kind = [("key", np.uint64), ("said", np.uint32), ("ordinal", np.uint32)]
        run = np.array([(key, *held) for key, held in fresh.items()], dtype=kind)
        self._runs.append(run[np.argsort(run["key"])])
        while len(self._runs) > 1 and len(self._runs[-2]) <= 2 * len(self._runs[-1]):
            merged = np.concatenate([self._runs.pop(), self._runs.pop()])
            self._runs.append(merged[np.argsort(merged["key"])])
