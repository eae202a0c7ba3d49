/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge-rule.h"

#include "core/mask.h"
#include "core/money.h"
#include "store/digest.h"
#include "store/row-sql.h"
#include "store/sight.h"

#include <string.h>

/* Two zones are never so far from each other. */
#define SAME_ORDER_SECONDS (2 * 86400)

gboolean
daybook_record_fills (guint field)
{
  return field >= DAYBOOK_RECORD_FIRST && field <= DAYBOOK_RECORD_LAST && field != DAYBOOK_ORDER_CUSTOMER;
}

static gboolean
is_masked (const DaybookValue *value)
{
  return value->type == DAYBOOK_VALUE_TEXT && daybook_mask_is_masked (value->text);
}

/* A region is shown in full, but it is read out of an address. */
static gboolean
may_be_masked (guint field)
{
  return daybook_orders.fields[field].mask != DAYBOOK_MASK_NONE || field == DAYBOOK_ORDER_REGION;
}

gboolean
daybook_merge_is_ahead (const DaybookKnownOrder  *known,
                        const DaybookOrderRecord *record,
                        gint64                    as_of)
{
  DaybookStage stage = (DaybookStage) daybook_row_int (known->row, DAYBOOK_ORDER_STAGE);
  DaybookStage told = (DaybookStage) record->values[DAYBOOK_ORDER_STAGE].number;

  return as_of < daybook_known_order_time (known, DAYBOOK_ORDER_STAGE)
         && daybook_record_carries (record, DAYBOOK_ORDER_STAGE)
         && stage != DAYBOOK_STAGE_UNKNOWN
         && daybook_stage_rank (told) > daybook_stage_rank (stage);
}

static gboolean
is_newer (const DaybookKnownOrder  *known,
          const DaybookOrderRecord *record,
          guint                     field,
          gint64                    as_of)
{
  return as_of >= daybook_known_order_time (known, field) || daybook_merge_is_ahead (known, record, as_of);
}

/* Which of two files of one time is the newer is not known: then an order goes on, and never
 * back, and what was refunded stays so (PLATFORMS §2). */
static gboolean
is_sure (const DaybookKnownOrder *known,
         guint                    field,
         gint64                   as_of)
{
  return as_of != daybook_known_order_time (known, field);
}

/* A status and the stage made of it move together. A status that nobody knows has its time
 * too. Of a stage that is guessed from a part of the status the missing part may say what
 * the book says: then it takes an order on, or leaves it there, never back. */
static gboolean
takes_stage (const DaybookKnownOrder  *known,
             const DaybookOrderRecord *record,
             gint64                    as_of)
{
  DaybookStage stage = (DaybookStage) daybook_row_int (known->row, DAYBOOK_ORDER_STAGE);
  DaybookStage told = (DaybookStage) record->values[DAYBOOK_ORDER_STAGE].number;

  if (stage == DAYBOOK_STAGE_UNKNOWN && !daybook_row_has (known->row, DAYBOOK_ORDER_STATUS))
    return TRUE;
  if (daybook_record_carries (record, DAYBOOK_ORDER_STAGE))
    return is_newer (known, record, DAYBOOK_ORDER_STAGE, as_of)
           && (is_sure (known, DAYBOOK_ORDER_STAGE, as_of) || daybook_stage_rank (told) >= daybook_stage_rank (stage));

  return (stage == DAYBOOK_STAGE_UNKNOWN || !daybook_value_is_empty (&record->values[DAYBOOK_ORDER_STATUS]))
         && as_of >= daybook_known_order_time (known, DAYBOOK_ORDER_STAGE)
         && (daybook_stage_rank (told) >= daybook_stage_rank (stage)
             || (record->carried >> (DAYBOOK_RECORD_MAY_BE + stage) & 1) == 0);
}

/* A currency that the file does not name is the shop's, and what was paid or went back may
 * be guessed from other cells: what a file tells goes before it. Of a refund that the file
 * tells it may only guess how much of the order it is. */
static gboolean
is_assumed (const DaybookOrderRecord *record,
            guint                     field)
{
  if (field == DAYBOOK_ORDER_REFUND && daybook_record_carries (record, DAYBOOK_ORDER_REFUNDED))
    return FALSE;

  if (daybook_record_carries (record, field))
    return FALSE;

  /* The titles of lines let guess the order's, the day in a number when it was made. */
  return field == DAYBOOK_ORDER_CURRENCY || field == DAYBOOK_ORDER_PAID || field == DAYBOOK_ORDER_REFUND
         || field == DAYBOOK_ORDER_REFUNDED || field == DAYBOOK_ORDER_TITLE || field == DAYBOOK_ORDER_QUANTITY
         || field == DAYBOOK_ORDER_CREATED;
}

