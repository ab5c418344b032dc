"""Decisions about offices as occasions, with the sessions that took them and the ceremonies that hand them over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lienket.extract.jurisdiction import Unit, province_of
from lienket.extract.occasions.dates import date_of
from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.occasions.seats import provinces_named, several_provinces
from lienket.extract.occasions.subjects import doers, for_whom
from lienket.extract.occasions.venues import place_at_opening
from lienket.extract.offices.appointments import Appointment
from lienket.extract.organisations import Organisation
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateKind, DateMention
from lienket.language.folding import name_key
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import last_form, wordlist
from lienket.model import EventType, Function, Span, Status
from lienket.reference.events import EventHead

_DECISION: Final = EventHead(form="", type=EventType.APPOINTMENT, kind="verb", function=Function.SUBJECT)
_SESSIONS: Final = frozenset({EventType.CONGRESS, EventType.CONFERENCE, EventType.CEREMONY})
_PLENUM: Final = Trie(
    (tuple(form.split()), None) for form in ("hội nghị trung ương", "hội nghị ban chấp hành trung ương")
)
"""How meetings of the Central Committee are called, which name no organiser."""
_CARRIED_OUT: Final = wordlist("triển quán phổ")
"""First words of what a session does with decisions that others took: "triển khai", "quán triệt", "phổ biến"."""
_HANDING_OVER: Final = (("trao", "quyết", "định"), ("trao", "các", "quyết", "định"), ("công", "bố", "quyết", "định"))
_THEREBY: Final = frozenset({("theo", "đó"), ("cụ", "thể"), ("trong", "đó")})
"""Openings of a sentence that gives the details of the one before it."""
_DECIDING: Final = wordlist("quyết nghị phê bầu bổ")
"""First syllables of what a body does that decides: "quyết định", "nghị quyết", "phê chuẩn", "bầu"."""
_PAPERS: Final = frozenset({"định", "quyết"})
"""Last syllables of "quyết định", "nghị quyết", before "của" and the body that took them."""
_DECISION_PAPERS: Final = (("quyết", "định"), ("nghị", "quyết"))
_ISSUING: Final = tuple(tuple(form.split()) for form in ("ký ban hành", "ban hành", "ký", "ra", "có", "công bố"))
"""What those do who decide by a paper, before its name."""
_OF_PAPERS: Final = wordlist(
    "số / - ngày tháng năm của về việc điều động bổ nhiệm luân chuyển phân công tiếp nhận chỉ định phê chuẩn miễn biệt"
    " phái , và đối với ông bà đồng chí đến tới nhận công tác tại nhiệm vụ được"
)
"""Words from the name of a paper to the verb that says which office it gives."""
_NUMBER: Final = 12
"""Tokens of a paper's day at most."""
_SENDING: Final = tuple(
    tuple(form.split()) for form in ("điều động", "luân chuyển", "phân công", "tiếp nhận", "biệt phái", "bổ nhiệm")
)
"""Verbs of a decision told before the one that gives the office: "điều động, bổ nhiệm ông A giữ chức"."""
_VOTED: Final = wordlist("bầu miễn bãi")
_RESULTS: Final = wordlist("kết quả việc các")
_APPROVE: Final = ("phê", "chuẩn")
"""First words of what a council votes, those between, and what is done with it: "phê chuẩn kết quả bầu"."""
_BESIDE: Final = 4
_TAKING: Final = wordlist("định nghị chuẩn phê đồng nhất trình bố trao xét quyết")
"""Syllables of what is done with a decision on its day: "phê chuẩn việc bổ nhiệm …", "quyết định về việc …"."""
_NEAR: Final = 30
_FAR: Final = 60
"""Tokens from what a body resolves to the verb that says what becomes of someone with his offices."""
_RESOLVING: Final = (
    ("quyết", "định"),
    ("đồng", "ý"),
    ("thống", "nhất"),
    ("quyết", "nghị"),
    ("nhất", "trí"),
    ("phê", "chuẩn"),
)
_BEFORE_RESOLVING: Final = wordlist("đã vừa cũng họp xem xét có ,")
_HANDED_WITHIN: Final = 60
"""Days from a decision to the ceremony at which it is handed over, at most."""
_BACK: Final = 3
"""Sentences in which an article that goes from province to province last named one."""


