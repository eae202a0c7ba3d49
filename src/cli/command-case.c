/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/case-attach.h"
#include "cli/case-together.h"
#include "cli/commands.h"
#include "cli/find-case.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/print-cases.h"
#include "cli/read-field.h"

#include "core/case-draft.h"
#include "core/case-event.h"
#include "core/case-parts.h"
#include "core/customer.h"
#include "core/money.h"
#include "core/order.h"
#include "core/words.h"
#include "store/case-acts.h"
#include "store/case-continue.h"
#include "store/case-merge.h"
#include "store/case-write.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* The register of a key. Errors: NOT_FOUND. */
static DaybookRegister *
find_register (DaybookCli  *cli,
               const char  *key,
               GError     **error)
{
  DaybookRegister *definition = daybook_reader_register (reader_of (cli), key);

  if (definition == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                 _("There is no register “%s”. “daybookctl register list” shows which there are."), key);
  return definition;
}

/* --- Fields ----------------------------------------------------------------------- */

static gboolean
set_order (DaybookCli        *cli,
           DaybookCaseDraft  *draft,
           const DaybookId   *id,
           GError           **error)
{
  g_autoptr(DaybookRow) order = daybook_reader_find (reader_of (cli), &daybook_orders, id, error);

  if (order != NULL)
    daybook_case_draft_take_order (draft, order);
  return order != NULL;
}

static gboolean
set_stage (DaybookCli        *cli,
           DaybookRegister   *definition,
           DaybookCaseDraft  *draft,
           const char        *word,
           GError           **error)
{
  int stage = daybook_register_find_stage (definition, word);

  if (stage >= 0)
    daybook_case_draft_move (draft, (guint) stage);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” has no stage “%s”."),
                 daybook_register_get_title (definition), word);
  return stage >= 0;
}

/* A link that leads to cases of one register leads to no other. */
static gboolean
check_link (DaybookCli           *cli,
            DaybookRegister      *definition,
            const DaybookField   *field,
            const DaybookValue   *value,
            GError              **error)
{
  const DaybookRegisterField *own =
    daybook_field_is_extra (field) ? daybook_register_find_field (definition, daybook_field_get_name (field)) : NULL;
  g_autoptr(DaybookRow) other = NULL;

  if (own == NULL || own->input != DAYBOOK_INPUT_LINK || own->target == NULL || value->type != DAYBOOK_VALUE_ID)
    return TRUE;
  other = daybook_reader_find (reader_of (cli), &daybook_cases, &value->id, error);
  if (other == NULL || g_str_equal (daybook_row_text (other, DAYBOOK_CASE_REGISTER), own->target))
    return other != NULL;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” is a case of the register “%s”; %s is none of it."), own->label,
               own->target, daybook_row_text (other, DAYBOOK_CASE_NUMBER));
  return FALSE;
}

static gboolean
set_field (DaybookCli        *cli,
           DaybookRegister   *definition,
           DaybookCaseDraft  *draft,
           const char        *word,
           GError           **error)
{
  const DaybookRow *row = daybook_case_draft_row (draft);
  DaybookAssignManner manner;
  const char *text;
  DaybookValue value;
  int field = daybook_split_assignment (row->table, word, &manner, &text, error);

  if (field < 0)
    return FALSE;
  if (field == DAYBOOK_CASE_STAGE)
    return set_stage (cli, definition, draft, text, error);
  if (daybook_case_field_follows ((guint) field))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is not set by hand: the book sees to it."),
                   daybook_field_get_name (&row->table->fields[field]));
      return FALSE;
    }

  g_autofree char *both = manner == DAYBOOK_ASSIGN_ADD_A_LINE ? daybook_row_text_with (row, (guint) field, text) : NULL;
  if (!daybook_read_value (cli, row, &row->table->fields[field], both != NULL ? both : text, &value, error))
    return FALSE;
  if (field == DAYBOOK_CASE_ORDER && value.type == DAYBOOK_VALUE_ID)
    return set_order (cli, draft, &value.id, error);
  if (!check_link (cli, definition, &row->table->fields[field], &value, error))
    return FALSE;

  daybook_case_draft_set (draft, (guint) field, value);
  return TRUE;
}

static gboolean
set_fields (DaybookCli        *cli,
            DaybookRegister   *definition,
            DaybookCaseDraft  *draft,
            char             **words,
            GError           **error)
{
  for (char **word = words; *word != NULL; word++)
    if (!set_field (cli, definition, draft, *word, error))
      return FALSE;

  return TRUE;
}

