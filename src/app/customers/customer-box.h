/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A part of the card of a customer (customer-panel.h). It shows one customer at a time, and makes the acts on what it
 * shows. */
#define DAYBOOK_TYPE_CUSTOMER_BOX (daybook_customer_box_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookCustomerBox, daybook_customer_box, DAYBOOK, CUSTOMER_BOX, AdwBin)

struct _DaybookCustomerBoxClass
{
  AdwBinClass parent_class;

  /* Shows the customer, another one or the same after a change of the book. What is being written in it stands. */
  void (*show)         (DaybookCustomerBox *self);
  /* Another customer comes, or nobody: what was written is kept or dropped. Optional. */
  void (*leave)        (DaybookCustomerBox *self);
  /* Appends the rows of which it would show personal data in full (DaybookRow, a reference each). Optional. */
  void (*add_personal) (DaybookCustomerBox *self,
                        GPtrArray          *rows);
};

/* Shows a customer; `show`: whether the eye is open. */
void              daybook_customer_box_show         (DaybookCustomerBox *self,
                                                     DaybookDesk        *desk,
                                                     const DaybookRow   *customer,
                                                     DaybookShow         show);
void              daybook_customer_box_leave        (DaybookCustomerBox *self);
void              daybook_customer_box_add_personal (DaybookCustomerBox *self,
                                                     GPtrArray          *rows);

/* --- For those derived --------------------------------------------------- */

DaybookDesk      *daybook_customer_box_get_desk     (DaybookCustomerBox *self);
DaybookStore     *daybook_customer_box_get_store    (DaybookCustomerBox *self);
DaybookReader    *daybook_customer_box_get_reader   (DaybookCustomerBox *self);
/* NULL before the first. (transfer none) */
const DaybookRow *daybook_customer_box_get_customer (DaybookCustomerBox *self);
DaybookShow       daybook_customer_box_get_show     (DaybookCustomerBox *self);
/* Whether another customer is shown than the last time; within `show`. */
gboolean          daybook_customer_box_is_other     (DaybookCustomerBox *self);
/* What most of them are: children below each other under a title, and beside that a widget or none (NULL). Once, and then
 * what is in it. */
void              daybook_customer_box_set_group    (DaybookCustomerBox *self,
                                                     const char         *title,
                                                     GtkWidget          *suffix);
void              daybook_customer_box_append       (DaybookCustomerBox *self,
                                                     GtkWidget          *child);
/* Appends the button by which a list of the newest shows the older ones too. (transfer none) */
GtkWidget        *daybook_customer_box_append_older (DaybookCustomerBox *self);
/* An act of the person at the desk, yet empty. (transfer full) */
DaybookEdit      *daybook_customer_box_new_edit     (DaybookCustomerBox *self,
                                                     const char         *title);
/* Commits it, also when the window is closed meanwhile; the shell says so, with Undo. */
void              daybook_customer_box_commit       (DaybookCustomerBox *self,
                                                     DaybookEdit        *edit);
/* Sets one field of the customer in an act of that title. Takes over `value`. */
void              daybook_customer_box_set          (DaybookCustomerBox *self,
                                                     guint               field,
                                                     DaybookValue        value,
                                                     const char         *title);

G_END_DECLS
