/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/attention.h"
#include "core/customer-merge.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/phrase.h"
#include "core/pin.h"
#include "core/presence.h"
#include "core/retention.h"
#include "core/reveal.h"
#include "core/rule.h"
#include "store/erase.h"
#include "store/gate.h"
#include "store/grade-proposals.h"
#include "store/presences.h"
#include "store/reach.h"
#include "store/setting.h"

/* A shop with somebody of each role; each tries what the table says of each. */

typedef struct
{
  Book      book;
  DaybookId agents[DAYBOOK_ROLE_READ_ONLY + 1];
  DaybookId order;    /* nobody's */
  DaybookId own;      /* the part-timer's */
  DaybookId customer;
  gint64    ahead;    /* by so many seconds the book's clock is, when somebody looks */
} Shop;

static const char *const NAMES[] = { "店主", "组长", "客服", "晚班", "看客" };

static DaybookId
add_customer (Book *book)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Customer", NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("张三"));
  case_commit (book, edit);
  return id;
}

static void
set_up (Shop         *shop,
        gconstpointer data)
{
  book_open (&shop->book);
  shop->agents[DAYBOOK_ROLE_OWNER] = *daybook_store_get_agent (shop->book.store);
  for (guint i = DAYBOOK_ROLE_LEAD; i <= DAYBOOK_ROLE_READ_ONLY; i++)
    shop->agents[i] = case_add_agent (&shop->book, NAMES[i], (DaybookRole) i);
  shop->order = book_add_order (&shop->book, "1001", BOOK_NOW);
  shop->own = book_add_order (&shop->book, "1002", BOOK_NOW);
  book_set (&shop->book, &daybook_orders, &shop->own, DAYBOOK_ORDER_AGENT, daybook_value_id (&shop->agents[DAYBOOK_ROLE_PART_TIME]));
  shop->customer = add_customer (&shop->book);
}

static void
tear_down (Shop         *shop,
           gconstpointer data)
{
  book_close (&shop->book);
}

/* --- Acts --------------------------------------------------------------------------------- */

static void
set_note (DaybookEdit *edit,
          Shop        *shop)
{
  daybook_edit_set (edit, &daybook_orders, &shop->order, DAYBOOK_ORDER_NOTE, daybook_value_text (daybook_edit_title (edit)));
}

static void
set_own_note (DaybookEdit *edit,
              Shop        *shop)
{
  daybook_edit_set (edit, &daybook_orders, &shop->own, DAYBOOK_ORDER_NOTE, daybook_value_text (daybook_edit_title (edit)));
}

static void
add_event (DaybookEdit *edit,
           Shop        *shop)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_events, &id);
  daybook_edit_give (edit, DAYBOOK_EVENT_KIND, daybook_value_int (DAYBOOK_EVENT_NOTE));
  daybook_edit_give (edit, DAYBOOK_EVENT_ORDER, daybook_value_id (&shop->own));
  daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (BOOK_NOW));
  daybook_edit_give (edit, DAYBOOK_EVENT_TEXT, daybook_value_text ("said"));
}

static void
grade (DaybookEdit *edit,
       Shop        *shop)
{
  daybook_edit_set (edit, &daybook_customers, &shop->customer, DAYBOOK_CUSTOMER_GRADE_HELD, daybook_value_int (1));
}

static void
add_setting (DaybookEdit *edit,
             Shop        *shop)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_settings, &id);
  daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text ("colour"));
}

static void
add_shop_phrase (DaybookEdit *edit,
                 Shop        *shop)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text ("Hello"));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Hello"));
}

static void
add_own_phrase (DaybookEdit *edit,
                Shop        *shop)
{
  add_shop_phrase (edit, shop);
  daybook_edit_give (edit, DAYBOOK_PHRASE_AGENT, daybook_value_id (daybook_edit_agent (edit)));
}

static void
rename_reader (DaybookEdit *edit,
               Shop        *shop)
{
  daybook_edit_set (edit, &daybook_agents, &shop->agents[DAYBOOK_ROLE_READ_ONLY], DAYBOOK_AGENT_CODE, daybook_value_text (daybook_edit_title (edit)));
}

