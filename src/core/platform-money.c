/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/platform-money.h"

#include "core/aftersale.h"
#include "core/money.h"
#include "core/order.h"
#include "core/payment.h"

#include <glib/gi18n-lib.h>

void
daybook_platform_money_clear (DaybookPlatformMoney *money)
{
  g_clear_pointer (&money->number, g_free);
}

static gboolean
is_in_currency (const DaybookRow *row,
                guint             field,
                const DaybookRow *order)
{
  const char *currency = daybook_row_text (row, field);

  return *currency == '\0' || g_str_equal (currency, daybook_row_text (order, DAYBOOK_ORDER_CURRENCY));
}

/* The newest comes first: it names the figure. */
static void
count (DaybookPlatformMoney *money,
       gint64                amount,
       gint64                at,
       const char           *number)
{
  money->refunded += amount;
  if (money->n++ > 0)
    return;

  money->at = at;
  money->number = g_strdup (number);
}

/* --- The list of refunds -------------------------------------------------------- */

static gboolean
is_about_money (const DaybookRow *row)
{
  switch (daybook_row_int (row, DAYBOOK_AFTERSALE_KIND))
    {
    case DAYBOOK_AFTERSALE_EXCHANGE:
    case DAYBOOK_AFTERSALE_RESEND:
    case DAYBOOK_AFTERSALE_REPAIR:
      return FALSE;
    default:
      return TRUE;
    }
}

static gint64
ended_at (const DaybookRow *row)
{
  return daybook_row_has (row, DAYBOOK_AFTERSALE_ENDED_AT) ? daybook_row_int (row, DAYBOOK_AFTERSALE_ENDED_AT)
                                                           : daybook_row_int (row, DAYBOOK_AFTERSALE_ASKED_AT);
}

/* What is refused or withdrawn moves nothing; of a word that nobody knows nothing is said. */
static void
count_aftersale (DaybookPlatformMoney *money,
                 const DaybookRow     *row)
{
  gint64 amount = daybook_row_int (row, DAYBOOK_AFTERSALE_AMOUNT);

  switch (daybook_row_int (row, DAYBOOK_AFTERSALE_STAGE))
    {
    case DAYBOOK_AFTERSALE_DONE:
      count (money, amount, ended_at (row), daybook_row_text (row, DAYBOOK_AFTERSALE_NUMBER));
      break;
    case DAYBOOK_AFTERSALE_ASKED:
    case DAYBOOK_AFTERSALE_AGREED:
    case DAYBOOK_AFTERSALE_RETURNING:
    case DAYBOOK_AFTERSALE_PAYING:
      money->waiting += amount;
      break;
    default:
      break;
    }
}

static gboolean
take_list (DaybookPlatformMoney *money,
           GPtrArray            *aftersales,
           const DaybookRow     *order)
{
  for (guint i = 0; i < aftersales->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (aftersales, i);

      if (is_about_money (row) && is_in_currency (row, DAYBOOK_AFTERSALE_CURRENCY, order))
        count_aftersale (money, row);
    }

  money->source = DAYBOOK_PLATFORM_BY_LIST;
  return money->n > 0 || money->waiting > 0;
}

/* --- Bills, and the order itself -------------------------------------------------- */

static gboolean
take_bills (DaybookPlatformMoney *money,
            GPtrArray            *payments,
            const DaybookRow     *order)
{
  for (guint i = 0; i < payments->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (payments, i);

      if (daybook_row_int (row, DAYBOOK_PAYMENT_KIND) == DAYBOOK_PAYMENT_REFUNDED
          && daybook_row_int (row, DAYBOOK_PAYMENT_STAGE) == DAYBOOK_PAYMENT_DONE
          && is_in_currency (row, DAYBOOK_PAYMENT_CURRENCY, order))
        count (money, daybook_row_int (row, DAYBOOK_PAYMENT_AMOUNT), daybook_row_int (row, DAYBOOK_PAYMENT_AT),
               daybook_row_text (row, DAYBOOK_PAYMENT_NUMBER));
    }

  money->source = DAYBOOK_PLATFORM_BY_BILLS;
  return money->n > 0;
}

static gboolean
take_order (DaybookPlatformMoney *money,
            const DaybookRow     *order)
{
  gint64 refunded = daybook_row_int (order, DAYBOOK_ORDER_REFUNDED);

  if (refunded > 0)
    count (money, refunded, 0, NULL);
  money->source = DAYBOOK_PLATFORM_BY_ORDER;
  return refunded > 0;
}

