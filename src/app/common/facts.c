/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/facts.h"

#include "app/common/passing-copy.h"
#include "app/common/shell.h"

#include <glib/gi18n-lib.h>

struct _DaybookFacts
{
  AdwBin   parent_instance;

  GtkGrid   *grid;
  GPtrArray *rows; /* Fact, as they stand in the grid */
  guint      at;   /* the place of the next one that is added */
};

typedef struct
{
  char            *label;
  char            *value;
  DaybookFactKind  kind;
} Fact;

G_DEFINE_FINAL_TYPE (DaybookFacts, daybook_facts, ADW_TYPE_BIN)

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static Fact *
fact_new (const char      *label,
          const char      *value,
          DaybookFactKind  kind)
{
  Fact *fact = g_new0 (Fact, 1);

  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  fact->kind = kind;
  return fact;
}

static void
daybook_facts_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_FACTS (object)->rows);

  G_OBJECT_CLASS (daybook_facts_parent_class)->finalize (object);
}

static void
daybook_facts_class_init (DaybookFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_facts_finalize;
}

static void
daybook_facts_init (DaybookFacts *self)
{
  self->rows = g_ptr_array_new_with_free_func (fact_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "facts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

static void
on_copy_clicked (DaybookFacts *self,
                 GtkButton    *button)
{
  daybook_shell_copy (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "value"),
                      g_object_get_data (G_OBJECT (button), "said"));
}

static void
on_copy_person_clicked (DaybookFacts *self,
                        GtkButton    *button)
{
  daybook_shell_copy_person (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "value"),
                             g_object_get_data (G_OBJECT (button), "said"));
}

/* Marked and copied, it goes as it does with the button. */
static void
on_person_copied (GtkWidget *label)
{
  daybook_passing_copy_watch (gtk_widget_get_clipboard (label), DAYBOOK_PASSING_SECONDS);
}

static GtkWidget *
make_name (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* A label that is filled before it is seen is as high as it would be on one line, until somebody asks again. */
static gboolean
on_height_known (gpointer label)
{
  gtk_widget_queue_resize (label);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_value (const char      *text,
            DaybookFactKind  kind)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), kind == DAYBOOK_FACT_FIGURE ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  /* Tab goes to what can be done, not through every value. */
  gtk_widget_set_focusable (label, FALSE);
  if (kind == DAYBOOK_FACT_FIGURE)
    gtk_widget_add_css_class (label, "numeric");
  g_idle_add_full (G_PRIORITY_LOW, on_height_known, g_object_ref_sink (label), g_object_unref);
  return label;
}

static GtkWidget *
make_copy_button (DaybookFacts *self,
                  const Fact   *fact)
{
  gboolean person = fact->kind == DAYBOOK_FACT_PERSON;
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: %s is the name of a field, e.g. "Tracking number". */
  g_autofree char *tooltip = g_strdup_printf (_("Copy “%s”"), fact->label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (fact->value), g_free);
  g_object_set_data_full (G_OBJECT (button), "said", g_strdup (person ? fact->label : fact->value), g_free);
  g_signal_connect_swapped (button, "clicked", person ? G_CALLBACK (on_copy_person_clicked) : G_CALLBACK (on_copy_clicked), self);
  return button;
}

static void
attach_remark (DaybookFacts *self,
               const Fact   *fact,
               int           at)
{
  GtkWidget *shown = make_value (fact->value, fact->kind);

  if (fact->kind == DAYBOOK_FACT_ALARM)
    gtk_widget_add_css_class (shown, "warning");
  gtk_grid_attach (self->grid, shown, 0, at, 2, 1);
}

static void
attach (DaybookFacts *self,
        const Fact   *fact,
        int           at)
{
  GtkWidget *name = make_name (fact->label);
  GtkWidget *shown = make_value (fact->value, fact->kind);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_grid_attach (self->grid, name, 0, at, 1, 1);
  gtk_grid_attach (self->grid, shown, 1, at, 1, 1);
  if (fact->kind == DAYBOOK_FACT_PERSON)
    g_signal_connect_after (shown, "copy-clipboard", G_CALLBACK (on_person_copied), NULL);
  if (fact->kind == DAYBOOK_FACT_COPY || fact->kind == DAYBOOK_FACT_PERSON)
    gtk_grid_attach (self->grid, make_copy_button (self, fact), 2, at, 1, 1);
}

static gboolean
stands_at (DaybookFacts    *self,
           guint            at,
           const char      *label,
           const char      *value,
           DaybookFactKind  kind)
{
  const Fact *fact = at < self->rows->len ? g_ptr_array_index (self->rows, at) : NULL;

  return fact != NULL && fact->kind == kind && g_str_equal (fact->label, label) && g_str_equal (fact->value, value);
}

void
daybook_facts_begin (DaybookFacts *self)
{
  self->at = 0;
}

void
daybook_facts_end (DaybookFacts *self)
{
  while (self->rows->len > self->at)
    {
      gtk_grid_remove_row (self->grid, (int) self->rows->len - 1);
      g_ptr_array_remove_index (self->rows, self->rows->len - 1);
    }
}

void
daybook_facts_clear (DaybookFacts *self)
{
  daybook_facts_begin (self);
  daybook_facts_end (self);
}

void
daybook_facts_add (DaybookFacts    *self,
                   const char      *label,
                   const char      *value,
                   DaybookFactKind  kind)
{
  if (value == NULL || *value == '\0')
    return;

  if (!stands_at (self, self->at, label, value, kind))
    {
      daybook_facts_end (self);
      g_ptr_array_add (self->rows, fact_new (label, value, kind));
      if (kind == DAYBOOK_FACT_REMARK || kind == DAYBOOK_FACT_ALARM)
        attach_remark (self, g_ptr_array_index (self->rows, self->at), (int) self->at);
      else
        attach (self, g_ptr_array_index (self->rows, self->at), (int) self->at);
    }
  self->at++;
}

gboolean
daybook_facts_is_empty (DaybookFacts *self)
{
  return self->at == 0;
}
