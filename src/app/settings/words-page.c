/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/words-page.h"

#include "app/common/desk.h"
#include "app/compat/toasts.h"
#include "app/phrases/guard-box.h"
#include "app/settings/word-form.h"
#include "app/settings/word-list.h"
#include "app/settings/word-paste.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

struct _DaybookWordsPage
{
  AdwBin            parent_instance;

  /* Template widgets */
  AdwWindowTitle   *title;
  GtkWidget        *add_button;
  GtkWidget        *paste_button;
  GtkStack         *stack;
  DaybookWordList  *list;
  DaybookWordForm  *form;
  DaybookWordPaste *paste;
  GtkWidget        *foot;
  GtkTextView      *text;
  GtkDropDown      *channel;
  DaybookGuardBox  *guard;
  GtkLabel         *verdict;
};

G_DEFINE_FINAL_TYPE (DaybookWordsPage, daybook_words_page, ADW_TYPE_BIN)

enum
{
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- From one part to another -------------------------------------------------------------- */

/* What is said of an act does not cover the text to try it on. */
static void
lift_toasts (DaybookWordsPage *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean is_list = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list");
  int height = 0;

  if (ADW_IS_PREFERENCES_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_list)
    gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  if (ADW_IS_PREFERENCES_WINDOW (window))
    daybook_toasts_lift (GTK_WIDGET (window), height);
}

static void
turn_to (DaybookWordsPage *self,
         const char       *part,
         const char       *title)
{
  gboolean is_list = g_str_equal (part, "list");

  gtk_stack_set_visible_child_name (self->stack, part);
  adw_window_title_set_title (self->title, title);
  gtk_widget_set_visible (self->add_button, is_list);
  gtk_widget_set_visible (self->paste_button, is_list);
  lift_toasts (self);
}

static gboolean
is_at_list (DaybookWordsPage *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list");
}

static void
go_to_list (DaybookWordsPage *self)
{
  turn_to (self, "list", _("Guarded Words"));
  daybook_word_list_focus (self->list);
}

static void
on_paste_done (DaybookWordsPage *self)
{
  daybook_word_list_expect (self->list);
  go_to_list (self);
}

static void
on_form_done (DaybookWordsPage *self)
{
  if (daybook_word_form_is_new (self->form))
    daybook_word_list_expect (self->list);
  go_to_list (self);
}

static void
on_opened (DaybookWordsPage          *self,
           const DaybookGuardedEntry *entry)
{
  turn_to (self, "form", entry->shipped ? _("New Guarded Word") : _("Guarded Word"));
  daybook_word_form_show (self->form, entry, daybook_word_list_keys (self->list));
}

static void
add (DaybookWordsPage *self,
     const char       *text)
{
  turn_to (self, "form", _("New Guarded Word"));
  daybook_word_form_show (self->form, NULL, daybook_word_list_keys (self->list));
  daybook_word_form_suggest (self->form, text);
}

static void
paste (DaybookWordsPage *self)
{
  turn_to (self, "paste", _("Paste Many Words"));
  daybook_word_paste_show (self->paste, daybook_word_list_keys (self->list));
}

static void
go_back (DaybookWordsPage *self)
{
  if (is_at_list (self))
    g_signal_emit (self, signals[LEFT], 0);
  else
    go_to_list (self);
}

static void
on_back_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  go_back (DAYBOOK_WORDS_PAGE (widget));
}

static void
on_add_asked (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  if (is_at_list (DAYBOOK_WORDS_PAGE (widget)))
    add (DAYBOOK_WORDS_PAGE (widget), "");
}

static void
on_paste_asked (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  paste (DAYBOOK_WORDS_PAGE (widget));
}

/* Before the preferences, which would close. */
static gboolean
on_key_pressed (DaybookWordsPage *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  go_back (self);
  return TRUE;
}

/* --- A text to try ------------------------------------------------------------------------- */

/* The first is any. */
static void
on_channel_chosen (DaybookWordsPage *self)
{
  daybook_guard_box_set_for (self->guard, NULL, (DaybookChannel) gtk_drop_down_get_selected (self->channel));
}

static void
on_settled (DaybookWordsPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  guint n = daybook_guard_box_count (self->guard);
  g_autofree char *found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place found. Alt+G puts the better wording in, F8 goes to the next.",
                                                         "%u places found. Alt+G puts the better wording in, F8 goes to the next.", n), n);

  if (gtk_text_buffer_get_char_count (buffer) == 0)
    gtk_label_set_label (self->verdict, _("Write what you would say to a customer, and see what is found in it."));
  else
    gtk_label_set_label (self->verdict, n > 0 ? found : _("Nothing is found in it."));
  lift_toasts (self);
}

static void
offer_channels (DaybookWordsPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Any Channel"));
  for (guint i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    gtk_string_list_append (names, daybook_words_label (&daybook_channel_words[i]));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (names));
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
daybook_words_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daybook_words_page_parent_class)->map (widget);
  lift_toasts (DAYBOOK_WORDS_PAGE (widget));
}

static void
daybook_words_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daybook_words_page_parent_class)->unmap (widget);
  lift_toasts (DAYBOOK_WORDS_PAGE (widget));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/words-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, paste_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, paste);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, foot);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, channel);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, guard);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordsPage, verdict);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, add);
  gtk_widget_class_bind_template_callback (widget_class, paste);
  gtk_widget_class_bind_template_callback (widget_class, on_form_done);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_done);
  gtk_widget_class_bind_template_callback (widget_class, on_channel_chosen);
}

static void
daybook_words_page_class_init (DaybookWordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = daybook_words_page_map;
  widget_class->unmap = daybook_words_page_unmap;
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DAYBOOK_TYPE_GUARD_BOX);
  g_type_ensure (DAYBOOK_TYPE_WORD_FORM);
  g_type_ensure (DAYBOOK_TYPE_WORD_LIST);
  g_type_ensure (DAYBOOK_TYPE_WORD_PASTE);
  gtk_widget_class_install_action (widget_class, "words.back", NULL, on_back_asked);
  gtk_widget_class_install_action (widget_class, "words.add", NULL, on_add_asked);
  gtk_widget_class_install_action (widget_class, "words.paste", NULL, on_paste_asked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "words.add", NULL);
  bind_template (widget_class);
}

static void
daybook_words_page_init (DaybookWordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_words_page_new (DaybookStore *store)
{
  DaybookWordsPage *self = g_object_new (DAYBOOK_TYPE_WORDS_PAGE, NULL);

  daybook_guard_box_watch (self->guard, self->text, daybook_desk_of (store));
  g_signal_connect_object (self->guard, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_channel_chosen), self, G_CONNECT_SWAPPED);
  daybook_word_list_set_store (self->list, store);
  daybook_word_form_set_store (self->form, store);
  daybook_word_paste_set_store (self->paste, store);
  offer_channels (self);
  on_channel_chosen (self);
  return GTK_WIDGET (self);
}

void
daybook_words_page_begin (DaybookWordsPage *self)
{
  daybook_word_list_focus (self->list);
}
