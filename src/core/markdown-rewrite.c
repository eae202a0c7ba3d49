/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-rewrite.h"

#include "core/html-entity.h"
#include "core/markdown-source.h"

#include <string.h>

enum
{
  MAX_TRIED = 64,          /* links, one by one, of a text that they would not leave as it is */
  MAX_CELLS = 1024 * 1024, /* a short text can be the table of billions of empty ones */
  STOP = -1,               /* to md4c */
};

/* Where a target stands in the text. */
typedef struct
{
  gboolean found;   /* FALSE: nowhere, as of an address to which md4c added */
  gsize    start;
  gsize    end;
  gboolean is_word; /* it stands for itself: what is shown is the target */
} Place;

/* What goes in place of a part of the text. */
typedef struct
{
  gsize start;
  gsize end;
  char *text;
} Replacement;

typedef struct
{
  const DaybookMarkdownSource *source;
  GArray                      *links;  /* DaybookMarkdownLink: what is meant */
  GArray                      *places; /* Place: of the same */
  int                          open;   /* the link whose words are read; -1: none */
  guint                        n_cells;
} Reading;

/* --- Links and where they are ----------------------------------------------------------- */

static Place
find_place (Reading            *reading,
            const MD_ATTRIBUTE *target)
{
  Place place = { FALSE };

  place.found = target->size > 0 && daybook_markdown_source_find (reading->source, target->text, &place.start)
                && daybook_markdown_source_find (reading->source, target->text + target->size, &place.end);
  return place;
}

static int
on_span_entered (MD_SPANTYPE  type,
                 void        *detail,
                 void        *data)
{
  Reading *reading = data;
  const MD_ATTRIBUTE *target;
  DaybookMarkdownLink link = { 0 };
  Place place;

  if (type != MD_SPAN_A && type != MD_SPAN_IMG)
    return 0;

  target = type == MD_SPAN_IMG ? &((MD_SPAN_IMG_DETAIL *) detail)->src : &((MD_SPAN_A_DETAIL *) detail)->href;
  link.target = daybook_markdown_source_target (target);
  link.kind = daybook_markdown_link_kind (link.target);
  link.is_picture = type == MD_SPAN_IMG;
  place = find_place (reading, target);
  g_array_append_val (reading->links, link);
  g_array_append_val (reading->places, place);
  reading->open = (int) reading->places->len - 1;
  return 0;
}

static int
on_span_left (MD_SPANTYPE  type,
              void        *detail,
              void        *data)
{
  ((Reading *) data)->open = -1;
  return 0;
}

static int
on_text (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  Reading *reading = data;
  Place *place = reading->open >= 0 ? &g_array_index (reading->places, Place, reading->open) : NULL;
  gsize at;

  if (place != NULL && place->found && daybook_markdown_source_find (reading->source, text, &at))
    place->is_word = at == place->start;
  reading->open = -1;
  return 0;
}

static int
count_cell (MD_BLOCKTYPE  type,
            guint        *n_cells)
{
  return type == MD_BLOCK_TD && ++*n_cells > MAX_CELLS ? STOP : 0;
}

static int
on_block_entered (MD_BLOCKTYPE  type,
                  void         *detail,
                  void         *data)
{
  return count_cell (type, &((Reading *) data)->n_cells);
}

static int
on_block_left (MD_BLOCKTYPE  type,
               void         *detail,
               void         *data)
{
  return 0;
}

static void
clear_link (gpointer data)
{
  g_free (((DaybookMarkdownLink *) data)->target);
}

static void
clear_replacement (gpointer data)
{
  g_free (((Replacement *) data)->text);
}

static Reading
read_links (const DaybookMarkdownSource *source)
{
  MD_PARSER callbacks = {
    .enter_block = on_block_entered,
    .leave_block = on_block_left,
    .enter_span = on_span_entered,
    .leave_span = on_span_left,
    .text = on_text,
  };
  Reading reading = { .source = source, .open = -1 };

  reading.links = g_array_new (FALSE, FALSE, sizeof (DaybookMarkdownLink));
  g_array_set_clear_func (reading.links, clear_link);
  reading.places = g_array_new (FALSE, FALSE, sizeof (Place));
  daybook_markdown_source_parse (source, &callbacks, &reading);
  return reading;
}

