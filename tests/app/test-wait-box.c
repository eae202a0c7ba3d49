/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/told-bar.h"
#include "app/common/wait-box.h"
#include "app/common/weak.h"

/* What takes its time says how far it is, and can be ended. */

static DaybookWaitBox *
make_box (void)
{
  return DAYBOOK_WAIT_BOX (g_object_ref_sink (daybook_wait_box_new ("Looking")));
}

/* Of the box: the first of that type in it. */
static GtkWidget *
find_part (DaybookWaitBox *box,
           GType           type)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (part != NULL && !G_TYPE_CHECK_INSTANCE_TYPE (part, type))
    part = gtk_widget_get_next_sibling (part);
  g_assert_nonnull (part);
  return part;
}

static void
await_shown (DaybookWaitBox *box)
{
  while (!gtk_widget_get_visible (GTK_WIDGET (box)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_it_shows_itself_only_after_a_while (void)
{
  g_autoptr(DaybookWaitBox) box = make_box ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  daybook_wait_box_begin (box, cancellable);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
  daybook_wait_box_end (box);

  daybook_wait_box_begin (box, cancellable);
  await_shown (box);
  daybook_wait_box_end (box);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
}

static void
on_stopped (guint *n)
{
  ++*n;
}

static void
test_the_button_ends_it (void)
{
  g_autoptr(DaybookWaitBox) box = make_box ();
  g_autoptr(GCancellable) first = g_cancellable_new ();
  g_autoptr(GCancellable) second = g_cancellable_new ();
  guint n = 0;

  g_signal_connect_swapped (box, "stopped", G_CALLBACK (on_stopped), &n);
  daybook_wait_box_begin (box, first);
  daybook_wait_box_begin (box, second);
  await_shown (box);
  g_signal_emit_by_name (find_part (box, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (g_cancellable_is_cancelled (first));
  g_assert_true (g_cancellable_is_cancelled (second));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
}

static gpointer
tell_half (gpointer ear)
{
  daybook_bar_tell (5, 10, ear);
  return NULL;
}

static void
test_it_is_told_from_another_thread (void)
{
  g_autoptr(DaybookWaitBox) box = make_box ();
  GtkProgressBar *bar = GTK_PROGRESS_BAR (find_part (box, GTK_TYPE_PROGRESS_BAR));
  gpointer ear = daybook_wait_box_ear (box);

  g_thread_join (g_thread_new ("teller", tell_half, ear));
  while (gtk_progress_bar_get_fraction (bar) < 0.1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0.5, 1e-6);

  /* Whoever goes on telling after it has gone tells nobody. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&box);
  daybook_bar_tell (9, 10, ear);
  daybook_weak_free (ear);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wait-box/after-a-while", test_it_shows_itself_only_after_a_while);
  g_test_add_func ("/wait-box/the-button-ends-it", test_the_button_ends_it);
  g_test_add_func ("/wait-box/told-from-another-thread", test_it_is_told_from_another_thread);
  return g_test_run ();
}
