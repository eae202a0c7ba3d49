/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/merge-dialog.h"

#include <glib/gi18n-lib.h>

/* A field of theirs. */
typedef struct
{
  guint      field;
  GPtrArray *buttons; /* GtkCheckButton for each row, borrowed, and for all together; NULL: they do not differ */
  guint      chosen;  /* the row whose value it is to be */
  gboolean   touched; /* a person has chosen: it follows no longer the one that stays */
} Line;

struct _DaybookMergeDialog
{
  AdwWindow        parent_instance;

  /* Template widgets */
  GtkLabel        *explanation;
  GtkGrid         *grid;
  GtkLabel        *problem;

  const DaybookMergeKind *kind;

  /* Owned */
  DaybookDesk     *desk;
  GObject         *data;   /* the kind's, or NULL */
  GPtrArray       *rows;   /* DaybookRow */
  GArray          *lines;  /* Line, those that differ first */
  guint            keep;   /* the row that stays */
  gboolean         filling;
};

G_DEFINE_FINAL_TYPE (DaybookMergeDialog, daybook_merge_dialog, ADW_TYPE_WINDOW)

enum
{
  MERGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const DaybookRow *
get_row (DaybookMergeDialog *self,
          guint               i)
{
  return g_ptr_array_index (self->rows, i);
}

/* --- What is chosen ---------------------------------------------------------------------- */

static void
choose (DaybookMergeDialog *self,
        Line               *line,
        guint               chosen)
{
  line->chosen = chosen;
  self->filling = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (line->buttons, chosen), TRUE);
  self->filling = FALSE;
}

static void
choose_usual (DaybookMergeDialog *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      if (line->buttons != NULL && !line->touched)
        choose (self, line, self->kind->usual (self->rows, self->keep, line->field));
    }
}

static void
say_problem (DaybookMergeDialog *self,
             const char         *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
on_value_chosen (DaybookMergeDialog *self,
                 GtkCheckButton     *button)
{
  if (self->filling || !gtk_check_button_get_active (button))
    return;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      guint place;

      if (line->buttons != NULL && g_ptr_array_find (line->buttons, button, &place))
        {
          line->chosen = place;
          line->touched = TRUE;
        }
    }
  say_problem (self, NULL);
}

static void
on_keep_chosen (DaybookMergeDialog *self,
                GtkCheckButton     *button)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->keep = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  choose_usual (self);
  say_problem (self, NULL);
}

/* --- The merge -------------------------------------------------------------------------------- */

static GArray *
list_choices (DaybookMergeDialog *self)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (DaybookMergeChoice));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const DaybookMergeChoice choice = { line->field, line->chosen };

      if (line->buttons != NULL)
        g_array_append_val (choices, choice);
    }

  return choices;
}

static void
on_merge_clicked (DaybookMergeDialog *self)
{
  g_autoptr(GArray) choices = list_choices (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = self->kind->merge (self->desk, self->rows, self->keep, choices, self->data, &error);

  if (edit == NULL)
    {
      say_problem (self, error->message);
      return;
    }

  g_signal_emit (self, signals[MERGED], 0, edit);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Side by side --------------------------------------------------------------------------------- */

static GtkWidget *
new_text (const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A choice among those of `group`; `name` is for those who do not see what stands around it. */
static GtkWidget *
new_choice (GtkWidget  *group,
            const char *text,
            const char *name)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), new_text (text, NULL));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* The first line: which one stays. */
static void
add_head (DaybookMergeDialog *self)
{
  GtkWidget *group = NULL;

  gtk_grid_attach (self->grid, new_text (_("Stays"), "heading"), 0, 0, 1, 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DaybookRow *row = get_row (self, i);
      g_autofree char *text = self->kind->head (self->desk, row);
      g_autofree char *short_name = self->kind->name (self->desk, row);
      /* Translators: %s is a case’s number, or a customer: the one that stays when several become one. */
      g_autofree char *name = g_strdup_printf (_("%s stays"), short_name);
      GtkWidget *button = new_choice (group, text, name);

      g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == self->keep);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_keep_chosen), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, button, (int) i + 1, 0, 1, 1);
      group = group != NULL ? group : button;
    }
}

