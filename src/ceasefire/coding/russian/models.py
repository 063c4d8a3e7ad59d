"""The models that Russian is read with, as the package `natasha` ships them; loaded once a process, nothing is fetched.

natasha's own classes need a lemmatiser that no longer runs on today's Python; its models are loaded with the
libraries under it (slovnet, navec, razdel), and lemmas come from pymorphy3, which follows that lemmatiser.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MORPHOLOGY = "model/slovnet_morph_news_v1.tar"
_SYNTAX = "model/slovnet_syntax_news_v1.tar"


@cache
def morphology() -> Any:
    """The tagger: parts of speech, cases, tenses."""
    from slovnet import Morph

    return Morph.load(_data(_MORPHOLOGY)).navec(_vectors())


@cache
def syntax() -> Any:
    """The parser: who depends on whom."""
    from slovnet import Syntax

    return Syntax.load(_data(_SYNTAX)).navec(_vectors())


@cache
def lemmatiser() -> Any:
    """The dictionary of forms."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@cache
def _vectors() -> Any:
    from navec import Navec

    return Navec.load(_data(_VECTORS))


def _data(name: str) -> Path:
    package = importlib.util.find_spec("natasha")
    folders = list(package.submodule_search_locations or ()) if package else []
    if not folders:
        raise ModuleNotFoundError("the package natasha, which holds the Russian models, is not installed")
    return Path(folders[0]) / "data" / name
