"""What an article's graph says is read back as it was, all at once or one thing alone, whatever its texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lienket.rdf.sayings import Saying, packed, read_values, unpacked

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["\n", "\u2028", "\x85", "a b"]
)
SAYINGS = st.lists(
    st.builds(
        Saying,
        st.integers(0, 99).map("https://example.org/article/a#person-{}".format),
        st.sampled_from(["person", "event"]),
        st.dictionaries(st.sampled_from(["name", "label"]), st.lists(TEXTS, min_size=1, max_size=3)),
    ),
    max_size=5,
)


@given(SAYINGS)
def test_sayings_are_read_back(sayings: list[Saying]) -> None:
    rows = list(unpacked(packed(sayings)))
    assert [row[:2] for row in rows] == [(one.node, one.kind) for one in sayings]
    assert read_values(values for _, _, values in rows) == [one.values for one in sayings]
    assert [read_values([values])[0] for _, _, values in rows] == [one.values for one in sayings]
