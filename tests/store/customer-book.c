/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "customer-book.h"

#include "core/customer-merge.h"

const Row PEOPLE[N_PEOPLE] = {
  { "1001", DAYBOOK_STAGE_PAID, 1000, "zhang_san", PHONE, "张三" },
  { "1002", DAYBOOK_STAGE_PAID, 2000, "zhangsan88", PHONE, "张三" },
  { "1003", DAYBOOK_STAGE_PAID, 4000, "third", "13900001111", "李四" },
};

DaybookId
customer_of (Book       *book,
             const char *number)
{
  g_autoptr(DaybookRow) order = find_order (book, number);

  return *daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER);
}

void
people_set_up (People        *people,
               gconstpointer  data)
{
  book_open (&people->book);
  import_rows (&people->book, PEOPLE, N_PEOPLE, BOOK_NOW - 1000, 3, 0, 0);
  people->a = customer_of (&people->book, "1001");
  people->b = customer_of (&people->book, "1002");
  people->c = customer_of (&people->book, "1003");
}

void
people_tear_down (People        *people,
                  gconstpointer  data)
{
  book_close (&people->book);
}

DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

DaybookId
try_merge (Book             *book,
           const DaybookId  *other,
           const DaybookId  *keep,
           GError          **error)
{
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "merged", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  g_ptr_array_add (customers, book_row (book, &daybook_customers, other));
  g_ptr_array_add (customers, book_row (book, &daybook_customers, keep));
  outcome = daybook_customer_merge (edit, customers, g_ptr_array_index (customers, 1), NULL, error)
            ? daybook_store_commit (book->store, edit, error) : NULL;
  return outcome != NULL ? outcome->act : (DaybookId) { { 0 } };
}

DaybookId
merge (Book            *book,
       const DaybookId *other,
       const DaybookId *keep)
{
  g_autoptr(GError) error = NULL;
  DaybookId act = try_merge (book, other, keep, &error);

  g_assert_no_error (error);
  return act;
}

void
merge_into_each_other (Shop      *shop,
                       DaybookId *a,
                       DaybookId *b)
{
  shop_open (shop);
  import_rows (&shop->a, PEOPLE, 2, BOOK_NOW - 1000, 2, 0, 0);
  shop_publish (shop, &shop->a, 'a');
  shop_deliver (shop);
  *a = customer_of (&shop->a, "1001");
  *b = customer_of (&shop->a, "1002");
  merge (&shop->a, a, b);
  merge (&shop->b, b, a);
  shop_publish (shop, &shop->a, 'a');
  shop_publish (shop, &shop->b, 'a');
  shop_deliver (shop);
}
