/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/pass-page.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "core/day.h"
#include "core/moment.h"
#include "store/passes.h"

#include <glib/gi18n-lib.h>

struct _DaybookPassPage
{
  DaybookPage        parent_instance;

  /* Template widgets */
  GtkLabel          *help;
  GtkBox            *today;
  GtkBox            *yesterday;

  /* Owned */
  DaybookStore      *store;
  char              *day;  /* of `today` */

  const DaybookPass *pass; /* lives for good */
  gboolean           filling;
  gboolean           stale; /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookPassPage, daybook_pass_page, DAYBOOK_TYPE_PAGE)

/* A place of a round of today: what its row knows. */
typedef struct
{
  const DaybookPassRound *round;
  const DaybookPassStep  *step;
} Place;

/* --- Acts ----------------------------------------------------------------------------- */

static void
on_toggled (DaybookPassPage *self,
            GtkCheckButton  *check)
{
  const Place *place = g_object_get_data (G_OBJECT (check), "place");
  DaybookTickState state = gtk_check_button_get_active (check) ? DAYBOOK_TICK_ON : DAYBOOK_TICK_OFF;
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling)
    return;

  edit = daybook_pass_act_tick (self->pass, self->day, place->round, place->step, state,
                                daybook_store_get_agent (self->store), daybook_store_get_now (self->store));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* --- Rows ------------------------------------------------------------------------------- */

/* "09:02 · 林晓", or what is looked for there. */
static char *
describe (DaybookPassPage       *self,
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
make_row (DaybookPassPage       *self,
          const DaybookPassStep *step,
          const DaybookRow      *tick)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (self, step, tick);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
make_check (DaybookPassPage        *self,
            const DaybookPassRound *round,
            const DaybookPassStep  *step,
            const DaybookRow       *tick)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("%s · %s", round->label, step->label);
  Place *place = g_new0 (Place, 1);

  *place = (Place) { round, step };
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tick != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "place", place, g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
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
add_today (DaybookPassPage        *self,
           GtkWidget              *group,
           const DaybookPassRound *round,
           const DaybookPassStep  *step,
           const DaybookRow       *tick)
{
  GtkWidget *row = make_row (self, step, tick);
  GtkWidget *check = make_check (self, round, step, tick);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (step->begins != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_found (step));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_past (DaybookPassPage       *self,
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

/* --- Days --------------------------------------------------------------------------------- */

static guint
count_round (DaybookPassPage        *self,
             const DaybookPassRound *round,
             GPtrArray              *ticks)
{
  guint n = 0;

  for (guint i = 0; i < self->pass->steps->len; i++)
    n += daybook_pass_ticks_find (ticks, round->key, ((const DaybookPassStep *) g_ptr_array_index (self->pass->steps, i))->key) != NULL;
  return n;
}

/* "Before the Shift · 3 of 5"; a group's title is markup. */
static GtkWidget *
make_group (DaybookPassPage        *self,
            const char             *label,
            const DaybookPassRound *round,
            GPtrArray              *ticks)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: a part of the day, how many places of it were looked at, and how many there are. */
  g_autofree char *title = g_strdup_printf (_("%1$s · %2$u of %3$u"), label, count_round (self, round, ticks), self->pass->steps->len);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  return group;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_today (DaybookPassPage *self,
            GPtrArray       *ticks)
{
  for (guint i = 0; i < self->pass->rounds->len; i++)
    {
      const DaybookPassRound *round = g_ptr_array_index (self->pass->rounds, i);
      GtkWidget *group = make_group (self, round->label, round, ticks);

      for (guint k = 0; k < self->pass->steps->len; k++)
        {
          const DaybookPassStep *step = g_ptr_array_index (self->pass->steps, k);

          add_today (self, group, round, step, daybook_pass_ticks_find (ticks, round->key, step->key));
        }
      gtk_box_append (self->today, group);
    }
}

static void
fill_yesterday (DaybookPassPage *self,
                GPtrArray       *ticks)
{
  for (guint i = 0; i < self->pass->rounds->len; i++)
    {
      const DaybookPassRound *round = g_ptr_array_index (self->pass->rounds, i);
      /* Translators: %s is a part of the day: “Before the Shift”. */
      g_autofree char *label = g_strdup_printf (_("Yesterday: %s"), round->label);
      GtkWidget *group = make_group (self, label, round, ticks);

      for (guint k = 0; k < self->pass->steps->len; k++)
        {
          const DaybookPassStep *step = g_ptr_array_index (self->pass->steps, k);

          add_past (self, group, step, daybook_pass_ticks_find (ticks, round->key, step->key));
        }
      gtk_box_append (self->yesterday, group);
    }
}

static GPtrArray *
read_ticks (DaybookPassPage *self,
            const char      *day)
{
  GPtrArray *ticks = daybook_reader_pass_ticks (daybook_store_get_reader (self->store), self->pass->key, day, NULL);

  return ticks != NULL ? ticks : g_ptr_array_new ();
}

/* The place of the focus is kept: who ticks by keys goes on with the next place. */
static int
find_focus (DaybookPassPage *self,
            GPtrArray       *checks)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < checks->len; i++)
    if (gtk_widget_is_ancestor (g_ptr_array_index (checks, i), focus) || g_ptr_array_index (checks, i) == (gpointer) focus)
      return (int) i;
  return -1;
}

/* The rows of today, in their order. (element-type GtkWidget) */
static void
add_rows (GtkWidget *widget,
          GPtrArray *rows)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_rows (child, rows);
}

