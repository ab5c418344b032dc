"""Clauses that someone tells: "Theo Sở A, …", "Ngày 3/5, ông B cho biết, …". What happened is what the clause says.

Who tells it, and the day on which he does, are none of it, unless he leaves out that he did it himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lienket.extract.grammar.own_names import FIRMS
from lienket.extract.grammar.readings import PersonReading, PlaceReading
from lienket.extract.organisations import Organisation
from lienket.extract.story import Actor, Story
from lienket.language.records import record
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.open_bodies import ShortBody, short_bodies

_TELLING: Final = Trie(
    (tuple(form.split()), None)
    for form in ("cho biết", "cho biết thêm", "cho hay", "xác nhận", "thừa nhận", "thông tin", "thông báo", "đưa tin")
)
"""Verbs that tell what happened, not what someone thinks or wants of it."""
_REPORTING: Final = frozenset({"bao", "tap-chi", "dai-truyen-hinh", "dai-phat-thanh"})
_SAYING: Final = frozenset({("cho", "biết"), ("cho", "hay"), ("đưa", "tin")})
"""Those of them that are no nouns besides."""
_LINKS: Final = wordlist(': , thêm rằng là “ "')
_NAMED: Final = wordlist("việc về vụ sự kết nội tình với cho tại trên công tới lại bằng")
"""Words after such a verb that name what is told of, or where: no clause follows."""
_ADVERBS: Final = wordlist("cũng đã vừa mới còn thì lại tiếp tục chính thức bước đầu , - –")
_SOURCE: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("theo", "theo thông tin từ", "theo thông tin của", "theo tin từ", "theo nguồn tin từ", "theo báo cáo của"),
        *("thông tin từ", "tin từ", "nguồn tin từ", "thông tin của", "theo thông báo của", "theo lãnh đạo"),
        *("theo đại diện", "theo báo cáo nhanh của", "theo thông tin ban đầu từ", "theo báo cáo từ"),
    )
)
"""Words before the one whose word it is: "Theo [Sở A], …"."""
_TO_COMMA: Final = 6
"""Tokens from him to the comma after which the clause begins."""
_FURTHEST: Final = 60
"""Tokens from the begin of a clause to the verb that tells it: keeps hostile text linear."""
_NESTED: Final = 2
_UNNAMED: Final = 8
"""Tokens in which someone is told of who is not named, before the verb that he tells something."""
_SHORTEST: Final = 3
"""Tokens of a clause, with the mark after it: "…, ông A cho biết." tells what stands before."""
JUST: Final = wordlist("vừa mới")
_DONE: Final = JUST | {"đã"}
_THERE: Final = ("đã", "có")
_BEFALLING: Final = wordlist("xảy xuất bị")
"""Words after "đã" of what befalls: "đã xảy ra vụ cháy", "đã xuất hiện dịch"."""
_COUNTS: Final = wordlist("hàng nhiều một hai ba bốn năm gần hơn khoảng thêm ít")
_CIRCUMSTANCES: Final = wordlist("trước nhằm để do vì nhân thực hưởng nhận")
"""First words of what says why something was done: "trước tình hình", "thực hiện", "hưởng ứng", "nhận được tin"."""
_LONGEST_OPENING: Final = 24
_HOURS: Final = wordlist("h giờ phút g")
_AT: Final = frozenset({"tại", "ở"})
_PRONOUNS: Final = frozenset({"ông", "bà"})
_OVER: Final = frozenset({".", "…", ";"})
_THIS: Final = "này"
_BEFORE_DEED: Final = _DONE | wordlist("đang sẽ cũng")
_ANY_BODY: Final = (("đơn", "vị"), ("cơ", "quan"), ("chúng", "tôi"))
_WHEN: Final = wordlist(
    ", vào trong lúc khoảng ngày tối qua đêm sáng chiều trưa hôm cùng giờ h phút nay rạng buổi từ hồi"
)


@record()
class Report:
    """What someone tells: the clause begins at token `begin`; `source` is who tells it, where he is named."""

    begin: int
    source: Actor | None = None


def report(story: Story, first: int, limit: int) -> Report | None:
    """Return what the sentence of tokens `first` to `limit` has someone tell, the innermost where it is told twice."""
    found: Report | None = None
    for _ in range(_NESTED):
        inner = _by_source(story, first, limit) or _by_verb(story, first, limit)
        if inner is None or inner.begin + _SHORTEST > limit:
            break
        found, first = inner, inner.begin
    return found


def tells_before(story: Story, actor: Actor, limit: int) -> bool:
    """Tell whether someone tells what stands before him: "Sở đã tháo dỡ biển quảng cáo, [ông A] cho biết"."""
    end = past_telling(story, actor.end, limit)
    return end > actor.end and (end == limit or story.passage.keys[end] in _OVER)


def press(actor: Actor) -> bool:
    """Tell whether a newspaper or broadcaster is named, which reports what others do."""
    return actor.organisation is not None and actor.organisation.type in _REPORTING


def past_telling(story: Story, end: int, stop: int) -> int:
    """Return where what someone tells begins whose name ends at `end`; `end` itself where he tells nothing."""
    at = end
    while at < stop and story.passage.keys[at] in _ADVERBS:
        at += 1
    match = _TELLING.longest(story.passage.keys, at, stop)
    return _past_links(story, match[0], stop) if match is not None else end


def unspoken(story: Story, begin: int) -> bool:
    """Tell whether a clause that begins at `begin` leaves out its subject, the one who tells it: "cho biết đã …"."""
    keys = story.passage.keys
    there = tuple(keys[begin : begin + 2]) == _THERE
    if story.passage.key(begin + 1) in _BEFALLING:
        return False
    counted = story.passage.key(begin + 2).isdigit() or story.passage.key(begin + 2) in _COUNTS
    return story.passage.key(begin) in _DONE and not (there and counted)


def meant(story: Story) -> Iterator[Actor]:
    """Yield whom common words mean in what someone tells: himself, his body, "ông", "Sở này", "đơn vị", "bệnh viện"."""
    for first, limit in story.passage.sentences:
        told = report(story, first, limit)
        if told is None or told.source is None:
            continue
        at = clause_opening(story, told.begin, limit)
        found = _common_name(story, at, limit) if not story.inside_reading(at) else None
        body = _body(story, told.source, found[1]) if found is not None else None
        if found is not None and found[1] is None and _another_body(story, told.source, body, first, at):
            continue  # "Công ty A xả thải. Theo Sở B, đơn vị này …"
        if found is not None and body is not None:
            yield Actor(at, found[0], organisation=body)
        pronoun = story.passage.keys[at] in _PRONOUNS and story.passage.key(at + 1) in _BEFORE_DEED
        if pronoun and told.source.person is not None and _himself(story, told.source, at):
            yield Actor(at, at + 1, person=told.source.person)


def _himself(story: Story, source: Actor, at: int) -> bool:
    """Tell whether "ông" or "bà" at token `at` can only be who tells it: called so, and no one else named near."""
    reading = story.reading_at(source.begin)
    called = {one.lower() for one in reading.honorifics} if isinstance(reading, PersonReading) else set()
    sentence = story.passage.sentence_of[at]
    since = story.passage.sentences[max(0, sentence - 1)][0]
    people = {id(one.person) for one in story.between(since, at) if one.person is not None}
    return story.passage.keys[at] in called and len(people) == 1 and story.passage.key(at + 1) != "bị"


def _another_body(story: Story, source: Actor, body: Organisation | None, first: int, at: int) -> bool:
    """Tell whether a body tells it and a firm is named near, which may be meant, or who tells it has left his body."""
    reading = story.reading_at(source.begin)
    former = isinstance(reading, PersonReading) and any(one.status is Status.FORMER for one in reading.roles)
    since = story.passage.sentences[max(0, story.passage.sentence_of[first] - 1)][0]
    near = (one.organisation for one in story.between(since, at) if one.organisation is not None)
    firms = {one.key for one in near if one.type in FIRMS}
    return former or (source.person is None and body is not None and bool(firms - {body.key}))


def clause_opening(story: Story, begin: int, limit: int) -> int:
    """Return where a clause goes on after the words that say when and where: "trong ngày 3/5, tại X, [đơn vị]"."""
    at = _past_circumstances(story, begin, limit)
    while at < limit - 1:
        end = _places_end(story, at + 1) if story.passage.keys[at] in _AT else None
        if end is None and not (story.dated(at) or story.passage.keys[at] in _WHEN or _hour(story, at)):
            break
        at = end or at + 1
    return min(at, limit - 1)


def _past_circumstances(story: Story, begin: int, limit: int) -> int:
    """Return where the words are over with which a clause opens that say why: "Trước tình hình mưa lũ, [xã A] …"."""
    keys = story.passage.keys
    if story.passage.key(begin) not in _CIRCUMSTANCES:
        return begin
    comma = next((at for at in range(begin, min(limit, begin + _LONGEST_OPENING)) if keys[at] == ","), None)
    return comma + 1 if comma is not None and _DONE.isdisjoint(keys[begin:comma]) else begin


def _hour(story: Story, at: int) -> bool:
    """Tell whether an hour is told: "[19]h ngày 3/5", "khoảng [3] giờ", "[19h30]", "[đến] 15h"."""
    if story.passage.keys[at] == "đến":
        return story.dated(at + 1) or _number_of_hour(story, at + 1)
    return _number_of_hour(story, at)


def _number_of_hour(story: Story, at: int) -> bool:
    key, after = story.passage.key(at), story.passage.key(at + 1)
    return key[:1].isdigit() and ("h" in key or after in _HOURS)


def _places_end(story: Story, at: int) -> int | None:
    """Return where the places end of which the first stands at `at`: "xã A, huyện B"."""
    end = None
    place = story.reading_at(at)
    while isinstance(place, PlaceReading):
        end = place.end
        place = story.reading_at(end + 1) if story.passage.key(end) == "," else None
    return end


def _by_source(story: Story, first: int, limit: int) -> Report | None:
    keys = story.passage.keys
    match = _SOURCE.longest(keys, first, limit)
    here = story.between(match[0], min(limit, match[0] + 2)) if match is not None else []
    named = [one for one in here if not one.office_only]
    if not named:
        return None
    source = named[0]
    stop = min(limit, source.end + _TO_COMMA)
    comma = next((at for at in range(source.end, stop) if keys[at] == ","), None)
    if comma is None or not _DONE.isdisjoint(keys[source.end : comma]):
        return None
    return Report(comma + 1, source)


def _by_verb(story: Story, first: int, limit: int) -> Report | None:
    stop = min(limit, first + _FURTHEST)
    for source in story.between(first, stop):
        if source.office_only or source.end >= stop:
            continue
        at = source.end
        while at < stop and (story.passage.keys[at] in _ADVERBS or story.dated(at)):
            at += 1
        match = _TELLING.longest(story.passage.keys, at, stop)
        if match is not None and story.passage.key(match[0]) not in _NAMED:
            return Report(_past_links(story, match[0], limit), source)
    return _by_someone(story, first, stop)


def _by_someone(story: Story, first: int, limit: int) -> Report | None:
    """Read who tells something without being named: "một nguồn tin khác cho hay", "báo A đưa tin"."""
    begin = clause_opening(story, first, limit)
    for at in range(begin, min(limit, begin + _UNNAMED)):
        if story.passage.keys[at] in _BEFORE_DEED:
            return None
        if at > begin and tuple(story.passage.keys[at : at + 2]) in _SAYING and not story.passage.capital(at):
            told = _past_links(story, at + 2, limit)
            clause = story.passage.key(told) not in _NAMED and not unspoken(story, told)
            return Report(told) if clause else None
    return None


def _past_links(story: Story, at: int, stop: int) -> int:
    while at < stop and story.passage.keys[at] in _LINKS:
        at += 1
    return at


def _common_name(story: Story, at: int, limit: int) -> tuple[int, ShortBody | None] | None:
    """Return the end of a common word for a body at `at`, and the word itself, none for any body's."""
    short = short_bodies().longest(story.passage.keys, at, limit)
    end = short[0] if short is not None else at + len(_ANY_BODY[0])
    if short is None and tuple(story.passage.keys[at:end]) not in _ANY_BODY:
        return None
    this = story.passage.key(end) == _THIS
    if not this and story.passage.key(end) not in _BEFORE_DEED:
        return None
    return end + this, short[1] if short is not None else None


def _body(story: Story, source: Actor, short: ShortBody | None) -> Organisation | None:
    """Return the body that tells something, or whose official does, if the common word stands for it."""
    bodies: Sequence[Organisation] = ()
    if source.organisation is not None:
        bodies = [source.organisation]
    elif source.person is not None:
        inside = story.between(source.begin, source.end)
        bodies = [one.organisation for one in inside if one.organisation is not None]
        bodies = bodies or story.bodies_of(source.person.key)
    return next((one for one in bodies if short is None or short.stands_for(one.key)), None)
