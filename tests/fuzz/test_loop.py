"""The loop finds what is planted, keeps it, and is the same again from the same seed."""

import itertools

import pytest

from tests.fuzz.loop import Hangs, Target, assert_no_finding, inputs, main, run

SEEDS = (b"honest " * 20, b"another " * 30)


def target(try_one, **changes):
    return Target("planted", SEEDS, try_one, tokens=(b"BUG!",), **changes)


def stumbles(content):
    if b"BUG!" in content:
        raise KeyError("stumbled")
    return "honest" if content in SEEDS else "changed"


def test_a_planted_fault_is_found_kept_and_found_again_from_the_file(tmp_path):
    planted = target(stumbles)
    result = run(planted, seed=1, enough=lambda tried: tried >= 500, keep=tmp_path)
    assert list(result.findings) == ["KeyError in test_loop.py:18"]
    assert result.outcomes["honest"] >= 2
    with pytest.raises(KeyError):
        main(planted, [str(result.kept[0])])


def test_the_same_seed_gives_the_same_inputs_and_another_gives_others():
    def first(seed):
        return list(itertools.islice(inputs(target(stumbles), seed=seed), 200))

    assert first(1) == first(1) != first(2)
    assert tuple(first(1)[:2]) == SEEDS


def test_an_input_is_never_longer_than_the_target_bears():
    assert all(len(one) <= 300 for one in itertools.islice(inputs(target(stumbles, most_bytes=300), seed=1), 2, 2000))


def test_a_slow_input_and_one_that_hangs_are_findings(tmp_path):
    def slow(content):
        return str(sum(range(200_000)))

    def hangs(content):
        raise Hangs

    assert "took too long" in run(target(slow, slowest_s=0), seed=1, enough=lambda tried: tried >= 3).findings
    assert next(iter(run(target(hangs), seed=1, enough=lambda tried: tried >= 3).findings)).startswith("Hangs")


def test_a_run_without_a_finding_says_what_came_out(tmp_path, capsys):
    assert main(target(lambda _: "refused"), ["--minutes", "0.001", "--seed", "3"]) == 0
    assert "refused" in capsys.readouterr().out
    with pytest.raises(AssertionError, match="KeyError"):
        assert_no_finding(target(stumbles), seed=1, count=500, keep=tmp_path)
