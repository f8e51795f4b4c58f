"""The page as a process: it tells its address, listens on this machine alone, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from consistency.cli import main

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_served_until_it_is_ended(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    asked = [sys.executable, "-m", "consistency", "serve", "--lang", "en", "--who", "Li"]
    serving = subprocess.Popen(asked, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert serving.stdout is not None
        address = serving.stdout.readline().decode().strip()
        assert address.startswith("http://127.0.0.1:")
        token = address.rstrip("/").rpartition("/")[2]
        assert len(token) >= 32
        with urlopen(address, timeout=30) as page:
            assert b'id="live"' in page.read()
        with pytest.raises(HTTPError, match="403"):
            urlopen(address.replace(token, "x"), timeout=30)
        serving.send_signal(signal.SIGTERM)
        _, told = serving.communicate(timeout=30)
        assert serving.returncode == 143, told
        assert told.decode().splitlines() == ["open this address in a browser; Ctrl-C ends this"]
        assert [path.name for path in tmp_path.iterdir()] == []
    finally:
        serving.kill()
        serving.communicate()


def test_a_port_that_is_taken_is_told_in_a_line(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["serve", "--port", str(port), "--lang", "en"])
    assert (done.exit_code, f"127.0.0.1:{port}: cannot be listened on" in done.stderr) == (2, True)


def test_a_file_of_decisions_out_of_order_is_known_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("accepted.toml").write_text("[[accepted]]\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["serve", "--lang", "en"])
    assert (done.exit_code, "accepted[1].finding: is missing" in done.stderr) == (2, True)


@pytest.mark.parametrize(("lang", "told"), [("en", "no such file or folder"), ("zh", "没有这个文件或文件夹")])
def test_a_path_that_is_not_there_is_told_in_a_line(tmp_path: Path, lang: str, told: str) -> None:
    (tmp_path / "a.txt").write_text("全县粮食产量12.3万吨。\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["serve", str(tmp_path / "a.txt"), str(tmp_path / "gone.txt"), "--lang", lang])
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "gone.txt" in line
    assert told in line
