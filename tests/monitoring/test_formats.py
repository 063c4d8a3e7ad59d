"""Each format by its columns: what a row says, in our words, with its own codes beside them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.monitoring.rows import ACLED, ALERT, MAPPING, UCDP, VIINA, made, of, short, table

from ceasefire.errors import CaseError
from ceasefire.monitoring.importing.mapping_file import mapping_of
from ceasefire.monitoring.importing.opening import Refused
from ceasefire.monitoring.importing.running import How
from ceasefire.monitoring.report import Grade, Moment, Place


def test_ucdp(tmp_path: Path) -> None:
    _, [report], _ = made(of(tmp_path / "a.csv", UCDP))
    assert (report.source, report.key, report.deaths, report.grade) == ("ucdp-ged", "71", 3, Grade("F", "6"))
    assert report.happened == Moment(date(2031, 5, 2), date(2031, 5, 4), "")
    assert report.place == Place("Port Alma", 24.5, 10.25, "near", 25.0)
    assert report.reporters == ("The Courier", "Alma Radio")
    assert report.received == date(2031, 5, 3)
    assert report.actors == ("Government of Northland", "River Front")
    assert report.codes["event_clarity"] == "1"


def test_acled_a_week_is_three_days_to_either_side(tmp_path: Path) -> None:
    _, [report], _ = made(of(tmp_path / "a.csv", ACLED))
    assert report.happened == Moment(date(2031, 5, 11), date(2031, 5, 17), "")
    assert report.reporters == ("The Courier", "Alma Radio")
    assert report.received == date(2031, 5, 8)
    assert (report.place.precision, report.deaths, report.text) == ("settlement", 0, "They exchanged fire.")
    assert report.codes["source_scale"] == "National"
    _, [report], _ = made(of(tmp_path / "a.csv", {**ACLED, "time_precision": "3"}))
    assert report.happened == Moment(date(2031, 5, 1), date(2031, 5, 31), "")


@pytest.mark.parametrize(("time", "instant"), [("00:00", ""), ("14:05", "2031-05-02T14:05")])
def test_viina_midnight_is_a_time_that_is_not_known(tmp_path: Path, time: str, instant: str) -> None:
    _, [report], _ = made(of(tmp_path / "a.csv", {**VIINA, "time": time}))
    assert report.happened == Moment(date(2031, 5, 2), date(2031, 5, 2), instant)
    assert (report.place.precision, report.reporter, report.key) == ("exact", "courier", "5")
    assert report.codes["t_airstrike_pred"] == "0.02"


def test_viina_cut_down(tmp_path: Path) -> None:
    _, [report], _ = made(table(tmp_path / "a.csv", short()))
    assert (report.source, report.key, report.happened.instant) == ("viina", "", "2031-05-02T14:30")
    assert report.codes["event_type"] == "uav|loc"


def test_an_alert_counts_on_the_day_that_it_has_in_the_time_zone_of_the_case(tmp_path: Path) -> None:
    _, [report], _ = made(of(tmp_path / "a.csv", ALERT), How(zone=ZoneInfo("Europe/Kyiv")))
    assert report.happened == Moment(date(2031, 5, 3), date(2031, 5, 3), "2031-05-02T22:30:00+00:00"[:16] + "+00:00")
    assert report.place == Place("Alma", precision="region", region="Alma")


def geojson(*geometries: object) -> str:
    """A collection with one feature a geometry."""
    listed = [
        {
            "type": "Feature",
            "id": n,
            "geometry": one,
            "properties": {"date": "2031-05-02", "name": "Alma", "title": "Fire"},
        }
        for n, one in enumerate(geometries)
    ]
    return json.dumps({"type": "FeatureCollection", "features": listed})


def test_geojson_points_stay_and_shapes_become_a_centre_with_a_radius(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[20, 0], [22, 0], [22, 2], [20, 2], [20, 0]]]}
    (tmp_path / "a.geojson").write_text(geojson({"type": "Point", "coordinates": [24.5, 10.25]}, square, None))
    counts, reports, _ = made(tmp_path / "a.geojson")
    assert [(one.place.lon, one.place.lat) for one in reports] == [(24.5, 10.25), (21.0, 1.0), (None, None)]
    assert reports[1].place.radius_km == pytest.approx(157, abs=1)
    assert [one.text for one in reports] == ["Fire"] * 3
    assert "date from date" in counts.notes[0]


def test_lines_of_json(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        f"{json.dumps(ACLED)}\n{{broken\n{json.dumps({**ACLED, 'event_id_cnty': 'NOR10'})}\n"
    )
    counts, reports, [unusable] = made(tmp_path / "a.jsonl")
    assert [one.key for one in reports] == ["NOR9", "NOR10"]
    assert (counts.rows, unusable.reason, unusable.number) == (3, "not-a-row", 2)


def test_any_table_by_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(MAPPING)
    columns = ["day", "where", "x", "y", "said_by", "trust"]
    rows = ["13/5/2031", "Alma", "24,5", "10.25", "Courier / Radio", "high"], ["3/5/2031", "Alma", "", "", "", "low"]
    path = table(tmp_path / "a.csv", *map(list, rows), columns=columns)
    _, [one, other], _ = made(path, How(mapping_of(tmp_path / "m.yaml")))
    assert (one.happened.first, other.happened.first) == (date(2031, 5, 13), date(2031, 5, 3))
    assert one.place == Place("Alma", 24.5, 10.25, "near", 10.0)
    assert (one.reporters, str(one.grade), str(other.grade)) == (("Courier", "Radio"), "B3", "E3")
    assert replace(other.place, name="") == Place(precision="near", radius_km=10.0)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("is: near", "is: nearby", r"line 4: .*'nearby'.*exact, near, settlement.*did you mean near"),
        ("lon: x, ", "", r"line 4: place has one of lon and lat"),
        ("high: B", "high: G", r"line 6: .*'G'.*A, B, C"),
        ("forms: [day or month first]", "forms: [us]", r"line 3: .*'us'.*iso"),
        ("reporter:", "reporters:", r"line 5: .*not a key here"),
    ],
)
def test_what_a_mapping_cannot_say_is_refused_with_line_and_choices(
    tmp_path: Path, before: str, after: str, says: str
) -> None:
    assert before in MAPPING
    (tmp_path / "m.yaml").write_text(MAPPING.replace(before, after))
    with pytest.raises(CaseError, match=says):
        mapping_of(tmp_path / "m.yaml")


def test_unknown_columns_are_named_with_the_nearest_format_and_what_it_lacks(tmp_path: Path) -> None:
    held = {name: value for name, value in ACLED.items() if name != "notes"}
    with pytest.raises(Refused, match=r"It has: event_id_cnty.*nearest is acled.*needs: notes\..*--mapping FILE"):
        made(of(tmp_path / "a.csv", held))
    (tmp_path / "m.yaml").write_text(MAPPING)
    with pytest.raises(Refused, match="columns that the file does not have: said_by, day, where, x"):
        made(of(tmp_path / "a.csv", held), How(mapping_of(tmp_path / "m.yaml")))
