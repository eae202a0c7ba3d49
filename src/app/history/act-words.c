/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-words.h"

#include "app/common/words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label;
  const char *icon;
} Kind;

static const Kind KINDS[] = {
  [DAYBOOK_ACT_EDIT] = { NC_ ("act", "Edit"), "document-edit-symbolic" },
  [DAYBOOK_ACT_IMPORT] = { NC_ ("act", "Import"), "document-open-symbolic" },
  [DAYBOOK_ACT_UNDO] = { NC_ ("act", "Undo"), "edit-undo-symbolic" },
  [DAYBOOK_ACT_REDO] = { NC_ ("act", "Redo"), "edit-redo-symbolic" },
  [DAYBOOK_ACT_RULE] = { NC_ ("act", "Rule"), "emblem-system-symbolic" },
  [DAYBOOK_ACT_SAMPLE] = { NC_ ("act", "Sample"), "applications-science-symbolic" },
  [DAYBOOK_ACT_REVEAL] = { NC_ ("act", "Reveal"), "view-reveal-symbolic" },
  [DAYBOOK_ACT_ERASE] = { NC_ ("act", "Erasure"), "edit-delete-symbolic" },
};

/* A newer Daybook may know more kinds. */
static gboolean
is_known (DaybookActKind kind)
{
  return (guint) kind < G_N_ELEMENTS (KINDS);
}

const char *
daybook_act_kind_label (DaybookActKind kind)
{
  return is_known (kind) ? g_dpgettext2 (GETTEXT_PACKAGE, "act", KINDS[kind].label) : "";
}

const char *
daybook_act_kind_icon (DaybookActKind kind)
{
  return is_known (kind) ? KINDS[kind].icon : "emblem-system-symbolic";
}

const char *
daybook_act_author (const DaybookAct *act)
{
  return *act->agent != '\0' ? act->agent : _("Daybook");
}

char *
daybook_act_describe_outcome (const DaybookOutcome *outcome)
{
  g_autofree char *changes = daybook_words_count (outcome->n_changes);
  g_autofree char *kept = daybook_words_count (outcome->n_kept);
  g_autofree char *done = NULL;
  g_autofree char *left = NULL;

  if (outcome->n_changes == 0)
    done = g_strdup (_("Nothing was changed."));
  else
    done = g_strdup_printf (ngettext ("%s change was taken back.", "%s changes were taken back.", outcome->n_changes),
                            changes);
  if (outcome->n_kept == 0)
    return g_steal_pointer (&done);

  left = g_strdup_printf (ngettext ("%s was kept, because somebody has worked on it since:",
                                    "%s were kept, because somebody has worked on them since:", outcome->n_kept), kept);
  return g_strconcat (done, " ", left, NULL);
}
