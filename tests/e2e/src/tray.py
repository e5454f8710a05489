"""A desktop's tray: takes the icon that a program puts into it, and does with it what it is told
line by line. Answers each line with one.

icon: a number that its pixels make. activate: a click. menu NAME: the item of this name."""
import sys
import zlib

from gi.repository import Gio, GLib

WATCHER = """<node><interface name='org.kde.StatusNotifierWatcher'>
<method name='RegisterStatusNotifierItem'><arg type='s' direction='in'/></method>
<method name='RegisterStatusNotifierHost'><arg type='s' direction='in'/></method>
<property name='RegisteredStatusNotifierItems' type='as' access='read'/>
<property name='IsStatusNotifierHostRegistered' type='b' access='read'/>
<property name='ProtocolVersion' type='i' access='read'/>
<signal name='StatusNotifierItemRegistered'><arg type='s'/></signal>
<signal name='StatusNotifierItemUnregistered'><arg type='s'/></signal>
<signal name='StatusNotifierHostRegistered'/>
</interface></node>"""

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
items = []


def called(connection, sender, path, interface, method, arguments, invocation):
    if method == "RegisterStatusNotifierItem":
        items.append(sender)
    invocation.return_value(None)


def read(connection, sender, path, interface, name):
    return {
        "RegisteredStatusNotifierItems": GLib.Variant("as", items),
        "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
        "ProtocolVersion": GLib.Variant("i", 0),
    }[name]


def ask(path, interface, method, arguments):
    return bus.call_sync(
        items[-1], path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000
    ).unpack()


def answer(line):
    word, _, name = line.partition(" ")
    if word == "icon":
        item = GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", "IconPixmap"))
        ((pixels,),) = ask("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", item)
        return zlib.crc32(bytes(pixels[2]))
    if word == "activate":
        at = GLib.Variant("(ii)", (0, 0))
        return ask("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate", at)
    all_of_it = GLib.Variant("(iias)", (0, -1, []))
    _, (_, _, entries) = ask("/MenuBar", "com.canonical.dbusmenu", "GetLayout", all_of_it)
    chosen = [entry[0] for entry in entries if entry[1].get("label") == name]
    click = GLib.Variant("(isvu)", (chosen[0], "clicked", GLib.Variant("i", 0), 0))
    return ask("/MenuBar", "com.canonical.dbusmenu", "Event", click)


def told(channel, condition):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    print(answer(line.strip()) if items else "none", flush=True)
    return True


bus.register_object(
    "/StatusNotifierWatcher",
    Gio.DBusNodeInfo.new_for_xml(WATCHER).interfaces[0],
    called,
    read,
    None,
)
loop = GLib.MainLoop()
ready = lambda *_: print("ready", flush=True)
Gio.bus_own_name_on_connection(
    bus, "org.kde.StatusNotifierWatcher", Gio.BusNameOwnerFlags.NONE, ready, None
)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, told)
loop.run()
