"""Offices that name no body ("Phó Giám đốc Sở", "hai Phó Chủ tịch A và B"), found among the bodies the text names."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.own_names import OF
from lienket.extract.grammar.readings import PersonReading, PlaceReading, RoleReading
from lienket.extract.grammar.roles import board_in
from lienket.extract.grammar.seats import PARTY_COMMITTEE
from lienket.extract.jurisdiction import province_of
from lienket.extract.offices.memberships import Office
from lienket.extract.organisations import FOREIGN, Organisation, board_of, ministry_of
from lienket.extract.story import Actor, Story
from lienket.language.folding import name_key
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.lexicon import lexicon
from lienket.reference.office_holders import office_holders
from lienket.reference.open_bodies import ShortBody, has_office, plain_office, short_bodies

_MANY_HOLD: Final = frozenset({"Phó", "Ủy", "Đại", "Thành", "Cán", "Chuyên", "Thứ"})
"""First words of roles that several people of one body hold; of the others there is one holder."""
_FURTHEST: Final = 60
"""Mentions of bodies looked back."""
_OF_STATES: Final = frozenset({"Tổng thống", "Phó Tổng thống", "Quốc vương", "Nữ hoàng", "Nhà vua"})
"""Offices of foreign states, of which a text seldom names another body than the state."""
_ENVOYS: Final = frozenset({"Đại sứ", "Tổng Lãnh sự"})
"""Offices that each country's mission has: one of another country is not named by the office alone."""
_MINISTER: Final = "Bộ trưởng"
_MINISTRY: Final = "bo"
"""The type of the bodies that a department named with its own names too: "Thanh tra [Bộ X]"."""
_OF_STATE: Final = frozenset({_MINISTRY, "co-quan-ngang-bo"})
"""Types of bodies in which no foreigner has an office, those of other states aside."""
_CHAIRMAN: Final = "Chủ nhiệm"
_DELEGATE: Final = "Đại biểu"
_OF_ANOTHER: Final = wordlist("một các những nhiều vài của tại ở thuộc bên hai ba bến cảng chợ sân xí nhà ga mỏ hãng")
"""Words after an office that lead to a body of its own, which the text may not name: "giám đốc một công ty"."""
_TOWARDS: Final = ["đối", "với"]
"""Words after an office that lead to its holder: "cách chức Giám đốc đối với ông X"."""
_AS, _BY = "làm", "do"
_OF_TRAVELLERS: Final = "Trưởng đoàn"
_CLAUSE: Final = 16
"""Tokens of a name, or of a body's name, in "Công ty X do ông Y làm Giám đốc"."""
_PRESIDENTS: Final = frozenset({"hồ chí minh", "tôn đức thắng"})
"""Whom papers call "Chủ tịch" without a body."""
_GUESS: Final = "body-before"
"""The rule of the last body before where nothing else speaks for it: its board is no fact of the text."""
_Found = tuple[Organisation, str]


def settle_open_offices(story: Story) -> None:
    """Give each office without a body the one that the text means, where its words leave but one."""
    offices = story.offices.found
    _agree_on_places(offices)
    search = _Search(story)
    ended = {id(role) for role in _ended(story)}
    held = {(one.role, one.organisation, one.status) for one in offices}
    named: dict[str, set[str]] = {}
    shorts = [office.reading.short or _bare_head(office) for office in offices]
    for office, short in zip(offices, shorts, strict=True):
        if office.organisation is not None and short is None:
            named.setdefault(office.person.key, set()).add(office.role)
    for index, office in enumerate(offices):
        others = named.get(office.person.key, set())
        elsewhere = any(role.startswith(office.role) for role in others)
        if office.role in _ENVOYS:
            continue
        if office.role == _MINISTER and _CHAIRMAN in others:
            continue  # who heads the Văn phòng Chính phủ is a minister of no ministry
        short = shorts[index]
        if (office.organisation is not None and short is None) or elsewhere or office.person.key in _PRESIDENTS:
            continue
        if short is not None:
            found = search.by_word(office.reading.begin, short)
        else:
            found = search.by_office(office) if id(office.reading) in ended else None
            if office.role == _MINISTER and office.person.key in office_holders():
                found = _of_minister(story, office)
        if found is None:
            if office.role in _OF_STATES:
                offices[index] = replace(office, rule="head-of-state")
            continue
        if office.role.split()[0] in _MANY_HOLD or (office.role, found[0], office.status) not in held:
            guessed = found[1] == _GUESS
            given = replace(office, organisation=found[0]) if guessed else _at_board(story, office, found[0])
            offices[index] = replace(given, rule=found[1])


