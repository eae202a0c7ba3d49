/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-marks.h"

typedef enum
{
  MARK_PLACEHOLDER,
  MARK_BLANK,
  MARK_FAULT,
  N_MARKS,
} Mark;

/* Blue, yellow and red of GNOME's palette, through which paper or night is seen. */
static const struct
{
  const char *name;
  GdkRGBA     colour;
} MARKS[N_MARKS] = {
  [MARK_PLACEHOLDER] = { "daybook-placeholder", { 0.21f, 0.52f, 0.89f, 0.24f } },
  [MARK_BLANK] = { "daybook-blank", { 0.96f, 0.76f, 0.07f, 0.34f } },
  [MARK_FAULT] = { "daybook-fault", { 0.88f, 0.11f, 0.14f, 0.26f } },
};

static Mark
mark_of (const DaybookPiece *piece)
{
  return piece->kind == DAYBOOK_PIECE_PLACEHOLDER ? MARK_PLACEHOLDER : piece->is_fault ? MARK_FAULT : MARK_BLANK;
}

/* --- A text that is written ----------------------------------------------------------------- */

static GtkTextTag *
obtain_tag (GtkTextBuffer *buffer,
            Mark           mark)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), MARKS[mark].name);

  return tag != NULL ? tag : gtk_text_buffer_create_tag (buffer, MARKS[mark].name, "background-rgba", &MARKS[mark].colour, NULL);
}

static void
apply (GtkTextBuffer      *buffer,
       const char         *clean,
       const DaybookPiece *piece)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (clean, clean + piece->from));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (clean, clean + piece->to));
  gtk_text_buffer_apply_tag (buffer, obtain_tag (buffer, mark_of (piece)), &start, &end);
}

void
daybook_phrase_marks_apply (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *written = NULL;
  g_autoptr(DaybookPhraseText) text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (Mark mark = MARK_PLACEHOLDER; mark < N_MARKS; mark++)
    gtk_text_buffer_remove_tag (buffer, obtain_tag (buffer, mark), &start, &end);
  written = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  text = daybook_phrase_text_parse (written);
  /* Of a text with carriage returns the places are others. */
  for (guint i = 0; i < text->variants->len && g_str_equal (text->clean, written); i++)
    {
      const GPtrArray *pieces = daybook_phrase_text_get (text, i);

      for (guint k = 0; k < pieces->len; k++)
        if (((const DaybookPiece *) g_ptr_array_index (pieces, k))->kind != DAYBOOK_PIECE_WORDS)
          apply (buffer, text->clean, g_ptr_array_index (pieces, k));
    }
}

/* --- A text that is read -------------------------------------------------------------------- */

static void
add_attribute (PangoAttrList *list,
               Mark           mark,
               gsize          from,
               gsize          to)
{
  const GdkRGBA *colour = &MARKS[mark].colour;
  PangoAttribute *both[] = {
    pango_attr_background_new ((guint16) (colour->red * G_MAXUINT16), (guint16) (colour->green * G_MAXUINT16), (guint16) (colour->blue * G_MAXUINT16)),
    pango_attr_background_alpha_new ((guint16) (colour->alpha * G_MAXUINT16)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      both[i]->start_index = (guint) from;
      both[i]->end_index = (guint) to;
      pango_attr_list_insert (list, both[i]);
    }
}

void
daybook_phrase_marks_show_text (GtkLabel                *label,
                                const DaybookPhraseText *text,
                                guint                    variant)
{
  const GPtrArray *pieces = daybook_phrase_text_get (text, variant);
  const DaybookPhraseBounds *bounds = &g_array_index (text->bounds, DaybookPhraseBounds, variant);
  g_autofree char *words = g_strndup (text->clean + bounds->from, bounds->to - bounds->from);
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      const DaybookPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind != DAYBOOK_PIECE_WORDS)
        add_attribute (list, mark_of (piece), piece->from - bounds->from, piece->to - bounds->from);
    }
  gtk_label_set_text (label, words);
  gtk_label_set_attributes (label, list);
}

void
daybook_phrase_marks_show_filled (GtkLabel                   *label,
                                  const DaybookPhraseFilling *filling)
{
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < filling->filled->len; i++)
    {
      const DaybookPhraseFilled *filled = g_ptr_array_index (filling->filled, i);

      add_attribute (list, MARK_PLACEHOLDER, filled->place.from, filled->place.to);
    }
  for (guint i = 0; i < filling->blanks->len; i++)
    {
      const DaybookPhraseBlank *blank = g_ptr_array_index (filling->blanks, i);

      for (guint k = 0; k < blank->places->len; k++)
        add_attribute (list, MARK_BLANK, g_array_index (blank->places, DaybookPhrasePlace, k).from,
                       g_array_index (blank->places, DaybookPhrasePlace, k).to);
    }
  gtk_label_set_text (label, filling->text);
  gtk_label_set_attributes (label, list);
}
