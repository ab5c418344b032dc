"""Where a text tells an occasion: its head, its words, its sentence; and which tellings are one occasion."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.jurisdiction import Unit
from lienket.extract.organisations import Organisation
from lienket.extract.passage import Passage
from lienket.extract.readings import PersonReading
from lienket.extract.story import Story
from lienket.language.dates import DateKind
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function, PartialDate, Span
from lienket.reference.events import EventHead, event_heads

_LONGEST_LABEL: Final = 40
_ENDS: Final = frozenset('.,;:()?!…\n"“”')
_END_WORDS: Final = wordlist(
    "do tại vào được đã sẽ đang nhằm để là có ngày sáng chiều tối trưa dưới cùng khi mà thì bởi đến cho nên nhưng theo"
    " hôm cũng còn vừa ra rằng"
)
"""Words with which the name of an occasion is over."""
_PREDICATES: Final = Trie(
    (tuple(tokenise(form).keys), None)
    for form in (
        *("diễn ra", "bắt đầu", "chính thức", "kết thúc", "kết luận", "khai mạc", "bế mạc", "phát biểu", "nêu rõ"),
        *("nêu", "quyết định", "thông qua", "góp phần", "tập trung", "thu hút", "quy tụ", "gồm"),
        *("bao gồm", "nghe", "thống nhất", "biểu quyết", "xem xét", "tiến hành", "đánh giá", "ghi nhận"),
    )
)
"""Predicates with which the name of an occasion is over too."""
_GENERIC: Final = wordlist("các những nhiều mọi từng mỗi số vài hàng trăm loạt ban bất nào nghi hành hôn dịp nghỉ")
"""Words before a head that make it no particular occasion: "các hội nghị", "Ban tổ chức lễ hội"."""
_THIS: Final = wordlist("này trên đó nói kia nay")
_LEAST_ALIKE: Final = 0.5
_COMPARED: Final = 8
"""Tellings of an occasion whose words are compared."""
_FURTHEST_SUBJECT: Final = 6
_FURTHEST_DECIDER: Final = 12
_TODAY: Final = wordlist("hôm sáng chiều tối trưa")
_RECEIVING: Final = frozenset({"tiếp", "tiếp đón", "đón tiếp"})
_HANDING: Final = frozenset({"trao", "tặng"})
_GIFTS: Final = wordlist("quà suất bổng nhà xe sổ bò")
_HANDING_REACH: Final = 4
_BEFORE_VERB: Final = wordlist(
    "đã vừa sẽ đang tiến hành đến tới về đi trực tiếp cùng có cũng tục long trọng tổ chức buổi cuộc dẫn đầu và đoàn"
    " công tác mới thân mật hôm nay sáng chiều tối qua xuống lên vào bị liên ngành chủ trì ( ) ngày làm trưởng"
)
"""Words that may stand between an actor and the verb whose subject it is."""
_BEFORE_DECISION: Final = wordlist("xem xét quyết định thống nhất ra ban hành thi kết luận biểu thông báo việc , với")
"""Words that may stand there too where the verb tells a decision."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of an occasion: tokens `begin` to `end`; `bare` when only its head stands there."""

    begin: int
    end: int
    head: EventHead
    head_end: int
    sentence: int
    bare: bool
    doer: int | None = None
    """Token at which who does it begins, where that stands after the clause: "Làm việc tại X sáng 3/5, ông Y …"."""
    passive: bool = False
    """True for "ông A bị … kỷ luật": who stands before the verb is whom it is done to."""


@dataclass(slots=True)
class Occasion:
    """One occasion while its tellings are gathered."""

    label: str
    type: EventType
    head: str
    begin: int
    tellings: list[Telling] = field(default_factory=list)
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: Unit | None = None
    parts: dict[tuple[str, str, Function], tuple[Someone | Organisation, Span]] = field(default_factory=dict)
    planned: bool = False
    background: bool = False
    in_title: bool = False

    def take_part(self, who: Someone | Organisation, function: Function, sentence: Span) -> None:
        """Note that `who` has `function` in the occasion, as `sentence` says."""
        kind = "person" if isinstance(who, Someone) else "agency"
        self.parts.setdefault((kind, who.key, function), (who, sentence))

    def leave_out(self, people: Set[str]) -> None:
        """Drop the parts of the people with these keys."""
        for part in [one for one in self.parts if one[0] == "person" and one[1] in people]:
            del self.parts[part]

    def has(self, function: Function) -> bool:
        """Tell whether someone is known to have `function` in the occasion."""
        return any(one is function for _, _, one in self.parts)


def tellings(story: Story) -> list[Telling]:
    """Return every noun phrase of the passage that names a particular occasion, captions aside."""
    passage = story.passage
    heads = event_heads()
    starts = heads.starts()
    found: list[Telling] = []
    keys = passage.keys
    at, size = 0, len(keys)
    while at < size:
        if keys[at] in starts:
            match = heads.longest(keys, at, passage.limit(at))
            if match is not None and not story.caption(at):
                noun = match[1].kind == "noun"
                telling = _noun(passage, at, *match) if noun else _verb(story, at, *match)
                if telling is not None:
                    found.append(telling)
                    at = max(telling.end, at + 1)
                    continue
        at += 1
    return found


def _generic(passage: Passage, at: int) -> bool:
    before = passage.key(at - 1)
    return before in _GENERIC and passage.sentence_of[at - 1] == passage.sentence_of[at]


