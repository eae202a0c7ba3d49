/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-draft.h"

#include "app/common/buffer-text.h"
#include "core/article.h"
#include "core/phrase-fill.h"
#include "core/phrase.h"
#include "core/told-parts.h"

#include <string.h>

/* One phrase of the text. */
typedef struct
{
  DaybookRow        *row;
  DaybookPhraseText *text;
  guint              variant;
  GtkTextTag        *tag; /* on all that is left of it; the table's */
} Part;

/* The blank that is being typed for. */
typedef struct
{
  char        *name; /* NULL: none is */
  GtkTextMark *start, *end;
  GtkTextTag  *part; /* in which it stands, or NULL */
} Active;

struct _DaybookPhraseDraft
{
  GObject             parent_instance;

  /* Owned */
  GtkTextBuffer      *buffer;
  GPtrArray          *parts;  /* Part */
  GHashTable         *names;  /* of blanks that were asked for → itself; see daybook_phrase_values_new() for their values */
  GHashTable         *values;
  Active              active;

  /* Borrowed */
  const DaybookPhraseAbout *about;
  GtkTextTag         *blank;    /* looks; the table's */
  GtkTextTag         *promise;  /* where a time stands that was promised */

  gint64              promised;
  guint               writing;  /* how deep: the draft itself changes the text */
  gboolean            choosing; /* ... or the selection */
  gboolean            moved;    /* the cursor was, and the other end of the selection follows */
  gboolean            lapsed;   /* the active blank is selected no longer, though nobody has moved: it is replaced still */
};

G_DEFINE_FINAL_TYPE (DaybookPhraseDraft, daybook_phrase_draft, G_TYPE_OBJECT)

enum
{
  EDITED,
  GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
part_free (gpointer data)
{
  Part *part = data;

  daybook_row_unref (part->row);
  daybook_phrase_text_free (part->text);
  g_free (part);
}

/* --- Places ----------------------------------------------------------------------------- */

/* From `from` on, the next place that has the tag. FALSE: there is none. */
static gboolean
find_tagged (GtkTextIter *from,
             GtkTextTag  *tag,
             GtkTextIter *end)
{
  if (!gtk_text_iter_has_tag (from, tag) && !gtk_text_iter_forward_to_tag_toggle (from, tag))
    return FALSE;
  if (!gtk_text_iter_has_tag (from, tag))
    return FALSE;

  *end = *from;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return TRUE;
}

static gboolean
get_part_place (DaybookPhraseDraft *self,
                const Part         *part,
                GtkTextIter        *start,
                GtkTextIter        *end)
{
  GtkTextIter last;

  gtk_text_buffer_get_start_iter (self->buffer, start);
  if (!find_tagged (start, part->tag, end))
    return FALSE;

  /* What somebody has put into its middle may part it. */
  for (last = *end; find_tagged (&last, part->tag, &last);)
    *end = last;
  return TRUE;
}

static char *
bracket (const char *name)
{
  return g_strdup_printf ("[%s]", name);
}

/* The blank that stands first in the text from byte `from` on; returns its place, or -1. */
static gssize
find_blank (DaybookPhraseDraft  *self,
            const char          *text,
            gsize                from,
            const char         **name)
{
  GHashTableIter iter;
  gpointer key;
  const char *first = NULL;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *words = bracket (key);
      const char *place = strstr (text + from, words);

      if (place != NULL && (first == NULL || place < first))
        {
          first = place;
          *name = key;
        }
    }

  return first != NULL ? first - text : -1;
}

static void
get_blank_place (DaybookPhraseDraft *self,
                 const char         *text,
                 gssize              place,
                 const char         *name,
                 GtkTextIter        *start,
                 GtkTextIter        *end)
{
  int offset = (int) g_utf8_pointer_to_offset (text, text + place);

  gtk_text_buffer_get_iter_at_offset (self->buffer, start, offset);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, offset + (int) g_utf8_strlen (name, -1) + 2);
}

static void
show_blanks (DaybookPhraseDraft *self)
{
  g_autofree char *text = daybook_buffer_text (self->buffer);
  GtkTextIter start, end;
  const char *name;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->blank, &start, &end);
  for (gssize place = find_blank (self, text, 0, &name); place >= 0; place = find_blank (self, text, (gsize) place + 1, &name))
    {
      get_blank_place (self, text, place, name, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->blank, &start, &end);
    }
}

