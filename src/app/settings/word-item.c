/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/word-item.h"

#include "core/guarded-word.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

struct _DaybookWordItem
{
  GObject              parent_instance;

  DaybookGuardedEntry *entry;
};

G_DEFINE_FINAL_TYPE (DaybookWordItem, daybook_word_item, G_TYPE_OBJECT)

static void
daybook_word_item_finalize (GObject *object)
{
  daybook_guarded_entry_free (DAYBOOK_WORD_ITEM (object)->entry);

  G_OBJECT_CLASS (daybook_word_item_parent_class)->finalize (object);
}

static void
daybook_word_item_class_init (DaybookWordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_word_item_finalize;
}

static void
daybook_word_item_init (DaybookWordItem *self)
{
}

DaybookWordItem *
daybook_word_item_new (DaybookGuardedEntry *entry)
{
  DaybookWordItem *self = g_object_new (DAYBOOK_TYPE_WORD_ITEM, NULL);

  self->entry = entry;
  return self;
}

const DaybookGuardedEntry *
daybook_word_item_get_entry (DaybookWordItem *self)
{
  return self->entry;
}

gboolean
daybook_word_item_equal (DaybookWordItem *one,
                         DaybookWordItem *other)
{
  const DaybookGuardedEntry *a = one->entry, *b = other->entry;

  return daybook_id_equal (&a->id, &b->id) && a->shipped == b->shipped && a->off == b->off && a->rule_off == b->rule_off && a->spares == b->spares
         && a->channels == b->channels && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->rule, b->rule) == 0
         && g_strcmp0 (a->why, b->why) == 0 && g_strcmp0 (a->instead, b->instead) == 0;
}

static void
add_part (GString    *line,
          const char *part)
{
  if (part != NULL)
    g_string_append_printf (line, line->len > 0 ? " · %s" : "%s", part);
}

char *
daybook_word_item_describe (DaybookWordItem *self)
{
  const DaybookGuardedEntry *entry = self->entry;
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *better = entry->instead != NULL ? g_strdup_printf (_("Better: “%s”"), entry->instead) : NULL;

  add_part (line, entry->title != NULL ? entry->title : entry->spares ? NULL : _("The shop’s own word"));
  add_part (line, entry->spares ? _("May be said") : NULL);
  add_part (line, entry->rule_off ? _("Rule switched off") : NULL);
  add_part (line, better);
  for (guint i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    if ((entry->channels & DAYBOOK_GUARD_CHANNEL (i)) != 0)
      add_part (line, daybook_words_label (&daybook_channel_words[i]));
  return g_string_free (g_steal_pointer (&line), FALSE);
}
