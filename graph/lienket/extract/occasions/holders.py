"""Who does, holds and meets at an occasion, by the very words that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lienket.extract.occasions.addressees import inspected, paper_parts
from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.occasions.subjects import GIVEN, SUFFERING, doers, joined, tells_it
from lienket.extract.organisations import Organisation
from lienket.extract.story import Actor, Story
from lienket.language.folding import name_key
from lienket.language.trie import Trie
from lienket.language.wordlist import first_form, last_form, wordlist
from lienket.model import EventType, Function

_DECISIONS: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
_PLENUM: Final = Trie(
    (tuple(form.split()), None) for form in ("hội nghị trung ương", "hội nghị ban chấp hành trung ương")
)
"""How meetings of the Central Committee are called, which name no organiser."""
_CENTRAL_COMMITTEE: Final = name_key("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")
_ACTS: Final = _DECISIONS | {EventType.OTHER}
"""Types of what someone does alone, with no one there: he is its organiser."""
_HANDING_OVER: Final = ("công bố quyết định", "trao quyết định")
"""What someone does with the decision of another."""
_HOLDING: Final = ("tổ", "chức")
"""Words before a verb with which the body before them holds what it tells: "Sở A tổ chức gặp mặt …"."""
_CHAIRING: Final = ("chủ", "trì")
"""Words before a verb with which the one before them is in the chair: "ông A chủ trì họp …"."""
_RECEIVING: Final = frozenset({"tiếp", "tiếp đón", "đón tiếp", "tiếp xã giao", "tiếp đoàn"})
_CALLING: Final = frozenset({"chào", "chào xã giao", "yết kiến", "hội kiến", "hội kiến với", "hội kiến và"})
"""Verbs by which a guest calls on a host."""
_INVITATION: Final = (("lời", "mời", "của"),)
_STAFF: Final = wordlist("bộ đạo viên người chức")
"""Last syllables of "cán bộ", "lãnh đạo" …, to whom something is done, and not to their agency."""
_ANNOUNCING: Final = frozenset({"gồm", ":"})
_LONGEST_LIST: Final = 30
_OPENING: Final = 4
"""Tokens into a line of a list at which its person stands: "- Ông A, Giám đốc"."""
_BETWEEN: Final = (("giữa",),)
_TO_PARTIES: Final = 16
"""Tokens from an affair to "giữa" and those between whom it was."""
_BEFORE_NAME: Final = 4
_BEFORE_VERB: Final = 8
"""Tokens from "tổ chức" to the name of what is organised."""
_TO_VERB: Final = 3
"""Tokens from the last organiser to the verb: "được A và B cùng phối hợp tổ chức"."""
_LINKS: Final = wordlist(", và cùng với lãnh đạo đại diện các đồng chí ban ông bà tập thể cán bộ chủ chốt")
"""Words that join those in a list of whom someone meets."""
_LONGEST_LINK: Final = 7
_COMING: Final = {
    ("dự",): (Function.ATTENDEE,),
    ("tham", "dự"): (Function.ATTENDEE,),
    ("dự", "khán"): (Function.ATTENDEE,),
    ("tham", "gia"): (Function.ATTENDEE,),
    ("chứng", "kiến"): (Function.ATTENDEE,),
    ("thực", "hiện"): (Function.ATTENDEE,),
    ("bắt", "đầu"): (Function.ATTENDEE,),
    ("kết", "thúc"): (Function.ATTENDEE,),
    ("chủ", "trì"): (Function.CHAIR,),
    ("phát", "biểu", "tại"): (Function.SPEAKER, Function.ATTENDEE),
}
"""Verbs before the name of an occasion, and the parts of those who do so."""
_ORGANISE: Final = (
    *(("tổ", "chức"), ("khai", "mạc"), ("bế", "mạc"), ("tiến", "hành"), ("phát", "động"), ("đăng", "cai")),
    *(("mở", "lớp"), ("làm", "lễ")),
)
_BY: Final = (*_ORGANISE, ("thực", "hiện"), ("chủ", "trì"))
"""What bodies do after "do": "lễ hội do Sở A và Hội B thực hiện"."""
_TOGETHER: Final = (("phối", "hợp"), ("cùng",), ("và",), ("với",), (",",))
_HELD: Final = frozenset({EventType.CONGRESS, EventType.MEETING, EventType.CONFERENCE})
_OF_PEOPLE: Final = frozenset({EventType.MEETING, EventType.VISIT})
"""Types of occasions whose name says who is there: "chuyến thăm của ông A", "cuộc hội đàm giữa ông A và ông B"."""
_OTHER_SIDE: Final = frozenset({"với", "giữa", "về", "triển", "quán", "như"})
"""Words in the name of an occasion after which an agency is not the one that holds it."""
_MET_WITHIN: Final = 3
"""Tokens from "với" to whom a meeting is with by its name: "buổi làm việc với lãnh đạo Sở A"."""
_PRESS: Final = wordlist("báo phóng pv tạp")
_ELECTED: Final = frozenset({"hoi-dong-nhan-dan", "quoc-hoi"})
_SITTING: Final = _ELECTED | {"uy-ban-kiem-tra"}
"""Types of bodies that have sessions: "tại kỳ họp thứ 12, Ủy ban Kiểm tra Tỉnh ủy X …"."""
COMMITTEES: Final = frozenset({"tinh-uy", "thanh-uy", "huyen-uy", "quan-uy", "thi-uy", "dang-uy"})
"""Types of the committees of the Party, which a congress elects."""
_STANDING: Final = name_key("Ủy ban Thường vụ Quốc hội")
"""The body whose sittings are numbered: "phiên họp thứ 35"; the National Assembly itself has "kỳ họp"."""
_HOUSES: Final = wordlist("sở trường phòng tại ở nhà")
"""Last words before a body at whose house an occasion is held: "tại trụ sở Chính phủ, Đảng ủy X tổ chức …"."""
_IN_WHICH: Final = ("về", "mặt")
"""Words before what someone is disciplined as: "kỷ luật cảnh cáo về mặt Đảng đối với ông A"."""
_ACTING: Final = wordlist("đã vừa cũng bị")
"""Words right after someone of whom a sentence goes on to tell something else."""
_OCCASIONED: Final = (("nhân", "dịp"), ("nhân", "ngày"), ("kỷ", "niệm"), ("ngày", "truyền", "thống"))
"""Words after which a body is one whose anniversary it is: "gặp mặt nhân kỷ niệm ngày thành lập Hội A"."""
_UNIT: Final = 5
"""Tokens of a unit with the words around it: "tại Trung đoàn 9,"."""
_REASONS: Final = wordlist("về vì do để theo nhằm liên quy tội mở thay như")
"""Words after which a decision tells why, and no more whom it concerns."""


def named_parts(occasions: Sequence[Occasion], story: Story) -> None:
    """Note who does, holds, visits and meets, as the words of each telling say."""
    acting = {one.sentence: one.subject for each in occasions for one in each.tellings if one.subject is not None}
    for occasion in occasions:
        for telling in occasion.tellings:
            if telling.subject is not None or telling.doer is not None:
                done_by(occasion, telling, story)
                _invited(occasion, telling, story)
            else:
                held_by(occasion, telling.begin, telling.end, story)
                if occasion.type is EventType.INSPECTION:
                    inspected(occasion, telling, story)
                if occasion.type is EventType.INCIDENT:
                    befallen(occasion, telling, story)
                _invited(occasion, telling, story)
                come_to(occasion, telling, story, acting.get(telling.sentence))


def befallen(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Note whom something befell by the words that tell it: "anh A bị lũ cuốn", "vụ xô xát giữa ông B và bà C"."""
    passage = story.passage
    span = passage.sentence_span(telling.begin)
    named = story.between(telling.begin, telling.head_end) if telling.head.kind == "happening" else []
    between = first_form(passage.keys, telling.head_end, passage.limit(telling.begin), _BETWEEN)
    if telling.head.kind == "noun" and between is not None and between - telling.head_end <= _TO_PARTIES:
        named = story.between(between, passage.limit(telling.begin))
    for actor in named:
        if actor.person is not None and not tells_it(story, actor):
            occasion.take_part(actor.person, Function.SUBJECT, span)


