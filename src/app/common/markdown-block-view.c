/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/markdown-block-view.h"

#include "app/common/prose.h"
#include "app/common/scaled-picture.h"
#include "app/compat/wheel.h"
#include "core/markdown-parts.h"

#include <glib/gi18n-lib.h>

struct _DaybookMarkdownBlockView
{
  GtkBox     parent_instance;

  char      *shape;   /* of what the widgets are for; NULL: none yet */
  GPtrArray *proses;  /* DaybookProse, borrowed: the block's texts */
  GPtrArray *buttons; /* GtkCheckButton, borrowed: of the tasks that begin here */
};

G_DEFINE_FINAL_TYPE (DaybookMarkdownBlockView, daybook_markdown_block_view, GTK_TYPE_BOX)

enum
{
  WIDEST_PICTURE = 560,  /* pixels */
  HIGHEST_PICTURE = 420,
  FEW_COLUMNS = 4,       /* find room on a page as narrow as a phone */
};

/* --- Above a block -------------------------------------------------------------------- */

static gboolean
is_tight (const DaybookMarkdown      *doc,
          const DaybookMarkdownBlock *block)
{
  return block->inside >= 0 && daybook_markdown_holder (doc, block->inside)->tight;
}

/* The pixels between a block and the one above. */
static int
space_above (const DaybookMarkdown *doc,
             guint                  i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (doc, i);
  const DaybookMarkdownBlock *above = i > 0 ? daybook_markdown_block (doc, i - 1) : NULL;

  if (above == NULL)
    return 0;
  if (block->kind == DAYBOOK_MARKDOWN_HEADING)
    return block->level <= 2 ? 24 : 18;
  if (above->kind == DAYBOOK_MARKDOWN_HEADING)
    return 8;
  if (block->kind == DAYBOOK_MARKDOWN_RULE || above->kind == DAYBOOK_MARKDOWN_RULE)
    return 16;
  return is_tight (doc, block) && is_tight (doc, above) && block->kind == DAYBOOK_MARKDOWN_PARAGRAPH
         && above->kind == DAYBOOK_MARKDOWN_PARAGRAPH ? 4 : 12;
}

/* --- What a block is shown by ------------------------------------------------------------ */

static DaybookMarkdownText
text_of_block (const DaybookMarkdownBlock *block)
{
  return (DaybookMarkdownText) { block->start, block->end, block->span, block->n_spans };
}

/* Whole characters of it, of one that is too long. */
static char *
make_markup (const DaybookMarkdownLook *look,
             DaybookMarkdownText        text,
             GArray                    *broken)
{
  g_autofree char *whole = NULL;
  gboolean is_long = text.end - text.start > DAYBOOK_MARKDOWN_LONGEST;

  if (is_long)
    text.end = (gsize) (g_utf8_find_prev_char (look->doc->text, look->doc->text + text.start + DAYBOOK_MARKDOWN_LONGEST + 1)
                        - look->doc->text);
  whole = daybook_markdown_markup (look->doc, &text, look->reach, look->reach_data, broken);
  return is_long ? g_strconcat (whole, "…", NULL) : g_steal_pointer (&whole);
}

static GdkPaintable *
find_picture (const DaybookMarkdownLook *look,
              const DaybookMarkdownLink *link,
              gboolean                  *is_awaited)
{
  const char *hash = link->kind == DAYBOOK_MARKDOWN_TO_PICTURE ? link->target + strlen (DAYBOOK_MARKDOWN_PICTURE_SCHEME) : NULL;
  gpointer picture = NULL;

  *is_awaited = hash != NULL && !g_hash_table_lookup_extended (look->pictures, hash, NULL, &picture);
  return picture;
}

