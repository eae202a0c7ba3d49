/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/calls-group.h"

#include "app/common/desk.h"
#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/settings/call-plan-row.h"
#include "store/call-plans.h"

#include <glib/gi18n-lib.h>

#define USUAL_DAYS 3

struct _DaybookCallsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwEntryRow  *add_row;

  /* Owned */
  DaybookStore *store;
  DaybookLane  *lane;
  GCancellable *cancellable; /* of the look at hand, or NULL */
  GPtrArray    *rows;        /* DaybookCallPlanRow, borrowed */
};

G_DEFINE_FINAL_TYPE (DaybookCallsGroup, daybook_calls_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- Looking: it asks many rows what a plan would do -------------------------------------------- */

typedef struct
{
  GPtrArray *plans;    /* DaybookCallPlanEntry */
  GArray    *previews; /* DaybookCallPreview, likewise */
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->plans, g_ptr_array_unref);
  g_array_unref (look->previews);
  g_free (look);
}

static gpointer
look_in_lane (DaybookReader *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 now = *(gint64 *) data;
  Look *look = g_new0 (Look, 1);

  look->previews = g_array_new (FALSE, TRUE, sizeof (DaybookCallPreview));
  g_array_set_clear_func (look->previews, (GDestroyNotify) daybook_call_preview_clear);
  look->plans = daybook_call_plans_read (reader, error);
  for (guint i = 0; look->plans != NULL && i < look->plans->len; i++)
    {
      DaybookCallPreview preview;

      if (!daybook_reader_call_preview (reader, g_ptr_array_index (look->plans, i), now, &preview, error))
        {
          free_look (look);
          return NULL;
        }
      g_array_append_val (look->previews, preview);
    }
  if (look->plans != NULL)
    return look;

  free_look (look);
  return NULL;
}

static void
set_count (DaybookCallsGroup *self,
           guint              n)
{
  while (self->rows->len > n)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < n)
    {
      GtkWidget *row = daybook_call_plan_row_new (daybook_desk_of (self->store));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

/* The line in which one is added stays the last. */
static void
show_look (DaybookCallsGroup *self,
           Look              *look)
{
  set_count (self, look->plans->len);
  for (guint i = 0; i < look->plans->len; i++)
    {
      DaybookCallPlanEntry *plan = g_ptr_array_index (look->plans, i);
      DaybookCallPlanEntry *kept = g_new0 (DaybookCallPlanEntry, 1);

      kept->row = plan->row != NULL ? daybook_row_ref (plan->row) : NULL;
      kept->starter = plan->starter;
      daybook_call_plan_row_show (g_ptr_array_index (self->rows, i), kept, &g_array_index (look->previews, DaybookCallPreview, i));
    }
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DaybookCallsGroup) self = daybook_weak_take (data);
  Look *look = daybook_lane_run_finish (result, NULL);

  if (look == NULL)
    return;
  /* The window may be gone, or the book closed. */
  if (self != NULL && self->store != NULL && daybook_store_get_reader (self->store) != NULL)
    show_look (self, look);
  free_look (look);
}

static void
look_again (DaybookCallsGroup *self)
{
  gint64 now = daybook_store_get_now (self->store);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, look_in_lane, g_memdup2 (&now, sizeof now), g_free, free_look, self->cancellable, on_looked, daybook_weak_new (self));
}

/* --- One of the shop's own ------------------------------------------------------------------------ */

static void
on_added (DaybookCallsGroup *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(daybook_call_plans.label), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  gint64 now = daybook_store_get_now (self->store);
  DaybookId id;

  if (*name == '\0')
    return;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_call_plans, &id);
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_ON, daybook_value_int (DAYBOOK_CALL_PLAN_CLOSED));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (USUAL_DAYS));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (now));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
}

/* --- The group ------------------------------------------------------------------------------------- */

static void
daybook_calls_group_dispose (GObject *object)
{
  DaybookCallsGroup *self = DAYBOOK_CALLS_GROUP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_calls_group_parent_class)->dispose (object);
}

static void
daybook_calls_group_class_init (DaybookCallsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_calls_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/calls-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCallsGroup, add_row);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
}

static void
daybook_calls_group_init (DaybookCallsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
daybook_calls_group_set_store (DaybookCallsGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
}
