"""What reports say happened: an attack or not, on what, by what means, with what effect, by whom."""

from __future__ import annotations

from collections import defaultdict

import pytest

from ceasefire.coding.parties import Parties
from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.happening import Reader, happened
from ceasefire.monitoring.report import Report
from ceasefire.reasoning.words import included
from ceasefire.vocabulary import load

READER = Reader()


def read(text: str, **codes: str) -> Happened:
    return READER.happened(Report("r", "own", 1, text=text, codes=codes))


PAIRS = [
    # An attack, and a text with nearly the same words that reports none.
    (
        "Chadian drones struck a power plant near Abeche.",
        "Chad may attack a power plant near Abeche, its neighbour warns.",
    ),
    (
        "Shelling damaged two transformers outside Maroua.",
        "Police arrested a man who photographed transformers for shelling.",
    ),
    (
        "Gunmen blew up the gas pipeline at Wadi Sur.",
        "The gas pipeline at Wadi Sur exploded in an accident, its owner says.",
    ),
    ("A refinery was hit by rockets overnight.", "Oil prices rose after talk of a strike on a refinery."),
    ("An explosion was heard in the harbour at night.", "A gas leak caused an explosion in the harbour."),
    ("A blast damaged the gas station of Wadi Sur.", "Chad accused its neighbour of the blast at the gas station."),
    ("Shelling cut a power line near Kesso.", "Engineers repair the power line near Kesso after shelling."),
    ("The depot burns after a drone attack.", "The depot was rebuilt after a drone attack."),
    (
        "Дрони вдарили по підстанції у Верхньому, місто без світла.",
        "У Верхньому планують відключення світла через ремонт підстанції.",
    ),
    ("Уночі ракета влучила в житловий будинок.", "Затримали чоловіка, який наводив ракети на житловий будинок."),
    ("Через обстріл знеструмлено три села.", "Через негоду знеструмлено три села."),
    ("Хусити атакували танкер у протоці.", "Суд засудив хуситів, які атакували танкер у протоці."),
    ("Після атаки безпілотників горить нафтобаза.", "Річниця атаки безпілотників на нафтобазу."),
    (
        "Ночью обстреляли электростанцию, есть пострадавшие.",
        "Экс-директора электростанции задержали за взятку после обстрела.",
    ),
    ("Беспилотник попал в нефтебазу, начался пожар.", "Учения: беспилотник условно попал в нефтебазу."),
    ("ПВО сбила семь дронов над портом.", "Порт получил тарифы после атаки дронов."),
    ("Город обесточен после удара по подстанции.", "В городе восстановили свет после удара по подстанции."),
]


@pytest.mark.parametrize(("attack", "none"), PAIRS)
def test_an_attack_is_told_from_a_text_with_its_words(attack, none):
    assert read(attack).attack == "yes", read(attack).because
    assert read(none).attack == "no", read(none).because


def test_what_no_rule_knows_is_unknown():
    assert read("A new ferry line opens on Sunday.") == Happened()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Rockets hit a substation and a school.", ("education", "energy-substations")),
        ("Дрон влучив у лінію електропередач.", ("power-lines",)),
        ("Ракеты попали в нефтебазу и железнодорожный вокзал.", ("fuel-storage", "railways")),
        ("Обстріляли газову інфраструктуру.", ("oil-and-gas",)),
        ("Shells struck the hospital; a wounded man was taken to hospital elsewhere.", ("hospitals",)),
    ],
)
def test_the_classes_of_what_was_struck_are_those_named(text, targets):
    assert read(text).targets == targets


@pytest.mark.parametrize("text", ["The town lost power after shelling.", "Після обстрілу місто без світла."])
def test_power_lost_to_an_attack_shows_that_energy_was_struck(text):
    found = read(text)
    assert found.targets == ("energy-infrastructure",)
    assert "energy-infrastructure must have been struck: power-cut" in found.because


def test_power_switched_off_by_order_shows_no_hit():
    found = read("Через атаку дронів запровадили аварійні відключення.")
    assert (found.attack, found.targets, found.effects) == ("yes", (), ("ordered-power-cut",))


def test_what_was_shot_down_and_fell_on_something_is_both():
    found = read("Three drones were shot down; debris damaged a substation.")
    assert (found.outcome, found.means, found.domain) == ("hit and intercepted", ("drone",), "air")
    assert read("Air defence shot down three drones.").outcome == "intercepted"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ethiopian drones struck a bridge.", "Ethiopia"),
        ("India struck an airfield.", "India"),
        ("An airfield was struck by Pakistan.", "Pakistan"),
        ("Attack by Hezbollah damages a port.", "Hezbollah"),
        ("India was attacked from the sea.", ""),
        ("Удар ізраїльських дронів по електростанції.", "Israel"),
        ("Хусити вдарили по порту.", "Houthis"),
        ("Іран атакували дрони.", ""),
        ("Азербайджанские войска обстреляли село.", "Azerbaijan"),
        ("Ворог обстріляв село.", ""),
        ("Azerbaijan shot down Armenian drones over a port.", "Armenia"),
    ],
)
def test_an_attack_is_attributed_to_whom_the_words_name(text, by):
    assert read(text).by == by, read(text).because


