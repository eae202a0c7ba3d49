/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-rule.h"

#include "core/case-hands.h"
#include "core/money.h"
#include "core/register-money.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_autofree char *owned = sentence;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, owned);
  return FALSE;
}

/* --- What is there ------------------------------------------------------------ */

static gboolean
is_filled (const DaybookRow *row,
           guint             field)
{
  const DaybookValue *value = &row->values[field];

  return !daybook_value_is_empty (value)
         && (row->table->fields[field].type != DAYBOOK_TYPE_ENUM || value->number != 0);
}

static gboolean
has_field (DaybookRegister        *definition,
           const DaybookRow       *row,
           const DaybookCaseFacts *facts,
           const char             *name)
{
  const DaybookRegisterField *own = daybook_register_find_field (definition, name);

  if (own != NULL && own->input == DAYBOOK_INPUT_LINES)
    return facts->n_lines > 0;
  if (own != NULL && own->input == DAYBOOK_INPUT_PHOTOS)
    return facts->n_photos > 0;

  int field = daybook_table_field (row->table, name);
  return field >= 0 && is_filled (row, (guint) field);
}

static gboolean
is_met (DaybookRegister          *definition,
        const DaybookRequirement *requirement,
        const DaybookRow         *row,
        const DaybookCaseFacts   *facts)
{
  if (!daybook_when_holds (&requirement->when, row))
    return TRUE;

  for (char **field = requirement->fields; *field != NULL; field++)
    if (has_field (definition, row, facts, *field))
      return TRUE;

  return FALSE;
}

GPtrArray *
daybook_case_missing (DaybookRegister        *definition,
                      guint                   stage,
                      const DaybookRow       *row,
                      const DaybookCaseFacts *facts)
{
  GPtrArray *required = daybook_register_get_stage (definition, stage)->required;
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < required->len; i++)
    if (!is_met (definition, g_ptr_array_index (required, i), row, facts))
      g_ptr_array_add (missing, g_ptr_array_index (required, i));

  return missing;
}

/* --- Words ---------------------------------------------------------------------- */

static const char *
label_of (DaybookRegister *definition,
          const char      *name)
{
  const DaybookRegisterField *own = daybook_register_find_field (definition, name);
  int field = daybook_table_field (&daybook_cases, name);

  return own != NULL ? own->label : field >= 0 ? _(daybook_cases.fields[field].label) : name;
}

char *
daybook_case_name_requirement (DaybookRegister          *definition,
                               const DaybookRequirement *requirement)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (char **field = requirement->fields; *field != NULL; field++)
    g_string_append_printf (text, "%s%s",
                            /* Translators: between fields of which one is enough: “Customer or Name”. */
                            text->len > 0 ? _(" or ") : "",
                            label_of (definition, *field));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
