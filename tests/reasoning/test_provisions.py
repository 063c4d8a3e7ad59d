"""Which words speak of which provision, what it is called, and whose consent it needs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.reasoning.said import END, HALT, TRUCE, record, said

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.naming import provision_id, slug, title
from ceasefire.reasoning.positions import positions
from ceasefire.reasoning.provisions import agenda
from ceasefire.reasoning.words import words
from ceasefire.record.case import Case, CaseProvision


def about(*statements: Statement, case: Case | None = None) -> list[str]:
    on = agenda(statements, case)
    return [on.about[one.id] for one in statements]


def test_a_bare_mention_is_the_specific_provision_of_its_document() -> None:
    truce = said("A", "propose", scope=TRUCE)
    assert about(truce, said("B", "reject", quote="B refuses the truce")) == ["ceasefire-30-days"] * 2


def test_it_stays_general_when_the_words_mean_another_or_two_would_fit() -> None:
    truce = said("A", "propose", scope=TRUCE)
    assert about(truce, said("B", "reject", quote="a lasting ceasefire"))[1] == "ceasefire"
    assert about(truce, said("B", "reject", scope=Scope(duration="lasting"), quote="a ceasefire"))[1] == "ceasefire"
    other = said("A", "propose", scope=Scope(duration="P60D"))
    assert about(truce, other, said("B", "reject", quote="the truce"))[2] == "ceasefire"


def test_a_party_that_would_contradict_itself_means_another_provision() -> None:
    refused = said("B", "reject", scope=TRUCE)
    price = said("B", "condition", quote="ceasefire would require", condition="x", condition_provision="talks")
    assert about(said("A", "propose", scope=TRUCE), refused, price)[2] == "ceasefire"
    assert about(said("A", "propose", scope=TRUCE), refused, said("C", "reject", quote="it"))[2] == "ceasefire-30-days"


def test_documents_do_not_lend_each_other_their_provisions() -> None:
    truce = said("A", "propose", scope=TRUCE)
    assert about(truce, said("B", "reject", quote="the truce", document="e"))[1] == "ceasefire"


def test_a_later_report_recalls_the_limited_halt_that_it_names_by_its_targets() -> None:
    agreed = said(
        "A", "accept", "limited-ceasefire", scope=replace(HALT, duration="P30D"), on="2025-03-18", document="x"
    )
    ended = said("A", "suspend", "limited-ceasefire", scope=HALT, on="2025-04-18", document="y")
    assert about(agreed, ended) == ["energy-infrastructure-halt-30-days"] * 2
    narrow = replace(HALT, duration="P30D", domains=("air",))
    other = said("C", "propose", "limited-ceasefire", scope=narrow, on="2025-03-03", document="w")
    assert about(other, agreed)[1] == "energy-infrastructure-halt-30-days"
    assert about(other, ended)[1] == "energy-infrastructure-halt"
    before = said("B", "propose", "limited-ceasefire", scope=HALT, on="2025-03-01", document="z")
    assert about(before, agreed)[0] == "energy-infrastructure-halt"


def test_each_mention_in_a_later_report_recalls_the_length_not_only_the_first() -> None:
    agreed = said(
        "A", "accept", "limited-ceasefire", scope=replace(HALT, duration="P30D"), on="2025-03-18", document="x"
    )
    later = [
        said("A", act, "limited-ceasefire", scope=HALT, on="2025-04-18", document="y") for act in ("accuse", "deny")
    ]
    assert about(agreed, *later) == ["energy-infrastructure-halt-30-days"] * 3


def test_how_much_longer_a_pause_is_to_last_is_not_how_long_it_lasts() -> None:
    easter = Scope(occasion="easter")
    declared = said("A", "accept", "limited-ceasefire", scope=easter)
    longer = replace(easter, duration="P30D")
    asked = said(
        "B", "propose", "limited-ceasefire", scope=longer, quote="proposed to extend the Easter truce for 30 days"
    )
    assert about(declared, asked) == ["limited-ceasefire-easter"] * 2
    lasting = said("B", "propose", "limited-ceasefire", scope=longer, quote="proposed an Easter truce for 30 days")
    assert about(lasting) == ["limited-ceasefire-30-days-easter"]


def test_a_later_ceasefire_without_a_limit_recalls_no_truce() -> None:
    truce = said("A", "accept", scope=TRUCE, on="2025-03-11", document="x")
    assert about(truce, said("A", "reject", on="2025-04-11", document="y")) == ["ceasefire-30-days", "ceasefire"]


def test_a_halt_in_the_country_of_a_party_is_not_limited_to_a_place() -> None:
    wide = said("A", "accept", "limited-ceasefire", scope=replace(HALT, area=("B",)), recipient="B")
    assert about(wide) == ["energy-infrastructure-halt"]
    near = said("A", "accept", "limited-ceasefire", scope=replace(HALT, area=("Tarro",)), recipient="B")
    assert about(near) == ["energy-infrastructure-halt-tarro"]


def test_two_lengths_are_two_provisions_and_equal_lengths_are_one() -> None:
    found = about(*(said("A", "propose", scope=Scope(duration=length)) for length in ("P30D", "P1M", "P60D")))
    assert found == ["ceasefire-30-days", "ceasefire-30-days", "ceasefire-60-days"]


@pytest.mark.parametrize(
    ("kind", "scope", "expected_id", "expected_title"),
    [
        ("ceasefire", Scope(), "ceasefire", "Ceasefire"),
        ("ceasefire", Scope(duration="PT12H"), "ceasefire-12-hours", "12-hour ceasefire"),
        ("limited-ceasefire", HALT, "energy-infrastructure-halt", "Halt to attacks on energy infrastructure"),
        ("limited-ceasefire", Scope(domains=("sea",)), "limited-ceasefire-sea", "Halt to attacks at sea"),
        ("limited-ceasefire", Scope(area=("Black Sea",)), "limited-ceasefire-black-sea",
         "Halt to attacks in the Black Sea"),
        ("limited-ceasefire", Scope(occasion="easter"), "limited-ceasefire-easter", "Limited ceasefire for Easter"),
        ("foreign-support", END, "end-of-foreign-support",
         "End of foreign military assistance and intelligence sharing"),
        ("foreign-support", Scope(targets=("intelligence-sharing",), direction="end"),
         "end-of-foreign-intelligence-sharing",
         "End of foreign intelligence sharing"),
        ("sanctions", Scope(direction="end"), "lifting-of-sanctions", "Lifting of sanctions"),
        ("talks", Scope(area=("Middle East",)), "talks-middle-east", "Talks in the Middle East"),
        ("prisoner-release", Scope(), "prisoner-release", "Release of prisoners and hostages"),
        ("prisoner-release", Scope(targets=("hostages",)), "release-of-hostages", "Release of hostages"),
        ("a new kind", Scope(), "a new kind", "a new kind"),
    ],
)  # fmt: skip
def test_names_are_readable_and_stable(kind: str, scope: Scope, expected_id: str, expected_title: str) -> None:
    assert (provision_id(kind, scope), title(kind, scope)) == (expected_id, expected_title)


def test_every_category_has_its_own_name_and_says_whom_it_binds() -> None:
    known = words()["categories"]
    assert len({one["slug"] for one in known.values()}) == len({one["title"] for one in known.values()}) == len(known)
    assert {one["consent"] for one in known.values()} == {"bound", "givers"}
    assert {one.get("throughout", "having") for one in known.values()} == {"having", "end"}


def test_a_slug_keeps_letters_of_any_script() -> None:
    assert slug("Ukraine's Côte d'Ivoire / Київ") == "ukraine-s-cote-d-ivoire-киів"


def test_two_conflicts_keep_their_ceasefires_apart() -> None:
    statements = [
        said("Russia", "reject", document="a", recipient="Ukraine"),
        said("Ukraine", "accept", document="a"),
        said("United States", "propose", document="a", recipient="Russia"),
        said("Rapid Support Forces", "accept", document="b", recipient="Sudan"),
        said("Sudan", "reject", document="b", recipient="Rapid Support Forces"),
        said("United States", "propose", document="b", recipient="Sudan"),
    ]
    found = about(*statements)
    assert found[:3] == ["ceasefire-ukraine-russia"] * 3 or found[:3] == ["ceasefire-russia-ukraine"] * 3
    assert set(found[3:]) == {"ceasefire-sudan-rapid-support-forces"}


def test_documents_of_one_conflict_are_joined_by_the_pair_that_fights() -> None:
    statements = [
        said("Russia", "accuse", document="a", recipient="Ukraine"),
        said("Ukraine", "accuse", document="b", recipient="Russia"),
        said("Russia", "accept", document="c"),
    ]
    assert set(about(*statements)) == {"ceasefire"}


def test_a_digest_of_two_wars_is_taken_apart() -> None:
    found = about(
        said("Russia", "accuse", recipient="Ukraine"),
        said("Ukraine", "reject"),
        said("Israel", "accuse", recipient="Hamas"),
        said("Hamas", "accept"),
    )
    assert found[0] == found[1] != found[2] == found[3]


def consent(provision: str, *statements: Statement, case: Case | None = None) -> tuple[tuple[str, ...], str]:
    found = agenda(statements, case).provision(provision)
    assert found is not None
    return found.consent, found.consent_because


def test_a_halt_needs_those_whom_it_binds_and_not_who_proposes_or_mediates_it() -> None:
    statements = (
        said("Egypt", "mediate"),
        said("United States", "propose", recipient="Hamas"),
        said("Israel", "accept", recipient="United States"),
    )
    assert consent("ceasefire", *statements) == (("Hamas", "Israel"), "it binds them")


def test_a_neighbour_that_once_backs_a_halt_is_not_bound_by_it() -> None:
    statements = [said(party, "accept", on=f"2025-03-{day:02}") for party in "AB" for day in range(1, 7)]
    assert consent("ceasefire", *statements, said("C", "accept"))[0] == ("A", "B")


def test_a_go_between_does_not_join_two_conflicts_but_a_side_does() -> None:
    two = [said("A", "accept", recipient="US", document="a"), said("US", "propose", recipient="A", document="a")]
    two += [said("B", "reject", document="a", recipient="A")]
    other = [said("C", "accept", recipient="US", document="b"), said("US", "propose", recipient="C", document="b")]
    other += [said("D", "reject", document="b", recipient="C")]
    assert len(set(about(*two, *other))) == 2
    assert set(about(*two, *other, said("B", "accuse", recipient="C", document="c"))) == {"ceasefire"}


def test_a_case_is_about_one_conflict() -> None:
    statements = [said("A", "accuse", recipient="B", document="a"), said("C", "accuse", recipient="D", document="b")]
    assert len(set(about(*statements))) == 2
    assert set(about(*statements, case=Case(Path()))) == {"ceasefire"}


def test_ending_support_needs_those_who_give_it() -> None:
    statements = (
        said("Russia", "condition", condition="x", condition_provision="foreign-support", condition_scope=END),
        said("Allies", "reject", "foreign-support", scope=END),
        said("United States", "implement", "foreign-support", recipient="Ukraine"),
    )
    assert consent("end-of-foreign-support", *statements) == (("Allies", "United States"), "they would have to act")


def test_the_case_file_has_the_last_word_on_consent_and_names() -> None:
    pause = CaseProvision("energy-pause", "The pause", "limited-ceasefire", HALT, ("Russia", "Ukraine"))
    case = Case(Path(), provisions=(pause,), consent={"talks": ("Russia",)})
    statements = (said("Russia", "accept", "limited-ceasefire", scope=HALT), said("China", "accept", "talks"))
    assert about(*statements, case=case) == ["energy-pause", "talks"]
    assert consent("energy-pause", *statements, case=case) == (("Russia", "Ukraine"), "case file")
    assert consent("talks", *statements, case=case) == (("Russia",), "case file")
    (pause_position, _) = sorted(positions(record(statements), case=case), key=lambda one: one.party, reverse=True)
    assert pause_position.provision == "energy-pause"


def test_a_case_provision_takes_mentions_that_leave_its_length_out_but_not_another_length() -> None:
    defined = CaseProvision("pause", "", "limited-ceasefire", Scope(targets=HALT.targets, duration="P30D"))
    case = Case(Path(), provisions=(defined,))
    other = Scope(targets=HALT.targets, duration="P60D")
    statements = [
        said("A", "accept", "limited-ceasefire", scope=scope, document=name)
        for name, scope in (("a", HALT), ("b", other))
    ]
    assert about(*statements, case=case) == ["pause", "energy-infrastructure-halt-60-days"]
