/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/campaign-month.h"

#include "app/common/month-grid.h"
#include "app/common/result-model.h"
#include "app/compat/wrap-box.h"
#include "core/campaign.h"
#include "core/day.h"
#include "core/yearly-day.h"

#include <glib/gi18n-lib.h>

struct _DaybookCampaignMonth
{
  AdwBin              parent_instance;

  DaybookMonthGrid   *grid;
  GtkLabel           *nothing;

  /* Owned */
  DaybookDesk        *desk;
  DaybookQuery       *query; /* or NULL */
  DaybookResultModel *begun;   /* those that begin on a day in sight */
  DaybookResultModel *lasting; /* ... and those that began before, and are not over on the first */
};

G_DEFINE_FINAL_TYPE (DaybookCampaignMonth, daybook_campaign_month, ADW_TYPE_BIN)

enum
{
  OPENED,
  WANTED,
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A shape beside the colour: it is told apart in black and white. */
static const struct
{
  const char *mark;
  const char *style;
} LOOKS[] = {
  [DAYBOOK_CAMPAIGN_OTHER] = { "○", "other" },
  [DAYBOOK_CAMPAIGN_SALE] = { "◆", "sale" },
  [DAYBOOK_CAMPAIGN_PLATFORM] = { "★", "platform" },
  [DAYBOOK_CAMPAIGN_EVENT] = { "●", "event" },
  [DAYBOOK_CAMPAIGN_PUBLICITY] = { "▲", "publicity" },
  [DAYBOOK_CAMPAIGN_LAUNCH] = { "◇", "launch" },
  [DAYBOOK_CAMPAIGN_HOLIDAY] = { "■", "holiday" },
};

/* Of another program's kind: as other. */
static guint
kind_of (const DaybookRow *row)
{
  gint64 kind = daybook_row_int (row, DAYBOOK_CAMPAIGN_KIND);

  return kind >= 0 && kind < (gint64) G_N_ELEMENTS (LOOKS) ? (guint) kind : DAYBOOK_CAMPAIGN_OTHER;
}

static void
find_today (DaybookCampaignMonth *self,
            GDate                *today)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *day = daybook_day_of (daybook_store_get_now (store), daybook_store_get_zone (store));

  if (!daybook_day_parse (day, today))
    g_date_set_dmy (today, 1, G_DATE_JANUARY, 1970);
}

/* --- What is shown --------------------------------------------------------------------------- */

static DaybookPlannedState
state_of (const DaybookRow *row,
          const GDate      *first,
          const GDate      *last,
          const GDate      *today)
{
  if (daybook_row_has (row, DAYBOOK_CAMPAIGN_DONE_AT) || g_date_compare (last, today) < 0)
    return DAYBOOK_PLANNED_OVER;

  return g_date_compare (first, today) > 0 ? DAYBOOK_PLANNED_TO_COME : DAYBOOK_PLANNED_ON;
}

/* "Wed 11 November 2026", or from it to another. (transfer full) */
static char *
print_days (const GDate *first,
            const GDate *last)
{
  g_autofree char *from = daybook_date_words (first);
  g_autofree char *to = g_date_compare (first, last) != 0 ? daybook_date_words (last) : NULL;

  /* Translators: from one day to another. */
  return to != NULL ? g_strdup_printf (_("%1$s – %2$s"), from, to) : g_steal_pointer (&from);
}

/* (transfer full) */
static char *
say (DaybookCampaignMonth *self,
     const DaybookRow     *row,
     const DaybookPlanned *planned)
{
  static const char *const STATES[] = {
    [DAYBOOK_PLANNED_TO_COME] = NC_("campaign", "to come"),
    [DAYBOOK_PLANNED_ON] = NC_("campaign", "on now"),
    [DAYBOOK_PLANNED_OVER] = NC_("campaign", "over"),
  };
  g_autofree char *kind = daybook_desk_format (self->desk, row, DAYBOOK_CAMPAIGN_KIND, DAYBOOK_SHOW_MASKED);
  g_autofree char *days = print_days (&planned->first, &planned->last);

  /* Translators: a campaign: its title, its kind, its days, and whether it is to come, on now or over. */
  return g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), planned->label, kind, days, g_dpgettext2 (GETTEXT_PACKAGE, "campaign", STATES[planned->state]));
}

