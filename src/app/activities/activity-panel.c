/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/activities/activity-panel.h"

#include "app/common/shell.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-draft.h"
#include "core/customer.h"
#include "core/phrase.h"
#include "core/words.h"
#include "store/activities.h"
#include "store/phrase-rows.h"

#include <glib/gi18n-lib.h>

struct _DaybookActivityPanel
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkLabel           *title;
  GtkLabel           *about;
  GtkProgressBar     *progress;
  GtkLabel           *counts;
  GtkWidget          *work;
  GtkButton          *customer_name;
  GtkLabel           *grade;
  GtkTextView        *text;
  DaybookGuardBox    *guard;
  GtkLabel           *problem;
  GtkWidget          *finished;
  GtkButton          *close;

  /* Owned */
  DaybookDesk        *desk;
  DaybookPhraseDraft *draft;
  DaybookRow         *activity; /* or NULL */
  DaybookRow         *line;     /* of the customer at hand; NULL: none */
  DaybookRow         *customer; /* or NULL */
  DaybookPhraseRows   rows;
  gboolean            warned;   /* of words that the shop does not say in this text */
  gboolean            wants;    /* to copy, once the guard has looked through it */
};

G_DEFINE_FINAL_TYPE (DaybookActivityPanel, daybook_activity_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookActivityPanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookActivityPanel *self)
{
  return daybook_store_get_reader (get_store (self));
}

static void
say_problem (DaybookActivityPanel *self,
             const char           *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *text != '\0');
}

/* --- The customer at hand ------------------------------------------------------------------ */

static void
forget_line (DaybookActivityPanel *self)
{
  daybook_phrase_draft_clear (self->draft);
  daybook_phrase_rows_clear (&self->rows);
  g_clear_pointer (&self->customer, daybook_row_unref);
  g_clear_pointer (&self->line, daybook_row_unref);
  self->warned = self->wants = FALSE;
  say_problem (self, "");
}

/* What is known of the customer goes into the phrase; a list without one is told in the agent's words. */
static void
fill_text (DaybookActivityPanel *self)
{
  const DaybookId *id = daybook_row_ref_id (self->activity, DAYBOOK_ACTIVITY_PHRASE);
  g_autoptr(DaybookRow) phrase = id != NULL ? daybook_reader_find (get_reader (self), &daybook_phrases, id, NULL) : NULL;

  if (phrase == NULL || !daybook_phrase_rows_read (get_store (self), self->customer, &self->rows, NULL))
    return;

  self->rows.about.language = (DaybookLanguage) daybook_row_int (phrase, DAYBOOK_PHRASE_LANGUAGE);
  daybook_phrase_draft_set_about (self->draft, &self->rows.about);
  daybook_phrase_draft_add (self->draft, phrase);
}

static void
show_customer (DaybookActivityPanel *self)
{
  g_autofree char *name = daybook_desk_name (self->desk, daybook_customers.kind, &self->customer->id);
  gint64 grade = daybook_row_int (self->customer, DAYBOOK_CUSTOMER_GRADE);

  gtk_button_set_label (self->customer_name, *name != '\0' ? name : _("No name"));
  gtk_label_set_text (self->grade, grade != DAYBOOK_GRADE_NONE ? daybook_words_enum (&daybook_customers.fields[DAYBOOK_CUSTOMER_GRADE], grade) : "");
  daybook_guard_box_set_for (self->guard, self->customer, (DaybookChannel) daybook_row_int (self->activity, DAYBOOK_ACTIVITY_CHANNEL));
  fill_text (self);
}

/* The first open line after that one. */
static void
go_on_from (DaybookActivityPanel *self,
            gint64                after)
{
  gboolean closed = daybook_row_has (self->activity, DAYBOOK_ACTIVITY_CLOSED_AT);

  forget_line (self);
  if (!closed)
    self->line = daybook_reader_activity_next (get_reader (self), self->activity, after, NULL);
  if (self->line != NULL)
    self->customer = daybook_reader_find (get_reader (self), &daybook_customers,
                                          daybook_row_ref_id (self->line, DAYBOOK_ACTIVITY_LINE_CUSTOMER), NULL);
  if (self->customer != NULL)
    show_customer (self);
  gtk_widget_set_visible (self->work, self->customer != NULL);
  gtk_widget_set_visible (self->finished, self->customer == NULL);
  g_signal_emit (self, signals[MOVED], 0);
}

