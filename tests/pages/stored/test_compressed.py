"""Bytes in codings: each is the same body, and a browser gets only what it takes."""

import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.pages.stored.compressed import Compressed

TEXT = ("Partners around a table. " * 200).encode()


@given(st.binary(max_size=5000))
def test_every_coding_is_the_same_body(body: bytes) -> None:
    made = Compressed.of(body, "text/html")
    assert made.codings["identity"] == body
    assert gzip.decompress(made.codings["gzip"]) == body
    assert brotli.decompress(made.codings["br"]) == body


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=1.1.1", "identity"),
        ("identity", "identity"),
        ("", "identity"),
        ("brotli-like", "identity"),
    ],
)
def test_a_browser_gets_the_best_that_it_takes(accepted: str, coding: str) -> None:
    made = Compressed.of(TEXT, "text/css")
    assert made.for_browser(accepted) == (coding, made.codings[coding])
    assert len(made.codings["br"]) < len(made.codings["gzip"]) < len(TEXT)


def test_the_same_body_gives_the_same_bytes() -> None:
    assert Compressed.of(TEXT, "text/css") == Compressed.of(TEXT, "text/css")


def test_what_is_compressed_already_stays() -> None:
    assert set(Compressed.of(b"wOF2", "font/woff2").codings) == {"identity"}