name_all (DaybookRegister *definition,
          GPtrArray       *requirements)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < requirements->len; i++)
    {
      g_autofree char *name = daybook_case_name_requirement (definition, g_ptr_array_index (requirements, i));

      /* Translators: between the things of a list. */
      g_string_append_printf (text, "%s%s", i > 0 ? _(", ") : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Stages ----------------------------------------------------------------------- */

static int
stage_of (DaybookRegister  *definition,
          const DaybookRow *row)
{
  return daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
}

static gboolean
has_stayed (const DaybookRow *before,
            const DaybookRow *after)
{
  return before != NULL && daybook_value_equal (&before->values[DAYBOOK_CASE_STAGE], &after->values[DAYBOOK_CASE_STAGE]);
}

/* Of a new case the way leads from the start: one that was settled while it was told may be
 * written down as such. */
static gboolean
check_move (DaybookRegister   *definition,
            const DaybookRow  *before,
            const DaybookRow  *after,
            GError           **error)
{
  int from = before != NULL ? stage_of (definition, before) : (int) daybook_register_get_start (definition);
  int to = stage_of (definition, after);

  if (has_stayed (before, after))
    return TRUE;
  if (to < 0)
    return refuse (error, g_strdup_printf (_("“%s” has no stage “%s”."), daybook_register_get_title (definition),
                                           daybook_row_text (after, DAYBOOK_CASE_STAGE)));
  /* From a stage that the register no longer has, every one can be reached. */
  if (from < 0 || from == to || daybook_register_may_move (definition, (guint) from, (guint) to))
    return TRUE;

  return refuse (error, g_strdup_printf (_("From “%s” a case does not go to “%s”."),
                                         daybook_register_get_stage (definition, (guint) from)->label,
                                         daybook_register_get_stage (definition, (guint) to)->label));
}

/* What a stage demands is there when a case comes to it, and is not taken away while it is
 * there. */
static gboolean
check_required (DaybookRegister         *definition,
                const DaybookRow        *before,
                const DaybookRow        *after,
                const DaybookCaseFacts  *facts,
                GError                 **error)
{
  int place = stage_of (definition, after);
  guint stage = (guint) MAX (0, place);
  g_autoptr(GPtrArray) missing = place >= 0 ? daybook_case_missing (definition, stage, after, facts) : g_ptr_array_new ();

  DaybookCaseFacts were = *facts;

  were.n_lines = facts->lines_before;
  were.n_photos = facts->photos_before;
  for (guint i = missing->len; has_stayed (before, after) && i > 0; i--)
    if (!is_met (definition, g_ptr_array_index (missing, i - 1), before, &were))
      g_ptr_array_remove_index (missing, i - 1);
  if (missing->len == 0)
    return TRUE;

  g_autofree char *names = name_all (definition, missing);
  /* Translators: a stage, and the fields that are not filled in: “Received” needs: Condition, What comes back. */
  return refuse (error, g_strdup_printf (_("“%s” needs: %s."), daybook_register_get_stage (definition, stage)->label, names));
}

/* --- Handing on (AS-04, AS-05) ------------------------------------------------------- */

static gboolean
is_same_ref (const DaybookRow *a,
             const DaybookRow *b,
             guint             field)
{
  return a != NULL && daybook_value_equal (&a->values[field], &b->values[field]);
}

static gboolean
check_handing (DaybookRegister         *definition,
               const DaybookRow        *before,
               const DaybookRow        *after,
               const DaybookCaseFacts  *facts,
               GError                 **error)
{
  if (!daybook_row_has (after, DAYBOOK_CASE_HANDLER) || is_same_ref (before, after, DAYBOOK_CASE_HANDLER)
      || daybook_value_equal (&after->values[DAYBOOK_CASE_HANDLER], &after->values[DAYBOOK_CASE_OWNER]))
    return TRUE;

  if (!daybook_register_may_assign (definition, facts->handler_role))
    return refuse (error, g_strdup_printf (_("Cases of “%s” are not given to people of this role. Choose somebody else."),
                                           daybook_register_get_title (definition)));
  if (is_filled (after, DAYBOOK_CASE_NEED) && is_filled (after, DAYBOOK_CASE_EXPECTED_AT))
    return TRUE;

  return refuse (error, g_strdup (_("Whoever is given a case is told what is required, and by when it is expected.")));
}

/* --- The result (AS-07) ------------------------------------------------------------------ */

/* A second pair of eyes: whoever found the result does not say that it is right. */
static gboolean
check_review (const DaybookRow        *before,
              const DaybookRow        *after,
              const DaybookCaseFacts  *facts,
              GError                 **error)
{
  gint64 review = daybook_row_int (after, DAYBOOK_CASE_RESULT_REVIEW);
  gint64 was = before != NULL ? daybook_row_int (before, DAYBOOK_CASE_RESULT_REVIEW) : DAYBOOK_RESULT_NONE;

  if (review == was || (review != DAYBOOK_RESULT_ACCEPTED && review != DAYBOOK_RESULT_SENT_BACK)
      || daybook_case_may_review (after, &facts->agent))
    return TRUE;

  return refuse (error, g_strdup (_("Whoever handled the case does not review the result: its owner does, or somebody else.")));
}

/* --- Closing ---------------------------------------------------------------------------- */

DaybookAsks
daybook_case_unanswered (DaybookRegister  *definition,
                         guint             stage,
                         const DaybookRow *row)
{
  DaybookAsks asks = daybook_register_get_stage (definition, stage)->asks;
  gboolean causes = daybook_register_get_causes (definition)->len > 0;

  if (is_filled (row, DAYBOOK_CASE_RESULT))
    asks &= ~DAYBOOK_ASKS_RESULT;
  if (is_filled (row, DAYBOOK_CASE_CAUSE) || !causes)
    asks &= ~DAYBOOK_ASKS_CAUSE;
  if (is_filled (row, DAYBOOK_CASE_TOLD))
    asks &= ~DAYBOOK_ASKS_TOLD;
  /* Who was not told cannot say. */
  if (is_filled (row, DAYBOOK_CASE_SATISFIED) || daybook_row_int (row, DAYBOOK_CASE_TOLD) == DAYBOOK_ANSWER_NO)
    asks &= ~DAYBOOK_ASKS_SATISFIED;
  return asks;
}

static char *
name_asks (DaybookAsks asks)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_RESULT, DAYBOOK_CASE_CAUSE, DAYBOOK_CASE_TOLD, DAYBOOK_CASE_SATISFIED };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if ((asks >> i & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", _(daybook_cases.fields[FIELDS[i]].label));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_closing (DaybookRegister   *definition,
               const DaybookRow  *before,
               const DaybookRow  *after,
               GError           **error)
{
  int place = stage_of (definition, after);
  guint stage = (guint) MAX (0, place);
  gint64 review = daybook_row_int (after, DAYBOOK_CASE_RESULT_REVIEW);

  if (has_stayed (before, after) || place < 0 || !daybook_register_get_stage (definition, stage)->ends)
    return TRUE;
  if (review == DAYBOOK_RESULT_TO_REVIEW || review == DAYBOOK_RESULT_SENT_BACK)
    return refuse (error, g_strdup (_("The result is still to be reviewed: accept it before the case is closed.")));

  DaybookAsks asks = daybook_case_unanswered (definition, stage, after);
  if (asks == DAYBOOK_ASKS_NOTHING)
    return TRUE;

  g_autofree char *names = name_asks (asks);
  return refuse (error, g_strdup_printf (_("Before a case is closed, this is answered: %s."), names));
}

/* --- Money -------------------------------------------------------------------------------- */

/* What is in the trash, merged into another or closed gives nothing back any more, but for what
 * has gone. */
static gboolean
still_pays (const DaybookRow *row)
{
  return row != NULL && daybook_row_int (row, DAYBOOK_CASE_DELETED) == 0 && !daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO)
         && !daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT);
}

