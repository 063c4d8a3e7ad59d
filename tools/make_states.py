"""Build vocabulary/parties/states.yaml: the members and observers of the United Nations, Kosovo and Taiwan.

Names come from Unicode CLDR (babel), codes and official names from ISO 3166-1 (pycountry), demonyms and capitals
from countryinfo; tools/states_corrections.yaml says where news English differs. None of the three is a dependency
of ceasefire: install pycountry, babel and countryinfo in an environment of their own and run

    python tools/make_states.py > src/ceasefire/vocabulary/parties/states.yaml
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pycountry
import yaml
from babel import Locale
from countryinfo import CountryInfo

NOT_STATES = """
    AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF
    PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT
"""
UNCHANGED = ("ese", "ss", "sh", "ch", "tch", "ois")
HEAD = "# Made by tools/make_states.py from Unicode CLDR, ISO 3166-1, countryinfo and corrections; do not edit.\n"


def plural(adjective: str) -> str:
    """The noun for many: Iranians; none where the adjective serves (the Chinese, the Swiss)."""
    return "" if adjective.endswith(UNCHANGED) else adjective + "s"


def english_name(code: str, fallback: str) -> str:
    name = str(Locale("en").territories.get(code, fallback))
    return name.replace("&", "and").replace("St. ", "Saint ").replace("’", "'")


def packaged(code: str, alpha3: str, name: str, official: str) -> dict[str, Any]:
    """What the packages say of one state."""
    try:
        facts = CountryInfo(code).info() or {}
    except Exception:  # countryinfo raises bare errors for states that it lacks
        facts = {}
    demonym = (facts.get("demonym") or "").split(",")[0].strip()
    canonical = english_name(code, name)
    return {
        "name": canonical,
        "codes": [code, alpha3],
        "names": [official] if official and official != canonical else [],
        "adjectives": [demonym] if demonym else [],
        "capitals": [facts["capital"]] if facts.get("capital") else [],
    }


def corrected(state: dict[str, Any], correction: dict[str, Any]) -> dict[str, Any]:
    also = correction.get("also", [])
    state = state | {key: value for key, value in correction.items() if key != "also"}
    state["names"] = list(dict.fromkeys([*state["names"], *also]))
    state.setdefault("nouns", [noun for noun in map(plural, state["adjectives"]) if noun])
    order = ("name", "codes", "names", "adjectives", "nouns", "capitals")
    return {key: state[key] for key in order if state.get(key)}


def line(state: dict[str, Any]) -> str:
    """One state as one line of YAML."""
    dumped = yaml.safe_dump(state, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    return f"- {dumped.strip()}\n"


def main() -> None:
    corrections = yaml.safe_load(Path(__file__).with_name("states_corrections.yaml").read_text(encoding="utf-8"))
    rows = [
        (c.alpha_2, c.alpha_3, c.name, getattr(c, "official_name", "").removeprefix("the "))
        for c in pycountry.countries
    ]
    rows.append(("XK", "XKX", "Kosovo", ""))
    states = [
        corrected(packaged(*row), corrections.get(row[0], {})) for row in rows if row[0] not in NOT_STATES.split()
    ]
    sys.stdout.write(HEAD + "".join(map(line, sorted(states, key=lambda state: str(state["name"])))))


if __name__ == "__main__":
    main()
