/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-hands.h"

#include "app/cases/case-bits.h"
#include "app/compat/wrap-box.h"
#include "core/case-hands.h"

#include <glib/gi18n-lib.h>

/* So many of what was written last are looked at for a question that is open. */
#define MOST_EVENTS 100

struct _DaybookCaseHands
{
  AdwBin       parent_instance;

  GtkLabel    *state;
  GtkLabel    *question;
  GtkWidget   *buttons;

  DaybookDesk *desk;
  DaybookRow  *row;
  char        *seen; /* what is said and offered: a button with the focus stays while it is the same */
};

G_DEFINE_FINAL_TYPE (DaybookCaseHands, daybook_case_hands, ADW_TYPE_BIN)

enum
{
  ASSIGN,
  RETURNED,
  ACCEPTED,
  WRITE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a button brings about. */
typedef struct
{
  const char *label; /* msgid */
  guint       signal;
  int         kind;  /* WRITE */
} Offer;

/* In the order in which they stand. */
enum
{
  OFFER_ANSWER,
  OFFER_ACCEPT,
  OFFER_SEND_BACK,
  OFFER_RETURN,
  OFFER_TELL,
  OFFER_ASK,
  OFFER_ASSIGN,
  OFFER_ASSIGN_ANOTHER,
  OFFER_ESCALATE,
};

static const Offer OFFERS[] = {
  [OFFER_ANSWER] = { N_("What the Customer Says…"), WRITE, DAYBOOK_EVENT_HEARD },
  [OFFER_ACCEPT] = { N_("Accept the Result"), ACCEPTED },
  [OFFER_SEND_BACK] = { N_("Send It Back…"), WRITE, DAYBOOK_EVENT_SENT_BACK },
  [OFFER_RETURN] = { N_("Return the Result…"), RETURNED },
  [OFFER_TELL] = { N_("Tell the Customer…"), WRITE, DAYBOOK_EVENT_TOLD },
  [OFFER_ASK] = { N_("Ask the Customer…"), WRITE, DAYBOOK_EVENT_QUESTION },
  [OFFER_ASSIGN] = { N_("Assign…"), ASSIGN },
  [OFFER_ASSIGN_ANOTHER] = { N_("Assign to Another…"), ASSIGN },
  [OFFER_ESCALATE] = { N_("Escalate…"), WRITE, DAYBOOK_EVENT_ESCALATED },
};

/* --- What is said ------------------------------------------------------------------------ */

static char *
format (DaybookCaseHands *self,
        guint             field)
{
  return daybook_desk_format (self->desk, self->row, field, DAYBOOK_SHOW_MASKED);
}

/* (transfer full) */
static char *
describe (DaybookCaseHands *self)
{
  g_autofree char *who = format (self, DAYBOOK_CASE_HANDLER);
  g_autofree char *when = format (self, DAYBOOK_CASE_EXPECTED_AT);

  switch (daybook_case_in_hands (self->row))
    {
    case DAYBOOK_HANDS_GIVEN:
      /* Translators: an agent, and a time: “Tomorrow 10:00”. */
      return *when != '\0' ? g_strdup_printf (_("With %s, who is expected to answer by: %s"), who, when) : g_strdup_printf (_("With %s"), who);
    case DAYBOOK_HANDS_TO_REVIEW:
      return g_strdup_printf (_("%s has returned a result. Is it right, complete, and what was needed?"), who);
    case DAYBOOK_HANDS_SENT_BACK:
      return g_strdup_printf (_("The result was sent back to %s"), who);
    case DAYBOOK_HANDS_ACCEPTED:
      return g_strdup (_("The result is accepted: the customer can be told"));
    case DAYBOOK_HANDS_OWN:
    default:
      return g_strdup ("");
    }
}

/* What the handler wants to know of the customer, in words for the owner; "" when nothing is open. */
static char *
describe_question (DaybookCaseHands *self)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (self->desk));
  g_autoptr(GPtrArray) events = daybook_reader_some_parts (reader, &daybook_events, DAYBOOK_EVENT_CASE, &self->row->id,
                                                           DAYBOOK_PARTS_LAST, MOST_EVENTS, NULL);
  const DaybookRow *event = events != NULL ? daybook_case_open_question (events) : NULL;
  g_autofree char *who = event != NULL ? daybook_desk_format (self->desk, event, DAYBOOK_EVENT_AGENT, DAYBOOK_SHOW_MASKED) : NULL;

  /* Translators: an agent, and what that one wants to know of the customer. */
  return event != NULL ? g_strdup_printf (_("%s asks the customer: %s"), who, daybook_row_text (event, DAYBOOK_EVENT_TEXT)) : g_strdup ("");
}