static void
make_owner (DaybookEdit *edit,
            Shop        *shop)
{
  daybook_edit_set (edit, &daybook_agents, daybook_edit_agent (edit), DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_OWNER));
}

static void
add_owner (DaybookEdit *edit,
           Shop        *shop)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("second"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_OWNER));
}

static void
trust_self (DaybookEdit *edit,
            Shop        *shop)
{
  daybook_edit_set (edit, &daybook_agents, daybook_edit_agent (edit), DAYBOOK_AGENT_TRUSTED, daybook_value_int (1));
}

static void
set_owners_pin (DaybookEdit *edit,
                Shop        *shop)
{
  daybook_edit_set (edit, &daybook_agents, &shop->agents[DAYBOOK_ROLE_OWNER], DAYBOOK_AGENT_PIN, daybook_value_text (daybook_edit_title (edit)));
}

static void
set_own_pin (DaybookEdit *edit,
             Shop        *shop)
{
  daybook_edit_set (edit, &daybook_agents, daybook_edit_agent (edit), DAYBOOK_AGENT_PIN, daybook_value_text (daybook_edit_title (edit)));
}

static void
sign_owner_on (DaybookEdit *edit,
               Shop        *shop)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_presences, &id);
  daybook_edit_give (edit, DAYBOOK_PRESENCE_AGENT, daybook_value_id (&shop->agents[DAYBOOK_ROLE_OWNER]));
  daybook_edit_give (edit, DAYBOOK_PRESENCE_BEGAN, daybook_value_int (BOOK_NOW));
}

static void
add_attention (DaybookEdit *edit,
               Shop        *shop,
               const char  *rule)
{
  g_autofree char *row = daybook_id_to_string (&shop->customer);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_attentions, &id);
  daybook_edit_give (edit, DAYBOOK_ATTENTION_RULE, daybook_value_text (rule));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_KIND, daybook_value_text (daybook_customers.kind));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_ROW, daybook_value_text (row));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_DONE_AT, daybook_value_int (BOOK_NOW));
}

static void
settle (DaybookEdit *edit,
        Shop        *shop)
{
  add_attention (edit, shop, "unpaid");
}

static void
decline (DaybookEdit *edit,
         Shop        *shop)
{
  add_attention (edit, shop, DAYBOOK_GRADE_ATTENTION);
}

static void
differ (DaybookEdit *edit,
        Shop        *shop)
{
  add_attention (edit, shop, DAYBOOK_NOT_SAME_RULE);
}

static void
keep_looks (DaybookEdit *edit,
            Shop        *shop)
{
  add_setting (edit, shop);
  daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (daybook_keep_kind (DAYBOOK_KEEP_REVEALS)->setting));
}

static void
keep_problems (DaybookEdit *edit,
               Shop        *shop)
{
  add_setting (edit, shop);
  daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (daybook_keep_kind (DAYBOOK_KEEP_PROBLEMS)->setting));
}

static void
merge (DaybookEdit *edit,
       Shop        *shop)
{
  DaybookId other;

  daybook_id_random (&other);
  daybook_edit_create (edit, &daybook_customers, &other);
  daybook_edit_set (edit, &daybook_customers, &other, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&shop->customer));
}

/* Who may: owner, lead, agent, part-timer on shift, off shift, reader. */
static const struct
{
  const char *name;
  void      (*add) (DaybookEdit *edit, Shop *shop);
  const char *who;
} ACTS[] = {
  { "a note of any order", set_note, "olap--" },
  { "a note of one’s own", set_own_note, "olapx-" },
  { "an event of one’s own", add_event, "olapx-" },
  { "a grade", grade, "ol----" },
  { "a setting", add_setting, "ol----" },
  { "a phrase of the shop", add_shop_phrase, "ola---" },
  { "a phrase of one’s own", add_own_phrase, "olapx-" },
  { "a colleague’s code", rename_reader, "ol----" },
  { "an owner’s role for oneself", make_owner, "o-----" },
  { "another owner", add_owner, "o-----" },
  { "that one is trusted", trust_self, "o-----" },
  { "the owner’s PIN", set_owners_pin, "o-----" },
  { "one’s own PIN", set_own_pin, "olapx-" },
  { "the owner’s shift", sign_owner_on, "ol----" },
  { "merging customers", merge, "ola---" },
  { "what is due is done", settle, "olapx-" },
  { "a grade that is not given", decline, "ol----" },
  { "customers who are not the same", differ, "ola---" },
  { "how long looks are kept", keep_looks, "o-----" },
  { "how long problems are kept", keep_problems, "ol----" },
};

