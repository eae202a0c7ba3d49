/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report-file.h"

/* Reports: what a cell says to people and to scripts. (Files and the rows behind figures: tests/cli/figures.py.) */

static DaybookReport *
make_report (void)
{
  DaybookReport *report = daybook_report_new ("commission", "Orders by Agent", "CNY");
  DaybookReportPart *part = daybook_report_add_part (report, "agents", "By Agent");
  DaybookReportRow *row;

  daybook_report_part_add_column (part, "agent", "Agent", DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "orders", "Orders", DAYBOOK_REPORT_COUNT);
  daybook_report_part_add_column (part, "net", "Net", DAYBOOK_REPORT_MONEY);
  daybook_report_part_add_column (part, "share", "Share", DAYBOOK_REPORT_PERCENT);
  row = daybook_report_part_add_row (part);
  daybook_report_row_add_text (row, "lin", "林晓");
  daybook_report_row_add_count (row, 3);
  daybook_report_row_add_money (row, 123456);
  daybook_report_row_add_share (row, 12.5);
  row = daybook_report_part_add_row (part);
  row->currency = g_strdup ("USD");
  daybook_report_row_add_text (row, NULL, "Mia");
  daybook_report_row_add_nothing (row);
  daybook_report_row_add_money (row, 500);
  daybook_report_row_add_nothing (row);
  return report;
}

static void
assert_says (DaybookReport *report,
             guint          row,
             guint          column,
             const char    *expected)
{
  g_autofree char *said = daybook_report_say (report, daybook_report_find_part (report, "agents"), row, column);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_said (void)
{
  g_autoptr(DaybookReport) report = make_report ();

  assert_says (report, 0, 0, "林晓");
  assert_says (report, 0, 1, "3");
  assert_says (report, 0, 2, "¥1,234.56");
  assert_says (report, 0, 3, "12.5 %");
  assert_says (report, 1, 1, "");
  assert_says (report, 1, 2, "$5.00");
  g_assert_null (daybook_report_find_part (report, "orders"));
}

static void
test_json (void)
{
  g_autoptr(DaybookReport) report = make_report ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonObject) object = daybook_report_to_json (report, NULL, 0, &error);
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  node = json_node_init_object (json_node_alloc (), object);
  text = json_to_string (node, FALSE);
  g_assert_cmpstr (text, ==, "{\"report\":\"commission\",\"currency\":\"CNY\",\"parts\":[{\"part\":\"agents\",\"rows\":["
                             "{\"agent\":\"lin\",\"orders\":3,\"net_minor\":123456,\"share\":12.5},"
                             "{\"agent\":\"Mia\",\"orders\":null,\"net_minor\":500,\"share\":null,\"currency\":\"USD\"}]}]}");
}

static void
test_formats (void)
{
  DaybookReportFormat format;

  g_assert_true (daybook_report_format_find ("a/Value.PDF", &format));
  g_assert_cmpint (format, ==, DAYBOOK_REPORT_PDF);
  g_assert_true (daybook_report_format_find ("value.json", &format));
  g_assert_cmpint (format, ==, DAYBOOK_REPORT_JSON);
  g_assert_false (daybook_report_format_find ("value.txt", &format));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/said", test_said);
  g_test_add_func ("/report/json", test_json);
  g_test_add_func ("/report/formats", test_formats);
  return g_test_run ();
}
