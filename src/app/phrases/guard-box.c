/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/guard-box.h"

#include "app/common/buffer-text.h"
#include "app/phrases/guard-lane.h"

#include <glib/gi18n-lib.h>

/* Who types is not interrupted at each letter. */
#define PAUSE_MS 150
/* So many are told of at once; the others when these are gone. */
#define MOST_SHOWN 3
#define LINE_CHARS 30

struct _DaybookGuardBox
{
  AdwBin            parent_instance;

  GtkBox           *lines;

  /* Owned */
  DaybookDesk      *desk;
  DaybookGuardLane *lane;        /* made with the first text, or NULL */
  DaybookRow       *of;          /* or NULL */
  GPtrArray        *found;       /* DaybookGuardFound: in the text as it was looked through last */
  GCancellable     *cancellable; /* of the look under way, or NULL */

  /* Borrowed */
  GtkTextView      *text; /* NULL once it is gone */
  GtkTextTag       *mark;

  DaybookChannel    channel;
  guint             pause;    /* source id */
  gboolean          inactive;
  gboolean          eager;    /* Alt+G was pressed before it was looked through */
};

G_DEFINE_FINAL_TYPE (DaybookGuardBox, daybook_guard_box, ADW_TYPE_BIN)

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (DaybookGuardBox *self)
{
  return gtk_text_view_get_buffer (self->text);
}

/* --- What is told ------------------------------------------------------------------------ */

static void
get_place (DaybookGuardBox         *self,
           const DaybookGuardFound *found,
           GtkTextIter             *start,
           GtkTextIter             *end)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), start, (int) found->start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), end, (int) found->end);
}

static void
put_in (DaybookGuardBox         *self,
        const DaybookGuardFound *found)
{
  GtkTextIter start, end;
  g_autofree char *instead = g_strdup (found->instead);

  get_place (self, found, &start, &end);
  gtk_text_buffer_begin_user_action (get_buffer (self));
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
  gtk_text_buffer_insert (get_buffer (self), &start, instead, -1);
  gtk_text_buffer_end_user_action (get_buffer (self));
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
}

static void
on_better_clicked (GtkWidget       *button,
                   DaybookGuardBox *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  if (!daybook_guard_box_is_settled (self) || index >= self->found->len)
    return;

  put_in (self, g_ptr_array_index (self->found, index));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_better (DaybookGuardBox         *self,
             const DaybookGuardFound *found,
             guint                    index)
{
  /* Translators: puts better words in the place of some that the shop does not say to customers. */
  g_autofree char *name = g_strdup_printf (_("Better: “%s”"), found->instead);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Put the Better Wording In (Alt+G)"));
  gtk_widget_add_css_class (button, "guard-better");
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_better_clicked), self, 0);
  return button;
}

static void
add_line (DaybookGuardBox         *self,
          const DaybookGuardFound *found,
          guint                    index)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *head = g_strdup_printf (_("“%1$s”: %2$s"), found->words, found->title);

  gtk_box_append (GTK_BOX (line), make_label (head, "guard-words"));
  if (found->why != NULL)
    gtk_box_append (GTK_BOX (line), make_label (found->why, "caption"));
  if (found->instead != NULL)
    gtk_box_append (GTK_BOX (line), make_better (self, found, index));
  gtk_box_append (self->lines, line);
}

static void
add_rest (DaybookGuardBox *self)
{
  guint n = self->found->len - MOST_SHOWN;
  g_autofree char *rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);

  gtk_box_append (self->lines, make_label (rest, "caption"));
}

static void
show_lines (DaybookGuardBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < MIN (self->found->len, MOST_SHOWN); i++)
    add_line (self, g_ptr_array_index (self->found, i), i);
  if (self->found->len > MOST_SHOWN)
    add_rest (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->found->len > 0);
}

static void
show_marks (DaybookGuardBox *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->mark, &start, &end);
  for (guint i = 0; i < self->found->len; i++)
    {
      get_place (self, g_ptr_array_index (self->found, i), &start, &end);
      gtk_text_buffer_apply_tag (get_buffer (self), self->mark, &start, &end);
    }
}

/* Takes over `found`. */
static void
take_found (DaybookGuardBox *self,
            GPtrArray       *found)
{
  g_ptr_array_unref (self->found);
  self->found = found;
  show_marks (self);
  show_lines (self);
}

/* --- From one to the next ----------------------------------------------------------------------- */

/* The first behind the cursor, or that it is at, that `fits`; from the end on the first of all. -1: none. */
static int
find_next (DaybookGuardBox *self,
           gboolean         with_better,
           gboolean         at_cursor)
{
  GtkTextIter cursor;
  guint place;
  int first = -1;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));
  place = (guint) gtk_text_iter_get_offset (&cursor);
  for (guint i = 0; i < self->found->len; i++)
    {
      const DaybookGuardFound *found = g_ptr_array_index (self->found, i);

      if (with_better && found->instead == NULL)
        continue;
      if (at_cursor ? found->end >= place : found->start > place)
        return (int) i;
      if (first < 0)
        first = (int) i;
    }

  return first;
}

static gboolean
put_better (DaybookGuardBox *self)
{
  int next = self->text != NULL ? find_next (self, TRUE, TRUE) : -1;

  if (next < 0)
    return FALSE;

  put_in (self, g_ptr_array_index (self->found, next));
  return TRUE;
}

