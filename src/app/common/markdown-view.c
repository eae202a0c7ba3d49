/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/markdown-view.h"

#include "core/excerpt.h"
#include "core/markdown.h"
#include "core/terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In pixels: how far an item of a list is moved in, and how high a picture is at most. */
#define INDENT 22
#define TALLEST 420
/* So that a long line does not ask for a wide window. */
#define NARROWEST_CHARS 24

#define KEY "daybook-block"

struct _DaybookMarkdownView
{
  GtkWidget                   parent_instance;

  /* Owned */
  DaybookMarkdown            *shown; /* or NULL */
  char                       *text;
  GPtrArray                  *terms; /* DaybookTerm: what was searched for; or NULL */

  DaybookMarkdownNameFunc     name;
  DaybookMarkdownPictureFunc  picture;
  gpointer                    data;
};

G_DEFINE_FINAL_TYPE (DaybookMarkdownView, daybook_markdown_view, GTK_TYPE_WIDGET)

enum
{
  LINK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Text as Pango's markup ---------------------------------------------------------------------- */

static gboolean
is_open (DaybookMarkdownView       *self,
         const DaybookMarkdownLink *link)
{
  g_autofree char *name = NULL;

  if (link->kind == DAYBOOK_MARKDOWN_NOWHERE || link->kind == DAYBOOK_MARKDOWN_TO_PICTURE)
    return FALSE;
  if (link->kind != DAYBOOK_MARKDOWN_TO_ARTICLE || self->name == NULL)
    return TRUE;

  name = self->name (link->target, self->data);
  return name != NULL;
}

static void
begin_link (DaybookMarkdownView       *self,
            GString                   *markup,
            const DaybookMarkdownLink *link)
{
  g_autofree char *open = is_open (self, link)
    ? g_markup_printf_escaped ("<a href=\"%s\">", link->target)
    : g_strdup ("<span strikethrough=\"true\" alpha=\"65%\">");

  g_string_append (markup, open);
}

static void
end_link (DaybookMarkdownView       *self,
          GString                   *markup,
          const DaybookMarkdownLink *link)
{
  g_string_append (markup, is_open (self, link) ? "</a>" : "</span>");
}

static void
begin_styles (GString *markup,
              guint    styles)
{
  if (styles & DAYBOOK_MARKDOWN_STRONG)
    g_string_append (markup, "<b>");
  /* Chinese has no slanted letters: weight tells. */
  if (styles & DAYBOOK_MARKDOWN_EMPHASIS)
    g_string_append (markup, "<span weight=\"600\">");
  if (styles & DAYBOOK_MARKDOWN_STRIKE)
    g_string_append (markup, "<s>");
  if (styles & DAYBOOK_MARKDOWN_TYPED)
    g_string_append (markup, "<tt>");
}

static void
end_styles (GString *markup,
            guint    styles)
{
  if (styles & DAYBOOK_MARKDOWN_TYPED)
    g_string_append (markup, "</tt>");
  if (styles & DAYBOOK_MARKDOWN_STRIKE)
    g_string_append (markup, "</s>");
  if (styles & DAYBOOK_MARKDOWN_EMPHASIS)
    g_string_append (markup, "</span>");
  if (styles & DAYBOOK_MARKDOWN_STRONG)
    g_string_append (markup, "</b>");
}

/* Bytes `start` to `end` of the document's text; those that were searched for stand on yellow. */
static void
append_text (DaybookMarkdownView *self,
             GString             *markup,
             gsize                start,
             gsize                end,
             const GArray        *matches,
             gsize                base)
{
  gsize at = start;

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const DaybookSpan *match = &g_array_index (matches, DaybookSpan, i);
      gsize from = MAX (base + match->start, at), to = MIN (base + match->end, end);

      if (from >= to)
        continue;
      g_autofree char *before = g_markup_escape_text (self->shown->text + at, (gssize) (from - at));
      g_autofree char *found = g_markup_escape_text (self->shown->text + from, (gssize) (to - from));
      g_string_append_printf (markup, "%s<span background=\"#f8e45c\" foreground=\"#241f31\">%s</span>", before, found);
      at = to;
    }

