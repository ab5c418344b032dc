"""Where a text tells an occasion: nouns that name one, and verbs that tell what someone did."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.readings import PersonReading
from lienket.extract.occasions.deeds import deed
from lienket.extract.occasions.happenings import happening
from lienket.extract.occasions.labels import label_end
from lienket.extract.occasions.occasions import Telling
from lienket.extract.story import Story
from lienket.language.wordlist import wordlist
from lienket.model import EventType
from lienket.reference.events import EventHead, event_heads

_PARTED: Final = {"hội thi": "đua", "hội diễn": "tấu"}
"""Syllables after a head with which it is none: "toàn hội | thi đua lập công", "đêm hội | diễn tấu"."""
_ORGANISERS: Final = ("trưởng", "ban", "tổ", "chức")
"""Words before an occasion that make it part of an office: "Trưởng Ban Tổ chức hội thi"."""
_ORGANISING: Final = "tổ chức "
_GENERIC: Final = wordlist(
    "các những nhiều mọi từng mỗi số vài hàng trăm loạt ban bất nào nghi hành hôn dịp nghỉ mùa đi"
)
"""Words before a head that make it no particular occasion: "các hội nghị", "Ban tổ chức lễ hội"."""
_CARRYING_OUT: Final = ("tiến", "hành")
_HALL: Final = ("trung", "tâm")
"""Words before a head that make it a house: "Trung tâm Hội nghị"."""
_NO_RITE: Final = wordlist("đường tân phép vật phục đài độ giáo nghĩa chùa nghi")
_ABOUT: Final = wordlist("đến về trong lý rõ sau tra quanh từ tới")
"""Words before an affair that the lead is about: "liên quan đến vụ …", "xử lý vụ …"."""
_OFFICES: Final = wordlist("phó trưởng việc mùa")
"""Words after "vụ" that make it no affair."""
_WISHED: Final = frozenset({"đăng", "xin", "muốn", "cần", "nghị", "mời"})
_WISHED_REACH: Final = 5
"""Words, and tokens, before an occasion that is only wished for: "đề nghị có một cuộc họp"."""
_PARTY: Final = frozenset({"của", "giữa", "với", "và"})
"""Words before those whose meeting a name tells: their offices belong to the name, commas and all."""
_HAPPENED: Final = ("xảy", "ra")
_AT: Final = wordlist("tại ở trên giữa")
_THIS: Final = wordlist("này trên đó nói kia nay")
_THIS_TIME: Final = ("lần", "này")
_WITH: Final = ("làm việc", "họp", "hội nghị")
"""Last words of occasions that are held with someone: who is named right after them acts there."""
_REPRESENTATIVES: Final = ("đại", "diện")
_RESOLUTION: Final = tuple(tuple(form.split()) for form in ("nghị quyết", "nghị quyết của", "văn kiện"))
"""Last words before a congress that only names a paper: "Nghị quyết Đại hội XII"."""
_NO_ASSEMBLY: Final = wordlist("ý thuận loạt tình lòng cổ")
"""Words after "đại hội đồng" with which it is no body: "đại hội đồng ý", "đại hội đồng cổ đông" is held."""


def tellings(story: Story) -> list[Telling]:
    """Return every telling of a particular occasion in the passage, captions aside."""
    passage = story.passage
    heads = event_heads()
    found: list[Telling] = []
    done = 0
    for at in heads.spots(passage.keys):
        match = heads.longest(passage.keys, at, passage.limit(at)) if at >= done else None
        if match is None or story.caption(at):
            continue
        telling = _telling(story, at, *match, found[-1] if found else None)
        if telling is not None:
            found.append(telling)
            done = telling.end
    return found


def _telling(story: Story, at: int, head_end: int, head: EventHead, before: Telling | None) -> Telling | None:
    if head.kind in ("noun", "affair"):
        return _noun(story, at, head_end, head)
    if head.kind == "happening":
        return happening(story, at, head_end, head)
    if head.form.startswith(_ORGANISING) and _named_at(story, at + len(_ORGANISING.split())):
        return None  # "tổ chức [chương trình khám bệnh]"
    told = deed(story, at, head_end, head, before)
    return told if told is not None or head.kind == "verb" else _noun(story, at, head_end, head)


def _named_at(story: Story, at: int) -> bool:
    """Tell whether the name of an occasion begins at token `at`."""
    head = event_heads().longest(story.passage.keys, at, story.passage.limit(at))
    return head is not None and head[1].kind == "noun"


def _noun(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read the name of an occasion whose head noun stands at `at`."""
    passage = story.passage
    counted = passage.key(at - 1).isdigit() and not story.dated(at - 1)
    if counted or passage.key(head_end) == "nào" or (story.inside_reading(at) and story.inside_reading(at - 1)):
        return None  # "36 cuộc thanh tra", "nếu vụ cháy nào", "[Quốc hội] thảo luận"
    if _generic(story, at):
        return None
    if (passage.key(at - 2), passage.key(at - 1)) == _HALL:
        return None
    if passage.key(at - 1) == "một" and not _WISHED.isdisjoint(passage.keys[max(0, at - _WISHED_REACH) : at]):
        return None  # "tỉnh đã đăng ký một buổi làm việc với Chính phủ"
    if passage.key(at - 1) == "để":
        return None  # "báo cáo để Đại hội thông qua"
    if _PARTED.get(head.form) == passage.key(head_end):
        return None
    if head.form == "đại hội" and _body_or_paper(story, at, head_end):
        return None
    if head.form == "vụ" and not _affair(story, at):
        return None
    if head.form in ("lễ", "đại lễ") and (passage.key(head_end).isdigit() or passage.key(head_end) in _NO_RITE):
        return None  # "nghỉ lễ 30/4" is a holiday, "lễ tân" no rite
    acts = head.form.endswith(_WITH) and tuple(passage.keys[head_end : head_end + 2]) == _REPRESENTATIVES
    end = head_end if acts or _someone_named(story, head_end) else _name_end(story, head_end, head)
    across = [one for one in story.readings_in(head_end, end) if one.end > end and passage.key(one.begin - 1) in _PARTY]
    if across and end > head_end:
        end = max(across[-1].end, label_end(passage, across[-1].end))  # "cuộc làm việc của Phó Bí thư, Chủ tịch X"
    this = passage.key(head_end) in _THIS or tuple(passage.keys[head_end : head_end + 2]) == _THIS_TIME
    bare = end == head_end or this
    return Telling(at, head_end if bare else end, head, head_end, passage.sentence_of[at], bare)


