/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/answers-box.h"

#include "app/common/buffer-text.h"
#include "app/common/found-marks.h"
#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/phrases/answers.h"
#include "core/article.h"
#include "core/case.h"
#include "core/phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAUSE_MS 250
#define MOST_SHOWN 3
/* Of that many of them, and around the text that is scrolled to. */
#define PLACE_PX 138
#define MARGIN_PX 12

struct _DaybookAnswersBox
{
  AdwBin         parent_instance;

  GtkBox        *lines;

  /* Owned */
  DaybookDesk   *desk;
  DaybookLane   *lane;        /* made with the first text, or NULL */
  DaybookRow    *of;          /* or NULL */
  GPtrArray     *answers;     /* DaybookNearAnswer: those that are shown */
  GCancellable  *cancellable; /* of the look under way, or NULL */

  /* Borrowed */
  GtkTextView   *text; /* NULL once it is gone */

  guint          pause; /* source id */
  guint          turn;  /* source id: it is about to be scrolled to */
  gboolean       inactive;
  gboolean       awaited; /* the text has the focus */
};

G_DEFINE_FINAL_TYPE (DaybookAnswersBox, daybook_answers_box, ADW_TYPE_BIN)

enum
{
  PHRASE,
  ARTICLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- The question ------------------------------------------------------------------------------- */

/* What is asked: what is typed, or else what the case is about. */
static char *
read_question (DaybookAnswersBox *self)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_SUBJECT, DAYBOOK_CASE_CONTENT };
  g_autofree char *text = g_strstrip (daybook_view_text (self->text));
  g_autoptr(GString) question = g_string_new (NULL);

  if (*text != '\0' || self->of == NULL)
    return g_steal_pointer (&text);

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    g_string_append_printf (question, i > 0 ? "\n%s" : "%s", daybook_row_text (self->of, FIELDS[i]));
  return g_strdup (g_strstrip (question->str));
}

/* --- What is shown --------------------------------------------------------------------------- */

static void
open_answer (DaybookAnswersBox *self,
             guint              place)
{
  const DaybookNearAnswer *answer = place < self->answers->len ? g_ptr_array_index (self->answers, place) : NULL;
  g_autofree char *question = NULL;
  DaybookId id;

  if (answer == NULL)
    return;

  /* The line goes with what opens it. */
  id = answer->id;
  question = read_question (self);
  if (answer->table == &daybook_phrases)
    g_signal_emit (self, signals[PHRASE], 0, &id);
  else if (answer->is_told)
    g_signal_emit (self, signals[ARTICLE], 0, &id, question);
  else
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), answer->table, &id);
}

static void
on_clicked (GtkWidget         *button,
            DaybookAnswersBox *self)
{
  open_answer (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place")));
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_text (const DaybookNearAnswer *answer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *title = make_label (NULL), *line = make_label (NULL);

  daybook_found_marks_set (GTK_LABEL (title), answer->title, answer->title_matches);
  daybook_found_marks_set (GTK_LABEL (line), answer->excerpt->text, answer->excerpt->matches);
  gtk_widget_add_css_class (line, "caption");
  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static char *
name_answer (const DaybookNearAnswer *answer)
{
  if (answer->table == &daybook_phrases)
    return g_strdup_printf (_("Phrase: %s"), answer->title);

  return g_strdup_printf (answer->is_told ? _("Article: %s") : _("Internal article: %s"), answer->title);
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  return note;
}

static void
add_answer (DaybookAnswersBox   *self,
            const DaybookNearAnswer *answer,
            guint                place)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *key = g_strdup_printf ("Alt+%u", place + 1);
  GtkWidget *keycap = gtk_label_new (key);
  gboolean is_phrase = answer->table == &daybook_phrases;
  g_autofree char *name = name_answer (answer);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (is_phrase ? "mail-send-symbolic" : "text-x-generic-symbolic"));
  gtk_box_append (GTK_BOX (box), make_text (answer));
  if (!answer->is_told)
    gtk_box_append (GTK_BOX (box), make_note (_("Internal")));
  gtk_widget_add_css_class (keycap, "keycap");
  gtk_widget_set_valign (keycap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), keycap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_box_append (self->lines, button);
}

static void
add_hint (DaybookAnswersBox *self)
{
  GtkWidget *hint = make_label (_("Phrases and articles that answer it are shown here"));

  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (self->lines, hint);
}

/* Takes over `answers`. */
static void
show (DaybookAnswersBox *self,
      GPtrArray         *answers)
{
  GtkWidget *child;

  g_ptr_array_unref (self->answers);
  self->answers = answers;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < answers->len; i++)
    add_answer (self, g_ptr_array_index (answers, i), i);
  if (answers->len == 0)
    add_hint (self);
  gtk_widget_set_size_request (GTK_WIDGET (self->lines), -1, self->awaited ? PLACE_PX : -1);
  gtk_widget_set_visible (GTK_WIDGET (self), answers->len > 0 || (self->awaited && !self->inactive));
}

/* --- Looking ------------------------------------------------------------------------------------- */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookAnswersBox) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = daybook_answers_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (answers != NULL)
    show (self, g_steal_pointer (&answers));
  else
    g_warning ("%s", error->message);
}

