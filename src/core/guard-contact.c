/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard-contact.h"

#include <string.h>

/* The longest number with its country's code, 00 before it: 00886 and ten digits. */
#define MOST_DIGITS 15

/* Names of WeChat have 6 to 20 characters, numbers of QQ 5 and more; longer ones are those of orders. */
#define FEWEST_OF_NAME 5
#define MOST_OF_NAME 20
#define MOST_OF_NUMBER 12
/* A name without a digit could be any word. */
#define FEWEST_OF_PLAIN_NAME 6

/* “微信号码是：” has no more between word and name. */
#define MOST_FILLERS 4

const char *const daybook_guard_contact_words[] = {
  "微信", "薇信", "威信", "微信号", "v信", "v号", "加v", "加微", "加薇", "wechat", "weixin", "vx", "wx", "qq", "扣扣", "企鹅号", "line id", "加line", NULL,
};

static const DaybookGuardLetter *
letter_at (const DaybookGuardText *text,
           guint                   place)
{
  return place < text->letters->len ? daybook_guard_text_letters (text) + place : NULL;
}

static void
add (GArray *spans,
     guint   start,
     guint   end)
{
  const DaybookGuardSpan span = { start, end };

  g_array_append_val (spans, span);
}

/* --- Phones ----------------------------------------------------------------------------- */

/* What stands behind the country's code, of the mainland or of Taiwan. */
static const char *
skip_country (const char *digits,
              gboolean   *taiwan)
{
  const char *p = g_str_has_prefix (digits, "00") ? digits + 2 : digits;

  *taiwan = g_str_has_prefix (p, "886");
  if (*taiwan)
    return p + 3;
  return g_str_has_prefix (p, "86") ? p + 2 : digits;
}

static gboolean
is_mobile (const char *digits)
{
  gboolean taiwan;
  const char *national = skip_country (digits, &taiwan);
  gsize length = strlen (national);

  if (taiwan)
    return (length == 9 && national[0] == '9') || (length == 10 && g_str_has_prefix (national, "09"));

  return (length == 11 && national[0] == '1' && national[1] >= '3') || (national == digits && length == 10 && g_str_has_prefix (national, "09"));
}

/* Whether a run of digits begins, or ends, before that letter. */
static gboolean
is_border (const DaybookGuardText *text,
           guint                   place)
{
  const DaybookGuardLetter *letter = letter_at (text, place);

  if (place == 0 || letter == NULL || letter->gap != DAYBOOK_GAP_NONE)
    return TRUE;

  /* The number of a parcel has letters before its digits. */
  return (letter - 1)->kind == DAYBOOK_LETTER_IDEOGRAPH || letter->kind == DAYBOOK_LETTER_IDEOGRAPH;
}

/* The place behind the mobile number that begins there; 0: none does. */
static guint
mobile_end (const DaybookGuardText *text,
            guint                   start)
{
  char digits[MOST_DIGITS + 1] = "";
  const DaybookGuardLetter *letter;

  for (guint n = 0; n < MOST_DIGITS && (letter = letter_at (text, start + n)) != NULL; n++)
    {
      if (letter->kind != DAYBOOK_LETTER_DIGIT || letter->c > '9' || (n > 0 && letter->gap > DAYBOOK_GAP_WEAK))
        return 0;

      digits[n] = (char) letter->c;
      digits[n + 1] = '\0';
      if (is_border (text, start + n + 1) && is_mobile (digits))
        return start + n + 1;
    }

  return 0;
}

static void
find_mobiles (const DaybookGuardText *text,
              GArray                 *spans)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (text);

  for (guint i = 0; i < text->letters->len; i++)
    {
      guint end = letters[i].kind == DAYBOOK_LETTER_DIGIT && is_border (text, i) ? mobile_end (text, i) : 0;

      if (end == 0)
        continue;
      add (spans, letters[i].from, letters[end - 1].to);
      i = end - 1;
    }
}

/* --- E-mail ----------------------------------------------------------------------------- */

