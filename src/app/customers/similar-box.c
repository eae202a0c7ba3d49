/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/similar-box.h"

#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/customers/merge-customers.h"
#include "core/customer-merge.h"
#include "store/customer-merge.h"
#include "store/duplicates.h"

#include <glib/gi18n-lib.h>

/* With the customer, as many as stand beside each other in the dialog. */
#define SIMILAR_MAX (DAYBOOK_MERGE_MOST - 1)

struct _DaybookSimilarBox
{
  DaybookCustomerBox parent_instance;

  GtkLabel     *label;
  GtkWidget    *offer;   /* the line about those who are similar */
  GtkBox       *apart;   /* a line for each who was merged */

  /* Owned */
  DaybookLane  *lane;
  GCancellable *asking;  /* the newest question; NULL: none was asked */
  GArray       *similar; /* gint64, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookSimilarBox, daybook_similar_box, DAYBOOK_TYPE_CUSTOMER_BOX)

/* The customer, and those who are similar. (transfer full) (element-type DaybookRow), or NULL. */
static GPtrArray *
read_all (DaybookSimilarBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->similar == NULL)
    return NULL;

  g_array_append_val (keys, daybook_customer_box_get_customer (box)->rowid);
  g_array_append_vals (keys, self->similar->data, self->similar->len);
  return daybook_reader_rows (daybook_customer_box_get_reader (box), &daybook_customers, (const gint64 *) (gpointer) keys->data, keys->len, NULL);
}

/* --- Acts ------------------------------------------------------------------ */

static void
on_compare_clicked (DaybookSimilarBox *self)
{
  g_autoptr(GPtrArray) rows = read_all (self);

  daybook_merge_customers_begin (GTK_WIDGET (self), daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self)), rows);
}

static void
on_differ_clicked (DaybookSimilarBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  g_autoptr(GPtrArray) rows = read_all (self);
  g_autoptr(DaybookEdit) edit = daybook_customer_box_new_edit (box, _("Not the same person"));

  if (rows == NULL)
    return;

  daybook_not_same_add (edit, rows, daybook_store_get_now (daybook_customer_box_get_store (box)));
  daybook_customer_box_commit (box, edit);
}

static void
on_apart_clicked (GtkWidget         *button,
                  DaybookSimilarBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");
  g_autoptr(DaybookEdit) edit = daybook_customer_box_new_edit (box, _("Customers taken apart"));
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  if (!daybook_customer_unmerge (daybook_customer_box_get_reader (box), edit, row, kept, &error))
    daybook_shell_say_error (shell, error);
  else
    daybook_shell_commit (shell, edit, kept->len == 0 ? NULL
                          : _("Taken apart. What was changed since stays with the one who stayed."));
}

/* --- Showing ----------------------------------------------------------------- */

static void
update_visible (DaybookSimilarBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->offer) || gtk_widget_get_visible (GTK_WIDGET (self->apart)));
}

/* Whoever may not merge is not asked. */
static gboolean
may_merge (DaybookSimilarBox *self)
{
  return daybook_desk_may (daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self)), DAYBOOK_RIGHT_MERGE);
}

static void
show_similar (DaybookSimilarBox *self)
{
  guint n = self->similar != NULL ? self->similar->len : 0;
  /* Translators: so many other customers look like the one in the panel. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u similar customer", "%u similar customers", n), n);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->offer, n > 0 && may_merge (self));
  update_visible (self);
}

static GtkWidget *
new_line (GtkWidget *label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static void
add_apart (DaybookSimilarBox *self,
           DaybookRow        *row)
{
  g_autofree char *name = daybook_merge_customers_name (daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self)), row);
  /* Translators: %s is a customer who was merged into the one in the panel. */
  g_autofree char *text = g_strdup_printf (_("Also %s"), name);
  GtkWidget *line = new_line (gtk_label_new (text));
  GtkWidget *button = gtk_button_new_with_label (_("Take Apart"));
  /* Translators: what the button “Take Apart” does; %s is a customer. */
  g_autofree char *spoken = g_strdup_printf (_("Take %s apart"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, may_merge (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref (row), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_apart_clicked), self, 0);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (self->apart, line);
}

static void
show_apart (DaybookSimilarBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  g_autoptr(GPtrArray) group = daybook_reader_customer_group (daybook_customer_box_get_reader (box), daybook_customer_box_get_customer (box), NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->apart))) != NULL)
    gtk_box_remove (self->apart, child);
  for (guint i = 1; group != NULL && i < group->len; i++)
    add_apart (self, g_ptr_array_index (group, i));
  gtk_widget_set_visible (GTK_WIDGET (self->apart), group != NULL && group->len > 1);
}

/* --- Asking -------------------------------------------------------------------- */

static gpointer
fetch (DaybookReader  *reader,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  return daybook_reader_look_alikes (reader, data, SIMILAR_MAX, error);
}

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookSimilarBox) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) similar = daybook_lane_run_finish (result, &error);

  /* An answer that comes late is of a customer who is not looked at any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  if (similar == NULL)
    {
      if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }

  g_clear_pointer (&self->similar, g_array_unref);
  self->similar = g_steal_pointer (&similar);
  show_similar (self);
}

static void
stop_asking (DaybookSimilarBox *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookSimilarBox *self = DAYBOOK_SIMILAR_BOX (box);

  if (self->lane == NULL)
    self->lane = daybook_lane_new (daybook_customer_box_get_store (box));
  if (daybook_customer_box_is_other (box))
    g_clear_pointer (&self->similar, g_array_unref);
  show_apart (self);
  show_similar (self);
  stop_asking (self);
  self->asking = g_cancellable_new ();
  daybook_lane_run_async (self->lane, fetch, daybook_row_ref ((DaybookRow *) daybook_customer_box_get_customer (box)),
                          (GDestroyNotify) daybook_row_unref, (GDestroyNotify) g_array_unref, self->asking, on_fetched, g_object_ref (self));
}

/* --- The box --------------------------------------------------------------------- */

static void
daybook_similar_box_dispose (GObject *object)
{
  DaybookSimilarBox *self = DAYBOOK_SIMILAR_BOX (object);

  stop_asking (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_pointer (&self->similar, g_array_unref);

  G_OBJECT_CLASS (daybook_similar_box_parent_class)->dispose (object);
}

static void
daybook_similar_box_class_init (DaybookSimilarBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_similar_box_dispose;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
add_button (DaybookSimilarBox *self,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->offer), button);
}

static void
daybook_similar_box_init (DaybookSimilarBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->offer = new_line (GTK_WIDGET (self->label));
  self->apart = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  add_button (self, _("Compare…"), G_CALLBACK (on_compare_clicked));
  add_button (self, _("Not the Same"), G_CALLBACK (on_differ_clicked));
  gtk_box_append (GTK_BOX (box), self->offer);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->apart));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "move-form");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
