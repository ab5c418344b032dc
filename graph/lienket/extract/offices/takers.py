"""Whose office it is: who stands where in the sentence that gives, takes or tells it, and who had it before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import PersonReading, RoleReading
from lienket.extract.offices.careers import Told
from lienket.extract.story import Actor, Story
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.office_verbs import OfficeVerb

PRONOUNS: Final = wordlist("ông bà anh chị")
_HIS: Final = wordlist("ông anh")
_HERS: Final = wordlist("bà chị cô")
_NOT_CALLED: Final = {
    **dict.fromkeys(_HIS, _HERS | {"thị"}),
    **dict.fromkeys(_HERS, _HIS | {"văn"}),
}
"""Who is not meant by a pronoun: the honorifics of others, and the syllable in the middle of their names."""
PASSIVE: Final = wordlist("được bị chịu nhận")
_NO_PASSIVE: Final = wordlist("chuẩn thiết trang xác ghi công thừa đảm")
"""Words that make another word of "bị", "nhận": "chuẩn bị", "xác nhận"."""
AND: Final = wordlist("; , và")
_NEXT: Final = wordlist("; và")
_CAREER: Final = wordlist("năm từ tháng sau trước đến tới ngày đầu cuối giai")
"""Words with which a sentence of someone's career begins."""
_CLAUSES: Final = wordlist("trước sau khi từng trong với trên")
"""First words of a clause that stands before its subject."""
_TIMES: Final = frozenset({("trước", "khi"), ("sau", "khi"), ("từ", "khi"), ("thời", "gian"), ("thời", "kỳ")})
_WHILE: Final = wordlist("thời khi")
_STILL: Final = PASSIVE | wordlist("còn đang")
"""Words between those of a time and the verb: "thời [còn] làm Giám đốc X, ông Y …"."""
_TO: Final = wordlist("với đối của cho")
_OF: Final = "của"
_CLAUSE_OF_ITS_OWN: Final = frozenset({"trong", "nhưng", "còn", "sau", "do", "vì", "khi"})
"""Words with which another clause begins: "trúng cử X với số phiếu cao, trong khi ông Y …"."""
_TERM: Final = wordlist("khóa nhiệm kỳ giai đoạn ( ) , - – và các để theo luật")
"""Words between an office and "đối với": its term, bare numbers aside."""
_LONGEST_TERM: Final = 16
_ACTS: Final = wordlist("đã vừa cũng quyết ký")
"""Words after someone who decides, and to whom nothing is done: "Thủ tướng [đã] phê chuẩn kết quả bầu, miễn nhiệm"."""
OF_SUBJECT: Final = _ACTS | wordlist("mới sẽ đang không có cho nói là")
"""Words after an office that is the subject of a clause."""
_SEVERAL: Final = wordlist("các hai ba bốn năm sáu")
"""Words that open a list of people."""
_COUNTS: Final = wordlist("hai ba bốn")
_PEOPLE: Final = "người"
"""The word after a number of others: "bầu 3 [người] vào Ban Bí thư"."""
_JOINTS: Final = wordlist(", ; và cùng : - – ( ) các ông bà đồng chí")
_REPLACED: Final = frozenset({("thay", "thế"), ("thay", "cho"), ("kế", "nhiệm"), ("tiền", "nhiệm"), ("kế", "tục")})
_LONGEST_ITEM: Final = 15
"""Tokens between two names of a list, with offices that the grammar does not read."""
_AT_ONCE: Final = range(3)
"""Tokens between a name and a verb that can only be said of it."""
"""The first syllable of "chuẩn bị", where "bị" says of nothing that it is undergone."""
_PENALTY: Final = ["hình", "thức"]
"""Words before a verb done to whoever is named before: "kỷ luật ông X bằng hình thức cách chức …"."""
KIN: Final = wordlist("con vợ chồng em cháu bố cha mẹ trai gái ruột dâu rể")
"""Words between which and a name at most "của" stands, when someone's relative is meant."""
_CONJUNCTIONS: Final = wordlist("tuy dù vì do khi nếu")
_DASHES: Final = frozenset({"-", "–", "—"})
_RELATIVE: Final = ("người", "thân")
_LONGEST_BRACKET: Final = 12
_SAID_OF: Final = PASSIVE | wordlist("đã vừa người về sang lên chuyển")
_ONCE: Final = "từng"
IN_TURN: Final = "lượt"
"""The last syllable of "lần lượt", by which each of those listed gets the office told in his turn."""
_TO_VERB: Final = 4
"""Tokens in which it stands after them."""
_I: Final = "tôi"
_FAR: Final = 20
"""Words, and tokens, between who is replaced and a verb said of him: "thay ông X vừa được Quốc hội [bầu] …"."""
_UNDERGONE: Final = 6
"""Tokens between an office holder without name and the verb said of him."""
_FURTHEST: Final = 250
"""Tokens in which people are looked for: no sentence of prose is longer."""
_SENTENCES_BACK: Final = 4
_OPENING: Final = 3
"""Tokens from the beginning of a sentence at which its subject stands."""


