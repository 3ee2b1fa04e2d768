"""Events out of grouped reports: title, day, place, tolls, and what a person should look at."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from .causes import main_cause
from .decisions import Decision, Decisions
from .incidents import overlap
from .keys import position
from .links import linked
from .mentions import Days, is_day
from .merging import Cluster
from .places import Place, Relation, relation
from .profile import Profile
from .reports import Copy, Report
from .result import Actor, Event, EventPlace, MentionRef, Toll
from .similarity import FIGHTING, SURE, terms
from .statements import Figure, all_figures
from .toll import toll

Copies = Mapping[str, Sequence[Copy]]
_OUTCOMES = ("killed", "injured", "missing", "casualty", "abducted", "detained", "displaced", "infected")
_KIND_ORDER = ("site", "quarter", "camp", "town", "district", "region", "area", "water", "country")


def event(cluster: Cluster, copies: Copies, *, explain: bool = False) -> Event:
    """The event that a cluster of reports tells of."""
    told = sorted(cluster.reports, key=position)
    days, precision = _day(told)
    place = _place(cluster)
    by_outcome: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in all_figures(told):
        by_outcome[figure.outcome].append(figure)
    tolls = {
        outcome: _named(toll(outcome, by_outcome[outcome]), copies) for outcome in _OUTCOMES if outcome in by_outcome
    }
    published = sorted(report.published for report in told if report.published is not None)
    return Event(
        id=_id(told[0], days, place),
        was=[],
        title=_title(cluster),
        scope=cluster.kind,  # type: ignore[arg-type]
        outside=all(report.scope == "past" for report in told),
        cause=main_cause(cluster.profile.causes),
        first_day=days[0].isoformat() if days else None,
        last_day=days[1].isoformat() if days else None,
        day_precision=precision,
        place=_given_out(place) if place else None,
        tolls=tolls,
        actors=_actors(told, copies),
        articles=len({report.key for report in told}),
        outlets=len({outlet(copy) for report in told for copy in copies.get(report.key, ())}),
        first=published[0].isoformat() if published else None,
        last=published[-1].isoformat() if published else None,
        mentions=_mentions(cluster, copies, _reasons(told) if explain else {}),
        of=None,
        parts=[],
        alike=[],
        review=_review(cluster, tolls, precision),
    )


def _named(made: Toll, copies: Copies) -> Toll:
    """The toll with its statements under the name of the first copy of their article, with its outlet."""
    history = []
    for statement in made.history:
        copy = next(iter(copies.get(statement.article or "", ())), None)
        if copy is not None:
            statement = msgspec.structs.replace(statement, article=copy.name, outlet=copy.outlet)
        history.append(statement)
    return msgspec.structs.replace(made, history=history)


def outlet(copy: Copy) -> str:
    """Who published a copy; where it is not told, what its name tells: the folder of a file, the letters of an id."""
    if copy.outlet is not None:
        return copy.outlet
    source = (copy.source or "").rsplit("/", 2)
    if copy.id is None:
        return source[-2] if len(source) > 1 else source[-1]
    letters = copy.id.partition("-")[0]
    return letters if letters and not letters.isdigit() else source[-1]


def _id(first: Report, days: Days | None, place: Place | None) -> str:
    count = first.counts[0]
    digest = hashlib.blake2b(f"{first.key} {count.start} {count.outcome}".encode(), digest_size=2).hexdigest()
    day = days[0].isoformat() if days else "undated"
    return f"{day}-{place.country if place and place.country else 'XX'}-{digest}"


def _day(reports: Sequence[Report]) -> tuple[Days | None, str | None]:
    """The day that most reports tell; else that of leads; else the first day of publication."""
    for precision in ("told", "lead", "published"):
        found = Counter(report.days for report in reports if report.days and report.precision == precision)
        if found:
            days = min(found, key=lambda d: (not is_day(d), -found[d] / (1 + (d[1] - d[0]).days), d))
            return days, precision
    return None, None


def _place(cluster: Cluster) -> Place | None:
    """The place that most reports tell, with those that lie in it counted for it; of equals the narrowest."""
    places = cluster.profile.places

    def votes(place: Place) -> float:
        return places[place] + 0.5 * sum(
            times for other, times in places.items() if other is not place and relation(place, other) > 0
        )

    def rank(place: Place) -> tuple[float, int, int, str]:
        kind = _KIND_ORDER.index(place.kind) if place.kind in _KIND_ORDER else len(_KIND_ORDER)
        return -votes(place), kind, -places[place], place.name

    return min(places, key=rank, default=None)


def _given_out(place: Place) -> EventPlace:
    given = EventPlace(**{name: getattr(place, name) for name in EventPlace.__struct_fields__})
    if place.id is not None or place.lat is None or place.precision is not None:
        return given
    # A place that the gazetteer lacks has the coordinates of what it lies in.
    return msgspec.structs.replace(given, precision="region" if place.region else "country")


def _title(cluster: Cluster) -> str:
    """The headline of the most typical article."""
    words = cluster.profile.words

    def typical(report: Report) -> tuple[bool, float, str]:
        return not report.lead, -overlap(report.words, words), report.name

    return min(cluster.reports, key=typical).title


def _reasons(reports: Sequence[Report]) -> dict[str, dict[str, float]]:
    """For each report why it is of one event with those before it."""
    found = {}
    known = Profile.of(reports[0])
    for report in reports[1:]:
        profile = Profile.of(report)
        found[report.name] = {term.name: round(term.value, 2) for term in terms(profile, known)}
        known.absorb(profile)
    return found


def _mentions(cluster: Cluster, copies: Copies, reasons: Mapping[str, dict[str, float]]) -> list[MentionRef]:
    """Every fact of the event, in all copies of its articles."""
    found = []
    for report in sorted(cluster.reports, key=position):
        for copy in sorted(copies.get(report.key, ()), key=lambda c: (c.source or "", c.id or "")):
            for count in report.counts:
                found.append(  # noqa: PERF401
                    MentionRef(
                        article=copy.name,
                        source=copy.source,
                        kind=count.kind,
                        outcome=count.outcome,
                        start=count.start,
                        end=count.end,
                        relation=count.relation,
                        score=round(cluster.scores.get(report.name, 0.0), 2),
                        terms=reasons.get(report.name, {}),
                    )
                )
    return found


def _actors(reports: Sequence[Report], copies: Copies) -> list[Actor]:
    """Who claimed it and who was accused, each once, with the first article that says it."""
    found: dict[tuple[str, str], Actor] = {}
    for report in reports:
        copy = next(iter(copies.get(report.key, ())), Copy(None, None))
        for claim in report.claims:
            actor = Actor(name=claim.name, claim=claim.claim, by=claim.by, article=copy.name, start=claim.start)
            found.setdefault((claim.name, claim.claim), actor)
    return list(found.values())


def _review(cluster: Cluster, tolls: Mapping[str, Toll], precision: str | None) -> list[str]:
    """Why a person should look."""
    found = []
    if any(score < SURE for score in cluster.scores.values()) or cluster.rivals:
        found.append("near threshold")
    towns = [place for place in cluster.profile.places if place.narrow]
    if any(relation(a, b) is Relation.apart for i, a in enumerate(towns) for b in towns[:i]):
        found.append("two places")
    if any(statement.step == "outlier" for toll in tolls.values() for statement in toll.history):
        found.append("number far off")
    if precision == "published" and len(cluster.reports) > 1:
        found.append("day unsure")
    if cluster.kind == "incident" and (cluster.profile.front or _on_no_point(cluster)):
        found.append("communiqué")
    return found


def _on_no_point(cluster: Cluster) -> bool:
    """Whether fighting is told of a province or a front, where nobody can say which incident it was."""
    places = cluster.profile.main_places
    return main_cause(cluster.profile.causes) in FIGHTING and not any(place.narrow for place in places)


def events(clusters: Iterable[Cluster], copies: Copies, decisions: Decisions, *, explain: bool = False) -> list[Event]:
    """The events of clusters, each with an id of its own, in order of day; with what people set."""
    made = [(decided_event(cluster, copies, decisions, explain=explain), cluster) for cluster in clusters]
    made.sort(key=lambda pair: (pair[0].first_day or "9999", pair[0].id, pair[0].title))
    pairs = _apart(made)
    ids = {name: one.id for one, cluster in pairs for name in cluster.names}
    pairs = [
        (msgspec.structs.replace(one, alike=sorted({ids[rival] for rival in cluster.rivals} - {one.id})), cluster)
        for one, cluster in pairs
    ]
    articles = {one.id: {report.key for report in cluster.reports} for one, cluster in pairs}
    return linked([one for one, _ in pairs], articles)


def decided_event(cluster: Cluster, copies: Copies, decisions: Decisions, *, explain: bool = False) -> Event:
    """The event that a cluster of reports tells of, with what people set."""
    one = event(cluster, copies, explain=explain)
    for report in cluster.reports:
        for decision in decisions.tolls.get(report.name, ()):
            one = _with_toll(one, decision)
        for decision in decisions.events.get(report.name, ()):
            one = _with_fields(one, decision)
    return one


def _with_toll(one: Event, decision: Decision) -> Event:
    """The event with a toll that a person set; its history stays."""
    outcome = decision.outcome or (decision.toll[3] if decision.toll else "killed")
    before = one.tolls.get(outcome) or toll(outcome, [])
    least = decision.min if decision.min is not None else decision.best or 0
    most = decision.max if decision.max is not None else decision.best
    after = msgspec.structs.replace(before, min=least, best=decision.best, max=most)
    return msgspec.structs.replace(one, tolls=one.tolls | {outcome: after})


def _with_fields(one: Event, decision: Decision) -> Event:
    """The event with the title, day or place that a person set."""
    names = {"from": "first_day", "to": "last_day"}
    place = decision.set.get("place")
    known = {names.get(name, name): value for name, value in decision.set.items() if name != "place"}
    if place is not None:
        kept = one.place or EventPlace(
            id=None, name=place, country=None, region=None, lat=None, lon=None, precision=None
        )
        named = ":" in place
        changed = {"id": place} if named else {"id": None, "name": place}
        known["place"] = msgspec.structs.replace(kept, **changed)
    return msgspec.structs.replace(one, **known)


def _apart(made: list[tuple[Event, Cluster]]) -> list[tuple[Event, Cluster]]:
    """The events with a number after ids that are taken."""
    seen: Counter[str] = Counter()
    found = []
    for one, cluster in made:
        seen[one.id] += 1
        again = seen[one.id]
        found.append((one if again == 1 else msgspec.structs.replace(one, id=f"{one.id}-{again}"), cluster))
    return found
