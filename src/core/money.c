/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"

#include "core/clip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whole units above this lose their minor units in a JSON number. */
#define MAX_MINOR (G_GINT64_CONSTANT (1) << 53)

/* ISO 4217 codes that do not have two digits. */
static const struct
{
  char code[4];
  int  digits;
} DIGITS[] = {
  { "BHD", 3 }, { "BIF", 0 }, { "CLF", 4 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "IQD", 3 },
  { "ISK", 0 }, { "JOD", 3 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 }, { "KWD", 3 }, { "LYD", 3 },
  { "OMR", 3 }, { "PYG", 0 }, { "RWF", 0 }, { "TND", 3 }, { "UGX", 0 }, { "UYI", 0 }, { "UYW", 4 },
  { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

/* What stands before or behind an amount. The first sign of a currency is the
 * one that people are shown. A sign without a code is that of several currencies. */
static const struct
{
  const char *sign;
  const char *code;
} SIGNS[] = {
  { "¥", "CNY" }, { "¥", "JPY" }, { "€", "EUR" }, { "£", "GBP" }, { "$", "USD" }, { "US$", "USD" },
  { "HK$", "HKD" }, { "NT$", "TWD" }, { "CA$", "CAD" }, { "C$", "CAD" }, { "AU$", "AUD" },
  { "A$", "AUD" }, { "S$", "SGD" }, { "R$", "BRL" }, { "MX$", "MXN" }, { "₩", "KRW" },
  { "₹", "INR" }, { "₫", "VND" }, { "฿", "THB" }, { "₽", "RUB" }, { "₱", "PHP" },
  { "₺", "TRY" }, { "₴", "UAH" }, { "RM", "MYR" }, { "RMB", "CNY" },
  { "人民币", "CNY" }, { "円", "JPY" }, { "원", "KRW" }, { "元", NULL }, { "圆", NULL }, { "圓", NULL }, { "$", NULL },
  /* As eBay writes them. */
  { "US $", "USD" }, { "AU $", "AUD" }, { "C $", "CAD" },
};

typedef enum
{
  READ_OK,
  NO_AMOUNT,
  OTHER_CURRENCY,
  TOO_PRECISE,
  TOO_LARGE,
} Reading;

/* A number as it stands: digits and the separators between them. */
typedef struct
{
  const char *start;
  const char *end;
  const char *decimal; /* the decimal sign, or `end` */
} Number;

int
daybook_money_digits (const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (DIGITS); i++)
    /* Most are settled by their first letter: this runs for each amount read. */
    if (DIGITS[i].code[0] == currency[0] && g_str_equal (DIGITS[i].code, currency))
      return DIGITS[i].digits;

  return 2;
}

const char *
daybook_money_code_of_sign (const char *sign)
{
  const char *code = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (g_str_equal (SIGNS[i].sign, sign))
      {
        if (code != NULL || SIGNS[i].code == NULL)
          return NULL;
        code = SIGNS[i].code;
      }

  return code;
}

gint64
daybook_money_rescale (gint64      minor,
                       const char *guessed,
                       const char *currency)
{
  int digits = daybook_money_digits (currency) - daybook_money_digits (guessed);

  for (; digits > 0; digits--)
    minor *= 10;
  for (; digits < 0; digits++)
    minor = (minor + (minor < 0 ? -5 : 5)) / 10;

  return minor;
}

static const char *
skip_blanks (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

static gboolean
is_code (const char *p)
{
  return g_ascii_isupper (p[0]) && g_ascii_isupper (p[1]) && g_ascii_isupper (p[2])
         && !g_ascii_isalpha (p[3]);
}

/* Skips a sign or code of `currency` where there is one; one of another
 * currency is an error. */
/* Whether a sign of several currencies can be one of this; one that is not known yet may
 * be any. */
static gboolean
is_shared_by (const char *sign,
              const char *currency)
{
  static const char DOLLARS[] = "USD AUD CAD HKD TWD SGD NZD MXN ARS CLP COP BRL UYU DOP BND FJD JMD TTD XCD";
  static const char YUANS[] = "CNY TWD HKD MOP SGD JPY";

  return currency == NULL || strstr (*sign == '$' ? DOLLARS : YUANS, currency) != NULL;
}

static Reading
skip_sign (const char **at,
           const char  *currency)
{
  const char *p = skip_blanks (*at);
  gsize length = 0;
  gboolean agrees = FALSE;

  if ((guchar) *p < 0x80 && !g_ascii_isalpha (*p) && *p != '$')
    return READ_OK;

  for (gsize i = 0; i < G_N_ELEMENTS (SIGNS) && !agrees; i++)
    if (g_str_has_prefix (p, SIGNS[i].sign) && length <= strlen (SIGNS[i].sign))
      {
        length = strlen (SIGNS[i].sign);
        agrees = SIGNS[i].code != NULL ? g_strcmp0 (SIGNS[i].code, currency) == 0
                                       : is_shared_by (SIGNS[i].sign, currency);
      }

  if (length == 0 && is_code (p))
    {
      length = 3;
      agrees = currency != NULL && strncmp (p, currency, 3) == 0;
    }
  if (length > 0 && !agrees)
    return OTHER_CURRENCY;

  *at = p + length;
  return READ_OK;
}

static gboolean
skip_minus (const char **at)
{
  const char *p = skip_blanks (*at);
  gboolean negative = *p == '-' || g_str_has_prefix (p, "−");

  if (negative)
    p += *p == '-' ? 1 : strlen ("−");
  else if (*p == '+')
    p++;

  *at = skip_blanks (p);
  return negative;
}

/* A blank or an apostrophe between digits parts thousands in French and Swiss
 * files; nothing else may stand inside a number. */
static gboolean
is_inside (const char *p,
           const char *start)
{
  return g_ascii_isdigit (*p) || *p == '.' || *p == ','
         || ((*p == ' ' || *p == '\'') && p > start && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]));
}

