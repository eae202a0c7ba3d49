/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/look-group.h"

#include "app/common/prefs.h"

#define STYLE_KEY "style"

struct _DaybookLookGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *style_row;

  GSettings   *prefs; /* NULL where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (DaybookLookGroup, daybook_look_group, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of the schema's enumeration, which is that of the row. */
static const AdwColorScheme SCHEMES[] = {
  ADW_COLOR_SCHEME_DEFAULT,
  ADW_COLOR_SCHEME_FORCE_LIGHT,
  ADW_COLOR_SCHEME_FORCE_DARK,
};

static void
apply (guint style)
{
  if (style < G_N_ELEMENTS (SCHEMES))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), SCHEMES[style]);
}

static void
on_style_selected (DaybookLookGroup *self)
{
  guint style = adw_combo_row_get_selected (self->style_row);

  apply (style);
  if (self->prefs != NULL && style < G_N_ELEMENTS (SCHEMES))
    g_settings_set_enum (self->prefs, STYLE_KEY, style);
}

static guint
present_style (DaybookLookGroup *self)
{
  AdwColorScheme scheme = adw_style_manager_get_color_scheme (adw_style_manager_get_default ());

  if (self->prefs != NULL)
    return g_settings_get_enum (self->prefs, STYLE_KEY);

  for (guint i = 0; i < G_N_ELEMENTS (SCHEMES); i++)
    if (SCHEMES[i] == scheme)
      return i;

  return 0;
}

static void
daybook_look_group_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_LOOK_GROUP (object)->prefs);
  G_OBJECT_CLASS (daybook_look_group_parent_class)->dispose (object);
}

static void
daybook_look_group_class_init (DaybookLookGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_look_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/look-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookLookGroup, style_row);
  gtk_widget_class_bind_template_callback (widget_class, on_style_selected);
}

static void
daybook_look_group_init (DaybookLookGroup *self)
{
  guint style;

  self->prefs = daybook_prefs_new ();
  style = present_style (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->style_row, style);
}

static void
on_style_changed (GSettings *prefs)
{
  apply (g_settings_get_enum (prefs, STYLE_KEY));
}

void
daybook_look_follow (GSettings *prefs)
{
  if (prefs == NULL)
    return;

  on_style_changed (prefs);
  g_signal_connect (prefs, "changed::" STYLE_KEY, G_CALLBACK (on_style_changed), NULL);
}
