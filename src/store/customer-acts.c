/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-acts.h"

#include "core/contact.h"
#include "core/mask.h"
#include "core/membership.h"
#include "core/tags.h"
#include "core/words.h"
#include "store/entries.h"

#include <glib/gi18n-lib.h>

/* One who is on more lists is no single person. */
#define LISTS_MAX 10

/* --- Contacts -------------------------------------------------------------------------- */

/* `except`: the one that is being changed, or NULL. */
static gboolean
check_new (DaybookReader      *reader,
           const DaybookId    *customer,
           const DaybookRow   *except,
           DaybookContactKind  kind,
           const char         *value,
           GError            **error)
{
  g_autoptr(GPtrArray) contacts = daybook_reader_parts (reader, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, customer, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const DaybookRow *contact = g_ptr_array_index (contacts, i);

      if ((except == NULL || contact->rowid != except->rowid) && daybook_row_int (contact, DAYBOOK_CONTACT_KIND) == (gint64) kind
          && g_str_equal (daybook_row_text (contact, DAYBOOK_CONTACT_VALUE), value))
        {
          g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT, _("The customer has it already: it stands among the ways to reach them."));
          return FALSE;
        }
    }
  return contacts != NULL;
}

static DaybookValue
number_or_none (gint64 number)
{
  return number != 0 ? daybook_value_int (number) : (DaybookValue) DAYBOOK_VALUE_INIT;
}

static DaybookValue
text_or_none (const char *text)
{
  return daybook_value_text (text != NULL && *text != '\0' ? text : NULL);
}

gboolean
daybook_customer_add_contact (DaybookEdit                *edit,
                              DaybookReader              *reader,
                              const DaybookId            *customer,
                              const DaybookContactDraft  *draft,
                              DaybookId                  *id,
                              GError                    **error)
{
  g_autofree char *value = daybook_contact_read (draft->kind, draft->value, error);
  DaybookId made;

  if (value == NULL || !check_new (reader, customer, NULL, draft->kind, value, error))
    return FALSE;

  daybook_id_random (&made);
  daybook_edit_create (edit, &daybook_contacts, &made);
  daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_CONTACT_KIND, daybook_value_int (draft->kind));
  daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text (value));
  daybook_edit_give (edit, DAYBOOK_CONTACT_MASKED, daybook_value_int (daybook_mask_is_masked (value)));
  daybook_edit_give (edit, DAYBOOK_CONTACT_VALID_UNTIL, number_or_none (draft->valid_until));
  daybook_edit_give (edit, DAYBOOK_CONTACT_NOTE, text_or_none (draft->note));
  if (id != NULL)
    *id = made;
  return TRUE;
}

gboolean
daybook_customer_set_contact (DaybookEdit                *edit,
                              DaybookReader              *reader,
                              const DaybookRow           *contact,
                              const DaybookContactDraft  *draft,
                              GError                    **error)
{
  g_autofree char *value = daybook_contact_read (draft->kind, draft->value, error);

  if (value == NULL
      || !check_new (reader, daybook_row_ref_id (contact, DAYBOOK_CONTACT_CUSTOMER), contact, draft->kind, value, error))
    return FALSE;

  daybook_edit_set (edit, &daybook_contacts, &contact->id, DAYBOOK_CONTACT_KIND, daybook_value_int (draft->kind));
  daybook_edit_set (edit, &daybook_contacts, &contact->id, DAYBOOK_CONTACT_VALUE, daybook_value_text (value));
  daybook_edit_set (edit, &daybook_contacts, &contact->id, DAYBOOK_CONTACT_MASKED, daybook_value_int (daybook_mask_is_masked (value)));
  daybook_edit_set (edit, &daybook_contacts, &contact->id, DAYBOOK_CONTACT_VALID_UNTIL, number_or_none (draft->valid_until));
  daybook_edit_set (edit, &daybook_contacts, &contact->id, DAYBOOK_CONTACT_NOTE, text_or_none (draft->note));
  return TRUE;
}

/* --- Accounts --------------------------------------------------------------------------- */

