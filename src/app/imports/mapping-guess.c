/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-guess.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shorter words are too easily a part of something else: "id" of "paid", 编号 of
 * 图书编号. A Han character says as much as two letters and a half. */
#define MIN_PART_CHARS 3
#define MIN_PART_BYTES 5
/* So many more headings of another kind than of orders are no chance. */
#define CLEARLY 2

/* How sure a heading makes us. */
typedef enum
{
  MATCH_NONE,
  MATCH_PART,  /* the heading holds the word */
  MATCH_EXACT, /* it is the word */
} Match;

char *
daybook_mapping_fold_heading (const char *heading)
{
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *kept = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

static gboolean
holds (const char *heading,
       const char *word)
{
  return strlen (word) >= MIN_PART_BYTES
         && g_utf8_strlen (word, -1) >= MIN_PART_CHARS
         && strstr (heading, word) != NULL;
}

/* Whether the heading is what the registry calls the field. */
static gboolean
is_label (const DaybookMappingField *field,
          const char                *heading)
{
  const char *label = field->table->fields[field->field].label;
  g_autofree char *english = daybook_mapping_fold_heading (label);
  g_autofree char *translated = daybook_mapping_fold_heading (_(label));

  return g_str_equal (heading, english) || g_str_equal (heading, translated);
}

/* The rank of the first of the field's words that matches: the lower the more
 * particular; -1 when none does. Orders have words enough. */
static int
rank_of (const DaybookMappingField *field,
         const char                *heading,
         Match                      wanted)
{
  g_auto (GStrv) words = g_strsplit (field->words, "|", -1);
  int i;

  for (i = 0; words[i] != NULL; i++)
    {
      if (wanted == MATCH_EXACT && strcmp (heading, words[i]) == 0)
        return i;
      if (wanted == MATCH_PART && holds (heading, words[i]))
        return i;
    }

  return wanted == MATCH_EXACT && field->group == DAYBOOK_MAPPING_ROW && is_label (field, heading) ? i : -1;
}

static int
best_column (const DaybookMappingField *field,
             char                     **folded,
             guint                      n_columns,
             const gboolean            *taken,
             Match                      wanted)
{
  int best = -1;
  int best_rank = G_MAXINT;

  for (guint i = 0; i < n_columns; i++)
    {
      int rank = taken[i] ? -1 : rank_of (field, folded[i], wanted);

      if (rank >= 0 && rank < best_rank)
        {
          best = i;
          best_rank = rank;
        }
    }

  return best;
}

static void
guess_by (const DaybookMappingKind *kind,
          Match                     wanted,
          char                    **folded,
          guint                     n_columns,
          gboolean                 *taken,
          int                      *columns)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (columns[i] >= 0)
        continue;

      columns[i] = best_column (&kind->fields[i], folded, n_columns, taken, wanted);
      if (columns[i] >= 0)
        taken[columns[i]] = TRUE;
    }
}

static int
column_of (const DaybookMappingKind *kind,
           const int                *columns,
           const char               *field)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, field))
      return columns[i];

  return -1;
}

/* The number may be one of the other fields, the one column that is given twice. */
static void
guess_number (const DaybookMappingKind *kind,
              int                      *columns)
{
  g_auto (GStrv) numbers = daybook_mapping_kind_numbers (kind);

  for (guint i = 0; numbers[i] != NULL && columns[0] < 0; i++)
    columns[0] = column_of (kind, columns, numbers[i]);
}

int *
daybook_mapping_guess (const DaybookMappingKind *kind,
                       const char *const        *headings,
                       guint                     n_columns)
{
  g_auto (GStrv) folded = g_new0 (char *, n_columns + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_columns);
  int *columns = g_new (int, kind->n_fields);

  for (guint i = 0; i < n_columns; i++)
    folded[i] = daybook_mapping_fold_heading (headings[i]);
  for (guint i = 0; i < kind->n_fields; i++)
    columns[i] = -1;

  guess_by (kind, MATCH_EXACT, folded, n_columns, taken, columns);
  guess_by (kind, MATCH_PART, folded, n_columns, taken, columns);
  guess_number (kind, columns);
  return columns;
}

/* How many columns are something. */
static guint
count_guessed (const DaybookMappingKind *kind,
               const char *const        *headings,
               guint                     n_columns)
{
  g_autofree int *columns = daybook_mapping_guess (kind, headings, n_columns);
  g_autofree gboolean *taken = g_new0 (gboolean, n_columns);
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (columns[i] >= 0 && !taken[columns[i]])
      {
        taken[columns[i]] = TRUE;
        n++;
      }

  return n;
}

/* Of two others alike neither is clear. */
const DaybookMappingKind *
daybook_mapping_guess_kind (const char *const *headings,
                            guint              n_columns)
{
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);
  guint most = count_guessed (&kinds[0], headings, n_columns) + CLEARLY - 1;
  guint best = 0;

  for (guint i = 1; i < n_kinds; i++)
    {
      guint n = count_guessed (&kinds[i], headings, n_columns);

      if (n > most)
        best = i;
      else if (n == most && best > 0)
        best = 0;
      most = MAX (most, n);
    }

  return &kinds[best];
}

/* "12,5", "1.234,56 €" */
static gboolean
ends_in_comma (const char *cell)
{
  const char *comma = strrchr (cell, ',');
  gsize digits = comma != NULL ? strspn (comma + 1, "0123456789") : 0;

  return (digits == 1 || digits == 2) && !g_ascii_ispunct (comma[1 + digits]);
}

DaybookDecimal
daybook_mapping_guess_decimal (const DaybookMappingKind *kind,
                               GPtrArray                *rows,
                               const int                *columns)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DaybookMappingField *field = &kind->fields[i];

      if (columns[i] < 0 || field->table->fields[field->field].type != DAYBOOK_TYPE_MONEY)
        continue;

      for (guint r = 0; rows != NULL && r < rows->len; r++)
        {
          char **cells = g_ptr_array_index (rows, r);

          if ((guint) columns[i] < g_strv_length (cells) && ends_in_comma (cells[columns[i]]))
            return DAYBOOK_DECIMAL_COMMA;
        }
    }

  return DAYBOOK_DECIMAL_POINT;
}
