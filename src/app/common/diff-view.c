/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/diff-view.h"

#include "app/common/prose.h"
#include "core/text-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookDiffView
{
  AdwBin           parent_instance;

  GtkBox          *box;
  char            *old;  /* or NULL: nothing is shown yet */
  char            *new;
  DaybookTextDiff *diff;
};

G_DEFINE_FINAL_TYPE (DaybookDiffView, daybook_diff_view, ADW_TYPE_BIN)

enum
{
  CONTEXT = 2,          /* lines that stay in sight beside a change */
  LEAST_FOLDED = 4,     /* fewer are no help */
  MOST_AT_ONCE = 200,   /* lines that one click opens */
  LONGEST = 8 * 1024,   /* bytes of a line that are shown */
};

/* Lines of one run that are not shown yet. */
typedef struct
{
  guint run;
  guint n_lines;
  gsize start; /* bytes of the text that has them */
  gsize end;
} Fold;

/* By DaybookDiffKind. Red and green enough for light and for dark ground. */
static const struct
{
  const char *style;
  const char *sign;
  const char *said;
  const char *piece;
} KINDS[] = {
  { "diff-same", "", NULL, "" },
  { "diff-removed", "−", N_("Removed"), "<span strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"28%\">" },
  { "diff-added", "+", N_("Added"), "<span underline=\"single\" background=\"#2ec27e\" background_alpha=\"34%\">" },
};

/* --- Lines ---------------------------------------------------------------------------- */

static const char *
text_of (DaybookDiffView      *self,
         const DaybookDiffRun *run)
{
  return run->kind == DAYBOOK_DIFF_ADDED ? self->new : self->old;
}

static void
append_part (GString    *markup,
             const char *text,
             gsize       start,
             gsize       end,
             const char *tag)
{
  g_autofree char *escaped = g_markup_escape_text (text + start, (gssize) (end - start));

  if (end > start)
    g_string_append_printf (markup, "%s%s%s", tag, escaped, *tag != '\0' ? "</span>" : "");
}

/* One line of a run, its pieces marked: all of a line that has nothing in common with another. */
static char *
make_markup (DaybookDiffView      *self,
             const DaybookDiffRun *run,
             gsize                 start,
             gsize                 end)
{
  const char *text = text_of (self, run);
  const char *tag = KINDS[run->kind].piece;
  g_autoptr(GString) markup = g_string_new (NULL);
  gsize at = start;

  if (run->kind == DAYBOOK_DIFF_REMOVED && !run->detailed)
    {
      append_part (markup, text, start, end, "<span strikethrough=\"true\">");
      return g_string_free (g_steal_pointer (&markup), FALSE);
    }

  for (guint i = 0; i < run->n_pieces; i++)
    {
      const DaybookSpan *piece = daybook_text_diff_piece (self->diff, run->piece + i);
      gsize from = CLAMP (piece->start, at, end);
      gsize to = CLAMP (piece->end, from, end);

      append_part (markup, text, at, from, "");
      append_part (markup, text, from, to, tag);
      at = to;
    }
  append_part (markup, text, at, end, "");
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
make_sign (DaybookDiffKind kind)
{
  GtkWidget *sign = gtk_label_new (KINDS[kind].sign);

  gtk_widget_add_css_class (sign, "diff-sign");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  if (KINDS[kind].said != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, _(KINDS[kind].said), -1);
  return sign;
}

static GtkWidget *
make_line (DaybookDiffView      *self,
           const DaybookDiffRun *run,
           gsize                 start,
           gsize                 end)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *prose = daybook_prose_new (0, DAYBOOK_PROSE_FILLS, 0);
  gsize shown = end - start > LONGEST ? (gsize) (g_utf8_find_prev_char (text_of (self, run), text_of (self, run) + start + LONGEST + 1)
                                                 - text_of (self, run)) : end;
  g_autofree char *markup = make_markup (self, run, start, shown);
  g_autofree char *cut = g_strconcat (markup, "…", NULL);

  daybook_prose_set (DAYBOOK_PROSE (prose), shown < end ? cut : markup, NULL);
  gtk_widget_set_hexpand (prose, TRUE);
  gtk_widget_add_css_class (line, KINDS[run->kind].style);
  gtk_box_append (GTK_BOX (line), make_sign (run->kind));
  gtk_box_append (GTK_BOX (line), prose);
  return line;
}

/* Puts `n` lines of a run below `above` (NULL: at the top), and moves both on. Returns where the next one begins. */
static gsize
add_lines (DaybookDiffView      *self,
           const DaybookDiffRun *run,
           gsize                 start,
           guint                 n,
           GtkWidget           **above)
{
  const char *text = text_of (self, run);

  for (guint i = 0; i < n; i++)
    {
      gsize length = strcspn (text + start, "\n");
      gsize visible = length > 0 && text[start + length - 1] == '\r' ? length - 1 : length;
      GtkWidget *line = make_line (self, run, start, start + visible);

      gtk_box_insert_child_after (self->box, line, *above);
      *above = line;
      start += length + (text[start + length] == '\n' ? 1 : 0);
    }
  return start;
}

/* --- Folds ------------------------------------------------------------------------------ */

static void on_fold_clicked (DaybookDiffView *self,
                             GtkWidget       *button);