def come_to(occasion: Occasion, telling: Telling, story: Story, acting: tuple[int, int] | None) -> None:
    """Read who comes to an occasion: "ông A đã dự lễ …"; `acting` is who does the other things of the sentence."""
    keys = story.passage.keys
    first = story.passage.sentences[telling.sentence][0]
    verb = last_form(keys, max(first, telling.begin - _BEFORE_NAME), telling.begin, tuple(_COMING))
    if verb is None:
        return
    here = doers(story, first, verb)
    if not here and acting is not None and acting[1] <= verb and keys[verb - 1] in (";", ",", "và"):
        here = story.between(*acting)
    form = next(form for form in _COMING if tuple(keys[verb : verb + len(form)]) == form)
    span = story.passage.sentence_span(telling.begin)
    for actor in here:
        for function in _COMING[form]:
            if actor.person is not None:
                occasion.take_part(actor.person, function, span)
                occasion.attended = True


def held_by(occasion: Occasion, begin: int, end: int, story: Story) -> None:
    """Read who holds the occasion: "A phối hợp với B tổ chức …", "do A tổ chức", "kỳ họp thứ 5 HĐND tỉnh X"."""
    passage = story.passage
    span = passage.sentence_span(begin)
    for actor in _organisers(begin, story):
        if actor.organisation is not None:
            occasion.take_part(actor.organisation, Function.ORGANISER, span)
            occasion.attended = True
    for organisation in _holders_by_name(occasion, begin, end, story):
        occasion.take_part(organisation, Function.ORGANISER, span)
    for organisation in _electing(occasion, begin, end, story):
        occasion.take_part(organisation, Function.ORGANISER, span)
        occasion.attended = True
    handed = occasion.type is EventType.CEREMONY and ("quyết", "định") in pairwise(passage.keys[begin:end])
    for actor in story.between(begin, end) if occasion.type in _OF_PEOPLE or handed else ():
        if actor.person is not None:
            occasion.take_part(actor.person, Function.ATTENDEE, span)
            if handed:
                occasion.take_part(actor.person, Function.RECIPIENT, span)
    _two_sided(occasion, begin, end, story)


