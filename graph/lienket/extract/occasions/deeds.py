"""What someone did, told by a verb: who did it stands before the verb, or before the one it goes on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from lienket.extract.grammar.readings import PersonReading, PlaceReading
from lienket.extract.occasions.labels import label_end
from lienket.extract.occasions.occasions import Telling
from lienket.extract.speech.rumours import rumoured
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateKind
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import last_form, positions, wordlist
from lienket.model import EventType, Function
from lienket.reference.events import EventHead, event_heads

_LONGEST_CLAUSE: Final = 40
_WINDOW: Final = 120
"""Tokens around a verb that are looked at: keeps hostile text linear."""
_FURTHEST_SUBJECT: Final = 12
_FURTHEST_DECIDER: Final = 14
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
_UNDERGOING: Final = ("nhận ", "đón nhận ", "được ")
"""Openings of verbs whose subject is given something: "nhận giải thưởng", "được tặng bằng khen"."""
_HOUSES: Final = wordlist("sở trường phòng tại ở")
"""Last words before a body at whose house something is done: "tại trụ sở Trung ương Đảng, Bộ Chính trị đã họp"."""
_AFTER_DEATH: Final = wordlist("việc khi sau tin vì")
"""Words before a death that came before what its sentence tells: "chia buồn việc ông A qua đời"."""
_THITHER: Final = frozenset({"đến", "tới"})
_LONGEST_PLACE: Final = 8
"""Tokens from "đến" to the verb that says what someone does there."""
_PROPOSED: Final = wordlist("bầu giữ hiệp ứng")
"""First words of what someone is proposed for: "giới thiệu ông A để bầu", "… giữ chức"."""
_OF_PEOPLE: Final = wordlist("kỷ bổ nhiệm tiếp điều phê miễn bãi khởi chức đình luân cử phân sự trách thôi")
"""Words of papers that tell a decision about people, an event of its own, or no one paper."""
_HANDING_REACH: Final = 4
_BEFORE_VERB: Final = wordlist(
    "đã vừa sẽ đang tiến hành đến tới về đi trực tiếp cùng có cũng tục long trọng tổ chức buổi cuộc dẫn đầu và đoàn"
    " công tác mới thân mật hôm nay sáng chiều tối qua xuống lên vào bị liên ngành chủ trì ( ) ngày làm trưởng sang"
    " cán bộ lãnh đạo đại biểu cấp cao việt nam đồng chí trong lần lượt phu nhân - ở ra tại diện nhiều sở ban các đơn"
    " vị phòng chức năng địa phương tỉnh thành phố huyện xã quận trung ương quốc hội thuộc bầu cử số thành viên nhà"
    " nước … theo kế hoạch sắp chính thức bắt kết thúc hiện trường cơ quan"
)
"""Words that may stand between an actor and the verb whose subject it is."""
_BEFORE_DECISIONS: Final = (_BEFORE_VERB - {"về"}) | wordlist(
    "xem xét quyết định thống nhất ra ban hành thi kết luận biểu thông báo việc , với hình thức xử lý lệnh tống đạt"
    " được cơ quan điều tra đồng loạt nghị quyết bằng viện kiểm sát chính quyền lực lượng chức năng công an cảnh phá"
    " chuyên án triệt xóa"
)
"""Words that may stand there where the verb tells a decision."""
_ON_PAPER: Final = wordlist("số về - / qđ ttg ubnd")
"""Words that may stand there after "quyết định": "ra Quyết định số 207 về việc đình chỉ công tác ông A"."""
_JOINING: Final = wordlist(
    "và cùng với dẫn đầu đoàn công tác của các đồng chí do làm trưởng lãnh đạo phối hợp cán bộ đại biểu cấp cao phu"
    " nhân"
)
"""Words that join those who do something together: "ông A dẫn đầu đoàn công tác của Bộ B"."""
_AFTER_OFFICES: Final = frozenset({")", "ông", "bà"})
"""Marks and words between people in a list of those to whom something was done: "ông A (Giám đốc), ông B"."""
_LONGEST_JOIN: Final = 8
_LISTED: Final = 4
_NEXT: Final = 3
"""Sentences, and tokens into a sentence, over which "đoàn" is the delegation told before."""
_CARING: Final = frozenset({EventType.VISIT, EventType.CAMPAIGN, EventType.CEREMONY, EventType.INSPECTION})
_SEVERAL: Final = wordlist("các những nhiều mọi")
_DONE: Final = wordlist("đã vừa tiến")
_JUST: Final = wordlist("vừa mới")
_SAYING: Final = frozenset({("cho", "biết"), ("cho", "hay")})
_LONGEST_COMPANY: Final = 24
"""Tokens from "cùng" to the verb that tells what someone and others did."""
_NO_COMPANY: Final = frozenset({":", ";", "“", "”", '"', "(", ")"})
_LATELY: Final = ("mới", "đây")
_DECIDED: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
"""Types of what an authority does to someone: a verb tells it wherever it stands."""
_CHARGE: Final = "khởi tố"
_BEFORE_OPENING: Final = wordlist(", hồi vào trong cũng trước đó")
"""Words that may stand before a clause that opens its sentence, dates aside: "Trước đó, làm việc với X, ông Y …"."""
_HELD_ONCE: Final = frozenset({EventType.MEETING, EventType.VISIT, EventType.INSPECTION})
"""Types of what such a clause tells as done once, on whatever day: "Kiểm tra tại X, ông Y …"."""
_PRESS: Final = wordlist("phóng pv nhóm chúng")
"""First words of those to whom officials speak for the press: "làm việc với phóng viên"."""
_INSPECTING: Final = wordlist("thanh kiểm")
"""First words of what bodies do that inspect: "Thanh tra tỉnh X", "Ủy ban Kiểm tra", "Kiểm toán Nhà nước"."""
_FINDING: Final = frozenset({"kết luận", "chỉ ra"})
_RESOLVED: Final = wordlist("quyết định thống nhất biểu thi hành")
"""Words between what a body did and what it decided there: "đã họp và quyết định thi hành kỷ luật ông A"."""
_TEAMS: Final = (
    *(("đoàn", "công", "tác"), ("tổ", "công", "tác"), ("đoàn", "liên", "ngành")),
    *(("lực", "lượng", "chức", "năng"), ("cơ", "quan", "chức", "năng"), ("ngành", "chức", "năng")),
)
"""Those who go somewhere for the authorities, without a name."""
_AUTHORITIES: Final = (
    *(*_TEAMS, ("công", "an"), ("cảnh", "sát"), ("cơ", "quan", "điều", "tra"), ("viện", "kiểm", "sát")),
    *(("hội", "đồng", "xét", "xử"), ("hđxx",), ("tòa",), ("tòa", "án"), ("cơ", "quan", "công", "an")),
)
"""Those who charge, search and try someone, without a name."""
_HABIT: Final = Trie(
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
_ASKING: Final = tuple(
    tuple(form.split())
    for form in (
        *("giao", "yêu cầu", "yêu cầu các", "đề nghị", "kiến nghị", "chỉ đạo", "mời", "cử", "nhờ", "cho", "để", "khi"),
        *("nếu", "theo", "trình"),
    )
)
"""Words right before someone who is asked to do something."""


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
    if not _SEVERAL.isdisjoint(passage.keys[max(first, at - 2) : at]):
        return None  # "tổ chức các cuộc [họp]"
    decides = head.type in _DECIDED
    finds = head.form in _FINDING
    if not (decides or finds) and at - first <= _LONGEST_CLAUSE and _gap(story, first, at) <= _BEFORE_OPENING:
        opening = _opening(story, at, head_end, head)
        once = opening is not None and _told_once(story, first, opening)
        return opening if once or _told(story, at, head_end, head, frozenset()) else None
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
    unnamed = None if actors else _office_holder(story, first, at, decides=decides)
    if not actors and unnamed is None:
        told = _of_the_delegation(story, at, head_end, head, before) or _in_series(story, at, head_end, head, before)
        unnamed = _authority(story, first, at, head_end, head) if told is None else None
        if unnamed is None:
            return told
    sits = head.form != "họp phiên" and head.function is None
    if head.type is EventType.CONGRESS and sits and not any(_elected(one) for one in actors):
        return None
    if head.type is EventType.VISIT and head.form.endswith(_SCENE) and not _visits_scene(story, head_end, actors):
        return None
    subject = unnamed or (actors[0].begin, actors[-1].end)
    if head.type in (EventType.CONGRESS, EventType.SIGNING) and passage.keys[subject[0] - 1] == "được":
        return None  # "luật được Quốc hội thông qua"
    if _asked(story, first, subject[0]) or not _told(story, at, head_end, head, _gap(story, subject[1], at)):
        return None
    end = label_end(passage, head_end)
    dies = head.form in _DYING
    undergoes = head.function is Function.RECIPIENT and head.form.startswith(_UNDERGOING)
    if dies and (not any(one.person is not None for one in actors) or passage.keys[subject[0] - 1] in _AFTER_DEATH):
        return None
    telling = Telling(subject[0], end, head, head_end, sentence, bare=False, subject=subject, passive=dies or undergoes)
    return telling if dies or undergoes else _suffered(story, telling, at) or telling


def _visits_scene(story: Story, at: int, actors: Sequence[Actor]) -> bool:
    """Tell whether going to the scene is all that someone did there; the police who work there are no visitors."""
    then = at + (story.passage.key(at) in (",", "và", "để"))
    more = event_heads().longest(story.passage.keys, then, story.passage.limit(at - 1))
    return more is None and any(one.person is not None for one in actors)


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
    return "bị" in keys[max(0, at - _LISTED) : at] and not {"gồm", ":"}.isdisjoint(keys[head_end : head_end + _LISTED])


def _again(head: EventHead, before: Telling | None, sentence: int) -> bool:
    """Tell whether a charge is told again, to say more of it: "ra quyết định khởi tố bị can đối với ông B"."""
    charged = before is not None and _CHARGE in head.form and _CHARGE in before.head.form
    return charged and before is not None and before.subject is not None and sentence - before.sentence <= _NEXT


def doers(story: Story, first: int, at: int, *, decides: bool = False) -> list[Actor]:
    """Return who stands right before the verb at `at` as its subject, from token `first` on; none where no one does."""
    start = max(first, at - _WINDOW)
    actors = [
        one
        for one in story.between(start, at)
        if one.end <= at and not one.office_only and not story.passage.in_brackets(one.begin)
    ]
    while actors and story.passage.keys[actors[-1].begin - 1] in _THITHER and actors[-1].begin > first:
        at = actors.pop().begin - 1  # "ông A đến Sở B kiểm tra"
    if not actors or at - actors[-1].end > _LONGEST_CLAUSE:
        return []
    at = _before_place(story, actors[-1].end, at)
    return _joined(story, actors) if _leads_to(story, actors[-1].end, at, decides=decides) else []


def _before_place(story: Story, end: int, at: int) -> int:
    """Return where the words begin that say where someone goes to do something: "đến cảng cá Thọ Quang khảo sát"."""
    keys = story.passage.keys
    for index in range(max(end, at - _LONGEST_PLACE), at - 1):
        named = any(story.passage.capital(one) for one in range(index + 1, at))
        if keys[index] in _THITHER and named and "," not in keys[index:at]:
            return index
    return at


def _leads_to(story: Story, end: int, at: int, *, decides: bool) -> bool:
    """Tell whether the words from the end of a subject to the verb at `at` only say how it is done."""
    end = _past_saying(story, end + _closes_apposition(story, end), at)
    gap = _gap(story, _past_company(story, end, at), at)
    if "cùng" in gap:
        gap -= {","}  # "ông A, cùng đại diện các sở, đã đến thăm"
    gap = frozenset(word for word in gap if not word.isdigit())
    allowed, reach = (_BEFORE_DECISIONS, _FURTHEST_DECIDER) if decides else (_BEFORE_VERB, _FURTHEST_SUBJECT)
    if decides and "định" in gap:
        allowed |= _ON_PAPER
    return len(gap) <= reach and gap <= allowed


def _past_saying(story: Story, end: int, at: int) -> int:
    """Return where "cho biết vừa …" is over that begins at `end`: who says so did what follows himself."""
    keys = story.passage.keys
    if tuple(keys[end : end + 2]) not in _SAYING:
        return end
    past = end + 2 + (keys[end + 2 : end + 3] == [","])
    return past if past < at and keys[past] in _JUST else end


def _past_company(story: Story, end: int, at: int) -> int:
    """Return where those without a name are over who do something too: "ông A cùng chủ rừng, … đã khảo sát"."""
    keys = story.passage.keys
    start = next((index for index in range(end, min(at, end + _LISTED + 1)) if keys[index] == "cùng"), at)
    if start == at or at - start > _LONGEST_COMPANY or not _gap(story, end, start) <= {",", "-", "–"}:
        return end
    company = keys[start:at]
    done = next((index for index, key in enumerate(company) if key in _DONE), None)
    named = any(story.passage.capital(index) for index in range(start, at))
    return end if done is None or named or not _NO_COMPANY.isdisjoint(company) else start + done


def _closes_apposition(story: Story, end: int) -> bool:
    """Tell whether the comma at `end` closes the offices after a name: "ông A, Giám đốc Sở B, đã …"."""
    if story.passage.key(end) != ",":
        return False
    before = story.readings_in(max(0, end - _WINDOW), end)
    here = [one for one in before if isinstance(one, PersonReading) and one.end == end]
    return any(one.name is not None and one.name.end < end for one in here)


def _office_holder(story: Story, first: int, at: int, *, decides: bool) -> tuple[int, int] | None:
    """Return where an office stands whose holder, unnamed, is the subject of the verb at `at`: "Thủ tướng kỷ luật"."""
    before = [
        one
        for one in story.readings_in(max(first, at - _WINDOW), at)
        if isinstance(one, PersonReading) and one.end <= at
    ]
    if not before or before[-1].name is not None or story.passage.capital(at):
        return None  # "Ủy ban Kiểm tra Kỷ luật"
    if not _leads_to(story, before[-1].end, at, decides=decides):
        return None
    return before[-1].begin, before[-1].end


def _authority(story: Story, first: int, at: int, head_end: int, head: EventHead) -> tuple[int, int] | None:
    """Return where authorities stand that are not named: "đoàn công tác của tỉnh X thị sát", "công an khám nhà ông A".

    What they do to someone is told only where he is named.
    """
    keys = story.passage.keys
    taken = head.type is EventType.INCIDENT and any(
        one.person is not None for one in story.between(head_end, min(head_end + _WINDOW, story.passage.limit(at)))
    )
    forms = _AUTHORITIES if taken else _TEAMS if head.type in (EventType.VISIT, EventType.INSPECTION) else ()
    begin = last_form(keys, max(first, at - _FURTHEST_DECIDER), at, forms) if forms else None
    if begin is None or story.inside_reading(begin):
        return None
    end = begin + max(len(form) for form in forms if tuple(keys[begin : begin + len(form)]) == form)
    led = end <= at and _gap(story, end, at) <= (_BEFORE_VERB | {"của"})
    return (begin, end) if led and not _asked(story, first, begin) else None


def _suffered(story: Story, telling: Telling, at: int) -> Telling | None:
    """Read "ông A bị B kỷ luật", "ông A bị kỷ luật": who stands before "bị" is whom it is done to."""
    keys = story.passage.keys
    first = max(story.passage.sentences[telling.sentence][0], at - _WINDOW)
    actors = [
        one
        for one in story.between(first, at)
        if one.end <= at and not one.office_only and not story.passage.in_brackets(one.begin)
    ]
    if not actors:
        return None
    patients = actors
    if "bị" not in keys[actors[-1].end : at]:
        earlier = actors[-2].end if len(actors) > 1 else first
        if "bị" not in keys[max(earlier, actors[-1].begin - _FURTHEST_SUBJECT) : actors[-1].begin]:
            return None
        patients = actors[:-1] or actors
    begin = _joined(story, patients, listed_people=True)[0].begin
    return replace(telling, begin=begin, subject=(begin, actors[-1].end), passive=True)


def _asked(story: Story, first: int, subject: int) -> bool:
    """Tell whether the words before a subject ask it to do what the verb says: "Thủ tướng giao Bộ A kiểm tra"."""
    keys = story.passage.keys
    return any(tuple(keys[max(first, subject - len(form)) : subject]) == form for form in _ASKING)


def _told(story: Story, at: int, head_end: int, head: EventHead, gap: frozenset[str]) -> bool:
    """Tell whether a verb tells something that happened once."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first, limit = passage.sentences[sentence]
    first, limit = max(first, at - _WINDOW), min(limit, at + _WINDOW)
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
    if not _DONE.isdisjoint(gap) or tuple(keys[first : first + 2]) == _LATELY:
        return not _HABIT.within(keys, first, limit)
    return head.type is EventType.MEETING and head.function is not None and _someone_at(story, head_end)


