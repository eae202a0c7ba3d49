/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/disclosure-dialog.h"

#include "app/common/desk.h"
#include "app/common/lane.h"
#include "app/common/words.h"
#include "store/consents.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

struct _DaybookDisclosureDialog
{
  AdwWindow        parent_instance;

  GtkButton       *give_button;
  GtkLabel        *text_label;
  GtkCheckButton  *read_check;
  GtkCheckButton  *order_check;
  AdwActionRow    *consent_row;
  GtkCheckButton  *consent_check;
  GtkCheckButton  *own_check;
  GtkCheckButton  *legal_check;
  GtkWidget       *words_group;
  AdwEntryRow     *reason_row;
  GtkWidget       *recipient_row;
  GtkLabel        *people_label;

  gboolean         alone; /* one person works here: the short form */
  DaybookLane     *lane;  /* owned, or NULL */
  GCancellable    *counting;
  GtkWidget       *parent; /* borrowed; NULL once it is gone */

  DaybookDisclosureFunc func;
  gpointer         data; /* owned */
  GDestroyNotify   free_data;
};

G_DEFINE_FINAL_TYPE (DaybookDisclosureDialog, daybook_disclosure_dialog, ADW_TYPE_WINDOW)

/* --- What is said ------------------------------------------------------------------------- */

static DaybookRevealBasis
chosen_basis (DaybookDisclosureDialog *self)
{
  const struct
  {
    GtkCheckButton     *check;
    DaybookRevealBasis  basis;
  } all[] = {
    { self->order_check, DAYBOOK_BASIS_ORDER },
    { self->consent_check, DAYBOOK_BASIS_CONSENT },
    { self->own_check, DAYBOOK_BASIS_OWN },
    { self->legal_check, DAYBOOK_BASIS_LEGAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (gtk_check_button_get_active (all[i].check))
      return all[i].basis;

  return DAYBOOK_BASIS_NONE;
}

static DaybookDisclosure *
read_disclosure (DaybookDisclosureDialog *self)
{
  return daybook_disclosure_new (chosen_basis (self), gtk_editable_get_text (GTK_EDITABLE (self->recipient_row)),
                                 gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));
}

static void
refresh (DaybookDisclosureDialog *self)
{
  g_autoptr(DaybookDisclosure) said = read_disclosure (self);
  gboolean legal = said->basis == DAYBOOK_BASIS_LEGAL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), legal ? _("Authority and file number") : _("Why"));
  gtk_widget_set_visible (self->words_group, legal || !self->alone);
  gtk_widget_set_sensitive (GTK_WIDGET (self->give_button),
                            gtk_check_button_get_active (self->read_check) && daybook_disclosure_check (said, NULL));
}

static void
on_give_clicked (DaybookDisclosureDialog *self)
{
  g_autoptr(DaybookDisclosure) said = read_disclosure (self);
  g_autoptr(GtkWidget) parent = self->parent != NULL ? g_object_ref (self->parent) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (parent != NULL)
    self->func (parent, said, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- Of whom it is ------------------------------------------------------------------------- */

typedef struct
{
  DaybookQuery *query;
  GArray       *keys; /* or NULL */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  daybook_query_free (question->query);
  g_clear_pointer (&question->keys, g_array_unref);
  g_free (question);
}

static gpointer
count_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Question *question = data;
  g_autofree DaybookConsents *consents = g_new0 (DaybookConsents, 1);
  g_autoptr(GArray) keys = question->keys != NULL ? g_array_ref (question->keys)
                                                  : daybook_reader_keys (reader, question->query, 0, error);

  if (keys == NULL || !daybook_reader_consents (reader, question->query->table, keys, consents, error))
    return NULL;

  return g_steal_pointer (&consents);
}

/* "92 people, of whom 3 have refused or withdrawn consent." */
static char *
describe_people (const DaybookConsents *consents)
{
  g_autofree char *people = daybook_words_count (consents->n_people);
  g_autofree char *refused = daybook_words_count (consents->n_refused);
  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person is in it.", "%s people are in it.", consents->n_people), people);
  g_autofree char *second = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has refused or withdrawn consent.",
                                                          "%s have refused or withdrawn consent.", consents->n_refused), refused);

  /* Two sentences. */
  return consents->n_refused > 0 ? g_strdup_printf (_("%1$s %2$s"), first, second) : g_steal_pointer (&first);
}

