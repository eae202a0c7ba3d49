/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* That an article answered something, or a phrase was said: written once. How often that was ranks them. */

/* Was it right? Stored: append only. */
typedef enum
{
  DAYBOOK_VERDICT_NONE, /* nobody has said */
  DAYBOOK_VERDICT_RIGHT,
  DAYBOOK_VERDICT_WRONG,
} DaybookVerdict;

enum
{
  DAYBOOK_USE_DELETED,
  DAYBOOK_USE_ARTICLE,
  DAYBOOK_USE_PHRASE,
  DAYBOOK_USE_VERDICT,
  DAYBOOK_USE_NOTE,     /* what was wrong */
  DAYBOOK_USE_CASE,     /* for what */
  DAYBOOK_USE_ORDER,
  DAYBOOK_USE_CUSTOMER,
  DAYBOOK_USE_CHANNEL,
  DAYBOOK_USE_AT,
  DAYBOOK_USE_AGENT,
  DAYBOOK_USE_N_FIELDS,
};

extern const DaybookTable daybook_uses;

G_END_DECLS
