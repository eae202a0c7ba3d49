#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop session of its own for a test: nothing of the person's is touched.

    with Session(language="zh_CN", style="dark") as session:
        subprocess.run(["daybook"], env=session.env)

or, for a test program in C that opens windows:

    tests/lib/session.py [--language zh_CN] [--style dark] COMMAND [ARGUMENT...]

A session has a home folder, a D-Bus, a screen (Xvfb), the accessibility bus
and a real notification server; all of it ends with the session, also when the
test is killed. There is no window manager: what is typed goes to the window
that Window.focus() chose, and the window is as large as it was asked to be.
"""

import argparse
import contextlib
import ctypes
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCREEN = (1366, 768)

AT_SPI_LAUNCHER = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]
NOTIFICATION_SERVER = ["/usr/lib/notification-daemon/notification-daemon",
                       "/usr/libexec/notification-daemon"]

# As GNOME shows it, but still: pictures do not blink and nothing slides by.
GTK_SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-cursor-blink=false
gtk-enable-animations=false
gtk-hint-font-metrics=true
"""

PR_SET_PDEATHSIG = 1

# Under the sanitizers everything takes longer; tests/run says how much.
PATIENCE = float(os.environ.get("DAYBOOK_TEST_PATIENCE", "1"))


class SessionError(Exception):
    """The session could not be set up: the test says nothing about Daybook."""


def wait_until(holds, seconds, what):
    """Polls `holds` until it is true; returns what it returned."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        answer = holds()
        if answer:
            return answer
        if time.monotonic() > end:
            raise SessionError(f"{what}: not within {seconds * PATIENCE:g} s")
        time.sleep(0.02)


def die_with_parent():
    """Runs in a child before its program: it gets SIGTERM when the test dies."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def first_program(candidates):
    """The first of the paths that is there."""
    for path in candidates:
        if os.access(path, os.X_OK):
            return path
    raise SessionError(f"none of these is installed: {', '.join(candidates)}")


