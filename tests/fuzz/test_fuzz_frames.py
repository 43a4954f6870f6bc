"""A short run of the fuzz target for frames, always the same."""

from tests.fuzz.fuzz_frames import run


def test_changed_images_give_a_picture_or_a_reason_and_the_window_goes_on(tmp_path):
    result = run(seed=4, keep=tmp_path, count=300)
    assert not result.findings, f"{dict(result.findings)}: {result.kept}"
    assert result.outcomes["shown"] > 60
    assert result.outcomes["damaged"] > 60