static void
describe_fold (GtkWidget  *button,
               const Fold *fold)
{
  /* Translators: of a text, in place of lines that are not shown. */
  g_autofree char *text = g_strdup_printf (ngettext ("… %u line …", "… %u lines …", fold->n_lines), fold->n_lines);

  gtk_button_set_label (GTK_BUTTON (button), text);
}

static void
add_fold (DaybookDiffView *self,
          Fold             fold,
          GtkWidget      **above)
{
  GtkWidget *button = gtk_button_new ();

  describe_fold (button, &fold);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "diff-fold");
  g_object_set_data_full (G_OBJECT (button), "fold", g_memdup2 (&fold, sizeof fold), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_fold_clicked), self);
  gtk_box_insert_child_after (self->box, button, *above);
  *above = button;
}

/* The lines come in its place; what is left of very many stays folded below them. */
static void
on_fold_clicked (DaybookDiffView *self,
                 GtkWidget       *button)
{
  Fold *fold = g_object_get_data (G_OBJECT (button), "fold");
  const DaybookDiffRun *run = daybook_text_diff_run (self->diff, fold->run);
  guint n = MIN (fold->n_lines, MOST_AT_ONCE);
  GtkWidget *above = gtk_widget_get_prev_sibling (button);

  fold->start = add_lines (self, run, fold->start, n, &above);
  fold->n_lines -= n;
  if (fold->n_lines > 0)
    {
      describe_fold (button, fold);
      return;
    }

  /* Whoever came by the keys goes on from here. */
  if (gtk_widget_has_focus (button))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  gtk_box_remove (self->box, button);
}

/* --- Runs -------------------------------------------------------------------------------- */

/* Where `n` lines further begin. */
static gsize
skip_lines (const char *text,
            gsize       start,
            guint       n)
{
  for (; n > 0; n--)
    {
      start += strcspn (text + start, "\n");
      start += text[start] == '\n' ? 1 : 0;
    }
  return start;
}

/* What is the same, but for the lines beside changes, is folded; of what is not, what goes beyond all reading. */
static void
add_run (DaybookDiffView *self,
         guint            i,
         GtkWidget      **above)
{
  const DaybookDiffRun *run = daybook_text_diff_run (self->diff, i);
  gboolean is_same = run->kind == DAYBOOK_DIFF_SAME;
  guint head = !is_same ? MOST_AT_ONCE : i > 0 ? CONTEXT : 0;
  guint tail = is_same && i + 1 < self->diff->runs->len ? CONTEXT : 0;
  gsize start = run->kind == DAYBOOK_DIFF_ADDED ? run->new_start : run->old_start;

  if (run->n_lines < head + tail + LEAST_FOLDED)
    {
      add_lines (self, run, start, run->n_lines, above);
      return;
    }

  Fold fold = { .run = i, .n_lines = run->n_lines - head - tail };
  fold.start = add_lines (self, run, start, head, above);
  add_fold (self, fold, above);
  add_lines (self, run, skip_lines (text_of (self, run), fold.start, fold.n_lines), tail, above);
}

static void
add_summary (DaybookDiffView *self,
             GtkWidget      **above)
{
  guint n_removed = self->diff->n_removed;
  guint n_added = self->diff->n_added;
  g_autofree char *removed = g_strdup_printf (ngettext ("%u line removed", "%u lines removed", n_removed), n_removed);
  g_autofree char *added = g_strdup_printf (ngettext ("%u line added", "%u lines added", n_added), n_added);
  g_autofree char *both = g_strdup_printf ("%s · %s", removed, added);
  GtkWidget *summary = gtk_label_new (n_removed == 0 && n_added == 0 ? _("Both versions say the same")
                                      : n_added == 0 ? removed : n_removed == 0 ? added : both);

  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_label_set_wrap (GTK_LABEL (summary), TRUE);
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_add_css_class (summary, "diff-summary");
  gtk_box_insert_child_after (self->box, summary, NULL);
  *above = summary;
}

/* --- The widget ----------------------------------------------------------------------------- */

static void
clear (DaybookDiffView *self)
{
  g_clear_pointer (&self->diff, daybook_text_diff_free);
  g_clear_pointer (&self->old, g_free);
  g_clear_pointer (&self->new, g_free);
}

static void
daybook_diff_view_finalize (GObject *object)
{
  clear (DAYBOOK_DIFF_VIEW (object));

  G_OBJECT_CLASS (daybook_diff_view_parent_class)->finalize (object);
}

static void
daybook_diff_view_class_init (DaybookDiffViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_diff_view_finalize;
}

static void
daybook_diff_view_init (DaybookDiffView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "diff");
  daybook_prose_watch (GTK_WIDGET (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
daybook_diff_view_new (void)
{
  return g_object_new (DAYBOOK_TYPE_DIFF_VIEW, NULL);
}

/* Valid UTF-8 without empty lines at the end; the last line ends as all do. */
static char *
take_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gsize n = strlen (valid);

  while (n > 0 && (valid[n - 1] == '\n' || valid[n - 1] == '\r'))
    n--;
  return n > 0 ? g_strdup_printf ("%.*s\n", (int) n, valid) : g_strdup ("");
}

void
daybook_diff_view_show (DaybookDiffView *self,
                        const char      *old,
                        const char      *new)
{
  GtkWidget *above = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  clear (self);
  self->old = take_text (old);
  self->new = take_text (new);
  self->diff = daybook_text_diff_new (self->old, self->new);

  add_summary (self, &above);
  for (guint i = 0; i < self->diff->runs->len; i++)
    add_run (self, i, &above);
}
