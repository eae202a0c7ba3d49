/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise.h"

#include "exchange/clean.h"
#include "exchange/refuse.h"
#include "exchange/stray-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bills have up to 24 lines above their header; and some rows below are wanted
 * as examples. */
#define N_HEADER_ROWS 50
#define N_ROWS 100
/* No heading is longer; a cell that is is cut. */
#define MAX_CELL 400

typedef struct
{
  char  **cells;
  guint   n_cells;
  guint   n_filled;
  guint64 number;
} Row;

/* The row of a sheet that looks most like a header. */
typedef struct
{
  guint                 index; /* among the rows that were read */
  guint                 score;
  guint64               fingerprint;
  const DaybookProfile *profile;
  const DaybookForm    *form;
} Header;

/* A sheet with a header that somebody knows. */
typedef struct
{
  DaybookFoundTable table;
  guint64           fingerprint;
  gboolean          filled; /* there is something below it */
} Sheet;

/* What the search has found so far. */
typedef struct
{
  DaybookRecognition *best;
  guint               score;
  gboolean            filled; /* there is something below the best header */
  guint               width;  /* unknown tables: filled cells of the header */
  GArray             *sheets; /* Sheet */
  GArray             *strays; /* guint: sheets without a header that is known */
} Search;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
clear_table (gpointer data)
{
  DaybookFoundTable *table = data;

  g_ptr_array_unref (table->sample);
  g_strfreev (table->headings);
}

static void
clear_sheet (gpointer data)
{
  clear_table (&((Sheet *) data)->table);
}

static void
append_table (GArray                  *tables,
              const DaybookFoundTable *table)
{
  DaybookFoundTable copy = *table;

  copy.sample = g_ptr_array_ref (table->sample);
  copy.headings = g_strdupv (table->headings);

  g_array_append_val (tables, copy);
}

static Row *
copy_row (const DaybookTableRow *source)
{
  Row *row = g_new0 (Row, 1);

  row->number = source->number;
  row->n_cells = source->n_cells;
  row->cells = g_new0 (char *, source->n_cells + 1);
  for (guint i = 0; i < source->n_cells; i++)
    {
      g_autofree char *cut = g_utf8_substring (source->cells[i].text, 0, MIN (g_utf8_strlen (source->cells[i].text, -1), MAX_CELL));

      row->cells[i] = g_strdup (g_strstrip (cut));
      row->n_filled += row->cells[i][0] != '\0';
    }
  return row;
}

static GPtrArray *
read_rows (DaybookTableReader  *reader,
           guint                sheet,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  DaybookTableStep step = DAYBOOK_TABLE_ROW;
  DaybookTableRow row;

  if (!daybook_table_reader_select (reader, sheet, error))
    return NULL;

  while (rows->len < N_ROWS && (step = daybook_table_reader_next (reader, &row, error)) == DAYBOOK_TABLE_ROW)
    g_ptr_array_add (rows, copy_row (&row));
  return step == DAYBOOK_TABLE_ERROR ? NULL : g_steal_pointer (&rows);
}

static char **
fold_row (const Row *row)
{
  char **folded = g_new0 (char *, row->n_cells + 1);

  for (guint i = 0; i < row->n_cells; i++)
    folded[i] = daybook_clean_fold (row->cells[i]);
  return folded;
}

void
daybook_recognition_free (DaybookRecognition *recognition)
{
  g_array_unref (recognition->tables);
  g_array_unref (recognition->others);
  g_array_unref (recognition->strays);
  g_strfreev (recognition->headings);
  g_free (recognition->prologue);
  g_ptr_array_unref (recognition->sample);
  g_free (recognition->why);
  g_free (recognition);
}

static char *
join_prologue (GPtrArray *rows,
               guint      header)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < header; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autofree char *line = g_strjoinv (" ", row->cells);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
take_sample (GPtrArray *rows,
             guint      first)
{
  GPtrArray *sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = first; i < rows->len; i++)
    g_ptr_array_add (sample, g_strdupv (((Row *) g_ptr_array_index (rows, i))->cells));
  return sample;
}

static gboolean
is_filled_below (GPtrArray *rows,
                 guint      header)
{
  for (guint i = header + 1; i < rows->len; i++)
    if (((Row *) g_ptr_array_index (rows, i))->n_filled > 0)
      return TRUE;

  return FALSE;
}

static GArray *
new_tables (void)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (DaybookFoundTable));

  g_array_set_clear_func (tables, clear_table);
  return tables;
}

