/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-picker.h"
#include "core/phrase.h"
#include "core/use.h"
#include "window.h"

/*   bench-picker FOLDER PHRASES
 *
 * Adds so many phrases to the book, every tenth of which was of use, and opens the phrase picker in the real window: how
 * long it takes from the key until it is drawn, and until it is drawn with its phrases; and the same for a word that is
 * typed into it; the processor's time of the main loop beside them. The first opening for itself. Then the page of phrases:
 * how long a view takes until its first rows are there and until it is whole, and the longest turn of the main loop
 * meanwhile. */

#define ROUNDS 9
#define A_TRANSACTION 1000
#define USES 20

typedef struct
{
  DaybookWindow *window;
  DaybookStore  *store;
  double         drawn;  /* when the first frame after the act was, or 0 */
  double         filled; /* ... and the first that has phrases, or 0 */
  guint          n;      /* of them; other than before it was asked */
} Desk;

/* Of one kind of act, milliseconds. */
typedef struct
{
  GArray *drawn;
  GArray *filled;
  GArray *cpu;
} Times;

static Times
new_times (void)
{
  return (Times) { measure_series (), measure_series (), measure_series () };
}

static void
add_phrase (DaybookEdit *edit,
            guint        number)
{
  g_autofree char *title = g_strdup_printf ("Phrase %u about %s", number, number % 97 == 0 ? "customs" : "delivery");
  g_autofree char *text = g_strdup_printf ("Hello {customer|there}, your order {order} has number %u in our list, and we shall write to you again by {promise_time} "
                                           "when the parcel has gone on. Thank you for your patience.", number);
  DaybookId id, use;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text (text));
  daybook_edit_give (edit, DAYBOOK_PHRASE_PURPOSE, daybook_value_int (number % DAYBOOK_PURPOSE_BARGAIN));
  for (guint i = 0; number % 10 == 0 && i < USES; i++)
    {
      daybook_id_random (&use);
      daybook_edit_create (edit, &daybook_uses, &use);
      daybook_edit_give (edit, DAYBOOK_USE_PHRASE, daybook_value_id (&id));
    }
}

static void
make_phrases (DaybookStore *store,
              guint         n)
{
  g_autoptr(GError) error = NULL;

  for (guint done = 0; done < n; done += A_TRANSACTION)
    {
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, "Phrases", daybook_store_get_agent (store));
      g_autoptr(DaybookOutcome) outcome = NULL;

      for (guint i = done; i < MIN (n, done + A_TRANSACTION); i++)
        add_phrase (edit, i);
      outcome = daybook_store_commit (store, edit, &error);
      if (outcome == NULL)
        g_error ("%s", error->message);
    }
}

static DaybookPhrasePicker *
get_picker (Desk *desk)
{
  return daybook_phrase_picker_in (daybook_window_get_page (desk->window));
}

static guint
count_shown (Desk *desk)
{
  GtkWidget *list = get_picker (desk) != NULL ? window_find (GTK_WIDGET (get_picker (desk)), GTK_TYPE_LIST_VIEW) : NULL;

  return list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) : 0;
}

static void
on_painted (Desk *desk)
{
  double now = measure_now ();

  if (desk->drawn <= 0 && get_picker (desk) != NULL)
    desk->drawn = now;
  if (desk->filled <= 0 && count_shown (desk) != desk->n)
    desk->filled = now;
}

/* Until both. */
static void
await (Desk        *desk,
       double       start,
       double       start_cpu,
       const Times *times)
{
  desk->drawn = desk->filled = 0;
  while (desk->drawn <= 0 || desk->filled <= 0)
    g_main_context_iteration (NULL, TRUE);
  measure_add (times->cpu, (window_cpu () - start_cpu) * 1000);
  measure_add (times->drawn, (desk->drawn - start) * 1000);
  measure_add (times->filled, (desk->filled - start) * 1000);
  window_settle (desk->window);
}

static void
open_picker (Desk        *desk,
             const Times *times)
{
  double start = measure_now (), start_cpu = window_cpu ();

  desk->n = 0;
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.phrase", NULL);
  await (desk, start, start_cpu, times);
}

static void
type_word (Desk        *desk,
           const Times *times)
{
  GtkWidget *entry = window_find (GTK_WIDGET (get_picker (desk)), GTK_TYPE_SEARCH_ENTRY);
  double start = measure_now (), start_cpu = window_cpu ();

  desk->n = count_shown (desk);
  gtk_editable_set_text (GTK_EDITABLE (entry), "customs 970");
  await (desk, start, start_cpu, times);
}

static void
print (const char *name,
       Times       times)
{
  measure_print (name, "drawn_ms", measure_quantile (times.drawn, 0.5), "filled_ms", measure_quantile (times.filled, 0.5),
                 "max_ms", measure_quantile (times.filled, 1), "cpu_ms", measure_quantile (times.cpu, 0.5), NULL);
  g_array_unref (times.drawn);
  g_array_unref (times.filled);
  g_array_unref (times.cpu);
}

static void
bench (Desk *desk)
{
  Times first = new_times (), opened = new_times (), typed = new_times ();

  for (guint i = 0; i <= ROUNDS; i++)
    {
      open_picker (desk, i == 0 ? &first : &opened);
      type_word (desk, &typed);
      daybook_page_close_aside (daybook_window_get_page (desk->window));
      window_settle (desk->window);
    }

  print ("the first picker", first);
  print ("the picker", opened);
  print ("a word typed into it", typed);
}

static void
turn_to (Desk       *desk,
         const char *view)
{
  g_autofree char *name = g_strdup_printf ("the page of phrases: %s", view);
  double start = measure_now (), first;
  Watched watched;

  watch_begin (desk->window);
  daybook_window_show_view (desk->window, "phrases", view);
  while (g_list_model_get_n_items (G_LIST_MODEL (window_model (desk->window))) == 0)
    g_main_context_iteration (NULL, TRUE);
  first = (measure_now () - start) * 1000;
  window_settle (desk->window);
  watched = watch_end ();
  measure_print (name, "first_ms", first, "whole_ms", (measure_now () - start) * 1000, "longest_turn_ms", watched.work,
                 "longest_frame_ms", watched.frame, NULL);
}

int
main (int    argc,
      char **argv)
{
  Desk desk = { 0 };

  if (argc != 3)
    {
      g_printerr ("usage: bench-picker FOLDER PHRASES\n");
      return 2;
    }

  adw_init ();
  desk.window = window_open (argv[1], &desk.store);
  make_phrases (desk.store, (guint) atoi (argv[2]));
  daybook_store_settle (desk.store);
  window_settle (desk.window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (desk.window)), "after-paint", G_CALLBACK (on_painted), &desk);
  bench (&desk);
  turn_to (&desk, "phrases");
  turn_to (&desk, "most-used");
  turn_to (&desk, "phrases");
  turn_to (&desk, "most-used");
  turn_to (&desk, "unused");
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (desk.window)), &desk);
  window_close (desk.window, desk.store);
  return 0;
}
