/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form.h"

#include "core/aftersale.h"
#include "core/membership.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/stock.h"
#include "exchange/clean.h"
#include "exchange/pick.h"

#include <string.h>

#define LINE_PREFIX "line."
#define EXTRA_PREFIX "extra."
#define MAX_EXTRAS 64
/* So many headings of a platform say that the table is one of its, even though
 * what makes it complete is missing. */
#define MIN_LIKENESS 3

static void
free_source (gpointer data)
{
  DaybookSource *source = data;

  g_ptr_array_unref (source->parts);
  g_free (source->separator);
  g_strfreev (source->words);
  g_free (source);
}

void
daybook_test_free (DaybookTest *test)
{
  g_strfreev (test->words);
  g_free (test);
}

gboolean
daybook_form_is_of_lines (const DaybookForm *form)
{
  return g_strcmp0 (form->kind, DAYBOOK_KIND_ORDER_LINES) == 0;
}

gboolean
daybook_test_fits (const DaybookTest *test,
                   const char        *text)
{
  switch (test->kind)
    {
    case DAYBOOK_TEST_EMPTY:
      return *text == '\0';
    case DAYBOOK_TEST_FILLED:
      return *text != '\0';
    case DAYBOOK_TEST_POSITIVE:
      return daybook_pick_sign (text) > 0;
    case DAYBOOK_TEST_NEGATIVE:
      return daybook_pick_sign (text) < 0;
    case DAYBOOK_TEST_WORDS:
      return *text != '\0' && g_strv_contains ((const char *const *) test->words, text);
    case DAYBOOK_TEST_ABSENT:
    default:
      return FALSE;
    }
}

static void
free_choice (gpointer data)
{
  DaybookChoice *choice = data;

  g_ptr_array_unref (choice->tests);
  g_free (choice);
}

static const struct { const char *kind; const DaybookTable *table; } KINDS[] = {
  { "orders", NULL },
  { DAYBOOK_KIND_ORDER_LINES, NULL },
  { "refunds", &daybook_aftersales },
  { "reviews", &daybook_reviews },
  { "bill", &daybook_payments },
  { "stock", &daybook_stocks },
  { "customers", &daybook_memberships },
};

const char *
daybook_form_kind_at (guint index)
{
  return index < G_N_ELEMENTS (KINDS) ? KINDS[index].kind : NULL;
}

gboolean
daybook_form_kind_table (const char          *kind,
                         const DaybookTable **table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_strcmp0 (KINDS[i].kind, kind) == 0)
      {
        *table = KINDS[i].table;
        return TRUE;
      }

  return FALSE;
}

const DaybookTable *
daybook_form_kind_about (const char *kind)
{
  const DaybookTable *table = NULL;

  daybook_form_kind_table (kind, &table);
  return table != NULL ? table : &daybook_orders;
}

static void
free_sum (gpointer data)
{
  DaybookFormSum *sum = data;

  g_strfreev (sum->of);
  g_strfreev (sum->less);
  g_free (sum);
}

DaybookForm *
daybook_form_new (const char *kind)
{
  DaybookForm *form = g_new0 (DaybookForm, 1);

  form->kind = g_strdup (kind);
  form->at_least = 1;
  form->any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->sources = g_ptr_array_new_with_free_func (free_source);
  form->choices = g_ptr_array_new_with_free_func (free_choice);
  daybook_form_kind_table (kind, &form->table);
  form->sums = g_ptr_array_new_with_free_func (free_sum);
  return form;
}

void
daybook_form_free (DaybookForm *form)
{
  g_free (form->kind);
  g_free (form->name);
  g_strfreev (form->required);
  g_ptr_array_unref (form->any_of);
  g_strfreev (form->forbidden);
  g_strfreev (form->foreign);
  g_strfreev (form->begins);
  g_strfreev (form->known);
  g_strfreev (form->key);
  g_free (form->uncounted_heading);
  g_strfreev (form->uncounted);
  g_ptr_array_unref (form->sums);
  g_free (form->parts);
  g_ptr_array_unref (form->sources);
  g_ptr_array_unref (form->choices);
  g_free (form);
}

