/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/fields-box.h"

#include "app/cases/field-row.h"
#include "core/register-money.h"

#include <glib/gi18n-lib.h>

struct _DaybookFieldsBox
{
  AdwBin           parent_instance;

  DaybookDesk     *desk;
  DaybookRegister *definition;
  GtkBox          *box;
  GtkToggleButton *all;
  GtkSizeGroup    *names;
  GPtrArray       *rows;    /* DaybookFieldRow, borrowed */
  GPtrArray       *missing; /* DaybookRequirement: what is waited for */
  gboolean         retired; /* those are added that are asked no longer */
};

G_DEFINE_FINAL_TYPE (DaybookFieldsBox, daybook_fields_box, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Told by the head of the panel, its form for moving, or the book itself. */
static const guint ELSEWHERE[] = {
  DAYBOOK_CASE_SHOP, DAYBOOK_CASE_NUMBER, DAYBOOK_CASE_STAGE, DAYBOOK_CASE_STAGE_SINCE, DAYBOOK_CASE_ORDER,
  DAYBOOK_CASE_CUSTOMER, DAYBOOK_CASE_PLATFORM, DAYBOOK_CASE_PLATFORM_NUMBER, DAYBOOK_CASE_PLATFORM_DEADLINE,
  DAYBOOK_CASE_OPENED_AT, DAYBOOK_CASE_CLOSED_AT, DAYBOOK_CASE_REOPENED, DAYBOOK_CASE_LEVEL, DAYBOOK_CASE_TAGS,
};

/* Who has it and what it is about comes first, whatever the register prints. */
static const char *const FIRST[] = { "subject", "content", "reason", "channel", "priority", NULL };
static const char *const PEOPLE[] = {
  "owner", "handler", "need", "expected_at", "promised_at", "opinion", "call_back", "result_review", "name", "contact", NULL,
};
static const char *const LAST[] = { "result", "cause", "told", "satisfied", NULL };

static gboolean
is_elsewhere (guint field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ELSEWHERE); i++)
    if (ELSEWHERE[i] == field)
      return TRUE;

  return FALSE;
}

static gboolean
is_there (DaybookFieldsBox *self,
          guint             field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (daybook_field_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      return TRUE;

  return FALSE;
}

static void
on_changed (DaybookFieldsBox *self,
            DaybookValue     *value,
            DaybookFieldRow  *row)
{
  g_signal_emit (self, signals[CHANGED], 0, daybook_field_row_get_field (row), value);
}

static void
add_field (DaybookFieldsBox *self,
           GtkWidget        *group,
           guint             field)
{
  const DaybookField *of = &daybook_register_get_table (self->definition)->fields[field];
  GtkWidget *row;

  if (((of->flags & DAYBOOK_FIELD_HIDDEN) != 0) != self->retired || is_elsewhere (field) || is_there (self, field))
    return;

  row = daybook_field_row_new (self->desk, self->definition, field);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  daybook_field_row_align (DAYBOOK_FIELD_ROW (row), self->names);
  gtk_box_append (GTK_BOX (group), row);
}

/* A parcel's courier stands with its number. */
static void
add_named (DaybookFieldsBox *self,
           GtkWidget        *group,
           const char       *name)
{
  const DaybookTable *table = daybook_register_get_table (self->definition);
  g_autofree char *courier = g_strconcat (name, DAYBOOK_COURIER_SUFFIX, NULL);
  int field = daybook_table_field (table, name);
  int beside = daybook_table_field (table, courier);

  if (field >= 0)
    add_field (self, group, (guint) field);
  if (beside >= 0)
    add_field (self, group, (guint) beside);
}

static void
add_group (DaybookFieldsBox  *self,
           const char        *heading,
           const char *const *names)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint before = self->rows->len;

  for (; *names != NULL; names++)
    add_named (self, group, *names);
  if (self->rows->len == before)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return;
    }

  if (heading != NULL)
    {
      GtkWidget *label = gtk_label_new (heading);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_prepend (GTK_BOX (group), label);
    }
  gtk_box_append (self->box, group);
}

/* What the register no longer asks, of a case that has it by now: to be read, not to be changed. */
static void
add_retired (DaybookFieldsBox *self)
{
  const DaybookTable *table = daybook_register_get_table (self->definition);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) retired = NULL;
  guint before = self->rows->len;

  for (guint i = DAYBOOK_CASE_N_FIELDS; i < table->n_fields; i++)
    if ((table->fields[i].flags & DAYBOOK_FIELD_HIDDEN) != 0)
      g_strv_builder_add (names, daybook_field_get_name (&table->fields[i]));
  retired = g_strv_builder_end (names);
  self->retired = TRUE;
  add_group (self, _("No Longer Asked"), (const char *const *) retired);
  self->retired = FALSE;
  for (guint i = before; i < self->rows->len; i++)
    daybook_field_row_lock (g_ptr_array_index (self->rows, i));
}

/* What the register has and does not print. */
static void
add_rest (DaybookFieldsBox *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) rest = NULL;

  for (guint i = 0; i < daybook_register_get_n_fields (self->definition); i++)
    g_strv_builder_add (names, daybook_register_get_field (self->definition, i)->key);
  rest = g_strv_builder_end (names);
  /* Of a register that prints nothing it is all there is. */
  add_group (self, daybook_register_get_print (self->definition)->len > 0 ? _("More") : NULL, (const char *const *) rest);
}

/* --- Which are seen --------------------------------------------------------------- */