DaybookValue
daybook_merge_first_value (const DaybookOrderRecord *record,
                           guint                     field)
{
  static const DaybookValue NOTHING = DAYBOOK_VALUE_INIT;

  return field == DAYBOOK_ORDER_CURRENCY && is_assumed (record, field) && !daybook_record_has_amount (record)
         ? NOTHING : record->values[field];
}

static const char *
currency_of (const DaybookOrderRecord *record)
{
  const DaybookValue *currency = &record->values[DAYBOOK_ORDER_CURRENCY];

  return currency->type == DAYBOOK_VALUE_TEXT ? currency->text : NULL;
}

gint64
daybook_merge_amount (const char               *currency,
                      const DaybookOrderRecord *record,
                      gint64                    minor)
{
  return is_assumed (record, DAYBOOK_ORDER_CURRENCY) && currency != NULL && *currency != '\0'
         ? daybook_money_rescale (minor, currency_of (record), currency) : minor;
}

static DaybookValue
amount_of (const DaybookKnownOrder  *known,
           const DaybookOrderRecord *record,
           guint                     field)
{
  DaybookValue value = record->values[field];

  if (value.type == DAYBOOK_VALUE_INT)
    value.number = daybook_merge_amount (daybook_row_text (known->row, DAYBOOK_ORDER_CURRENCY), record, value.number);
  return value;
}

static gint64
paid_of (const DaybookValue *paid)
{
  return paid->type == DAYBOOK_VALUE_INT ? paid->number : DAYBOOK_AMOUNT_UNKNOWN;
}

/* Whether it says of how much a refund can be. */
static gboolean
tells_whole (const DaybookValue *total,
             const DaybookValue *paid)
{
  return (total->type == DAYBOOK_VALUE_INT && total->number > 0) || paid->type == DAYBOOK_VALUE_INT;
}

/* Whether the file tells of how much the refund is of which the book can only have guessed
 * that it is the whole. Of an order that is closed it is. */
static gboolean
completes_refund (const DaybookKnownOrder  *known,
                  const DaybookOrderRecord *record)
{
  const DaybookValue *values = known->row->values;

  return !daybook_record_carries (record, DAYBOOK_ORDER_REFUND)
         && daybook_value_is_empty (&record->values[DAYBOOK_ORDER_REFUND])
         && daybook_value_is_empty (&record->values[DAYBOOK_ORDER_REFUNDED])
         && tells_whole (&record->values[DAYBOOK_ORDER_TOTAL], &record->values[DAYBOOK_ORDER_PAID])
         && !tells_whole (&values[DAYBOOK_ORDER_TOTAL], &values[DAYBOOK_ORDER_PAID])
         && daybook_row_int (known->row, DAYBOOK_ORDER_REFUND) == DAYBOOK_REFUND_FULL
         && daybook_row_int (known->row, DAYBOOK_ORDER_REFUNDED) > 0
         && daybook_row_int (known->row, DAYBOOK_ORDER_STAGE) != DAYBOOK_STAGE_CLOSED;
}

/* Whether the file only repeats an amount of which the book knows how much it is. */
static gboolean
repeats_refund (const DaybookKnownOrder *known,
                gint64                   refunded)
{
  return daybook_row_int (known->row, DAYBOOK_ORDER_REFUND) >= DAYBOOK_REFUND_PART
         && daybook_row_int (known->row, DAYBOOK_ORDER_REFUNDED) == refunded;
}

/* How much of the order has gone back is for the book to say where the file only guesses,
 * and for the file where the book had to. What the book knows to be paid may be from before
 * the order was: it only stands in for the total. */
static DaybookValue
refund_of (const DaybookKnownOrder  *known,
           const DaybookOrderRecord *record)
{
  const DaybookValue *refund = &record->values[DAYBOOK_ORDER_REFUND];
  const DaybookValue *values = known->row->values;
  const DaybookValue paid = amount_of (known, record, DAYBOOK_ORDER_PAID);
  gint64 total = daybook_row_int (known->row, DAYBOOK_ORDER_TOTAL);
  gint64 refunded = amount_of (known, record, DAYBOOK_ORDER_REFUNDED).number;

  if (completes_refund (known, record))
    return daybook_value_int (daybook_refund_of_amounts (daybook_row_int (known->row, DAYBOOK_ORDER_REFUNDED),
                                                         amount_of (known, record, DAYBOOK_ORDER_TOTAL).number, paid_of (&paid)));
  if (!daybook_record_carries (record, DAYBOOK_ORDER_REFUND) && refund->type == DAYBOOK_VALUE_INT
      && daybook_record_carries (record, DAYBOOK_ORDER_REFUNDED)
      && tells_whole (&values[DAYBOOK_ORDER_TOTAL], &values[DAYBOOK_ORDER_PAID]))
    return repeats_refund (known, refunded)
           ? values[DAYBOOK_ORDER_REFUND]
           : daybook_value_int (daybook_refund_of_amounts (refunded, total, total > 0 ? DAYBOOK_AMOUNT_UNKNOWN
                                                                                      : paid_of (&values[DAYBOOK_ORDER_PAID])));

  return *refund;
}

