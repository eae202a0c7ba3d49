/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/json-lines.h"

G_BEGIN_DECLS

/* A member that is wrong: `object` is borrowed. */
typedef struct
{
  JsonObject *object;
  char       *member;
  char       *why;
} DaybookRegisterFault;

/* How a register's definition is read, member by member: the first that is wrong is kept,
 * with its line, and reading goes on harmlessly. Of core/register-*.c, core/pass.c, core/guard-list.c
 * and core/phrase-starter.c alone. */
typedef struct
{
  DaybookJsonLines *lines; /* or NULL: the text is none that a person wrote as it stands */
  char             *wrong; /* a sentence, or NULL */
  guint             line;
  GPtrArray        *faults; /* DaybookRegisterFault: gets all that is wrong; or NULL */
} DaybookRegisterRead;

/* What a member is called that says in which order the members of another one stand: a merge patch
 * cannot. */
#define DAYBOOK_ORDER_SUFFIX "_order"

typedef enum
{
  DAYBOOK_MEMBER_OPTIONAL,
  DAYBOOK_MEMBER_REQUIRED,
} DaybookMemberNeed;

/* Takes over `why`. */
void         daybook_register_wrong   (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       char                *why);
/* NULL where there is none. */
const char  *daybook_register_text    (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       DaybookMemberNeed    need);
/* Which of the texts, one for each language, is for people in theirs; NULL: none is. */
const char  *daybook_register_language (JsonObject         *texts);
/* What theirs is called. */
const char  *daybook_register_own_language (void);
/* What people read of such texts, or of one; NULL where it is neither. */
const char  *daybook_register_text_of (JsonNode            *node);
/* A text for people: one, or one for each language, of which theirs. NULL where there is
 * none. (transfer full) */
char        *daybook_register_label   (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       DaybookMemberNeed    need);
gboolean     daybook_register_flag    (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member);
guint        daybook_register_count   (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       guint                most,
                                       guint                otherwise);
/* Empty where there is none. (transfer full) */
char       **daybook_register_texts   (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member);
/* The elements of a list in that member, or the one object that stands for a list of it. Empty
 * where there is none. (transfer container) */
GPtrArray   *daybook_register_list    (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member);
/* A text of a list; NULL: it is none, which is not wrong yet. */
const char  *daybook_register_element (JsonNode            *node);
/* The place of the member's word in `words`, which end with NULL; `otherwise` where there is
 * no member. */
guint        daybook_register_word    (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       const char *const   *words,
                                       guint                otherwise);
/* NULL where there is none. */
JsonObject  *daybook_register_object  (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       DaybookMemberNeed    need);

/* One member of an object whose members are objects, or texts for people. */
typedef void (*DaybookRegisterEach)   (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *key,
                                       gpointer             data);
/* The keys in the object that is the member, in their order: those that the member `…_order`
 * beside it names come first, as it names them. Empty where there is no such object. (transfer full) */
char       **daybook_register_keys    (JsonObject          *object,
                                       const char          *member);
/* In that order. A key that is none is wrong. */
void         daybook_register_each    (DaybookRegisterRead *read,
                                       JsonObject          *object,
                                       const char          *member,
                                       DaybookMemberNeed    need,
                                       DaybookRegisterEach  each,
                                       gpointer             data);

G_END_DECLS
