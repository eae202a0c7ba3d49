/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-links.h"

#include "app/cases/case-bits.h"
#include "app/common/shell.h"
#include "core/case-parts.h"
#include "core/case.h"
#include "core/words.h"
#include "store/case-write.h"
#include "store/said-case.h"

#include <glib/gi18n-lib.h>

#define MOST_FOUND 4

struct _DaybookCaseLinks
{
  AdwBin       parent_instance;

  GtkBox      *list;
  GtkDropDown *kind;
  GtkWidget   *entry;
  GtkBox      *found;
  GtkLabel    *problem;

  DaybookDesk *desk;
  DaybookRow  *row;
  GPtrArray   *links; /* DaybookRow: from either side */
  DaybookRow  *origin; /* the survey of which it came, or NULL */
  char        *seen;  /* what the list says: rows with the focus stay while it is the same */
};

G_DEFINE_FINAL_TYPE (DaybookCaseLinks, daybook_case_links, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
get_reader (DaybookCaseLinks *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

static void
say_problem (DaybookCaseLinks *self,
             const char       *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- Acts ---------------------------------------------------------------------------- */

static void
take (DaybookCaseLinks *self,
      const DaybookRow *other)
{
  g_autofree char *what = daybook_case_link_title (other);
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, what);
  g_autoptr(GError) error = NULL;

  if (!daybook_case_link_add (edit, self->links, &self->row->id, &other->id,
                              (DaybookCaseLinkKind) gtk_drop_down_get_selected (self->kind), &error))
    {
      say_problem (self, error->message);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
on_found_clicked (DaybookCaseLinks *self,
                  GtkWidget        *button)
{
  take (self, g_object_get_data (G_OBJECT (button), "row"));
}

static void
on_removed (DaybookCaseLinks *self,
            GtkWidget        *button)
{
  const DaybookRow *link = g_object_get_data (G_OBJECT (button), "row");
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, _("Link taken away"));

  daybook_edit_delete (edit, &daybook_case_links, &link->id);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
on_link_clicked (DaybookCaseLinks *self,
                 GtkWidget        *button)
{
  const DaybookRow *other = g_object_get_data (G_OBJECT (button), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &other->id);
}

static void
on_origin_clicked (DaybookCaseLinks *self)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_surveys, &self->origin->id);
}

/* --- Looking for another one ------------------------------------------------------------- */

/* The case of that number, before those that words find. */
static GArray *
search (DaybookCaseLinks *self,
        const char       *text)
{
  g_autofree char *number = g_ascii_strup (text, -1);
  gint64 key = daybook_reader_case_numbered (get_reader (self), number, NULL);
  GArray *keys = key <= 0 ? daybook_reader_search (get_reader (self), &daybook_cases, text, MOST_FOUND + 1, NULL) : NULL;

  if (keys == NULL)
    keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (key > 0)
    g_array_append_val (keys, key);
  return keys;
}

static void
add_found (DaybookCaseLinks *self,
           const DaybookRow *other)
{
  g_autofree char *text = daybook_case_describe (self->desk, other);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  gtk_widget_set_halign (content, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref ((DaybookRow *) other), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_found_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->found, button);
}

static gboolean
can_be_linked (DaybookCaseLinks *self,
               const DaybookRow *other)
{
  return other != NULL && daybook_row_int (other, DAYBOOK_CASE_DELETED) == 0 && !daybook_row_has (other, DAYBOOK_CASE_MERGED_INTO)
         && !daybook_id_equal (&other->id, &self->row->id);
}

static void
on_typed (DaybookCaseLinks *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(GArray) keys = NULL;
  guint n = 0;

  say_problem (self, NULL);
  daybook_bit_empty (GTK_WIDGET (self->found));
  if (*text == '\0' || self->row == NULL)
    return;

  keys = search (self, text);
  for (guint i = 0; i < keys->len && n < MOST_FOUND; i++)
    {
      g_autoptr(DaybookRow) other = daybook_reader_row (get_reader (self), &daybook_cases, g_array_index (keys, gint64, i), NULL);

      if (can_be_linked (self, other))
        {
          add_found (self, other);
          n++;
        }
    }
}

/* Enter takes the one that is left. */
static void
on_entered (DaybookCaseLinks *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->found));
  g_autofree char *sentence = NULL;

  if (first != NULL && gtk_widget_get_next_sibling (first) == NULL)
    {
      on_found_clicked (self, first);
      return;
    }

  sentence = g_strdup_printf (_("There is no case “%s”."), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  say_problem (self, first != NULL ? _("Several cases fit: choose one.") : sentence);
}

/* --- What is seen ------------------------------------------------------------------------- */

/* The case at the other end. (transfer full) */
static DaybookRow *
read_far (DaybookCaseLinks *self,
          guint             i)
{
  const DaybookId *far = daybook_case_link_far (g_ptr_array_index (self->links, i), &self->row->id);

  return far != NULL ? daybook_reader_find (get_reader (self), &daybook_cases, far, NULL) : NULL;
}

/* "4.3 stars" */
static char *
write_score (const DaybookRow *survey)
{
  /* Translators: an average of stars, with one decimal */
  return g_strdup_printf (_("%.1f stars"), daybook_survey_average (survey));
}

static void
add_link (DaybookCaseLinks *self,
          const DaybookRow *link,
          const DaybookRow *other)
{
  g_autofree char *text = daybook_case_describe (self->desk, other);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *kind = daybook_bit_label (daybook_case_link_words (link, &self->row->id));
  GtkWidget *button = daybook_bit_link (text, other);
  GtkWidget *remove = daybook_bit_button ("list-remove-symbolic", _("Take This Link Away"), link);

  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_link_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (words), kind);
  gtk_box_append (GTK_BOX (words), button);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (self->list, line);
}

