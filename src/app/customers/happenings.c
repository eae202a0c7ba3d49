/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/happenings.h"

#include "app/common/change-words.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/order.h"
#include "core/review.h"
#include "core/use.h"
#include "core/words.h"
#include "store/entries.h"
#include "store/row-changes.h"

#include <glib/gi18n-lib.h>

/* Whose reviews are looked for: each order is a look of its own. */
#define ORDERS_REVIEWED 50
#define REVIEWS_OF_ORDER 3

/* Whose changes are looked for, and how many of each. */
#define ORDERS_CHANGED 20
#define CHANGES_OF_ORDER 10

/* What is being collected, and of whom. */
typedef struct
{
  DaybookDesk      *desk;
  const DaybookRow *customer;
  DaybookHappened   kind;
  guint             limit;
  GPtrArray        *all;
} Collection;

static void
happening_free (gpointer data)
{
  DaybookHappening *happening = data;

  g_free (happening->head);
  g_free (happening->text);
  g_clear_pointer (&happening->row, daybook_row_unref);
  g_free (happening);
}

static DaybookReader *
reader_of (const Collection *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

static gboolean
wants (const Collection *self,
       DaybookHappened   kind)
{
  return self->kind == DAYBOOK_HAPPENED_ANY || self->kind == kind;
}

/* "21:40 · 林 · Told the customer": of which day stands above it. */
static char *
write_head (const Collection *self,
            gint64            at,
            const char       *who,
            const char       *what)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (daybook_desk_get_store (self->desk)));
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  return *who != '\0' ? g_strjoin (" · ", time, who, what, NULL) : g_strjoin (" · ", time, what, NULL);
}

static DaybookHappening *
add (Collection      *self,
     DaybookHappened  kind,
     gint64           at,
     const char      *who,
     const char      *what)
{
  DaybookHappening *happening = g_new0 (DaybookHappening, 1);

  happening->kind = kind;
  happening->at = at;
  happening->head = write_head (self, at, who, what);
  g_ptr_array_add (self->all, happening);
  return happening;
}

/* --- Each kind --------------------------------------------------------------------------- */

static GPtrArray *
read_orders (const Collection *self,
             guint             limit)
{
  return daybook_reader_some_parts (reader_of (self), &daybook_orders, DAYBOOK_ORDER_CUSTOMER, &self->customer->id, DAYBOOK_PARTS_LAST, limit, NULL);
}

static void
add_orders (Collection *self)
{
  g_autoptr(GPtrArray) orders = read_orders (self, self->limit);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      DaybookRow *order = g_ptr_array_index (orders, i);
      g_autofree char *name = daybook_desk_order_name (self->desk, order);
      g_autofree char *paid = daybook_desk_format (self->desk, order, DAYBOOK_ORDER_PAID, DAYBOOK_SHOW_MASKED);
      g_autofree char *stage = daybook_desk_format (self->desk, order, DAYBOOK_ORDER_STAGE, DAYBOOK_SHOW_MASKED);
      g_autofree char *what = g_strjoin (" · ", name, stage, *paid != '\0' ? paid : NULL, NULL);
      DaybookHappening *happening;

      if (!daybook_row_has (order, DAYBOOK_ORDER_CREATED))
        continue;
      happening = add (self, DAYBOOK_HAPPENED_ORDER, daybook_row_int (order, DAYBOOK_ORDER_CREATED), "", what);
      happening->row = daybook_row_ref (order);
      happening->text = g_strdup (daybook_row_text (order, DAYBOOK_ORDER_TITLE));
    }
}

static void
add_cases (Collection *self)
{
  g_autoptr(GPtrArray) cases = daybook_reader_some_parts (reader_of (self), &daybook_cases, DAYBOOK_CASE_CUSTOMER, &self->customer->id,
                                                          DAYBOOK_PARTS_LAST, self->limit, NULL);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (cases, i);
      g_autofree char *stage = daybook_desk_format (self->desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
      g_autofree char *what = g_strjoin (" · ", daybook_row_text (row, DAYBOOK_CASE_NUMBER), _(row->table->label), stage, NULL);
      DaybookHappening *happening = add (self, DAYBOOK_HAPPENED_CASE, daybook_row_int (row, DAYBOOK_CASE_OPENED_AT), "", what);

      happening->row = daybook_row_ref (row);
    }
}

