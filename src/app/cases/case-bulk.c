/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-bulk.h"

#include "app/cases/assign-many.h"
#include "app/cases/case-bits.h"
#include "app/cases/move-form.h"
#include "app/common/words.h"
#include "core/register-money.h"
#include "store/case-guard.h"

#include <glib/gi18n-lib.h>

#define STAGES_MAX 64 /* as in core/register.h: a stage is a bit */

struct _DaybookCaseBulk
{
  DaybookBulkBar     parent_instance;

  /* Template widgets */
  GtkMenuButton     *stage;
  GtkMenuButton     *priority;
  DaybookMoveForm   *move_form;
  DaybookAssignMany *assign_form;

  /* Owned */
  DaybookRegister   *definition;
  GCancellable      *asking; /* of the question what a stage demands */
};

G_DEFINE_FINAL_TYPE (DaybookCaseBulk, daybook_case_bulk, DAYBOOK_TYPE_BULK_BAR)

enum
{
  ACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookDesk *
get_desk (DaybookCaseBulk *self)
{
  return daybook_bulk_bar_get_desk (DAYBOOK_BULK_BAR (self));
}

/* --- Where they may go ------------------------------------------------------------------- */

/* How many of them are in each stage. */
static gpointer
begin_look (void)
{
  return g_new0 (guint, STAGES_MAX);
}

/* The table's words are the register's stages, in their order. */
static void
look (gpointer          seen,
      const DaybookRow *row)
{
  int stage = daybook_field_word (&row->table->fields[DAYBOOK_CASE_STAGE], daybook_row_text (row, DAYBOOK_CASE_STAGE));

  if (stage >= 0 && stage < STAGES_MAX)
    ((guint *) seen)[stage]++;
}

static guint
count_that_may_go (DaybookCaseBulk *self,
                   const guint     *seen,
                   guint            goal)
{
  guint n = 0;

  for (guint i = 0; i < daybook_register_get_n_stages (self->definition); i++)
    if (seen[i] > 0 && daybook_register_may_move (self->definition, i, goal))
      n += seen[i];

  return n;
}

/* "Received", or "Received (2)" where not all of them may go there. */
static void
offer_goal (DaybookCaseBulk *self,
            GMenu           *menu,
            guint            goal,
            guint            n)
{
  const char *label = daybook_register_get_stage (self->definition, goal)->label;
  /* Translators: a stage, and how many of the selected cases may go there. */
  g_autofree char *some = g_strdup_printf (_("%s (%u)"), label, n);

  daybook_bit_line (menu, n < daybook_bulk_bar_get_keys (DAYBOOK_BULK_BAR (self))->len ? some : label, "bulk.move", goal);
}

static void
looked (DaybookBulkBar *bar,
        gpointer        seen)
{
  DaybookCaseBulk *self = DAYBOOK_CASE_BULK (bar);
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < daybook_register_get_n_stages (self->definition); i++)
    {
      guint n = count_that_may_go (self, seen, i);

      if (n > 0)
        offer_goal (self, menu, i, n);
    }

