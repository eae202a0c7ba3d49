/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-parts.h"

#include "core/han.h"

#include <string.h>

enum
{
  KEY_DIGITS = 16, /* of the hash */
};

static char *
copy_text (const DaybookMarkdown      *self,
           const DaybookMarkdownBlock *block)
{
  return g_strndup (self->text + block->start, block->end - block->start);
}

static char *
copy_line (const DaybookMarkdown      *self,
           const DaybookMarkdownBlock *block)
{
  return g_strdelimit (copy_text (self, block), "\n\t", ' ');
}

/* A paragraph of the article's own comes before what is in its lists and quotes, and that before anything else. */
static int
rank_as_first (const DaybookMarkdownBlock *block)
{
  if (block->start == block->end)
    return 0;
  if (block->kind == DAYBOOK_MARKDOWN_PARAGRAPH)
    return block->inside < 0 ? 3 : 2;
  return 1;
}

char *
daybook_markdown_first_paragraph (const DaybookMarkdown *self)
{
  const DaybookMarkdownBlock *best = NULL;
  int rank = 0;

  for (guint i = 0; i < self->blocks->len && rank < 3; i++)
    {
      const DaybookMarkdownBlock *block = daybook_markdown_block (self, i);

      if (rank_as_first (block) > rank)
        {
          best = block;
          rank = rank_as_first (block);
        }
    }
  return best != NULL ? copy_line (self, best) : g_strdup ("");
}

/* --- The outline -------------------------------------------------------------------- */

static void
heading_free (gpointer data)
{
  DaybookMarkdownHeading *heading = data;

  g_free (heading->text);
  g_free (heading);
}

GPtrArray *
daybook_markdown_outline (const DaybookMarkdown *self)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (heading_free);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DaybookMarkdownBlock *block = daybook_markdown_block (self, i);
      DaybookMarkdownHeading *heading;

      if (block->kind != DAYBOOK_MARKDOWN_HEADING)
        continue;
      heading = g_new0 (DaybookMarkdownHeading, 1);
      heading->level = block->level;
      heading->text = copy_line (self, block);
      heading->block = i;
      g_ptr_array_add (headings, heading);
    }
  return headings;
}

/* --- Tasks --------------------------------------------------------------------------- */

static void
task_free (gpointer data)
{
  DaybookMarkdownTask *task = data;

  g_free (task->text);
  g_free (task->key);
  g_free (task);
}

/* `seen`: how often each text came before, by its hash. */
static char *
make_key (const char *text,
          GHashTable *seen)
{
  g_autofree char *folded = daybook_han_fold (text);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, g_strstrip (folded), -1);
  guint n;

  hash[KEY_DIGITS] = '\0';
  n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, hash)) + 1;
  g_hash_table_insert (seen, g_strdup (hash), GUINT_TO_POINTER (n));
  return g_strdup_printf ("%s-%u", hash, n);
}

GPtrArray *
daybook_markdown_tasks (const DaybookMarkdown *self)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (task_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->holders->len; i++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (self, (int) i);
      DaybookMarkdownTask *task;

      if (holder->task == DAYBOOK_MARKDOWN_NO_TASK)
        continue;
      task = g_new0 (DaybookMarkdownTask, 1);
      task->holder = i;
      task->checked = holder->task == DAYBOOK_MARKDOWN_DONE;
      task->text = copy_line (self, daybook_markdown_block (self, holder->block));
      task->key = make_key (task->text, seen);
      g_ptr_array_add (tasks, task);
    }
  return tasks;
}

/* --- Targets --------------------------------------------------------------------------- */

GPtrArray *
daybook_markdown_targets (const DaybookMarkdown   *self,
                          DaybookMarkdownLinkKind  kind)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->links->len; i++)
    {
      const DaybookMarkdownLink *link = daybook_markdown_link (self, (int) i);
      const char *target = link->target;

      if (link->kind != kind)
        continue;
      target = strchr (target, ':') + 1; /* a kind has a scheme */
      if (g_hash_table_add (seen, (gpointer) target))
        g_ptr_array_add (targets, g_strdup (target));
    }
  return targets;
}
