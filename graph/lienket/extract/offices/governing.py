"""Which verb governs an office read alone, and whether it tells a wish only: "được bầu giữ chức", "đề nghị bầu"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import PersonReading
from lienket.extract.offices.careers import Told
from lienket.extract.offices.takers import AND, KIN, OF_SUBJECT, PASSIVE, PRONOUNS, after_office
from lienket.extract.speech.rumours import rumoured
from lienket.extract.story import OF_MANY, Story
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.lexicon import lexicon
from lienket.reference.office_verbs import OfficeVerb, office_verbs

BEFORE_OFFICE: Final = wordlist(
    "chức vụ danh giữ làm là cương vị trí thôi đảm nhiệm nhận các những kiêm sang về vai trò như : gồm lên tham gia vào"
    " chủ chốt quan trọng lãnh đạo quản lý nhiều khác công tác mới tư cách hai ba bốn"
)
_WITHOUT_OFFICE: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("giảng viên", "chuyên viên", "cán bộ", "giáo viên", "kỹ sư", "bác sĩ", "bác sỹ", "nhân viên", "phóng viên"),
        *("biên tập viên", "thẩm phán", "kiểm sát viên", "điều tra viên", "trợ giảng", "giáo sư", "phó giáo sư"),
    )
)
"""Posts that are no offices, with which a list of offices may begin: "giữ các chức vụ [giảng viên], Viện trưởng …"."""
_CUES: Final = wordlist("chức làm giữ nhiệm vị trí danh thôi vụ gia vào")
_LISTED: Final = wordlist("như : gồm")
_OFFICES: Final = wordlist("chức cương vị trọng nhiệm")
"""Words of "các chức vụ chủ chốt của tỉnh X như" before a list of offices."""
_PERSONNEL: Final = ["sự", "vị"]
"""Syllables of "nhân sự vị trí X", which tells of no holder."""
_RELATIVES: Final = KIN | {"thân"}
"""Last syllables of words for relatives, "người thân" one of them, of whom a verb is said."""
_OF_STATES: Final = "to-chuc-quoc-te"
_CHAIR: Final = "Chủ tịch"
"""Associations of states, and the office that one of these has in turn."""
_STANDING: Final = "tư"
"""The first syllable of "tư cách", and the last of other words."""
_PLACE: Final = "vị"
_PLACES: Final = wordlist("cương chức địa danh đơn")
"""Words before "vị" where it is not said of people."""
_EACH: Final = "từng"
_NOW, _BE = "hiện", "là"
_POINTERS: Final = wordlist("này đó trên")
_OTHER_WORDS: Final = wordlist("thực phát thể xuất biểu tái")
"""Syllables before "hiện" that make it another word."""
_UNSETTLED: Final = frozenset({"mới", "hay"})
"""Words after an office that no one has yet: "bầu Chủ tịch X mới", "có trúng cử Chủ tịch X hay không"."""
_LONGEST_PREFACE: Final = 12
_LONGEST_POST: Final = 3
_JOINTS: Final = AND | wordlist("rồi")
_TAKING_UP: Final = wordlist("giữ tham sang lên làm được chuyển về vào")
_IN_POST: Final = frozenset({"trên", "ở"})
"""Words before "cương vị Giám đốc X" that is who did something."""
_TIMES: Final = frozenset({("thời", "gian"), ("thời", "kỳ"), ("giai", "đoạn")})
_IS: Final = wordlist("là giữ làm")
_EXPECTED: Final = ("dự kiến", "dự định")
_NO_PLAN: Final = (
    *("đề nghị", "kiến nghị", "đề xuất", "yêu cầu", "tờ trình", "được trình", "dự thảo", "sẽ", "nếu"),
    *("trình quốc hội", "trình hđnd", "trình thủ tướng", "trình bộ", "trình ban", "không", "chưa", "đơn", "dừng"),
    *("sắp", "mong muốn", "xin", "phải", "cần", "tiêu chuẩn", "khiếu nại", "ứng cử", "đề cử", "quy trình"),
    *("giới thiệu", "để bầu", "chuẩn bị", "quy hoạch", "thu hồi", "hủy bỏ", "huỷ bỏ"),
    *("thi tuyển", "ứng viên", "phương án", "từ chối", "khước từ", "suýt", "mơ ước", "muốn", "được mời"),
)
_UNPLANNED: Final = Trie((tuple(form.split()), None) for form in _NO_PLAN)
"""Words before "sẽ" after which nothing is planned."""
_PROPOSES: Final = Trie(
    (tuple(form.split()), None) for form in ("giới thiệu", "đề nghị", "đề xuất", "kiến nghị", "đề cử", "dự kiến")
)
"""Words of _NO_PLAN that can only be about who is to have an office."""
_UNDONE: Final = Trie((tuple(form.split()), None) for form in (*_NO_PLAN, *_EXPECTED))
"""Words before a verb after which nothing is decided."""
_NO_PROPOSAL: Final = wordlist("chương quá lịch công giáo")
"""Words before "trình" that make it another word."""
UNDONE_REACH: Final = 6
_ASKED_REACH: Final = 12
"""Tokens back to such a word with a name between: "đề xuất ông X giữ chức"."""
_BESIDE: Final = 5
"""Tokens between a name and "giữ chức" where no other verb governs the office."""
_STILL: Final = wordlist("vẫn sẽ đang hiện tạm")
_DONE: Final = wordlist("đã vừa mới cũng sẽ")
_DENIALS: Final = wordlist("chưa không chẳng suýt")
_OFFERED: Final = Trie(
    (tuple(form.split()), None) for form in ("được đề nghị", "được mời", "được đề cử", "được giới thiệu", "muốn")
)
"""Words right after a verb by which it gives no office: "từng [được đề nghị] làm Chủ tịch X"."""
_LONGEST_OFFER: Final = 3
_REVOKES: Final = Trie(
    (tuple(form.split()), None)
    for verb in ("hủy", "huỷ", "hủy bỏ", "huỷ bỏ", "bãi bỏ", "thu hồi", "thu hồi và hủy bỏ", "thu hồi , hủy bỏ")
    for form in (f"{verb} quyết định", f"{verb} các quyết định")
)
_ABOUT: Final = ("về", "việc")
_TO_BE: Final = ("để", "bầu")
"""Words of an election that is yet to be held: "điều động ông X về Y [để bầu] giữ chức Z"."""
_BY: Final = "do"
_FAR: Final = 40
FURTHEST: Final = 80
"""Tokens looked back for the verb that governs an office, and for one that tells a decision."""
HOLDS: Final = OfficeVerb(status=Status.ATTESTED, decides=False, by_subject=True)
TAKES_UP: Final = OfficeVerb(status=Status.APPOINTED, decides=False, by_subject=True)
LEAVES: Final = OfficeVerb(status=Status.FORMER, decides=False, by_subject=True)
"""What "giữ chức" alone, a decision's "giữ chức" and "từ Giám đốc A" say."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb over offices where the passage has it."""

    begin: int
    end: int
    verb: OfficeVerb