/* Of a case that came of what a customer said when asked. */
static void
add_origin (DaybookCaseLinks *self)
{
  g_autofree char *score = write_score (self->origin);
  g_autofree char *at = daybook_desk_format (self->desk, self->origin, DAYBOOK_SURVEY_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *text = g_strjoin (" · ", at, score, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *kind = daybook_bit_label (_("From a survey"));
  GtkWidget *button = daybook_bit_link (text, self->origin);

  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_origin_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (words), kind);
  gtk_box_append (GTK_BOX (words), button);
  gtk_box_append (self->list, words);
}

/* All that the list says, as one text. */
static char *
write_seen (DaybookCaseLinks *self)
{
  GString *text = g_string_new (NULL);

  if (self->origin != NULL)
    {
      g_autofree char *score = write_score (self->origin);

      g_string_append_printf (text, "%s\n", score);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      g_autoptr(DaybookRow) other = read_far (self, i);
      g_autofree char *said = other != NULL ? daybook_case_describe (self->desk, other) : g_strdup ("");

      g_string_append_printf (text, "%s %s\n", daybook_case_link_words (g_ptr_array_index (self->links, i), &self->row->id), said);
    }
  return g_string_free (text, FALSE);
}

static void
fill (DaybookCaseLinks *self)
{
  if (!daybook_bit_is_new (&self->seen, write_seen (self)))
    return;

  daybook_bit_empty (GTK_WIDGET (self->list));
  if (self->origin != NULL)
    add_origin (self);
  for (guint i = 0; i < self->links->len; i++)
    {
      g_autoptr(DaybookRow) other = read_far (self, i);

      if (other != NULL)
        add_link (self, g_ptr_array_index (self->links, i), other);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->links->len > 0 || self->origin != NULL);
}

static void
daybook_case_links_dispose (GObject *object)
{
  DaybookCaseLinks *self = DAYBOOK_CASE_LINKS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->origin, daybook_row_unref);
  g_clear_pointer (&self->seen, g_free);

  G_OBJECT_CLASS (daybook_case_links_parent_class)->dispose (object);
}

static void
daybook_case_links_class_init (DaybookCaseLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_links_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkDropDown *
make_kind (void)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *kind;

  for (int i = DAYBOOK_LINK_RELATED; i <= DAYBOOK_LINK_DUPLICATE; i++)
    gtk_string_list_append (words, daybook_words_enum (&daybook_case_links.fields[DAYBOOK_CASE_LINK_KIND], i));
  kind = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_widget_add_css_class (kind, "field-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How They Belong Together"), -1);
  return GTK_DROP_DOWN (kind);
}

static GtkWidget *
make_entry (DaybookCaseLinks *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Number or words"));
  gtk_widget_add_css_class (entry, "field-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link to Another Case"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
daybook_case_links_init (DaybookCaseLinks *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->kind = make_kind ();
  self->entry = make_entry (self);
  self->found = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->problem = GTK_LABEL (daybook_bit_label (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  say_problem (self, NULL);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->found));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), column);
}

/* The other cases may have moved meanwhile: they are read anew each time. */
void
daybook_case_links_show (DaybookCaseLinks *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  gboolean is_other = self->row == NULL || !daybook_id_equal (&self->row->id, &row->id);

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->origin, daybook_row_unref);
  self->origin = daybook_said_case_origin (get_reader (self), &row->id, NULL);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->links = daybook_reader_case_links (get_reader (self), &row->id, NULL);
  if (self->links == NULL)
    self->links = g_ptr_array_new ();
  if (is_other)
    {
      g_clear_pointer (&self->seen, g_free);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
  fill (self);
}
