/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contact.h"

#include "core/mask.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_QQ 5
#define MOST_QQ 12
#define LEAST_WECHAT 6
#define MOST_WECHAT 20

/* --- Masks ----------------------------------------------------------------------------- */

DaybookMask
daybook_contact_mask (DaybookContactKind kind)
{
  switch (kind)
    {
    case DAYBOOK_CONTACT_PHONE:
      return DAYBOOK_MASK_PHONE;
    case DAYBOOK_CONTACT_EMAIL:
      return DAYBOOK_MASK_EMAIL;
    case DAYBOOK_CONTACT_WECHAT:
    case DAYBOOK_CONTACT_QQ:
      return DAYBOOK_MASK_CHAT;
    case DAYBOOK_CONTACT_ADDRESS:
    case DAYBOOK_CONTACT_OTHER:
    default:
      return DAYBOOK_MASK_ADDRESS;
    }
}

DaybookMask
daybook_row_mask (const DaybookRow *row,
                  guint             field)
{
  DaybookMask mask = row->table->fields[field].mask;

  return mask == DAYBOOK_MASK_CONTACT && row->table == &daybook_contacts
    ? daybook_contact_mask ((DaybookContactKind) daybook_row_int (row, DAYBOOK_CONTACT_KIND)) : mask;
}

/* --- What people type ------------------------------------------------------------------- */

/* A foreign number keeps the sign by which it is known as one. */
static char *
read_phone (const char *text)
{
  g_autofree char *digits = daybook_phone_normalise (text);

  if (digits == NULL)
    return NULL;

  return *text == '+' && !g_str_has_prefix (text, "+86") ? g_strconcat ("+", digits, NULL) : g_steal_pointer (&digits);
}

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && strchr (at + 1, '@') == NULL && strchr (at, '.') != NULL && strpbrk (text, " \t\n") == NULL
         && at[1] != '.' && text[strlen (text) - 1] != '.';
}

static gboolean
is_qq (const char *text)
{
  gsize length = strlen (text);

  return length >= LEAST_QQ && length <= MOST_QQ && *text != '0' && strspn (text, "0123456789") == length;
}

/* People who have no name of their own there are found by their phone or QQ number. */
static gboolean
is_wechat (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *phone = daybook_phone_normalise (text);

  if (is_qq (text) || phone != NULL)
    return TRUE;
  if (length < LEAST_WECHAT || length > MOST_WECHAT || !g_ascii_isalpha (*text))
    return FALSE;

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;

  return TRUE;
}

static const char *
why_not (DaybookContactKind kind)
{
  switch (kind)
    {
    case DAYBOOK_CONTACT_PHONE:
      return _("“%s” is no phone number: five digits at least, and nothing but digits and what stands between them.");
    case DAYBOOK_CONTACT_EMAIL:
      return _("“%s” is no e-mail address such as ann@example.com.");
    case DAYBOOK_CONTACT_QQ:
      return _("“%s” is no QQ number: it has five to twelve digits.");
    case DAYBOOK_CONTACT_WECHAT:
      return _("“%s” is no WeChat ID: it begins with a letter and has six to twenty letters, digits, - and _; or it is a phone or QQ number.");
    case DAYBOOK_CONTACT_ADDRESS:
    case DAYBOOK_CONTACT_OTHER:
    default:
      return NULL;
    }
}

static gboolean
is_one (DaybookContactKind kind,
        const char        *text)
{
  switch (kind)
    {
    case DAYBOOK_CONTACT_EMAIL:
      return is_email (text);
    case DAYBOOK_CONTACT_QQ:
      return is_qq (text);
    case DAYBOOK_CONTACT_WECHAT:
      return is_wechat (text);
    case DAYBOOK_CONTACT_PHONE:
    case DAYBOOK_CONTACT_ADDRESS:
    case DAYBOOK_CONTACT_OTHER:
    default:
      return TRUE;
    }
}

char *
daybook_contact_read (DaybookContactKind   kind,
                      const char          *typed,
                      GError             **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *phone = NULL;

  if (*text == '\0')
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Nothing is written there: write the number, address or name."));
      return NULL;
    }
  if (daybook_mask_is_masked (text))
    return g_steal_pointer (&text);

  phone = kind == DAYBOOK_CONTACT_PHONE ? read_phone (text) : NULL;
  if (phone != NULL)
    return g_steal_pointer (&phone);
  if (kind != DAYBOOK_CONTACT_PHONE && is_one (kind, text))
    return g_steal_pointer (&text);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, why_not (kind), text);
#pragma GCC diagnostic pop
  return NULL;
}

/* --- Those there are ---------------------------------------------------------------------- */

gboolean
daybook_contact_is_over (const DaybookRow *contact,
                         gint64            now)
{
  return daybook_row_has (contact, DAYBOOK_CONTACT_VALID_UNTIL) && daybook_row_int (contact, DAYBOOK_CONTACT_VALID_UNTIL) <= now;
}

static gboolean
is_phone (const DaybookRow *contact)
{
  return daybook_row_int (contact, DAYBOOK_CONTACT_KIND) == DAYBOOK_CONTACT_PHONE;
}

DaybookRow *
daybook_contacts_pick_phone (GPtrArray *contacts,
                             gint64     now)
{
  DaybookRow *masked = NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      DaybookRow *contact = g_ptr_array_index (contacts, i);

      if (!is_phone (contact) || daybook_contact_is_over (contact, now))
        continue;
      if (daybook_row_int (contact, DAYBOOK_CONTACT_MASKED) == 0)
        return contact;
      if (masked == NULL)
        masked = contact;
    }

  return masked;
}

gboolean
daybook_contacts_have_outlived (GPtrArray  *contacts,
                                const char *phone,
                                gint64      now)
{
  g_autofree char *wanted = daybook_phone_normalise (phone);
  gboolean found = FALSE;

  for (guint i = 0; wanted != NULL && i < contacts->len; i++)
    {
      const DaybookRow *contact = g_ptr_array_index (contacts, i);
      g_autofree char *number = is_phone (contact) ? daybook_phone_normalise (daybook_row_text (contact, DAYBOOK_CONTACT_VALUE)) : NULL;

      if (g_strcmp0 (number, wanted) != 0)
        continue;
      if (!daybook_contact_is_over (contact, now))
        return FALSE;
      found = TRUE;
    }

  return found;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      now)
{
  const DaybookRow *first = *(DaybookRow *const *) a, *second = *(DaybookRow *const *) b;

  return daybook_contact_is_over (first, *(gint64 *) now) - daybook_contact_is_over (second, *(gint64 *) now);
}

void
daybook_contacts_sort (GPtrArray *contacts,
                       gint64     now)
{
  g_ptr_array_sort_with_data (contacts, compare, &now);
}

void
daybook_handle_row_id (DaybookId  *id,
                       const char *platform,
                       const char *account)
{
  const char *parts[] = { platform, account };

  daybook_id_derive (id, daybook_handles.kind, parts, G_N_ELEMENTS (parts));
}