def _organisers(begin: int, story: Story) -> list[Actor]:
    """Return the agencies of which the sentence of a telling at `begin` says that they organise."""
    keys = story.passage.keys
    first, limit = story.passage.sentences[story.passage.sentence_of[begin]]
    found: list[Actor] = []
    verb = last_form(keys, max(first, begin - _BEFORE_VERB), begin + 1, _ORGANISE)
    if verb is not None:
        found += _subjects(story, first, verb)
    after = first_form(keys, begin, limit, (("do",), ("được",)))
    stop = first_form(keys, after, limit, _BY) if after is not None else None
    if after is not None and stop is not None:
        by = [one for one in story.between(after, stop) if not one.office_only]
        # "được nghe A nói về việc tổ chức" has other words first.
        close = bool(by) and by[0].begin == after + 1 and stop - by[-1].end <= _TO_VERB
        organised = tuple(keys[stop : stop + 2]) in _ORGANISE
        if (close or organised) if keys[after] == "do" else (close and organised):
            found += by
    return found


def _holders_by_name(occasion: Occasion, begin: int, end: int, story: Story) -> list[Organisation]:
    """Return the agencies that hold an occasion by its name: "kỳ họp HĐND tỉnh X", "Hội nghị Trung ương 7"."""
    passage = story.passage
    limit = passage.limit(begin)
    named = [one for one in story.between(begin, end) if one.organisation is not None and not one.office_only]
    found: list[Organisation | None] = []
    if occasion.type is EventType.SIGNING and "giữa" in passage.keys[begin:end]:
        found += [one.organisation for one in named]
    holds = occasion.type in _HELD or occasion.type is EventType.INSPECTION
    if holds and named and not _OTHER_SIDE & set(passage.keys[begin : named[0].begin]):
        found.append(named[0].organisation)
    if not found and not occasion.has(Function.ORGANISER):
        found += _sitting_body(occasion, begin, limit, story)
    if occasion.type is EventType.CONFERENCE and _PLENUM.longest(passage.keys, begin, limit):
        found += [one for one in story.register.mentions if one.key == _CENTRAL_COMMITTEE]
    return [one for one in found if one is not None]


