/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* That a person was erased (RECORDS §10): of each account, phone or e-mail a hash keyed with the shop's secret, by which
 * an import knows that this person is not to come back. It is written once. */
enum
{
  DAYBOOK_ERASURE_DELETED,
  DAYBOOK_ERASURE_HASH,
  DAYBOOK_ERASURE_AT,
  DAYBOOK_ERASURE_AGENT,
  DAYBOOK_ERASURE_REASON,
  DAYBOOK_ERASURE_N_FIELDS,
};

extern const DaybookTable daybook_erasures;

G_END_DECLS
