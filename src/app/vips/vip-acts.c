/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vip-acts.h"

#include "app/common/shell.h"
#include "core/customer.h"

#include <glib/gi18n-lib.h>

static void
commit (GtkWidget   *widget,
        DaybookEdit *edit)
{
  if (daybook_edit_size (edit) > 0)
    daybook_shell_commit (daybook_shell_of (widget), edit, NULL);
}

void
daybook_vip_act_confirm (GtkWidget               *widget,
                         DaybookDesk             *desk,
                         const DaybookGradeRules *rules,
                         GArray                  *candidates)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autoptr(DaybookEdit) edit = daybook_grade_act_confirm (daybook_store_get_reader (store), rules, candidates, daybook_store_get_agent (store));

  commit (widget, edit);
}

static void
decline (GtkWidget    *widget,
         DaybookStore *store,
         GArray       *candidates)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_grade_act_decline (daybook_store_get_reader (store), candidates, daybook_store_get_agent (store),
                                                           daybook_store_get_now (store), &error);

  if (edit != NULL)
    commit (widget, edit);
  else
    daybook_shell_say_error (daybook_shell_of (widget), error);
}

static void
say_contacted (GtkWidget        *widget,
               DaybookDesk      *desk,
               GPtrArray        *rows,
               DaybookEventKind  kind)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  const char *what = kind == DAYBOOK_EVENT_CALL ? _("Called") : _("Contacted");
  g_autofree char *name = rows->len == 1 ? daybook_desk_name (desk, daybook_customers.kind, &((DaybookRow *) g_ptr_array_index (rows, 0))->id) : NULL;
  g_autofree char *title = name != NULL ? g_strdup_printf ("%s: %s", name, what)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u customer", "%1$s: %2$u customers", rows->len), what, rows->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  for (guint i = 0; i < rows->len; i++)
    daybook_contacted_add (edit, &((DaybookRow *) g_ptr_array_index (rows, i))->id, kind, daybook_store_get_agent (store), daybook_store_get_now (store));
  commit (widget, edit);
}

void
daybook_vip_act_step (GtkWidget               *widget,
                      DaybookDesk             *desk,
                      const DaybookGradeRules *rules,
                      GPtrArray               *objects,
                      DaybookVipStep           step)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (DaybookGradeCandidate));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < objects->len; i++)
    {
      const DaybookVipMark *mark = daybook_vip_object_get_mark (g_ptr_array_index (objects, i));
      DaybookRow *row = daybook_reader_row (daybook_store_get_reader (store), &daybook_customers, mark->customer, NULL);

      if (mark->proposed)
        g_array_append_val (candidates, mark->candidate);
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  if (step == DAYBOOK_VIP_CONFIRM && candidates->len > 0)
    daybook_vip_act_confirm (widget, desk, rules, candidates);
  else if (step == DAYBOOK_VIP_DECLINE && candidates->len > 0)
    decline (widget, store, candidates);
  else if ((step == DAYBOOK_VIP_CONTACTED || step == DAYBOOK_VIP_CALLED) && rows->len > 0)
    say_contacted (widget, desk, rows, step == DAYBOOK_VIP_CALLED ? DAYBOOK_EVENT_CALL : DAYBOOK_EVENT_TOLD);
}