/* --- Goods -------------------------------------------------------------------------- */

/* The line of the order that a word means: its place there, from 1, its id or its SKU. */
static const DaybookRow *
find_line (GPtrArray   *lines,
           const char  *word)
{
  g_autofree char *id = NULL;
  guint64 place;

  if (g_ascii_string_to_unsigned (word, 10, 1, lines->len, &place, NULL))
    return g_ptr_array_index (lines, place - 1);

  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookRow *line = g_ptr_array_index (lines, i);

      g_free (id);
      id = daybook_id_to_string (&line->id);
      if (g_str_equal (id, word) || g_str_equal (daybook_row_text (line, DAYBOOK_LINE_SKU), word))
        return line;
    }

  return NULL;
}

static gboolean
give_count (DaybookEdit  *edit,
            guint         field,
            const char   *word,
            GError      **error)
{
  gint64 count;

  if (word == NULL || *word == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (word, 10, 0, G_MAXINT, &count, NULL))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no quantity."), word);
      return FALSE;
    }

  daybook_edit_give (edit, field, daybook_value_int (count));
  return TRUE;
}

/* LINE[:QUANTITY[:RECEIVED[:DAMAGED]]]; what is no line of the order is the name of goods. */
static gboolean
add_goods (DaybookEdit       *edit,
           const DaybookRow  *row,
           GPtrArray         *lines,
           const char        *word,
           gint64             now,
           GError           **error)
{
  g_auto(GStrv) parts = g_strsplit (word, ":", 4);
  guint n = g_strv_length (parts);
  const DaybookRow *line = lines != NULL && n > 0 && *parts[0] != '\0' ? find_line (lines, parts[0]) : NULL;
  g_autofree char *none = NULL;
  DaybookId id;

  if (n == 0 || *parts[0] == '\0')
    none = g_strdup (_("Say which goods."));
  else if (line == NULL && lines != NULL && strspn (parts[0], "0123456789") == strlen (parts[0]))
    none = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s”: the order has %u line.", "“%s”: the order has %u lines.", lines->len),
                            parts[0], lines->len);
  if (none != NULL)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, none);
      return FALSE;
    }

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_case_lines, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_CASE, daybook_value_id (&row->id));
  if (line != NULL)
    daybook_edit_give (edit, DAYBOOK_CASE_LINE_LINE, daybook_value_id (&line->id));
  else
    daybook_edit_give (edit, DAYBOOK_CASE_LINE_TITLE, daybook_value_text (parts[0]));

  if (give_count (edit, DAYBOOK_CASE_LINE_QUANTITY, n > 1 ? parts[1] : "1", error)
      && give_count (edit, DAYBOOK_CASE_LINE_RECEIVED, n > 2 ? parts[2] : NULL, error)
      && give_count (edit, DAYBOOK_CASE_LINE_DAMAGED, n > 3 ? parts[3] : NULL, error))
    return TRUE;

  g_prefix_error (error, "“%s”: ", word);
  return FALSE;
}

static gboolean
add_all_goods (DaybookCli        *cli,
               DaybookEdit       *edit,
               const DaybookRow  *row,
               char             **goods,
               GError           **error)
{
  const DaybookId *order = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  g_autoptr(GPtrArray) lines = NULL;

  if (goods == NULL)
    return TRUE;
  if (order != NULL)
    lines = daybook_reader_parts (reader_of (cli), &daybook_order_lines, DAYBOOK_LINE_ORDER, order, error);
  if (order != NULL && lines == NULL)
    return FALSE;

  for (char **word = goods; *word != NULL; word++)
    if (!add_goods (edit, row, lines, *word, daybook_store_get_now (cli->store), error))
      return FALSE;

  return TRUE;
}

#define GOODS_OPTION(goods) \
  { "line", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(goods), \
    N_("Goods that it is about: a line of the order by its place, SKU or id; may be given several times"), \
    N_("LINE[:QUANTITY[:RECEIVED[:DAMAGED]]]") }

/* The case first: its goods are parts of it. */
static gboolean
commit (DaybookCli        *cli,
        DaybookCaseDraft  *draft,
        DaybookEdit       *edit,
        char             **goods,
        GError           **error)
{
  const DaybookRow *row = daybook_case_draft_row (draft);

  return daybook_reader_build_case (reader_of (cli), draft, edit, error)
         && add_all_goods (cli, edit, row, goods, error)
         && daybook_commit_and_print_row (cli, edit, &daybook_cases, &row->id, error);
}

