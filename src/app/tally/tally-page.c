/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tally/tally-page.h"

#include "app/common/desk.h"
#include "app/common/file-saver.h"
#include "app/common/shell.h"
#include "app/compat/wrap-box.h"
#include "app/tally/tally-table.h"
#include "core/moment.h"
#include "core/words.h"
#include "exchange/tally-file.h"
#include "store/tally-sums.h"

#include <glib/gi18n-lib.h>

/* Shown below the buttons. */
#define DAYS 7
#define SECONDS_PER_DAY 86400
/* The keys of the first classes: the row of digits, and the number pad. */
#define MOST_KEYS 9

struct _DaybookTallyPage
{
  DaybookPage     parent_instance;

  /* Template widgets */
  DaybookWrapBox *channels;
  GtkBox         *classes;
  AdwBin         *today_bin;
  AdwBin         *days_bin;
  GtkWidget      *nothing;
  GtkWidget      *sums;

  /* Owned */
  DaybookStore   *store;
  GPtrArray      *options; /* DaybookOption: the classes that have buttons */
  GCancellable   *chooser; /* of the file that is being chosen, or NULL */

  int             channel; /* DaybookChannel */
  gboolean        stale;   /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookTallyPage, daybook_tally_page, DAYBOOK_TYPE_PAGE)

static DaybookReader *
get_reader (DaybookTallyPage *self)
{
  return daybook_store_get_reader (self->store);
}

static const char *
channel_label (gint64 channel)
{
  return daybook_words_enum (&daybook_tallies.fields[DAYBOOK_TALLY_CHANNEL], channel);
}

/* --- Counting ------------------------------------------------------------------------- */

/* "Product · Phone: 4 today" */
static char *
describe_count (DaybookTallyPage    *self,
                const DaybookOption *option)
{
  gint64 now = daybook_store_get_now (self->store);
  GTimeZone *zone = daybook_store_get_zone (self->store);
  g_autoptr(GPtrArray) sums = daybook_reader_tally_sums (get_reader (self), daybook_moment_day (now, zone, 0),
                                                         daybook_moment_day (now, zone, 1), NULL);
  gint64 n = 1;

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const DaybookTallySum *sum = g_ptr_array_index (sums, i);

      if (g_str_equal (sum->class, option->key) && sum->channel == self->channel)
        n += sum->count;
    }
  /* Translators: a class of questions, a channel, and how many of them came by it today. */
  return g_strdup_printf (_("%1$s · %2$s: %3$d today"), option->label, channel_label (self->channel), (int) n);
}

static void
count_one (DaybookTallyPage    *self,
           const DaybookOption *option)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_tally_act_add (get_reader (self), option->key, (DaybookChannel) self->channel, 1,
                                                       daybook_store_get_agent (self->store), daybook_store_get_now (self->store),
                                                       &error);
  g_autofree char *done = describe_count (self, option);

  if (edit != NULL)
    daybook_shell_commit (shell, edit, done);
  else
    daybook_shell_say_error (shell, error);
}

static void
on_class_clicked (DaybookTallyPage *self,
                  GtkWidget        *button)
{
  count_one (self, g_object_get_data (G_OBJECT (button), "option"));
}

static gboolean
on_key_pressed (DaybookTallyPage *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  guint place = key >= GDK_KEY_1 && key <= GDK_KEY_9 ? key - GDK_KEY_1
    : key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_1 : MOST_KEYS;

  if (place >= self->options->len || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  count_one (self, g_ptr_array_index (self->options, place));
  return TRUE;
}

/* --- Buttons ----------------------------------------------------------------------------- */

static void
on_channel_toggled (DaybookTallyPage *self,
                    GtkToggleButton  *button)
{
  if (gtk_toggle_button_get_active (button))
    self->channel = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "channel"));
}

/* What this person counted last, or the shop’s own chat. */
static int
find_channel (DaybookTallyPage *self)
{
  g_autoptr(DaybookRow) last = daybook_reader_tally_last (get_reader (self), daybook_store_get_agent (self->store), NULL);

  return last != NULL ? (int) daybook_row_int (last, DAYBOOK_TALLY_CHANNEL) : DAYBOOK_CHANNEL_SHOP_CHAT;
}

static void
fill_channels (DaybookTallyPage *self)
{
  GtkWidget *first = NULL;

  self->channel = find_channel (self);
  for (int i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (channel_label (i));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first != NULL ? GTK_TOGGLE_BUTTON (first) : NULL);
      first = first != NULL ? first : button;
      g_object_set_data (G_OBJECT (button), "channel", GINT_TO_POINTER (i));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->channel);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_channel_toggled), self, G_CONNECT_SWAPPED);
      gtk_widget_insert_before (button, GTK_WIDGET (self->channels), NULL);
    }
}

