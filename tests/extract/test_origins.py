"""When people were born and where they come from, as told beside their names."""

from __future__ import annotations

import pytest

from lienket.model import THRESHOLD
from tests.extract.told import facts

DU = "Nguyễn Văn Thí Dụ"
HOA = "Trần Thị Minh Họa"


OFFICES = f"Ông {DU}, Giám đốc Sở Y tế tỉnh Hà Nam, và bà {HOA}, Phó Giám đốc Sở Y tế, đã dự họp."


def origins(text: str) -> set[tuple[str, str | None, str | None]]:
    """Return person, birth and the name of the home, where the text gives both people an office besides."""
    found = facts(f"{OFFICES} {text}")
    people, places = ({one.key: one.name for one in kind} for kind in (found.people, found.places))
    return {
        (people[one.person], str(one.born) if one.born else None, places.get(one.home or ""))
        for one in found.origins
        if one.evidence.confidence >= THRESHOLD
    }


@pytest.mark.parametrize(
    ("told", "born", "home"),
    [
        (f"Ông {DU} sinh năm 1967, quê Tây Ninh, hiện là Giám đốc Sở Y tế.", "1967", "tỉnh Tây Ninh"),
        (f"Ông {DU} (SN 1954, trú tại phường Mẫu) đã về hưu.", "1954", None),
        (f"Ông {DU} (sinh 1954) đã về hưu.", "1954", None),
        (f"Ông {DU}, sinh ngày 5-3-1961, tại huyện Bình Lục, tỉnh Hà Nam.", "1961-03-05", "huyện Bình Lục"),
        (f"Ông {DU} sinh ngày 5 tháng 3 năm 1961, dân tộc Kinh.", "1961-03-05", None),
        (f"Ông {DU} 51 tuổi, quê ở xã Thí Mẫu, huyện Kim Sơn, tỉnh Ninh Bình.", None, "xã Thí Mẫu"),
        (f"Ông {DU} năm nay 57 tuổi, có học vị tiến sĩ, quê Nam Định.", None, "tỉnh Nam Định"),
        (f"Ông {DU} (SN 1976), nguyên quán huyện Kim Sơn (Ninh Bình).", "1976", "huyện Kim Sơn"),
        (f"Ông {DU}, Giám đốc Sở Y tế tỉnh Hà Nam, sinh năm 1960.", "1960", None),
        (f"Ông {DU} sinh năm 1960 tại Hà Nội, quê Nam Định.", "1960", "tỉnh Nam Định"),
    ],
)
def test_birth_and_home_stand_beside_the_name(told: str, born: str | None, home: str | None) -> None:
    assert origins(told) == {(DU, born, home)}


def test_each_of_a_list_has_their_own() -> None:
    text = f"Công an mời ông {DU} (SN 1963) và bà {HOA} (SN 1982) đến làm việc."
    assert origins(text) == {(DU, "1963", None), (HOA, "1982", None)}


def test_a_pronoun_means_the_one_person_of_the_sentence_before() -> None:
    assert origins(f"Ông {DU} hiện là Giám đốc Sở Y tế tỉnh Hà Nam. Ông sinh năm 1965, quê ở Hà Nội.") == {
        (DU, "1965", "thành phố Hà Nội")
    }
    assert origins(f"Ông {DU} thay ông Lê Văn Mẫu. Ông sinh năm 1965.") == set()
    assert origins(f"Ông {DU} là Giám đốc Sở Y tế tỉnh Hà Nam. Bà sinh năm 1965.") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"Ông {DU} phụ trách tuyển sinh năm 2018.",
        f"Vợ ông {DU} (sinh năm 1960) là giáo viên.",
        f"Con trai của ông {DU} (SN 1990) là kỹ sư.",
        f"Con trai thứ hai ông {DU} (SN 1990) là kỹ sư.",
        f"Cháu nội ông {DU}, sinh năm 1990, là kỹ sư.",
        f"Em họ của ông {DU}, sinh năm 1970, là kỹ sư.",
        f"Ông {DU} có con gái sinh năm 2002.",
        f"Ông {DU} và bà {HOA} cùng sinh năm 1960.",
        f"Ông {DU} về quê Nam Định ăn Tết.",
        f"Ông {DU} yêu quê hương.",
        f"Ông {DU}, quê ở xã Thí Mẫu.",  # which of many nobody says
    ],
)
def test_what_is_told_of_others_or_of_other_things_is_nobodys_birth(text: str) -> None:
    assert origins(text) == set()


def test_where_someone_lives_is_no_home() -> None:
    assert origins(f"Ông {DU} (SN 1954, ở huyện Bình Lục, tỉnh Hà Nam) đã đến.") == {(DU, "1954", None)}
    assert origins(f"Ông {DU} (SN 1954, tại Hà Nội) đã đến.") == {(DU, "1954", None)}


def test_nobodys_birth_is_kept_who_holds_no_office() -> None:
    assert not facts(f"Công an mời ông {DU} (SN 1963, trú tại phường Mẫu) đến làm việc.").origins


def test_the_sentence_that_tells_it_is_the_evidence() -> None:
    found = facts(f"{OFFICES} Ông {DU} sinh năm 1967, quê Tây Ninh.")
    (origin,) = found.origins
    assert origin.evidence.spans[0].of(found.article.text) == f"Ông {DU} sinh năm 1967, quê Tây Ninh."
