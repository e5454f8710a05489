"""A window with one field, as a sign-in form: its title says what is typed into it."""
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk

window = Gtk.Window(title=sys.argv[1])
window.set_default_size(500, 300)
entry = Gtk.Entry(valign=Gtk.Align.CENTER)
entry.connect("changed", lambda field: window.set_title("Typed " + field.get_text()))
window.add(entry)
window.show_all()
Gtk.main()
