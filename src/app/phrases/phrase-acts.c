/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-acts.h"

#include "core/moment.h"
#include "core/phrase-path.h"
#include "core/phrase.h"
#include "store/registers.h"
#include "store/telling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE_CHARS 30

struct _DaybookPhraseActs
{
  AdwBin          parent_instance;

  GtkWidget      *promise_line;
  GtkCheckButton *promise;
  GtkEditable    *when;
  GtkLabel       *exact;
  GtkCheckButton *move;
  GtkLabel       *move_why;
  GtkCheckButton *snooze;
  GtkLabel       *snooze_why;

  /* Owned */
  DaybookDesk    *desk;
  char           *words; /* of the promise, as the phrases propose it; or NULL */
  char           *stage; /* ... of the stage; or NULL */
  char           *off;   /* ... of the snooze; or NULL */

  gint64          promised;
  gint64          until;
  gboolean        unminded; /* there is no case, whose clock would tell of a promise */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (DaybookPhraseActs, daybook_phrase_acts, ADW_TYPE_BIN)

enum
{
  PROMISED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookPhraseActs *self)
{
  return daybook_desk_get_store (self->desk);
}

static gboolean
read_when (DaybookPhraseActs  *self,
           const char         *words,
           gint64             *moment,
           GError            **error)
{
  return daybook_phrase_when (words, daybook_store_get_now (get_store (self)), daybook_store_get_zone (get_store (self)), moment, error);
}

/* --- The promise --------------------------------------------------------------------------- */

static void
show_exact (DaybookPhraseActs *self,
            const GError      *error)
{
  g_autofree char *when = self->promised != 0 ? daybook_moment_format_long (self->promised, daybook_store_get_zone (get_store (self)))
                                              : g_strdup (error != NULL ? error->message : "");
  g_autofree char *text = g_strjoin ("\n", when, self->promised != 0 && self->unminded ? _("Nothing will remind you of it: there is no case.") : NULL, NULL);

  gtk_label_set_label (self->exact, text);
  gtk_widget_set_visible (GTK_WIDGET (self->exact), *text != '\0');
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->exact), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->exact), "error");
}

static void
read_promise (DaybookPhraseActs *self)
{
  const char *words = gtk_editable_get_text (self->when);
  gboolean wanted = gtk_check_button_get_active (self->promise) && *words != '\0';
  g_autoptr(GError) error = NULL;
  gint64 moment = 0;

  if (wanted)
    read_when (self, words, &moment, &error);
  if (moment != self->promised)
    {
      self->promised = moment;
      show_exact (self, error);
      g_signal_emit (self, signals[PROMISED], 0);
    }
  else
    show_exact (self, error);
}

static void
on_promise_changed (DaybookPhraseActs *self)
{
  if (!self->filling)
    read_promise (self);
}

/* Whoever writes a time means it. */
static void
on_when_changed (DaybookPhraseActs *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  gtk_check_button_set_active (self->promise, *gtk_editable_get_text (self->when) != '\0');
  self->filling = FALSE;
  read_promise (self);
}

/* --- Stage and snooze ------------------------------------------------------------------------ */

static void
show_choice (GtkCheckButton *check,
             GtkLabel       *why,
             const char     *label,
             const GError   *error)
{
  gtk_widget_set_visible (GTK_WIDGET (check), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (why), label != NULL && error != NULL);
  if (label == NULL)
    return;

  gtk_check_button_set_label (check, label);
  gtk_widget_set_sensitive (GTK_WIDGET (check), error == NULL);
  gtk_label_set_label (why, error != NULL ? error->message : "");
  if (error != NULL)
    gtk_check_button_set_active (check, FALSE);
}

/* "Agreed" of the case's register; a stage that it has not is called by its key. */
static const char *
name_stage (DaybookReader    *reader,
            const DaybookRow *of,
            const char       *key)
{
  gboolean is_case = of != NULL && daybook_table_base (of->table) == &daybook_cases;
  DaybookRegister *definition = is_case ? daybook_reader_register (reader, daybook_row_text (of, DAYBOOK_CASE_REGISTER)) : NULL;
  int stage = definition != NULL ? daybook_register_find_stage (definition, key) : -1;

  return stage >= 0 ? daybook_register_get_stage (definition, (guint) stage)->label : key;
}

static void
show_move (DaybookPhraseActs *self,
           const DaybookRow  *of)
{
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  if (self->stage != NULL)
    {
      daybook_telling_may_move (reader, of, self->stage, &error);
      /* Translators: %s is a stage of the case: “Agreed”. */
      label = g_strdup_printf (_("Move the case to “%s”"), name_stage (reader, of, self->stage));
    }
  show_choice (self->move, self->move_why, label, error);
}

static void
show_snooze (DaybookPhraseActs *self,
             const DaybookRow  *of)
{
  g_autofree char *label = NULL, *when = NULL;
  g_autoptr(GError) error = NULL;

  self->until = 0;
  if (self->off != NULL && read_when (self, self->off, &self->until, &error))
    daybook_telling_may_snooze (daybook_store_get_reader (get_store (self)), of, &error);
  if (self->off != NULL)
    {
      when = self->until != 0 ? daybook_moment_format (self->until, daybook_store_get_now (get_store (self)), daybook_store_get_zone (get_store (self)))
                              : g_strdup (self->off);
      /* Translators: %s is a time: “Tomorrow 10:00”. */
      label = g_strdup_printf (_("Put the case off until %s"), when);
    }
  show_choice (self->snooze, self->snooze_why, label, error);
}