/* Between the two, the text is not as it will be. */
static void
begin_writing (DaybookPhraseDraft *self)
{
  self->writing++;
}

static void
end_writing (DaybookPhraseDraft *self)
{
  if (--self->writing > 0)
    return;

  show_blanks (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* --- Filling ------------------------------------------------------------------------------- */

static gboolean
is_article (const DaybookRow *row)
{
  return row->table == &daybook_articles;
}

static DaybookPhraseFacts *
make_facts (DaybookPhraseDraft *self,
            const Part         *part)
{
  DaybookPhraseAbout about = *self->about;

  about.language = (DaybookLanguage) daybook_row_int (part->row, is_article (part->row) ? DAYBOOK_ARTICLE_LANGUAGE : DAYBOOK_PHRASE_LANGUAGE);
  if (self->promised != 0)
    about.promised = self->promised;
  return daybook_phrase_facts_new (&about);
}

static DaybookPhraseFilling *
fill (DaybookPhraseDraft *self,
      const Part         *part)
{
  g_autoptr(DaybookPhraseFacts) facts = make_facts (self, part);

  return daybook_phrase_fill (part->text, part->variant, self->values, daybook_phrase_facts_lookup, facts);
}

/* Writes the phrase at `at`, which is behind it then. */
static void
write_part (DaybookPhraseDraft *self,
            Part               *part,
            GtkTextIter        *at)
{
  g_autoptr(DaybookPhraseFilling) filling = fill (self, part);
  int offset = gtk_text_iter_get_offset (at);
  GtkTextIter start, end;

  for (guint i = 0; i < filling->blanks->len; i++)
    g_hash_table_add (self->names, g_strdup (((const DaybookPhraseBlank *) g_ptr_array_index (filling->blanks, i))->name));

  gtk_text_buffer_insert (self->buffer, at, filling->text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset);
  gtk_text_buffer_apply_tag (self->buffer, part->tag, &start, at);
  for (guint i = 0; i < filling->filled->len; i++)
    {
      const DaybookPhraseFilled *filled = g_ptr_array_index (filling->filled, i);

      if (filled->placeholder != DAYBOOK_PLACEHOLDER_PROMISE_TIME)
        continue;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset + (int) filled->place.first);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, offset + (int) filled->place.end);
      gtk_text_buffer_apply_tag (self->buffer, self->promise, &start, &end);
    }
}

/* Writes anew what stands of the phrase. */
static void
rewrite_part (DaybookPhraseDraft *self,
              Part               *part)
{
  GtkTextIter start, end;

  if (!get_part_place (self, part, &start, &end))
    return;

  begin_writing (self);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  write_part (self, part, &start);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  end_writing (self);
}

static void
replace (DaybookPhraseDraft *self,
         GtkTextIter        *start,
         GtkTextIter        *end,
         const char         *value,
         GtkTextTag         *also)
{
  GSList *tags = gtk_text_iter_get_tags (start);
  int offset = gtk_text_iter_get_offset (start);
  GtkTextIter from;

  gtk_text_buffer_delete (self->buffer, start, end);
  gtk_text_buffer_insert (self->buffer, start, value, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, offset);
  for (GSList *tag = tags; tag != NULL; tag = tag->next)
    if (tag->data != self->blank)
      gtk_text_buffer_apply_tag (self->buffer, tag->data, &from, start);
  if (also != NULL)
    gtk_text_buffer_apply_tag (self->buffer, also, &from, start);
  g_slist_free (tags);
}

/* Puts the value wherever the blank stands. Between begin_writing() and end_writing(), as replace(). */
static void
give (DaybookPhraseDraft *self,
      const char         *name,
      const char         *value)
{
  g_autofree char *words = bracket (name);
  gboolean is_promise = daybook_placeholder_find (name) == DAYBOOK_PLACEHOLDER_PROMISE_TIME;

  if (strstr (value, words) != NULL)
    return;

  gtk_text_buffer_begin_user_action (self->buffer);
  for (;;)
    {
      g_autofree char *text = daybook_buffer_text (self->buffer);
      const char *place = strstr (text, words);
      GtkTextIter start, end;

      if (place == NULL)
        break;
      get_blank_place (self, text, place - text, name, &start, &end);
      replace (self, &start, &end, value, is_promise ? self->promise : NULL);
    }
  gtk_text_buffer_end_user_action (self->buffer);
}