/* Takes row `header` as the header. */
static void
take_header (Search     *search,
             GPtrArray  *rows,
             guint       header,
             guint       sheet,
             guint64     fingerprint)
{
  const Row *row = g_ptr_array_index (rows, header);
  DaybookRecognition *best = g_new0 (DaybookRecognition, 1);

  g_clear_pointer (&search->best, daybook_recognition_free);
  best->sheet = sheet;
  best->tables = new_tables ();
  best->others = new_tables ();
  best->strays = new_tables ();
  best->header_row = row->number;
  best->headings = g_strdupv (row->cells);
  best->n_headings = row->n_cells;
  best->fingerprint = fingerprint;
  best->prologue = join_prologue (rows, header);
  best->sample = take_sample (rows, header + 1);
  search->best = best;
  search->filled = is_filled_below (rows, header);
}

static guint
match_profile (const DaybookProfile   *candidate,
               const char *const      *folded,
               guint                   n,
               DaybookPlatformGround   ground,
               guint                   best,
               const DaybookProfile  **profile,
               const DaybookForm     **form)
{
  for (guint f = 0; f < candidate->forms->len; f++)
    {
      guint score = daybook_form_match (g_ptr_array_index (candidate->forms, f), folded, n, ground);

      if (score <= best)
        continue;
      best = score;
      *profile = candidate;
      *form = g_ptr_array_index (candidate->forms, f);
    }

  return best;
}

static guint
match_profiles (GPtrArray             *profiles,
                const char *const     *folded,
                guint                  n,
                const DaybookProfile **profile,
                const DaybookForm    **form)
{
  guint best = 0;

  for (guint p = 0; p < profiles->len; p++)
    best = match_profile (g_ptr_array_index (profiles, p), folded, n, DAYBOOK_PLATFORM_GUESSED, best, profile, form);

  return best;
}

typedef struct
{
  GPtrArray            *profiles;
  const DaybookProfile *only_profile;
  const DaybookForm    *only;
  DaybookRemembered     remembered;
  gpointer              data;
} Wanted;

static guint
match_row (const Wanted          *wanted,
           const char *const     *folded,
           guint                  n,
           guint64                fingerprint,
           const DaybookProfile **profile,
           const DaybookForm    **form)
{
  if (wanted->only != NULL)
    {
      *profile = wanted->only_profile;
      *form = wanted->only;
      return daybook_form_match (wanted->only, folded, n, DAYBOOK_PLATFORM_SAID);
    }

  /* What a person has said of this very header goes before any guess. */
  *form = wanted->remembered != NULL ? wanted->remembered (fingerprint, profile, wanted->data) : NULL;
  if (*form != NULL)
    return G_MAXUINT;
  if (wanted->only_profile != NULL)
    return match_profile (wanted->only_profile, folded, n, DAYBOOK_PLATFORM_SAID, 0, profile, form);
  return match_profiles (wanted->profiles, folded, n, profile, form);
}

static gboolean
is_filled_under (const Row *row,
                 guint      column)
{
  return column < row->n_cells && strpbrk (row->cells[column], "0123456789") != NULL;
}

/* Whether orders stand between the header and row `end`: then what follows is another table,
 * and what stands there is no prologue of it. */
static gboolean
has_orders (const Header *header,
            GPtrArray    *rows,
            guint         end)
{
  const Row *row = g_ptr_array_index (rows, header->index);
  g_auto(GStrv) folded = fold_row (row);

  if (header->form->required == NULL || header->form->required[0] == NULL)
    return FALSE;

  for (guint c = 0; c < row->n_cells; c++)
    if (g_str_equal (folded[c], header->form->required[0]))
      for (guint i = header->index + 1; i < end; i++)
        if (is_filled_under (g_ptr_array_index (rows, i), c))
          return TRUE;

  return FALSE;
}

/* The row that looks most like a header, as those above tables may hold known words too;
 * but the first that orders stand under, as tables may be put together. */
static Header
find_header (const Wanted *wanted,
             GPtrArray    *rows)
{
  Header best = { 0 };

  for (guint i = 0; i < MIN (rows->len, N_HEADER_ROWS); i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_auto(GStrv) folded = NULL;
      Header header = { .index = i };

      if (row->n_filled == 0)
        continue;

      folded = fold_row (row);
      header.fingerprint = daybook_clean_fingerprint ((const char *const *) folded, row->n_cells);
      header.score = match_row (wanted, (const char *const *) folded, row->n_cells, header.fingerprint,
                                &header.profile, &header.form);
      if (header.score <= best.score)
        continue;
      if (best.score > 0 && has_orders (&best, rows, i))
        break;
      best = header;
    }

  return best;
}

/* One with rows goes before one without, and of two alike the first. */
static gboolean
is_better (const Search *search,
           const Header *header,
           gboolean      filled)
{
  if (search->score == 0 || filled == search->filled)
    return header->score > search->score;

  return filled;
}

