/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/balance.h"

#include "core/money.h"

#include <glib/gi18n-lib.h>

/* --- Reckoning ------------------------------------------------------------------ */

static const char *
label_of (DaybookRegister *definition,
          const char      *name)
{
  const DaybookRegisterField *field = daybook_register_find_field (definition, name);

  return field != NULL ? field->label : name;
}

static void
add_term (DaybookBalance *balance,
          const char     *label,
          const char     *bearer,
          gint64          amount,
          DaybookBears    bears)
{
  balance->terms[balance->n_terms++] = (DaybookBalanceTerm) { label, bearer, amount, bears };
  if (bears == DAYBOOK_BEARS_ADDS)
    balance->due += amount;
  else if (bears == DAYBOOK_BEARS_TAKES)
    balance->due -= amount;
}

/* A refund that is nothing is shown where it is that from which the others go off. */
static void
add_refund (DaybookBalance             *balance,
            DaybookRegister            *definition,
            const DaybookRegisterMoney *money,
            const DaybookRow           *row)
{
  if (money->refund != NULL)
    add_term (balance, label_of (definition, money->refund), NULL, MAX (0, daybook_row_role_amount (row, money->refund)), DAYBOOK_BEARS_ADDS);
  if (money->compensation != NULL)
    add_term (balance, label_of (definition, money->compensation), NULL,
              MAX (0, daybook_row_role_amount (row, money->compensation)), DAYBOOK_BEARS_ADDS);
}

static gboolean
has_word (char       **words,
          const char  *word)
{
  return words != NULL && g_strv_contains ((const char *const *) words, word);
}

/* An amount of nothing meets nobody. */
static DaybookBears
bears_of (const DaybookMoneyPart *part,
          const char             *word,
          gint64                  amount)
{
  if (*word == '\0')
    return amount != 0 ? DAYBOOK_BEARS_UNSAID : DAYBOOK_BEARS_OTHERS;

  return has_word (part->takes, word) ? DAYBOOK_BEARS_TAKES
         : has_word (part->gives, word) ? DAYBOOK_BEARS_ADDS : DAYBOOK_BEARS_OTHERS;
}

static void
add_part (DaybookBalance         *balance,
          DaybookRegister        *definition,
          const DaybookMoneyPart *part,
          const DaybookRow       *row)
{
  const DaybookRegisterField *by = daybook_register_find_field (definition, part->by);
  int field = daybook_table_role (row->table, part->by);
  const char *word = field >= 0 ? daybook_row_text (row, (guint) field) : "";
  const DaybookOption *option = by != NULL ? daybook_option_find (by->choices, word) : NULL;
  gint64 amount = MAX (0, daybook_row_role_amount (row, part->amount));

  add_term (balance, label_of (definition, part->amount), option != NULL ? option->label : NULL, amount, bears_of (part, word, amount));
}

/* Whether the refund is still to be decided on. */
static gboolean
is_open (const DaybookRegisterMoney *money,
         const DaybookRow           *row)
{
  int refund = daybook_table_role (row->table, money->refund);
  int compensation = daybook_table_role (row->table, money->compensation);

  return (refund >= 0 || compensation >= 0)
         && (refund < 0 || !daybook_row_has (row, (guint) refund))
         && (compensation < 0 || !daybook_row_has (row, (guint) compensation));
}

static gboolean
is_same_way (gint64 a,
             gint64 b)
{
  return (a > 0 && b > 0) || (a < 0 && b < 0);
}

static DaybookBalanceState
judge (const DaybookBalance *balance,
       gboolean              open,
       gboolean              closed)
{
  gboolean any = FALSE;

  for (guint i = 0; i < balance->n_terms; i++)
    any |= balance->terms[i].amount != 0;
  if (closed && balance->moved == 0)
    return any ? DAYBOOK_BALANCE_LET_GO : DAYBOOK_BALANCE_NOTHING;
  if (open && (any || balance->moved != 0))
    return DAYBOOK_BALANCE_OPEN;
  if (balance->due == 0 && balance->moved == 0)
    return DAYBOOK_BALANCE_NOTHING;
  if (balance->left == 0)
    return DAYBOOK_BALANCE_SETTLED;
  if (!is_same_way (balance->left, balance->due))
    return DAYBOOK_BALANCE_TOO_MUCH;
  if (is_same_way (balance->moved, balance->due))
    return DAYBOOK_BALANCE_PARTLY;
  return balance->due > 0 ? DAYBOOK_BALANCE_TO_PAY : DAYBOOK_BALANCE_OWED;
}

void
daybook_balance_reckon (DaybookBalance   *balance,
                        DaybookRegister  *definition,
                        const DaybookRow *row,
                        gint64            moved)
{
  const DaybookRegisterMoney *money = daybook_register_get_money (definition);

  *balance = (DaybookBalance) { .moved = moved };
  add_refund (balance, definition, money, row);
  for (guint i = 0; i < money->parts->len; i++)
    add_part (balance, definition, g_ptr_array_index (money->parts, i), row);
  balance->left = balance->due - moved;
  balance->state = judge (balance, is_open (money, row), daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT));
}

const char *
daybook_balance_word (DaybookBalanceState state)
{
  static const char *const WORDS[] = { "nothing", "open", "to_pay", "owed", "partly", "settled", "too_much", "let_go" };

  return WORDS[state];
}

