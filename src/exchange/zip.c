/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ZIP is a workbook of one kind or another, or an archive with files in it. */

#include "exchange/refuse.h"
#include "exchange/table-private.h"
#include "exchange/zip-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_name (GPtrArray  *entries,
          const char *beginning)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const DaybookZipEntry *entry = g_ptr_array_index (entries, i);

      if (g_ascii_strncasecmp (entry->name, beginning, strlen (beginning)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What no table is read from. */
static gboolean
check_kind (GPtrArray  *entries,
            GError    **error)
{
  if (has_name (entries, "xl/workbook.bin"))
    return daybook_refuse (error, _("This is a binary workbook (XLSB). Open it in a spreadsheet program, "
                                    "save it as XLSX or CSV, and import that."));
  if (has_name (entries, "word/") || has_name (entries, "ppt/"))
    return daybook_refuse_document (error);
  if (has_name (entries, "Index/Document.iwa") || has_name (entries, "Index.zip"))
    return daybook_refuse (error, _("This is an Apple Numbers document. Export it as CSV or Excel in Numbers, and import that."));
  /* So LibreOffice locks a whole document since 24.8. */
  return has_name (entries, "encrypted-package") ? daybook_refuse_encrypted (error) : TRUE;
}

DaybookTableReader *
daybook_zip_open (const char                *path,
                  const DaybookTableAccess  *access,
                  GError                   **error)
{
  g_autoptr(GPtrArray) entries = daybook_zip_entries (path, error);

  if (entries == NULL)
    return NULL;
  if (has_name (entries, "xl/workbook.xml"))
    return daybook_xlsx_open (path, error);
  if (!check_kind (entries, error))
    return NULL;
  if (has_name (entries, "content.xml"))
    return daybook_ods_open (path, error);
  if (access != NULL)
    return daybook_archive_open (path, g_steal_pointer (&entries), access, error);

  daybook_refuse (error, _("This is an archive inside another one. Unpack them, and import the files that are in them."));
  return NULL;
}
