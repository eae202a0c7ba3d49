/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/looks-page.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "core/moment.h"
#include "store/looks.h"

#include <glib/gi18n-lib.h>

#define DAYS 31
#define SECONDS_PER_DAY 86400
/* Of what is usual the newest are enough to look at. */
#define MOST_ROWS 100

struct _DaybookLooksPage
{
  DaybookPage          parent_instance;

  /* Template widgets */
  GtkWidget           *seen_button;
  GtkStack            *stack;
  AdwPreferencesGroup *unusual;
  AdwPreferencesGroup *others;

  DaybookStore        *store;
  GPtrArray           *rows;   /* GtkWidget: those in the two groups; borrowed */
  gint64               newest; /* the time of the newest look */
  gboolean             stale;  /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookLooksPage, daybook_looks_page, DAYBOOK_TYPE_PAGE)

static const struct
{
  DaybookUnusual what;
  const char    *said; /* msgid */
} UNUSUAL[] = {
  { DAYBOOK_UNUSUAL_REFUSED, N_("refused: the number of the day was used up") },
  { DAYBOOK_UNUSUAL_MANY, N_("many within an hour") },
  { DAYBOOK_UNUSUAL_LIST, N_("many rows at once") },
  { DAYBOOK_UNUSUAL_OFF_SHIFT, N_("outside of a shift") },
  { DAYBOOK_UNUSUAL_NO_CASE, N_("nothing was open with this buyer") },
};

static DaybookDesk *
get_desk (DaybookLooksPage *self)
{
  return daybook_desk_of (self->store);
}

/* --- Words -------------------------------------------------------------------------------- */

/* "Phone, Address", or nothing where it was all of the row. */
static char *
name_fields (const DaybookLooked *looked)
{
  g_auto(GStrv) names = g_strsplit (looked->fields, ",", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; looked->table != NULL && names[i] != NULL; i++)
    {
      int field = daybook_table_told_field (looked->table, names[i]);

      if (field >= 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", _(looked->table->fields[field].label));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
name_row (DaybookLooksPage    *self,
          const DaybookLooked *looked)
{
  if (looked->table == NULL)
    return g_strdup ("");
  if (daybook_id_is_null (&looked->row))
    return g_strdup_printf ("%s: %u", _(looked->table->labels), looked->seen.n_rows);

  return daybook_desk_name (get_desk (self), looked->table->kind, &looked->row);
}

/* "林晓 · 3795268802000223770 · Phone, Address" */
static char *
make_title (DaybookLooksPage    *self,
            const DaybookLooked *looked)
{
  g_autofree char *row = name_row (self, looked);
  g_autofree char *fields = name_fields (looked);
  GString *title = g_string_new (looked->name);

  if (*row != '\0')
    g_string_append_printf (title, " · %s", row);
  if (*fields != '\0')
    g_string_append_printf (title, " · %s", fields);
  return g_string_free (title, FALSE);
}

/* "Yesterday 21:04 · the courier asks · outside of a shift" */
static char *
make_subtitle (DaybookLooksPage    *self,
               const DaybookLooked *looked)
{
  g_autofree char *at = daybook_moment_format (looked->seen.at, daybook_store_get_now (self->store), daybook_store_get_zone (self->store));
  GString *text = g_string_new (at);

  if (*looked->reason != '\0')
    g_string_append_printf (text, " · %s", looked->reason);
  for (gsize i = 0; i < G_N_ELEMENTS (UNUSUAL); i++)
    if ((looked->seen.unusual & UNUSUAL[i].what) != 0)
      g_string_append_printf (text, " · %s", _(UNUSUAL[i].said));
  return g_string_free (text, FALSE);
}

/* --- Rows --------------------------------------------------------------------------------- */

static void
on_row_activated (GtkWidget *row,
                  gpointer   data)
{
  const DaybookLooked *looked = data;
  DaybookShell *shell = daybook_shell_of (row);

  if (shell != NULL)
    daybook_shell_show_row (shell, looked->table, &looked->row);
}

static gboolean
can_open (DaybookLooksPage    *self,
          const DaybookLooked *looked)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  return shell != NULL && looked->table != NULL && !daybook_id_is_null (&looked->row) && daybook_shell_can_show (shell, looked->table);
}

static GtkWidget *
make_row (DaybookLooksPage *self,
          DaybookLooked    *looked,
          gboolean          is_new)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = make_title (self, looked);
  g_autofree char *subtitle = make_subtitle (self, looked);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (looked->seen.unusual != DAYBOOK_UNUSUAL_NOTHING)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  if (is_new)
    {
      GtkWidget *mark = gtk_label_new (C_ ("look", "New"));

      gtk_widget_add_css_class (mark, "accent");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  if (can_open (self, looked))
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), looked);
    }
  /* The row has what it is about. */
  g_object_set_data_full (G_OBJECT (row), "looked", looked, (GDestroyNotify) daybook_looked_free);
  return row;
}

