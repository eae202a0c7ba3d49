#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads of us, asked of the desktop's own validators.

    desktop.py ROOT BUILD APP_ID

The desktop entry, the metainfo, the settings schema, the D-Bus service file
and the icons; and that they agree with each other.
"""

import configparser
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import tap  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}svg"


def ask(plan, title, *command):
    """Makes the point that a validator is content."""
    if not shutil.which(command[0]):
        plan.skip(title, f"{command[0]} is not installed")
        return
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          errors="replace", check=False)
    plan.check(title, done.returncode == 0, done.stdout + done.stderr)


def refused(plan, title, good, spoil, *command):
    """Makes the point that a validator refuses a spoiled copy of a file."""
    if not shutil.which(command[0]):
        plan.skip(title, f"{command[0]} is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        bad = Path(folder, good.name)
        bad.write_text(spoil(good.read_text(encoding="utf-8")), encoding="utf-8")
        done = subprocess.run([*command, str(bad)], capture_output=True, check=False)
        plan.check(title, done.returncode != 0)


def keys_of(path, section):
    """The keys of one section of a key file."""
    parser = configparser.ConfigParser(interpolation=None, strict=True, delimiters="=")
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return dict(parser[section])


def check_entry(plan, build, app_id):
    """The desktop entry and the D-Bus service file belong together."""
    entry = build / "data" / f"{app_id}.desktop"
    ask(plan, "the desktop entry is valid", "desktop-file-validate", entry)
    refused(plan, "a desktop entry without a type is refused", entry,
            lambda text: text.replace("Type=Application", ""), "desktop-file-validate")

    desktop = keys_of(entry, "Desktop Entry")
    service = keys_of(build / "data" / f"{app_id}.service", "D-BUS Service")
    plan.check("the service has the application's name", service.get("Name") == app_id)
    plan.check("the service names a program by its whole path",
               service.get("Exec", "").startswith("/"), service.get("Exec", ""))
    plan.check("entry and service start the same program",
               Path(service["Exec"].split()[0]).name == desktop["Exec"].split()[0])
    plan.check("the entry's icon is the application's", desktop.get("Icon") == app_id)


def check_reminder(plan, build, app_id):
    """The bus, systemd and the session start the same program, under the same name."""
    name = f"{app_id}.Reminder"
    entry = build / "data" / f"{name}.desktop"
    ask(plan, "the entry that starts the reminders at login is valid", "desktop-file-validate", entry)
    started = keys_of(entry, "Desktop Entry")
    service = keys_of(build / "data" / f"{name}.service", "D-BUS Service")
    unit = keys_of(build / "data" / "daybook-reminder.service", "Service")
    plan.check("bus and systemd know the reminders by one name", {service.get("Name"), unit.get("BusName")} == {name})
    plan.check("bus, systemd and session start one program",
               {service["Exec"], unit["ExecStart"]} == {service["Exec"]} and Path(service["Exec"]).name == started["Exec"])
    plan.check("the bus has systemd start it, where that runs", service.get("SystemdService") == "daybook-reminder.service")
    plan.check("the session leaves it to systemd, where that runs",
               started.get("X-systemd-skip") == started.get("X-GNOME-HiddenUnderSystemd") == "true")


def check_metainfo(plan, build, app_id):
    """The metainfo is valid and speaks of this application."""
    metainfo = build / "data" / f"{app_id}.metainfo.xml"
    ask(plan, "the metainfo is valid", "appstreamcli", "validate", "--no-net", "--explain",
        metainfo)
    refused(plan, "metainfo without a licence is refused", metainfo,
            lambda text: text.replace("metadata_license", "x_license"),
            "appstreamcli", "validate", "--no-net")
    tree = ElementTree.parse(metainfo)
    plan.check("the metainfo has the application's id", tree.findtext("id") == app_id)
    plan.check("the metainfo names the desktop entry",
               tree.findtext("launchable") == f"{app_id}.desktop")


def check_schema(plan, root, app_id):
    """The schema compiles without a word."""
    schema = root / "data" / f"{app_id}.gschema.xml"
    ask(plan, "the settings schema is valid", "glib-compile-schemas", "--strict", "--dry-run",
        schema.parent)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, schema.name).write_text(
            schema.read_text(encoding="utf-8").replace('type="i"', 'type="?"', 1),
            encoding="utf-8")
        done = subprocess.run(["glib-compile-schemas", "--strict", "--dry-run", folder],
                              capture_output=True, check=False)
        plan.check("a schema with an unknown type is refused", done.returncode != 0)
    keys = ElementTree.parse(schema).findall(".//key")
    plan.none("every setting says what it is",
              [key.get("name") for key in keys if not key.findtext("summary")])


def icon_fault(path):
    """Why a file is no icon, or None. It is to stand alone: nothing from outside."""
    try:
        top = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        return f"{path.name}: {error}"
    if top.tag != SVG or not top.get("viewBox"):
        return f"{path.name}: is no SVG with a viewBox"
    if path.stem.endswith("-symbolic") and top.get("viewBox") != "0 0 16 16":
        return f"{path.name}: a symbolic icon is 16 by 16"
    if any(name.endswith("href") and not value.startswith("#")
           for node in top.iter() for name, value in node.attrib.items()):
        return f"{path.name}: refers to something outside itself"
    if any(node.tag.endswith(("}script", "}image", "}text")) for node in top.iter()):
        return f"{path.name}: holds a script, a picture or text"
    return None


def theme_folders():
    """The folders of hicolor in which GTK looks."""
    index = Path("/usr/share/icons/hicolor/index.theme")
    return set(keys_of(index, "Icon Theme")["Directories"].split(",")) if index.exists() else set()


def check_icons(plan, root, app_id):
    """The icons are where the theme looks, and draw."""
    theme = root / "data" / "icons" / "hicolor"
    icons = sorted((root / "data").rglob("*.svg"))
    plan.check("there is an icon in colour",
               (theme / "scalable" / "apps" / f"{app_id}.svg").exists())
    plan.check("there is a symbolic icon",
               (theme / "symbolic" / "apps" / f"{app_id}-symbolic.svg").exists())
    known = theme_folders()
    if known:
        plan.none("every icon lies in a folder that the theme knows",
                  [path.name for path in icons
                   if str(path.relative_to(theme).parent) not in known])
    plan.none("every icon is a drawing of its own", filter(None, map(icon_fault, icons)))
    for path in icons:
        ask(plan, f"{path.stem} draws", "rsvg-convert", "-w", "32", path)


def icons_of(theme):
    """The names of the icons in a folder of a theme."""
    return {path.stem for path in Path(theme).rglob("*.svg")}


def check_icon_names(plan, root):
    """A name that no theme has shows a broken picture, and no error."""
    title = "every icon that the window names exists"
    adwaita = icons_of("/usr/share/icons/Adwaita")
    if not adwaita:
        plan.skip(title, "adwaita-icon-theme is not installed")
        return
    known = adwaita | icons_of(root / "data" / "icons")
    sources = [path for suffix in ("ui", "c", "h") for path in (root / "src").rglob(f"*.{suffix}")]
    named = {(path.name, name) for path in sources
             for name in re.findall(r"[\">]([\w.-]+-symbolic)[\"<]",
                                    path.read_text(encoding="utf-8"))}
    plan.check("no theme has every name", "no-such-symbolic" not in known)
    plan.none(title, sorted(f"{file}: {name}" for file, name in named if name not in known))


def main():
    """Looks at what is installed for the desktop."""
    root, build, app_id = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    plan = tap.Plan()
    check_entry(plan, build, app_id)
    check_reminder(plan, build, app_id)
    check_metainfo(plan, build, app_id)
    check_schema(plan, root, app_id)
    check_icons(plan, root, app_id)
    check_icon_names(plan, root)
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