/* Whether `from`..`to` is groups of thousands: "1", "1,325", "12,34,567". */
static gboolean
is_grouped (const char *from,
            const char *to)
{
  gsize digits = 0, groups = 1;
  char separator = '\0';

  if (from < to && *from == '0' && to - from > 1)
    return memchr (from, '.', (gsize) (to - from)) == NULL && memchr (from, ',', (gsize) (to - from)) == NULL;

  for (const char *p = from; p < to; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if ((separator != '\0' && separator != *p) || digits == 0 || digits > 3 || (groups > 1 && digits < 2))
      return FALSE;
    else
      {
        separator = *p;
        groups++;
        digits = 0;
      }

  return groups == 1 || digits == 3;
}

static const char *
last_separator (const Number *number)
{
  for (const char *p = number->end; p > number->start; p--)
    if (p[-1] == '.' || p[-1] == ',')
      return p - 1;

  return NULL;
}

static gboolean
take_decimal (Number *number,
              char    sign)
{
  const char *at = memchr (number->start, sign, (gsize) (number->end - number->start));

  number->decimal = at != NULL ? at : number->end;
  return is_grouped (number->start, number->decimal);
}

/* Finds the decimal sign; FALSE when what is left of it makes no number. */
static gboolean
guess_decimal (Number *number,
               int     digits)
{
  const char *last = last_separator (number);
  gsize length = (gsize) (number->end - number->start);

  number->decimal = number->end;
  if (last == NULL)
    return is_grouped (number->start, number->end);

  gboolean both = memchr (number->start, *last == '.' ? ',' : '.', length) != NULL;
  gboolean first = memchr (number->start, *last, length) == last;
  gboolean fraction = digits == 3 && *last == '.' && number->end - last == 4;
  if (first && (both || fraction || !is_grouped (number->start, number->end)))
    number->decimal = last;

  return is_grouped (number->start, number->decimal);
}

static gboolean
find_decimal (Number         *number,
              int             digits,
              DaybookDecimal  decimal)
{
  switch (decimal)
    {
    case DAYBOOK_DECIMAL_POINT:
      return take_decimal (number, '.');
    case DAYBOOK_DECIMAL_COMMA:
      return take_decimal (number, ',');
    case DAYBOOK_DECIMAL_GUESSED:
    default:
      return guess_decimal (number, digits);
    }
}

static Reading
add_digit (gint64 *minor,
           int     digit)
{
  *minor = *minor * 10 + digit;
  return *minor <= MAX_MINOR ? READ_OK : TOO_LARGE;
}

static Reading
sum_digits (const Number *number,
            int           digits,
            gint64       *minor)
{
  Reading reading = READ_OK;
  int fraction = 0;

  *minor = 0;
  for (const char *p = number->start; p < number->decimal && reading == READ_OK; p++)
    if (g_ascii_isdigit (*p))
      reading = add_digit (minor, *p - '0');

  for (const char *p = number->decimal + 1; p < number->end && reading == READ_OK; p++, fraction++)
    if (!g_ascii_isdigit (*p))
      return NO_AMOUNT;
    else if (fraction < digits)
      reading = add_digit (minor, *p - '0');
    else if (*p != '0')
      return TOO_PRECISE;

  for (; fraction < digits && reading == READ_OK; fraction++)
    reading = add_digit (minor, 0);

  return reading;
}

static Reading
read_number (const char     **at,
             const char      *currency,
             DaybookDecimal   decimal,
             gint64          *minor)
{
  int digits = daybook_money_digits (currency);
  Number number = { .start = *at, .end = *at };
  gsize n_digits = 0;

  for (; is_inside (number.end, number.start); number.end++)
    n_digits += g_ascii_isdigit (*number.end) ? 1 : 0;
  if (n_digits == 0 || !find_decimal (&number, digits, decimal))
    return NO_AMOUNT;

  *at = number.end;
  return sum_digits (&number, digits, minor);
}

/* Whether nothing but blanks or a note in brackets follows. */
static gboolean
is_end (const char *p)
{
  p = skip_blanks (p);
  if (*p != '(')
    return *p == '\0';

  gsize length = strlen (p);
  while (g_ascii_isspace (p[length - 1]))
    length--;
  return p[length - 1] == ')';
}

static Reading
read_amount (const char     *p,
             const char     *currency,
             DaybookDecimal  decimal,
             gint64         *minor)
{
  gboolean negative = skip_minus (&p);
  Reading reading = skip_sign (&p, currency);

  if (!negative)
    negative = skip_minus (&p);
  p = skip_blanks (p);
  if (reading == READ_OK)
    reading = read_number (&p, currency, decimal, minor);
  if (reading == READ_OK)
    reading = skip_sign (&p, currency);
  if (reading == READ_OK && !is_end (p))
    reading = NO_AMOUNT;
  if (reading == READ_OK && negative)
    *minor = -*minor;

  return reading;
}

/* Full-width digits, signs and brackets become plain ones. Most amounts are plain
 * already, and an import reads millions of them. */
static Reading
read_text (const char     *text,
           const char     *currency,
           DaybookDecimal  decimal,
           gint64         *minor)
{
  const char *p = text;

  while (*p != '\0' && (guchar) *p < 0x80)
    p++;
  if (*p == '\0')
    return read_amount (text, currency, decimal, minor);

  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  return normal != NULL ? read_amount (normal, currency, decimal, minor) : NO_AMOUNT;
}

static char *
explain (Reading     reading,
         const char *clip,
         const char *currency)
{
  switch (reading)
    {
    case OTHER_CURRENCY:
      return g_strdup_printf (_("“%s” is not in %s."), clip, currency);
    case TOO_PRECISE:
      return g_strdup_printf (_("“%s” has more decimals than %s."), clip, currency);
    case TOO_LARGE:
      return g_strdup_printf (_("“%s” is too large an amount."), clip);
    case READ_OK:
    case NO_AMOUNT:
    default:
      return g_strdup_printf (_("“%s” is not an amount of money."), clip);
    }
}

static void
set_error (GError     **error,
           Reading      reading,
           const char  *text,
           const char  *currency)
{
  /* Callers that try a text without wanting a reason pay for none. */
  if (error == NULL)
    return;

  g_autofree char *clip = daybook_clip (text);
  g_autofree char *message = explain (reading, clip, currency != NULL ? currency : "XXX");
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, message);
}

