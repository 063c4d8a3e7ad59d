"""The model's matrix products by numpy."""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.api import NumpyOps


class Products(NumpyOps):  # type: ignore[misc]
    """thinc's operations, with matrix products by numpy, whose BLAS knows more machines."""

    name = "numpy-products"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x · y, each transposed where asked."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
