/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/clock-chip.h"

struct _DaybookClockChip
{
  AdwBin    parent_instance;

  GtkImage *image;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (DaybookClockChip, daybook_clock_chip, ADW_TYPE_BIN)

/* By DaybookDueState. */
static const struct
{
  const char *icon;
  const char *style;
} LOOKS[] = {
  [DAYBOOK_DUE_OVERDUE] = { "dialog-warning-symbolic", "clock-overdue" },
  [DAYBOOK_DUE_SOON] = { "alarm-symbolic", "clock-soon" },
  [DAYBOOK_DUE_LATER] = { "document-open-recent-symbolic", "clock-later" },
  [DAYBOOK_DUE_PAUSED] = { "media-playback-pause-symbolic", "clock-paused" },
  [DAYBOOK_DUE_STALE] = { "document-open-recent-symbolic", "clock-stale" },
};

static void
daybook_clock_chip_class_init (DaybookClockChipClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "clockchip");
}

static void
daybook_clock_chip_init (DaybookClockChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->image = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_image_set_pixel_size (self->image, 12);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_widget_add_css_class (box, "chip");
  gtk_widget_add_css_class (box, "numeric");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
daybook_clock_chip_show (DaybookClockChip *self,
                         const DaybookDue *due,
                         gint64            now,
                         GTimeZone        *zone)
{
  DaybookDueState state = daybook_due_state (due, now);
  g_autofree char *text = daybook_due_chip (due, now, zone);
  g_autofree char *why = daybook_due_explain (due, zone);

  gtk_label_set_text (self->label, text);
  gtk_image_set_from_icon_name (self->image, LOOKS[state].icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), why);
  for (gsize i = 0; i < G_N_ELEMENTS (LOOKS); i++)
    if (i == (gsize) state)
      gtk_widget_add_css_class (GTK_WIDGET (self), LOOKS[i].style);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), LOOKS[i].style);
}