DaybookSource *
daybook_form_add_source (DaybookForm   *form,
                         DaybookTarget  target)
{
  DaybookSource *source = g_new0 (DaybookSource, 1);

  source->target = target;
  source->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (form->sources, source);
  return source;
}

DaybookChoice *
daybook_form_add_choice (DaybookForm *form,
                         guint        field,
                         gint64       value)
{
  DaybookChoice *choice = g_new0 (DaybookChoice, 1);

  choice->field = field;
  choice->value = value;
  choice->tests = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_test_free);
  g_ptr_array_add (form->choices, choice);
  return choice;
}

void
daybook_source_add_part (DaybookSource     *source,
                         const char *const *headings)
{
  g_autoptr(GPtrArray) folded = g_ptr_array_new ();

  for (guint i = 0; headings[i] != NULL; i++)
    g_ptr_array_add (folded, daybook_clean_fold (headings[i]));
  g_ptr_array_add (folded, NULL);
  g_ptr_array_add (source->parts, g_ptr_array_steal (folded, NULL));
}

/* Shop and platform are said by the person, `as_of` by the file as a whole. */
static gboolean
is_importable (const DaybookTable *table,
               int                 field)
{
  if (field < 0 || table->fields[field].field_class != DAYBOOK_CLASS_PLATFORM)
    return FALSE;
  if (table->fields[field].type == DAYBOOK_TYPE_REF || table->fields[field].type == DAYBOOK_TYPE_BOOL
      || (table->fields[field].flags & DAYBOOK_FIELD_SETTLED) != 0)
    return FALSE;

  return !g_str_equal (table->fields[field].name, "platform") && !g_str_equal (table->fields[field].name, "as_of");
}

static gboolean
parse_extra (const char    *name,
             GPtrArray     *extras,
             DaybookTarget *target)
{
  target->kind = DAYBOOK_TARGET_EXTRA;
  if (g_ptr_array_find_with_equal_func (extras, name, g_str_equal, &target->index))
    return TRUE;
  if (*name == '\0' || extras->len == MAX_EXTRAS)
    return FALSE;

  target->index = extras->len;
  g_ptr_array_add (extras, g_strdup (name));
  return TRUE;
}

gboolean
daybook_target_parse (const char         *name,
                      const DaybookTable *table,
                      GPtrArray          *extras,
                      DaybookTarget      *target)
{
  int field;

  if (g_str_has_prefix (name, EXTRA_PREFIX))
    return extras != NULL && parse_extra (name + strlen (EXTRA_PREFIX), extras, target);

  target->kind = table != NULL ? DAYBOOK_TARGET_ENTRY : DAYBOOK_TARGET_ORDER;
  if (table == NULL && g_str_has_prefix (name, LINE_PREFIX))
    {
      name += strlen (LINE_PREFIX);
      table = &daybook_order_lines;
      target->kind = DAYBOOK_TARGET_LINE;
    }

  else if (table == NULL)
    table = &daybook_orders;

  field = daybook_table_field (table, name);
  target->index = (guint) field;
  return is_importable (table, field);
}

static gboolean
contains (const char *const *headings,
          guint              n_headings,
          const char        *heading)
{
  for (guint i = 0; i < n_headings; i++)
    if (strcmp (headings[i], heading) == 0)
      return TRUE;

  return FALSE;
}

/* Each heading once, though it may stand twice or be of two fields. */
static guint
count_known (const DaybookForm *form,
             const char *const *headings,
             guint              n_headings)
{
  guint n = 0;

  for (guint i = 0; i < n_headings; i++)
    n += daybook_form_knows (form, headings[i]) && !contains (headings, i, headings[i]);

  return n;
}

static gboolean
has_one_of (char              **wanted,
            const char *const  *headings,
            guint               n_headings)
{
  for (; wanted != NULL && *wanted != NULL; wanted++)
    if (contains (headings, n_headings, *wanted))
      return TRUE;

  return FALSE;
}

static gboolean
knows_half (const DaybookForm *form,
            const char *const *headings,
            guint              n_headings)
{
  guint n_filled = 0;

  for (guint i = 0; i < n_headings; i++)
    n_filled += *headings[i] != '\0';

  return count_known (form, headings, n_headings) * 2 >= n_filled;
}

