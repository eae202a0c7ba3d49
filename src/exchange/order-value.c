/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-value.h"

#include "core/edit.h"
#include "core/money.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/review.h"
#include "core/words.h"
#include "exchange/clean.h"
#include "exchange/refuse.h"
#include "exchange/stars.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATE_LENGTH 10

static gboolean
check_text (const char  *text,
            GError     **error)
{
  if (strlen (text) <= DAYBOOK_TEXT_MAX)
    return TRUE;
  return daybook_refuse (error, _("The text is longer than %d kB."), DAYBOOK_TEXT_MAX / 1024);
}

static gboolean
check_currency (const char  *text,
                GError     **error)
{
  if (strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
    return TRUE;
  return daybook_refuse (error, _("“%s” is not a currency’s code, such as USD."), text);
}

/* Whether the sign in a number that begins at `start` parts thousands: else it may be a
 * decimal sign. */
static gboolean
parts_thousands (const char *start,
                 const char *sign)
{
  const char *digits = sign;

  while (digits > start && g_ascii_isdigit (digits[-1]))
    digits--;

  return digits < sign && sign - digits <= 3 && strspn (sign + 1, "0123456789") == 3;
}

/* "2", "1,000", and "2.0" as workbooks write whole numbers; with a decimal comma
 * "1.000" and "2,0". */
static gboolean
read_count (const char      *text,
            DaybookDecimal   decimal,
            DaybookValue    *value,
            GError         **error)
{
  const char point = decimal == DAYBOOK_DECIMAL_COMMA ? ',' : '.';
  const char group = decimal == DAYBOOK_DECIMAL_COMMA ? '.' : ',';
  const char *start = text + (*text == '-');
  gint64 number = 0;
  const char *p = start;

  for (; (g_ascii_isdigit (*p) || (*p == group && parts_thousands (start, p))) && number <= G_MAXINT32; p++)
    if (*p != group)
      number = number * 10 + g_ascii_digit_value (*p);
  if (number > G_MAXINT32)
    return daybook_refuse (error, _("This number is too large."));
  if (*p == point && p > start)
    p += 1 + strspn (p + 1, "0");
  if (*p != '\0' || p == start)
    return daybook_refuse (error, _("This is not a whole number."));

  *value = daybook_value_int (*text == '-' ? -number : number);
  return TRUE;
}

static gboolean
read_stars (const DaybookValueContext  *context,
            const char                 *text,
            DaybookValue               *value,
            GError                    **error)
{
  guint stars = daybook_stars_read (text, context->profile->stars);

  if (stars == 0)
    return daybook_refuse (error, _("“%s” does not say how many stars, from one to five."), text);

  *value = daybook_value_int (stars);
  return TRUE;
}

static gboolean
read_money (const DaybookValueContext  *context,
            DaybookDecimal              decimal,
            const char                 *text,
            DaybookValue               *value,
            GError                    **error)
{
  g_autofree char *folded = NULL;
  gint64 minor = 0;

  if (daybook_money_parse_as (text, context->currency, decimal, &minor, error))
    {
      *value = daybook_value_int (minor);
      return TRUE;
    }

  folded = daybook_clean_fold (text);
  if (!g_hash_table_contains (context->profile->zeros, folded))
    return FALSE;
  g_clear_error (error);
  *value = daybook_value_int (0);
  return TRUE;
}

/* The value whose label, in English or in the person's language, is the text; or -1. */
static int
find_label (const DaybookField *field,
            const char         *folded)
{
  for (int i = 0; field->words[i].word != NULL; i++)
    {
      g_autofree char *english = daybook_clean_fold (field->words[i].label);
      g_autofree char *translated = daybook_clean_fold (daybook_words_enum (field, i));

      if (g_str_equal (english, folded) || g_str_equal (translated, folded))
        return i;
    }

  return -1;
}

/* Colours and refunds are in the profile's words, all else in ours. A word that is not
 * known says nothing: it is no reason to refuse the row. */
static void
read_word (const DaybookValueContext *context,
           const DaybookField        *field,
           const char                *text,
           DaybookValue              *value)
{
  g_autofree char *folded = daybook_clean_fold (text);
  int word = daybook_field_word (field, folded);

  if (field == &daybook_orders.fields[DAYBOOK_ORDER_SELLER_FLAG] && word < 0)
    word = GPOINTER_TO_INT (g_hash_table_lookup (context->profile->flags, folded)) - 1;
  else if (field == &daybook_orders.fields[DAYBOOK_ORDER_REFUND] && word < 0)
    word = GPOINTER_TO_INT (g_hash_table_lookup (context->profile->refunds, folded)) - 1;
  if (word < 0)
    word = find_label (field, folded);
  if (word >= 0)
    *value = daybook_value_int (word);
}

/* A workbook's number comes with a point, whatever its texts are written with. */
static DaybookDecimal
find_decimal (const DaybookValueContext *context,
              const DaybookTableRow     *row,
              guint                      column)
{
  return column < row->n_cells && row->cells[column].kind == DAYBOOK_CELL_NUMBER ? DAYBOOK_DECIMAL_POINT : context->decimal;
}

void
daybook_value_context_init (DaybookValueContext  *self,
                            const DaybookProfile *profile,
                            const DaybookForm    *form,
                            GTimeZone            *zone)
{
  *self = (DaybookValueContext) {
    .profile = profile,
    .zone = profile->zone != NULL ? g_time_zone_new_identifier (profile->zone) : NULL,
    .decimal = form->decimal != DAYBOOK_DECIMAL_GUESSED ? form->decimal : profile->decimal,
  };
  if (self->zone == NULL)
    self->zone = g_time_zone_ref (zone);
}

void
daybook_value_context_clear (DaybookValueContext *self)
{
  g_time_zone_unref (self->zone);
}

gboolean
daybook_order_value_read (const DaybookValueContext *context,
                          const DaybookField        *field,
                          const DaybookTableRow     *row,
                          guint                      column,
                          const char                *text,
                          DaybookValue              *value,
                          GError                   **error)
{
  const char *const *dates = context->dates != NULL ? context->dates : daybook_profile_dates (context->profile);
  gint64 moment = 0;

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
      return g_str_equal (field->name, "currency") ? check_currency (text, error) : check_text (text, error);
    case DAYBOOK_TYPE_INT:
      return field == &daybook_reviews.fields[DAYBOOK_REVIEW_STARS] ? read_stars (context, text, value, error)
                                                                    : read_count (text, find_decimal (context, row, column), value, error);
    case DAYBOOK_TYPE_MONEY:
      return read_money (context, find_decimal (context, row, column), text, value, error);
    case DAYBOOK_TYPE_ENUM:
      read_word (context, field, text, value);
      return TRUE;
    case DAYBOOK_TYPE_TIME:
      if (!daybook_moment_parse_as (text, dates, context->zone, &moment, error))
        return FALSE;
      *value = daybook_value_int (moment);
      return TRUE;
    case DAYBOOK_TYPE_BOOL:
    case DAYBOOK_TYPE_REF:
    default:
      g_return_val_if_reached (FALSE); /* no form maps them: daybook_target_parse() */
    }
}
