/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/tick-group.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "store/passes.h"

#include <glib/gi18n-lib.h>

#define PLACE "daybook-place"

/* What the group and its rows know. */
typedef struct
{
  DaybookStore           *store; /* a reference */
  const DaybookPass      *pass;
  const DaybookPassRound *round;
  char                   *day;
} Ticks;

static void
free_ticks (gpointer data)
{
  Ticks *self = data;

  g_object_unref (self->store);
  g_free (self->day);
  g_free (self);
}

/* --- Acts ----------------------------------------------------------------------------- */

static GtkWidget *
row_of (GtkWidget *check)
{
  return gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);
}

/* Whoever ticks by keys goes on with the next place. */
static void
go_on (GtkWidget *check)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row_of (check));

  if (next != NULL && ADW_IS_ACTION_ROW (next))
    gtk_widget_grab_focus (next);
}

static void
on_toggled (GtkCheckButton *check,
            Ticks          *self)
{
  const DaybookPassStep *step = g_object_get_data (G_OBJECT (check), PLACE);
  gboolean on = gtk_check_button_get_active (check);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (check));
  g_autoptr(DaybookEdit) edit = daybook_pass_act_tick (self->pass, self->day, self->round, step, on ? DAYBOOK_TICK_ON : DAYBOOK_TICK_OFF,
                                                       daybook_store_get_agent (self->store), daybook_store_get_now (self->store));

  if (on)
    go_on (GTK_WIDGET (check));
  daybook_shell_commit (shell, edit, NULL);
}

/* --- Rows ------------------------------------------------------------------------------- */

/* "09:02 · 林晓", or what is looked for there. */
static char *
describe (const Ticks           *self,
          const DaybookPassStep *step,
          const DaybookRow      *tick)
{
  DaybookDesk *desk = daybook_desk_of (self->store);
  g_autofree char *at = NULL;
  g_autofree char *agent = NULL;

  if (tick == NULL)
    return g_strdup (step->hint != NULL ? step->hint : "");

  at = daybook_desk_format (desk, tick, DAYBOOK_PASS_TICK_AT, DAYBOOK_SHOW_MASKED);
  agent = daybook_desk_format (desk, tick, DAYBOOK_PASS_TICK_AGENT, DAYBOOK_SHOW_MASKED);
  return *agent != '\0' ? g_strjoin (" · ", at, agent, NULL) : g_steal_pointer (&at);
}

/* Titles of rows are markup in libadwaita 1.2 unless it is said. */
static GtkWidget *
make_row (const Ticks           *self,
          const DaybookPassStep *step,
          const DaybookRow      *tick)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (self, step, tick);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
make_check (Ticks                 *self,
            const DaybookPassStep *step,
            const DaybookRow      *tick)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = *self->round->label != '\0' ? g_strdup_printf ("%s · %s", self->round->label, step->label) : g_strdup (step->label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tick != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), PLACE, (gpointer) step);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

/* The case of what was found there, begun at once. */
static GtkWidget *
make_found (const DaybookPassStep *step)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, step->found);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, step->found, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssss)", step->begins, "", "", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-case-of");
  return button;
}

static void
add_live (Ticks                 *self,
          GtkWidget             *group,
          const DaybookPassStep *step,
          const DaybookRow      *tick)
{
  GtkWidget *row = make_row (self, step, tick);
  GtkWidget *check = make_check (self, step, tick);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (step->begins != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_found (step));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_past (Ticks                 *self,
          GtkWidget             *group,
          const DaybookPassStep *step,
          const DaybookRow      *tick)
{
  GtkWidget *row = make_row (self, step, tick);
  GtkWidget *icon = gtk_image_new_from_icon_name (tick != NULL ? "object-select-symbolic" : "window-close-symbolic");

  if (tick == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Not looked at"));
  gtk_widget_add_css_class (icon, tick != NULL ? "success" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tick != NULL ? _("Looked at") : _("Not looked at"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* --- The group ---------------------------------------------------------------------------- */

static guint
count_ticked (const Ticks *self,
              GPtrArray   *ticks)
{
  guint n = 0;

  for (guint i = 0; i < self->pass->steps->len; i++)
    n += daybook_pass_ticks_find (ticks, self->round->key, ((const DaybookPassStep *) g_ptr_array_index (self->pass->steps, i))->key) != NULL;
  return n;
}

/* "Before the Shift · 3 of 5"; a group's title is markup. */
static void
set_heading (GtkWidget   *group,
             const Ticks *self,
             GPtrArray   *ticks,
             const char  *label)
{
  /* Translators: a part of the day, how many places of it were looked at, and how many there are. */
  g_autofree char *title = g_strdup_printf (_("%1$s · %2$u of %3$u"), label, count_ticked (self, ticks), self->pass->steps->len);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
}

GtkWidget *
daybook_tick_group_new (DaybookStore           *store,
                        const DaybookPass      *pass,
                        const DaybookPassRound *round,
                        const char             *day,
                        const char             *label,
                        DaybookTicksState       state)
{
  g_autoptr(GPtrArray) read = daybook_reader_pass_ticks (daybook_store_get_reader (store), pass->key, day, NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  GPtrArray *ticks = read != NULL ? read : none;
  GtkWidget *group = adw_preferences_group_new ();
  Ticks *self = g_new0 (Ticks, 1);

  *self = (Ticks) { g_object_ref (store), pass, round, g_strdup (day) };
  g_object_set_data_full (G_OBJECT (group), "daybook-ticks", self, free_ticks);
  set_heading (group, self, ticks, label);
  for (guint i = 0; i < pass->steps->len; i++)
    {
      const DaybookPassStep *step = g_ptr_array_index (pass->steps, i);
      const DaybookRow *tick = daybook_pass_ticks_find (ticks, round->key, step->key);

      if (state == DAYBOOK_TICKS_LIVE)
        add_live (self, group, step, tick);
      else
        add_past (self, group, step, tick);
    }
  return group;
}

/* --- The focus -------------------------------------------------------------------------------- */

/* The rows below a widget, in their order. (element-type GtkWidget) */
static void
add_rows (GtkWidget *widget,
          GPtrArray *rows)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_rows (child, rows);
}

int
daybook_ticks_find_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  add_rows (widget, rows);
  for (guint i = 0; focus != NULL && i < rows->len; i++)
    if (gtk_widget_is_ancestor (focus, g_ptr_array_index (rows, i)) || g_ptr_array_index (rows, i) == (gpointer) focus)
      return (int) i;
  return -1;
}

void
daybook_ticks_put_focus (GtkWidget *widget,
                         int        row)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  add_rows (widget, rows);
  if (row >= 0 && (guint) row < rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (rows, row));
}
