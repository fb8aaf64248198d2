"""The venv of the servers beside the kit: made once, from pinned versions."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).parents[1] / "peers"
WANTED = PEERS / "requirements.txt"
SHARED = PEERS.parents[1] / "constraints.txt"
VENV = PEERS / ".venv"
TOLD = ("voila", "panel", "streamlit", "bokeh", "tornado", "ipykernel", "pandas")


def programs() -> Path:
    """Return the folder of the peers' commands; install what is missing or of another version."""
    wanted = hashlib.sha256(WANTED.read_bytes() + SHARED.read_bytes()).hexdigest()
    stamp = VENV / "installed"
    if not stamp.is_file() or stamp.read_text() != wanted:
        print("Installing the servers to compare with. This takes some minutes.", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
        subprocess.run([*pip, "install", "-c", str(SHARED), "-r", str(WANTED)], check=True)
        stamp.write_text(wanted)
    return VENV / "bin"


def versions() -> dict[str, str]:
    """Return the versions of what is compared."""
    ask = f"import json, importlib.metadata as m; print(json.dumps([m.version(n) for n in {TOLD}]))"
    said = subprocess.run(
        [str(programs() / "python"), "-c", ask], check=True, capture_output=True, text=True
    )
    return dict(zip(TOLD, json.loads(said.stdout), strict=True))