def verbs_over_offices(story: Story) -> list[Verb]:
    """Return the verbs over offices of the passage, the longest at each place, none overlapping."""
    trie = office_verbs()
    keys = story.passage.keys
    found: list[Verb] = []
    for at in trie.spots(keys):
        if not found or at >= found[-1].end:
            match = trie.longest(keys, at, story.passage.limit(at))
            if match is not None and not (keys[at] == _NOW and keys[at - 1] in _OTHER_WORDS):
                found.append(Verb(at, *match))
    return found


def within(verbs: Sequence[Verb], start: int, stop: int) -> Sequence[Verb]:
    """Return the verbs that begin in tokens `start` to `stop`."""
    first = bisect_left(verbs, start, key=lambda one: one.begin)
    return verbs[first : bisect_left(verbs, stop, key=lambda one: one.begin)]


def governed(story: Story, verbs: Sequence[Verb], reading: PersonReading, left: PersonReading | None) -> Verb | None:
    """Return the verb that governs an office read alone: one right before it, else one before "giữ chức", "làm".

    `left` is the office that its holder has just left: "từ Giám đốc A".
    """
    passage = story.passage
    if passage.key(reading.end + (passage.key(reading.end) in _STILL)) == _BY:
        return None  # "cương vị Chủ tịch X vẫn do ông Y kiêm nhiệm": it is someone else's
    if passage.key(reading.begin - 1) == _EACH and (reading.roles[0].title.role in OF_MANY or reading.honorifics):
        return None  # "gửi đến từng đại biểu", "biết từng đồng chí Cục trưởng"
    if passage.key(reading.end) in _UNSETTLED:
        return None  # "bầu Chủ tịch X mới": no one is named yet
    first = passage.sentences[passage.sentence_of[reading.begin]][0]
    if _of_a_state(passage, reading, first):
        return None
    verb = _governed(story, verbs, reading, left, first)
    if verb is None or passage.keys[verb.begin - 1] in _RELATIVES or _subject(passage, reading, verb):
        return None
    return verb


