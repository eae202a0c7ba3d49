/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste-reviews.h"

#include "exchange/paste-line.h"
#include "exchange/paste-time.h"
#include "exchange/recognise.h"
#include "exchange/refuse.h"
#include "exchange/table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A nick and its date have at most so many lines between them: of a level, of stars. */
#define MAX_BETWEEN 2

/* What follows a line that says nothing of itself belongs to this. */
typedef enum
{
  IN_WORDS,
  IN_FOLLOW_UP,
  IN_REPLY,
} Place;

typedef struct
{
  GPtrArray           *lines;   /* DaybookPasteLine * */
  DaybookPaste        *paste;
  DaybookPastedReview *review;  /* that is being read; NULL before the first */
  guint                begun;   /* its first line */
  Place                place;
  gboolean             by_time; /* the first review began with its date: so do the others */
  guint                stars;   /* that stand before the review they are of; 0: none */
  guint                stars_at; /* their line */
} Reading;

static DaybookPaste *
paste_new (void)
{
  DaybookPaste *paste = g_new0 (DaybookPaste, 1);

  paste->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_pasted_review_free);
  paste->left_out = g_ptr_array_new_with_free_func (g_free);
  return paste;
}

void
daybook_paste_free (DaybookPaste *paste)
{
  g_ptr_array_unref (paste->reviews);
  g_ptr_array_unref (paste->left_out);
  g_free (paste);
}

/* --- What stands around a line ---------------------------------------------- */

/* Behind the last line it is blank. */
static const DaybookPasteLine *
line_at (const Reading *reading,
         guint          i)
{
  static char nothing[] = "";
  static const DaybookPasteLine END = { .kind = DAYBOOK_PASTE_BLANK, .whole = nothing, .text = nothing };

  return i < reading->lines->len ? g_ptr_array_index (reading->lines, i) : &END;
}

static gboolean
is_kind (const DaybookPasteLine *line,
         DaybookPasteKind        kind)
{
  return line->kind == kind;
}

/* The place of the next line that says something, or behind the last. */
static guint
next_filled (const Reading *reading,
             guint          i)
{
  for (i++; i < reading->lines->len && is_kind (line_at (reading, i), DAYBOOK_PASTE_BLANK); i++)
    ;

  return i;
}

static gboolean
is_after_blank (const Reading *reading,
                guint          i)
{
  return i == 0 || is_kind (line_at (reading, i - 1), DAYBOOK_PASTE_BLANK);
}

/* The last line before `i` that says something. */
static const DaybookPasteLine *
previous_filled (const Reading *reading,
                 guint          i)
{
  while (i > 0 && is_kind (line_at (reading, i - 1), DAYBOOK_PASTE_BLANK))
    i--;

  return line_at (reading, i > 0 ? i - 1 : reading->lines->len);
}

/* Whether line `i` is a date that stands alone, or with what may stand behind it. */
static gboolean
is_bare_time (const Reading *reading,
              guint          i)
{
  const DaybookPasteLine *line = line_at (reading, i);

  return is_kind (line, DAYBOOK_PASTE_TIME) && *line->text == '\0';
}

/* Whether the date of a review follows within a few lines. */
static gboolean
is_dated_soon (const Reading *reading,
               guint          i)
{
  for (guint n = 0; n <= MAX_BETWEEN; n++)
    {
      i = next_filled (reading, i);
      if (is_bare_time (reading, i))
        return TRUE;
      if (is_kind (line_at (reading, i), DAYBOOK_PASTE_NICK) || is_kind (line_at (reading, i), DAYBOOK_PASTE_MASKED))
        return FALSE;
    }

  return FALSE;
}

/* A block is what stands between two blank lines. Whether this one is dated by its last line,
 * and by no other, and names nobody. */
static gboolean
ends_in_time (const Reading *reading,
              guint          i)
{
  for (; i < reading->lines->len; i++)
    {
      const DaybookPasteLine *line = line_at (reading, i);
      const DaybookPasteLine *next = line_at (reading, i + 1);

      if (line->kind == DAYBOOK_PASTE_TIME)
        return next->kind == DAYBOOK_PASTE_BLANK;
      if (line->kind == DAYBOOK_PASTE_BLANK || line->kind == DAYBOOK_PASTE_NICK || line->kind == DAYBOOK_PASTE_MASKED)
        return FALSE;
    }

  return FALSE;
}

