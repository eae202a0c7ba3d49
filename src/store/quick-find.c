/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/quick-find.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/han.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/parcel-find.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  MOST_CUSTOMERS = 20, /* that are looked at for one word */
  MOST_WORDS = 8,      /* of a line, that may be a customer's name */
  LONGEST_NAME = 60,   /* in bytes */
};

DaybookQuickChip *
daybook_quick_chip_new (const DaybookQuickPart *part)
{
  DaybookQuickChip *chip = g_new0 (DaybookQuickChip, 1);

  chip->kind = part->kind;
  chip->from = part->from;
  chip->to = part->to;
  chip->text = g_strdup (part->text);
  return chip;
}

void
daybook_quick_chip_free (DaybookQuickChip *chip)
{
  g_free (chip->text);
  g_free (chip->label);
  g_free (chip->remark);
  g_free (chip);
}

/* Takes over `label`. */
static void
resolve (DaybookQuickChip *chip,
         char             *label)
{
  chip->resolved = TRUE;
  chip->label = label;
}

static void
remark (DaybookQuickChip *chip,
        const char       *sentence)
{
  g_free (chip->remark);
  chip->remark = g_strdup (sentence);
}

/* --- Orders ------------------------------------------------------------------------------ */

static char *
shops_of (DaybookReader *reader,
          GPtrArray     *orders)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const DaybookId *id = daybook_row_ref_id (g_ptr_array_index (orders, i), DAYBOOK_ORDER_SHOP);
      g_autoptr(DaybookRow) shop = id != NULL ? daybook_reader_find (reader, &daybook_shops, id, NULL) : NULL;

      g_string_append_printf (list, "%s%s", i > 0 ? _(", ") : "", shop != NULL ? daybook_row_text (shop, DAYBOOK_SHOP_NAME) : "?");
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
take_order (DaybookQuickPlan *plan,
            DaybookQuickChip *chip,
            DaybookRow       *order)
{
  if (plan->order != NULL)
    {
      remark (chip, _("There is one order already; this stays among the words."));
      return;
    }

  plan->order = daybook_row_ref (order);
  /* Translators: of a word that was typed; %s is an order's number. */
  resolve (chip, g_strdup_printf (_("Order %s"), daybook_row_text (order, DAYBOOK_ORDER_NUMBER)));
}

gboolean
daybook_quick_find_order (DaybookReader     *reader,
                          DaybookQuickPlan  *plan,
                          DaybookQuickChip  *chip,
                          const char        *number,
                          GError           **error)
{
  g_autoptr(GPtrArray) orders = daybook_reader_orders_numbered (reader, number, error);

  if (orders == NULL)
    return FALSE;
  if (orders->len == 1)
    take_order (plan, chip, g_ptr_array_index (orders, 0));
  else if (orders->len > 1)
    {
      g_autofree char *shops = shops_of (reader, orders);
      /* Translators: %s lists the names of shops. */
      g_autofree char *sentence = g_strdup_printf (_("Several shops have an order of this number (%s); it stays among the words."), shops);

      remark (chip, sentence);
    }
  else
    remark (chip, _("No order has this number; it stays among the words."));
  return TRUE;
}

/* An order's parcel; whatever it is, the number stays among the words: it says which. */
gboolean
daybook_quick_find_parcel (DaybookReader     *reader,
                           DaybookQuickPlan  *plan,
                           DaybookQuickChip  *chip,
                           const char        *number,
                           GError           **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookParcelFind) find = daybook_reader_find_parcel (reader, number, &local);

  if (find == NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (find == NULL || find->orders->len == 0)
    remark (chip, _("No order has a parcel of this number; it stays among the words."));
  else if (find->orders->len > 1)
    remark (chip, _("Several orders have this parcel; it stays among the words."));
  else
    take_order (plan, chip, g_ptr_array_index (find->orders, 0));
  return TRUE;
}

