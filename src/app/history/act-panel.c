/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-panel.h"

#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/history/act-words.h"
#include "app/history/change-list.h"
#include "app/history/kept-list.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

/* An import can have a million changes; so many are shown. */
#define MAX_CHANGES 200

struct _DaybookActPanel
{
  AdwBin parent_instance;

  GtkLabel       *title_label;
  GtkLabel       *who_label;
  GtkButton      *turn_button;
  GtkWidget      *working_box;
  GtkProgressBar *progress_bar;
  GtkWidget      *cancel_button;
  GtkWidget      *outcome_box;
  GtkLabel       *outcome_label;
  GtkWidget      *kept_list;
  GtkListBox     *changes_list;
  GtkLabel       *rest_label;

  DaybookStore   *store;
  DaybookActItem *item;
  gulong          changed_id;
  GCancellable   *cancellable; /* of the undo at hand, or NULL */
  DaybookActItem *turning;     /* what is being undone; another act may be in view */
};

G_DEFINE_FINAL_TYPE (DaybookActPanel, daybook_act_panel, ADW_TYPE_BIN)

static void
show_head (DaybookActPanel *self)
{
  const DaybookAct *act = daybook_act_item_get (self->item);
  g_autofree char *at = daybook_moment_format_long (act->at, daybook_store_get_zone (self->store));
  /* Translators: who did something, what kind of act it was ("Import"), when */
  g_autofree char *who = g_strdup_printf (_("%s · %s · %s"), daybook_act_author (act),
                                          daybook_act_kind_label (act->kind), at);

  gtk_label_set_label (self->title_label, act->title);
  gtk_label_set_label (self->who_label, who);
  gtk_button_set_label (self->turn_button, act->undone ? _("_Redo This") : _("_Undo This"));
  gtk_widget_set_visible (GTK_WIDGET (self->turn_button),
                          self->turning == NULL && !act->running && (act->undone || !act->stays));
  gtk_widget_set_visible (self->working_box, self->turning == self->item);
}

static void
show_rest (DaybookActPanel *self,
           guint            n_shown)
{
  guint64 n_changes = daybook_act_item_get (self->item)->n_changes;
  guint64 n_left = n_changes > n_shown ? n_changes - n_shown : 0;
  g_autofree char *count = daybook_words_count (n_left);
  g_autofree char *text = g_strdup_printf (ngettext ("and %s more change", "and %s more changes", n_left), count);

  gtk_label_set_label (self->rest_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n_shown >= MAX_CHANGES && n_left > 0);
}

static void
show_changes (DaybookActPanel *self)
{
  const DaybookAct *act = daybook_act_item_get (self->item);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = daybook_reader_act_changes (daybook_store_get_reader (self->store),
                                                              &act->id, MAX_CHANGES, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->changes_list), changes != NULL && changes->len > 0);
  if (changes == NULL)
    {
      gtk_label_set_label (self->rest_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->rest_label), TRUE);
      return;
    }

  daybook_change_list_fill (self->changes_list, self->store, changes);
  show_rest (self, changes->len);
}

static void
show_outcome (DaybookActPanel      *self,
              const DaybookOutcome *outcome)
{
  g_autofree char *text = daybook_act_describe_outcome (outcome);

  gtk_label_set_label (self->outcome_label, text);
  daybook_kept_list_fill (GTK_LIST_BOX (self->kept_list), self->store, outcome->kept);
  gtk_widget_set_visible (self->kept_list, outcome->n_kept > 0);
  gtk_widget_set_visible (self->outcome_box, TRUE);
}

static void
on_turned (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaybookActPanel) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookOutcome) outcome = daybook_store_undo_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL)
    return;

  if (outcome == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else if (self->item == self->turning)
    show_outcome (self, outcome);
  else
    daybook_shell_tell (daybook_shell_of (GTK_WIDGET (self)), outcome, NULL);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->turning);
  show_head (self);
}

static void
on_progress (goffset  current,
             goffset  total,
             gpointer data)
{
  g_autoptr (DaybookActPanel) self = daybook_weak_peek (data);

  if (self != NULL && total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP ((double) current / (double) total, 0.0, 1.0));
}

static void
on_cancel_clicked (DaybookActPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
}

static void
daybook_act_panel_dispose (GObject *object)
{
  DaybookActPanel *self = DAYBOOK_ACT_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->turning);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (daybook_act_panel_parent_class)->dispose (object);
}

static void
daybook_act_panel_class_init (DaybookActPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_act_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/history/act-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, who_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, turn_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, working_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, outcome_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, kept_list);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, changes_list);
  gtk_widget_class_bind_template_child (widget_class, DaybookActPanel, rest_label);
  gtk_widget_class_bind_template_callback (widget_class, daybook_act_panel_turn);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_act_panel_init (DaybookActPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_act_panel_set_store (DaybookActPanel *self,
                             DaybookStore    *store)
{
  g_return_if_fail (DAYBOOK_IS_ACT_PANEL (self));

  g_set_object (&self->store, store);
}

void
daybook_act_panel_show (DaybookActPanel *self,
                        DaybookActItem  *item)
{
  g_return_if_fail (DAYBOOK_IS_ACT_PANEL (self));

  if (self->item == item)
    return;

  g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_head), self);
  gtk_widget_set_visible (self->outcome_box, FALSE);
  show_head (self);
  show_changes (self);
}

void
daybook_act_panel_turn (DaybookActPanel *self)
{
  const DaybookAct *act;
  gpointer weak;

  g_return_if_fail (DAYBOOK_IS_ACT_PANEL (self));

  if (self->item == NULL || self->turning != NULL)
    return;

  act = daybook_act_item_get (self->item);
  weak = daybook_weak_new (self);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  g_set_object (&self->turning, self->item);
  show_head (self);
  /* A redo is the undo of the undo that is in force. */
  daybook_store_undo_async (self->store, act->undone ? &act->undone_by : &act->id,
                            on_progress, weak, self->cancellable, on_turned, weak);
}
