"""What is wrong with incident data is kept with its reason and counted; nothing stops the rest."""

from __future__ import annotations

import gzip
import lzma
import zipfile
from pathlib import Path

import pytest
from tests.monitoring.rows import MAPPING, ROW, SHORT, UCDP, made, of, short, table

from ceasefire.monitoring.importing import running
from ceasefire.monitoring.importing.mapping_file import mapping_of
from ceasefire.monitoring.importing.opening import Refused
from ceasefire.monitoring.importing.outlines import Outlines, outlines_of
from ceasefire.monitoring.importing.running import How
from ceasefire.vocabulary import load

REGIONS = """{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"shapeName": "West", "code": 1}, "geometry":
 {"type": "Polygon", "coordinates": [[[20, 0], [25, 0], [25, 15], [20, 15], [20, 0]]]}},
{"type": "Feature", "properties": {"shapeName": "East", "code": 2}, "geometry":
 {"type": "Polygon", "coordinates": [[[25, 0], [30, 0], [30, 15], [25, 15], [25, 0]]]}}]}"""


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"datetime": ""}, "no-date"),
        ({"datetime": "soon"}, "date-not-readable"),
        ({"datetime": "2031-02-30"}, "date-not-readable"),
        ({"lon": "", "lat": "", "place_name": ""}, "no-place"),
        ({"lon": "east"}, "coordinates-not-readable"),
        ({"lat": ""}, "coordinates-not-readable"),
        ({"lon": "0", "lat": "0.0"}, "coordinates-zero"),
        ({"lon": "200", "lat": "95"}, "coordinates-out-of-range"),
        ({"lon": "50.5", "lat": "120.5"}, "coordinates-swapped"),
    ],
)
def test_a_row_that_cannot_be_used_is_kept_with_its_reason(
    tmp_path: Path, changed: dict[str, str], reason: str
) -> None:
    counts, [good], [bad] = made(table(tmp_path / "a.csv", short(**changed), ROW))
    assert (bad.reason, bad.number, good.number) == (reason, 1, 2)
    assert ROW[5] in bad.row
    assert counts.unusable == {reason: 1}
    assert reason in load("unusable")


def test_rows_of_a_wrong_length_and_quotes_left_open_do_not_take_others_along(tmp_path: Path) -> None:
    good = ",".join(ROW)
    (tmp_path / "a.csv").write_text(f'{",".join(SHORT)}\n{good},more\n{good[:-4]},"open\n{good}1\n{good}2\n')
    _, reports, unusable = made(tmp_path / "a.csv")
    assert [one.text[-1] for one in reports] == ["1", "2"]
    assert [(one.number, one.reason) for one in unusable] == [(1, "wrong-number-of-columns"), (2, "not-a-row")]


DATED = "day,where,x,y,said_by,trust\n"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["03/04/2031", "13/04/2031"], ["2031-04-03", "2031-04-13"]),
        (["03/04/2031", "04/13/2031"], ["2031-03-04", "2031-04-13"]),
        (["03/04/2031", "05/04/2031", "04/04/2031"], ["date-ambiguous", "date-ambiguous", "2031-04-04"]),
        (["03/04/2031", "13/04/2031", "04/13/2031"], ["dates-in-two-forms", "2031-04-13", "2031-04-13"]),
    ],
    ids=["day first", "month first", "nothing tells", "both"],
)
def test_day_or_month_first_is_told_by_the_file(tmp_path: Path, days: list[str], expected: list[str]) -> None:
    (tmp_path / "m.yaml").write_text(MAPPING)
    (tmp_path / "a.csv").write_text(DATED + "".join(f"{day},Alma,24,10,,\n" for day in days))
    _, reports, unusable = made(tmp_path / "a.csv", How(mapping_of(tmp_path / "m.yaml")))
    found = {one.number: str(one.happened.first) for one in reports} | {one.number: one.reason for one in unusable}
    assert [found[number] for number in sorted(found)] == expected


def test_what_ends_before_it_begins_and_codes_without_meaning(tmp_path: Path) -> None:
    backwards, unknown = {**UCDP, "date_end": "2031-05-01"}, {**UCDP, "id": "2", "where_prec": "9"}
    path = table(tmp_path / "a.csv", list(backwards.values()), list(unknown.values()), columns=list(UCDP))
    assert [one.reason for one in made(path)[2]] == ["ends-before-it-begins", "code-unknown"]


