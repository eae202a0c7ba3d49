/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/article-file.h"

#include "core/article-edit.h"
#include "core/front-matter.h"
#include "core/markdown-parts.h"
#include "core/moment.h"
#include "core/tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_NAME 80
#define LONGEST_BYTES 200 /* a file's name has 255 of them at most */

/* What leaves with it, in this order; the id comes first. */
static const guint FIELDS[] = {
  DAYBOOK_ARTICLE_TITLE, DAYBOOK_ARTICLE_KIND, DAYBOOK_ARTICLE_STATE, DAYBOOK_ARTICLE_TOLD, DAYBOOK_ARTICLE_CATEGORY, DAYBOOK_ARTICLE_TAGS,
  DAYBOOK_ARTICLE_LANGUAGE, DAYBOOK_ARTICLE_REVIEW_BY, DAYBOOK_ARTICLE_REVIEW_MONTHS, DAYBOOK_ARTICLE_REGISTERS, DAYBOOK_ARTICLE_LAUNCH,
  DAYBOOK_ARTICLE_READ_BY, DAYBOOK_ARTICLE_READERS,
};

void
daybook_article_facts_clear (DaybookArticleFacts *facts)
{
  g_clear_pointer (&facts->owner, g_free);
  g_clear_pointer (&facts->product, g_free);
}

/* --- Writing ----------------------------------------------------------------------------- */

/* (transfer full) */
static char *
value_word (const DaybookRow *row,
            guint             field,
            GTimeZone        *zone)
{
  const DaybookField *spec = &daybook_articles.fields[field];

  if (!daybook_row_has (row, field))
    return NULL;

  switch ((int) spec->type)
    {
    case DAYBOOK_TYPE_ENUM:
      return g_strdup (daybook_field_word_name (spec, daybook_row_int (row, field)));
    case DAYBOOK_TYPE_BOOL:
      return g_strdup (daybook_row_int (row, field) != 0 ? "true" : "false");
    case DAYBOOK_TYPE_TIME:
      return daybook_moment_to_iso (daybook_row_int (row, field), zone);
    case DAYBOOK_TYPE_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, daybook_row_int (row, field));
    default:
      return g_strdup (daybook_row_text (row, field));
    }
}

static void
write_moment (GString    *text,
              const char *name,
              gint64      moment,
              GTimeZone  *zone)
{
  g_autofree char *iso = moment != 0 ? daybook_moment_to_iso (moment, zone) : NULL;

  daybook_front_matter_write (text, name, iso);
}

char *
daybook_article_file_write (const DaybookRow          *row,
                            const DaybookArticleFacts *facts,
                            GTimeZone                 *zone,
                            const char                *body)
{
  GString *text = g_string_new ("---\n");
  g_autofree char *id = daybook_id_to_string (&row->id);

  daybook_front_matter_write (text, "id", id);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autofree char *word = value_word (row, FIELDS[i], zone);

      daybook_front_matter_write (text, daybook_articles.fields[FIELDS[i]].name, word);
    }
  daybook_front_matter_write (text, "owner", facts->owner);
  daybook_front_matter_write (text, "product", facts->product);
  write_moment (text, "created", facts->created, zone);
  write_moment (text, "changed", facts->changed, zone);
  g_string_append_printf (text, "---\n\n%s", body);
  if (!g_str_has_suffix (body, "\n"))
    g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* --- Reading ------------------------------------------------------------------------------ */

gboolean
daybook_article_file_kind (const char             *name,
                           DaybookArticleFileKind *kind)
{
  static const struct
  {
    const char            *ending;
    DaybookArticleFileKind kind;
  } ENDINGS[] = {
    { ".md", DAYBOOK_ARTICLE_FILE_MARKDOWN },  { ".markdown", DAYBOOK_ARTICLE_FILE_MARKDOWN }, { ".txt", DAYBOOK_ARTICLE_FILE_MARKDOWN },
    { ".html", DAYBOOK_ARTICLE_FILE_HTML },    { ".htm", DAYBOOK_ARTICLE_FILE_HTML },          { ".docx", DAYBOOK_ARTICLE_FILE_DOCX },
  };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    if (g_str_has_suffix (small, ENDINGS[i].ending))
      {
        *kind = ENDINGS[i].kind;
        return TRUE;
      }

  return FALSE;
}

