/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/quick-add.h"

#include "core/case-call.h"
#include "core/case-draft.h"
#include "core/clip.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/soon-word.h"
#include "core/tags.h"
#include "store/case-write.h"
#include "store/quick-find.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of an order's number tells it from others. */
#define TAIL 4

void
daybook_quick_plan_free (DaybookQuickPlan *plan)
{
  g_free (plan->line);
  g_clear_pointer (&plan->chips, g_ptr_array_unref);
  g_clear_pointer (&plan->order, daybook_row_unref);
  g_clear_pointer (&plan->customer, daybook_row_unref);
  g_clear_pointer (&plan->agent, daybook_row_unref);
  g_clear_pointer (&plan->of_case, daybook_row_unref);
  g_free (plan->title);
  g_free (plan->note);
  g_free (plan->tags);
  g_free (plan->contact);
  g_free (plan);
}

gboolean
daybook_quick_plan_is_empty (const DaybookQuickPlan *plan)
{
  return plan->chips->len == 0;
}

/* --- Parts --------------------------------------------------------------------------------- */

/* The registers that the shop shows. (element-type DaybookRegister) (transfer full) */
static GPtrArray *
registers_in_use (DaybookReader  *reader,
                  GError        **error)
{
  g_autoptr(GPtrArray) all = daybook_registers_read (reader, NULL, error);
  g_autoptr(GPtrArray) used = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (all, i);

      if (one->used)
        g_ptr_array_add (used, g_object_ref (one->definition));
    }

  return all != NULL ? g_steal_pointer (&used) : NULL;
}

/* What the line says, unless a person has said it otherwise. */
static void
choose_register (DaybookReader          *reader,
                 DaybookQuickPlan       *plan,
                 GPtrArray              *parts,
                 const DaybookQuickWish *wish)
{
  const char *key = wish->register_key;

  for (guint i = 0; key == NULL && i < parts->len; i++)
    {
      const DaybookQuickPart *part = g_ptr_array_index (parts, i);

      if (part->kind == DAYBOOK_QUICK_REGISTER)
        key = part->name;
    }

  plan->definition = key != NULL && *key != '\0' ? daybook_reader_register (reader, key) : NULL;
}

static void
mean_register (DaybookQuickPlan       *plan,
               DaybookQuickChip       *chip,
               const DaybookQuickPart *part)
{
  chip->resolved = plan->definition != NULL && g_str_equal (daybook_register_get_key (plan->definition), part->name);
  if (chip->resolved)
    chip->label = g_strdup (daybook_register_get_label (plan->definition));
  else
    chip->remark = g_strdup (_("Something else was chosen; this stays among the words."));
}

static void
mean_time (DaybookQuickPlan       *plan,
           DaybookQuickChip       *chip,
           const DaybookQuickPart *part,
           gint64                  wished,
           gint64                  now,
           GTimeZone              *zone)
{
  plan->at = wished != 0 ? wished : part->at;
  plan->said_when = TRUE;
  chip->resolved = TRUE;
  chip->label = daybook_moment_format (plan->at, now, zone);
}

/* #1001 may be an order's number, as Shopify writes it. */
static gboolean
mean_tag (DaybookReader           *reader,
          DaybookQuickPlan        *plan,
          DaybookQuickChip        *chip,
          const DaybookQuickPart  *part,
          GError                 **error)
{
  const char *const numbers[] = { part->text, part->name };

  for (guint i = 0; strspn (part->name, "0123456789") == strlen (part->name) && i < G_N_ELEMENTS (numbers); i++)
    {
      if (!daybook_quick_find_order (reader, plan, chip, numbers[i], error))
        return FALSE;
      if (chip->resolved)
        {
          g_clear_pointer (&chip->remark, g_free);
          chip->kind = DAYBOOK_QUICK_NUMBER;
          return TRUE;
        }
    }

  g_clear_pointer (&chip->remark, g_free);
  if (plan->definition == NULL)
    {
      chip->remark = g_strdup (_("A task has no tags; this stays among the words."));
      return TRUE;
    }

  g_autofree char *tags = daybook_tags_with (plan->tags, part->name);
  g_free (plan->tags);
  plan->tags = g_steal_pointer (&tags);
  chip->resolved = TRUE;
  chip->label = g_strdup (part->name);
  return TRUE;
}

/* A number that looks like a telephone's is an order's where there is one; of a case it is how the
 * customer is reached. */
