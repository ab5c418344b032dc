"""Accidents and incidents that agencies handle: on what day they happened, and who deals with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lienket.extract.occasions.occasions import Occasion
from lienket.extract.occasions.subjects import doers
from lienket.extract.story import Story
from lienket.language.dates import DateKind, DateMention
from lienket.language.wordlist import first_form, wordlist
from lienket.model import EventType, Function

_HAPPEN: Final = (("xảy", "ra"),)
_TO_DAY: Final = 12
"""Tokens from "xảy ra" to the day on which something happened."""
_OPENING: Final = 10
_TOLD_AFTER: Final = 12
"""Sentences after the lead in which an incident is told from its beginning."""
_HOURS: Final = frozenset({"giờ", "phút", "h"})
_HANDLING: Final = tuple(
    tuple(form.split())
    for form in (
        *(
            "đến hiện trường",
            "tới hiện trường",
            "có mặt",
            "điều tra",
            "vào cuộc",
            "phong tỏa",
            "khám nghiệm",
            "xác minh",
        ),
        *("tiếp nhận", "cứu hộ", "cứu chữa", "tìm kiếm", "làm rõ", "huy động", "xử lý", "khắc phục", "lập biên bản"),
        *("thụ lý", "lấy lời khai", "trích xuất", "cấp cứu", "tổ chức cứu", "lấy mẫu"),
    )
)
"""What is done about an incident by those who deal with it."""
_DONE: Final = wordlist("đã đang vừa tiếp phối nhanh kịp khẩn tiến")
"""Words before such a verb where it is done, not asked for."""
_REACH: Final = 8


def handled(occasions: Sequence[Occasion], about: Sequence[Occasion | None], story: Story) -> None:
    """Give the incidents of the article their day and those who deal with them; not what authorities do to someone."""
    incidents = [one for one in occasions if _befell(one)]
    if len(incidents) == 1:
        incident = incidents[0]
        if incident.start is None:
            day = next(_days_of(story), None)
            if day is not None:
                incident.start, incident.end = day.start, day.end
    known = {id(one) for one in incidents}
    for sentence, focus in enumerate(about):
        if focus is not None and id(focus) in known:
            _handle(focus, sentence, story)


def _befell(occasion: Occasion) -> bool:
    """Tell whether an occasion is what befell someone, as the title or lead or its day tell."""
    told = bool(occasion.tellings) and occasion.tellings[0].head.kind in ("noun", "happening")
    told = told and not occasion.head.startswith("phiên")
    return occasion.type is EventType.INCIDENT and told and not (occasion.background or occasion.planned)


def _days_of(story: Story) -> Iterator[DateMention]:
    """Yield the days on which something is said to have happened: "xảy ra chiều 3/5", "Khoảng 15h ngày 3/5, …"."""
    keys = story.passage.keys
    for first, limit in story.passage.sentences[: story.lead + _TOLD_AFTER]:
        happen = first_form(keys, first, limit, _HAPPEN)
        if happen is not None:
            yield from _days(story, happen, min(limit, happen + _TO_DAY))
        for day in _days(story, first, min(limit, first + _OPENING)):
            if not _HOURS.isdisjoint(keys[first : day.first_token]):
                yield day


def _days(story: Story, start: int, stop: int) -> list[DateMention]:
    return [one for one in story.dates_in(start, stop) if one.kind is DateKind.DAY and one.start is not None]


def _handle(incident: Occasion, sentence: int, story: Story) -> None:
    """Note who does something about an incident in one sentence."""
    first, limit = story.passage.sentences[sentence]
    keys = story.passage.keys
    verb = first_form(keys, first, limit, _HANDLING)
    if verb is None or _DONE.isdisjoint(keys[max(first, verb - _REACH) : verb]):
        return
    for actor in doers(story, first, verb):
        who = actor.organisation or actor.person
        if who is not None:
            incident.take_part(who, Function.ATTENDEE, story.passage.span(first, limit))