static void
clear_reading (Reading *reading)
{
  g_array_unref (reading->links);
  g_array_unref (reading->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/* --- Writing ------------------------------------------------------------------------------- */

/* What `raw` means as a target: without backslashes before signs, and with characters for entities. */
static char *
unescape (const char *raw,
          gsize       n)
{
  g_autoptr(GString) meant = g_string_new (NULL);

  for (gsize i = 0; i < n;)
    {
      gsize entity = daybook_html_entity_length (raw + i, n - i);

      if (entity > 0 && daybook_html_entity_append (meant, raw + i, entity))
        {
          i += entity;
          continue;
        }
      if (raw[i] == '\\' && i + 1 < n && g_ascii_ispunct (raw[i + 1]))
        i++;
      g_string_append_c (meant, raw[i++]);
    }
  return g_string_free (g_steal_pointer (&meant), FALSE);
}

static gboolean
needs_brackets (const char *target)
{
  if (*target == '\0')
    return TRUE;

  for (const char *p = target; *p != '\0'; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f || strchr ("()<>", *p) != NULL)
      return TRUE;
  return FALSE;
}

/* A target as it is written between parentheses. A line end cannot be. */
static char *
write_target (const char *target,
              gboolean    has_brackets)
{
  gboolean adds = !has_brackets && needs_brackets (target);
  g_autoptr(GString) out = g_string_new (adds ? "<" : "");

  for (const char *p = target; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        continue;
      if (strchr ("<>\\|", *p) != NULL)
        g_string_append_c (out, '\\');
      if (*p == '&' && daybook_html_entity_length (p, strlen (p)) > 0)
        g_string_append (out, "&amp;");
      else
        g_string_append_c (out, *p);
    }
  if (adds)
    g_string_append_c (out, '>');
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether a target can stand between brackets, too, without being read as anything else. */
static gboolean
can_be_words (const char *target)
{
  return strpbrk (target, "\\`*~&<>[]()!|\"'") == NULL;
}

static char *
write_words (const char *target)
{
  g_autoptr(GString) out = g_string_new (target);

  g_string_replace (out, "_", "\\_", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
stands_in_angles (const DaybookMarkdownSource *source,
                  const Place                 *place)
{
  return place->start > 0 && source->valid[place->start - 1] == '<' && source->valid[place->end] == '>';
}

static Replacement
replace_target (const DaybookMarkdownSource *source,
                const Place                 *place,
                const char                  *old,
                const char                  *target)
{
  gboolean in_angles = stands_in_angles (source, place);
  Replacement new = { place->start, place->end, NULL };

  if (place->is_word)
    {
      g_autofree char *words = write_words (old);
      g_autofree char *written = write_target (target, FALSE);

      new.text = g_strdup_printf ("[%s](%s)", words, written);
      new.start -= in_angles ? 1 : 0;
      new.end += in_angles ? 1 : 0;
    }
  else
    new.text = write_target (target, in_angles);
  return new;
}

/* What md4c read for what it is, and found bare at this place, must be the same. */
static gboolean
can_be_replaced (const DaybookMarkdownSource *source,
          const Place                 *place,
          const char                  *target)
{
  g_autofree char *meant = NULL;

  if (!place->found || place->end < place->start || strchr (target, '\n') != NULL || (place->is_word && !can_be_words (target)))
    return FALSE;

  meant = unescape (source->valid + place->start, place->end - place->start);
  return g_str_equal (meant, target);
}

static int
compare_replacements (gconstpointer a,
                      gconstpointer b)
{
  const Replacement *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The text with `n` of them, of those that share a place with the first. */
static char *
apply (const DaybookMarkdownSource *source,
       const Replacement           *replacements,
       guint                        n)
{
  g_autoptr(GString) out = g_string_sized_new (source->length);
  gsize at = 0;

  for (guint i = 0; i < n; i++)
    {
      if (replacements[i].start < at)
        continue;
      g_string_append_len (out, source->valid + at, (gssize) (replacements[i].start - at));
      g_string_append (out, replacements[i].text);
      at = replacements[i].end;
    }
  g_string_append_len (out, source->valid + at, (gssize) (source->length - at));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether a person reads the same in both. Where one is too long to be read, nobody can tell. */
static gboolean
say_the_same (const DaybookMarkdown *before,
              const char            *text)
{
  g_autoptr(DaybookMarkdown) after = daybook_markdown_parse (text, -1);

  return before->cut || after->cut || (g_str_equal (before->text, after->text) && before->links->len == after->links->len);
}

/* Leaves out what would not leave the rest as it is; of many, all that come late. */
static void
drop_harmful (const DaybookMarkdownSource *source,
              const DaybookMarkdown       *before,
              GArray                      *replacements)
{
  g_array_set_size (replacements, MIN (replacements->len, MAX_TRIED));
  for (guint i = replacements->len; i > 0; i--)
    {
      g_autofree char *one = apply (source, &g_array_index (replacements, Replacement, i - 1), 1);

      if (!say_the_same (before, one))
        g_array_remove_index (replacements, i - 1);
    }
}

/* Stars and brackets in a target can have to do with those of the text, in texts without sense: such a target stays. */
static char *
apply_harmless (const DaybookMarkdownSource *source,
                GArray                      *replacements)
{
  g_autoptr(DaybookMarkdown) before = NULL;
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  g_array_sort (replacements, compare_replacements);
  all = apply (source, (Replacement *) replacements->data, replacements->len);
  if (replacements->len == 0)
    return g_steal_pointer (&all);

  before = daybook_markdown_parse (source->valid, (gssize) source->length);
  if (say_the_same (before, all))
    return g_steal_pointer (&all);

  drop_harmful (source, before, replacements);
  some = apply (source, (Replacement *) replacements->data, replacements->len);
  return say_the_same (before, some) ? g_steal_pointer (&some) : g_strdup (source->valid);
}

static GArray *
make_replacements (void)
{
  GArray *replacements = g_array_new (FALSE, FALSE, sizeof (Replacement));

  g_array_set_clear_func (replacements, clear_replacement);
  return replacements;
}

char *
daybook_markdown_rewrite_links (const char              *text,
                                gssize                   length,
                                DaybookMarkdownLinkFunc  func,
                                gpointer                 data)
{
  g_autoptr(DaybookMarkdownSource) written = daybook_markdown_source_new (text, length, DAYBOOK_MARKDOWN_AS_WRITTEN);
  g_autoptr(DaybookMarkdownSource) bare = daybook_markdown_source_new (text, length, DAYBOOK_MARKDOWN_BARE);
  g_auto(Reading) meant = read_links (written);
  g_auto(Reading) found = read_links (bare);
  g_autoptr(GArray) replacements = make_replacements ();

  for (guint i = 0; i < meant.links->len && meant.links->len == found.places->len; i++)
    {
      const DaybookMarkdownLink *link = &g_array_index (meant.links, DaybookMarkdownLink, i);
      const Place *place = &g_array_index (found.places, Place, i);
      g_autofree char *target = can_be_replaced (bare, place, link->target) ? func (link, data) : NULL;
      Replacement new;

      if (target == NULL || g_str_equal (target, link->target))
        continue;
      new = replace_target (bare, place, link->target, target);
      g_array_append_val (replacements, new);
    }
  return apply_harmless (bare, replacements);
}

/* --- [[Title]] -------------------------------------------------------------------------- */

typedef struct
{
  const DaybookMarkdownSource *source;
  DaybookMarkdownTitleFunc     func;
  gpointer                     data;
  GArray                      *replacements;
  guint                        n_open; /* links and pictures */
  gsize                        start;  /* of plain text that is read in pieces */
  gsize                        end;
  guint                        n_cells;
} Titles;

/* The bytes of the title between double brackets at `at`; 0: there is none. */
static gsize
measure_title (const Titles *titles,
               gsize         at)
{
  const char *text = titles->source->valid;
  gsize i = at + 2;

  if (at + 4 >= titles->end || text[at] != '[' || text[at + 1] != '[' || daybook_markdown_is_escaped (text, at))
    return 0;

  while (i < titles->end && strchr ("[]\n", text[i]) == NULL)
    i++;
  return i + 1 < titles->end && text[i] == ']' && text[i + 1] == ']' ? i - at - 2 : 0;
}

/* Behind an exclamation mark it would be a picture. */
static gboolean
would_be_picture (const char *text,
                  gsize       at)
{
  return at > 0 && text[at - 1] == '!' && !daybook_markdown_is_escaped (text, at - 1);
}

static void
link_title (Titles *titles,
            gsize   at,
            gsize   n)
{
  const char *text = titles->source->valid;
  g_autofree char *title = unescape (text + at + 2, n);
  g_autofree char *target = titles->func (g_strstrip (title), titles->data);
  g_autofree char *written = NULL;
  gboolean is_shouted = would_be_picture (text, at);
  Replacement new = { at - (is_shouted ? 1 : 0), at + n + 4, NULL };

  if (target == NULL)
    return;

  written = write_target (target, FALSE);
  new.text = g_strdup_printf ("%s[%.*s](%s)", is_shouted ? "\\!" : "", (int) n, text + at + 2, written);
  g_array_append_val (titles->replacements, new);
}

static void
link_titles_read (Titles *titles)
{
  for (gsize at = titles->start; at < titles->end;)
    {
      gsize n = measure_title (titles, at);

      if (n > 0)
        link_title (titles, at, n);
      at += n > 0 ? n + 4 : 1;
    }
  titles->start = titles->end = 0;
}

static int
on_title_text (MD_TEXTTYPE    type,
               const MD_CHAR *text,
               MD_SIZE        size,
               void          *data)
{
  Titles *titles = data;
  gsize start;
  gsize end;

  if (type != MD_TEXT_NORMAL || titles->n_open > 0 || !daybook_markdown_source_find (titles->source, text, &start)
      || !daybook_markdown_source_find (titles->source, text + size, &end))
    {
      link_titles_read (titles);
      return 0;
    }

  if (start != titles->end && !(start == titles->end + 1 && titles->source->valid[titles->end] == '\\'))
    {
      link_titles_read (titles);
      titles->start = start;
    }
  titles->end = end;
  return 0;
}

static int
on_title_span_entered (MD_SPANTYPE  type,
                       void        *detail,
                       void        *data)
{
  Titles *titles = data;

  link_titles_read (titles);
  titles->n_open += type == MD_SPAN_A || type == MD_SPAN_IMG ? 1 : 0;
  return 0;
}

static int
on_title_span_left (MD_SPANTYPE  type,
                    void        *detail,
                    void        *data)
{
  Titles *titles = data;

  link_titles_read (titles);
  titles->n_open -= type == MD_SPAN_A || type == MD_SPAN_IMG ? 1 : 0;
  return 0;
}

static int
on_title_block_entered (MD_BLOCKTYPE  type,
                        void         *detail,
                        void         *data)
{
  link_titles_read (data);
  return count_cell (type, &((Titles *) data)->n_cells);
}

static int
on_title_block_left (MD_BLOCKTYPE  type,
                     void         *detail,
                     void         *data)
{
  link_titles_read (data);
  return 0;
}

char *
daybook_markdown_link_titles (const char               *text,
                              gssize                    length,
                              DaybookMarkdownTitleFunc  func,
                              gpointer                  data)
{
  g_autoptr(DaybookMarkdownSource) source = daybook_markdown_source_new (text, length, DAYBOOK_MARKDOWN_BARE);
  g_autoptr(GArray) replacements = make_replacements ();
  MD_PARSER callbacks = {
    .enter_block = on_title_block_entered,
    .leave_block = on_title_block_left,
    .enter_span = on_title_span_entered,
    .leave_span = on_title_span_left,
    .text = on_title_text,
  };
  Titles titles = { source, func, data, replacements };

  daybook_markdown_source_parse (source, &callbacks, &titles);
  return apply (source, (Replacement *) replacements->data, replacements->len);
}