static void
add_holder_shape (const DaybookMarkdownLook   *look,
                  const DaybookMarkdownHolder *holder,
                  int                          index,
                  gboolean                     begins,
                  GString                     *shape)
{
  const DaybookMarkdownTask *task = g_hash_table_lookup (look->tasks, GINT_TO_POINTER (index));

  g_string_append_printf (shape, "|%d", holder->kind);
  if (holder->kind == DAYBOOK_MARKDOWN_NUMBER)
    g_string_append_printf (shape, ":%u", g_array_index (look->digits, guint, holder->list));
  if (begins && task != NULL)
    g_string_append_printf (shape, "%s%d%s", task->key, look->interactive, task->text);
  else if (begins)
    g_string_append_printf (shape, "+%u", holder->number);
}

/* What cannot be changed in the widgets that are there. */
static char *
make_shape (const DaybookMarkdownLook *look,
            guint                      i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (look->doc, i);
  g_autoptr(GString) shape = g_string_new (NULL);
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  guint depth = daybook_markdown_path (look->doc, block, path);
  gboolean is_awaited;

  g_string_append_printf (shape, "%d.%u.%d", block->kind, block->level, space_above (look->doc, i));
  for (guint at = 0; at < depth; at++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (look->doc, path[at]);

      add_holder_shape (look, holder, path[at], holder->block == i, shape);
    }
  for (guint at = 0; at < block->n_cells; at++)
    {
      const DaybookMarkdownCell *cell = daybook_markdown_cell (look->doc, block->cell + at);

      g_string_append_printf (shape, ",%u%d", cell->column, cell->align);
    }
  if (block->link >= 0)
    {
      const DaybookMarkdownLink *link = daybook_markdown_link (look->doc, block->link);
      gpointer picture = find_picture (look, link, &is_awaited);

      g_string_append_printf (shape, "!%s %p%d %.*s", link->target, picture, is_awaited, (int) (block->end - block->start),
                              look->doc->text + block->start);
    }
  return g_string_free (g_steal_pointer (&shape), FALSE);
}

static gboolean
is_done (const DaybookMarkdownLook *look,
         const DaybookMarkdownTask *task)
{
  return look->checked != NULL ? g_hash_table_contains (look->checked, task->key) : task->checked;
}

char *
daybook_markdown_block_view_signature (const DaybookMarkdownLook *look,
                                       guint                      i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (look->doc, i);
  g_autoptr(GArray) broken = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));
  g_autofree char *shape = make_shape (look, i);
  g_autofree char *markup = make_markup (look, text_of_block (block), broken);
  g_autoptr(GString) done = g_string_new (NULL);
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];

  for (guint at = daybook_markdown_path (look->doc, block, path); at > 0; at--)
    {
      const DaybookMarkdownTask *task = g_hash_table_lookup (look->tasks, GINT_TO_POINTER (path[at - 1]));

      if (task != NULL)
        g_string_append_c (done, is_done (look, task) ? 'x' : '-');
    }
  return g_strjoin ("\n", shape, done->str, markup, NULL);
}

/* --- Quotes and items ------------------------------------------------------------------------ */

static void
on_toggled (GtkCheckButton *button)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "markdown.toggle", "(sb)", g_object_get_data (G_OBJECT (button), "key"),
                              gtk_check_button_get_active (button));
}

static GtkWidget *
make_check (DaybookMarkdownBlockView  *self,
            const DaybookMarkdownTask *task,
            gboolean                   interactive)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, task->text, -1);
  gtk_widget_set_can_target (button, interactive);
  gtk_widget_set_focusable (button, interactive);
  gtk_widget_add_css_class (button, "markdown-check");
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (task->key), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), NULL);
  g_ptr_array_add (self->buttons, button);
  return button;
}

