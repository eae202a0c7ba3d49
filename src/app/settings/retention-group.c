/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/retention-group.h"

#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/settings/maintenance.h"
#include "app/settings/work-row.h"
#include "core/day.h"
#include "store/agent-role.h"
#include "store/backup-keep.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

/* What is offered, in the unit of each; a number that was set elsewhere stands beside them. */
#define N_OFFERED 6
static const guint DAYS[N_OFFERED] = { 0, 30, 90, 180, 365, 730 };
static const guint YEARS[N_OFFERED] = { 0, 1, 2, 3, 5, 10 };

struct _DaybookRetentionGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed */
  AdwComboRow    *rows[DAYBOOK_N_KEEPS];
  AdwActionRow   *run_row;
  GtkWidget      *run_button;
  DaybookWorkRow *work_row;

  /* Owned */
  DaybookStore   *store;
  GArray         *numbers[DAYBOOK_N_KEEPS]; /* guint: those of the row's list */
  DaybookLane    *lane;
  GCancellable   *counting;
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (DaybookRetentionGroup, daybook_retention_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- How much would go ---------------------------------------------------------------------- */

typedef struct
{
  guint64 n_due[DAYBOOK_N_KEEPS];
} Counts;

static gpointer
count_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autofree Counts *counts = g_new0 (Counts, 1);

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    {
      g_auto(DaybookRetention) due = { 0 };

      if (!daybook_reader_retention (reader, (DaybookKeep) i, &due, error))
        return NULL;
      counts->n_due[i] = due.n_due;
    }

  return g_steal_pointer (&counts);
}

static char *
describe_due (const DaybookKeepKind *kind,
              guint64                n)
{
  g_autofree char *count = daybook_words_count (n);

  if (kind->end == DAYBOOK_KEEP_MASKED)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s customer would be masked for good now.", "%s customers would be masked for good now.", (gulong) n), count);
  if (kind->end == DAYBOOK_KEEP_TRASH)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row would go to the trash now.", "%s rows would go to the trash now.", (gulong) n), count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row would be gone for good now.", "%s rows would be gone for good now.", (gulong) n), count);
}

static void
show_due (DaybookRetentionGroup *self,
          DaybookKeep            keep,
          guint64                n_due)
{
  const DaybookKeepKind *kind = daybook_keep_kind (keep);
  g_autofree char *due = describe_due (kind, n_due);
  /* Translators: two sentences. */
  g_autofree char *both = g_strdup_printf (_("%1$s %2$s"), _(kind->what), due);
  gboolean on = adw_combo_row_get_selected (self->rows[keep]) > 0;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[keep]), on ? both : _(kind->what));
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookRetentionGroup) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autofree Counts *counts = daybook_lane_run_finish (result, &error);
  guint64 total = 0;

  if (self == NULL || counts == NULL)
    return;

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    {
      show_due (self, (DaybookKeep) i, counts->n_due[i]);
      total += counts->n_due[i];
    }
  gtk_widget_set_sensitive (self->run_button, total > 0 && !daybook_work_row_is_busy (self->work_row));
}

static void
count (DaybookRetentionGroup *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  daybook_lane_run_async (self->lane, count_in_db, NULL, NULL, g_free, self->counting, on_counted, daybook_weak_new (self));
}

/* --- For how long ------------------------------------------------------------------------------ */

static void
add_number (GArray                *numbers,
            GtkStringList         *words,
            const DaybookKeepKind *kind,
            guint                  number)
{
  g_autofree char *word = daybook_keep_describe (kind, number);

  g_array_append_val (numbers, number);
  gtk_string_list_append (words, word);
}

/* The list, and the place in it of what is set. */
static guint
make_list (DaybookRetentionGroup *self,
           DaybookKeep            keep,
           guint                  number,
           GtkStringList         *words)
{
  const DaybookKeepKind *kind = daybook_keep_kind (keep);
  const guint *offered = kind->unit == DAYBOOK_KEEP_IN_YEARS ? YEARS : DAYS;
  guint place = N_OFFERED;

  g_array_set_size (self->numbers[keep], 0);
  for (guint i = 0; i < N_OFFERED; i++)
    {
      add_number (self->numbers[keep], words, kind, offered[i]);
      if (offered[i] == number)
        place = i;
    }
  if (place == N_OFFERED)
    add_number (self->numbers[keep], words, kind, number);
  return place;
}

