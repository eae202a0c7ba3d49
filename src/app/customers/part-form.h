/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DAYBOOK_TYPE_PART_FORM (daybook_part_form_get_type ())

/* A form in the card of a customer in which one of what hangs on them is written: a day, a way to reach them. It shows itself while
 * it is used. Signals: "edit" (DaybookEdit *) says what is to be committed, "left" that it is over. */
G_DECLARE_DERIVABLE_TYPE (DaybookPartForm, daybook_part_form, DAYBOOK, PART_FORM, AdwBin)

struct _DaybookPartFormClass
{
  AdwBinClass  parent_class;

  /* Adds to the edit what the form says. */
  gboolean   (*add_to) (DaybookPartForm  *self,
                        DaybookEdit      *edit,
                        GError          **error);

  /* Titles of acts, msgids. */
  const char  *added, *changed, *removed;
};

/* Of the form's template: what goes wrong is said in `problem` and mended in `first`; `remove` takes away what is there. */
void              daybook_part_form_set_widgets  (DaybookPartForm  *self,
                                                  GtkLabel         *problem,
                                                  GtkWidget        *first,
                                                  GtkWidget        *remove);
/* Begins with a part of the customer's, or with a new one (NULL). */
void              daybook_part_form_begin        (DaybookPartForm  *self,
                                                  DaybookDesk      *desk,
                                                  const DaybookRow *customer,
                                                  const DaybookRow *row);
void              daybook_part_form_close        (DaybookPartForm  *self);

/* NULL while it is not used; borrowed. */
DaybookDesk      *daybook_part_form_get_desk     (DaybookPartForm  *self);
const DaybookRow *daybook_part_form_get_customer (DaybookPartForm  *self);
/* That is changed, or NULL. */
const DaybookRow *daybook_part_form_get_row      (DaybookPartForm  *self);
/* NULL: nothing is wrong. */
void              daybook_part_form_say_problem  (DaybookPartForm  *self,
                                                  const char       *text);

/* For the templates: "on_save", "on_remove", "leave". */
void              daybook_part_form_bind         (GtkWidgetClass   *widget_class);

G_END_DECLS
