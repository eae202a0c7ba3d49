/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Several rows that are one, beside each other (UX 6): a person chooses which of them stays, and of each field in which
 * they differ, whose value. Nothing is chosen for them but what is usual. */
#define DAYBOOK_TYPE_MERGE_DIALOG (daybook_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMergeDialog, daybook_merge_dialog, DAYBOOK, MERGE_DIALOG, AdwWindow)

/* So many have room beside each other. */
#define DAYBOOK_MERGE_MOST 6

/* Whose value a field is to have. */
typedef struct
{
  guint field;
  guint from; /* place among the rows; as many as there are: all of them together */
} DaybookMergeChoice;

/* What is merged. */
typedef struct
{
  const char *explanation; /* msgid */
  char       *(*title) (guint n);
  /* Whether a person chooses the field's value, the row has one to give, and those of all may stay together (or NULL). */
  gboolean    (*asks)  (const DaybookTable *table,
                        guint               field);
  gboolean    (*gives) (const DaybookRow   *row,
                        guint               field);
  gboolean    (*joins) (guint               field);
  /* Which one stays, and what its fields say, unless it is said otherwise. */
  guint       (*stays) (GPtrArray          *rows);
  guint       (*usual) (GPtrArray          *rows,
                        guint               keep,
                        guint               field);
  /* A row in a word, and in two lines. */
  char       *(*name)  (DaybookDesk        *desk,
                        const DaybookRow   *row);
  char       *(*head)  (DaybookDesk        *desk,
                        const DaybookRow   *row);
  /* Makes the edit; `choices`: DaybookMergeChoice of the fields in which the rows differ. NULL with a sentence. */
  DaybookEdit *(*merge) (DaybookDesk       *desk,
                        GPtrArray          *rows,
                        guint               keep,
                        GArray             *choices,
                        gpointer            data,
                        GError            **error);
} DaybookMergeKind;

/* `kind` lives for good. `rows`: DaybookRow of one table, two to DAYBOOK_MERGE_MOST of them. `data` goes to the functions;
 * the dialog keeps a reference where it is an object. */
GtkWindow *daybook_merge_dialog_new (GtkWindow              *parent,
                                     DaybookDesk            *desk,
                                     const DaybookMergeKind *kind,
                                     GPtrArray              *rows,
                                     GObject                *data);

/* Signal `merged` (DaybookEdit *): they are to be one; the handler does not keep it. */

G_END_DECLS