/* `bullets`: the lists around it. */
static GtkWidget *
make_sign (const DaybookMarkdownLook   *look,
           const DaybookMarkdownHolder *holder,
           gboolean                     begins,
           guint                        bullets)
{
  static const char *const SIGNS[] = { "•", "◦", "▪" };
  g_autofree char *number = g_strdup_printf ("%u.", holder->number);
  GtkWidget *sign = gtk_label_new (!begins ? "" : holder->kind == DAYBOOK_MARKDOWN_NUMBER ? number
                                   : SIGNS[bullets % G_N_ELEMENTS (SIGNS)]);

  gtk_widget_add_css_class (sign, "markdown-sign");
  if (holder->kind == DAYBOOK_MARKDOWN_BULLET)
    gtk_widget_add_css_class (sign, "markdown-bullet");
  gtk_label_set_xalign (GTK_LABEL (sign), 1);
  if (holder->kind == DAYBOOK_MARKDOWN_NUMBER)
    {
      gtk_widget_add_css_class (sign, "numeric");
      gtk_label_set_width_chars (GTK_LABEL (sign), (int) g_array_index (look->digits, guint, holder->list) + 1);
    }
  return sign;
}

static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "markdown-quote");
  return bar;
}

/* The signs stand on the first line, whatever font that takes; the bars of quotes go through. */
static void
add_holders (DaybookMarkdownBlockView  *self,
             const DaybookMarkdownLook *look,
             guint                      i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (look->doc, i);
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  guint depth = daybook_markdown_path (look->doc, block, path);
  guint bullets = 0;

  for (guint at = 0; at < depth; at++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (look->doc, path[at]);
      const DaybookMarkdownTask *task = g_hash_table_lookup (look->tasks, GINT_TO_POINTER (path[at]));
      gboolean begins = holder->block == i;
      GtkWidget *widget = holder->kind == DAYBOOK_MARKDOWN_QUOTE ? make_bar ()
                          : task != NULL && begins ? make_check (self, task, look->interactive)
                          : make_sign (look, holder, begins, bullets);

      if (task != NULL && !begins)
        gtk_widget_add_css_class (widget, "markdown-below-check");
      bullets += holder->kind == DAYBOOK_MARKDOWN_BULLET ? 1 : 0;
      if (begins || holder->kind != DAYBOOK_MARKDOWN_QUOTE)
        gtk_widget_set_margin_top (widget, space_above (look->doc, i));
      if (holder->kind != DAYBOOK_MARKDOWN_QUOTE)
        gtk_widget_set_valign (widget, GTK_IS_CHECK_BUTTON (widget) ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (self), widget);
    }
}

/* --- Kinds of blocks ---------------------------------------------------------------------------- */

static GtkWidget *
add_prose (DaybookMarkdownBlockView *self,
           guint                     level,
           DaybookProseWidth         width,
           float                     align)
{
  GtkWidget *prose = daybook_prose_new (level, width, align);

  g_ptr_array_add (self->proses, prose);
  return prose;
}

static GtkWidget *
make_heading (DaybookMarkdownBlockView *self,
              guint                     level)
{
  GtkWidget *prose = add_prose (self, level, DAYBOOK_PROSE_FILLS, 0);
  g_autofree char *name = g_strdup_printf ("markdown-heading-%u", level);

  gtk_widget_add_css_class (prose, name);
  return prose;
}

static GtkWidget *
make_code (DaybookMarkdownBlockView *self)
{
  GtkWidget *prose = add_prose (self, 0, DAYBOOK_PROSE_FILLS, 0);

  gtk_widget_add_css_class (prose, "monospace");
  gtk_widget_add_css_class (prose, "markdown-code");
  return prose;
}

static void
style_cell (GtkWidget                 *prose,
            const DaybookMarkdownCell *cell)
{
  gtk_widget_add_css_class (prose, "markdown-cell");
  if (cell->column > 0)
    gtk_widget_add_css_class (prose, "markdown-inner");
  if (cell->row == 0)
    gtk_widget_add_css_class (prose, "markdown-head");
  else if (cell->row % 2 == 0)
    gtk_widget_add_css_class (prose, "markdown-even");
}

static GtkWidget *
make_cell (DaybookMarkdownBlockView  *self,
           const DaybookMarkdownCell *cell,
           DaybookProseWidth          width)
{
  static const float ALIGNS[] = { 0, 0.5f, 1 };
  GtkWidget *prose = add_prose (self, 0, width, ALIGNS[cell->align]);

  style_cell (prose, cell);
  return prose;
}

