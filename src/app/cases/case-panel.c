/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-panel.h"

#include "app/cases/case-begin.h"
#include "app/cases/case-boxes.h"
#include "app/cases/case-calls.h"
#include "app/common/row-clocks.h"
#include "app/cases/case-goods.h"
#include "app/cases/case-hands.h"
#include "app/cases/case-head.h"
#include "app/cases/case-links.h"
#include "app/cases/case-procedures.h"
#include "app/cases/case-timeline.h"
#include "app/cases/case-watchers.h"
#include "app/cases/fields-box.h"
#include "app/cases/money-box.h"
#include "app/cases/move-form.h"
#include "app/cases/note-box.h"
#include "app/cases/outcome-button.h"
#include "app/cases/photo-box.h"
#include "app/cases/similar-cases.h"
#include "app/cases/stage-bar.h"
#include "app/common/cell.h"
#include "app/common/shell.h"
#include "app/common/tag-box.h"
#include "app/compat/wrap-box.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/words.h"
#include "store/case-guard.h"
#include "store/case-money.h"
#include "store/case-write.h"
#include "store/tags-in-use.h"
#include "store/telling.h"

#include <glib/gi18n-lib.h>

#define MOST_TAGS 60

struct _DaybookCasePanel
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkScrolledWindow   *scroller;
  DaybookCaseHead     *head;
  DaybookTagBox       *tags;
  GtkWidget           *order_line;
  GtkEditable         *order_entry;
  DaybookSimilarCases *similar;
  DaybookCaseBoxes    *boxes;
  DaybookStageBar     *stages;
  DaybookCaseHands    *hands;
  DaybookMoveForm     *form;
  GtkWidget           *calls_group;
  DaybookCaseCalls    *calls;
  DaybookRowClocks  *clocks;
  DaybookCaseProcedures *procedures;
  DaybookOutcomeButton *outcome;
  DaybookMoneyBox     *money;
  DaybookFieldsBox    *fields;
  GtkWidget           *goods_group;
  DaybookCaseGoods    *goods;
  GtkWidget           *related_group;
  DaybookCaseLinks    *related;
  GtkWidget           *watchers_group;
  DaybookCaseWatchers *watchers;
  DaybookPhotoBox     *photos;
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

/* "R-A2031: Reason" */
static DaybookEdit *
new_edit (DaybookCasePanel *self,
          const char       *what)
{
  g_autofree char *title = self->draft != NULL ? g_strdup_printf (_("New: %s"), what)
                                               : g_strdup_printf ("%s: %s", daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
}

/* The words of phrases in a field that customers read were said to the customer, as those of a note are. */
static gboolean
add_told (DaybookCasePanel   *self,
          DaybookEdit        *edit,
          const DaybookTold  *told,
          GError            **error)
{
  DaybookStore *store = get_store (self);
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_TOLD, .text = told->text, .promised_at = told->promised };

  if (!daybook_case_event_add (edit, self->row, &event, daybook_store_get_agent (store), daybook_store_get_now (store), error))
    return FALSE;

  daybook_telling_add_uses (edit, store, self->row, event.channel, told->phrases);
  return TRUE;
}

/* `told`: what was taken into one of its fields, or NULL. */
static void
commit_draft (DaybookCasePanel  *self,
              DaybookCaseDraft  *draft,
              const char        *what,
              const DaybookTold *told)
{
  g_autoptr(DaybookEdit) edit = new_edit (self, what);
  g_autoptr(GError) error = NULL;

  if (!daybook_reader_build_case (get_reader (self), draft, edit, &error) || (told != NULL && !add_told (self, edit, told, &error)))
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else if (daybook_edit_size (edit) > 0)
    g_signal_emit (self, signals[EDIT], 0, edit);
}

static void begin_assign (DaybookCasePanel *self,
                           const DaybookId  *to);
static void show_fields   (DaybookCasePanel *self);

