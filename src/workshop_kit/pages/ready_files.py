"""Files that are the same for everybody and for ever, sent without making a handler for each."""

import time

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerRequest,
    ResponseStartLine,
    format_timestamp,
)
from tornado.routing import Router

from workshop_kit.pages.sending import FOR_EVER, coded, headers_of
from workshop_kit.pages.stored.compressed import Compressed

_OK = ResponseStartLine("HTTP/1.1", 200, "OK")


class ReadyFiles(Router):
    """Knows what handlers have sent once, by its address; most of a page's requests are for that.

    A request that it does not know, or that is no ``GET``, goes on to the handlers.
    """

    def __init__(self) -> None:
        self._files: dict[str, Compressed] = {}

    def keep(self, path: str, body: Compressed) -> None:
        """Send this from now on; the address has to change with the contents.

        One that is written with signs such as ``%2E`` is another way to write one that is here:
        there are too many of them to keep.
        """
        if "%" not in path:
            self._files[path] = body

    def __len__(self) -> int:
        return len(self._files)

    def find_handler(
        self, request: HTTPServerRequest, **_matched: object
    ) -> HTTPMessageDelegate | None:
        """Return what answers a request."""
        body = self._files.get(request.path)
        if body is None or request.method != "GET" or request.connection is None:
            return None
        coding, content = coded(body, request.headers)
        headers = headers_of(body, coding, FOR_EVER) | {"Content-Length": str(len(content))}
        return _Answer(request.connection, headers, content)


class _Answer(HTTPMessageDelegate):
    def __init__(self, connection: HTTPConnection, headers: dict[str, str], content: bytes) -> None:
        self._connection, self._headers, self._content = connection, headers, content

    def finish(self) -> None:
        """Send it, now that the request is whole."""
        headers = HTTPHeaders(self._headers | {"Date": format_timestamp(time.time())})
        self._connection.write_headers(_OK, headers, self._content)
        self._connection.finish()
