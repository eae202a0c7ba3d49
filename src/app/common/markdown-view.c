/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/markdown-view.h"

#include "app/common/markdown-block-view.h"
#include "app/common/prose.h"
#include "core/markdown-parts.h"
#include "core/terms.h"

#include <glib/gi18n-lib.h>

struct _DaybookMarkdownView
{
  AdwBin               parent_instance;

  GtkBox              *box;
  GtkWidget           *more;    /* says that there is more, below the blocks */
  GPtrArray           *rows;    /* Row: as they stand in the box */

  DaybookMarkdown     *doc;
  GPtrArray           *tasks;   /* DaybookMarkdownTask */
  DaybookMarkdownLook  look;    /* what it points to is of this view */
  GDestroyNotify       destroy; /* of look.reach_data, or NULL */
};

typedef struct
{
  char                     *signature;
  DaybookMarkdownBlockView *widget;
} Row;

G_DEFINE_FINAL_TYPE (DaybookMarkdownView, daybook_markdown_view, ADW_TYPE_BIN)

enum
{
  LINK_FOLLOWED,
  ITEM_TOGGLED,
  PICTURE_NEEDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  MOST_BLOCKS = 2000,       /* in one view */
  MOST_BYTES = 256 * 1024,  /* of text */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->signature);
  g_free (row);
}

/* --- What the text has ------------------------------------------------------------------ */

/* The digits of each list's largest number: its items stand below each other. */
static void
measure_numbers (DaybookMarkdownView *self)
{
  GArray *digits = self->look.digits;

  g_array_set_size (digits, 0);
  for (guint i = 0; i < self->doc->holders->len; i++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (self->doc, (int) i);
      guint n = 1;

      if (holder->kind != DAYBOOK_MARKDOWN_NUMBER)
        continue;
      if (digits->len <= holder->list)
        g_array_set_size (digits, holder->list + 1);
      for (guint number = holder->number; number >= 10; number /= 10)
        n++;
      g_array_index (digits, guint, holder->list) = MAX (g_array_index (digits, guint, holder->list), n);
    }
}

static void
collect_tasks (DaybookMarkdownView *self)
{
  g_ptr_array_unref (self->tasks);
  self->tasks = daybook_markdown_tasks (self->doc);
  g_hash_table_remove_all (self->look.tasks);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      DaybookMarkdownTask *task = g_ptr_array_index (self->tasks, i);

      g_hash_table_insert (self->look.tasks, GUINT_TO_POINTER (task->holder), task);
    }
}

/* Forgets the pictures that the text has no more; returns those that it has now and had not. */
static GPtrArray *
sort_pictures (DaybookMarkdownView *self,
               GHashTable          *had)
{
  GPtrArray *hashes = daybook_markdown_targets (self->doc, DAYBOOK_MARKDOWN_TO_PICTURE);
  g_autoptr(GHashTable) has = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer hash;

  for (guint i = 0; i < hashes->len; i++)
    g_hash_table_add (has, g_ptr_array_index (hashes, i));
  g_hash_table_iter_init (&iter, self->look.pictures);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    if (!g_hash_table_contains (has, hash))
      g_hash_table_iter_remove (&iter);
  for (guint i = hashes->len; i > 0; i--)
    if (g_hash_table_contains (had, g_ptr_array_index (hashes, i - 1)))
      g_ptr_array_remove_index (hashes, i - 1);
  return hashes;
}

/* --- Rows --------------------------------------------------------------------------------- */

/* How many blocks are shown. */
static guint
count_shown (DaybookMarkdownView *self)
{
  guint n = MIN (self->doc->blocks->len, MOST_BLOCKS);

  while (n > 0 && daybook_markdown_block (self->doc, n - 1)->start > MOST_BYTES)
    n--;
  return n;
}

static gboolean
is_any_cut (DaybookMarkdownView *self,
            guint                n_shown)
{
  if (self->doc->cut || n_shown < self->doc->blocks->len)
    return TRUE;

  for (guint i = 0; i < n_shown; i++)
    {
      const DaybookMarkdownBlock *block = daybook_markdown_block (self->doc, i);

      if (block->end - block->start > DAYBOOK_MARKDOWN_LONGEST && block->n_cells == 0)
        return TRUE;
    }
  return FALSE;
}

static const Row *
row_at (DaybookMarkdownView *self,
        guint                i)
{
  return g_ptr_array_index (self->rows, i);
}

static GPtrArray *
make_signatures (DaybookMarkdownView *self)
{
  GPtrArray *signatures = g_ptr_array_new ();
  guint n = count_shown (self);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (signatures, daybook_markdown_block_view_signature (&self->look, i));
  return signatures;
}

