/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands under a field of a case that customers read (its definition says `told`): the word guard, by the case's
 * channel. Phrases are taken into the field with “/” where a word begins, or the button. */
#define DAYBOOK_TYPE_TOLD_FIELD (daybook_told_field_get_type ())
G_DECLARE_FINAL_TYPE (DaybookToldField, daybook_told_field, DAYBOOK, TOLD_FIELD, AdwBin)

/* What was taken into a field that is saved now. */
typedef struct
{
  char      *text;     /* of the field */
  GPtrArray *phrases;  /* DaybookRow */
  gint64     promised; /* UTC seconds; 0: nothing */
} DaybookTold;

void       daybook_told_clear          (DaybookTold      *told);

/* Of the field's text. */
GtkWidget *daybook_told_field_new      (DaybookDesk      *desk,
                                        GtkTextView      *text);
/* Opens the picker for the field; to stand beside its name. Once. (transfer floating) */
GtkWidget *daybook_told_field_make_button (DaybookToldField *self,
                                        const char       *label);
void       daybook_told_field_show     (DaybookToldField *self,
                                        const DaybookRow *row);
/* Opens the picker for it, or lets the one that is open put what is chosen into it. */
gboolean   daybook_told_field_take     (DaybookToldField *self);
/* Gives what was taken since the last time, once. FALSE: nothing was. */
gboolean   daybook_told_field_give     (DaybookToldField *self,
                                        DaybookTold      *told);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookTold, daybook_told_clear)

G_END_DECLS