static void
cancel (DaybookAnswersBox *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Articles can be offered where there is a page that opens them. */
static DaybookAnswersOf
which (DaybookAnswersBox *self)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  return DAYBOOK_ANSWERS_PHRASES
         | (shell != NULL && daybook_shell_can_show (shell, &daybook_articles) ? DAYBOOK_ANSWERS_ARTICLES : (DaybookAnswersOf) 0);
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookAnswersBox *self = data;
  DaybookStore *store = daybook_desk_get_store (self->desk);
  const DaybookNearBy by = {
    .language = daybook_language_here (), .agent = daybook_store_get_agent (store),
    .reg = self->of != NULL ? daybook_row_text (self->of, DAYBOOK_CASE_REGISTER) : NULL,
    .stage = self->of != NULL ? daybook_row_text (self->of, DAYBOOK_CASE_STAGE) : NULL,
  };
  g_autofree char *text = read_question (self);

  self->pause = 0;
  if (self->lane == NULL)
    self->lane = daybook_lane_new (store);
  self->cancellable = g_cancellable_new ();
  daybook_answers_read_async (self->lane, text, which (self), &by, MOST_SHOWN, self->cancellable, on_read, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* What stands there stays until there is something nearer. */
static void
look (DaybookAnswersBox *self)
{
  g_autofree char *text = g_strstrip (daybook_view_text (self->text)), *question = read_question (self);

  cancel (self);
  /* What the case is about is answered while somebody is about to write. */
  if (self->inactive || *question == '\0' || (*text == '\0' && !self->awaited))
    show (self, g_ptr_array_new ());
  else
    self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* --- Its place ------------------------------------------------------------------------------------ */

/* Before anything is typed, as far as the text itself stays in sight. */
static gboolean
scroll_to (gpointer data)
{
  DaybookAnswersBox *self = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t own, text;
  GtkAdjustment *down;
  double above, below;

  self->turn = 0;
  if (scroller == NULL || self->text == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &own)
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->text), scroller, &text))
    return G_SOURCE_REMOVE;

  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  below = (double) own.origin.y + own.size.height + MARGIN_PX - gtk_adjustment_get_page_size (down);
  above = (double) text.origin.y - MARGIN_PX;
  if (below > 0)
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + MIN (below, above));
  return G_SOURCE_REMOVE;
}

static void
on_entered (DaybookAnswersBox *self)
{
  self->awaited = TRUE;
  show (self, g_ptr_array_ref (self->answers));
  look (self);
  if (!self->inactive && self->turn == 0)
    self->turn = g_idle_add_full (G_PRIORITY_LOW, scroll_to, self, NULL);
}

static void
on_left (DaybookAnswersBox *self)
{
  g_autofree char *text = g_strstrip (daybook_view_text (self->text));

  self->awaited = FALSE;
  if (*text == '\0')
    look (self);
  else
    show (self, g_ptr_array_ref (self->answers));
}

/* --- The widget ------------------------------------------------------------------------------------ */

static gboolean
on_key (GtkWidget *text,
        GVariant  *place,
        gpointer   data)
{
  DaybookAnswersBox *self = data;

  if (g_variant_get_uint32 (place) >= self->answers->len)
    return FALSE;

  open_answer (self, g_variant_get_uint32 (place));
  return TRUE;
}

static void
add_keys (DaybookAnswersBox *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < MOST_SHOWN; i++)
    {
      g_autofree char *trigger = g_strdup_printf ("<Alt>%u|<Alt>KP_%u", i + 1, i + 1);
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (on_key, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
}

static void
on_text_gone (gpointer  data,
              GObject  *gone)
{
  DaybookAnswersBox *self = data;

  self->text = NULL;
  cancel (self);
}

static void
daybook_answers_box_dispose (GObject *object)
{
  DaybookAnswersBox *self = DAYBOOK_ANSWERS_BOX (object);

  cancel (self);
  g_clear_handle_id (&self->turn, g_source_remove);
  if (self->text != NULL)
    g_object_weak_unref (G_OBJECT (self->text), on_text_gone, self);
  self->text = NULL;
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_pointer (&self->of, daybook_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_answers_box_parent_class)->dispose (object);
}

static void
daybook_answers_box_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_ANSWERS_BOX (object)->answers);

  G_OBJECT_CLASS (daybook_answers_box_parent_class)->finalize (object);
}

static void
daybook_answers_box_class_init (DaybookAnswersBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_answers_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_answers_box_finalize;
  signals[PHRASE] = g_signal_new ("phrase", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ARTICLE] = g_signal_new ("article", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
daybook_answers_box_init (DaybookAnswersBox *self)
{
  self->answers = g_ptr_array_new ();
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_answers_box_watch (DaybookAnswersBox *self,
                           GtkTextView       *text,
                           DaybookDesk       *desk)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (self->text == NULL);

  self->desk = g_object_ref (desk);
  self->text = text;
  g_object_weak_ref (G_OBJECT (text), on_text_gone, self);
  g_signal_connect_object (gtk_text_view_get_buffer (text), "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), focus);
  add_keys (self);
}

void
daybook_answers_box_set_for (DaybookAnswersBox *self,
                             const DaybookRow  *of)
{
  g_clear_pointer (&self->of, daybook_row_unref);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  if (self->text != NULL && self->awaited)
    look (self);
}

void
daybook_answers_box_set_active (DaybookAnswersBox *self,
                                gboolean           active)
{
  if (self->inactive == !active)
    return;

  self->inactive = !active;
  if (self->text != NULL)
    look (self);
}
