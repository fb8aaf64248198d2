"""What can go wrong between the processes of stored pages."""


class StoredPageError(Exception):
    """A stored page's processes could not do what was asked of them."""


class ExecutionTimedOut(StoredPageError):
    """A notebook took too long, and its process was ended."""

    def __init__(self, notebook: str, seconds: float) -> None:
        super().__init__(
            f"The notebook “{notebook}” was not done after {seconds:g} seconds. "
            "Look for a loop or a wait without an end in its cells."
        )
        self.notebook, self.seconds = notebook, seconds

    def __reduce__(self) -> tuple[type["ExecutionTimedOut"], tuple[str, float]]:
        return type(self), (self.notebook, self.seconds)


class ExecutionEnded(StoredPageError):
    """The process that executed a notebook ended before it could tell what came of it."""

    def __init__(self, notebook: str, reason: str) -> None:
        super().__init__(
            f"The notebook “{notebook}” could not be executed: {reason}. "
            "Look whether a cell ends Python, or needs more memory than there is."
        )
        self.notebook, self.reason = notebook, reason

    def __reduce__(self) -> tuple[type["ExecutionEnded"], tuple[str, str]]:
        return type(self), (self.notebook, self.reason)


class CannotFork(StoredPageError):
    """An executed notebook cannot become a kernel by forking; an ordinary one can stand in."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The executed notebook cannot be forked: {reason}.")
        self.reason = reason

    def __reduce__(self) -> tuple[type["CannotFork"], tuple[str]]:
        return type(self), (self.reason,)