def whose(
    story: Story, reading: PersonReading, at: int, verb: OfficeVerb, when: Told, given: PersonReading | None
) -> list[Someone]:
    """Return whose office `reading` is: named after the verb at token `at`, else after "đối với", else before the verb.

    Who stands before a verb that is done to someone takes the office only if it is done to him: "ông X được bầu".
    `given` is the office given last: it names no one else.
    """
    passage = story.passage
    if verb.by_subject and (told := _said_after(story, at)) is not None:
        return [told]
    subject = _right_before(story, at) if verb.by_subject else []
    if subject and all(_office_alone(story, one) for one in _people(story, at, reading.begin, at)):
        return subject
    after_verb, following = _people(story, at, reading.begin, at), after_office(story, reading)
    if following and not (after_verb and AND.isdisjoint(passage.keys[after_verb[-1].end : reading.begin])):
        return following
    if after_verb:
        beside = _people(story, max(0, at - _FURTHEST), at, at) if after_verb[0].begin == at else []
        return _joined(story, [*beside, *after_verb])
    if to_others(passage, reading, at, verb):
        return []
    first = passage.sentences[passage.sentence_of[reading.begin]][0]
    before = _people(story, max(first, at - _FURTHEST), reading.begin, at)
    if subject := _by_last_name(story, max(first, before[-1].end if before else first), at):
        return subject
    if _unnamed(story, before[-1].end if before else first, at, verb, given) or _by_kin(passage, at):
        return []
    if verb.by_subject and _by_bare_name(story, first, at):
        return []
    opens = not before and (at == first or passage.keys[first] in _CLAUSES)
    if (opens or _of_time(passage, at)) and passage.key(at - 1) != _I:
        after = _after_comma(story, reading)
        if after or (after is None and not before):
            return after or []
    if before and _office_alone(story, before[-1]) and passage.key(at - 1) in PRONOUNS:
        return _topic(story, first, at)  # "Thủ tướng cho ông thôi giữ chức"
    if not PRONOUNS.isdisjoint(passage.keys[at : reading.begin]):  # "bầu bà giữ chức"
        return _joined(story, before)[-1:] if before else _topic(story, first, reading.begin)
    decider = verb.decides and bool(before) and passage.key(before[-1].end) in OF_SUBJECT
    decider = decider and _office_alone(story, before[-1])
    if (when is Told.NOW or decider) and not _undergone(passage, at, verb, before, first):
        return []
    if before:
        return _joined(story, before)
    goes_on = when is not Told.NOW or _of_someone_before(passage, first, reading.begin)
    return _topic(story, first, reading.begin) if goes_on else []


def _said_after(story: Story, at: int) -> Someone | None:
    """Return who is named right before a clause in which the verb at token `at` stands: "ông X, người từng làm …".

    Or right before a bracket with the verb: "các ông X, Y (chuyển từ Giám đốc Z)".
    """
    keys = story.passage.keys
    clause = at - 1 - (keys[at - 1] == _ONCE)
    before = at - 2 if keys[at - 2] == "(" else at - 1
    end = clause - 1 if keys[clause - 1 : clause + 1] == [",", "người"] else before
    if end == before and keys[before] != "(":
        return None
    named = [one for one in story.between(max(0, end - _FURTHEST), end) if one.end == end]
    return named[-1].person if named and not _office_alone(story, named[-1]) else None


def _by_bare_name(story: Story, first: int, at: int) -> bool:
    """Tell whether a name that is not read stands right before the verb: "Tuy [Mẫu] không còn giữ chức"."""
    passage = story.passage
    if at - 2 < first or not passage.capital(at - 1) or passage.keys[at - 2] not in _CONJUNCTIONS:
        return False
    return all(one.end < at for one in story.readings_in(max(first, at - _FAR), at))