/* --- What the person does --------------------------------------------------------------------- */

static void
forget_active (DaybookPhraseDraft *self)
{
  if (self->active.name == NULL)
    return;

  gtk_text_buffer_delete_mark (self->buffer, self->active.start);
  gtk_text_buffer_delete_mark (self->buffer, self->active.end);
  g_clear_pointer (&self->active.name, g_free);
  self->active.part = NULL;
  self->lapsed = FALSE;
}

static GtkTextTag *
find_part_tag (DaybookPhraseDraft *self,
               const GtkTextIter  *at)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (gtk_text_iter_has_tag (at, part->tag))
        return part->tag;
    }

  return NULL;
}

static void
activate (DaybookPhraseDraft *self,
          const char         *name,
          const GtkTextIter  *start,
          const GtkTextIter  *end)
{
  forget_active (self);
  self->active.name = g_strdup (name);
  self->active.part = find_part_tag (self, start);
  self->active.start = gtk_text_buffer_create_mark (self->buffer, NULL, start, TRUE);
  self->active.end = gtk_text_buffer_create_mark (self->buffer, NULL, end, FALSE);
  self->moved = FALSE;
  self->choosing = TRUE;
  gtk_text_buffer_select_range (self->buffer, end, start);
  self->choosing = FALSE;
}

/* What lapsed is replaced as if it were selected. */
static void
on_text_inserting (DaybookPhraseDraft *self,
                   GtkTextIter        *at,
                   const char         *text,
                   int                 length)
{
  GtkTextIter start, end;

  if (self->writing > 0 || !self->lapsed)
    return;

  self->lapsed = FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->active.start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->active.end);
  if (!gtk_text_iter_equal (at, &end))
    return;

  gtk_text_buffer_delete (self->buffer, &start, &end);
  *at = start;
}

/* What is typed in the place of a blank belongs to its phrase, though the blank is gone by then. */
static void
on_text_inserted (DaybookPhraseDraft *self,
                  GtkTextIter        *end,
                  const char         *text,
                  int                 length)
{
  GtkTextIter start = *end, first, last;

  if (self->writing > 0 || self->active.name == NULL || self->active.part == NULL)
    return;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &first, self->active.start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &last, self->active.end);
  if (gtk_text_iter_compare (&start, &first) >= 0 && gtk_text_iter_compare (end, &last) <= 0)
    gtk_text_buffer_apply_tag (self->buffer, self->active.part, &start, end);
}

/* A blank goes as a whole: what is left of one would be sent. */
static void
on_range_deleting (DaybookPhraseDraft *self,
                   GtkTextIter        *start,
                   GtkTextIter        *end)
{
  if (self->writing > 0)
    return;
  if (gtk_text_iter_has_tag (start, self->blank) && !gtk_text_iter_starts_tag (start, self->blank))
    gtk_text_iter_backward_to_tag_toggle (start, self->blank);
  if (gtk_text_iter_has_tag (end, self->blank) && !gtk_text_iter_starts_tag (end, self->blank))
    gtk_text_iter_forward_to_tag_toggle (end, self->blank);
}

static void
on_changed (DaybookPhraseDraft *self)
{
  if (self->writing > 0)
    return;

  show_blanks (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Whether that is the blank that is selected. */
static gboolean
is_active (DaybookPhraseDraft *self,
           const GtkTextIter  *start,
           const GtkTextIter  *end)
{
  GtkTextIter first, last;

  if (self->active.name == NULL)
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &first, self->active.start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &last, self->active.end);
  return gtk_text_iter_equal (&first, start) && gtk_text_iter_equal (&last, end);
}

/* Another program has taken the primary selection, and GTK unselects what was selected here: the other end of the
 * selection comes to the cursor by itself. */
static void
note_lapse (DaybookPhraseDraft *self,
            const GtkTextIter  *at)
{
  GtkTextIter start, end;

  if (self->moved || self->active.name == NULL)
    {
      self->moved = FALSE;
      return;
    }

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->active.start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->active.end);
  self->lapsed = gtk_text_iter_equal (at, &end) && gtk_text_iter_has_tag (&start, self->blank);
}