static gboolean
is_needed (DaybookFieldsBox *self,
           guint             field)
{
  const char *name = daybook_field_get_name (&daybook_register_get_table (self->definition)->fields[field]);

  for (guint i = 0; i < self->missing->len; i++)
    if (g_strv_contains ((const char *const *) ((const DaybookRequirement *) g_ptr_array_index (self->missing, i))->fields, name))
      return TRUE;

  return FALSE;
}

/* What a case is about is asked for in every one, what its money comes from wherever it moves
 * some, and what customers read wherever there is such. */
static gboolean
is_first (DaybookFieldsBox *self,
          guint             field)
{
  const char *name = daybook_field_get_name (&daybook_register_get_table (self->definition)->fields[field]);
  const DaybookRegisterField *own = daybook_register_find_field (self->definition, name);

  return field == DAYBOOK_CASE_CONTENT || field == DAYBOOK_CASE_REASON || field == DAYBOOK_CASE_HANDLER
         || daybook_register_is_reckoned (self->definition, name) || (own != NULL && own->told && !own->retired);
}

static gboolean
is_retired (DaybookFieldsBox *self,
            guint             field)
{
  return (daybook_register_get_table (self->definition)->fields[field].flags & DAYBOOK_FIELD_HIDDEN) != 0;
}

static gboolean
update_group (DaybookFieldsBox *self,
              GtkWidget        *group)
{
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      DaybookFieldRow *row = DAYBOOK_IS_FIELD_ROW (child) ? DAYBOOK_FIELD_ROW (child) : NULL;
      guint field = row != NULL ? daybook_field_row_get_field (row) : 0;
      gboolean all = gtk_toggle_button_get_active (self->all) && row != NULL && !is_retired (self, field);
      gboolean seen = row != NULL && (all || is_first (self, field) || is_needed (self, field)
                                      || daybook_field_row_is_used (row));

      if (row == NULL)
        continue;
      gtk_widget_set_visible (child, seen);
      daybook_field_row_mark (row, is_needed (self, field));
      any |= seen;
    }
  return any;
}

static void
update (DaybookFieldsBox *self)
{
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->box)); group != NULL; group = gtk_widget_get_next_sibling (group))
    if (GTK_IS_BOX (group))
      gtk_widget_set_visible (group, update_group (self, group));
}

/* Takes over `missing`. */
static void
show (DaybookFieldsBox *self,
      const DaybookRow *row,
      GPtrArray        *missing)
{
  g_ptr_array_unref (self->missing);
  self->missing = missing;
  for (guint i = 0; i < self->rows->len; i++)
    daybook_field_row_show (g_ptr_array_index (self->rows, i), row);
  update (self);
}

static void
daybook_fields_box_dispose (GObject *object)
{
  DaybookFieldsBox *self = DAYBOOK_FIELDS_BOX (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_object (&self->names);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_fields_box_parent_class)->dispose (object);
}

static void
daybook_fields_box_class_init (DaybookFieldsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_fields_box_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
daybook_fields_box_init (DaybookFieldsBox *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->rows = g_ptr_array_new ();
  self->missing = g_ptr_array_new ();
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 16));
  self->all = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("All Fields")));
  gtk_widget_set_halign (GTK_WIDGET (self->all), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->all));
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_fields_box_set_up (DaybookFieldsBox *self,
                           DaybookDesk      *desk,
                           DaybookRegister  *definition)
{
  GPtrArray *parts = daybook_register_get_print (definition);

  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  add_group (self, NULL, FIRST);
  for (guint i = 0; i < parts->len; i++)
    {
      const DaybookPrintPart *part = g_ptr_array_index (parts, i);

      /* The end is filled in when it comes. */
      if (part->fields != NULL && !g_strv_contains ((const char *const *) part->fields, LAST[0]))
        add_group (self, part->heading, (const char *const *) part->fields);
    }
  add_rest (self);
  add_group (self, _("Who and By When"), PEOPLE);
  add_group (self, _("The End"), LAST);
  add_retired (self);
}

/* The usual way on: the first stage that may follow. */
static int
find_next (DaybookFieldsBox *self,
           const DaybookRow *row)
{
  int stage = daybook_register_find_stage (self->definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));

  for (guint i = 0; stage >= 0 && i < daybook_register_get_n_stages (self->definition); i++)
    if (daybook_register_may_move (self->definition, (guint) stage, i))
      return (int) i;

  return -1;
}

void
daybook_fields_box_show (DaybookFieldsBox       *self,
                         const DaybookRow       *row,
                         const DaybookCaseFacts *facts)
{
  int next = find_next (self, row);

  show (self, row, next >= 0 ? daybook_case_missing (self->definition, (guint) next, row, facts) : g_ptr_array_new ());
}

void
daybook_fields_box_show_new (DaybookFieldsBox *self,
                             const DaybookRow *row)
{
  const DaybookCaseFacts facts = { 0 };

  show (self, row, daybook_case_missing (self->definition, daybook_register_get_start (self->definition), row, &facts));
}

void
daybook_fields_box_flush (DaybookFieldsBox *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    daybook_field_row_flush (g_ptr_array_index (self->rows, i));
}

gboolean
daybook_fields_box_take (DaybookFieldsBox *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (daybook_field_row_take (g_ptr_array_index (self->rows, i)))
      return TRUE;

  return FALSE;
}

gboolean
daybook_fields_box_give_told (DaybookFieldsBox *self,
                              guint             field,
                              DaybookTold      *told)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (daybook_field_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      return daybook_field_row_give_told (g_ptr_array_index (self->rows, i), told);

  return FALSE;
}
