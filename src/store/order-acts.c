/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/order-acts.h"

#include "core/shop.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

DaybookOrderAct *
daybook_order_act_new (DaybookOrderActKind kind,
                       GArray             *keys,
                       const DaybookId    *by)
{
  DaybookOrderAct *act = g_new0 (DaybookOrderAct, 1);

  act->kind = kind;
  act->keys = keys;
  act->by = *by;
  return act;
}

DaybookOrderAct *
daybook_order_act_new_one (DaybookOrderActKind kind,
                           gint64              key,
                           const DaybookId    *by)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (keys, key);
  return daybook_order_act_new (kind, keys, by);
}

void
daybook_order_act_free (DaybookOrderAct *act)
{
  g_array_unref (act->keys);
  g_free (act->name);
  g_free (act->note);
  g_free (act);
}

static const char *
flag_label (DaybookFlag flag)
{
  return daybook_words_enum (&daybook_orders.fields[DAYBOOK_ORDER_FLAG], flag);
}

static char *
title_for_one (const DaybookOrderAct *act)
{
  switch (act->kind)
    {
    case DAYBOOK_ORDER_SET_FLAG:
      return act->flag != DAYBOOK_FLAG_NONE ? g_strdup_printf (_("Flag set: %s"), flag_label (act->flag))
                                            : g_strdup (_("Flag taken away"));
    case DAYBOOK_ORDER_SET_AGENT:
      return act->name != NULL ? g_strdup_printf (_("Agent set: %s"), act->name)
                               : g_strdup (_("Agent taken away"));
    case DAYBOOK_ORDER_SET_NOTE:
    case DAYBOOK_ORDER_ADD_NOTE:
      return g_strdup (_("Note saved"));
    case DAYBOOK_ORDER_TAKE_OVER:
      return g_strdup (_("Taken over from the platform’s note"));
    case DAYBOOK_ORDER_TRASH:
    default:
      return g_strdup (_("Order moved to the trash"));
    }
}

static char *
title_for_many (const DaybookOrderAct *act,
                guint                  n)
{
  switch (act->kind)
    {
    case DAYBOOK_ORDER_SET_FLAG:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Flag of %u order changed", "Flag of %u orders changed", n), n);
    case DAYBOOK_ORDER_SET_AGENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Agent of %u order changed", "Agent of %u orders changed", n), n);
    case DAYBOOK_ORDER_SET_NOTE:
    case DAYBOOK_ORDER_ADD_NOTE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Note added to %u order", "Note added to %u orders", n), n);
    case DAYBOOK_ORDER_TAKE_OVER:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Taken over from the platform’s note on %u order",
                                           "Taken over from the platform’s notes on %u orders", n), n);
    case DAYBOOK_ORDER_TRASH:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u order moved to the trash",
                                           "%u orders moved to the trash", n), n);
    }
}

static void
add_note (const DaybookOrderAct *act,
          const DaybookRow      *order,
          DaybookEdit           *edit)
{
  g_autofree char *both = daybook_row_text_with (order, DAYBOOK_ORDER_NOTE, act->note);

  daybook_edit_set (edit, &daybook_orders, &order->id, DAYBOOK_ORDER_NOTE, daybook_value_text (both));
}

static void
take_over (DaybookProposer  *proposer,
           const DaybookRow *order,
           DaybookEdit      *edit)
{
  DaybookProposal proposal;

  if (!daybook_proposer_propose (proposer, order, &proposal))
    return;

  if (proposal.agent != NULL)
    daybook_edit_set (edit, &daybook_orders, &order->id, DAYBOOK_ORDER_AGENT, daybook_value_id (&proposal.agent->id));
  if (proposal.flag != DAYBOOK_FLAG_NONE)
    daybook_edit_set (edit, &daybook_orders, &order->id, DAYBOOK_ORDER_FLAG, daybook_value_int (proposal.flag));
}