def _agree_on_places(offices: list[Office]) -> None:
    """Give an office whose words tell no place the one that they tell elsewhere of the same person and office.

    "Bí thư Tỉnh ủy A" is of the province of "ông A, Bí thư Tỉnh ủy X", whatever place is named near by.
    """
    told: dict[tuple[str, str, str, bool], list[Office]] = {}
    for office in offices:
        body = office.reading.agency
        if body is not None and body.kind is not None and office.organisation is not None and not _many(office):
            key = (office.person.key, office.role, body.name, office.status is Status.FORMER)
            told.setdefault(key, []).append(office)
    settled: dict[int, Organisation] = {}
    for same in told.values():
        placed = [one for one in same if _named_place(one) is not None]
        whole = {one.organisation for one in placed}
        if len(whole) != 1 or placed[0].organisation is None:
            continue
        kinds = {place.kind for one in placed if (place := _named_place(one)) is not None and place.kind}
        settled.update((id(one), placed[0].organisation) for one in same if _of_same_level(one, kinds))
    offices[:] = [replace(one, organisation=settled.get(id(one), one.organisation)) for one in offices]


def _of_same_level(office: Office, kinds: set[str]) -> bool:
    """Tell whether an office names no place, and the level of those of these `kinds`, if any.

    In a career "Chủ tịch HĐND" may be of another level than the one told before.
    """
    body = office.reading.agency
    if body is None or _named_place(office) is not None:
        return False
    if body.place is not None and body.place.kind:
        return body.place.kind in kinds
    return office.status is not Status.FORMER or body.name in PARTY_COMMITTEE.values()


def _named_place(office: Office) -> PlaceReading | None:
    """Return the place that the words of an office name themselves."""
    place = office.reading.agency.place if office.reading.agency is not None else None
    return place if place is not None and place.name is not None else None


def _many(office: Office) -> bool:
    return office.role.split()[0] in _MANY_HOLD


def _of_minister(story: Story, office: Office) -> _Found | None:
    """Return the ministry of a known minister, in whose time or after it the article is; none is told by others'."""
    day = story.now.published.latest if story.now.published is not None else None
    rows = office_holders()[office.person.key]
    known = {one.body for one in rows if one.body is not None and (day is None or one.since <= day)}
    if len(known) != 1:
        return None
    ministry, at = ministry_of(known.pop()), office.reading
    story.register.add(ministry, story.passage.span(at.begin, at.end), None, printed=False)
    return ministry, "known-holder"


def _bare_head(office: Office) -> ShortBody | None:
    """Return the word that stands for the body where an office names but a head: "Giám đốc [Trung tâm], ông X".

    A former office may be at a body that is not in the text.
    """
    agency = office.reading.agency
    if (
        office.status is Status.FORMER
        or agency is None
        or not agency.bare
        or office.organisation is None
        or office.organisation.name != agency.name
    ):
        return None
    keys = name_key(agency.name).split()
    found = short_bodies().longest(keys, 0, len(keys))
    return found[1] if found is not None and found[0] == len(keys) else None


