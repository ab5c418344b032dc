"""What someone did, told by a verb: who did it stands before the verb, or before the one it goes on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from lienket.extract.grammar.readings import PersonReading
from lienket.extract.occasions.houses import VOTERS
from lienket.extract.occasions.labels import label_end
from lienket.extract.occasions.occasions import Telling
from lienket.extract.occasions.subjects import (
    BEFORE_VERB,
    DONE,
    FURTHEST_SUBJECT,
    GIVEN,
    LISTED,
    LONGEST_CLAUSE,
    SUFFERING,
    WINDOW,
    asked,
    authority,
    delegation,
    doers,
    done_by_teller,
    joined,
    office_holder,
    words_between,
)
from lienket.extract.speech.rumours import rumoured
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateKind
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import last_form, positions, wordlist
from lienket.model import EventType, Function
from lienket.reference.events import EventHead, event_heads

_TODAY: Final = wordlist("hôm sáng chiều tối trưa")
_NEWS: Final = frozenset(
    {"xin lỗi", "công khai xin lỗi", "gửi lời xin lỗi", "nhận trách nhiệm", "tạm ứng", "gửi thư", "thu hồi văn bản"}
    | {"trình", "thu hồi công văn", "hủy bỏ văn bản"}
)
"""What is news in a title or lead, or on a named day only."""
_RESOLVING: Final = frozenset({"thông qua", "bấm nút thông qua", "nhất trí thông qua", "biểu quyết"})
"""What an elected body does at a sitting, and what its laws are said to have come from: told on its day only."""
_RECEIVING: Final = frozenset({"tiếp", "tiếp đón", "đón tiếp", "gặp", "đón"})
_SCENE: Final = "hiện trường"
_SENT: Final = ("điều động", "luân chuyển", "bổ nhiệm", "biệt phái")
SENDING: Final = frozenset({*_SENT, *(f"trao quyết định {verb}" for verb in _SENT)})
"""Verbs by which someone is sent to a body, in an office that is not told."""
_HANDING: Final = frozenset({"trao", "tặng", "ủng hộ", "hỗ trợ"})
_GIFTS: Final = wordlist("quà suất bổng nhà xe sổ bò phần bồn giếng thùng tấn căn chiếc máy cặp triệu tỷ tỉ")
_DYING: Final = frozenset({"qua đời", "từ trần"})
_LEAVING: Final = ("xin từ chức", "có đơn xin ", "gửi đơn xin ", "nộp đơn xin ", "nhận quyết định nghỉ hưu")
"""Openings of verbs whose subject leaves an office of his own accord."""
_MOVING: Final = frozenset({"chuyển công tác", "điều chuyển công tác"})
"""What someone does who goes to another office, unless those are named whom it is done to."""
_UNDERGOING: Final = ("nhận ", "đón nhận ", "được ")
"""Openings of verbs whose subject is given something: "nhận giải thưởng", "được tặng bằng khen"."""
_AFTER_DEATH: Final = wordlist("việc khi sau tin vì")
"""Words before a death that came before what its sentence tells: "chia buồn việc ông A qua đời"."""
_PROPOSED: Final = wordlist("bầu giữ hiệp ứng")
"""First words of what someone is proposed for: "giới thiệu ông A để bầu", "… giữ chức"."""
_OF_PEOPLE: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("bổ nhiệm", "miễn nhiệm", "bãi nhiệm", "điều động", "luân chuyển", "biệt phái", "phê chuẩn", "chuẩn y"),
        *("kỷ luật", "khiển trách", "cảnh cáo", "khai trừ", "phê bình", "cách chức", "giáng chức", "đình chỉ công tác"),
        *(
            "đình chỉ chức vụ",
            "đình chỉ nhiệm vụ",
            "đình chỉ sinh hoạt",
            "khởi tố",
            "chức vụ",
            "chức danh",
            "giữ chức",
            "cử ông",
            "cử bà",
            "cử đồng chí",
        ),
        *("thôi việc", "thôi giữ", "thôi làm", "nhân sự", "công tác cán bộ", "tiếp nhận"),
    )
)
"""Words of papers that tell a decision about people, an event of its own, or no one paper."""
_RULES: Final = tuple(
    tuple(form.split())
    for form in ("báo cáo", "kế hoạch", "quy định", "quy chế", "hướng dẫn", "đề án", "thông tư", "nghị định", "chỉ thị")
)
"""Papers that may deal with decisions about people in general: "ban hành Quy định về bổ nhiệm cán bộ"."""
_PAPERS: Final = tuple(
    tuple(form.split())
    for form in (
        *("quyết định", "nghị quyết", "nghị định", "thông tư", "chỉ thị", "công điện", "kế hoạch", "quy hoạch"),
        *("đề án", "phương án", "chương trình", "chiến lược", "dự án", "quy chế", "quy định", "danh mục"),
    )
)
_BEFORE_PAPERS: Final = wordlist(", ; theo")
"""Papers, and what stands before one of which a sentence tells what became of it."""
_HANDING_REACH: Final = 4
_NEXT: Final = 3
"""Sentences, and tokens into a sentence, over which "đoàn" is the delegation told before."""
_CARING: Final = frozenset({EventType.VISIT, EventType.CAMPAIGN, EventType.CEREMONY, EventType.INSPECTION})
_SEVERAL: Final = wordlist("các những nhiều mọi")
_LATELY: Final = ("mới", "đây")
_DECIDED: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
"""Types of what an authority does to someone: a verb tells it wherever it stands."""
_CHARGE: Final = "khởi tố"
_BEFORE_OPENING: Final = wordlist(", hồi vào trong cũng trước đó đầu giữa cuối tháng")
"""Words that may stand before a clause that opens its sentence, dates aside: "Trước đó, làm việc với X, ông Y …"."""
_HELD_ONCE: Final = frozenset({EventType.MEETING, EventType.VISIT, EventType.INSPECTION})
"""Types of what such a clause tells as done once, on whatever day: "Kiểm tra tại X, ông Y …"."""
_PRESS: Final = wordlist("phóng pv nhóm chúng")
"""First words of those to whom officials speak for the press: "làm việc với phóng viên"."""
_INSPECTING: Final = wordlist("thanh kiểm")
"""First words of what bodies do that inspect: "Thanh tra tỉnh X", "Ủy ban Kiểm tra", "Kiểm toán Nhà nước"."""
_INSPECTORS: Final = frozenset({("cán", "bộ"), ("cơ", "quan"), ("công", "tác"), ("hoạt", "động"), ("chuyên", "viên")})
"""Words before "thanh tra", "kiểm tra" with which it is who does it, or a trade: "cán bộ thanh tra Sở A"."""
_FINDING: Final = frozenset({"kết luận", "chỉ ra"})
_REVIEWING: Final = frozenset({"tổng kết công tác", "sơ kết công tác"})
"""What is done at a meeting, which tells one only where it opens a sentence: else the meeting is named besides."""
_ON_BEHALF: Final = frozenset({"mặt"})
"""What is done on someone's behalf is done there: "ông A thay mặt Sở B tặng hoa"."""
_BY_ONE: Final = ("họp ", "trả lời", "đăng đàn")
"""Openings of what is done in a session by any body, or by one who answers there."""
_RESOLVED: Final = wordlist("quyết định thống nhất biểu thi hành")
"""Words between what a body did and what it decided there: "đã họp và quyết định thi hành kỷ luật ông A"."""
HABIT: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("những năm", "năm qua", "thời gian qua", "nhiều lần", "thường xuyên", "từng", "hàng năm", "hằng năm"),
        *("giai đoạn", "đến nay", "các năm", "nhiệm kỳ", "mỗi năm", "lần nào", "hàng tháng", "nhiều cuộc"),
    )
)
"""Words of a sentence that tells no single occasion."""
_UNDONE: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("đề nghị", "kiến nghị", "đề xuất", "không", "chưa", "nếu", "có thể", "yêu cầu", "để", "phải", "cần", "sẽ"),
        *("thẩm quyền", "từ chối", "xin", "trước khi", "theo luật", "thu hồi", "hủy", "hủy bỏ", "dừng", "rút"),
    )
)
"""Words before a verb after which nothing is done."""
_UNDONE_REACH: Final = 6
_PROPOSING: Final = (("đề", "nghị"), ("kiến", "nghị"))
_CONSIDERING: Final = wordlist("đề kiến nghị xem xét thi hành cấp có thẩm quyền các cơ quan việc cho quyết định và ,")
"""Words from a proposal to the decision that it is about, besides those who are to take it."""
_ORDERING: Final = (("giao",), ("chỉ", "đạo"))
_THOSE_ORDERED: Final = wordlist(
    "giao chỉ đạo cho cơ quan chức năng các đơn vị liên phòng chuyên môn lực lượng ngành chủ trì động phối hợp với và"
    " tiến hành khẩn trương tổ ,"
)
"""Words from an order to what is to be done, besides those who are to do it."""
_HANDING_ON: Final = 24
"""Tokens from a proposal or an order to what it is about."""