/* Whose it is; one that nobody has any more is free. */
static gboolean
check_free (DaybookReader    *reader,
            const DaybookId  *handle,
            const DaybookId  *customer,
            GError          **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_handles, handle, &local);
  const DaybookId *owner = row != NULL ? daybook_row_ref_id (row, DAYBOOK_HANDLE_CUSTOMER) : NULL;
  g_autoptr(DaybookRow) other = owner != NULL ? daybook_reader_find (reader, &daybook_customers, owner, NULL) : NULL;
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = NULL;
  g_autofree char *name = NULL;

  if (row == NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (row == NULL || other == NULL || daybook_row_int (row, DAYBOOK_HANDLE_DELETED) != 0)
    return TRUE;
  if (daybook_id_equal (owner, customer))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT, _("The customer has it already: it stands among the ways to reach them."));
      return FALSE;
    }

  full = daybook_reader_title (reader, other, &mask);
  name = daybook_mask (mask, full);
  /* Translators: %s: a customer's name, masked. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT,
               _("That account is %s’s: if both are one person, merge the two customers."), name);
  return FALSE;
}

gboolean
daybook_customer_add_handle (DaybookEdit      *edit,
                             DaybookReader    *reader,
                             const DaybookId  *customer,
                             const char       *platform,
                             const char       *account,
                             GError          **error)
{
  g_autofree char *key = g_ascii_strdown (platform, -1);
  g_autofree char *name = g_strstrip (g_strdup (account));
  DaybookId id;

  if (*g_strstrip (key) == '\0' || *name == '\0')
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("An account has a platform and a name: write both."));
      return FALSE;
    }
  if (daybook_mask_is_masked (name))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                           _("A name with stars in it may be anybody’s: write the whole name of the account."));
      return FALSE;
    }
  daybook_handle_row_id (&id, key, name);
  if (!check_free (reader, &id, customer, error))
    return FALSE;

  daybook_edit_create (edit, &daybook_handles, &id);
  daybook_edit_give (edit, DAYBOOK_HANDLE_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text (key));
  daybook_edit_give (edit, DAYBOOK_HANDLE_ACCOUNT, daybook_value_text (name));
  return TRUE;
}

/* --- Days ---------------------------------------------------------------------------------- */

typedef struct
{
  guint        field;
  DaybookValue value;
} Given;

#define N_GIVEN 10

/* What the draft says, field by field. */
static void
list_given (const DaybookDayDraft *draft,
            Given                  given[N_GIVEN])
{
  const Given all[N_GIVEN] = {
    { DAYBOOK_REMEMBERED_KIND, daybook_value_int (draft->kind) },
    { DAYBOOK_REMEMBERED_NAME, text_or_none (draft->name) },
    { DAYBOOK_REMEMBERED_LUNAR, daybook_value_int (draft->day.lunar) },
    { DAYBOOK_REMEMBERED_YEAR, number_or_none (draft->day.year) },
    { DAYBOOK_REMEMBERED_MONTH, daybook_value_int (draft->day.month) },
    { DAYBOOK_REMEMBERED_DAY, daybook_value_int (draft->day.day) },
    { DAYBOOK_REMEMBERED_LEAP, daybook_value_int (draft->day.leap) },
    { DAYBOOK_REMEMBERED_AHEAD, draft->ahead >= 0 ? daybook_value_int (draft->ahead) : (DaybookValue) DAYBOOK_VALUE_INIT },
    { DAYBOOK_REMEMBERED_ONCE, daybook_value_int (draft->once) },
    { DAYBOOK_REMEMBERED_NOTE, text_or_none (draft->note) },
  };

  memcpy (given, all, sizeof all);
}

gboolean
daybook_customer_add_day (DaybookEdit            *edit,
                          DaybookReader          *reader,
                          const DaybookId        *customer,
                          const DaybookDayDraft  *draft,
                          DaybookId              *id,
                          GError                **error)
{
  Given given[N_GIVEN];
  DaybookId made;

  if (!daybook_remembered_day_check (&draft->day, draft->once, draft->ahead, error))
    return FALSE;

  daybook_id_random (&made);
  daybook_edit_create (edit, &daybook_remembered_days, &made);
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_CUSTOMER, daybook_value_id (customer));
  list_given (draft, given);
  for (guint i = 0; i < N_GIVEN; i++)
    daybook_edit_give (edit, given[i].field, given[i].value);
  if (id != NULL)
    *id = made;
  return TRUE;
}