def to_others(passage: Passage, reading: PersonReading, at: int, verb: OfficeVerb) -> bool:
    """Tell whether the verb at token `at` gives an office to a number of others: "ông X bổ nhiệm ba chuyên viên"."""
    done_by_subject = not verb.by_subject and PASSIVE.isdisjoint(passage.keys[max(0, at - 2) : at])
    said = passage.keys[at : reading.begin]
    counted = any(one.isdigit() and after == _PEOPLE for one, after in pairwise(said))
    return done_by_subject and (counted or not _COUNTS.isdisjoint(said))


def _right_before(story: Story, at: int) -> list[Someone]:
    """Return the people named right before the verb at token `at`: "ông X và ông Y trúng cử", "bà Z đã trở thành"."""
    passage = story.passage
    first = passage.sentences[passage.sentence_of[at]][0]
    before = _people(story, max(first, at - _FURTHEST), at, at)
    if not before or before[-1].group or not _SAID_OF.issuperset(passage.keys[before[-1].end : at]):
        return []
    return [] if _office_alone(story, before[-1]) else _joined(story, before)


def _undergone(passage: Passage, at: int, verb: OfficeVerb, before: Sequence[Actor], first: int) -> bool:
    """Tell whether the office is of who stands before the verb at token `at`: "ông X trúng cử", "ông X được bầu"."""
    if verb.by_subject or passage.keys[at - 2 : at] == _PENALTY:
        return True
    if verb.status is Status.FORMER and before and passage.keys[at - 1] in AND:
        return passage.keys[before[-1].end] not in _ACTS  # "kỷ luật ông X; cho thôi chức …"
    return _suffers(passage, max(first, before[-1].end if before else first), at)


def _suffers(passage: Passage, start: int, stop: int) -> bool:
    """Tell whether a word in tokens `start` to `stop` says that something is done to the subject: no "chuẩn bị"."""
    keys = passage.keys
    return any(keys[at] in PASSIVE and keys[at - 1] not in _NO_PASSIVE for at in range(start, stop))


def _of_time(passage: Passage, verb: int) -> bool:
    """Tell whether a verb stands in a clause of time: "…, trước khi được bổ nhiệm …, ông X từng …"."""
    at = verb - 1 if passage.key(verb - 1) in _STILL else verb
    said = tuple(passage.keys[at - 2 : at])
    return said in _TIMES or passage.keys[at - 1] in _WHILE or tuple(passage.keys[verb : verb + 2]) in _TIMES


def _after_comma(story: Story, reading: PersonReading) -> list[Someone] | None:
    """Return the subject of a sentence that opens with a clause about it: "Trước khi làm Giám đốc, ông X …".

    None where it is someone told by office alone. Other offices of the clause may be listed before.
    """
    passage = story.passage
    stop = min(reading.end + _LONGEST_TERM, passage.limit(reading.begin))
    at = reading.end
    while (comma := next((one for one in range(at, stop) if passage.keys[one] == ","), None)) is not None:
        named = [one for one in story.readings_in(comma + 1, comma + 2) if isinstance(one, PersonReading)]
        if not named or named[0].name is not None:
            return [one for one in map(story.person_of, named) if one is not None]
        at = named[0].end
        if at < passage.limit(reading.begin) and passage.key(at) in OF_SUBJECT:
            return None
    return []


def sharers(story: Story, role: RoleReading) -> list[Someone]:
    """Return the people to whom an announcement shared out this very office: "bầu 3 ủy viên gồm ông A, ông B"."""
    sharing = [
        one
        for one in story.readings_in(role.end, story.passage.limit(role.begin))
        if isinstance(one, PersonReading) and one.name is not None and role in one.roles
    ]
    met = [story.person_of(one) for one in sharing]
    return [one for one in met if one is not None]


def predecessor(story: Story, reading: PersonReading, verb: int) -> Someone | None:
    """Return who had the office before: "… thay ông Y", "kế nhiệm bà Z", "thay ông Y làm …"."""
    limit = min(story.passage.limit(reading.begin), reading.end + _LONGEST_ITEM)
    following = [one for one in story.between(reading.end, limit) if one.person is not None][:1]
    earlier = [one for one in story.between(verb, reading.begin) if one.person is not None][-1:]
    for one in (*following, *earlier):
        planned = "sẽ" in story.passage.keys[reading.end : one.begin]
        if _replaced(story.passage, one) and not planned:
            return one.person
    return None


def _replaced(passage: Passage, actor: Actor) -> bool:
    before = tuple(passage.keys[max(0, actor.begin - 2) : actor.begin])
    return before[-1:] == ("thay",) or before in _REPLACED


