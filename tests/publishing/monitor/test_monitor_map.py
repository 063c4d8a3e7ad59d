"""The map: areas of precision, the user's outlines and nothing else, nothing left out in silence."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from tests.publishing.monitor.invented import incident, monitored, outlines, provision

from ceasefire.errors import InputError
from ceasefire.monitoring.report import Place
from ceasefire.publishing.monitor.compose import compose
from ceasefire.publishing.monitor.frame import KM_A_DEGREE, frame
from ceasefire.publishing.monitor.land import land
from ceasefire.publishing.monitor.spots import Spot, groups

SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 200_000


def drawn(found):
    """The map of the first provision."""
    return ElementTree.fromstring(next(one.svg for one in compose(found).drawings() if one.name == "map"))


def at(number, lon, lat, precision="near", radius=12.0, region="", verdict="alleged"):
    return incident(number, verdict, place=Place(f"place {number}", lon, lat, precision, radius, region))


def of(*shown, **given):
    return monitored(provisions=(provision(shown=shown),), **given)


def test_an_incident_is_a_circle_as_wide_as_its_place_is_uncertain(tmp_path):
    path = outlines(tmp_path)
    on = frame(land(path), ())
    found = drawn(of(at(1, 29.0, 48.7, radius=50.0), at(2, 33.0, 49.2, radius=5.0), outlines=path))
    radii = sorted(float(one.get("r")) for one in found.iter(f"{SVG}circle") if one.get("fill-opacity") == "0.13")
    assert radii == pytest.approx([on.scale * 5 / KM_A_DEGREE, on.scale * 50 / KM_A_DEGREE], abs=0.01)


def test_where_only_the_region_is_known_the_whole_region_is_hatched(tmp_path):
    found = drawn(of(at(1, None, None, "region", None, "Ruk"), outlines=outlines(tmp_path)))
    assert [one.get("fill") for one in found.iter(f"{SVG}path") if "url" in one.get("fill", "")] == ["url(#map-hatch)"]
    assert not [one for one in found.iter(f"{SVG}circle") if one.get("fill-opacity") == "0.13"]


def test_a_point_given_for_a_whole_region_is_not_taken_for_a_place(tmp_path):
    found = drawn(of(at(1, 28.1, 50.1, "region", 80.0, "Ruk"), outlines=outlines(tmp_path)))
    assert [one for one in found.iter(f"{SVG}path") if "url" in one.get("fill", "")]
    bare = compose(of(at(1, 28.1, 50.1, "region", 80.0, "Ruk")))
    assert [one for one in bare.drawings() if one.name == "map"] == []


def test_what_is_not_drawn_is_counted_and_named(tmp_path):
    path = outlines(tmp_path)
    found = of(
        at(1, 29.0, 48.7), at(2, None, None, "unknown"), at(3, 48.7, 29.0), at(4, 30.0, 49.0, "country"), outlines=path
    )
    part = next(one for one in compose(found).parts if one.id == "p1-map")
    text = " ".join(line.text for block in part.blocks if hasattr(block, "lines") for line in block.lines)
    assert "3 incidents are not drawn" in text
    assert "2, 3, 4" in text
    assert "3 incidents are not drawn" in drawn(found).find(f"{SVG}desc").text


def test_the_map_says_whose_outlines_it_shows_and_that_they_judge_nothing(tmp_path):
    text = " ".join(line.text for line in _said(of(at(1, 29.0, 48.7), outlines=outlines(tmp_path))))
    assert "regions.geojson" in text
    assert "no judgement on borders" in text
    assert "no land is drawn" in " ".join(line.text for line in _said(of(at(1, 29.0, 48.7))))


def _said(found):
    part = next(one for one in compose(found).parts if one.id == "p1-map")
    return [line for block in part.blocks if hasattr(block, "lines") for line in block.lines]


def test_near_marks_become_one_with_their_count_and_none_is_lost():
    spots = [Spot(number, "alleged", 100 + number % 5, 100.0, 3.0) for number in range(30)]
    spots.append(Spot(99, "disputed", 400.0, 100.0, 3.0))
    found = groups(spots)
    assert sorted(len(one.spots) for one in found) == [1, 30]
    assert sorted(spot.number for one in found for spot in one.spots) == sorted(one.number for one in spots)


def test_each_assessment_has_a_form_of_its_own(tmp_path):
    from ceasefire.publishing.monitor.words import words

    looks = words("verdicts").values()
    assert len({one["shape"] for one in looks}) == len({one["glyph"] for one in looks}) == len(looks)


def test_a_map_of_two_hundred_incidents_on_fine_outlines_stays_small(tmp_path):
    from math import cos, pi, sin

    ring = [[30 + 4 * cos(k * pi / 10000), 50 + 2 * sin(k * pi / 10000) + (k % 7) * 1e-3] for k in range(20000)]
    feature = {
        "type": "Feature",
        "properties": {"name": "Ring"},
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }
    path = tmp_path / "fine.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    shown = [at(number, 27 + number % 60 / 10, 49 + number % 17 / 10) for number in range(1, 201)]
    found = of(*shown, outlines=str(path))
    [svg] = [one.svg for one in compose(found).drawings() if one.name == "map"]
    assert len(svg.encode()) < LARGEST


def test_outlines_across_the_line_where_longitudes_start_again_stay_together(tmp_path):
    boxes = [[[x, 60], [x + 5, 60], [x + 5, 65], [x, 65], [x, 60]] for x in (174, -180)]
    features = [
        {"type": "Feature", "properties": {"name": f"Cape {n}"}, "geometry": {"type": "Polygon", "coordinates": [box]}}
        for n, box in enumerate(boxes)
    ]
    path = tmp_path / "cape.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    held = land(str(path))
    west, _, east, _ = held.bounds
    assert (west, east) == (174, 185)
    on = frame(held, ())
    assert on.x(179.0) < on.x(-179.0) < on.width


def test_regions_are_named_by_the_property_that_the_incidents_use(tmp_path):
    held = land(outlines(tmp_path), {"Ruk", "Upper Tarn"})
    assert held.names == ("Kesso Region", "Ruk", "Upper Tarn")


@pytest.mark.parametrize(
    "content", ["no json", "{}", '{"features": []}', '{"features": [{"geometry": {"type": "X"}}]}']
)
def test_outlines_that_are_none_are_refused_with_what_to_give(content, tmp_path):
    path = tmp_path / "bad.geojson"
    path.write_text(content)
    with pytest.raises(InputError, match=r"bad\.geojson"):
        land(str(path))
    with pytest.raises(InputError, match="cannot read"):
        land(str(tmp_path / "absent.geojson"))


def test_the_map_loads_nothing_and_describes_itself(tmp_path):
    [svg] = [
        one.svg for one in compose(of(at(1, 29.0, 48.7), outlines=outlines(tmp_path))).drawings() if one.name == "map"
    ]
    assert not re.search(r"href|<script|<image|url\((?!#)", svg)
    assert "<title" in svg
    assert "<desc" in svg
