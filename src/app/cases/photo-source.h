/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/file-chooser.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where photos come from: files that are chosen, dropped or pasted, or a picture of the clipboard. */

/* What becomes of files of which none is a picture. */
typedef enum
{
  DAYBOOK_PHOTO_OTHERS_IMPORTED,
  DAYBOOK_PHOTO_OTHERS_TAKEN, /* to be refused one by one */
} DaybookPhotoOthers;

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
  DaybookPhotoOthers others;
  /* Told in front of `take` where on the widget something was dropped; NULL: that is of no interest. */
  void     (*point)    (double      x,
                        double      y,
                        gpointer    data);
} DaybookPhotoSource;

/* Asks over the window of `parent`. */
void daybook_photo_source_choose (GtkWidget                *parent,
                                  GCancellable             *cancellable,
                                  DaybookFilesFunc          func,
                                  gpointer                  data);
/* From now on what is dropped on `widget`, and pasted while it is in sight, is taken. `source` is static, and
 * `data` as long there as the widget. */
void daybook_photo_source_watch  (GtkWidget                *widget,
                                  const DaybookPhotoSource *source,
                                  gpointer                  data);

G_END_DECLS
