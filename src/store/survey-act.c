/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/survey-act.h"

#include "core/mask.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

/* "T-A0007: Satisfaction survey". */
static char *
write_title (DaybookReader    *reader,
             const DaybookRow *of)
{
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = daybook_reader_title (reader, of, &mask);
  g_autofree char *name = daybook_mask (mask, full);

  return g_strdup_printf ("%s: %s", *name != '\0' ? name : _(of->table->label), _("Satisfaction survey"));
}

DaybookEdit *
daybook_survey_act (DaybookStore             *store,
                    const DaybookRow         *of,
                    const DaybookSurveySaid  *said,
                    const gboolean           *becomes,
                    DaybookId                *id,
                    GError                  **error)
{
  const DaybookId *agent = daybook_store_get_agent (store);
  g_autofree char *title = of != NULL ? write_title (daybook_store_get_reader (store), of) : NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title != NULL ? title : "", agent);
  DaybookSurveySaid whole = *said;
  DaybookId cases[DAYBOOK_SAID_N];

  if (of == NULL)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Choose the customer who was asked."));
      return NULL;
    }

  return (becomes == NULL || daybook_said_cases_add (edit, store, of, becomes, cases, &whole, error))
         && daybook_survey_add (edit, of, &whole, agent, daybook_store_get_now (store), id, error) ? g_steal_pointer (&edit) : NULL;
}
