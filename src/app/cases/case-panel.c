/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-panel.h"

#include "app/cases/case-begin.h"
#include "app/cases/case-goods.h"
#include "app/cases/case-timeline.h"
#include "app/cases/fields-box.h"
#include "app/cases/move-form.h"
#include "app/cases/note-box.h"
#include "app/cases/stage-bar.h"
#include "app/common/cell.h"
#include "app/common/shell.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/words.h"
#include "store/case-guard.h"

#include <glib/gi18n-lib.h>

#define SIMILAR_MAX 3

struct _DaybookCasePanel
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkScrolledWindow   *scroller;
  GtkLabel            *number;
  GtkLabel            *priority;
  GtkWidget           *copy_button;
  GtkLabel            *origin;
  GtkWidget           *links;
  GtkButton           *order_button;
  GtkButton           *customer_button;
  GtkWidget           *order_line;
  GtkEditable         *order_entry;
  GtkWidget           *similar;
  GtkBox              *similar_list;
  DaybookStageBar     *stages;
  DaybookMoveForm     *form;
  DaybookFieldsBox    *fields;
  GtkWidget           *goods_group;
  DaybookCaseGoods    *goods;
  GtkWidget           *new_bar;
  GtkLabel            *problem;
  DaybookNoteBox      *note;
  GtkWidget           *history_group;
  DaybookCaseTimeline *timeline;

  /* Owned */
  DaybookDesk         *desk;
  DaybookRegister     *definition;
  DaybookRow          *row;   /* shown, or NULL */
  DaybookCaseDraft    *draft; /* of a new case, or NULL */
  DaybookRow          *line;  /* of the order, that the new case is about, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookCasePanel, daybook_case_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  MADE,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookCasePanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookCasePanel *self)
{
  return daybook_store_get_reader (get_store (self));
}

/* --- Acts ----------------------------------------------------------------------------- */

