/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-panel.h"
#include "core/aftersale.h"
#include "stage.h"

/* An order in full, of which there may be very much. */

#define MANY 60

typedef struct
{
  Book               book;
  DaybookOrderPanel *panel;
  TestStage         *stage;
  DaybookId          order;
} Desk;

static void
show (Desk *desk)
{
  g_autoptr(DaybookRow) order = book_row (&desk->book, &daybook_orders, &desk->order);

  daybook_order_panel_show (desk->panel, order);
  test_turn_loop ();
}

static void
desk_open (Desk *desk)
{
  book_open (&desk->book);
  desk->order = book_add_order (&desk->book, "1001", BOOK_NOW);
  desk->panel = g_object_new (DAYBOOK_TYPE_ORDER_PANEL, NULL);
  daybook_order_panel_set_desk (desk->panel, daybook_desk_of (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->panel));
  show (desk);
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static void
add_part (DaybookEdit        *edit,
          const DaybookTable *table,
          const DaybookId    *order,
          guint               field,
          char               *text)
{
  g_autofree char *owned = text;
  DaybookId part;

  daybook_id_random (&part);
  daybook_edit_create (edit, table, &part);
  daybook_edit_give (edit, (guint) table->owner, daybook_value_id (order));
  daybook_edit_give (edit, field, daybook_value_text (text));
}

static void
add_parts (Desk *desk)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported",
                                                  daybook_store_get_agent (desk->book.store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  for (int i = 0; i < MANY; i++)
    {
      add_part (edit, &daybook_order_lines, &desk->order, DAYBOOK_LINE_TITLE, g_strdup_printf ("tea %d", i));
      add_part (edit, &daybook_parcels, &desk->order, DAYBOOK_PARCEL_TRACKING, g_strdup_printf ("SF%04d", i));
    }

  outcome = daybook_store_commit (desk->book.store, edit, NULL);
  g_assert_nonnull (outcome);
}

static gboolean
has (Desk       *desk,
     const char *text)
{
  return test_find (GTK_WIDGET (desk->panel), GTK_TYPE_LABEL, text) != NULL;
}

static void
test_few_parts_are_shown_whole (void)
{
  Desk desk;
  desk_open (&desk);

  g_assert_true (has (&desk, "红色连衣裙"));
  g_assert_false (has (&desk, "and 1 more"));

  desk_close (&desk);
}

static void
test_of_many_parts_the_first_are_shown (void)
{
  Desk desk;
  desk_open (&desk);

  add_parts (&desk);
  show (&desk);
  /* One line was there before. */
  test_await (GTK_WIDGET (desk.panel), GTK_TYPE_LABEL, "tea 48");
  g_assert_false (has (&desk, "tea 49"));
  g_assert_true (has (&desk, "and 11 more"));
  g_assert_true (has (&desk, "SF0049"));
  g_assert_false (has (&desk, "SF0050"));
  g_assert_true (has (&desk, "and 10 more"));

  desk_close (&desk);
}

/* At every change of the book the panel is told to show what it shows already. */
static void
test_facts_that_are_the_same_stay (void)
{
  Desk desk;
  desk_open (&desk);
  add_parts (&desk);
  show (&desk);
  GtkWidget *parcel = test_await (GTK_WIDGET (desk.panel), GTK_TYPE_LABEL, "SF0049");

  g_object_add_weak_pointer (G_OBJECT (parcel), (gpointer *) &parcel);
  show (&desk);
  g_assert_nonnull (parcel);

  book_set (&desk.book, &daybook_orders, &desk.order, DAYBOOK_ORDER_NOTE, daybook_value_text ("told her"));
  show (&desk);
  g_assert_nonnull (parcel);

  desk_close (&desk);
}

static void
add_aftersale (Desk       *desk,
               const char *number,
               const char *order)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (desk->book.store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_aftersales, &id);
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_SHOP, daybook_value_id (daybook_store_get_shop (desk->book.store)));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_ORDER_NUMBER, daybook_value_text (order));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_KIND, daybook_value_int (DAYBOOK_AFTERSALE_RETURN));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_STATUS, daybook_value_text ("平台处理中"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_REASON, daybook_value_text ("质量问题"));
  outcome = daybook_store_commit (desk->book.store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* An order's after-sales are those of its number; a word in no vocabulary is shown as it is. */
static void
test_after_sales (void)
{
  Desk desk;
  desk_open (&desk);
  g_assert_false (has (&desk, "质量问题"));

  add_aftersale (&desk, "9001", "1001");
  add_aftersale (&desk, "9002", "1002");
  show (&desk);
  g_assert_true (has (&desk, "Return and refund"));
  g_assert_true (has (&desk, "平台处理中"));
  g_assert_true (has (&desk, "质量问题"));
  g_assert_true (has (&desk, "9001"));
  g_assert_false (has (&desk, "9002"));

  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/order-panel/few-parts-are-shown-whole", test_few_parts_are_shown_whole);
  g_test_add_func ("/order-panel/of-many-parts-the-first-are-shown", test_of_many_parts_the_first_are_shown);
  g_test_add_func ("/order-panel/facts-that-are-the-same-stay", test_facts_that_are_the_same_stay);
  g_test_add_func ("/order-panel/after-sales", test_after_sales);
  return g_test_run ();
}