def _name_end(story: Story, at: int, head: EventHead) -> int:
    """Return where the name of an occasion ends; that of an incident goes on with where it happened."""
    keys = story.passage.keys
    if head.type is not EventType.INCIDENT or tuple(keys[at : at + 2]) != _HAPPENED or keys[at + 2] not in _AT:
        return label_end(story.passage, at)
    return label_end(story.passage, at + 3)


def _generic(story: Story, at: int) -> bool:
    """Tell whether the word before a head makes it no particular occasion; "tiến hành phiên họp" tells one."""
    passage = story.passage
    if tuple(passage.keys[max(0, at - len(_ORGANISERS)) : at]) == _ORGANISERS:
        return True
    before, same = passage.key(at - 1), passage.sentence_of[at - 1] == passage.sentence_of[at]
    return before in _GENERIC and same and (passage.key(at - 2), before) != _CARRYING_OUT


def _body_or_paper(story: Story, at: int, head_end: int) -> bool:
    """Tell whether "đại hội" is part of a body's name, "Đại hội đồng", or of a paper's, "Nghị quyết Đại hội XII"."""
    keys = story.passage.keys
    assembly = story.passage.key(head_end) == "đồng" and story.passage.key(head_end + 1) not in _NO_ASSEMBLY
    return assembly or any(tuple(keys[max(0, at - len(form)) : at]) == form for form in _RESOLUTION)


def _someone_named(story: Story, at: int) -> bool:
    """Tell whether someone is named at token `at`: "kết thúc hội nghị Bí thư Tỉnh ủy Nguyễn Văn A đề nghị"."""
    here = story.readings_in(at, at + 1)
    return bool(here) and isinstance(here[0], PersonReading) and here[0].name is not None


def _affair(story: Story, at: int) -> bool:
    """Tell whether "vụ" is an affair, not "dịch vụ", "vụ lúa": at the begin of a title, or said to have happened."""
    passage = story.passage
    if passage.sentence_of[at] < story.lead and passage.key(at - 1) in _ABOUT and not passage.capital(at):
        return passage.key(at + 1) not in _OFFICES
    if at < story.title_end:
        return at == passage.sentences[passage.sentence_of[at]][0]
    before = passage.keys[max(0, at - 3) : at]
    return not passage.capital(at) and (before[-2:] == ["xảy", "ra"] or before == ["xảy", "ra", "một"])