static void
add_planned (DaybookCampaignMonth *self,
             const DaybookRow     *row,
             const GDate          *today,
             GPtrArray            *planned)
{
  DaybookPlanned *one;
  GDate first, last;

  if (!daybook_campaign_days (row, &first, &last))
    return;

  one = g_new0 (DaybookPlanned, 1);
  one->key = row->rowid;
  one->first = first;
  one->last = last;
  one->state = state_of (row, &first, &last, today);
  one->mark = LOOKS[kind_of (row)].mark;
  one->style = LOOKS[kind_of (row)].style;
  one->label = g_strdup (daybook_row_text (row, DAYBOOK_CAMPAIGN_TITLE));
  one->says = say (self, row, one);
  g_ptr_array_add (planned, one);
}

static void
add_all (DaybookCampaignMonth *self,
         DaybookResultModel   *model,
         const GDate          *today,
         GPtrArray            *planned)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(DaybookItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      DaybookRow *row = item != NULL ? daybook_item_get_row (item) : NULL;

      if (row != NULL)
        add_planned (self, row, today, planned);
    }
}

static void
show_nothing (DaybookCampaignMonth *self)
{
  /* Translators: a month, as “November 2026”. */
  g_autofree char *text = g_strdup_printf (_("Nothing is planned in %s. Enter on a day plans something."), daybook_month_grid_get_title (self->grid));

  gtk_label_set_text (self->nothing, text);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), daybook_month_grid_is_bare (self->grid));
}

static void
on_settled (DaybookCampaignMonth *self)
{
  g_autoptr(GPtrArray) planned = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_planned_free);
  GDate today;

  if (daybook_result_model_get_state (self->begun) != DAYBOOK_RESULT_READY || daybook_result_model_get_state (self->lasting) != DAYBOOK_RESULT_READY)
    return;

  find_today (self, &today);
  add_all (self, self->lasting, &today, planned);
  add_all (self, self->begun, &today, planned);
  daybook_month_grid_set_planned (self->grid, g_steal_pointer (&planned));
  show_nothing (self);
}

/* --- What is asked ------------------------------------------------------------------------------ */

static void
ask_one (DaybookCampaignMonth *self,
         DaybookResultModel   *model,
         guint                 field,
         DaybookOp             op,
         const char           *day,
         guint                 other_field,
         DaybookOp             other_op,
         const char           *other_day)
{
  g_autoptr(DaybookQuery) query = daybook_query_copy (self->query);

  daybook_query_add (query, field, op, (const char *const[]) { day, NULL });
  daybook_query_add (query, other_field, other_op, (const char *const[]) { other_day, NULL });
  daybook_result_model_set_query (model, query);
}

static void
ask (DaybookCampaignMonth *self)
{
  g_autofree char *from = NULL, *to = NULL;
  GDate first, last;

  if (self->query == NULL)
    return;

  daybook_month_grid_get_range (self->grid, &first, &last);
  from = daybook_day_print (&first);
  to = daybook_day_print (&last);
  ask_one (self, self->begun, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_OP_GE, from, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_OP_LE, to);
  ask_one (self, self->lasting, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_OP_LT, from, DAYBOOK_CAMPAIGN_ENDS, DAYBOOK_OP_GE, from);
}

static void
on_day_begun (DaybookCampaignMonth *self)
{
  GDate today;

  find_today (self, &today);
  daybook_month_grid_set_today (self->grid, &today);
  on_settled (self);
}

/* --- Acts ------------------------------------------------------------------------------------------ */

static void
on_opened (DaybookCampaignMonth *self,
           gint64                key)
{
  g_signal_emit (self, signals[OPENED], 0, key);
}

