/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/note-box.h"

#include "app/cases/case-bits.h"
#include "app/common/agent-picker.h"
#include "app/common/buffer-text.h"
#include "app/compat/wheel.h"
#include "app/phrases/answers-box.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-taking.h"
#include "core/case-hands.h"
#include "core/money.h"
#include "core/words.h"
#include "store/case-money.h"
#include "store/registers.h"
#include "store/telling.h"

#include <glib/gi18n-lib.h>

struct _DaybookNoteBox
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkDropDown         *kind;
  GtkScrolledWindow   *scroller;
  GtkTextView         *text;
  GtkWidget           *by_line;
  GtkLabel            *by_label;
  GtkEditable         *by;
  GtkWidget           *money_line;
  GtkEditable         *amount;
  GtkDropDown         *way;
  GtkWidget           *to_line;
  DaybookAgentPicker  *to;
  GtkEditable         *contact;
  GtkLabel            *problem;
  DaybookGuardBox     *guard;
  DaybookAnswersBox   *answers;

  /* Owned */
  DaybookDesk         *desk;
  DaybookRow          *row;
  DaybookPhraseTaking *taking; /* NULL until it is shown; what it took is of use once it is written down */
  DaybookId            picked; /* to whom, or null */
};

G_DEFINE_FINAL_TYPE (DaybookNoteBox, daybook_note_box, ADW_TYPE_BIN)

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a person writes; the others come of acts. */
static const DaybookEventKind KINDS[] = {
  DAYBOOK_EVENT_NOTE, DAYBOOK_EVENT_TOLD, DAYBOOK_EVENT_HEARD, DAYBOOK_EVENT_CALL, DAYBOOK_EVENT_QUESTION,
  DAYBOOK_EVENT_MONEY, DAYBOOK_EVENT_SENT_BACK, DAYBOOK_EVENT_ESCALATED, DAYBOOK_EVENT_OPINION,
};

static DaybookEventKind
chosen_kind (DaybookNoteBox *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  return chosen < G_N_ELEMENTS (KINDS) ? KINDS[chosen] : DAYBOOK_EVENT_NOTE;
}

static void
say_problem (DaybookNoteBox *self,
             const char     *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* Money for goods that are sent anew is warned of before anything is typed, and refused while
 * nobody has said that both are meant. */
static gboolean
check_doubles (DaybookNoteBox  *self,
               GError         **error)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (self->desk));
  DaybookRegister *definition = daybook_reader_register (reader, daybook_row_text (self->row, DAYBOOK_CASE_REGISTER));

  return definition == NULL || daybook_reader_check_doubles (reader, definition, self->row, self->row, TRUE, error);
}

static void
on_kind_chosen (DaybookNoteBox *self)
{
  DaybookEventKind kind = chosen_kind (self);
  g_autoptr(GError) error = NULL;

  gtk_widget_set_visible (self->by_line, kind == DAYBOOK_EVENT_TOLD || kind == DAYBOOK_EVENT_ESCALATED);
  gtk_label_set_label (self->by_label, kind == DAYBOOK_EVENT_ESCALATED ? _("Expected by") : _("Promised for"));
  gtk_widget_set_visible (self->money_line, kind == DAYBOOK_EVENT_MONEY);
  gtk_widget_set_visible (self->to_line, kind == DAYBOOK_EVENT_ESCALATED);
  gtk_widget_set_visible (GTK_WIDGET (self->contact), kind == DAYBOOK_EVENT_ESCALATED);
  daybook_guard_box_set_active (self->guard, kind == DAYBOOK_EVENT_TOLD);
  daybook_answers_box_set_active (self->answers, kind == DAYBOOK_EVENT_NOTE || kind == DAYBOOK_EVENT_TOLD || kind == DAYBOOK_EVENT_HEARD);
  if (kind == DAYBOOK_EVENT_MONEY && self->row != NULL)
    check_doubles (self, &error);
  say_problem (self, error != NULL ? error->message : NULL);
}

