/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/missed-card.h"

#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/today/due-row.h"
#include "core/moment.h"
#include "store/reminders.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

/* So many are shown; all are in the list below. */
#define SHOWN 3
/* Nobody counts further. */
#define COUNTED 1000

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

struct _DaybookMissedCard
{
  AdwBin        parent_instance;

  /* Template widgets */
  GtkLabel     *title;
  GtkButton    *seen;
  GtkLabel     *clock;
  GtkListBox   *rows;
  GtkLabel     *more;

  /* Owned */
  DaybookDesk  *desk;
  GArray       *keys;        /* gint64: of what the rows show */
};

G_DEFINE_FINAL_TYPE (DaybookMissedCard, daybook_missed_card, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- The clock -------------------------------------------------------------------------- */

/* "365 days": as people would say it. (transfer full) */
static char *
say_span (gint64 seconds)
{
  gint64 unit = seconds >= 2 * DAY ? DAY : seconds >= 2 * HOUR ? HOUR : MINUTE;

  return daybook_due_span_words ((seconds + unit / 2) / unit * unit);
}

static gboolean
show_clock (DaybookMissedCard *self,
            DaybookStore      *store)
{
  g_auto(DaybookReminderState) state = { 0 };
  gboolean read = daybook_reminders_read_state (daybook_store_get_reader (store), &state, NULL);
  g_autofree char *span = say_span (ABS (state.jump_by));
  g_autofree char *when = daybook_moment_format_long (state.jump_at, daybook_store_get_zone (store));
  g_autofree char *text = state.jump_by < 0
    /* Translators: “365 days”, and what it showed right after. */
    ? g_strdup_printf (_("This computer’s clock was set back by %1$s. Since then it shows %2$s."), span, when)
    : g_strdup_printf (_("This computer’s clock was set forward by %1$s. Since then it shows %2$s."), span, when);

  gtk_label_set_text (self->clock, text);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), read && state.jump_by != 0);
  return read && state.jump_by != 0;
}

/* --- What was missed ------------------------------------------------------------------------ */

static void
clear_rows (DaybookMissedCard *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  g_array_set_size (self->keys, 0);
}

static void
add_row (DaybookMissedCard *self,
         gint64             key)
{
  g_autoptr(DaybookDueObject) object = daybook_due_object_new (self->desk, key);
  GtkWidget *row = daybook_due_row_new (self->desk);

  daybook_due_row_set_object (DAYBOOK_DUE_ROW (row), object);
  gtk_list_box_append (self->rows, row);
  g_array_append_val (self->keys, key);
}

static void
show_missed (DaybookMissedCard *self,
             const GArray      *missed)
{
  guint n = missed->len, n_rows = MIN (n, SHOWN);
  g_autofree char *count = daybook_words_count (n);
  g_autofree char *title = g_strdup_printf (_("Missed While Closed (%s)"), count);
  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - n_rows), n - n_rows);

  clear_rows (self);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, g_array_index (missed, DaybookDueMark, i).key);
  gtk_label_set_text (self->title, n > 0 ? title : _("The Clock Was Set"));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > n_rows);
}

static void
show (DaybookMissedCard *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(GArray) missed = daybook_reminders_missed (daybook_store_get_reader (store), COUNTED, NULL);
  gboolean clock = show_clock (self, store);

  /* Locked for a moment: what is shown stays. */
  if (missed == NULL)
    return;
  show_missed (self, missed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->seen), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), clock || missed->len > 0);
}

/* --- Seen ------------------------------------------------------------------------------------- */

static void
see_in_thread (GTask        *task,
               gpointer      source,
               gpointer      store,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (daybook_reminders_see_missed (store, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_seen (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  DaybookMissedCard *self = DAYBOOK_MISSED_CARD (object);
  g_autoptr(GError) error = NULL;
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->seen), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error) && shell != NULL)
    daybook_shell_say_error (shell, error);
}

static void
on_seen_clicked (DaybookMissedCard *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, on_seen, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->seen), FALSE);
  g_task_set_source_tag (task, on_seen_clicked);
  g_task_set_task_data (task, g_object_ref (daybook_desk_get_store (self->desk)), g_object_unref);
  daybook_task_run_in_thread (task, see_in_thread);
}

static void
on_row_activated (DaybookMissedCard *self,
                  GtkListBoxRow     *row)
{
  g_signal_emit (self, signals[OPENED], 0, g_array_index (self->keys, gint64, gtk_list_box_row_get_index (row)));
}

static void
daybook_missed_card_dispose (GObject *object)
{
  DaybookMissedCard *self = DAYBOOK_MISSED_CARD (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_missed_card_parent_class)->dispose (object);
}

static void
daybook_missed_card_finalize (GObject *object)
{
  g_array_unref (DAYBOOK_MISSED_CARD (object)->keys);

  G_OBJECT_CLASS (daybook_missed_card_parent_class)->finalize (object);
}

static void
daybook_missed_card_class_init (DaybookMissedCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_missed_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_missed_card_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/missed-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMissedCard, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookMissedCard, seen);
  gtk_widget_class_bind_template_child (widget_class, DaybookMissedCard, clock);
  gtk_widget_class_bind_template_child (widget_class, DaybookMissedCard, rows);
  gtk_widget_class_bind_template_child (widget_class, DaybookMissedCard, more);
  gtk_widget_class_bind_template_callback (widget_class, on_seen_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
daybook_missed_card_init (DaybookMissedCard *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_missed_card_set_desk (DaybookMissedCard *self,
                              DaybookDesk       *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
