/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/disclosure.h"
#include "core/query.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks before personal data leaves the shop in full (CF-01, AS-22): it has the shop's text on confidentiality read, says how
 * many people are in it and how many of them have refused, and asks by what right and for whom. Where one person works alone
 * it is shorter. It is the one such question of the window. */
#define DAYBOOK_TYPE_DISCLOSURE_DIALOG (daybook_disclosure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDisclosureDialog, daybook_disclosure_dialog, DAYBOOK, DISCLOSURE_DIALOG, AdwWindow)

/* Of whom it is. */
typedef struct
{
  const DaybookQuery *query; /* the rows; NULL: rows that are in no book, of which consent is not known */
  GArray             *keys;  /* gint64: these of them; NULL: all */
} DaybookDisclosureOf;

/* `data` is what was given; it is freed afterwards. */
typedef void (*DaybookDisclosureFunc) (GtkWidget               *parent,
                                       const DaybookDisclosure *disclosure,
                                       gpointer                 data);

/* Asks over `parent`, which must live until then; its dialog closes with it. `func` is called if it is to be; `data` is freed
 * either way. Borrows everything in `of`. */
void daybook_disclosure_ask (GtkWidget                 *parent,
                             DaybookStore              *store,
                             const DaybookDisclosureOf *of,
                             DaybookDisclosureFunc      func,
                             gpointer                   data,
                             GDestroyNotify             free_data);

G_END_DECLS
