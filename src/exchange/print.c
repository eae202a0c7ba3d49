/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/print.h"

#include "core/case.h"
#include "exchange/articles-export.h"
#include "exchange/export.h"
#include "exchange/print-case.h"
#include "exchange/print-form.h"
#include "exchange/progress.h"
#include "store/consents.h"
#include "store/registers.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

struct _DaybookPrint
{
  GObject                parent_instance;

  /* Of the main thread until it runs, then of the thread that does. */
  DaybookStore          *store;
  DaybookId              id;       /* of the case */
  char                  *form;     /* key of the register whose form it is, or NULL */
  gboolean               articles; /* neither: */
  GArray                *keys;     /* gint64: of the articles; NULL: all */
  char                  *path;     /* of the file, or NULL */
  DaybookDisclosure     *disclosure; /* NULL: masked */
  DaybookLook            look;
  DaybookPrinted         printed;
  GTimeZone             *zone;
  char                  *currency;
  GFileProgressCallback  progress; /* or NULL */
  gpointer               progress_data;
};

G_DEFINE_FINAL_TYPE (DaybookPrint, daybook_print, G_TYPE_OBJECT)

static DaybookRegister *
find_register (DaybookReader  *reader,
               const char     *key,
               GError        **error)
{
  DaybookRegister *definition = daybook_reader_register (reader, key);

  if (definition == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no register “%s”."), key);
  return definition;
}

static gboolean
log_look (DaybookPrint     *self,
          const DaybookRow *row,
          GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&self->look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (self->disclosure == NULL || !daybook_table_has_masks (row->table))
    return TRUE;

  daybook_reveal_add_row (edit, &self->look, row->table, &row->id);
  outcome = daybook_store_commit (self->store, edit, error);
  return outcome != NULL;
}

/* One row has nothing that could be left out. */
static gboolean
check_consent (DaybookPrint         *self,
               const DaybookManner  *manner,
               const DaybookRow     *row,
               GError              **error)
{
  g_autoptr(GArray) keys = NULL;
  g_autoptr(GArray) kept = NULL;

  if (self->disclosure == NULL || self->disclosure->basis != DAYBOOK_BASIS_CONSENT)
    return TRUE;

  keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (keys, row->rowid);
  kept = daybook_reader_consenting (manner->reader, row->table, keys, error);
  if (kept == NULL || kept->len > 0)
    return kept != NULL;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("This customer has not given consent. Print it masked, or say by what other right it is given away."));
  return FALSE;
}

static DaybookPaper *
print_case (DaybookPrint         *self,
            const DaybookManner  *manner,
            GError              **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (manner->reader, &daybook_cases, &self->id, error);
  DaybookRegister *definition = row != NULL ? find_register (manner->reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER), error) : NULL;

  if (definition == NULL || !check_consent (self, manner, row, error) || !log_look (self, row, error))
    return NULL;

  return daybook_print_case (manner, &self->printed, definition, row, error);
}

static DaybookPaper *
print_form (DaybookPrint         *self,
            const DaybookManner  *manner,
            GError              **error)
{
  DaybookRegister *definition = find_register (manner->reader, self->form, error);

  return definition != NULL ? daybook_print_form (manner, &self->printed, definition) : NULL;
}

static DaybookPaper *
fill (DaybookPrint  *self,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (self->store, error);
  DaybookManner manner = { reader, self->zone, self->currency,
                           self->disclosure != NULL ? DAYBOOK_SHOW_REVEALED : DAYBOOK_SHOW_MASKED };

  if (reader == NULL)
    return NULL;

  daybook_reader_set_cancellable (reader, cancellable);
  return self->form != NULL ? print_form (self, &manner, error) : print_case (self, &manner, error);
}

static void
tell (goffset  done,
      goffset  total,
      gpointer data)
{
  DaybookPrint *self = data;

  if (self->progress != NULL)
    daybook_progress_send (NULL, self->progress, self->progress_data, (guint64) done, (guint64) total);
}

/* NULL without error: they are in files. */
static DaybookPaper *
run_articles (DaybookPrint  *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (self->store, error);
  const DaybookArticlesWish wish = { self->keys, tell, self };
  DaybookArticlesFormat format;
  guint n;

  if (reader == NULL)
    return NULL;
  if (self->path == NULL)
    return daybook_articles_export_paper (self->store, reader, &wish, cancellable, error);

  if (daybook_articles_format_find (self->path, &format))
    daybook_articles_export_file (self->store, reader, &wish, self->path, format, &n, cancellable, error);
  else
    daybook_articles_export_folder (self->store, reader, &wish, self->path, &n, cancellable, error);
  return NULL;
}