static guint
count_columns (const DaybookMarkdown      *doc,
               const DaybookMarkdownBlock *block)
{
  return block->n_cells > 0 ? daybook_markdown_cell (doc, block->cell + block->n_cells - 1)->column + 1 : 0;
}

/* A wide table is turned beneath its page, which stays as it is. */
static GtkWidget *
make_scroller (GtkWidget *grid)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  daybook_wheel_at_need (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
make_table (DaybookMarkdownBlockView   *self,
            const DaybookMarkdownLook  *look,
            const DaybookMarkdownBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();
  gboolean is_wide = count_columns (look->doc, block) > FEW_COLUMNS;

  for (guint i = 0; i < block->n_cells; i++)
    {
      const DaybookMarkdownCell *cell = daybook_markdown_cell (look->doc, block->cell + i);

      gtk_grid_attach (GTK_GRID (grid), make_cell (self, cell, is_wide ? DAYBOOK_PROSE_FIXED : DAYBOOK_PROSE_FITS),
                       (int) cell->column, (int) cell->row, 1, 1);
    }
  gtk_widget_add_css_class (grid, "markdown-table");
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_widget_set_overflow (grid, GTK_OVERFLOW_HIDDEN);
  return is_wide ? make_scroller (grid) : grid;
}

static const char *
say_why_not (const DaybookMarkdownLink *link,
             gboolean                   is_awaited)
{
  if (is_awaited)
    return _("The picture is being loaded…");
  if (link->kind == DAYBOOK_MARKDOWN_TO_PICTURE)
    return _("This picture is not in the book, or it is none");
  if (link->kind == DAYBOOK_MARKDOWN_TO_WEB)
    return _("A picture on the web, which is not fetched");
  return _("The text names no picture that could be shown");
}

/* In its place a box with a sentence, which says what the picture would show. */
static GtkWidget *
make_placeholder (DaybookMarkdownBlockView  *self,
                  const char                *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *said = add_prose (self, 0, DAYBOOK_PROSE_FITS, 0);
  GtkWidget *reason = gtk_label_new (why);

  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_widget_add_css_class (reason, "dim-label");
  gtk_widget_add_css_class (reason, "caption");
  gtk_box_append (GTK_BOX (words), said);
  gtk_box_append (GTK_BOX (words), reason);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("image-missing-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "markdown-missing");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  return box;
}

static GtkWidget *
make_picture (DaybookMarkdownBlockView   *self,
              const DaybookMarkdownLook  *look,
              const DaybookMarkdownBlock *block)
{
  const DaybookMarkdownLink *link = daybook_markdown_link (look->doc, block->link);
  gboolean is_awaited;
  GdkPaintable *paintable = find_picture (look, link, &is_awaited);
  g_autofree char *said = NULL;
  GtkWidget *picture;

  if (paintable == NULL)
    return make_placeholder (self, say_why_not (link, is_awaited));

  said = g_strndup (look->doc->text + block->start, block->end - block->start);
  picture = daybook_scaled_picture_new (paintable, WIDEST_PICTURE, HIGHEST_PICTURE, said);
  gtk_widget_add_css_class (picture, "markdown-picture");
  return picture;
}

static GtkWidget *
make_content (DaybookMarkdownBlockView   *self,
              const DaybookMarkdownLook  *look,
              const DaybookMarkdownBlock *block)
{
  switch (block->kind)
    {
    case DAYBOOK_MARKDOWN_HEADING:
      return make_heading (self, block->level);
    case DAYBOOK_MARKDOWN_CODE:
      return make_code (self);
    case DAYBOOK_MARKDOWN_TABLE:
      return make_table (self, look, block);
    case DAYBOOK_MARKDOWN_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case DAYBOOK_MARKDOWN_PICTURE:
      return make_picture (self, look, block);
    case DAYBOOK_MARKDOWN_PARAGRAPH:
    default:
      return add_prose (self, 0, DAYBOOK_PROSE_FILLS, 0);
    }
}

/* --- Showing --------------------------------------------------------------------------------------- */

static void
build (DaybookMarkdownBlockView  *self,
       const DaybookMarkdownLook *look,
       guint                      i)
{
  GtkWidget *child;
  GtkWidget *content;

  g_ptr_array_set_size (self->proses, 0);
  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  add_holders (self, look, i);
  content = make_content (self, look, daybook_markdown_block (look->doc, i));
  gtk_widget_set_margin_top (content, space_above (look->doc, i));
  gtk_widget_set_hexpand (content, TRUE);
  if (DAYBOOK_IS_PROSE (content))
    gtk_widget_set_valign (content, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (self), content);
}

static void
set_text (const DaybookMarkdownLook *look,
          DaybookProse              *prose,
          DaybookMarkdownText        text)
{
  g_autoptr(GArray) broken = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));
  g_autofree char *markup = make_markup (look, text, broken);

  daybook_prose_set (prose, markup, broken);
}