static void
on_agent_picked (DaybookNoteBox *self,
                 DaybookRow     *agent)
{
  self->picked = agent != NULL ? agent->id : (DaybookId) { { 0 } };
}

static gboolean
read_by (DaybookNoteBox  *self,
         gint64          *moment,
         GError         **error)
{
  const char *word = gtk_editable_get_text (self->by);

  return *word == '\0' || daybook_case_read_time (self->desk, word, moment, error);
}

/* A question goes to whom the customer knows, an answer and a result that is not good enough to whom
 * handles the case (AS-06, AS-07, AS-27). */
static const DaybookId *
find_receiver (DaybookNoteBox   *self,
               DaybookEventKind  kind)
{
  switch (kind)
    {
    case DAYBOOK_EVENT_ESCALATED:
      return daybook_id_is_null (&self->picked) ? NULL : &self->picked;
    case DAYBOOK_EVENT_QUESTION:
      return daybook_row_ref_id (self->row, DAYBOOK_CASE_OWNER);
    case DAYBOOK_EVENT_HEARD:
    case DAYBOOK_EVENT_SENT_BACK:
      return daybook_case_in_hands (self->row) != DAYBOOK_HANDS_OWN ? daybook_row_ref_id (self->row, DAYBOOK_CASE_HANDLER) : NULL;
    default:
      return NULL;
    }
}

static gboolean
read_event (DaybookNoteBox    *self,
            DaybookCaseEvent  *event,
            GError           **error)
{
  const char *amount = gtk_editable_get_text (self->amount);

  event->kind = chosen_kind (self);
  if ((event->kind == DAYBOOK_EVENT_TOLD || event->kind == DAYBOOK_EVENT_ESCALATED) && !read_by (self, &event->promised_at, error))
    return FALSE;
  event->to = find_receiver (self, event->kind);
  event->contact = event->kind == DAYBOOK_EVENT_ESCALATED ? gtk_editable_get_text (self->contact) : NULL;
  if (event->kind != DAYBOOK_EVENT_MONEY)
    return TRUE;

  event->way = (DaybookMoneyWay) gtk_drop_down_get_selected (self->way);
  return *amount == '\0' || daybook_money_parse (amount, daybook_row_text (self->row, DAYBOOK_CASE_CURRENCY), &event->amount, error);
}

static void
on_add (DaybookNoteBox *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *text = g_strstrip (daybook_view_text (self->text));
  DaybookCaseEvent event = { .text = text };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  edit = daybook_case_edit_new (self->desk, self->row, daybook_words_enum (&daybook_events.fields[DAYBOOK_EVENT_KIND], chosen_kind (self)));
  if (read_event (self, &event, &error)
      && (event.kind != DAYBOOK_EVENT_MONEY || event.amount <= 0 || check_doubles (self, &error))
      && daybook_case_event_add (edit, self->row, &event, daybook_store_get_agent (store), daybook_store_get_now (store), &error))
    {
      gint64 promised;
      g_autoptr(GPtrArray) phrases = daybook_phrase_taking_steal (self->taking, &promised);

      if (event.kind == DAYBOOK_EVENT_TOLD)
        daybook_telling_add_uses (edit, store, self->row, event.channel, phrases);
      g_signal_emit (self, signals[WRITTEN], 0, edit);
      daybook_note_box_clear (self);
    }
  else
    say_problem (self, error->message);
}

static void
on_add_asked (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  on_add (DAYBOOK_NOTE_BOX (widget));
}

/* --- Phrases ------------------------------------------------------------------------- */

/* It is for a customer, who is promised something by it. */
static void
on_phrase_taken (DaybookNoteBox *self,
                 gint64          promised)
{
  g_autofree char *by = promised != 0 ? daybook_case_write_time (self->desk, promised) : NULL;

  daybook_note_box_begin (self, DAYBOOK_EVENT_TOLD);
  if (by != NULL)
    gtk_editable_set_text (self->by, by);
}

static void
on_phrases_clicked (DaybookNoteBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  daybook_phrase_taking_open (self->taking);
}

