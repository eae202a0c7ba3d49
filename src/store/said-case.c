/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/said-case.h"

#include "core/case-draft.h"
#include "core/case-parts.h"
#include "core/customer.h"
#include "core/order.h"
#include "store/case-write.h"
#include "store/reach.h"
#include "store/reader.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

static const char *const REGISTERS[DAYBOOK_SAID_N] = { "complaint", "suggestion" };

/* A subject is a line. */
#define MOST_SUBJECT 60

/* --- Whether ----------------------------------------------------------------------------------- */

/* NULL: the shop has none, or does not show it and whoever is at the desk may not change that. Definitions live for good. */
static DaybookRegister *
find_register (DaybookReader   *reader,
               DaybookSaidCase  what,
               gboolean        *shown)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (reader, NULL, NULL);

  for (guint i = 0; registers != NULL && i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (!g_str_equal (daybook_register_get_key (one->definition), REGISTERS[what]))
        continue;
      *shown = one->used;
      return one->used || daybook_reader_may (reader, DAYBOOK_RIGHT_SETTINGS) ? daybook_reader_register (reader, REGISTERS[what]) : NULL;
    }
  return NULL;
}

static gboolean
is_worth_it (DaybookSaidCase          what,
             const DaybookSurveySaid *said)
{
  return what == DAYBOOK_SAID_COMPLAINT ? daybook_survey_is_low (said) : said->opinion != NULL && *said->opinion != '\0';
}

gboolean
daybook_said_case_fits (DaybookReader           *reader,
                        DaybookSaidCase          what,
                        const DaybookSurveySaid *said)
{
  gboolean shown;

  return is_worth_it (what, said) && find_register (reader, what, &shown) != NULL;
}

/* --- Its words ------------------------------------------------------------------------------------ */

static char *
write_subject (DaybookSaidCase          what,
               const DaybookSurveySaid *said)
{
  g_autofree char *line = NULL;

  if (what == DAYBOOK_SAID_COMPLAINT)
    /* Translators: what a complaint is about; an average of stars, with one decimal */
    return g_strdup_printf (_("Not satisfied: %.1f stars when asked"), daybook_survey_said_average (said));

  line = g_strdup (said->opinion);
  g_strdelimit (line, "\r\n\t", ' ');
  return g_utf8_strlen (line, -1) > MOST_SUBJECT ? g_utf8_substring (line, 0, MOST_SUBJECT) : g_steal_pointer (&line);
}

static void
set_words (DaybookCaseDraft        *draft,
           DaybookSaidCase          what,
           const DaybookSurveySaid *said)
{
  g_autofree char *subject = write_subject (what, said);
  g_autofree char *content = what == DAYBOOK_SAID_COMPLAINT ? daybook_survey_write (said) : g_strdup (said->opinion);

  daybook_case_draft_set (draft, DAYBOOK_CASE_SUBJECT, daybook_value_text (subject));
  daybook_case_draft_set (draft, DAYBOOK_CASE_CONTENT, daybook_value_text (content));
  daybook_case_draft_set (draft, DAYBOOK_CASE_CHANNEL, daybook_value_int (said->channel));
}

/* --- Whose it is ------------------------------------------------------------------------------------- */

/* What a row refers to; the row itself where it is one of the table. NULL without error: nothing. (transfer full) */
static DaybookRow *
follow (DaybookReader       *reader,
        const DaybookRow    *of,
        const DaybookTable  *table,
        int                  field,
        gboolean            *failed,
        GError             **error)
{
  const DaybookId *id = field >= 0 ? daybook_row_ref_id (of, (guint) field) : NULL;
  DaybookRow *found;

  if (daybook_table_base (of->table) == table)
    return daybook_row_ref ((DaybookRow *) of);
  if (id == NULL)
    return NULL;

  found = daybook_reader_find (reader, table, id, error);
  *failed = *failed || found == NULL;
  return found;
}

/* Of whoever it is about: an order says more than its customer. */
static gboolean
take_whose (DaybookReader     *reader,
            DaybookCaseDraft  *draft,
            const DaybookRow  *of,
            GError           **error)
{
  gboolean is_case = daybook_table_base (of->table) == &daybook_cases;
  gboolean failed = FALSE;
  g_autoptr(DaybookRow) order = follow (reader, of, &daybook_orders, is_case ? DAYBOOK_CASE_ORDER : -1, &failed, error);
  g_autoptr(DaybookRow) customer = failed || order != NULL ? NULL
    : follow (reader, of, &daybook_customers, is_case ? DAYBOOK_CASE_CUSTOMER : -1, &failed, error);

  if (failed)
    return FALSE;
  if (order != NULL)
    daybook_case_draft_take_order (draft, order);
  return customer == NULL || daybook_reader_take_customer (reader, draft, customer, error);
}

static gboolean
link_origin (DaybookEdit       *edit,
             const DaybookRow  *of,
             const DaybookId   *id,
             GError           **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  return daybook_table_base (of->table) != &daybook_cases || daybook_case_link_add (edit, none, id, &of->id, DAYBOOK_LINK_FOLLOWS, error);
}

