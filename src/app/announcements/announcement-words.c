/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/announcements/announcement-words.h"

#include "core/announcement-edit.h"
#include "core/article.h"
#include "core/moment.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_offered (const DaybookRow *article)
{
  return daybook_row_int (article, DAYBOOK_ARTICLE_STATE) != DAYBOOK_ARTICLE_RETIRED;
}

const DaybookRowPicking daybook_notice_article_picking = {
  &daybook_articles, N_("About an article: words of its title"), N_("Article"), N_("It is not about this article"), -1, is_offered,
};

static gboolean
is_announcement (const DaybookRow *row)
{
  return row->table == &daybook_announcements;
}

static const char *
icon_of (const DaybookRow *row)
{
  if (!is_announcement (row))
    return "text-x-generic-symbolic";

  switch ((DaybookAnnouncementKind) daybook_row_int (row, DAYBOOK_ANNOUNCEMENT_KIND))
    {
    case DAYBOOK_ANNOUNCEMENT_ACTIVITY:
      return "x-office-calendar-symbolic";
    case DAYBOOK_ANNOUNCEMENT_TRAINING:
      return "accessories-dictionary-symbolic";
    case DAYBOOK_ANNOUNCEMENT_SPECIAL:
      return "dialog-warning-symbolic";
    case DAYBOOK_ANNOUNCEMENT_NEWS:
    default:
      return "daybook-announcements-symbolic";
    }
}

void
daybook_notice_show_icon (GtkImage         *image,
                          const DaybookRow *row)
{
  gboolean special = is_announcement (row) && daybook_row_int (row, DAYBOOK_ANNOUNCEMENT_KIND) == DAYBOOK_ANNOUNCEMENT_SPECIAL;

  gtk_image_set_from_icon_name (image, icon_of (row));
  if (special)
    gtk_widget_add_css_class (GTK_WIDGET (image), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (image), "warning");
}

void
daybook_notice_name_way (GtkButton  *button,
                         const char *name)
{
  gtk_button_set_label (button, name);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (button)), PANGO_ELLIPSIZE_END);
}

const char *
daybook_notice_kind (const DaybookRow *row)
{
  guint field = (guint) daybook_table_field (row->table, "kind");
  const DaybookField *of = &row->table->fields[field];
  gint64 number = daybook_row_int (row, field);

  return daybook_field_word_name (of, number) != NULL ? daybook_words_label (&of->words[number]) : "";
}

static char *
say_time (DaybookDesk *desk,
          gint64       moment)
{
  DaybookStore *store = daybook_desk_get_store (desk);

  return daybook_moment_format (moment, daybook_store_get_now (store), daybook_store_get_zone (store));
}

/* Until when an announcement holds, or by when an article is to be read; "" when that is not said. (transfer full) */
static char *
say_limit (DaybookDesk      *desk,
           const DaybookRow *row)
{
  guint field = is_announcement (row) ? DAYBOOK_ANNOUNCEMENT_UNTIL : DAYBOOK_ARTICLE_READ_BY;
  gint64 limit = daybook_row_int (row, field);
  gboolean over = limit <= daybook_store_get_now (daybook_desk_get_store (desk));
  g_autofree char *time = limit != 0 ? say_time (desk, limit) : NULL;

  if (time == NULL)
    return g_strdup ("");
  if (!is_announcement (row))
    /* Translators: of an article; %s is a time. */
    return over ? g_strdup_printf (_("Was to be read by %s"), time) : g_strdup_printf (_("To be read by %s"), time);

  /* Translators: of an announcement; %s is a time. */
  return over ? g_strdup_printf (_("Held until %s"), time) : g_strdup_printf (_("Until %s"), time);
}

char *
daybook_notice_line (DaybookDesk      *desk,
                     const DaybookRow *row)
{
  guint who = is_announcement (row) ? DAYBOOK_ANNOUNCEMENT_AGENT : DAYBOOK_ARTICLE_CHANGED_BY;
  guint when = is_announcement (row) ? DAYBOOK_ANNOUNCEMENT_AT : DAYBOOK_ARTICLE_CHANGED_AT;
  g_autofree char *name = daybook_desk_name (desk, "agent", daybook_row_ref_id (row, who));
  g_autofree char *time = daybook_row_has (row, when) ? say_time (desk, daybook_row_int (row, when)) : g_strdup ("");
  g_autofree char *limit = say_limit (desk, row);
  const char *const parts[] = { name, time, limit };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  return g_string_free (line, FALSE);
}
