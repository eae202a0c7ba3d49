/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-draft.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Of core/register-draft*.c alone. */
struct _DaybookRegisterDraft
{
  GObject          parent_instance;

  JsonNode        *root;
  JsonNode        *base;       /* as it was opened */
  gboolean         is_new;
  gboolean         names_itself; /* its name and letters follow from its title */
  GPtrArray       *others;     /* DaybookRegisterOther */
  GPtrArray       *problems;   /* DaybookRegisterProblem */
  DaybookRegister *definition; /* the last without problems */
};

/* After every change: what follows from it follows, and everybody is told. */
void daybook_register_draft_be_changed (DaybookRegisterDraft *self);

G_END_DECLS
