"""People of a workshop as HTTP clients: each is one browser with its own cookies."""

import itertools
import json
from typing import Any, Self

import requests

WORDS: dict[str, dict[str, Any]] = {
    "q1": {"shape": "personal", "share": True, "text": "It changed how I look at work camps."},
    "q2": {"shape": "list", "items": ["What the law says", "How to listen"]},
    "q3": {"shape": "list", "items": ["Ask the action team first"]},
    "q4": {"shape": "list", "items": ["We may pass", "We share lessons, not stories"]},
    "q5": {"shape": "list", "items": ["Friendship centre", "Victim services"]},
    "q6": {"shape": "decision", "committee": "yes", "names": ["Community Action Team"]},
    "q7": {
        "shape": "offers",
        "skills": "Planning",
        "abilities": "",
        "passions": "",
        "connections": "School",
        "ideas": "",
    },
    "q8": {"shape": "list", "items": ["The hotel"]},
    "q9": {"shape": "action", "action": "Meet on the first Monday"},
}
"""A good answer to each question."""

_numbers = itertools.count(1)


def write_id() -> str:
    """Return an id that no other write of these tests has."""
    return f"write-{next(_numbers)}"


class Browser:
    """A browser without a screen: cookies, and the XSRF header that pages send."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()
        self.http.get(f"{url}/", timeout=20).raise_for_status()
        self.session = ""
        self.role = ""

    def ask(self, method: str, path: str, body: object = None, **options: Any) -> requests.Response:
        """Send a request as our pages do."""
        cookies = {cookie.name: cookie.value for cookie in self.http.cookies}
        headers = {"X-XSRFToken": cookies.get("_xsrf") or ""}
        # By hand, so that they are sent under another Host as well.
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        headers |= options.pop("headers", {})
        data = options.pop("data", json.dumps(body) if body is not None else None)
        return self.http.request(
            method, f"{self.url}{path}", data=data, headers=headers, timeout=20, **options
        )

    def mine(self, rest: str) -> str:
        """Return an address of this person's role."""
        return f"/room/{self.session}/{self.role}/{rest}"

    def good(self, method: str, path: str, body: object = None) -> Any:
        """Send a request that must work, and return its JSON."""
        reply = self.ask(method, path, body)
        assert reply.ok, f"{reply.status_code} {reply.text}"
        return reply.json() if reply.content else None

    def state(self) -> dict[str, Any]:
        """Return the first thing that the feed says."""
        with self.http.get(f"{self.url}{self.mine('feed')}", stream=True, timeout=20) as stream:
            stream.raise_for_status()
            for line in stream.iter_lines(decode_unicode=True):
                if line.startswith("data: {") and len(line) > len("data: {}"):
                    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
                    return found
        raise AssertionError("the feed said nothing")


class Facilitator(Browser):
    """Who leads the workshop."""

    passphrase = ""

    @classmethod
    def with_new_workshop(cls, url: str, **details: Any) -> Self:
        """Plan a workshop and sign in to it."""
        made = cls(url)
        body = {"title": "Maple Hall", "support_person": "Rosa"} | details
        planned = made.good("POST", "/room/sessions", body)
        made.session, made.role = planned["session"], "facilitator"
        made.passphrase = planned["passphrase"]
        return made

    def opened(self) -> Self:
        """Open the workshop."""
        self.change(state="open", help_lines={"dialled": True})
        return self

    def change(self, **changes: Any) -> Any:
        """Change the session."""
        return self.good("PUT", self.mine("session"), changes)

    def known(self) -> Any:
        """Return the session with its codes."""
        return self.good("GET", self.mine("session"))

    def revision(self, kind: str, key: str) -> int:
        """Return the revision of a thing of the room's."""
        found = self.good("GET", self.mine("entries"))["entries"]
        return next((e["revision"] for e in found if (e["kind"], e["key"]) == (kind, key)), 0)

    def write(self, kind: str, key: str, body: dict[str, Any]) -> Any:
        """Write a thing of the room's."""
        request = {"write_id": write_id(), "revision": self.revision(kind, key), "body": body}
        return self.good("PUT", self.mine(f"entries/{kind}/{key}"), request)

    def question(self, key: str, state: str) -> None:
        """Open or close a question."""
        self.write("question", key, {"state": state})

    def open_all(self) -> None:
        """Open all nine."""
        for key in WORDS:
            self.question(key, "open")

    def move(self, do: str, **move: Any) -> Any:
        """Make a move on the evening; return the evening as it stands then."""
        request = {"write_id": write_id(), "move": {"do": do} | move}
        return self.good("POST", self.mine("evening"), request)

    def sort(self, question: str, do: str, **move: Any) -> Any:
        """Make a move on a question's themes; return them as they stand then."""
        request = {"write_id": write_id(), "move": {"do": do} | move}
        return self.good("POST", self.mine(f"themes/{question}"), request)

    def themes(self, question: str) -> Any:
        """Return a question's themes and what there is to sort."""
        return self.good("GET", self.mine(f"themes/{question}"))

    def answers(self, question: str) -> list[dict[str, Any]]:
        """Return a closed question's answers."""
        found: list[dict[str, Any]] = self.good("GET", self.mine(f"answers/{question}"))["answers"]
        return found

    def decide(self, answer: dict[str, Any], decision: str) -> None:
        """Approve an answer, keep it back or set it aside."""
        body = {"decision": decision, "answer_revision": answer["revision"]}
        self.write("review", answer["id"], body)


class Participant(Browser):
    """Somebody with a phone."""

    @classmethod
    def joined(cls, url: str, code: str, **more: Any) -> Self:
        """Join with a code."""
        made = cls(url)
        body = {"code": code, "consent": True} | more
        made.session, made.role = made.good("POST", "/room/join", body)["session"], "participant"
        return made

    def put(self, key: str, body: object, revision: int = 0, **more: Any) -> requests.Response:
        """Send an answer."""
        request = {"write_id": write_id(), "revision": revision, "body": body} | more
        return self.ask("PUT", self.mine(f"entries/answer/{key}"), request)

    def entries(self) -> list[dict[str, Any]]:
        """Return what is mine."""
        found: list[dict[str, Any]] = self.good("GET", self.mine("entries"))["entries"]
        return found


class Helper(Browser):
    """A scribe or a projector."""

    @classmethod
    def entered(cls, url: str, role: str, code: str) -> Self:
        """Come in with the role's code."""
        made = cls(url)
        made.session = made.good("POST", "/room/enter", {"role": role, "code": code})["session"]
        made.role = role
        return made
