/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/mnemonic.h"

/* What is left is the label inside, which names the button it is the mnemonic of. */
static void
drop_marked_name (GtkButton *button)
{
  if (gtk_button_get_use_underline (button) && GTK_IS_LABEL (gtk_button_get_child (button)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Every widget is realized before it is shown; with another label GTK says the
 * marked name again. */
static gboolean
on_realized (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    {
      drop_marked_name (GTK_BUTTON (widget));
      g_signal_handlers_disconnect_by_func (widget, drop_marked_name, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (drop_marked_name), NULL);
    }

  return G_SOURCE_CONTINUE;
}

void
daybook_mnemonics_name_once (void)
{
  g_autoptr(GTypeClass) widgets = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realized, NULL, NULL);
}
