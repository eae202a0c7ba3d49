/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What belongs to a case (core/case.h) and goes where it goes. */

/* Goods that a case is about. */
enum
{
  DAYBOOK_CASE_LINE_DELETED,
  DAYBOOK_CASE_LINE_CASE,
  DAYBOOK_CASE_LINE_LINE,     /* of the order, or none */
  DAYBOOK_CASE_LINE_TITLE,    /* of goods that are in no order */
  DAYBOOK_CASE_LINE_QUANTITY, /* of which the case is */
  DAYBOOK_CASE_LINE_RECEIVED, /* so many came back */
  DAYBOOK_CASE_LINE_DAMAGED,  /* so many of these are damaged */
  DAYBOOK_CASE_LINE_REASON,   /* key of one of the register's reasons */
  DAYBOOK_CASE_LINE_N_FIELDS,
};

/* How two cases belong together. Stored: append only. */
typedef enum
{
  DAYBOOK_LINK_RELATED,
  DAYBOOK_LINK_FOLLOWS,   /* this one came of the other: a resend of a damage */
  DAYBOOK_LINK_DUPLICATE,
} DaybookCaseLinkKind;

enum
{
  DAYBOOK_CASE_LINK_DELETED,
  DAYBOOK_CASE_LINK_CASE,
  DAYBOOK_CASE_LINK_OTHER,
  DAYBOOK_CASE_LINK_KIND,
  DAYBOOK_CASE_LINK_N_FIELDS,
};

enum
{
  DAYBOOK_WATCHER_DELETED,
  DAYBOOK_WATCHER_CASE,
  DAYBOOK_WATCHER_AGENT,
  DAYBOOK_WATCHER_N_FIELDS,
};

/* A file of a case: a photo that proves something. */
enum
{
  DAYBOOK_ATTACHMENT_DELETED,
  DAYBOOK_ATTACHMENT_CASE,
  DAYBOOK_ATTACHMENT_HASH,   /* SHA-256 of what it holds: where that is */
  DAYBOOK_ATTACHMENT_NAME,
  DAYBOOK_ATTACHMENT_MEDIA,
  DAYBOOK_ATTACHMENT_SIZE,   /* bytes */
  DAYBOOK_ATTACHMENT_WIDTH,  /* pixels */
  DAYBOOK_ATTACHMENT_HEIGHT,
  DAYBOOK_ATTACHMENT_AT,
  DAYBOOK_ATTACHMENT_AGENT,
  DAYBOOK_ATTACHMENT_N_FIELDS,
};

extern const DaybookTable daybook_case_lines;
extern const DaybookTable daybook_case_links;
extern const DaybookTable daybook_watchers;
extern const DaybookTable daybook_attachments;

/* Adds to the edit a part (goods, a file) like `part`, of the case `of`. */
void daybook_case_part_copy (DaybookEdit      *edit,
                             const DaybookRow *part,
                             const DaybookId  *of,
                             gint64            now);

/* Ids that are the same on every laptop: made twice, it is one. */
void daybook_case_link_id (DaybookId       *id,
                           const DaybookId *from,
                           const DaybookId *other);
void daybook_watcher_id   (DaybookId       *id,
                           const DaybookId *of,
                           const DaybookId *agent);

/* Adds to the edit that the two belong together. `links` are those of `from`, from either side: two
 * cases have one link, and one that is there becomes one of this kind.
 * Errors: CONSTRAINT: it is one case. */
gboolean          daybook_case_link_add   (DaybookEdit          *edit,
                                           GPtrArray            *links,
                                           const DaybookId      *from,
                                           const DaybookId      *other,
                                           DaybookCaseLinkKind   kind,
                                           GError              **error);
/* What the act is called: “Linked to R-A2031”. (transfer full) */
char             *daybook_case_link_title (const DaybookRow     *other);
/* The link to `other` among those of a case; NULL: there is none. */
const DaybookRow *daybook_case_link_find  (GPtrArray            *links,
                                           const DaybookId      *other);
/* The case at the other end of a link of `of`. */
const DaybookId  *daybook_case_link_far   (const DaybookRow     *link,
                                           const DaybookId      *of);
/* How the case belongs to the one at the other end: “Follows from”, or seen from there “Led to”. */
const char       *daybook_case_link_words (const DaybookRow     *link,
                                           const DaybookId      *of);
/* Adds to the edit that the agent watches the case. */
void              daybook_watcher_add     (DaybookEdit          *edit,
                                           const DaybookId      *of,
                                           const DaybookId      *agent);

G_END_DECLS