def _subject(passage: Passage, reading: PersonReading, verb: Verb) -> bool:
    """Tell whether an office is the subject of a clause of its own: "[hiện] Chủ tịch X đã ký", "cương vị X là nặng nề".

    No word of such a clause gives it to anyone.
    """
    if verb.end == reading.begin and passage.keys[verb.begin] == _NOW and passage.keys[verb.end - 1] != _BE:
        return passage.key(reading.end) in OF_SUBJECT or passage.key(reading.end) in _POINTERS
    return passage.keys[verb.begin] in _OFFICES and passage.key(reading.end) == _BE


def _of_a_state(passage: Passage, reading: PersonReading, first: int) -> bool:
    """Tell whether it is a state that has the chair of an association: "Việt Nam đảm nhiệm Chủ tịch ASEAN"."""
    office = reading.roles[0]
    body = office.agency.body if office.agency is not None else None
    if body is None or body.type != _OF_STATES or office.title.role != _CHAIR:
        return False
    countries, near = lexicon().countries, range(max(first, reading.begin - _FAR), reading.begin)
    return any(countries.longest(passage.keys, at, reading.begin) is not None for at in near)


def _governed(
    story: Story, verbs: Sequence[Verb], reading: PersonReading, left: PersonReading | None, first: int
) -> Verb | None:
    passage = story.passage
    at, cue = _cue(story, first, reading.begin)
    near = [
        one
        for one in within(verbs, max(first, reading.begin - FURTHEST), reading.begin)
        if not one.verb.ends and (one.verb.decides or reading.begin - one.begin <= _FAR)
    ]
    if at > first and passage.keys[at] in _IS and passage.keys[at - 1] in PRONOUNS:
        decided = bool(near) and near[-1].end == at - 1 and near[-1].verb.decides  # "bầu ông giữ chức X"
        return near[-1] if decided else Verb(at, at + 1, HOLDS)
    if near and near[-1].end >= at:
        to_be = tuple(passage.keys[near[-1].begin - 1 : near[-1].begin + 1]) == _TO_BE
        return None if to_be else _decision_before(near) or near[-1]
    if cue and _opens_clause_of_time(passage, first, at):
        return Verb(at, at + 1, HOLDS)
    beside = _beside(story, first, at)
    if beside is not None and passage.keys[at - 1] == "từ" and passage.key(reading.end) in _TAKING_UP:
        return Verb(at - 1, at, LEAVES)
    if not cue:
        return near[-1] if near and _listed(story, near[-1], reading, at) else None
    return _leading(story, near, at) or _alone(story, reading, at, beside, left)


def _opens_clause_of_time(passage: Passage, first: int, at: int) -> bool:
    """Tell whether a clause of time after a comma opens right before token `at`: "…, [thời kỳ] làm Giám đốc X"."""
    begin = at - 2 - (passage.keys[at - 3] == "trong")
    return begin > first and tuple(passage.keys[at - 2 : at]) in _TIMES and passage.keys[begin - 1] == ","


def _decision_before(near: Sequence[Verb]) -> Verb | None:
    """Return the decision that a verb of taking up carries out: "[điều động] ông X, Giám đốc A, sang làm"."""
    if near[-1].verb.decides or near[-1].verb.status is not Status.APPOINTED:
        return None
    return next((one for one in reversed(near) if one.verb.decides and one.verb.status is Status.APPOINTED), None)


def _cue(story: Story, first: int, begin: int) -> tuple[int, bool]:
    """Return where "giữ các chức vụ" before an office begins, and whether it says that the office is given."""
    keys = story.passage.keys
    at, cue = _past_posts(story, first, begin), False
    while at > first and (keys[at - 1] in BEFORE_OFFICE or keys[at - 1].isdigit()):
        if keys[at - 1] == _STANDING and keys[at] != "cách":
            break  # "Bộ Kế hoạch và Đầu [tư] như: Vụ trưởng X"
        at -= 1
        of_people = keys[at] == _PLACE and keys[at + 1] != "trí" and keys[at - 1] not in _PLACES
        cue = cue or (keys[at] in _CUES and not of_people)  # "[vị] Phó Chủ tịch X", "hai [vị] Chủ tịch"
    if not cue and keys[at] in _LISTED:
        cue = not _OFFICES.isdisjoint(keys[max(first, at - _LONGEST_PREFACE) : at])
    return at, cue and keys[at - 1 : at + 1] != _PERSONNEL


