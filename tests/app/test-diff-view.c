/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/diff-view.h"
#include "app/common/prose.h"

#include <string.h>

/* One line for each that is shown: its sign and its markup; a fold in brackets. */
static char *
read_view (GtkWidget *view)
{
  GString *text = g_string_new (NULL);
  GtkWidget *box = gtk_widget_get_first_child (view);

  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LABEL (row))
      g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (row)));
    else if (GTK_IS_BUTTON (row))
      g_string_append_printf (text, "[%s]\n", gtk_button_get_label (GTK_BUTTON (row)));
    else
      {
        GtkWidget *prose = gtk_widget_get_last_child (row);

        daybook_prose_wake (DAYBOOK_PROSE (prose));
        g_string_append_printf (text, "%s%s\n", gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (row))),
                                gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (prose))));
      }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_view (const char *old,
           const char *new)
{
  GtkWidget *view = g_object_ref_sink (daybook_diff_view_new ());

  daybook_diff_view_show (DAYBOOK_DIFF_VIEW (view), old, new);
  return view;
}

static void
check (const char *old,
       const char *new,
       const char *expected)
{
  g_autoptr(GtkWidget) view = make_view (old, new);
  g_autofree char *shown = read_view (view);

  g_assert_cmpstr (shown, ==, expected);
}

#define WENT "<span strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"28%\">"
#define CAME "<span underline=\"single\" background=\"#2ec27e\" background_alpha=\"34%\">"

static void
test_what_went_and_what_came (void)
{
  check ("a\n\n", "a", "Both versions say the same\na\n");
  check ("a\nb", "a\nb\n<c>", "1 line added\na\nb\n+&lt;c&gt;\n");
  check ("", "", "Both versions say the same\n");
  check ("a\r\nb\r\nc\r\n", "a\r\nc\r\n", "1 line removed\na\n−<span strikethrough=\"true\">b</span>\nc\n");
  check ("七天内退货", "十天内退货", "1 line removed · 1 line added\n−" WENT "七</span>天内退货\n+" CAME "十</span>天内退货\n");
  check ("alpha\nbeta", "gamma", "2 lines removed · 1 line added\n−<span strikethrough=\"true\">alpha</span>\n"
         "−<span strikethrough=\"true\">beta</span>\n+gamma\n");
  check ("a\xff", "a\xfe", "Both versions say the same\na\xef\xbf\xbd\n");
}

/* Lines a to j with those of `more` behind them. */
static char *
make_lines (const char *more)
{
  GString *text = g_string_new (NULL);

  for (char c = 'a'; c <= 'j'; c++)
    g_string_append_printf (text, "%c\n", c);
  g_string_append (text, more);
  return g_string_free (text, FALSE);
}

static GtkWidget *
find_fold (GtkWidget *view)
{
  GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_first_child (view));

  while (row != NULL && !GTK_IS_BUTTON (row))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
test_what_is_the_same_is_folded (void)
{
  g_autofree char *old = make_lines ("y");
  g_autofree char *new = make_lines ("z");
  g_autoptr(GtkWidget) view = make_view (old, new);
  g_autofree char *folded = read_view (view);
  g_autofree char *opened = NULL;

  g_assert_cmpstr (folded, ==, "1 line removed · 1 line added\n[… 8 lines …]\ni\nj\n−<span strikethrough=\"true\">y</span>\n+z\n");
  g_signal_emit_by_name (find_fold (view), "clicked");
  opened = read_view (view);
  g_assert_cmpstr (opened, ==, "1 line removed · 1 line added\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\n−<span strikethrough=\"true\">y</span>\n+z\n");
  g_assert_null (find_fold (view));
}

/* A thousand lines come two hundred at a time. */
static void
test_very_many_lines_come_in_parts (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GtkWidget) view = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 450; i++)
    g_string_append_printf (text, "%u\n", i);
  view = make_view ("", text->str);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_fold (view))), ==, "… 250 lines …");
  g_signal_emit_by_name (find_fold (view), "clicked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_fold (view))), ==, "… 50 lines …");
  g_signal_emit_by_name (find_fold (view), "clicked");
  g_assert_null (find_fold (view));
  shown = read_view (view);
  g_assert_nonnull (strstr (shown, "+199\n+200\n"));
  g_assert_nonnull (strstr (shown, "+399\n+400\n"));
  g_assert_true (g_str_has_suffix (shown, "+448\n+449\n"));
}

static void
test_it_can_show_another (void)
{
  g_autofree char *old = make_lines ("y");
  g_autofree char *new = make_lines ("z");
  g_autoptr(GtkWidget) view = make_view (old, new);
  g_autofree char *shown = NULL;

  daybook_diff_view_show (DAYBOOK_DIFF_VIEW (view), "a", "b");
  shown = read_view (view);
  g_assert_cmpstr (shown, ==, "1 line removed · 1 line added\n−<span strikethrough=\"true\">a</span>\n+b\n");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff-view/what-went-and-what-came", test_what_went_and_what_came);
  g_test_add_func ("/diff-view/what-is-the-same-is-folded", test_what_is_the_same_is_folded);
  g_test_add_func ("/diff-view/very-many-lines-come-in-parts", test_very_many_lines_come_in_parts);
  g_test_add_func ("/diff-view/it-can-show-another", test_it_can_show_another);
  return g_test_run ();
}
