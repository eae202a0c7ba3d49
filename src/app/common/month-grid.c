/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/month-grid.h"

#include "app/common/bits.h"
#include "app/common/day-drag.h"
#include "app/common/week-row.h"
#include "app/common/words.h"
#include "core/month.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

struct _DaybookMonthGrid
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkLabel       *title;
  GtkWidget      *names;
  GtkWidget      *weeks;

  /* Owned */
  GPtrArray      *planned; /* DaybookPlanned, or NULL */
  GtkWidget      *popover; /* over a busy day, or NULL */

  DaybookDayDrag *drag;    /* borrowed */
  GDateWeekday    begins;
  GDate           today;
  GDate           month;   /* the first day of that which is shown */
  GDate           day;     /* at hand: it has the focus, or gets it */
  gint64          follow;  /* key of a bar that was moved, and has the focus where it stands then; 0: none */
};

G_DEFINE_FINAL_TYPE (DaybookMonthGrid, daybook_month_grid, ADW_TYPE_BIN)

enum
{
  TURNED,
  OPENED,
  WANTED,
  MOVED,
  STRETCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* By the language's own habit; both numbers are glibc's: the day that it calls the first, counted from a Sunday or a
 * Monday on. */
static GDateWeekday
find_begin_of_week (void)
{
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  guint first = (guint) *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint sunday_based = (origin == 19971201 ? 1 : 0) + MAX (first, 1) - 1;

  return (GDateWeekday) (sunday_based % DAYBOOK_WEEK_DAYS == 0 ? G_DATE_SUNDAY : sunday_based % DAYBOOK_WEEK_DAYS);
}

/* --- Finding ------------------------------------------------------------------------------ */

static DaybookWeekRow *
week_of (DaybookMonthGrid *self,
         const GDate      *day)
{
  for (GtkWidget *week = gtk_widget_get_first_child (self->weeks); week != NULL; week = gtk_widget_get_next_sibling (week))
    {
      DaybookDayCell *first = daybook_week_row_get_cell (DAYBOOK_WEEK_ROW (week), 0);
      int days = g_date_days_between (daybook_day_cell_get_day (first), day);

      if (days >= 0 && days < DAYBOOK_WEEK_DAYS)
        return DAYBOOK_WEEK_ROW (week);
    }
  return NULL;
}

static DaybookDayCell *
cell_of (DaybookMonthGrid *self,
         const GDate      *day)
{
  DaybookWeekRow *week = week_of (self, day);
  DaybookDayCell *first = week != NULL ? daybook_week_row_get_cell (week, 0) : NULL;

  return week != NULL ? daybook_week_row_get_cell (week, (guint) g_date_days_between (daybook_day_cell_get_day (first), day)) : NULL;
}

/* (transfer none), or NULL */
static GtkWidget *
find_focus (DaybookMonthGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->weeks) ? focus : NULL;
}

static DaybookDayBar *
find_focused_bar (DaybookMonthGrid *self)
{
  GtkWidget *focus = find_focus (self);

  return DAYBOOK_IS_DAY_BAR (focus) ? DAYBOOK_DAY_BAR (focus) : NULL;
}

/* --- The days in sight ------------------------------------------------------------------------ */

/* One day alone is reached by Tab, and all others from there. */
static void
set_at_hand (DaybookMonthGrid *self,
             const GDate      *day)
{
  DaybookDayCell *old = cell_of (self, &self->day), *new;

  if (old != NULL)
    gtk_widget_set_focusable (GTK_WIDGET (old), FALSE);
  self->day = *day;
  new = cell_of (self, day);
  if (new != NULL)
    gtk_widget_set_focusable (GTK_WIDGET (new), TRUE);
}

static void
place_cells (DaybookMonthGrid *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  for (GtkWidget *week = gtk_widget_get_first_child (self->weeks); week != NULL; week = gtk_widget_get_next_sibling (week))
    {
      for (guint i = 0; i < DAYBOOK_WEEK_DAYS; i++)
        daybook_day_cell_place (daybook_week_row_get_cell (DAYBOOK_WEEK_ROW (week), i), &self->today, &self->month);
      daybook_week_row_show (DAYBOOK_WEEK_ROW (week), self->planned != NULL ? self->planned : none);
    }
}

static void
show_title (DaybookMonthGrid *self)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (g_date_get_year (&self->month), g_date_get_month (&self->month), 1, 12, 0, 0);
  /* Translators: a month, in the way of strftime: November 2026 */
  g_autofree char *title = time != NULL ? g_date_time_format (time, C_("month", "%B %Y")) : NULL;

  gtk_label_set_text (self->title, title != NULL ? title : "");
}