  g_autofree char *rest = g_markup_escape_text (self->shown->text + at, (gssize) (end - at));
  g_string_append (markup, rest);
}

/* (element-type DaybookSpan), in bytes from `start` on; NULL: nothing was searched for. (transfer full) */
static GArray *
find_matches (DaybookMarkdownView *self,
              gsize                start,
              gsize                end)
{
  g_autofree char *text = self->terms != NULL ? g_strndup (self->shown->text + start, end - start) : NULL;

  return text != NULL ? daybook_search_matches (text, DAYBOOK_TEXT_PLAIN, self->terms) : NULL;
}

static char *
make_markup (DaybookMarkdownView *self,
             gsize                start,
             gsize                end,
             guint                first,
             guint                n_spans)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autoptr(GArray) matches = find_matches (self, start, end);
  gsize at = start;

  for (guint i = first; i < first + n_spans; i++)
    {
      const DaybookMarkdownSpan *span = daybook_markdown_span (self->shown, i);
      const DaybookMarkdownLink *link = span->link >= 0 ? daybook_markdown_link (self->shown, span->link) : NULL;

      append_text (self, markup, at, span->start, matches, start);
      if (link != NULL)
        begin_link (self, markup, link);
      begin_styles (markup, span->styles);
      append_text (self, markup, span->start, span->end, matches, start);
      end_styles (markup, span->styles);
      if (link != NULL)
        end_link (self, markup, link);
      at = span->end;
    }
  append_text (self, markup, at, end, matches, start);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* --- Widgets ------------------------------------------------------------------------------------ */

static gboolean
on_link (DaybookMarkdownView *self,
         const char          *target)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, target);
  return TRUE;
}

static GtkWidget *
make_label (DaybookMarkdownView *self,
            const char          *markup,
            GtkAccessibleRole    role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", markup, "use-markup", TRUE, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, "max-width-chars", NARROWEST_CHARS, "xalign", 0.0,
                                   "selectable", TRUE, "hexpand", TRUE, NULL);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link), self, G_CONNECT_SWAPPED);
  return label;
}

static GtkWidget *
make_heading (DaybookMarkdownView        *self,
              const DaybookMarkdownBlock *block,
              const char                 *markup)
{
  static const char *const CLASSES[] = { "title-2", "title-3", "title-4", "heading", "heading", "heading" };
  GtkWidget *label = make_label (self, markup, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_widget_add_css_class (label, CLASSES[CLAMP (block->level, 1, 6) - 1]);
  gtk_widget_set_margin_top (label, 6);
  return label;
}

static GtkWidget *
make_code (DaybookMarkdownView *self,
           const char          *markup)
{
  GtkWidget *label = make_label (self, markup, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "markdown-code");
  return label;
}

static GtkWidget *
make_cell (DaybookMarkdownView       *self,
           const DaybookMarkdownCell *cell)
{
  static const float ALIGN[] = { 0.0f, 0.5f, 1.0f };
  g_autofree char *markup = make_markup (self, cell->start, cell->end, cell->span, cell->n_spans);
  GtkWidget *label = make_label (self, markup, GTK_ACCESSIBLE_ROLE_CELL);

  gtk_label_set_xalign (GTK_LABEL (label), ALIGN[cell->align]);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, cell->row == 0 ? "markdown-head" : "markdown-cell");
  return label;
}

static GtkWidget *
make_table (DaybookMarkdownView        *self,
            const DaybookMarkdownBlock *block)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "column-spacing", 0, NULL);

  for (guint i = block->cell; i < block->cell + block->n_cells; i++)
    {
      const DaybookMarkdownCell *cell = daybook_markdown_cell (self->shown, i);

      gtk_grid_attach (GTK_GRID (grid), make_cell (self, cell), (int) cell->column, (int) cell->row, 1, 1);
    }
  gtk_widget_add_css_class (grid, "markdown-table");
  return grid;
}

