/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/shortcuts.h"

#include "app/window/actions.h"

#include <glib/gi18n-lib.h>

#define MOST_IN_GROUP 12

typedef struct
{
  const char *title; /* msgid */
  const char *keys;  /* as GtkShortcutsShortcut takes them */
} Shortcut;

/* What GTK's lists do, and what is no action of the window. */
static const Shortcut IN_LISTS[] = {
  { N_("Next Row, Previous Row"), "Down Up" },
  { N_("Next Row, Previous Row"), "j k" },
  { N_("Open the Row"), "Return" },
  { N_("Select or Unselect the Row"), "space" },
  { N_("Select More Rows"), "<Shift>Down <Shift>Up" },
  { N_("Out of the List, Forward or Back"), "Tab <Shift>Tab" },
  { N_("Back"), "Escape" },
  { N_("Save the Note"), "<Control>Return" },
};

/* In the picker, where something is written to a customer, and where phrases and articles are written themselves. */
static const Shortcut IN_PHRASES[] = {
  { N_("A Phrase, in an Empty Note or Where a Word Begins"), "slash" },
  { N_("Copy, and Write Down That It Was Said"), "<Control>Return" },
  { N_("Put the Phrase Into the Note"), "<Alt>Return" },
  { N_("Take a Favourite"), "<Alt>1...9" },
  { N_("Say It in Other Words"), "<Alt>Down <Alt>Up" },
  { N_("Next Blank, Previous Blank"), "Tab <Shift>Tab" },
  { N_("Put the Better Wording In"), "<Alt>g" },
  { N_("Next Word That the Shop Does Not Say"), "F8" },
  { N_("Open an Answer Below the Note"), "<Alt>1...3" },
  { N_("Edit the Selected Phrase"), "F4" },
  { N_("Insert a Placeholder or a Blank Into a Phrase"), "<Alt>i" },
  { N_("Put a Picture Into an Article"), "<Control><Shift>p" },
  { N_("Save the Phrase or the Article"), "<Control>s" },
};

static const Shortcut IN_MONTH[] = {
  { N_("From Day to Day"), "Left Right Up Down" },
  { N_("Previous Month, Next Month"), "Page_Up Page_Down" },
  { N_("Open What Is on the Day, or Plan Something"), "Return" },
  { N_("From Bar to Bar"), "Tab <Shift>Tab" },
  { N_("Move the Bar to Another Day"), "<Alt>Left <Alt>Right" },
  { N_("Move the Bar to Another Week"), "<Alt>Up <Alt>Down" },
  { N_("Make the Bar Longer or Shorter"), "<Shift><Alt>Right <Shift><Alt>Left" },
};

static const Shortcut IN_WINDOW[] = {
  { N_("Search, or a Command"), "<Control>k" },
  { N_("Show the Sidebar"), "F9" },
  { N_("Fold a Section of the Sidebar, Unfold It"), "Left Right" },
  { N_("Next Pane, Previous Pane"), "F6 <Shift>F6" },
  { N_("Name and Icon of the View, in the Sidebar"), "F2" },
  { N_("Move the View Up or Down, in the Sidebar"), "<Alt>Up <Alt>Down" },
  { N_("Paste Photos Into the Case"), "<Control>v" },
  { N_("Keyboard Shortcuts"), "<Control>question" },
  { N_("Quit"), "<Control>q" },
};

/* In GTK 4.8 only a builder can put the parts of a shortcuts window together. */
static void
append_shortcut (GString    *xml,
                 const char *title,
                 const char *keys)
{
  g_autofree char *shortcut = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsShortcut'>"
    "<property name='title'>%s</property><property name='accelerator'>%s</property>"
    "</object></child>", title, keys);

  g_string_append (xml, shortcut);
}

static void
begin_group (GString    *xml,
             const char *title)
{
  g_autofree char *group = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);

  g_string_append (xml, group);
}

static void
end_group (GString *xml)
{
  g_string_append (xml, "</object></child>");
}

static void
append_group (GString        *xml,
              const char     *title,
              const Shortcut *shortcuts,
              gsize           n_shortcuts)
{
  begin_group (xml, title);
  for (gsize i = 0; i < n_shortcuts; i++)
    append_shortcut (xml, _(shortcuts[i].title), shortcuts[i].keys);
  end_group (xml);
}

/* A group is never broken: many actions are several, or they would not fit on the screen. */
static void
append_actions (GString    *xml,
                const char *title,
                DaybookWhen when)
{
  guint n_actions, n_shown = 0;
  const DaybookActionEntry *actions = daybook_actions (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (actions[i].title != NULL && actions[i].accel != NULL && actions[i].when == when)
      {
        if (n_shown % MOST_IN_GROUP == 0)
          {
            if (n_shown > 0)
              end_group (xml);
            begin_group (xml, title);
          }
        append_shortcut (xml, _(actions[i].title), actions[i].accel);
        n_shown++;
      }
  end_group (xml);
}

void
daybook_shortcuts_show (DaybookWindow *window)
{
  g_autoptr(GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                         "<property name='modal'>1</property>"
                                         "<child><object class='GtkShortcutsSection'>"
                                         "<property name='section-name'>all</property>"
                                         "<property name='max-height'>12</property>");
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  /* What fills several pages GTK 4.8 begins with the last of them. */
  append_group (xml, _("Phrases and Articles"), IN_PHRASES, G_N_ELEMENTS (IN_PHRASES));
  append_group (xml, _("Month of Campaigns"), IN_MONTH, G_N_ELEMENTS (IN_MONTH));
  append_actions (xml, C_("shortcuts", "Rows"), DAYBOOK_WHEN_PAGE);
  append_group (xml, _("Lists"), IN_LISTS, G_N_ELEMENTS (IN_LISTS));
  append_actions (xml, _("Book"), DAYBOOK_WHEN_OPEN);
  append_group (xml, _("Window"), IN_WINDOW, G_N_ELEMENTS (IN_WINDOW));
  g_string_append (xml, "</object></child></object></interface>");

  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (window));
  gtk_window_present (shortcuts);
}
