/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-parts.h"

#include "core/case.h"
#include "core/fields.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

static const DaybookWord LINK_WORDS[] = {
  [DAYBOOK_LINK_RELATED] = WORD ("related", "link", "Belongs to"),
  [DAYBOOK_LINK_FOLLOWS] = WORD ("follows", "link", "Follows from"),
  [DAYBOOK_LINK_DUPLICATE] = WORD ("duplicate", "link", "Is the same as"),
  { NULL, NULL, NULL },
};

static const DaybookField LINE_FIELDS[] = {
  [DAYBOOK_CASE_LINE_DELETED] = DELETED_FIELD,
  [DAYBOOK_CASE_LINE_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CASE_LINE_LINE] = { "line", N_("Order line"), REF (REGISTER, "order_line") },
  [DAYBOOK_CASE_LINE_TITLE] = { "title", N_("Goods"), TEXT (REGISTER) },
  [DAYBOOK_CASE_LINE_QUANTITY] = { "quantity", N_("Quantity"), INT (REGISTER) },
  [DAYBOOK_CASE_LINE_RECEIVED] = { "received", N_("Received"), INT (REGISTER) },
  [DAYBOOK_CASE_LINE_DAMAGED] = { "damaged", N_("Damaged"), INT (REGISTER) },
  [DAYBOOK_CASE_LINE_REASON] = { "reason", N_("Reason"), TEXT (REGISTER) },
};

static const DaybookField LINK_FIELDS[] = {
  [DAYBOOK_CASE_LINK_DELETED] = DELETED_FIELD,
  [DAYBOOK_CASE_LINK_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CASE_LINK_OTHER] = { "other", N_("Other case"), REF (APPEND_ONLY, "case"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CASE_LINK_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, LINK_WORDS) },
};