static void
sign (Shop               *shop,
      DaybookPresenceAct  act)
{
  g_autoptr(DaybookRow) eve = book_row (&shop->book, &daybook_agents, &shop->agents[DAYBOOK_ROLE_PART_TIME]);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_presence_edit (daybook_store_get_reader (shop->book.store), eve, act, NULL, BOOK_NOW, &error);

  g_assert_no_error (error);
  case_commit (&shop->book, edit);
}

static gboolean
try_act (Shop            *shop,
         guint            act,
         const DaybookId *agent,
         GError         **error)
{
  g_autofree char *title = g_strdup_printf ("%s %d", ACTS[act].name, g_random_int ());
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  ACTS[act].add (edit, shop);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (shop->book.store, edit, error);
  return outcome != NULL;
}

static void
try_all (Shop            *shop,
         const DaybookId *agent,
         guint            column)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACTS); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean may = ACTS[i].who[column] != '-';

      g_test_message ("%s, %c", ACTS[i].name, "olapxr"[column]);
      g_assert_cmpint (try_act (shop, i, agent, &error), ==, may);
      if (!may)
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
    }
}

static void
test_each_role_and_act (Shop         *shop,
                        gconstpointer data)
{
  for (guint role = DAYBOOK_ROLE_OWNER; role <= DAYBOOK_ROLE_AGENT; role++)
    try_all (shop, &shop->agents[role], role);

  try_all (shop, &shop->agents[DAYBOOK_ROLE_PART_TIME], 4);
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  try_all (shop, &shop->agents[DAYBOOK_ROLE_PART_TIME], 3);
  sign (shop, DAYBOOK_PRESENCE_SIGN_OFF);
  try_all (shop, &shop->agents[DAYBOOK_ROLE_PART_TIME], 4);
  try_all (shop, &shop->agents[DAYBOOK_ROLE_READ_ONLY], 5);
}

