/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/merge-dialog.h"

#include "core/case.h"
#include "store/case-guard.h"
#include "store/case-merge.h"

#include <glib/gi18n-lib.h>

/* A field of theirs. */
typedef struct
{
  guint      field;
  GPtrArray *buttons; /* GtkCheckButton for each case, borrowed; NULL: they do not differ */
  guint      chosen;  /* the case whose value it is to be */
  gboolean   touched; /* a person has chosen: it follows no longer the one that stays */
} Line;

struct _DaybookMergeDialog
{
  AdwWindow        parent_instance;

  /* Template widgets */
  GtkGrid         *grid;
  GtkLabel        *problem;

  /* Owned */
  DaybookDesk     *desk;
  DaybookRegister *definition;
  GPtrArray       *cases;  /* DaybookRow */
  GArray          *lines;  /* Line, those that differ first */
  guint            keep;   /* the case that stays */
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
get_case (DaybookMergeDialog *self,
          guint               i)
{
  return g_ptr_array_index (self->cases, i);
}

/* --- What is chosen ---------------------------------------------------------------------- */

/* What the one that stays says, or else the first of the others. */
static guint
usual_choice (DaybookMergeDialog *self,
              guint               field)
{
  if (daybook_case_merge_gives (get_case (self, self->keep), field))
    return self->keep;
  for (guint i = 0; i < self->cases->len; i++)
    if (daybook_case_merge_gives (get_case (self, i), field))
      return i;

  return self->keep;
}

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
        choose (self, line, usual_choice (self, line->field));
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

  self->keep = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "case"));
  choose_usual (self);
  say_problem (self, NULL);
}

/* --- The merge -------------------------------------------------------------------------------- */

static GArray *
list_choices (DaybookMergeDialog *self)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (DaybookCaseChoice));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const DaybookCaseChoice choice = { line->field, get_case (self, line->chosen) };

      if (line->buttons != NULL && line->chosen != self->keep)
        g_array_append_val (choices, choice);
    }

  return choices;
}

/* Whether the one that stays may be so. */
static gboolean
check (DaybookMergeDialog  *self,
       GArray              *choices,
       GError             **error)
{
  const DaybookRow *keep = get_case (self, self->keep);
  g_autoptr(DaybookRow) after = daybook_row_copy (keep);

  for (guint i = 0; i < choices->len; i++)
    {
      const DaybookCaseChoice *choice = &g_array_index (choices, DaybookCaseChoice, i);

      daybook_value_clear (&after->values[choice->field]);
      after->values[choice->field] = daybook_value_copy (&choice->from->values[choice->field]);
    }

  return daybook_reader_case_check (daybook_store_get_reader (daybook_desk_get_store (self->desk)), self->definition, keep, after, error);
}

static void
on_merge_clicked (DaybookMergeDialog *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  const DaybookRow *keep = get_case (self, self->keep);
  g_autofree char *title = g_strdup_printf ("%s: %s", daybook_row_text (keep, DAYBOOK_CASE_NUMBER), _("Merged"));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  g_autoptr(GArray) choices = list_choices (self);
  g_autoptr(GError) error = NULL;

  if (!check (self, choices, &error)
      || !daybook_case_merge (daybook_store_get_reader (store), edit, self->cases, keep, choices, daybook_store_get_now (store), &error))
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
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DaybookRow *row = get_case (self, i);
      g_autofree char *stage = daybook_desk_format (self->desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
      g_autofree char *opened = daybook_desk_format (self->desk, row, DAYBOOK_CASE_OPENED_AT, DAYBOOK_SHOW_MASKED);
      g_autofree char *text = g_strdup_printf ("%s\n%s · %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), stage, opened);
      /* Translators: %s is a case’s number: the case that stays when several become one. */
      g_autofree char *name = g_strdup_printf (_("%s stays"), daybook_row_text (row, DAYBOOK_CASE_NUMBER));
      GtkWidget *button = new_choice (group, text, name);

      g_object_set_data (G_OBJECT (button), "case", GUINT_TO_POINTER (i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == self->keep);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_keep_chosen), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, button, (int) i + 1, 0, 1, 1);
      group = group != NULL ? group : button;
    }
}

