/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/diff-view.h"

#include "core/text-diff.h"

#include <glib/gi18n-lib.h>

/* So many lines that are the same stand around what is not. */
#define LINES_AROUND 2

struct _DaybookDiffView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookDiffView, daybook_diff_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *markup,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 8, "max-width-chars", 24, "xalign", 0.0, "selectable", TRUE, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append (DaybookDiffView *self,
        GtkWidget       *widget)
{
  gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

/* --- What is not the same ------------------------------------------------------------------------- */

/* The pieces of it that differ are strong; where all of it does, nothing need be. */
static char *
make_markup (const DaybookTextDiff *diff,
             const DaybookDiffRun  *run,
             const char            *text,
             gsize                  start,
             gsize                  end)
{
  GString *markup = g_string_new (NULL);
  gsize at = start;

  for (guint i = 0; run->detailed && i < run->n_pieces; i++)
    {
      const DaybookSpan *piece = daybook_text_diff_piece (diff, run->piece + i);
      g_autofree char *before = g_markup_escape_text (text + at, (gssize) (piece->start - at));
      g_autofree char *changed = g_markup_escape_text (text + piece->start, (gssize) (piece->end - piece->start));

      g_string_append_printf (markup, "%s<b><u>%s</u></b>", before, changed);
      at = piece->end;
    }

  g_autofree char *rest = g_markup_escape_text (text + at, (gssize) (end - at));
  g_string_append (markup, rest);
  /* The line's own end would be another line. */
  if (markup->len > 0 && markup->str[markup->len - 1] == '\n')
    g_string_truncate (markup, markup->len - 1);
  return g_string_free (markup, FALSE);
}

static void
add_changed (DaybookDiffView       *self,
             const DaybookTextDiff *diff,
             const DaybookDiffRun  *run,
             const char            *text)
{
  gboolean removed = run->kind == DAYBOOK_DIFF_REMOVED;
  g_autofree char *markup = make_markup (diff, run, text, removed ? run->old_start : run->new_start, removed ? run->old_end : run->new_end);
  g_autofree char *struck = removed ? g_strdup_printf ("<s>%s</s>", markup) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = gtk_label_new (removed ? "−" : "+");

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_size_request (sign, 14, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, removed ? _("Removed") : _("Added"), -1);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), make_label (removed ? struck : markup, "diff-text"));
  gtk_widget_add_css_class (box, removed ? "diff-removed" : "diff-added");
  append (self, box);
}

/* --- What is the same ------------------------------------------------------------------------------- */

/* Where the first `n_lines` of the text end, `text` NUL-terminated or of `length` bytes. */
static gsize
skip_lines (const char *text,
            gsize       start,
            gsize       end,
            guint       n_lines)
{
  for (; start < end && n_lines > 0; start++)
    n_lines -= text[start] == '\n';
  return start;
}

static void
add_plain (DaybookDiffView *self,
           const char      *text,
           gsize            start,
           gsize            end)
{
  gsize length = end - start - (end > start && text[end - 1] == '\n' ? 1 : 0);
  g_autofree char *markup = g_markup_escape_text (text + start, (gssize) length);

  if (end > start)
    append (self, make_label (markup, "diff-same"));
}

static void
on_fold_clicked (GtkButton *button)
{
  GtkWidget *text = g_object_get_data (G_OBJECT (button), "text");

  gtk_widget_set_visible (text, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static void
add_folded (DaybookDiffView *self,
            const char      *text,
            gsize            start,
            gsize            end,
            guint            n_lines)
{
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… %u line that is the same …", "… %u lines that are the same …", n_lines), n_lines);
  gsize length = end - start - (text[end - 1] == '\n' ? 1 : 0);
  g_autofree char *markup = g_markup_escape_text (text + start, (gssize) length);
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkWidget *label = make_label (markup, "diff-same");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (label, FALSE);
  g_object_set_data (G_OBJECT (button), "text", label);
  g_signal_connect (button, "clicked", G_CALLBACK (on_fold_clicked), NULL);
  append (self, button);
  append (self, label);
}

static void
add_same (DaybookDiffView      *self,
          const DaybookDiffRun *run,
          const char           *text,
          gboolean              is_first,
          gboolean              is_last)
{
  guint above = is_first ? 0 : LINES_AROUND, below = is_last ? 0 : LINES_AROUND;

  if (run->n_lines <= above + below + 1)
    {
      add_plain (self, text, run->new_start, run->new_end);
      return;
    }

  gsize from = skip_lines (text, run->new_start, run->new_end, above);
  gsize to = skip_lines (text, from, run->new_end, run->n_lines - above - below);
  add_plain (self, text, run->new_start, from);
  add_folded (self, text, from, to, run->n_lines - above - below);
  add_plain (self, text, to, run->new_end);
}

/* --- The view ------------------------------------------------------------------------------------------ */

static void
clear (DaybookDiffView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

void
daybook_diff_view_set_texts (DaybookDiffView *self,
                             const char      *old,
                             const char      *new)
{
  g_autoptr(DaybookTextDiff) diff = daybook_text_diff_new (old, new);

  clear (self);
  for (guint i = 0; i < diff->runs->len; i++)
    {
      const DaybookDiffRun *run = daybook_text_diff_run (diff, i);

      if (run->kind == DAYBOOK_DIFF_SAME)
        add_same (self, run, new, i == 0, i == diff->runs->len - 1);
      else
        add_changed (self, diff, run, run->kind == DAYBOOK_DIFF_REMOVED ? old : new);
    }
}

static void
daybook_diff_view_dispose (GObject *object)
{
  clear (DAYBOOK_DIFF_VIEW (object));

  G_OBJECT_CLASS (daybook_diff_view_parent_class)->dispose (object);
}

static void
daybook_diff_view_class_init (DaybookDiffViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_diff_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
daybook_diff_view_init (DaybookDiffView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}