static gboolean
is_one_of (gunichar    c,
           const char *marks)
{
  return c != 0 && c < 0x80 && (g_ascii_isalnum ((char) c) || strchr (marks, (int) c) != NULL);
}

/* Where the name before the @ begins. */
static guint
name_start (const DaybookGuardText *text,
            guint                   at)
{
  guint start = at;

  while (start > 0 && is_one_of (daybook_guard_text_character (text, start - 1), "._%+-"))
    start--;
  while (start < at && !is_one_of (daybook_guard_text_character (text, start), ""))
    start++;
  return start;
}

/* Where the domain ends that begins there; `start`: it is none. */
static guint
domain_end (const DaybookGuardText *text,
            guint                   start)
{
  guint end = start, dot = 0;

  while (end < daybook_guard_text_length (text) && is_one_of (daybook_guard_text_character (text, end), "-."))
    end++;
  while (end > start && !is_one_of (daybook_guard_text_character (text, end - 1), ""))
    end--;
  for (guint i = start; i < end; i++)
    if (daybook_guard_text_character (text, i) == '.')
      dot = i;

  return dot > start && end - dot > 2 && !g_unichar_isdigit (daybook_guard_text_character (text, dot + 1)) ? end : start;
}

static void
find_addresses (const DaybookGuardText *text,
                GArray                 *spans)
{
  for (guint i = 0; i < daybook_guard_text_length (text); i++)
    if (daybook_guard_text_character (text, i) == '@')
      {
        guint start = name_start (text, i), end = domain_end (text, i + 1);

        if (start < i && end > i + 1)
          add (spans, start, end);
      }
}

void
daybook_guard_contact_find (const DaybookGuardText *text,
                            GArray                 *spans)
{
  find_mobiles (text, spans);
  find_addresses (text, spans);
}

/* --- Behind a word ---------------------------------------------------------------------- */

/* A blank, something that nobody sees, or a mark of which a name may follow. */
static gboolean
is_lead (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || (c < 0x80 && strchr (":=*\"'([<>", (int) c) != NULL) || c == 0x3010 || c == 0x201c
         || g_unichar_ismark (c) || type == G_UNICODE_FORMAT || type == G_UNICODE_OTHER_SYMBOL;
}

/* Whether the characters between the word and a name lead from one to the other; `*said` is set where they
 * say that it follows. */
static gboolean
leads_on (const DaybookGuardText *text,
          guint                   from,
          guint                   to,
          gboolean               *said)
{
  for (guint i = from; i < to; i++)
    {
      gunichar c = daybook_guard_text_character (text, i);

      if (!is_lead (c) || (c == '\n' && !*said))
        return FALSE;
      *said = *said || c == ':' || c == '=';
    }

  return TRUE;
}

