/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/bulk-bar.h"

#include "app/common/words.h"
#include "app/compat/wrap-box.h"
#include "core/money.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Template widgets; NULL while the template is built */
  GtkLabel           *summary;
  GtkRevealer        *form_revealer;
  AdwBin             *form_bin;
  GtkWidget          *acts; /* a wrap box */

  /* Owned */
  DaybookDesk        *desk;
  DaybookLane        *lane;
  GArray             *keys;
  GCancellable       *cancellable; /* of the looking */

  const DaybookTable *table;
  int                 amount;   /* field, or -1 */
  guint               currency; /* field */
} DaybookBulkBarPrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (DaybookBulkBar, daybook_bulk_bar, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (DaybookBulkBar)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  PROP_FORM_OPEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CLOSE,
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static DaybookBulkBarPrivate *
get_private (DaybookBulkBar *self)
{
  return daybook_bulk_bar_get_instance_private (self);
}

/* --- Looking at the rows -------------------------------------------------------------- */

/* What is asked of the rows, and what was seen. */
typedef struct
{
  DaybookBulkBarClass *klass;
  const DaybookTable  *table;
  GArray              *keys;
  int                  amount;
  guint                currency;
  GHashTable          *sums; /* gint64 by currency */
  gpointer             seen;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  if (look->seen != NULL)
    look->klass->free_look (look->seen);
  g_array_unref (look->keys);
  g_hash_table_unref (look->sums);
  g_free (look);
}

static Look *
look_new (DaybookBulkBar *self)
{
  DaybookBulkBarPrivate *priv = get_private (self);
  Look *look = g_new0 (Look, 1);

  look->klass = DAYBOOK_BULK_BAR_GET_CLASS (self);
  look->table = priv->table;
  look->keys = g_array_ref (priv->keys);
  look->amount = priv->amount;
  look->currency = priv->currency;
  look->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return look;
}

static void
add_amount (const Look       *look,
            const DaybookRow *row)
{
  const char *currency = daybook_row_text (row, look->currency);
  gint64 *sum = g_hash_table_lookup (look->sums, currency);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (look->sums, g_strdup (currency), sum);
    }
  *sum += daybook_row_int (row, (guint) look->amount);
}

/* A row of another version of its register has its own table, in which nothing is summed. */
static void
look_at (const Look       *look,
         const DaybookRow *row)
{
  if (look->amount >= 0 && row->table == look->table)
    add_amount (look, row);
  if (look->seen != NULL)
    look->klass->look (look->seen, row);
}

static gpointer
look_in_db (DaybookReader *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Look *look = data;

  look->seen = look->klass->begin_look != NULL ? look->klass->begin_look () : NULL;
  for (guint i = 0; i < look->keys->len; i++)
    {
      g_autoptr(DaybookRow) row = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      row = daybook_reader_row (reader, look->table, g_array_index (look->keys, gint64, i), NULL);
      if (row != NULL)
        look_at (look, row);
    }

  return look;
}

static char *
describe_count (DaybookBulkBarPrivate *priv)
{
  g_autofree char *count = daybook_words_count (priv->keys->len);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", priv->keys->len), count);
}

static void
show_sums (DaybookBulkBarPrivate *priv,
           GHashTable            *sums)
{
  g_autofree char *count = describe_count (priv);
  g_autoptr(GString) text = g_string_new (count);
  GHashTableIter iter;
  gpointer currency;
  gpointer sum;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &currency, &sum))
    {
      const char *shop = daybook_store_get_currency (daybook_desk_get_store (priv->desk));
      const char *code = currency;
      g_autofree char *money = daybook_money_format (*(gint64 *) sum, *code != '\0' ? code : shop);

      g_string_append_printf (text, " · %s", money);
    }

  gtk_label_set_label (priv->summary, text->str);
}

/* The look is the task's: it is freed with it. */
static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DaybookBulkBar) self = data;
  DaybookBulkBarPrivate *priv = get_private (self);
  g_autoptr(GError) error = NULL;
  Look *look = daybook_lane_run_finish (result, &error);

  /* The count stands; a sum of another selection would be wrong. */
  if (look == NULL || g_task_get_cancellable (G_TASK (result)) != priv->cancellable)
    return;

  show_sums (priv, look->sums);
  if (look->seen != NULL)
    look->klass->looked (self, look->seen);
}

static void
cancel (DaybookBulkBarPrivate *priv)
{
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
}

