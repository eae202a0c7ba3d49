/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/disclosure.h"

#include <glib/gi18n-lib.h>

const char *
daybook_disclosure_text (const char *own)
{
  if (own != NULL && *own != '\0')
    return own;

  return _("Names, phones and addresses of buyers and sellers are the shop’s secrets. Give them away only as far as an order, "
           "the customer’s consent in writing or the law asks for it, to nobody but whom it concerns, and delete the file "
           "when it has done its work. What is given away is written down with your name.");
}

gboolean
daybook_disclosure_text_check (const char  *text,
                               GError     **error)
{
  if (g_utf8_strlen (text, -1) <= DAYBOOK_DISCLOSURE_TEXT_MOST)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("The text is read before each export: make it shorter than %d characters."), DAYBOOK_DISCLOSURE_TEXT_MOST);
  return FALSE;
}

static char *
said (const char *text)
{
  char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*clean != '\0')
    return clean;

  g_free (clean);
  return NULL;
}

static char *
note_of (const DaybookDisclosure *self)
{
  if (self->recipient == NULL)
    return g_strdup (self->reason);
  if (self->reason == NULL)
    /* Translators: %s is who gets a file. */
    return g_strdup_printf (_("For: %s"), self->recipient);

  /* Translators: why a file is given away, and to whom. */
  return g_strdup_printf (_("%1$s. For: %2$s"), self->reason, self->recipient);
}

DaybookDisclosure *
daybook_disclosure_new (DaybookRevealBasis  basis,
                        const char         *recipient,
                        const char         *reason)
{
  DaybookDisclosure *self = g_new0 (DaybookDisclosure, 1);

  self->basis = basis;
  self->recipient = said (recipient);
  self->reason = said (reason);
  self->note = note_of (self);
  return self;
}

DaybookDisclosure *
daybook_disclosure_copy (const DaybookDisclosure *self)
{
  return daybook_disclosure_new (self->basis, self->recipient, self->reason);
}

void
daybook_disclosure_free (DaybookDisclosure *self)
{
  g_free (self->recipient);
  g_free (self->reason);
  g_free (self->note);
  g_free (self);
}

gboolean
daybook_disclosure_check (const DaybookDisclosure  *self,
                          GError                  **error)
{
  if (self->basis == DAYBOOK_BASIS_NONE)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                         _("Say by what right personal data is given away in full."));
  else if (self->basis == DAYBOOK_BASIS_LEGAL && self->reason == NULL)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                         _("Say which authority asks for it, and under which file number."));
  else
    return TRUE;

  return FALSE;
}

gboolean
daybook_disclosure_tell (const DaybookDisclosure  *self,
                         DaybookLook              *look,
                         GError                  **error)
{
  if (self == NULL)
    return TRUE;
  if (!daybook_disclosure_check (self, error))
    return FALSE;

  look->basis = self->basis;
  look->reason = self->note;
  return TRUE;
}