/* Whether the line in sight would be offered now: nobody else has done it, and the customer wants messages. */
static gboolean
is_offered_still (DaybookActivityPanel *self)
{
  g_autoptr(DaybookRow) now = self->line != NULL
    ? daybook_reader_activity_next (get_reader (self), self->activity, self->line->rowid - 1, NULL) : NULL;

  return now != NULL && now->rowid == self->line->rowid;
}

/* --- The list ------------------------------------------------------------------------------------ */

static void
show_counts (DaybookActivityPanel *self)
{
  DaybookActivityCounts counts;
  guint done;

  if (!daybook_reader_activity_counts (get_reader (self), self->activity, &counts, NULL))
    return;

  done = counts.all - counts.of[DAYBOOK_ACTIVITY_OPEN];
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u done: %3$u sent, %4$u skipped, %5$u want no messages"), done, counts.all,
                                           counts.of[DAYBOOK_ACTIVITY_SENT], counts.of[DAYBOOK_ACTIVITY_SKIPPED],
                                           counts.of[DAYBOOK_ACTIVITY_UNWANTED]);
  gtk_label_set_text (self->counts, text);
  gtk_progress_bar_set_fraction (self->progress, counts.all > 0 ? (double) done / counts.all : 0);
}

static void
show_list (DaybookActivityPanel *self)
{
  gboolean closed = daybook_row_has (self->activity, DAYBOOK_ACTIVITY_CLOSED_AT);
  g_autofree char *channel = daybook_desk_format (self->desk, self->activity, DAYBOOK_ACTIVITY_CHANNEL, DAYBOOK_SHOW_MASKED);
  g_autofree char *phrase = daybook_desk_name (self->desk, "phrase", daybook_row_ref_id (self->activity, DAYBOOK_ACTIVITY_PHRASE));
  g_autofree char *about = g_strdup_printf ("%s%s%s", phrase, *phrase != '\0' && *channel != '\0' ? " · " : "", channel);

  gtk_label_set_text (self->title, daybook_row_text (self->activity, DAYBOOK_ACTIVITY_TITLE));
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  gtk_button_set_label (self->close, closed ? _("Open the List Again") : _("Close the List"));
  show_counts (self);
}

void
daybook_activity_panel_show (DaybookActivityPanel *self,
                             const DaybookRow     *activity)
{
  gboolean other = self->activity == NULL || self->activity->rowid != activity->rowid;
  gboolean was_closed = self->activity != NULL && daybook_row_has (self->activity, DAYBOOK_ACTIVITY_CLOSED_AT);
  gint64 after = !other && self->line != NULL ? self->line->rowid : 0;

  g_clear_pointer (&self->activity, daybook_row_unref);
  self->activity = daybook_row_ref ((DaybookRow *) activity);
  show_list (self);
  if (other || was_closed != daybook_row_has (activity, DAYBOOK_ACTIVITY_CLOSED_AT) || !is_offered_still (self))
    go_on_from (self, after);
}

/* --- What is done ----------------------------------------------------------------------------------- */

/* FALSE: there is none, and why was said. */
static gboolean
emit_edit (DaybookActivityPanel *self,
           DaybookEdit          *edit,
           const GError         *error)
{
  if (edit != NULL)
    g_signal_emit (self, signals[EDIT], 0, edit);
  else if (error != NULL)
    say_problem (self, error->message);
  return edit != NULL;
}

static void
leave_line (DaybookActivityPanel   *self,
            DaybookActivityOutcome  outcome)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->line == NULL)
    return;

  edit = daybook_activity_act_leave (get_store (self), self->line, outcome, NULL, &error);
  emit_edit (self, edit, error);
}