/* What is the same for every order: only its id is asked for. */
static void
change_blindly (const DaybookOrderAct *act,
                const DaybookId       *order,
                DaybookEdit           *edit)
{
  const char *note = act->note != NULL && *act->note != '\0' ? act->note : NULL;

  switch (act->kind)
    {
    case DAYBOOK_ORDER_SET_FLAG:
      daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_FLAG, daybook_value_int (act->flag));
      break;
    case DAYBOOK_ORDER_SET_AGENT:
      daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_AGENT, daybook_value_id (&act->agent));
      break;
    case DAYBOOK_ORDER_SET_NOTE:
      daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
      break;
    case DAYBOOK_ORDER_TRASH:
    case DAYBOOK_ORDER_ADD_NOTE:
    case DAYBOOK_ORDER_TAKE_OVER:
    default:
      daybook_edit_delete (edit, &daybook_orders, order);
      break;
    }
}

static gboolean
change (const DaybookOrderAct *act,
        DaybookProposer       *proposer,
        DaybookReader         *reader,
        gint64                 key,
        DaybookEdit           *edit,
        GError               **error)
{
  g_autoptr(DaybookRow) order = NULL;
  DaybookId id;

  if (act->kind != DAYBOOK_ORDER_ADD_NOTE && act->kind != DAYBOOK_ORDER_TAKE_OVER)
    {
      if (!daybook_reader_id (reader, &daybook_orders, key, &id, error))
        return FALSE;
      change_blindly (act, &id, edit);
      return TRUE;
    }

  order = daybook_reader_row (reader, &daybook_orders, key, error);
  if (order != NULL && act->kind == DAYBOOK_ORDER_ADD_NOTE)
    add_note (act, order, edit);
  else if (order != NULL)
    take_over (proposer, order, edit);
  return order != NULL;
}

static char *
read_pattern (DaybookReader *reader,
              GError       **error)
{
  g_autoptr(GPtrArray) settings = daybook_reader_all (reader, &daybook_settings, error);

  for (guint i = 0; settings != NULL && i < settings->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (settings, i);

      if (g_str_equal (daybook_row_text (row, DAYBOOK_SETTING_KEY), DAYBOOK_PROPOSAL_SETTING))
        return g_strdup (daybook_row_text (row, DAYBOOK_SETTING_VALUE));
    }

  return settings != NULL ? g_strdup (DAYBOOK_PROPOSAL_DEFAULT) : NULL;
}

static gboolean
change_all (const DaybookOrderAct *act,
            DaybookProposer       *proposer,
            DaybookReader         *reader,
            GCancellable          *cancellable,
            DaybookEdit           *edit,
            GError               **error)
{
  for (guint i = 0; i < act->keys->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr(GError) local_error = NULL;

      if (!change (act, proposer, reader, g_array_index (act->keys, gint64, i), edit, &local_error)
          && !g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

DaybookEdit *
daybook_order_act_build (const DaybookOrderAct *act,
                         DaybookReader         *reader,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autofree char *title = act->keys->len == 1 ? title_for_one (act) : title_for_many (act, act->keys->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, &act->by);
  g_autoptr(DaybookProposer) proposer = NULL;

  if (act->kind == DAYBOOK_ORDER_TAKE_OVER)
    {
      proposer = daybook_order_proposer_new (reader, error);
      if (proposer == NULL)
        return NULL;
    }

  return change_all (act, proposer, reader, cancellable, edit, error) ? g_steal_pointer (&edit) : NULL;
}

DaybookProposer *
daybook_order_proposer_new (DaybookReader *reader,
                            GError       **error)
{
  g_autofree char *pattern = read_pattern (reader, error);
  g_autoptr(GPtrArray) agents = pattern != NULL ? daybook_reader_all (reader, &daybook_agents, error) : NULL;

  return agents != NULL ? daybook_proposer_new (pattern, agents, error) : NULL;
}

char *
daybook_order_describe_proposal (const DaybookProposal *proposal)
{
  const char *name = proposal->agent != NULL ? daybook_row_text (proposal->agent, DAYBOOK_AGENT_NAME) : NULL;

  if (name == NULL)
    /* Translators: %s is a colour: the platform's flag. */
    return g_strdup_printf (_("The platform’s flag is: %s."), flag_label (proposal->flag));
  if (proposal->flag == DAYBOOK_FLAG_NONE)
    return g_strdup_printf (_("The platform’s note names %s."), name);

  /* Translators: %1$s is a person, %2$s a colour. */
  return g_strdup_printf (_("The platform’s note names %1$s; its flag is: %2$s."), name, flag_label (proposal->flag));
}