/* --- What is offered ----------------------------------------------------------------------- */

static gboolean
has_colleagues (DaybookCaseHands *self)
{
  return daybook_desk_get_agents (self->desk)->len > 1;
}

static gboolean
may_review (DaybookCaseHands *self)
{
  return daybook_case_may_review (self->row, daybook_store_get_agent (daybook_desk_get_store (self->desk)));
}

/* Bits of OFFER_…: what fits where the case is. A closed one rests. */
static guint
choose_offers (DaybookCaseHands *self,
               gboolean          is_asked)
{
  guint offers = is_asked ? 1u << OFFER_ANSWER : 0;

  if (daybook_row_has (self->row, DAYBOOK_CASE_CLOSED_AT))
    return offers;

  switch (daybook_case_in_hands (self->row))
    {
    case DAYBOOK_HANDS_GIVEN:
    case DAYBOOK_HANDS_SENT_BACK:
      return offers | 1u << OFFER_RETURN | (is_asked ? 0 : 1u << OFFER_ASK) | 1u << OFFER_ASSIGN_ANOTHER | 1u << OFFER_ESCALATE;
    case DAYBOOK_HANDS_TO_REVIEW:
      return offers | (may_review (self) ? 1u << OFFER_ACCEPT | 1u << OFFER_SEND_BACK : 0);
    case DAYBOOK_HANDS_ACCEPTED:
      return offers | 1u << OFFER_TELL;
    case DAYBOOK_HANDS_OWN:
    default:
      return offers | (has_colleagues (self) ? 1u << OFFER_ASSIGN | 1u << OFFER_ESCALATE : 0);
    }
}

static void
on_clicked (DaybookCaseHands *self,
            GtkWidget        *button)
{
  const Offer *offer = g_object_get_data (G_OBJECT (button), "offer");

  if (offer->signal == WRITE)
    g_signal_emit (self, signals[WRITE], 0, offer->kind);
  else
    g_signal_emit (self, signals[offer->signal], 0);
}

static void
add_offer (DaybookCaseHands *self,
           const Offer      *offer)
{
  GtkWidget *button = gtk_button_new_with_label (_(offer->label));

  gtk_widget_add_css_class (button, "stage-move");
  g_object_set_data (G_OBJECT (button), "offer", (gpointer) offer);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->buttons, NULL);
}

static void
say (GtkLabel   *label,
     const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
fill (DaybookCaseHands *self)
{
  g_autofree char *state = describe (self);
  g_autofree char *question = describe_question (self);
  guint offers = choose_offers (self, *question != '\0');

  if (!daybook_bit_is_new (&self->seen, g_strdup_printf ("%u %s %s", offers, state, question)))
    return;

  say (self->state, state);
  say (self->question, question);
  daybook_bit_empty (self->buttons);
  for (guint i = 0; i < G_N_ELEMENTS (OFFERS); i++)
    if ((offers >> i & 1) != 0)
      add_offer (self, &OFFERS[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), *state != '\0' || *question != '\0' || offers != 0);
}

static void
daybook_case_hands_dispose (GObject *object)
{
  DaybookCaseHands *self = DAYBOOK_CASE_HANDS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->seen, g_free);

  G_OBJECT_CLASS (daybook_case_hands_parent_class)->dispose (object);
}

static guint
make_signal (const char *name,
             GType       type)
{
  return type == G_TYPE_NONE ? g_signal_new (name, DAYBOOK_TYPE_CASE_HANDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0)
                             : g_signal_new (name, DAYBOOK_TYPE_CASE_HANDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
daybook_case_hands_class_init (DaybookCaseHandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_hands_dispose;
  signals[ASSIGN] = make_signal ("assign", G_TYPE_NONE);
  signals[RETURNED] = make_signal ("returned", G_TYPE_NONE);
  signals[ACCEPTED] = make_signal ("accepted", G_TYPE_NONE);
  signals[WRITE] = make_signal ("write", G_TYPE_INT);
}

static void
daybook_case_hands_init (DaybookCaseHands *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->state = GTK_LABEL (daybook_bit_label (NULL));
  self->question = GTK_LABEL (daybook_bit_label (NULL));
  self->buttons = g_object_new (DAYBOOK_TYPE_WRAP_BOX, NULL);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (column), self->buttons);
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_case_hands_show (DaybookCaseHands *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  fill (self);
}
