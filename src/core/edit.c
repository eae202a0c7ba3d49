/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/edit.h"

#include "core/day.h"
#include "core/reveal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookEdit
{
  DaybookActKind kind;
  char          *title;
  DaybookId      agent;
  gboolean       consent;
  GArray        *changes; /* DaybookChange */
};

static void
clear_change (gpointer data)
{
  DaybookChange *change = data;

  daybook_value_clear (&change->value);
  for (guint i = 0; change->values != NULL && i < change->table->n_fields; i++)
    daybook_value_clear (&change->values[i]);
  g_free (change->values);
}

static gboolean
check_text (const DaybookField *field,
            const char         *text,
            GError            **error)
{
  int most = (field->flags & DAYBOOK_FIELD_LONG) != 0 ? DAYBOOK_LONG_TEXT_MAX : DAYBOOK_TEXT_MAX;

  if (!g_utf8_validate (text, -1, NULL))
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                 _("“%s” holds characters that are not valid text."), _(field->label));
  else if (strlen (text) > (gsize) most)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                 _("“%s” is too long: at most %d kB fit."), _(field->label), most / 1024);
  else
    return field->check == NULL || field->check (text, error);

  return FALSE;
}

/* Whether each of the words, between blanks, is one of the field's. */
static gboolean
are_choices (const DaybookField *field,
             const char         *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (daybook_field_word (field, *word) < 0)
      return FALSE;

  return TRUE;
}

static gboolean
int_fits (const DaybookField *field,
          gint64              number)
{
  return (field->flags & DAYBOOK_FIELD_STARS) == 0 || (number >= 1 && number <= DAYBOOK_MOST_STARS);
}

static gboolean
text_fits (const DaybookField *field,
           const char         *text)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_CHOICE:
      return daybook_field_word (field, text) >= 0;
    case DAYBOOK_TYPE_CHOICES:
      return are_choices (field, text);
    case DAYBOOK_TYPE_DATE:
      return daybook_day_is (text);
    default:
      return TRUE;
    }
}

static gboolean
type_fits (const DaybookField *field,
           const DaybookValue *value)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
    case DAYBOOK_TYPE_DATE:
      return value->type == DAYBOOK_VALUE_TEXT && text_fits (field, value->text);
    case DAYBOOK_TYPE_ANY:
      return TRUE;
    case DAYBOOK_TYPE_TEXT:
      return value->type == DAYBOOK_VALUE_TEXT;
    case DAYBOOK_TYPE_REF:
      return value->type == DAYBOOK_VALUE_ID;
    case DAYBOOK_TYPE_BOOL:
      return value->type == DAYBOOK_VALUE_INT && (value->number == 0 || value->number == 1);
    case DAYBOOK_TYPE_ENUM:
      return value->type == DAYBOOK_VALUE_INT && daybook_field_word_name (field, value->number) != NULL;
    case DAYBOOK_TYPE_INT:
      return value->type == DAYBOOK_VALUE_INT && int_fits (field, value->number);
    case DAYBOOK_TYPE_MONEY:
    case DAYBOOK_TYPE_TIME:
      return value->type == DAYBOOK_VALUE_INT;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A name of blanks is none. */
static gboolean
is_blank (const DaybookField *field,
          const DaybookValue *value)
{
  return (field->flags & DAYBOOK_FIELD_REQUIRED) != 0 && value->type == DAYBOOK_VALUE_TEXT
         && strspn (value->text, " \t\n") == strlen (value->text);
}

static gboolean
check_value (const DaybookField *field,
             const DaybookValue *value,
             GError            **error)
{
  if (value->type == DAYBOOK_VALUE_NONE || is_blank (field, value))
    {
      if ((field->flags & DAYBOOK_FIELD_REQUIRED) == 0)
        return TRUE;
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                   _("“%s” cannot be empty."), _(field->label));
      return FALSE;
    }

  if (!type_fits (field, value))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                   _("“%s” does not take this value."), _(field->label));
      return FALSE;
    }

  return value->type != DAYBOOK_VALUE_TEXT || check_text (field, value->text, error);
}

/* Platform columns and our columns never share a field (DESIGN §3). */
static gboolean
check_author (DaybookActKind      kind,
              const DaybookField *field,
              GError            **error)
{
  if (field->field_class != DAYBOOK_CLASS_PLATFORM || kind != DAYBOOK_ACT_EDIT)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("“%s” is what the platform says; only an import changes it."), _(field->label));
  return FALSE;
}

/* What is written once is written with its row. */
static gboolean
check_once (const DaybookField  *field,
            GError             **error)
{
  if (field->field_class != DAYBOOK_CLASS_APPEND_ONLY)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("“%s” is written once and not changed afterwards."), _(field->label));
  return FALSE;
}

/* No act hides a reveal among other changes, or an other change among reveals. */
static gboolean
check_log (DaybookActKind       kind,
           const DaybookTable  *table,
           GError             **error)
{
  if ((kind == DAYBOOK_ACT_REVEAL) == (table == &daybook_reveals))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("The log of what was shown in full is written by showing it, and by nothing else."));
  return FALSE;
}