static void
fill_row (DaybookRetentionGroup *self,
          DaybookKeep            keep)
{
  g_autofree char *value = daybook_setting_get (daybook_store_get_reader (self->store), daybook_keep_kind (keep)->setting);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint place = make_list (self, keep, daybook_keep_read (value), words);

  adw_combo_row_set_model (self->rows[keep], G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->rows[keep], place);
}

static void
show_backups (DaybookRetentionGroup *self)
{
  GTimeZone *zone = daybook_store_get_zone (self->store);
  gint64 until = daybook_backup_keep_until (daybook_store_get_now (self->store), zone);
  g_autofree char *date = daybook_day_of (until, zone);
  /* Translators: %s is a date. */
  g_autofree char *text = g_strdup_printf (_("The program lets it go once a day. Backups made until now have it still: the last of the daily ones "
                                             "goes after %s, those made by hand stay until you delete them."), date);

  adw_action_row_set_subtitle (self->run_row, text);
}

static void
fill (DaybookRetentionGroup *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);

  gtk_widget_set_visible (GTK_WIDGET (self), daybook_reader_is_owner (reader, daybook_store_get_agent (self->store)));
  self->filling = TRUE;
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    fill_row (self, (DaybookKeep) i);
  self->filling = FALSE;
  show_backups (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    count (self);
}

static void
set_number (DaybookRetentionGroup *self,
            DaybookKeep            keep,
            guint                  number)
{
  const DaybookKeepKind *kind = daybook_keep_kind (keep);
  g_autofree char *kept = daybook_keep_describe (kind, number);
  /* Translators: what is kept, and for how long: "Virtual numbers: kept 30 days". */
  g_autofree char *title = g_strdup_printf (_("%s: kept %s"), _(kind->label), kept);
  g_autofree char *value = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));

  daybook_setting_set (edit, daybook_store_get_reader (self->store), kind->setting, value);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* --- Asked before it is so, with how many it would be ------------------------------------------ */

typedef struct
{
  DaybookRetentionGroup *self; /* owned */
  DaybookKeep            keep;
  guint                  number;
  guint64                n_due;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->self);
  g_free (wish);
}

static gpointer
preview_in_db (DaybookReader  *reader,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  Wish *wish = data;
  g_auto(DaybookRetention) due = { 0 };

  if (!daybook_reader_retention_at (reader, wish->keep, wish->number, &due, error))
    return NULL;

  return g_memdup2 (&due.n_due, sizeof due.n_due);
}

static void
on_wish_response (AdwMessageDialog *dialog,
                  const char       *response,
                  Wish             *wish)
{
  if (wish->self->store == NULL)
    return;
  if (g_str_equal (response, "set"))
    set_number (wish->self, wish->keep, wish->number);
  else
    fill (wish->self);
}

static void
ask (Wish *wish)
{
  const DaybookKeepKind *kind = daybook_keep_kind (wish->keep);
  g_autofree char *due = describe_due (kind, wish->n_due);
  g_autofree char *text = g_strconcat (due, "\n\n", _(kind->what), NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (wish->self));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                                         _("Mask Them for Good?"), text));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "set", _("_Mask"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "set", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_wish_response), wish, (GClosureNotify) (void (*) (void)) free_wish, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_previewed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Wish *wish = data;
  g_autoptr(GError) error = NULL;
  g_autofree guint64 *n_due = daybook_lane_run_finish (result, &error);

  if (n_due != NULL && wish->self->store != NULL)
    {
      wish->n_due = *n_due;
      ask (wish);
      return;
    }

  if (error != NULL && wish->self->store != NULL && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (wish->self)), error);
  free_wish (wish);
}

static void
preview (DaybookRetentionGroup *self,
         DaybookKeep            keep,
         guint                  number)
{
  Wish *wish = g_new0 (Wish, 1);

  *wish = (Wish) { g_object_ref (self), keep, number, 0 };
  daybook_lane_run_async (self->lane, preview_in_db, wish, NULL, g_free, NULL, on_previewed, wish);
}