static gboolean
take_customer (DaybookCli        *cli,
               DaybookCaseDraft  *draft,
               const char        *word,
               GError           **error)
{
  g_autoptr(DaybookRow) customer = word != NULL ? daybook_find_row_in_use (cli->store, &daybook_customers, word, error) : NULL;

  return word == NULL || (customer != NULL && daybook_reader_take_customer (reader_of (cli), draft, customer, error));
}

/* --- new, set, move ------------------------------------------------------------------- */

static gboolean
run_new (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) goods = NULL;
  g_autofree char *customer = NULL;
  const GOptionEntry entries[] = {
    GOODS_OPTION (goods),
    { "customer", 0, 0, G_OPTION_ARG_FILENAME, &customer, N_("Whose case it is, where there is no order"), N_("CUSTOMER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  DaybookRegister *definition = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_CREATE, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  definition = find_register (cli, words[0], error);
  if (definition == NULL)
    return FALSE;

  g_autofree char *title = g_strdup_printf (_("New: %s"), daybook_register_get_label (definition));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  g_autoptr(DaybookCaseDraft) draft =
    daybook_case_draft_new (definition, daybook_store_get_shop (cli->store), daybook_store_get_agent (cli->store),
                            daybook_store_get_currency (cli->store), daybook_store_get_now (cli->store));

  return take_customer (cli, draft, customer, error)
         && set_fields (cli, definition, draft, words + 1, error) && commit (cli, draft, edit, goods, error);
}

static gboolean
change (DaybookCli  *cli,
        const char  *word,
        const char  *stage,
        char       **fields,
        char       **goods,
        GError     **error)
{
  g_autoptr(DaybookRow) row = daybook_find_case (cli, word, error);
  DaybookRegister *definition = row != NULL ? find_register (cli, daybook_row_text (row, DAYBOOK_CASE_REGISTER), error) : NULL;

  if (definition == NULL)
    return FALSE;

  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (definition, row, daybook_store_get_now (cli->store));
  int place = stage != NULL ? daybook_register_find_stage (definition, stage) : -1;
  g_autofree char *title = daybook_case_title (row, place >= 0 ? daybook_register_get_stage (definition, (guint) place)->label : _("Changed"));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  return (stage == NULL || set_stage (cli, definition, draft, stage, error))
         && set_fields (cli, definition, draft, fields, error)
         && commit (cli, draft, edit, goods, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) goods = NULL;
  const GOptionEntry entries[] = { GOODS_OPTION (goods), G_OPTION_ENTRY_NULL };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL
         && daybook_cli_check_author (cli, error)
         && change (cli, words[0], NULL, words + 1, goods, error);
}

/* What cannot be done to the case is told of it; a command line that is wrong is so for all. */
static gboolean
move_one (DaybookCli        *cli,
          const DaybookRow  *row,
          const char        *stage,
          char             **fields,
          DaybookCasesDone  *done,
          GError           **error)
{
  DaybookRegister *definition = find_register (cli, daybook_row_text (row, DAYBOOK_CASE_REGISTER), error);
  g_autoptr(GError) local = NULL;

  if (definition == NULL)
    return FALSE;

  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (definition, row, daybook_store_get_now (cli->store));
  if (set_stage (cli, definition, draft, stage, &local) && set_fields (cli, definition, draft, fields, &local))
    return daybook_cases_done_take (done, reader_of (cli), definition, row, g_steal_pointer (&draft), error);

  if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  daybook_cases_done_refuse (done, row, local->message);
  return TRUE;
}

static const char *
label_of_stage (DaybookCli       *cli,
                const DaybookRow *row,
                const char       *stage)
{
  DaybookRegister *definition = daybook_reader_register (reader_of (cli), daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  int place = definition != NULL ? daybook_register_find_stage (definition, stage) : -1;

  return place >= 0 ? daybook_register_get_stage (definition, (guint) place)->label : stage;
}

/* Each once, however often it is named: a case goes from where it was. */
static GPtrArray *
find_cases (DaybookCli  *cli,
            char       **words,
            guint        n,
            GError     **error)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new (daybook_id_hash, daybook_id_equal);

  for (guint i = 0; i < n; i++)
    {
      DaybookRow *row = daybook_find_case (cli, words[i], error);

      if (row == NULL)
        return NULL;
      if (g_hash_table_add (seen, &row->id))
        g_ptr_array_add (cases, row);
      else
        daybook_row_unref (row);
    }

  return g_steal_pointer (&cases);
}

static gboolean
move_many (DaybookCli  *cli,
           char       **words,
           guint        n,
           const char  *stage,
           char       **fields,
           GError     **error)
{
  g_autoptr(GPtrArray) cases = find_cases (cli, words, n, error);
  g_autoptr(DaybookCasesDone) done = daybook_cases_done_new (daybook_store_get_agent (cli->store));

  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    if (!move_one (cli, g_ptr_array_index (cases, i), stage, fields, done, error))
      return FALSE;

  daybook_cases_done_title_moved (done, label_of_stage (cli, g_ptr_array_index (cases, 0), stage));
  return daybook_commit_and_print_cases (cli, done, error);
}

/* ID… STAGE [FIELD=VALUE…]: the stage is the last word that is no field. */
static gboolean
run_move (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  guint n = 0;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  while (words[n] != NULL && strchr (words[n], '=') == NULL)
    n++;
  if (n < 2)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say which case goes to which stage: case move ID… STAGE."));
      return FALSE;
    }

  return n == 2 ? change (cli, words[0], words[1], words + 2, NULL, error)
                : move_many (cli, words, n - 1, words[n - 1], words + n, error);
}

/* --- note -------------------------------------------------------------------------------- */

/* The options of a note, as written. */
typedef struct
{
  char *kind;
  char *channel;
  char *to;
  char *contact;
  char *by;
  char *amount;
  char *way;
  char *reference;
} NoteWords;

static void
clear_note (NoteWords *words)
{
  g_free (words->kind);
  g_free (words->channel);
  g_free (words->to);
  g_free (words->contact);
  g_free (words->by);
  g_free (words->amount);
  g_free (words->way);
  g_free (words->reference);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NoteWords, clear_note)

static gboolean
read_note (DaybookCli        *cli,
           const DaybookRow  *row,
           const NoteWords   *words,
           DaybookCaseEvent  *event,
           DaybookRow       **to,
           GError           **error)
{
  gint64 kind, channel, way;

  if (!daybook_read_word (cli, &daybook_events.fields[DAYBOOK_EVENT_KIND], words->kind, &kind, error)
      || !daybook_read_word (cli, &daybook_events.fields[DAYBOOK_EVENT_CHANNEL], words->channel, &channel, error)
      || !daybook_read_word (cli, &daybook_events.fields[DAYBOOK_EVENT_WAY], words->way, &way, error)
      || !daybook_read_word (cli, &daybook_events.fields[DAYBOOK_EVENT_PROMISED_AT], words->by, &event->promised_at, error))
    return FALSE;
  if (kind == DAYBOOK_EVENT_MERGED)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Cases are merged with “daybookctl case merge”."));
      return FALSE;
    }
  if (kind != DAYBOOK_EVENT_MONEY && (words->amount != NULL || words->way != NULL))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--amount and --way go with --kind money."));
      return FALSE;
    }
  if (words->amount != NULL && !daybook_money_parse (words->amount, daybook_row_text (row, DAYBOOK_CASE_CURRENCY), &event->amount, error))
    return FALSE;
  if (words->to != NULL)
    {
      *to = daybook_find_agent (cli->store, words->to, error);
      if (*to == NULL)
        return FALSE;
      event->to = &(*to)->id;
    }

  event->kind = (DaybookEventKind) kind;
  event->channel = (DaybookChannel) channel;
  event->way = (DaybookMoneyWay) way;
  event->contact = words->contact;
  event->reference = words->reference;
  return TRUE;
}

