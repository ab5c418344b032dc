"""What befell people or things, told by a verb: "một xe khách bốc cháy", "hàng trăm người dân vây nhà máy"."""

from __future__ import annotations

from typing import Final

from lienket.extract.occasions.labels import label_end
from lienket.extract.occasions.occasions import Telling
from lienket.extract.speech.rumours import rumoured
from lienket.extract.story import Story
from lienket.language.dates import DateKind
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
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
        *("đừng", "suýt", "nhiều lần", "thường", "các vụ", "những", "mỗi", "dễ", "bao giờ", "sau", "trước", "nhằm"),
    )
)
"""Words of a clause that tells of nothing that befell anyone, or only in passing."""
_DAYS: Final = frozenset({DateKind.DAY})


def happening(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read what befell someone or something, told by the verb at `at` in the title or lead, or after its day."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first = passage.sentences[sentence][0]
    begin = _clause(story, first, at)
    if begin == at or story.inside_reading(at) or passage.in_brackets(at) or rumoured(passage, at):
        return None
    if at - begin > _LONGEST_SUBJECT or _NOT_BEFALLEN.within(passage.keys, begin, at):
        return None
    if any(at - one.end > _BESIDE and passage.keys[one.end] not in _BEFALLEN for one in story.between(begin, at)):
        return None  # "Tỉnh đoàn tuyên dương nam sinh cứu bạn đuối nước"
    told = at < story.title_end or sentence < story.lead
    dated = any(one.kind in _DAYS for one in story.dates_in(max(first, at - _WINDOW), at))
    if not (told or dated):
        return None
    return Telling(begin, label_end(passage, head_end), head, head_end, sentence, bare=False)


def _clause(story: Story, first: int, at: int) -> int:
    """Return where the subject of the verb at `at` begins: after the last mark, day or joining word before it."""
    begin = at
    while begin > max(first, at - _LONGEST_SUBJECT - 1) and story.passage.keys[begin - 1] not in _CLAUSE_ENDS:
        if story.dated(begin - 1):
            break
        begin -= 1
    return begin
