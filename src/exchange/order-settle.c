/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-settle.h"

#include "core/mask.h"
#include "exchange/clean.h"
#include "exchange/order-each.h"

/* Where each row tells the status of its own line, the order's is that of one of them. */
static void
settle_lines (DaybookOrderRecord       *record,
              DaybookStageRules        *rules,
              const DaybookOrderExtras *extras)
{
  g_autofree DaybookStage *stages = g_new0 (DaybookStage, MAX (record->lines->len, 1));
  g_autofree const DaybookValue **words = g_new0 (const DaybookValue *, MAX (record->lines->len, 1));
  guint n = 0, others;

  for (guint i = 0; i < record->lines->len; i++)
    {
      words[n] = &g_array_index (record->lines, DaybookLineRecord, i).values[DAYBOOK_LINE_STATUS];
      record->values[DAYBOOK_ORDER_STATUS] = *words[n];
      if (words[n]->type == DAYBOOK_VALUE_TEXT)
        stages[n++] = daybook_stage_rules_apply (rules, record, extras, &others);
    }

  if (n > 0)
    record->values[DAYBOOK_ORDER_STATUS] = *words[daybook_order_each_decide (stages, n)];
}

/* What the rules say; of a status that they do not know the stage is unknown and shown as
 * such. Where the file has not all that they ask for it is a guess, not carried, and of no
 * status at all nothing: such a file must not take back what another has said. */
static void
settle_stage (DaybookOrderRecord       *record,
              DaybookStageRules        *rules,
              const DaybookOrderExtras *extras)
{
  DaybookStage stage;
  guint others;

  if (daybook_record_number (record, DAYBOOK_ORDER_STAGE) != DAYBOOK_STAGE_UNKNOWN)
    return;

  stage = daybook_stage_rules_apply (rules, record, extras, &others);
  if (stage == DAYBOOK_STAGE_UNKNOWN && *daybook_record_text (record, DAYBOOK_ORDER_STATUS) == '\0')
    return;
  /* Of a platform without a status the dates tell all of it. */
  if (others == 0 && (daybook_record_carries (record, DAYBOOK_ORDER_STATUS) || stage != DAYBOOK_STAGE_UNKNOWN))
    daybook_record_conclude (record, DAYBOOK_ORDER_STAGE, stage);
  else
    daybook_record_set_int (record, DAYBOOK_ORDER_STAGE, stage);
  record->carried |= (guint64) others << DAYBOOK_RECORD_MAY_BE;
}

/* What a stage was guessed from is not all of the status. */
static void
settle_status (DaybookOrderRecord *record)
{
  if (!daybook_record_carries (record, DAYBOOK_ORDER_STAGE))
    record->carried &= ~(G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_STATUS);
}

/* A masked account names nobody: no customer is made of it (RECORDS §4). */
static void
settle_account (DaybookOrderRecord *record,
                int                 field)
{
  const char *account = field >= 0 ? daybook_record_text (record, (guint) field) : "";

  if (*account != '\0' && !daybook_mask_is_masked (account))
    record->account = record->values[field].text;
}

/* Whatever file it comes from: people copy Taobao's columns into tables of their own. */
static void
settle_tracking (DaybookOrderRecord *record)
{
  const char *text = daybook_record_text (record, DAYBOOK_ORDER_TRACKING);
  g_autoptr(GString) tracking = NULL;

  if (*text == '\0')
    return;

  tracking = g_string_new (NULL);
  daybook_clean_tracking (text, tracking);
  if (tracking->len == 0)
    record->values[DAYBOOK_ORDER_TRACKING] = (DaybookValue) DAYBOOK_VALUE_INIT;
  else if (!g_str_equal (tracking->str, text))
    daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, tracking->str);
}

/* A guessed one is left to the book, which may know better. */
static void
settle_line_currency (DaybookOrderRecord *record)
{
  if (!daybook_record_carries (record, DAYBOOK_ORDER_CURRENCY))
    return;

  for (guint i = 0; i < record->lines->len; i++)
    {
      DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, i);

      if (line->values[DAYBOOK_LINE_PRICE].type != DAYBOOK_VALUE_NONE)
        line->values[DAYBOOK_LINE_CURRENCY] = record->values[DAYBOOK_ORDER_CURRENCY];
    }
}

/* What went back is written with a minus or without. */
static void
settle_refunded (DaybookOrderRecord *record)
{
  gint64 refunded = daybook_record_number (record, DAYBOOK_ORDER_REFUNDED);

  if (refunded < 0)
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUNDED, -refunded);
}

/* The stage is asked for twice: the platform's code builds on it and may tell more. */
void
daybook_order_settle (DaybookOrderRecord       *record,
                      DaybookStageRules        *rules,
                      DaybookOrderFinish        finish,
                      const DaybookOrderExtras *extras)
{
  if (extras->status_of_lines)
    settle_lines (record, rules, extras);
  settle_stage (record, rules, extras);
  settle_tracking (record);
  settle_refunded (record);
  if (finish != NULL)
    finish (record, extras);
  daybook_record_settle_refund (record);
  settle_stage (record, rules, extras);
  settle_status (record);
  settle_account (record, extras->profile->account);
  settle_line_currency (record);
}