def deed(story: Story, at: int, head_end: int, head: EventHead, before: Telling | None) -> Telling | None:
    """Read what someone did, told by the verb at `at`; `before` is the telling before it, whose subject it may share.

    A verb tells an occasion in the title and lead, beside a day, or where it is said to be done ("đã") and no habit.
    """
    passage = story.passage
    sentence = passage.sentence_of[at]
    first, _ = passage.sentences[sentence]
    if story.inside_reading(at) or not _completed(story, head_end, head):
        return None  # "Ủy ban [Kiểm tra]"
    if rumoured(passage, at):
        return None
    if at >= story.title_end and passage.in_brackets(at):
        return None  # "công ty X (giám đốc cũng đã bị khởi tố)"
    if not _SEVERAL.isdisjoint(passage.keys[max(first, at - 2) : at]) and not _on_days(story, first, at, head):
        return None  # "tổ chức các cuộc [họp]"
    if head.type is EventType.INSPECTION and tuple(passage.keys[at - 2 : at]) in _INSPECTORS:
        return None
    decides = head.type in _DECIDED
    finds = head.form in _FINDING
    if not (decides or finds) and at - first <= LONGEST_CLAUSE and words_between(story, first, at) <= _BEFORE_OPENING:
        opening = _opening(story, at, head_end, head)
        once = opening is not None and _told_once(story, first, opening)
        return opening if once or _told(story, at, head_end, head, frozenset()) else None
    if head.form in _REVIEWING:
        return None
    handed_on = _proposal(story, at, head_end, head) or _order(story, at, head_end, head)
    if handed_on is not None:
        return handed_on
    acts = decides or head.type is EventType.OTHER or head.function is Function.ORGANISER
    if acts and _UNDONE.within(passage.keys, max(first, at - _UNDONE_REACH), at):
        return None
    actors = doers(story, first, at, decides=decides)
    if finds and not (actors and _inspects(actors[-1])):
        return None
    if not actors and decides and _list_follows(story, at, head_end):
        return Telling(at, label_end(passage, head_end), head, head_end, sentence, bare=False, subject=(at, at))
    if not actors and _again(head, before, sentence):
        return Telling(at, label_end(passage, head_end), head, head_end, sentence, bare=True, subject=(at, at))
    unnamed = None if actors else office_holder(story, first, at, decides=decides)
    if unnamed is not None:
        unnamed = _and_before(story, first, unnamed)
    if not actors and unnamed is None:
        told = _of_the_delegation(story, at, head_end, head, before) or _in_series(story, at, head_end, head, before)
        unnamed = authority(story, first, at, head_end, head) if told is None else None
        if unnamed is None:
            return told
    sits = not head.form.startswith(_BY_ONE) and head.function is None
    if head.type is EventType.CONGRESS and sits and not any(_elected(one) for one in actors):
        return None
    if head.type is EventType.VISIT and head.form.endswith(_SCENE) and not _visits_scene(story, head_end, actors):
        return None
    subject = unnamed or (actors[0].begin, actors[-1].end)
    if head.type in (EventType.CONGRESS, EventType.SIGNING) and passage.key(subject[0] - 1) == "được":
        return _paper_issued(story, at, head_end, head, subject)
    if asked(story, first, subject[0]) or not (
        _between_two(head, actors) or _told(story, at, head_end, head, words_between(story, subject[1], at))
    ):
        return None
    end = label_end(passage, head_end)
    dies = head.form in _DYING
    undergoes = head.function is Function.RECIPIENT and head.form.startswith(_UNDERGOING)
    leaves = head.form.startswith(_LEAVING) or (head.form in _MOVING and not _someone_at(story, head_end))
    if (dies or leaves) and not any(one.person is not None for one in actors):
        return None
    if dies and passage.key(subject[0] - 1) in _AFTER_DEATH:
        return None
    passive = dies or leaves or undergoes
    begin = delegation(story, first, subject[0])
    telling = Telling(begin, end, head, head_end, sentence, bare=False, subject=subject, passive=passive)
    body = bool(actors) and actors[-1].person is None
    telling = replace(telling, told=done_by_teller(story, subject[1], at, body=body))
    given = head.function is Function.RECIPIENT and passage.key(subject[0] - 1) == GIVEN
    if passive or given:
        return _suffered(story, telling, at, GIVEN) if given else telling
    return _suffered(story, telling, at, SUFFERING) or telling


