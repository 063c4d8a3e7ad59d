"""The terms of a case file: each key is understood, each wrong value is refused with its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire.coding.statement import BREACH, BY_AGREEMENT, EXTENDABLE, Scope
from ceasefire.errors import CaseError
from ceasefire.record.case import Case, CaseProvision, load_case
from ceasefire.record.case_accounts import CaseAccount, Restriction
from ceasefire.record.case_keys import groups, keys
from ceasefire.record.case_sources import ClaimsFile
from ceasefire.record.terms import Except, Release, Terms, Window, Withdrawal, of_scope
from ceasefire.when import When

HEAD = "title: T\nparties: {Russia: [Moscow], Ukraine: [Kyiv], River Front: []}\n"
PAUSE = HEAD + "provisions:\n  p:\n    must_not: attack\n    towards: energy-infrastructure\n"
FULL = (
    PAUSE
    + """\
    who: [Moscow, Ukraine]
    when: {from: 2025-03-18, until: 2025-04-16}
    in_force: when all consent
    suspended_if: {breach_by: Moscow, at_option_of: Ukraine}
    except:
      - {towards: [dams], otherwise: q}
      - {area: Kursk, when: {from: 2025-03-20, for: P2D}}
    withdrawal: {by: either, notice: P7D}
    response_in_kind: forbidden
    extendable: no
    ends_if: {breach_by: either, at_option_of: other}
    consent: [Kyiv, River Front]
    accounts:
      Kyiv: {when: {from: 2025-03-25, for: P30D}}
      Moscow: {towards: [power-plants], domain: air, area: [Kursk], who: Ukraine}
  q:
    category: nuclear