/* The lead who calls back where the register wants one. */
static const DaybookId *
find_lead (DaybookCasePanel *self)
{
  GPtrArray *agents = daybook_desk_get_agents (self->desk);

  for (guint i = 0; i < agents->len; i++)
    if (daybook_row_int (g_ptr_array_index (agents, i), DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_LEAD)
      return &((const DaybookRow *) g_ptr_array_index (agents, i))->id;

  return NULL;
}

/* "R-A2031: Reason" */
static DaybookEdit *
new_edit (DaybookCasePanel *self,
          const char       *what)
{
  g_autofree char *title = self->draft != NULL ? g_strdup_printf (_("New: %s"), what)
                                               : g_strdup_printf ("%s: %s", daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
}

static void
commit_draft (DaybookCasePanel *self,
              DaybookCaseDraft *draft,
              const char       *what)
{
  g_autoptr(DaybookEdit) edit = new_edit (self, what);

  daybook_case_draft_build (draft, find_lead (self), edit);
  if (daybook_edit_size (edit) > 0)
    g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_edited (DaybookCasePanel *self,
           DaybookEdit      *edit)
{
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
show_draft (DaybookCasePanel *self)
{
  daybook_fields_box_show_new (self->fields, daybook_case_draft_row (self->draft));
}

static void
on_field_changed (DaybookCasePanel *self,
                  guint             field,
                  DaybookValue     *value)
{
  g_autoptr(DaybookCaseDraft) draft = NULL;

  if (self->draft != NULL)
    {
      daybook_case_draft_set (self->draft, field, daybook_value_copy (value));
      show_draft (self);
      return;
    }
  if (self->row == NULL)
    return;

  draft = daybook_case_draft_of (self->definition, self->row, daybook_store_get_now (get_store (self)));
  daybook_case_draft_set (draft, field, daybook_value_copy (value));
  commit_draft (self, draft, _(self->row->table->fields[field].label));
}

static void
on_move_done (DaybookCasePanel *self,
              DaybookCaseDraft *draft)
{
  int stage = daybook_register_find_stage (self->definition, daybook_row_text (daybook_case_draft_row (draft), DAYBOOK_CASE_STAGE));

  commit_draft (self, draft, daybook_register_get_stage (self->definition, (guint) stage)->label);
}

static void
on_move_wanted (DaybookCasePanel *self,
                int               stage)
{
  g_autoptr(DaybookCaseDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  DaybookCaseFacts facts;

  daybook_fields_box_flush (self->fields);
  if (!daybook_reader_case_facts (get_reader (self), self->row, &facts, &error))
    {
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }
  if (daybook_move_form_begin (self->form, self->desk, self->definition, self->row, (guint) stage, &facts))
    return;

  draft = daybook_case_draft_of (self->definition, self->row, daybook_store_get_now (get_store (self)));
  daybook_case_draft_move (draft, (guint) stage);
  on_move_done (self, draft);
}

static void
on_copy_clicked (DaybookCasePanel *self)
{
  const char *number = daybook_row_text (self->row, DAYBOOK_CASE_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

static void
show_other (DaybookCasePanel   *self,
            const DaybookTable *table,
            guint               field)
{
  const DaybookRow *row = self->draft != NULL ? daybook_case_draft_row (self->draft) : self->row;
  const DaybookId *id = daybook_row_ref_id (row, field);

  if (id != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), table, id);
}

static void
on_order_clicked (DaybookCasePanel *self)
{
  show_other (self, &daybook_orders, DAYBOOK_CASE_ORDER);
}

static void
on_customer_clicked (DaybookCasePanel *self)
{
  show_other (self, &daybook_customers, DAYBOOK_CASE_CUSTOMER);
}

/* --- What it shows ------------------------------------------------------------------------ */

static void
show_link (DaybookCasePanel *self,
           const DaybookRow *row,
           GtkButton        *button,
           guint             field)
{
  g_autofree char *name = daybook_desk_format (self->desk, row, field, DAYBOOK_SHOW_MASKED);

  gtk_button_set_label (button, name);
  gtk_widget_set_visible (GTK_WIDGET (button), *name != '\0');
}

/* "Return and refund · opened yesterday 10:20 · level 1" */
static char *
describe_origin (DaybookCasePanel *self)
{
  g_autofree char *opened = daybook_desk_format (self->desk, self->row, DAYBOOK_CASE_OPENED_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *deadline = daybook_desk_format (self->desk, self->row, DAYBOOK_CASE_PLATFORM_DEADLINE, DAYBOOK_SHOW_MASKED);
  gint64 level = daybook_row_int (self->row, DAYBOOK_CASE_LEVEL);
  gint64 again = daybook_row_int (self->row, DAYBOOK_CASE_REOPENED);
  GString *text = g_string_new (daybook_register_get_label (self->definition));

  /* Translators: %s is a time: “Yesterday 10:20”. */
  g_string_append_printf (text, _(" · opened %s"), opened);
  if (*deadline != '\0')
    /* Translators: %s is the time by which the platform wants an answer. */
    g_string_append_printf (text, _(" · the platform’s deadline: %s"), deadline);
  if (level > 0)
    /* Translators: how often a case was handed to a superior. */
    g_string_append_printf (text, _(" · escalated, level %d"), (int) level);
  if (again > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · opened again %d time", " · opened again %d times", (gulong) again),
                            (int) again);
  return g_string_free (text, FALSE);
}

static void
show_head (DaybookCasePanel *self)
{
  g_autofree char *origin = describe_origin (self);

  gtk_label_set_label (self->number, daybook_row_text (self->row, DAYBOOK_CASE_NUMBER));
  daybook_chip_show (self->priority, self->row, DAYBOOK_CASE_PRIORITY);
  gtk_label_set_label (self->origin, origin);
  show_link (self, self->row, self->order_button, DAYBOOK_CASE_ORDER);
  show_link (self, self->row, self->customer_button, DAYBOOK_CASE_CUSTOMER);
}

/* A new case has its fields and the way into the book; the rest comes with it. */
static void
update_mode (DaybookCasePanel *self)
{
  gboolean is_new = self->draft != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), is_new || self->row != NULL);
  gtk_widget_set_visible (self->copy_button, !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), !is_new);
  gtk_widget_set_visible (self->order_line, is_new);
  gtk_widget_set_visible (self->new_bar, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->stages), !is_new);
  gtk_widget_set_visible (self->goods_group, !is_new && daybook_register_has_goods (self->definition));
  gtk_widget_set_visible (GTK_WIDGET (self->note), !is_new);
  gtk_widget_set_visible (self->history_group, !is_new);
  gtk_widget_set_visible (self->similar, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
show_row (DaybookCasePanel *self)
{
  DaybookCaseFacts facts = { 0 };

  /* Where the book is busy for once, more seems to be missing than is. */
  daybook_reader_case_facts (get_reader (self), self->row, &facts, NULL);
  show_head (self);
  daybook_stage_bar_show (self->stages, self->desk, self->definition, self->row);
  daybook_fields_box_show (self->fields, self->row, &facts);
  if (daybook_register_has_goods (self->definition))
    daybook_case_goods_show (self->goods, self->desk, self->row);
  daybook_note_box_show (self->note, self->desk, self->row);
  daybook_case_timeline_show (self->timeline, self->desk, self->row);
}

/* --- A new case --------------------------------------------------------------------------- */

static void
on_similar_clicked (GtkWidget        *button,
                    DaybookCasePanel *self)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &row->id);
}

static void
add_similar (DaybookCasePanel *self,
             const DaybookRow *row)
{
  g_autofree char *stage = daybook_desk_format (self->desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
  g_autofree char *text = g_strdup_printf ("%s · %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), stage);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref ((DaybookRow *) row), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_similar_clicked), self, 0);
  gtk_box_append (self->similar_list, button);
}

/* Open cases of the same register and order (UX 6). */
static void
show_similar (DaybookCasePanel *self)
{
  const DaybookId *order = daybook_row_ref_id (daybook_case_draft_row (self->draft), DAYBOOK_CASE_ORDER);
  g_autoptr(DaybookQuery) query = daybook_query_new (daybook_register_get_table (self->definition));
  g_autofree char *id = order != NULL ? daybook_id_to_string (order) : NULL;
  g_autoptr(GArray) keys = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->similar_list))) != NULL)
    gtk_box_remove (self->similar_list, child);
  if (id != NULL)
    {
      daybook_query_add (query, DAYBOOK_CASE_ORDER, DAYBOOK_OP_EQ, (const char *const[]) { id, NULL });
      daybook_query_add (query, DAYBOOK_CASE_CLOSED_AT, DAYBOOK_OP_EQ, NULL);
      keys = daybook_reader_keys (get_reader (self), query, SIMILAR_MAX, NULL);
    }
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (get_reader (self), &daybook_cases, g_array_index (keys, gint64, i), NULL);

      if (row != NULL)
        add_similar (self, row);
    }
  gtk_widget_set_visible (self->similar, keys != NULL && keys->len > 0);
}

