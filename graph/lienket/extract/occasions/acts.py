"""What officials and bodies did that no word of the tables tells: sentences weighed by what readers noted elsewhere.

"Bà A nộp đơn xin nghỉ", "Sở B tháo dỡ biển quảng cáo": there are more verbs for it than a table can hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.readings import PlaceReading
from lienket.extract.occasions.dates import date_of
from lienket.extract.occasions.deeds import HABIT
from lienket.extract.occasions.features import Act, of_act
from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.occasions.reports import JUST, Report, clause_opening, press, report, tells_before, unspoken
from lienket.extract.occasions.seats import seat
from lienket.extract.occasions.subjects import DONE
from lienket.extract.occasions.venues import told_place
from lienket.extract.speech.statements import Statement
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateMention
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function, Span
from lienket.reference.events import EventHead
from lienket.reference.likelihood import ACT, likelihood

HEAD: Final = "act"
"""The head of an occasion that no word of the tables tells."""
_LEAST: Final = 0.4
"""Likelihood from which an act is kept at all; those below a half are marked as unsure by it."""
_LEAST_TYPE: Final = 0.4
"""Likelihood from which its type is told; below it, the type is "other"."""
_LEAST_GRAVE: Final = 0.5
"""The same for types that say something was done to the people named."""
_FURTHEST: Final = 25
"""Tokens from the begin of a sentence to who acts in it."""
_FAR: Final = 60
"""Tokens of a sentence in which words of a habit are looked for: keeps hostile text linear."""
_NO_SUBJECT: Final = wordlist("với theo của tại ở về mà cho đến tới từ trên do bởi báo trước gửi / - –")
"""Words and marks right before someone who is named and does not act: "trao đổi với báo X, ông A …", "số 9/QH15"."""
_BEFORE_SUBJECT: Final = wordlist(
    "( đại lãnh phía lực đồng theo trước sau do tuy hiện nay cũng và khi ngay trong mới như ngoài về với cùng bên riêng"
    " nhưng đến từ tối vì để được tại ở còn song thì nhân liên đặc qua tiếp lần thời tháng năm đầu cuối giữa hồi"
)
"""First words of what may stand between the opening of a clause and who acts in it: "đại diện [Sở A]", "tuy nhiên"."""
_JOINING: Final = wordlist("nên nhưng thì rồi song")
"""Words between two clauses: who is named after one acts in the second."""
_SHORTEST, _LONG_ENOUGH, _LONGEST = 4, 12, 26
"""Tokens after who acts that name the act at least, well, and at most."""
_BEFORE_COMMA: Final = 6
_TO_DEED: Final = 12
"""Tokens from who acts to the word that says that he did it: "Sở A, thừa ủy quyền của B, đã …"."""
_JOINTS: Final = wordlist("để nhằm do và khi trong theo vì tại sau trước từ với vào")
"""Words before which the name of an act that is long may end."""
_ENDS: Final = frozenset(',;:.“"')
_SINCE: Final = ("kể", "từ")
"""Words before the day from which something is done again and again."""
_TOLD: Final = 0.5
"""Likelihood from which an occasion, of the background too, tells its sentence."""
_ACCORDING: Final = "theo"
_NOT_DONE: Final = wordlist("không chưa chẳng")
_CLAIMED: Final = Trie(
    (tuple(form.split()), None) for form in ("đơn tố cáo", "tin đồn", "lẽ ra", "đáng lẽ", "lời khai", "nếu", "giả sử")
)
"""Words of what is only alleged, or was not so."""
_DONE_TO: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
"""Types of what is done to the people named."""
_ATTENDED: Final = frozenset(
    {EventType.MEETING, EventType.VISIT, EventType.CEREMONY, EventType.CONFERENCE, EventType.CONGRESS}
)
"""Types of occasions at which the people named are."""
_UNDERGOING: Final = wordlist("bị được giữ làm trở nhận xin thôi đắc trúng nghỉ về từ")
"""Words right after someone to whom something is done, or who takes or leaves an office: "được bầu", "giữ chức"."""
_BY_WHOM: Final = wordlist("bị được")
"""Words before who does it to someone else: "bị ông A kiện"."""
_TOGETHER_WITH: Final = wordlist("đã vừa phối hợp cùng với và")
"""Words that join another body to the one that acts."""
_LONGEST_JOINT: Final = 4
_TOGETHER: Final = frozenset({EventType.MEETING, EventType.VISIT})


def acts(story: Story, occasions: Sequence[Occasion], said: Sequence[Statement]) -> list[Occasion]:
    """Return the acts told in the sentences that tell none of the `occasions`, each with its likelihood."""
    found: list[Occasion] = []
    for act in candidates(story, occasions, said):
        features = of_act(act, occasions, story)
        likely = likelihood().of(ACT, features)
        if likely >= _LEAST:
            kind, sure = likelihood().type(features)
            least = _LEAST_GRAVE if kind in _DONE_TO else _LEAST_TYPE
            _add(as_occasion(act, kind if sure >= least else EventType.OTHER, likely, story), found, story)
    return found


def candidates(story: Story, occasions: Sequence[Occasion], said: Sequence[Statement]) -> Iterator[Act]:
    """Yield the sentences in which someone may have done what is news: no caption, none that tells an occasion.

    Of what is told at an occasion, the clause is: "tại cuộc họp, ông A cho biết [Sở B đã tháo dỡ …]".
    """
    told: dict[int, int] = {}
    telling_ones = (one for one in occasions if not one.background or one.likelihood >= _TOLD)
    for telling in (telling for one in telling_ones for telling in one.tellings):
        told[telling.sentence] = max(telling.end, told.get(telling.sentence, 0))
    spans = sorted(statement.span for statement in said)
    for sentence, (first, _) in enumerate(story.passage.sentences):
        if not story.caption(first):
            act = _act(story, sentence, spans)
            other = act.clause >= told.get(sentence, 0)  # "tại cuộc họp, ông A cho biết Sở B đã tháo dỡ …"
            if other and act.limit - act.end >= _SHORTEST and _may_be_news(act, story):
                yield act


def _may_be_news(act: Act, story: Story) -> bool:
    """Tell whether a sentence has its day, or is about someone in the body of the article and no speech.

    Of the others hardly any was noted by a reader, and they are most.
    """
    keys = story.passage.keys
    unnamed = act.subject is None and keys[clause_opening(story, act.clause, act.limit)] == _ACCORDING
    claimed = _CLAIMED.within(keys, act.first, min(act.begin, act.first + _FAR))
    if keys[act.limit - 1] == "?" or unnamed or claimed or story.passage.key(act.end) in _NOT_DONE:
        return False
    if act.clause > act.first:
        done = not DONE.isdisjoint(story.passage.keys[act.end : min(act.limit, act.end + _TO_DEED)])
        return done and (bool(story.dates_in(act.first, act.limit)) or act.sentence < story.lead)
    if act.date is not None:
        since = tuple(story.passage.keys[max(0, act.date.first_token - len(_SINCE)) : act.date.first_token]) == _SINCE
        return (act.subject is not None or act.sentence < story.lead) and not since
    if act.subject is None or act.says:
        return False
    if act.sentence < story.lead:
        done = not DONE.isdisjoint(story.passage.keys[act.end : act.end + _SHORTEST])
        return done and act.first >= story.title_end
    return not HABIT.within(story.passage.keys, act.first, min(act.limit, act.first + _FAR))


def _act(story: Story, sentence: int, spans: Sequence[Span]) -> Act:
    first, limit = story.passage.sentences[sentence]
    told_by = report(story, first, limit)
    clause = told_by.begin if told_by is not None else first
    here = [one for one in story.between(clause, limit) if not one.office_only and not press(one)]
    actors = [one for one in here if not tells_before(story, one, limit)]
    near = (one for one in actors if one.begin - clause <= _FURTHEST)
    subject = next((one for one in near if _may_lead(one, clause, story)), None)
    told = None
    if told_by is not None and unspoken(story, clause) and _did(told_by, story):
        subject, told = told_by.source, clause
    begin, end = (subject.begin, min(subject.end, limit)) if subject is not None else (clause, clause)
    whole = story.passage.span(first, limit)
    at = story.passage.tokens.begins[begin]
    around = _last(spans, at + 1)
    within = _last(spans, whole.end)
    act = Act(
        sentence=sentence,
        first=first,
        limit=limit,
        begin=begin,
        end=end if told is None else told,
        subject=subject,
        others=tuple(one for one in actors if one is not subject),
        date=None,
        quoted=around is not None and at < around.end,
        says=within is not None and whole.begin < within.end,
        clause=clause,
        told=told,
    )
    return replace(act, date=_date(act, story)) if story.dates_in(first, limit) else act


def _did(told_by: Report, story: Story) -> bool:
    """Tell whether who tells it did it: an official who says that it has been done may speak for others."""
    source = told_by.source
    if source is None or press(source):
        return False
    return source.person is None or story.passage.keys[told_by.begin] in JUST


def _date(act: Act, story: Story) -> DateMention | None:
    """Return the day of an act: of what someone tells none but its own, unless it has just been done."""
    just = not JUST.isdisjoint(story.passage.keys[act.end : act.end + _SHORTEST])
    return date_of(story, act.first if just else act.clause, act.limit, _telling(act, EventType.OTHER, story))


def _last(spans: Sequence[Span], stop: int) -> Span | None:
    """Return the last of the sorted spans that begins before `stop`."""
    index = bisect_left(spans, stop, key=lambda one: one.begin)
    return spans[index - 1] if index else None


def _may_lead(actor: Actor, first: int, story: Story) -> bool:
    """Tell whether someone named in a sentence that begins at `first` may be who acts in it."""
    at = actor.begin
    return at == first or not (story.passage.keys[at - 1] in _NO_SUBJECT or story.passage.in_brackets(at))


def _telling(act: Act, kind: EventType, story: Story) -> Telling:
    """Return an act as the telling of an occasion: from who does it, else from what its clause opens with."""
    begin, end = act.begin, act.end
    if act.subject is None:
        begin = end = clause_opening(story, act.clause, act.limit)
    elif act.told is None:
        begin = _phrase(story, act)
    label = max(_label_end(story, end, act.limit), begin + 1)
    head = EventHead(form=HEAD, type=kind, kind="verb", function=None)
    subject = (begin, end if act.told is None else act.subject.end if act.subject is not None else begin)
    return Telling(begin, label, head, min(end, label), act.sentence, bare=False, subject=subject, told=act.told)


def _phrase(story: Story, act: Act) -> int:
    """Return where the words begin to which someone's name belongs: "[hơn 90 công nhân] Công ty A", his name if none.

    They begin at the last comma, or after the words that say when and where.
    """
    keys = story.passage.keys
    opening = clause_opening(story, act.clause, act.limit)
    first = max(opening, act.begin - _FURTHEST)
    marks = (at + 1 for at in range(act.begin - 1, first - 1, -1) if keys[at] in _ENDS or story.dated(at))
    begin = next(marks, first)
    alone = begin >= act.begin or keys[begin] in _BEFORE_SUBJECT or story.passage.key(act.begin - 1) in _JOINING
    return act.begin if alone else begin


def _label_end(story: Story, end: int, limit: int) -> int:
    """Return where the words end that tell what was done, which begin at `end`: at a mark, or where they grow long."""
    keys = story.passage.keys
    stop = min(limit, end + _LONGEST)
    over = stop
    at = end + 1
    while at < stop:
        reading = story.reading_at(at)
        if reading is not None:
            at = reading.end
            continue
        if keys[at] == "(":
            at = next((index for index in range(at, stop) if keys[index] == ")"), stop)
        elif keys[at] in _ENDS and at - end >= _to_mark(keys[at]) and not _inside_words(story, at, limit):
            return at
        elif keys[at] in _JOINTS and at - end >= _LONG_ENOUGH and not story.dated(at):
            over = at
        at += 1
    over = min(at, limit) if over == stop or stop == limit else over
    while over < limit and keys[over] not in _ENDS and story.passage.glued(over):
        over += 1  # "2011-2016"
    return over


def _to_mark(mark: str) -> int:
    """Return how many tokens tell an act at least before a mark: a comma may part verbs, "đã kiểm tra, xử lý …"."""
    return _BEFORE_COMMA if mark == "," else 1 if mark == "." else _SHORTEST


def _inside_words(story: Story, at: int, limit: int) -> bool:
    """Tell whether a mark stands inside words, numbers or where something is: "P. Tân An", "5,3 độ", "xã A, B"."""
    passage = story.passage
    if passage.keys[at] == ".":
        return at < limit - 1
    if passage.keys[at] != ",":
        return False
    number = passage.key(at - 1).isdigit() and passage.glued(at + 1)
    return number or (
        isinstance(story.reading_at(at - 1), PlaceReading) and isinstance(story.reading_at(at + 1), PlaceReading)
    )


def as_occasion(act: Act, kind: EventType, likely: float, story: Story) -> Occasion:
    """Return the occasion that an act is, when it is one: called by its words, on its day, with those named."""
    telling = _telling(act, kind, story)
    occasion = Occasion(
        label=telling.words(story.passage),
        type=kind,
        head=HEAD,
        begin=telling.begin,
        tellings=[telling],
        in_title=telling.begin < story.title_end,
        likelihood=likely,
    )
    if act.date is not None and act.date.start is not None:
        occasion.start, occasion.end = act.date.start, act.date.end
    span = story.passage.span(act.first, act.limit)
    undergoes = not _UNDERGOING.isdisjoint(story.passage.keys[act.end : min(act.limit, act.end + _SHORTEST)])
    for actor in (act.subject, *act.others):
        who = (actor.person or actor.organisation) if actor is not None else None
        leads = actor is act.subject and (act.told is not None or telling.begin == act.begin)
        speaks = leads and act.says and act.clause == act.first
        if actor is None or who is None or (speaks and actor.person is not None):
            continue  # who only speaks of it has no part in it
        official = actor.person is not None and bool(story.bodies_of(actor.person.key))
        partner = actor.person is None and telling.begin == act.begin and not undergoes and _joined(story, act, actor)
        function = _function(actor, kind, leads=leads or partner, undergoes=undergoes, official=official)
        by_him = actor.person is not None and story.passage.key(actor.begin - 1) in _BY_WHOM
        if function is not None and not (by_him and function is Function.SUBJECT):
            occasion.take_part(who, function, span)
    occasion.place = told_place(telling, story) or seat(occasion, story)
    return occasion


def _joined(story: Story, act: Act, actor: Actor) -> bool:
    """Tell whether a body does it together with who acts: "Sở A phối hợp với Công an B tháo dỡ …"."""
    words = story.passage.keys[act.end : actor.begin]
    return act.subject is not None and 0 < len(words) <= _LONGEST_JOINT and _TOGETHER_WITH.issuperset(words)


def _function(actor: Actor, kind: EventType, *, leads: bool, undergoes: bool, official: bool) -> Function | None:
    """Return the part of someone whom an act names: who leads does it, unless he undergoes it; others by its type.

    Of an incident all are subjects but officials, who may deal with it.
    """
    if actor.person is None:
        return Function.ORGANISER if leads and not undergoes else None
    if kind is EventType.INCIDENT:
        return Function.SUBJECT if (leads and undergoes) or not official else None
    if kind is EventType.APPOINTMENT and leads is undergoes:
        return Function.SUBJECT
    if kind in _ATTENDED and (leads or kind in _TOGETHER):
        return Function.ATTENDEE
    return Function.ORGANISER if leads and not undergoes and kind is not EventType.INSPECTION else None


def _add(act: Occasion, found: list[Occasion], story: Story) -> None:
    """Note an act, as another telling of one of its type by the same people: on the same day, or in the same words."""
    mine = {key for _, key, _ in act.parts}
    for other in found:
        alike = None in (act.start, other.start) and _alike(act, other, story)
        same_day = alike or (act.start is not None and act.start == other.start)
        if other.type is act.type and same_day and mine and mine == {key for _, key, _ in other.parts}:
            other.tellings += act.tellings
            other.start, other.end = (other.start, other.end) if other.start is not None else (act.start, act.end)
            other.likelihood = max(other.likelihood, act.likelihood)
            return
    found.append(act)


def _alike(act: Occasion, other: Occasion, story: Story) -> bool:
    """Tell whether two acts are told in the same words, half of the fewer at least, their subjects aside."""
    mine, theirs = (set(story.passage.keys[one.tellings[0].head_end : one.tellings[0].end]) for one in (act, other))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))
