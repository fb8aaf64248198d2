"""Addresses in content files."""

import pytest
from pydantic import TypeAdapter, ValidationError

from workshop_kit.content.web_address import WebAddress

ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org"])
def test_an_address_stays_as_it_is_written(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https://hall/x",
     "https://example.org/a b", "https://[broken"],
)  # fmt: skip
def test_anything_else_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(address)