gboolean
daybook_quick_find_case (DaybookReader     *reader,
                         DaybookQuickPlan  *plan,
                         DaybookQuickChip  *chip,
                         const char        *number,
                         GError           **error)
{
  gint64 key = daybook_reader_case_numbered (reader, number, error);
  g_autoptr(DaybookRow) row = key > 0 ? daybook_reader_row (reader, &daybook_cases, key, error) : NULL;

  if (key < 0 || (key > 0 && row == NULL))
    return FALSE;
  if (row == NULL || daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0)
    remark (chip, _("There is no case of this number; it stays among the words."));
  else if (daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
    remark (chip, _("This case was merged into another one; it stays among the words."));
  else if (plan->definition != NULL || plan->of_case != NULL)
    remark (chip, _("Only a task is about a case, and about one; this stays among the words."));
  else
    {
      plan->of_case = g_steal_pointer (&row);
      /* Translators: of a word that was typed; %s is a case's number. */
      resolve (chip, g_strdup_printf (_("Case %s"), number));
    }
  return TRUE;
}

/* --- People --------------------------------------------------------------------------------- */

static gboolean
is_same (const char *text,
         const char *folded)
{
  g_autofree char *other = text != NULL ? daybook_han_fold (text) : NULL;

  return other != NULL && g_str_equal (g_strstrip (other), folded);
}

static gboolean
begins_with (const char *text,
             const char *folded)
{
  g_autofree char *other = daybook_han_fold (text);

  return g_str_has_prefix (other, folded);
}

/* By code or name, else the only one whose name begins so. */
static const DaybookRow *
pick_agent (GPtrArray  *agents,
            const char *name)
{
  g_autofree char *folded = daybook_han_fold (name);
  const DaybookRow *begun = NULL;
  guint n_begun = 0;

  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (is_same (daybook_row_text (agent, DAYBOOK_AGENT_CODE), folded) || is_same (daybook_row_text (agent, DAYBOOK_AGENT_NAME), folded))
        return agent;
      if (begins_with (daybook_row_text (agent, DAYBOOK_AGENT_NAME), folded))
        {
          begun = agent;
          n_begun++;
        }
    }

  return n_begun == 1 ? begun : NULL;
}

gboolean
daybook_quick_find_agent (DaybookReader     *reader,
                          DaybookQuickPlan  *plan,
                          DaybookQuickChip  *chip,
                          const char        *name,
                          GError           **error)
{
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, error);
  const DaybookRow *agent = agents != NULL ? pick_agent (agents, name) : NULL;

  if (agents == NULL)
    return FALSE;
  if (agent == NULL)
    remark (chip, _("Nobody in the shop is called so; this stays among the words."));
  else if (plan->agent != NULL)
    remark (chip, _("There is somebody already; this stays among the words."));
  else if (plan->definition != NULL && !daybook_register_may_assign (plan->definition, (DaybookRole) daybook_row_int (agent, DAYBOOK_AGENT_ROLE)))
    remark (chip, _("People of this role are not given cases of this register; this stays among the words."));
  else
    {
      plan->agent = daybook_row_ref ((DaybookRow *) agent);
      resolve (chip, g_strdup (daybook_row_text (agent, DAYBOOK_AGENT_NAME)));
    }
  return TRUE;
}

/* --- Customers -------------------------------------------------------------------------------- */

/* Whether it is their name, or the nick of one of their accounts; `mask` says which. */
static gboolean
is_called (DaybookReader    *reader,
           const DaybookRow *customer,
           const char       *folded,
           DaybookMask      *mask)
{
  g_autoptr(GPtrArray) handles = NULL;

  *mask = DAYBOOK_MASK_NAME;
  if (is_same (daybook_row_text (customer, DAYBOOK_CUSTOMER_NAME), folded))
    return TRUE;

  *mask = DAYBOOK_MASK_ACCOUNT;
  handles = daybook_reader_parts (reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &customer->id, NULL);
  for (guint i = 0; handles != NULL && i < handles->len; i++)
    if (is_same (daybook_row_text (g_ptr_array_index (handles, i), DAYBOOK_HANDLE_ACCOUNT), folded))
      return TRUE;

  return FALSE;
}

/* Who is called so, whom the search finds: (element-type DaybookRow) (transfer full) */
static GPtrArray *
find_called (DaybookReader  *reader,
             const char     *name,
             DaybookMask    *mask,
             GError        **error)
{
  g_autofree char *folded = daybook_han_fold (name);
  g_autoptr(GArray) keys = daybook_reader_search (reader, &daybook_customers, name, MOST_CUSTOMERS, error);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  DaybookMask as = DAYBOOK_MASK_NAME;

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_customers, g_array_index (keys, gint64, i), NULL);

      if (row == NULL || daybook_row_int (row, DAYBOOK_CUSTOMER_DELETED) != 0 || daybook_row_has (row, DAYBOOK_CUSTOMER_MERGED_INTO)
          || !is_called (reader, row, folded, &as))
        continue;
      *mask = as;
      g_ptr_array_add (found, g_steal_pointer (&row));
    }

  return keys != NULL ? g_steal_pointer (&found) : NULL;
}

