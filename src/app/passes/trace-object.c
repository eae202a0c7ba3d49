/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/trace-object.h"

struct _DaybookTraceObject
{
  GObject           parent_instance;

  DaybookTraceMark  mark;
  DaybookTraceLine *line; /* or NULL: not read yet */
};

G_DEFINE_FINAL_TYPE (DaybookTraceObject, daybook_trace_object, G_TYPE_OBJECT)

static void
daybook_trace_object_finalize (GObject *object)
{
  g_clear_pointer (&DAYBOOK_TRACE_OBJECT (object)->line, daybook_trace_line_free);

  G_OBJECT_CLASS (daybook_trace_object_parent_class)->finalize (object);
}

static void
daybook_trace_object_class_init (DaybookTraceObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_trace_object_finalize;
}

static void
daybook_trace_object_init (DaybookTraceObject *self)
{
}

DaybookTraceObject *
daybook_trace_object_new (const DaybookTraceMark *mark)
{
  DaybookTraceObject *self = g_object_new (DAYBOOK_TYPE_TRACE_OBJECT, NULL);

  self->mark = *mark;
  return self;
}

gint64
daybook_trace_object_get_key (DaybookTraceObject *self)
{
  return self->mark.order;
}

gboolean
daybook_trace_object_is_done (DaybookTraceObject *self)
{
  return self->mark.looked_up != 0;
}

void
daybook_trace_object_take (DaybookTraceObject *self,
                           DaybookTraceObject *newer)
{
  self->mark = newer->mark;
  g_clear_pointer (&self->line, daybook_trace_line_free);
}

const DaybookTraceLine *
daybook_trace_object_read (DaybookTraceObject *self,
                           DaybookReader      *reader)
{
  if (self->line == NULL)
    self->line = daybook_reader_trace (reader, self->mark.order, NULL);
  return self->line;
}