static void
fill (DaybookMarkdownBlockView  *self,
      const DaybookMarkdownLook *look,
      guint                      i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (look->doc, i);

  for (guint at = 0; at < self->proses->len; at++)
    {
      const DaybookMarkdownCell *cell = block->n_cells > 0 ? daybook_markdown_cell (look->doc, block->cell + at) : NULL;

      set_text (look, g_ptr_array_index (self->proses, at),
                cell != NULL ? (DaybookMarkdownText) { cell->start, cell->end, cell->span, cell->n_spans } : text_of_block (block));
    }
}

static void
set_checks (DaybookMarkdownBlockView  *self,
            const DaybookMarkdownLook *look,
            guint                      i)
{
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  guint depth = daybook_markdown_path (look->doc, daybook_markdown_block (look->doc, i), path);
  guint button = 0;

  for (guint at = 0; at < depth; at++)
    {
      const DaybookMarkdownTask *task = g_hash_table_lookup (look->tasks, GINT_TO_POINTER (path[at]));
      gpointer check;

      if (task == NULL || daybook_markdown_holder (look->doc, path[at])->block != i)
        continue;
      check = g_ptr_array_index (self->buttons, button++);
      g_signal_handlers_block_matched (check, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_toggled, NULL);
      gtk_check_button_set_active (check, is_done (look, task));
      g_signal_handlers_unblock_matched (check, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_toggled, NULL);
    }
}

static void
daybook_markdown_block_view_finalize (GObject *object)
{
  DaybookMarkdownBlockView *self = DAYBOOK_MARKDOWN_BLOCK_VIEW (object);

  g_free (self->shape);
  g_ptr_array_unref (self->proses);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (daybook_markdown_block_view_parent_class)->finalize (object);
}

static void
daybook_markdown_block_view_class_init (DaybookMarkdownBlockViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_markdown_block_view_finalize;
}

static void
daybook_markdown_block_view_init (DaybookMarkdownBlockView *self)
{
  self->proses = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
daybook_markdown_block_view_new (void)
{
  return g_object_new (DAYBOOK_TYPE_MARKDOWN_BLOCK_VIEW, NULL);
}

void
daybook_markdown_block_view_show (DaybookMarkdownBlockView  *self,
                                  const DaybookMarkdownLook *look,
                                  guint                      i)
{
  g_autofree char *shape = make_shape (look, i);

  if (g_strcmp0 (shape, self->shape) != 0)
    {
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      build (self, look, i);
    }
  fill (self, look, i);
  set_checks (self, look, i);
  daybook_markdown_block_view_mark (self, look);
}

void
daybook_markdown_block_view_mark (DaybookMarkdownBlockView  *self,
                                  const DaybookMarkdownLook *look)
{
  for (guint i = 0; i < self->proses->len; i++)
    daybook_prose_mark (g_ptr_array_index (self->proses, i), look->terms);
}