static void
send_line (DaybookActivityPanel *self)
{
  g_autofree char *text = daybook_phrase_draft_get_text (self->draft);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_activity_act_sent (get_store (self), self->activity, self->line, text, &error);

  if (emit_edit (self, edit, error))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* What is missing is said; words of the guard are once. */
static gboolean
is_fit (DaybookActivityPanel *self)
{
  g_autofree char *blank = daybook_phrase_draft_find_blank (self->draft);
  guint n = daybook_guard_box_count (self->guard);
  g_autofree char *sentence = NULL;

  if (blank != NULL)
    {
      sentence = g_strdup_printf (_("“%s” is not filled in yet."), blank);
      daybook_phrase_draft_go_to_blank (self->draft, 0);
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
    }
  else if (n > 0 && !self->warned)
    {
      sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u word in it that the shop does not say. Copy it anyway?",
                                               "There are %u words in it that the shop does not say. Copy it anyway?", n), n);
      self->warned = TRUE;
    }
  say_problem (self, sentence != NULL ? sentence : "");
  return sentence == NULL;
}

static void
on_guard_settled (DaybookActivityPanel *self)
{
  if (!self->wants)
    return;

  self->wants = FALSE;
  if (self->line != NULL && is_fit (self))
    send_line (self);
}

void
daybook_activity_panel_copy (DaybookActivityPanel *self)
{
  if (self->line == NULL)
    return;

  daybook_phrase_draft_settle (self->draft);
  self->wants = TRUE;
  if (daybook_guard_box_is_settled (self->guard))
    on_guard_settled (self);
}

void
daybook_activity_panel_skip (DaybookActivityPanel *self)
{
  leave_line (self, DAYBOOK_ACTIVITY_SKIPPED);
}

gboolean
daybook_activity_panel_has_line (DaybookActivityPanel *self)
{
  return self->line != NULL;
}

static void
on_unwanted_clicked (DaybookActivityPanel *self)
{
  leave_line (self, DAYBOOK_ACTIVITY_UNWANTED);
}

static void
on_close_clicked (DaybookActivityPanel *self)
{
  g_autoptr(DaybookEdit) edit = daybook_activity_act_close (get_store (self), self->activity, !daybook_row_has (self->activity, DAYBOOK_ACTIVITY_CLOSED_AT));

  emit_edit (self, edit, NULL);
}

static void
on_customer_clicked (DaybookActivityPanel *self)
{
  if (self->customer != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_customers, &self->customer->id);
}

static void
on_shortcut (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  daybook_activity_panel_copy (DAYBOOK_ACTIVITY_PANEL (widget));
}

/* --- The widget ----------------------------------------------------------------------------------------- */

static void
daybook_activity_panel_dispose (GObject *object)
{
  DaybookActivityPanel *self = DAYBOOK_ACTIVITY_PANEL (object);

  daybook_phrase_rows_clear (&self->rows);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->customer, daybook_row_unref);
  g_clear_pointer (&self->line, daybook_row_unref);
  g_clear_pointer (&self->activity, daybook_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_activity_panel_parent_class)->dispose (object);
}

static void
daybook_activity_panel_class_init (DaybookActivityPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_activity_panel_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_GUARD_BOX);
  gtk_widget_class_install_action (widget_class, "activity.copy", NULL, on_shortcut);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "activity.copy", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/activities/activity-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, counts);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, work);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, customer_name);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, grade);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, guard);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, finished);
  gtk_widget_class_bind_template_child (widget_class, DaybookActivityPanel, close);
  gtk_widget_class_bind_template_callback (widget_class, daybook_activity_panel_copy);
  gtk_widget_class_bind_template_callback (widget_class, daybook_activity_panel_skip);
  gtk_widget_class_bind_template_callback (widget_class, on_unwanted_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_settled);
}

static void
daybook_activity_panel_init (DaybookActivityPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->draft = daybook_phrase_draft_new (gtk_text_view_get_buffer (self->text));
}

GtkWidget *
daybook_activity_panel_new (DaybookDesk *desk)
{
  DaybookActivityPanel *self = g_object_new (DAYBOOK_TYPE_ACTIVITY_PANEL, NULL);

  self->desk = g_object_ref (desk);
  daybook_guard_box_watch (self->guard, self->text, desk);
  return GTK_WIDGET (self);
}
