#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package: made, looked into, installed, started, and removed.

    package.py ROOT APP_ID

What is started is /usr/bin/daybook with nothing of the build tree in sight.
Installing needs root (or sudo without a password); where a daybook of the
person's own is installed, or nobody may install, those points are skipped.
"""

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import journey  # noqa: E402
import tap  # noqa: E402
import xls  # noqa: E402
from session import Session, wait_until  # noqa: E402

BINARIES = ["usr/bin/daybook", "usr/bin/daybook-reminder", "usr/bin/daybookctl"]

# What nobody who only runs the program should have to install.
FOR_BUILDERS = re.compile(r"-dev$|^(?:gcc|g\+\+|make|meson|ninja|cmake|build-essential|debhelper)")


def say(*command, **options):
    """Runs a command; returns (status, what it printed)."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
                          **options)
    return done.returncode, done.stdout


def expected_files(app_id):
    """What the package is to bring, besides its programs' manual pages."""
    share = "usr/share"
    return BINARIES + [
        "usr/libexec/daybook/daybook-xls",
        f"{share}/applications/{app_id}.desktop",
        f"{share}/dbus-1/services/{app_id}.service",
        f"{share}/dbus-1/services/{app_id}.Reminder.service",
        f"etc/xdg/autostart/{app_id}.Reminder.desktop",
        "usr/lib/systemd/user/daybook-reminder.service",
        f"{share}/glib-2.0/schemas/{app_id}.gschema.xml",
        f"{share}/icons/hicolor/scalable/apps/{app_id}.svg",
        f"{share}/icons/hicolor/symbolic/apps/{app_id}-symbolic.svg",
        f"{share}/locale/zh_CN/LC_MESSAGES/daybook.mo",
        f"{share}/locale/zh_TW/LC_MESSAGES/daybook.mo",
        f"{share}/metainfo/{app_id}.metainfo.xml",
        f"{share}/doc/daybook/copyright",
    ]


def missing_libraries(binary):
    """The libraries that the loader does not find for a program."""
    status, printed = say("ldd", binary)
    return [line.strip() for line in printed.splitlines() if status or "not found" in line]


def check_contents(plan, package, app_id):
    """What is in the package, without installing it."""
    with tempfile.TemporaryDirectory() as folder:
        status, printed = say("dpkg-deb", "-x", package, folder)
        plan.check("the package can be unpacked", status == 0, printed)
        inside = Path(folder)
        plan.none("it brings every file it should",
                  [name for name in expected_files(app_id) if not (inside / name).is_file()])
        plan.none("each program has a manual page",
                  [name for name in BINARIES
                   if not list(inside.glob(f"usr/share/man/man1/{Path(name).name}.1*"))])
        plan.none("nothing is put outside /usr but what a session starts",
                  [path for path in inside.rglob("*") if path.is_file()
                   and path.relative_to(inside).parts[0] != "usr"
                   and path.relative_to(inside).parts[:3] != ("etc", "xdg", "autostart")])
        plan.none("no program runs with another's rights",
                  [path for path in inside.rglob("*") if path.is_file()
                   and path.stat().st_mode & 0o6002])
        plan.none("every library is found",
                  [line for name in BINARIES for line in missing_libraries(inside / name)])


def check_depends(plan, package):
    """What installing the package asks for."""
    _, printed = say("dpkg-deb", "--field", package, "Depends")
    names = re.findall(r"(?:^|[,|])\s*([\w.+-]+)", printed)
    plan.check("it depends on the libraries it was built with",
               {"libgtk-4-1", "libadwaita-1-0", "libsqlite3-0"} <= set(names), printed)
    plan.none("and on nothing that only builders need",
              [name for name in names if FOR_BUILDERS.search(name)])


