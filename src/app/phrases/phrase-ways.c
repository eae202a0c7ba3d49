/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-ways.h"

#include "app/phrases/phrase-marks.h"
#include "core/phrase-example.h"
#include "store/phrase-rows.h"

#define LINE_CHARS 30
/* What is promised for example: in so many seconds. */
#define PROMISED (2 * 60 * 60)

static GtkLabel *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "phrase-way");
  return GTK_LABEL (label);
}

/* The labels that are there are filled anew, so that nothing jumps while somebody types. */
static GtkLabel *
obtain_label (GtkBox *box,
              guint   i)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && i > 0)
    {
      child = gtk_widget_get_next_sibling (child);
      i--;
    }
  if (child == NULL)
    {
      child = GTK_WIDGET (make_label ());
      gtk_box_append (box, child);
    }
  return GTK_LABEL (child);
}

static void
cut_labels (GtkBox *box,
            guint   n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; child != NULL; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (i >= n)
        gtk_box_remove (box, child);
      child = next;
    }
}

void
daybook_phrase_ways_show_text (GtkBox     *box,
                               const char *text)
{
  g_autoptr(DaybookPhraseText) parsed = daybook_phrase_text_parse (text);

  for (guint i = 0; i < parsed->variants->len; i++)
    daybook_phrase_marks_show_text (obtain_label (box, i), parsed, i);
  cut_labels (box, parsed->variants->len);
}

/* Who speaks and for which shop is known; all else is made up. */
static DaybookPhraseFacts *
read_facts (DaybookDesk     *desk,
            DaybookLanguage  language)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_auto(DaybookPhraseRows) rows = { 0 };

  if (!daybook_phrase_rows_read (store, NULL, &rows, NULL))
    {
      rows.about.zone = daybook_store_get_zone (store);
      rows.about.now = daybook_store_get_now (store);
    }
  rows.about.language = language;
  rows.about.promised = rows.about.now + PROMISED;
  return daybook_phrase_facts_new (&rows.about);
}

void
daybook_phrase_ways_show_example (GtkBox          *box,
                                  DaybookDesk     *desk,
                                  const char      *text,
                                  DaybookLanguage  language)
{
  DaybookLanguage spoken = language != DAYBOOK_LANGUAGE_ANY ? language : daybook_language_here ();
  g_autoptr(DaybookPhraseText) parsed = daybook_phrase_text_parse (text);
  g_autoptr(DaybookPhraseFacts) facts = read_facts (desk, spoken);
  DaybookPhraseExamples examples = { facts, spoken };

  for (guint i = 0; i < parsed->variants->len; i++)
    {
      g_autoptr(DaybookPhraseFilling) filling = daybook_phrase_fill (parsed, i, NULL, daybook_phrase_example_lookup, &examples);

      daybook_phrase_marks_show_filled (obtain_label (box, i), filling);
    }
  cut_labels (box, *text != '\0' ? parsed->variants->len : 0);
}
