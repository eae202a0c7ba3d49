/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/file-saver.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "core/moment.h"
#include "exchange/export.h"

#include <glib/gi18n-lib.h>

/* On the chooser. */
#define SAVE "daybook-save"

typedef struct
{
  GtkWidget       *widget;
  DaybookSaveFunc  save;
  gpointer         data;
} Save;

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  const Save *save = data;
  DaybookShell *shell = daybook_shell_of (save->widget);
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_("Exported: %s"), name);
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    daybook_shell_say (shell, _("A list can be exported only to a folder of this computer."));
  else if (save->save (path, save->data, &error))
    daybook_shell_say (shell, text);
  else
    daybook_shell_say_error (shell, error);
}

/* "Customer Value 2026-11-22.pdf" */
static char *
propose_name (DaybookStore           *store,
              const DaybookSaveOffer *offer)
{
  g_autofree char *now = daybook_moment_to_iso (daybook_store_get_now (store), daybook_store_get_zone (store));
  char *name = g_strdup_printf ("%s %.10s.%s", offer->subject, now, offer->suffixes[0]);

  return g_strdelimit (name, "/\\:", '-');
}

void
daybook_file_saver_stop (GCancellable **chooser)
{
  g_cancellable_cancel (*chooser);
  g_clear_object (chooser);
}

void
daybook_file_saver_run (GtkWidget               *widget,
                        DaybookStore            *store,
                        const DaybookSaveOffer  *offer,
                        GCancellable           **chooser,
                        DaybookSaveFunc          save,
                        gpointer                 data)
{
  const Save kept = { widget, save, data };
  g_autofree char *name = propose_name (store, offer);
  g_autoptr(GError) error = NULL;
  GtkFileChooser *asking;
  Save *on_chooser;

  if (!daybook_export_check_person (store, &error))
    {
      daybook_shell_say_error (daybook_shell_of (widget), error);
      return;
    }

  daybook_file_saver_stop (chooser);
  *chooser = g_cancellable_new ();
  asking = daybook_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, offer->title, _("_Export"));
  daybook_file_chooser_offer (asking, offer->label, offer->suffixes);
  daybook_file_chooser_keep_folder (asking, "exports-folder");
  gtk_file_chooser_set_current_name (asking, name);
  on_chooser = g_memdup2 (&kept, sizeof kept);
  g_object_set_data_full (G_OBJECT (asking), SAVE, on_chooser, g_free);
  daybook_file_chooser_run (asking, *chooser, on_target_chosen, on_chooser);
}
