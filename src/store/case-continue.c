/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-continue.h"

#include "core/case-draft.h"
#include "core/case-parts.h"
#include "core/register-money.h"
#include "store/case-money.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* What every case has and goes along. */
static const guint COMMON[] = {
  DAYBOOK_CASE_SHOP, DAYBOOK_CASE_SUBJECT, DAYBOOK_CASE_CONTENT, DAYBOOK_CASE_CHANNEL, DAYBOOK_CASE_ORDER, DAYBOOK_CASE_CUSTOMER,
  DAYBOOK_CASE_NAME, DAYBOOK_CASE_CONTACT, DAYBOOK_CASE_PLATFORM, DAYBOOK_CASE_PLATFORM_NUMBER, DAYBOOK_CASE_PLATFORM_DEADLINE,
  DAYBOOK_CASE_PRIORITY, DAYBOOK_CASE_OWNER, DAYBOOK_CASE_HANDLER, DAYBOOK_CASE_NEED, DAYBOOK_CASE_EXPECTED_AT, DAYBOOK_CASE_PROMISED_AT,
  DAYBOOK_CASE_CURRENCY, DAYBOOK_CASE_TAGS,
};

/* --- Whether ---------------------------------------------------------------------- */

gboolean
daybook_case_leads_to (DaybookRegister *definition,
                       const char      *into)
{
  const char *const *keys = (const char *const *) daybook_register_get_outcomes (definition)->into;

  return keys != NULL && g_strv_contains (keys, into);
}

/* The stage to which the case goes by it; -1: it stays where it is. */
static int
end_of (DaybookRegister  *definition,
        const DaybookRow *row)
{
  const char *stage = daybook_register_get_outcomes (definition)->stage;

  return stage == NULL || daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT) ? -1 : daybook_register_find_stage (definition, stage);
}

gboolean
daybook_case_can_continue (DaybookRegister  *definition,
                           const DaybookRow *row)
{
  int from = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  int to = end_of (definition, row);

  return daybook_register_get_outcomes (definition)->into != NULL && !daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO)
         && (to < 0 || from < 0 || daybook_register_may_move (definition, (guint) from, (guint) to));
}

static gboolean
check (DaybookRegister   *definition,
       const DaybookRow  *row,
       DaybookRegister   *into,
       GError           **error)
{
  int from = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  g_autofree char *sentence = NULL;

  if (!daybook_case_leads_to (definition, daybook_register_get_key (into)))
    sentence = g_strdup_printf (_("A case of “%s” is not continued as “%s”."), daybook_register_get_title (definition),
                                daybook_register_get_label (into));
  else if (!daybook_case_can_continue (definition, row))
    sentence = g_strdup_printf (_("From “%s” a case is not continued in another register: money or goods are on their way."),
                                from >= 0 ? daybook_register_get_stage (definition, (guint) from)->label : "");
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* --- The new one -------------------------------------------------------------------- */

static void
take (DaybookCaseDraft *draft,
      guint             to,
      const DaybookRow *row,
      guint             from)
{
  if (daybook_row_has (row, from))
    daybook_case_draft_set (draft, to, daybook_value_copy (&row->values[from]));
}

static gboolean
plays_part (const DaybookRegisterMoney *money,
            const DaybookRegisterClaim *claim,
            const char                 *name)
{
  return g_strcmp0 (money->refund, name) == 0 || g_strcmp0 (money->compensation, name) == 0
         || g_strcmp0 (claim->amount, name) == 0 || g_strcmp0 (claim->paid, name) == 0;
}

/* Money is promised and claimed once: where the old case goes on, or has paid, it keeps that. */
static gboolean
goes_along (DaybookRegister            *definition,
            const DaybookRegisterField *own,
            const DaybookRegisterField *theirs,
            gboolean                    with_money)
{
  return theirs != NULL && theirs->input == own->input && !own->retired && own->input != DAYBOOK_INPUT_LINK
         && (with_money || !plays_part (daybook_register_get_money (definition), daybook_register_get_claim (definition), own->key));
}

static gboolean
has_words (const DaybookRegisterField *own,
           const char                 *said)
{
  g_auto(GStrv) words = g_strsplit (said, own->input == DAYBOOK_INPUT_CHOICES ? " " : "\n", -1);

  for (char **word = words; own->choices != NULL && *word != NULL; word++)
    if (daybook_option_find (own->choices, *word) == NULL)
      return FALSE;

  return TRUE;
}

/* Fields of the same name and type are the same thing. */
static void
take_own (DaybookCaseDraft           *draft,
          const DaybookRegisterField *own,
          const DaybookRow           *row)
{
  const DaybookTable *table = daybook_case_draft_row (draft)->table;
  g_autofree char *courier = g_strconcat (own->key, DAYBOOK_COURIER_SUFFIX, NULL);
  int to = daybook_table_field (table, own->key);
  int from = daybook_table_field (row->table, own->key);

  if (to < 0 || from < 0 || (own->choices != NULL && !has_words (own, daybook_row_text (row, (guint) from))))
    return;

  take (draft, (guint) to, row, (guint) from);
  to = daybook_table_field (table, courier);
  from = daybook_table_field (row->table, courier);
  if (to >= 0 && from >= 0)
    take (draft, (guint) to, row, (guint) from);
}

static void
fill (DaybookCaseDraft *draft,
      DaybookRegister  *definition,
      const DaybookRow *row,
      DaybookRegister  *into,
      gboolean          with_money)
{
  const char *from = daybook_register_get_outcomes (into)->from;

  for (gsize i = 0; i < G_N_ELEMENTS (COMMON); i++)
    take (draft, COMMON[i], row, COMMON[i]);
  if (daybook_option_find (daybook_register_get_reasons (into), daybook_row_text (row, DAYBOOK_CASE_REASON)) != NULL)
    take (draft, DAYBOOK_CASE_REASON, row, DAYBOOK_CASE_REASON);
  for (guint i = 0; i < daybook_register_get_n_fields (into); i++)
    {
      const DaybookRegisterField *own = daybook_register_get_field (into, i);

      if (goes_along (definition, own, daybook_register_find_field (definition, own->key), with_money))
        take_own (draft, own, row);
    }
  if (from != NULL)
    daybook_case_draft_set (draft, (guint) daybook_table_role (daybook_case_draft_row (draft)->table, from), daybook_value_id (&row->id));
}

static void
copy_parts (DaybookEdit     *edit,
            GPtrArray       *parts,
            const DaybookId *id,
            gint64           now)
{
  for (guint i = 0; i < parts->len; i++)
    daybook_case_part_copy (edit, g_ptr_array_index (parts, i), id, now);
}

static void
link_to (DaybookEdit     *edit,
         const DaybookId *id,
         const DaybookId *old)
{
  DaybookId link;

  daybook_case_link_id (&link, id, old);
  daybook_edit_create (edit, &daybook_case_links, &link);
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_CASE, daybook_value_id (id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_OTHER, daybook_value_id (old));
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_KIND, daybook_value_int (DAYBOOK_LINK_FOLLOWS));
}

