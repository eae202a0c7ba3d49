/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/watch/found-file.h"

struct _DaybookFoundFile
{
  GObject  parent_instance;

  GFile   *file;
  char    *name;
  guint64  size;
  gint64   modified;
  gint64   appeared;
};

G_DEFINE_FINAL_TYPE (DaybookFoundFile, daybook_found_file, G_TYPE_OBJECT)

static void
daybook_found_file_finalize (GObject *object)
{
  DaybookFoundFile *self = DAYBOOK_FOUND_FILE (object);

  g_clear_object (&self->file);
  g_free (self->name);
  G_OBJECT_CLASS (daybook_found_file_parent_class)->finalize (object);
}

static void
daybook_found_file_class_init (DaybookFoundFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_found_file_finalize;
}

static void
daybook_found_file_init (DaybookFoundFile *self)
{
}

DaybookFoundFile *
daybook_found_file_new (GFile   *file,
                        guint64  size,
                        gint64   modified,
                        gint64   appeared)
{
  DaybookFoundFile *self = g_object_new (DAYBOOK_TYPE_FOUND_FILE, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base);
  self->size = size;
  self->modified = modified;
  self->appeared = appeared;
  return self;
}

GFile *
daybook_found_file_get_file (DaybookFoundFile *self)
{
  return self->file;
}

const char *
daybook_found_file_get_name (DaybookFoundFile *self)
{
  return self->name;
}

guint64
daybook_found_file_get_size (DaybookFoundFile *self)
{
  return self->size;
}

gint64
daybook_found_file_get_modified (DaybookFoundFile *self)
{
  return self->modified;
}

gint64
daybook_found_file_get_appeared (DaybookFoundFile *self)
{
  return self->appeared;
}

gboolean
daybook_found_file_equal (DaybookFoundFile *self,
                          DaybookFoundFile *other)
{
  return self->size == other->size && self->modified == other->modified && self->appeared == other->appeared
         && g_file_equal (self->file, other->file);
}
