/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain. A code says what the caller can do about it; the
 * message is a whole translated sentence for the person in front. */
#define DAYBOOK_ERROR (daybook_error_quark ())

typedef enum
{
  DAYBOOK_ERROR_FAILED,     /* nothing more precise is known */
  DAYBOOK_ERROR_NOT_FOUND,  /* the row, file or view named does not exist */
  DAYBOOK_ERROR_CONFLICT,   /* somebody else changed it first */
  DAYBOOK_ERROR_CONSTRAINT, /* a value breaks a rule: correct the value */
  DAYBOOK_ERROR_CORRUPT,    /* the file is damaged: restore a backup */
  DAYBOOK_ERROR_BUSY,       /* another process holds the file: try again */
  DAYBOOK_ERROR_REFUSED,    /* not permitted to this person, or in this state */
  DAYBOOK_ERROR_CANCELLED,  /* the person stopped it */
  DAYBOOK_ERROR_FORMAT,     /* the file or text is not what it should be */
  DAYBOOK_ERROR_FULL,       /* no room left on the disk */
  DAYBOOK_ERROR_NEWER,      /* written by a newer Daybook than this one */
  DAYBOOK_ERROR_CONSENT,    /* deletes much: ask the person, then daybook_edit_give_consent() */
  DAYBOOK_ERROR_PASSPHRASE, /* it is locked: ask the person for its passphrase */
} DaybookError;

GQuark daybook_error_quark (void);

G_END_DECLS