def _at_board(story: Story, office: Office, whole: Organisation) -> Office:
    """Return the office at the body `whole`, or at its board where the title names one."""
    board, at = board_in(office.reading.title), office.reading
    if board is None:
        return replace(office, organisation=whole)
    organisation = board_of(board, whole)
    story.register.add(organisation, story.passage.span(at.begin, at.end), None, printed=False)
    return replace(office, role=office.role.removesuffix(f" {board.head}"), organisation=organisation)


def _ended(story: Story) -> Iterator[RoleReading]:
    """Yield the offices after which no word begins that could be an unknown body's: "giám đốc [xí nghiệp nọ]"."""
    passage, begins, surnames = story.passage, _of_bodies(), lexicon().surnames
    for reading in story.readings:
        if not isinstance(reading, PersonReading) or not reading.roles:
            continue
        end = reading.roles[-1].end
        goes_on = end < passage.limit(end - 1) and passage.tokens.word(end)
        named = reading.name is not None and end == reading.name.begin
        unknown = passage.key(end) in begins or (passage.capital(end) and passage.key(end) not in surnames)
        unknown = unknown and passage.keys[end : end + 2] != _TOWARDS
        if named or not goes_on or not unknown:
            yield from reading.roles


def _in_bracket_after_another(story: Story, actor: Actor) -> bool:
    """Tell whether a body is told only to say of which another is: "Trung tâm X (Sở Y)"."""
    bracket = story.passage.key(actor.begin - 1) == "(" and story.passage.key(actor.end) == ")"
    return bracket and any(
        one.end == actor.begin - 1 and one.organisation is not None
        for one in story.between(max(0, actor.begin - _CLAUSE), actor.begin - 1)
    )


@functools.cache
def _of_bodies() -> frozenset[str]:
    """Return the keys with which a body or its field can begin."""
    words = lexicon()
    of_list = words.heads.starts() | words.fields.starts() | words.bodies.starts() | short_bodies().starts()
    return frozenset(of_list | _OF_ANOTHER)