/* Whoever goes into a blank, by a click or an arrow, means all of it. */
static void
on_cursor_moved (DaybookPhraseDraft *self,
                 const GtkTextIter  *at,
                 GtkTextMark        *mark)
{
  GtkTextIter start = *at, end = *at;
  g_autofree char *words = NULL, *name = NULL;

  if (self->writing > 0 || self->choosing)
    return;
  if (mark == gtk_text_buffer_get_selection_bound (self->buffer))
    note_lapse (self, at);
  if (mark != gtk_text_buffer_get_insert (self->buffer))
    return;

  self->moved = TRUE;
  self->lapsed = FALSE;
  if ( gtk_text_buffer_get_has_selection (self->buffer)
      || !gtk_text_iter_has_tag (at, self->blank) || gtk_text_iter_starts_tag (at, self->blank))
    return;

  gtk_text_iter_backward_to_tag_toggle (&start, self->blank);
  gtk_text_iter_forward_to_tag_toggle (&end, self->blank);
  if (is_active (self, &start, &end) && gtk_text_iter_get_offset (at) == gtk_text_iter_get_offset (&end) - 1)
    {
      /* An arrow to the left goes out of what it has selected. */
      gtk_text_buffer_place_cursor (self->buffer, &start);
      return;
    }
  words = gtk_text_iter_get_text (&start, &end);
  name = g_strndup (words + 1, strlen (words) - 2);
  /* Two blanks that touch look like one; Tab tells them apart. */
  if (g_hash_table_contains (self->names, name))
    activate (self, name, &start, &end);
}

static void
daybook_phrase_draft_finalize (GObject *object)
{
  DaybookPhraseDraft *self = DAYBOOK_PHRASE_DRAFT (object);

  g_free (self->active.name);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->values);
  g_object_unref (self->buffer);

  G_OBJECT_CLASS (daybook_phrase_draft_parent_class)->finalize (object);
}

static void
daybook_phrase_draft_class_init (DaybookPhraseDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_phrase_draft_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GIVEN] = g_signal_new ("given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
daybook_phrase_draft_init (DaybookPhraseDraft *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->values = daybook_phrase_values_new ();
}

DaybookPhraseDraft *
daybook_phrase_draft_new (GtkTextBuffer *buffer)
{
  /* Amber on whatever ground: what is missing is seen at once. */
  static const GdkRGBA AMBER = { 0.96, 0.76, 0.07, 0.35 };
  DaybookPhraseDraft *self = g_object_new (DAYBOOK_TYPE_PHRASE_DRAFT, NULL);

  self->buffer = g_object_ref (buffer);
  self->blank = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &AMBER, NULL);
  self->promise = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_text_inserting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_text_inserted), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (on_range_deleting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (on_cursor_moved), self, G_CONNECT_SWAPPED);
  return self;
}

void
daybook_phrase_draft_set_about (DaybookPhraseDraft       *self,
                                const DaybookPhraseAbout *about)
{
  self->about = about;
}

void
daybook_phrase_draft_refill (DaybookPhraseDraft *self)
{
  forget_active (self);
  g_hash_table_remove_all (self->values);
  for (guint i = 0; i < self->parts->len; i++)
    rewrite_part (self, g_ptr_array_index (self->parts, i));
}

/* The time as the phrase says it that has the place. */
static char *
write_promise (DaybookPhraseDraft *self,
               const GtkTextIter  *at)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (gtk_text_iter_has_tag (at, part->tag))
        {
          g_autoptr(DaybookPhraseFacts) facts = make_facts (self, part);

          return g_strdup (daybook_phrase_facts_get (facts, DAYBOOK_PLACEHOLDER_PROMISE_TIME));
        }
    }

  return NULL;
}

