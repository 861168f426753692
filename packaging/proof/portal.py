"""A desktop's portal for the proof: says whether the desktop is dark, and answers with a folder when asked for files.

usage: portal.py FOLDER SIGN   FOLDER is the answer; while the file SIGN exists the desktop is dark
Needs python3-gi and a session bus.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib

NAME, PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
APPEARANCE, SCHEME = "org.freedesktop.appearance", "color-scheme"
INTERFACES = """
<node>
  <interface name='org.freedesktop.portal.Settings'>
    <method name='Read'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/>
    </method>
    <method name='ReadOne'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/>
    </method>
    <method name='ReadAll'><arg type='as' direction='in'/><arg type='a{sa{sv}}' direction='out'/></method>
    <signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>
    <property name='version' type='u' access='read'/>
  </interface>
  <interface name='org.freedesktop.portal.FileChooser'>
    <method name='OpenFile'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
      <arg type='o' direction='out'/>
    </method>
    <property name='version' type='u' access='read'/>
  </interface>
</node>
"""
LOOK_MS = 200
CHOOSING_MS = 500  # a person takes longer; whoever asked has time to listen for the answer


class Portal:
    """Registered on a connection; keeps the person waiting for nothing."""

    def __init__(self, connection: Gio.DBusConnection, folder: Path, sign: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._sign = sign
        self._was_dark = sign.exists()
        for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
            connection.register_object(PLACE, interface, self._answer, self._read, None)
        GLib.timeout_add(LOOK_MS, self._look)

    def _scheme(self) -> GLib.Variant:
        return GLib.Variant("u", 1 if self._sign.exists() else 2)

    def _read(self, *_words: object) -> GLib.Variant:
        return GLib.Variant("u", 4)

    def _answer(self, _connection, sender, _path, _interface, method, words, invocation) -> None:
        if method == "ReadAll":
            invocation.return_value(GLib.Variant("(a{sa{sv}})", ({APPEARANCE: {SCHEME: self._scheme()}},)))
        elif method in ("Read", "ReadOne"):
            namespace, key = words.unpack()
            if (namespace, key) != (APPEARANCE, SCHEME):
                invocation.return_dbus_error(
                    "org.freedesktop.portal.Error.NotFound", "there is no such setting"
                )
                return
            value = self._scheme() if method == "ReadOne" else GLib.Variant("v", self._scheme())
            invocation.return_value(GLib.Variant("(v)", (value,)))
        else:
            _parent, title, options = words.unpack()
            print(f"asked for: {title}", flush=True)
            token = options.get("handle_token", "t")
            request = f"{PLACE}/request/{sender[1:].replace('.', '_')}/{token}"
            invocation.return_value(GLib.Variant("(o)", (request,)))
            GLib.timeout_add(CHOOSING_MS, self._choose, request)

    def _choose(self, request: str) -> bool:
        results = {"uris": GLib.Variant("as", [self._folder.as_uri()])}
        answer = GLib.Variant("(ua{sv})", (0, results))
        self._connection.emit_signal(None, request, "org.freedesktop.portal.Request", "Response", answer)
        return False

    def _look(self) -> bool:
        if self._sign.exists() != self._was_dark:
            self._was_dark = self._sign.exists()
            value = GLib.Variant("(ssv)", (APPEARANCE, SCHEME, self._scheme()))
            self._connection.emit_signal(
                None, PLACE, "org.freedesktop.portal.Settings", "SettingChanged", value
            )
        return True


if __name__ == "__main__":
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    portal = Portal(bus, Path(sys.argv[1]), Path(sys.argv[2]))
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()