/* --- The old one -------------------------------------------------------------------- */

/* "Continued as “Exchange”: the colour is out of stock" */
static char *
name_result (const DaybookRow *row,
             DaybookRegister  *into,
             const char       *why)
{
  /* Translators: %s is one case of another register: “Exchange”. */
  g_autofree char *continued = g_strdup_printf (_("Continued as “%s”"), daybook_register_get_label (into));
  g_autofree char *line = why != NULL && *why != '\0' ? g_strdup_printf ("%s: %s", continued, why) : g_steal_pointer (&continued);

  return daybook_row_text_with (row, DAYBOOK_CASE_RESULT, line);
}

static void
end_old (DaybookEdit      *edit,
         DaybookRegister  *definition,
         const DaybookRow *row,
         DaybookRegister  *into,
         const char       *why,
         const DaybookId  *id,
         gint64            now)
{
  const char *link = daybook_register_get_outcomes (definition)->link;
  int field = daybook_table_role (row->table, link);
  int end = end_of (definition, row);
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (definition, row, now);
  g_autofree char *result = name_result (row, into, why);

  if (field >= 0 && !daybook_row_has (row, (guint) field))
    daybook_case_draft_set (draft, (guint) field, daybook_value_id (id));
  if (end >= 0)
    {
      daybook_case_draft_set (draft, DAYBOOK_CASE_RESULT, daybook_value_text (result));
      daybook_case_draft_move (draft, (guint) end);
    }
  daybook_case_draft_build (draft, NULL, edit);
}

gboolean
daybook_case_continue (DaybookReader     *reader,
                       DaybookEdit       *edit,
                       const DaybookRow  *row,
                       DaybookRegister   *into,
                       const char        *why,
                       gint64             now,
                       DaybookId         *id,
                       GError           **error)
{
  DaybookRegister *definition = daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  g_autoptr(GPtrArray) goods = NULL;
  g_autoptr(GPtrArray) files = NULL;
  gint64 moved;

  if (definition == NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The register “%s” of this case cannot be read."),
                   daybook_row_text (row, DAYBOOK_CASE_REGISTER));
      return FALSE;
    }
  if (!check (definition, row, into, error) || !daybook_reader_case_moved (reader, row, &moved, error))
    return FALSE;
  goods = daybook_reader_parts (reader, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &row->id, error);
  files = goods != NULL ? daybook_reader_parts (reader, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &row->id, error) : NULL;
  if (files == NULL)
    return FALSE;

  g_autoptr(DaybookCaseDraft) draft =
    daybook_case_draft_new (into, daybook_row_ref_id (row, DAYBOOK_CASE_SHOP), daybook_edit_agent (edit), NULL, now);
  const DaybookId *new_id = &daybook_case_draft_row (draft)->id;

  fill (draft, definition, row, into, end_of (definition, row) >= 0 && moved == 0);
  daybook_case_draft_build (draft, NULL, edit);
  copy_parts (edit, goods, new_id, now);
  copy_parts (edit, files, new_id, now);
  link_to (edit, new_id, &row->id);
  end_old (edit, definition, row, into, why, new_id, now);
  *id = *new_id;
  return TRUE;
}
