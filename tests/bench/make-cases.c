/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-draft.h"
#include "core/event.h"
#include "core/order.h"
#include "measure.h"
#include "store/registers.h"

#include <stdlib.h>

/*   make-cases FOLDER [CASES]
 *
 * Fills the book in FOLDER, which may have orders, with CASES cases (200,000 unless said
 * otherwise) in five registers, over two years, most of them closed, of orders of the book
 * where there are some. Each has ten events; the first case has 500. The same every time but
 * for the ids. */

#define EVENTS 10
#define MANY_EVENTS 500
#define CASES_PER_ACT 500
#define YEARS_BACK (2 * 365)
#define DAY 86400

static const char *const REGISTERS[] = { "return", "return", "refund", "exchange", "review", "inquiry" };
static const char *const SUBJECTS[] = { "尺码不合，想退", "颜色与图片不符", "收到时外箱破损", "问什么时候发货", "少发一件", "质量问题，要求退款" };
static const char *const NOTES[] = { "已电话联系，客户同意换货", "等待客户寄回", "快递显示已签收，仓库未收到", "已告知处理时间", "退款已提交" };

#define PICK(list, n) ((list)[(n) % G_N_ELEMENTS (list)])

typedef struct
{
  DaybookStore *store;
  GRand        *dice;
  GArray       *orders; /* row keys */
  gint64        now;
} Maker;

static void
or_die (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
add_event (Maker           *maker,
           DaybookEdit     *edit,
           const DaybookId *of,
           gint64           at)
{
  DaybookId id;

  daybook_id_fresh (&id, at * 1000);
  daybook_edit_create (edit, &daybook_events, &id);
  daybook_edit_give (edit, DAYBOOK_EVENT_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_EVENT_KIND, daybook_value_int (g_rand_int_range (maker->dice, DAYBOOK_EVENT_NOTE, DAYBOOK_EVENT_QUESTION)));
  daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (at));
  daybook_edit_give (edit, DAYBOOK_EVENT_AGENT, daybook_value_id (daybook_store_get_agent (maker->store)));
  daybook_edit_give (edit, DAYBOOK_EVENT_TEXT, daybook_value_text (PICK (NOTES, g_rand_int (maker->dice))));
}

static void
put (DaybookCaseDraft *draft,
     const char       *name,
     DaybookValue      value)
{
  int field = daybook_table_field (daybook_case_draft_row (draft)->table, name);

  if (field >= 0)
    daybook_case_draft_set (draft, (guint) field, value);
}

static void
take_order (Maker            *maker,
            DaybookCaseDraft *draft,
            guint             i)
{
  GError *error = NULL;

  if (maker->orders->len == 0)
    return;

  gint64 key = g_array_index (maker->orders, gint64, (guint64) i * 2654435761u % maker->orders->len);
  g_autoptr(DaybookRow) order = daybook_reader_row (daybook_store_get_reader (maker->store), &daybook_orders, key, &error);
  or_die (error);
  daybook_case_draft_take_order (draft, order);
}

/* The last of the stages, mostly an end; a few of the newest anywhere. */
static guint
stage_of (Maker           *maker,
          DaybookRegister *definition,
          gboolean         recent)
{
  guint n = daybook_register_get_n_stages (definition);
  guint stage = (guint) g_rand_int_range (maker->dice, 0, (gint32) n);

  while (!recent && !daybook_register_get_stage (definition, stage)->ends)
    stage = (stage + 1) % n;
  return stage;
}

static void
add_case (Maker       *maker,
          DaybookEdit *edit,
          guint        i,
          guint        n)
{
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (maker->store), PICK (REGISTERS, i));
  gint64 opened = maker->now - (gint64) YEARS_BACK * DAY * (n - i) / n;
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, daybook_store_get_shop (maker->store),
                                                              daybook_store_get_agent (maker->store),
                                                              daybook_store_get_currency (maker->store), opened);
  GPtrArray *reasons = daybook_register_get_reasons (definition);

  take_order (maker, draft, i);
  put (draft, "subject", daybook_value_text (PICK (SUBJECTS, g_rand_int (maker->dice))));
  put (draft, "priority", daybook_value_int (g_rand_int_range (maker->dice, 0, 4)));
  put (draft, "refund", daybook_value_int (g_rand_int_range (maker->dice, 100, 50000)));
  put (draft, "stars", daybook_value_int (g_rand_int_range (maker->dice, 1, 6)));
  if (reasons->len > 0)
    put (draft, "reason", daybook_value_text (((DaybookOption *) g_ptr_array_index (reasons, i % reasons->len))->key));
  daybook_case_draft_move (draft, stage_of (maker, definition, i > n - n / 20));
  daybook_case_draft_build (draft, NULL, edit);

  for (guint e = 0; e < (i == 0 ? MANY_EVENTS : EVENTS); e++)
    add_event (maker, edit, &daybook_case_draft_row (draft)->id, opened + e * 3600);
}

static void
make_cases (Maker *maker,
            guint  n)
{
  for (guint i = 0; i < n; )
    {
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, "Cases", daybook_store_get_agent (maker->store));
      GError *error = NULL;

      for (guint end = MIN (n, i + CASES_PER_ACT); i < end; i++)
        add_case (maker, edit, i, n);
      g_autoptr(DaybookOutcome) outcome = daybook_store_commit (maker->store, edit, &error);
      or_die (error);
    }
}

int
main (int    argc,
      char **argv)
{
  if (argc < 2 || argc > 3)
    {
      g_printerr ("usage: make-cases FOLDER [CASES]\n");
      return EXIT_FAILURE;
    }

  Maker maker = { .store = measure_open (argv[1]), .dice = g_rand_new_with_seed (1) };
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  GError *error = NULL;
  double start = measure_now ();
  guint n = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 200000;

  maker.now = daybook_store_get_now (maker.store);
  maker.orders = daybook_reader_keys (daybook_store_get_reader (maker.store), query, 0, &error);
  or_die (error);
  make_cases (&maker, n);
  measure_print ("make-cases", "cases", (double) n, "seconds", measure_now () - start, NULL);

  g_array_unref (maker.orders);
  g_rand_free (maker.dice);
  daybook_store_close (maker.store);
  g_object_unref (maker.store);
  return EXIT_SUCCESS;
}