def after_office(story: Story, reading: PersonReading) -> list[Someone]:
    """Return the people after "với", "đối với", "của" behind an office and its term, with those listed after them."""
    passage = story.passage
    at, limit = reading.end, passage.limit(reading.begin)
    while at < min(limit, reading.end + _LONGEST_TERM) and (passage.keys[at] in _TERM or passage.keys[at][0].isdigit()):
        at += 1
    if passage.key(at) not in _TO:
        return []
    found: list[Actor] = []
    for actor in story.between(at, min(limit, at + _FURTHEST)):
        if actor.person is None:
            continue
        gap = passage.keys[found[-1].end : actor.begin] if found else ()
        if not found and not _CLAUSE_OF_ITS_OWN.isdisjoint(passage.keys[at : actor.begin]):
            break
        if not found and passage.key(at) == _OF and _office_alone(story, actor):
            break  # "kết quả phê chuẩn Phó Chủ tịch X của Thủ tướng": who decides
        if found and _office_alone(story, actor) and passage.key(actor.end) in _TO | OF_SUBJECT:
            break  # "miễn nhiệm X với ông A và Y với ông B", "… với ông A, Thủ tướng sẽ trình"
        if found and not (gap and len(gap) <= _LONGEST_ITEM and (_JOINTS.issuperset(gap) or gap[-1] in _NEXT)):
            break
        own = bool(found) and _after_own_office(story, actor) and not _after_own_office(story, found[0])
        if found and own:
            break  # "miễn nhiệm Giám đốc X đối với ông A và Phó Giám đốc Y B"
        found.append(actor)
    return [one.person for one in found if one.person is not None]


def _after_own_office(story: Story, actor: Actor) -> bool:
    """Tell whether an office stands before someone's name."""
    here = story.readings_in(actor.begin, actor.begin + 1)
    return any(isinstance(one, PersonReading) and one.rule == "office-name" for one in here)


def _joined(story: Story, actors: Sequence[Actor]) -> list[Someone]:
    """Return the last of the people with those that "và" joins to it, and commas too in a list: "các ông A, B"."""
    keys = story.passage.keys
    found: list[Actor] = []
    listed: list[Actor] = []
    for actor in reversed(actors):
        gap = keys[actor.end : listed[-1].begin] if listed else []
        if listed and gap not in (["và"], [",", "và"], ["cùng"], [","], [";"]):
            break
        listed.append(actor)
        if len(found) == len(listed) - 1 and gap not in ([","], [";"]):
            found.append(actor)
        if keys[actor.begin] in _SEVERAL or story.passage.key(actor.begin - 1) in _SEVERAL:
            found = listed
            break
    if actors and IN_TURN in keys[actors[-1].end : actors[-1].end + _TO_VERB]:
        found = listed
    return [one.person for one in reversed(found) if one.person is not None]


def _of_someone_before(passage: Passage, first: int, at: int) -> bool:
    """Tell whether a sentence goes on about someone named earlier: "ông được bầu …", "Năm 2015, được bổ nhiệm …"."""
    keys = passage.keys
    if not PRONOUNS.isdisjoint(keys[first:at]) or keys[first : first + 2] == ["đồng", "chí"]:
        return True
    return keys[first] in _CAREER or (keys[first].isdigit() and len(keys[first]) == 4)


def _topic(story: Story, first: int, at: int) -> list[Someone]:
    """Return whom the sentences before token `first` are about: the one person, or the subject, of the nearest.

    Where the nearest names several, it is the one of them whom an earlier sentence is about. Not a woman where "ông"
    stands before token `at`, nor a man where "bà" does.
    """
    others = next((_NOT_CALLED[key] for key in reversed(story.passage.keys[first:at]) if key in _NOT_CALLED), None)
    number = story.passage.sentence_of[first]
    among: dict[int, Someone] = {}
    for start, stop in reversed(story.passage.sentences[max(0, number - _SENTENCES_BACK) : number]):
        stop = min(stop, start + _FURTHEST)
        named = [one for one in story.readings_in(start, stop) if isinstance(one, PersonReading) and one.name]
        named = [one for one in named if others is None or not _called(story.person_of(one), others)]
        people = {id(one): one for one in map(story.person_of, named) if one is not None}
        if len(people) == 1 or (people and named[0].begin < start + _OPENING):
            about = next(iter(people.values()))
            return [about] if not among or id(about) in among else []
        among = among or people
    return []


def _called(someone: Someone | None, by: frozenset[str]) -> bool:
    """Tell whether someone is only called so as `by` says: by these honorifics, or a name with these syllables."""
    if someone is None:
        return False
    honorifics = {one.lower() for one in someone.honorifics} & (_HIS | _HERS)
    if honorifics:
        return honorifics <= by
    return not by.isdisjoint(someone.key.split()[1:-1])