class _Search:
    """The bodies that an article names, in text order, searched for the one that an office means."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._named = [
            (one.begin, body)
            for one in story.actors
            if one.organisation is not None and not _in_bracket_after_another(story, one)
            for body in (one.organisation.parent, one.organisation)
            if body is not None and (body is one.organisation or body.type == _MINISTRY)
        ]
        self._of_office: dict[str, set[Organisation]] = {}
        for office in story.offices.found:
            if office.organisation is not None:
                self._of_office.setdefault(plain_office(office.role), set()).add(office.organisation)

    def by_word(self, at: int, short: ShortBody) -> _Found | None:
        """Return the body that `short` stands for at token `at`: named last before, else the only one of the text."""
        before = next((body for _, body in self._before(at) if short.stands_for(body.key)), None)
        if before is not None:
            return before, "short-before"
        return _only({body for _, body in self._named if short.stands_for(body.key)}, "short-after")

    def by_office(self, office: Office) -> _Found | None:
        """Return the body that has such an office: the only one of the text, of the sentence, else the last before."""
        at = office.reading.begin
        if (leader := self._leader(office)) is not None:
            run = self._run_by(leader)
            return (run, "run-by") if run is not None else None
        fitting = {body for _, body in self._named if has_office(office.role, body.type or "", body.name)}
        if office.person.name.split()[0].lower() not in lexicon().surnames:
            fitting = {body for body in fitting if body.type not in _OF_STATE or body.rule == FOREIGN}
        if office.status is Status.APPOINTED and self._heads(office, fitting):
            return (
                None  # who heads one body becomes deputy of another: "bà X, Chủ tịch Liên đoàn, giữ chức Phó Chủ tịch"
            )
        if (listed := self._listed_under(at, fitting)) is not None:
            return listed, "listed-under"
        same = self._of_office.get(plain_office(office.role), set())
        if len(same) == 1 and fitting <= same:
            return _only(same, "only-office")
        if len(fitting) == 1:
            return _only(fitting, "only-body")
        if office.role == _DELEGATE:
            return self._of_assembly(fitting)
        first, limit = self._story.passage.sentences[self._story.passage.sentence_of[at]]
        before = [(begin, body) for begin, body in self._before(at) if body in fitting]
        beside = {body for begin, body in before if begin >= first}
        after = {body for begin, body in self._named if at < begin < limit and body in fitting}
        if len(beside) == 1 and after <= beside:
            return _only(beside, "same-sentence")
        if before and same == {before[0][1]} and not self._elsewhere(first, at, before[0][1]):
            return _only(same, "same-office")
        return (before[0][1], _GUESS) if before else None

    def _elsewhere(self, first: int, at: int, body: Organisation) -> bool:
        """Tell whether a sentence names another place before token `at`: "Tại quận 2, hai Phó Chủ tịch …"."""
        own = body.jurisdiction
        units = self._story.gazetteer.units_in(first, at)
        return own is not None and own not in units and bool(units - {province_of(own)})

    def _leader(self, office: Office) -> int | None:
        """Return where "do" stands before who runs a body as its head: "Công ty X [do] ông Y làm Giám đốc"."""
        at = office.reading.begin
        keys = self._story.passage.keys
        if keys[at - 1] != _AS or office.role == _OF_TRAVELLERS:
            return None
        named = [one for one in self._story.between(max(0, at - _CLAUSE), at) if one.person is office.person]
        led = bool(named) and named[-1].end == at - 1 and keys[named[-1].begin - 1] == _BY
        return named[-1].begin - 1 if led else None

    def _run_by(self, end: int) -> Organisation | None:
        """Return the body named right before token `end`, or the bracket that opens there."""
        keys = self._story.passage.keys
        end -= keys[end - 1] in ("(", ",")
        before = [one for one in self._story.between(max(0, end - _CLAUSE), end) if one.end == end]
        return before[-1].organisation if before and keys[before[-1].begin - 1] not in OF else None

    def _listed_under(self, at: int, fitting: set[Organisation]) -> Organisation | None:
        """Return the body whose name and a colon open this sentence or the one before: "Ban X: Trưởng ban A; …"."""
        passage = self._story.passage
        number = passage.sentence_of[at]
        for first, _ in reversed(passage.sentences[max(0, number - 1) : number + 1]):
            opening = next((one for one in self._story.between(first, first + 1) if one.organisation in fitting), None)
            if opening is not None and passage.key(opening.end) == ":":
                return opening.organisation
        return None

    def _heads(self, office: Office, fitting: set[Organisation]) -> bool:
        """Tell whether who gets an office as deputy, or one who gets it too, is head of one of the `fitting` bodies."""
        plain, found = plain_office(office.role), self._story.offices.found
        if plain == name_key(office.role):
            return False
        given = {one.person.key for one in found if one.reading.begin == office.reading.begin}
        return any(
            one.person.key in given and name_key(one.role) == plain and one.organisation in fitting for one in found
        )

    def _of_assembly(self, fitting: set[Organisation]) -> _Found | None:
        """Return the assembly whose session is told: the one of the title or lead."""
        passage = self._story.passage
        end = max((stop for _, stop in passage.sentences[: self._story.lead]), default=0)
        told = {body.type for at, body in self._named if at < end and body in fitting}
        return _only({body for body in fitting if body.type in told}, "lead-body") if len(told) == 1 else None

    def _before(self, at: int) -> Iterator[tuple[int, Organisation]]:
        """Yield the bodies named before token `at`, the last first, not further than `_FURTHEST` mentions."""
        stop = bisect_left(self._named, at, key=lambda one: one[0])
        return reversed(self._named[max(0, stop - _FURTHEST) : stop])


def _only(bodies: set[Organisation], rule: str) -> _Found | None:
    return (next(iter(bodies)), rule) if len(bodies) == 1 else None
