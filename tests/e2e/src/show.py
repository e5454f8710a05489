"""A window that shows the picture named first at a place: left, top, and whether over all."""

import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402


def print_drawn():
    print("drawn", flush=True)


picture, left, top, kind = sys.argv[1:]
over_all = kind == "over-all"
window = Gtk.Window(
    title="A picture",
    type=Gtk.WindowType.POPUP if over_all else Gtk.WindowType.TOPLEVEL,
)
window.set_decorated(False)
window.add(Gtk.Image.new_from_file(picture))
# Drawing goes before what may wait, so by then it is done.
window.connect(
    "map-event",
    lambda *_: GLib.idle_add(print_drawn, priority=GLib.PRIORITY_LOW),
)
window.move(int(left), int(top))
window.show_all()
Gtk.main()
