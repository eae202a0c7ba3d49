/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/flag-picker.h"

#include "app/common/words.h"

#include <glib/gi18n-lib.h>

#define MIXED (-1)

struct _DaybookFlagPicker
{
  AdwBin           parent_instance;

  GPtrArray       *buttons; /* GtkToggleButton by DaybookFlag, borrowed */
  int              flag;    /* DaybookFlag, or MIXED */
};

G_DEFINE_FINAL_TYPE (DaybookFlagPicker, daybook_flag_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_toggled (DaybookFlagPicker *self,
            GtkToggleButton   *button)
{
  guint flag;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &flag)
      || (int) flag == self->flag)
    return;

  self->flag = (int) flag;
  g_signal_emit (self, signals[PICKED], 0, (int) flag);
}

static void
on_clicked (DaybookFlagPicker *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static GtkWidget *
make_button (DaybookFlagPicker *self,
             DaybookFlag        flag)
{
  const DaybookField *field = &daybook_orders.fields[DAYBOOK_ORDER_FLAG];
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *dot = gtk_image_new_from_icon_name (flag != DAYBOOK_FLAG_NONE ? "emoji-flags-symbolic"
                                                                           : "action-unavailable-symbolic");
  const char *name = daybook_words_enum (field, flag);
  g_autofree char *colour = g_strconcat ("flag-", daybook_field_word_name (field, flag), NULL);
  /* Translators: %s is a colour: the flag of an order. */
  g_autofree char *tooltip = flag != DAYBOOK_FLAG_NONE ? g_strdup_printf (_("Flag: %s"), name)
                                                       : g_strdup (_("No Flag"));

  gtk_button_set_child (GTK_BUTTON (button), dot);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "flag-button");
  gtk_widget_add_css_class (button, colour);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
daybook_flag_picker_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_FLAG_PICKER (object)->buttons);

  G_OBJECT_CLASS (daybook_flag_picker_parent_class)->finalize (object);
}

static void
daybook_flag_picker_class_init (DaybookFlagPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_flag_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_flag_picker_init (DaybookFlagPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  self->buttons = g_ptr_array_new ();
  for (int flag = DAYBOOK_FLAG_NONE; flag <= DAYBOOK_FLAG_PURPLE; flag++)
    {
      GtkWidget *button = make_button (self, (DaybookFlag) flag);

      if (flag > DAYBOOK_FLAG_NONE)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }

  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, 0), TRUE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
daybook_flag_picker_new (void)
{
  return g_object_new (DAYBOOK_TYPE_FLAG_PICKER, NULL);
}

void
daybook_flag_picker_set_flag (DaybookFlagPicker *self,
                              DaybookFlag        flag)
{
  /* A flag that a newer laptop knows is shown as none, and left alone. */
  guint known = (guint) flag < self->buttons->len ? (guint) flag : DAYBOOK_FLAG_NONE;

  self->flag = (int) known;
  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, known), TRUE);
}

void
daybook_flag_picker_set_mixed (DaybookFlagPicker *self)
{
  self->flag = MIXED;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), FALSE);
}

void
daybook_flag_picker_begin (DaybookFlagPicker *self)
{
  gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MAX (self->flag, DAYBOOK_FLAG_NONE)));
}
