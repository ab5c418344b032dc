"""When an occasion takes place: which of the dates of its sentence is its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.occasions.reports import JUST
from lienket.extract.story import Story
from lienket.language.dates import DateKind, DateMention
from lienket.language.trie import Trie
from lienket.language.wordlist import first_form, wordlist
from lienket.model import EventType, Function, PartialDate

_HELD: Final = wordlist("khai bế diễn tổ tiến bầu phiên")
"""First words of what tells that a congress is in session: "khai mạc", "diễn ra", "tổ chức"."""
_TOLD: Final = Trie((tuple(form.split()), None) for form in ("xác nhận", "cho biết", "cho hay", "thông tin", "tin từ"))
_NEXT_TO: Final = frozenset({"trước", "sau", "thềm"})
"""Words right before an occasion in a sentence about another day."""
_WAKE: Final = wordlist("sau vì do quan về trong tra từ của quanh phá tố")
"""Words before an incident in a sentence about what came of it: "sau", "liên quan", "điều tra"."""
_TOPIC: Final = tuple(
    tuple(form.split())
    for form in (
        *(
            "chuẩn bị",
            "kết quả",
            "nội dung",
            "tổng kết",
            "đánh giá",
            "việc tổ chức",
            "chuẩn bị cho",
            "vào chương trình",
        ),
        *("về", "trước", "sau", "thềm", "chuẩn bị trình"),
    )
)
"""Words right before an occasion that others deal with: nothing is said to be done at it."""
_LISTED: Final = frozenset({";", ",", "và"})
_LONGEST_LIST: Final = 20
_PREPARING: Final = Trie((tuple(form.split()), None) for form in ("chuẩn bị", "chuẩn bị cho", "công tác chuẩn bị"))
"""Words before a list of occasions to come: "chuẩn bị Hội nghị Trung ương 10; kỳ họp thứ 7"."""
_BESIDE: Final = 3
_WHERE: Final = wordlist("xảy diễn tại ở vào")
"""First words of a clause that says where and when: "xảy ra tại", "diễn ra vào", "tại"."""
_CLAUSE_ENDS: Final = wordlist(", ; ( ) đã khiến làm khi được bị nhưng thì là mà sẽ và với")
_LONGEST_CLAUSE: Final = 16
_MONTH_BESIDE: Final = 5
"""Tokens from the name of an occasion to the month in which it is held: "kỳ họp diễn ra vào đầu tháng 7/2018"."""
_OPENING: Final = 8
"""Tokens before an incident that opens its sentence: "Sáng 3/5/2018, một vụ cháy …"."""
_BEFORE_THAT: Final = "trước"
_EARLIER: Final = frozenset({"trước", "theo", "năm", "từ"})
"""First words of sentences about other days."""
_BEHIND: Final = 6
"""Tokens between "vì" and the incident that it gives as a reason: "vì đã để xảy ra sự cố"."""
_OPENS: Final = 4
"""Tokens from the begin of a sentence to the month of all that it tells: "Đầu tháng 2/2018, Thủ tướng …"."""
_BACKWARDS: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("trước đó", "sau khi", "khi đó", "lúc đó", "trước khi", "cách đây", "mới đây", "từng", "năm nào"),
        *("đã đưa tin", "hồi năm", "đầu năm", "cuối năm"),
    )
)
"""Words of a sentence that tells of earlier decisions, or of the steps of a career."""
_NEXT_WORDS: Final = 2
_LONGEST_LOOK: Final = 60
"""Tokens after a verb, and back from there, in which such words stand: keeps hostile text linear."""
_DECIDED: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
_SESSIONS: Final = frozenset({EventType.MEETING, EventType.CONGRESS, EventType.CONFERENCE})
_COURSE: Final = 5
"""Tokens from the begin of a sentence to an occasion at which, or after which, the rest was done."""
_FRAME: Final = ("khuôn", "khổ")
"""Words before a journey or meeting of several days, in the course of which something is done on a day of its own."""
_IN_COURSE: Final = wordlist("tại sau trong")
_PART_OF_MONTH: Final = wordlist("đầu giữa cuối vào hồi trong (")
_HOLDING: Final = frozenset({("tổ", "chức"), ("chủ", "trì"), ("tiến", "hành"), ("khai", "mạc")})
"""Words right before what someone holds, of whose name a month may be part."""
_BOUNDS: Final = wordlist("từ đến tới trước hết")
"""Words before a month since or until which something lasts."""
_DAYS: Final = frozenset({DateKind.DAY, DateKind.MONTH})
_OF_DAYS: Final = frozenset({DateKind.DAY, DateKind.RELATIVE})
_GATHERINGS: Final = frozenset(
    {EventType.CONFERENCE, EventType.MEETING, EventType.VISIT, EventType.CEREMONY, EventType.CONGRESS}
)
"""Types of occasions that are told when they are held."""
_NEWS: Final = 7
"""Days within which an article tells what its lead reports as news."""
_BEFORE: Final = 12
"""Tokens before and after an occasion's name in which a month or year is its own."""


