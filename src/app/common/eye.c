/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/eye.h"

#include <glib/gi18n-lib.h>

struct _DaybookEye
{
  AdwBin           parent_instance;

  GtkToggleButton *button;
  guint            closing; /* source id while it is open */
};

G_DEFINE_FINAL_TYPE (DaybookEye, daybook_eye, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_time_over (gpointer data)
{
  DaybookEye *self = data;

  self->closing = 0;
  daybook_eye_close (self);
  return G_SOURCE_REMOVE;
}

static void
describe (DaybookEye *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->button);
  const char *text = is_open ? _("Hide Again") : _("Show in Full for 30 Seconds");

  gtk_button_set_icon_name (GTK_BUTTON (self->button), is_open ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_toggled (DaybookEye *self)
{
  g_clear_handle_id (&self->closing, g_source_remove);
  if (gtk_toggle_button_get_active (self->button))
    self->closing = g_timeout_add_seconds (DAYBOOK_EYE_SECONDS, on_time_over, self);

  describe (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
daybook_eye_dispose (GObject *object)
{
  g_clear_handle_id (&DAYBOOK_EYE (object)->closing, g_source_remove);

  G_OBJECT_CLASS (daybook_eye_parent_class)->dispose (object);
}

static void
daybook_eye_class_init (DaybookEyeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_eye_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_eye_init (DaybookEye *self)
{
  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (on_toggled), self);
  describe (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

DaybookShow
daybook_eye_get_show (DaybookEye *self)
{
  return gtk_toggle_button_get_active (self->button) ? DAYBOOK_SHOW_REVEALED : DAYBOOK_SHOW_MASKED;
}

void
daybook_eye_close (DaybookEye *self)
{
  gtk_toggle_button_set_active (self->button, FALSE);
}