/* Those of the month in which `day` is. */
static void
build_weeks (DaybookMonthGrid *self,
             const GDate      *day)
{
  guint n = daybook_month_weeks (day, self->begins);
  GDate first;

  self->month = *day;
  g_date_set_day (&self->month, 1);
  daybook_bit_empty (self->weeks);
  daybook_month_first (&self->month, self->begins, &first);
  for (guint i = 0; i < n; i++)
    {
      gtk_box_append (GTK_BOX (self->weeks), daybook_week_row_new (&first));
      g_date_add_days (&first, DAYBOOK_WEEK_DAYS);
    }
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  daybook_day_drag_set_planned (self->drag, NULL);
  place_cells (self);
  show_title (self);
}

static void
build_names (DaybookMonthGrid *self)
{
  for (guint i = 0; i < DAYBOOK_WEEK_DAYS; i++)
    {
      /* The fifth of January 1970 was a Monday. */
      g_autoptr(GDateTime) day = g_date_time_new_utc (1970, 1, 4 + (int) ((self->begins - 1 + i) % DAYBOOK_WEEK_DAYS) + 1, 12, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%a");
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (self->names), label);
    }
}

void
daybook_month_grid_show_day (DaybookMonthGrid *self,
                             const GDate      *day)
{
  gboolean same = g_date_get_month (day) == g_date_get_month (&self->month) && g_date_get_year (day) == g_date_get_year (&self->month);
  gboolean focused = find_focus (self) != NULL;

  if (!same)
    build_weeks (self, day);
  set_at_hand (self, day);
  if (focused)
    daybook_month_grid_focus (self);
  if (!same)
    g_signal_emit (self, signals[TURNED], 0);
}

void
daybook_month_grid_focus (DaybookMonthGrid *self)
{
  DaybookDayCell *cell = cell_of (self, &self->day);

  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* --- A day is opened ---------------------------------------------------------------------------- */

static void
close_popover (DaybookMonthGrid *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static GMenuModel *
make_menu (GPtrArray *planned)
{
  g_autoptr(GMenu) those = g_menu_new (), more = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < planned->len; i++)
    {
      const DaybookPlanned *one = g_ptr_array_index (planned, i);
      g_autofree char *text = g_strdup_printf ("%s %s", one->mark, one->label);
      g_autofree char *label = daybook_words_in_menu (text);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "month.open", "x", one->key);
      g_menu_append_item (those, item);
    }
  g_menu_append (more, _("_New on This Day…"), "month.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (those));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static void
offer (DaybookMonthGrid *self,
       GPtrArray        *planned)
{
  g_autoptr(GMenuModel) menu = make_menu (planned);
  g_autofree char *day = daybook_day_long_words (&self->day);
  DaybookDayCell *cell = cell_of (self, &self->day);
  graphene_rect_t place;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &place))
    return;

  close_popover (self);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (daybook_month_grid_focus), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) place.origin.x, (int) place.origin.y,
                                                                             (int) place.size.width, (int) place.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_day (DaybookMonthGrid *self)
{
  g_autoptr(GPtrArray) planned = daybook_planned_on (self->planned, &self->day);

  if (planned->len == 0)
    g_signal_emit (self, signals[WANTED], 0, &self->day);
  else if (planned->len == 1)
    g_signal_emit (self, signals[OPENED], 0, ((const DaybookPlanned *) g_ptr_array_index (planned, 0))->key);
  else
    offer (self, planned);
}

static void
on_open_asked (GSimpleAction *action,
               GVariant      *key,
               gpointer       data)
{
  g_signal_emit (data, signals[OPENED], 0, g_variant_get_int64 (key));
}

static void
on_add_asked (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  g_signal_emit (data, signals[WANTED], 0, &DAYBOOK_MONTH_GRID (data)->day);
}

/* --- Moving about ---------------------------------------------------------------------------------- */

/* From where the keys go: a bar that has the focus may begin on another day than the one at hand. */
static GDate
find_start (DaybookMonthGrid *self)
{
  DaybookDayBar *bar = find_focused_bar (self);

  return bar != NULL ? *daybook_day_bar_get_from (bar) : self->day;
}

/* Whoever goes elsewhere does not wait for what was moved. */
static void
go_to (DaybookMonthGrid *self,
       const GDate      *day)
{
  self->follow = 0;
  daybook_month_grid_show_day (self, day);
}

static void
walk (DaybookMonthGrid *self,
      int               days)
{
  GDate day = find_start (self);

  g_date_set_julian (&day, g_date_get_julian (&day) + (guint32) days);
  go_to (self, &day);
}

