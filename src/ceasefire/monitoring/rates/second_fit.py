"""The same model fitted another way: statsmodels' SARIMAX with one autoregressive term, by maximum likelihood.

It is a check on the averaged step, says whether its search ended, and gives the residuals that should hold no pattern.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LAGS = 8
"""Residuals are compared with those up to so many weeks before (Ljung and Box 1978), fewer in a short series."""


@dataclass(frozen=True, slots=True)
class SecondFit:
    """The step by SARIMAX with its standard error; `ended` is whether the search found a maximum.

    `left_over` is how much the residuals of neighbouring weeks still resemble each other, `no_pattern` the chance of
    as much pattern in residuals that hold none; None where there are too few. `warned` is what the library said.
    """

    step: float
    error: float
    strength: float
    ended: bool
    left_over: float | None = None
    no_pattern: float | None = None
    warned: tuple[str, ...] = ()


NOT_FITTED = SecondFit(math.nan, math.nan, math.nan, False)


def second_fit(logs: Sequence[float | None], rows: Sequence[tuple[float, ...]], near: Sequence[float]) -> SecondFit:
    """Fits SARIMAX(1,0,0) with the rows as regressors, its search beginning at `near` (a coefficient a column, that of
    the level last, and the autocorrelation); what cannot be fitted has not ended."""
    import numpy as np
    from statsmodels.tsa.statespace.sarimax import SARIMAX

    observed = np.array([math.nan if log is None else log for log in logs])
    columns = np.array([(*row, 1.0) for row in rows])
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            model = SARIMAX(observed, exog=columns, order=(1, 0, 0), concentrate_scale=True)
            fitted = model.fit(start_params=np.array(near), disp=0, maxiter=200, cov_type="approx")
            found, errors = np.asarray(fitted.params), np.asarray(fitted.bse)
        except (ValueError, np.linalg.LinAlgError) as problem:
            return SecondFit(math.nan, math.nan, math.nan, False, warned=(str(problem),))
        left_over, no_pattern = _left(np.asarray(fitted.resid)[1:])
    return SecondFit(
        step=float(found[0]),
        error=float(errors[0]),
        strength=float(found[columns.shape[1]]),
        ended=bool(fitted.mle_retvals["converged"]) and bool(np.isfinite(found).all()),
        left_over=left_over,
        no_pattern=no_pattern,
        warned=tuple(sorted({str(one.message).splitlines()[0] for one in said})),
    )


def _left(residuals: Any) -> tuple[float | None, float | None]:
    """The first autocorrelation of the residuals and the chance that all of the first ones come from none."""
    import numpy as np
    from scipy.special import chdtrc

    kept = residuals[np.isfinite(residuals)]
    lags = min(LAGS, len(kept) // 5)
    if lags < 2 or not kept.any():
        return None, None
    kept = kept - kept.mean()
    whole = float(kept @ kept)
    likeness = [float(kept[lag:] @ kept[:-lag]) / whole for lag in range(1, lags + 1)]
    size = len(kept)
    sum_ = size * (size + 2) * sum(one**2 / (size - lag) for lag, one in enumerate(likeness, start=1))
    return likeness[0], float(chdtrc(lags - 1, sum_))
