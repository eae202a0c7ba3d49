/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-filter.h"

#include <string.h>

struct _DaybookActFilter
{
  GtkFilter parent_instance;

  int       kind;
  DaybookId agent; /* null: everybody */
  GStrv     words; /* folded; may be empty */
};

G_DEFINE_FINAL_TYPE (DaybookActFilter, daybook_act_filter, GTK_TYPE_FILTER)

static gboolean
is_of_kind (const DaybookAct *act,
            int               kind)
{
  return kind == DAYBOOK_ACT_ANY_KIND
         || (int) act->kind == kind
         || (kind == DAYBOOK_ACT_UNDO && act->kind == DAYBOOK_ACT_REDO);
}

static gboolean
has_words (const DaybookAct *act,
           char            **words)
{
  g_autofree char *title = g_utf8_casefold (act->title, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (title, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
daybook_act_filter_match (GtkFilter *filter,
                          gpointer   item)
{
  DaybookActFilter *self = DAYBOOK_ACT_FILTER (filter);
  const DaybookAct *act = daybook_act_item_get (item);

  return is_of_kind (act, self->kind)
         && (daybook_id_is_null (&self->agent) || daybook_id_equal (&act->agent_id, &self->agent))
         && has_words (act, self->words);
}

static GtkFilterMatch
daybook_act_filter_get_strictness (GtkFilter *filter)
{
  return daybook_act_filter_is_open (DAYBOOK_ACT_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
daybook_act_filter_finalize (GObject *object)
{
  g_strfreev (DAYBOOK_ACT_FILTER (object)->words);
  G_OBJECT_CLASS (daybook_act_filter_parent_class)->finalize (object);
}

static void
daybook_act_filter_class_init (DaybookActFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_act_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = daybook_act_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = daybook_act_filter_get_strictness;
}

static void
daybook_act_filter_init (DaybookActFilter *self)
{
  self->kind = DAYBOOK_ACT_ANY_KIND;
  self->words = g_new0 (char *, 1);
}

DaybookActFilter *
daybook_act_filter_new (void)
{
  return g_object_new (DAYBOOK_TYPE_ACT_FILTER, NULL);
}

void
daybook_act_filter_set_kind (DaybookActFilter *self,
                             int               kind)
{
  g_return_if_fail (DAYBOOK_IS_ACT_FILTER (self));

  self->kind = kind;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
daybook_act_filter_set_agent (DaybookActFilter *self,
                              const DaybookId  *agent)
{
  g_return_if_fail (DAYBOOK_IS_ACT_FILTER (self));

  self->agent = agent != NULL ? *agent : (DaybookId) { 0 };
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
daybook_act_filter_set_words (DaybookActFilter *self,
                              const char       *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  g_return_if_fail (DAYBOOK_IS_ACT_FILTER (self));

  g_strfreev (self->words);
  /* An empty word between blanks is found everywhere. */
  self->words = g_strsplit_set (folded, " \t", -1);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

gboolean
daybook_act_filter_is_open (DaybookActFilter *self)
{
  g_return_val_if_fail (DAYBOOK_IS_ACT_FILTER (self), FALSE);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (*self->words[i] != '\0')
      return FALSE;

  return self->kind == DAYBOOK_ACT_ANY_KIND && daybook_id_is_null (&self->agent);
}
