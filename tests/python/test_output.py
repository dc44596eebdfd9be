"""Output is written completely or not at all, and errors name the output."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import stat
import subprocess
import sys

import pytest
from support.command_line import COMMAND, DONE, FAILED, open_for_writing, run

import tersely
from tersely import _cli
from tersely._output import open_output

RAIN = "It rained. The river rose. The bridge fell."
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="not on Windows")
FULL = "/dev/full"
NEEDS_FULL = pytest.mark.skipif(not os.path.exists(FULL), reason="needs /dev/full")


@pytest.fixture
def folder(tmp_path):
    """A folder with one input of each kind."""
    (tmp_path / "in.txt").write_text(RAIN)
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"id": i, "body": RAIN}) + "\n" for i in range(300)))
    (tmp_path / "in.csv").write_text("id,body\n" + "".join(f"{i},{RAIN}\n" for i in range(300)))
    return tmp_path


CALLS = {
    "text": ["in.txt"],
    "json": ["in.txt", "--json"],
    "highlight": ["in.txt", "--highlight"],
    "jsonl": ["in.jsonl", "--field", "body"],
    "csv": ["in.csv", "--field", "body"],
    "help": ["--help"],
    "version": ["--version"],
}
every_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


class Unbuffered(io.RawIOBase):
    """Like standard output with PYTHONUNBUFFERED: each write takes only a part of the data, `space` bytes in all."""

    def __init__(self, space=1 << 30):
        self.taken = b""
        self._space = space

    def writable(self):
        return True

    def write(self, data):
        part = bytes(data[: min(1000, self._space - len(self.taken))])
        if not part:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.taken += part
        return len(part)


def run_unbuffered(monkeypatch, folder, call, space=1 << 30):
    """Returns (exit code, bytes that arrived)."""
    raw = Unbuffered(space)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, write_through=True))
    try:
        return _cli.main(call), raw.taken
    except SystemExit as ended:
        return ended.code or 0, raw.taken


@every_call
def test_unbuffered_standard_output_gets_everything(monkeypatch, folder, call):
    expected = run(*call, cwd=folder).stdout
    assert run_unbuffered(monkeypatch, folder, call) == (DONE, expected)


@every_call
def test_standard_output_that_fills_up_is_an_error_with_a_name(monkeypatch, capsys, folder, call):
    space = len(run(*call, cwd=folder).stdout) - 1
    code, taken = run_unbuffered(monkeypatch, folder, call, space)
    assert (code, len(taken)) == (FAILED, space)
    assert capsys.readouterr().err == f"tersely: standard output: {os.strerror(errno.ENOSPC)}\n"


@NEEDS_FULL
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@every_call
def test_a_full_disk_is_told_once(folder, call, unbuffered):
    with open(FULL, "wb") as full:
        done = subprocess.run(
            [*COMMAND, *call],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            timeout=120,
        )
    assert done.returncode == FAILED
    assert done.stderr.decode() == f"tersely: standard output: {os.strerror(errno.ENOSPC)}\n"


@NEEDS_FULL
@pytest.mark.parametrize("call", [CALLS["text"], CALLS["jsonl"], CALLS["csv"]], ids=["text", "jsonl", "csv"])
def test_a_full_device_as_output_is_named(monkeypatch, capfd, folder, call):
    monkeypatch.chdir(folder)
    assert _cli.main([*call, "--out", FULL]) == FAILED
    assert capfd.readouterr().err == f"tersely: {FULL}: {os.strerror(errno.ENOSPC)}\n"


@POSIX
@every_call
def test_a_closed_pipe_is_quiet(folder, call):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([*COMMAND, *call], stdout=writer, stderr=subprocess.PIPE, cwd=folder, timeout=120)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (DONE, b"")


@POSIX
def test_a_pipe_that_does_not_block_gets_everything(folder):
    lines = (folder / "in.jsonl").read_bytes() * 10  # more than a pipe can hold
    (folder / "in.jsonl").write_bytes(lines)
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    process = subprocess.Popen([*COMMAND, *CALLS["jsonl"]], stdout=writer, cwd=folder)
    os.close(writer)
    with open(reader, "rb") as pipe:
        out = pipe.read()
    assert process.wait(120) == DONE
    assert [json.loads(line)["id"] for line in out.splitlines()] == [*range(300)] * 10


@POSIX
@pytest.mark.parametrize(
    ("closed", "call", "code", "told"),
    [
        (1, ["in.txt"], FAILED, "tersely: standard output: "),
        (1, ["in.csv", "--field", "body"], FAILED, "tersely: standard output: "),
        (0, [], FAILED, "tersely: standard input: "),
        (0, ["-"], FAILED, "tersely: standard input: "),
        (2, ["missing.txt"], FAILED, ""),
    ],
)
def test_streams_that_the_shell_has_closed(folder, closed, call, code, told):
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}>&-', "sh", *COMMAND, *call], capture_output=True, cwd=folder, timeout=120
    )
    assert (done.returncode, done.stdout) == (code, b"")
    assert done.stderr.decode().startswith(told)
    assert b"Traceback" not in done.stderr


# Files


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def write(path, content=(b"new",)):
    with open_output(path) as file:
        file.writelines(content)


@POSIX
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o777, 0o444])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@POSIX
def test_the_command_line_keeps_the_mode(folder):
    for name, call in (("out.txt", CALLS["text"]), ("out.jsonl", CALLS["jsonl"])):
        (folder / name).write_bytes(b"old")
        (folder / name).chmod(0o640)
        assert run(*call, "--out", name, cwd=folder).returncode == DONE
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o640


@POSIX
def test_a_new_file_has_the_mode_of_any_other(tmp_path):
    (tmp_path / "other").touch()
    write(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@POSIX
def test_the_owner_is_kept(tmp_path, monkeypatch):
    """Only root can change the owner, so this checks the call to chown, whoever runs the tests."""
    asked = []
    monkeypatch.setattr(os, "chown", lambda path, user, group: asked.append((user, group)))
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    write(path)
    assert asked == [(path.stat().st_uid, path.stat().st_gid)]


@POSIX
@pytest.mark.parametrize(("mode", "left"), [(0o640, 0o600), (0o664, 0o644), (0o604, 0o604), (0o4755, 0o755)])
def test_where_the_group_cannot_be_kept_another_one_gets_no_more_than_all(tmp_path, monkeypatch, mode, left):
    def refuse(path, user, group):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chown", refuse)
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(path)
    assert stat.S_IMODE(path.stat().st_mode) == left


@POSIX
def test_nobody_may_read_the_part_who_may_not_read_the_file(tmp_path):
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)
    with open_output(path):
        (part,) = set(names(tmp_path)) - {"out.txt"}
        assert stat.S_IMODE((tmp_path / part).stat().st_mode) == 0o600


@POSIX
def test_of_a_link_the_file_that_it_names_is_replaced(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "link").symlink_to("deep/file")
    for content in (b"first", b"second"):  # at first the link is dangling
        write(tmp_path / "link", [content])
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "deep" / "file").read_bytes() == content
    assert names(tmp_path / "deep") == ["file"]


@POSIX
@pytest.mark.parametrize("option", ["--out", "--to-html"])
def test_a_loop_of_links_is_a_message(folder, option):
    (folder / "loop").symlink_to("loop")
    done = run("in.txt", option, "loop", cwd=folder)
    assert done.returncode == FAILED
    assert done.err == f"tersely: loop: {os.strerror(errno.ELOOP)}\n"
    assert (folder / "loop").is_symlink()


def test_a_file_stays_where_nothing_could_be_read(folder):
    (folder / "out.txt").write_bytes(b"old")
    assert run("missing.txt", "--out", "out.txt", cwd=folder).returncode == FAILED
    assert (folder / "out.txt").read_bytes() == b"old"


def test_a_folder_as_output_is_a_message(folder):
    done = run("in.txt", "--out", ".", cwd=folder)
    assert done.returncode == FAILED
    assert done.err.startswith("tersely: .: ")


def test_names_as_long_as_they_may_be(tmp_path):
    path = tmp_path / ("ä" * 125 + ".txt")  # 254 bytes of UTF-8
    write(path)
    assert path.read_bytes() == b"new"


class Broken:
    """Content that fails after its first part."""

    def __init__(self, error):
        self._error = error

    def __iter__(self):
        yield b"new" * 100_000
        raise self._error


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, OSError])
def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path, error):
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(error):
        write(path, Broken(error))
    assert (names(tmp_path), path.read_bytes()) == (["out.txt"], b"old")


def test_errors_name_the_output_and_not_the_part(tmp_path, monkeypatch):
    def refuse(source, target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), source, None, target)

    path = tmp_path / "out.txt"
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError) as raised:
        write(path)
    assert (raised.value.filename, raised.value.filename2) == (str(path), None)
    assert names(tmp_path) == []


def test_errors_of_who_writes_keep_their_name(tmp_path):
    with pytest.raises(OSError, match="else") as raised, open_output(tmp_path / "out.txt"):
        raise OSError(errno.EIO, "something else", "source.txt")
    assert raised.value.filename == "source.txt"


# Temporary files


@POSIX
def test_the_part_of_a_dead_process_is_removed_and_no_other(folder):
    process = subprocess.Popen(
        [*COMMAND, "--input", "jsonl", "--field", "body", "--out", "out.jsonl"], stdin=subprocess.PIPE, cwd=folder
    )
    others = [".out.jsonl.part", ".out.jsonl.old.part", ".other.jsonl.1.part", "out.jsonl.1.part"]
    for name in others:
        (folder / name).touch()
    part = f".out.jsonl.{process.pid}.part"
    while not (folder / part).exists():
        assert process.poll() is None
    with open_output(folder / "out.jsonl") as file:
        (living,) = set(names(folder)) - {*others, part, "in.txt", "in.jsonl", "in.csv"}
        file.write(b"")
        process.kill()
        process.communicate()
        assert run(*CALLS["jsonl"], "--out", "out.jsonl", cwd=folder).returncode == DONE
        assert {*others, living} <= set(names(folder))
        assert part not in names(folder)


@POSIX
def test_a_number_that_is_taken_is_passed_over(tmp_path, monkeypatch):
    """Processes of two containers may have the same id."""
    path = tmp_path / "out.txt"
    with open_output(path) as first, open_output(path) as second:
        assert len(names(tmp_path)) == 2
        first.write(b"first")
        second.write(b"second")
    assert (names(tmp_path), path.read_bytes()) == (["out.txt"], b"first")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_and_leaves_nothing(tmp_path, name):
    number = getattr(signal, name)
    path, out = tmp_path / "endless.csv", tmp_path / "out.csv"
    out.write_bytes(b"old")
    os.mkfifo(path)
    with subprocess.Popen(
        [*COMMAND, str(path), "--field", "body", "--out", str(out)],
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # the tests may run under nohup
    ) as process:
        writer = open_for_writing(path, process)
        try:
            while len(names(tmp_path)) < 3:  # the temporary file
                assert process.poll() is None
            errors = end(process, number)
        finally:
            process.kill()
            os.close(writer)
    assert (process.returncode, errors) == (-number, b"")  # the parent process sees the signal
    assert (names(tmp_path), out.read_bytes()) == (["endless.csv", "out.csv"], b"old")


def end(process, number):
    """Ends the process and returns its standard error. Sends the signal again if it arrived between opening the pipe
    and waiting for its first byte, because then Python acts on it only when the read has ended."""
    for _ in range(10):
        process.send_signal(number)
        try:
            return process.communicate(timeout=5)[1]
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("ten signals did not end it")


@POSIX
def test_a_hangup_that_is_ignored_stays_ignored(tmp_path):
    process = subprocess.Popen(
        [*COMMAND, "--out", str(tmp_path / "out.txt"), "-"],
        stdin=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),  # nohup
    )
    process.send_signal(signal.SIGHUP)
    process.communicate(RAIN.encode())
    assert process.returncode == DONE
    assert (tmp_path / "out.txt").read_text() == RAIN + "\n"


# Pages


def test_a_page_is_written_aside(article, tmp_path, monkeypatch):
    summary = tersely.summarize(article)
    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    path.chmod(0o640)
    mode = path.stat().st_mode
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", lambda source, target: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))
        with pytest.raises(OSError, match="broken") as raised:
            summary.to_html(path)
    assert raised.value.filename == str(path)
    assert (names(tmp_path), path.read_bytes()) == (["page.html"], b"old")
    summary.to_html(path)
    assert path.read_bytes().decode() == summary.to_html()
    assert (names(tmp_path), path.stat().st_mode) == (["page.html"], mode)
