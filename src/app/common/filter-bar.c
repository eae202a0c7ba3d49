/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/filter-bar.h"

#include "app/common/condition.h"
#include "app/common/filter-editor.h"
#include "app/compat/wrap-box.h"

#include <glib/gi18n-lib.h>

struct _DaybookFilterBar
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkWidget          *chips;      /* and after them the button */
  GtkToggleButton    *add_button;
  GtkRevealer        *revealer; /* of the editor, once it was opened */

  /* Owned */
  DaybookDesk        *desk;

  const DaybookTable *table;
};

G_DEFINE_FINAL_TYPE (DaybookFilterBar, daybook_filter_bar, ADW_TYPE_BIN)

enum
{
  ADDED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_added (DaybookFilterBar   *self,
          guint               field,
          int                 op,
          const char *const  *words)
{
  gtk_toggle_button_set_active (self->add_button, FALSE);
  g_signal_emit (self, signals[ADDED], 0, field, op, words);
}

static void
on_add_toggled (DaybookFilterBar *self)
{
  if (gtk_revealer_get_child (self->revealer) == NULL)
    {
      GtkWidget *editor = daybook_filter_editor_new (self->desk, self->table);

      g_signal_connect_object (editor, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
      gtk_revealer_set_child (self->revealer, editor);
    }

  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (self->add_button));
}

static void
on_remove_clicked (DaybookFilterBar *self,
                   GtkButton        *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  g_signal_emit (self, signals[REMOVED], 0, index);
}

static void
add_chip (DaybookFilterBar *self,
          const char       *text,
          guint             index)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a filter such as "Stage is Unpaid". */
  g_autofree char *tooltip = g_strdup_printf (_("Remove the Filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  gtk_widget_insert_before (chip, self->chips, GTK_WIDGET (self->add_button));
}

/* "Imported ExportOrderList.csv": an act is named by its title. */
static void
add_act_chip (DaybookFilterBar *self,
              const DaybookId  *id)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (self->desk));
  g_autoptr(DaybookAct) act = daybook_reader_act (reader, id, NULL);

  add_chip (self, act != NULL ? act->title : _("One act"), DAYBOOK_FILTER_ACT);
}

static void
daybook_filter_bar_finalize (GObject *object)
{
  DaybookFilterBar *self = DAYBOOK_FILTER_BAR (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_filter_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_add_toggled);
}

static void
daybook_filter_bar_class_init (DaybookFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_filter_bar_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_STRV);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_filter_bar_init (DaybookFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_filter_bar_set_table (DaybookFilterBar   *self,
                              DaybookDesk        *desk,
                              const DaybookTable *table)
{
  g_return_if_fail (self->table == NULL);

  self->desk = g_object_ref (desk);
  self->table = table;
}

void
daybook_filter_bar_set_query (DaybookFilterBar   *self,
                              const DaybookQuery *query)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != GTK_WIDGET (self->add_button))
    gtk_widget_unparent (child);

  if (!daybook_id_is_null (&query->act))
    add_act_chip (self, &query->act);
  if (query->keys != NULL)
    add_chip (self, query->keys_name != NULL ? query->keys_name : _("Certain rows"), DAYBOOK_FILTER_KEYS);
  for (guint i = 0; i < query->conditions->len; i += daybook_query_alternatives (query, i))
    {
      g_autofree char *text = daybook_condition_describe (self->desk, query, i);

      add_chip (self, text, i);
    }
}

void
daybook_filter_bar_begin (DaybookFilterBar *self)
{
  gtk_toggle_button_set_active (self->add_button, TRUE);
  daybook_filter_editor_begin (DAYBOOK_FILTER_EDITOR (gtk_revealer_get_child (self->revealer)));
}

gboolean
daybook_filter_bar_end (DaybookFilterBar *self)
{
  gboolean was_open = gtk_toggle_button_get_active (self->add_button);

  gtk_toggle_button_set_active (self->add_button, FALSE);
  return was_open;
}
