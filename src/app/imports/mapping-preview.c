/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-preview.h"

#include "core/mask.h"
#include "core/order.h"
#include "exchange/clean.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_ROWS 3

struct _DaybookMappingPreview
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *lines[N_ROWS];

  GPtrArray    *rows; /* GStrv */
};

G_DEFINE_FINAL_TYPE (DaybookMappingPreview, daybook_mapping_preview, ADW_TYPE_PREFERENCES_GROUP)

/* "T-1", or "" where the row is shorter than the headings. */
static const char *
cell_of (char **cells,
         int    column)
{
  return column >= 0 && (guint) column < g_strv_length (cells) ? cells[column] : "";
}

/* As the import will read it. (transfer full) */
static char *
clean_cell (const DaybookMappingField *field,
            const char                *cell)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  if (field->table == &daybook_orders && field->field == DAYBOOK_ORDER_TRACKING)
    daybook_clean_tracking (cell, clean);
  else
    daybook_clean_text (cell, strlen (cell), clean);

  return g_strdup (daybook_clean_is_empty (clean->str) ? "" : clean->str);
}

/* "Order number: T-1 · Buyer: Ann": the fields that have a value in this row. */
static char *
describe_row (const DaybookMappingKind *kind,
              char                    **cells,
              const int                *columns)
{
  const DaybookMappingField *fields = kind->fields;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DaybookField *field = &fields[i].table->fields[fields[i].field];
      g_autofree char *clean = clean_cell (&fields[i], cell_of (cells, columns[i]));
      g_autofree char *cell = daybook_mask (field->mask, clean);

      if (*cell == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: a field of an order, a review … and its value */
      g_string_append_printf (text, _("%s: %s"), daybook_mapping_field_label (&fields[i]), cell);
    }

  if (text->len == 0)
    g_string_append (text, _("Nothing of this row is mapped yet"));
  return g_string_free (text, FALSE);
}

static void
daybook_mapping_preview_finalize (GObject *object)
{
  g_clear_pointer (&DAYBOOK_MAPPING_PREVIEW (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (daybook_mapping_preview_parent_class)->finalize (object);
}

static void
daybook_mapping_preview_class_init (DaybookMappingPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_mapping_preview_finalize;
}

static void
daybook_mapping_preview_init (DaybookMappingPreview *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What Comes of the First Rows"));
  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *line = adw_action_row_new ();

      /* Cells come from outside: no markup. */
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 4);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line);
      self->lines[i] = ADW_ACTION_ROW (line);
    }
}

void
daybook_mapping_preview_set_rows (DaybookMappingPreview *self,
                                  GPtrArray             *rows)
{
  g_return_if_fail (DAYBOOK_IS_MAPPING_PREVIEW (self));

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows != NULL ? g_ptr_array_ref (rows) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), rows != NULL && rows->len > 0);
}

void
daybook_mapping_preview_update (DaybookMappingPreview    *self,
                                const DaybookMappingKind *kind,
                                const int                *columns)
{
  guint n_rows = self->rows != NULL ? self->rows->len : 0;

  g_return_if_fail (DAYBOOK_IS_MAPPING_PREVIEW (self));

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = i < n_rows ? describe_row (kind, g_ptr_array_index (self->rows, i), columns) : g_strdup ("");

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lines[i]), text);
      gtk_widget_set_visible (GTK_WIDGET (self->lines[i]), i < n_rows);
    }
}