def far_off(occasion: Occasion, story: Story, first: int, limit: int) -> bool:
    """Tell whether a sentence speaks of a congress as of the past or the future: it does not say that it is held."""
    return occasion.head == "đại hội" and _HELD.isdisjoint(story.passage.keys[first:limit])


def in_the_wake(telling: Telling, story: Story) -> bool:
    """Tell whether a sentence tells what came before or of an occasion, on a day of its own: "sau vụ cháy X"."""
    if telling.head.kind == "verb":
        return False
    keys = story.passage.keys
    first, limit = story.passage.sentences[telling.sentence]
    if (keys[telling.begin - 1] in _NEXT_TO and telling.begin > first) or dealt_with(telling, story):
        return True
    if telling.head.type is not EventType.INCIDENT:
        return False
    if not _WAKE.isdisjoint(keys[max(first, telling.begin - _BESIDE) : telling.begin]):
        return True
    if "vì" in keys[max(first, telling.begin - _BEHIND) : telling.begin]:
        return True
    held = telling.head.kind == "happening" or telling.head.form.startswith("phiên")
    far = telling.begin - first > _OPENING and not held
    return far and "xảy" not in keys[first:limit]


def dealt_with(telling: Telling, story: Story) -> bool:
    """Tell whether an occasion is only what others deal with: "chuẩn bị kỳ họp thứ 8", "kết quả kỳ họp"."""
    keys = story.passage.keys
    before = keys[max(0, telling.begin - 3) : telling.begin]
    if telling.head.kind == "verb":
        return False
    if any(tuple(before[-len(form) :]) == form for form in _TOPIC):
        return True
    if keys[telling.begin - 1] not in _LISTED:
        return False
    first = max(story.passage.sentences[telling.sentence][0], telling.begin - _LONGEST_LIST)
    return _PREPARING.within(keys, first, telling.begin)


def date_of(story: Story, first: int, limit: int, telling: Telling) -> DateMention | None:
    """Return the day of the sentence nearest before the telling, else the first after it; else its year or period."""
    here = [
        one
        for one in story.dates_in(first, limit)
        if one.start is not None
        and not (_aside(story, one, telling) or _until(story, one, first) or _of_an_incident(story, one, telling))
        and not _in_the_paper(story, one, telling)
    ]
    days = [one for one in here if one.kind in (DateKind.DAY, DateKind.RELATIVE)]
    clause = max(telling.end + _BESIDE, _clause_end(story, telling, limit))
    frames = tuple(story.passage.keys[max(first, telling.begin - 2) : telling.begin]) == _FRAME
    if frames and "," in story.passage.keys[telling.end : clause]:
        clause = telling.end
    beside = [one for one in days if telling.begin <= one.first_token <= clause]
    if beside or frames or in_the_wake(telling, story):
        return beside[0] if beside else None
    before = [one for one in days if one.first_token < telling.begin and not _reported_on(story, one, telling)]
    months = [one for one in here if one.kind is DateKind.MONTH and _month_beside(story, one, telling)]
    if months and telling.head.kind == "noun" and not (before and _of_its_name(story, months[0], telling)):
        return months[0]
    if before:
        return before[-1]
    after = [one for one in days if one.first_token >= telling.begin]
    if after and not _opening_month(here, after[0], first, telling):
        return after[0]
    wider = [one for one in here if one.kind in (DateKind.MONTH, DateKind.YEAR, DateKind.PERIOD)]
    opening = first + _OPENS if telling.head.kind == "verb" else first
    near = [
        one
        for one in wider
        if telling.begin - _BEFORE <= one.first_token <= telling.end + _BESIDE or one.first_token < opening
    ]
    return near[-1] if near and near[-1].kind is not DateKind.PERIOD else None