def _sitting_body(occasion: Occasion, begin: int, limit: int, story: Story) -> list[Organisation]:
    """Return the body of the sentence that sits, for one of its sessions; the sittings that are numbered are of one."""
    sitting = occasion.head.startswith("phiên họp")
    if occasion.type is not EventType.CONGRESS and not sitting:
        return []
    bodies = [one.organisation for one in story.between(begin, limit) if one.organisation is not None]
    if sitting and story.passage.key(begin + 2) == "thứ":
        known = story.register.mentions
        bodies = [one for one in bodies if one.key == _STANDING] or [one for one in known if one.key == _STANDING]
        return bodies[:1]
    return [one for one in bodies if one.type in _SITTING or one.key == _STANDING][:1]


def _electing(occasion: Occasion, begin: int, end: int, story: Story) -> list[Organisation]:
    """Return the body that elects at its first session: "tại hội nghị lần thứ nhất, Ban Chấp hành … đã bầu ông A"."""
    keys, limit = story.passage.keys, story.passage.limit(begin)
    if keys[begin - 1] != "tại" or occasion.type not in _HELD:
        return []
    vote = first_form(keys, end, limit, (("bầu",),))
    here = story.between(end, vote) if vote is not None else []
    bodies = [one.organisation for one in here if one.organisation is not None and not one.office_only]
    return [one for one in bodies if one.type in COMMITTEES or one.type in _ELECTED][:1]


def _two_sided(occasion: Occasion, begin: int, end: int, story: Story) -> None:
    """Read "A có buổi giao lưu với B": A organises, both attend; of "buổi làm việc với B" alone B attends."""
    passage = story.passage
    first, limit = passage.sentence_of[begin], passage.limit(begin)
    with_at = first_form(passage.keys, begin, min(limit, end + 2), (("với",), ("giữa",)))
    if with_at is None or occasion.type not in (EventType.MEETING, EventType.VISIT):
        return
    if passage.keys[with_at - 1] == "đối":
        return  # "tại kỳ họp sẽ miễn nhiệm chức danh X đối với bà A"
    start = passage.sentences[first][0]
    span = passage.sentence_span(begin)
    there = passage.keys[begin - 1] == "tại"  # "A ban hành kết luận của ông B tại buổi làm việc với C"
    hosts = [] if there else [one for one in _subjects(story, start, begin) if one.organisation is not None]
    guests = [one for one in story.between(with_at, min(limit, with_at + 25)) if not one.office_only][:1]
    for actor in hosts[-1:]:
        if actor.organisation is not None and guests:
            occasion.take_part(actor.organisation, Function.ORGANISER, span)
            occasion.take_part(actor.organisation, Function.ATTENDEE, span)
    for actor in guests:
        who = actor.organisation or actor.person
        met = with_at < end and actor.begin - with_at <= _MET_WITHIN and passage.key(with_at + 1) not in _PRESS
        if who is not None and (hosts or met):
            occasion.take_part(who, Function.ATTENDEE, span)


