/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"

G_BEGIN_DECLS

/* A register's definition while a person changes it. What it holds is told by paths: "title",
 * "fields/door/label", "stages/open/moves", "fields/door/choices/front". Names of new members are
 * made from what they are called, and stay then; what cases may have by now is retired and not
 * removed. Main thread, or any other alone. */

#define DAYBOOK_TYPE_REGISTER_DRAFT (daybook_register_draft_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegisterDraft, daybook_register_draft, DAYBOOK, REGISTER_DRAFT, GObject)

/* Another register of the shop: its name and its letters are taken. */
typedef struct
{
  char *key;
  char *prefix;
  char *title;
} DaybookRegisterOther;

/* Something that keeps it from being saved. */
typedef struct
{
  char *path; /* what it is about */
  char *text; /* a sentence */
} DaybookRegisterProblem;

/* A register that begins: open, in work, done. `others` (DaybookRegisterOther), here and below, is
 * consumed, or NULL. */
DaybookRegisterDraft *daybook_register_draft_new         (GPtrArray             *others);
/* One that there is; `text` is what is in force.
 * Errors: FORMAT, with a reason for the middle of a sentence. */
DaybookRegisterDraft *daybook_register_draft_new_of      (const char            *text,
                                                          GPtrArray             *others,
                                                          GError               **error);
/* A new one that is like another. Errors: as above. */
DaybookRegisterDraft *daybook_register_draft_new_like    (const char            *text,
                                                          GPtrArray             *others,
                                                          GError               **error);
GPtrArray            *daybook_register_others_new        (void);
void                  daybook_register_others_add        (GPtrArray             *others,
                                                          const char            *key,
                                                          const char            *prefix,
                                                          const char            *title);

/* Which others there are by now; consumed. */
void                  daybook_register_draft_set_others  (DaybookRegisterDraft  *self,
                                                          GPtrArray             *others);
/* Puts another definition in its place, as a person who takes one from a file does. A new one keeps
 * the name that the file gives it. Errors: as above. */
gboolean              daybook_register_draft_take        (DaybookRegisterDraft  *self,
                                                          const char            *text,
                                                          GError               **error);
/* What is to be saved. (transfer full) */
char                 *daybook_register_draft_print       (DaybookRegisterDraft  *self);
gboolean              daybook_register_draft_is_new      (DaybookRegisterDraft  *self);
/* Whether anything differs from what was opened. */
gboolean              daybook_register_draft_is_changed  (DaybookRegisterDraft  *self);
/* Somebody else has saved the register meanwhile, as `text`: what was changed here goes onto that.
 * Returns the paths of what both have changed, where this draft's stays; ends with NULL.
 * (transfer full) Errors: as above; nothing has changed then. */
char                **daybook_register_draft_rebase      (DaybookRegisterDraft  *self,
                                                          const char            *text,
                                                          GError               **error);

/* The definition as it is by now; while there are problems, as it was before them. */
DaybookRegister      *daybook_register_draft_get_definition (DaybookRegisterDraft *self);
/* (element-type DaybookRegisterProblem) */
GPtrArray            *daybook_register_draft_get_problems (DaybookRegisterDraft *self);
/* The sentence of the first problem of what is at the path or within it, or NULL. */
const char           *daybook_register_draft_find_problem (DaybookRegisterDraft *self,
                                                          const char            *path);

/* A text for people, in their language: "" where there is none. */
const char           *daybook_register_draft_get_text    (DaybookRegisterDraft  *self,
                                                          const char            *path);
/* Other languages keep theirs. "" takes away what may be left out: `help`, `one`. */
void                  daybook_register_draft_set_text    (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *text);
/* A word of the definition, or NULL. NULL takes it away. */
const char           *daybook_register_draft_get_word    (DaybookRegisterDraft  *self,
                                                          const char            *path);
void                  daybook_register_draft_set_word    (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *word);
/* The time of a limit at the path, `respond` or "stages/…/step", such as 24h; "" takes it away. */
void                  daybook_register_draft_set_within  (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *within);
gboolean              daybook_register_draft_get_flag    (DaybookRegisterDraft  *self,
                                                          const char            *path);
void                  daybook_register_draft_set_flag    (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          gboolean               flag);
/* A number; 0 where there is none, and takes it away. */
guint                 daybook_register_draft_get_count   (DaybookRegisterDraft  *self,
                                                          const char            *path);
void                  daybook_register_draft_set_count   (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          guint                  count);
/* Whether a list has the name, and that it has; what else is in the list stays. Of `assign`, roles, a
 * definition that has no list means all but those who only read, and one of them stays. */
gboolean              daybook_register_draft_lists       (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *name);
void                  daybook_register_draft_list        (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *name,
                                                          gboolean               listed);
/* Whether there is anything at the path; and whether it is several, or one that depends on the case:
 * an editor of simple ones leaves it alone. */
gboolean              daybook_register_draft_has         (DaybookRegisterDraft  *self,
                                                          const char            *path);
gboolean              daybook_register_draft_is_conditional (DaybookRegisterDraft *self,
                                                          const char            *path);

/* The names at "fields", "stages", "reasons", "causes", "questions", "fields/…/choices", in their
 * order, or of a list: "columns". (transfer full) */
char                **daybook_register_draft_get_keys    (DaybookRegisterDraft  *self,
                                                          const char            *path);
/* Adds a member there that people call `label`; of a stage, between the last that is worked in and
 * the first end, with ways there and on. Returns its name. (transfer full) */
char                 *daybook_register_draft_add         (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *label);
/* Moves a member, or a name of a list, by one. FALSE at the end. */
gboolean              daybook_register_draft_move        (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          const char            *key,
                                                          int                    step);
/* Whether it is in what was opened: cases may have it. */
gboolean              daybook_register_draft_is_saved    (DaybookRegisterDraft  *self,
                                                          const char            *path);
/* Retired, it is offered to no case, and those that have it keep it. */
gboolean              daybook_register_draft_is_retired  (DaybookRegisterDraft  *self,
                                                          const char            *path);
void                  daybook_register_draft_retire      (DaybookRegisterDraft  *self,
                                                          const char            *path,
                                                          gboolean               retired);
/* Takes away what was never saved, and all that names it. */
void                  daybook_register_draft_remove      (DaybookRegisterDraft  *self,
                                                          const char            *path);

/* Signal `changed`: anything, and with it maybe the problems. */

G_END_DECLS
