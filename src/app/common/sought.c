/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/sought.h"

#include "core/terms.h"

struct _DaybookSought
{
  GObject    parent_instance;

  char      *text;  /* or NULL */
  GPtrArray *terms; /* DaybookTerm; or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookSought, daybook_sought, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
daybook_sought_finalize (GObject *object)
{
  DaybookSought *self = DAYBOOK_SOUGHT (object);

  g_free (self->text);
  g_clear_pointer (&self->terms, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_sought_parent_class)->finalize (object);
}

static void
daybook_sought_class_init (DaybookSoughtClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_sought_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_sought_init (DaybookSought *self)
{
}

DaybookSought *
daybook_sought_new (void)
{
  return g_object_new (DAYBOOK_TYPE_SOUGHT, NULL);
}

void
daybook_sought_set_text (DaybookSought *self,
                         const char    *text)
{
  g_autoptr(GPtrArray) terms = text != NULL ? daybook_terms_parse (text) : NULL;

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  if (terms != NULL && terms->len > 0)
    self->terms = g_ptr_array_ref (terms);
  g_signal_emit (self, signals[CHANGED], 0);
}

GPtrArray *
daybook_sought_get_terms (DaybookSought *self)
{
  return self->terms;
}
