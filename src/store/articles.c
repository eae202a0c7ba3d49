/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/articles.h"

#include "core/announcement.h"
#include "core/markdown.h"
#include "core/place-list.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* --- Rows of a statement ------------------------------------------------------------------- */

/* The rows whose keys the statement gives. */
static GPtrArray *
read_rows (DaybookReader       *reader,
           const DaybookTable  *table,
           DaybookStatement    *statement,
           GError             **error)
{
  g_autoptr(GArray) keys = daybook_statement_keys (statement, error);

  return keys != NULL ? daybook_reader_rows (reader, table, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;
}

/* SQLite takes a limit below 0 for none. */
static gint64
bound (guint limit)
{
  return limit > 0 ? (gint64) limit : -1;
}

/* The parts of an article by `sql`, which knows :article and :limit. */
static GPtrArray *
read_parts (DaybookReader       *reader,
            const DaybookTable  *table,
            const char          *sql,
            const DaybookRow    *article,
            gint64               limit,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":article", article->rowid);
  daybook_bind_int (statement, ":limit", limit);
  return read_rows (reader, table, statement, error);
}

GPtrArray *
daybook_article_revisions (DaybookReader     *reader,
                           const DaybookRow  *article,
                           guint              limit,
                           GError           **error)
{
  return read_parts (reader, &daybook_revisions,
                     "SELECT rowid FROM revisions WHERE article = :article AND deleted = 0 ORDER BY at DESC, rowid DESC LIMIT :limit",
                     article, bound (limit), error);
}

static DaybookRow *
take_first (GPtrArray   *rows,
            const char  *sentence,
            GError     **error)
{
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return daybook_row_ref (g_ptr_array_index (rows, 0));

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, sentence);
  return NULL;
}

DaybookRow *
daybook_article_revision (DaybookReader     *reader,
                          const DaybookRow  *article,
                          GError           **error)
{
  g_autoptr(GPtrArray) rows = daybook_article_revisions (reader, article, 1, error);

  return take_first (rows, _("The article has no revision."), error);
}

DaybookRow *
daybook_article_revision_numbered (DaybookReader     *reader,
                                   const DaybookRow  *article,
                                   guint              number,
                                   GError           **error)
{
  g_autofree char *sentence = g_strdup_printf (_("The article has no revision %u."), number);
  g_autoptr(GPtrArray) rows = number == 0 ? g_ptr_array_new () : read_parts (reader, &daybook_revisions,
    "SELECT rowid FROM revisions WHERE article = :article AND deleted = 0 ORDER BY at, rowid LIMIT 1 OFFSET :limit",
    article, (gint64) number - 1, error);

  return take_first (rows, sentence, error);
}

GPtrArray *
daybook_article_comments (DaybookReader     *reader,
                          const DaybookRow  *article,
                          guint              limit,
                          GError           **error)
{
  return read_parts (reader, &daybook_comments,
                     "SELECT rowid FROM comments WHERE article = :article AND deleted = 0 ORDER BY at DESC, rowid DESC LIMIT :limit",
                     article, bound (limit), error);
}

gboolean
daybook_article_uses (DaybookReader       *reader,
                      const DaybookRow    *article,
                      DaybookArticleUses  *uses,
                      GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT count (*), total (verdict = :right), total (verdict = :wrong), max (at)"
    " FROM uses WHERE article = :article AND deleted = 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":article", article->rowid);
  daybook_bind_int (statement, ":right", DAYBOOK_VERDICT_RIGHT);
  daybook_bind_int (statement, ":wrong", DAYBOOK_VERDICT_WRONG);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  *uses = (DaybookArticleUses) {
    .n = (guint) sqlite3_column_int64 (statement, 0),
    .n_right = (guint) sqlite3_column_int64 (statement, 1),
    .n_wrong = (guint) sqlite3_column_int64 (statement, 2),
    .last = sqlite3_column_int64 (statement, 3),
  };
  return TRUE;
}

/* --- Procedures ------------------------------------------------------------------------------ */

/* An article that names the register. */
typedef struct
{
  gint64          key;
  DaybookPlaceFit fit;
} Fit;