/* A blank where the time stands then is no place of it any more. */
static void
rewrite_promises (DaybookPhraseDraft *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  while (find_tagged (&start, self->promise, &end))
    {
      g_autofree char *now = write_promise (self, &start);
      g_autofree char *before = gtk_text_iter_get_text (&start, &end);

      if (now != NULL && !g_str_equal (now, before))
        replace (self, &start, &end, now, self->promise);
      else
        start = end;
    }
}

/* The blank in which a time is asked for that is promised; NULL: there is none. */
static const char *
find_asked_promise (DaybookPhraseDraft *self,
                    const char         *text,
                    gssize             *place)
{
  const char *name;

  for (*place = find_blank (self, text, 0, &name); *place >= 0; *place = find_blank (self, text, (gsize) *place + 1, &name))
    if (daybook_placeholder_find (name) == DAYBOOK_PLACEHOLDER_PROMISE_TIME)
      return name;

  return NULL;
}

static void
fill_asked_promises (DaybookPhraseDraft *self)
{
  g_autofree char *text = daybook_buffer_text (self->buffer);
  g_autofree char *value = NULL;
  gssize place;
  const char *name = find_asked_promise (self, text, &place);
  GtkTextIter start, end;

  if (name == NULL)
    return;

  get_blank_place (self, text, place, name, &start, &end);
  value = write_promise (self, &start);
  if (value != NULL)
    give (self, name, value);
}

void
daybook_phrase_draft_set_promised (DaybookPhraseDraft *self,
                                   gint64              promised)
{
  if (self->promised == promised)
    return;

  self->promised = promised;
  begin_writing (self);
  rewrite_promises (self);
  fill_asked_promises (self);
  end_writing (self);
}

/* Adds it as a paragraph at the end. `text` is taken over. */
static void
add_part (DaybookPhraseDraft *self,
          const DaybookRow   *row,
          DaybookPhraseText  *text,
          guint               variant)
{
  Part *part;
  GtkTextIter end;

  g_return_if_fail (self->about != NULL);

  daybook_phrase_draft_settle (self);
  part = g_new0 (Part, 1);
  part->row = daybook_row_ref ((DaybookRow *) row);
  part->text = text;
  part->variant = variant;
  part->tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  g_ptr_array_add (self->parts, part);

  begin_writing (self);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (gtk_text_buffer_get_char_count (self->buffer) > 0)
    gtk_text_buffer_insert (self->buffer, &end, "\n", -1);
  write_part (self, part, &end);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  end_writing (self);
}

void
daybook_phrase_draft_add (DaybookPhraseDraft *self,
                          const DaybookRow   *phrase)
{
  add_part (self, phrase, daybook_phrase_text_parse (daybook_row_text (phrase, DAYBOOK_PHRASE_TEXT)), 0);
}

void
daybook_phrase_draft_add_article (DaybookPhraseDraft *self,
                                  const DaybookRow   *article,
                                  const char         *question,
                                  const char         *selected)
{
  guint variant;
  DaybookPhraseText *text = daybook_told_text (daybook_row_text (article, DAYBOOK_ARTICLE_BODY), selected, question, &variant);

  add_part (self, article, text, variant);
}

void
daybook_phrase_draft_clear (DaybookPhraseDraft *self)
{
  forget_active (self);
  g_ptr_array_set_size (self->parts, 0);
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->values);
  self->promised = 0;
  begin_writing (self);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  end_writing (self);
}

gboolean
daybook_phrase_draft_is_empty (DaybookPhraseDraft *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == 0;
}

GPtrArray *
daybook_phrase_draft_get_phrases (DaybookPhraseDraft *self)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  GtkTextIter start, end;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (get_part_place (self, part, &start, &end) && !daybook_rows_hold (phrases, part->row))
        g_ptr_array_add (phrases, daybook_row_ref (part->row));
    }
  return phrases;
}

char *
daybook_phrase_draft_get_text (DaybookPhraseDraft *self)
{
  return g_strstrip (daybook_buffer_text (self->buffer));
}

/* --- Ways to say it ------------------------------------------------------------------------------- */