def _month_beside(story: Story, month: DateMention, telling: Telling) -> bool:
    """Tell whether a month stands right after an occasion, or in a bracket soon after: "(tháng 11/2016)"."""
    bracketed = story.passage.keys[month.first_token - 1] == "("
    reach = _LONGEST_CLAUSE if bracketed else _MONTH_BESIDE
    return 0 <= month.first_token - telling.end <= reach


def _of_its_name(story: Story, month: DateMention, telling: Telling) -> bool:
    """Tell whether a month belongs to the name of what is held on a day: "Sáng 1/8, … tổ chức hội nghị tháng 7"."""
    keys = story.passage.keys
    parted = not _PART_OF_MONTH.isdisjoint(keys[month.first_token - 1 : month.first_token + 1])
    return tuple(keys[telling.begin - 2 : telling.begin]) in _HOLDING and not parted


def _opening_month(here: Sequence[DateMention], day: DateMention, first: int, telling: Telling) -> bool:
    """Tell whether a sentence opens with the month of what a verb tells, and a day after is of something else."""
    if telling.head.kind != "verb" or day.start is None:
        return False
    opening = [one.start for one in here if one.kind is DateKind.MONTH and one.first_token < first + _OPENS]
    return any(one is not None and one.month != day.start.month for one in opening)


def _clause_end(story: Story, telling: Telling, limit: int) -> int:
    """Return where the words end that say of an occasion where and when it is: "sự cố xảy ra tại X ngày 29/5"."""
    keys = story.passage.keys
    at = telling.end
    if telling.head.type is EventType.INCIDENT:
        at = first_form(keys, at, min(limit, at + _LONGEST_CLAUSE), (("xảy", "ra"),)) or at
    if telling.head.kind == "verb" or at >= limit or keys[at] not in _WHERE:
        return at
    stop = min(limit, at + _LONGEST_CLAUSE)
    while at < stop and keys[at] not in _CLAUSE_ENDS:
        at += 1
    return at


def _until(story: Story, date: DateMention, first: int) -> bool:
    """Tell whether a day is one up to which something is counted or lasts: "tính đến ngày 8/12"."""
    keys = story.passage.keys
    return (
        keys[date.first_token - 1] == "đến" and date.first_token > first and "từ" not in keys[first : date.first_token]
    )


def _of_an_incident(story: Story, date: DateMention, telling: Telling) -> bool:
    """Tell whether a day is that of what happened, not of what came of it: "chỉ đạo làm rõ vụ việc xảy ra ngày 3/5"."""
    if telling.head.type is EventType.INCIDENT or date.first_token < telling.head_end:
        return False
    keys = story.passage.keys
    begin = max(telling.head_end, date.first_token - _LONGEST_CLAUSE)
    return first_form(keys, begin, date.first_token, (("xảy", "ra"),)) is not None


def _in_the_paper(story: Story, date: DateMention, telling: Telling) -> bool:
    """Tell whether a paper that someone issues deals with a date: "ban hành Kế hoạch thi đua năm 2024"."""
    if telling.head.type is not EventType.SIGNING or telling.head.kind != "verb":
        return False
    if story.passage.keys[date.first_token - 1] in _BOUNDS:
        return True
    return date.first_token >= telling.head_end and date.kind not in _OF_DAYS


def _reported_on(story: Story, date: DateMention, telling: Telling) -> bool:
    """Tell whether a day is the one on which something done was told: "Ngày 21/12, X xác nhận Y đã kỷ luật ông Z"."""
    keys = story.passage.keys
    if telling.told is not None:
        return date.end_token <= telling.told and JUST.isdisjoint(keys[telling.told : telling.told + _NEXT_WORDS])
    if telling.subject is None and keys[telling.begin - 1] in ("tại", "trong"):
        return False  # "ông A cho biết tại cuộc họp"
    if telling.head.type in _DECIDED and "vừa" in keys[date.end_token : telling.head_end]:
        return False  # "Ngày 21/12, Công an cho biết vừa khởi tố ông A"
    return _TOLD.within(keys, date.end_token, telling.begin)