static void
put (DaybookRow   *row,
     guint         field,
     DaybookValue  value)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = value;
}

/* FALSE: the word is none of the field's. */
static gboolean
read_word (DaybookRow *row,
           guint       field,
           const char *word,
           GTimeZone  *zone)
{
  const DaybookField *spec = &daybook_articles.fields[field];
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;
  gint64 number;

  if (*word == '\0')
    return TRUE;
  if (spec->type == DAYBOOK_TYPE_ENUM)
    value = daybook_value_int (daybook_field_word (spec, word));
  else if (spec->type == DAYBOOK_TYPE_BOOL)
    value = daybook_value_int (g_str_equal (word, "true") || g_str_equal (word, "yes") ? 1 : g_str_equal (word, "false") || g_str_equal (word, "no") ? 0 : -1);
  else if (spec->type == DAYBOOK_TYPE_TIME)
    value = daybook_value_int (daybook_moment_parse (word, zone, &number, NULL) ? number : -1);
  else if (spec->type == DAYBOOK_TYPE_INT)
    value = daybook_value_int (g_ascii_string_to_signed (word, 10, 1, DAYBOOK_ARTICLE_REVIEW_MONTHS_MOST, &number, NULL) ? number : -1);
  else
    value = daybook_value_text (word);
  if (value.type == DAYBOOK_VALUE_INT && value.number < 0)
    return FALSE;

  put (row, field, value);
  value = (DaybookValue) DAYBOOK_VALUE_INIT;
  return TRUE;
}

/* Other programs part tags with commas, in brackets. (transfer full), or NULL */
static char *
even_tags (const char *word)
{
  g_autoptr(GString) tags = g_string_new (word);

  g_string_replace (tags, "[", " ", 0);
  g_string_replace (tags, "]", " ", 0);
  g_string_replace (tags, ",", " ", 0);
  return daybook_tags_with (NULL, tags->str);
}

/* The field of a member; "review-months" is one of other programs' writing. -1: it is none. */
static int
field_of (const char *name)
{
  g_autofree char *even = g_strdelimit (g_strdup (name), "-", '_');

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (g_str_equal (daybook_articles.fields[FIELDS[i]].name, even))
      return (int) FIELDS[i];

  return -1;
}

static void
put_word (char       **word,
          const char  *value)
{
  g_free (*word);
  *word = *value != '\0' ? g_strdup (value) : NULL;
}

/* FALSE: the member is none of these. `fits` gets whether its value is one. */
static gboolean
read_fact (const DaybookFrontMember *member,
           GTimeZone                *zone,
           DaybookArticleFacts      *facts,
           gboolean                 *fits)
{
  *fits = TRUE;
  if (g_str_equal (member->name, "id"))
    {
      if (!daybook_id_parse (member->value, &facts->id))
        facts->id = (DaybookId) { { 0 } };
    }
  else if (g_str_equal (member->name, "owner"))
    put_word (&facts->owner, member->value);
  else if (g_str_equal (member->name, "product"))
    put_word (&facts->product, member->value);
  else if (g_str_equal (member->name, "created"))
    *fits = daybook_moment_parse (member->value, zone, &facts->created, NULL);
  else if (g_str_equal (member->name, "changed"))
    *fits = daybook_moment_parse (member->value, zone, &facts->changed, NULL);
  else
    return FALSE;

  return TRUE;
}

static void
read_member (const DaybookFrontMember *member,
             GTimeZone                *zone,
             DaybookRow               *row,
             DaybookArticleFacts      *facts,
             GPtrArray                *remarks)
{
  int field = field_of (member->name);
  g_autofree char *word = field == DAYBOOK_ARTICLE_TAGS ? even_tags (member->value) : g_strdup (member->value);
  gboolean fits;

  if (!read_fact (member, zone, facts, &fits))
    fits = field < 0 || read_word (row, (guint) field, word != NULL ? word : "", zone);
  if (!fits)
    /* Translators: a value in a file, and what it is of. */
    g_ptr_array_add (remarks, g_strdup_printf (_("“%1$s” is no value of “%2$s”: it was left out."), member->value, member->name));
}

