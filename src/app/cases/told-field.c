/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/told-field.h"

#include "app/common/buffer-text.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-taking.h"

#include <glib/gi18n-lib.h>

struct _DaybookToldField
{
  AdwBin               parent_instance;

  DaybookGuardBox     *guard;

  /* Owned */
  DaybookPhraseTaking *taking;

  /* Borrowed */
  GtkTextView         *text;
  GtkWidget           *button; /* NULL until it is made */
};

G_DEFINE_FINAL_TYPE (DaybookToldField, daybook_told_field, ADW_TYPE_BIN)

void
daybook_told_clear (DaybookTold *told)
{
  g_clear_pointer (&told->text, g_free);
  g_clear_pointer (&told->phrases, g_ptr_array_unref);
}

static void
on_phrases_clicked (DaybookToldField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  daybook_told_field_take (self);
}

static void
daybook_told_field_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_TOLD_FIELD (object)->taking);

  G_OBJECT_CLASS (daybook_told_field_parent_class)->dispose (object);
}

static void
daybook_told_field_class_init (DaybookToldFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_told_field_dispose;
}

/* With no room of its own while it has nothing to say. */
static void
daybook_told_field_init (DaybookToldField *self)
{
  self->guard = g_object_new (DAYBOOK_TYPE_GUARD_BOX, "margin-top", 4, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->guard));
}

GtkWidget *
daybook_told_field_new (DaybookDesk *desk,
                        GtkTextView *text)
{
  DaybookToldField *self = g_object_new (DAYBOOK_TYPE_TOLD_FIELD, NULL);

  self->text = text;
  self->taking = daybook_phrase_taking_new (text, desk);
  daybook_guard_box_watch (self->guard, text, desk);
  return GTK_WIDGET (self);
}

GtkWidget *
daybook_told_field_make_button (DaybookToldField *self,
                                const char       *label)
{
  GtkWidget *button = gtk_button_new_with_label (_("Phrase…"));
  /* Translators: %s is a field of a case that customers read: “Our reply”. */
  g_autofree char *name = g_strdup_printf (_("Take a Phrase Into “%s”"), label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take a Phrase ( / in the text)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_phrases_clicked), self, G_CONNECT_SWAPPED);
  self->button = button;
  return button;
}

void
daybook_told_field_show (DaybookToldField *self,
                         const DaybookRow *row)
{
  /* Of a case that is not in the book yet nothing can be told. */
  gboolean is_there = row->rowid != 0;

  daybook_phrase_taking_set_of (self->taking, is_there ? row : NULL);
  gtk_widget_set_visible (self->button, is_there);
  daybook_guard_box_set_for (self->guard, row, (DaybookChannel) daybook_row_int (row, DAYBOOK_CASE_CHANNEL));
}

gboolean
daybook_told_field_take (DaybookToldField *self)
{
  return daybook_phrase_taking_open (self->taking) != NULL;
}

gboolean
daybook_told_field_give (DaybookToldField *self,
                         DaybookTold      *told)
{
  daybook_told_clear (told);
  told->phrases = daybook_phrase_taking_steal (self->taking, &told->promised);
  told->text = g_strstrip (daybook_view_text (self->text));
  return told->phrases->len > 0 && *told->text != '\0';
}