/* What is still asked for at the platform explains what the book has not, or has already. */
static DaybookPlatformVerdict
judge (const DaybookPlatformMoney *money)
{
  gint64 gap = money->written - money->refunded;

  if (gap == 0)
    return money->waiting > 0 ? DAYBOOK_PLATFORM_WAITS : DAYBOOK_PLATFORM_AGREES;

  return gap > 0 && gap <= money->waiting ? DAYBOOK_PLATFORM_WAITS : DAYBOOK_PLATFORM_DIFFERS;
}

void
daybook_platform_money_compare (DaybookPlatformMoney *money,
                                GPtrArray            *aftersales,
                                GPtrArray            *payments,
                                const DaybookRow     *order,
                                gint64                written)
{
  *money = (DaybookPlatformMoney) { .written = written };
  if (take_list (money, aftersales, order) || take_bills (money, payments, order) || take_order (money, order))
    money->verdict = judge (money);
}

/* --- Words ------------------------------------------------------------------------ */

const char *
daybook_platform_verdict_word (DaybookPlatformVerdict verdict)
{
  static const char *const WORDS[] = { "silent", "agrees", "waits", "differs" };

  return WORDS[verdict];
}

const char *
daybook_platform_source_word (DaybookPlatformSource source)
{
  static const char *const WORDS[] = { "list", "bills", "order" };

  return WORDS[source];
}

/* "24 Nov 2026"; NULL: it is not known. (transfer full) */
static char *
name_day (gint64     at,
          GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = at != 0 ? g_date_time_new_from_unix_utc (at) : NULL;
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Translators: a day in a sentence, as strftime() writes it: “24 Nov 2026”. */
  return local != NULL ? g_date_time_format (local, _("%-d %b %Y")) : NULL;
}

/* "refunded ¥50.00 on 24 Nov 2026, refund 12345" */
static char *
say_refunded (const DaybookPlatformMoney *money,
              const char                 *currency,
              GTimeZone                  *zone)
{
  g_autofree char *amount = daybook_money_format (money->refunded, currency);
  g_autofree char *day = name_day (money->at, zone);

  if (money->n == 0)
    return g_strdup (_("nothing refunded"));
  if (money->n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "refunded %1$s in %2$u payment", "refunded %1$s in %2$u payments", money->n),
                            amount, money->n);
  if (money->number == NULL || *money->number == '\0')
    return g_strdup_printf (_("refunded %s"), amount);
  if (day == NULL)
    /* Translators: an amount, and the number of the refund. */
    return g_strdup_printf (_("refunded %1$s, refund %2$s"), amount, money->number);

  /* Translators: an amount, a day, and the number of the refund. */
  return g_strdup_printf (_("refunded %1$s on %2$s, refund %3$s"), amount, day, money->number);
}

static const char *
name_source (DaybookPlatformSource source)
{
  return source == DAYBOOK_PLATFORM_BY_BILLS ? _("Bills") : _("Platform");
}

char *
daybook_platform_money_say (const DaybookPlatformMoney *money,
                            const char                 *currency,
                            GTimeZone                  *zone)
{
  g_autofree char *refunded = say_refunded (money, currency, zone);
  g_autofree char *waiting = daybook_money_format (money->waiting, currency);
  g_autofree char *written = daybook_money_format (money->written, currency);
  const char *source = name_source (money->source);

  switch (money->verdict)
    {
    case DAYBOOK_PLATFORM_AGREES:
      /* Translators: who says it (the platform or the bills), and what: “Platform: refunded ¥50.00”. */
      return g_strdup_printf (_("%1$s: %2$s. It agrees with the book."), source, refunded);
    case DAYBOOK_PLATFORM_WAITS:
      /* Translators: the platform; what it refunded; an amount. */
      return g_strdup_printf (_("%1$s: %2$s; %3$s is asked for and not paid yet."), source, refunded, waiting);
    case DAYBOOK_PLATFORM_DIFFERS:
      /* Translators: the platform; what it refunded; an amount. */
      return g_strdup_printf (_("%1$s: %2$s, but by the book %3$s went that way."), source, refunded, written);
    case DAYBOOK_PLATFORM_SILENT:
    default:
      return g_strdup ("");
    }
}