static void
say_problem (DaybookCasePanel *self,
             const char       *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* What the draft has of where it was begun. */
static void
show_begun (DaybookCasePanel *self)
{
  g_autofree char *about = self->line != NULL ? daybook_case_begin_describe (self->line) : g_strdup ("");

  gtk_label_set_label (self->origin, about);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), self->line != NULL);
  show_link (self, daybook_case_draft_row (self->draft), self->order_button, DAYBOOK_CASE_ORDER);
  show_link (self, daybook_case_draft_row (self->draft), self->customer_button, DAYBOOK_CASE_CUSTOMER);
  show_draft (self);
  show_similar (self);
}

static void
take_from (DaybookCasePanel *self,
           const DaybookRow *from)
{
  g_clear_pointer (&self->line, daybook_row_unref);
  daybook_case_begin_from (get_reader (self), self->definition, self->draft, from, &self->line);
  show_begun (self);
}

static void
on_order_typed (DaybookCasePanel *self)
{
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (self->order_entry)));
  g_autoptr(GPtrArray) orders = NULL;

  if (self->draft == NULL || *number == '\0')
    return;

  orders = daybook_reader_orders_numbered (get_reader (self), number, NULL);
  if (orders != NULL && orders->len > 0)
    {
      const DaybookRow *order = g_ptr_array_index (orders, 0);
      const DaybookId *before = daybook_row_ref_id (daybook_case_draft_row (self->draft), DAYBOOK_CASE_ORDER);

      say_problem (self, NULL);
      /* The number that is there already is no other order: the line that was chosen stays. */
      if (before == NULL || !daybook_id_equal (before, &order->id))
        take_from (self, order);
    }
  else
    say_problem (self, _("There is no order of this number. Check it, or leave it empty."));
}

static void
on_save_clicked (DaybookCasePanel *self)
{
  const DaybookRow *row;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookCaseFacts facts;
  DaybookId id;

  daybook_fields_box_flush (self->fields);
  row = daybook_case_draft_row (self->draft);
  gboolean known = daybook_reader_case_facts (get_reader (self), row, &facts, &error);
  facts.n_lines += known && self->line != NULL;
  if (!known || !daybook_case_check (self->definition, NULL, row, &facts, &error))
    {
      say_problem (self, error->message);
      return;
    }

  id = row->id;
  edit = new_edit (self, daybook_register_get_label (self->definition));
  daybook_case_draft_build (self->draft, find_lead (self), edit);
  if (self->line != NULL)
    daybook_case_begin_goods (edit, self->line, &id, daybook_store_get_now (get_store (self)));
  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_pointer (&self->line, daybook_row_unref);
  g_signal_emit (self, signals[EDIT], 0, edit);
  g_signal_emit (self, signals[MADE], 0, &id);
}