/* --- Reviews ---------------------------------------------------------------- */

/* Line `i` is of no review. */
static void
leave_out (Reading *reading,
           guint    i)
{
  g_ptr_array_add (reading->paste->left_out, g_strdup (line_at (reading, i)->whole));
}

/* `end`: where the next one begins. */
static void
finish_review (Reading *reading,
               guint    end)
{
  DaybookPastedReview *review = g_steal_pointer (&reading->review);

  if (review == NULL)
    return;
  if (daybook_pasted_review_is_one (review))
    {
      g_ptr_array_add (reading->paste->reviews, review);
      return;
    }

  for (guint i = reading->begun; i < end; i++)
    if (!is_kind (line_at (reading, i), DAYBOOK_PASTE_BLANK) && !is_kind (line_at (reading, i), DAYBOOK_PASTE_PAGE))
      leave_out (reading, i);
  daybook_pasted_review_free (review);
}

static void
begin_review (Reading *reading,
              guint    i)
{
  finish_review (reading, reading->stars > 0 ? reading->stars_at : i);
  reading->review = daybook_pasted_review_new ();
  reading->review->stars = reading->stars;
  reading->begun = i;
  reading->place = IN_WORDS;
  reading->stars = 0;
}

static void
append (GString    *text,
        const char *more)
{
  if (text->len > 0 && *more != '\0')
    g_string_append_c (text, '\n');
  g_string_append (text, more);
}

static GString *
place_of (const Reading *reading)
{
  switch (reading->place)
    {
    case IN_FOLLOW_UP:
      return reading->review->follow_up;
    case IN_REPLY:
      return reading->review->reply;
    case IN_WORDS:
    default:
      return reading->review->words;
    }
}

/* A line that has no better place is a part of the text. */
static void
take_text (Reading    *reading,
           guint       i,
           const char *text)
{
  if (reading->review == NULL)
    leave_out (reading, i);
  else
    append (place_of (reading), text);
}

/* What is said once: said again it is text. */
static void
take_once (Reading                *reading,
           guint                   i,
           GString                *field,
           const DaybookPasteLine *line)
{
  if (field->len > 0)
    take_text (reading, i, line->whole);
  else
    g_string_assign (field, line->text);
}

/* --- One line --------------------------------------------------------------- */

/* Whether a name that only looks like one begins a review here. */
static gboolean
masked_begins (const Reading *reading,
               guint          i)
{
  const DaybookPastedReview *review = reading->review;
  const DaybookPasteLine *before = previous_filled (reading, i);
  gboolean is_open = review != NULL && review->nick->len > 0 && review->time->len == 0;

  if (is_dated_soon (reading, i))
    return !is_open || (review->words->len > 0 && is_after_blank (reading, i));
  if (review == NULL)
    return TRUE;
  if (review->words->len == 0 && review->nick->len > 0)
    return FALSE;

  return is_after_blank (reading, i) || is_kind (before, DAYBOOK_PASTE_TIME) || is_kind (before, DAYBOOK_PASTE_VARIANT);
}

/* Whether line `i` has a date below it, and something of its own below that. */
static gboolean
heads_time (const Reading *reading,
            guint          i)
{
  guint time = next_filled (reading, i);
  guint more;

  if (is_kind (line_at (reading, time), DAYBOOK_PASTE_STARS))
    time = next_filled (reading, time);
  if (!is_bare_time (reading, time))
    return FALSE;

  more = next_filled (reading, time);
  return more < reading->lines->len && !is_bare_time (reading, next_filled (reading, more));
}

/* Whether a text is the name of who wrote the review that begins here. */
static gboolean
text_is_nick (const Reading *reading,
              guint          i)
{
  const DaybookPastedReview *review = reading->review;

  if (!daybook_paste_line_may_be_name (line_at (reading, i)->whole) || !heads_time (reading, i))
    return FALSE;
  return review == NULL || (!reading->by_time && review->time->len > 0 && (review->words->len > 0 || review->stars > 0));
}