static char *
describe_given (const DaybookConsents *consents)
{
  g_autofree char *given = daybook_words_count (consents->n_given);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has given it; what is of others is left out",
                                       "%s have given it; what is of others is left out", consents->n_given), given);
}

static void
show_people (DaybookDisclosureDialog *self,
             const DaybookConsents   *consents)
{
  g_autofree char *people = describe_people (consents);
  g_autofree char *given = describe_given (consents);

  gtk_label_set_label (self->people_label, people);
  adw_action_row_set_subtitle (self->consent_row, given);
  gtk_widget_set_sensitive (GTK_WIDGET (self->consent_row), consents->n_given > 0);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookDisclosureDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree DaybookConsents *consents = daybook_lane_run_finish (result, &error);

  if (consents != NULL)
    show_people (self, consents);
  else if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    gtk_label_set_label (self->people_label, error->message);
}

/* Of rows in no book it is not known who has given consent. */
static void
count (DaybookDisclosureDialog   *self,
       DaybookStore              *store,
       const DaybookDisclosureOf *of)
{
  Question *question;

  gtk_widget_set_visible (GTK_WIDGET (self->people_label), of->query != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->consent_row), FALSE);
  if (of->query == NULL)
    return;

  question = g_new0 (Question, 1);
  question->query = daybook_query_copy (of->query);
  question->keys = of->keys != NULL ? g_array_ref (of->keys) : NULL;
  gtk_label_set_label (self->people_label, _("Counting who is in it…"));
  self->lane = daybook_lane_new (store);
  self->counting = g_cancellable_new ();
  daybook_lane_run_async (self->lane, count_in_db, question, free_question, g_free, self->counting, on_counted, g_object_ref (self));
}

/* --- The dialog ------------------------------------------------------------------------------ */

static void
show_text (DaybookDisclosureDialog *self,
           DaybookStore            *store)
{
  g_autofree char *own = daybook_setting_get (daybook_store_get_reader (store), DAYBOOK_DISCLOSURE_TEXT_SETTING);

  gtk_label_set_label (self->text_label, daybook_disclosure_text (own));
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), !self->alone);
  if (self->alone)
    gtk_check_button_set_label (self->read_check, _("I know that names, numbers and addresses are in it in full"));
}

static void
daybook_disclosure_dialog_dispose (GObject *object)
{
  DaybookDisclosureDialog *self = DAYBOOK_DISCLOSURE_DIALOG (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->data, self->free_data);

  G_OBJECT_CLASS (daybook_disclosure_dialog_parent_class)->dispose (object);
}

static void
daybook_disclosure_dialog_class_init (DaybookDisclosureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_disclosure_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/disclosure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, give_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, read_check);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, order_check);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, consent_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, consent_check);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, own_check);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, legal_check);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, words_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookDisclosureDialog, people_label);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_give_clicked);
}

static void
daybook_disclosure_dialog_init (DaybookDisclosureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_disclosure_ask (GtkWidget                 *parent,
                        DaybookStore              *store,
                        const DaybookDisclosureOf *of,
                        DaybookDisclosureFunc      func,
                        gpointer                   data,
                        GDestroyNotify             free_data)
{
  DaybookDisclosureDialog *self = g_object_new (DAYBOOK_TYPE_DISCLOSURE_DIALOG,
                                                "transient-for", gtk_widget_get_root (parent), NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->alone = daybook_desk_get_agents (daybook_desk_of (store))->len <= 1;
  gtk_widget_set_visible (self->recipient_row, !self->alone);
  show_text (self, store);
  count (self, store, of);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