static void
turn (DaybookMonthGrid *self,
      int               months)
{
  GDate day = self->day;

  daybook_month_turn (&day, months);
  go_to (self, &day);
}

/* The bar that has the focus, or the only one of the day at hand. NULL: none, or it is not clear which. */
static const DaybookPlanned *
find_at_hand (DaybookMonthGrid *self)
{
  DaybookDayBar *bar = find_focused_bar (self);
  g_autoptr(GPtrArray) planned = daybook_planned_on (self->planned, &self->day);

  if (bar != NULL)
    return daybook_planned_find (self->planned, daybook_day_bar_get_key (bar));

  return planned->len == 1 ? g_ptr_array_index (planned, 0) : NULL;
}

/* The month goes along with what leaves it. */
static void
push (DaybookMonthGrid *self,
      gboolean          by_end,
      int               days)
{
  const DaybookPlanned *planned = find_at_hand (self);
  GDate first, last, now;

  if (planned == NULL || (by_end && g_date_days_between (&planned->first, &planned->last) + days < 0))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  now = by_end ? planned->last : planned->first;
  self->follow = planned->key;
  g_signal_emit (self, signals[by_end ? STRETCHED : MOVED], 0, self->follow, days);
  g_date_set_julian (&now, g_date_get_julian (&now) + (guint32) days);
  daybook_month_grid_get_range (self, &first, &last);
  if (g_date_compare (&now, &first) < 0 || g_date_compare (&now, &last) > 0)
    daybook_month_grid_show_day (self, &now);
}

/* By so many days an arrow goes; 0: it is none. */
static int
days_of (DaybookMonthGrid *self,
         guint             key)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -forward;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return forward;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -DAYBOOK_WEEK_DAYS;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return DAYBOOK_WEEK_DAYS;
    default:
      return 0;
    }
}

static gboolean
go (DaybookMonthGrid *self,
    int               days,
    GdkModifierType   held)
{
  if (held == 0)
    walk (self, days);
  else if (held == GDK_ALT_MASK)
    push (self, FALSE, days);
  else if (held == (GDK_ALT_MASK | GDK_SHIFT_MASK))
    push (self, TRUE, days);
  else
    return FALSE;

  return TRUE;
}

static void
activate (DaybookMonthGrid *self)
{
  DaybookDayBar *bar = find_focused_bar (self);

  if (bar != NULL)
    g_signal_emit (self, signals[OPENED], 0, daybook_day_bar_get_key (bar));
  else
    open_day (self);
}

