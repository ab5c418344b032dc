"""Who speaks at the occasions of an article: what is quoted in the sentences about one, and who opens them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.organisations import Organisation
from lienket.extract.speech.statements import Statement
from lienket.extract.story import Story
from lienket.language.dates import DateKind
from lienket.language.records import record
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function, Span
from lienket.reference.events import event_heads
from lienket.reference.reporting_verbs import reporting_verbs

UNSPOKEN: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT, EventType.SIGNING, EventType.OTHER})
"""Types of occasions at which no one speaks: decisions, accidents, papers."""
_SPEAKING_FOR: Final = ["đại", "diện"]
_ALONE: Final = wordlist("kể thuật viết tâm than trần hứa")
"""First syllables of what someone says for himself, to whoever asks: "kể lại", "tâm sự"."""
_CHEERING: Final = frozenset({("chúc", "mừng"), ("động", "viên")})
"""What people do at occasions, as pictures show them, more than they say it."""
_SPOKEN: Final = frozenset({EventType.CONFERENCE, EventType.MEETING, EventType.CONGRESS})
"""Types of occasions held for people to speak at."""
_WIDE: Final = ("lễ hội", "lễ viếng", "lễ tang", "tang lễ", "lễ quốc tang", "hội thi", "cuộc thi", "giải")
"""First words of what goes on long or wide: who speaks of one is not there, unless his sentence names it."""
AT: Final = frozenset({"tại", "trong"})
_BESIDES: Final = frozenset({"trước", "sau"})
"""Words before an occasion when it is not yet, or no more, held."""
_OPENINGS: Final = wordlist("tại cũng trong phát trước đó ngay mở kết bế khai")
LONGEST_OPENING: Final = 12
"""Tokens from the begin of a sentence to the occasion that opens it, and from its comma to who acts there."""
_BEFORE_SAYING: Final = wordlist(", - – cũng còn thì lại tiếp tục thẳng thắn đồng thời trực tiếp")
"""Marks and words between who opens a sentence and what he says: "ông A cũng thẳng thắn nhìn nhận"."""
_PRESS: Final = ("pv", "phóng viên", "báo", "tuổi trẻ", "thanh niên", "vnexpress", "zing", "vietnamnet", "chúng tôi")
_AROUND: Final = ("bên hành lang", "ngoài hành lang", "bên lề")
"""Where those speak who are at an occasion and say it to others."""
_ELSEWHERE: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *(f"{verb} với {whom}" for verb in ("trao đổi", "nói", "chia sẻ", "trò chuyện") for whom in _PRESS),
        *(f"trả lời {whom}" for whom in ("phỏng vấn", "pv", "phóng viên", "báo")),
        *(*_AROUND, "qua điện thoại", "từng cho biết", "từng nói", "tiết lộ với"),
    )
)
"""Words of a sentence whose speech is for a newspaper, or of another day."""
_BESIDE: Final = Trie((tuple(form.split()), None) for form in _AROUND)
_LONGEST_SENTENCE: Final = 120
"""Tokens of a sentence that are looked at: keeps hostile text linear."""


@record()
class _Utterance:
    """What `speaker` says: `at` is the token at which his sentence names him, `words` what is quoted of it."""

    at: int
    speaker: Someone | Organisation
    words: Span | None = None
    audible: bool = True
    """False where it may be an act rather than speech."""


def speeches(about: Sequence[Occasion | None], story: Story, said: Sequence[Statement]) -> None:
    """Read who speaks at which occasion, those that each sentence is `about`."""
    quoted = {story.passage.sentence_of[one.at] for one in said}
    voices = (_voice(sentence, story) for sentence in _meetings(about) if sentence not in quoted)
    uttered = [_Utterance(one.at, one.speaker, one.span, audible=one.spoken) for one in said]
    uttered += [one for one in voices if one is not None]
    elsewhere = {sentence for sentence, focus in enumerate(about) if focus and _says(story, sentence, _ELSEWHERE)}
    uttered += [one for sentence in elsewhere for one in _asked(sentence, story)]
    interviewed: set[str] = set()
    for one in sorted(uttered, key=attrgetter("at", "audible")):
        speaker, words = one.speaker, one.words
        sentence = story.passage.sentence_of[one.at]
        focus = about[sentence]
        named = focus is not None and any(telling.subject is None for telling in focus.told_in(sentence))
        if named and not _says(story, sentence, _BESIDE):
            interviewed.discard(speaker.key)
        elif sentence in elsewhere:
            interviewed.add(speaker.key)
        if focus is None or speaker.key in interviewed or not one.audible:
            continue
        if _on_another_day(focus, one, story) or _before_or_after(sentence, story):
            continue
        opening = opens(focus, sentence, story)
        there = opening is not None and not _inside(one, opening.begin, story)
        if _spoken_at(focus, named=there) and ("agency", speaker.key, Function.ORGANISER) not in focus.parts:
            span = story.passage.sentence_span(one.at)
            focus.take_part(speaker, Function.SPEAKER, span)
            focus.take_part(speaker, Function.ATTENDEE, span)
            if words is not None:
                focus.speeches.append(words)


def _asked(sentence: int, story: Story) -> Iterator[_Utterance]:
    """Yield the one who speaks to others in a sentence, as saying nothing at an occasion."""
    here = story.between(*story.passage.sentences[sentence])
    person = next((one for one in here if one.person is not None), None)
    if person is not None and person.person is not None:
        yield _Utterance(person.begin, person.person, audible=False)


def _on_another_day(occasion: Occasion, said: _Utterance, story: Story) -> bool:
    """Tell whether the sentence in which someone speaks names a day, and not the occasion's."""
    sentence = story.passage.sentences[story.passage.sentence_of[said.at]]
    named = [one for one in story.dates_in(*sentence) if not _inside(said, one.first_token, story)]
    days = [one.start for one in named if one.kind is DateKind.DAY and one.start is not None]
    held = occasion.start
    if not days or held is None or held.day is None or occasion.end is not None:
        return False
    return (held.month, held.day) not in {(one.month, one.day) for one in days}


