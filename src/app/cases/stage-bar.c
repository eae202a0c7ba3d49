/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/stage-bar.h"

#include "app/common/cell.h"
#include "app/compat/wrap-box.h"
#include "core/moment.h"
#include "core/register-money.h"

#include <glib/gi18n-lib.h>

struct _DaybookStageBar
{
  AdwBin           parent_instance;

  GtkBox          *track;   /* a step for each stage */
  GtkLabel        *chip;
  GtkLabel        *since;
  GtkWidget       *buttons; /* a wrap box */

  DaybookRegister *definition; /* those shown, or NULL */
  int              stage;
};

G_DEFINE_FINAL_TYPE (DaybookStageBar, daybook_stage_bar, ADW_TYPE_BIN)

enum
{
  MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

/* A stage that is retired has a step only while the case is there. */
static void
fill_track (DaybookStageBar *self)
{
  for (guint i = 0; i < daybook_register_get_n_stages (self->definition); i++)
    {
      const DaybookStageRule *stage = daybook_register_get_stage (self->definition, i);
      GtkWidget *step;

      if (stage->retired && (int) i != self->stage)
        continue;
      step = gtk_label_new (NULL);
      gtk_widget_set_hexpand (step, TRUE);
      gtk_widget_set_tooltip_text (step, stage->label);
      gtk_widget_add_css_class (step, "stage-step");
      if ((int) i == self->stage)
        gtk_widget_add_css_class (step, "here");
      else if ((int) i < self->stage)
        gtk_widget_add_css_class (step, "past");
      gtk_box_append (self->track, step);
    }
}

static void
on_clicked (DaybookStageBar *self,
            GtkWidget       *button)
{
  g_signal_emit (self, signals[MOVE], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "stage")));
}

static void
add_button (DaybookStageBar *self,
            guint            stage,
            gboolean         is_first)
{
  const DaybookStageRule *rule = daybook_register_get_stage (self->definition, stage);
  GtkWidget *button = gtk_button_new_with_label (rule->label);
  /* Translators: a button that moves a case on; %s is a stage: “Received”. */
  g_autofree char *tip = g_strdup_printf (_("Move to “%s”"), rule->label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "stage-move");
  if (is_first)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data (G_OBJECT (button), "stage", GINT_TO_POINTER (stage));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->buttons, NULL);
}

/* To the end of a case that is continued elsewhere leads the menu for that (outcome-button.h). */
static gboolean
can_go (DaybookStageBar *self,
        int              stage)
{
  const char *continued = daybook_register_get_outcomes (self->definition)->stage;

  return g_strcmp0 (daybook_register_get_stage (self->definition, (guint) stage)->key, continued) != 0
         && daybook_register_may_move (self->definition, (guint) self->stage, (guint) stage);
}

/* The ways on before those back; the first way on is the usual one. */
static void
fill_buttons (DaybookStageBar *self)
{
  int n = (int) daybook_register_get_n_stages (self->definition);
  gboolean is_first = TRUE;

  if (self->stage < 0)
    return;

  for (int i = self->stage + 1; i < n; i++)
    if (can_go (self, i))
      {
        add_button (self, (guint) i, is_first);
        is_first = FALSE;
      }
  for (int i = 0; i < self->stage; i++)
    if (can_go (self, i))
      add_button (self, (guint) i, FALSE);
}

static void
say_stage (DaybookStageBar *self)
{
  const DaybookStageRule *stage = self->stage >= 0 ? daybook_register_get_stage (self->definition, (guint) self->stage) : NULL;
  /* Translators: for a screen reader: where a case stands. */
  g_autofree char *text = g_strdup_printf (_("Stage: %s"), stage != NULL ? stage->label : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->track), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
daybook_stage_bar_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_STAGE_BAR (object)->definition);

  G_OBJECT_CLASS (daybook_stage_bar_parent_class)->dispose (object);
}

static void
daybook_stage_bar_class_init (DaybookStageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_stage_bar_dispose;
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
daybook_stage_bar_init (DaybookStageBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->track = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  self->chip = GTK_LABEL (gtk_label_new (NULL));
  self->since = GTK_LABEL (gtk_label_new (NULL));
  self->buttons = g_object_new (DAYBOOK_TYPE_WRAP_BOX, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->since), "dim-label");
  gtk_label_set_ellipsize (self->since, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->chip));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->since));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->track));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
daybook_stage_bar_show (DaybookStageBar  *self,
                        DaybookDesk      *desk,
                        DaybookRegister  *definition,
                        const DaybookRow *row)
{
  int stage = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  g_autofree char *when = daybook_desk_format (desk, row, DAYBOOK_CASE_STAGE_SINCE, DAYBOOK_SHOW_MASKED);
  /* Translators: since when a case is in its stage; %s is a time: “Yesterday 10:20”. */
  g_autofree char *since = g_strdup_printf (_("since %s"), when);

  daybook_chip_show (self->chip, row, DAYBOOK_CASE_STAGE);
  gtk_label_set_label (self->since, *when != '\0' ? since : "");
  if (self->definition == definition && self->stage == stage)
    return;

  g_set_object (&self->definition, definition);
  self->stage = stage;
  clear (GTK_WIDGET (self->track));
  clear (self->buttons);
  fill_track (self);
  fill_buttons (self);
  say_stage (self);
}
