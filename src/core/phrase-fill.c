/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-fill.h"

GHashTable *
daybook_phrase_values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
daybook_phrase_values_set (GHashTable *values,
                           const char *name,
                           const char *value)
{
  g_autofree char *key = daybook_phrase_key (name);

  if (value != NULL && *value != '\0')
    g_hash_table_replace (values, g_steal_pointer (&key), g_utf8_make_valid (value, -1));
  else
    g_hash_table_remove (values, key);
}

static void
free_filled (gpointer data)
{
  DaybookPhraseFilled *filled = data;

  g_free (filled->name);
  g_free (filled);
}

static void
free_blank (gpointer data)
{
  DaybookPhraseBlank *blank = data;

  g_free (blank->name);
  g_array_unref (blank->places);
  g_free (blank);
}

/* --- Filling ----------------------------------------------------------------------------- */

typedef struct
{
  GString             *text;
  guint                n_chars; /* of `text` */
  GHashTable          *asked;   /* key of a piece → its DaybookPhraseBlank; both borrowed */
  GHashTable          *values;
  DaybookPhraseLookup  lookup;
  gpointer             data;
} Filling;

static DaybookPhrasePlace
append (Filling    *self,
        const char *text)
{
  DaybookPhrasePlace place = { self->text->len, 0, self->n_chars, 0 };

  g_string_append (self->text, text);
  self->n_chars += (guint) g_utf8_strlen (text, -1);
  place.to = self->text->len;
  place.end = self->n_chars;
  return place;
}

/* What stands in the piece's place; NULL: a blank remains. */
static char *
find_value (const Filling      *self,
            const DaybookPiece *piece,
            DaybookFilledFrom  *from)
{
  const char *value = self->values != NULL ? g_hash_table_lookup (self->values, piece->key) : NULL;

  *from = DAYBOOK_FILLED_GIVEN;
  if (value != NULL)
    return g_strdup (value);

  *from = DAYBOOK_FILLED_KNOWN;
  if (piece->placeholder != DAYBOOK_PLACEHOLDER_NONE && self->lookup != NULL)
    value = self->lookup (piece->placeholder, self->data);
  if (value != NULL && *value != '\0')
    return g_utf8_make_valid (value, -1);

  *from = DAYBOOK_FILLED_OTHERWISE;
  return g_strdup (piece->otherwise);
}

static void
add_blank (DaybookPhraseFilling *filling,
           Filling              *self,
           const DaybookPiece   *piece)
{
  DaybookPhraseBlank *blank = g_hash_table_lookup (self->asked, piece->key);

  if (blank == NULL)
    {
      blank = g_new0 (DaybookPhraseBlank, 1);
      blank->name = g_strdup (piece->text);
      blank->placeholder = piece->placeholder;
      blank->places = g_array_new (FALSE, FALSE, sizeof (DaybookPhrasePlace));
      g_ptr_array_add (filling->blanks, blank);
      g_hash_table_insert (self->asked, piece->key, blank);
    }

  g_autofree char *shown = g_strdup_printf ("[%s]", blank->name);
  DaybookPhrasePlace place = append (self, shown);
  g_array_append_val (blank->places, place);
}

static void
fill_piece (DaybookPhraseFilling *filling,
            Filling              *self,
            const DaybookPiece   *piece)
{
  DaybookFilledFrom from;
  g_autofree char *value = NULL;

  if (piece->kind == DAYBOOK_PIECE_WORDS)
    {
      append (self, piece->text);
      return;
    }

  value = find_value (self, piece, &from);
  if (value == NULL)
    {
      add_blank (filling, self, piece);
      return;
    }

  DaybookPhraseFilled *filled = g_new0 (DaybookPhraseFilled, 1);
  filled->name = g_strdup (piece->text);
  filled->placeholder = piece->placeholder;
  filled->from = from;
  filled->place = append (self, value);
  g_ptr_array_add (filling->filled, filled);
}

DaybookPhraseFilling *
daybook_phrase_fill (const DaybookPhraseText *text,
                     guint                    variant,
                     GHashTable              *values,
                     DaybookPhraseLookup      lookup,
                     gpointer                 data)
{
  const GPtrArray *pieces = daybook_phrase_text_get (text, variant);
  g_autoptr(GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  DaybookPhraseFilling *filling = g_new0 (DaybookPhraseFilling, 1);
  Filling self = { g_string_new (NULL), 0, asked, values, lookup, data };

  filling->blanks = g_ptr_array_new_with_free_func (free_blank);
  filling->filled = g_ptr_array_new_with_free_func (free_filled);
  for (guint i = 0; i < pieces->len; i++)
    fill_piece (filling, &self, g_ptr_array_index (pieces, i));

  filling->text = g_string_free (self.text, FALSE);
  return filling;
}

void
daybook_phrase_filling_free (DaybookPhraseFilling *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->blanks);
  g_ptr_array_unref (self->filled);
  g_free (self);
}