static gboolean
mean_phone (DaybookReader           *reader,
            DaybookQuickPlan        *plan,
            DaybookQuickChip        *chip,
            const DaybookQuickPart  *part,
            GError                 **error)
{
  if (!daybook_quick_find_order (reader, plan, chip, part->name, error) || chip->resolved)
    return chip->resolved;

  g_clear_pointer (&chip->remark, g_free);
  if (plan->definition == NULL || plan->contact != NULL)
    return TRUE;

  plan->contact = g_strdup (part->name);
  chip->resolved = TRUE;
  chip->label = daybook_mask (DAYBOOK_MASK_PHONE, part->name);
  return TRUE;
}

/* A number that no order has may be a parcel's, all of digits. */
static gboolean
mean_number (DaybookReader           *reader,
             DaybookQuickPlan        *plan,
             DaybookQuickChip        *chip,
             const DaybookQuickPart  *part,
             GError                 **error)
{
  if (!daybook_quick_find_order (reader, plan, chip, part->name, error))
    return FALSE;
  if (chip->resolved || plan->order != NULL)
    return TRUE;

  g_autofree char *said = g_steal_pointer (&chip->remark);
  if (!daybook_quick_find_parcel (reader, plan, chip, part->name, error))
    return FALSE;
  if (chip->resolved)
    chip->kind = DAYBOOK_QUICK_PARCEL;
  else
    {
      g_free (chip->remark);
      chip->remark = g_steal_pointer (&said);
    }
  return TRUE;
}

static gboolean
mean (DaybookReader           *reader,
      DaybookQuickPlan        *plan,
      DaybookQuickChip        *chip,
      const DaybookQuickPart  *part,
      const DaybookQuickWish  *wish,
      gint64                   now,
      GTimeZone               *zone,
      GError                 **error)
{
  switch (part->kind)
    {
    case DAYBOOK_QUICK_REGISTER:
      mean_register (plan, chip, part);
      return TRUE;
    case DAYBOOK_QUICK_TIME:
      mean_time (plan, chip, part, wish->at, now, zone);
      return TRUE;
    case DAYBOOK_QUICK_NUMBER: return mean_number (reader, plan, chip, part, error);
    case DAYBOOK_QUICK_PARCEL: return daybook_quick_find_parcel (reader, plan, chip, part->name, error);
    case DAYBOOK_QUICK_CASE: return daybook_quick_find_case (reader, plan, chip, part->name, error);
    case DAYBOOK_QUICK_PHONE: return mean_phone (reader, plan, chip, part, error);
    case DAYBOOK_QUICK_AGENT: return daybook_quick_find_agent (reader, plan, chip, part->name, error);
    case DAYBOOK_QUICK_TAG: return mean_tag (reader, plan, chip, part, error);
    case DAYBOOK_QUICK_WORD:
    default:
      return TRUE;
    }
}

/* --- The whole ------------------------------------------------------------------------------- */

/* A case is told by its own fields; in the title of a task the customer and the parcel are read. */
static gboolean
is_in_title (const DaybookQuickPlan *plan,
             const DaybookQuickChip *chip)
{
  if (!chip->resolved || chip->kind == DAYBOOK_QUICK_PARCEL)
    return TRUE;
  return chip->kind == DAYBOOK_QUICK_WORD && plan->definition == NULL;
}

static char *
join_words (const DaybookQuickPlan *plan)
{
  g_autoptr(GString) title = g_string_new (NULL);

  for (guint i = 0; i < plan->chips->len; i++)
    {
      const DaybookQuickChip *chip = g_ptr_array_index (plan->chips, i);

      if (!is_in_title (plan, chip))
        continue;
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append (title, chip->text);
    }

  return g_string_free (g_steal_pointer (&title), FALSE);
}

/* More than one line: the platform's message, as it was pasted. (transfer full), or NULL */
static char *
whole_text (const char *text,
            const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_strstrip (valid);
  return strpbrk (valid, "\r\n") != NULL && !g_str_equal (valid, line) ? g_steal_pointer (&valid) : NULL;
}

/* A task has no room but its title: what was pasted stands there in one line. */
static void
write_title (DaybookQuickPlan *plan)
{
  plan->title = join_words (plan);
  if (plan->definition != NULL || plan->note == NULL)
    return;

  g_auto(GStrv) lines = g_strsplit_set (plan->note, "\r\n", -1);
  GString *whole = g_string_new (plan->title);
  gboolean first = TRUE;

  for (char **line = lines; *line != NULL; line++)
    {
      if (*g_strstrip (*line) == '\0')
        continue;
      if (!first)
        g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", *line);
      first = FALSE;
    }
  g_free (plan->title);
  plan->title = g_string_free (whole, FALSE);
  g_clear_pointer (&plan->note, g_free);
}