static gboolean
check_create (const DaybookEdit   *edit,
              const DaybookChange *change,
              GError             **error)
{
  if (!check_log (edit->kind, change->table, error))
    return FALSE;

  for (guint i = 0; i < change->table->n_fields; i++)
    {
      const DaybookField *field = &change->table->fields[i];
      const DaybookValue *value = &change->values[i];

      if (value->type != DAYBOOK_VALUE_NONE && !check_author (edit->kind, field, error))
        return FALSE;
      if (!check_value (field, value, error))
        return FALSE;
    }

  return TRUE;
}

DaybookEdit *
daybook_edit_new (DaybookActKind   kind,
                  const char      *title,
                  const DaybookId *agent)
{
  DaybookEdit *edit = g_atomic_rc_box_new0 (DaybookEdit);

  edit->kind = kind;
  edit->title = g_strdup (title);
  if (agent != NULL)
    edit->agent = *agent;
  edit->changes = g_array_new (FALSE, TRUE, sizeof (DaybookChange));
  g_array_set_clear_func (edit->changes, clear_change);
  return edit;
}

DaybookEdit *
daybook_edit_ref (DaybookEdit *edit)
{
  return g_atomic_rc_box_acquire (edit);
}

static void
clear_edit (gpointer data)
{
  DaybookEdit *edit = data;

  g_free (edit->title);
  g_array_unref (edit->changes);
}

void
daybook_edit_unref (DaybookEdit *edit)
{
  g_atomic_rc_box_release_full (edit, clear_edit);
}

void
daybook_edit_create (DaybookEdit        *edit,
                     const DaybookTable *table,
                     const DaybookId    *id)
{
  DaybookChange change = {
    .kind = DAYBOOK_CHANGE_CREATE,
    .table = table,
    .row = *id,
    .values = g_new0 (DaybookValue, table->n_fields),
  };

  g_array_append_val (edit->changes, change);
}

void
daybook_edit_give (DaybookEdit  *edit,
                   guint         field,
                   DaybookValue  value)
{
  g_return_if_fail (edit->changes->len > 0);

  DaybookChange *change = &g_array_index (edit->changes, DaybookChange, edit->changes->len - 1);
  g_return_if_fail (change->kind == DAYBOOK_CHANGE_CREATE && field < change->table->n_fields);

  daybook_value_clear (&change->values[field]);
  change->values[field] = value;
}

void
daybook_edit_set (DaybookEdit        *edit,
                  const DaybookTable *table,
                  const DaybookId    *id,
                  guint               field,
                  DaybookValue        value)
{
  DaybookChange change = {
    .kind = DAYBOOK_CHANGE_SET,
    .table = table,
    .row = *id,
    .field = field,
    .value = value,
  };

  g_return_if_fail (field < table->n_fields);
  g_array_append_val (edit->changes, change);
}

void
daybook_edit_delete (DaybookEdit        *edit,
                     const DaybookTable *table,
                     const DaybookId    *id)
{
  daybook_edit_set (edit, table, id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
}

void
daybook_edit_restore (DaybookEdit        *edit,
                      const DaybookTable *table,
                      const DaybookId    *id)
{
  daybook_edit_set (edit, table, id, DAYBOOK_FIELD_DELETED, daybook_value_int (0));
}

static gboolean
check_set (const DaybookEdit   *edit,
           const DaybookChange *change,
           GError             **error)
{
  const DaybookField *field = &change->table->fields[change->field];

  return check_once (field, error)
         && check_log (edit->kind, change->table, error)
         && check_author (edit->kind, field, error)
         && check_value (field, &change->value, error);
}

gboolean
daybook_edit_check (const DaybookEdit  *edit,
                    GError            **error)
{
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_CREATE ? !check_create (edit, change, error) : !check_set (edit, change, error))
        return FALSE;
    }

  return TRUE;
}

DaybookActKind
daybook_edit_kind (const DaybookEdit *edit)
{
  return edit->kind;
}

void
daybook_edit_set_title (DaybookEdit *edit,
                        const char  *title)
{
  g_free (edit->title);
  edit->title = g_strdup (title);
}

const char *
daybook_edit_title (const DaybookEdit *edit)
{
  return edit->title;
}

const DaybookId *
daybook_edit_agent (const DaybookEdit *edit)
{
  return daybook_id_is_null (&edit->agent) ? NULL : &edit->agent;
}

void
daybook_edit_give_consent (DaybookEdit *edit)
{
  edit->consent = TRUE;
}

gboolean
daybook_edit_has_consent (const DaybookEdit *edit)
{
  return edit->consent;
}

static gboolean
deletes (const DaybookChange *change)
{
  return change->kind == DAYBOOK_CHANGE_SET && change->field == DAYBOOK_FIELD_DELETED && change->value.number != 0;
}

guint
daybook_edit_count_deleted (const DaybookEdit  *edit,
                            const DaybookTable *table)
{
  guint n = 0;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      n += deletes (change) && (table == NULL || daybook_table_base (change->table) == table);
    }

  return n;
}

guint
daybook_edit_size (const DaybookEdit *edit)
{
  return edit->changes->len;
}

const DaybookChange *
daybook_edit_change (const DaybookEdit *edit,
                     guint              index)
{
  return &g_array_index (edit->changes, DaybookChange, index);
}