def _people(story: Story, start: int, stop: int, verb: int) -> list[Actor]:
    """Return who of tokens `start` to `stop` can take an office that the verb at token `verb` gives.

    Not those in brackets that close, the kin of others, and those who are replaced, unless the verb is said of them.
    """
    keys = story.passage.keys
    found = []
    people = [one for one in story.between(start, stop) if one.person is not None]
    for actor, following in zip_longest(people, people[1:]):
        said = stop if actor.begin > verb else verb + 1
        said = said if following is None else min(said, following.begin)
        if _replaced(story.passage, actor) and _SAID_OF.isdisjoint(keys[actor.end : min(said, actor.end + _FAR)]):
            continue
        opened = keys[max(start, actor.begin - _LONGEST_BRACKET) : actor.begin]
        inside = "(" in opened and ")" not in opened[len(opened) - 1 - opened[::-1].index("(") :]
        if inside and ")" in keys[actor.end : stop]:
            continue
        found.append(actor)
    strangers = [one for one in found if not _kin(keys, one.begin) or _of_kin(story, one, verb)] or found
    return [one for one in strangers if not _office_alone(story, one)] or strangers


def _of_kin(story: Story, actor: Actor, verb: int) -> bool:
    """Tell whether a verb is said of who is told as someone's kin, unless a dash sets that apart: "A - vợ ông B là"."""
    keys = story.passage.keys
    at = next((one for one in range(actor.begin - 1, -1, -1) if keys[one] not in KIN and keys[one] != "của"), 0)
    return (keys[at] not in _DASHES or _told(story, actor)) and _said_at_once(story, actor, verb)


def _said_at_once(story: Story, actor: Actor, verb: int) -> bool:
    """Tell whether a verb can only be said of `actor`: no comma ends a remark between, that has but told the name."""
    return verb - actor.end in _AT_ONCE and (_told(story, actor) or story.passage.keys[actor.end] != ",")


def _told(story: Story, actor: Actor) -> bool:
    """Tell whether an office is told beside someone's name."""
    here = story.readings_in(actor.begin, actor.begin + 1)
    return any(isinstance(one, PersonReading) and one.roles for one in here)


def _kin(keys: Sequence[str], at: int) -> bool:
    return keys[at - 1] in KIN or (keys[at - 1] == "của" and keys[at - 2] in KIN)


def _by_kin(passage: Passage, at: int) -> bool:
    """Tell whether the verb at token `at` is said of someone's relative: "ông X có [người thân] làm Bí thư Y"."""
    return passage.keys[at - 1] in KIN or tuple(passage.keys[at - 2 : at]) == _RELATIVE


def _office_alone(story: Story, actor: Actor) -> bool:
    """Tell whether someone is mentioned by an office alone."""
    return not any(
        isinstance(one, PersonReading) and one.name is not None
        for one in story.readings_in(actor.begin, actor.begin + 1)
    )


def _unread(story: Story, start: int, at: int) -> bool:
    """Tell whether someone is called by a name that the grammar does not read: "ông Trường Chinh"."""
    passage = story.passage
    named = range(start, at - 1)
    called = [one for one in named if passage.keys[one] in PRONOUNS and passage.capital(one + 1)]
    return any(passage.capital(one + 2) and not story.between(one, one + 2) for one in called)


def _by_last_name(story: Story, start: int, at: int) -> list[Someone]:
    """Return whom a last name that is a common word too calls right before a verb: "ông [Khoa] được bầu"."""
    passage = story.passage
    end = at - (passage.key(at - 1) in _SAID_OF or passage.key(at - 1) == _ONCE)
    called = end - 2 >= start and passage.keys[end - 2] in PRONOUNS and passage.capital(end - 1)
    known = story.people.by_ending.get(passage.keys[end - 1]) if called else None
    return [story.people.known[known]] if known is not None and not story.between(end - 2, end) else []


def _unnamed(story: Story, start: int, at: int, verb: OfficeVerb, given: PersonReading | None) -> bool:
    """Tell whether the verb is said of someone by office alone ("điều động Phó Giám đốc A về làm …"), or unread."""
    before = [one for one in story.readings_in(start, at) if isinstance(one, PersonReading)][-1:]
    if _unread(story, max(start, before[0].end if before else start, at - _FAR), at):
        return True
    if not before or before[0].name is not None or before[0] is given or at - before[0].end > _UNDERGONE:
        return False
    return verb.by_subject or _suffers(story.passage, before[0].end, at)