def decisions(story: Story, given: Sequence[Appointment], about: Sequence[Occasion | None]) -> list[Occasion]:
    """Return one occasion for each office that a decision of the text gives or takes.

    What its sentence does not say of date and decider it has from the session that the text is `about` there.
    """
    found: dict[tuple[str, tuple[str, str, Status], bool], Occasion] = {}
    last: tuple[Appointment, Occasion] | None = None
    for one in given:
        approves = _approval(one, story) is not None
        keys = [(person.key, one.office, approves) for person in one.people]
        occasion = next((found[key] for key in keys if key in found), None)
        if occasion is None and last is not None and (last[0].begin, last[0].people) == (one.begin, one.people):
            occasion = last[1]  # one decision gives several offices
        if occasion is None:
            label = story.passage.slice(_label_begin(one, story), _label_end(one, story))
            label = label[0].upper() + label[1:]
            occasion = Occasion(label=label, type=EventType.APPOINTMENT, head="", begin=one.begin, planned=one.planned)
        found.update(dict.fromkeys(keys, occasion))
        last = (one, occasion)
        occasion.planned = occasion.planned and one.planned
        _note(occasion, one, story)
        session = about[story.passage.sentence_of[one.begin]]
        if session is not None and session.type in _SESSIONS and not approves:
            _hand_over(session, occasion, one, story)
            if _decided_there(occasion, session, one.office[1]) and not _of_another_province(one, session, story):
                _take_from(session, occasion, story.passage.sentence_span(one.begin))
    _settle_places(found, story)
    return list({id(occasion): occasion for occasion in found.values()}.values())


def _note(occasion: Occasion, one: Appointment, story: Story) -> None:
    """Note whom a decision concerns, who took it, and its day, as its sentence says."""
    passage = story.passage
    span = passage.sentence_span(one.begin)
    occasion.tellings.append(_told(one, passage.sentence_of[one.begin]))
    for person in one.people:
        occasion.take_part(person, Function.SUBJECT, span)
    nearest = one.organiser if one.organiser is not None and one.organiser.person not in one.people else None
    sentence = passage.sentence_of[one.begin]
    first, limit = passage.sentences[sentence]
    handing = _handing_over(story, first, one.begin)
    paper = _paper_of(one, story)
    if nearest is not None and nearest.person is not None and any(actor.person is nearest.person for actor in handing):
        nearest = None  # who hands over the decision of another
    meant = [actor for actor in for_whom(story, first, one.begin) if not actor.office_only]
    own = nearest is not None and nearest.begin > first and passage.keys[nearest.begin - 1] == ";"
    by_paper = None if own else _by_paper(one, story)  # "nghị quyết của X chỉ định ông A …; Y chỉ định bà B"
    decider = by_paper or nearest or _by_resolution(one, story) or next(iter(meant), None)
    if decider is None and paper is not None and "của" not in passage.keys[paper : one.begin]:
        decider = _issuer(paper, story) or next((actor for actor in handing if actor.person is None), None)
    if decider is not None and (who := decider.organisation or decider.person) not in (None, *one.people):
        assert who is not None
        occasion.take_part(who, Function.ORGANISER, span)
    for actor in handing:
        if actor.person is not None and actor.person not in one.people:
            occasion.take_part(actor.person, Function.ATTENDEE, span)
    if occasion.place is None:
        occasion.place = place_at_opening(story, first, limit)
    date = date_of(story, first, limit, occasion.tellings[-1]) if not _spoken_of(story, first, one.begin) else None
    if paper is not None and (date is None or passage.keys[date.first_token - 1] == "từ"):
        date = next(iter(story.paper_dates_in(paper, one.begin)), date)
    if sentence and tuple(passage.keys[first : first + 2]) in _THEREBY:
        date = date or _only_day(story, sentence - 1)
        announcer = _announcer(story, sentence - 1)
        if announcer is not None and not occasion.has(Function.ORGANISER):
            occasion.take_part(announcer, Function.ORGANISER, passage.span(*passage.sentences[sentence - 1]))
    if date is not None and occasion.start is None:
        occasion.start, occasion.end = date.start, date.end


