/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The members of a register's draft at a path, a row each, in their order, and under them a line in
 * which a new one is named. Rows stay with their members when these are moved. */
#define DAYBOOK_TYPE_MEMBER_LIST (daybook_member_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMemberList, daybook_member_list, DAYBOOK, MEMBER_LIST, GObject)

/* Makes the row of a member; both are borrowed. It may tell the list of what is done to it by the
 * functions below. */
typedef GtkWidget *(*DaybookMemberMake) (DaybookMemberList *list,
                                         const char        *key);

/* Fills `host`, an AdwPreferencesGroup or AdwExpanderRow, and lives as long as it. `question` is the
 * title of the line for a new one; NULL: there is no such line. (transfer none) */
DaybookMemberList    *daybook_member_list_new       (GtkWidget            *host,
                                                     DaybookRegisterDraft *draft,
                                                     const char           *path,
                                                     DaybookMemberMake     make,
                                                     const char           *question);
/* One in which members are only ticked, with a word for `make`: what their rows are about. */
DaybookMemberList    *daybook_member_list_new_tagged (GtkWidget           *host,
                                                     DaybookRegisterDraft *draft,
                                                     const char           *path,
                                                     DaybookMemberMake     make,
                                                     const char           *tag);
const char           *daybook_member_list_get_tag   (DaybookMemberList    *self);
/* Puts a row under the members, in place of a line for a new one. */
void                  daybook_member_list_end_with  (DaybookMemberList    *self,
                                                     GtkWidget            *row);
DaybookRegisterDraft *daybook_member_list_get_draft (DaybookMemberList    *self);
/* The path of a member. (transfer full) */
char                 *daybook_member_list_get_path  (DaybookMemberList    *self,
                                                     const char           *key);
/* NULL when there is none. */
GtkWidget            *daybook_member_list_find_row  (DaybookMemberList    *self,
                                                     const char           *key);
/* Adds what was typed in the lines for new ones of all lists of the draft, and not confirmed. */
void                  daybook_member_lists_flush    (DaybookRegisterDraft *draft);

/* Two buttons that move the row's member, and the keys Alt+Up and Alt+Down. (transfer full) */
GtkWidget            *daybook_member_list_make_arrows (DaybookMemberList  *self,
                                                     const char           *key,
                                                     GtkWidget            *row);

G_END_DECLS
