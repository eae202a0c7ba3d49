/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is known of a row, a line each: a dim name at the left, the value at the
 * right, and where people need the value elsewhere a button that copies it. */
#define DAYBOOK_TYPE_FACTS (daybook_facts_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFacts, daybook_facts, DAYBOOK, FACTS, AdwBin)

typedef enum
{
  DAYBOOK_FACT_PLAIN,
  DAYBOOK_FACT_FIGURE, /* right-aligned, tabular */
  DAYBOOK_FACT_COPY,   /* with a button that copies it */
  DAYBOOK_FACT_PERSON, /* that too, of a person: what says that it was copied does not repeat it */
  DAYBOOK_FACT_REMARK, /* on those above, over the whole width, without a name ("") */
  DAYBOOK_FACT_ALARM,  /* a remark that asks for something to be done */
} DaybookFactKind;

void     daybook_facts_clear    (DaybookFacts    *self);
/* Between the two, all facts are added anew; those that are there already, in the same
 * place, stay as they are: making a line costs a thousand times what comparing it does. */
void     daybook_facts_begin    (DaybookFacts    *self);
void     daybook_facts_end      (DaybookFacts    *self);
/* An empty value adds nothing. */
void     daybook_facts_add      (DaybookFacts    *self,
                                 const char      *label,
                                 const char      *value,
                                 DaybookFactKind  kind);
gboolean daybook_facts_is_empty (DaybookFacts    *self);

G_END_DECLS
