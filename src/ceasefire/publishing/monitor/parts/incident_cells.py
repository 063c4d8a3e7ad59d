"""What the table says of one incident: place, time, what was observed, by whom, how it is assessed, who told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from ceasefire.monitoring.assessment import Assessment, Reason
from ceasefire.monitoring.happened import UNKNOWN, Happened
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.monitored import Assessed
from ceasefire.monitoring.report import Grade, Moment, Place
from ceasefire.publishing.inert import shortened
from ceasefire.publishing.monitor.paper import Cell
from ceasefire.publishing.monitor.words import classes, counted, day, days, look, phrase, words
from ceasefire.publishing.wording import listed, name

MOST_NAMES, LONGEST = 6, 80


def where(place: Place) -> Iterator[str]:
    """A place with its region, and how exactly it is known."""
    shown = shortened(place.name, LONGEST) or place.region
    if not shown and place.lon is None:
        yield phrase("incidents.no_place")
        return
    shown = shown or f"{place.lat:.3f}, {place.lon:.3f}"
    apart = place.region and place.region != shown
    yield phrase("incidents.place_in", place=shown, region=place.region) if apart else shown
    yield precision(place)


def precision(place: Place) -> str:
    """How exactly a place is known, in words and with its radius."""
    word = words("incidents.precision").get(place.precision, place.precision)
    if place.radius_km is None or place.precision == "unknown":
        return str(word)
    return phrase("incidents.within", precision=word, km=f"{place.radius_km:g}")


def when(moment: Moment) -> str:
    """When it happened, as precisely as it is known."""
    if moment.first is None or moment.last is None:
        return phrase("incidents.no_day")
    if moment.days > 1:
        return phrase("incidents.some_day", days=days(moment.first, moment.last), count=moment.days)
    if not moment.instant:
        return phrase("incidents.time_unknown", day=day(moment.first))
    clock = moment.instant.partition("T")[2].replace("Z", " UTC")
    return phrase("incidents.time", day=day(moment.first), time=clock or words("not_known"))


def place_and_time(incident: Incident) -> Cell:
    """The place, then the time."""
    shown, *exactly = where(incident.place)
    return Cell((shown, when(incident.happened_at)), after=tuple(exactly))


def observed(what: Happened) -> Cell:
    """Means, target, effects and outcome, each "N/K" where no report tells."""
    missing = str(words("not_known"))
    said = [
        phrase("incidents.means", means=classes(what.means) or missing),
        phrase("incidents.targets", targets=classes(what.targets) or missing),
        phrase("incidents.effects", effects=classes(what.effects) or missing),
        phrase("incidents.outcome", outcome=what.outcome or missing),
    ]
    if what.attack == UNKNOWN:
        said.insert(0, phrase("incidents.attack_unknown"))
    after = (phrase("incidents.domain", domain=what.domain),) if what.domain else ()
    return Cell(tuple(said), after=after)


def attributed(what: Happened) -> Cell:
    """To whom, and by whom; whose side was attacked, where the words say so."""
    if not what.by:
        said = phrase("incidents.by_nobody")
    elif what.said_by:
        said = phrase("incidents.by", party=name(what.by), source=name(what.said_by))
    else:
        said = phrase("incidents.by_report", party=name(what.by))
    after = (phrase("incidents.against", party=name(what.against)),) if what.against else ()
    return Cell((said,), after=after)


def assessed(one: Assessed, names: dict[str, str], shared: Collection[Reason]) -> Cell:
    """The assessment under the main version, under others where it differs, and the reasons not told for all.

    `names` says whose each version is.
    """
    main, *others = one.assessments
    differing = [
        phrase("incidents.verdict_by", whose=names.get(other.terms, other.terms), verdict=verdict(other))
        for other in others
        if (other.verdict, other.outside_by) != (main.verdict, main.outside_by)
    ]
    reasons = tuple(shortened(reason.because) for reason in main.reasons if reason not in shared)
    return Cell((verdict(main), *differing), mark=main.verdict, after=tuple(dict.fromkeys(reasons)))


def verdict(one: Assessment) -> str:
    """The word for an assessment, with the fields by which it is outside."""
    word = look(one.verdict)["word"]
    if not one.outside_by:
        return word
    fields = listed([words("fields").get(field, field) for field in one.outside_by])
    return phrase("incidents.outside_by", verdict=word, fields=fields)


def sources(one: Assessed) -> Cell:
    """Who told of it, in which data, with which grades, and how the reports were joined."""
    incident = one.incident
    told = (
        phrase("incidents.reporters", names=_some(incident.reporters))
        if incident.reporters
        else phrase("incidents.reporter_unknown")
    )
    data = [phrase("incidents.sources", names=_some(incident.sources))] if incident.sources else []
    after = [counted("incidents.reports", len(incident.reports))]
    if incident.links:
        least = min(link.weight for link in incident.links)
        after.append(counted("incidents.joined", len(incident.links), least=f"{least:.1f}"))
    after.append(phrase("incidents.id", id=incident.id))
    return Cell((told, *data, *_grades(one)), after=tuple(after))


def _grades(one: Assessed) -> list[str]:
    """Each grade that its reports have, once."""
    if not one.told:
        return [phrase("incidents.grade_unknown")]
    found = Counter(str(report.grade) for report in one.told)
    graded = {str(report.grade): report.grade for report in one.told}
    return [phrase("incidents.grade", grade=text, meaning=meaning(graded[text])) for text in sorted(found)]


def meaning(grade: Grade) -> str:
    """What a grade says; F and 6 together say that nothing can be judged."""
    source, of_words = words("grades.source")[grade.reliability], words("grades.words")[grade.credibility]
    return str(source) if source == of_words else phrase("grades.both", source=source, words=of_words)


def _some(names: tuple[str, ...]) -> str:
    shown = [shortened(one, LONGEST) for one in names[:MOST_NAMES]]
    more = [phrase("map.more", count=len(names) - MOST_NAMES)] if len(names) > MOST_NAMES else []
    return " ".join([listed(shown) if not more else ", ".join(shown), *more])