def _aside(story: Story, date: DateMention, telling: Telling) -> bool:
    """Tell whether a date stands in a bracket that the telling does not stand in: "bà X (mất hôm 20/2) đến dự …"."""
    keys = story.passage.keys
    begin, end = sorted((date.first_token, telling.begin))
    between = keys[date.end_token : telling.begin] if begin == date.first_token else keys[telling.end : end]
    closed = ")" in between and "(" not in between[: between.index(")")]
    opened = "(" in between and ")" not in between[between.index("(") :]
    if begin != date.first_token and between[:1] == ["("]:
        return False  # "kỳ họp thứ 34 (diễn ra ngày 6/3)"
    alone = "(" in keys[max(0, date.first_token - 1) : date.end_token]  # "hôm nay (8/10)"
    return (closed if begin == date.first_token else opened) and not alone


def in_an_open_month(occasions: Sequence[Occasion], story: Story) -> None:
    """Give what has no date the month that its sentence tells of it, whose year nothing settles: "cuối tháng 10"."""
    if not story.open_months:
        return
    for occasion in occasions:
        if occasion.start is None and not occasion.background:
            found = (_open_month(story, telling) for telling in occasion.tellings)
            occasion.start = next((month.start for month in found if month is not None), None)


def _open_month(story: Story, telling: Telling) -> DateMention | None:
    """Return the open month in or right after the name of an occasion, else the one before it or at the opening."""
    keys = story.passage.keys
    first, limit = story.passage.sentences[telling.sentence]
    near = max(first, telling.begin - _BEFORE)
    found = (
        *story.open_months_in(first, min(near, first + _OPENS)),
        *story.open_months_in(near, min(limit, telling.end + _MONTH_BESIDE + 1)),
    )
    own = [one for one in found if keys[one.first_token - 1] not in _BOUNDS]
    return next((one for one in own if one.first_token >= telling.begin), own[-1] if own else None)


def on_the_same_day(occasions: Sequence[Occasion], story: Story) -> None:
    """Give what someone did without a day the one day that the article names before, when they did something else."""
    days = [one for one in story.dates if one.kind is DateKind.DAY]
    if not days:
        return
    end = next((one.first_token for one in days if one.start != days[0].start), len(story.passage))
    keys, sentences = story.passage.keys, story.passage.sentences
    seen: dict[str, Occasion] = {}
    for occasion in sorted(occasions, key=lambda one: one.begin):
        deed = occasion.tellings[0]
        people = [key for kind, key, _ in occasion.parts if kind == "person"]
        done = (deed.subject is not None and not deed.passive) or occasion.attended
        open_day = occasion.start is None and not (occasion.background or occasion.planned)
        open_day = open_day and occasion.type is not EventType.INCIDENT and not occasion.journey
        other = next((seen[key] for key in people if key in seen), None)
        then = keys[sentences[deed.sentence][0]] in _EARLIER or deed.begin >= end
        if done and open_day and other is not None and not then:
            occasion.start = other.start
            occasion.place = occasion.place or other.place
        if occasion.start == days[0].start and occasion.end is None:
            seen.update(dict.fromkeys(people, occasion))


def in_the_course(occasions: Sequence[Occasion], story: Story) -> None:
    """Give what has no day that of the occasion at which, or right after which, its sentence says that it was done.

    "Tại buổi lễ, Bộ A trao bằng khen", "Ngay sau lễ đón, hai bên hội đàm".
    """
    keys = story.passage.keys
    dated: dict[int, tuple[Occasion, Telling]] = {}
    for occasion in occasions:
        if occasion.start is not None and occasion.end is None and not occasion.background:
            for telling in occasion.tellings:
                first = story.passage.sentences[telling.sentence][0]
                if telling.begin - first <= _COURSE and keys[telling.begin - 1] in _IN_COURSE:
                    dated.setdefault(telling.sentence, (occasion, telling))
    for occasion in occasions:
        here = occasion.tellings[0] if occasion.tellings else None
        if here is None or occasion.start is not None or occasion.background or here.sentence not in dated:
            continue
        course, telling = dated[here.sentence]
        done = here.begin >= telling.end and not _TOLD.within(keys, telling.end, here.head_end)
        if course is not occasion and done and occasion.type is not EventType.INCIDENT:
            occasion.start = course.start
            if occasion.place is None:
                occasion.place = course.place