static gboolean
check_refund (DaybookRegister         *definition,
              const DaybookRow        *before,
              const DaybookRow        *after,
              const DaybookCaseFacts  *facts,
              GError                 **error)
{
  int field = daybook_table_role (after->table, daybook_register_get_money (definition)->refund);
  const char *currency = daybook_row_text (after, DAYBOOK_CASE_CURRENCY);

  if (field < 0 || after->table->fields[field].type != DAYBOOK_TYPE_MONEY
      || (is_same_ref (before, after, (guint) field) && is_same_ref (before, after, DAYBOOK_CASE_ORDER)
          && is_same_ref (before, after, DAYBOOK_CASE_CURRENCY)
          && (still_pays (before) || !still_pays (after))))
    return TRUE;

  gint64 refund = daybook_row_int (after, (guint) field);
  if (refund < 0)
    return refuse (error, g_strdup (_("An amount that goes back to the customer is not below zero.")));
  if (refund == 0 || !facts->paid_known || refund <= facts->paid - facts->elsewhere)
    return TRUE;

  g_autofree char *wanted = daybook_money_format (refund, currency);
  g_autofree char *paid = daybook_money_format (facts->paid, currency);
  g_autofree char *elsewhere = daybook_money_format (facts->elsewhere, currency);
  if (facts->elsewhere == 0)
    return refuse (error, g_strdup_printf (_("%s cannot go back: %s was paid."), wanted, paid));

  return refuse (error, g_strdup_printf (_("%s cannot go back: %s was paid, and %s of it goes back by other cases."),
                                         wanted, paid, elsewhere));
}