/* That in which, or at whose end, the cursor is. */
static Part *
find_part (DaybookPhraseDraft *self)
{
  GtkTextIter cursor, start, end;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (get_part_place (self, part, &start, &end) && gtk_text_iter_compare (&cursor, &start) >= 0 && gtk_text_iter_compare (&cursor, &end) <= 0)
        return part;
    }

  return NULL;
}

guint
daybook_phrase_draft_count_ways (DaybookPhraseDraft *self)
{
  const Part *part = find_part (self);

  return part != NULL ? part->text->variants->len : 0;
}

const DaybookRow *
daybook_phrase_draft_get_article (DaybookPhraseDraft *self)
{
  const Part *part = find_part (self);

  return part != NULL && is_article (part->row) ? part->row : NULL;
}

gboolean
daybook_phrase_draft_turn (DaybookPhraseDraft *self,
                           int                 step)
{
  Part *part = find_part (self);
  guint n = part != NULL ? part->text->variants->len : 0;

  if (n < 2)
    return FALSE;

  daybook_phrase_draft_settle (self);
  part->variant = (guint) ((int) part->variant + step + (int) n) % n;
  rewrite_part (self, part);
  return TRUE;
}

/* --- Blanks ----------------------------------------------------------------------------------------- */

char *
daybook_phrase_draft_find_blank (DaybookPhraseDraft *self)
{
  g_autofree char *text = daybook_buffer_text (self->buffer);
  const char *name = NULL;

  return find_blank (self, text, 0, &name) >= 0 ? g_strdup (name) : NULL;
}

/* The last blank before that byte; from the end on the last of all. */
static gssize
find_blank_before (DaybookPhraseDraft  *self,
                   const char          *text,
                   gsize                before,
                   const char         **name)
{
  const char *other;
  gssize found = -1, last = -1;

  for (gssize place = find_blank (self, text, 0, &other); place >= 0; place = find_blank (self, text, (gsize) place + 1, &other))
    {
      if ((gsize) place < before)
        found = place;
      last = place;
    }
  if (last >= 0)
    find_blank (self, text, (gsize) (found >= 0 ? found : last), name);
  return found >= 0 ? found : last;
}

static gssize
find_blank_behind (DaybookPhraseDraft  *self,
                   const char          *text,
                   gsize                from,
                   const char         **name)
{
  gssize place = find_blank (self, text, from, name);

  return place >= 0 ? place : find_blank (self, text, 0, name);
}

gboolean
daybook_phrase_draft_go_to_blank (DaybookPhraseDraft *self,
                                  int                 step)
{
  g_autofree char *text = NULL;
  GtkTextIter first, cursor, start, end;
  const char *name = NULL, *here;
  gssize place;

  daybook_phrase_draft_settle (self);
  text = daybook_buffer_text (self->buffer);
  gtk_text_buffer_get_selection_bounds (self->buffer, &first, &cursor);
  here = g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (step > 0 ? &cursor : &first));
  place = step == 0 ? find_blank (self, text, 0, &name) : step > 0 ? find_blank_behind (self, text, (gsize) (here - text), &name) : find_blank_before (self, text, (gsize) (here - text), &name);
  if (place < 0)
    return FALSE;

  get_blank_place (self, text, place, name, &start, &end);
  activate (self, name, &start, &end);
  return TRUE;
}

void
daybook_phrase_draft_settle (DaybookPhraseDraft *self)
{
  g_autofree char *name = NULL, *value = NULL, *words = NULL;
  GtkTextIter start, end;

  if (self->active.name == NULL)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->active.start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->active.end);
  name = g_strdup (self->active.name);
  words = bracket (name);
  value = g_strstrip (gtk_text_iter_get_text (&start, &end));
  forget_active (self);
  if (*value == '\0' || g_str_equal (value, words))
    return;

  daybook_phrase_values_set (self->values, name, value);
  begin_writing (self);
  give (self, name, value);
  end_writing (self);
  g_signal_emit (self, signals[GIVEN], 0, name, value);
}

gboolean
daybook_phrase_draft_has_promise (DaybookPhraseDraft *self)
{
  g_autofree char *text = daybook_buffer_text (self->buffer);
  GtkTextIter start, end;
  gssize place;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  return find_tagged (&start, self->promise, &end) || find_asked_promise (self, text, &place) != NULL;
}