/* What is said of the picture stands below it, and alone where it cannot be shown. */
static GtkWidget *
make_picture (DaybookMarkdownView        *self,
              const DaybookMarkdownBlock *block,
              const char                 *markup)
{
  const DaybookMarkdownLink *link = block->link >= 0 ? daybook_markdown_link (self->shown, block->link) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *place = gtk_picture_new ();
  g_autofree char *words = g_strndup (self->shown->text + block->start, block->end - block->start);
  GtkWidget *caption = make_label (self, *words != '\0' ? markup : _("Picture"), GTK_ACCESSIBLE_ROLE_CAPTION);

  gtk_picture_set_alternative_text (GTK_PICTURE (place), words);
  gtk_widget_set_halign (place, GTK_ALIGN_START);
  gtk_widget_set_size_request (place, -1, -1);
  gtk_picture_set_can_shrink (GTK_PICTURE (place), TRUE);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  if (link != NULL && link->kind == DAYBOOK_MARKDOWN_TO_PICTURE && self->picture != NULL)
    self->picture (link->target + strlen (DAYBOOK_MARKDOWN_PICTURE_SCHEME), GTK_PICTURE (place), self->data);
  return box;
}

static GtkWidget *
make_content (DaybookMarkdownView        *self,
              const DaybookMarkdownBlock *block,
              const char                 *markup)
{
  switch (block->kind)
    {
    case DAYBOOK_MARKDOWN_HEADING: return make_heading (self, block, markup);
    case DAYBOOK_MARKDOWN_CODE: return make_code (self, markup);
    case DAYBOOK_MARKDOWN_TABLE: return make_table (self, block);
    case DAYBOOK_MARKDOWN_RULE: return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case DAYBOOK_MARKDOWN_PICTURE: return make_picture (self, block, markup);
    case DAYBOOK_MARKDOWN_PARAGRAPH:
    default: return make_label (self, markup, GTK_ACCESSIBLE_ROLE_LABEL);
    }
}

/* "•", "3.", "☑", before the first block of an item. (transfer full) */
static char *
marker_of (const DaybookMarkdownHolder *holder)
{
  if (holder->task != DAYBOOK_MARKDOWN_NO_TASK)
    return g_strdup (holder->task == DAYBOOK_MARKDOWN_DONE ? "☑" : "☐");

  return holder->kind == DAYBOOK_MARKDOWN_NUMBER ? g_strdup_printf ("%u.", holder->number) : g_strdup ("•");
}

/* --- Blocks -------------------------------------------------------------------------------------- */

/* Where a block stands: how far in, within quotes or not, and what stands before it. */
typedef struct
{
  guint depth; /* of lists */
  guint quotes;
  char *marker;
} Place;

static Place
find_place (DaybookMarkdownView *self,
            guint                i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (self->shown, i);
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  guint n = daybook_markdown_path (self->shown, block, path);
  Place place = { 0 };

  for (guint k = 0; k < n; k++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (self->shown, path[k]);

      if (holder->kind == DAYBOOK_MARKDOWN_QUOTE)
        place.quotes++;
      else
        place.depth++;
      if (holder->kind != DAYBOOK_MARKDOWN_QUOTE && holder->block == i)
        {
          g_free (place.marker);
          place.marker = marker_of (holder);
        }
    }
  return place;
}

static char *
markup_of (DaybookMarkdownView *self,
           guint                i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (self->shown, i);

  return make_markup (self, block->start, block->end, block->span, block->n_spans);
}

/* All that the block's widget follows from: where that is the same, the widget is. (transfer full) */
static char *
key_of (DaybookMarkdownView *self,
        guint                i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (self->shown, i);
  const DaybookMarkdownLink *link = block->link >= 0 ? daybook_markdown_link (self->shown, block->link) : NULL;
  Place place = find_place (self, i);
  g_autofree char *marker = place.marker;
  g_autofree char *markup = markup_of (self, i);

  return g_strdup_printf ("%d %u %u %u %u %s %s %s", block->kind, block->level, block->n_cells, place.depth, place.quotes,
                          marker != NULL ? marker : "", link != NULL ? link->target : "", markup);
}

