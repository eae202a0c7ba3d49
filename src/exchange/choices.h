/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "exchange/binding.h"

G_BEGIN_DECLS

/* What the enumerations of an entry are, by the words in its other cells. */
typedef struct
{
  DaybookEntry         *entry;
  GString             **extras;  /* by place in the profile's extras */
  const DaybookBinding *binding;
} DaybookChoiceContext;

/* Sets each field that the form has choices for to the first that fits; to the first of its
 * words (unknown, other) where none does and a cell that it goes by says something. */
void daybook_choices_apply (const DaybookForm    *form,
                            DaybookChoiceContext *context);

G_END_DECLS