/* --- The same goods twice ------------------------------------------------------------------ */

/* A refund that is lowered, or taken away, gives nothing. */
static gboolean
raises_refund (DaybookRegister  *definition,
               const DaybookRow *before,
               const DaybookRow *after)
{
  const char *refund = daybook_register_get_money (definition)->refund;

  return daybook_row_role_amount (after, refund) > (before != NULL ? daybook_row_role_amount (before, refund) : 0);
}

/* The number of the parcel that goes out is written. */
static gboolean
sends_parcel (DaybookRegister  *definition,
              const DaybookRow *before,
              const DaybookRow *after)
{
  int parcel = daybook_table_role (after->table, daybook_register_get_replaces (definition));

  return parcel >= 0 && daybook_row_has (after, (guint) parcel) && (before == NULL || !daybook_row_has (before, (guint) parcel));
}

DaybookCaseDoes
daybook_case_does (DaybookRegister  *definition,
                   const DaybookRow *before,
                   const DaybookRow *after,
                   gboolean          moves)
{
  gboolean refunds = daybook_register_get_money (definition)->refund != NULL;

  if (refunds && (moves || raises_refund (definition, before, after)))
    return DAYBOOK_CASE_PAYS_BACK;

  return sends_parcel (definition, before, after) ? DAYBOOK_CASE_SENDS : DAYBOOK_CASE_DOES_NEITHER;
}

gboolean
daybook_case_refuse_double (DaybookCaseDoes   does,
                            const char       *other,
                            GError          **error)
{
  /* Translators: %s is the number of another case. */
  return refuse (error, g_strdup_printf (does == DAYBOOK_CASE_PAYS_BACK
    ? _("%s sends other goods for these. Say first that both are meant, and why; else no money goes back.")
    : _("By %s the money for these goods goes back. Say first that both are meant, and why; else nothing is sent."), other));
}

/* --- All of it -------------------------------------------------------------------------------- */

gboolean
daybook_case_check (DaybookRegister         *definition,
                    const DaybookRow        *before,
                    const DaybookRow        *after,
                    const DaybookCaseFacts  *facts,
                    GError                 **error)
{
  return check_move (definition, before, after, error)
         && check_required (definition, before, after, facts, error)
         && check_handing (definition, before, after, facts, error)
         && check_review (before, after, facts, error)
         && check_closing (definition, before, after, error)
         && check_refund (definition, before, after, facts, error);
}

static gboolean
check_standing (DaybookRegister   *definition,
                const DaybookRow  *row,
                GError           **error)
{
  int place = stage_of (definition, row);
  const DaybookStageRule *stage = place >= 0 ? daybook_register_get_stage (definition, (guint) place) : NULL;

  if (stage == NULL || stage->ends == daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT))
    return TRUE;
  if (stage->ends)
    return refuse (error, g_strdup_printf (_("It is in “%s”, and would be open again."), stage->label));

  return refuse (error, g_strdup_printf (_("It is in “%s”, and would be closed."), stage->label));
}

gboolean
daybook_case_check_back (DaybookRegister         *definition,
                         const DaybookRow        *before,
                         const DaybookRow        *after,
                         const DaybookCaseFacts  *facts,
                         GError                 **error)
{
  return check_standing (definition, after, error)
         && check_required (definition, before, after, facts, error)
         && check_refund (definition, before, after, facts, error);
}