static void
show_ticks (DaybookPassPage *self)
{
  gint64 now = daybook_store_get_now (self->store);
  GTimeZone *zone = daybook_store_get_zone (self->store);
  g_autofree char *before = daybook_day_of (daybook_moment_day (now, zone, -1), zone);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  int focus;

  add_rows (GTK_WIDGET (self->today), rows);
  focus = find_focus (self, rows);
  g_free (self->day);
  self->day = daybook_day_of (now, zone);
  g_autoptr(GPtrArray) ticks = read_ticks (self, self->day);
  g_autoptr(GPtrArray) past = read_ticks (self, before);

  self->filling = TRUE;
  clear (self->today);
  clear (self->yesterday);
  fill_today (self, ticks);
  fill_yesterday (self, past);
  self->filling = FALSE;

  g_ptr_array_set_size (rows, 0);
  add_rows (GTK_WIDGET (self->today), rows);
  if (focus >= 0 && (guint) focus < rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (rows, focus));
}

/* --- The page -------------------------------------------------------------------------------- */

static void
on_book_changed (DaybookPassPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    show_ticks (self);
}

static void
shown (DaybookPage *page)
{
  DaybookPassPage *self = DAYBOOK_PASS_PAGE (page);

  if (self->stale)
    show_ticks (self);
  self->stale = FALSE;
}

static void
daybook_pass_page_dispose (GObject *object)
{
  DaybookPassPage *self = DAYBOOK_PASS_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->day, g_free);

  G_OBJECT_CLASS (daybook_pass_page_parent_class)->dispose (object);
}

static void
daybook_pass_page_class_init (DaybookPassPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_pass_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/passes/pass-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPassPage, help);
  gtk_widget_class_bind_template_child (widget_class, DaybookPassPage, today);
  gtk_widget_class_bind_template_child (widget_class, DaybookPassPage, yesterday);
}

static void
daybook_pass_page_init (DaybookPassPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_sweep_page_new (DaybookStore *store)
{
  DaybookPassPage *self = g_object_new (DAYBOOK_TYPE_PASS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  daybook_page_set_title (DAYBOOK_PAGE (self), self->pass->title);
  gtk_label_set_label (self->help, self->pass->help);
  show_ticks (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (daybook_desk_of (store)), "day", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