/* --- The case ------------------------------------------------------------------------------------------ */

gboolean
daybook_said_case_add (DaybookEdit              *edit,
                       DaybookStore             *store,
                       DaybookSaidCase           what,
                       const DaybookRow         *of,
                       const DaybookSurveySaid  *said,
                       DaybookId                *id,
                       GError                  **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  gboolean shown = FALSE;
  DaybookRegister *definition = find_register (reader, what, &shown);
  g_autoptr(DaybookCaseDraft) draft = NULL;

  if (definition == NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                   _("The shop does not use the register “%s”: whoever may change the settings can show it."), REGISTERS[what]);
      return FALSE;
    }
  if (!shown && !daybook_registers_use (reader, edit, REGISTERS[what], TRUE, error))
    return FALSE;

  draft = daybook_case_draft_new (definition, daybook_store_get_shop (store), daybook_store_get_agent (store),
                                  daybook_store_get_currency (store), daybook_store_get_now (store));
  *id = daybook_case_draft_row (draft)->id;
  if (!take_whose (reader, draft, of, error))
    return FALSE;

  set_words (draft, what, said);
  return daybook_reader_build_case (reader, draft, edit, error) && link_origin (edit, of, id, error);
}

gboolean
daybook_said_cases_add (DaybookEdit        *edit,
                        DaybookStore       *store,
                        const DaybookRow   *of,
                        const gboolean     *becomes,
                        DaybookId          *ids,
                        DaybookSurveySaid  *said,
                        GError            **error)
{
  for (guint what = 0; what < DAYBOOK_SAID_N; what++)
    if (becomes[what] && !daybook_said_case_add (edit, store, (DaybookSaidCase) what, of, said, &ids[what], error))
      return FALSE;

  said->complaint = becomes[DAYBOOK_SAID_COMPLAINT] ? &ids[DAYBOOK_SAID_COMPLAINT] : NULL;
  said->suggestion = becomes[DAYBOOK_SAID_SUGGESTION] ? &ids[DAYBOOK_SAID_SUGGESTION] : NULL;
  return TRUE;
}

/* What a survey is about, as closely as it says. (transfer full) */
static DaybookRow *
find_about (DaybookReader     *reader,
            const DaybookRow  *survey,
            GError           **error)
{
  static const struct { guint field; const DaybookTable *table; } ABOUT[] = {
    { DAYBOOK_SURVEY_CASE, &daybook_cases }, { DAYBOOK_SURVEY_ORDER, &daybook_orders }, { DAYBOOK_SURVEY_CUSTOMER, &daybook_customers },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ABOUT); i++)
    if (daybook_row_has (survey, ABOUT[i].field))
      return daybook_reader_find (reader, ABOUT[i].table, daybook_row_ref_id (survey, ABOUT[i].field), error);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Nobody knows who said this: begin a case of the register instead."));
  return NULL;
}

static gboolean
check_is_first (DaybookReader     *reader,
                DaybookSaidCase    what,
                const DaybookRow  *survey,
                GError           **error)
{
  const DaybookId *known = daybook_row_ref_id (survey, DAYBOOK_SAID_FIELD (what));
  g_autoptr(DaybookRow) row = known != NULL ? daybook_reader_find (reader, &daybook_cases, known, NULL) : NULL;

  if (row == NULL || daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("It has become %s already."), daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  return FALSE;
}

DaybookEdit *
daybook_said_case_act (DaybookStore      *store,
                       DaybookSaidCase    what,
                       const DaybookRow  *survey,
                       DaybookId         *id,
                       GError           **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  DaybookRegister *definition = daybook_reader_register (reader, REGISTERS[what]);
  g_autofree char *title = g_strdup_printf (_("New: %s"), definition != NULL ? daybook_register_get_label (definition) : "");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  g_autoptr(DaybookRow) of = find_about (reader, survey, error);
  DaybookSurveySaid said;

  daybook_survey_read (survey, &said);
  if (of == NULL || !check_is_first (reader, what, survey, error) || !daybook_said_case_add (edit, store, what, of, &said, id, error))
    return NULL;

  daybook_edit_set (edit, &daybook_surveys, &survey->id, DAYBOOK_SAID_FIELD (what), daybook_value_id (id));
  return g_steal_pointer (&edit);
}

DaybookRow *
daybook_said_case_origin (DaybookReader    *reader,
                          const DaybookId  *of,
                          GError          **error)
{
  for (guint what = 0; what < DAYBOOK_SAID_N; what++)
    {
      g_autoptr(GPtrArray) surveys = daybook_reader_some_parts (reader, &daybook_surveys, DAYBOOK_SAID_FIELD (what), of, DAYBOOK_PARTS_LAST, 1, error);

      if (surveys == NULL)
        return NULL;
      if (surveys->len > 0)
        return daybook_row_ref (g_ptr_array_index (surveys, 0));
    }
  return NULL;
}