def _by_paper(one: Appointment, story: Story) -> Actor | None:
    """Return the body whose paper a sentence hands over or carries out: "trao quyết định của Ban Bí thư chỉ định …"."""
    keys = story.passage.keys
    first = max(story.passage.sentences[story.passage.sentence_of[one.begin]][0], one.begin - _NEAR)
    for at in range(one.begin - 1, first + 1, -1):
        if keys[at] == "của" and (keys[at - 1] in _PAPERS or _ends_paper(story, first, at)):
            here = story.between(at + 1, at + 2)
            named = [actor for actor in here if not actor.office_only]
            return next(iter([*named[-1:], *here]), None)
    return None


def _ends_paper(story: Story, first: int, at: int) -> bool:
    """Tell whether the number or the day of a paper ends before token `at`: "Quyết định số 9/QĐ-UBND ngày 3/5 của"."""
    dates = story.paper_dates_in(max(first, at - _NUMBER), at)
    return story.passage.in_number(at - 1) or any(one.end_token == at for one in dates)


def _paper_of(one: Appointment, story: Story) -> int | None:
    """Return where the paper stands by which a decision is taken: "ban hành Quyết định số 9/QĐ-UBND về việc …"."""
    passage = story.passage
    first = passage.sentences[passage.sentence_of[one.begin]][0]
    paper = last_form(passage.keys, max(first, one.begin - _FAR), one.begin, _DECISION_PAPERS)
    if paper is None:
        return None
    named = {at for reading in story.readings_in(paper, one.begin) for at in range(reading.begin, reading.end)}
    dated = {at for date in story.paper_dates_in(paper, one.begin) for at in range(date.first_token, date.end_token)}
    others = (at for at in range(paper + 2, one.begin) if at not in named | dated)
    plain = (at for at in others if not (passage.in_number(at) or passage.keys[at].isdigit()))
    strangers = (actor.person for actor in story.between(paper, one.begin) if actor.person is not None)
    told = all(passage.keys[at] in _OF_PAPERS for at in plain) and all(person in one.people for person in strangers)
    return paper if told else None


def _issuer(paper: int, story: Story) -> Actor | None:
    """Return who issues or signs the paper at `paper`: "UBND tỉnh A ban hành Quyết định số 9/QĐ-UBND …"."""
    keys, first = story.passage.keys, story.passage.sentences[story.passage.sentence_of[paper]][0]
    verb = next((form for form in _ISSUING if tuple(keys[max(first, paper - len(form)) : paper]) == form), None)
    issuers = doers(story, first, paper - len(verb)) if verb is not None else []
    return issuers[-1] if issuers else None


def _by_resolution(one: Appointment, story: Story) -> Actor | None:
    """Return the body that decides about someone named after: "Bộ Chính trị đã quyết định ông A thôi giữ chức …"."""
    keys = story.passage.keys
    first = story.passage.sentences[story.passage.sentence_of[one.begin]][0]
    at = last_form(keys, max(first, one.begin - _FAR), one.begin, _RESOLVING)
    if at is None:
        return None
    before = [actor for actor in story.between(max(first, at - _NEAR), at) if not actor.office_only]
    named = [actor for actor in story.between(at, one.begin) if actor.person is not None]
    if not before or before[-1].organisation is None or not named or named[0].person not in one.people:
        return None
    between = keys[before[-1].end : at]
    return before[-1] if len(between) <= _BESIDE and _BEFORE_RESOLVING.issuperset(between) else None


def _spoken_of(story: Story, first: int, verb: int) -> bool:
    """Tell whether a sentence only speaks of a decision: "Sáng 3/5, cử tri hỏi việc bổ nhiệm ông A"."""
    before = story.passage.keys[max(first, verb - _BESIDE) : verb]
    earlier = story.passage.keys[max(first, verb - _NEAR) : verb]
    return "việc" in before and _TAKING.isdisjoint(earlier)


