/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/announcement-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
title_of (const DaybookRow *row)
{
  return daybook_row_text (row, (guint) row->table->title);
}

static gboolean
is_blank (const char *text)
{
  return strspn (text, " \t\r\n") == strlen (text);
}

/* --- Its text ------------------------------------------------------------------------------ */

char *
daybook_announcement_title_of (const char *text)
{
  const char *begin = text + strspn (text, " \t\r\n");
  g_autofree char *line = g_strchomp (g_strndup (begin, strcspn (begin, "\r\n")));
  glong length = g_utf8_strlen (line, -1);

  return g_strchomp (g_utf8_substring (line, 0, MIN (length, DAYBOOK_ANNOUNCEMENT_TITLE_MOST)));
}

const char *
daybook_announcement_body (const DaybookRow *row)
{
  const char *text = daybook_row_text (row, DAYBOOK_ANNOUNCEMENT_TEXT);
  const char *begin = text + strspn (text, " \t\r\n");
  gsize length = strlen (title_of (row));
  const char *rest = begin + length;

  /* A title that was cut out of a longer line is not all of it. */
  if (!g_str_has_prefix (begin, title_of (row)) || (*rest != '\0' && !is_blank (rest) && rest[strspn (rest, " \t\r")] != '\n'))
    return text;

  return rest + strspn (rest, " \t\r\n");
}

gboolean
daybook_announcement_is_over (const DaybookRow *row,
                              gint64            now)
{
  return daybook_row_has (row, DAYBOOK_ANNOUNCEMENT_UNTIL) && daybook_row_int (row, DAYBOOK_ANNOUNCEMENT_UNTIL) <= now;
}

/* --- Rules --------------------------------------------------------------------------------- */

DaybookRow *
daybook_announcement_draft (const DaybookId *agent,
                            gint64           now)
{
  DaybookRow *row = daybook_row_new (&daybook_announcements);

  daybook_id_fresh (&row->id, now * 1000);
  row->values[DAYBOOK_ANNOUNCEMENT_AT] = daybook_value_int (now);
  row->values[DAYBOOK_ANNOUNCEMENT_AGENT] = daybook_value_id (agent);
  return row;
}

static gboolean
differs (const DaybookRow *before,
         const DaybookRow *after,
         guint             field)
{
  const DaybookValue none = DAYBOOK_VALUE_INIT;

  return !daybook_value_equal (before != NULL ? &before->values[field] : &none, &after->values[field]);
}

gboolean
daybook_announcement_check (const DaybookRow  *before,
                            const DaybookRow  *after,
                            gint64             now,
                            GError           **error)
{
  const char *sentence = NULL;

  if (is_blank (title_of (after)) && (before != NULL || is_blank (daybook_row_text (after, DAYBOOK_ANNOUNCEMENT_TEXT))))
    sentence = _("Say what is announced: a title is enough.");
  else if (differs (before, after, DAYBOOK_ANNOUNCEMENT_UNTIL) && daybook_announcement_is_over (after, now))
    sentence = _("The time until which it holds is over already.");
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* --- Parts of an edit ---------------------------------------------------------------------- */

/* (transfer full) */
static char *
name_of (const DaybookRow *row)
{
  return is_blank (title_of (row)) ? daybook_announcement_title_of (daybook_row_text (row, DAYBOOK_ANNOUNCEMENT_TEXT)) : g_strdup (title_of (row));
}

gboolean
daybook_announcement_add (DaybookEdit       *edit,
                          const DaybookRow  *draft,
                          gint64             now,
                          GError           **error)
{
  g_autofree char *title = NULL;

  if (!daybook_announcement_check (NULL, draft, now, error))
    return FALSE;

  title = name_of (draft);
  daybook_edit_create (edit, &daybook_announcements, &draft->id);
  daybook_edit_give (edit, DAYBOOK_ANNOUNCEMENT_TITLE, daybook_value_text (title));
  for (guint i = DAYBOOK_ANNOUNCEMENT_KIND; i < DAYBOOK_ANNOUNCEMENT_N_FIELDS; i++)
    daybook_edit_give (edit, i, daybook_value_copy (&draft->values[i]));
  return TRUE;
}

/* Of a mark that is there already a field is set, of a new one given. */
static void
say (DaybookEdit      *edit,
     const DaybookRow *mark,
     guint             field,
     DaybookValue      value)
{
  if (mark != NULL)
    daybook_edit_set (edit, &daybook_read_marks, &mark->id, field, value);
  else
    daybook_edit_give (edit, field, value);
}

void
daybook_read_mark_add (DaybookEdit      *edit,
                       const DaybookRow *of,
                       const DaybookId  *revision,
                       const DaybookRow *mark,
                       const DaybookId  *agent,
                       gint64            now)
{
  gboolean is_announcement = of->table == &daybook_announcements;
  DaybookId id;

  if (mark == NULL)
    {
      daybook_read_mark_id (&id, &of->id, agent);
      daybook_edit_create (edit, &daybook_read_marks, &id);
      daybook_edit_give (edit, is_announcement ? DAYBOOK_READ_MARK_ANNOUNCEMENT : DAYBOOK_READ_MARK_ARTICLE, daybook_value_id (&of->id));
      daybook_edit_give (edit, DAYBOOK_READ_MARK_AGENT, daybook_value_id (agent));
    }
  if (revision != NULL)
    say (edit, mark, DAYBOOK_READ_MARK_REVISION, daybook_value_id (revision));
  say (edit, mark, DAYBOOK_READ_MARK_AT, daybook_value_int (now));
}

/* --- Acts ---------------------------------------------------------------------------------- */

/* An edit whose title names it. */
static DaybookEdit *
begin (const char      *format,
       const char      *name,
       const DaybookId *agent)
{
  g_autoptr(GString) title = g_string_new (format);

  g_string_replace (title, "%s", name, 1);
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title->str, agent);
}

