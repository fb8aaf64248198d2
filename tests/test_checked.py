"""What does not fit a model becomes a sentence that quotes nothing."""

import pytest

from workshop_kit.checked import checked
from workshop_kit.errors import InvalidBody
from workshop_kit.model import SessionDetails


def test_what_fits_is_returned() -> None:
    assert checked(SessionDetails, {"title": " Evening "}).title == "Evening"


def test_what_does_not_fit_names_the_field_and_quotes_no_text() -> None:
    with pytest.raises(InvalidBody) as raised:
        checked(SessionDetails, {"title": "Evening", "keep_days": "what somebody wrote"})
    assert raised.value.message.startswith("This could not be taken: keep_days: ")
    assert "somebody" not in raised.value.message