static void
on_edited (DaybookCasePanel *self,
           DaybookEdit      *edit)
{
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
show_draft (DaybookCasePanel *self)
{
  const DaybookRow *row = daybook_case_draft_row (self->draft);

  daybook_tag_box_show (self->tags, &row->id, daybook_row_text (row, DAYBOOK_CASE_TAGS));
  daybook_fields_box_show_new (self->fields, row);
  daybook_money_box_show (self->money, self->desk, self->definition, row, DAYBOOK_CASE_NOT_SAVED);
}

/* The new case goes on in another register: it is opened there. */
static void
on_continued (DaybookCasePanel *self,
              DaybookEdit      *edit,
              DaybookId        *id)
{
  DaybookId made = *id;

  g_signal_emit (self, signals[EDIT], 0, edit);
  g_signal_emit (self, signals[MADE], 0, &made);
}

/* Nobody has it before the form is filled in; the list that has told of the choice is not changed
 * while it does. */
static gboolean
show_handler_again (gpointer data)
{
  DaybookCasePanel *self = data;

  if (self->row != NULL)
    show_fields (self);
  return G_SOURCE_REMOVE;
}

/* Whether more is asked than to whom. */
static gboolean
is_assignment (DaybookCasePanel   *self,
               guint               field,
               const DaybookValue *value)
{
  return field == DAYBOOK_CASE_HANDLER && value->type == DAYBOOK_VALUE_ID
         && !daybook_value_equal (value, &self->row->values[DAYBOOK_CASE_OWNER]);
}

static void
on_field_changed (DaybookCasePanel *self,
                  guint             field,
                  DaybookValue     *value)
{
  g_autoptr(DaybookCaseDraft) draft = NULL;
  g_auto(DaybookTold) told = { NULL, NULL, 0 };
  gboolean taken;

  if (self->draft != NULL)
    {
      daybook_case_draft_set (self->draft, field, daybook_value_copy (value));
      /* In another register what was typed would be lost. */
      gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
      show_draft (self);
      return;
    }
  if (self->row == NULL)
    return;
  if (is_assignment (self, field, value))
    {
      begin_assign (self, &value->id);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_handler_again, g_object_ref (self), g_object_unref);
      return;
    }

  draft = daybook_case_draft_of (self->definition, self->row, daybook_store_get_now (get_store (self)));
  daybook_case_draft_set (draft, field, daybook_value_copy (value));
  taken = daybook_fields_box_give_told (self->fields, field, &told);
  commit_draft (self, draft, _(self->row->table->fields[field].label), taken ? &told : NULL);
}

static void
on_tags_changed (DaybookCasePanel *self,
                 DaybookValue     *value)
{
  on_field_changed (self, DAYBOOK_CASE_TAGS, value);
}

static void
on_priority_chosen (DaybookCasePanel *self,
                    guint             urgency)
{
  DaybookValue value = daybook_value_int (urgency);

  on_field_changed (self, DAYBOOK_CASE_PRIORITY, &value);
}

static void
on_move_done (DaybookCasePanel *self,
              DaybookCaseDraft *draft,
              const char       *act)
{
  g_auto(DaybookTold) told = { NULL, NULL, 0 };
  gboolean taken = daybook_move_form_give_told (self->form, &told);

  commit_draft (self, draft, act, taken ? &told : NULL);
}

/* FALSE: the book cannot be asked now, and that was said. */
static gboolean
read_facts (DaybookCasePanel *self,
            DaybookCaseFacts *facts)
{
  g_autoptr(GError) error = NULL;

  daybook_fields_box_flush (self->fields);
  if (daybook_reader_case_facts (get_reader (self), self->row, facts, &error))
    return TRUE;

  daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return FALSE;
}

/* The balance is that of what is being filled in. */
static void
on_drafted (DaybookCasePanel *self,
            DaybookCaseDraft *draft)
{
  const DaybookRow *row = draft != NULL ? daybook_case_draft_row (draft) : self->row;

  if (row != NULL && self->draft == NULL)
    daybook_money_box_show (self->money, self->desk, self->definition, row, DAYBOOK_CASE_IN_BOOK);
}