static void
add_choices (DaybookMergeDialog *self,
             Line               *line,
             int                 at)
{
  const char *label = _(get_case (self, 0)->table->fields[line->field].label);

  line->buttons = g_ptr_array_new ();
  gtk_grid_attach (self->grid, new_text (label, "dim-label"), 0, at, 1, 1);
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DaybookRow *row = get_case (self, i);
      g_autofree char *value = daybook_desk_format (self->desk, row, line->field, DAYBOOK_SHOW_MASKED);
      const char *text = *value != '\0' ? value : "–";
      /* Translators: a field, its value, and the case that has it: “Reason: Does not fit (R-A1001)”. */
      g_autofree char *name = g_strdup_printf (_("%s: %s (%s)"), label, text, daybook_row_text (row, DAYBOOK_CASE_NUMBER));
      GtkWidget *button = new_choice (i > 0 ? g_ptr_array_index (line->buttons, 0) : NULL, text, name);

      g_signal_connect_object (button, "toggled", G_CALLBACK (on_value_chosen), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (line->buttons, button);
      gtk_grid_attach (self->grid, button, (int) i + 1, at, 1, 1);
    }
}

static void
add_same (DaybookMergeDialog *self,
          const Line         *line,
          int                 at)
{
  const DaybookRow *row = get_case (self, 0);
  g_autofree char *value = daybook_desk_format (self->desk, row, line->field, DAYBOOK_SHOW_MASKED);

  gtk_grid_attach (self->grid, new_text (_(row->table->fields[line->field].label), "dim-label"), 0, at, 1, 1);
  gtk_grid_attach (self->grid, new_text (value, "dim-label"), 1, at, (int) self->cases->len, 1);
}

static gboolean
differ (DaybookMergeDialog *self,
        guint               field)
{
  for (guint i = 1; i < self->cases->len; i++)
    if (!daybook_value_equal (&get_case (self, i)->values[field], &get_case (self, 0)->values[field]))
      return TRUE;

  return FALSE;
}

static gboolean
says_anything (DaybookMergeDialog *self,
               guint               field)
{
  for (guint i = 0; i < self->cases->len; i++)
    if (daybook_case_merge_gives (get_case (self, i), field))
      return TRUE;

  return FALSE;
}

/* Adds those that differ, or the others. */
static void
list_lines (DaybookMergeDialog *self,
            gboolean            differing)
{
  const DaybookTable *table = get_case (self, 0)->table;

  for (guint field = 0; field < table->n_fields; field++)
    {
      Line line = { .field = field };
      int at = (int) self->lines->len + 1;

      if (!daybook_case_merge_asks (table, field) || differ (self, field) != differing || !says_anything (self, field))
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
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_object (&self->definition);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_merge_dialog_parent_class)->dispose (object);
}

static void
daybook_merge_dialog_class_init (DaybookMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_merge_dialog_dispose;
  signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/merge-dialog.ui");
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

/* What the others repeat. */
static guint
find_oldest (DaybookMergeDialog *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->cases->len; i++)
    if (daybook_row_int (get_case (self, i), DAYBOOK_CASE_OPENED_AT) <= daybook_row_int (get_case (self, oldest), DAYBOOK_CASE_OPENED_AT))
      oldest = i;

  return oldest;
}

GtkWindow *
daybook_merge_dialog_new (GtkWindow       *parent,
                          DaybookDesk     *desk,
                          DaybookRegister *definition,
                          GPtrArray       *cases)
{
  DaybookMergeDialog *self = g_object_new (DAYBOOK_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u Case", "Merge %u Cases", cases->len), cases->len);

  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  self->cases = g_ptr_array_ref (cases);
  self->keep = find_oldest (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  add_head (self);
  list_lines (self, TRUE);
  list_lines (self, FALSE);
  choose_usual (self);
  say_problem (self, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), gtk_grid_get_child_at (self->grid, (int) self->keep + 1, 0));
  return GTK_WINDOW (self);
}