def _and_before(story: Story, first: int, holder: tuple[int, int]) -> tuple[int, int]:
    """Return where those stand who do something with the holder of an office: "ông A và Bộ trưởng Y tế nước B ký"."""
    joint = holder[0] - 1
    if joint <= first or story.passage.keys[joint] != "và":
        return holder
    before = [one for one in story.between(max(first, joint - FURTHEST_SUBJECT), joint) if one.end == joint]
    return (before[0].begin, holder[1]) if before else holder


def _on_days(story: Story, first: int, at: int, head: EventHead) -> bool:
    """Tell whether "các buổi tiếp xúc cử tri" are those of one round: the sentence opens with its days."""
    return VOTERS in head.form and any(one.end is not None for one in story.dates_in(first, at))


def _proposal(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read what a body proposes to a higher one: "Ủy ban A đề nghị Ban Bí thư xem xét, kỷ luật ông B"."""
    if head.type is not EventType.APPOINTMENT or head.function is not Function.SUBJECT:
        return None
    told = _handed_on(story, at, head_end, head, _PROPOSING, _CONSIDERING)
    return replace(told, proposed=True) if told is not None else None


def _order(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read an inspection that a body has others make: "UBND tỉnh A đã giao cơ quan chức năng kiểm tra"."""
    if head.type is not EventType.INSPECTION or head.form in _FINDING:
        return None
    told = _handed_on(story, at, head_end, head, _ORDERING, _THOSE_ORDERED)
    subject = told.subject if told is not None and not told.passive else None
    if subject is None or not _told(story, at, head_end, head, words_between(story, subject[1], at)):
        return None
    return told


def _handed_on(
    story: Story, at: int, head_end: int, head: EventHead, verbs: Sequence[tuple[str, ...]], between: frozenset[str]
) -> Telling | None:
    """Read who has others do what the verb at `at` says, where only `between` and their names stand after his verb."""
    sentence = story.passage.sentence_of[at]
    first = story.passage.sentences[sentence][0]
    verb = last_form(story.passage.keys, max(first, at - _HANDING_ON), at, verbs)
    if verb is None:
        return None
    named = {index for one in story.readings_in(verb, at) for index in range(one.begin, one.end)}
    words = {story.passage.keys[index] for index in range(verb, at) if index not in named}
    actors = doers(story, first, verb, decides=True)
    if not words <= between or not actors or asked(story, first, actors[0].begin):
        return None
    subject = (actors[0].begin, actors[-1].end)
    told = done_by_teller(story, subject[1], verb, body=actors[-1].person is None)
    end = label_end(story.passage, head_end)
    suffers = story.passage.keys[verb - 1] in (SUFFERING, GIVEN)  # "Chủ tịch huyện X bị đề nghị kỷ luật"
    return Telling(subject[0], end, head, head_end, sentence, bare=False, subject=subject, told=told, passive=suffers)


def _paper_issued(story: Story, at: int, head_end: int, head: EventHead, by: tuple[int, int]) -> Telling | None:
    """Read what became of a paper, told as news: "Đề án X vừa được UBND tỉnh A phê duyệt"; not of each law named."""
    keys = story.passage.keys
    sentence = story.passage.sentence_of[at]
    first = max(story.passage.sentences[sentence][0], by[0] - LONGEST_CLAUSE)
    if keys[by[0] - 2] not in DONE or sentence >= story.lead or head.function is not None:
        return None
    openings = (
        index
        for index in range(by[0] - 1, first - 1, -1)
        if index == first or keys[index - 1] in _BEFORE_PAPERS or story.dated(index - 1)
    )
    begin = next((index for index in openings if tuple(keys[index : index + 2]) in _PAPERS), None)
    if begin is None or not words_between(story, by[1], at) <= BEFORE_VERB:
        return None
    return Telling(begin, head_end, head, head_end, sentence, bare=False, subject=by)


def _visits_scene(story: Story, at: int, actors: Sequence[Actor]) -> bool:
    """Tell whether going to the scene is all that someone did there; the police who work there are no visitors."""
    then = at + (story.passage.key(at) in (",", "và", "để"))
    more = event_heads().longest(story.passage.keys, then, story.passage.limit(at - 1))
    only = more is None or more[1].kind != "verb"
    return only and any(one.person is not None for one in actors)


def _elected(actor: Actor) -> bool:
    """Tell whether a body is an elected one or its standing committee: when it debates, it sits."""
    kind = (actor.organisation.type or "") if actor.organisation is not None else ""
    return "quoc-hoi" in kind or "hoi-dong-nhan-dan" in kind


def _inspects(actor: Actor) -> bool:
    """Tell whether a body is one that inspects: what it concludes is the end of an inspection."""
    return actor.organisation is not None and not _INSPECTING.isdisjoint(tokenise(actor.organisation.name).keys)


def _list_follows(story: Story, at: int, head_end: int) -> bool:
    """Tell whether those to whom something was done are listed after it: "các cá nhân bị khiển trách gồm ông A"."""
    keys = story.passage.keys
    return "bị" in keys[max(0, at - LISTED) : at] and not {"gồm", ":"}.isdisjoint(keys[head_end : head_end + LISTED])


def _again(head: EventHead, before: Telling | None, sentence: int) -> bool:
    """Tell whether a charge is told again, to say more of it: "ra quyết định khởi tố bị can đối với ông B".

    Of a case that is opened, the verb that goes on says whom it concerns: "khởi tố vụ án, bắt tạm giam ông B".
    """
    if before is None or before.subject is None or _CHARGE not in before.head.form:
        return False
    seized = head.type is EventType.INCIDENT and head.function is Function.SUBJECT and before.head.function is None
    return sentence - before.sentence <= (_NEXT if _CHARGE in head.form else 0) and (_CHARGE in head.form or seized)


def _suffered(story: Story, telling: Telling, at: int, cue: str) -> Telling | None:
    """Read "ông A bị B kỷ luật", "ông A được B tặng bằng khen": who stands before "bị" is whom it is done to."""
    keys = story.passage.keys
    first = max(story.passage.sentences[telling.sentence][0], at - WINDOW)
    actors = [
        one
        for one in story.between(first, at)
        if one.end <= at and not one.office_only and not story.passage.in_brackets(one.begin)
    ]
    if not actors or (cue == GIVEN and SUFFERING in keys[first : actors[-1].begin]):
        return None  # "ông A bị B bắt giữ, được bà C tặng quà"
    if len(actors) > 1 and ";" in keys[actors[-2].end : actors[-1].begin]:
        actors = actors[-1:]  # "ông A bị tố cáo; Sở B đã lập đoàn thanh tra"
        first = actors[0].begin
    patients = actors
    if cue not in keys[actors[-1].end : at]:
        earlier = actors[-2].end if len(actors) > 1 else first
        if cue not in keys[max(earlier, actors[-1].begin - FURTHEST_SUBJECT) : actors[-1].begin]:
            return None
        patients = actors[:-1] or actors
    if patients[-1].person is None and story.passage.key(patients[-1].begin - 1) == "của":
        patients = [one for one in patients if one.person is not None] or patients  # "ông A, cán bộ của Sở B"
    begin = joined(story, patients, listed_people=True)[0].begin
    return replace(telling, begin=begin, subject=(begin, actors[-1].end), passive=True)


def _between_two(head: EventHead, actors: Sequence[Actor]) -> bool:
    """Tell whether two people meet by a word that else names their meeting: "ông A và ông B hội đàm tại X"."""
    return head.kind == "either" and sum(one.person is not None for one in actors) > 1


def _told(story: Story, at: int, head_end: int, head: EventHead, gap: frozenset[str]) -> bool:
    """Tell whether a verb tells something that happened once."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first, limit = passage.sentences[sentence]
    first, limit = max(first, at - WINDOW), min(limit, at + WINDOW)
    if head.form in _RESOLVING and at >= story.title_end:
        return any(one.kind is DateKind.DAY for one in story.dates_in(first, limit))
    if at < story.title_end or sentence < story.lead or head.type in _DECIDED:
        return True
    if head.type is EventType.SIGNING and head.function is None:
        return any(one.kind is DateKind.DAY and one.first_token < at for one in story.dates_in(first, at))
    if any(date.kind in (DateKind.DAY, DateKind.MONTH) for date in story.dates_in(first, limit)):
        return True
    keys = passage.keys
    if head.form in _NEWS:
        return False
    if any(keys[first + index] in _TODAY for index in positions(keys[first + 1 : limit], "nay")):
        return True
    if not (DONE | _ON_BEHALF).isdisjoint(gap) or tuple(keys[first : first + 2]) == _LATELY:
        return not HABIT.within(keys, first, limit)
    return head.type is EventType.MEETING and head.function is not None and _someone_at(story, head_end)


def _of_the_delegation(story: Story, at: int, head_end: int, head: EventHead, before: Telling | None) -> Telling | None:
    """Read what the delegation of the telling before did next: "Đoàn đã đến thắp hương …"."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first = passage.sentences[sentence][0]
    if before is None or before.subject is None or before.passive or not 0 < sentence - before.sentence <= _NEXT:
        return None
    start = next((index for index in range(first, at) if passage.keys[index] == "đoàn"), None)
    if start is None or start - first > _NEXT or not words_between(story, start, at) <= BEFORE_VERB:
        return None
    end = label_end(passage, head_end)
    return Telling(start, end, head, head_end, sentence, bare=False, subject=before.subject)


def _in_series(story: Story, at: int, head_end: int, head: EventHead, before: Telling | None) -> Telling | None:
    """Read a verb that goes on from the one told before it: "A hội đàm với B; chào xã giao C; hội kiến D"."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    if before is None or before.subject is None or before.sentence != sentence or before.passive:
        return None
    if head.type is EventType.CONGRESS and before.head.type is not EventType.CONGRESS:
        return None  # only an elected body sits
    if head.type in _DECIDED and head.type is before.head.type:
        return None  # "khởi tố, bắt tạm giam ông A" is one act
    if {head.type, before.head.type} <= _CARING and not story.between(before.head_end, at):
        return None  # "thăm, tặng quà ông A" is one visit
    if head.type is before.head.type is EventType.MEETING and not story.between(before.head_end, at):
        return None  # "gặp gỡ, đối thoại với người dân" is one meeting
    joint = at - 1
    while head.type in _DECIDED and joint > before.end and passage.keys[joint] in _RESOLVED:
        joint -= 1
    if (
        at - before.end > WINDOW
        or passage.keys[joint] not in (";", ",", "và", "rồi")
        or words_between(story, before.end, at) & {":", "“", '"'}
    ):
        return None
    end = label_end(passage, head_end)
    return Telling(at, end, head, head_end, sentence, bare=False, subject=before.subject)


def _opening(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read a clause that opens its sentence, before the one who does it: "Làm việc tại X sáng 3/5, ông Y cho biết"."""
    passage = story.passage
    limit = min(passage.limit(at), at + LONGEST_CLAUSE)
    commas = [index for index in range(head_end, limit) if passage.keys[index] == ","]
    if commas and "giữa" in passage.keys[head_end : commas[0]]:
        return None  # "ký kết quy chế phối hợp giữa A, B và C"
    for comma in commas:
        doers = [one for one in story.between(comma + 1, comma + 2) if one.person is not None or not one.office_only]
        if doers:
            end = min(label_end(passage, head_end), comma)
            return Telling(at, end, head, head_end, passage.sentence_of[at], bare=False, doer=comma + 1)
    return None


def _told_once(story: Story, first: int, opening: Telling) -> bool:
    """Tell whether an opening clause tells what its doer did once, to what it names, not as a habit."""
    end = opening.doer or opening.end
    named = bool(story.readings_in(opening.head_end, end))
    once = opening.head.type in _HELD_ONCE or opening.head.form.startswith(_BY_ONE)
    return once and named and not HABIT.within(story.passage.keys, first, end)


def _completed(story: Story, at: int, head: EventHead) -> bool:
    """Tell whether what a verb needs follows: someone received ("tiếp"), a number of gifts ("trao 50 suất quà")."""
    keys = story.passage.keys
    if head.type is EventType.MEETING and story.passage.key(at) in _PRESS:
        return False
    if head.form == "phê bình" and story.passage.key(at) in (":", ",", "“", '"'):
        return False  # what follows is said
    if head.form in SENDING:
        return _someone_at(story, at) and not _office_read(story, at)
    if head.form.endswith(" bầu"):  # who is elected by name is told as a decision about an office
        rest = story.readings_in(at, story.passage.limit(at - 1))
        return not any(isinstance(one, PersonReading) and one.name is not None for one in rest)
    if head.form == "nghe":
        heard = keys[at : min(at + _HANDING_REACH * 4, story.passage.limit(at - 1))]
        return bool(story.between(at, at + 1)) and ("báo", "cáo") in pairwise(heard)
    if head.form.endswith("kết luận"):
        return story.passage.key(at) not in ("của", "số")  # what a leader concluded, a paper
    if head.form == "ký kết":
        return not story.passage.capital(at - 1)  # "ký Kết luận số 9"
    if head.form in _RECEIVING or head.form == "báo cáo với":
        return _someone_at(story, at)
    if head.function is Function.ORGANISER:  # "trình [Quốc hội] dự án luật"
        return any(_elected(one) and not one.office_only for one in story.between(at, at + 1))
    if head.type is EventType.SIGNING and head.function is None:
        decided = "định" in head.form or ("ban" in head.form and tuple(keys[at : at + 2]) not in _RULES)
        several = story.passage.key(at) in _SEVERAL and not head.form.endswith("gửi")
        return not (decided and _OF_PEOPLE.within(keys, at, label_end(story.passage, at))) and not several
    if head.form == "giới thiệu":
        clause = keys[at : min(at + LONGEST_CLAUSE, story.passage.limit(at - 1))]
        return _someone_at(story, at) and not _PROPOSED.isdisjoint(clause)
    if head.form in _HANDING:
        return story.passage.key(at).isdigit() and not _GIFTS.isdisjoint(keys[at : at + _HANDING_REACH])
    return True


def _office_read(story: Story, at: int) -> bool:
    """Tell whether an office stands without a name in the rest of a sentence: what gives it is a decision about it."""
    rest = story.readings_in(at, story.passage.limit(at))
    return any(isinstance(one, PersonReading) and one.name is None for one in rest)


def _someone_at(story: Story, at: int) -> bool:
    """Tell whether a person stands at token `at`, named or by an office."""
    here = story.readings_in(at, at + 1)
    return bool(here) and isinstance(here[0], PersonReading)
