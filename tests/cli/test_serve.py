"""Serving: options become settings; what cannot be used is named before anything starts."""

import socket
from pathlib import Path

import pytest

from tests.cli.terminal import Run, kit
from workshop_kit.settings import Settings


def test_options_become_settings(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Settings] = []
    monkeypatch.setattr("workshop_kit.app.serve", asked.append)
    monkeypatch.setenv("WORKSHOP_KIT_PORT", "9001")
    assert run("serve").code == 0
    options = ["--host", "127.0.0.1", "--port", "9000", "--data", str(tmp_path / "x")]
    options += ["--no-browser", "--public-url", "https://kit.example", "--facilitate-from-anywhere"]
    assert run("serve", *options).code == 0
    assert asked == [
        Settings(port=9001, data=data),
        Settings(
            host="127.0.0.1",
            port=9000,
            data=tmp_path / "x",
            browser=False,
            public_url="https://kit.example",
            facilitate_from_anywhere=True,
        ),
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "abc"], "--port is “abc”, which cannot be used."),
        (["--port", "70000"], "--port is “70000”, which cannot be used."),
        (["--public-url", "http://kit.example"], "--public-url is “http://kit.example”"),
    ],
)
def test_a_bad_value_is_named(run: Run, data: Path, words: list[str], sentence: str) -> None:
    said = run("serve", *words)
    assert said.code == 1
    assert sentence in said.err
    assert not data.exists()


def test_a_busy_port_is_one_sentence_with_another_port(data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = kit("serve", "--port", str(port), "--no-browser")
    assert ended.returncode == 1
    [sentence] = ended.stderr.decode().splitlines()
    assert sentence.startswith(f"Port {port} is in use")
    assert sentence.endswith(f"--port {port + 1}")
