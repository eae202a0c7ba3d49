/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/telling.h"

#include "core/article.h"
#include "core/case-event.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/phrase.h"
#include "core/use.h"
#include "core/words.h"
#include "store/case-guard.h"
#include "store/case-write.h"
#include "store/due-acts.h"
#include "store/reader-private.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_case (const DaybookRow *of)
{
  return of != NULL && daybook_table_base (of->table) == &daybook_cases;
}

static void
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
}

/* --- What may be done --------------------------------------------------------------------------- */

/* The case in that stage, or NULL. */
static DaybookCaseDraft *
draft_move (DaybookReader     *reader,
            const DaybookRow  *of,
            const char        *key,
            GError           **error)
{
  DaybookRegister *definition = is_case (of) ? daybook_reader_register (reader, daybook_row_text (of, DAYBOOK_CASE_REGISTER)) : NULL;
  int stage = definition != NULL ? daybook_register_find_stage (definition, key) : -1;
  g_autoptr(DaybookCaseDraft) draft = NULL;

  if (stage < 0)
    {
      refuse (is_case (of) ? _("The register of this case has no such stage.") : _("There is no case that could go on."), error);
      return NULL;
    }

  draft = daybook_case_draft_of (definition, of, daybook_store_get_now (reader->store));
  /* What closing asks: that is being done. */
  if (daybook_register_get_stage (definition, (guint) stage)->asks & DAYBOOK_ASKS_TOLD)
    daybook_case_draft_set (draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
  daybook_case_draft_move (draft, (guint) stage);
  return daybook_reader_case_check (reader, definition, of, daybook_case_draft_row (draft), error) ? g_steal_pointer (&draft) : NULL;
}

gboolean
daybook_telling_may_move (DaybookReader     *reader,
                          const DaybookRow  *of,
                          const char        *stage,
                          GError           **error)
{
  g_autoptr(DaybookCaseDraft) draft = draft_move (reader, of, stage, error);

  if (draft == NULL)
    return FALSE;
  if (!g_str_equal (daybook_row_text (of, DAYBOOK_CASE_STAGE), stage))
    return TRUE;

  refuse (_("The case is there already."), error);
  return FALSE;
}

/* (element-type DaybookDueItem) (transfer full), or NULL */
static GPtrArray *
find_due (DaybookReader     *reader,
          const DaybookRow  *of,
          GError           **error)
{
  g_autoptr(GPtrArray) items = is_case (of) ? daybook_due_of_row (reader, of, error) : NULL;

  if (!is_case (of))
    refuse (_("There is no case that could be put off."), error);
  else if (items != NULL && items->len == 0)
    refuse (_("Nothing of this case is due."), error);
  else
    return g_steal_pointer (&items);

  return NULL;
}

gboolean
daybook_telling_may_snooze (DaybookReader     *reader,
                            const DaybookRow  *of,
                            GError           **error)
{
  g_autoptr(GPtrArray) items = find_due (reader, of, error);

  return items != NULL;
}

/* --- The act -------------------------------------------------------------------------------------- */

/* A field of the row that says whose it is. */
static void
give_ref (DaybookEdit      *edit,
          guint             field,
          const DaybookRow *of,
          int               from)
{
  if (from >= 0)
    daybook_edit_give (edit, field, daybook_value_copy (&of->values[from]));
  else
    daybook_edit_give (edit, field, daybook_value_id (&of->id));
}

static DaybookChannel
channel_of (const DaybookRow *of,
            DaybookChannel    channel)
{
  return channel == DAYBOOK_CHANNEL_UNKNOWN && is_case (of) ? (DaybookChannel) daybook_row_int (of, DAYBOOK_CASE_CHANNEL) : channel;
}

void
daybook_telling_add_uses (DaybookEdit       *edit,
                          DaybookStore      *store,
                          const DaybookRow  *of,
                          DaybookChannel     channel,
                          GPtrArray         *phrases)
{
  gint64 now = daybook_store_get_now (store);
  const DaybookTable *base = of != NULL ? daybook_table_base (of->table) : NULL;

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const DaybookRow *said = g_ptr_array_index (phrases, i);
      DaybookId id;

      daybook_id_fresh (&id, now * 1000);
      daybook_edit_create (edit, &daybook_uses, &id);
      daybook_edit_give (edit, said->table == &daybook_articles ? DAYBOOK_USE_ARTICLE : DAYBOOK_USE_PHRASE, daybook_value_id (&said->id));
      daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (now));
      daybook_edit_give (edit, DAYBOOK_USE_AGENT, daybook_value_id (daybook_store_get_agent (store)));
      daybook_edit_give (edit, DAYBOOK_USE_CHANNEL, daybook_value_int (channel_of (of, channel)));
      if (base == &daybook_cases)
        {
          give_ref (edit, DAYBOOK_USE_CASE, of, -1);
          give_ref (edit, DAYBOOK_USE_ORDER, of, DAYBOOK_CASE_ORDER);
          give_ref (edit, DAYBOOK_USE_CUSTOMER, of, DAYBOOK_CASE_CUSTOMER);
        }
      else if (base == &daybook_orders)
        {
          give_ref (edit, DAYBOOK_USE_ORDER, of, -1);
          give_ref (edit, DAYBOOK_USE_CUSTOMER, of, DAYBOOK_ORDER_CUSTOMER);
        }
      else if (base == &daybook_customers)
        give_ref (edit, DAYBOOK_USE_CUSTOMER, of, -1);
    }
}

