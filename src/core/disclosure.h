/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reveal.h"

G_BEGIN_DECLS

/* That personal data leaves the shop in full: into a file, onto paper (CF-01, AS-22). Whoever gives it away has read what
 * the shop says of that, and says by what right and to whom; it is asked each time, and kept in the log of reveals. */
typedef struct
{
  DaybookRevealBasis  basis;
  char               *recipient; /* who gets it, or NULL */
  char               *reason;    /* authority and file number, or whatever else is to be said; or NULL */
  char               *note;      /* what the log keeps of both: "City court, 2026/118. For: the bailiff"; or NULL */
} DaybookDisclosure;

/* The setting that holds the shop's own text on confidentiality. */
#define DAYBOOK_DISCLOSURE_TEXT_SETTING "disclosure-text"
#define DAYBOOK_DISCLOSURE_TEXT_MOST 2000 /* characters: it is to be read each time */

/* What is to be read: the shop's own text, or the one that Daybook brings where it has none ("" or NULL). */
const char        *daybook_disclosure_text  (const char              *own);

/* Whether a text may be the shop's own; an empty one is: it puts that of Daybook back. Errors: REFUSED (too long). */
gboolean           daybook_disclosure_text_check (const char         *text,
                                             GError                 **error);

/* (transfer full) */
DaybookDisclosure *daybook_disclosure_new   (DaybookRevealBasis       basis,
                                             const char              *recipient,
                                             const char              *reason);
DaybookDisclosure *daybook_disclosure_copy  (const DaybookDisclosure *self);
void               daybook_disclosure_free  (DaybookDisclosure       *self);
/* Errors: REFUSED (no basis; legal process without its reason). */
gboolean           daybook_disclosure_check (const DaybookDisclosure *self,
                                             GError                 **error);
/* Checks it and says in what will be written down why it is seen; `look` is good as long as the disclosure. NULL, nothing
 * in full, is well. Errors: as daybook_disclosure_check(). */
gboolean           daybook_disclosure_tell  (const DaybookDisclosure *self,
                                             DaybookLook             *look,
                                             GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDisclosure, daybook_disclosure_free)

G_END_DECLS
