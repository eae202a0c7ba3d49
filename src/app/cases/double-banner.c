/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/double-banner.h"

#include "app/common/shell.h"

#include <glib/gi18n-lib.h>

struct _DaybookDoubleBanner
{
  AdwBin      parent_instance;

  /* Template widgets */
  GtkWidget   *card;
  GtkImage    *icon;
  GtkLabel    *said;
  GtkButton   *open_button;
  GtkWidget   *mean_button;
  GtkWidget   *form;
  GtkEditable *why;
  GtkWidget   *confirm_button;

  /* Owned */
  DaybookRow  *row;
};

G_DEFINE_FINAL_TYPE (DaybookDoubleBanner, daybook_double_banner, ADW_TYPE_BIN)

enum
{
  MEANT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_open_clicked (DaybookDoubleBanner *self)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &self->row->id);
}

static void
on_mean_clicked (DaybookDoubleBanner *self)
{
  gtk_widget_set_visible (self->mean_button, FALSE);
  gtk_widget_set_visible (self->form, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
}

static char *
read_why (DaybookDoubleBanner *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->why)));
}

static void
on_why_changed (DaybookDoubleBanner *self)
{
  g_autofree char *why = read_why (self);

  gtk_widget_set_sensitive (self->confirm_button, *why != '\0');
}

static void
on_confirmed (DaybookDoubleBanner *self)
{
  g_autofree char *why = read_why (self);

  if (*why != '\0')
    g_signal_emit (self, signals[MEANT], 0, why);
}

static void
daybook_double_banner_dispose (GObject *object)
{
  g_clear_pointer (&DAYBOOK_DOUBLE_BANNER (object)->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_double_banner_parent_class)->dispose (object);
}

static void
daybook_double_banner_class_init (DaybookDoubleBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_double_banner_dispose;
  signals[MEANT] = g_signal_new ("meant", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/double-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, card);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, said);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, open_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, mean_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, why);
  gtk_widget_class_bind_template_child (widget_class, DaybookDoubleBanner, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_mean_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_why_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_confirmed);
}

static void
daybook_double_banner_init (DaybookDoubleBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (const DaybookDouble *other,
          DaybookCaseDoes      does)
{
  const char *number = daybook_row_text (other->row, DAYBOOK_CASE_NUMBER);

  if (other->confirmed)
    /* Translators: %s is the number of another case. */
    return g_strdup_printf (_("%s is about the same goods, and somebody has said that both are meant."), number);
  if (does == DAYBOOK_CASE_PAYS_BACK)
    /* Translators: %s is the number of an exchange or a resend. */
    return g_strdup_printf (_("Do not refund: %s sends other goods for these."), number);

  /* Translators: %s is the number of a refund. */
  return g_strdup_printf (_("Do not send: the money for these goods goes back by %s."), number);
}

GtkWidget *
daybook_double_banner_new (const DaybookDouble *other,
                           DaybookCaseDoes      does,
                           gboolean             can_confirm)
{
  DaybookDoubleBanner *self = g_object_new (DAYBOOK_TYPE_DOUBLE_BANNER, NULL);
  g_autofree char *said = describe (other, does);
  /* Translators: %s is the number of a case. */
  g_autofree char *open = g_strdup_printf (_("Open %s"), daybook_row_text (other->row, DAYBOOK_CASE_NUMBER));

  self->row = daybook_row_ref (other->row);
  gtk_label_set_label (self->said, said);
  gtk_button_set_label (self->open_button, open);
  gtk_image_set_from_icon_name (self->icon, other->confirmed ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_add_css_class (self->card, other->confirmed ? "calm" : "careful");
  gtk_widget_set_visible (self->mean_button, can_confirm && !other->confirmed);
  return GTK_WIDGET (self);
}

const DaybookRow *
daybook_double_banner_get_row (DaybookDoubleBanner *self)
{
  return self->row;
}