/* --- Looking ------------------------------------------------------------------------------- */

static void
settle (DaybookGuardBox *self)
{
  g_clear_object (&self->cancellable);
  if (self->eager)
    put_better (self);
  self->eager = FALSE;
  if (daybook_guard_box_is_settled (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookGuardBox) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = daybook_guard_lane_check_finish (result, &error);

  /* Another text was typed meanwhile, or the window closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->text == NULL)
    return;

  if (found != NULL)
    take_found (self, g_steal_pointer (&found));
  else
    g_warning ("%s", error->message);
  settle (self);
}

static void
cancel (DaybookGuardBox *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
look (DaybookGuardBox *self)
{
  g_autofree char *text = daybook_view_text (self->text);

  cancel (self);
  if (self->inactive || *text == '\0')
    {
      take_found (self, g_ptr_array_new ());
      settle (self);
      return;
    }

  if (self->lane == NULL)
    self->lane = daybook_guard_lane_new (daybook_desk_get_store (self->desk));
  self->cancellable = g_cancellable_new ();
  daybook_guard_lane_check_async (self->lane, text, self->of, self->channel, self->cancellable, on_checked, g_object_ref (self));
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookGuardBox *self = data;

  self->pause = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* What was found stands where it stood no longer. */
static void
on_text_changed (DaybookGuardBox *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* --- Keys ------------------------------------------------------------------------------------ */

static gboolean
on_better_wanted (GtkWidget *text,
                  GVariant  *arguments,
                  gpointer   data)
{
  DaybookGuardBox *self = data;

  if (self->inactive)
    return FALSE;
  if (!daybook_guard_box_put_better (self))
    gtk_widget_error_bell (text);
  return TRUE;
}

static gboolean
on_next_wanted (GtkWidget *text,
                GVariant  *arguments,
                gpointer   data)
{
  if (!daybook_guard_box_go_to_next (data))
    gtk_widget_error_bell (text);
  return TRUE;
}

static void
add_key (DaybookGuardBox    *self,
         GtkEventController *keys,
         const char         *trigger,
         GtkShortcutFunc     func)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (func, self, NULL)));
}

/* --- The widget ---------------------------------------------------------------------------------- */

static void
on_text_gone (gpointer  data,
              GObject  *gone)
{
  DaybookGuardBox *self = data;

  self->text = NULL;
  cancel (self);
}

static void
daybook_guard_box_dispose (GObject *object)
{
  DaybookGuardBox *self = DAYBOOK_GUARD_BOX (object);

  cancel (self);
  if (self->text != NULL)
    g_object_weak_unref (G_OBJECT (self->text), on_text_gone, self);
  self->text = NULL;
  g_clear_pointer (&self->lane, daybook_guard_lane_free);
  g_clear_pointer (&self->of, daybook_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_guard_box_parent_class)->dispose (object);
}

static void
daybook_guard_box_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_GUARD_BOX (object)->found);

  G_OBJECT_CLASS (daybook_guard_box_parent_class)->finalize (object);
}

static void
daybook_guard_box_class_init (DaybookGuardBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_guard_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_guard_box_finalize;
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_guard_box_init (DaybookGuardBox *self)
{
  self->found = g_ptr_array_new ();
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "guard-box");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_guard_box_watch (DaybookGuardBox *self,
                         GtkTextView     *text,
                         DaybookDesk     *desk)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (self->text == NULL);

  self->desk = g_object_ref (desk);
  self->text = text;
  g_object_weak_ref (G_OBJECT (text), on_text_gone, self);
  self->mark = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  add_key (self, keys, "<Alt>g", on_better_wanted);
  add_key (self, keys, "F8", on_next_wanted);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
}

void
daybook_guard_box_set_for (DaybookGuardBox  *self,
                           const DaybookRow *of,
                           DaybookChannel    channel)
{
  g_clear_pointer (&self->of, daybook_row_unref);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  self->channel = channel;
  look (self);
}

void
daybook_guard_box_set_active (DaybookGuardBox *self,
                              gboolean         active)
{
  if (self->inactive == !active)
    return;

  self->inactive = !active;
  if (self->text != NULL)
    look (self);
}

gboolean
daybook_guard_box_is_settled (DaybookGuardBox *self)
{
  return self->pause == 0 && self->cancellable == NULL;
}

guint
daybook_guard_box_count (DaybookGuardBox *self)
{
  return self->found->len;
}

gboolean
daybook_guard_box_put_better (DaybookGuardBox *self)
{
  if (daybook_guard_box_is_settled (self))
    return put_better (self);

  /* Who types fast presses the key before the text was looked through. */
  look (self);
  self->eager = !daybook_guard_box_is_settled (self);
  return TRUE;
}

gboolean
daybook_guard_box_go_to_next (DaybookGuardBox *self)
{
  int next = self->text != NULL && daybook_guard_box_is_settled (self) ? find_next (self, FALSE, FALSE) : -1;
  GtkTextIter start, end;

  if (next < 0)
    return FALSE;

  get_place (self, g_ptr_array_index (self->found, next), &start, &end);
  gtk_text_buffer_select_range (get_buffer (self), &start, &end);
  gtk_text_view_scroll_to_iter (self->text, &start, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return TRUE;
}