static void
on_wanted (DaybookCampaignMonth *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

static void
shift (DaybookCampaignMonth *self,
       gint64                key,
       int                   days,
       gboolean              by_end)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (store), &daybook_campaigns, key, NULL);
  const char *name = row != NULL ? daybook_row_text (row, DAYBOOK_CAMPAIGN_TITLE) : "";
  /* Translators: acts in the history; %s: a campaign. */
  g_autofree char *title = g_strdup_printf (by_end ? _("“%s” ends on another day") : _("“%s” moved to other days"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  if (row != NULL && (by_end ? daybook_campaign_stretch (edit, row, days) : daybook_campaign_move (edit, row, days)))
    g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_moved (DaybookCampaignMonth *self,
          gint64                key,
          int                   days)
{
  shift (self, key, days, FALSE);
}

static void
on_stretched (DaybookCampaignMonth *self,
              gint64                key,
              int                   days)
{
  shift (self, key, days, TRUE);
}

/* --- The widget --------------------------------------------------------------------------------------- */

static void
daybook_campaign_month_dispose (GObject *object)
{
  DaybookCampaignMonth *self = DAYBOOK_CAMPAIGN_MONTH (object);

  g_clear_object (&self->begun);
  g_clear_object (&self->lasting);
  g_clear_pointer (&self->query, daybook_query_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_campaign_month_parent_class)->dispose (object);
}

static void
daybook_campaign_month_class_init (DaybookCampaignMonthClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_campaign_month_dispose;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[WANTED] = g_signal_new ("wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_campaign_month_init (DaybookCampaignMonth *self)
{
}

static DaybookResultModel *
make_model (DaybookCampaignMonth *self)
{
  DaybookResultModel *model = daybook_result_model_new (daybook_desk_get_store (self->desk));

  g_signal_connect_object (model, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  return model;
}

static GtkWidget *
make_grid (DaybookCampaignMonth *self)
{
  GtkWidget *grid;
  GDate today;

  find_today (self, &today);
  grid = daybook_month_grid_new (&today);
  gtk_widget_set_vexpand (grid, TRUE);
  g_signal_connect_object (grid, "turned", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "wanted", G_CALLBACK (on_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "stretched", G_CALLBACK (on_stretched), self, G_CONNECT_SWAPPED);
  return grid;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Which shape is which kind. */
static GtkWidget *
make_legend (void)
{
  const DaybookWord *words = daybook_campaigns.fields[DAYBOOK_CAMPAIGN_KIND].words;
  GtkWidget *legend = g_object_new (DAYBOOK_TYPE_WRAP_BOX, NULL);

  gtk_widget_add_css_class (legend, "day-legend");
  for (guint i = 0; i < G_N_ELEMENTS (LOOKS); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", LOOKS[i].mark, g_dpgettext2 (GETTEXT_PACKAGE, words[i].context, words[i].label));
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "day-key");
      gtk_widget_add_css_class (label, LOOKS[i].style);
      gtk_widget_insert_before (label, legend, NULL);
    }
  return legend;
}

GtkWidget *
daybook_campaign_month_new (DaybookDesk *desk)
{
  DaybookCampaignMonth *self = g_object_new (DAYBOOK_TYPE_CAMPAIGN_MONTH, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->desk = g_object_ref (desk);
  self->begun = make_model (self);
  self->lasting = make_model (self);
  self->grid = DAYBOOK_MONTH_GRID (make_grid (self));
  self->nothing = GTK_LABEL (make_nothing ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nothing));
  gtk_box_append (GTK_BOX (box), make_legend ());
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (daybook_desk_get_clock (desk), "day", G_CALLBACK (on_day_begun), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
daybook_campaign_month_set_query (DaybookCampaignMonth *self,
                                  const DaybookQuery   *query)
{
  DaybookQuery *own = daybook_query_copy (query);

  g_clear_pointer (&self->query, daybook_query_free);
  self->query = own;
  ask (self);
}

const GDate *
daybook_campaign_month_get_day (DaybookCampaignMonth *self)
{
  return daybook_month_grid_get_day (self->grid);
}