static void
on_drop_clicked (DaybookCasePanel *self)
{
  daybook_case_panel_end (self);
  g_signal_emit (self, signals[DROPPED], 0);
}

/* --- The panel -------------------------------------------------------------------------------- */

static void
daybook_case_panel_dispose (GObject *object)
{
  DaybookCasePanel *self = DAYBOOK_CASE_PANEL (object);

  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_pointer (&self->line, daybook_row_unref);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_object (&self->definition);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_case_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, number);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, priority);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, origin);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, links);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, order_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, customer_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, order_line);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, order_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, similar);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, similar_list);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, stages);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, fields);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, goods_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, goods);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, new_bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, history_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, timeline);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_order_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_order_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_move_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_move_done);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
daybook_case_panel_class_init (DaybookCasePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_case_panel_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_STAGE_BAR);
  g_type_ensure (DAYBOOK_TYPE_MOVE_FORM);
  g_type_ensure (DAYBOOK_TYPE_FIELDS_BOX);
  g_type_ensure (DAYBOOK_TYPE_CASE_GOODS);
  g_type_ensure (DAYBOOK_TYPE_NOTE_BOX);
  g_type_ensure (DAYBOOK_TYPE_CASE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/case-panel.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
daybook_case_panel_init (DaybookCasePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_case_panel_set_up (DaybookCasePanel *self,
                           DaybookDesk      *desk,
                           DaybookRegister  *definition)
{
  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  daybook_fields_box_set_up (self->fields, desk, definition);
  update_mode (self);
}

void
daybook_case_panel_show (DaybookCasePanel *self,
                         const DaybookRow *row)
{
  gboolean is_other = self->row != NULL && (row == NULL || !daybook_id_equal (&self->row->id, &row->id));

  if (self->draft != NULL)
    return;
  if (is_other)
    {
      daybook_fields_box_flush (self->fields);
      daybook_move_form_end (self->form);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }

  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row != NULL ? daybook_row_ref ((DaybookRow *) row) : NULL;
  update_mode (self);
  if (row != NULL)
    show_row (self);
}

static void
show_order_number (DaybookCasePanel *self)
{
  const DaybookId *id = daybook_row_ref_id (daybook_case_draft_row (self->draft), DAYBOOK_CASE_ORDER);
  g_autoptr(DaybookRow) order = id != NULL ? daybook_reader_find (get_reader (self), &daybook_orders, id, NULL) : NULL;

  gtk_editable_set_text (self->order_entry, order != NULL ? daybook_row_text (order, DAYBOOK_ORDER_NUMBER) : "");
}

void
daybook_case_panel_begin_new (DaybookCasePanel *self,
                              const DaybookRow *from)
{
  DaybookStore *store = get_store (self);

  daybook_case_panel_end (self);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->draft = daybook_case_draft_new (self->definition, daybook_store_get_shop (store), daybook_store_get_agent (store),
                                        daybook_store_get_currency (store), daybook_store_get_now (store));
  update_mode (self);

  g_autofree char *title = g_strdup_printf (_("New: %s"), daybook_register_get_label (self->definition));
  gtk_label_set_label (self->number, title);
  gtk_widget_set_visible (GTK_WIDGET (self->priority), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->order_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->customer_button), FALSE);
  gtk_editable_set_text (self->order_entry, "");
  show_draft (self);
  if (from != NULL)
    take_from (self, from);
  show_order_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->order_entry));
}

gboolean
daybook_case_panel_is_new (DaybookCasePanel *self)
{
  return self->draft != NULL;
}

gboolean
daybook_case_panel_end (DaybookCasePanel *self)
{
  gboolean was_new = self->draft != NULL;
  gboolean was_moving = daybook_move_form_end (self->form);

  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_pointer (&self->line, daybook_row_unref);
  update_mode (self);
  return was_new || was_moving;
}

void
daybook_case_panel_write (DaybookCasePanel *self)
{
  if (self->draft == NULL && self->row != NULL)
    daybook_note_box_begin (self->note);
}
