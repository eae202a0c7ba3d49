/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/print-operation.h"

#define PAPER "daybook-paper"

static DaybookPaper *
get_paper (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), PAPER);
}

static void
on_page_wanted (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                int                page,
                gpointer           data)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  daybook_paper_get_size (get_paper (operation), &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_save (cairo);
  cairo_scale (cairo, scale, scale);
  daybook_paper_draw (get_paper (operation), (guint) page, cairo);
  cairo_restore (cairo);
}

static GtkPageSetup *
make_setup (DaybookPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  daybook_paper_get_size (paper, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

/* Where pages go that are printed into a file after all. */
static GtkPrintSettings *
make_settings (const char *title)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:", '-');

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, documents != NULL ? documents : g_get_home_dir ());
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

GtkPrintOperation *
daybook_print_operation_new (DaybookPaper *paper,
                             const char   *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = make_setup (paper);
  g_autoptr(GtkPrintSettings) settings = make_settings (title);

  g_object_set_data_full (G_OBJECT (operation), PAPER, paper, (GDestroyNotify) daybook_paper_free);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_n_pages (operation, (int) daybook_paper_get_n_pages (paper));
  gtk_print_operation_set_job_name (operation, title);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_page_wanted), NULL);
  return operation;
}
