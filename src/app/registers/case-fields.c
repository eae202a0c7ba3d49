/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/case-fields.h"

#include "core/case.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const *
daybook_case_fields_needed (void)
{
  static const char *const NAMES[] = {
    "subject", "content", "reason", "channel", "order", "customer", "name", "contact", "handler", "need", "expected_at",
    "promised_at", "opinion", "result", "cause", "told", "satisfied", NULL,
  };

  return NAMES;
}

const char *const *
daybook_case_fields_listed (void)
{
  static const char *const NAMES[] = {
    "number", "stage", "stage_since", "subject", "content", "reason", "channel", "priority", "order", "customer", "name", "owner",
    "handler", "need", "expected_at", "promised_at", "level", "call_back", "result", "cause", "told", "satisfied", "reopened",
    "opened_at", "closed_at", "platform_number", "platform_deadline", "tags", NULL,
  };

  return NAMES;
}

char *
daybook_case_fields_label (DaybookRegisterDraft *draft,
                           const char           *name)
{
  g_autofree char *own = g_strconcat ("fields/", name, NULL);
  g_autofree char *label = g_strconcat (own, "/label", NULL);
  g_autofree char *parcel = g_str_has_suffix (name, DAYBOOK_COURIER_SUFFIX)
    ? g_strdup_printf ("fields/%.*s/label", (int) (strlen (name) - strlen (DAYBOOK_COURIER_SUFFIX)), name) : NULL;
  int every = daybook_table_field (&daybook_cases, name);

  if (daybook_register_draft_has (draft, own))
    return g_strdup (daybook_register_draft_get_text (draft, label));
  if (every >= 0)
    return g_strdup (_(daybook_cases.fields[every].label));
  if (parcel != NULL)
    return g_strdup_printf (_("%s: courier"), daybook_register_draft_get_text (draft, parcel));
  return g_strdup (name);
}