/* A refused edit leaves nothing behind, of the changes before the refused one neither. */
static void
test_nothing_of_a_refused_edit (Shop         *shop,
                                gconstpointer data)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Both", &shop->agents[DAYBOOK_ROLE_AGENT]);
  g_autoptr(GError) error = NULL;

  set_note (edit, shop);
  add_setting (edit, shop);
  g_assert_null (daybook_store_commit (shop->book.store, edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_autoptr(DaybookRow) order = book_row (&shop->book, &daybook_orders, &shop->order);
  g_assert_false (daybook_row_has (order, DAYBOOK_ORDER_NOTE));
}

/* --- Undo --------------------------------------------------------------------------------- */

static gboolean
undo_as (Shop            *shop,
         const DaybookId *act,
         guint            role,
         GError         **error)
{
  daybook_store_set_agent (shop->book.store, &shop->agents[role]);
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (shop->book.store, act, error);
  daybook_store_set_agent (shop->book.store, &shop->agents[DAYBOOK_ROLE_OWNER]);
  return outcome != NULL;
}

static void
test_undo_takes_the_same (Shop         *shop,
                          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  DaybookId note = book_set (&shop->book, &daybook_orders, &shop->order, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  DaybookId trust = book_set (&shop->book, &daybook_agents, &shop->agents[DAYBOOK_ROLE_AGENT], DAYBOOK_AGENT_TRUSTED, daybook_value_int (1));
  DaybookId code = book_set (&shop->book, &daybook_agents, &shop->agents[DAYBOOK_ROLE_OWNER], DAYBOOK_AGENT_CODE, daybook_value_text ("000"));

  g_assert_false (undo_as (shop, &note, DAYBOOK_ROLE_READ_ONLY, NULL));
  g_assert_false (undo_as (shop, &note, DAYBOOK_ROLE_PART_TIME, NULL));
  g_assert_false (undo_as (shop, &trust, DAYBOOK_ROLE_LEAD, NULL));
  g_assert_false (undo_as (shop, &code, DAYBOOK_ROLE_LEAD, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_true (undo_as (shop, &note, DAYBOOK_ROLE_AGENT, NULL));
  g_assert_true (undo_as (shop, &code, DAYBOOK_ROLE_OWNER, NULL));
}

static void
test_own_act_is_undone_off_shift (Shop         *shop,
                                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (try_act (shop, 1, &shop->agents[DAYBOOK_ROLE_PART_TIME], NULL));
  g_assert_true (undo_as (shop, NULL, DAYBOOK_ROLE_PART_TIME, &error));
  g_assert_no_error (error);
}

/* Signs on as oneself; returns the act. */
static DaybookId
sign_as (Shop  *shop,
         guint  role)
{
  g_autoptr(DaybookRow) agent = book_row (&shop->book, &daybook_agents, &shop->agents[role]);
  g_autoptr(GError) error = NULL;

  daybook_store_set_agent (shop->book.store, &shop->agents[role]);
  g_autoptr(DaybookEdit) edit = daybook_presence_edit (daybook_store_get_reader (shop->book.store), agent, DAYBOOK_PRESENCE_SIGN_ON, NULL, BOOK_NOW, &error);
  g_assert_no_error (error);
  DaybookId act = case_commit (&shop->book, edit);
  daybook_store_set_agent (shop->book.store, &shop->agents[DAYBOOK_ROLE_OWNER]);
  return act;
}

/* Says of the customer what that rule remembers; returns the act. */
static DaybookId
settle_as (Shop       *shop,
           const char *rule,
           guint       role)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Settled", &shop->agents[role]);

  add_attention (edit, shop, rule);
  return case_commit (&shop->book, edit);
}

/* Who was on shift is undone as it is said: by whoever it is of, or who sees to the people. */
static void
test_undo_of_a_colleagues_shift (Shop         *shop,
                                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  DaybookId on = sign_as (shop, DAYBOOK_ROLE_PART_TIME);

  g_assert_false (undo_as (shop, &on, DAYBOOK_ROLE_READ_ONLY, NULL));
  g_assert_false (undo_as (shop, &on, DAYBOOK_ROLE_AGENT, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_cmpint (book_number (&shop->book, "SELECT count (*) FROM presences WHERE deleted = 0"), ==, 1);
  g_assert_true (undo_as (shop, &on, DAYBOOK_ROLE_LEAD, NULL));

  on = sign_as (shop, DAYBOOK_ROLE_PART_TIME);
  g_assert_true (undo_as (shop, &on, DAYBOOK_ROLE_PART_TIME, NULL));
}

/* What else a person says for themselves: off shift nobody takes it back for another. */
static void
test_undo_of_what_a_colleague_settled (Shop         *shop,
                                       gconstpointer data)
{
  DaybookId first = settle_as (shop, "unpaid", DAYBOOK_ROLE_AGENT);
  DaybookId second = settle_as (shop, "unpaid", DAYBOOK_ROLE_PART_TIME);

  g_assert_false (undo_as (shop, &first, DAYBOOK_ROLE_PART_TIME, NULL));
  g_assert_true (undo_as (shop, &second, DAYBOOK_ROLE_PART_TIME, NULL));
  g_assert_true (undo_as (shop, &first, DAYBOOK_ROLE_LEAD, NULL));
}

/* A decision of a lead is none that an agent takes back. */
static void
test_undo_of_a_grade_not_given (Shop         *shop,
                                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  DaybookId declined = settle_as (shop, DAYBOOK_GRADE_ATTENTION, DAYBOOK_ROLE_OWNER);
  DaybookId differ = settle_as (shop, DAYBOOK_NOT_SAME_RULE, DAYBOOK_ROLE_OWNER);

  sign_as (shop, DAYBOOK_ROLE_PART_TIME);
  g_assert_false (undo_as (shop, &declined, DAYBOOK_ROLE_AGENT, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_false (undo_as (shop, &differ, DAYBOOK_ROLE_PART_TIME, NULL));
  g_assert_true (undo_as (shop, &differ, DAYBOOK_ROLE_AGENT, NULL));
  g_assert_true (undo_as (shop, &declined, DAYBOOK_ROLE_LEAD, NULL));
}

/* How long the owner keeps the log of looks is said by nobody else, nor taken back. */
static void
test_how_long_looks_are_kept (Shop         *shop,
                              gconstpointer data)
{
  const char *setting = daybook_keep_kind (DAYBOOK_KEEP_REVEALS)->setting;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Kept", &shop->agents[DAYBOOK_ROLE_OWNER]);
  g_autoptr(DaybookEdit) other = daybook_edit_new (DAYBOOK_ACT_EDIT, "Kept", &shop->agents[DAYBOOK_ROLE_LEAD]);

  daybook_setting_set (edit, daybook_store_get_reader (shop->book.store), setting, "5");
  DaybookId act = case_commit (&shop->book, edit);
  daybook_setting_set (other, daybook_store_get_reader (shop->book.store), setting, "1");
  g_assert_null (daybook_store_commit (shop->book.store, other, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_false (undo_as (shop, &act, DAYBOOK_ROLE_LEAD, NULL));
  g_assert_true (undo_as (shop, &act, DAYBOOK_ROLE_OWNER, NULL));
}

/* --- Seeing ------------------------------------------------------------------------------- */

static guint
count_as (Shop       *shop,
          guint       role,
          const char *where,
          const char *search)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GError) error = NULL;

  if (where != NULL)
    g_assert_true (daybook_query_parse_where (query, where, NULL));
  query->search = g_strdup (search);
  daybook_store_set_agent (shop->book.store, &shop->agents[role]);
  DaybookReader *reader = daybook_store_get_reader (shop->book.store);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_reader_count (reader, query, 0, &error), ==, keys->len);
  daybook_store_set_agent (shop->book.store, &shop->agents[DAYBOOK_ROLE_OWNER]);
  return keys->len;
}

static void
test_what_is_seen (Shop         *shop,
                   gconstpointer data)
{
  daybook_store_settle (shop->book.store);
  for (guint role = DAYBOOK_ROLE_OWNER; role <= DAYBOOK_ROLE_READ_ONLY; role++)
    g_assert_cmpuint (count_as (shop, role, NULL, NULL), ==, role == DAYBOOK_ROLE_PART_TIME ? 1 : 2);

  g_assert_cmpuint (count_as (shop, DAYBOOK_ROLE_PART_TIME, "number = 1001", NULL), ==, 0);
  g_assert_cmpuint (count_as (shop, DAYBOOK_ROLE_PART_TIME, NULL, "1001"), ==, 0);
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  g_assert_cmpuint (count_as (shop, DAYBOOK_ROLE_PART_TIME, "number = 1001", NULL), ==, 1);
  g_assert_cmpuint (count_as (shop, DAYBOOK_ROLE_PART_TIME, NULL, "1001"), ==, 1);
  g_assert_cmpuint (count_as (shop, DAYBOOK_ROLE_PART_TIME, NULL, NULL), ==, 1);
  g_assert_cmpuint (count_as (shop, DAYBOOK_ROLE_PART_TIME, "number != 1", NULL), ==, 1);
}

static gboolean
sees_order (Shop *shop)
{
  g_autoptr(DaybookRow) order = book_row (&shop->book, &daybook_orders, &shop->order);

  daybook_store_set_agent (shop->book.store, &shop->agents[DAYBOOK_ROLE_PART_TIME]);
  gboolean sees = daybook_reader_check_row (daybook_store_get_reader (shop->book.store), order, NULL);
  daybook_store_set_agent (shop->book.store, &shop->agents[DAYBOOK_ROLE_OWNER]);
  return sees;
}

/* What hangs on a case is whose the case is, in whatever way; the register's own rules are not at issue. */
static void
test_what_hangs_on_a_case (Shop         *shop,
                           gconstpointer data)
{
  static const char *const FIELDS[] = { "owner", "handler", "call_back" };
  DaybookId id = case_make (&shop->book, "inquiry", "?");

  case_set (&shop->book, &id, "order", daybook_value_id (&shop->order));
  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autofree char *gives = g_strdup_printf ("UPDATE cases SET %s = (SELECT rowid FROM agents WHERE name = '晚班')", FIELDS[i]);
      g_autofree char *takes = g_strdup_printf ("UPDATE cases SET %s = NULL", FIELDS[i]);

      g_assert_false (sees_order (shop));
      book_run_sql (&shop->book, gives);
      g_assert_true (sees_order (shop));
      book_run_sql (&shop->book, takes);
    }
  g_assert_false (sees_order (shop));
}

/* --- Reveals ------------------------------------------------------------------------------ */

static gboolean
look_as (Shop             *shop,
         guint             role,
         const DaybookId  *order,
         gint64            at,
         const char       *reason,
         GError          **error)
{
  const DaybookLook look = { .agent = shop->agents[role], .at = at, .how = DAYBOOK_REVEAL_WINDOW, .reason = reason };
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);

  daybook_store_fix_now (shop->book.store, at + shop->ahead);
  daybook_reveal_add_field (edit, &look, &daybook_orders, order, DAYBOOK_ORDER_PHONE);
  daybook_reveal_add_field (edit, &look, &daybook_orders, order, DAYBOOK_ORDER_RECEIVER);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (shop->book.store, edit, error);
  return outcome != NULL;
}

static void
test_reveals (Shop         *shop,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (look_as (shop, DAYBOOK_ROLE_READ_ONLY, &shop->order, BOOK_NOW, "x", NULL));
  g_assert_false (look_as (shop, DAYBOOK_ROLE_PART_TIME, &shop->order, BOOK_NOW, "x", NULL));
  g_assert_false (look_as (shop, DAYBOOK_ROLE_PART_TIME, &shop->own, BOOK_NOW, NULL, NULL));
  g_assert_true (look_as (shop, DAYBOOK_ROLE_PART_TIME, &shop->own, BOOK_NOW, "asked", NULL));
  g_assert_true (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW, NULL, NULL));

  book_set (&shop->book, &daybook_agents, &shop->agents[DAYBOOK_ROLE_AGENT], DAYBOOK_AGENT_QUOTA, daybook_value_int (2));
  g_assert_true (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW + 60, NULL, NULL));
  g_assert_false (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW + 120, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_true (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW + 86400, NULL, NULL));
}

/* Of the day of the look, whatever day the book is at; and each look counts, however fast one comes after the other. */
static void
test_the_quota_is_of_the_look (Shop         *shop,
                               gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  book_set (&shop->book, &daybook_agents, &shop->agents[DAYBOOK_ROLE_AGENT], DAYBOOK_AGENT_QUOTA, daybook_value_int (2));
  g_assert_true (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW, NULL, NULL));
  g_assert_true (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW, NULL, NULL));
  g_assert_false (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW, NULL, NULL));

  shop->ahead = 5 * 365 * 86400;
  g_assert_false (look_as (shop, DAYBOOK_ROLE_AGENT, &shop->order, BOOK_NOW, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
}

/* --- The gate ----------------------------------------------------------------------------- */

static void
test_failures_survive_a_restart (Shop         *shop,
                                 gconstpointer data)
{
  const DaybookId *agent = &shop->agents[DAYBOOK_ROLE_AGENT];
  g_autofree char *hash = daybook_pin_hash ("2580", NULL);
  gboolean asks = FALSE;

  g_assert_true (daybook_gate_asks (daybook_store_get_reader (shop->book.store), agent, &asks, NULL) && !asks);
  book_set (&shop->book, &daybook_agents, agent, DAYBOOK_AGENT_PIN, daybook_value_text (hash));
  g_assert_true (daybook_gate_asks (daybook_store_get_reader (shop->book.store), agent, &asks, NULL) && asks);
  for (guint i = 0; i < 4; i++)
    g_assert_false (daybook_gate_pass (shop->book.store, agent, "2581", NULL));

  /* An hour to come, as a clock that was set back would have it: it is the wait that is left, not an hour. */
  book_reopen (&shop->book);
  book_run_sql (&shop->book, "UPDATE local SET value = value + 3600 WHERE key LIKE 'pin_failed_at:%'");
  g_autoptr(GError) error = NULL;
  g_assert_false (daybook_gate_pass (shop->book.store, agent, "2580", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_cmpint (book_number (&shop->book, "SELECT value FROM local WHERE key LIKE 'pin_failures:%'"), ==, 4);
  book_run_sql (&shop->book, "UPDATE local SET value = 1 WHERE key LIKE 'pin_failed_at:%'");
  g_assert_true (daybook_gate_pass (shop->book.store, agent, "2580", NULL));
  g_assert_cmpint (book_number (&shop->book, "SELECT value FROM local WHERE key LIKE 'pin_failures:%'"), ==, 0);
}

static void
test_history_hides_the_pin (Shop         *shop,
                            gconstpointer data)
{
  DaybookId act = book_set (&shop->book, &daybook_agents, &shop->agents[DAYBOOK_ROLE_AGENT], DAYBOOK_AGENT_PIN, daybook_value_text ("$argon2id$x"));
  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (daybook_store_get_reader (shop->book.store), &act, 0, NULL);
  const DaybookActChange *change = g_ptr_array_index (changes, 0);

  g_assert_cmpstr (change->value.text, ==, "changed");
  g_assert_cmpint (change->old.type, ==, DAYBOOK_VALUE_NONE);
}

/* Beside the door for edits: for good, and for the owner alone. */
static void
test_only_the_owner_erases (Shop         *shop,
                            gconstpointer data)
{
  for (int role = DAYBOOK_ROLE_READ_ONLY; role >= DAYBOOK_ROLE_OWNER; role--)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) cleared = NULL;

      daybook_store_set_agent (shop->book.store, &shop->agents[role]);
      cleared = daybook_store_erase (shop->book.store, &shop->customer, NULL, NULL, NULL, NULL, NULL, &error);
      if (role == DAYBOOK_ROLE_OWNER)
        g_assert_no_error (error);
      else
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
    }
}

/* It stands in the history as what it was, and stays. */
static void
test_an_erasure_is_one (Shop         *shop,
                        gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) acts = NULL;
  g_autoptr(GPtrArray) cleared = NULL;
  g_autoptr(DaybookOutcome) named = NULL;
  g_autoptr(DaybookOutcome) newest = NULL;
  const DaybookAct *act;

  daybook_store_set_agent (shop->book.store, &shop->agents[DAYBOOK_ROLE_OWNER]);
  cleared = daybook_store_erase (shop->book.store, &shop->customer, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  acts = daybook_reader_history (daybook_store_get_reader (shop->book.store), NULL, NULL, 0, 1, &error);
  g_assert_no_error (error);
  act = g_ptr_array_index (acts, 0);
  g_assert_cmpint (act->kind, ==, DAYBOOK_ACT_ERASE);
  g_assert_true (act->stays);

  named = daybook_store_undo (shop->book.store, &act->id, &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_clear_error (&error);
  newest = daybook_store_undo (shop->book.store, NULL, NULL);
  g_assert_false (newest != NULL && g_str_equal (newest->title, act->title));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Shop *shop, gconstpointer data);
  } TESTS[] = {
    { "/rights/each-role-and-act", test_each_role_and_act },
    { "/rights/nothing-of-a-refused-edit", test_nothing_of_a_refused_edit },
    { "/rights/undo-takes-the-same", test_undo_takes_the_same },
    { "/rights/own-act-is-undone-off-shift", test_own_act_is_undone_off_shift },
    { "/rights/undo-of-a-colleagues-shift", test_undo_of_a_colleagues_shift },
    { "/rights/undo-of-what-a-colleague-settled", test_undo_of_what_a_colleague_settled },
    { "/rights/undo-of-a-grade-not-given", test_undo_of_a_grade_not_given },
    { "/rights/how-long-looks-are-kept", test_how_long_looks_are_kept },
    { "/rights/what-is-seen", test_what_is_seen },
    { "/rights/what-hangs-on-a-case", test_what_hangs_on_a_case },
    { "/rights/reveals", test_reveals },
    { "/rights/the-quota-is-of-the-look", test_the_quota_is_of_the_look },
    { "/rights/failures-survive-a-restart", test_failures_survive_a_restart },
    { "/rights/history-hides-the-pin", test_history_hides_the_pin },
    { "/rights/only-the-owner-erases", test_only_the_owner_erases },
    { "/rights/an-erasure-is-one", test_an_erasure_is_one },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add (TESTS[i].path, Shop, NULL, set_up, TESTS[i].run, tear_down);
  return g_test_run ();
}