def _before_or_after(number: int, story: Story) -> bool:
    """Tell whether a sentence opens with an occasion that is not yet, or no more, held: "Sau cuộc họp, ông A nói"."""
    first, limit = story.passage.sentences[number]
    keys = story.passage.keys
    return keys[first] in _BESIDES and event_heads().longest(keys, first + 1, limit) is not None


def _meetings(about: Sequence[Occasion | None]) -> Iterator[int]:
    """Yield the sentences about an occasion that is held for people to speak at."""
    yield from (at for at, focus in enumerate(about) if focus is not None and focus.type in _SPOKEN)


def _voice(number: int, story: Story) -> _Utterance | None:
    """Return who opens a sentence and says something by it, quoted or not: "Bà A, Giám đốc Sở B, đánh giá cao …".

    That is an official, or a body for which its "đại diện" speaks; its "lãnh đạo" may be someone named before.
    """
    passage = story.passage
    first, limit = passage.sentences[number]
    here = next((one for one in story.between(first, first + LONGEST_OPENING) if not one.office_only), None)
    who = (here.person or here.organisation) if here is not None else None
    if here is None or who is None:
        return None
    speaks_for = here.person is None and passage.keys[here.begin - 2 : here.begin] == _SPEAKING_FOR
    begin = here.begin - len(_SPEAKING_FOR) * speaks_for
    known = speaks_for if here.person is None else bool(story.bodies_of(here.person.key))
    if not known or not (begin == first or passage.keys[begin - 1] == ","):
        return None
    verb = here.end
    while verb < limit and passage.keys[verb] in _BEFORE_SAYING:
        verb += 1
    if passage.key(verb) in _ALONE or tuple(passage.keys[verb : verb + 2]) in _CHEERING:
        return None
    named = passage.capital(verb)  # "Trưởng Ban Chỉ đạo chủ trì"
    said = reporting_verbs().longest(passage.keys, verb, limit) if not named else None
    return _Utterance(here.begin, who) if said is not None and passage.key(said[0]) != "với" else None


def _inside(said: _Utterance, token: int, story: Story) -> bool:
    """Tell whether a token is among the words that someone says: those quoted, else those after he is named."""
    if said.words is None:
        return token > said.at
    return said.words.begin <= story.passage.tokens.begins[token] < said.words.end


def _says(story: Story, sentence: int, words: Trie[None]) -> bool:
    """Tell whether a sentence has some of `words`."""
    first, limit = story.passage.sentences[sentence]
    limit = min(limit, first + _LONGEST_SENTENCE)
    return words.within(story.passage.keys, first, limit)


def _spoken_at(occasion: Occasion, *, named: bool) -> bool:
    """Tell whether what is said in sentences about an occasion is said there; of a journey others speak elsewhere.

    At one told in passing those speak whose sentence names it: "Mở đầu buổi làm việc, ông A cho biết".
    """
    silent = occasion.type in UNSPOKEN or occasion.journey or official(occasion)
    silent = silent or (not named and occasion.label.lower().startswith(_WIDE))
    return not silent and (named or not occasion.background) and not occasion.planned


def official(occasion: Occasion) -> bool:
    """Tell whether an inspection is told as an agency's act, no "buổi giám sát": no one attends it or speaks at it."""
    gathering = occasion.type is not EventType.INSPECTION or occasion.head.startswith("buổi")
    return not gathering and not any(
        kind == "person" and function is Function.ATTENDEE for kind, _, function in occasion.parts
    )


def opens(occasion: Occasion, number: int, story: Story) -> Telling | None:
    """Return the telling of an occasion that opens a sentence: "Tại buổi làm việc, …", "Phát biểu trong lễ X, …"."""
    passage = story.passage
    first = passage.sentences[number][0]
    opening = next((one for one in occasion.told_in(number) if one.subject is None), None)
    if opening is None or opening.begin - first > LONGEST_OPENING:
        return None
    before = passage.keys[opening.begin - 1]
    return opening if before in AT or (passage.keys[first] in _OPENINGS and before not in _BESIDES) else None