static const DaybookField WATCHER_FIELDS[] = {
  [DAYBOOK_WATCHER_DELETED] = DELETED_FIELD,
  [DAYBOOK_WATCHER_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_WATCHER_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent"), .flags = DAYBOOK_FIELD_REQUIRED },
};

static const DaybookField ATTACHMENT_FIELDS[] = {
  [DAYBOOK_ATTACHMENT_DELETED] = DELETED_FIELD,
  [DAYBOOK_ATTACHMENT_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_ATTACHMENT_HASH] = { "hash", N_("Hash"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_ATTACHMENT_NAME] = { "name", N_("File name"), TEXT (REGISTER) },
  [DAYBOOK_ATTACHMENT_MEDIA] = { "media", N_("Media type"), TEXT (APPEND_ONLY) },
  [DAYBOOK_ATTACHMENT_SIZE] = { "size", N_("Size"), INT (APPEND_ONLY) },
  [DAYBOOK_ATTACHMENT_WIDTH] = { "width", N_("Width"), INT (APPEND_ONLY) },
  [DAYBOOK_ATTACHMENT_HEIGHT] = { "height", N_("Height"), INT (APPEND_ONLY) },
  [DAYBOOK_ATTACHMENT_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_ATTACHMENT_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
};

const DaybookTable daybook_case_lines = {
  "case_line", "case_lines", N_("Goods of a case"), N_("Goods of cases"),
  LINE_FIELDS, G_N_ELEMENTS (LINE_FIELDS), DAYBOOK_CASE_LINE_CASE, DAYBOOK_CASE_LINE_TITLE, -1,
};

const DaybookTable daybook_case_links = {
  "case_link", "case_links", N_("Link"), N_("Links"),
  LINK_FIELDS, G_N_ELEMENTS (LINK_FIELDS), DAYBOOK_CASE_LINK_CASE, DAYBOOK_CASE_LINK_KIND, -1,
};

const DaybookTable daybook_watchers = {
  "watcher", "watchers", N_("Watcher"), N_("Watchers"),
  WATCHER_FIELDS, G_N_ELEMENTS (WATCHER_FIELDS), DAYBOOK_WATCHER_CASE, DAYBOOK_WATCHER_AGENT, -1,
};

const DaybookTable daybook_attachments = {
  "attachment", "attachments", N_("Attachment"), N_("Attachments"),
  ATTACHMENT_FIELDS, G_N_ELEMENTS (ATTACHMENT_FIELDS), DAYBOOK_ATTACHMENT_CASE, DAYBOOK_ATTACHMENT_NAME, -1,
};

void
daybook_case_part_copy (DaybookEdit      *edit,
                        const DaybookRow *part,
                        const DaybookId  *of,
                        gint64            now)
{
  const DaybookTable *table = part->table;
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, table, &id);
  for (guint i = DAYBOOK_FIELD_DELETED + 1; i < table->n_fields; i++)
    if ((int) i == table->owner)
      daybook_edit_give (edit, i, daybook_value_id (of));
    else if (daybook_row_has (part, i))
      daybook_edit_give (edit, i, daybook_value_copy (&part->values[i]));
}

static void
derive (DaybookId       *id,
        const char      *kind,
        const DaybookId *a,
        const DaybookId *b)
{
  char first[DAYBOOK_ID_STRING_SIZE], second[DAYBOOK_ID_STRING_SIZE];
  const char *const parts[] = { first, second };

  daybook_id_print (a, first);
  daybook_id_print (b, second);
  daybook_id_derive (id, kind, parts, G_N_ELEMENTS (parts));
}

void
daybook_case_link_id (DaybookId       *id,
                      const DaybookId *from,
                      const DaybookId *other)
{
  derive (id, daybook_case_links.kind, from, other);
}

void
daybook_watcher_id (DaybookId       *id,
                    const DaybookId *of,
                    const DaybookId *agent)
{
  derive (id, daybook_watchers.kind, of, agent);
}

/* --- Links --------------------------------------------------------------------------- */

const DaybookId *
daybook_case_link_far (const DaybookRow *link,
                       const DaybookId  *of)
{
  const DaybookId *from = daybook_row_ref_id (link, DAYBOOK_CASE_LINK_CASE);

  return from != NULL && daybook_id_equal (from, of) ? daybook_row_ref_id (link, DAYBOOK_CASE_LINK_OTHER) : from;
}

const DaybookRow *
daybook_case_link_find (GPtrArray       *links,
                        const DaybookId *other)
{
  for (guint i = 0; i < links->len; i++)
    {
      const DaybookRow *link = g_ptr_array_index (links, i);
      const DaybookId *from = daybook_row_ref_id (link, DAYBOOK_CASE_LINK_CASE);
      const DaybookId *to = daybook_row_ref_id (link, DAYBOOK_CASE_LINK_OTHER);

      if ((from != NULL && daybook_id_equal (from, other)) || (to != NULL && daybook_id_equal (to, other)))
        return link;
    }

  return NULL;
}

const char *
daybook_case_link_words (const DaybookRow *link,
                         const DaybookId  *of)
{
  gint64 kind = daybook_row_int (link, DAYBOOK_CASE_LINK_KIND);
  const DaybookId *from = daybook_row_ref_id (link, DAYBOOK_CASE_LINK_CASE);

  if (kind == DAYBOOK_LINK_FOLLOWS && from != NULL && !daybook_id_equal (from, of))
    /* Translators: of a link between two cases: the other one came of this one. */
    return _("Led to");

  return daybook_words_enum (&daybook_case_links.fields[DAYBOOK_CASE_LINK_KIND], kind);
}

char *
daybook_case_link_title (const DaybookRow *other)
{
  /* Translators: of a case; %s is the number of another one: “R-A2031”. */
  return g_strdup_printf (_("Linked to %s"), daybook_row_text (other, DAYBOOK_CASE_NUMBER));
}

static void
create_link (DaybookEdit         *edit,
             const DaybookId     *from,
             const DaybookId     *other,
             DaybookCaseLinkKind  kind)
{
  DaybookId id;

  daybook_case_link_id (&id, from, other);
  daybook_edit_create (edit, &daybook_case_links, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_CASE, daybook_value_id (from));
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_OTHER, daybook_value_id (other));
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_KIND, daybook_value_int (kind));
}

/* Which end it hangs on is written once: said from the other side, one that has a direction is
 * another row. */
gboolean
daybook_case_link_add (DaybookEdit          *edit,
                       GPtrArray            *links,
                       const DaybookId      *from,
                       const DaybookId      *other,
                       DaybookCaseLinkKind   kind,
                       GError              **error)
{
  const DaybookRow *known = daybook_case_link_find (links, other);
  gboolean turned = known != NULL && kind == DAYBOOK_LINK_FOLLOWS
                    && !daybook_id_equal (daybook_row_ref_id (known, DAYBOOK_CASE_LINK_CASE), from);

  if (daybook_id_equal (from, other))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("A case is not linked to itself."));
      return FALSE;
    }

  if (turned)
    daybook_edit_delete (edit, &daybook_case_links, &known->id);
  if (known != NULL && !turned)
    daybook_edit_set (edit, &daybook_case_links, &known->id, DAYBOOK_CASE_LINK_KIND, daybook_value_int (kind));
  else
    create_link (edit, from, other, kind);
  return TRUE;
}

void
daybook_watcher_add (DaybookEdit     *edit,
                     const DaybookId *of,
                     const DaybookId *agent)
{
  DaybookId id;

  daybook_watcher_id (&id, of, agent);
  daybook_edit_create (edit, &daybook_watchers, &id);
  daybook_edit_give (edit, DAYBOOK_WATCHER_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_WATCHER_AGENT, daybook_value_id (agent));
}