/* The name without its ending. (transfer full) */
static char *
bare_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

/* The body behind its first line, "# Title". NULL: it does not begin so. (transfer none) */
static const char *
behind_heading (const char *body,
                char      **title)
{
  gsize length;

  if (!g_str_has_prefix (body, "# "))
    return NULL;

  length = strcspn (body, "\r\n");
  *title = g_strstrip (g_strndup (body + 2, length - 2));
  body += length;
  return body + strspn (body, "\r\n");
}

static void
find_title (DaybookRow *row,
            const char *name)
{
  g_autofree char *body = g_strdup (daybook_row_text (row, DAYBOOK_ARTICLE_BODY));
  g_autofree char *title = NULL;
  g_autoptr(DaybookMarkdown) words = NULL;
  const char *rest = behind_heading (body, &title);

  if (rest != NULL && *title != '\0')
    put (row, DAYBOOK_ARTICLE_BODY, daybook_value_text (rest));
  else
    {
      g_free (title);
      title = bare_name (name);
    }

  /* Its signs are not of the title. */
  words = daybook_markdown_parse (title, -1);
  put (row, DAYBOOK_ARTICLE_TITLE, daybook_value_text (rest != NULL && *words->text != '\0' ? g_strdelimit (words->text, "\n\t", ' ') : title));
}

gboolean
daybook_article_file_read (const char           *text,
                           const char           *name,
                           GTimeZone            *zone,
                           DaybookRow           *row,
                           DaybookArticleFacts  *facts,
                           GPtrArray            *remarks,
                           GError              **error)
{
  g_autoptr(DaybookFrontMatter) front = daybook_front_matter_parse (text, name, error);

  if (front == NULL)
    return FALSE;

  *facts = (DaybookArticleFacts) { { { 0 } }, NULL, NULL, 0, 0 };
  put (row, DAYBOOK_ARTICLE_BODY, daybook_value_text (front->body));
  for (guint i = 0; i < front->members->len; i++)
    read_member (g_ptr_array_index (front->members, i), zone, row, facts, remarks);
  if (!daybook_row_has (row, DAYBOOK_ARTICLE_TITLE))
    find_title (row, name);
  return TRUE;
}

/* --- Names ------------------------------------------------------------------------------------- */

/* Whether some system takes it for something else, or not at all. */
static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || c == 0x7f || (c < 0x80 && strchr ("<>:\"/\\|?*%#", (int) c) != NULL) || !g_unichar_isprint (c);
}

static gboolean
is_reserved (const char *name)
{
  static const char *const NAMES[] = { "con", "prn", "aux", "nul", "clock$", "com", "lpt" };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      gsize length = strlen (NAMES[i]);
      const char *rest = small + length;

      if (g_str_has_prefix (small, NAMES[i]) && (*rest == '\0' || *rest == '.' || (g_ascii_isdigit (*rest) && (rest[1] == '\0' || rest[1] == '.'))))
        return TRUE;
    }
  return FALSE;
}

char *
daybook_article_file_name (const char *title)
{
  g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_NFC);
  g_autoptr(GString) name = g_string_new (NULL);
  glong n = 0;

  for (const char *p = normal != NULL ? normal : ""; *p != '\0' && n < LONGEST_NAME && name->len < LONGEST_BYTES; p = g_utf8_next_char (p), n++)
    if (is_forbidden (g_utf8_get_char (p)))
      g_string_append_c (name, '-');
    else
      g_string_append_unichar (name, g_utf8_get_char (p));
  while (name->len > 0 && strchr (". -", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && strchr (". -", *name->str) != NULL)
    g_string_erase (name, 0, 1);
  if (name->len == 0 || is_reserved (name->str))
    g_string_prepend_c (name, '_');
  return g_string_free (g_steal_pointer (&name), FALSE);
}