  gtk_menu_button_set_menu_model (self->stage, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->stage), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/* --- Acts ------------------------------------------------------------------------------------ */

static DaybookCaseAct *
new_act (DaybookCaseBulk    *self,
         DaybookCaseActKind  kind)
{
  DaybookStore *store = daybook_desk_get_store (get_desk (self));

  return daybook_case_act_new (kind, g_array_ref (daybook_bulk_bar_get_keys (DAYBOOK_BULK_BAR (self))),
                               daybook_store_get_agent (store), daybook_store_get_now (store));
}

static DaybookCaseAct *
new_move (DaybookCaseBulk *self,
          guint            stage)
{
  DaybookCaseAct *act = new_act (self, DAYBOOK_CASES_MOVE);

  act->stage = g_strdup (daybook_register_get_stage (self->definition, stage)->key);
  return act;
}

static void
emit (DaybookCaseBulk *self,
      DaybookCaseAct  *act)
{
  g_signal_emit (self, signals[ACT], 0, act);
}

/* --- What a stage demands of them -------------------------------------------------------------- */

typedef struct
{
  DaybookRegister *definition;
  guint            stage;
  GArray          *keys;
  guint64          missing; /* bit i: the i-th requirement of the stage */
  DaybookAsks      asks;
  guint            n;       /* cases that may go */
} Demand;

static void
demand_free (gpointer data)
{
  Demand *demand = data;

  g_object_unref (demand->definition);
  g_array_unref (demand->keys);
  g_free (demand);
}

/* What the case lacks there, if it may go there. */
static gboolean
add_demand (Demand            *demand,
            DaybookReader     *reader,
            const DaybookRow  *row,
            GError           **error)
{
  const DaybookStageRule *rule = daybook_register_get_stage (demand->definition, demand->stage);
  int from = daybook_register_find_stage (demand->definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  g_autoptr(GPtrArray) missing = NULL;
  DaybookCaseFacts facts;

  if (from < 0 || !daybook_register_may_move (demand->definition, (guint) from, demand->stage))
    return TRUE;
  if (!daybook_reader_case_facts (reader, row, &facts, error))
    return FALSE;

  demand->n++;
  missing = daybook_case_missing (demand->definition, demand->stage, row, &facts);
  for (guint i = 0; i < rule->required->len; i++)
    if (g_ptr_array_find (missing, g_ptr_array_index (rule->required, i), NULL))
      demand->missing |= G_GUINT64_CONSTANT (1) << i;
  if (rule->ends)
    demand->asks |= daybook_case_unanswered (demand->definition, demand->stage, row);
  return TRUE;
}

static gpointer
ask_in_db (DaybookReader *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Demand *demand = data;

  for (guint i = 0; i < demand->keys->len; i++)
    {
      g_autoptr(DaybookRow) row = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      row = daybook_reader_row (reader, daybook_register_get_table (demand->definition), g_array_index (demand->keys, gint64, i), NULL);
      if (row != NULL && !add_demand (demand, reader, row, error))
        return NULL;
    }

  return demand;
}

/* Those that lack it. (transfer container) */
static GPtrArray *
list_missing (const Demand *demand)
{
  GPtrArray *required = daybook_register_get_stage (demand->definition, demand->stage)->required;
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < required->len; i++)
    if ((demand->missing >> i & 1) != 0)
      g_ptr_array_add (missing, g_ptr_array_index (required, i));

  return missing;
}

static void
open_form (DaybookCaseBulk *self,
           GtkWidget       *form)
{
  GtkWidget *forms[] = { GTK_WIDGET (self->move_form), GTK_WIDGET (self->assign_form) };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    gtk_widget_set_visible (forms[i], forms[i] == form);
  daybook_bulk_bar_set_form_open (DAYBOOK_BULK_BAR (self), form != NULL);
}

static void
on_asked (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookCaseBulk) self = data;
  g_autoptr(GError) error = NULL;
  const Demand *demand = daybook_lane_run_finish (result, &error);
  g_autoptr(GPtrArray) missing = NULL;

  if (demand == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  missing = list_missing (demand);
  if (missing->len == 0 && demand->asks == DAYBOOK_ASKS_NOTHING)
    {
      emit (self, new_move (self, demand->stage));
      return;
    }

  open_form (self, GTK_WIDGET (self->move_form));
  daybook_move_form_begin_many (self->move_form, get_desk (self), self->definition, demand->stage, missing, demand->asks, demand->n);
}

static void
stop_asking (DaybookCaseBulk *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (DaybookCaseBulk *self,
     guint            stage)
{
  Demand *demand = g_new0 (Demand, 1);

  stop_asking (self);
  self->asking = g_cancellable_new ();
  demand->definition = g_object_ref (self->definition);
  demand->stage = stage;
  demand->keys = g_array_ref (daybook_bulk_bar_get_keys (DAYBOOK_BULK_BAR (self)));
  daybook_lane_run_async (daybook_bulk_bar_get_lane (DAYBOOK_BULK_BAR (self)), ask_in_db, demand, demand_free, NULL, self->asking,
                          on_asked, g_object_ref (self));
}

/* --- The hands ------------------------------------------------------------------------------------ */

static void
on_stage_chosen (GSimpleAction *action,
                 GVariant      *stage,
                 gpointer       data)
{
  daybook_case_bulk_end (data);
  ask (data, g_variant_get_uint32 (stage));
}

static void
on_move_done (DaybookCaseBulk  *self,
              DaybookCaseDraft *draft)
{
  int stage = daybook_register_find_stage (self->definition, daybook_row_text (daybook_case_draft_row (draft), DAYBOOK_CASE_STAGE));
  DaybookCaseAct *act = new_move (self, (guint) stage);

  daybook_move_form_give_answers (self->move_form, act);
  emit (self, act);
}

static void
on_priority_chosen (GSimpleAction *action,
                    GVariant      *priority,
                    gpointer       data)
{
  DaybookCaseBulk *self = data;
  DaybookCaseAct *act = new_act (self, DAYBOOK_CASES_SET);

  daybook_case_act_answer (act, &daybook_cases.fields[DAYBOOK_CASE_PRIORITY], daybook_value_int (g_variant_get_uint32 (priority)));
  emit (self, act);
}

static void
on_assign_done (DaybookCaseBulk *self)
{
  DaybookCaseAct *act = new_act (self, DAYBOOK_CASES_SET);

  daybook_assign_many_give_answers (self->assign_form, act);
  daybook_case_bulk_end (self);
  emit (self, act);
}

static void
on_trash_clicked (DaybookCaseBulk *self)
{
  emit (self, new_act (self, DAYBOOK_CASES_TRASH));
}

static void
on_form_ended (DaybookCaseBulk *self)
{
  open_form (self, NULL);
}

static void
on_move_drafted (DaybookCaseBulk  *self,
                 DaybookCaseDraft *draft)
{
  if (draft == NULL)
    open_form (self, NULL);
}

/* What was asked was of other cases. */
static void
keys_changed (DaybookBulkBar *bar)
{
  DaybookCaseBulk *self = DAYBOOK_CASE_BULK (bar);

  stop_asking (self);
  daybook_case_bulk_end (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stage), FALSE);
}

static void
daybook_case_bulk_dispose (GObject *object)
{
  DaybookCaseBulk *self = DAYBOOK_CASE_BULK (object);

  stop_asking (self);
  g_clear_object (&self->definition);

  G_OBJECT_CLASS (daybook_case_bulk_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/case-bulk.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseBulk, stage);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseBulk, priority);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseBulk, move_form);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseBulk, assign_form);
  gtk_widget_class_bind_template_callback (widget_class, on_move_done);
  gtk_widget_class_bind_template_callback (widget_class, on_assign_done);
  gtk_widget_class_bind_template_callback (widget_class, on_form_ended);
  gtk_widget_class_bind_template_callback (widget_class, on_move_drafted);
  gtk_widget_class_bind_template_callback (widget_class, daybook_case_bulk_begin_assign);
  gtk_widget_class_bind_template_callback (widget_class, on_trash_clicked);
}