def _past_posts(story: Story, first: int, begin: int) -> int:
    """Return where the posts begin that are no offices and stand before one in a list."""
    keys, at = story.passage.keys, begin
    while at - 1 > first and keys[at - 1] in (",", "rồi"):
        spots = range(max(first, at - 1 - _LONGEST_POST), at - 1)
        ends = ((spot, _WITHOUT_OFFICE.longest(keys, spot, at - 1)) for spot in spots)
        before = next((spot for spot, match in ends if match is not None and match[0] == at - 1), None)
        if before is None:
            break
        at = before
    return at


def _listed(story: Story, verb: Verb, reading: PersonReading, at: int) -> bool:
    """Tell whether an office is one of several that a verb before governs, each with its person or after a colon."""
    past = verb.verb.status is Status.FORMER and not verb.verb.decides
    if past and story.passage.keys[at - 2 : at] == [",", "từ"]:
        return True  # "từng kinh qua nhiều vị trí, từ chuyên viên X; Trưởng phòng Y"
    if story.passage.keys[at - 1] not in _JOINTS:
        return False
    if verb.verb.decides:
        return bool(after_office(story, reading))
    return verb.verb.status is Status.FORMER and ":" in story.passage.keys[verb.end : at]


def _leading(story: Story, near: Sequence[Verb], at: int) -> Verb | None:
    """Return which verb before "giữ chức" at token `at` governs it: the last that tells a decision, else any."""
    deciding = [one for one in near if one.verb.decides]
    leaves = bool(near) and near[-1].verb.decides and near[-1].verb.status is Status.FORMER
    keys = story.passage.keys
    if leaves and (keys[at] in _TAKING_UP or keys[at - 1] == "để"):  # "thôi giữ chức A, giữ chức B"
        given = (one for one in reversed(deciding) if one.verb.status is Status.APPOINTED)
        return next(given, Verb(at, at + 1, TAKES_UP))
    if deciding:
        return deciding[-1]
    return near[-1] if near and "," not in keys[near[-1].end : at] else None


def _alone(
    story: Story, reading: PersonReading, at: int, beside: PersonReading | None, left: PersonReading | None
) -> Verb | None:
    """Return what "giữ chức" at token `at` says where no verb stands before it."""
    if left is not None and at - left.end <= 1:
        return Verb(at, at + 1, TAKES_UP)
    if beside is None and _in_post(story, at):
        return Verb(at, at + 1, HOLDS)
    if beside is None:
        held = story.told(reading.roles[0]) is not Told.NOW and not _done_to_office(story.passage, reading)
        return Verb(at, at + 1, HOLDS) if held else None
    straight = at - beside.end <= 1 and story.passage.keys[at] == "giữ"
    if at < story.title_end or (straight and beside.rule.endswith("name-office")):
        return Verb(beside.begin, at + 1, TAKES_UP)  # "Ông X, Giám đốc A, giữ chức B" tells a decision, so do titles
    return Verb(at, at + 1, HOLDS)


def _done_to_office(passage: Passage, reading: PersonReading) -> bool:
    """Tell whether an office is what something is done to, no one's: "chức danh Chủ tịch X [đã được] bầu"."""
    at = reading.end + (passage.key(reading.end) in _DONE)
    return at < passage.limit(reading.begin) and passage.key(at) in PASSIVE


def _in_post(story: Story, at: int) -> bool:
    """Tell whether "cương vị" at token `at` is of the one person whom the sentence names, before it.

    "Ông X có vi phạm trên [cương vị Y]".
    """
    passage = story.passage
    first, limit = passage.sentences[passage.sentence_of[at]]
    first, limit = max(first, at - FURTHEST), min(limit, at + FURTHEST)
    said = at - first > 1 and passage.keys[at - 1] in _IN_POST and passage.tokens.word(at - 2)
    if not said or passage.capital(at - 1):
        return False  # a quotation begins, or a clause about who is named after the office
    told = [one for one in story.between(first, limit) if one.person is not None]
    named = [one for one in story.readings_in(first, at) if isinstance(one, PersonReading) and one.name is not None]
    return bool(named) and len({id(one.person) for one in told}) == 1


def _beside(story: Story, first: int, at: int) -> PersonReading | None:
    """Return the person named right before token `at`, with offices or without."""
    before = [one for one in story.readings_in(max(first, at - FURTHEST), at) if isinstance(one, PersonReading)]
    if not before or before[-1].name is None or not 0 <= at - before[-1].end <= _BESIDE:
        return None
    return before[-1]