/* A block that is dated at its end is one of its own. */
static gboolean
text_begins (const Reading *reading,
             guint          i)
{
  const DaybookPastedReview *review = reading->review;

  if (!is_after_blank (reading, i) || !ends_in_time (reading, i))
    return FALSE;
  return review == NULL || (review->time->len > 0 && (review->words->len > 0 || review->stars > 0));
}

static void
take_nick (Reading    *reading,
           guint       i,
           const char *nick)
{
  gboolean joins = reading->review != NULL && reading->review->nick->len == 0 && reading->review->words->len == 0
                   && reading->review->time->len > 0 && (reading->by_time || !is_dated_soon (reading, i));

  if (!joins)
    begin_review (reading, i);
  g_string_assign (reading->review->nick, nick);
}

static void
read_text (Reading *reading,
           guint    i)
{
  const DaybookPasteLine *line = line_at (reading, i);

  if (text_is_nick (reading, i))
    {
      begin_review (reading, i);
      g_string_assign (reading->review->nick, line->whole);
      return;
    }

  if (text_begins (reading, i))
    begin_review (reading, i);
  take_text (reading, i, line->whole);
}

/* Pages have such words in their menus too: there several stand below each other. */
static gboolean
stars_lead (const Reading *reading,
            guint          i)
{
  const DaybookPasteLine *line = line_at (reading, i);
  const DaybookPasteLine *next = line_at (reading, next_filled (reading, i));

  if (line->is_word && is_kind (previous_filled (reading, i), DAYBOOK_PASTE_STARS))
    return FALSE;
  return is_kind (next, DAYBOOK_PASTE_NICK) || is_kind (next, DAYBOOK_PASTE_MASKED) || is_kind (next, DAYBOOK_PASTE_TIME);
}

static void
read_stars (Reading *reading,
            guint    i)
{
  const DaybookPasteLine *line = line_at (reading, i);

  if (reading->review != NULL && reading->review->stars == 0 && reading->place == IN_WORDS)
    reading->review->stars = line->stars;
  else if (stars_lead (reading, i))
    {
      reading->stars = line->stars;
      reading->stars_at = i;
    }
  else
    take_text (reading, i, line->whole);
}

/* What was taken for the stars of the next review is none when no review began. */
static void
let_stars_go (Reading *reading)
{
  if (reading->stars == 0)
    return;

  reading->stars = 0;
  take_text (reading, reading->stars_at, line_at (reading, reading->stars_at)->whole);
}

/* Whether the date is that of a later part of the review. */
static GString *
find_later_time (const Reading *reading)
{
  DaybookPastedReview *review = reading->review;

  if (review == NULL)
    return NULL;
  if (reading->place == IN_FOLLOW_UP && review->followed_at->len == 0 && (review->follow_up->len == 0 || review->nick->len > 0))
    return review->followed_at;
  if (reading->place == IN_REPLY && review->replied_at->len == 0 && (review->reply->len == 0 || review->nick->len > 0))
    return review->replied_at;

  return NULL;
}

typedef enum
{
  BEFORE_TIME, /* there also names stand that are not said to be any */
  AFTER_TIME,
} Side;

/* What stands beside the date in its line. */
static void
read_beside (Reading    *reading,
             Side        side,
             const char *text)
{
  g_autoptr(DaybookPasteLine) part = daybook_paste_line_read (text, strlen (text), NULL);
  DaybookPastedReview *review = reading->review;

  if (part->kind == DAYBOOK_PASTE_BLANK)
    return;
  if (part->kind == DAYBOOK_PASTE_STARS && review->stars == 0)
    review->stars = part->stars;
  else if (review->nick->len == 0 && (part->kind == DAYBOOK_PASTE_NICK || part->kind == DAYBOOK_PASTE_MASKED
                                      || (part->kind == DAYBOOK_PASTE_TEXT && side == BEFORE_TIME)))
    g_string_assign (review->nick, part->text);
  else if (review->variant->len == 0 && (part->kind == DAYBOOK_PASTE_VARIANT || side == BEFORE_TIME))
    g_string_assign (review->variant, part->text);
  else
    append (review->words, text);
}