static void
add_button (DaybookMergeDialog *self,
            Line               *line,
            int                 at,
            const char         *text,
            const char         *name)
{
  GtkWidget *group = line->buttons->len > 0 ? g_ptr_array_index (line->buttons, 0) : NULL;
  GtkWidget *button = new_choice (group, text, name);

  g_signal_connect_object (button, "toggled", G_CALLBACK (on_value_chosen), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (line->buttons, button);
  gtk_grid_attach (self->grid, button, (int) line->buttons->len, at, 1, 1);
}

static void
add_choices (DaybookMergeDialog *self,
             Line               *line,
             int                 at)
{
  const char *label = _(get_row (self, 0)->table->fields[line->field].label);

  line->buttons = g_ptr_array_new ();
  gtk_grid_attach (self->grid, new_text (label, "dim-label"), 0, at, 1, 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DaybookRow *row = get_row (self, i);
      g_autofree char *value = daybook_desk_format (self->desk, row, line->field, DAYBOOK_SHOW_MASKED);
      g_autofree char *of = self->kind->name (self->desk, row);
      const char *text = *value != '\0' ? value : "–";
      /* Translators: a field, its value, and the case or customer that has it: “Reason: Does not fit (R-A1001)”. */
      g_autofree char *name = g_strdup_printf (_("%s: %s (%s)"), label, text, of);

      add_button (self, line, at, text, name);
    }
  if (self->kind->joins != NULL && self->kind->joins (line->field))
    {
      /* Translators: of a field of which all values are to stay: “Note: All together”. */
      g_autofree char *name = g_strdup_printf (_("%s: All together"), label);

      add_button (self, line, at, _("All together"), name);
    }
}

static void
add_same (DaybookMergeDialog *self,
          const Line         *line,
          int                 at)
{
  const DaybookRow *row = get_row (self, 0);
  g_autofree char *value = daybook_desk_format (self->desk, row, line->field, DAYBOOK_SHOW_MASKED);

  gtk_grid_attach (self->grid, new_text (_(row->table->fields[line->field].label), "dim-label"), 0, at, 1, 1);
  gtk_grid_attach (self->grid, new_text (value, "dim-label"), 1, at, (int) self->rows->len, 1);
}

static gboolean
differ (DaybookMergeDialog *self,
        guint               field)
{
  for (guint i = 1; i < self->rows->len; i++)
    if (!daybook_value_equal (&get_row (self, i)->values[field], &get_row (self, 0)->values[field]))
      return TRUE;

  return FALSE;
}

static gboolean
says_anything (DaybookMergeDialog *self,
               guint               field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (self->kind->gives (get_row (self, i), field))
      return TRUE;

  return FALSE;
}

/* Adds those that differ, or the others. */
static void
list_lines (DaybookMergeDialog *self,
            gboolean            differing)
{
  const DaybookTable *table = get_row (self, 0)->table;

  for (guint field = 0; field < table->n_fields; field++)
    {
      Line line = { .field = field };
      int at = (int) self->lines->len + 1;

      if (!self->kind->asks (table, field) || differ (self, field) != differing || !says_anything (self, field))
        continue;
      if (differing)
        add_choices (self, &line, at);
      else
        add_same (self, &line, at);
      g_array_append_val (self->lines, line);
    }
}

/* --- The dialog -------------------------------------------------------------------------------------- */

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->buttons, g_ptr_array_unref);
}

static void
daybook_merge_dialog_dispose (GObject *object)
{
  DaybookMergeDialog *self = DAYBOOK_MERGE_DIALOG (object);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->data);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_merge_dialog_parent_class)->dispose (object);
}

static void
daybook_merge_dialog_class_init (DaybookMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_merge_dialog_dispose;
  signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMergeDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, DaybookMergeDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, DaybookMergeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
daybook_merge_dialog_init (DaybookMergeDialog *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
daybook_merge_dialog_new (GtkWindow              *parent,
                          DaybookDesk            *desk,
                          const DaybookMergeKind *kind,
                          GPtrArray              *rows,
                          GObject                *data)
{
  DaybookMergeDialog *self = g_object_new (DAYBOOK_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = kind->title (rows->len);

  self->kind = kind;
  self->desk = g_object_ref (desk);
  self->data = data != NULL ? g_object_ref (data) : NULL;
  self->rows = g_ptr_array_ref (rows);
  self->keep = kind->stays (rows);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->explanation, _(kind->explanation));
  add_head (self);
  list_lines (self, TRUE);
  list_lines (self, FALSE);
  choose_usual (self);
  say_problem (self, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), gtk_grid_get_child_at (self->grid, (int) self->keep + 1, 0));
  return GTK_WINDOW (self);
}