static void
daybook_case_bulk_class_init (DaybookCaseBulkClass *klass)
{
  DaybookBulkBarClass *bar_class = DAYBOOK_BULK_BAR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_case_bulk_dispose;
  bar_class->keys_changed = keys_changed;
  bar_class->begin_look = begin_look;
  bar_class->look = look;
  bar_class->looked = looked;
  bar_class->free_look = g_free;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_MOVE_FORM);
  g_type_ensure (DAYBOOK_TYPE_ASSIGN_MANY);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_case_bulk_init (DaybookCaseBulk *self)
{
  static const GActionEntry ACTIONS[] = {
    { .name = "move", .activate = on_stage_chosen, .parameter_type = "u" },
    { .name = "priority", .activate = on_priority_chosen, .parameter_type = "u" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GMenuModel) priorities = daybook_bit_priorities ("bulk.priority");

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "bulk", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (self->priority, priorities);
  open_form (self, NULL);
}

/* What the cases are about in money: what is to go back, else the first sum that the list shows;
 * -1: nothing. */
static int
find_amount (DaybookRegister *definition)
{
  const DaybookTable *table = daybook_register_get_table (definition);
  int field = daybook_table_role (table, daybook_register_get_money (definition)->refund);

  if (field >= 0 && table->fields[field].type == DAYBOOK_TYPE_MONEY)
    return field;
  for (const char *const *name = daybook_register_get_columns (definition); *name != NULL; name++)
    {
      field = daybook_table_field (table, *name);
      if (field >= 0 && table->fields[field].type == DAYBOOK_TYPE_MONEY)
        return field;
    }

  return -1;
}

GtkWidget *
daybook_case_bulk_new (DaybookDesk     *desk,
                       DaybookRegister *definition)
{
  DaybookCaseBulk *self = g_object_new (DAYBOOK_TYPE_CASE_BULK, NULL);

  self->definition = g_object_ref (definition);
  daybook_bulk_bar_set_up (DAYBOOK_BULK_BAR (self), desk, daybook_register_get_table (definition), find_amount (definition),
                           DAYBOOK_CASE_CURRENCY);
  daybook_assign_many_set_up (self->assign_form, desk, definition);
  return GTK_WIDGET (self);
}

void
daybook_case_bulk_begin_priority (DaybookCaseBulk *self)
{
  gtk_menu_button_popup (self->priority);
}

void
daybook_case_bulk_begin_assign (DaybookCaseBulk *self)
{
  daybook_move_form_end (self->move_form);
  open_form (self, GTK_WIDGET (self->assign_form));
  daybook_assign_many_begin (self->assign_form);
}

gboolean
daybook_case_bulk_end (DaybookCaseBulk *self)
{
  gboolean was_open = daybook_bulk_bar_is_form_open (DAYBOOK_BULK_BAR (self));

  daybook_move_form_end (self->move_form);
  open_form (self, NULL);
  return was_open;
}