/* Of a case also the promise stands in it. */
static gboolean
add_event (DaybookEdit           *edit,
           DaybookStore          *store,
           const DaybookTelling  *telling,
           GError               **error)
{
  const DaybookCaseEvent event = {
    .kind = DAYBOOK_EVENT_TOLD, .text = telling->text, .channel = channel_of (telling->of, telling->channel), .promised_at = telling->promised_at,
  };

  return daybook_event_add (edit, telling->of, &event, daybook_store_get_agent (store), daybook_store_get_now (store), error);
}

static gboolean
add_move (DaybookEdit           *edit,
          DaybookReader         *reader,
          const DaybookTelling  *telling,
          GError               **error)
{
  g_autoptr(DaybookCaseDraft) draft = draft_move (reader, telling->of, telling->stage, error);

  return draft != NULL && daybook_reader_build_case (reader, draft, edit, error);
}

static gboolean
add_snooze (DaybookEdit           *edit,
            DaybookReader         *reader,
            const DaybookTelling  *telling,
            GError               **error)
{
  g_autoptr(GPtrArray) items = find_due (reader, telling->of, error);
  DaybookStore *store = reader->store;

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!daybook_due_add_snooze (edit, reader, g_ptr_array_index (items, i), telling->until, DAYBOOK_SNOOZE_UNTIL_HEARD,
                                 daybook_store_get_agent (store), daybook_store_get_now (store), error))
      return FALSE;

  return items != NULL;
}

/* "R-A2031: Told the customer"; with nobody in particular "Phrases: Refund on its way". */
static char *
write_title (DaybookReader        *reader,
             const DaybookTelling *telling)
{
  const DaybookRow *phrase = telling->phrases != NULL && telling->phrases->len > 0 ? g_ptr_array_index (telling->phrases, 0) : NULL;
  const char *told = daybook_words_enum (&daybook_events.fields[DAYBOOK_EVENT_KIND], DAYBOOK_EVENT_TOLD);
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = NULL, *name = NULL;

  if (telling->of == NULL)
    return g_strdup_printf ("%s: %s", _(phrase != NULL ? phrase->table->label : daybook_phrases.label),
                            phrase != NULL ? daybook_row_text (phrase, (guint) phrase->table->title) : "");

  full = is_case (telling->of) ? g_strdup (daybook_row_text (telling->of, DAYBOOK_CASE_NUMBER))
                               : daybook_reader_title (reader, telling->of, &mask);
  name = daybook_mask (mask, full);
  return g_strdup_printf ("%s: %s", *name != '\0' ? name : _(telling->of->table->label), told);
}

DaybookEdit *
daybook_telling_act (DaybookStore          *store,
                     const DaybookTelling  *telling,
                     GError               **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autofree char *title = write_title (reader, telling);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  if (telling->text == NULL || strspn (telling->text, " \t\n") == strlen (telling->text))
    {
      refuse (_("Nothing was written."), error);
      return NULL;
    }
  if ((telling->of != NULL && !add_event (edit, store, telling, error))
      || (telling->stage != NULL && !add_move (edit, reader, telling, error))
      || (telling->until != 0 && !add_snooze (edit, reader, telling, error)))
    return NULL;

  daybook_telling_add_uses (edit, store, telling->of, telling->channel, telling->phrases);
  return g_steal_pointer (&edit);
}
