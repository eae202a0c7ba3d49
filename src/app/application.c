/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include "app/book.h"
#include "app/common/desk.h"
#include "app/common/prefs.h"
#include "app/common/reminder-start.h"
#include "app/common/shell.h"
#include "app/compat/mnemonic.h"
#include "app/daily-backup.h"
#include "app/settings/look-group.h"
#include "app/window/actions.h"
#include "app/today/today-page.h"
#include "app/window/window.h"
#include "config.h"
#include "core/instance.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

struct _DaybookApplication
{
  AdwApplication parent_instance;

  char          *folder; /* of the shop */
  DaybookBook    book;
  GCancellable  *cancellable;
  gboolean       opening;
  DaybookStore  *store;  /* once it is open */
  DaybookDailyBackup *backup;
  GListStore    *files;  /* GFile: to import as soon as it is */
  char          *quick;  /* to be added as soon as it is, maybe ""; or NULL */
  GSettings     *settings; /* or NULL */
  char          *due;      /* key of what is to be shown as soon as the book is open; or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookApplication, daybook_application, ADW_TYPE_APPLICATION)

static const GOptionEntry OPTIONS[] = {
  { "data", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
    N_("The folder of the shop"), N_("DIR") },
  { "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Open a made-up shop to look around in"), NULL },
  { "page", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show this page first"), N_("NAME") },
  { "quick-add", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Open quick add; the words behind it are its text"), NULL },
  { "due", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show what is due, and open what has this key"), N_("KEY") },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Print the version and end"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    NULL, N_("[FILE…]") },
  { NULL },
};

static DaybookWindow *
find_window (DaybookApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return DAYBOOK_IS_WINDOW (window) ? DAYBOOK_WINDOW (window) : NULL;
}

static void
hand_over_files (DaybookApplication *self,
                 DaybookWindow      *window)
{
  g_autoptr(GListStore) files = g_steal_pointer (&self->files);

  self->files = g_list_store_new (G_TYPE_FILE);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) > 0)
    daybook_shell_import (DAYBOOK_SHELL (window), G_LIST_MODEL (files));
}

/* What a notification was about; "": all that is due. */
static void
show_due (DaybookApplication *self,
          DaybookWindow      *window)
{
  g_autofree char *key = g_steal_pointer (&self->due);

  if (key == NULL)
    return;

  daybook_window_show_page (window, "today");
  if (DAYBOOK_IS_TODAY_PAGE (daybook_window_get_page (window)))
    daybook_today_page_open_key (DAYBOOK_TODAY_PAGE (daybook_window_get_page (window)), key);
}

static void
hand_over_quick (DaybookApplication *self,
                 DaybookWindow      *window)
{
  g_autofree char *text = g_steal_pointer (&self->quick);

  if (text != NULL)
    daybook_actions_quick_add (window, text);
}

static void
on_backup_failed (const GError *error,
                  gpointer      data)
{
  DaybookWindow *window = find_window (data);

  if (window != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (window), error);
  else
    g_warning ("The day’s backup was not made: %s", error->message);
}

static void
on_book_opened (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(DaybookApplication) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStore) store = daybook_book_open_finish (result, &error);
  DaybookWindow *window = find_window (self);

  self->opening = FALSE;
  /* Closed before it was open. */
  if (window == NULL)
    return;

  if (store == NULL)
    {
      daybook_window_set_failed (window, self->folder, error);
      return;
    }

  self->store = g_steal_pointer (&store);
  if (self->book == DAYBOOK_BOOK_SAMPLE)
    daybook_desk_mark_sample (daybook_desk_of (self->store));
  self->backup = daybook_daily_backup_new (self->store, on_backup_failed, self);
  daybook_window_set_store (window, self->store);
  hand_over_files (self, window);
  hand_over_quick (self, window);
  show_due (self, window);
  daybook_reminder_start (self->settings, self->folder);
}

static void
open_book (DaybookApplication *self)
{
  if (self->opening)
    return;

  self->opening = TRUE;
  daybook_book_open_async (self->folder, self->book, self->cancellable, on_book_opened, g_object_ref (self));
}

static DaybookWindow *
obtain_window (DaybookApplication *self)
{
  DaybookWindow *window = find_window (self);

  if (window != NULL)
    return window;

  window = daybook_window_new (ADW_APPLICATION (self));
  if (self->store != NULL)
    daybook_window_set_store (window, self->store);
  else
    open_book (self);

  return window;
}

static void
want_due (DaybookApplication *self,
          const char         *key)
{
  DaybookWindow *window = obtain_window (self);

  g_free (self->due);
  self->due = g_strdup (key);
  if (self->store != NULL)
    show_due (self, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_due_asked (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  want_due (data, g_variant_get_string (parameter, NULL));
}

static void
daybook_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (obtain_window (DAYBOOK_APPLICATION (application))));
}

static void
daybook_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  DaybookApplication *self = DAYBOOK_APPLICATION (application);
  DaybookWindow *window = obtain_window (self);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (self->files, files[i]);
  if (self->store != NULL)
    hand_over_files (self, window);

  gtk_window_present (GTK_WINDOW (window));
}

static void
open_arguments (GApplication            *application,
                GApplicationCommandLine *command_line,
                const char *const       *names)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, names[i]));

  g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
}

/* Words are texts here, whatever bytes they are. */
static void
take_quick (DaybookApplication *self,
            const char *const  *words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (; words != NULL && *words != NULL; words++)
    {
      g_autofree char *word = g_utf8_make_valid (*words, -1);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
    }

  g_free (self->quick);
  self->quick = g_string_free (g_steal_pointer (&text), FALSE);
  if (self->store != NULL)
    hand_over_quick (self, find_window (self));
}