static void
clear_rows (DaybookLooksPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rows (DaybookLooksPage *self,
          GPtrArray        *looks,
          gint64            seen)
{
  guint n_unusual = 0, n_others = 0;

  while (looks->len > 0)
    {
      g_autoptr(DaybookLooked) looked = g_ptr_array_steal_index (looks, 0);
      gboolean unusual = looked->seen.unusual != DAYBOOK_UNUSUAL_NOTHING;
      guint *n = unusual ? &n_unusual : &n_others;

      if ((*n)++ >= MOST_ROWS)
        continue;

      GtkWidget *row = make_row (self, looked, looked->seen.at > seen);
      g_steal_pointer (&looked);
      adw_preferences_group_add (unusual ? self->unusual : self->others, row);
      g_ptr_array_add (self->rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->unusual), n_unusual > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_others > 0);
}

static void
show_all (DaybookLooksPage *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  gint64 since = daybook_store_get_now (self->store) - DAYS * SECONDS_PER_DAY;
  gint64 seen = daybook_looks_seen (reader);
  g_autoptr(GPtrArray) looks = daybook_looks_page_is_shown (self->store) ? daybook_looks_read (reader, since, NULL) : g_ptr_array_new ();

  self->stale = FALSE;
  if (looks == NULL)
    return;

  self->newest = looks->len > 0 ? ((const DaybookLooked *) g_ptr_array_index (looks, 0))->seen.at : 0;
  gtk_widget_set_sensitive (self->seen_button, self->newest > seen);
  gtk_stack_set_visible_child_name (self->stack, looks->len > 0 ? "looks" : "nothing");
  clear_rows (self);
  add_rows (self, looks, seen);
}

static void
on_seen_clicked (DaybookLooksPage *self)
{
  g_autoptr(DaybookEdit) edit = daybook_looks_see (daybook_store_get_reader (self->store), self->newest);

  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_book_changed (DaybookLooksPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all (self);
}

static void
shown (DaybookPage *page)
{
  DaybookLooksPage *self = DAYBOOK_LOOKS_PAGE (page);

  if (self->stale)
    show_all (self);
}

static void
daybook_looks_page_dispose (GObject *object)
{
  DaybookLooksPage *self = DAYBOOK_LOOKS_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_looks_page_parent_class)->dispose (object);
}

static void
daybook_looks_page_class_init (DaybookLooksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_looks_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/history/looks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookLooksPage, seen_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookLooksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookLooksPage, unusual);
  gtk_widget_class_bind_template_child (widget_class, DaybookLooksPage, others);
  gtk_widget_class_bind_template_callback (widget_class, on_seen_clicked);
}

static void
daybook_looks_page_init (DaybookLooksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

DaybookPage *
daybook_looks_page_new (DaybookStore *store)
{
  DaybookLooksPage *self = g_object_new (DAYBOOK_TYPE_LOOKS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->stale = TRUE;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_desk (self), "agent-changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}

gboolean
daybook_looks_page_is_shown (DaybookStore *store)
{
  DaybookDesk *desk = daybook_desk_of (store);

  return daybook_desk_get_agents (desk)->len > 1 && daybook_desk_may (desk, DAYBOOK_RIGHT_AUDIT);
}
