/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-page.h"
#include "app/plain/plain-panel.h"

G_BEGIN_DECLS

/* A list page with views whose rows are nothing but their fields: trade contacts, market notes, campaigns, surveys. */
#define DAYBOOK_TYPE_PLAIN_PAGE (daybook_plain_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPlainPage, daybook_plain_page, DAYBOOK, PLAIN_PAGE, DaybookViewPage)

/* What one such page is; static. Texts are msgids. */
typedef struct
{
  DaybookViewPageSpec  list;
  const int           *fields;      /* of the panel, ended by -1 */
  DaybookPlainFollows  follows;     /* or NULL */
  const char          *title;       /* of the page */
  const char          *icon;
  const char          *empty;       /* heading where there is none at all */
  const char          *teaches;     /* ... and what it is for */
  const char          *make;        /* “New Contact…”; NULL: rows come from elsewhere */
  const char          *asks;        /* what is typed first: the title of the row */
  void               (*makes)       (DaybookPlainPage *page); /* ... of one that begins otherwise; or NULL */
  void               (*fill)        (DaybookPlainPage *page,
                                     DaybookEdit      *edit); /* gives a new row what else it begins with; or NULL */
  const char          *begin;       /* a button of the empty page; or NULL */
  DaybookEdit       *(*begins)      (DaybookStore *store); /* ... and its act */
  int                  copies;      /* the field that `.` copies, or -1 */
  /* Further commands, or NULL. */
  gboolean           (*can)         (DaybookPlainPage *page,
                                     const char       *command);
  void               (*perform)     (DaybookPlainPage *page,
                                     const char       *command);
  GtkWidget         *(*make_notice) (DaybookPlainPage *page); /* a line under the filters; or NULL */
  void               (*set_up)      (DaybookPlainPage *page); /* makes what else belongs to the page; or NULL */
  void               (*query_changed) (DaybookPlainPage *page); /* it asks another question; or NULL */
  /* What stands in the panel besides the fields, or NULL. */
  GtkWidget         *(*make_more)   (DaybookPlainPage *page);
  void               (*show_more)   (GtkWidget        *more,
                                     const DaybookRow *row);
} DaybookPlainSpec;

DaybookPage *daybook_plain_page_new    (DaybookStore           *store,
                                        const DaybookPlainSpec *spec);
/* Asks for the title of a new row, makes it and opens it; or as the page says. */
void         daybook_plain_page_make   (DaybookPlainPage       *self);

G_END_DECLS
