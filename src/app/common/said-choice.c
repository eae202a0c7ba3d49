/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/said-choice.h"

#include <glib/gi18n-lib.h>

struct _DaybookSaidChoice
{
  AdwBin          parent_instance;

  GtkCheckButton *ticks[DAYBOOK_SAID_N];
};

G_DEFINE_FINAL_TYPE (DaybookSaidChoice, daybook_said_choice, ADW_TYPE_BIN)

static void
daybook_said_choice_class_init (DaybookSaidChoiceClass *klass)
{
}

static GtkCheckButton *
make_tick (const char *label)
{
  GtkWidget *tick = gtk_check_button_new_with_mnemonic (label);
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  /* A check button tells its underline too. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (tick, FALSE);
  return GTK_CHECK_BUTTON (tick);
}

static void
daybook_said_choice_init (DaybookSaidChoice *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->ticks[DAYBOOK_SAID_COMPLAINT] = make_tick (_("_Open a complaint: the score is low"));
  self->ticks[DAYBOOK_SAID_SUGGESTION] = make_tick (_("Keep the opinion as a su_ggestion"));
  for (guint what = 0; what < DAYBOOK_SAID_N; what++)
    gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->ticks[what]));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_said_choice_show (DaybookSaidChoice       *self,
                          DaybookReader           *reader,
                          const DaybookSurveySaid *said)
{
  gboolean any = FALSE;

  for (guint what = 0; what < DAYBOOK_SAID_N; what++)
    {
      gboolean fits = daybook_said_case_fits (reader, (DaybookSaidCase) what, said);

      gtk_widget_set_visible (GTK_WIDGET (self->ticks[what]), fits);
      if (!fits)
        gtk_check_button_set_active (self->ticks[what], FALSE);
      any = any || fits;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

void
daybook_said_choice_read (DaybookSaidChoice *self,
                          gboolean          *becomes)
{
  for (guint what = 0; what < DAYBOOK_SAID_N; what++)
    becomes[what] = gtk_check_button_get_active (self->ticks[what]);
}