static void
note_sheet (Search       *search,
            const Header *header,
            GPtrArray    *rows,
            guint         sheet)
{
  const Row *row = g_ptr_array_index (rows, header->index);
  const DaybookFoundTable table = {
    sheet, row->number, take_sample (rows, header->index + 1), header->profile, header->form, g_strdupv (row->cells),
  };
  Sheet found = { table, header->fingerprint, is_filled_below (rows, header->index) };

  g_array_append_val (search->sheets, found);
  if (!is_better (search, header, found.filled))
    return;

  take_header (search, rows, header->index, sheet, header->fingerprint);
  search->score = header->score;
  search->best->profile = header->profile;
  search->best->form = header->form;
}

/* The header of a table that nobody knows: the first row that is nearly as wide
 * as the widest. */
static void
guess_header (Search    *search,
              GPtrArray *rows,
              guint      sheet)
{
  guint widest = 0;

  for (guint i = 0; i < rows->len; i++)
    widest = MAX (widest, ((Row *) g_ptr_array_index (rows, i))->n_filled);
  if (widest < 2 || widest <= search->width)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_auto(GStrv) folded = NULL;

      if (row->n_filled * 5 < widest * 4)
        continue;
      folded = fold_row (row);
      take_header (search, rows, i, sheet, daybook_clean_fingerprint ((const char *const *) folded, row->n_cells));
      search->width = widest;
      return;
    }
}

static gboolean
search_sheet (Search              *search,
              const Wanted        *wanted,
              DaybookTableReader  *reader,
              guint                sheet,
              GError             **error)
{
  g_autoptr(GPtrArray) rows = read_rows (reader, sheet, error);
  Header header;

  if (rows == NULL)
    return FALSE;

  header = find_header (wanted, rows);
  if (header.score > 0)
    {
      note_sheet (search, &header, rows, sheet);
      return TRUE;
    }

  g_array_append_val (search->strays, sheet);
  if (search->score == 0)
    guess_header (search, rows, sheet);
  return TRUE;
}

/* Those with the very header that was taken, and those that are in a known form too. */
static void
sort_sheets (const Search *search)
{
  DaybookRecognition *best = search->best;

  for (guint i = 0; i < search->sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (search->sheets, Sheet, i);

      if (sheet->fingerprint == best->fingerprint)
        append_table (best->tables, &sheet->table);
      else if (sheet->filled)
        append_table (best->others, &sheet->table);
    }
}

/* Read once more, as only now it is known what to look for. */
static gboolean
sort_strays (const Search        *search,
             DaybookTableReader  *reader,
             GError             **error)
{
  DaybookRecognition *best = search->best;
  const DaybookReadTable read = { best->form, (const char *const *) best->headings, best->n_headings, best->sample };

  /* Of a form that nothing is read from it is enough to know it. */
  for (guint i = 0; best->form != NULL && best->form->sources->len > 0 && i < search->strays->len; i++)
    {
      guint sheet = g_array_index (search->strays, guint, i);
      g_autoptr(GPtrArray) rows = read_rows (reader, sheet, error);
      g_autoptr(GPtrArray) first = rows != NULL ? take_sample (rows, 0) : NULL;
      const DaybookFoundTable stray = { .sheet = sheet, .header_row = 1, .sample = first };

      if (first == NULL)
        return FALSE;
      if (daybook_stray_sheet_has_orders (&read, first))
        append_table (best->strays, &stray);
    }

  return TRUE;
}

/* The platform whose headings the table has, though not all that it must. */
static const DaybookProfile *
find_likeness (GPtrArray                *profiles,
               const DaybookRecognition *recognition,
               const char              **missing)
{
  g_auto(GStrv) folded = g_new0 (char *, recognition->n_headings + 1);
  const DaybookProfile *likeness = NULL;
  guint best = 0;

  for (guint i = 0; i < recognition->n_headings; i++)
    folded[i] = daybook_clean_fold (recognition->headings[i]);

  for (guint p = 0; p < profiles->len; p++)
    {
      const DaybookProfile *profile = g_ptr_array_index (profiles, p);

      for (guint f = 0; f < profile->forms->len; f++)
        {
          const DaybookForm *form = g_ptr_array_index (profile->forms, f);
          guint n = daybook_form_likeness (form, (const char *const *) folded, recognition->n_headings);

          if (n <= best || form->required == NULL
              || g_strv_contains ((const char *const *) folded, form->required[0]))
            continue;
          best = n;
          likeness = profile;
          *missing = form->required[0];
        }
    }

  return likeness;
}