def _noun(passage: Passage, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read the name of an occasion whose head noun stands at `at`."""
    if _generic(passage, at):
        return None
    if passage.key(head_end).isdigit() and head.form == "lễ":
        return None  # "nghỉ lễ 30/4" is a holiday
    end = _label_end(passage, head_end)
    bare = end == head_end or passage.key(head_end) in _THIS
    return Telling(at, head_end if bare else end, head, head_end, passage.sentence_of[at], bare)


def _verb(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read what someone did, told by the verb at `at`: on a stated day, or where the article begins."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first, limit = passage.sentences[sentence]
    if story.inside_reading(at):
        return None  # "Ủy ban [Kiểm tra]"
    decides = head.type is EventType.APPOINTMENT
    told = (
        at < story.title_end
        or sentence < story.lead
        or decides
        or any(date.kind is DateKind.DAY for date in story.dates_in(first, limit))
        or any(passage.keys[index] == "nay" and passage.keys[index - 1] in _TODAY for index in range(first + 1, limit))
    )
    if not told or not _completed(story, head_end, head):
        return None
    subjects = [one for one in story.between(first, at) if one.end <= at and not one.office_only]
    if at == first and not decides:
        return _opening(story, at, head_end, head)
    if not subjects or at - subjects[-1].end > (_FURTHEST_DECIDER if decides else _FURTHEST_SUBJECT):
        return None
    between = passage.keys[subjects[-1].end : at]
    if not set(between) <= (_BEFORE_VERB | _BEFORE_DECISION if decides else _BEFORE_VERB):
        return None
    end = _label_end(passage, head_end)
    before = passage.keys[subjects[-1].begin - 1] if subjects[-1].begin > first else ""
    if "bị" in between or before == "bị":
        patient = subjects[-2] if before == "bị" and len(subjects) > 1 else subjects[-1]
        return Telling(patient.begin, end, head, head_end, sentence, bare=False, passive=True)
    return Telling(subjects[-1].begin, end, head, head_end, sentence, bare=False)


def _opening(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read a clause that opens its sentence, before the one who does it: "Làm việc tại X sáng 3/5, ông Y cho biết"."""
    passage = story.passage
    limit = min(passage.limit(at), at + _LONGEST_LABEL)
    comma = next((index for index in range(head_end, limit) if passage.keys[index] == ","), None)
    if comma is None:
        return None
    doers = [one for one in story.between(comma + 1, comma + 2) if not one.office_only]
    end = min(_label_end(passage, head_end), comma)
    sentence = passage.sentence_of[at]
    return Telling(at, end, head, head_end, sentence, bare=False, doer=comma + 1) if doers else None


def _completed(story: Story, at: int, head: EventHead) -> bool:
    """Tell whether what a verb needs follows: someone received ("tiếp"), a number of gifts ("trao 50 suất quà")."""
    keys = story.passage.keys
    if head.form in _RECEIVING:
        here = story.readings_in(at, at + 1)
        return bool(here) and isinstance(here[0], PersonReading)
    if head.form in _HANDING:
        return story.passage.key(at).isdigit() and not _GIFTS.isdisjoint(keys[at : at + _HANDING_REACH])
    return True


def _label_end(passage: Passage, at: int) -> int:
    """Return where the name of an occasion ends whose head ends at `at`: at a mark or where a predicate begins."""
    limit = min(passage.limit(at - 1), at + _LONGEST_LABEL)
    end = at
    while end < limit:
        key = passage.keys[end]
        if key in ("“", '"') and end > at:
            closing = _closing_quote(passage, end, limit)
            if closing is None:
                break
            end = closing + 1
            continue
        if key == "," and (_list_goes_on(passage, end, limit) or _party_follows(passage, at, end, limit)):
            end += 1
            continue
        if key in _ENDS or (key in _END_WORDS and not passage.capital(end)):
            break
        if end > at and not passage.capital(end) and _PREDICATES.longest(passage.keys, end, limit):
            break
        numbers = passage.key(end - 1).isdigit() and passage.key(end + 1).isdigit()
        words = passage.key(end - 1).isalpha() and passage.key(end + 1).isalpha()
        if key == "-" and not numbers and not words:
            break
        end += 1
    while end > at and passage.keys[end - 1] in ("và", "với", "-", "–", ","):
        end -= 1
    return end


def _closing_quote(passage: Passage, at: int, limit: int) -> int | None:
    for index in range(at + 1, limit):
        if passage.keys[index] in ("”", '"'):
            return index
    return None


def _list_goes_on(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether a comma inside a label parts items of one list: "giao lưu, trao đổi kinh nghiệm"."""
    return (
        at + 2 < limit
        and passage.keys[at + 1] not in _END_WORDS
        and not passage.capital(at + 1)
        and passage.keys[at + 1] in _CONTINUED
    )


def _party_follows(passage: Passage, at: int, comma: int, limit: int) -> bool:
    """Tell whether another party follows the comma: "lễ ký … giữa A, B và C"."""
    follows = comma + 1 < limit and passage.capital(comma + 1)
    return follows and "giữa" in passage.keys[at:comma] and "và" in passage.keys[comma : comma + _LONGEST_PARTY]


_LONGEST_PARTY: Final = 16
_CONTINUED: Final = wordlist("trao học triển quán sơ tổng bồi biểu tôn trưng khen tuyên thể văn quyền đánh thảo")


def same_occasion(one: Occasion, telling: Telling, passage: Passage) -> bool:
    """Tell whether a telling with words of its own is of the occasion `one`: most of the words are the same."""
    words = set(passage.keys[telling.begin : telling.end])
    if telling.head.type != one.type:
        return False
    theirs = {word for each in one.tellings[:_COMPARED] for word in passage.keys[each.begin : each.end]}
    return len(words & theirs) >= _LEAST_ALIKE * max(1, min(len(words), len(theirs)))
