"""A window that offers the files named as arguments to whoever drags out of it."""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

uris = [pathlib.Path(name).as_uri() for name in sys.argv[1:]]
window = Gtk.Window(title="Files to drag")
window.set_default_size(160, 140)
surface = Gtk.EventBox()
surface.add(Gtk.Label(label=f"{len(uris)} files"))
surface.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
surface.drag_source_add_uri_targets()
surface.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris(uris))
window.add(surface)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