def _gap(story: Story, start: int, stop: int) -> frozenset[str]:
    """Return the words of tokens `start` to `stop` that belong to no place and no date."""
    keys = story.passage.keys
    spans = [(one.begin, one.end) for one in story.readings_in(start, stop) if isinstance(one, PlaceReading)]
    spans += [(one.first_token, one.end_token) for one in story.dates_in(start, stop)]
    spans += brackets(keys, start, stop)
    covered = {index for begin, end in spans for index in range(begin, end)}
    return frozenset(keys[index] for index in range(start, stop) if index not in covered)


def brackets(keys: Sequence[str], start: int, stop: int) -> list[tuple[int, int]]:
    """Return the ranges of tokens `start` to `stop` that stand in brackets: "Sở X (GTVT) đã …"."""
    found: list[tuple[int, int]] = []
    opened = start - 1
    for at in range(start, stop):
        if keys[at] == "(":
            opened = at
        elif keys[at] == ")":
            found.append((max(opened, start), at + 1))
    return found


def _joined(story: Story, actors: Sequence[Actor], *, listed_people: bool = False) -> list[Actor]:
    """Return the last of the actors with those whom words like "và", "cùng", "dẫn đầu đoàn của" join to it."""
    keys = story.passage.keys
    found = [actors[-1]]
    for actor in reversed(actors[:-1]):
        words = keys[actor.end : found[0].begin]
        if listed_people:
            words = [word for word in words if word not in _AFTER_OFFICES]
        known = len(found) > 1 or listed_people or (actor.organisation is not None and actor.person is None)
        listed = words == [","] and known and keys[actor.begin - 1] not in _HOUSES
        if not listed and not (0 < len(words) <= _LONGEST_JOIN and set(words) <= _JOINING):
            break
        found.insert(0, actor)
    return found