static void
read_time (Reading *reading,
           guint    i)
{
  const DaybookPasteLine *line = line_at (reading, i);
  g_autoptr(DaybookPasteLine) before = daybook_paste_line_read (line->text, strlen (line->text), NULL);
  gboolean names = before->kind == DAYBOOK_PASTE_NICK || before->kind == DAYBOOK_PASTE_MASKED;
  GString *later = names ? NULL : find_later_time (reading);

  if (later != NULL)
    {
      g_string_assign (later, line->time);
      return;
    }
  if (reading->review == NULL || reading->review->time->len > 0 || (names && reading->review->nick->len > 0))
    {
      reading->by_time = reading->by_time || (reading->paste->reviews->len == 0 && reading->review == NULL && !names);
      begin_review (reading, i);
    }

  g_string_assign (reading->review->time, line->time);
  read_beside (reading, BEFORE_TIME, line->text);
  if (line->after != NULL)
    read_beside (reading, AFTER_TIME, line->after);
}

static void
read_variant (Reading *reading,
              guint    i)
{
  const DaybookPasteLine *line = line_at (reading, i);

  if (reading->review != NULL && reading->review->variant->len > 0 && i > 0 && is_kind (line_at (reading, i - 1), DAYBOOK_PASTE_VARIANT))
    g_string_append_printf (reading->review->variant, "；%s", line->text);
  else if (reading->review != NULL)
    take_once (reading, i, reading->review->variant, line);
  else
    leave_out (reading, i);
}

/* "追评：2026-11-25 又买了" has its own date. */
static void
read_later (Reading *reading,
            guint    i,
            Place    place)
{
  const DaybookPasteLine *line = line_at (reading, i);
  const char *text = line->text;
  g_autofree char *time = NULL;
  GString *at;

  if (reading->review == NULL)
    {
      leave_out (reading, i);
      return;
    }

  reading->place = place;
  at = place == IN_REPLY ? reading->review->replied_at : reading->review->followed_at;
  time = at->len == 0 ? daybook_paste_time_take (text, &text) : NULL;
  if (time != NULL)
    g_string_assign (at, time);
  append (place_of (reading), text + strspn (text, " "));
}

static void
read_later_time (Reading *reading,
                 guint    i,
                 Place    place)
{
  GString *at = reading->review == NULL ? NULL : place == IN_REPLY ? reading->review->replied_at : reading->review->followed_at;

  if (at == NULL || at->len > 0)
    take_text (reading, i, line_at (reading, i)->whole);
  else
    g_string_assign (at, line_at (reading, i)->time);
}

static void
read_words (Reading *reading,
            guint    i)
{
  if (reading->review != NULL)
    reading->place = IN_WORDS;
  take_text (reading, i, line_at (reading, i)->text);
}

static void
read_line (Reading *reading,
           guint    i)
{
  const DaybookPasteLine *line = line_at (reading, i);
  DaybookPastedReview *review = reading->review;

  switch (line->kind)
    {
    case DAYBOOK_PASTE_BLANK:
      break;
    case DAYBOOK_PASTE_NICK:
      take_nick (reading, i, line->text);
      break;
    case DAYBOOK_PASTE_MASKED:
      if (masked_begins (reading, i))
        take_nick (reading, i, line->text);
      else
        take_text (reading, i, line->whole);
      break;
    case DAYBOOK_PASTE_TIME:
      read_time (reading, i);
      break;
    case DAYBOOK_PASTE_STARS:
      read_stars (reading, i);
      break;
    case DAYBOOK_PASTE_VARIANT:
      read_variant (reading, i);
      break;
    case DAYBOOK_PASTE_PRODUCT:
    case DAYBOOK_PASTE_ORDER:
      if (review != NULL)
        take_once (reading, i, line->kind == DAYBOOK_PASTE_ORDER ? review->order_number : review->product, line);
      else
        leave_out (reading, i);
      break;
    case DAYBOOK_PASTE_WORDS:
      read_words (reading, i);
      break;
    case DAYBOOK_PASTE_FOLLOW_UP:
      read_later (reading, i, IN_FOLLOW_UP);
      break;
    case DAYBOOK_PASTE_REPLY:
      read_later (reading, i, IN_REPLY);
      break;
    case DAYBOOK_PASTE_FOLLOWED_AT:
    case DAYBOOK_PASTE_REPLIED_AT:
      read_later_time (reading, i, line->kind == DAYBOOK_PASTE_REPLIED_AT ? IN_REPLY : IN_FOLLOW_UP);
      break;
    case DAYBOOK_PASTE_PAGE:
      leave_out (reading, i);
      break;
    case DAYBOOK_PASTE_TEXT:
    default:
      read_text (reading, i);
      break;
    }

  if (line->kind != DAYBOOK_PASTE_BLANK && line->kind != DAYBOOK_PASTE_STARS)
    let_stars_go (reading);
}

