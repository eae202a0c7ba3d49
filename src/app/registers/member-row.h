/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/registers/member-list.h"

G_BEGIN_DECLS

/* A field or a stage of a register's draft: what it is called and what it is in a line, or what is
 * wrong with it; opened, all of it. */
#define DAYBOOK_TYPE_MEMBER_ROW (daybook_member_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMemberRow, daybook_member_row, DAYBOOK, MEMBER_ROW, AdwExpanderRow)

typedef struct
{
  /* "Text · needed by every case". (transfer full) */
  char *(*describe) (DaybookRegisterDraft *draft,
                     const char           *path);
  /* Adds the rows of what the member has, when it is opened first. */
  void  (*fill)     (DaybookMemberRow     *row,
                     DaybookRegisterDraft *draft,
                     const char           *key);
} DaybookMemberKind;

/* `kind` is borrowed. */
GtkWidget *daybook_member_row_new  (DaybookMemberList       *list,
                                    const char              *key,
                                    const DaybookMemberKind *kind);
/* Opens it, and puts the focus into what it is called. */
void       daybook_member_row_show (DaybookMemberRow        *self);
/* For `fill`: adds a row; a path within the member's, "type". (transfer full) */
void       daybook_member_row_add  (DaybookMemberRow        *self,
                                    GtkWidget               *row);
char      *daybook_member_row_path (DaybookMemberRow        *self,
                                    const char              *within);

/* A member that is a text for people, in a line of its own: a choice, a reason, a question. */
GtkWidget *daybook_option_row_new  (DaybookMemberList       *list,
                                    const char              *key);

G_END_DECLS