/* 微信号, 微信号码是, 加我的微信: … */
static gboolean
is_filler (gunichar c)
{
  static const gunichar FILLERS[] = { 0x53f7, 0x7801, 0x5e10, 0x8d26, 0x7fa4, 0x662f, 0x4e3a, 0x52a0, 0x641c, 0x6211, 0x7684 };

  for (gsize i = 0; i < G_N_ELEMENTS (FILLERS); i++)
    if (FILLERS[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
is_id (const DaybookGuardText *text,
       guint                   place)
{
  const DaybookGuardLetter *letter = letter_at (text, place), *next = letter_at (text, place + 1);

  return next != NULL && letter->c == 'i' && next->c == 'd' && next->gap == DAYBOOK_GAP_NONE && is_border (text, place + 2);
}

/* The place behind those of them that stand there; `*said` is set where there are any. */
static guint
skip_fillers (const DaybookGuardText *text,
              guint                   place,
              gboolean               *said)
{
  const DaybookGuardLetter *letter;

  for (guint n = 0; n < MOST_FILLERS && (letter = letter_at (text, place)) != NULL && letter->gap <= DAYBOOK_GAP_WEAK; n++)
    {
      guint length = is_filler (letter->c) ? 1 : is_id (text, place) ? 2 : 0;

      if (length == 0)
        break;
      place += length;
      *said = TRUE;
    }

  return place;
}

/* What may be a name or a number. */
typedef struct
{
  guint end;      /* behind its last letter */
  guint n_digits;
  guint n_joints; /* so many _ are in it */
} Name;

/* Whether the letter belongs to the same name as the one before it. */
static gboolean
goes_on (const DaybookGuardText   *text,
         const DaybookGuardLetter *letter,
         Name                     *name)
{
  guint before = (letter - 1)->to;
  gunichar between = letter->from == before + 1 ? daybook_guard_text_character (text, before) : 0;

  if (letter->kind == DAYBOOK_LETTER_IDEOGRAPH)
    return FALSE;

  name->n_joints += between == '_' ? 1 : 0;
  return letter->from <= before || between == '_' || between == '-';
}

/* No more of it than shows that it is too long. */
static Name
read_name (const DaybookGuardText *text,
           guint                   start)
{
  Name name = { start, 0, 0 };
  const DaybookGuardLetter *letter;

  for (; (letter = letter_at (text, name.end)) != NULL && name.end - start <= MOST_OF_NAME
         && (name.end == start || goes_on (text, letter, &name)); name.end++)
    name.n_digits += letter->kind == DAYBOOK_LETTER_DIGIT ? 1 : 0;
  return name;
}

static gboolean
is_likely (const Name *name,
           guint       length,
           gboolean    said)
{
  if (name->n_digits == length)
    return length >= FEWEST_OF_NAME && length <= MOST_OF_NUMBER;
  if (name->n_digits + name->n_joints > 0)
    return length >= FEWEST_OF_NAME && length <= MOST_OF_NAME;

  return said && length >= FEWEST_OF_PLAIN_NAME && length <= MOST_OF_NAME;
}

void
daybook_guard_contact_behind (const DaybookGuardText *text,
                              guint                   place,
                              GArray                 *spans)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (text);
  gboolean said = is_filler (letters[place - 1].c);
  guint start = skip_fillers (text, place, &said);
  const DaybookGuardLetter *first = letter_at (text, start);
  Name name;

  if (first == NULL || first->kind == DAYBOOK_LETTER_IDEOGRAPH || !leads_on (text, (first - 1)->to, first->from, &said))
    return;

  name = read_name (text, start);
  if (is_likely (&name, name.end - start, said))
    add (spans, first->from, letters[name.end - 1].to);
}

/* --- Allowed ones ----------------------------------------------------------------------- */

/* The place of the first letter that comes of that character or of a later one. */
static guint
first_letter (const DaybookGuardText *text,
              guint                   character)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (text);
  guint low = 0, high = text->letters->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (letters[middle].from < character)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The letters between two characters, in which all ways of writing one contact are the same. */
static char *
letters_between (const DaybookGuardText *text,
                 guint                   start,
                 guint                   end)
{
  const DaybookGuardLetter *letter;
  GString *said = g_string_new (NULL);
  gboolean is_number = TRUE, taiwan = FALSE;

  for (guint i = first_letter (text, start); (letter = letter_at (text, i)) != NULL && letter->to <= end; i++)
    {
      g_string_append_unichar (said, letter->c);
      is_number = is_number && letter->kind == DAYBOOK_LETTER_DIGIT;
    }

  const char *national = is_number && is_mobile (said->str) ? skip_country (said->str, &taiwan) : said->str;

  g_string_erase (said, 0, national - said->str);
  if (taiwan && said->str[0] != '0')
    g_string_prepend_c (said, '0');
  return g_string_free (said, FALSE);
}

GHashTable *
daybook_guard_contacts_read (const char *const *contacts)
{
  GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (; contacts != NULL && *contacts != NULL; contacts++)
    {
      g_autoptr(DaybookGuardText) one = daybook_guard_text_new (*contacts);

      g_hash_table_add (read, letters_between (one, 0, daybook_guard_text_length (one)));
    }

  return read;
}

gboolean
daybook_guard_contacts_have (GHashTable             *contacts,
                             const DaybookGuardText *text,
                             const DaybookGuardSpan *span)
{
  g_autofree char *said = letters_between (text, span->start, span->end);

  return g_hash_table_contains (contacts, said);
}
