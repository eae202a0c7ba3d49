/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-timeline.h"

#include "core/case.h"
#include "core/event.h"
#include "core/moment.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many are shown before somebody asks for the older ones, and so many at most. */
#define FIRST 20
#define MOST 500

struct _DaybookCaseTimeline
{
  AdwBin       parent_instance;

  GtkBox      *box;
  GtkWidget   *older;

  DaybookDesk *desk;
  DaybookRow  *row;   /* shown, or NULL */
  guint        limit;
};

G_DEFINE_FINAL_TYPE (DaybookCaseTimeline, daybook_case_timeline, ADW_TYPE_BIN)

/* One thing that happened. */
typedef struct
{
  gint64 at;
  char  *head; /* "Yesterday 21:40 · 林 · Told the customer" */
  char  *text; /* NULL of a change of fields */
} Happening;

static void
happening_free (gpointer data)
{
  Happening *happening = data;

  g_free (happening->head);
  g_free (happening->text);
  g_free (happening);
}

static DaybookReader *
get_reader (DaybookCaseTimeline *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* --- What there is ------------------------------------------------------------------ */

static char *
write_head (DaybookCaseTimeline *self,
            gint64               at,
            const char          *who,
            const char          *what)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *when = daybook_moment_format (at, daybook_store_get_now (store), daybook_store_get_zone (store));
  GString *head = g_string_new (when);

  if (*who != '\0')
    g_string_append_printf (head, " · %s", who);
  if (*what != '\0')
    g_string_append_printf (head, " · %s", what);
  return g_string_free (head, FALSE);
}

static void
append_field (DaybookCaseTimeline *self,
              GString             *text,
              const DaybookRow    *event,
              guint                field)
{
  g_autofree char *value = daybook_desk_format (self->desk, event, field, DAYBOOK_SHOW_MASKED);

  if (*value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", _(event->table->fields[field].label), value);
}

/* What was written, and what goes with it. */
static char *
write_text (DaybookCaseTimeline *self,
            const DaybookRow    *event)
{
  GString *text = g_string_new (daybook_row_text (event, DAYBOOK_EVENT_TEXT));

  if (daybook_row_int (event, DAYBOOK_EVENT_KIND) == DAYBOOK_EVENT_MONEY)
    {
      append_field (self, text, event, DAYBOOK_EVENT_AMOUNT);
      if (daybook_row_int (event, DAYBOOK_EVENT_WAY) != DAYBOOK_WAY_UNKNOWN)
        append_field (self, text, event, DAYBOOK_EVENT_WAY);
    }
  append_field (self, text, event, DAYBOOK_EVENT_TO);
  append_field (self, text, event, DAYBOOK_EVENT_PROMISED_AT);
  append_field (self, text, event, DAYBOOK_EVENT_CONTACT);
  append_field (self, text, event, DAYBOOK_EVENT_REFERENCE);
  return g_string_free (text, FALSE);
}

static void
add_event (DaybookCaseTimeline *self,
           GPtrArray           *all,
           const DaybookRow    *event)
{
  Happening *happening = g_new0 (Happening, 1);
  g_autofree char *who = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (event, DAYBOOK_EVENT_AGENT));
  g_autofree char *what = daybook_desk_format (self->desk, event, DAYBOOK_EVENT_KIND, DAYBOOK_SHOW_MASKED);

  happening->at = daybook_row_int (event, DAYBOOK_EVENT_AT);
  happening->head = write_head (self, happening->at, who, what);
  happening->text = write_text (self, event);
  g_ptr_array_add (all, happening);
}

static void
add_events (DaybookCaseTimeline *self,
            GPtrArray           *all,
            const DaybookId     *of)
{
  g_autoptr(GPtrArray) events = daybook_reader_some_parts (get_reader (self), &daybook_events, DAYBOOK_EVENT_CASE, of,
                                                           DAYBOOK_PARTS_LAST, self->limit, NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    add_event (self, all, g_ptr_array_index (events, i));
}

/* The case's number before it says nothing here. */
static const char *
what_of (DaybookCaseTimeline *self,
         const DaybookAct    *act)
{
  g_autofree char *prefix = g_strconcat (daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), ": ", NULL);

  return g_str_has_prefix (act->title, prefix) ? act->title + strlen (prefix) : act->title;
}

static void
add_acts (DaybookCaseTimeline *self,
          GPtrArray           *all,
          const DaybookId     *of)
{
  g_autoptr(GPtrArray) acts = daybook_reader_history (get_reader (self), &daybook_cases, of, 0, self->limit, NULL);

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      const DaybookAct *act = g_ptr_array_index (acts, i);
      Happening *happening = g_new0 (Happening, 1);

      happening->at = act->at;
      happening->head = write_head (self, act->at, act->agent, what_of (self, act));
      g_ptr_array_add (all, happening);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Happening *first = *(Happening *const *) a, *second = *(Happening *const *) b;

  return first->at > second->at ? -1 : first->at < second->at;
}

static GPtrArray *
collect (DaybookCaseTimeline *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (happening_free);
  g_autoptr(GPtrArray) merged = daybook_reader_parts (get_reader (self), &daybook_cases, DAYBOOK_CASE_MERGED_INTO, &self->row->id, NULL);

  add_events (self, all, &self->row->id);
  add_acts (self, all, &self->row->id);
  for (guint i = 0; merged != NULL && i < merged->len; i++)
    {
      const DaybookRow *other = g_ptr_array_index (merged, i);

      add_events (self, all, &other->id);
      add_acts (self, all, &other->id);
    }
  g_ptr_array_sort (all, compare);
  return all;
}

/* --- What is seen --------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  return label;
}

static void
add_line (DaybookCaseTimeline *self,
          const Happening     *happening)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = make_label (happening->head);

  gtk_widget_add_css_class (head, "caption");
  gtk_widget_add_css_class (head, "dim-label");
  gtk_box_append (GTK_BOX (line), head);
  if (happening->text != NULL && *happening->text != '\0')
    {
      GtkWidget *text = make_label (happening->text);

      gtk_label_set_selectable (GTK_LABEL (text), TRUE);
      gtk_box_append (GTK_BOX (line), text);
    }
  gtk_box_append (self->box, line);
}

static void
fill (DaybookCaseTimeline *self)
{
  g_autoptr(GPtrArray) all = collect (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < MIN (all->len, self->limit); i++)
    add_line (self, g_ptr_array_index (all, i));
  gtk_widget_set_visible (self->older, all->len > self->limit);
}

static void
on_older_clicked (DaybookCaseTimeline *self)
{
  self->limit = MOST;
  fill (self);
}

static void
daybook_case_timeline_dispose (GObject *object)
{
  DaybookCaseTimeline *self = DAYBOOK_CASE_TIMELINE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_case_timeline_parent_class)->dispose (object);
}

static void
daybook_case_timeline_class_init (DaybookCaseTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_timeline_dispose;
}

static void
daybook_case_timeline_init (DaybookCaseTimeline *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  self->older = gtk_button_new_with_label (_("Show Older"));
  gtk_widget_set_halign (self->older, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->older, "flat");
  g_signal_connect_object (self->older, "clicked", G_CALLBACK (on_older_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (column), self->older);
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_case_timeline_show (DaybookCaseTimeline *self,
                            DaybookDesk         *desk,
                            const DaybookRow    *row)
{
  if (self->row == NULL || !daybook_id_equal (&self->row->id, &row->id))
    self->limit = FIRST;
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  fill (self);
}