"""
)


def load(folder: Path, text: str) -> Case:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return load_case(folder)


def provision(folder: Path, text: str) -> CaseProvision:
    return load(folder, text).provisions[0]


def day(words: str) -> When:
    return When(words, words, "row")


def test_every_term_becomes_a_value(tmp_path: Path) -> None:
    pause = provision(tmp_path, FULL)
    assert pause.terms == Terms(
        in_force="when all consent",
        window=Window(day("2025-03-18"), "P30D", day("2025-04-16")),
        suspended_if=Release("Russia", "Ukraine"),
        exceptions=(
            Except(towards=("dams",), otherwise="q"),
            Except(area=("Kursk",), window=Window(day("2025-03-20"), "P2D")),
        ),
        withdrawal=Withdrawal("either", "P7D"),
        response_in_kind="forbidden",
        extendable="not extendable",
        ends_if=Release("either", "other"),
    )
    assert (pause.consent, pause.scope.between) == (("Ukraine", "River Front"), ("Russia", "Ukraine"))
    assert (pause.scope.start.edtf, pause.scope.duration) == ("2025-03-18", "P30D")


def test_an_account_says_what_a_party_has_otherwise(tmp_path: Path) -> None:
    moscow, kyiv = provision(tmp_path, FULL).accounts
    assert moscow == CaseAccount(
        "Russia",
        Scope(targets=("power-plants",), domains=("air",), area=("Kursk",), between=("Ukraine",)),
        given=(
            "area",
            "domain",
            "towards",
            "who",
        ),
    )
    assert kyiv == CaseAccount("Ukraine", window=Window(day("2025-03-25"), "P30D"), given=("when",))


def test_an_account_says_something_and_each_party_has_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"line 7: .*says nothing; name one of: who, towards"):
        load(tmp_path, PAUSE + "    accounts: {Moscow: {}}\n")
    with pytest.raises(CaseError, match="second account of Russia"):
        load(tmp_path, PAUSE + "    accounts: {Moscow: {area: a}, Russia: {area: b}}\n")


def test_restrictions_say_where_and_when_nobody_could_look(tmp_path: Path) -> None:
    given = HEAD + "restrictions: [{area: Kursk, when: {from: 2025-03-20}, says: no access, source: a mission}]\n"
    assert load(tmp_path, given).restrictions == (
        Restriction(("Kursk",), Window(day("2025-03-20")), "no access", "a mission"),
    )


def test_a_date_of_coming_into_force_is_the_start(tmp_path: Path) -> None:
    pause = provision(tmp_path, PAUSE + "    in_force: {from: 2025-03-18}\n    when: {for: P30D}\n")
    assert (pause.terms.in_force, pause.scope.start.edtf, pause.scope.duration) == ("on a date", "2025-03-18", "P30D")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("    extendable: by mutual agreement\n", Scope(extendable=BY_AGREEMENT)),
        ("    extendable: yes\n", Scope(extendable=EXTENDABLE)),
        ("    ends_if: {breach_by: either, at_option_of: other}\n", Scope(ends_if=BREACH)),
        ("    when: {from: 2025-03-18, for: P30D}\n", Scope(start=day("2025-03-18"), duration="P30D")),
    ],
)
def test_the_words_of_statements_and_the_keys_of_a_case_mean_the_same(
    tmp_path: Path, written: str, said: Scope
) -> None:
    pause = provision(tmp_path, PAUSE + written)
    assert pause.terms == of_scope(said)
    assert pause.terms.in_scope(Scope()) == said


# For each group and key: what is written wrongly below the head, and what the refusal must say.
WRONG = {
    ("case", "title"): ("title:\n", "line 1: the file has no title"),
    ("case", "parties"): (HEAD + "languages: en\nparties: {}\n", "parties .* is given twice"),
    ("case", "provisions"): (HEAD + "provisions: none\n", r"line 3: provisions \('none'\) must be keys with values"),
    ("case", "consent"): (
        HEAD + "consent: {ceasefire: [Rusia]}\n",
        "line 3: .*'Rusia'.* is no party.*did you mean Russia",
    ),
    ("case", "sources"): (HEAD + "sources: [[a]]\n", "line 3: sources must be one text"),
    ("source", "path"): (HEAD + "sources: [{path: [a]}]\n", "line 3: sources.path must be one text"),
    ("source", "published"): (
        HEAD + "sources:\n  - {path: a, published: May}\n",
        r"line 4: sources.published \('May'\) is no date; write YYYY-MM-DD",
    ),
    ("case", "languages"): (HEAD + "languages: [en, fr]\n", r"line 3: languages \('fr'\) must be of: en, ru"),
    ("case", "record"): (HEAD + "record: mysql://a/b\n", r"line 3: record .* no database URL of: sqlite, postgresql"),
    ("case", "time_zone"): (HEAD + "time_zone: Alma\n", r"line 3: time_zone \('Alma'\) is no time zone; .*Europe/Kyiv"),
    ("provision", "title"): (PAUSE + "    title: [a]\n", "line 7: provisions.p.title must be one text"),
    ("provision", "category"): (PAUSE + "    category: truce\n", "line 7: .*'truce'.* must be of: ceasefire"),
    ("provision", "must_not"): (
        HEAD + "provisions:\n  p:\n    must_not: shell\n",
        "line 5: .*'shell'.* must be of: attack",
    ),
    ("provision", "who"): (PAUSE + "    who: [Rivr Front]\n", "line 7: .*did you mean River Front"),
    ("provision", "towards"): (
        HEAD + "provisions:\n  p:\n    must_not: attack\n    towards: [energy-infrastucture]\n",
        "line 6: .*'energy-infrastucture'.* must be of: .*did you mean energy-infrastructure",
    ),
    ("provision", "domain"): (PAUSE + "    domain: space\n", "line 7: .*'space'.* must be of: air, land, sea"),
    ("provision", "area"): (PAUSE + "    area: {a: b}\n", "line 7: provisions.p.area must be one text"),
    ("provision", "occasion"): (PAUSE + "    occasion: eastern\n", "line 7: .*did you mean easter"),
    ("provision", "direction"): (PAUSE + "    direction: start\n", "line 7: .*'start'.* must be of: end"),
    ("provision", "when"): (PAUSE + "    when: tomorrow\n", "line 7: .*'tomorrow'.* must be keys with values"),
    ("provision", "in_force"): (
        PAUSE + "    in_force: at once\n",
        "line 7: .*must be of: when all consent, on signature",
    ),
    ("provision", "suspended_if"): (PAUSE + "    suspended_if: {}\n", "line 7: .*says nothing of whose breach"),
    ("provision", "except"): (PAUSE + "    except: [{otherwise: p}]\n", "line 7: .*excepts nothing; name towards"),
    ("provision", "withdrawal"): (PAUSE + "    withdrawal: P7D\n", "line 7: .*must be keys with values"),
    ("provision", "response_in_kind"): (PAUSE + "    response_in_kind: maybe\n", "must be of: allowed, forbidden"),
    ("provision", "extendable"): (PAUSE + "    extendable: twice\n", "must be of: yes, no, by mutual agreement"),
    ("provision", "ends_if"): (
        PAUSE + "    ends_if: {breach: either}\n",
        "'breach'.* is not a key here.*did you mean breach_by",
    ),
    ("provision", "consent"): (PAUSE + "    consent: [Nobody]\n", "'Nobody'.* is no party .*list it under parties"),
    ("provision", "accounts"): (PAUSE + "    accounts: {Nobody: {}}\n", "is no party .*list it under parties"),
    ("account", "who"): (PAUSE + "    accounts: {Moscow: {who: Nobody}}\n", "'Nobody'.* is no party"),
    ("account", "towards"): (PAUSE + "    accounts: {Moscow: {towards: dam}}\n", "did you mean dams"),
    ("account", "domain"): (PAUSE + "    accounts: {Moscow: {domain: space}}\n", "must be of: air, land, sea"),
    ("account", "area"): (PAUSE + "    accounts: {Moscow: {area: {a: b}}}\n", "area must be one text"),
    ("account", "when"): (PAUSE + "    accounts: {Moscow: {when: {from: soon}}}\n", "'soon'. is no date"),
    ("case", "incidents"): (HEAD + "incidents: {a: b}\n", "line 3: incidents must be one text"),
    ("case", "outlines"): (HEAD + "outlines: [a]\n", "line 3: outlines must be one text"),
    ("case", "region_name"): (HEAD + "region_name: [a]\n", "line 3: region_name must be one text"),
    ("case", "restrictions"): (HEAD + "restrictions: [{area: a}]\n", "line 3: .*does not say what could not be done"),
    ("restriction", "area"): (HEAD + "restrictions: [{area: {a: b}, says: x}]\n", "area must be one text"),
    ("restriction", "when"): (HEAD + "restrictions: [{when: soon, says: x}]\n", "must be keys with values"),
    ("restriction", "says"): (HEAD + "restrictions: [{says: [a]}]\n", "says must be one text"),
    ("restriction", "source"): (HEAD + "restrictions: [{says: x, source: [a]}]\n", "source must be one text"),
    ("case", "claims"): (HEAD + "claims: [[a]]\n", "line 3: claims must be one text"),
    ("ledger", "path"): (HEAD + "claims: [{mapping: a}]\n", "line 3: .*has no path; write {path: claims.csv"),
    ("ledger", "mapping"): (HEAD + "claims: [{path: a, mapping: [b]}]\n", "claims.mapping must be one text"),
    ("window", "from"): (
        PAUSE + "    when: {from: soon}\n",
        "line 7: .*when.from .'soon'. is no date; write YYYY-MM-DD",
    ),
    ("window", "for"): (PAUSE + "    when: {for: a month}\n", "line 7: .*when.for .'a month'. is no duration"),
    ("window", "until"): (
        PAUSE + "    when: {from: 2025-03-18, until: 2025-03-01}\n",
        "line 7: .*until .* lies before the first day .2025-03-18",
    ),
    ("start", "from"): (PAUSE + "    in_force: {from: x}\n", "line 7: .*in_force.from .'x'. is no date"),
    ("release", "breach_by"): (
        PAUSE + "    ends_if: {breach_by: neither}\n",
        "choose one of: either, or a party; did you mean either",
    ),
    ("release", "at_option_of"): (
        PAUSE + "    ends_if: {breach_by: either, at_option_of: others}\n",
        "choose one of: other, either, or a party; did you mean other",
    ),
    ("exception", "towards"): (
        PAUSE + "    except: [{towards: dam}]\n",
        "line 7: .*'dam'.* must be of: .*did you mean dams",
    ),
    ("exception", "area"): (PAUSE + "    except: [{area: {a: b}}]\n", "line 7: .*area must be one text"),
    ("exception", "when"): (PAUSE + "    except: [{when: {for: P1D, until: 2025-01-01}}]\n", "keep one of the two"),
    ("exception", "otherwise"): (PAUSE + "    except: [{area: a, otherwise: q}]\n", "line 7: .*'q'.* must be of: p"),
    ("withdrawal", "by"): (PAUSE + "    withdrawal: {by: anybody}\n", "line 7: .*'anybody'.* is no party"),
    ("withdrawal", "notice"): (PAUSE + "    withdrawal: {notice: 7}\n", "line 7: .*notice .'7'. is no duration"),
}


def test_ledgers_of_claims_come_with_or_without_a_mapping(tmp_path: Path) -> None:
    given = HEAD + "claims:\n  - a.jsonl\n  - {path: b.csv, mapping: b.yaml}\n"
    assert load(tmp_path, given).claims == (ClaimsFile("a.jsonl"), ClaimsFile("b.csv", "b.yaml"))


def test_every_key_has_its_wrong_value_here() -> None:
    assert set(WRONG) == {(group, key) for group in groups() for key in keys(group)}


@pytest.mark.parametrize(("group", "key"), sorted(WRONG))
def test_a_wrong_value_is_refused_with_its_line_and_what_to_do(tmp_path: Path, group: str, key: str) -> None:
    text, expected = WRONG[group, key]
    with pytest.raises(CaseError, match=expected):
        load(tmp_path, text)


def test_two_dates_of_coming_into_force_that_differ_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"line 8: .*in_force differs from when\.from \(2025-03-18\); keep one"):
        load(tmp_path, PAUSE + "    when: {from: 2025-03-18}\n    in_force: {from: 2025-03-25}\n")


@pytest.mark.parametrize("url", ["postgresql://me:hunter2@host/db", "postgresql://host/db?user=me&password=hunter2"])
def test_a_password_is_refused_and_never_shown(tmp_path: Path, url: str) -> None:
    with pytest.raises(CaseError, match=r"line 3: record holds a password; .*PGPASSWORD or in ~/\.pgpass") as refused:
        load(tmp_path, HEAD + f"record: {url}\n")
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("url", ["sqlite:///other.db", "postgresql://me@host:5432/db", "postgresql+psycopg://host/db"])
def test_a_database_without_a_password_is_taken(tmp_path: Path, url: str) -> None:
    assert load(tmp_path, HEAD + f"record: {url}\n").record == url


def test_parties_are_those_of_the_case_and_of_the_vocabulary_by_any_name(tmp_path: Path) -> None:
    case = load(tmp_path, HEAD + "consent: {ceasefire: [moscow, the White House, River Front]}\n")
    assert case.consent == {"ceasefire": ("Russia", "United States", "River Front")}
