/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer.h"
#include "core/row.h"

G_BEGIN_DECLS

/* In what two customers are alike, so that a person asks whether they are one. */
typedef enum
{
  DAYBOOK_LIKE_NOT     = 0,
  DAYBOOK_LIKE_PHONE   = 1 << 0, /* the same full phone number */
  DAYBOOK_LIKE_NICK    = 1 << 1, /* the same nick on one platform, written otherwise */
  DAYBOOK_LIKE_ADDRESS = 1 << 2, /* the same name at the same address */
} DaybookLikeness;

/* What is compared; NULL: it tells nothing, being masked, too short, or no number. (transfer full) */
char *daybook_likeness_phone   (const char *phone);
char *daybook_likeness_nick    (const char *platform,
                                const char *account);
char *daybook_likeness_address (const char *name,
                                const char *address);
/* A full name as it is compared; NULL as above. (transfer full) */
char *daybook_likeness_name    (const char *name);

/* "same phone · same nick": the reasons in words. (transfer full) */
char *daybook_likeness_words   (DaybookLikeness likeness);

G_END_DECLS
