/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/round-row.h"

#include "app/compat/wrap-box.h"

typedef struct
{
  /* Template widgets */
  GtkLabel    *name;
  GtkLabel    *word;
  GtkLabel    *about;
  GtkBox      *end;

  /* Owned */
  DaybookDesk *desk;
  GObject     *object; /* or NULL */
} DaybookRoundRowPrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (DaybookRoundRow, daybook_round_row, GTK_TYPE_BOX,
                         G_ADD_PRIVATE (DaybookRoundRow)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static DaybookRoundRowPrivate *
get (DaybookRoundRow *self)
{
  return daybook_round_row_get_instance_private (self);
}

/* The row's own template comes first: while its children are added there is no end yet. */
static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  DaybookRoundRowPrivate *priv = get (DAYBOOK_ROUND_ROW (buildable));

  if (g_strcmp0 (type, "lead") == 0)
    gtk_box_prepend (GTK_BOX (buildable), GTK_WIDGET (child));
  else if (priv->end != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (priv->end, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
daybook_round_row_dispose (GObject *object)
{
  DaybookRoundRowPrivate *priv = get (DAYBOOK_ROUND_ROW (object));

  g_clear_object (&priv->object);
  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (daybook_round_row_parent_class)->dispose (object);
}

static void
daybook_round_row_class_init (DaybookRoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_round_row_dispose;
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_OBJECT, G_TYPE_UINT);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/round-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookRoundRow, name);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookRoundRow, word);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookRoundRow, about);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookRoundRow, end);
}

static void
daybook_round_row_init (DaybookRoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_round_row_set_desk (DaybookRoundRow *self,
                            DaybookDesk    *desk)
{
  g_set_object (&get (self)->desk, desk);
}

DaybookDesk *
daybook_round_row_get_desk (DaybookRoundRow *self)
{
  return get (self)->desk;
}

void
daybook_round_row_set_object (DaybookRoundRow *self,
                              gpointer         object)
{
  g_set_object (&get (self)->object, object);
}

gpointer
daybook_round_row_get_object (DaybookRoundRow *self)
{
  return get (self)->object;
}

GtkLabel *
daybook_round_row_get_name (DaybookRoundRow *self)
{
  return get (self)->name;
}

GtkLabel *
daybook_round_row_get_word (DaybookRoundRow *self)
{
  return get (self)->word;
}

GtkLabel *
daybook_round_row_get_about (DaybookRoundRow *self)
{
  return get (self)->about;
}

void
daybook_round_row_want (DaybookRoundRow *self,
                        guint           step)
{
  GObject *object = get (self)->object;

  if (object != NULL)
    g_signal_emit (self, signals[STEP], 0, object, step);
}
