"""What the weights of occasions are learned from, and how they are written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from lienket.reference.likelihood import ACT, ALWAYS, TOLD, Likelihood

pytest.importorskip("sklearn")

from scripts import train_occasions as training

_GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"


@pytest.fixture(scope="module")
def cases() -> dict[str, training.Cases]:
    found = {TOLD: training.Cases(), ACT: training.Cases(), "type": training.Cases()}
    for read, gold in training.annotated(_GOLD):
        training.learn_from(read, gold, found)
    return found


def test_each_occasion_and_sentence_is_a_case_that_a_reader_noted_or_not(cases: dict[str, training.Cases]) -> None:
    for model in (TOLD, ACT):
        assert len(cases[model].features) == len(cases[model].labels) > 0
        assert set(cases[model].labels) <= {"True", "False"}
    assert "True" in cases[TOLD].labels


def test_weights_speak_for_what_was_noted_and_leave_out_what_is_rare() -> None:
    noted = training.Cases()
    for _ in range(9):
        noted.add({"after đã trao"}, "True")
        noted.add({"after cho rằng"}, "False")
    noted.add({"after chỉ một lần"}, "True")
    weights = {feature: float(weight) for _, feature, weight in training.weights(TOLD, noted)}
    model = Likelihood({TOLD: weights})
    assert model.of(TOLD, {"after đã trao"}) > 0.5 > model.of(TOLD, {"after cho rằng"})
    assert "after chỉ một lần" not in weights
    assert ALWAYS in weights


def test_each_type_has_weights_of_its_own() -> None:
    noted = training.Cases()
    for _ in range(9):
        for word, kind in (("họp", "meeting"), ("thăm", "visit"), ("ký", "signing")):
            noted.add({f"after {word}"}, kind)
    models: dict[str, dict[str, float]] = {}
    for model, feature, weight in training.weights(training.TYPE, noted):
        models.setdefault(model, {})[feature] = float(weight)
    assert str(Likelihood(models).type({"after thăm"})[0]) == "visit"