/* The index has what is looked at: no article is. */
static GArray *
find_fitting (DaybookReader  *reader,
              const char     *register_key,
              const char     *stage,
              GError        **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Fit));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid, registers FROM articles INDEXED BY articles_procedures WHERE registers IS NOT NULL AND deleted = 0", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    {
      Fit fit = { sqlite3_column_int64 (statement, 0), daybook_place_list_fit (daybook_column_text (statement, 1), register_key, stage) };

      if (fit.fit != DAYBOOK_PLACE_NONE)
        g_array_append_val (found, fit);
    }
  if (local == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, local);
  return NULL;
}

/* `data`: the fits, by key. */
static int
compare_procedures (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const DaybookRow *first = *(DaybookRow *const *) a, *second = *(DaybookRow *const *) b;
  int by_fit = GPOINTER_TO_INT (g_hash_table_lookup (data, &second->rowid)) - GPOINTER_TO_INT (g_hash_table_lookup (data, &first->rowid));
  int by_title = by_fit != 0 ? by_fit : g_utf8_collate (daybook_row_text (first, DAYBOOK_ARTICLE_TITLE), daybook_row_text (second, DAYBOOK_ARTICLE_TITLE));

  return by_title != 0 ? by_title : (first->rowid > second->rowid) - (first->rowid < second->rowid);
}

static gboolean
is_in_use (const DaybookRow *row)
{
  return daybook_row_int (row, DAYBOOK_ARTICLE_STATE) == DAYBOOK_ARTICLE_IN_USE && daybook_row_int (row, DAYBOOK_ARTICLE_DELETED) == 0;
}

/* Those in use, in their order. */
static GPtrArray *
sort_procedures (GPtrArray *rows,
                 GArray    *fits,
                 guint      limit)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < fits->len; i++)
    g_hash_table_insert (by_key, &g_array_index (fits, Fit, i).key, GINT_TO_POINTER (g_array_index (fits, Fit, i).fit));
  for (guint i = 0; i < rows->len; i++)
    if (is_in_use (g_ptr_array_index (rows, i)))
      g_ptr_array_add (sorted, daybook_row_ref (g_ptr_array_index (rows, i)));
  g_ptr_array_sort_with_data (sorted, compare_procedures, by_key);
  if (limit > 0 && sorted->len > limit)
    g_ptr_array_set_size (sorted, (int) limit);
  return sorted;
}

GPtrArray *
daybook_procedures (DaybookReader  *reader,
                    const char     *register_key,
                    const char     *stage,
                    guint           limit,
                    GError        **error)
{
  g_autoptr(GArray) fits = find_fitting (reader, register_key, stage, error);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) rows = NULL;

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    g_array_append_val (keys, g_array_index (fits, Fit, i).key);
  if (fits == NULL || (rows = daybook_reader_rows (reader, &daybook_articles, (const gint64 *) (void *) keys->data, keys->len, error)) == NULL)
    return NULL;

  return sort_procedures (rows, fits, limit);
}

/* --- Others ------------------------------------------------------------------------------------ */

/* Articles by `sql`, which may know :id, :now, :state and :limit. */
static GPtrArray *
read_articles (DaybookReader    *reader,
               const char       *sql,
               const DaybookId  *id,
               gint64            now,
               gint64            limit,
               GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);

  if (statement == NULL)
    return NULL;

  if (id != NULL)
    daybook_bind_id (statement, ":id", id);
  else
    {
      daybook_bind_int (statement, ":now", now);
      daybook_bind_int (statement, ":limit", limit);
    }
  return read_rows (reader, &daybook_articles, statement, error);
}

DaybookRow *
daybook_product_page (DaybookReader    *reader,
                      const DaybookId  *product,
                      GError          **error)
{
  g_autoptr(GPtrArray) rows = read_articles (reader,
    "SELECT a.rowid FROM articles a JOIN products p ON p.rowid = a.product"
    " WHERE p.id = :id AND a.deleted = 0 AND a.state = 0 ORDER BY a.changed_at DESC, a.rowid DESC LIMIT 1", product, 0, 0, error);

  return rows != NULL && rows->len > 0 ? daybook_row_ref (g_ptr_array_index (rows, 0)) : NULL;
}