static void
on_move_wanted (DaybookCasePanel *self,
                int               stage)
{
  g_autoptr(DaybookCaseDraft) draft = NULL;
  DaybookCaseFacts facts;

  if (!read_facts (self, &facts)
      || daybook_move_form_begin (self->form, self->desk, self->definition, self->row, (guint) stage, &facts))
    return;

  draft = daybook_case_draft_of (self->definition, self->row, daybook_store_get_now (get_store (self)));
  daybook_case_draft_move (draft, (guint) stage);
  commit_draft (self, draft, daybook_register_get_stage (self->definition, (guint) stage)->label, NULL);
}

/* --- Hand to hand (AS-04 to AS-07, AS-27) ---------------------------------------------------- */

static void
begin_assign (DaybookCasePanel *self,
              const DaybookId  *to)
{
  DaybookCaseFacts facts;

  if (read_facts (self, &facts))
    daybook_move_form_begin_assign (self->form, self->desk, self->definition, self->row, &facts, to);
}

static void
on_assign_wanted (DaybookCasePanel *self)
{
  begin_assign (self, NULL);
}

static void
on_result_wanted (DaybookCasePanel *self)
{
  DaybookCaseFacts facts;

  if (read_facts (self, &facts))
    daybook_move_form_begin_result (self->form, self->desk, self->definition, self->row, &facts);
}

static void
on_accepted (DaybookCasePanel *self)
{
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (self->definition, self->row, daybook_store_get_now (get_store (self)));

  daybook_case_draft_set (draft, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (DAYBOOK_RESULT_ACCEPTED));
  commit_draft (self, draft, _("Result accepted"), NULL);
}

static void
on_writing_wanted (DaybookCasePanel *self,
                   int               kind)
{
  daybook_note_box_begin (self->note, (DaybookEventKind) kind);
}

/* --- What it shows ------------------------------------------------------------------------ */

/* A new case has its fields and the way into the book; the rest comes with it. */
static void
update_mode (DaybookCasePanel *self)
{
  gboolean is_new = self->draft != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), is_new || self->row != NULL);
  gtk_widget_set_visible (self->order_line, is_new);
  gtk_widget_set_visible (self->new_bar, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->stages), !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->hands), !is_new);
  gtk_widget_set_visible (self->calls_group, !is_new);
  gtk_widget_set_visible (self->goods_group, !is_new && daybook_register_has_goods (self->definition));
  gtk_widget_set_visible (self->related_group, !is_new);
  gtk_widget_set_visible (self->watchers_group, !is_new && daybook_case_watchers_has_use (self->watchers));
  gtk_widget_set_visible (GTK_WIDGET (self->photos), !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !is_new);
  gtk_widget_set_visible (self->history_group, !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->similar), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->boxes), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
show_fields (DaybookCasePanel *self)
{
  DaybookCaseFacts facts = { 0 };

  /* Where the book is busy for once, more seems to be missing than is. */
  daybook_reader_case_facts (get_reader (self), self->row, &facts, NULL);
  daybook_fields_box_show (self->fields, self->row, &facts);
}