/* Whether the headings look like this platform's. */
static gboolean
is_of_platform (const DaybookForm *form,
                const char *const *headings,
                guint              n_headings)
{
  return !has_one_of (form->foreign, headings, n_headings) && (!form->half || knows_half (form, headings, n_headings));
}

static gboolean
is_number (const DaybookForm   *form,
           const DaybookSource *source)
{
  if (source->target.kind == DAYBOOK_TARGET_ENTRY)
    return g_str_equal (form->table->fields[source->target.index].name, "number");

  return source->target.kind == DAYBOOK_TARGET_ORDER && source->target.index == DAYBOOK_ORDER_NUMBER;
}

gboolean
daybook_form_has_number (const DaybookForm *form)
{
  for (guint i = 0; i < form->sources->len; i++)
    if (is_number (form, g_ptr_array_index (form->sources, i)))
      return TRUE;

  return form->key != NULL && *form->key != NULL;
}

/* Whether there is a column by which its rows are told apart. */
static gboolean
finds_number (const DaybookForm *form,
              const char *const *headings,
              guint              n_headings)
{
  for (guint i = 0; i < form->sources->len; i++)
    {
      const DaybookSource *source = g_ptr_array_index (form->sources, i);

      for (guint p = 0; is_number (form, source) && p < source->parts->len; p++)
        if (has_one_of (g_ptr_array_index (source->parts, p), headings, n_headings))
          return TRUE;
    }

  return has_one_of (form->key, headings, n_headings);
}

guint
daybook_form_match (const DaybookForm     *form,
                    const char *const     *headings,
                    guint                  n_headings,
                    DaybookPlatformGround  ground)
{
  guint n;

  for (char **heading = form->required; heading != NULL && *heading != NULL; heading++)
    if (!contains (headings, n_headings, *heading))
      return 0;
  for (guint i = 0; i < form->any_of->len; i++)
    if (!has_one_of (g_ptr_array_index (form->any_of, i), headings, n_headings))
      return 0;
  if (daybook_form_forbids (form, headings, n_headings) || !finds_number (form, headings, n_headings))
    return 0;
  if (ground == DAYBOOK_PLATFORM_GUESSED && !is_of_platform (form, headings, n_headings))
    return 0;

  n = count_known (form, headings, n_headings);
  return n >= MIN (form->at_least, n_headings) ? n : 0;
}

guint
daybook_form_likeness (const DaybookForm *form,
                       const char *const *headings,
                       guint              n_headings)
{
  guint n = count_known (form, headings, n_headings);

  /* Words such as 订单状态 are in every platform's files. */
  if (daybook_form_forbids (form, headings, n_headings) || has_one_of (form->foreign, headings, n_headings)
      || !knows_half (form, headings, n_headings))
    return 0;
  return n >= MIN_LIKENESS ? n : 0;
}

gboolean
daybook_form_forbids (const DaybookForm *form,
                      const char *const *headings,
                      guint              n_headings)
{
  return has_one_of (form->forbidden, headings, n_headings);
}

static gboolean
sums_know (const DaybookForm *form,
           const char        *heading)
{
  for (guint i = 0; i < form->sums->len; i++)
    {
      const DaybookFormSum *sum = g_ptr_array_index (form->sums, i);

      if (g_strv_contains ((const char *const *) sum->of, heading)
          || (sum->less != NULL && g_strv_contains ((const char *const *) sum->less, heading)))
        return TRUE;
    }

  return FALSE;
}

gboolean
daybook_form_knows (const DaybookForm *form,
                    const char        *heading)
{
  for (guint i = 0; i < form->sources->len; i++)
    {
      const DaybookSource *source = g_ptr_array_index (form->sources, i);

      for (guint p = 0; p < source->parts->len; p++)
        if (g_strv_contains (g_ptr_array_index (source->parts, p), heading))
          return TRUE;
    }

  return (form->known != NULL && g_strv_contains ((const char *const *) form->known, heading)) || sums_know (form, heading);
}
