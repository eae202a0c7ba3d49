/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/word-paste.h"

#include "app/common/buffer-text.h"
#include "app/common/shell.h"
#include "core/guarded-lines.h"
#include "core/guarded-word.h"

#include <glib/gi18n-lib.h>

/* Typing is over once nothing was typed for so long. */
#define PAUSE_MS 200
/* More than these nobody reads at once. */
#define MOST_PROBLEMS 50

struct _DaybookWordPaste
{
  AdwBin        parent_instance;

  /* Template widgets */
  GtkTextView  *text;
  GtkWidget    *problems_scroller;
  GtkLabel     *problems;
  GtkButton    *add_button;

  /* Owned */
  DaybookStore *store;
  GHashTable   *keys;
  GPtrArray    *lines; /* DaybookGuardedLine: of the text as it was read last */

  guint         pause; /* source id, or 0 */
};

G_DEFINE_FINAL_TYPE (DaybookWordPaste, daybook_word_paste, ADW_TYPE_BIN)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Reading ------------------------------------------------------------------------------- */

static GHashTable *
copy_keys (GHashTable *keys)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));
  return copy;
}

static void
show_problems (DaybookWordPaste *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->lines->len && n < MOST_PROBLEMS; i++)
    {
      const DaybookGuardedLine *line = g_ptr_array_index (self->lines, i);

      if (line->fault == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->fault);
      n++;
    }
  gtk_label_set_label (self->problems, text->str);
  gtk_widget_set_visible (self->problems_scroller, n > 0);
}

static void
read_lines (DaybookWordPaste *self)
{
  g_autofree char *text = daybook_view_text (self->text);
  g_autoptr(GHashTable) known = copy_keys (self->keys);
  g_autofree char *label = NULL;
  guint n;

  g_clear_handle_id (&self->pause, g_source_remove);
  g_ptr_array_unref (self->lines);
  self->lines = daybook_guarded_lines_read (text, known);
  show_problems (self);
  n = daybook_guarded_lines_count (self->lines);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Add %u Word", "_Add %u Words", n), n);
  gtk_button_set_label (self->add_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n > 0);
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookWordPaste *self = data;

  self->pause = 0;
  read_lines (self);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (DaybookWordPaste *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* --- Adding -------------------------------------------------------------------------------- */

static void
add_line (DaybookWordPaste         *self,
          DaybookEdit              *edit,
          const DaybookGuardedLine *line)
{
  const DaybookGuardOwn own = { .text = line->text, .instead = line->instead, .why = line->why };
  DaybookId id;

  daybook_id_fresh (&id, daybook_store_get_now (self->store) * 1000);
  daybook_guarded_word_create (edit, &id, &own);
}

/* What is wrong stays in the text, to be mended. */
static void
leave_faults (DaybookWordPaste *self)
{
  g_autofree char *text = daybook_view_text (self->text);
  g_auto(GStrv) whole = g_strsplit (text, "\n", -1);
  g_autoptr(GString) left = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const DaybookGuardedLine *line = g_ptr_array_index (self->lines, i);

      if (line->fault != NULL)
        g_string_append_printf (left, "%s\n", whole[line->number - 1]);
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), left->str, (int) left->len);
}

static void
on_add_clicked (DaybookWordPaste *self)
{
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *title = NULL;
  guint n;

  read_lines (self);
  n = daybook_guarded_lines_count (self->lines);
  if (n == 0)
    return;

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u guarded word added", "%u guarded words added", n), n);
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  for (guint i = 0; i < self->lines->len; i++)
    if (((const DaybookGuardedLine *) g_ptr_array_index (self->lines, i))->fault == NULL)
      add_line (self, edit, g_ptr_array_index (self->lines, i));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  leave_faults (self);
  g_signal_emit (self, signals[DONE], 0);
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
daybook_word_paste_dispose (GObject *object)
{
  DaybookWordPaste *self = DAYBOOK_WORD_PASTE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_word_paste_parent_class)->dispose (object);
}

static void
daybook_word_paste_class_init (DaybookWordPasteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_word_paste_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/word-paste.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWordPaste, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordPaste, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordPaste, problems);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordPaste, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
daybook_word_paste_init (DaybookWordPaste *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_use_underline (self->add_button, TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  read_lines (self);
}

void
daybook_word_paste_set_store (DaybookWordPaste *self,
                              DaybookStore     *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
}

void
daybook_word_paste_show (DaybookWordPaste *self,
                         GHashTable       *keys)
{
  g_hash_table_unref (self->keys);
  self->keys = keys;
  read_lines (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