static int
daybook_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  const char *page, *key;

  g_application_activate (application);
  if (g_variant_dict_lookup (options, "page", "&s", &page)
      && !daybook_window_show_page (find_window (DAYBOOK_APPLICATION (application)), page))
    {
      g_application_command_line_printerr (command_line, _("There is no page called “%s”.\n"), page);
      return 2;
    }
  if (g_variant_dict_lookup (options, "due", "&s", &key))
    want_due (DAYBOOK_APPLICATION (application), key);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names);
  if (g_variant_dict_contains (options, "quick-add"))
    take_quick (DAYBOOK_APPLICATION (application), names);
  else if (names != NULL)
    open_arguments (application, command_line, names);

  return 0;
}

static void
choose_folder (DaybookApplication *self,
               GVariantDict       *options)
{
  g_autofree char *data = NULL;
  g_autofree char *id = NULL;
  const char *given;

  data = g_variant_dict_lookup (options, "data", "^&ay", &given) ? g_canonicalize_filename (given, NULL)
                                                                  : daybook_instance_folder ();
  if (g_variant_dict_contains (options, "sample"))
    self->book = DAYBOOK_BOOK_SAMPLE;

  g_free (self->folder);
  self->folder = self->book == DAYBOOK_BOOK_SAMPLE ? g_build_filename (data, "sample", NULL) : g_strdup (data);

  /* One instance for each folder. */
  id = daybook_instance_name (DAYBOOK_APP_ID, self->folder);
  g_application_set_application_id (G_APPLICATION (self), id);
}

/* In every process, before it knows whether it is the first. */
static int
daybook_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  const char *folder;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("daybook %s\n", DAYBOOK_VERSION);
      return 0;
    }

  /* As of a script's variable that is not set: the folder at hand is never meant. */
  if (g_variant_dict_lookup (options, "data", "^&ay", &folder) && *folder == '\0')
    {
      g_printerr ("daybook: %s\n", _("--data takes the name of a folder."));
      return 2;
    }

  choose_folder (DAYBOOK_APPLICATION (application), options);
  return -1;
}

/* Another book is a program of its own, so that nothing of it mixes with this
 * one's. `sample` is "--sample" or NULL. FALSE: it was not started, and that is said. */
static gboolean
start_program (DaybookApplication *self,
               const char         *folder,
               const char         *sample)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program != NULL ? program : "daybook",
                              "--data", folder, sample, NULL);
  if (process == NULL && find_window (self) != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (find_window (self)), error);
  return process != NULL;
}

static void
on_sample_asked (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  DaybookApplication *self = data;

  start_program (self, self->folder, "--sample");
}

/* Instead of a book that could not be opened, whose window is of no use any more. */
static void
on_folder_asked (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  DaybookApplication *self = data;

  if (start_program (self, g_variant_get_bytestring (parameter), NULL) && self->store == NULL && find_window (self) != NULL)
    gtk_window_close (GTK_WINDOW (find_window (self)));
}

/* After a backup has taken the place of a book that could not be opened. */
static void
on_reopen_asked (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  DaybookApplication *self = data;

  if (self->store == NULL)
    open_book (self);
}

static void
on_quit_asked (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  DaybookWindow *window = find_window (data);

  /* What is being typed is saved when its window closes. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
daybook_application_startup (GApplication *application)
{
  static const GActionEntry ACTIONS[] = {
    { "open-folder", on_folder_asked, "ay" },
    { "open-sample", on_sample_asked },
    { "quit", on_quit_asked },
    { "reopen", on_reopen_asked },
    { "show-due", on_due_asked, "s" },
  };
  static const char *const QUIT_KEYS[] = { "<Control>q", NULL };
  DaybookApplication *self = DAYBOOK_APPLICATION (application);

  /* In its thread, while GTK starts in this one. */
  open_book (self);
  G_APPLICATION_CLASS (daybook_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), ACTIONS, G_N_ELEMENTS (ACTIONS), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", QUIT_KEYS);
  gtk_window_set_default_icon_name (DAYBOOK_APP_ID);
  daybook_mnemonics_name_once ();
  self->settings = daybook_prefs_new ();
  daybook_look_follow (self->settings);
}

static void
daybook_application_shutdown (GApplication *application)
{
  DaybookApplication *self = DAYBOOK_APPLICATION (application);

  g_cancellable_cancel (self->cancellable);
  G_APPLICATION_CLASS (daybook_application_parent_class)->shutdown (application);
  g_clear_pointer (&self->backup, daybook_daily_backup_free);
  daybook_tasks_wait ();
  if (self->store != NULL)
    daybook_store_close (self->store);
}

static void
daybook_application_finalize (GObject *object)
{
  DaybookApplication *self = DAYBOOK_APPLICATION (object);

  g_free (self->folder);
  g_free (self->quick);
  g_free (self->due);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->files);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (daybook_application_parent_class)->finalize (object);
}

static void
daybook_application_class_init (DaybookApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_application_finalize;
  application_class->startup = daybook_application_startup;
  application_class->activate = daybook_application_activate;
  application_class->open = daybook_application_open;
  application_class->command_line = daybook_application_command_line;
  application_class->handle_local_options = daybook_application_handle_local_options;
  application_class->shutdown = daybook_application_shutdown;
}

static void
daybook_application_init (DaybookApplication *self)
{
  self->folder = daybook_instance_folder ();
  self->cancellable = g_cancellable_new ();
  self->files = g_list_store_new (G_TYPE_FILE);
  g_application_add_main_option_entries (G_APPLICATION (self), OPTIONS);
}

DaybookApplication *
daybook_application_new (void)
{
  return g_object_new (DAYBOOK_TYPE_APPLICATION,
                       "application-id", DAYBOOK_APP_ID,
                       "resource-base-path", "/io/github/daybook/Daybook",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
