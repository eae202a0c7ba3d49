/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-row.h"

#include "core/case.h"
#include "core/decimal.h"
#include "core/moment.h"
#include "core/money.h"
#include "core/order.h"
#include "exchange/row-json.h"

#include <glib/gi18n-lib.h>

static DaybookManner
manner_of (DaybookCli  *cli,
           DaybookShow  show)
{
  return (DaybookManner) {
    .reader = daybook_store_get_reader (cli->store),
    .zone = daybook_store_get_zone (cli->store),
    .currency = daybook_store_get_currency (cli->store),
    .show = show,
  };
}

static DaybookManner
manner_asked (DaybookCli *cli)
{
  return manner_of (cli, cli->unmasked ? DAYBOOK_SHOW_REVEALED : DAYBOOK_SHOW_MASKED);
}

char *
daybook_row_masked_title (DaybookCli       *cli,
                          const DaybookRow *row)
{
  const DaybookManner manner = manner_of (cli, DAYBOOK_SHOW_MASKED);

  return daybook_row_call (&manner, row);
}

char *
daybook_row_display_title (DaybookCli       *cli,
                           const DaybookRow *row)
{
  const DaybookManner manner = manner_asked (cli);

  return daybook_row_call (&manner, row);
}

JsonObject *
daybook_row_to_json (DaybookCli       *cli,
                     const DaybookRow *row)
{
  const DaybookManner manner = manner_asked (cli);

  return daybook_row_json (&manner, row, NULL);
}

/* What a reference points at, by name; an id helps nobody in a table. It is
 * another row than the one that is shown in full. */
static char *
ref_text (DaybookCli         *cli,
          const DaybookField *field,
          const DaybookId    *id)
{
  const DaybookTable *table = daybook_registry_find (field->ref);
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (cli->store), table, id, NULL);

  return row != NULL ? daybook_row_masked_title (cli, row) : daybook_id_to_string (id);
}

char *
daybook_row_field_text (DaybookCli       *cli,
                        const DaybookRow *row,
                        guint             index)
{
  const DaybookField *field = &row->table->fields[index];
  const DaybookValue *value = &row->values[index];
  const DaybookManner manner = manner_asked (cli);

  if (value->type == DAYBOOK_VALUE_NONE)
    return (int) index == row->table->title ? daybook_row_display_title (cli, row) : g_strdup ("");

  switch (field->type)
    {
    case DAYBOOK_TYPE_CHOICE: /* the words that --where and set take, as below */
    case DAYBOOK_TYPE_CHOICES:
    case DAYBOOK_TYPE_DATE:
    case DAYBOOK_TYPE_ANY:
      return g_strdup (daybook_row_text (row, index));
    case DAYBOOK_TYPE_TEXT:
      if (row->table == &daybook_orders && index == DAYBOOK_ORDER_NUMBER && daybook_order_number_is_derived (value->text))
        /* Translators: of an order whose file gave no number; %s is what to call it on the command line */
        return g_strdup_printf (_("no number (%s)"), value->text);
      return daybook_row_tell (&manner, row, index);
    case DAYBOOK_TYPE_BOOL:
      return g_strdup (value->number != 0 ? _("yes") : _("no"));
    case DAYBOOK_TYPE_MONEY:
      return daybook_money_format (value->number, daybook_row_currency (&manner, row));
    case DAYBOOK_TYPE_TIME:
      return daybook_moment_format (value->number, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
    case DAYBOOK_TYPE_ENUM:
      /* The word that --where and set take, not its translation. */
      return g_strdup (daybook_field_word_name (field, value->number));
    case DAYBOOK_TYPE_REF:
      return ref_text (cli, field, &value->id);
    case DAYBOOK_TYPE_INT:
    default:
      return daybook_decimal_print (value->number, field->digits);
    }
}

/* --- For people --------------------------------------------------------- */

static gboolean
has_column (const DaybookField *field)
{
  return (field->flags & (DAYBOOK_FIELD_HIDDEN | DAYBOOK_FIELD_MULTILINE)) == 0;
}

/* Orders and cases are named by their numbers; everything else needs its id to be named
 * on the next command line. */
static gboolean
shows_id (const DaybookTable *table)
{
  return table != &daybook_orders && daybook_table_base (table) != &daybook_cases;
}

void
daybook_print_add_columns (DaybookTextTable   *text,
                           const DaybookTable *table)
{
  if (shows_id (table))
    daybook_text_table_column (text, _("Id"), DAYBOOK_ALIGN_LEFT);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const DaybookField *field = &table->fields[i];
      gboolean number = field->type == DAYBOOK_TYPE_MONEY || field->type == DAYBOOK_TYPE_INT;

      if (has_column (field))
        daybook_text_table_column (text, _(field->label), number ? DAYBOOK_ALIGN_RIGHT : DAYBOOK_ALIGN_LEFT);
    }
}

void
daybook_print_add_row (DaybookTextTable   *text,
                       DaybookCli         *cli,
                       const DaybookTable *table,
                       const DaybookRow   *row)
{
  g_autofree char *id = daybook_id_to_string (&row->id);

  daybook_text_table_row (text);
  if (shows_id (row->table))
    daybook_text_table_cell (text, id);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *cell = NULL;

      if (!has_column (&table->fields[i]))
        continue;

      cell = daybook_row_field_text (cli, row, i);
      daybook_text_table_cell (text, cell != NULL ? cell : "");
    }
}

void
daybook_print_detail (const char *label,
                      guint       width,
                      const char *value)
{
  g_autofree char *name = daybook_text_clean (label);
  g_autofree char *clean = daybook_text_clean (value);
  guint used = daybook_text_width (name);

  daybook_print ("%s%*s  %s\n", name, (int) (width - MIN (width, used)), "", clean);
}

void
daybook_print_details (DaybookCli       *cli,
                       const DaybookRow *row)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  guint width = daybook_text_width (_("Id"));

  for (guint i = 0; i < row->table->n_fields; i++)
    if (daybook_row_has (row, i))
      width = MAX (width, daybook_text_width (_(row->table->fields[i].label)));

  daybook_print_detail (_("Id"), width, id);
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      const DaybookField *field = &row->table->fields[i];
      g_autofree char *value = daybook_row_field_text (cli, row, i);

      if (value != NULL && *value != '\0' && (field->flags & DAYBOOK_FIELD_HIDDEN) == 0)
        daybook_print_detail (_(field->label), width, value);
    }
}