DaybookValue
daybook_merge_value (const DaybookKnownOrder  *known,
                     const DaybookOrderRecord *record,
                     guint                     field)
{
  if (daybook_orders.fields[field].type == DAYBOOK_TYPE_MONEY)
    return amount_of (known, record, field);

  return field == DAYBOOK_ORDER_REFUND ? refund_of (known, record) : daybook_merge_first_value (record, field);
}

static gboolean
is_refund (guint field)
{
  return field == DAYBOOK_ORDER_REFUND || field == DAYBOOK_ORDER_REFUNDED;
}

/* What the book can only have guessed, and the file tells, however old it is: but that nothing
 * had gone back before says nothing against what was seen to have gone back since. */
static gboolean
ends_guess (const DaybookKnownOrder  *known,
            const DaybookOrderRecord *record,
            guint                     field,
            gint64                    as_of)
{
  if (is_refund (field) && daybook_merge_value (known, record, field).number == 0 && as_of < daybook_known_order_time (known, field))
    return FALSE;
  if (field == DAYBOOK_ORDER_REFUND && completes_refund (known, record))
    return TRUE;
  if (is_assumed (record, field))
    return FALSE;

  return field == DAYBOOK_ORDER_CURRENCY ? known->may_guess_currency : daybook_known_order_is_guess (known, field);
}

/* A guess fills, and goes before an older guess; that something was refunded it may tell of
 * an order of which it had been told that nothing was. */
static gboolean
takes_guess (const DaybookKnownOrder  *known,
             const DaybookOrderRecord *record,
             guint                     field,
             gint64                    as_of)
{
  if (daybook_known_order_is_open (known, field))
    return TRUE;
  if (!daybook_known_order_is_guess (known, field)
      && !(is_refund (field) && daybook_row_int (known->row, DAYBOOK_ORDER_REFUND) == DAYBOOK_REFUND_NONE))
    return FALSE;

  return is_newer (known, record, field, as_of);
}

guint64
daybook_merge_guesses (const DaybookOrderRecord *record)
{
  guint64 guesses = 0;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    if (i != DAYBOOK_ORDER_CURRENCY && is_assumed (record, i) && !daybook_value_is_empty (&record->values[i]))
      guesses |= G_GUINT64_CONSTANT (1) << i;

  return guesses;
}

gboolean
daybook_merge_takes (const DaybookKnownOrder  *known,
                     const DaybookOrderRecord *record,
                     guint                     field,
                     gint64                    as_of)
{
  const DaybookValue value = daybook_merge_value (known, record, field); /* borrows the text */
  const DaybookValue *old = &known->row->values[field];

  if (daybook_value_is_empty (&value) || daybook_value_equal (old, &value))
    return FALSE;
  if (field == DAYBOOK_ORDER_STAGE
      || (field == DAYBOOK_ORDER_STATUS && !daybook_value_is_empty (&record->values[DAYBOOK_ORDER_STAGE])))
    return takes_stage (known, record, as_of);
  if (ends_guess (known, record, field, as_of))
    return TRUE;
  if (is_assumed (record, field))
    return takes_guess (known, record, field, as_of);
  if (daybook_known_order_is_open (known, field))
    return TRUE;
  if (may_be_masked (field) && is_masked (&value) != is_masked (old))
    return is_masked (old);
  if (is_refund (field) && !is_sure (known, field, as_of) && value.number < old->number)
    return FALSE;

  return is_newer (known, record, field, as_of);
}

gboolean
daybook_merge_overrules (const DaybookKnownOrder  *known,
                         const DaybookOrderRecord *record,
                         gint64                    as_of)
{
  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    {
      const DaybookValue value = daybook_merge_value (known, record, i); /* borrows the text */

      if (daybook_record_fills (i)
          && !daybook_value_is_empty (&value)
          && !is_assumed (record, i)
          && !is_masked (&value)
          && !daybook_value_equal (&known->row->values[i], &value)
          && !daybook_merge_takes (known, record, i, as_of))
        return TRUE;
    }

  return FALSE;
}

