"""Words that tell a person's name."""

from __future__ import annotations

from lienket.language.folding import name_key
from lienket.reference import names


def test_there_are_54_ethnic_groups_and_no_spelling_belongs_to_two() -> None:
    groups = names.ethnic_groups()
    assert len(groups) == 54
    spellings = [name_key(form) for group in groups for form in (group.name, *group.other_names)]
    assert len(spellings) == len(set(spellings))


def test_family_names_stand_once() -> None:
    found = [family.key for family in names.family_names()]
    assert len(found) == len(set(found))


def test_a_family_name_that_is_also_a_word_or_a_place_is_a_weak_hint() -> None:
    strong = {family.name: family.strong for family in names.family_names()}
    assert strong["Nguyễn"] and strong["Ksor"] and strong["Giàng"]
    assert not any(strong[name] for name in ("Hà", "Cao", "Thái", "Mai", "Nay", "Y"))


def test_honorifics_stand_once() -> None:
    found = [name_key(honorific.form) for honorific in names.honorifics()]
    assert len(found) == len(set(found))


def test_plural_honorifics_announce_several_people() -> None:
    plural = {honorific.form: honorific.plural for honorific in names.honorifics()}
    assert plural["các đồng chí"]
    assert not plural["đồng chí"]
