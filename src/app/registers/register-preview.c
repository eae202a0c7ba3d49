/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/register-preview.h"

#include "app/cases/fields-box.h"
#include "app/cases/stage-bar.h"
#include "app/common/cell.h"
#include "app/registers/invented-case.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

/* Definitions that were shown once have a table for good: not one for each letter that is typed. */
#define REST_MS 250

struct _DaybookRegisterPreview
{
  AdwBin                parent_instance;

  GtkImage             *icon;
  GtkLabel             *title;
  GtkScrolledWindow    *list;
  GtkLabel             *number;
  AdwBin               *stages;
  AdwBin               *fields;

  DaybookDesk          *desk;
  DaybookRegisterDraft *draft;
  DaybookRegister      *shown;
  guint                 rest; /* source id */
};

G_DEFINE_FINAL_TYPE (DaybookRegisterPreview, daybook_register_preview, ADW_TYPE_BIN)

/* --- The list ------------------------------------------------------------------------- */

static GtkWidget *
make_cell (DaybookRegisterPreview *self,
           const DaybookRow       *row,
           guint                   i,
           guint                   field)
{
  GtkWidget *label = gtk_label_new (NULL);
  const char *pointed = daybook_invented_name (&row->table->fields[field], i);
  g_autofree char *text = pointed != NULL ? g_strdup (pointed) : daybook_desk_format (self->desk, row, field, DAYBOOK_SHOW_MASKED);

  if (row->table->fields[field].type == DAYBOOK_TYPE_CHOICE || row->table->fields[field].type == DAYBOOK_TYPE_ENUM)
    daybook_chip_show (GTK_LABEL (label), row, field);
  else
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_halign (label, daybook_cell_is_figure (&row->table->fields[field]) ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

static GtkWidget *
make_heading (const DaybookField *field)
{
  GtkWidget *label = gtk_label_new (_(field->label));

  gtk_widget_set_halign (label, daybook_cell_is_figure (field) ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_list (DaybookRegisterPreview *self,
           DaybookRow             *rows[DAYBOOK_INVENTED_CASES])
{
  const DaybookTable *table = daybook_register_get_table (self->shown);
  GtkWidget *grid = gtk_grid_new ();
  int column = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (grid, "panel-card");
  for (const char *const *name = daybook_register_get_columns (self->shown); *name != NULL; name++)
    {
      int field = daybook_table_field (table, *name);

      if (field < 0)
        continue;
      gtk_grid_attach (GTK_GRID (grid), make_heading (&table->fields[field]), column, 0, 1, 1);
      for (int i = 0; i < DAYBOOK_INVENTED_CASES; i++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (self, rows[i], (guint) i, (guint) field), column, i + 1, 1, 1);
      column++;
    }
  return grid;
}

/* --- The panel -------------------------------------------------------------------------- */

static void
show_panel (DaybookRegisterPreview *self,
            const DaybookRow       *row)
{
  GtkWidget *stages = g_object_new (DAYBOOK_TYPE_STAGE_BAR, NULL);
  GtkWidget *fields = g_object_new (DAYBOOK_TYPE_FIELDS_BOX, NULL);
  const DaybookCaseFacts facts = { 0 };

  gtk_label_set_label (self->number, daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  daybook_stage_bar_show (DAYBOOK_STAGE_BAR (stages), self->desk, self->shown, row);
  daybook_fields_box_set_up (DAYBOOK_FIELDS_BOX (fields), self->desk, self->shown);
  daybook_fields_box_show (DAYBOOK_FIELDS_BOX (fields), row, &facts);
  adw_bin_set_child (self->stages, stages);
  adw_bin_set_child (self->fields, fields);
}

static void
show (DaybookRegisterPreview *self)
{
  DaybookRegister *definition = daybook_register_draft_get_definition (self->draft);
  DaybookRow *rows[DAYBOOK_INVENTED_CASES];

  if (definition == NULL || definition == self->shown)
    return;

  g_set_object (&self->shown, definition);
  for (guint i = 0; i < DAYBOOK_INVENTED_CASES; i++)
    rows[i] = daybook_invented_case (self->desk, definition, i);
  gtk_image_set_from_icon_name (self->icon, daybook_register_get_icon (definition));
  gtk_label_set_label (self->title, daybook_register_get_title (definition));
  gtk_scrolled_window_set_child (self->list, make_list (self, rows));
  show_panel (self, rows[0]);
  for (guint i = 0; i < DAYBOOK_INVENTED_CASES; i++)
    daybook_row_unref (rows[i]);
}

static gboolean
on_rested (gpointer data)
{
  DaybookRegisterPreview *self = data;

  self->rest = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
on_draft_changed (DaybookRegisterPreview *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, on_rested, self);
}

static void
daybook_register_preview_dispose (GObject *object)
{
  DaybookRegisterPreview *self = DAYBOOK_REGISTER_PREVIEW (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->draft);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (daybook_register_preview_parent_class)->dispose (object);
}

static void
daybook_register_preview_class_init (DaybookRegisterPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_register_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/registers/register-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterPreview, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterPreview, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterPreview, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterPreview, number);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterPreview, stages);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterPreview, fields);
}

static void
daybook_register_preview_init (DaybookRegisterPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_register_preview_set_draft (DaybookRegisterPreview *self,
                                    DaybookDesk            *desk,
                                    DaybookRegisterDraft   *draft)
{
  g_return_if_fail (self->draft == NULL);

  self->desk = g_object_ref (desk);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);
  show (self);
}