/* --- Identity ----------------------------------------------------------- */

void
daybook_merge_order_id (const char *shop,
                        const char *platform,
                        const char *number,
                        DaybookId  *id)
{
  const char *parts[] = { shop, platform, number };

  daybook_id_derive (id, "order", parts, G_N_ELEMENTS (parts));
}

static const char *
line_text (const DaybookLineRecord *line,
           guint                    field)
{
  return line->values[field].type == DAYBOOK_VALUE_TEXT ? line->values[field].text : "";
}

/* What tells a line without a number of its own from its neighbours. */
static const char *
line_name (const DaybookLineRecord *line)
{
  const char *sku = line_text (line, DAYBOOK_LINE_SKU);

  return *sku != '\0' ? sku : line_text (line, DAYBOOK_LINE_TITLE);
}

static gboolean
has_id (GArray          *ids,
        const DaybookId *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (daybook_id_equal (&g_array_index (ids, DaybookId, i), id))
      return TRUE;

  return FALSE;
}

static guint
count_equals_before (const DaybookOrderRecord *record,
                     guint                     index)
{
  const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, index);
  guint equals = 0;

  for (guint i = 0; i < index; i++)
    {
      const DaybookLineRecord *other = &g_array_index (record->lines, DaybookLineRecord, i);

      if (*line_text (other, DAYBOOK_LINE_NUMBER) == '\0'
          && g_str_equal (line_name (other), line_name (line))
          && g_str_equal (line_text (other, DAYBOOK_LINE_VARIANT), line_text (line, DAYBOOK_LINE_VARIANT)))
        equals++;
    }

  return equals;
}

/* Lines of one name are told apart by their order. Names that only differ in how they are
 * written are one too: ids are of normalised parts. */
static void
derive_named (const DaybookOrderRecord *record,
              guint                     index,
              const char               *owner,
              GArray                   *before,
              DaybookId                *id)
{
  const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, index);
  guint first = count_equals_before (record, index) + 1;

  for (guint n = first; n == first || has_id (before, id); n++)
    {
      char ordinal[16];

      g_snprintf (ordinal, sizeof ordinal, "%u", n);
      const char *parts[] = { owner, line_name (line), line_text (line, DAYBOOK_LINE_VARIANT), ordinal };
      daybook_id_derive (id, "order_line", parts, G_N_ELEMENTS (parts));
    }
}

GArray *
daybook_merge_line_ids (const DaybookOrderRecord *record,
                        const DaybookId          *order)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (DaybookId), record->lines->len);
  char owner[DAYBOOK_ID_STRING_SIZE];

  daybook_id_print (order, owner);
  for (guint i = 0; i < record->lines->len; i++)
    {
      const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, i);
      const char *number = line_text (line, DAYBOOK_LINE_NUMBER);
      const char *numbered[] = { owner, number };
      DaybookId id;

      if (*number != '\0')
        daybook_id_derive (&id, "order_line", numbered, G_N_ELEMENTS (numbered));
      else
        derive_named (record, i, owner, ids, &id);
      g_array_append_val (ids, id);
    }

  return ids;
}

/* --- The digest --------------------------------------------------------- */

static guint64
digest_value (guint64             digest,
              guint               place,
              const DaybookValue *value)
{
  if (daybook_value_is_empty (value))
    return digest;

  digest = daybook_digest_bytes (digest, &place, sizeof place);
  return value->type == DAYBOOK_VALUE_TEXT
    ? daybook_digest_bytes (digest, value->text, strlen (value->text) + 1)
    : daybook_digest_bytes (digest, &value->number, sizeof value->number);
}

guint64
daybook_merge_buyer_facts (const DaybookOrderRecord *record)
{
  static const guint FIELDS[] = { DAYBOOK_ORDER_RECEIVER, DAYBOOK_ORDER_PHONE, DAYBOOK_ORDER_EMAIL, DAYBOOK_ORDER_ADDRESS };
  guint64 facts = DAYBOOK_DIGEST_START;

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    facts = digest_value (facts, FIELDS[i], &record->values[FIELDS[i]]);

  return facts;
}