/* The order says whose it is: of several of that name it is theirs. */
static DaybookRow *
pick_customer (const DaybookQuickPlan *plan,
               GPtrArray              *found)
{
  const DaybookId *owner = plan->order != NULL ? daybook_row_ref_id (plan->order, DAYBOOK_ORDER_CUSTOMER) : NULL;

  for (guint i = 0; owner != NULL && i < found->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (found, i);

      if (daybook_id_equal (&row->id, owner))
        return row;
    }

  return found->len == 1 && owner == NULL ? g_ptr_array_index (found, 0) : NULL;
}

static void
judge_customers (DaybookQuickPlan *plan,
                 DaybookQuickChip *chip,
                 GPtrArray        *found,
                 const char       *name,
                 DaybookMask       mask)
{
  DaybookRow *row = pick_customer (plan, found);

  if (row == NULL && found->len > 1)
    remark (chip, _("Several customers are called so; this stays among the words."));
  else if (row == NULL)
    remark (chip, _("The order is somebody else’s; this stays among the words."));
  else
    {
      g_autofree char *shown = daybook_mask (mask, name);

      plan->customer = daybook_row_ref (row);
      /* Translators: of a word that was typed; %s is a name. */
      resolve (chip, g_strdup_printf (_("Customer %s"), shown));
    }
}

/* What stands in the line from the one chip to the other. (transfer full) */
static char *
words_of (const DaybookQuickPlan *plan,
          const DaybookQuickChip *first,
          const DaybookQuickChip *last)
{
  return g_strndup (plan->line + first->from, last->to - first->from);
}

/* Tries the words from `i` on, so many of them. `*done`: they are somebody's name. */
static gboolean
try_words (DaybookReader     *reader,
           DaybookQuickPlan  *plan,
           guint              i,
           guint              n,
           gboolean          *done,
           GError           **error)
{
  DaybookQuickChip *first = g_ptr_array_index (plan->chips, i);
  DaybookQuickChip *last = g_ptr_array_index (plan->chips, i + n - 1);
  g_autofree char *name = words_of (plan, first, last);
  g_autoptr(GPtrArray) found = NULL;
  DaybookMask mask = DAYBOOK_MASK_NAME;

  *done = FALSE;
  /* A single sign is no name that anybody types alone. */
  if (strlen (name) > LONGEST_NAME || g_utf8_strlen (name, -1) < 2)
    return TRUE;
  found = find_called (reader, name, &mask, error);
  if (found == NULL || found->len == 0)
    return found != NULL;

  if (n > 1)
    {
      g_free (first->text);
      first->text = g_strdup (name);
      first->to = last->to;
      g_ptr_array_remove_range (plan->chips, i + 1, n - 1);
    }
  judge_customers (plan, first, found, name, mask);
  *done = plan->customer != NULL;
  return TRUE;
}

static gboolean
is_word (const DaybookQuickPlan *plan,
         guint                   i)
{
  return i < plan->chips->len && ((DaybookQuickChip *) g_ptr_array_index (plan->chips, i))->kind == DAYBOOK_QUICK_WORD;
}

gboolean
daybook_quick_find_customer (DaybookReader     *reader,
                             DaybookQuickPlan  *plan,
                             const char *const *plain,
                             GError           **error)
{
  guint n_tried = 0;

  for (guint i = 0; i < plan->chips->len && n_tried < MOST_WORDS; i++)
    for (guint n = 2; n >= 1 && is_word (plan, i); n--)
      {
        gboolean done = FALSE;

        if (n == 2 && !is_word (plan, i + 1))
          continue;
        g_autofree char *name = words_of (plan, g_ptr_array_index (plan->chips, i), g_ptr_array_index (plan->chips, i + n - 1));
        if (plain != NULL && g_strv_contains (plain, name))
          continue;
        if (!try_words (reader, plan, i, n, &done, error))
          return FALSE;
        n_tried++;
        if (done)
          return TRUE;
      }

  return TRUE;
}