/* "R-A2031: Note, 2 photos added" */
static char *
title_of_note (const DaybookRow  *row,
               DaybookEventKind   kind,
               DaybookPhotoBatch *photos)
{
  const char *what = daybook_words_enum (&daybook_events.fields[DAYBOOK_EVENT_KIND], kind);
  g_autofree char *with = photos->photos->len > 0 ? daybook_photo_batch_title (photos) : NULL;
  g_autofree char *both = g_strconcat (what, with != NULL ? _(", ") : NULL, with, NULL);

  return daybook_case_title (row, both);
}

static gboolean
run_note (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(NoteWords) said = { NULL };
  g_auto(GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &said.kind, N_("What it is: note, call, told, heard, question, escalated, sent_back, money, goods, opinion, both"), N_("KIND") },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &said.channel, N_("By which way"), N_("CHANNEL") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &said.to, N_("To whom"), N_("AGENT") },
    { "contact", 0, 0, G_OPTION_ARG_FILENAME, &said.contact, N_("How the customer is reached"), N_("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &said.by, N_("By when: promised to the customer, or expected of whoever takes it on"), N_("TIME") },
    { "amount", 0, 0, G_OPTION_ARG_FILENAME, &said.amount, N_("What went back to the customer; less than nothing: what came"), N_("AMOUNT") },
    { "way", 0, 0, G_OPTION_ARG_FILENAME, &said.way, N_("How the money went"), N_("WAY") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &said.reference, N_("Number of the payment or parcel"), N_("NUMBER") },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, N_("A photo that belongs to it; may be given several times"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 2, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) to = NULL;
  g_autoptr(DaybookPhotoBatch) photos = NULL;
  DaybookCaseEvent event = { 0 };

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  row = daybook_find_case (cli, words[0], error);
  if (row == NULL || !read_note (cli, row, &said, &event, &to, error))
    return FALSE;

  photos = daybook_case_take_photos (cli, row, files, error);
  if (photos == NULL)
    return FALSE;

  event.text = words[1];
  g_autofree char *title = title_of_note (row, event.kind, photos);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  daybook_photo_batch_build (photos, edit, &row->id, daybook_store_get_now (cli->store));
  return daybook_case_event_add (edit, row, &event, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error)
         && daybook_commit_and_print_row (cli, edit, &daybook_cases, &row->id, error);
}

/* --- merge -------------------------------------------------------------------- */

static gboolean
run_merge (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_autofree char *keep = NULL;
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, N_("The one that stays"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, G_MAXUINT, error);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  const DaybookRow *kept = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      DaybookRow *row = daybook_find_case (cli, *word, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (cases, row);
    }
  if (keep != NULL)
    {
      g_autoptr(DaybookRow) meant = daybook_find_case (cli, keep, error);

      if (meant == NULL)
        return FALSE;
      for (guint i = 0; i < cases->len && kept == NULL; i++)
        if (daybook_id_equal (&meant->id, &((DaybookRow *) g_ptr_array_index (cases, i))->id))
          kept = g_ptr_array_index (cases, i);
    }
  if (kept == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --keep which of the cases stays."));
      return FALSE;
    }

  g_autofree char *title = daybook_case_title (kept, _("Merged"));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  return daybook_case_merge (reader_of (cli), edit, cases, kept, NULL, daybook_store_get_now (cli->store), error)
         && daybook_commit_and_print_row (cli, edit, &daybook_cases, &kept->id, error);
}

static gboolean
run_attach (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookRow) row = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  row = daybook_find_case (cli, words[0], error);
  return row != NULL && daybook_case_attach (cli, row, words + 1, error);
}