def _handing_over(story: Story, first: int, verb: int) -> list[Actor]:
    """Return who hands a decision over: "ông A trao quyết định của B điều động …"."""
    handing = last_form(story.passage.keys, first, verb, _HANDING_OVER)
    return doers(story, first, handing) if handing is not None else []


def _only_day(story: Story, sentence: int) -> DateMention | None:
    """Return the one day that a sentence names."""
    days = [one for one in story.dates_in(*story.passage.sentences[sentence]) if one.kind is DateKind.DAY]
    return days[0] if len(days) == 1 else None


def _announcer(story: Story, sentence: int) -> Organisation | None:
    """Return the body that decides in a sentence of which the next gives the details."""
    first, limit = story.passage.sentences[sentence]
    actors = [one for one in story.between(first, limit) if not one.office_only]
    keys = story.passage.keys
    if not actors or _DECIDING.isdisjoint(keys[first:limit]):
        return None
    takers = [one for one in actors if keys[one.begin - 1] == "của" and keys[one.begin - 2] in _PAPERS]
    return takers[0].organisation if takers else actors[0].organisation if not actors[0].group else None


def _settle_places(found: Mapping[tuple[str, tuple[str, str, Status], bool], Occasion], story: Story) -> None:
    """Give the decisions of central bodies that give local offices the place of the office.

    An office that they take away says nothing of where that is done.
    """
    known = {one.key: one for one in story.register.mentions}
    for (_, (_, agency, status), _), occasion in found.items():
        if status is Status.FORMER and occasion.has(Function.ORGANISER):
            continue
        office = known.get(agency)
        holders = [who for (_, _, function), (who, _) in occasion.parts.items() if function is Function.ORGANISER]
        local = any(isinstance(who, Organisation) and who.jurisdiction is not None for who in holders)
        if occasion.place is None and office is not None and not local:
            occasion.place = office.jurisdiction


def _hand_over(session: Occasion, decision: Occasion, one: Appointment, story: Story) -> None:
    """Note who receives a decision at the ceremony that hands it over, and who took it: "công bố quyết định của X"."""
    keys = story.passage.keys
    if session.type is not EventType.CEREMONY:
        return
    words = [at for each in session.tellings for at in range(each.begin, story.passage.limit(each.begin) - 2)]
    named = [at for at in words if tuple(keys[at : at + 2]) == ("quyết", "định")]
    here = decision.start in (None, session.start) or (session.start is None and decision.begin < session.begin)
    here = here or _taken_before(decision, session)
    if not named or not here:
        return
    span = story.passage.sentence_span(one.begin)
    if one.office[2] is Status.APPOINTED:
        for person in one.people:
            session.take_part(person, Function.RECIPIENT, span)
            session.take_part(person, Function.ATTENDEE, span)
    takers = [actor for at in named if keys[at + 2] == "của" for actor in story.between(at + 3, at + 4)]
    for actor in takers[:1]:
        if actor.organisation is not None and not decision.has(Function.ORGANISER):
            decision.take_part(actor.organisation, Function.ORGANISER, span)
            decision.start, decision.place = decision.start or session.start, decision.place or session.place


def _taken_before(decision: Occasion, session: Occasion) -> bool:
    """Tell whether a decision bears a day of the weeks before the ceremony, told before it, that hands it over."""
    taken, held = decision.start, session.start
    days = (taken.latest, held.earliest) if taken is not None and held is not None and taken.day is not None else None
    if days is None or days[0] is None or days[1] is None or decision.begin < session.begin:
        return False
    return 0 <= (days[1] - days[0]).days <= _HANDED_WITHIN


def _decided_there(decision: Occasion, session: Occasion, office: str) -> bool:
    """Tell whether a session can have taken a decision: someone holds it, and no other is named as the decider.

    At a ceremony a body's own head is not appointed by it: `office` is the key of the body whose office is given.
    """
    holders = {key for _, key, function in session.parts if function is Function.ORGANISER}
    if session.type is EventType.CEREMONY and office in holders:
        return False
    words = tokenise(session.label).keys
    if not _CARRIED_OUT.isdisjoint(words):
        return False
    if not holders and _PLENUM.longest(words, 0, len(words)):
        holders = {name_key("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")}
    deciders = {key for _, key, function in decision.parts if function is Function.ORGANISER}
    return bool(holders) and deciders <= holders