def test_who_says_so_is_named():
    assert read("A drone hit the port, the governor said.").said_by == "governor"
    assert read("Дрон влучив у порт, – ОВА").said_by == "governor"
    assert read("A drone hit the port.").said_by == ""


def test_whose_side_was_struck_is_kept_apart_from_who_struck():
    found = read("Drones struck Pakistan near the border.")
    assert (found.by, found.against) == ("", "Pakistan")


def test_a_party_of_a_case_is_known_by_its_names():
    reader = Reader(Parties.builtin().with_aliases({"River Front": ["RF fighters", "Riverines"]}))
    assert reader.happened(Report("r", "own", 1, text="Riverines shelled the dam.")).by == "River Front"


def test_a_denied_verb_is_no_attack():
    assert read("Forces never shelled the port.").attack == "unknown"
    assert not any("somebody struck" in why for why in read("Війська не атакували порт.").because)


@pytest.mark.parametrize("attack", [pair[0] for pair in PAIRS])
def test_an_unrelated_sentence_changes_nothing(attack):
    alone = read(attack)
    assert read(f"{attack} A new ferry line opens on Sunday.") == alone
    assert read(f"A new ferry line opens on Sunday. {attack}") == alone


@pytest.mark.parametrize("text", [text for pair in PAIRS for text in pair])
def test_typography_changes_nothing(text):
    changed = text.replace("'", "’").replace(" ", "  ").replace(" – ", " — ")
    assert read(changed) == read(text)


@pytest.mark.parametrize("text", [text for pair in PAIRS for text in pair])
def test_capitals_do_not_decide_whether_it_was_an_attack(text):
    assert read(text.upper()).attack == read(text).attack


def test_codes_fill_what_the_words_leave_open():
    found = read("", type_of_violence="3", side_a="Government of India", side_b="Civilians")
    assert (found.attack, found.targets, found.by) == ("yes", ("civilians",), "India")
    found = read("Incident near the river.", event_type="Explosions/Remote violence",
                 sub_event_type="Air/drone strike", actor1="Military Forces of Ethiopia (2018-)")  # fmt: skip
    assert (found.attack, found.means, found.by, found.domain) == ("yes", ("aircraft",), "Ethiopia", "air")
    assert read("", event_type="uav|property").means == ("drone",)
    assert read("", t_uav="0.93", t_artillery="0.1", a_ukr="0.2").means == ("drone",)


def test_codes_never_gainsay_the_words():
    arrest = "Police arrested a man who guided drones."
    assert read(arrest, event_type="uav|property").attack == "no"
    assert read("A drone struck the port.", event_type="artillery").means == ("drone",)


def test_codes_made_from_the_words_make_no_attack_of_their_own():
    assert read("A new ferry line opens on Sunday.", event_type="uav|property").attack == "unknown"


def test_every_class_of_targets_is_one_that_provisions_know():
    lattice = load("provisions")["targets"]
    known = {*lattice, *(one for inner in lattice.values() for one in inner), *load("scopes")["targets"]}
    beside = {"industry", "agriculture", "military"}  # under no provision's class
    assert set(load("happened/targets")) - beside <= known


def test_energy_covers_the_classes_of_its_parts():
    assert {"energy-substations", "power-lines", "refineries", "pipelines", "dams"} <= included("energy-infrastructure")
    assert "fuel-stations" not in included("energy-infrastructure")


@pytest.mark.parametrize("file", ["targets", "background", "masks"])
def test_a_word_means_one_thing_in_its_file(file):
    held = defaultdict(set)
    for name, entry in load(f"happened/{file}").items():
        for language in ("en", "uk", "ru"):
            for words in entry.get(language, ()):
                held[language, words].add(name)
    assert {key: sorted(names) for key, names in held.items() if len(names) > 1} == {}


def test_each_distinct_text_is_read_once(monkeypatch):
    reader, asked = Reader(), []
    once = reader.text
    monkeypatch.setattr(reader, "text", lambda text: asked.append(text) or once(text))
    reports = [Report(str(i), "own", i, text="Drones struck a dam.") for i in range(5)]
    assert [one.targets for one in reader.all(reports)] == [("dams",)] * 5
    assert len(asked) == 1
    assert happened(reports[0]).targets == ("dams",)


SWAPPED = [
    ("Russian drones struck a dam.", "Ukrainian drones struck a dam."),
    ("Російські дрони вдарили по греблі.", "Українські дрони вдарили по греблі."),
    ("Росія обстріляла порт.", "Україна обстріляла порт."),
    ("Удар РФ по порту.", "Удар ЗСУ по порту."),
    ("Российская ракета попала в нефтебазу.", "Украинская ракета попала в нефтебазу."),
    ("ВС РФ ударили по мосту.", "ВСУ ударили по мосту."),
    ("Israel bombed a port.", "Iran bombed a port."),
]


@pytest.mark.parametrize(("one", "other"), SWAPPED)
def test_two_parties_in_each_other_s_places_are_read_alike(one, other):
    first, second = read(one), read(other)
    assert first.by != second.by
    assert "" not in (first.by, second.by)
    assert (first.attack, first.targets, first.means) == (second.attack, second.targets, second.means)
