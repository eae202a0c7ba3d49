/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of a form that show one thing of a register's draft, and change it as they are used. They
 * follow the draft, and say what is wrong with what they show. Paths are copied. */

/* A word of the definition and what it is called. */
typedef struct
{
  const char *word;    /* NULL: there is none */
  const char *context; /* msgctxt of the label */
  const char *label;   /* msgid */
} DaybookDraftWord;

/* A text for people. */
GtkWidget *daybook_draft_text_row   (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *title);
/* A word that is typed: the letters of the numbers, or a time such as 24h. "" takes it away. */
GtkWidget *daybook_draft_word_row   (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *title);
/* A word that is chosen. `words` ends with an entry without a label, and is borrowed. What is none of
 * them is shown as the first. */
GtkWidget *daybook_draft_choice_row (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *title,
                                     const DaybookDraftWord *words);
/* Whether it is so. `subtitle` or NULL. */
GtkWidget *daybook_draft_flag_row   (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *title,
                                     const char             *subtitle);
/* Whether a list has the name. */
GtkWidget *daybook_draft_listed_row (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *name,
                                     const char             *title);
/* The row of a list is about another one from now on. */
void       daybook_draft_listed_row_turn (GtkWidget         *row,
                                     const char             *path);
/* Whether the word at the path is this one: it can be made so, and not otherwise. */
GtkWidget *daybook_draft_chosen_row (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *word,
                                     const char             *title);
/* A limit of time, in working hours; one that depends on the case is left alone. */
GtkWidget *daybook_draft_limit_row  (DaybookRegisterDraft   *draft,
                                     const char             *path,
                                     const char             *title);

/* Calls `refresh` with the widget now and whenever the draft has changed, as long as it lives. */
void       daybook_draft_follow     (DaybookRegisterDraft   *draft,
                                     GtkWidget              *widget,
                                     void                  (*refresh) (GtkWidget *widget));

G_END_DECLS
