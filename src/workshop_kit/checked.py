"""Values from outside become models of ours, or an error that a person can read."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from workshop_kit.errors import InvalidBody

M = TypeVar("M", bound=BaseModel)


def checked(model: type[M], value: object) -> M:
    """Return a value as a model.

    Raises
    ------
    InvalidBody
        It does not fit; the message names the first field that is wrong, and quotes no text.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise InvalidBody(f"{place}: {problem['msg']}") from None