static char *
explain_unknown (GPtrArray                *profiles,
                 const DaybookRecognition *recognition)
{
  const char *missing = NULL;
  const DaybookProfile *likeness = find_likeness (profiles, recognition, &missing);

  if (likeness == NULL)
    return g_strdup (_("This table is in no form that Daybook knows. Say what is in it and which column is what, "
                       "and it will be known from then on."));

  return g_strdup_printf (_("This looks like a %s export without the column of the order number (“%s”), so its rows are "
                            "not orders yet. Export it again with that column, or say which columns together "
                            "identify a row."), daybook_profile_label (likeness), missing);
}

static gboolean
check_found (const Search  *search,
             GError       **error)
{
  if (search->best == NULL)
    return daybook_refuse (error, _("There is no table in this file: nothing in it stands in columns. "
                                    "Choose the file that the platform gave you."));
  if (!search->filled)
    return daybook_refuse (error, _("The table has headings but no rows: there is nothing to import. "
                                    "Choose other dates on the platform’s page and download it again."));
  return TRUE;
}

DaybookRecognition *
daybook_recognise (DaybookTableReader    *reader,
                   GPtrArray             *profiles,
                   const DaybookProfile  *only_profile,
                   const DaybookForm     *only,
                   DaybookRemembered      remembered,
                   gpointer               data,
                   GError               **error)
{
  const Wanted wanted = { profiles, only_profile, only, remembered, data };
  g_autoptr(DaybookRecognition) best = NULL;
  g_autoptr(GArray) sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_autoptr(GArray) strays = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { .sheets = sheets, .strays = strays };
  gboolean searched = TRUE;

  g_array_set_clear_func (sheets, clear_sheet);
  for (guint i = 0; searched && i < daybook_table_reader_n_sheets (reader); i++)
    searched = search_sheet (&search, &wanted, reader, i, error);

  best = search.best;
  if (!searched || !check_found (&search, error) || !sort_strays (&search, reader, error))
    return NULL;
  sort_sheets (&search);
  if (best->form == NULL)
    best->why = explain_unknown (profiles, best);
  return g_steal_pointer (&best);
}

static gboolean
contains_word (const char  *text,
               char       **words)
{
  g_autofree char *folded = daybook_clean_fold (text);

  for (; words != NULL && *words != NULL; words++)
    if (strstr (folded, *words) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether the first rows have the variant's words in the value that tells it. */
static gboolean
sample_tells (const DaybookRecognition *recognition,
              const DaybookVariant     *variant)
{
  const DaybookForm *form = recognition->form;

  for (guint s = 0; s < form->sources->len; s++)
    {
      const DaybookSource *source = g_ptr_array_index (form->sources, s);

      if (source->target.kind != variant->target.kind || source->target.index != variant->target.index)
        continue;
      for (guint c = 0; c < recognition->n_headings; c++)
        {
          g_autofree char *heading = daybook_clean_fold (recognition->headings[c]);

          if (!g_strv_contains ((const char *const *) g_ptr_array_index (source->parts, 0), heading))
            continue;
          for (guint r = 0; r < recognition->sample->len; r++)
            {
              char **cells = g_ptr_array_index (recognition->sample, r);

              if (g_strv_length (cells) > c && contains_word (cells[c], variant->words))
                return TRUE;
            }
        }
    }

  return FALSE;
}

static const DaybookVariant *
find_variant (const DaybookRecognition *recognition,
              const char               *file)
{
  const GPtrArray *variants = recognition->profile->variants;

  for (guint i = 0; i < variants->len; i++)
    if (sample_tells (recognition, g_ptr_array_index (variants, i)))
      return g_ptr_array_index (variants, i);
  for (guint i = 0; i < variants->len; i++)
    if (contains_word (file, ((DaybookVariant *) g_ptr_array_index (variants, i))->file))
      return g_ptr_array_index (variants, i);

  return NULL;
}

const char *
daybook_recognise_variant (const DaybookRecognition *recognition,
                           const char               *earlier,
                           const char               *file)
{
  const DaybookVariant *variant;

  if (earlier != NULL)
    return earlier;
  variant = find_variant (recognition, file);
  return variant != NULL ? variant->id : recognition->profile->id;
}

const DaybookForm *
daybook_recognise_header (GPtrArray             *profiles,
                          const DaybookProfile  *said,
                          const char *const     *headings,
                          guint                  n_headings,
                          const DaybookProfile **profile)
{
  g_auto(GStrv) folded = g_new0 (char *, n_headings + 1);
  const DaybookForm *form = NULL;

  for (guint i = 0; i < n_headings; i++)
    folded[i] = daybook_clean_fold (headings[i]);
  if (match_profiles (profiles, (const char *const *) folded, n_headings, profile, &form) == 0 && said != NULL)
    match_profile (said, (const char *const *) folded, n_headings, DAYBOOK_PLATFORM_SAID, 0, profile, &form);
  return form;
}