static void
insert_row (DaybookMarkdownView *self,
            guint                at)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *above = at > 0 ? GTK_WIDGET (row_at (self, at - 1)->widget) : NULL;

  row->widget = DAYBOOK_MARKDOWN_BLOCK_VIEW (daybook_markdown_block_view_new ());
  gtk_box_insert_child_after (self->box, GTK_WIDGET (row->widget), above);
  g_ptr_array_insert (self->rows, (int) at, row);
}

static void
remove_row (DaybookMarkdownView *self,
            guint                at)
{
  gtk_box_remove (self->box, GTK_WIDGET (row_at (self, at)->widget));
  g_ptr_array_remove_index (self->rows, at);
}

/* (transfer full) the signature */
static void
show_row (DaybookMarkdownView *self,
          guint                at,
          char                *signature)
{
  Row *row = g_ptr_array_index (self->rows, at);

  g_free (row->signature);
  row->signature = signature;
  daybook_markdown_block_view_show (row->widget, &self->look, at);
}

/* What is alike at the beginning and at the end stays; what lies between is shown in the rows that are there. */
static void
update_rows (DaybookMarkdownView *self)
{
  g_autoptr(GPtrArray) new = make_signatures (self);
  guint n_new = new->len;
  guint head = 0;
  guint tail = 0;

  while (head < MIN (self->rows->len, n_new) && g_str_equal (row_at (self, head)->signature, g_ptr_array_index (new, head)))
    head++;
  while (tail < MIN (self->rows->len, n_new) - head
         && g_str_equal (row_at (self, self->rows->len - 1 - tail)->signature, g_ptr_array_index (new, n_new - 1 - tail)))
    tail++;

  while (self->rows->len > n_new)
    remove_row (self, head);
  while (self->rows->len < n_new)
    insert_row (self, self->rows->len - tail);
  for (guint i = 0; i < n_new; i++)
    if (i < head || i >= n_new - tail)
      g_free (g_ptr_array_index (new, i));
    else
      show_row (self, i, g_ptr_array_index (new, i));
  gtk_widget_set_visible (self->more, is_any_cut (self, n_new));
}

/* --- Actions -------------------------------------------------------------------------------- */

static void
on_follow (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  g_signal_emit (widget, signals[LINK_FOLLOWED], 0, g_variant_get_string (target, NULL));
}

/* Its button is as the person left it: whatever is checked next, it is set. */
static void
forget_what_is_shown (DaybookMarkdownView *self,
                      const char          *key)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const DaybookMarkdownTask *task = g_ptr_array_index (self->tasks, i);
      guint at = daybook_markdown_holder (self->doc, (int) task->holder)->block;

      if (g_str_equal (task->key, key) && at < self->rows->len)
        *((Row *) g_ptr_array_index (self->rows, at))->signature = '\0';
    }
}

static void
on_toggle (GtkWidget  *widget,
           const char *action,
           GVariant   *item)
{
  const char *key;
  gboolean active;

  g_variant_get (item, "(&sb)", &key, &active);
  forget_what_is_shown (DAYBOOK_MARKDOWN_VIEW (widget), key);
  g_signal_emit (widget, signals[ITEM_TOGGLED], 0, key, active);
}

/* --- The widget -------------------------------------------------------------------------------- */

static void
clear_reach (DaybookMarkdownView *self)
{
  if (self->destroy != NULL)
    self->destroy (self->look.reach_data);
  self->destroy = NULL;
  self->look.reach = NULL;
  self->look.reach_data = NULL;
}

static void
daybook_markdown_view_dispose (GObject *object)
{
  clear_reach (DAYBOOK_MARKDOWN_VIEW (object));

  G_OBJECT_CLASS (daybook_markdown_view_parent_class)->dispose (object);
}

static void
daybook_markdown_view_finalize (GObject *object)
{
  DaybookMarkdownView *self = DAYBOOK_MARKDOWN_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->look.digits);
  g_hash_table_unref (self->look.tasks);
  g_hash_table_unref (self->look.pictures);
  g_clear_pointer (&self->look.checked, g_hash_table_unref);
  g_clear_pointer (&self->look.terms, g_ptr_array_unref);
  daybook_markdown_free (self->doc);

  G_OBJECT_CLASS (daybook_markdown_view_parent_class)->finalize (object);
}