static GtkWidget *
make_class (DaybookTallyPage    *self,
            const DaybookOption *option,
            guint                place)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (option->label);
  g_autofree char *key = place < MOST_KEYS ? g_strdup_printf ("%u", place + 1) : g_strdup ("");
  GtkWidget *cap = gtk_label_new (key);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (cap, *key != '\0');
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), cap);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "tally-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, option->label, -1);
  g_object_set_data (G_OBJECT (button), "option", (gpointer) option);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_class_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

/* The shop may have other classes than before. */
static void
fill_classes (DaybookTallyPage *self)
{
  g_autoptr(GPtrArray) options = daybook_reader_tally_classes (get_reader (self));
  gboolean same = self->options != NULL && self->options->len == options->len;
  GtkWidget *child;

  for (guint i = 0; same && i < options->len; i++)
    same = g_ptr_array_index (options, i) == g_ptr_array_index (self->options, i);
  if (same)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->classes))) != NULL)
    gtk_box_remove (self->classes, child);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = g_ptr_array_ref (options);
  for (guint i = 0; i < options->len; i++)
    gtk_box_append (self->classes, make_class (self, g_ptr_array_index (options, i), i));
}

/* --- Sums ------------------------------------------------------------------------------------ */

static GPtrArray *
read_days (DaybookTallyPage  *self,
           int                n_days,
           GError           **error)
{
  gint64 now = daybook_store_get_now (self->store);

  return daybook_reader_tally_days (get_reader (self), now - (n_days - 1) * SECONDS_PER_DAY, now, error);
}

static void
show_sums (DaybookTallyPage *self)
{
  g_autoptr(GPtrArray) today = read_days (self, 1, NULL);
  g_autoptr(GPtrArray) days = read_days (self, DAYS, NULL);
  gboolean any = days != NULL && days->len > 0;

  gtk_widget_set_visible (self->sums, any);
  gtk_widget_set_visible (self->nothing, !any);
  if (!any || today == NULL)
    return;
  adw_bin_set_child (self->today_bin, daybook_tally_table_new (get_reader (self), today));
  adw_bin_set_child (self->days_bin, daybook_tally_table_new (get_reader (self), days));
}

static void
show_all (DaybookTallyPage *self)
{
  fill_classes (self);
  show_sums (self);
}

/* --- Export ------------------------------------------------------------------------------------ */

static gboolean
save_counts (const char  *path,
             gpointer     data,
             GError     **error)
{
  DaybookTallyPage *self = data;
  g_autoptr(GPtrArray) days = read_days (self, DAYBOOK_TALLY_DAYS, error);

  return days != NULL && daybook_tally_file_write (self->store, days, path, error);
}

static void
on_export_clicked (DaybookTallyPage *self)
{
  static const char *const SUFFIXES[] = { "csv", NULL };
  const DaybookSaveOffer offer = { _("Export the Counts"), _("Enquiries answered at once"), _("Text (.csv)"), SUFFIXES };

  daybook_file_saver_run (GTK_WIDGET (self), self->store, &offer, &self->chooser, save_counts, self);
}

/* --- The page -------------------------------------------------------------------------------------- */

static void
on_book_changed (DaybookTallyPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    show_all (self);
}

static void
shown (DaybookPage *page)
{
  DaybookTallyPage *self = DAYBOOK_TALLY_PAGE (page);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->classes));

  if (self->stale)
    show_all (self);
  self->stale = FALSE;
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
daybook_tally_page_dispose (GObject *object)
{
  DaybookTallyPage *self = DAYBOOK_TALLY_PAGE (object);

  daybook_file_saver_stop (&self->chooser);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_tally_page_parent_class)->dispose (object);
}

static void
daybook_tally_page_class_init (DaybookTallyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_tally_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = shown;

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/tally/tally-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTallyPage, channels);
  gtk_widget_class_bind_template_child (widget_class, DaybookTallyPage, classes);
  gtk_widget_class_bind_template_child (widget_class, DaybookTallyPage, today_bin);
  gtk_widget_class_bind_template_child (widget_class, DaybookTallyPage, days_bin);
  gtk_widget_class_bind_template_child (widget_class, DaybookTallyPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, DaybookTallyPage, sums);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
}

static void
daybook_tally_page_init (DaybookTallyPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

DaybookPage *
daybook_tally_page_new (DaybookStore *store)
{
  DaybookTallyPage *self = g_object_new (DAYBOOK_TYPE_TALLY_PAGE, NULL);

  self->store = g_object_ref (store);
  fill_channels (self);
  show_all (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (daybook_desk_of (store)), "day", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