def at_their_sessions(occasions: Sequence[Occasion]) -> None:
    """Give what a body decided about people without a day that of its one session of the article."""
    sessions: dict[str, list[Occasion]] = {}
    for occasion in occasions:
        if occasion.start is not None and occasion.type in _SESSIONS and not occasion.background:
            for _, key, function in occasion.parts:
                if function is Function.ORGANISER:
                    sessions.setdefault(key, []).append(occasion)
    for occasion in occasions:
        if occasion.type is not EventType.APPOINTMENT or occasion.start is not None or occasion.planned:
            continue
        deciders = [key for _, key, function in occasion.parts if function is Function.ORGANISER]
        held = [one for key in deciders for one in sessions.get(key, ())]
        if len({(one.start, one.end) for one in held}) == 1 and not held[0].planned:
            occasion.start, occasion.end = held[0].start, held[0].end
            occasion.place = occasion.place or held[0].place


def _of_before(occasion: Occasion, story: Story) -> bool:
    """Tell whether the sentence of a decision looks back: "sau khi ông A được bổ nhiệm", "Trước đó, …"."""
    first, limit = story.passage.sentences[occasion.tellings[0].sentence]
    limit = min(limit, occasion.tellings[0].head_end + _NEXT_WORDS)
    return _BACKWARDS.within(story.passage.keys, max(first, limit - _LONGEST_LOOK), limit)


def on_the_only_day(occasions: Sequence[Occasion], story: Story) -> None:
    """Give what has no day the only day of the article, when its lead names it.

    Not what stands in the same sentence: there its words have said that the day is not its own.
    """
    keys = story.passage.keys
    days = [one for one in story.dates if one.kind is DateKind.DAY]
    if len({one.start for one in days}) != 1 or days[0].end is not None or keys[days[0].first_token - 1] in _BOUNDS:
        return
    day = story.passage.sentence_of[days[0].first_token]
    if day >= story.lead or keys[story.passage.sentences[day][0]] == _BEFORE_THAT:
        return  # "Trước đó, ngày 5/4, …" tells of a day that is not that of the news
    for occasion in occasions:
        told = not (occasion.background or occasion.in_passing or occasion.planned)
        told = told and not occasion.journey and (bool(occasion.parts) or occasion.type is not EventType.CONGRESS)
        told = told and not (occasion.type is EventType.APPOINTMENT and _of_before(occasion, story))
        apart = all(one.sentence != day for one in occasion.tellings)
        if occasion.start is None and told and apart and occasion.type is not EventType.INCIDENT:
            occasion.start = days[0].start


def in_the_month_of_the_news(occasions: Sequence[Occasion], story: Story) -> None:
    """Give what the title or lead reports without a day, as news, the month in which the article was published.

    Not in the first days of a month: it may have been held in the month before. Decisions may be old, unless "vừa".
    """
    published = story.now.published
    if published is None or published.day is None or published.day <= _NEWS:
        return
    dated = {story.passage.sentence_of[one.first_token] for one in story.dates if one.kind in _DAYS}
    for occasion in occasions:
        news = not (occasion.background or occasion.in_passing or occasion.planned) and occasion.start is None
        told = {one.sentence for one in occasion.tellings}
        if not (news and told and min(told) < story.lead and told.isdisjoint(dated)):
            continue
        if occasion.type in _GATHERINGS or (occasion.type is not EventType.INCIDENT and _just(occasion, story)):
            occasion.start = PartialDate(published.year, published.month)


def _just(occasion: Occasion, story: Story) -> bool:
    """Tell whether a decision was taken right before it is told: "vừa ký quyết định"."""
    return any("vừa" in story.passage.keys[max(0, one.head_end - _BEFORE) : one.head_end] for one in occasion.tellings)
