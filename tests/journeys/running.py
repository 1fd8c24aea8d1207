"""The real service on a copy of the invented area: started by the command that people use, on a day that a test may move on."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-24"
COMMAND = (sys.executable, "-m", "sooner_command.main")


class Service:
    """One running service with its own database, so that no test sees what another did."""

    def __init__(self, instance: Path) -> None:
        self.instance = instance
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, day: str = TODAY) -> "Service":
        """Serve the area as it is on a day."""
        command = [*COMMAND, "serve", "--port", str(self.port), "--workers", "1"]
        surroundings = surroundings_of(self.instance, day, self.port)
        self.process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL)
        _wait_for(f"{self.address}/", self.process)
        return self

    def stop(self) -> None:
        """End the service and wait until it has gone."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.process = None

    def move_to(self, day: str) -> None:
        """The same service on a later day."""
        self.stop()
        self.start(day)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def surroundings_of(instance: Path, day: str, port: int) -> dict[str, str]:
    """The environment of the commands: this instance, this day, and nothing of the test's own settings."""
    kept = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    return {**kept, "SOONER_INSTANCE": str(instance), "SOONER_PRETEND_TODAY": day, "PORT": str(port)}


def prepare(instance: Path) -> Path:
    """Build the tiny invented area in a folder."""
    subprocess.run([*COMMAND, "prepare", "--demonstration", "tiny"], cwd=ROOT, env=surroundings_of(instance, TODAY, free_port()), check=True)
    return instance


def copy_of(instance: Path, to: Path) -> Path:
    """The prepared area again, in another folder."""
    shutil.copytree(instance, to, dirs_exist_ok=True)
    return to


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert process.poll() is None, "the service stopped while it was starting"
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the service did not start")