/* The file is begun first: where there can be none, nobody has seen anything. */
static DaybookPaper *
run_paper (DaybookPrint  *self,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(DaybookNewFile) file = self->path != NULL ? daybook_new_file_create (self->path, error) : NULL;
  g_autoptr(DaybookPaper) paper = self->path == NULL || file != NULL ? fill (self, cancellable, error) : NULL;

  if (paper == NULL)
    return NULL;
  if (file != NULL && (!daybook_paper_write (paper, file, cancellable, error) || !daybook_new_file_keep (file, error)))
    return NULL;

  return g_steal_pointer (&paper);
}

static DaybookPaper *
run (DaybookPrint  *self,
     GCancellable  *cancellable,
     GError       **error)
{
  return self->articles ? run_articles (self, cancellable, error) : run_paper (self, cancellable, error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  DaybookPaper *paper = run (source, cancellable, &error);

  if (error == NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) daybook_paper_free);
  else
    g_task_return_error (task, error);
}

static void
daybook_print_finalize (GObject *object)
{
  DaybookPrint *self = DAYBOOK_PRINT (object);

  g_object_unref (self->store);
  g_time_zone_unref (self->zone);
  g_free (self->form);
  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self->path);
  g_free (self->currency);
  g_clear_pointer (&self->disclosure, daybook_disclosure_free);
  G_OBJECT_CLASS (daybook_print_parent_class)->finalize (object);
}

static void
daybook_print_class_init (DaybookPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_print_finalize;
}

static void
daybook_print_init (DaybookPrint *self)
{
}

static DaybookPrint *
new_print (DaybookStore *store)
{
  DaybookPrint *self = g_object_new (DAYBOOK_TYPE_PRINT, NULL);

  self->store = g_object_ref (store);
  self->zone = g_time_zone_ref (daybook_store_get_zone (store));
  self->currency = g_strdup (daybook_store_get_currency (store));
  return self;
}

DaybookPrint *
daybook_print_new_case (DaybookStore    *store,
                        const DaybookId *id)
{
  DaybookPrint *self = new_print (store);

  self->id = *id;
  return self;
}

DaybookPrint *
daybook_print_new_form (DaybookStore *store,
                        const char   *key)
{
  DaybookPrint *self = new_print (store);

  self->form = g_strdup (key);
  return self;
}

DaybookPrint *
daybook_print_new_articles (DaybookStore *store,
                            GArray       *keys)
{
  DaybookPrint *self = new_print (store);

  self->articles = TRUE;
  self->keys = keys;
  return self;
}

gboolean
daybook_print_fits (DaybookPrint *self,
                    const char   *path)
{
  DaybookArticlesFormat format;

  return self->articles ? daybook_articles_format_find (path, &format) : g_str_has_suffix (path, ".pdf");
}

gboolean
daybook_print_has_masks (DaybookPrint *self)
{
  return !self->articles;
}

const DaybookId *
daybook_print_get_case (DaybookPrint *self)
{
  return self->articles || self->form != NULL ? NULL : &self->id;
}

void
daybook_print_set_path (DaybookPrint *self,
                        const char   *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

void
daybook_print_disclose (DaybookPrint            *self,
                        const DaybookDisclosure *disclosure)
{
  g_clear_pointer (&self->disclosure, daybook_disclosure_free);
  self->disclosure = daybook_disclosure_copy (disclosure);
}

static gboolean
take_person (DaybookPrint  *self,
             GError       **error)
{
  daybook_export_note_person (self->store, &self->look, &self->printed);
  return self->disclosure == NULL
         || (daybook_export_check_person (self->store, error) && daybook_disclosure_tell (self->disclosure, &self->look, error));
}

DaybookPaper *
daybook_print_run (DaybookPrint  *self,
                   GError       **error)
{
  return take_person (self, error) ? run (self, NULL, error) : NULL;
}

void
daybook_print_run_async (DaybookPrint          *self,
                         GFileProgressCallback  progress,
                         gpointer               progress_data,
                         GCancellable          *cancellable,
                         GAsyncReadyCallback    callback,
                         gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  GError *error = NULL;

  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_source_tag (task, daybook_print_run_async);
  if (take_person (self, &error))
    daybook_task_run_in_thread (task, run_in_thread);
  else
    g_task_return_error (task, error);
}

DaybookPaper *
daybook_print_run_finish (DaybookPrint  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
