/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/word-guard.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/error.h"
#include "core/guarded-word.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/trade-contact.h"
#include "store/guard-resource.h"
#include "store/guard-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/guard/"

/* More than these nobody has, but a reseller's account for all of its customers. */
#define MOST_CONTACTS 100

/* The list that names of colleagues go with: data/guard/colleague.json. */
#define COLLEAGUE "colleague"

static GPtrArray NO_WORDS = { NULL, 0 };

/* --- Lists ------------------------------------------------------------------------------ */

static void
add_shipped (GPtrArray  *lists,
             const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_guard_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  DaybookGuardList *list = bytes != NULL ? daybook_guard_list_parse (g_bytes_get_data (bytes, NULL), name, &error) : NULL;

  /* It is ours: a test reads each of them. */
  if (error != NULL)
    g_warning ("%s", error->message);
  if (list != NULL)
    g_ptr_array_add (lists, list);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of a word that two lists have the first list is told: it is the same one everywhere. */
static GPtrArray *
read_shipped (void)
{
  g_auto(GStrv) names = g_resource_enumerate_children (daybook_guard_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *lists = g_ptr_array_new ();

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (char **name = names; *name != NULL; name++)
    add_shipped (lists, *name);
  return lists;
}

GPtrArray *
daybook_guard_shipped (void)
{
  static GPtrArray *lists = NULL;

  if (g_once_init_enter (&lists))
    g_once_init_leave (&lists, read_shipped ());
  return lists;
}

/* One that the shop does without has no words; its name remains for the shop's own words of that rule. */
static GPtrArray *
read_used (DaybookReader *reader)
{
  GPtrArray *shipped = daybook_guard_shipped (), *lists = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < shipped->len; i++)
    {
      DaybookGuardList *list = g_memdup2 (g_ptr_array_index (shipped, i), sizeof *list);

      if (!daybook_reader_guard_rule_is_on (reader, list->rule))
        list->words = &NO_WORDS;
      g_ptr_array_add (lists, list);
    }
  return lists;
}

/* --- Whom the shop calls itself ------------------------------------------------------------- */

/* Fewer digits are no number that anybody could be called by. */
#define LEAST_DIGITS 7

/* The number without an extension or a remark: "021-5555 1234 ext. 8" begins with one. (transfer full) */
static char *
take_number (const char *phone)
{
  gsize length = strspn (phone, "+0123456789 -()");

  return g_strchomp (g_strndup (phone, length));
}

static char *
take_digits (const char *number)
{
  GString *digits = g_string_new (NULL);

  for (const char *at = number; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  return g_string_free (digits, FALSE);
}

static void
guard_text (GArray    *own,
            GPtrArray *texts,
            char      *text)
{
  const DaybookGuardOwn word = {
    .text = text, .rule = DAYBOOK_GUARD_CONTACT, .why = _("A number of the shop’s own contacts: customers are not given it."),
  };

  g_ptr_array_add (texts, text);
  g_array_append_val (own, word);
}

/* As it is written there, and in digits alone (CF-04). */
static void
guard_contact (GArray           *own,
               GPtrArray        *texts,
               const DaybookRow *contact)
{
  char *number = take_number (daybook_row_text (contact, DAYBOOK_TRADE_CONTACT_PHONE));
  g_autofree char *digits = take_digits (number);
  gboolean is_number = strlen (digits) >= LEAST_DIGITS;

  if (is_number && !g_str_equal (digits, number))
    guard_text (own, texts, g_steal_pointer (&digits));
  if (is_number)
    guard_text (own, texts, number);
  else
    g_free (number);
}

static gboolean
guard_trade (DaybookReader  *reader,
             GArray         *own,
             GPtrArray      *texts,
             GError        **error)
{
  g_autoptr(GPtrArray) contacts = daybook_reader_all (reader, &daybook_trade_contacts, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    if (daybook_row_has (g_ptr_array_index (contacts, i), DAYBOOK_TRADE_CONTACT_PHONE))
      guard_contact (own, texts, g_ptr_array_index (contacts, i));
  return contacts != NULL;
}

/* Colleagues are known to customers by their codes (CF-04). What of a name is too short to be looked for is left out. */
static gboolean
add_names (GPtrArray *agents,
           GArray    *own)
{
  for (guint i = 0; agents != NULL && i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);
      const char *code = daybook_row_text (agent, DAYBOOK_AGENT_CODE);
      const DaybookGuardOwn word = {
        .text = daybook_row_text (agent, DAYBOOK_AGENT_NAME),
        .rule = COLLEAGUE,
        .instead = *code != '\0' ? code : NULL,
        .why = _("Customers know who works here by their codes, not by their names."),
      };

      g_array_append_val (own, word);
    }

  return agents != NULL;
}

DaybookGuard *
daybook_reader_guard (DaybookReader  *self,
                      GError        **error)
{
  g_autoptr(GPtrArray) lists = read_used (self);
  g_autoptr(GPtrArray) rows = daybook_reader_all (self, &daybook_guarded_words, error);
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (DaybookGuardOwn));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean names = daybook_reader_guard_rule_is_on (self, DAYBOOK_GUARD_NAMES);
  g_autoptr(GPtrArray) agents = names && rows != NULL ? daybook_reader_all (self, &daybook_agents, error) : NULL;

  if (rows == NULL || (names && !add_names (agents, own)))
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      DaybookGuardOwn word;

      if (daybook_guarded_word_read (g_ptr_array_index (rows, i), &word))
        g_array_append_val (own, word);
    }

  return guard_trade (self, own, texts, error) ? daybook_guard_new (lists, (const DaybookGuardOwn *) (void *) own->data, own->len) : NULL;
}

