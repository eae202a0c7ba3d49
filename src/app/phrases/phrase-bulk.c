/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-bulk.h"

#include "app/compat/drop-down.h"
#include "core/phrase.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

struct _DaybookPhraseBulk
{
  DaybookBulkBar  parent_instance;

  /* Template widgets */
  GtkDropDown    *purpose;
  GtkDropDown    *whose;

  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (DaybookPhraseBulk, daybook_phrase_bulk, DAYBOOK_TYPE_BULK_BAR)

enum
{
  SET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* They have each their own: the buttons ask. */
static void
ask (DaybookPhraseBulk *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->purpose, GTK_INVALID_LIST_POSITION);
  gtk_drop_down_set_selected (self->whose, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
}

static void
set (DaybookPhraseBulk *self,
     guint              field,
     guint              value)
{
  if (self->filling || value == GTK_INVALID_LIST_POSITION)
    return;

  g_signal_emit (self, signals[SET], 0, field, (gint64) value);
  ask (self);
}

static void
on_purpose_selected (DaybookPhraseBulk *self)
{
  set (self, DAYBOOK_PHRASE_PURPOSE, gtk_drop_down_get_selected (self->purpose));
}

static void
on_whose_selected (DaybookPhraseBulk *self)
{
  set (self, DAYBOOK_PHRASE_AGENT, gtk_drop_down_get_selected (self->whose));
}

static void
on_retire_clicked (DaybookPhraseBulk *self)
{
  set (self, DAYBOOK_PHRASE_RETIRED, TRUE);
}

static void
keys_changed (DaybookBulkBar *bar)
{
  ask (DAYBOOK_PHRASE_BULK (bar));
}

static void
daybook_phrase_bulk_class_init (DaybookPhraseBulkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DAYBOOK_BULK_BAR_CLASS (klass)->keys_changed = keys_changed;
  signals[SET] = g_signal_new ("set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/phrases/phrase-bulk.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseBulk, purpose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseBulk, whose);
  gtk_widget_class_bind_template_callback (widget_class, on_purpose_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_whose_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_retire_clicked);
}

static void
daybook_phrase_bulk_init (DaybookPhraseBulk *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const DaybookWord *word = daybook_purpose_words; word->word != NULL; word++)
    gtk_string_list_append (names, daybook_words_label (word));
  gtk_drop_down_set_model (self->purpose, G_LIST_MODEL (names));
  daybook_drop_down_set_question (self->purpose, _("Purpose"));
  daybook_drop_down_set_question (self->whose, _("Whose"));
  self->filling = FALSE;
}

GtkWidget *
daybook_phrase_bulk_new (DaybookDesk *desk)
{
  DaybookPhraseBulk *self = g_object_new (DAYBOOK_TYPE_PHRASE_BULK, NULL);

  daybook_bulk_bar_set_up (DAYBOOK_BULK_BAR (self), desk, &daybook_phrases, -1, 0);
  return GTK_WIDGET (self);
}
