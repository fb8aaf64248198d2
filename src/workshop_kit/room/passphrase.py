"""The facilitator's passphrase: made at random, kept only as an argon2 hash."""

import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from workshop_kit.model import CODE_LETTERS, plain_code

GROUPS = 3
GROUP_LENGTH = 4

_hasher = PasswordHasher()


def new_passphrase() -> str:
    """Return a passphrase such as ``K7M4-QXRT-HJ39``; 4 * 10^15 are possible."""
    return "-".join(_new_group() for _ in range(GROUPS))


def _new_group() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(GROUP_LENGTH))


def hash_passphrase(text: str) -> str:
    """Return the argon2 hash of a passphrase; takes about 50 ms and 64 MiB on purpose."""
    return _hasher.hash(_plain(text))


def fits(passphrase_hash: str, text: str) -> bool:
    """Tell whether a passphrase is the one that was hashed; takes as long as hashing.

    In a generated passphrase, case, spaces and dashes do not matter. Whatever is no hash of ours,
    such as the empty text of a session without passphrase, fits nothing.
    """
    try:
        return _hasher.verify(passphrase_hash, _plain(text))
    except (InvalidHashError, VerificationError, UnicodeError):
        return False


def _plain(text: str) -> bytes:
    code = plain_code(text)
    generated = len(code) == GROUPS * GROUP_LENGTH and set(code) <= set(CODE_LETTERS)
    shown = code if generated else unicodedata.normalize("NFKC", text).strip()
    return shown.encode("utf-8", "surrogatepass")  # a half character is wrong, not an error