gboolean
daybook_customer_set_day (DaybookEdit            *edit,
                          const DaybookRow       *row,
                          const DaybookDayDraft  *draft,
                          GError                **error)
{
  Given given[N_GIVEN];

  if (!daybook_remembered_day_check (&draft->day, draft->once, draft->ahead, error))
    return FALSE;

  list_given (draft, given);
  for (guint i = 0; i < N_GIVEN; i++)
    daybook_edit_set (edit, &daybook_remembered_days, &row->id, given[i].field, given[i].value);
  return TRUE;
}

/* Whether a birthday of the customer's own, no child's, is known. */
static gboolean
has_birthday (DaybookReader    *reader,
              const DaybookRow *customer)
{
  g_autoptr(GPtrArray) days = daybook_reader_parts (reader, &daybook_remembered_days, DAYBOOK_REMEMBERED_CUSTOMER, &customer->id, NULL);

  for (guint i = 0; days != NULL && i < days->len; i++)
    if (daybook_row_int (days->pdata[i], DAYBOOK_REMEMBERED_KIND) == DAYBOOK_DAY_BIRTHDAY)
      return TRUE;

  return FALSE;
}

gboolean
daybook_customer_listed_birthday (DaybookReader     *reader,
                                  const DaybookRow  *customer,
                                  DaybookYearlyDay  *day,
                                  char             **text)
{
  g_autoptr(GPtrArray) lines = has_birthday (reader, customer) ? NULL : daybook_reader_memberships (reader, customer, LISTS_MAX, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const char *said = daybook_row_text (lines->pdata[i], DAYBOOK_MEMBERSHIP_BIRTHDAY);

      if (*said != '\0' && daybook_yearly_day_read (said, DAYBOOK_CALENDAR_SOLAR, day, NULL))
        {
          *text = g_strdup (said);
          return TRUE;
        }
    }
  return FALSE;
}

/* --- What else ------------------------------------------------------------------------------- */

void
daybook_customer_add_consent (DaybookEdit     *edit,
                              const DaybookId *customer,
                              DaybookConsent   consent,
                              gint64           at,
                              const char      *how)
{
  gboolean is_asked = consent != DAYBOOK_CONSENT_UNASKED;

  daybook_edit_set (edit, &daybook_customers, customer, DAYBOOK_CUSTOMER_CONSENT, daybook_value_int (consent));
  daybook_edit_set (edit, &daybook_customers, customer, DAYBOOK_CUSTOMER_CONSENT_AT, number_or_none (is_asked ? at : 0));
  daybook_edit_set (edit, &daybook_customers, customer, DAYBOOK_CUSTOMER_CONSENT_HOW, text_or_none (is_asked ? how : NULL));
}

void
daybook_customers_tag (DaybookEdit *edit,
                       GPtrArray   *customers,
                       const char  *with,
                       const char  *without)
{
  g_auto(GStrv) gone = daybook_tags_split (without);

  for (guint i = 0; i < customers->len; i++)
    {
      const DaybookRow *customer = g_ptr_array_index (customers, i);
      const char *before = daybook_row_text (customer, DAYBOOK_CUSTOMER_TAGS);
      g_autofree char *tags = daybook_tags_with (before, with != NULL ? with : "");

      for (char **tag = gone; *tag != NULL; tag++)
        {
          g_autofree char *fewer = daybook_tags_without (tags, *tag);

          g_free (tags);
          tags = g_steal_pointer (&fewer);
        }
      if (g_strcmp0 (tags != NULL ? tags : "", before) != 0)
        daybook_edit_set (edit, &daybook_customers, &customer->id, DAYBOOK_CUSTOMER_TAGS, daybook_value_text (tags));
    }
}
