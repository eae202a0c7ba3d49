/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/edit.h"

#include "core/order.h"
#include "core/shop.h"

#include <string.h>

static void
assert_refused (DaybookEdit *edit,
                int          code,
                const char  *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_edit_check (edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
}

static DaybookEdit *
edit_setting (DaybookActKind kind,
              guint          field,
              DaybookValue   value)
{
  DaybookEdit *edit = daybook_edit_new (kind, "test", NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_set (edit, &daybook_orders, &id, field, value);
  return edit;
}

static void
test_people_write_our_fields_only (void)
{
  g_autoptr(DaybookEdit) note = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_NOTE, daybook_value_text ("told her"));
  g_autoptr(DaybookEdit) stage = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_STAGE, daybook_value_int (DAYBOOK_STAGE_PAID));
  g_autoptr(DaybookEdit) import = edit_setting (DAYBOOK_ACT_IMPORT, DAYBOOK_ORDER_STAGE, daybook_value_int (DAYBOOK_STAGE_PAID));

  g_assert_true (daybook_edit_check (note, NULL));
  g_assert_true (daybook_edit_check (import, NULL));
  assert_refused (stage, DAYBOOK_ERROR_REFUSED, "Stage");
}

static void
test_types_are_checked (void)
{
  g_autoptr(DaybookEdit) text_for_enum = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_FLAG, daybook_value_text ("red"));
  g_autoptr(DaybookEdit) no_such_flag = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_FLAG, daybook_value_int (99));
  g_autoptr(DaybookEdit) not_text = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_NOTE, daybook_value_text ("\xff\xfe"));
  g_autofree char *long_text = g_strnfill (DAYBOOK_TEXT_MAX + 1, 'x');
  g_autoptr(DaybookEdit) too_long = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_NOTE, daybook_value_text (long_text));
  g_autoptr(DaybookEdit) emptied = edit_setting (DAYBOOK_ACT_EDIT, DAYBOOK_ORDER_NOTE, daybook_value_text (NULL));
  g_autoptr(DaybookEdit) no_number = edit_setting (DAYBOOK_ACT_IMPORT, DAYBOOK_ORDER_NUMBER, daybook_value_text (NULL));

  assert_refused (text_for_enum, DAYBOOK_ERROR_CONSTRAINT, "Flag");
  assert_refused (no_such_flag, DAYBOOK_ERROR_CONSTRAINT, "Flag");
  assert_refused (not_text, DAYBOOK_ERROR_CONSTRAINT, "Note");
  assert_refused (too_long, DAYBOOK_ERROR_CONSTRAINT, "64 kB");
  assert_refused (no_number, DAYBOOK_ERROR_CONSTRAINT, "Order number");
  g_assert_true (daybook_edit_check (emptied, NULL));
}

static void
test_a_row_needs_its_required_fields (void)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  assert_refused (edit, DAYBOOK_ERROR_CONSTRAINT, "Name");

  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("林"));
  g_assert_true (daybook_edit_check (edit, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/people-write-our-fields-only", test_people_write_our_fields_only);
  g_test_add_func ("/edit/types-are-checked", test_types_are_checked);
  g_test_add_func ("/edit/a-row-needs-its-required-fields", test_a_row_needs_its_required_fields);

  return g_test_run ();
}