static void
begin_look (DaybookBulkBar *self)
{
  DaybookBulkBarPrivate *priv = get_private (self);
  Look *look = look_new (self);

  cancel (priv);
  priv->cancellable = g_cancellable_new ();
  daybook_lane_run_async (priv->lane, look_in_db, look, look_free, NULL, priv->cancellable, on_looked, g_object_ref (self));
}

/* What was done to the rows may have changed what can be done. */
static void
on_store_changed (DaybookBulkBar *self)
{
  if (get_private (self)->keys->len > 1 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_look (self);
}

/* --- The bar ---------------------------------------------------------------------------- */

static void
on_close_clicked (DaybookBulkBar *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

/* Open or closed, and done with sliding. */
static void
on_form_turned (DaybookBulkBar *self)
{
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
on_form_turning (DaybookBulkBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM_OPEN]);
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  DaybookBulkBarPrivate *priv = get_private (DAYBOOK_BULK_BAR (buildable));

  if (g_strcmp0 (type, "act") == 0)
    gtk_widget_insert_before (GTK_WIDGET (child), priv->acts, NULL);
  else if (g_strcmp0 (type, "form") == 0)
    adw_bin_set_child (priv->form_bin, GTK_WIDGET (child));
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
daybook_bulk_bar_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (id == PROP_FORM_OPEN)
    g_value_set_boolean (value, daybook_bulk_bar_is_form_open (DAYBOOK_BULK_BAR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_bulk_bar_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (id == PROP_FORM_OPEN)
    daybook_bulk_bar_set_form_open (DAYBOOK_BULK_BAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_bulk_bar_dispose (GObject *object)
{
  DaybookBulkBarPrivate *priv = get_private (DAYBOOK_BULK_BAR (object));

  cancel (priv);
  g_clear_pointer (&priv->lane, daybook_lane_free);
  g_clear_pointer (&priv->keys, g_array_unref);
  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (daybook_bulk_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/bulk-bar.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookBulkBar, summary);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookBulkBar, form_revealer);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookBulkBar, form_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookBulkBar, acts);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_form_turned);
  gtk_widget_class_bind_template_callback (widget_class, on_form_turning);
}

static void
daybook_bulk_bar_class_init (DaybookBulkBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = daybook_bulk_bar_dispose;
  object_class->get_property = daybook_bulk_bar_get_property;
  object_class->set_property = daybook_bulk_bar_set_property;
  properties[PROP_FORM_OPEN] = g_param_spec_boolean ("form-open", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_bulk_bar_init (DaybookBulkBar *self)
{
  DaybookBulkBarPrivate *priv = get_private (self);

  priv->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_bulk_bar_set_up (DaybookBulkBar     *self,
                         DaybookDesk        *desk,
                         const DaybookTable *table,
                         int                 amount,
                         guint               currency)
{
  DaybookBulkBarPrivate *priv = get_private (self);

  g_return_if_fail (priv->desk == NULL);

  priv->desk = g_object_ref (desk);
  priv->lane = daybook_lane_new (daybook_desk_get_store (desk));
  priv->table = table;
  priv->amount = amount;
  priv->currency = currency;
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
}

DaybookDesk *
daybook_bulk_bar_get_desk (DaybookBulkBar *self)
{
  return get_private (self)->desk;
}

DaybookLane *
daybook_bulk_bar_get_lane (DaybookBulkBar *self)
{
  return get_private (self)->lane;
}

void
daybook_bulk_bar_set_keys (DaybookBulkBar *self,
                           GArray         *keys)
{
  DaybookBulkBarPrivate *priv = get_private (self);
  DaybookBulkBarClass *klass = DAYBOOK_BULK_BAR_GET_CLASS (self);
  g_autofree char *count = NULL;

  g_array_unref (priv->keys);
  priv->keys = keys;
  if (klass->keys_changed != NULL)
    klass->keys_changed (self);

  count = describe_count (priv);
  gtk_label_set_label (priv->summary, count);
  begin_look (self);
}

GArray *
daybook_bulk_bar_get_keys (DaybookBulkBar *self)
{
  return get_private (self)->keys;
}

void
daybook_bulk_bar_set_form_open (DaybookBulkBar *self,
                                gboolean        form_open)
{
  gtk_revealer_set_reveal_child (get_private (self)->form_revealer, form_open);
}

gboolean
daybook_bulk_bar_is_form_open (DaybookBulkBar *self)
{
  return gtk_revealer_get_reveal_child (get_private (self)->form_revealer);
}
