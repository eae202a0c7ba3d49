/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/many-acts.h"

#include "app/common/lane.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"

#include <glib/gi18n-lib.h>

struct _DaybookManyActs
{
  GObject          parent_instance;

  /* Borrowed; the page is held while something is built, which is done also when the window is
   * closed */
  DaybookListPage *page;
  DaybookRefusals *refusals; /* the page's */

  /* Owned */
  DaybookStore    *store;
  DaybookLane     *lane;
};

G_DEFINE_FINAL_TYPE (DaybookManyActs, daybook_many_acts, G_TYPE_OBJECT)

static void
show_refused (DaybookManyActs *self,
              GPtrArray       *refused)
{
  daybook_refusals_show (self->refusals, refused);
  /* Toasts stand above it. */
  daybook_page_commands_changed (DAYBOOK_PAGE (self->page));
}

static gpointer
build_in_db (DaybookReader *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return daybook_case_act_build (data, reader, cancellable, error);
}

static void
tell (DaybookManyActs        *self,
      const DaybookCasesDone *done,
      const GError           *error)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self->page));

  if (done != NULL && shell != NULL)
    show_refused (self, done->refused);
  if (done == NULL && shell == NULL)
    g_warning ("%s", error->message);
  else if (done == NULL)
    daybook_shell_say_error (shell, error);
  else if (shell != NULL && daybook_edit_size (done->edit) == 0 && done->refused->len == 0)
    daybook_shell_say (shell, _("Nothing to change here."));
}

static void
on_built (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookManyActs) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCasesDone) done = daybook_lane_run_finish (result, &error);

  tell (self, done, error);
  if (done != NULL && daybook_edit_size (done->edit) > 0)
    daybook_last_act_commit (GTK_WIDGET (self->page), self->store, done->edit);

  daybook_last_act_release ();
  g_object_unref (self->page);
}

static void
daybook_many_acts_dispose (GObject *object)
{
  DaybookManyActs *self = DAYBOOK_MANY_ACTS (object);

  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_many_acts_parent_class)->dispose (object);
}

static void
daybook_many_acts_class_init (DaybookManyActsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_many_acts_dispose;
}

static void
daybook_many_acts_init (DaybookManyActs *self)
{
}

DaybookManyActs *
daybook_many_acts_new (DaybookListPage *page,
                       DaybookRefusals *refusals)
{
  DaybookManyActs *self = g_object_new (DAYBOOK_TYPE_MANY_ACTS, NULL);

  self->page = page;
  self->refusals = refusals;
  self->store = g_object_ref (daybook_list_page_get_store (page));
  self->lane = daybook_lane_new (self->store);
  return self;
}

void
daybook_many_acts_run (DaybookManyActs *self,
                       DaybookCaseAct  *act)
{
  daybook_last_act_hold ();
  g_object_ref (self->page);
  daybook_lane_run_async (self->lane, build_in_db, act, (GDestroyNotify) daybook_case_act_free,
                          (GDestroyNotify) daybook_cases_done_free, NULL, on_built, g_object_ref (self));
}
