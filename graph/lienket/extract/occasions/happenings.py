"""What befell people or things, told by a verb: "một xe khách bốc cháy", "hàng trăm người dân vây nhà máy"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.grammar.readings import AgencyReading, PersonReading, PlaceReading
from lienket.extract.occasions.labels import label_end
from lienket.extract.occasions.occasions import Telling
from lienket.extract.speech.rumours import rumoured
from lienket.extract.story import Story
from lienket.language.dates import DateKind
from lienket.language.trie import Trie
from lienket.language.wordlist import last_form, wordlist
from lienket.reference.events import EventHead

_LONGEST_SUBJECT: Final = 14
_WINDOW: Final = 48
"""Tokens before a verb in which its day may stand."""
_BESIDE: Final = 2
"""Tokens from the name of someone to the verb that tells what befell him."""
_BEFALLEN: Final = wordlist("đã bị bất không vừa")
"""Words after someone's name with which it is told at length what befell him: "anh A đã ngã và bị lũ cuốn"."""
_CLAUSE_ENDS: Final = frozenset(',;:()–“”"!?') | wordlist("khiến làm thì rằng biết hay thấy việc vụ là mà")
"""Marks and words after which the clause begins that tells what befell someone."""
_NOT_BEFALLEN: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *(
            "nguy cơ",
            "có thể",
            "nếu",
            "khi",
            "không",
            "chưa",
            "phòng",
            "chống",
            "tránh",
            "sẽ",
            "để",
            "do",
            "vì",
            "từng",
        ),
        *("cứu", "cho", "khỏi", "tặng", "hỗ trợ", "thăm", "giúp", "viếng", "mặc niệm", "tìm", "của", "với", "bị cáo"),
        *(
            "đừng",
            "suýt",
            "nhiều lần",
            "thường",
            "các vụ",
            "những",
            "mỗi",
            "dễ",
            "bao giờ",
            "sau",
            "trước",
            "nhằm",
            "giảm",
        ),
    )
)
"""Words of a clause that tells of nothing that befell anyone, or only in passing."""
_FURTHEST: Final = 60
"""Tokens back to the begin of a subject, names and all: keeps hostile text linear."""
_THINGS: Final = wordlist(
    "căn ngôi nhà xe ô tàu thuyền ghe xưởng kho quán cửa chiếc một hai ba bốn năm nhóm hơn gần nhiều hàng khu chợ"
)
"""First words of things and of people that are counted."""
_DRIVING: Final = (("điều", "khiển"), ("cầm", "lái"), ("lái",), ("làm", "thuyền", "trưởng"), ("làm", "chủ"))
"""Words with which it is told who drives or owns what something befell."""
_LONGEST_DRIVER: Final = 24
"""Tokens of who drives it, and of a bracket."""
_DAYS: Final = frozenset({DateKind.DAY})


def happening(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read what befell someone or something, told by the verb at `at` in the title or lead, or after its day."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first = passage.sentences[sentence][0]
    begin, words = _subject(story, first, at)
    if begin == at or story.inside_reading(at) or passage.in_brackets(at) or rumoured(passage, at):
        return None
    if len(words) > _LONGEST_SUBJECT or _NOT_BEFALLEN.within(words, 0, len(words)):
        return None
    acting = (one for one in story.between(begin, at) if at - one.end > _BESIDE)
    if not _counted(words) and any(passage.keys[one.end] not in _BEFALLEN for one in acting):
        return None  # "Tỉnh đoàn tuyên dương nam sinh cứu bạn đuối nước"
    told = at < story.title_end or sentence < story.lead
    dated = any(one.kind in _DAYS for one in story.dates_in(max(first, at - _WINDOW), at))
    if not (told or dated):
        return None
    return Telling(begin, label_end(passage, head_end), head, head_end, sentence, bare=False)


def _subject(story: Story, first: int, at: int) -> tuple[int, list[str]]:
    """Return where the subject of the verb at `at` begins, after the last mark, day or joining word, and its words.

    Who drives, whose it is and where belong to it but are none of its words: "căn nhà của bà A ở thôn 2, xã B bốc
    cháy", "xe tải do ông C điều khiển lao xuống vực".
    """
    keys = story.passage.keys
    words: list[str] = []
    begin = at
    while begin > max(first, at - _FURTHEST) and len(words) <= _LONGEST_SUBJECT:
        reading = story.reading_at(begin - 1)
        aside = _driven(story, first, begin) or _bracket(story, first, begin)
        aside = aside or (reading.begin if reading is not None else None)
        if aside is None and _closes_office(story, begin):
            begin -= 1
            continue
        if aside is not None:
            whose = keys[aside - 1] == "của" and isinstance(reading, PersonReading | AgencyReading)
            begin = max(first, aside - whose)
            continue
        if story.dated(begin - 1) or (keys[begin - 1] in _CLAUSE_ENDS and not _where(story, begin)):
            break
        begin -= 1
        words.append(keys[begin])
    return begin, words[::-1]


def _closes_office(story: Story, at: int) -> bool:
    """Tell whether the comma before `at` closes the offices after a name: "nhà ông A, Chủ tịch xã B[,] ở thôn 2"."""
    reading = story.reading_at(at - 2) if story.passage.keys[at - 1] == "," else None
    named = isinstance(reading, PersonReading) and reading.name is not None
    return named and isinstance(reading, PersonReading) and bool(reading.roles) and reading.end == at - 1


def _counted(words: Sequence[str]) -> bool:
    """Tell whether things or people are told of by what and how many they are: "hai học sinh Trường A", "căn nhà"."""
    return bool(words) and (words[0] in _THINGS or words[0].isdigit())


def _where(story: Story, at: int) -> bool:
    """Tell whether a comma before `at` parts places: one within another, "thôn 2, [xã A]", or in a list by name."""
    passage, reading = story.passage, story.reading_at(at)
    listed = reading is None and passage.capital(at) and passage.capital(at - 2)
    return passage.keys[at - 1] == "," and (listed or isinstance(reading, PlaceReading))


def _bracket(story: Story, first: int, at: int) -> int | None:
    """Return where the bracket opens that is closed right before `at`: "chợ A (huyện B)"."""
    if story.passage.keys[at - 1] != ")":
        return None
    return last_form(story.passage.keys, max(first, at - _LONGEST_DRIVER), at, (("(",),))


def _driven(story: Story, first: int, at: int) -> int | None:
    """Return where "do ông A điều khiển" begins that ends at `at`."""
    keys = story.passage.keys
    end = next((at - len(form) for form in _DRIVING if tuple(keys[max(first, at - len(form)) : at]) == form), None)
    if end is None:
        return None
    return last_form(keys, max(first, end - _LONGEST_DRIVER), end, (("do",),))
