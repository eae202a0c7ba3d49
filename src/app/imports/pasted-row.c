/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/pasted-row.h"

#include "core/mask.h"
#include "exchange/stars.h"

#include <glib/gi18n-lib.h>

/* So many characters of the text; the row shows fewer. */
#define MAX_BEGINNING 120

/* On one line. */
static char *
beginning_of (const DaybookPastedReview *review)
{
  g_autofree char *begin = g_utf8_substring (review->words->str, 0, MIN (g_utf8_strlen (review->words->str, -1), MAX_BEGINNING));

  if (*begin == '\0')
    return g_strdup (_("Without words"));
  return g_strdelimit (g_steal_pointer (&begin), "\n", ' ');
}

static char *
describe (const DaybookPastedReview *review)
{
  g_autofree char *nick = daybook_mask (DAYBOOK_MASK_ACCOUNT, review->nick->str);
  const char *parts[] = { nick, review->time->str, review->variant->str };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_stars (guint n)
{
  GString *stars = g_string_new (NULL);
  GtkWidget *label;
  g_autofree char *said = NULL;

  for (guint i = 1; i <= DAYBOOK_STARS_MAX; i++)
    g_string_append (stars, i <= n ? "★" : "☆");
  label = gtk_label_new (stars->str);
  g_string_free (stars, TRUE);
  /* Translators: of a review */
  said = g_strdup_printf (ngettext ("%u star", "%u stars", n), n);
  gtk_widget_set_tooltip_text (label, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return label;
}

GtkWidget *
daybook_pasted_row_new (const DaybookPastedReview *review)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = beginning_of (review);
  g_autofree char *subtitle = describe (review);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (review->stars > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_stars (review->stars));
  return row;
}
