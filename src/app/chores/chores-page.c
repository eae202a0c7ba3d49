/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chores/chores-page.h"

#include "app/chores/chore-panel.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "core/moment.h"
#include "store/chores.h"

#include <glib/gi18n-lib.h>

#define CHORE "daybook-chore"
/* Of one that is made with a name alone, until its times are said. */
#define USUAL "daily 18:00"

struct _DaybookChoresPage
{
  DaybookPage          parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *own;
  AdwEntryRow         *add;
  GtkBox              *templates;
  GtkWidget           *panel_place;

  /* Owned */
  DaybookDesk         *desk;
  GPtrArray           *rows;   /* of `own`, borrowed */
  GPtrArray           *chores; /* DaybookChore: what is shown */
  DaybookId            open;   /* in the panel; null: nothing */
  DaybookId            made;   /* to be opened once it is there; null: nothing */
  DaybookChorePanel   *panel;  /* borrowed; NULL until it is opened */
  gboolean             filling;
  gboolean             stale;  /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookChoresPage, daybook_chores_page, DAYBOOK_TYPE_PAGE)

static DaybookStore *
get_store (DaybookChoresPage *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookChoresPage *self)
{
  return daybook_store_get_reader (get_store (self));
}

/* --- The panel ------------------------------------------------------------------------------ */

static void
on_edit_wanted (DaybookChoresPage *self,
                DaybookEdit       *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

static void
on_dropped (DaybookChoresPage *self)
{
  self->open = (DaybookId) { 0 };
  daybook_page_close_panel (DAYBOOK_PAGE (self));
}

static DaybookChorePanel *
obtain_panel (DaybookChoresPage *self)
{
  if (self->panel == NULL)
    {
      self->panel = DAYBOOK_CHORE_PANEL (daybook_chore_panel_new (self->desk));
      g_signal_connect_object (self->panel, "edit", G_CALLBACK (on_edit_wanted), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->panel, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (self->panel_place), GTK_WIDGET (self->panel));
    }
  return self->panel;
}

static void
open_row (DaybookPage     *page,
          const DaybookId *id)
{
  DaybookChoresPage *self = DAYBOOK_CHORES_PAGE (page);
  g_autoptr(DaybookRow) row = daybook_reader_find (get_reader (self), &daybook_chores, id, NULL);

  if (row == NULL)
    return;

  self->open = *id;
  daybook_chore_panel_show (obtain_panel (self), row);
  daybook_page_open_panel (page);
  daybook_chore_panel_begin (self->panel);
}

/* --- Acts -------------------------------------------------------------------------------------- */

static const DaybookChore *
chore_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), CHORE);
}

static void
on_row_activated (DaybookChoresPage *self,
                  GtkWidget         *row)
{
  open_row (DAYBOOK_PAGE (self), &chore_of (row)->row->id);
}

/* One that is switched on stands above from now on, and opens: its times may be others here. */
static void
on_template_switched (DaybookChoresPage *self,
                      GParamSpec        *pspec,
                      GtkSwitch         *on_switch)
{
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling || !gtk_switch_get_active (on_switch))
    return;

  edit = daybook_chore_act_use (chore_of (on_switch), DAYBOOK_CHORE_ON, daybook_store_get_agent (get_store (self)),
                                daybook_store_get_now (get_store (self)), &self->made);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_added (DaybookChoresPage *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  g_autofree char *name = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (*title == '\0')
    return;

  name = g_strdup_printf (_("Chore · %s"), title);
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, name, daybook_store_get_agent (get_store (self)));
  daybook_chore_add (edit, title, USUAL, daybook_store_get_now (get_store (self)), &self->made);
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* --- Rows ----------------------------------------------------------------------------------------- */

static char *
say_when (const DaybookChore *chore)
{
  DaybookRecurrence recurrence;

  return daybook_recurrence_parse (daybook_chore_when (chore), &recurrence, NULL) ? daybook_recurrence_words (&recurrence)
                                                                                   : g_strdup (daybook_chore_when (chore));
}

/* "Next: Tomorrow 14:30", "Since 11-22 18:00, 3 times" (transfer full) */
static char *
say_next (DaybookChoresPage  *self,
          const DaybookChore *chore)
{
  g_autofree char *open = chore->open != 0 ? daybook_moment_format (chore->open, daybook_store_get_now (get_store (self)),
                                                                    daybook_store_get_zone (get_store (self))) : NULL;

  if (!daybook_chore_is_used (chore))
    return g_strdup (_("Off"));
  if (open == NULL)
    return g_strdup ("");
  if (chore->n_due > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Due since %1$s, %2$u time", "Due since %1$s, %2$u times", chore->n_due), open, chore->n_due);

  return chore->n_due == 1 ? g_strdup_printf (_("Due since %s"), open) : g_strdup (open);
}

/* Titles of rows are markup in libadwaita 1.2 unless it is said. */
static GtkWidget *
make_row (const DaybookChore *chore)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = daybook_chore_title (chore);
  g_autofree char *when = say_when (chore);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data (G_OBJECT (row), CHORE, (gpointer) chore);
  return row;
}