def only_asked(story: Story, verbs: Sequence[Verb], governing: Verb) -> bool:
    """Tell whether an office is only asked for, planned, or not given: by its verb, or by those that lead up to it."""
    begin = governing.begin
    first = story.passage.sentences[story.passage.sentence_of[begin]][0]
    if not governing.verb.decides:
        reach = min(FURTHEST, begin - first) if governing.verb is TAKES_UP else _ASKED_REACH
        return undone(story, begin, reach) or undone(story, governing.end, UNDONE_REACH)
    for one in reversed(within(verbs, max(first, begin - FURTHEST), begin)):
        if undone(story, governing.begin, UNDONE_REACH):
            return True
        if one.verb.decides:
            if not _led_by(story, one, governing):
                return False
            governing = one
    return undone(story, governing.begin, UNDONE_REACH)


def revoked(story: Story, governing: Verb) -> bool:
    """Tell whether a decision is told of only as taken back: "hủy bỏ Quyết định số 1/QĐ về việc [bổ nhiệm]"."""
    passage = story.passage
    first = max(passage.sentences[passage.sentence_of[governing.begin]][0], governing.begin - _FAR)
    about = tuple(passage.keys[governing.begin - 2 : governing.begin]) == _ABOUT
    return about and _REVOKES.within(passage.keys, first, governing.begin)


def denied(story: Story, governing: Verb, reading: PersonReading) -> bool:
    """Tell whether a verb is denied right before it, or an office after it only offered.

    "Ông A [chưa] từng là Chủ tịch X", "[suýt] trở thành Chủ tịch X", "từng [được đề nghị] làm Chủ tịch X".
    """
    offered = range(governing.end, min(reading.begin, governing.end + _LONGEST_OFFER))
    return story.passage.key(governing.begin - 1) in _DENIALS or any(
        _OFFERED.longest(story.passage.keys, at, reading.begin) for at in offered
    )


def only_proposed(story: Story, governing: Verb, reading: PersonReading) -> bool:
    """Tell whether someone is only proposed for the office, with others or earlier.

    "Giới thiệu ông A làm Chủ tịch và bà B [làm] Phó Chủ tịch", "[Trước đó], HĐND giới thiệu bà B làm Chủ tịch".
    """
    passage = story.passage
    first = passage.sentences[passage.sentence_of[governing.begin]][0]
    opens = governing.begin == first and not governing.verb.decides
    beside = _beside(story, first, governing.begin) if governing.verb is HOLDS else None
    listed = beside is not None and beside.end == governing.begin and passage.keys[governing.begin] == "làm"
    if not (opens or listed):
        return False
    near = range(max(first, reading.begin - FURTHEST), reading.begin)
    return any(_PROPOSES.longest(passage.keys, at, near.stop) and not passage.capital(at) for at in near)


def between_undone(story: Story, governing: Verb, reading: PersonReading) -> bool:
    """Tell whether a clause of what is only asked for stands between a decision and an office: "bổ nhiệm bà X làm Phó
    phòng; đề nghị quy hoạch chức danh Giám đốc"."""
    begin = max(governing.end, reading.begin - _ASKED_REACH)
    joint = next((at for at in range(reading.begin - 1, begin, -1) if story.passage.keys[at] == ";"), None)
    if joint is None or any(one.person is not None for one in story.between(joint, reading.begin)):
        return False
    return _UNDONE.within(story.passage.keys, joint, reading.begin)


def _led_by(story: Story, one: Verb, governing: Verb) -> bool:
    """Tell whether what is said of one verb holds for the next: no one is named between, or the verb is said again."""
    keys = story.passage.keys
    if keys[governing.begin - 1] in (",", ";") and keys[one.begin] == keys[governing.begin]:
        return True
    return ";" not in keys[one.end : governing.begin] and not any(
        actor.person is not None for actor in story.between(one.end, governing.begin)
    )


def undone(story: Story, verb: int, reach: int, *, planned: bool = False) -> bool:
    """Tell whether the words before a verb say that it is only asked for, planned (unless that is meant), or not so."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    before = story.passage.keys[max(first, verb - 2) : verb]
    if (before[-1:] == ["trình"] and before[0] not in _NO_PROPOSAL) or rumoured(story.passage, verb):
        return True
    return (_UNPLANNED if planned else _UNDONE).within(story.passage.keys, max(first, verb - reach), verb)