GPtrArray *
daybook_product_articles (DaybookReader    *reader,
                          const DaybookId  *product,
                          guint             limit,
                          GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT a.rowid FROM articles a JOIN products o ON o.id = :id WHERE a.product IS NOT NULL AND a.deleted = 0 AND a.product IN"
    " (SELECT rowid FROM products WHERE id = :id"
    "  UNION SELECT p.rowid FROM products q JOIN products p ON p.sku = q.sku WHERE q.id = :id AND q.sku IS NOT NULL AND p.sku IS NOT NULL"
    "  UNION SELECT p.rowid FROM products q JOIN products p ON p.title = q.title WHERE q.id = :id AND p.deleted = 0)"
    " ORDER BY a.product <> o.rowid, a.state, a.changed_at DESC, a.rowid DESC LIMIT :limit", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":id", product);
  daybook_bind_int (statement, ":limit", bound (limit));
  return read_rows (reader, &daybook_articles, statement, error);
}

/* --- What leads to one ------------------------------------------------------------------------- */

/* A target is written as it is parsed: nothing else of a body has an id in it. */
static GPtrArray *
read_linking (DaybookReader     *reader,
              const DaybookRow  *article,
              guint              limit,
              GError           **error)
{
  g_autofree char *id = daybook_id_to_string (&article->id);
  g_autofree char *target = g_strconcat (DAYBOOK_MARKDOWN_ARTICLE_SCHEME, id, NULL);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM articles WHERE deleted = 0 AND rowid <> :article AND instr (body, :target) > 0 ORDER BY title, rowid LIMIT :limit", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":article", article->rowid);
  daybook_bind_text (statement, ":target", target);
  daybook_bind_int (statement, ":limit", bound (limit));
  return read_rows (reader, &daybook_articles, statement, error);
}

GPtrArray *
daybook_article_backlinks (DaybookReader     *reader,
                           const DaybookRow  *article,
                           guint              limit,
                           GError           **error)
{
  g_autoptr(GPtrArray) linking = read_linking (reader, article, limit, error);
  g_autoptr(GPtrArray) told = linking == NULL ? NULL : read_parts (reader, &daybook_announcements,
    "SELECT rowid FROM announcements WHERE article = :article AND deleted = 0 ORDER BY at DESC, rowid DESC LIMIT :limit",
    article, bound (limit), error);

  if (told == NULL)
    return NULL;

  g_ptr_array_extend (linking, told, (GCopyFunc) (GCallback) daybook_row_ref, NULL);
  return g_steal_pointer (&linking);
}

/* --- Products -------------------------------------------------------------------------------------- */

gboolean
daybook_product_numbered (DaybookReader  *reader,
                          const char     *number,
                          DaybookId      *id,
                          GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT id FROM (SELECT id, 0 AS place, rowid AS age FROM products WHERE number = :number AND deleted = 0"
    " UNION ALL SELECT id, 1, rowid FROM products WHERE sku IS NOT NULL AND sku = :number AND deleted = 0) ORDER BY place, age LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":number", number);
  return daybook_statement_next (statement, error) && daybook_column_id (statement, 0, id);
}

GPtrArray *
daybook_articles_to_review (DaybookReader  *reader,
                            gint64          now,
                            guint           limit,
                            GError        **error)
{
  return read_articles (reader,
    "SELECT rowid FROM articles INDEXED BY articles_review"
    " WHERE review_by IS NOT NULL AND review_by <= :now AND deleted = 0 AND state = 0 ORDER BY review_by, rowid LIMIT :limit",
    NULL, now, bound (limit), error);
}

GPtrArray *
daybook_articles_of_case (DaybookReader    *reader,
                          const DaybookId  *of,
                          GError          **error)
{
  return read_articles (reader,
    "SELECT a.rowid FROM articles a JOIN cases c ON c.rowid = a.\"case\""
    " WHERE c.id = :id AND a.deleted = 0 ORDER BY a.rowid DESC", of, 0, 0, error);
}
