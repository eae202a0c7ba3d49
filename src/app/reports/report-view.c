/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report-view.h"

#include "app/common/file-saver.h"
#include "app/common/shell.h"
#include "app/watch/watch-folder.h"
#include "exchange/report-file.h"

#include <glib/gi18n-lib.h>

struct _DaybookReportView
{
  AdwBin          parent_instance;

  GtkStack       *stack;
  GtkProgressBar *progress;
  AdwStatusPage  *empty;
  GtkBox         *parts;

  /* Owned */
  DaybookStore   *store;
  DaybookReport  *report;   /* in sight, or NULL */
  GCancellable   *counting; /* or NULL */
  GCancellable   *chooser;  /* of the file that is being chosen */
  char           *icon;
  char           *title;
  char           *description;

  const DaybookReportAct *act; /* static; or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookReportView, daybook_report_view, ADW_TYPE_BIN)

/* --- The file ------------------------------------------------------------------------------- */

static gboolean
save_report (const char  *path,
             gpointer     data,
             GError     **error)
{
  DaybookReportView *self = data;

  /* Corrected, it would be offered as a file to import. */
  daybook_watch_folder_ignore (daybook_watch_folder_of (self->store), path);
  return daybook_report_save (self->report, self->store, path, error);
}

static void
begin_export (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  static const char *const SUFFIXES[] = { "pdf", "html", "xlsx", "csv", "json", NULL };
  DaybookReportView *self = DAYBOOK_REPORT_VIEW (widget);

  if (self->report == NULL)
    return;

  const DaybookSaveOffer offer = {
    _("Export the Report"), self->report->title, _("Pages (.pdf, .html) or tables (.xlsx, .csv, .json)"), SUFFIXES,
  };
  daybook_file_saver_run (widget, self->store, &offer, &self->chooser, save_report, self);
}

/* --- What is seen ------------------------------------------------------------------------------ */

static void
on_stop_clicked (DaybookReportView *self)
{
  g_cancellable_cancel (self->counting);
  daybook_report_view_fail (self, _("It was stopped. Choose a period to count again."));
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
make_notes (DaybookReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < report->notes->len; i++)
    gtk_box_append (GTK_BOX (box), make_label (g_ptr_array_index (report->notes, i)));
  return box;
}

static void
clear_parts (DaybookReportView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
}

static void
show_message (DaybookReportView *self,
              const char        *icon,
              const char        *title,
              const char        *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, escaped);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* --- The view ------------------------------------------------------------------------------------ */

static void
daybook_report_view_dispose (GObject *object)
{
  DaybookReportView *self = DAYBOOK_REPORT_VIEW (object);

  daybook_file_saver_stop (&self->chooser);
  g_clear_object (&self->counting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_report_view_parent_class)->dispose (object);
}

static void
daybook_report_view_finalize (GObject *object)
{
  DaybookReportView *self = DAYBOOK_REPORT_VIEW (object);

  g_clear_pointer (&self->report, daybook_report_free);
  g_free (self->icon);
  g_free (self->title);
  g_free (self->description);

  G_OBJECT_CLASS (daybook_report_view_parent_class)->finalize (object);
}

static void
daybook_report_view_class_init (DaybookReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_report_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_report_view_finalize;
  gtk_widget_class_install_action (widget_class, "report.export", NULL, begin_export);
}

static GtkWidget *
make_busy (DaybookReportView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *stop = gtk_button_new_with_mnemonic (_("_Stop"));

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Counting"), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 240, -1);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (on_stop_clicked), self);
  gtk_box_append (GTK_BOX (box), make_label (_("Counting…")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), stop);
  return box;
}

static GtkWidget *
make_content (DaybookReportView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->parts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 28));
  gtk_widget_set_margin_start (GTK_WIDGET (self->parts), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->parts), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->parts), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->parts), 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 940);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 940);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->parts));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
daybook_report_view_init (DaybookReportView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_stack_add_named (self->stack, make_busy (self), "busy");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->stack, make_content (self), "report");
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.export", FALSE);
}

void
daybook_report_view_set_store (DaybookReportView *self,
                               DaybookStore      *store)
{
  self->store = g_object_ref (store);
}

void
daybook_report_view_set_empty (DaybookReportView *self,
                               const char        *icon,
                               const char        *title,
                               const char        *description)
{
  self->icon = g_strdup (icon);
  self->title = g_strdup (title);
  self->description = g_strdup (description);
}

void
daybook_report_view_set_act (DaybookReportView      *self,
                             const DaybookReportAct *act)
{
  self->act = act;
}

void
daybook_report_view_begin (DaybookReportView *self,
                           GCancellable      *cancellable)
{
  g_set_object (&self->counting, cancellable);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

void
daybook_report_view_progress (DaybookReportView *self,
                              double             share)
{
  gtk_progress_bar_set_fraction (self->progress, CLAMP (share, 0, 1));
}

void
daybook_report_view_take (DaybookReportView *self,
                          DaybookReport     *report)
{
  /* What is in sight reads the old one. */
  clear_parts (self);
  g_clear_pointer (&self->report, daybook_report_free);
  self->report = report;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.export", report != NULL);
  if (report == NULL)
    {
      show_message (self, self->icon, self->title, self->description);
      return;
    }

  gtk_box_append (self->parts, make_notes (report));
  for (guint i = 0; i < report->parts->len; i++)
    {
      const DaybookReportPart *part = g_ptr_array_index (report->parts, i);

      if (part->rows->len > 0 || part->plot != NULL)
        gtk_box_append (self->parts, daybook_report_part_new (self->store, report, part, self->act));
    }
  gtk_stack_set_visible_child_name (self->stack, "report");
}

void
daybook_report_view_fail (DaybookReportView *self,
                          const char        *message)
{
  if (self->report != NULL)
    gtk_stack_set_visible_child_name (self->stack, "report");
  else
    show_message (self, self->icon, _("Nothing Was Counted"), message);
}