def _of_the_delegation(story: Story, at: int, head_end: int, head: EventHead, before: Telling | None) -> Telling | None:
    """Read what the delegation of the telling before did next: "Đoàn đã đến thắp hương …"."""
    passage = story.passage
    sentence = passage.sentence_of[at]
    first = passage.sentences[sentence][0]
    if before is None or before.subject is None or before.passive or not 0 < sentence - before.sentence <= _NEXT:
        return None
    start = next((index for index in range(first, at) if passage.keys[index] == "đoàn"), None)
    if start is None or start - first > _NEXT or not _gap(story, start, at) <= _BEFORE_VERB:
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
        at - before.end > _WINDOW
        or passage.keys[joint] not in (";", ",", "và", "rồi")
        or _gap(story, before.end, at) & {":", "“", '"'}
    ):
        return None
    end = label_end(passage, head_end)
    return Telling(at, end, head, head_end, sentence, bare=False, subject=before.subject)


def _opening(story: Story, at: int, head_end: int, head: EventHead) -> Telling | None:
    """Read a clause that opens its sentence, before the one who does it: "Làm việc tại X sáng 3/5, ông Y cho biết"."""
    passage = story.passage
    limit = min(passage.limit(at), at + _LONGEST_CLAUSE)
    commas = [index for index in range(head_end, limit) if passage.keys[index] == ","]
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
    return opening.head.type in _HELD_ONCE and named and not _HABIT.within(story.passage.keys, first, end)


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
        clause = keys[at : min(label_end(story.passage, at), story.passage.limit(at - 1))]
        decided = "định" in head.form or "ban" in head.form
        several = story.passage.key(at) in _SEVERAL and not head.form.endswith("gửi")
        return not (decided and not _OF_PEOPLE.isdisjoint(clause)) and not several
    if head.form == "giới thiệu":
        clause = keys[at : min(at + _LONGEST_CLAUSE, story.passage.limit(at - 1))]
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