static void
add_own (DaybookChoresPage  *self,
         const DaybookChore *chore)
{
  GtkWidget *row = make_row (chore), *label;
  g_autofree char *next = say_next (self, chore);

  label = gtk_label_new (next);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, chore->n_due > 0 ? "warning" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->own, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_template (DaybookChoresPage  *self,
              GtkWidget          *group,
              const DaybookChore *chore)
{
  GtkWidget *row = make_row (chore), *on_switch = gtk_switch_new ();

  /* Its row names the switch. */
  gtk_widget_set_tooltip_text (row, chore->shipped->help);
  gtk_widget_set_valign (on_switch, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (on_switch), CHORE, (gpointer) chore);
  g_signal_connect_object (on_switch, "notify::active", G_CALLBACK (on_template_switched), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on_switch);
  gtk_widget_set_sensitive (row, daybook_desk_may (self->desk, DAYBOOK_RIGHT_SETTINGS));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* --- The lists --------------------------------------------------------------------------------------- */

static void
clear (DaybookChoresPage *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->own, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->templates))) != NULL)
    gtk_box_remove (self->templates, child);
}

static GtkWidget *
make_group (DaybookPassWho who)
{
  /* By DaybookPassWho. */
  static const char *const TITLES[] = {
    NC_("checklists", "For Everyone"), NC_("checklists", "Presale"), NC_("checklists", "After-Sales"), NC_("checklists", "For the Lead"),
  };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), g_dpgettext2 (GETTEXT_PACKAGE, "checklists", TITLES[who]));
  return group;
}

static void
fill_templates (DaybookChoresPage *self)
{
  for (guint who = DAYBOOK_PASS_EVERYONE; who <= DAYBOOK_PASS_LEAD; who++)
    {
      GtkWidget *group = NULL;

      for (guint i = 0; i < self->chores->len; i++)
        {
          const DaybookChore *chore = g_ptr_array_index (self->chores, i);

          if (chore->row != NULL || chore->shipped->who != who)
            continue;
          if (group == NULL)
            {
              group = make_group ((DaybookPassWho) who);
              gtk_box_append (self->templates, group);
            }
          add_template (self, group, chore);
        }
    }
}

/* The line for a new one stays the last. */
static void
fill_own (DaybookChoresPage *self)
{
  adw_preferences_group_remove (self->own, GTK_WIDGET (self->add));
  for (guint i = 0; i < self->chores->len; i++)
    {
      const DaybookChore *chore = g_ptr_array_index (self->chores, i);

      if (chore->row != NULL)
        add_own (self, chore);
    }
  adw_preferences_group_add (self->own, GTK_WIDGET (self->add));
  adw_preferences_group_set_description (self->own, self->rows->len > 0 ? NULL
    : _("Nothing comes again yet. Switch on below what your shop does, or write down a chore of your own: it then stands in Today"
        " when it is due, and is followed by the next time when it is done."));
}

static void
show_open (DaybookChoresPage *self)
{
  g_autoptr(DaybookRow) row = NULL;

  if (!daybook_id_is_null (&self->made))
    {
      DaybookId made = self->made;

      row = daybook_reader_find (get_reader (self), &daybook_chores, &made, NULL);
      if (row == NULL)
        return;
      self->made = (DaybookId) { 0 };
      open_row (DAYBOOK_PAGE (self), &made);
      return;
    }
  if (daybook_id_is_null (&self->open) || !daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    return;

  row = daybook_reader_find (get_reader (self), &daybook_chores, &self->open, NULL);
  if (row != NULL && daybook_row_int (row, DAYBOOK_CHORE_DELETED) == 0)
    daybook_chore_panel_show (obtain_panel (self), row);
  else
    on_dropped (self);
}

static void
fill (DaybookChoresPage *self)
{
  GPtrArray *chores = daybook_chores_read (get_reader (self), NULL);

  if (chores == NULL)
    return;

  self->filling = TRUE;
  clear (self);
  g_clear_pointer (&self->chores, g_ptr_array_unref);
  self->chores = chores;
  fill_own (self);
  fill_templates (self);
  gtk_widget_set_visible (GTK_WIDGET (self->add), daybook_desk_may (self->desk, DAYBOOK_RIGHT_SETTINGS));
  self->filling = FALSE;
  show_open (self);
}

/* --- The page ------------------------------------------------------------------------------------------- */

static void
on_book_changed (DaybookChoresPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    fill (self);
}

static void
shown (DaybookPage *page)
{
  DaybookChoresPage *self = DAYBOOK_CHORES_PAGE (page);

  if (self->stale)
    fill (self);
  self->stale = FALSE;
}

static void
daybook_chores_page_dispose (GObject *object)
{
  DaybookChoresPage *self = DAYBOOK_CHORES_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->chores, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_chores_page_parent_class)->dispose (object);
}

static void
daybook_chores_page_class_init (DaybookChoresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_chores_page_dispose;
  page_class->shown = shown;
  page_class->open_row = open_row;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/chores/chores-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookChoresPage, own);
  gtk_widget_class_bind_template_child (widget_class, DaybookChoresPage, add);
  gtk_widget_class_bind_template_child (widget_class, DaybookChoresPage, templates);
  gtk_widget_class_bind_template_child (widget_class, DaybookChoresPage, panel_place);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
}

static void
daybook_chores_page_init (DaybookChoresPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_chores_page_new (DaybookStore *store)
{
  DaybookChoresPage *self = g_object_new (DAYBOOK_TYPE_CHORES_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  fill (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "agent-changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (self->desk), "minute", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