guint64
daybook_record_digest (const DaybookOrderRecord *record)
{
  guint64 digest = DAYBOOK_DIGEST_START;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    digest = digest_value (digest, i, &record->values[i]);
  for (guint i = 0; i < record->lines->len; i++)
    {
      const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, i);

      for (guint k = DAYBOOK_LINE_NUMBER; k < DAYBOOK_LINE_N_FIELDS; k++)
        digest = digest_value (digest, 1000 + k, &line->values[k]);
    }
  if (record->account != NULL)
    digest = daybook_digest_bytes (digest, record->account, strlen (record->account));

  return digest;
}

/* --- Effects ------------------------------------------------------------ */

/* Whether the digest says that this very record was merged last, and nothing of
 * another form since. */
static gboolean
digest_matches (DaybookDatabase  *db,
                gint64            order,
                guint64           form,
                guint64           digest,
                GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT form, digest FROM source_rows WHERE \"order\" = :order", error);
  gboolean matches = FALSE;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, error))
    {
      if ((guint64) sqlite3_column_int64 (statement, 0) != form)
        return FALSE;
      matches = sqlite3_column_type (statement, 1) == SQLITE_INTEGER
                && (guint64) sqlite3_column_int64 (statement, 1) == digest;
    }

  return matches;
}

/* Amounts are shown with their currency. */
static gboolean
is_visible (guint field)
{
  return (daybook_orders.fields[field].flags & DAYBOOK_FIELD_HIDDEN) == 0 || field == DAYBOOK_ORDER_CURRENCY;
}

/* What is taken from an older file fills what is empty, or moves a status forward. One whose
 * status is ahead is followed in all while it is older than the book's, and where it is newer
 * than that only in what nobody has told later. */
static void
find_order_effect (const DaybookKnownOrder  *known,
                   const DaybookOrderRecord *record,
                   DaybookFinding           *finding)
{
  gint64 ahead = daybook_merge_is_ahead (known, record, DAYBOOK_EFFECT_ALWAYS) ? daybook_known_order_time (known, DAYBOOK_ORDER_STAGE) : 0;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    {
      gint64 time = daybook_known_order_time (known, i);

      if (!daybook_record_fills (i) || !is_visible (i))
        continue;
      if (daybook_merge_takes (known, record, i, DAYBOOK_EFFECT_ALWAYS))
        {
          finding->effect = DAYBOOK_EFFECT_ALWAYS;
          if (ahead == 0 || daybook_merge_takes (known, record, i, ahead))
            continue;
          finding->followed.whole = MAX (finding->followed.whole, time);
          finding->followed.ahead = ahead;
        }
      else if (daybook_merge_takes (known, record, i, time + 1))
        {
          gint64 from = daybook_merge_takes (known, record, i, time) ? time : time + 1;

          finding->effect = MIN (finding->effect, from);
          finding->followed.whole = MAX (finding->followed.whole, from);
        }
    }
}

/* Numbers begin anew with each shop. An order's own time stays, whatever zone a file is
 * read in. */
static gint64
find_other (const DaybookKnownOrder  *known,
            const DaybookOrderRecord *record)
{
  gint64 made = daybook_row_int (known->row, DAYBOOK_ORDER_CREATED);
  gint64 told = record->values[DAYBOOK_ORDER_CREATED].type == DAYBOOK_VALUE_INT ? record->values[DAYBOOK_ORDER_CREATED].number : 0;

  return made != 0 && told != 0 && ABS (made - told) > SAME_ORDER_SECONDS ? made : 0;
}

gboolean
daybook_record_find_effect (DaybookDatabase           *db,
                            const DaybookOrderRecord  *record,
                            const DaybookId           *order,
                            guint64                    form,
                            guint64                    digest,
                            DaybookFinding            *finding,
                            GError                   **error)
{
  GError *local = NULL;
  gboolean deleted = FALSE;
  gint64 key = daybook_row_key (db, &daybook_orders, order, NULL, &deleted, &local);

  *finding = (DaybookFinding) { .effect = DAYBOOK_EFFECT_NEVER, .order = key };
  if (local == NULL && (key == 0 || deleted))
    finding->effect = DAYBOOK_EFFECT_NEW;
  else if (local == NULL && digest_matches (db, key, form, digest, &local))
    {
      finding->effect = DAYBOOK_EFFECT_IDENTICAL;
      finding->as_of = daybook_sight_known (db, key, &local);
    }
  else if (local == NULL)
    {
      g_autoptr(DaybookKnownOrder) known = daybook_known_order_load (db, key, &local);

      if (known != NULL)
        {
          find_order_effect (known, record, finding);
          finding->as_of = known->as_of;
          finding->other = find_other (known, record);
          daybook_lines_find_effect (db, record, known, &finding->effect, &local);
        }
    }

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