/* --- The whole -------------------------------------------------------------- */

/* Cells of a page's table are lines too. */
static GPtrArray *
split_lines (const char *text,
             gsize       length,
             GHashTable *words)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_paste_line_free);
  const char *end = text + length;

  while (text < end)
    {
      gsize n = 0;

      while (text + n < end && text[n] != '\n' && text[n] != '\r' && text[n] != '\t')
        n++;
      g_ptr_array_add (lines, daybook_paste_line_read (text, n, words));
      /* A line feed behind a carriage return ends no other line. */
      text += n + (text + n + 1 < end && text[n] == '\r' && text[n + 1] == '\n') + 1;
    }

  return lines;
}

/* What the first line that is not blank is the header of; NULL: of no table. */
static const DaybookForm *
find_table (const char *text,
            gsize       length,
            GPtrArray  *profiles)
{
  static const char *const DELIMITERS[] = { "\t", ",", ";", NULL };
  gsize begin = 0;
  gsize n = 0;
  const DaybookForm *form = NULL;
  const DaybookProfile *profile;

  while (begin < length && strchr ("\r\n \t", text[begin]) != NULL)
    begin++;
  while (begin + n < length && text[begin + n] != '\n' && text[begin + n] != '\r')
    n++;

  for (gsize i = 0; DELIMITERS[i] != NULL && form == NULL; i++)
    {
      g_autofree char *line = g_strndup (text + begin, n);
      g_auto(GStrv) cells = NULL;

      if (strstr (line, DELIMITERS[i]) == NULL || n > DAYBOOK_TABLE_MAX_CELL)
        continue;
      cells = g_strsplit (line, DELIMITERS[i], DAYBOOK_TABLE_MAX_COLUMNS);
      form = daybook_recognise_header (profiles, NULL, (const char *const *) cells, g_strv_length (cells), &profile);
    }
  return form;
}

static gboolean
check (const char         *text,
       gsize               length,
       GPtrArray          *profiles,
       gboolean           *is_table,
       GError            **error)
{
  const DaybookForm *form;

  if (length > DAYBOOK_PASTE_MAX)
    return daybook_refuse (error, _("This is more than %d MB of text. Paste the reviews in parts."), DAYBOOK_PASTE_MAX / (1024 * 1024));

  form = find_table (text, length, profiles);
  *is_table = form != NULL;
  if (form != NULL && g_strcmp0 (form->kind, "reviews") != 0)
    return daybook_refuse (error, _("This is a table, but not of reviews. Save it as a file and import that."));
  return TRUE;
}

DaybookPaste *
daybook_paste_read (const char  *text,
                    gsize        length,
                    GPtrArray   *profiles,
                    GError     **error)
{
  const DaybookProfile *generic = daybook_profiles_find (profiles, DAYBOOK_PROFILE_GENERIC);
  g_autoptr(DaybookPaste) paste = paste_new ();
  g_autoptr(GPtrArray) lines = NULL;
  Reading reading = { .paste = paste };

  if (!check (text, length, profiles, &paste->is_table, error))
    return NULL;
  if (paste->is_table)
    return g_steal_pointer (&paste);

  lines = split_lines (text, length, generic != NULL ? generic->stars : NULL);
  reading.lines = lines;
  for (guint i = 0; i < lines->len; i++)
    read_line (&reading, i);
  let_stars_go (&reading);
  finish_review (&reading, lines->len);
  return g_steal_pointer (&paste);
}

GString *
daybook_paste_to_csv (const DaybookPaste *paste)
{
  GString *csv = daybook_pasted_review_header ();

  for (guint i = 0; i < paste->reviews->len; i++)
    daybook_pasted_review_write (g_ptr_array_index (paste->reviews, i), csv);
  return csv;
}