/* Whoever says no time for a task wants it seen: tomorrow morning. */
static void
settle_time (DaybookQuickPlan       *plan,
             const DaybookQuickWish *wish,
             gint64                  now,
             GTimeZone              *zone)
{
  if (plan->at == 0 && wish->at != 0)
    {
      plan->at = wish->at;
      plan->said_when = TRUE;
    }
  if (plan->at == 0 && plan->definition == NULL)
    daybook_soon_word ("tomorrow", now, zone, &plan->at);
}

DaybookQuickPlan *
daybook_reader_plan_quick_add (DaybookReader           *reader,
                               const char              *text,
                               const DaybookQuickWish  *wish,
                               gint64                   now,
                               GTimeZone               *zone,
                               GError                 **error)
{
  g_autoptr(DaybookQuickPlan) plan = g_new0 (DaybookQuickPlan, 1);
  g_autoptr(GPtrArray) registers = registers_in_use (reader, error);
  g_autoptr(GPtrArray) parts = NULL;

  if (registers == NULL)
    {
      plan->chips = g_ptr_array_new ();
      return NULL;
    }

  plan->line = daybook_quick_line (text);
  plan->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_quick_chip_free);
  plan->note = whole_text (text, plan->line);
  parts = daybook_quick_parse (plan->line, registers, wish->plain, now, zone);
  choose_register (reader, plan, parts, wish);
  for (guint i = 0; i < parts->len; i++)
    {
      DaybookQuickChip *chip = daybook_quick_chip_new (g_ptr_array_index (parts, i));

      g_ptr_array_add (plan->chips, chip);
      if (!mean (reader, plan, chip, g_ptr_array_index (parts, i), wish, now, zone, error))
        return NULL;
    }
  if (!daybook_quick_find_customer (reader, plan, wish->plain, error))
    return NULL;

  write_title (plan);
  settle_time (plan, wish, now, zone);
  return g_steal_pointer (&plan);
}

/* --- In a sentence ---------------------------------------------------------------------------- */

static char *
tail_of (const DaybookRow *order)
{
  const char *number = daybook_row_text (order, DAYBOOK_ORDER_NUMBER);
  glong length = g_utf8_strlen (number, -1);

  return length > TAIL ? g_strconcat ("…", g_utf8_offset_to_pointer (number, length - TAIL), NULL) : g_strdup (number);
}

/* Of what the row is: “Refund of order …6789”. */
static char *
describe_row (const DaybookQuickPlan *plan)
{
  const char *label = plan->definition != NULL ? daybook_register_get_label (plan->definition) : _("Task");
  g_autofree char *tail = plan->order != NULL ? tail_of (plan->order) : NULL;

  if (plan->of_case != NULL)
    /* Translators: a kind of row, and the number of the case that it is about: “Task about R-A2031”. */
    return g_strdup_printf (_("%s about %s"), label, daybook_row_text (plan->of_case, DAYBOOK_CASE_NUMBER));
  if (tail != NULL)
    /* Translators: what is made, and the last signs of an order's number: “Exchange, order …6789”. */
    return g_strdup_printf (_("%s, order %s"), label, tail);
  return g_strdup (label);
}

/* As lists say it, within a sentence. */
static char *
print_when (gint64     at,
            gint64     now,
            GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  if (at >= daybook_moment_day (now, zone, 1) && at < daybook_moment_day (now, zone, 2))
    /* Translators: a time within a sentence, see strftime(3). */
    return g_date_time_format (local, C_("within a sentence", "tomorrow %H:%M"));
  return daybook_moment_format (at, now, zone);
}

