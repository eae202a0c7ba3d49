/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/right.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Who acts or looks, as the book knows them at this moment: with what rights, and whose pace of reveals. */
typedef struct
{
  gint64        key;     /* local; 0: nobody of the shop, as is the program: there are no limits */
  DaybookId     id;
  DaybookPerson person;  /* its name is `name` */
  char         *name;
  DaybookRights rights;
  gboolean      trusted; /* what they reveal stays while the panel is open */
  guint         quota;   /* reveals a day; 0: as many as they like */
} DaybookAuthor;

#define DAYBOOK_AUTHOR_INIT { 0 }

/* `agent` NULL: the program. `now`: UTC seconds, at which a shift may be over that nobody has ended. */
gboolean daybook_author_read  (DaybookDatabase      *db,
                               const DaybookId      *agent,
                               gint64                now,
                               DaybookAuthor        *author,
                               GError              **error);
gboolean daybook_author_may   (const DaybookAuthor  *author,
                               DaybookRight          right);
/* Errors: REFUSED. */
gboolean daybook_author_check (const DaybookAuthor  *author,
                               DaybookRight          right,
                               GError              **error);
void     daybook_author_clear (DaybookAuthor        *author);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookAuthor, daybook_author_clear)

/* Key of `local`: the role of this laptop, which limits whoever sits at it. A laptop that is paired with a server
 * gets it there. */
#define DAYBOOK_LAPTOP_ROLE "laptop_role"

G_END_DECLS
