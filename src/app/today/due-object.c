/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/due-object.h"

#include "core/article.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/due-order.h"
#include "core/order.h"
#include "core/register.h"
#include "core/remembered-day.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/call-plans.h"
#include "store/chores.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

struct _DaybookDueObject
{
  GObject         parent_instance;

  DaybookDesk    *desk;
  gint64          key;
  DaybookDueItem *item; /* or NULL */
  DaybookRow     *row;  /* or NULL */
  char           *what;
  char           *of;
  char           *who;
  char           *agent;
  const char     *icon;
  const char     *heading; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookDueObject, daybook_due_object, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
reader_of (DaybookDueObject *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

static void
forget (DaybookDueObject *self)
{
  g_clear_pointer (&self->item, daybook_due_item_free);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->of, g_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->agent, g_free);
  self->icon = "alarm-symbolic";
}

/* --- Words ------------------------------------------------------------------------------- */

/* "Return and refund · R-A2031" (transfer full) */
static char *
name_case (DaybookDueObject *self,
           const DaybookRow *row)
{
  DaybookRegister *definition = daybook_reader_register (reader_of (self), daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  const char *number = daybook_row_text (row, DAYBOOK_CASE_NUMBER);

  if (definition == NULL)
    return g_strdup (number);

  self->icon = daybook_register_get_icon (definition);
  return g_strdup_printf ("%s · %s", daybook_register_get_label (definition), number);
}

static char *
name_customer (DaybookDueObject *self,
               const DaybookRow *row,
               guint             customer)
{
  return daybook_desk_name (self->desk, "customer", daybook_row_ref_id (row, customer));
}

static void
describe_case (DaybookDueObject *self)
{
  self->what = g_strdup (_(daybook_rule_kind (self->item->due.rule)->label));
  self->of = name_case (self, self->row);
  self->who = daybook_row_has (self->row, DAYBOOK_CASE_CUSTOMER) ? name_customer (self, self->row, DAYBOOK_CASE_CUSTOMER)
                                                                  : daybook_desk_format (self->desk, self->row, DAYBOOK_CASE_NAME, DAYBOOK_SHOW_MASKED);
}

static void
describe_task (DaybookDueObject *self)
{
  const DaybookId *of = daybook_row_ref_id (self->row, DAYBOOK_TASK_CASE);
  g_autoptr(DaybookRow) row = of != NULL ? daybook_reader_find (reader_of (self), &daybook_cases, of, NULL) : NULL;

  self->what = g_strdup (daybook_row_text (self->row, DAYBOOK_TASK_TITLE));
  self->of = row != NULL ? name_case (self, row) : g_strdup ("");
  self->who = name_customer (self, self->row, DAYBOOK_TASK_CUSTOMER);
  self->icon = daybook_row_int (self->row, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_TODO ? "object-select-symbolic" : "call-start-symbolic";
}

/* "3 of 5", how often it was due, and whose it is when it is no single person's. */
static void
describe_chore (DaybookDueObject *self)
{
  g_autoptr(DaybookChore) chore = daybook_chore_read (reader_of (self), self->row, NULL);
  gint64 role = daybook_row_int (self->row, DAYBOOK_CHORE_ROLE);

  self->icon = "daybook-chores-symbolic";
  self->what = g_strdup (daybook_row_text (self->row, DAYBOOK_CHORE_TITLE));
  self->of = chore != NULL && chore->n_due > 1
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It was due %u time", "It was due %u times", chore->n_due), chore->n_due) : g_strdup ("");
  self->who = role != DAYBOOK_CHORE_ANYONE && !daybook_row_has (self->row, DAYBOOK_CHORE_PERSON)
    ? daybook_desk_format (self->desk, self->row, DAYBOOK_CHORE_ROLE, DAYBOOK_SHOW_MASKED) : g_strdup ("");
}

/* "…4567" and who ordered; of goods how many are left; of which of a shop’s days. */
static void
describe_follow_up (DaybookDueObject *self)
{
  self->what = g_strdup (_(daybook_rule_kind (self->item->due.rule)->label));
  self->icon = "daybook-orders-symbolic";
  if (self->row->table == &daybook_orders)
    {
      self->of = daybook_desk_order_name (self->desk, self->row);
      self->who = daybook_row_has (self->row, DAYBOOK_ORDER_CUSTOMER) ? name_customer (self, self->row, DAYBOOK_ORDER_CUSTOMER)
                                                                       : daybook_desk_format (self->desk, self->row, DAYBOOK_ORDER_RECEIVER, DAYBOOK_SHOW_MASKED);
    }
  else if (self->row->table == &daybook_products)
    {
      self->of = g_strdup (daybook_row_text (self->row, DAYBOOK_PRODUCT_TITLE));
      /* Translators: how many of a product are left. */
      self->who = g_strdup_printf (_("%ld left"), (long) daybook_row_int (self->row, DAYBOOK_PRODUCT_ON_HAND));
      self->icon = "daybook-products-symbolic";
    }
  else
    {
      self->of = daybook_due_of_which (&self->item->due, daybook_store_get_zone (daybook_desk_get_store (self->desk)));
      self->who = g_strdup (daybook_row_text (self->row, DAYBOOK_SHOP_NAME));
      self->icon = self->item->due.rule == DAYBOOK_RULE_TRACE ? "daybook-parcel-symbolic"
                   : self->item->due.rule == DAYBOOK_RULE_NO_AGENT ? "avatar-default-symbolic" : "daybook-imports-symbolic";
    }
}

static void
describe_article (DaybookDueObject *self)
{
  g_autofree char *by = daybook_desk_format (self->desk, self->row, DAYBOOK_ARTICLE_REVIEW_BY, DAYBOOK_SHOW_MASKED);

  self->icon = "text-x-generic-symbolic";
  self->what = g_strdup (daybook_row_text (self->row, DAYBOOK_ARTICLE_TITLE));
  /* Translators: of an article; %s: a moment. */
  self->of = g_strdup_printf (_("review by %s"), by);
  self->who = g_strdup (daybook_row_text (self->row, DAYBOOK_ARTICLE_CATEGORY));
}

/* Who is to hear from the shop again. */
static void
describe_customer (DaybookDueObject *self)
{
  self->icon = "daybook-vip-symbolic";
  self->what = g_strdup (_(daybook_rule_kind (self->item->due.rule)->label));
  self->of = daybook_row_int (self->row, DAYBOOK_CUSTOMER_GRADE) != DAYBOOK_GRADE_NONE
    ? daybook_desk_format (self->desk, self->row, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_SHOW_MASKED) : g_strdup ("");
  self->who = daybook_desk_name (self->desk, daybook_customers.kind, &self->row->id);
}

/* Whose day, and which: “turns 36”. */
static void
describe_day (DaybookDueObject *self)
{
  DaybookYearlyTime time;

  self->icon = "x-office-calendar-symbolic";
  self->what = g_strdup (daybook_remembered_day_name (self->row));
  self->who = name_customer (self, self->row, DAYBOOK_REMEMBERED_CUSTOMER);
  if (daybook_remembered_day_in (self->row, (int) self->item->due.cycle, &time))
    {
      g_autofree char *date = daybook_date_words (&time.date);
      g_autofree char *age = daybook_remembered_day_age (self->row, &time);

      self->of = age != NULL ? g_strjoin (" · ", date, age, NULL) : g_strdup (date);
    }
}

/* By the plan’s name; of a customer as they are named everywhere. */
static void
describe_call (DaybookDueObject *self)
{
  g_autoptr(DaybookRow) plan = daybook_call_plan_of_item (reader_of (self), self->item);

  if (self->item->table == &daybook_cases)
    describe_case (self);
  else if (self->item->table == &daybook_customers)
    {
      self->of = g_strdup ("");
      self->who = daybook_desk_name (self->desk, "customer", &self->row->id);
    }
  else
    describe_follow_up (self);

  g_free (self->what);
  self->what = g_strdup (plan != NULL ? daybook_row_text (plan, DAYBOOK_CALL_PLAN_NAME) : _(daybook_rule_kind (self->item->due.rule)->label));
  self->icon = "call-start-symbolic";
}

/* What is planned, and whether it begins or ends. */
static void
describe_campaign (DaybookDueObject *self)
{
  self->icon = "x-office-calendar-symbolic";
  self->what = g_strdup (daybook_row_text (self->row, DAYBOOK_CAMPAIGN_TITLE));
  self->of = g_strdup (_(daybook_rule_kind (self->item->due.rule)->label));
  self->who = daybook_desk_format (self->desk, self->row, DAYBOOK_CAMPAIGN_KIND, DAYBOOK_SHOW_MASKED);
}

static void
describe (DaybookDueObject *self)
{
  if (self->item->due.rule == DAYBOOK_RULE_CALL_BACK)
    describe_call (self);
  else if (self->item->table == &daybook_cases)
    describe_case (self);
  else if (self->item->table == &daybook_tasks)
    describe_task (self);
  else if (self->item->table == &daybook_chores)
    describe_chore (self);
  else if (self->item->table == &daybook_articles)
    describe_article (self);
  else if (self->item->table == &daybook_customers)
    describe_customer (self);
  else if (self->item->table == &daybook_remembered_days)
    describe_day (self);
  else if (self->item->table == &daybook_campaigns)
    describe_campaign (self);
  else
    describe_follow_up (self);
}

void
daybook_due_object_refresh (DaybookDueObject *self)
{
  forget (self);
  self->item = daybook_due_item (reader_of (self), self->key, NULL);
  self->row = self->item != NULL ? daybook_reader_row (reader_of (self), self->item->table, self->item->rowid, NULL) : NULL;
  if (self->row != NULL)
    describe (self);
  if (self->item != NULL)
    self->agent = daybook_desk_name (self->desk, "agent", daybook_id_is_null (&self->item->due.agent) ? NULL : &self->item->due.agent);
  daybook_due_object_tick (self);
}

static void
daybook_due_object_finalize (GObject *object)
{
  DaybookDueObject *self = DAYBOOK_DUE_OBJECT (object);

  forget (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_due_object_parent_class)->finalize (object);
}

static void
daybook_due_object_class_init (DaybookDueObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_due_object_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_due_object_init (DaybookDueObject *self)
{
}

DaybookDueObject *
daybook_due_object_new (DaybookDesk *desk,
                        gint64       key)
{
  DaybookDueObject *self = g_object_new (DAYBOOK_TYPE_DUE_OBJECT, NULL);

  self->desk = g_object_ref (desk);
  self->key = key;
  daybook_due_object_refresh (self);
  return self;
}

gint64
daybook_due_object_get_key (DaybookDueObject *self)
{
  return self->key;
}

const DaybookDueItem *
daybook_due_object_get_item (DaybookDueObject *self)
{
  return self->item;
}

const DaybookRow *
daybook_due_object_get_row (DaybookDueObject *self)
{
  return self->row;
}

const char *
daybook_due_object_get_what (DaybookDueObject *self)
{
  return self->what != NULL ? self->what : "";
}

const char *
daybook_due_object_get_of (DaybookDueObject *self)
{
  return self->of != NULL ? self->of : "";
}

const char *
daybook_due_object_get_who (DaybookDueObject *self)
{
  return self->who != NULL ? self->who : "";
}

const char *
daybook_due_object_get_agent (DaybookDueObject *self)
{
  return self->agent != NULL ? self->agent : "";
}

const char *
daybook_due_object_get_icon (DaybookDueObject *self)
{
  return self->icon;
}

const char *
daybook_due_object_get_heading (DaybookDueObject *self)
{
  return self->heading;
}

void
daybook_due_object_set_heading (DaybookDueObject *self,
                                const char       *heading)
{
  if (self->heading == heading)
    return;

  self->heading = heading;
  daybook_due_object_tick (self);
}

void
daybook_due_object_tick (DaybookDueObject *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
