"""Options win over the environment, the environment over defaults."""

from pathlib import Path

import pytest

from workshop_kit.errors import BadSetting
from workshop_kit.settings import DEFAULT_PORT, Settings


def test_defaults() -> None:
    settings = Settings.gathered()
    assert (settings.port, settings.host, settings.public_origin) == (DEFAULT_PORT, None, "")
    assert not settings.facilitate_from_anywhere


def test_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_PORT", "9000")
    monkeypatch.setenv("WORKSHOP_KIT_DATA", "/somewhere")
    assert Settings.gathered().port == 9000
    settings = Settings.gathered(port=9001, data=None)
    assert (settings.port, settings.data) == (9001, Path("/somewhere"))


@pytest.mark.parametrize("port", ["-1", "65536", "eight", ""])
def test_bad_ports(port: str) -> None:
    with pytest.raises(BadSetting, match="--port"):
        Settings.gathered(port=port)


@pytest.mark.parametrize(
    "url", ["http://hall.example.org", "https://", "hall.example.org", "https://a.org/kit"]
)
def test_bad_public_addresses(url: str) -> None:
    with pytest.raises(BadSetting, match="--public-url"):
        Settings.gathered(public_url=url)


def test_a_public_address_without_its_slash() -> None:
    assert Settings.gathered(public_url="https://hall.example.org/").public_origin == (
        "https://hall.example.org"
    )