gboolean
daybook_money_parse (const char  *text,
                     const char  *currency,
                     gint64      *minor,
                     GError     **error)
{
  return daybook_money_parse_as (text, currency, DAYBOOK_DECIMAL_GUESSED, minor, error);
}

gboolean
daybook_money_parse_as (const char      *text,
                        const char      *currency,
                        DaybookDecimal   decimal,
                        gint64          *minor,
                        GError         **error)
{
  gint64 amount = 0;
  Reading reading = text != NULL ? read_text (text, currency, decimal, &amount) : NO_AMOUNT;

  if (reading != READ_OK)
    {
      set_error (error, reading, text, currency);
      return FALSE;
    }

  *minor = amount;
  return TRUE;
}

/* The digits of an amount, without its sign, from the back of `buffer`. */
static const char *
print_digits (gint64      minor,
              const char *currency,
              const char *separator,
              char        buffer[64])
{
  int digits = daybook_money_digits (currency);
  guint64 rest = minor < 0 ? 0 - (guint64) minor : (guint64) minor;
  char *p = buffer + 63;

  *p = '\0';
  for (int n = 0; rest > 0 || n <= digits; n++, rest /= 10)
    {
      if (n == digits && n > 0)
        *--p = '.';
      else if (n > digits && (n - digits) % 3 == 0 && *separator != '\0')
        *--p = *separator;
      *--p = (char) ('0' + rest % 10);
    }

  return p;
}

char *
daybook_money_to_string (gint64      minor,
                         const char *currency)
{
  char buffer[64];

  return g_strconcat (minor < 0 ? "-" : "", print_digits (minor, currency, "", buffer), NULL);
}

char *
daybook_money_format (gint64      minor,
                      const char *currency)
{
  char buffer[64];
  const char *digits = print_digits (minor, currency, ",", buffer);
  const char *minus = minor < 0 ? "−" : "";

  for (gsize i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (SIGNS[i].code != NULL && g_strcmp0 (SIGNS[i].code, currency) == 0)
      return g_strconcat (minus, SIGNS[i].sign, digits, NULL);

  if (currency == NULL || *currency == '\0')
    return g_strconcat (minus, digits, NULL);

  /* A no-break space: the code must not part from its amount. */
  return g_strconcat (minus, currency, "\u00a0", digits, NULL);
}