@contextlib.contextmanager
def environment_of(session):
    """The bindings speak to the bus that this process's environment names."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(session.env)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def how_to_install():
    """(words before a command that root must run, None) or (None, why not)."""
    status, printed = say("dpkg-query", "-W", "-f", "${db:Status-Status}", "daybook")
    if status == 0 and printed == "installed":
        return None, "a daybook is installed here already; it stays as it is"
    if os.getuid() == 0:
        return [], None
    if shutil.which("sudo") and say("sudo", "-n", "true")[0] == 0:
        return ["sudo", "-n"], None
    return None, "nobody here may install packages"


def bare_environment(home):
    """An environment in which nothing points to the build tree."""
    return {"PATH": "/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8"}


def check_versions(plan, version):
    """The installed programs start and say which they are."""
    with tempfile.TemporaryDirectory() as home:
        for binary in BINARIES:
            status, printed = say(f"/{binary}", "--version", cwd="/", env=bare_environment(home))
            plan.check(f"/{binary} says its version", status == 0 and version in printed, printed)


def check_import(plan):
    """The installed programs find each other: an XLS is read by one of its own."""
    with tempfile.TemporaryDirectory() as home:
        table = Path(home, "orders.xls")
        table.write_bytes(xls.workbook({"a": [["订单编号", "订单状态"], ["3000000000000000001", "交易成功"]]}))
        status, printed = say("/usr/bin/daybookctl", "import", table, cwd="/", env=bare_environment(home))
        plan.check("the installed daybookctl imports an XLS", status == 0 and "new 1" in printed, printed)


def use_window(plan, session):
    """Opens the window and closes it."""
    log = session.home / "daybook.log"
    try:
        app = journey.App(session, ["/usr/bin/daybook", "--sample"], log)
        plan.check("the installed program opens its window", app.window)
        app.quit()
        plan.none("and complains of nothing", app.complaints())
    except (journey.JourneyError, subprocess.TimeoutExpired) as error:
        plan.check("the installed program opens its window", False,
                   f"{error}\n{log.read_text(errors='replace')}")


def check_window(plan, app_id):
    """The installed program opens its window, and the desktop can start it."""
    with Session() as session:
        for variable in ("GSETTINGS_SCHEMA_DIR", "XDG_DATA_DIRS", "DAYBOOK_PKGDATADIR",
                         "DAYBOOK_LOCALEDIR"):
            session.env.pop(variable, None)
        session.env["PATH"] = "/usr/bin:/bin"
        with environment_of(session):
            use_window(plan, session)
        session.call("--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus",
                     "--method", "org.freedesktop.DBus.StartServiceByName", app_id, "0")
        plan.check("the desktop can start it by its name",
                   wait_until(lambda: session.owns(app_id), 20, app_id))


def check_installed(plan, package, version, app_id):
    """Installs the package, uses it, and takes it away again."""
    as_root, why_not = how_to_install()
    if why_not:
        plan.skip("the package installs, starts and goes", why_not)
        return
    root_path = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    status, printed = say(*as_root, "dpkg", "--install", package, env=root_path)
    try:
        if plan.check("the package installs", status == 0, printed):
            check_versions(plan, version)
            check_import(plan)
            check_window(plan, app_id)
    finally:
        status, printed = say(*as_root, "dpkg", "--purge", "daybook", env=root_path)
    plan.check("the package goes", status == 0, printed)
    plan.none("and leaves nothing behind",
              [name for name in expected_files(app_id) if Path("/", name).exists()])


def main():
    """Makes the package, then tries it."""
    root, app_id = Path(sys.argv[1]).resolve(), sys.argv[2]
    plan = tap.Plan()
    if not shutil.which("dpkg-deb"):
        plan.skip("the package", "not a Debian system")
        return plan.finish()
    # One at a time on a machine: there is one /usr.
    with open(Path(tempfile.gettempdir(), f"daybook-package-{os.getuid()}.lock"), "w",
              encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, printed = say(root / "build-aux" / "make-deb", cwd=root)
        if not plan.check("one command makes the package", status == 0, printed):
            return plan.finish()
        package = Path(printed.splitlines()[-1])
        _, version = say("dpkg-deb", "--field", package, "Version")
        check_contents(plan, package, app_id)
        check_depends(plan, package)
        check_installed(plan, package, version.strip(), app_id)
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