static DaybookHappened
kind_of_event (const DaybookRow *event)
{
  switch (daybook_row_int (event, DAYBOOK_EVENT_KIND))
    {
    case DAYBOOK_EVENT_CALL:
      return DAYBOOK_HAPPENED_CALL;
    case DAYBOOK_EVENT_TOLD:
    case DAYBOOK_EVENT_HEARD:
    case DAYBOOK_EVENT_QUESTION:
      return DAYBOOK_HAPPENED_MESSAGE;
    default:
      return DAYBOOK_HAPPENED_NOTE;
    }
}

static void
add_event (Collection       *self,
           const DaybookRow *event)
{
  g_autofree char *who = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (event, DAYBOOK_EVENT_AGENT));
  g_autofree char *what = daybook_desk_format (self->desk, event, DAYBOOK_EVENT_KIND, DAYBOOK_SHOW_MASKED);
  g_autofree char *promised = daybook_desk_format (self->desk, event, DAYBOOK_EVENT_PROMISED_AT, DAYBOOK_SHOW_MASKED);
  const char *text = daybook_row_text (event, DAYBOOK_EVENT_TEXT);
  const DaybookId *of = daybook_row_ref_id (event, DAYBOOK_EVENT_CASE);
  DaybookHappening *happening = add (self, kind_of_event (event), daybook_row_int (event, DAYBOOK_EVENT_AT), who, what);

  happening->text = *promised != '\0'
    ? g_strdup_printf ("%s%s%s: %s", text, *text != '\0' ? "\n" : "", _(daybook_events.fields[DAYBOOK_EVENT_PROMISED_AT].label), promised) : g_strdup (text);
  happening->row = of != NULL ? daybook_reader_find (reader_of (self), &daybook_cases, of, NULL) : NULL;
}

static void
add_events (Collection *self)
{
  g_autoptr(GPtrArray) events = daybook_reader_some_parts (reader_of (self), &daybook_events, DAYBOOK_EVENT_CUSTOMER, &self->customer->id,
                                                           DAYBOOK_PARTS_LAST, self->limit, NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    if (wants (self, kind_of_event (g_ptr_array_index (events, i))))
      add_event (self, g_ptr_array_index (events, i));
}

static void
add_reviews (Collection *self)
{
  g_autoptr(GPtrArray) orders = read_orders (self, ORDERS_REVIEWED);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      DaybookRow *order = g_ptr_array_index (orders, i);
      g_autoptr(GPtrArray) reviews = daybook_reader_entries (reader_of (self), &daybook_reviews, order, REVIEWS_OF_ORDER, NULL);

      for (guint j = 0; reviews != NULL && j < reviews->len; j++)
        {
          const DaybookRow *review = g_ptr_array_index (reviews, j);
          g_autofree char *stars = daybook_desk_format (self->desk, review, DAYBOOK_REVIEW_STARS, DAYBOOK_SHOW_MASKED);
          /* Translators: a review of the customer's, and its stars. */
          g_autofree char *what = g_strdup_printf (_("Review %s"), stars);
          DaybookHappening *happening = add (self, DAYBOOK_HAPPENED_REVIEW, daybook_row_int (review, DAYBOOK_REVIEW_WRITTEN_AT), "", what);

          happening->text = g_strdup (daybook_row_text (review, DAYBOOK_REVIEW_WORDS));
          happening->row = daybook_row_ref (order);
        }
    }
}

static gboolean
is_machine (DaybookActKind kind)
{
  return kind == DAYBOOK_ACT_IMPORT || kind == DAYBOOK_ACT_RULE || kind == DAYBOOK_ACT_SAMPLE;
}

static void
add_changes (Collection *self)
{
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader_of (self), &daybook_customers, &self->customer->id, 0, self->limit, NULL);

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      const DaybookAct *act = g_ptr_array_index (acts, i);
      DaybookHappening *happening = add (self, DAYBOOK_HAPPENED_CHANGE, act->at, is_machine (act->kind) ? "" : act->agent, act->title);

      happening->machine = is_machine (act->kind);
    }
}

/* What happened to the order itself: what it was made with is the order, and our notes are told elsewhere. */
static gboolean
is_of_course (const DaybookActChange *change)
{
  static const guint FIELDS[] = { DAYBOOK_ORDER_STAGE, DAYBOOK_ORDER_REFUND, DAYBOOK_ORDER_TRACKING, DAYBOOK_ORDER_AGENT, DAYBOOK_ORDER_FLAG };

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (change->field == FIELDS[i])
      return TRUE;

  return FALSE;
}