static void
daybook_markdown_view_class_init (DaybookMarkdownViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_markdown_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_markdown_view_finalize;
  gtk_widget_class_install_action (widget_class, "prose.follow", "s", on_follow);
  gtk_widget_class_install_action (widget_class, "markdown.toggle", "(sb)", on_toggle);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);

  signals[LINK_FOLLOWED] = g_signal_new ("link-followed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ITEM_TOGGLED] = g_signal_new ("item-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[PICTURE_NEEDED] = g_signal_new ("picture-needed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
unref_picture (gpointer picture)
{
  if (picture != NULL)
    g_object_unref (picture);
}

static void
daybook_markdown_view_init (DaybookMarkdownView *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->doc = daybook_markdown_parse ("", 0);
  self->tasks = g_ptr_array_new ();
  self->look.doc = self->doc;
  self->look.digits = g_array_new (FALSE, TRUE, sizeof (guint));
  self->look.tasks = g_hash_table_new (NULL, NULL);
  self->look.pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_picture);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->more = gtk_label_new (_("This text is too long to be shown in full here"));
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_widget_set_margin_top (self->more, 12);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (outer), self->more);
  gtk_widget_add_css_class (GTK_WIDGET (self), "markdown");
  daybook_prose_watch (GTK_WIDGET (self));
  adw_bin_set_child (ADW_BIN (self), outer);
}

GtkWidget *
daybook_markdown_view_new (void)
{
  return g_object_new (DAYBOOK_TYPE_MARKDOWN_VIEW, NULL);
}

/* The hashes of the pictures of the text that is shown: of those the answer is there or on its way. */
static GHashTable *
take_pictures (DaybookMarkdownView *self)
{
  GHashTable *had = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) hashes = daybook_markdown_targets (self->doc, DAYBOOK_MARKDOWN_TO_PICTURE);

  for (guint i = 0; i < hashes->len; i++)
    g_hash_table_add (had, g_strdup (g_ptr_array_index (hashes, i)));
  return had;
}

void
daybook_markdown_view_set_text (DaybookMarkdownView *self,
                                const char          *text)
{
  g_autoptr(GHashTable) had = take_pictures (self);
  g_autoptr(GPtrArray) needed = NULL;

  daybook_markdown_free (self->doc);
  self->doc = daybook_markdown_parse (text, -1);
  self->look.doc = self->doc;
  measure_numbers (self);
  collect_tasks (self);
  needed = sort_pictures (self, had);
  update_rows (self);

  g_object_ref (self);
  for (guint i = 0; i < needed->len; i++)
    g_signal_emit (self, signals[PICTURE_NEEDED], 0, g_ptr_array_index (needed, i));
  g_object_unref (self);
}

const DaybookMarkdown *
daybook_markdown_view_get_document (DaybookMarkdownView *self)
{
  return self->doc;
}

void
daybook_markdown_view_set_items (DaybookMarkdownView  *self,
                                 DaybookMarkdownItems  items)
{
  self->look.interactive = items == DAYBOOK_MARKDOWN_ITEMS_FOR_PEOPLE;
  update_rows (self);
}

void
daybook_markdown_view_set_checked (DaybookMarkdownView *self,
                                   GPtrArray           *keys)
{
  g_clear_pointer (&self->look.checked, g_hash_table_unref);
  if (keys != NULL)
    self->look.checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    g_hash_table_add (self->look.checked, g_strdup (g_ptr_array_index (keys, i)));
  update_rows (self);
}

/* Each paragraph is selected for itself: the first that is. */
static char *
find_selected (GtkWidget *widget)
{
  int start, end;

  if (GTK_IS_LABEL (widget) && gtk_label_get_selection_bounds (GTK_LABEL (widget), &start, &end))
    return g_utf8_substring (gtk_label_get_text (GTK_LABEL (widget)), start, end);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      char *selected = find_selected (child);

      if (selected != NULL)
        return selected;
    }

  return NULL;
}

char *
daybook_markdown_view_get_selected (DaybookMarkdownView *self)
{
  g_autofree char *selected = find_selected (GTK_WIDGET (self->box));

  return selected != NULL && *g_strstrip (selected) != '\0' ? g_steal_pointer (&selected) : NULL;
}

void
daybook_markdown_view_set_marked_words (DaybookMarkdownView *self,
                                        const char          *typed)
{
  g_clear_pointer (&self->look.terms, g_ptr_array_unref);
  if (typed != NULL && *typed != '\0')
    self->look.terms = daybook_terms_parse (typed);
  for (guint i = 0; i < self->rows->len; i++)
    daybook_markdown_block_view_mark (row_at (self, i)->widget, &self->look);
}

void
daybook_markdown_view_set_reach (DaybookMarkdownView      *self,
                                 DaybookMarkdownReachFunc  func,
                                 gpointer                  data,
                                 GDestroyNotify            destroy)
{
  clear_reach (self);
  self->look.reach = func;
  self->look.reach_data = data;
  self->destroy = destroy;
  update_rows (self);
}

void
daybook_markdown_view_set_picture (DaybookMarkdownView *self,
                                   const char          *hash,
                                   GdkPaintable        *picture)
{
  g_autoptr(GHashTable) has = take_pictures (self);

  if (!g_hash_table_contains (has, hash))
    return;

  g_hash_table_insert (self->look.pictures, g_strdup (hash), picture != NULL ? g_object_ref (picture) : NULL);
  update_rows (self);
}