/* --- Contacts --------------------------------------------------------------------------- */

static void
add_text (GStrvBuilder     *contacts,
          const DaybookRow *row,
          guint             field)
{
  const char *text = daybook_row_text (row, field);

  if (text != NULL && *text != '\0')
    g_strv_builder_add (contacts, text);
}

/* The texts in `field` of the customer's parts. */
static gboolean
add_parts (DaybookReader       *reader,
           GStrvBuilder        *contacts,
           const DaybookTable  *table,
           guint                owner,
           guint                field,
           const DaybookId     *customer,
           GError             **error)
{
  g_autoptr(GPtrArray) parts = daybook_reader_some_parts (reader, table, owner, customer, DAYBOOK_PARTS_LAST, MOST_CONTACTS, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_text (contacts, g_ptr_array_index (parts, i), field);
  return parts != NULL;
}

/* Shops abroad know their customers by an e-mail address, which is their account. */
static gboolean
add_customer (DaybookReader    *reader,
              GStrvBuilder     *contacts,
              const DaybookId  *customer,
              GError          **error)
{
  return customer == NULL
         || (add_parts (reader, contacts, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, DAYBOOK_CONTACT_VALUE, customer, error)
             && add_parts (reader, contacts, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, DAYBOOK_HANDLE_ACCOUNT, customer, error));
}

static gboolean
add_order (DaybookReader     *reader,
           GStrvBuilder      *contacts,
           const DaybookRow  *order,
           GError           **error)
{
  add_text (contacts, order, DAYBOOK_ORDER_PHONE);
  add_text (contacts, order, DAYBOOK_ORDER_EMAIL);
  return add_customer (reader, contacts, daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER), error);
}

static gboolean
add_case (DaybookReader     *reader,
          GStrvBuilder      *contacts,
          const DaybookRow  *row,
          GError           **error)
{
  const DaybookId *id = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  g_autoptr(DaybookRow) order = id != NULL ? daybook_reader_find (reader, &daybook_orders, id, error) : NULL;

  add_text (contacts, row, DAYBOOK_CASE_CONTACT);
  return (id == NULL || (order != NULL && add_order (reader, contacts, order, error)))
         && add_customer (reader, contacts, daybook_row_ref_id (row, DAYBOOK_CASE_CUSTOMER), error);
}

static gboolean
add_of (DaybookReader     *reader,
        GStrvBuilder      *contacts,
        const DaybookRow  *row,
        GError           **error)
{
  const DaybookTable *table = daybook_table_base (row->table);

  if (table == &daybook_orders)
    return add_order (reader, contacts, row, error);
  if (table == &daybook_cases)
    return add_case (reader, contacts, row, error);
  if (table == &daybook_customers)
    return add_customer (reader, contacts, &row->id, error);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Only an order, a case or a customer has contacts."));
  return FALSE;
}

char **
daybook_reader_contacts_of (DaybookReader     *self,
                            const DaybookRow  *row,
                            GError           **error)
{
  g_autoptr(GStrvBuilder) contacts = g_strv_builder_new ();

  return add_of (self, contacts, row, error) ? g_strv_builder_end (contacts) : NULL;
}
