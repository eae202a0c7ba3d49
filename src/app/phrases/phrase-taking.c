/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-taking.h"

struct _DaybookPhraseTaking
{
  GObject      parent_instance;

  /* Owned */
  DaybookDesk *desk;
  DaybookRow  *of;      /* or NULL */
  GPtrArray   *phrases; /* DaybookRow */

  /* Borrowed */
  GtkTextView *text; /* NULL once it is gone */

  gint64       promised;
  gboolean     composing; /* an input method is */
  gboolean     slash;     /* the picker was opened by one, in the middle of a text */
};

G_DEFINE_FINAL_TYPE (DaybookPhraseTaking, daybook_phrase_taking, G_TYPE_OBJECT)

enum
{
  TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (DaybookPhraseTaking *self)
{
  return gtk_text_view_get_buffer (self->text);
}

/* --- The picker ---------------------------------------------------------------------------- */

/* With one Ctrl+Z it is gone again. */
static void
insert (DaybookPhraseTaking *self,
        const char          *text)
{
  gtk_text_buffer_begin_user_action (get_buffer (self));
  gtk_text_buffer_insert_at_cursor (get_buffer (self), text, -1);
  gtk_text_buffer_end_user_action (get_buffer (self));
}

static void
on_inserted (DaybookPhraseTaking *self,
             const char          *text,
             GPtrArray           *phrases,
             gint64               promised)
{
  self->slash = FALSE;
  if (self->text == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  insert (self, text);
  for (guint i = 0; i < phrases->len; i++)
    if (!daybook_rows_hold (self->phrases, g_ptr_array_index (phrases, i)))
      g_ptr_array_add (self->phrases, daybook_row_ref (g_ptr_array_index (phrases, i)));
  if (promised != 0)
    self->promised = promised;
  g_signal_emit (self, signals[TAKEN], 0, promised);
}

/* Nobody wanted a phrase: it was a slash. */
static void
on_dropped (DaybookPhraseTaking *self)
{
  if (self->slash && self->text != NULL)
    insert (self, "/");
  self->slash = FALSE;
}

DaybookPhrasePicker *
daybook_phrase_taking_open (DaybookPhraseTaking *self)
{
  GtkWidget *page = self->text != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (self->text), DAYBOOK_TYPE_PAGE) : NULL;
  DaybookPhrasePicker *picker;

  if (page == NULL || self->of == NULL)
    return NULL;

  picker = daybook_phrase_picker_open (DAYBOOK_PAGE (page), self->desk, self->of);
  daybook_phrase_picker_allow_insert (picker);
  g_signal_connect_object (picker, "insert", G_CALLBACK (on_inserted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  return picker;
}

/* --- Keys ---------------------------------------------------------------------------------- */

static void
on_preedit_changed (DaybookPhraseTaking *self,
                    const char          *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static gboolean
is_at_word_start (DaybookPhraseTaking *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));
  return !gtk_text_iter_backward_char (&cursor) || g_unichar_isspace (gtk_text_iter_get_char (&cursor));
}

static gboolean
on_key_pressed (DaybookPhraseTaking *self,
                guint                key,
                guint                code,
                GdkModifierType      state)
{
  if (key != GDK_KEY_slash || self->composing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !is_at_word_start (self)
      || daybook_phrase_taking_open (self) == NULL)
    return FALSE;

  self->slash = gtk_text_buffer_get_char_count (get_buffer (self)) > 0;
  return TRUE;
}

/* --- The object ---------------------------------------------------------------------------- */

static void
on_text_gone (gpointer  data,
              GObject  *gone)
{
  DAYBOOK_PHRASE_TAKING (data)->text = NULL;
}

static void
daybook_phrase_taking_dispose (GObject *object)
{
  DaybookPhraseTaking *self = DAYBOOK_PHRASE_TAKING (object);

  if (self->text != NULL)
    g_object_weak_unref (G_OBJECT (self->text), on_text_gone, self);
  self->text = NULL;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->of, daybook_row_unref);

  G_OBJECT_CLASS (daybook_phrase_taking_parent_class)->dispose (object);
}

static void
daybook_phrase_taking_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_PHRASE_TAKING (object)->phrases);

  G_OBJECT_CLASS (daybook_phrase_taking_parent_class)->finalize (object);
}

static void
daybook_phrase_taking_class_init (DaybookPhraseTakingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_taking_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_phrase_taking_finalize;
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
daybook_phrase_taking_init (DaybookPhraseTaking *self)
{
  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
}

DaybookPhraseTaking *
daybook_phrase_taking_new (GtkTextView *text,
                           DaybookDesk *desk)
{
  DaybookPhraseTaking *self = g_object_new (DAYBOOK_TYPE_PHRASE_TAKING, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = text;
  self->desk = g_object_ref (desk);
  g_object_weak_ref (G_OBJECT (text), on_text_gone, self);
  g_signal_connect_object (text, "preedit-changed", G_CALLBACK (on_preedit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
  return self;
}

void
daybook_phrase_taking_set_of (DaybookPhraseTaking *self,
                              const DaybookRow    *of)
{
  gboolean is_same = of != NULL && self->of != NULL && daybook_id_equal (&of->id, &self->of->id);

  g_clear_pointer (&self->of, daybook_row_unref);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  if (is_same)
    return;

  daybook_phrase_taking_drop (self);
}

GPtrArray *
daybook_phrase_taking_steal (DaybookPhraseTaking *self,
                             gint64              *promised)
{
  GPtrArray *phrases = self->phrases;

  *promised = self->promised;
  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  self->promised = 0;
  return phrases;
}

void
daybook_phrase_taking_drop (DaybookPhraseTaking *self)
{
  g_ptr_array_set_size (self->phrases, 0);
  self->promised = 0;
}
