/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/boxes/box-scan.h"

struct _DaybookBoxScan
{
  AdwBin     parent_instance;

  /* Template widgets */
  GtkEntry  *entry;
  GtkWidget *result;
  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *detail;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (DaybookBoxScan, daybook_box_scan, ADW_TYPE_BIN)

enum
{
  SCANNED,
  NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *icon;
  const char *style;
} LOOKS[] = {
  [DAYBOOK_SCAN_FOUND] = { "emblem-ok-symbolic", "success" },
  [DAYBOOK_SCAN_WAITS] = { "content-loading-symbolic", "warning" },
  [DAYBOOK_SCAN_REFUSED] = { "dialog-error-symbolic", "error" },
};

static void
on_next_clicked (DaybookBoxScan *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

/* The next number may come before this one is dealt with: the entry is free for it. */
static void
on_entered (DaybookBoxScan *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (*text != '\0')
    g_signal_emit (self, signals[SCANNED], 0, text);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->next_button)))
    on_next_clicked (self);
}

static void
daybook_box_scan_class_init (DaybookBoxScanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SCANNED] = g_signal_new ("scanned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/boxes/box-scan.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxScan, entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxScan, result);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxScan, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxScan, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxScan, detail);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxScan, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
}

static void
daybook_box_scan_init (DaybookBoxScan *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_box_scan_new (void)
{
  return g_object_new (DAYBOOK_TYPE_BOX_SCAN, NULL);
}

void
daybook_box_scan_say (DaybookBoxScan    *self,
                      DaybookScanResult  result,
                      const char        *title,
                      const char        *detail,
                      const char        *next)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LOOKS); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), LOOKS[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), LOOKS[result].style);
  gtk_image_set_from_icon_name (self->icon, LOOKS[result].icon);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_button_set_label (self->next_button, next != NULL ? next : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next != NULL);
  gtk_widget_set_visible (self->result, TRUE);
}

void
daybook_box_scan_begin (DaybookBoxScan *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