static GtkWidget *
make_block (DaybookMarkdownView *self,
            guint                i)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (self->shown, i);
  Place place = find_place (self, i);
  g_autofree char *marker = place.marker;
  g_autofree char *markup = markup_of (self, i);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark = NULL;

  if (place.depth > 0)
    {
      mark = g_object_new (GTK_TYPE_LABEL, "label", marker != NULL ? marker : "", "xalign", 1.0, "yalign", 0.0, NULL);
      gtk_widget_set_size_request (mark, (int) place.depth * INDENT - 6, -1);
      gtk_widget_set_margin_end (mark, 6);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_widget_add_css_class (mark, "dim-label");
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_box_append (GTK_BOX (box), make_content (self, block, markup));
  if (place.quotes > 0)
    gtk_widget_add_css_class (box, "markdown-quote");
  g_object_set_data_full (G_OBJECT (box), KEY, key_of (self, i), g_free);
  return box;
}

static gboolean
is_same (DaybookMarkdownView *self,
         GtkWidget           *widget,
         guint                i)
{
  g_autofree char *key = key_of (self, i);

  /* What cells say is in no key. */
  return daybook_markdown_block (self->shown, i)->kind != DAYBOOK_MARKDOWN_TABLE && g_str_equal (key, g_object_get_data (G_OBJECT (widget), KEY));
}

/* (element-type GtkWidget) (transfer full) */
static GPtrArray *
list_widgets (DaybookMarkdownView *self)
{
  GPtrArray *widgets = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (widgets, child);
  return widgets;
}

/* Blocks before and behind what has changed keep their widgets. */
static void
show (DaybookMarkdownView *self)
{
  g_autoptr(GPtrArray) widgets = list_widgets (self);
  guint n = self->shown->blocks->len, before = 0, behind = 0;

  while (before < MIN (n, widgets->len) && is_same (self, g_ptr_array_index (widgets, before), before))
    before++;
  while (behind < MIN (n, widgets->len) - before
         && is_same (self, g_ptr_array_index (widgets, widgets->len - 1 - behind), n - 1 - behind))
    behind++;

  for (guint i = before; i < widgets->len - behind; i++)
    gtk_widget_unparent (g_ptr_array_index (widgets, i));

  GtkWidget *after = before > 0 ? g_ptr_array_index (widgets, before - 1) : NULL;
  for (guint i = before; i < n - behind; i++)
    {
      GtkWidget *block = make_block (self, i);

      gtk_widget_insert_after (block, GTK_WIDGET (self), after);
      after = block;
    }
}

static void
show_anew (DaybookMarkdownView *self)
{
  g_clear_pointer (&self->shown, daybook_markdown_free);
  self->shown = daybook_markdown_parse (self->text, -1);
  show (self);
}

/* --- The view -------------------------------------------------------------------------------------- */

void
daybook_markdown_view_set_sources (DaybookMarkdownView        *self,
                                   DaybookMarkdownNameFunc     name,
                                   DaybookMarkdownPictureFunc  picture,
                                   gpointer                    data)
{
  self->name = name;
  self->picture = picture;
  self->data = data;
}

void
daybook_markdown_view_set_text (DaybookMarkdownView *self,
                                const char          *text)
{
  g_autofree char *old = self->text;

  self->text = g_strdup (text);
  show_anew (self);
}

void
daybook_markdown_view_set_marked_words (DaybookMarkdownView *self,
                                        const char          *search)
{
  if (self->terms == NULL && (search == NULL || *search == '\0'))
    return;

  g_clear_pointer (&self->terms, g_ptr_array_unref);
  if (search != NULL && *search != '\0')
    self->terms = daybook_terms_parse (search);
  show_anew (self);
}

static void
daybook_markdown_view_dispose (GObject *object)
{
  DaybookMarkdownView *self = DAYBOOK_MARKDOWN_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (daybook_markdown_view_parent_class)->dispose (object);
}

static void
daybook_markdown_view_finalize (GObject *object)
{
  DaybookMarkdownView *self = DAYBOOK_MARKDOWN_VIEW (object);

  g_clear_pointer (&self->shown, daybook_markdown_free);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_free (self->text);

  G_OBJECT_CLASS (daybook_markdown_view_parent_class)->finalize (object);
}

static void
daybook_markdown_view_class_init (DaybookMarkdownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_markdown_view_dispose;
  object_class->finalize = daybook_markdown_view_finalize;

  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markdown");
}

static void
daybook_markdown_view_init (DaybookMarkdownView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 8);
  self->text = g_strdup ("");
}