/* --- The widget -------------------------------------------------------------------------------- */

static GtkLabel *
make_why (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_set_margin_start (label, 26);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkCheckButton *
make_check (GtkWidget  *box,
            const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_box_append (GTK_BOX (box), check);
  return GTK_CHECK_BUTTON (check);
}

static void
make_promise (DaybookPhraseActs *self,
              GtkWidget         *box)
{
  GtkWidget *entry = gtk_entry_new ();

  self->promise_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->promise_line);
  self->promise = make_check (self->promise_line, _("The customer hears again"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("tomorrow 10:00, 2h"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 14);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("By When"), -1);
  gtk_box_append (GTK_BOX (self->promise_line), entry);
  self->when = GTK_EDITABLE (entry);
  self->exact = make_why (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->exact), "numeric");
  g_signal_connect_object (self->promise, "toggled", G_CALLBACK (on_promise_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_when_changed), self, G_CONNECT_SWAPPED);
}

static void
daybook_phrase_acts_dispose (GObject *object)
{
  DaybookPhraseActs *self = DAYBOOK_PHRASE_ACTS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->off, g_free);

  G_OBJECT_CLASS (daybook_phrase_acts_parent_class)->dispose (object);
}

static void
daybook_phrase_acts_class_init (DaybookPhraseActsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_acts_dispose;
  signals[PROMISED] = g_signal_new ("promised", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_phrase_acts_init (DaybookPhraseActs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  make_promise (self, box);
  self->move = make_check (box, NULL);
  self->move_why = make_why (box);
  self->snooze = make_check (box, NULL);
  self->snooze_why = make_why (box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Whether what the phrases propose is something else now. Takes over `now`. */
static gboolean
take (char **known,
      char  *now)
{
  gboolean other = g_strcmp0 (*known, now) != 0;

  g_free (*known);
  *known = now;
  return other;
}

/* What the last of the phrases says that says something; NULL: none does. Articles propose nothing. (transfer full) */
static char *
last_word (GPtrArray *phrases,
           guint      field)
{
  const char *word = "";

  for (guint i = 0; i < phrases->len; i++)
    {
      const DaybookRow *phrase = g_ptr_array_index (phrases, i);
      const char *own = phrase->table == &daybook_phrases ? daybook_row_text (phrase, field) : "";

      if (*own != '\0')
        word = own;
    }
  return *word != '\0' ? g_strdup (word) : NULL;
}

static void
propose_promise (DaybookPhraseActs *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->when, self->words != NULL ? self->words : "");
  gtk_check_button_set_active (self->promise, self->words != NULL);
  self->filling = FALSE;
  read_promise (self);
}

void
daybook_phrase_acts_show (DaybookPhraseActs *self,
                          DaybookDesk       *desk,
                          const DaybookRow  *of,
                          GPtrArray         *phrases,
                          gboolean           asks_promise)
{
  gboolean has_promise;

  g_set_object (&self->desk, desk);
  self->unminded = of == NULL || daybook_table_base (of->table) != &daybook_cases;
  if (take (&self->words, last_word (phrases, DAYBOOK_PHRASE_PROMISE)))
    propose_promise (self);
  if (take (&self->stage, last_word (phrases, DAYBOOK_PHRASE_STAGE)))
    gtk_check_button_set_active (self->move, FALSE);
  if (take (&self->off, last_word (phrases, DAYBOOK_PHRASE_SNOOZE)))
    gtk_check_button_set_active (self->snooze, FALSE);

  has_promise = asks_promise || self->words != NULL || self->promised != 0;
  gtk_widget_set_visible (self->promise_line, has_promise);
  show_move (self, of);
  show_snooze (self, of);
  gtk_widget_set_visible (GTK_WIDGET (self), has_promise || self->stage != NULL || self->off != NULL);
}

void
daybook_phrase_acts_clear (DaybookPhraseActs *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->when, "");
  gtk_check_button_set_active (self->promise, FALSE);
  gtk_check_button_set_active (self->move, FALSE);
  gtk_check_button_set_active (self->snooze, FALSE);
  self->filling = FALSE;
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->off, g_free);
  self->promised = 0;
  self->until = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_phrase_acts_promise (DaybookPhraseActs *self,
                             const char        *words)
{
  gint64 moment;

  if (read_when (self, words, &moment, NULL))
    gtk_editable_set_text (self->when, words);
}

gint64
daybook_phrase_acts_get_promised (DaybookPhraseActs *self)
{
  return self->promised;
}

gboolean
daybook_phrase_acts_check (DaybookPhraseActs  *self,
                           GError            **error)
{
  gint64 moment;

  return !gtk_widget_get_visible (GTK_WIDGET (self)) || !gtk_check_button_get_active (self->promise)
         || *gtk_editable_get_text (self->when) == '\0' || read_when (self, gtk_editable_get_text (self->when), &moment, error);
}

const char *
daybook_phrase_acts_get_stage (DaybookPhraseActs *self)
{
  return gtk_check_button_get_active (self->move) ? self->stage : NULL;
}

gint64
daybook_phrase_acts_get_until (DaybookPhraseActs *self)
{
  return gtk_check_button_get_active (self->snooze) ? self->until : 0;
}