def done_by(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Read who does what the verb of a telling says, and to or with whom."""
    span = story.passage.sentence_span(telling.begin)
    head = telling.head_end - len(telling.head.form.split())
    if telling.passive:
        _suffered(occasion, telling, head, story)
        return
    for actor in story.between(*telling.subject) if telling.subject else ():
        if actor.person is not None:
            chairs = tuple(story.passage.keys[head - 2 : head]) == _CHAIRING
            function = Function.ORGANISER if _alone(occasion, telling) else Function.ATTENDEE
            function = Function.CHAIR if chairs else function
            occasion.take_part(actor.person, function, span)
            if telling.head.form in _RECEIVING:
                occasion.take_part(actor.person, Function.HOST, span)
        elif actor.organisation is not None and not actor.office_only:
            sits = telling.head.type is EventType.CONGRESS or telling.head.form in ("họp", "nghe")
            holds = _HOLDING in (tuple(story.passage.keys[head - 2 : head]), tuple(telling.head.form.split()[:2]))
            met = occasion.type in (EventType.MEETING, EventType.VISIT) and not (sits or holds)
            met = met or telling.head.function is Function.ORGANISER  # "Bộ A trình [Quốc hội]"
            occasion.take_part(actor.organisation, Function.ATTENDEE if met else Function.ORGANISER, span)
    if telling.proposed and telling.subject is not None:
        for actor in story.between(telling.subject[1], head):
            if actor.organisation is not None and not actor.office_only:
                occasion.take_part(actor.organisation, Function.RECIPIENT, span)
    if telling.doer is not None:
        for actor in story.between(telling.doer, telling.doer + 1):
            who = actor.person or actor.organisation
            if who is not None and not actor.office_only:
                occasion.take_part(who, Function.ATTENDEE, span)
    if telling.head.function is None:
        if occasion.type is EventType.SIGNING:
            paper_parts(occasion, telling, story)
        elif occasion.type is EventType.INSPECTION:
            inspected(occasion, telling, story)
        return
    for actor in _objects(occasion, telling, story):
        who = actor.person or actor.organisation
        if who is not None and not actor.office_only:
            party = occasion.type is EventType.SIGNING and actor.person is None
            if party and actor.begin >= telling.end:
                continue
            occasion.take_part(who, Function.ORGANISER if party else telling.head.function, span)
            if telling.head.form in _CALLING and actor.person is not None:
                occasion.take_part(who, Function.HOST, span)
    if occasion.type is EventType.INSPECTION:
        inspected(occasion, telling, story)


def _alone(occasion: Occasion, telling: Telling) -> bool:
    """Tell whether someone does something by himself, with no one there; not who hands over another's decision."""
    if occasion.type in _ACTS:
        return not telling.head.form.startswith(_HANDING_OVER)
    return occasion.type is EventType.SIGNING and telling.head.function is None


def _invited(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Read at whose invitation someone travels: "theo lời mời của ông A, ông B thăm nước X" has A for its host."""
    if occasion.type is not EventType.VISIT:
        return
    first, limit = story.passage.sentences[telling.sentence]
    at = first_form(story.passage.keys, first, limit, _INVITATION)
    if at is None:
        return
    here = [one for one in story.between(at + 3, at + 4) if one.person is not None]
    for actor in here[:1]:
        if actor.person is not None and ("person", actor.person.key, Function.ATTENDEE) not in occasion.parts:
            occasion.take_part(actor.person, Function.HOST, story.passage.span(first, limit))


def _objects(occasion: Occasion, telling: Telling, story: Story) -> list[Actor]:
    """Return whom or what a deed is done to: of a decision also those named on, up to its reasons."""
    limit = story.passage.limit(telling.begin)
    if occasion.type not in _DECISIONS:
        return _received(story, telling, limit)
    keys = story.passage.keys
    reasons = (at for at in range(telling.head_end, limit) if keys[at] in _REASONS)
    stop = next((at for at in reasons if tuple(keys[at : at + 2]) != _IN_WHICH), limit)
    named = [one for one in story.between(telling.head_end, stop) if not tells_it(story, one)]
    other = next((at for at, one in enumerate(named) if _acts(story, one)), None)
    if other is not None:  # "kỷ luật ông A; các ông B và C cùng bị khiển trách"
        named = named[: other + 1 - len(joined(story, named[: other + 1], listed_people=True))]
    named += listed_below(story, telling.sentence)
    there = [one for one in named[:1] if keys[one.begin - 1] not in ("tại", "ở")]
    return [one for one in named if one.person is not None] or there


def _acts(story: Story, actor: Actor) -> bool:
    """Tell whether the words right after someone say what else he did, or what was done to him."""
    after = story.passage.key(actor.end)
    return after in _ACTING or (after == "cùng" and story.passage.key(actor.end + 1) in _ACTING)


def listed_below(story: Story, sentence: int) -> list[Actor]:
    """Return the people who open the lines after a sentence that announces a list: "gồm", "gồm:", "có:"."""
    keys, sentences = story.passage.keys, story.passage.sentences
    if keys[sentences[sentence][1] - 1] not in _ANNOUNCING:
        return []
    found: list[Actor] = []
    for first, limit in sentences[sentence + 1 : sentence + 1 + _LONGEST_LIST]:
        opening = [one for one in story.between(first, min(limit, first + _OPENING)) if one.person is not None]
        if not opening:
            break
        found.append(opening[0])
    return found


def _received(story: Story, telling: Telling, limit: int) -> list[Actor]:
    """Return those named in the words about a deed, with whom a list adds: "với ông A và lãnh đạo Sở B"."""
    limit = first_form(story.passage.keys, telling.head_end, limit, _OCCASIONED) or limit
    found = [
        one
        for one in story.between(telling.head_end, min(limit, telling.end + 2))
        if not one.office_only
        and (story.passage.keys[one.begin - 1] not in ("tại", "ở") or one.begin == telling.head_end)
        and not (one.person is None and telling.head.function is Function.RECIPIENT and _of_gift(story, one, telling))
    ]
    if not found:
        return []
    following = story.between(found[-1].end, limit)
    for actor in following:
        words = story.passage.keys[found[-1].end : actor.begin]
        if not actor.office_only and not (words and len(words) <= _LONGEST_LINK and set(words) <= _LINKS):
            break
        if not actor.office_only:
            found.append(actor)
    return found


def _of_gift(story: Story, actor: Actor, telling: Telling) -> bool:
    """Tell whether a body is one whose badge or prize is given: "trao huy hiệu “X” của [Hội A] cho ông B"."""
    keys = story.passage.keys
    return keys[actor.begin - 1] == "của" and not {"”", '"'}.isdisjoint(keys[telling.head_end : actor.begin])


def _suffered(occasion: Occasion, telling: Telling, head: int, story: Story) -> None:
    """Read "ông A bị B kỷ luật": A is whom it is done to, B who does it."""
    span = story.passage.sentence_span(telling.begin)
    keys = story.passage.keys
    suffering = last_form(keys, telling.begin, head, ((SUFFERING,), (GIVEN,))) or head
    someone = False
    for actor in story.between(telling.begin, head):
        who = actor.person or actor.organisation
        patient = actor.begin < suffering
        staff = actor.group or keys[actor.begin - 1] in _STAFF or (someone and keys[actor.begin - 1] == "của")
        someone = someone or actor.person is not None
        if who is None or actor.office_only or (patient and staff and actor.person is None):
            continue  # "ông A, cán bộ thanh tra của Sở B, bị …"
        occasion.take_part(who, (telling.head.function or Function.SUBJECT) if patient else Function.ORGANISER, span)


def _subjects(story: Story, start: int, stop: int) -> list[Actor]:
    """Return the agencies before a verb that are its subjects: the last one and those joined to it."""
    actors = [
        one
        for one in story.between(start, stop)
        if one.organisation is not None and not one.office_only and not story.passage.in_brackets(one.begin)
    ]
    found: list[Actor] = []
    at = stop
    for actor in reversed(actors):
        words = [key for key in story.passage.keys[actor.end : at] if key not in ("đã", "vừa", "sẽ", "long", "trọng")]
        house = story.passage.keys[actor.begin - 1] in _HOUSES or _of_a_unit(story, actor.begin)
        if found and (house or not _joined(words)):
            break
        found.append(actor)
        at = actor.begin
    return found[::-1]


def _of_a_unit(story: Story, at: int) -> bool:
    """Tell whether a comma only adds of what a unit is at which something is held: "tại Trung đoàn 9, [Sư đoàn 3]"."""
    keys = story.passage.keys
    unit = keys[max(0, at - _UNIT) : at]
    return len(unit) == _UNIT and unit[0] in ("tại", "ở") and unit[2] == "đoàn" and unit[3].isdigit() and unit[4] == ","


def _joined(words: Sequence[str]) -> bool:
    """Tell whether the words between two agencies only join them."""
    return len(words) <= 5 and any(tuple(words[: len(form)]) == form for form in _TOGETHER)