def _of_another_province(one: Appointment, session: Occasion, story: Story) -> bool:
    """Tell whether a decision's sentence is about another province than the session: several elect in one article."""
    if not several_provinces(story):
        return False
    places = [session.place] if session.place is not None else [unit for unit in _seats(session) if unit is not None]
    held = {province_of(unit) for unit in places}
    sentence = story.passage.sentence_of[one.begin]
    back = (provinces_named(story, at) for at in range(sentence, max(sentence - _BACK, -1), -1))
    named = next((provinces for provinces in back if provinces), set())
    return bool(held and named) and held.isdisjoint(named)


def _seats(session: Occasion) -> list[Unit | None]:
    """Return where those who hold a session are."""
    holders = (who for (_, _, function), (who, _) in session.parts.items() if function is Function.ORGANISER)
    return [who.jurisdiction for who in holders if isinstance(who, Organisation)]


def _take_from(session: Occasion, decision: Occasion, span: Span) -> None:
    """Give a decision the date, place and decider of the session that took it, where it has none."""
    if decision.start is None:
        decision.start, decision.end = session.start, session.end
    if decision.place is None:
        decision.place = session.place
    if not any(function is Function.ORGANISER for _, _, function in decision.parts):
        for (_, _, function), (who, _) in list(session.parts.items()):
            if function is Function.ORGANISER:
                decision.take_part(who, function, span)


def _approval(one: Appointment, story: Story) -> int | None:
    """Return where "phê chuẩn kết quả bầu …" begins: an act of the Prime Minister's beside the vote of a council.

    What the National Assembly approves it decides itself.
    """
    keys = story.passage.keys
    decider = one.organiser.organisation if one.organiser is not None else None
    if decider is not None and "quoc-hoi" in (decider.type or ""):
        return None
    if tuple(keys[one.begin : one.begin + 2]) == _APPROVE:
        return one.begin
    if keys[one.begin] not in _VOTED:
        return None
    at = one.begin
    while at > 1 and keys[at - 1] in _RESULTS:
        at -= 1
    return at - 2 if tuple(keys[at - 2 : at]) == _APPROVE else None


def _label_begin(one: Appointment, story: Story) -> int:
    """Return where the words about a decision begin: at its person, where that stands before the verb.

    Or in a later item of a list: "bổ nhiệm: ông A giữ chức B; [ông C giữ chức D]".
    """
    keys = story.passage.keys
    its = (actor.begin for actor in story.between(one.begin, one.end) if actor.person is one.people[0])
    own = next(its, one.begin)
    if ";" in keys[one.begin : own]:
        return own
    approval = _approval(one, story)
    if approval is not None:
        return approval
    first = story.passage.sentences[story.passage.sentence_of[one.begin]][0]
    before = [
        actor.begin
        for actor in story.between(max(first, one.begin - _NEAR), one.begin)
        if actor.person is one.people[0] and ";" not in keys[actor.end : one.begin]
    ]
    begin = before[-1] if before else one.begin
    while begin > first:
        stop = begin - (story.passage.keys[begin - 1] in (",", "và"))
        if tuple(story.passage.keys[stop - 2 : stop]) not in _SENDING or story.inside_reading(stop - 1):
            break
        begin = stop - 2
    return begin


def _label_end(one: Appointment, story: Story) -> int:
    """Return where the words about a decision end: after its person, where that stands right after the office."""
    stop = min(one.end + _BESIDE, story.passage.limit(one.begin))
    after = (actor.end for actor in story.between(one.end, stop) if actor.person is one.people[0])
    return next(after, one.end)


def _told(one: Appointment, sentence: int) -> Telling:
    return Telling(one.begin, one.end, _DECISION, one.begin, sentence, bare=False)
