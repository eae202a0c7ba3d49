/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/file-chooser.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where photos come from: files that are chosen, dropped or pasted, or a picture of the clipboard. */

typedef struct
{
  /* Whether photos are taken just now; else a drop goes on to the window. */
  gboolean (*can_take) (gpointer    data);
  /* `files` holds GFile objects; or `bytes` are a picture as it was copied. Both are borrowed. */
  void     (*take)     (GListModel *files,
                        GBytes     *bytes,
                        gpointer    data);
  /* Of what the clipboard has nothing can be made: a sentence. */
  void     (*refuse)   (const char *sentence,
                        gpointer    data);
} DaybookPhotoSource;

/* Asks over the window of `parent`. */
void daybook_photo_source_choose (GtkWidget                *parent,
                                  GCancellable             *cancellable,
                                  DaybookFilesFunc          func,
                                  gpointer                  data);
/* From now on what is dropped on `widget`, and pasted while it is in sight, is taken. `source` is static, and
 * `data` as long there as the widget. Files that are none of pictures go on to the import. */
void daybook_photo_source_watch  (GtkWidget                *widget,
                                  const DaybookPhotoSource *source,
                                  gpointer                  data);

G_END_DECLS