char *
daybook_quick_plan_describe (const DaybookQuickPlan *plan,
                             gint64                  now,
                             GTimeZone              *zone)
{
  g_autoptr(GString) sentence = g_string_new (NULL);
  g_autofree char *row = describe_row (plan);
  g_autofree char *when = plan->at != 0 ? print_when (plan->at, now, zone) : NULL;

  g_autofree char *title = daybook_clip (plan->title);

  g_string_append (sentence, row);
  if (plan->agent != NULL)
    /* Translators: goes on in a sentence about what is made; %s is a person of the shop. */
    g_string_append_printf (sentence, _(", for %s"), daybook_row_text (plan->agent, DAYBOOK_AGENT_NAME));
  if (when != NULL && plan->definition != NULL)
    /* Translators: goes on in a sentence about a case; %s is a time. */
    g_string_append_printf (sentence, _(", promised for %s"), when);
  else if (when != NULL)
    /* Translators: goes on in a sentence about a task; %s is a time. */
    g_string_append_printf (sentence, _(", due %s"), when);
  if (*title != '\0')
    /* Translators: ends a sentence about what is made; %s are the words that a person typed. */
    g_string_append_printf (sentence, _(": %s"), title);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/* --- The edit ----------------------------------------------------------------------------------- */

static void
set_text (DaybookCaseDraft *draft,
          guint             field,
          const char       *text)
{
  if (text != NULL && *text != '\0')
    daybook_case_draft_set (draft, field, daybook_value_text (text));
}

static DaybookEdit *
build_case (const DaybookQuickPlan  *plan,
            DaybookReader           *reader,
            DaybookStore            *store,
            DaybookId               *id,
            GError                 **error)
{
  const DaybookId *agent = daybook_store_get_agent (store);
  g_autofree char *title = g_strdup_printf (_("New: %s"), daybook_register_get_label (plan->definition));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);
  g_autoptr(DaybookCaseDraft) draft =
    daybook_case_draft_new (plan->definition, daybook_store_get_shop (store), plan->agent != NULL ? &plan->agent->id : agent,
                            daybook_store_get_currency (store), daybook_store_get_now (store));

  if (plan->order != NULL)
    daybook_case_draft_take_order (draft, plan->order);
  if (plan->customer != NULL && (plan->order == NULL || !daybook_row_has (plan->order, DAYBOOK_ORDER_CUSTOMER))
      && !daybook_reader_take_customer (reader, draft, plan->customer, error))
    return NULL;
  set_text (draft, DAYBOOK_CASE_SUBJECT, plan->title);
  set_text (draft, DAYBOOK_CASE_CONTENT, plan->note);
  set_text (draft, DAYBOOK_CASE_CONTACT, plan->contact);
  set_text (draft, DAYBOOK_CASE_TAGS, plan->tags);
  if (plan->at != 0)
    daybook_case_draft_set (draft, DAYBOOK_CASE_PROMISED_AT, daybook_value_int (plan->at));

  *id = daybook_case_draft_row (draft)->id;
  return daybook_reader_build_case (reader, draft, edit, error) ? g_steal_pointer (&edit) : NULL;
}

/* A task without words is called after what it is about. */
static char *
name_task (const DaybookQuickPlan *plan)
{
  return *plan->title != '\0' ? g_strdup (plan->title) : describe_row (plan);
}

/* Whose it is: who is named, who is in charge of the case, who says so. */
static const DaybookId *
pick_agent (const DaybookQuickPlan *plan,
            DaybookStore           *store)
{
  const DaybookId *owner = plan->of_case != NULL ? daybook_row_ref_id (plan->of_case, DAYBOOK_CASE_OWNER) : NULL;

  if (plan->agent != NULL)
    return &plan->agent->id;
  return owner != NULL ? owner : daybook_store_get_agent (store);
}

static DaybookEdit *
build_task (const DaybookQuickPlan *plan,
            DaybookStore           *store,
            DaybookId              *id)
{
  gint64 now = daybook_store_get_now (store);
  g_autofree char *title = name_task (plan);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  const DaybookRow *of = plan->of_case != NULL ? plan->of_case : plan->order != NULL ? plan->order : plan->customer;
  DaybookCaseCall task = { DAYBOOK_TASK_TODO, title, pick_agent (plan, store), plan->at, id };

  daybook_id_fresh (id, now * 1000);
  daybook_case_call_add (edit, of, &task, now);
  return edit;
}

DaybookEdit *
daybook_quick_plan_build (const DaybookQuickPlan  *plan,
                          DaybookReader           *reader,
                          DaybookStore            *store,
                          const DaybookTable     **table,
                          DaybookId               *id,
                          GError                 **error)
{
  if (daybook_quick_plan_is_empty (plan))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Write down what it is about."));
      return NULL;
    }

  *table = plan->definition != NULL ? &daybook_cases : &daybook_tasks;
  return plan->definition != NULL ? build_case (plan, reader, store, id, error) : build_task (plan, store, id);
}
