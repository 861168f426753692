"""A session bus of a test's own; import the fixture where it is wanted."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

BUS_CONFIG = """<busconfig><type>session</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""


class SessionBus:
    """A running bus; `stop_answering` leaves it hanging."""

    def __init__(self, daemon: str, folder: Path) -> None:
        socket = Path(os.environ["XDG_RUNTIME_DIR"]) / "bus"
        config = folder / "bus.conf"
        config.write_text(BUS_CONFIG.format(socket=socket))
        self.process = subprocess.Popen(
            [daemon, f"--config-file={config}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    """The bus this process and its children use."""
    pytest.importorskip("jeepney")
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no dbus-daemon on this machine")
    bus = SessionBus(daemon, tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.close()