static gboolean
press_plain (DaybookMonthGrid *self,
             guint             key)
{
  GDate day = find_start (self);

  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      turn (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      turn (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      walk (self, 1 - (int) g_date_get_day (&day));
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      walk (self, g_date_get_days_in_month (g_date_get_month (&day), g_date_get_year (&day)) - (int) g_date_get_day (&day));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      activate (self);
      return TRUE;
    case GDK_KEY_Escape:
      return daybook_day_drag_cancel (self->drag);
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (DaybookMonthGrid *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  int days = days_of (self, key);

  if (days != 0)
    return go (self, days, held);

  return held == 0 && press_plain (self, key);
}

static void
on_previous_clicked (DaybookMonthGrid *self)
{
  turn (self, -1);
}

static void
on_next_clicked (DaybookMonthGrid *self)
{
  turn (self, 1);
}

static void
on_today_clicked (DaybookMonthGrid *self)
{
  go_to (self, &self->today);
  daybook_month_grid_focus (self);
}

/* --- By hand ------------------------------------------------------------------------------------------ */

static void
on_bar_opened (DaybookMonthGrid *self,
               gint64            key)
{
  g_signal_emit (self, signals[OPENED], 0, key);
}

static void
on_day_chosen (DaybookMonthGrid *self,
               const GDate      *day)
{
  GDate chosen = *day;

  go_to (self, &chosen);
  daybook_month_grid_focus (self);
}

static void
on_day_opened (DaybookMonthGrid *self,
               const GDate      *day)
{
  on_day_chosen (self, day);
  open_day (self);
}

/* What is pulled takes the focus along. */
static void
follow (DaybookMonthGrid *self,
        gint64            key)
{
  self->follow = key;
  if (find_focus (self) == NULL)
    daybook_month_grid_focus (self);
}

static void
on_dragged (DaybookMonthGrid *self,
            gint64            key,
            int               days)
{
  follow (self, key);
  g_signal_emit (self, signals[MOVED], 0, key, days);
}

static void
on_end_dragged (DaybookMonthGrid *self,
                gint64            key,
                int               days)
{
  follow (self, key);
  g_signal_emit (self, signals[STRETCHED], 0, key, days);
}

/* --- The widget --------------------------------------------------------------------------------------- */

static void
daybook_month_grid_dispose (GObject *object)
{
  DaybookMonthGrid *self = DAYBOOK_MONTH_GRID (object);

  close_popover (self);
  g_clear_pointer (&self->planned, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_month_grid_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  signals[TURNED] = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[WANTED] = g_signal_new ("wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  signals[STRETCHED] = g_signal_new ("stretched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
}

static void
daybook_month_grid_class_init (DaybookMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_month_grid_dispose;
  add_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/month-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMonthGrid, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookMonthGrid, names);
  gtk_widget_class_bind_template_child (widget_class, DaybookMonthGrid, weeks);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
daybook_month_grid_init (DaybookMonthGrid *self)
{
  static const GActionEntry ACTIONS[] = {
    { .name = "open", .activate = on_open_asked, .parameter_type = "x" },
    { .name = "add", .activate = on_add_asked },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "month", G_ACTION_GROUP (actions));
  self->begins = find_begin_of_week ();
  self->drag = daybook_day_drag_attach (self->weeks);
  g_signal_connect_object (self->drag, "opened", G_CALLBACK (on_bar_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "chosen", G_CALLBACK (on_day_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "day-opened", G_CALLBACK (on_day_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "moved", G_CALLBACK (on_dragged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "stretched", G_CALLBACK (on_end_dragged), self, G_CONNECT_SWAPPED);
  build_names (self);
}

GtkWidget *
daybook_month_grid_new (const GDate *today)
{
  DaybookMonthGrid *self = g_object_new (DAYBOOK_TYPE_MONTH_GRID, NULL);

  self->today = self->day = *today;
  build_weeks (self, today);
  set_at_hand (self, today);
  return GTK_WIDGET (self);
}

void
daybook_month_grid_set_today (DaybookMonthGrid *self,
                              const GDate      *today)
{
  self->today = *today;
  place_cells (self);
}

const GDate *
daybook_month_grid_get_day (DaybookMonthGrid *self)
{
  return &self->day;
}

const char *
daybook_month_grid_get_title (DaybookMonthGrid *self)
{
  return gtk_label_get_text (self->title);
}

void
daybook_month_grid_get_range (DaybookMonthGrid *self,
                              GDate            *first,
                              GDate            *last)
{
  daybook_month_first (&self->month, self->begins, first);
  *last = *first;
  g_date_add_days (last, daybook_month_weeks (&self->month, self->begins) * DAYBOOK_WEEK_DAYS - 1);
}

gboolean
daybook_month_grid_is_bare (DaybookMonthGrid *self)
{
  GDate last = self->month;

  g_date_set_day (&last, g_date_get_days_in_month (g_date_get_month (&last), g_date_get_year (&last)));
  for (guint i = 0; self->planned != NULL && i < self->planned->len; i++)
    {
      const DaybookPlanned *one = g_ptr_array_index (self->planned, i);

      if (g_date_compare (&one->first, &last) <= 0 && g_date_compare (&one->last, &self->month) >= 0)
        return FALSE;
    }
  return TRUE;
}

/* The focus stays with its bar, wherever that stands now. */
static void
focus_bar (DaybookMonthGrid *self,
           gint64            key)
{
  const DaybookPlanned *planned = daybook_planned_find (self->planned, key);
  GDate first, last;
  DaybookWeekRow *week;
  DaybookDayBar *bar;

  if (planned == NULL)
    return;

  daybook_month_grid_get_range (self, &first, &last);
  set_at_hand (self, g_date_compare (&planned->first, &first) < 0 ? &first : &planned->first);
  week = week_of (self, &self->day);
  bar = week != NULL ? daybook_week_row_find_bar (week, key) : NULL;
  if (bar == NULL || !gtk_widget_grab_focus (GTK_WIDGET (bar)))
    daybook_month_grid_focus (self);
}

void
daybook_month_grid_set_planned (DaybookMonthGrid *self,
                                GPtrArray        *planned)
{
  DaybookDayBar *bar = find_focused_bar (self);
  /* What was refused comes back as it was, when somebody else changes the book: by then the hands may be anywhere. */
  gint64 followed = find_focus (self) != NULL ? self->follow : 0;
  gint64 key = followed != 0 ? followed : bar != NULL ? daybook_day_bar_get_key (bar) : 0;

  self->follow = 0;
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  self->planned = planned;
  daybook_day_drag_set_planned (self->drag, planned);
  place_cells (self);
  if (key != 0)
    focus_bar (self, key);
}