/* "Stage: To ship → Shipped", a line each; NULL: nothing of its course. (transfer full) */
static char *
describe_course (const Collection *self,
                 const DaybookAct *act,
                 const DaybookRow *order)
{
  g_autoptr(GPtrArray) changes = daybook_reader_row_changes (reader_of (self), &act->id, order, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (is_of_course (g_ptr_array_index (changes, i)))
      {
        g_autofree char *one = daybook_change_describe (daybook_desk_get_store (self->desk), g_ptr_array_index (changes, i));

        g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s", one);
      }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_course (Collection *self,
            DaybookRow *order)
{
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader_of (self), &daybook_orders, &order->id, 0, CHANGES_OF_ORDER, NULL);
  g_autofree char *name = daybook_desk_order_name (self->desk, order);

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      const DaybookAct *act = g_ptr_array_index (acts, i);
      char *text = act->undone ? NULL : describe_course (self, act, order);
      DaybookHappening *happening;

      if (text == NULL)
        continue;
      happening = add (self, DAYBOOK_HAPPENED_CHANGE, act->at, is_machine (act->kind) ? "" : act->agent, name);
      happening->text = text;
      happening->row = daybook_row_ref (order);
      happening->machine = is_machine (act->kind);
    }
}

static void
add_courses (Collection *self)
{
  g_autoptr(GPtrArray) orders = read_orders (self, ORDERS_CHANGED);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    add_course (self, g_ptr_array_index (orders, i));
}

/* What was said with phrases and articles, beside the words that were written down. */
static void
add_uses (Collection *self)
{
  g_autoptr(GPtrArray) uses = daybook_reader_some_parts (reader_of (self), &daybook_uses, DAYBOOK_USE_CUSTOMER, &self->customer->id,
                                                         DAYBOOK_PARTS_LAST, self->limit, NULL);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const DaybookRow *use = g_ptr_array_index (uses, i);
      guint said = daybook_row_has (use, DAYBOOK_USE_PHRASE) ? DAYBOOK_USE_PHRASE : DAYBOOK_USE_ARTICLE;
      g_autofree char *who = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (use, DAYBOOK_USE_AGENT));
      DaybookHappening *happening = add (self, DAYBOOK_HAPPENED_MESSAGE, daybook_row_int (use, DAYBOOK_USE_AT), who,
                                         _(daybook_uses.fields[said].label));

      happening->text = daybook_desk_format (self->desk, use, said, DAYBOOK_SHOW_MASKED);
    }
}

/* --- All of them ------------------------------------------------------------------------------ */

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DaybookHappening *first = *(DaybookHappening *const *) a, *second = *(DaybookHappening *const *) b;

  return (second->at > first->at) - (second->at < first->at);
}

const char *
daybook_happened_label (DaybookHappened kind)
{
  static const char *const LABELS[] = {
    [DAYBOOK_HAPPENED_ANY] = N_("Everything"), [DAYBOOK_HAPPENED_ORDER] = N_("Orders"), [DAYBOOK_HAPPENED_CASE] = N_("Cases"),
    [DAYBOOK_HAPPENED_CALL] = N_("Calls"), [DAYBOOK_HAPPENED_MESSAGE] = N_("Messages"), [DAYBOOK_HAPPENED_NOTE] = N_("Notes"),
    [DAYBOOK_HAPPENED_REVIEW] = N_("Reviews"), [DAYBOOK_HAPPENED_CHANGE] = N_("Changes"),
  };

  return _(LABELS[kind]);
}

GPtrArray *
daybook_happenings_read (DaybookDesk      *desk,
                         const DaybookRow *customer,
                         DaybookHappened   kind,
                         guint             limit)
{
  Collection self = { desk, customer, kind, limit, g_ptr_array_new_with_free_func (happening_free) };

  if (wants (&self, DAYBOOK_HAPPENED_ORDER))
    add_orders (&self);
  if (wants (&self, DAYBOOK_HAPPENED_CASE))
    add_cases (&self);
  if (wants (&self, DAYBOOK_HAPPENED_CALL) || wants (&self, DAYBOOK_HAPPENED_MESSAGE) || wants (&self, DAYBOOK_HAPPENED_NOTE))
    add_events (&self);
  if (wants (&self, DAYBOOK_HAPPENED_REVIEW))
    add_reviews (&self);
  if (wants (&self, DAYBOOK_HAPPENED_MESSAGE))
    add_uses (&self);
  if (wants (&self, DAYBOOK_HAPPENED_CHANGE))
    {
      add_changes (&self);
      add_courses (&self);
    }

  g_ptr_array_sort (self.all, compare);
  if (self.all->len > limit)
    g_ptr_array_set_size (self.all, (int) limit);
  return self.all;
}