const char *
daybook_balance_name (DaybookBalanceState state)
{
  switch (state)
    {
    case DAYBOOK_BALANCE_OPEN:
      return _("Not decided");
    case DAYBOOK_BALANCE_TO_PAY:
      return _("To be paid");
    case DAYBOOK_BALANCE_OWED:
      return _("Owed to us");
    case DAYBOOK_BALANCE_PARTLY:
      return _("Partly");
    case DAYBOOK_BALANCE_SETTLED:
      return _("Settled");
    case DAYBOOK_BALANCE_TOO_MUCH:
      return _("Too much");
    case DAYBOOK_BALANCE_LET_GO:
      return _("Ended without money");
    case DAYBOOK_BALANCE_NOTHING:
    default:
      return _("No money");
    }
}

gint64
daybook_balance_owed (const DaybookBalance *balance)
{
  return balance->state != DAYBOOK_BALANCE_OPEN && balance->state != DAYBOOK_BALANCE_LET_GO && balance->due < 0 && balance->left < 0 ? -balance->left : 0;
}

/* --- Words ---------------------------------------------------------------------- */

/* As it is written in a sum: without a sign of the currency, "−38.00". */
static char *
figure (gint64      amount,
        const char *currency)
{
  g_autofree char *plain = daybook_money_to_string (ABS (amount), currency);

  return g_strconcat (amount < 0 ? "−" : "", plain, NULL);
}

/* What somebody else bears is nothing in the customer's sum. */
static gint64
counted (const DaybookBalanceTerm *term)
{
  return term->bears == DAYBOOK_BEARS_ADDS || term->bears == DAYBOOK_BEARS_TAKES ? term->amount : 0;
}

static gboolean
is_added (const DaybookBalance *balance,
          guint                 i)
{
  return balance->terms[i].bears == DAYBOOK_BEARS_ADDS;
}

char *
daybook_balance_figures (const DaybookBalance *balance,
                         const char           *currency)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *due = figure (balance->due, currency);

  /* One amount is no sum. */
  if (balance->n_terms == 0 || (balance->n_terms == 1 && is_added (balance, 0)))
    return g_steal_pointer (&due);

  /* A sum begins with what goes to the customer. */
  if (!is_added (balance, 0))
    {
      g_autofree char *nothing = figure (0, currency);

      g_string_append (text, nothing);
    }
  for (guint i = 0; i < balance->n_terms; i++)
    {
      g_autofree char *amount = figure (counted (&balance->terms[i]), currency);

      if (text->len > 0)
        g_string_append (text, is_added (balance, i) ? " + " : " − ");
      g_string_append (text, amount);
    }
  g_string_append_printf (text, " = %s", due);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
daybook_balance_explain (const DaybookBalance *balance,
                         const char           *currency)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < balance->n_terms; i++)
    {
      const DaybookBalanceTerm *term = &balance->terms[i];
      g_autofree char *amount = daybook_money_format (term->amount, currency);
      const char *bearer = term->bears == DAYBOOK_BEARS_UNSAID ? _("who bears it is not said") : term->bearer;

      g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "", term->label, amount);
      if (bearer != NULL && term->amount != 0)
        /* Translators: behind an amount: who bears it: “Freight back ¥8.00 (The buyer)”. */
        g_string_append_printf (text, _(" (%s)"), bearer);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Translators, of both: how much was moved and how much is still to be; both are amounts. */
static char *
say_rest (const char *due,
          const char *moved,
          const char *left,
          gboolean    to_customer)
{
  return to_customer ? g_strdup_printf (_("%1$s goes to the customer: %2$s moved, %3$s left."), due, moved, left)
                     : g_strdup_printf (_("%1$s comes from the customer: %2$s came, %3$s is still owed."), due, moved, left);
}

char *
daybook_balance_say (const DaybookBalance *balance,
                     const char           *currency)
{
  g_autofree char *due = daybook_money_format (ABS (balance->due), currency);
  g_autofree char *moved = daybook_money_format (ABS (balance->moved), currency);
  g_autofree char *left = daybook_money_format (ABS (balance->left), currency);

  switch (balance->state)
    {
    case DAYBOOK_BALANCE_OPEN:
      return balance->moved == 0 ? g_strdup (_("What goes back is not decided yet."))
                                 : g_strdup_printf (_("What goes back is not decided yet, and %s was moved."), moved);
    case DAYBOOK_BALANCE_TO_PAY:
    case DAYBOOK_BALANCE_OWED:
    case DAYBOOK_BALANCE_PARTLY:
      return say_rest (due, moved, left, balance->due > 0);
    case DAYBOOK_BALANCE_SETTLED:
      return balance->due >= 0 ? g_strdup_printf (_("%s went to the customer: settled."), due)
                               : g_strdup_printf (_("%s came from the customer: settled."), due);
    case DAYBOOK_BALANCE_TOO_MUCH:
      return balance->left < 0 ? g_strdup_printf (_("%s too much went to the customer."), left)
                               : g_strdup_printf (_("%s too much came from the customer."), left);
    case DAYBOOK_BALANCE_LET_GO:
      return g_strdup (_("The case is closed, and no money was written down as moved."));
    case DAYBOOK_BALANCE_NOTHING:
    default:
      return g_strdup (_("No money moves."));
    }
}