/* What is masked for good is asked first. */
static void
choose (DaybookRetentionGroup *self,
        DaybookKeep            keep,
        guint                  number)
{
  if (number > 0 && daybook_keep_kind (keep)->end == DAYBOOK_KEEP_MASKED)
    preview (self, keep, number);
  else
    set_number (self, keep, number);
}

static void
on_selected (DaybookRetentionGroup *self,
             GParamSpec            *pspec,
             AdwComboRow           *row)
{
  guint place = adw_combo_row_get_selected (row);

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    if (self->rows[i] == row && !self->filling && place < self->numbers[i]->len)
      choose (self, (DaybookKeep) i, g_array_index (self->numbers[i], guint, place));
}

/* --- Now ------------------------------------------------------------------------------------------ */

static void
on_progress (goffset  current,
             goffset  total,
             gpointer data)
{
  g_autoptr(DaybookRetentionGroup) self = daybook_weak_peek (data);

  if (self != NULL && daybook_work_row_is_busy (self->work_row))
    daybook_work_row_progress (self->work_row, current, total);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(DaybookRetentionGroup) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_retention_run_finish (result, &error);
  DaybookShell *shell = self != NULL ? daybook_shell_of (GTK_WIDGET (self)) : NULL;

  if (self == NULL)
    return;

  daybook_work_row_end (self->work_row);
  if (error != NULL)
    daybook_shell_say_error (shell, error);
  else
    daybook_shell_say (shell, outcome != NULL ? outcome->title : _("Nothing was due"));
  count (self);
}

static void
on_run_clicked (DaybookRetentionGroup *self)
{
  GCancellable *cancellable = daybook_work_row_begin (self->work_row, _("Letting go what is kept no longer…"), DAYBOOK_WORK_CANCELLABLE);

  gtk_widget_set_sensitive (self->run_button, FALSE);
  daybook_retention_run_async (self->store, on_progress, daybook_weak_new (self), daybook_weak_free, cancellable, on_run, daybook_weak_new (self));
}

/* --- The group ------------------------------------------------------------------------------------ */

static void
add_row (DaybookRetentionGroup *self,
         DaybookKeep            keep)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(daybook_keep_kind (keep)->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(daybook_keep_kind (keep)->what));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  self->rows[keep] = row;
  self->numbers[keep] = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
add_run_row (DaybookRetentionGroup *self)
{
  self->run_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->run_button = gtk_button_new_with_mnemonic (_("Let Go _Now"));
  gtk_widget_set_valign (self->run_button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->run_button, FALSE);
  g_signal_connect_swapped (self->run_button, "clicked", G_CALLBACK (on_run_clicked), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->run_row), _("When it goes"));
  adw_action_row_set_subtitle_lines (self->run_row, 0);
  adw_action_row_add_suffix (self->run_row, self->run_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->run_row));
}

/* What is due is counted where somebody sees it. */
static void
map (GtkWidget *widget)
{
  DaybookRetentionGroup *self = DAYBOOK_RETENTION_GROUP (widget);

  GTK_WIDGET_CLASS (daybook_retention_group_parent_class)->map (widget);
  if (self->store != NULL)
    count (self);
}

static void
daybook_retention_group_dispose (GObject *object)
{
  DaybookRetentionGroup *self = DAYBOOK_RETENTION_GROUP (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_retention_group_parent_class)->dispose (object);
}

static void
daybook_retention_group_finalize (GObject *object)
{
  DaybookRetentionGroup *self = DAYBOOK_RETENTION_GROUP (object);

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    g_array_unref (self->numbers[i]);

  G_OBJECT_CLASS (daybook_retention_group_parent_class)->finalize (object);
}

static void
daybook_retention_group_class_init (DaybookRetentionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_retention_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_retention_group_finalize;
  GTK_WIDGET_CLASS (klass)->map = map;
}

static void
daybook_retention_group_init (DaybookRetentionGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What Is Kept No Longer"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("What the shop does not need any more is safest where it is not. All is kept until you say otherwise."));
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    add_row (self, (DaybookKeep) i);
  add_run_row (self);
  self->work_row = g_object_new (DAYBOOK_TYPE_WORK_ROW, "visible", FALSE, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->work_row));
}

void
daybook_retention_group_set_store (DaybookRetentionGroup *self,
                                   DaybookStore          *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