/* One that is near to what stands there. */
static void
on_phrase_wanted (DaybookNoteBox  *self,
                  const DaybookId *phrase)
{
  DaybookPhrasePicker *picker = daybook_phrase_taking_open (self->taking);

  if (picker != NULL)
    daybook_phrase_picker_take (picker, phrase);
}

/* The same of an article; of it the part that answers. */
static void
on_article_wanted (DaybookNoteBox  *self,
                   const DaybookId *article,
                   const char      *question)
{
  DaybookPhrasePicker *picker = daybook_phrase_taking_open (self->taking);

  if (picker != NULL)
    daybook_phrase_picker_take_article (picker, article, question, NULL);
}

static void
daybook_note_box_dispose (GObject *object)
{
  DaybookNoteBox *self = DAYBOOK_NOTE_BOX (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_object (&self->taking);

  G_OBJECT_CLASS (daybook_note_box_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/note-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, by_line);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, by_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, by);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, money_line);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, amount);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, way);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, to_line);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, to);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, contact);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, guard);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteBox, answers);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_phrase_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_article_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_phrases_clicked);
}

static void
daybook_note_box_class_init (DaybookNoteBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_note_box_dispose;
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_GUARD_BOX);
  g_type_ensure (DAYBOOK_TYPE_ANSWERS_BOX);
  gtk_widget_class_install_action (widget_class, "note-box.add", NULL, on_add_asked);
  bind_template (widget_class);
}

static void
offer (GtkDropDown        *drop_down,
       const DaybookField *field,
       const guint        *values,
       guint               n)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, daybook_words_enum (field, values != NULL ? values[i] : i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

static void
daybook_note_box_init (DaybookNoteBox *self)
{
  guint kinds[G_N_ELEMENTS (KINDS)];

  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_wheel_at_need (self->scroller);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    kinds[i] = KINDS[i];
  offer (self->kind, &daybook_events.fields[DAYBOOK_EVENT_KIND], kinds, G_N_ELEMENTS (kinds));
  offer (self->way, &daybook_events.fields[DAYBOOK_EVENT_WAY], NULL, DAYBOOK_WAY_OTHER + 1);
  on_kind_chosen (self);
}

void
daybook_note_box_show (DaybookNoteBox   *self,
                       DaybookDesk      *desk,
                       const DaybookRow *row)
{
  gboolean is_other = self->row == NULL || !daybook_id_equal (&self->row->id, &row->id);

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_agent_picker_set_desk (self->to, desk);
      self->taking = daybook_phrase_taking_new (self->text, desk);
      g_signal_connect_object (self->taking, "taken", G_CALLBACK (on_phrase_taken), self, G_CONNECT_SWAPPED);
      daybook_guard_box_watch (self->guard, self->text, desk);
      daybook_answers_box_watch (self->answers, self->text, desk);
    }
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  daybook_phrase_taking_set_of (self->taking, row);
  daybook_guard_box_set_for (self->guard, row, (DaybookChannel) daybook_row_int (row, DAYBOOK_CASE_CHANNEL));
  daybook_answers_box_set_for (self->answers, row);
  if (is_other)
    daybook_note_box_clear (self);
}

void
daybook_note_box_begin (DaybookNoteBox   *self,
                        DaybookEventKind  kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (KINDS[i] == kind)
      gtk_drop_down_set_selected (self->kind, i);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

gboolean
daybook_note_box_is_empty (DaybookNoteBox *self)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text)) == 0;
}

void
daybook_note_box_clear (DaybookNoteBox *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), "", 0);
  gtk_editable_set_text (self->by, "");
  gtk_editable_set_text (self->amount, "");
  gtk_editable_set_text (self->contact, "");
  gtk_drop_down_set_selected (self->kind, 0);
  daybook_agent_picker_set_agent (self->to, NULL);
  self->picked = (DaybookId) { { 0 } };
  if (self->taking != NULL)
    daybook_phrase_taking_drop (self->taking);
  say_problem (self, NULL);
}
