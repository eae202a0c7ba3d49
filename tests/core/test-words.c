/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "core/payment.h"
#include "core/words.h"

#include <libintl.h>
#include <locale.h>

/* Every word of every enumeration is spoken in a language: what is looked up under
 * another context than it was marked with stays English. */
static void
check_language (const char *language)
{
  guint n_tables, n_words = 0;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  g_setenv ("LANGUAGE", language, TRUE);
  /* A new domain makes the library forget what it looked up in the last language. */
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DAYBOOK_LOCALEDIR"));
  for (guint t = 0; t < n_tables; t++)
    for (guint f = 0; f < tables[t]->n_fields; f++)
      {
        const DaybookField *field = &tables[t]->fields[f];

        for (gint64 i = 0; field->words != NULL && field->words[i].word != NULL; i++, n_words++)
          {
            g_test_message ("%s: %s.%s %s", language, tables[t]->kind, field->name, field->words[i].word);
            /* Not the text: QQ is QQ in every language. What is not translated comes back as it is. */
            g_assert_true (daybook_words_enum (field, i) != field->words[i].label);
          }
      }

  g_assert_cmpuint (n_words, >, 40);
}

static void
test_languages (void)
{
  check_language ("zh_CN");
  check_language ("zh_TW");
}

/* One word, two meanings. */
static void
test_contexts (void)
{
  const DaybookField *kind = &daybook_payments.fields[DAYBOOK_PAYMENT_KIND];
  const DaybookField *stage = &daybook_orders.fields[DAYBOOK_ORDER_STAGE];

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DAYBOOK_LOCALEDIR"));
  g_assert_cmpstr (daybook_words_enum (kind, DAYBOOK_PAYMENT_REFUNDED), ==, "退款");
  g_assert_cmpstr (daybook_words_enum (kind, DAYBOOK_PAYMENT_RECEIVED), ==, "收款");
  g_assert_cmpstr (daybook_words_enum (stage, DAYBOOK_STAGE_SHIPPED), ==, "已发货");
  g_assert_cmpstr (daybook_words_enum (kind, 99), ==, "");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/words/languages", test_languages);
  g_test_add_func ("/words/contexts", test_contexts);
  return g_test_run ();
}