static void
show_row (DaybookCasePanel *self)
{
  daybook_case_head_show (self->head, self->desk, self->definition, self->row);
  daybook_case_boxes_show (self->boxes, self->desk, self->row);
  daybook_stage_bar_show (self->stages, self->desk, self->definition, self->row);
  daybook_case_hands_show (self->hands, self->desk, self->row);
  daybook_row_clocks_show (self->clocks, self->desk, self->row);
  daybook_case_procedures_show (self->procedures, self->desk, self->row);
  daybook_case_calls_show (self->calls, self->desk, self->definition, self->row);
  daybook_outcome_button_show (self->outcome, self->desk, self->definition, self->row);
  daybook_money_box_show (self->money, self->desk, self->definition, self->row, DAYBOOK_CASE_IN_BOOK);
  show_fields (self);
  if (daybook_register_has_goods (self->definition))
    daybook_case_goods_show (self->goods, self->desk, self->row);
  daybook_tag_box_show (self->tags, &self->row->id, daybook_row_text (self->row, DAYBOOK_CASE_TAGS));
  daybook_case_links_show (self->related, self->desk, self->row);
  daybook_case_watchers_show (self->watchers, self->desk, self->row);
  gtk_widget_set_visible (self->watchers_group, daybook_case_watchers_has_use (self->watchers));
  daybook_photo_box_show (self->photos, self->row);
  daybook_note_box_show (self->note, self->desk, self->row);
  daybook_case_timeline_show (self->timeline, self->desk, self->row);
}

/* --- A new case --------------------------------------------------------------------------- */

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
  const DaybookRow *row = daybook_case_draft_row (self->draft);
  g_autofree char *about = self->line != NULL ? daybook_case_begin_describe (self->line) : NULL;

  daybook_case_head_show_new (self->head, self->desk, self->definition, row, about);
  daybook_row_clocks_show (self->clocks, self->desk, NULL);
  daybook_case_procedures_show (self->procedures, self->desk, row);
  show_draft (self);
  daybook_similar_cases_show (self->similar, self->desk, self->definition, row);
  daybook_outcome_button_show_new (self->outcome, self->desk, self->definition, daybook_row_ref_id (row, DAYBOOK_CASE_ORDER));
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
  if (!known
      || !daybook_case_check (self->definition, NULL, row, &facts, &error)
      || !daybook_reader_check_doubles (get_reader (self), self->definition, NULL, row, FALSE, &error))
    {
      say_problem (self, error->message);
      return;
    }

  id = row->id;
  edit = new_edit (self, daybook_register_get_label (self->definition));
  if (!daybook_reader_build_case (get_reader (self), self->draft, edit, &error))
    {
      say_problem (self, error->message);
      return;
    }
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
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, head);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, tags);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, order_line);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, order_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, similar);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, boxes);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, stages);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, hands);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, calls_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, calls);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, clocks);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, procedures);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, outcome);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, money);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, fields);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, goods_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, goods);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, related_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, related);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, watchers_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, watchers);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, photos);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, new_bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, history_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasePanel, timeline);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_order_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_move_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_move_done);
  gtk_widget_class_bind_template_callback (widget_class, on_assign_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_result_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_accepted);
  gtk_widget_class_bind_template_callback (widget_class, on_writing_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_drafted);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_priority_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_tags_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_continued);
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

  g_type_ensure (DAYBOOK_TYPE_ROW_CLOCKS);
  g_type_ensure (DAYBOOK_TYPE_CASE_HEAD);
  g_type_ensure (DAYBOOK_TYPE_SIMILAR_CASES);
  g_type_ensure (DAYBOOK_TYPE_CASE_BOXES);
  g_type_ensure (DAYBOOK_TYPE_STAGE_BAR);
  g_type_ensure (DAYBOOK_TYPE_MOVE_FORM);
  g_type_ensure (DAYBOOK_TYPE_OUTCOME_BUTTON);
  g_type_ensure (DAYBOOK_TYPE_MONEY_BOX);
  g_type_ensure (DAYBOOK_TYPE_FIELDS_BOX);
  g_type_ensure (DAYBOOK_TYPE_CASE_GOODS);
  g_type_ensure (DAYBOOK_TYPE_NOTE_BOX);
  g_type_ensure (DAYBOOK_TYPE_PHOTO_BOX);
  g_type_ensure (DAYBOOK_TYPE_CASE_TIMELINE);
  g_type_ensure (DAYBOOK_TYPE_TAG_BOX);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  g_type_ensure (DAYBOOK_TYPE_CASE_LINKS);
  g_type_ensure (DAYBOOK_TYPE_CASE_PROCEDURES);
  g_type_ensure (DAYBOOK_TYPE_CASE_WATCHERS);
  g_type_ensure (DAYBOOK_TYPE_CASE_HANDS);
  g_type_ensure (DAYBOOK_TYPE_CASE_CALLS);
  g_type_ensure (DAYBOOK_TYPE_ROW_CLOCKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/case-panel.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
daybook_case_panel_init (DaybookCasePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What may be done with a case is another thing for another person. */
static void
on_agent_changed (DaybookCasePanel *self)
{
  if (self->row != NULL)
    show_row (self);
}

static char **
find_tags (gpointer data)
{
  DaybookCasePanel *self = data;

  return daybook_reader_case_tags (daybook_store_get_reader (daybook_desk_get_store (self->desk)),
                                   daybook_register_get_key (self->definition), MOST_TAGS, NULL);
}

void
daybook_case_panel_set_up (DaybookCasePanel *self,
                           DaybookDesk      *desk,
                           DaybookRegister  *definition)
{
  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  daybook_fields_box_set_up (self->fields, desk, definition);
  daybook_tag_box_set_known (self->tags, find_tags, self);
  g_signal_connect_object (desk, "agent-changed", G_CALLBACK (on_agent_changed), self, G_CONNECT_SWAPPED);
  daybook_photo_box_set_up (self->photos, GTK_WIDGET (self), desk, definition);
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
  else
    daybook_photo_box_show (self->photos, NULL);
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
  daybook_photo_box_show (self->photos, NULL);
  self->draft = daybook_case_draft_new (self->definition, daybook_store_get_shop (store), daybook_store_get_agent (store),
                                        daybook_store_get_currency (store), daybook_store_get_now (store));
  update_mode (self);

  gtk_editable_set_text (self->order_entry, "");
  if (from != NULL)
    take_from (self, from);
  else
    show_begun (self);
  show_order_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->order_entry));
}

