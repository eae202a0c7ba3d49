/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/print-case.h"

#include "core/case-parts.h"
#include "exchange/paper-grid.h"
#include "exchange/print-form.h"
#include "exchange/print-goods.h"
#include "exchange/print-history.h"

#include <glib/gi18n-lib.h>

#define TITLE_GAP 10.0

typedef struct
{
  DaybookReader      *reader;
  DaybookRegister    *definition;
  const DaybookRow   *row;
  DaybookExportSheet *sheet;
  DaybookPaper       *paper;
  DaybookPaperGrid   *grid;
} Print;

/* --- Fields ------------------------------------------------------------------------ */

static void
add_value (Print *print,
           guint  field)
{
  const DaybookField *spec = &print->row->table->fields[field];
  g_autofree char *value = NULL;

  if (daybook_print_is_quiet (print->row, field))
    return;

  value = daybook_print_value (print->sheet, print->row, field);
  if ((spec->flags & DAYBOOK_FIELD_MULTILINE) != 0)
    daybook_paper_grid_add_text (print->grid, _(spec->label), value);
  else
    daybook_paper_grid_add (print->grid, _(spec->label), value);
}

/* How many rows of the case the field stands for; 0: it is a value in the case itself. */
static gint64
count_rows (Print                      *print,
            const DaybookRegisterField *own)
{
  if (own == NULL || (own->input != DAYBOOK_INPUT_LINES && own->input != DAYBOOK_INPUT_PHOTOS))
    return 0;
  if (own->input == DAYBOOK_INPUT_LINES)
    return daybook_reader_count_parts (print->reader, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &print->row->id, 0, NULL);

  return daybook_reader_count_parts (print->reader, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &print->row->id, 0, NULL);
}

/* How many there are: they are looked at on the screen. */
static void
add_photos (Print                      *print,
            const DaybookRegisterField *own)
{
  gint64 n_photos = count_rows (print, own);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, n_photos);

  if (n_photos > 0)
    daybook_paper_grid_add (print->grid, own->label, count);
}

static gboolean
add_goods (Print   *print,
           GError **error)
{
  daybook_paper_grid_end (print->grid);
  return daybook_print_goods (print->paper, print->reader, print->definition, print->row, error);
}

static gboolean
add_field (Print       *print,
           const char  *name,
           GError     **error)
{
  const DaybookRegisterField *own = daybook_register_find_field (print->definition, name);
  g_autofree char *courier_name = g_strconcat (name, DAYBOOK_COURIER_SUFFIX, NULL);
  int field = daybook_table_field (print->row->table, name), courier;

  if (own != NULL && own->input == DAYBOOK_INPUT_LINES)
    return add_goods (print, error);
  if (own != NULL && own->input == DAYBOOK_INPUT_PHOTOS)
    add_photos (print, own);
  else if (field >= 0)
    add_value (print, (guint) field);

  courier = own != NULL && own->input == DAYBOOK_INPUT_PARCEL ? daybook_table_field (print->row->table, courier_name) : -1;
  if (courier >= 0)
    add_value (print, (guint) courier);
  return TRUE;
}

/* Whether any of it is known: a heading alone says nothing. */
static gboolean
has_any (Print                  *print,
         const DaybookPrintPart *part)
{
  for (char **name = part->fields; *name != NULL; name++)
    {
      const DaybookRegisterField *own = daybook_register_find_field (print->definition, *name);
      int field = daybook_table_field (print->row->table, *name);

      if (count_rows (print, own) > 0 || (field >= 0 && !daybook_print_is_quiet (print->row, (guint) field)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_parts (Print   *print,
           GError **error)
{
  g_autoptr(GPtrArray) parts = daybook_print_parts (print->definition);

  for (guint i = 0; i < parts->len; i++)
    {
      const DaybookPrintPart *part = g_ptr_array_index (parts, i);

      if (!has_any (print, part))
        continue;
      if (part->heading != NULL)
        daybook_paper_grid_head (print->grid, part->heading);
      for (char **name = part->fields; *name != NULL; name++)
        if (!add_field (print, *name, error))
          return FALSE;
    }

  daybook_paper_grid_end (print->grid);
  return TRUE;
}

/* --- The case --------------------------------------------------------------------------- */

/* "Return and refund · Refunding" */
static char *
describe (Print *print)
{
  g_autofree char *stage = daybook_print_value (print->sheet, print->row, DAYBOOK_CASE_STAGE);

  return g_strjoin (" · ", daybook_register_get_label (print->definition), stage, NULL);
}

static void
add_title (Print *print)
{
  static const guint FACTS[] = {
    DAYBOOK_CASE_OPENED_AT, DAYBOOK_CASE_STAGE_SINCE, DAYBOOK_CASE_CLOSED_AT, DAYBOOK_CASE_OWNER, DAYBOOK_CASE_HANDLER,
    DAYBOOK_CASE_PRIORITY, DAYBOOK_CASE_PROMISED_AT, DAYBOOK_CASE_EXPECTED_AT, DAYBOOK_CASE_LEVEL, DAYBOOK_CASE_REOPENED,
    DAYBOOK_CASE_TAGS,
  };
  double width = daybook_paper_width (print->paper);
  const char *subject = daybook_row_text (print->row, DAYBOOK_CASE_SUBJECT);
  g_autofree char *origin = describe (print);

  daybook_paper_flow (print->paper, DAYBOOK_INK_TITLE, 0, width, daybook_row_text (print->row, DAYBOOK_CASE_NUMBER));
  daybook_paper_flow (print->paper, DAYBOOK_INK_LABEL, 0, width, origin);
  if (*subject != '\0')
    {
      daybook_paper_gap (print->paper, TITLE_GAP / 2);
      daybook_paper_flow (print->paper, DAYBOOK_INK_STRONG, 0, width, subject);
    }
  daybook_paper_advance (print->paper, TITLE_GAP);
  for (guint i = 0; i < G_N_ELEMENTS (FACTS); i++)
    if (daybook_cases.fields[FACTS[i]].type != DAYBOOK_TYPE_INT || daybook_row_int (print->row, FACTS[i]) > 0)
      add_value (print, FACTS[i]);
}

static gboolean
fill (Print   *print,
      GError **error)
{
  add_title (print);
  if (!add_parts (print, error)
      || !daybook_print_stages (print->paper, print->sheet, print->definition, print->row, error)
      || !daybook_print_events (print->paper, print->sheet, print->row, error))
    return FALSE;

  daybook_print_signatures (print->paper);
  return TRUE;
}

DaybookPaper *
daybook_print_case (const DaybookManner  *manner,
                    const DaybookPrinted *printed,
                    DaybookRegister      *definition,
                    const DaybookRow     *row,
                    GError              **error)
{
  g_autoptr(DaybookPaper) paper = daybook_print_begin (manner, printed, daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  g_autoptr(DaybookPaperGrid) grid = daybook_paper_grid_new (paper);
  g_autoptr(DaybookExportSheet) sheet = daybook_print_sheet (manner, row->table);
  Print print = { manner->reader, definition, row, sheet, paper, grid };

  return fill (&print, error) ? g_steal_pointer (&paper) : NULL;
}