static gboolean
run_continue (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 3, error);
  g_autoptr(DaybookRow) row = NULL;
  DaybookRegister *into = NULL;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  row = daybook_find_case (cli, words[0], error);
  into = row != NULL ? find_register (cli, words[1], error) : NULL;
  if (into == NULL)
    return FALSE;

  g_autofree char *title = daybook_case_title (row, daybook_register_get_label (into));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  return daybook_case_continue (reader_of (cli), edit, row, into, words[2], daybook_store_get_now (cli->store), &id, error)
         && daybook_commit_and_print_row (cli, edit, &daybook_cases, &id, error);
}

static gboolean
run_case (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "new", run_new },
    { "set", run_set },
    { "move", run_move },
    { "note", run_note },
    { "continue", run_continue },
    { "merge", run_merge },
    { "link", daybook_case_run_link },
    { "watch", daybook_case_run_watch },
    { "attach", run_attach },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_case = {
  "case",
  "new REGISTER [FIELD=VALUE…] [--customer CUSTOMER] [--line LINE…] | set ID FIELD=VALUE… | move ID… STAGE [FIELD=VALUE…] | note ID [TEXT] [--kind KIND] [--attach FILE…]"
  " | continue ID REGISTER [WHY] | merge ID ID… --keep ID | link ID ID [--kind KIND] [--remove] | watch ID [AGENT] [--remove] | attach ID FILE…",
  N_("Open a case of a register, change it, move it to another stage, write into it"),
  DAYBOOK_WORDS_TEXT,
  run_case,
};