def locale_folder(language):
    """A folder for LOCPATH with the language's locale, made once per machine.

    Debian installs no locale but C.UTF-8 unasked, and only root could."""
    folder = Path(tempfile.gettempdir(), f"daybook-locales-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise SessionError(f"{folder} belongs to somebody else")
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        target = folder / f"{language}.UTF-8"
        if not target.exists():
            made = folder / f"{language}.part"
            shutil.rmtree(made, ignore_errors=True)
            subprocess.run(["localedef", "-i", language, "-f", "UTF-8", str(made)],
                           check=True, capture_output=True)
            made.rename(target)
    return str(folder)


class Session:
    """See the head of this file. `env` is what its programs are started with."""

    def __init__(self, language=None, style=None, screen=SCREEN):
        """language: "zh_CN", "zh_TW" or None for English; style: "light",
        "dark" or None for the desktop's own; screen: width, height."""
        self.language = language
        self.screen = screen
        self.home = None
        self.env = dict(os.environ)
        self.style = style
        self._children = []

    def __enter__(self):
        self.home = Path(tempfile.mkdtemp(prefix="daybook-session-"))
        try:
            self._prepare_env()
            self._start_screen()
            self._start_bus()
            self._start_services()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for child in reversed(self._children):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGTERM)
            try:
                child.wait(5 * PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
        self._children.clear()
        shutil.rmtree(self.home, ignore_errors=True)

    def _prepare_env(self):
        for variable in ("WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE",
                         "GTK_THEME", "NO_AT_BRIDGE", "DESKTOP_SESSION", "XDG_CURRENT_DESKTOP"):
            self.env.pop(variable, None)
        for variable, folder in (("HOME", "home"), ("XDG_DATA_HOME", "data"),
                                 ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"),
                                 ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "runtime")):
            (self.home / folder).mkdir(mode=0o700)
            self.env[variable] = str(self.home / folder)
        settings = self.home / "config" / "gtk-4.0" / "settings.ini"
        settings.parent.mkdir()
        settings.write_text(GTK_SETTINGS, encoding="utf-8")
        self.env.update(
            LC_ALL="C.UTF-8", TZ="Asia/Shanghai",
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="atspi",
            GTK_IM_MODULE="gtk-im-context-simple",
            GSETTINGS_BACKEND="keyfile", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0",
            G_DEBUG="fatal-criticals")
        if self.language:
            self.env.update(LC_ALL=f"{self.language}.UTF-8", LANGUAGE=self.language,
                            LOCPATH=locale_folder(self.language))
        if self.style:
            self.env["ADW_DEBUG_COLOR_SCHEME"] = f"prefer-{self.style}"

    def start(self, command, **options):
        """Starts a program that ends with the session; returns its Popen."""
        options.setdefault("stdin", subprocess.DEVNULL)
        child = subprocess.Popen(command, env=self.env, start_new_session=True,
                                 preexec_fn=die_with_parent, **options)
        self._children.append(child)
        return child

    def _start_and_read(self, command, what):
        """Starts a server that writes one line to a descriptor; returns the line."""
        read, write = os.pipe()
        child = self.start([word.format(fd=write) for word in command], pass_fds=[write],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read, encoding="utf-8") as answer:
            line = answer.readline().strip()
        if not line:
            raise SessionError(f"{what} does not start (exit status {child.poll()})")
        return line

    def _start_screen(self):
        width, height = self.screen
        # A key that is struck while the machine has much to do would repeat itself: -r.
        number = self._start_and_read(
            ["Xvfb", "-r", "-displayfd", "{fd}", "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset", "-dpi", "96"], "Xvfb")
        self.env["DISPLAY"] = f":{number}"

    def _start_bus(self):
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_read(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"],
            "dbus-daemon")

    def _start_services(self):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.start([first_program(AT_SPI_LAUNCHER), "--launch-immediately"], **quiet)
        self.start([first_program(NOTIFICATION_SERVER)], **quiet)
        for name in ("org.a11y.Bus", "org.freedesktop.Notifications"):
            wait_until(lambda wanted=name: self.owns(wanted), 20, name)

    def call(self, *words):
        """Calls a method by `gdbus call`; returns what it answered."""
        done = subprocess.run(["gdbus", "call", "--session", *words], env=self.env,
                              capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def _ask_bus(self, method, *arguments):
        return self.call("--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus",
                         "--method", f"org.freedesktop.DBus.{method}", *arguments)

    def owns(self, name):
        """Whether somebody on the session's bus has a name."""
        return self._ask_bus("NameHasOwner", name) == "(true,)"

    def process_of(self, name):
        """The number of the process that has a name on the session's bus; None: nobody has."""
        told = self._ask_bus("GetConnectionUnixProcessID", name)
        return int(told.strip("(,)").split()[-1]) if told else None

    def close_window(self, pid):
        """Closes the first window of a program as its key does, by the name of the action. AT-SPI
        knows the actions of a window by numbers only, which are those of others as soon as one
        of them becomes possible or impossible: what was looked up is something else by then."""
        names = re.findall(r"'([^']*)'", self._ask_bus("ListNames"))
        name = next((name for name in names if name[0] != ":" and self.process_of(name) == pid), None)
        if name is None:
            raise SessionError(f"the process {pid} has no name on the bus")
        self.call("--dest", name, "--object-path", f"/{name.replace('.', '/')}/window/1",
                  "--method", "org.gtk.Actions.Activate", "close", "@av []", "@a{sv} {}")


def main():
    """Runs one command in a session of its own; returns its exit status."""
    parser = argparse.ArgumentParser(usage="session.py [--language L] [--style S] COMMAND...")
    parser.add_argument("--language", choices=["zh_CN", "zh_TW"])
    parser.add_argument("--style", choices=["light", "dark"])
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    try:
        with Session(options.language, options.style) as session:
            status = session.start(options.command).wait()
    except SessionError as error:
        print(f"Bail out! {error}", flush=True)
        return 99
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main())