DaybookEdit *
daybook_announcement_act_add (const DaybookRow  *draft,
                              const DaybookId   *agent,
                              gint64             now,
                              GError           **error)
{
  g_autofree char *name = name_of (draft);
  /* Translators: acts in the history; %s: the title of an announcement. */
  g_autoptr(DaybookEdit) edit = begin (_("Announced: %s"), name, agent);

  return daybook_announcement_add (edit, draft, now, error) ? g_steal_pointer (&edit) : NULL;
}

DaybookEdit *
daybook_announcement_act_change (const DaybookRow  *before,
                                 const DaybookRow  *after,
                                 const DaybookId   *agent,
                                 gint64             now,
                                 GError           **error)
{
  g_autoptr(DaybookEdit) edit = begin (_("Announcement · %s"), title_of (after), agent);

  if (!daybook_announcement_check (before, after, now, error))
    return NULL;

  for (guint i = DAYBOOK_ANNOUNCEMENT_TITLE; i < DAYBOOK_ANNOUNCEMENT_N_FIELDS; i++)
    if (differs (before, after, i))
      daybook_edit_set (edit, &daybook_announcements, &before->id, i, daybook_value_copy (&after->values[i]));
  return g_steal_pointer (&edit);
}

DaybookEdit *
daybook_announcement_act_end (const DaybookRow *row,
                              const DaybookId  *agent,
                              gint64            now)
{
  DaybookEdit *edit = begin (_("Holds no longer: %s"), title_of (row), agent);

  daybook_edit_set (edit, &daybook_announcements, &row->id, DAYBOOK_ANNOUNCEMENT_UNTIL, daybook_value_int (now));
  return edit;
}

/* One by its title, several as `many` has them, which is taken over. (transfer full) */
static char *
name_all (GPtrArray *rows,
          char      *many)
{
  g_autofree char *name = many;

  return rows->len == 1 ? g_strdup (title_of (g_ptr_array_index (rows, 0))) : g_steal_pointer (&name);
}

DaybookEdit *
daybook_announcement_act_drop (GPtrArray       *rows,
                               const DaybookId *agent)
{
  g_autofree char *name = name_all (rows, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u announcement", "%u announcements", rows->len), rows->len));
  DaybookEdit *edit = begin (_("Moved to the trash: %s"), name, agent);

  for (guint i = 0; i < rows->len; i++)
    daybook_edit_delete (edit, &daybook_announcements, &((const DaybookRow *) g_ptr_array_index (rows, i))->id);
  return edit;
}

DaybookEdit *
daybook_read_act (GPtrArray       *rows,
                  const DaybookId *agent)
{
  /* Translators: what was read: announcements, and articles. */
  g_autofree char *name = name_all (rows, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u notice", "%u notices", rows->len), rows->len));

  return begin (_("Read: %s"), name, agent);
}
