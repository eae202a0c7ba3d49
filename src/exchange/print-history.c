/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/print-history.h"

#include "core/event.h"
#include "exchange/paper-grid.h"
#include "exchange/paper-table.h"

#include <glib/gi18n-lib.h>

/* As many as the timeline on the screen has. */
#define MOST_ACTS 500
#define MOST_CHANGES 100
#define EVENT_GAP 7.0
#define EVENT_NEEDS 30.0 /* what is said of it, and a line of the text */

static void
head (DaybookPaper *paper,
      const char   *heading)
{
  g_autoptr(DaybookPaperGrid) grid = daybook_paper_grid_new (paper);

  daybook_paper_grid_head (grid, heading);
}

/* --- Stages ------------------------------------------------------------------------ */

static const char *
name_stage (DaybookRegister *definition,
            const char      *key)
{
  int stage = daybook_register_find_stage (definition, key);

  return stage >= 0 ? daybook_register_get_stage (definition, (guint) stage)->label : key;
}

static void
add_stage (DaybookPaperTable        *table,
           const DaybookExportSheet *sheet,
           const char               *stage,
           gint64                    at,
           const char               *agent)
{
  char **cells = g_new0 (char *, 4);

  cells[0] = g_strdup (stage);
  cells[1] = daybook_print_time (sheet->zone, at);
  cells[2] = g_strdup (agent);
  daybook_paper_table_add (table, cells);
}

/* By which an act has moved the case; NULL: it did not. (transfer full) */
static DaybookActChange *
find_move (DaybookReader     *reader,
           const DaybookAct  *act,
           const DaybookRow  *row,
           GError           **error)
{
  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (reader, &act->id, MOST_CHANGES, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      DaybookActChange *change = g_ptr_array_index (changes, i);

      if (change->kind == DAYBOOK_CHANGE_SET && change->field == DAYBOOK_CASE_STAGE && daybook_id_equal (&change->row, &row->id)
          && change->value.type == DAYBOOK_VALUE_TEXT && daybook_table_base (change->table) == &daybook_cases)
        return g_ptr_array_steal_index (changes, i);
    }

  return NULL;
}

/* A time at which the case was moved. */
typedef struct
{
  const DaybookAct *act;    /* borrowed */
  DaybookActChange *change;
} Move;

static void
clear_move (gpointer data)
{
  daybook_act_change_free (((Move *) data)->change);
}

