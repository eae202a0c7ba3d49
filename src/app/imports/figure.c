/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/figure.h"

#include "app/common/words.h"

struct _DaybookFigure
{
  AdwBin parent_instance;

  GtkLabel *value_label;
  GtkLabel *caption_label;

  guint64   value;
};

G_DEFINE_FINAL_TYPE (DaybookFigure, daybook_figure, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAPTION,
  PROP_VALUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
daybook_figure_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DaybookFigure *self = DAYBOOK_FIGURE (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, gtk_label_get_label (self->caption_label));
      break;
    case PROP_VALUE:
      g_value_set_uint64 (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_figure_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DaybookFigure *self = DAYBOOK_FIGURE (object);

  switch (id)
    {
    case PROP_CAPTION:
      gtk_label_set_label (self->caption_label, g_value_get_string (value));
      break;
    case PROP_VALUE:
      daybook_figure_set_value (self, g_value_get_uint64 (value), DAYBOOK_FIGURE_CALM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_figure_class_init (DaybookFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daybook_figure_get_property;
  object_class->set_property = daybook_figure_set_property;

  properties[PROP_CAPTION] =
    g_param_spec_string ("caption", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] =
    g_param_spec_uint64 ("value", NULL, NULL, 0, G_MAXUINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/figure.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFigure, value_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookFigure, caption_label);
}

static void
daybook_figure_init (DaybookFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_figure_set_value (DaybookFigure     *self,
                          guint64            value,
                          DaybookFigureTone  tone)
{
  g_autofree char *text = daybook_words_count (value);

  self->value = value;
  gtk_label_set_label (self->value_label, text);
  if (tone == DAYBOOK_FIGURE_WARNING && value > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value_label), "warning");
}