gboolean
daybook_case_panel_is_new (DaybookCasePanel *self)
{
  return self->draft != NULL;
}

gboolean
daybook_case_panel_is_writing (DaybookCasePanel *self)
{
  return self->draft != NULL || gtk_widget_get_visible (GTK_WIDGET (self->form)) || !daybook_note_box_is_empty (self->note);
}

gboolean
daybook_case_panel_end (DaybookCasePanel *self)
{
  gboolean was_new = self->draft != NULL;
  gboolean was_moving = daybook_move_form_end (self->form);
  gboolean was_calling = daybook_case_calls_end (self->calls);

  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_pointer (&self->line, daybook_row_unref);
  update_mode (self);
  return was_new || was_moving || was_calling;
}

void
daybook_case_panel_assign (DaybookCasePanel *self)
{
  if (self->draft == NULL && self->row != NULL)
    begin_assign (self, NULL);
}

void
daybook_case_panel_prioritise (DaybookCasePanel *self)
{
  if (self->draft == NULL && self->row != NULL)
    daybook_case_head_begin_priority (self->head);
}

gboolean
daybook_case_panel_take (DaybookCasePanel *self)
{
  return self->draft == NULL && self->row != NULL && daybook_fields_box_take (self->fields);
}

void
daybook_case_panel_write (DaybookCasePanel *self)
{
  if (self->draft == NULL && self->row != NULL)
    daybook_note_box_begin (self->note, DAYBOOK_EVENT_NOTE);
}

gboolean
daybook_case_panel_count (DaybookCasePanel *self)
{
  return gtk_widget_get_visible (self->goods_group) && gtk_widget_child_focus (GTK_WIDGET (self->goods), GTK_DIR_TAB_FORWARD);
}

void
daybook_case_panel_move (DaybookCasePanel *self,
                         guint             stage)
{
  if (self->draft == NULL && self->row != NULL)
    on_move_wanted (self, (int) stage);
}