/* The oldest first. (element-type Move) */
static GArray *
find_moves (DaybookReader     *reader,
            GPtrArray         *acts,
            const DaybookRow  *row,
            GError           **error)
{
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_autoptr(GError) failure = NULL;

  g_array_set_clear_func (moves, clear_move);
  for (guint i = acts->len; i > 0 && failure == NULL; i--)
    {
      const DaybookAct *act = g_ptr_array_index (acts, i - 1);
      gboolean counts = !act->undone && act->kind != DAYBOOK_ACT_UNDO && act->kind != DAYBOOK_ACT_REDO;
      Move move = { act, counts ? find_move (reader, act, row, &failure) : NULL };

      if (move.change != NULL)
        g_array_append_val (moves, move);
    }
  if (failure == NULL)
    return g_steal_pointer (&moves);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* In the first one it was made: no act says so but the one that moved it on. */
static void
add_first (DaybookPaperTable        *table,
           const DaybookExportSheet *sheet,
           DaybookRegister          *definition,
           const DaybookRow         *row,
           GPtrArray                *acts,
           GArray                   *moves)
{
  const DaybookValue *old = moves->len > 0 ? &g_array_index (moves, Move, 0).change->old : NULL;
  const char *key = old != NULL && old->type == DAYBOOK_VALUE_TEXT ? old->text : daybook_row_text (row, DAYBOOK_CASE_STAGE);
  const DaybookAct *made = acts->len > 0 ? g_ptr_array_index (acts, acts->len - 1) : NULL;

  if (old == NULL || old->type == DAYBOOK_VALUE_TEXT)
    add_stage (table, sheet, name_stage (definition, key), daybook_row_int (row, DAYBOOK_CASE_OPENED_AT), made != NULL ? made->agent : "");
}

static gboolean
add_moves (DaybookPaperTable        *table,
           const DaybookExportSheet *sheet,
           DaybookRegister          *definition,
           const DaybookRow         *row,
           GError                  **error)
{
  g_autoptr(GPtrArray) acts = daybook_reader_history (sheet->manner.reader, &daybook_cases, &row->id, 0, MOST_ACTS, error);
  g_autoptr(GArray) moves = acts != NULL ? find_moves (sheet->manner.reader, acts, row, error) : NULL;

  if (moves == NULL)
    return FALSE;

  add_first (table, sheet, definition, row, acts, moves);
  for (guint i = 0; i < moves->len; i++)
    {
      const Move *move = &g_array_index (moves, Move, i);

      add_stage (table, sheet, name_stage (definition, move->change->value.text), move->act->at, move->act->agent);
    }
  return TRUE;
}

gboolean
daybook_print_stages (DaybookPaper             *paper,
                      const DaybookExportSheet *sheet,
                      DaybookRegister          *definition,
                      const DaybookRow         *row,
                      GError                  **error)
{
  g_autoptr(DaybookPaperTable) table = daybook_paper_table_new (paper, 3, DAYBOOK_PAPER_TABLE_PLAIN);

  daybook_paper_table_set_column (table, 0, DAYBOOK_PAPER_TEXT, _(daybook_cases.fields[DAYBOOK_CASE_STAGE].label));
  daybook_paper_table_set_column (table, 1, DAYBOOK_PAPER_WORD, C_("stages of a printed case", "Since"));
  daybook_paper_table_set_column (table, 2, DAYBOOK_PAPER_TEXT, C_("stages of a printed case", "Moved by"));
  head (paper, _("Stages"));
  if (!add_moves (table, sheet, definition, row, error))
    return FALSE;

  daybook_paper_table_end (table);
  daybook_paper_gap (paper, EVENT_GAP);
  return TRUE;
}

/* --- Events ------------------------------------------------------------------------- */

static void
append_value (const DaybookExportSheet *sheet,
              GString                  *text,
              const DaybookRow         *event,
              guint                     field)
{
  g_autofree char *value = NULL;

  if (!daybook_row_has (event, field))
    return;

  value = daybook_print_value (sheet, event, field);
  if (*value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", _(event->table->fields[field].label), value);
}

/* What was written, and what goes with it. */
static char *
write_text (const DaybookExportSheet *sheet,
            const DaybookRow         *event)
{
  static const guint FIELDS[] = {
    DAYBOOK_EVENT_AMOUNT, DAYBOOK_EVENT_WAY, DAYBOOK_EVENT_TO, DAYBOOK_EVENT_PROMISED_AT, DAYBOOK_EVENT_CONTACT,
    DAYBOOK_EVENT_REFERENCE,
  };
  GString *text = g_string_new (daybook_row_text (event, DAYBOOK_EVENT_TEXT));

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (FIELDS[i] != DAYBOOK_EVENT_WAY || daybook_row_int (event, DAYBOOK_EVENT_WAY) != DAYBOOK_WAY_UNKNOWN)
      append_value (sheet, text, event, FIELDS[i]);
  return g_string_free (text, FALSE);
}

/* "2026-11-22 10:20 · Note · Lin" */
static char *
write_head (const DaybookExportSheet *sheet,
            const DaybookRow         *event)
{
  g_autofree char *at = daybook_print_value (sheet, event, DAYBOOK_EVENT_AT);
  g_autofree char *kind = daybook_print_value (sheet, event, DAYBOOK_EVENT_KIND);
  g_autofree char *agent = daybook_print_value (sheet, event, DAYBOOK_EVENT_AGENT);

  return g_strjoin (" · ", at, kind, *agent != '\0' ? agent : NULL, NULL);
}

static void
put_event (DaybookPaper             *paper,
           const DaybookExportSheet *sheet,
           const DaybookRow         *event)
{
  double width = daybook_paper_width (paper);
  g_autofree char *at = write_head (sheet, event);
  g_autofree char *text = write_text (sheet, event);

  daybook_paper_need (paper, EVENT_NEEDS);
  daybook_paper_flow (paper, DAYBOOK_INK_LABEL, 0, width, at);
  if (*text != '\0')
    daybook_paper_flow (paper, DAYBOOK_INK_TEXT, 0, width, text);
  daybook_paper_gap (paper, EVENT_GAP);
}

static gboolean
collect (DaybookReader    *reader,
         const DaybookRow *row,
         GPtrArray        *all,
         GError          **error)
{
  g_autoptr(GPtrArray) events = daybook_reader_some_parts (reader, &daybook_events, DAYBOOK_EVENT_CASE, &row->id, DAYBOOK_PARTS_LAST,
                                                           MOST_ACTS, error);

  if (events == NULL)
    return FALSE;

  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (all, daybook_row_ref (g_ptr_array_index (events, i)));
  return TRUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = daybook_row_int (*(DaybookRow *const *) a, DAYBOOK_EVENT_AT);
  gint64 second = daybook_row_int (*(DaybookRow *const *) b, DAYBOOK_EVENT_AT);

  return (first > second) - (first < second);
}

gboolean
daybook_print_events (DaybookPaper             *paper,
                      const DaybookExportSheet *sheet,
                      const DaybookRow         *row,
                      GError                  **error)
{
  DaybookReader *reader = sheet->manner.reader;
  g_autoptr(DaybookExportSheet) events = daybook_print_sheet (&sheet->manner, &daybook_events);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GPtrArray) merged = daybook_reader_parts (reader, &daybook_cases, DAYBOOK_CASE_MERGED_INTO, &row->id, error);

  if (merged == NULL || !collect (reader, row, all, error))
    return FALSE;
  for (guint i = 0; i < merged->len; i++)
    if (!collect (reader, g_ptr_array_index (merged, i), all, error))
      return FALSE;

  g_ptr_array_sort (all, compare_times);
  if (all->len > 0)
    head (paper, _("What Happened"));
  for (guint i = 0; i < all->len; i++)
    put_event (paper, events, g_ptr_array_index (all, i));
  return TRUE;
}