def test_identical_rows_are_one_report_and_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 100)
    counts, reports, _ = made(table(tmp_path / "a.csv", *[ROW] * 950, short(headline="Another"), *[ROW] * 50))
    assert (counts.used, counts.repeats, counts.reports, len(reports)) == (1001, 999, 2, 2)
    from ceasefire.monitoring.table import batches_in

    assert [n for one in batches_in(tmp_path / "made.parquet") for n in one.column("repeats").to_pylist()] == [999, 0]


def test_the_same_key_with_other_words_is_kept_apart(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", *(list({**UCDP, "best": n}.values()) for n in ("3", "3", "4")), columns=list(UCDP))
    counts, [report], [bad] = made(path)
    assert (counts.repeats, report.deaths, bad.reason, bad.number) == (1, 3, "key-taken", 3)


@pytest.mark.parametrize("kind", ["gz", "xz", "zip"])
def test_packed_files_are_read_as_they_are(tmp_path: Path, kind: str) -> None:
    plain = table(tmp_path / "a.csv", ROW).read_bytes()
    path = tmp_path / "packed"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.csv", plain)
    else:
        path.write_bytes((gzip if kind == "gz" else lzma).compress(plain))
    assert made(path)[0].used == 1


def test_a_zip_of_several_files_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "y")
    (tmp_path / "b.csv").write_text("")
    for name, says in (("a.zip", "holds 2 files"), ("b.csv", "nothing in it")):
        with pytest.raises(Refused, match=says):
            made(tmp_path / name)


def test_what_stands_before_the_break_of_a_cut_off_file_is_kept(tmp_path: Path) -> None:
    rows = [short(headline=f"{n * 7919 % 10007:x} {n}") for n in range(3000)]
    whole = table(tmp_path / "a.csv.gz", *rows)
    (tmp_path / "b.csv.gz").write_bytes(whole.read_bytes()[:-2000])
    counts, reports, unusable = made(tmp_path / "b.csv.gz")
    assert "cut off" in counts.broken
    assert 1000 < len(reports) < 3000
    assert [one.text for one in reports] == [row[5] for row in rows[: len(reports)]]
    assert [one.reason for one in unusable] in ([], ["cut-off"])


@pytest.mark.parametrize(("encoding", "note"), [("utf-8-sig", ""), ("utf-16", ""), ("cp1251", "cp1251")])
def test_encodings_are_found_and_guesses_are_said(tmp_path: Path, encoding: str, note: str) -> None:
    words = "Вибух на складі поблизу порту"
    counts, [report], _ = made(table(tmp_path / "a.csv", short(headline=words), encoding=encoding))
    assert report.text == words
    assert note in " ".join(counts.notes)
    assert bool(counts.notes) == bool(note)


@pytest.fixture
def regions(tmp_path: Path) -> Outlines:
    """Two regions side by side."""
    (tmp_path / "r.geojson").write_text(REGIONS)
    return outlines_of(tmp_path / "r.geojson")


def test_a_point_gets_the_region_that_it_lies_in(tmp_path: Path, regions: Outlines) -> None:
    lons = ["24.5", "26", "25", "30", "30.01", "40"]
    counts, reports, _ = made(table(tmp_path / "a.csv", *(short(lon=lon) for lon in lons)), How(outlines=regions))
    assert [one.place.region for one in reports] == ["West", "East", "", "East", "", ""]
    assert (counts.several, counts.outside, counts.near) == (1, 2, 1)


def test_exchanged_coordinates_are_never_mended_in_silence(tmp_path: Path, regions: Outlines) -> None:
    path = table(tmp_path / "a.csv", short(lon="10.25", lat="24.5"))
    counts, reports, [bad] = made(path, How(outlines=regions))
    assert (reports, bad.reason, counts.unusable["coordinates-swapped"]) == ([], "coordinates-swapped", 1)
    _, [report], _ = made(path, How(outlines=regions, swap=True))
    assert (report.place.lon, report.place.lat, report.place.region) == (24.5, 10.25, "West")


def test_a_point_that_stands_for_a_country_has_no_region(tmp_path: Path, regions: Outlines) -> None:
    _, [report], _ = made(of(tmp_path / "a.csv", {**UCDP, "where_prec": "6"}), How(outlines=regions))
    assert (report.place.precision, report.place.region) == ("country", "")
