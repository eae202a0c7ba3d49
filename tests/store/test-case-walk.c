/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-sound.h"

#include "core/case-rule.h"
#include "store/case-merge.h"

/* Whatever people do to cases, one thing after the other, in whatever order, and whatever of it is
 * taken back: what case-sound.h says holds after each step. What is refused changes nothing. */

#define RUNS 24
#define STEPS 90
#define MOST_CASES 6

/* In which something was found once: values changed in the trash that came back without. */
static const guint32 FOUND[] = { 352 };

static const char *const KEYS[] = { "return", "refund", "exchange", "complaint" };

typedef struct
{
  Book       book;
  GRand     *dice;
  DaybookId  orders[2];
  DaybookId  lines[2];
  guint      changed; /* steps that did something */
  guint      refused;
  guint      kept;    /* undos that could not take back everything */
} Walk;

static gint32
throw (Walk   *walk,
       gint32  n)
{
  return g_rand_int_range (walk->dice, 0, n);
}

static DaybookReader *
reader_of (Walk *walk)
{
  return daybook_store_get_reader (walk->book.store);
}

/* What a rule refuses is an answer; anything else is not. */
static void
commit (Walk        *walk,
        DaybookEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (walk->book.store, edit, &error);

  if (outcome == NULL)
    g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  walk->refused += outcome == NULL;
  walk->changed += outcome != NULL && outcome->n_changes > 0;
}

static DaybookEdit *
begin (Walk *walk)
{
  return case_edit (&walk->book, DAYBOOK_ACT_EDIT);
}

/* A case that is in the lists, or in the trash if it is wanted so; NULL: there is none. */
static DaybookRow *
some_case (Walk *walk)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (walk), &daybook_cases, NULL);

  if (rows->len == 0)
    return NULL;

  const DaybookRow *row = g_ptr_array_index (rows, throw (walk, (gint32) rows->len));
  return daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO) ? NULL : case_row (&walk->book, &row->id);
}

/* --- Values ---------------------------------------------------------------------- */

static DaybookValue
some_word (Walk               *walk,
           const DaybookField *field)
{
  guint n = 0;

  while (field->words[n].word != NULL)
    n++;
  return daybook_value_text (field->words[throw (walk, (gint32) n)].word);
}

static DaybookValue
some_value (Walk               *walk,
            const DaybookField *field)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
      return some_word (walk, field);
    case DAYBOOK_TYPE_MONEY:
      return daybook_value_int (1600 * throw (walk, 10) - 1600);
    case DAYBOOK_TYPE_TIME:
      return daybook_value_int (BOOK_NOW + throw (walk, 86400));
    case DAYBOOK_TYPE_ENUM:
      return daybook_value_int (1 + throw (walk, 2));
    case DAYBOOK_TYPE_REF:
      return daybook_value_id (g_str_equal (field->ref, "agent") ? daybook_store_get_agent (walk->book.store) : NULL);
    default:
      return daybook_value_text (throw (walk, 8) > 0 ? "as said" : NULL);
    }
}

/* Some of what the stage demands, mostly all of it. */
static void
answer (Walk                  *walk,
        DaybookCaseDraft      *draft,
        const DaybookStageRule *stage)
{
  static const guint ASKED[] = { DAYBOOK_CASE_RESULT, DAYBOOK_CASE_CAUSE, DAYBOOK_CASE_TOLD, DAYBOOK_CASE_SATISFIED };
  const DaybookTable *table = daybook_case_draft_row (draft)->table;

  for (guint i = 0; i < stage->required->len; i++)
    {
      const DaybookRequirement *requirement = g_ptr_array_index (stage->required, i);
      int field = daybook_table_field (table, requirement->fields[0]);

      if (field >= 0 && throw (walk, 10) > 0)
        daybook_case_draft_set (draft, (guint) field, some_value (walk, &table->fields[field]));
    }
  for (gsize i = 0; stage->ends && i < G_N_ELEMENTS (ASKED); i++)
    if (throw (walk, 20) > 0)
      daybook_case_draft_set (draft, ASKED[i], some_value (walk, &table->fields[ASKED[i]]));
}

/* --- Acts --------------------------------------------------------------------------- */

static void
open_case (Walk *walk)
{
  guint which = (guint) throw (walk, G_N_ELEMENTS (walk->orders));
  g_autoptr(DaybookRow) order = book_row (&walk->book, &daybook_orders, &walk->orders[which]);
  g_autoptr(DaybookCaseDraft) draft = case_begin (&walk->book, KEYS[throw (walk, G_N_ELEMENTS (KEYS))]);
  g_autoptr(DaybookEdit) edit = begin (walk);

  if (book_number (&walk->book, "SELECT count (*) FROM cases WHERE deleted = 0") >= MOST_CASES)
    return;

  daybook_case_draft_take_order (draft, order);
  daybook_case_draft_build (draft, NULL, edit);
  commit (walk, edit);
}

/* Mostly one to which it may go. */
static guint
some_stage (Walk            *walk,
            DaybookRegister *definition,
            const char      *from)
{
  int place = daybook_register_find_stage (definition, from);
  guint n = daybook_register_get_n_stages (definition);
  guint to = (guint) throw (walk, (gint32) n);

  while (!daybook_register_may_move (definition, (guint) place, to) && throw (walk, 8) > 0)
    to = (to + 1) % n;
  return to;
}

static void
move (Walk *walk)
{
  g_autoptr(DaybookRow) row = some_case (walk);

  if (row == NULL)
    return;

  DaybookRegister *definition = daybook_reader_register (reader_of (walk), daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  g_autoptr(DaybookCaseDraft) draft = case_open (&walk->book, &row->id);
  g_autoptr(DaybookEdit) edit = begin (walk);
  guint to = some_stage (walk, definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));

  answer (walk, draft, daybook_register_get_stage (definition, to));
  daybook_case_draft_move (draft, to);
  daybook_case_draft_build (draft, NULL, edit);
  commit (walk, edit);
}

static void
set_field (Walk *walk)
{
  static const char *const FIELDS[] = { "refund", "refund", "reason", "freight_by", "condition", "result", "subject", "opinion" };
  g_autoptr(DaybookRow) row = some_case (walk);
  int field = row != NULL ? daybook_table_field (row->table, FIELDS[throw (walk, G_N_ELEMENTS (FIELDS))]) : -1;

  if (field < 0)
    return;

  g_autoptr(DaybookEdit) edit = begin (walk);
  DaybookValue value = throw (walk, 4) > 0 ? some_value (walk, &row->table->fields[field]) : (DaybookValue) DAYBOOK_VALUE_INIT;
  daybook_edit_set (edit, row->table, &row->id, (guint) field, value);
  commit (walk, edit);
}

static void
add_goods (Walk *walk)
{
  g_autoptr(DaybookRow) row = some_case (walk);
  g_autoptr(DaybookEdit) edit = begin (walk);

  if (row == NULL)
    return;

  const DaybookId *order = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  guint which = order != NULL && daybook_id_equal (order, &walk->orders[1]) ? 1 : 0;
  case_add_goods (edit, &row->id, &(CaseGoods) { &walk->lines[which], throw (walk, 4), throw (walk, 4) - 1, throw (walk, 3) - 1 });
  commit (walk, edit);
}

static void
change_goods (Walk *walk)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_LINE_QUANTITY, DAYBOOK_CASE_LINE_RECEIVED, DAYBOOK_CASE_LINE_DAMAGED, DAYBOOK_CASE_LINE_DELETED };
  g_autoptr(GPtrArray) goods = daybook_reader_all (reader_of (walk), &daybook_case_lines, NULL);
  g_autoptr(DaybookEdit) edit = begin (walk);

  if (goods->len == 0)
    return;

  const DaybookRow *part = g_ptr_array_index (goods, throw (walk, (gint32) goods->len));
  guint field = FIELDS[throw (walk, G_N_ELEMENTS (FIELDS))];
  daybook_edit_set (edit, &daybook_case_lines, &part->id, field, daybook_value_int (field == DAYBOOK_CASE_LINE_DELETED ? 1 : throw (walk, 4)));
  commit (walk, edit);
}

static void
move_money (Walk *walk)
{
  g_autoptr(DaybookRow) row = some_case (walk);
  g_autoptr(DaybookEdit) edit = begin (walk);
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_MONEY, .amount = 1600, .way = DAYBOOK_WAY_ALIPAY };

  /* What has gone back is a fact; one that is below what was decided, of a case that is open. */
  int field = row != NULL ? daybook_table_field (row->table, DAYBOOK_EXTRA_PREFIX "refund") : -1;
  if (field < 0 || daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT) || daybook_row_int (row, (guint) field) < event.amount)
    return;

  g_assert_true (daybook_case_event_add (edit, row, &event, daybook_edit_agent (edit), BOOK_NOW, NULL));
  commit (walk, edit);
}

static void
trash (Walk *walk)
{
  g_autoptr(DaybookRow) row = some_case (walk);
  g_autoptr(DaybookEdit) edit = begin (walk);

  if (row == NULL)
    return;

  daybook_edit_delete (edit, &daybook_cases, &row->id);
  commit (walk, edit);
}

static void
merge (Walk *walk)
{
  g_autoptr(DaybookRow) keep = some_case (walk);
  g_autoptr(DaybookRow) other = some_case (walk);
  g_autoptr(DaybookEdit) edit = begin (walk);
  g_autoptr(GPtrArray) cases = g_ptr_array_new ();

  if (keep == NULL || other == NULL || daybook_id_equal (&keep->id, &other->id))
    return;

  g_ptr_array_add (cases, keep);
  g_ptr_array_add (cases, other);
  if (daybook_case_merge (reader_of (walk), edit, cases, keep, NULL, BOOK_NOW, NULL))
    commit (walk, edit);
}

/* --- Undo ------------------------------------------------------------------------------ */

/* Nothing to take back is an answer, and so is that it is taken back already. */
static void
finish_undo (Walk           *walk,
             DaybookOutcome *undone,
             GError         *error)
{
  g_autoptr(DaybookOutcome) outcome = undone;
  g_autoptr(GError) local = error;

  if (outcome == NULL)
    g_assert_true (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND) || g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED));
  walk->changed += outcome != NULL && outcome->n_changes > 0;
  walk->kept += outcome != NULL && outcome->n_kept > 0;
}

static void
undo_newest (Walk *walk)
{
  GError *error = NULL;
  DaybookOutcome *outcome = daybook_store_undo (walk->book.store, NULL, &error);

  finish_undo (walk, outcome, error);
}

static void
redo (Walk *walk)
{
  GError *error = NULL;
  DaybookOutcome *outcome = daybook_store_redo (walk->book.store, &error);

  finish_undo (walk, outcome, error);
}

/* One out of the middle. */
static void
undo_named (Walk *walk)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader_of (walk), NULL, NULL, 0, 20, NULL);
  const DaybookAct *act = g_ptr_array_index (acts, throw (walk, (gint32) acts->len));

  if (act->kind == DAYBOOK_ACT_RULE || act->kind == DAYBOOK_ACT_IMPORT)
    return;

  DaybookOutcome *outcome = daybook_store_undo (walk->book.store, &act->id, &error);
  finish_undo (walk, outcome, error);
}

/* --- The walk ---------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  void      (*act) (Walk *walk);
  gint32      weight;
} ACTS[] = {
  { "open", open_case, 12 },
  { "move", move, 28 },
  { "set", set_field, 14 },
  { "goods", add_goods, 9 },
  { "change goods", change_goods, 6 },
  { "money", move_money, 3 },
  { "trash", trash, 4 },
  { "merge", merge, 3 },
  { "undo", undo_newest, 7 },
  { "redo", redo, 4 },
  { "undo named", undo_named, 10 },
};

static const char *
step (Walk *walk)
{
  gint32 thrown = throw (walk, 100);

  for (gsize i = 0; i < G_N_ELEMENTS (ACTS); i++)
    {
      thrown -= ACTS[i].weight;
      if (thrown >= 0)
        continue;
      ACTS[i].act (walk);
      return ACTS[i].name;
    }

  g_assert_not_reached ();
}

static void
walk_open (Walk    *walk,
           guint32  seed)
{
  *walk = (Walk) { .dice = g_rand_new_with_seed (seed) };
  book_open (&walk->book);
  walk->orders[0] = case_add_order (&walk->book, "1001", 2, &walk->lines[0]);
  walk->orders[1] = case_add_order (&walk->book, "1002", 1, &walk->lines[1]);

  /* What an export says follows no rule: the imports are somebody else's, and are not taken back. */
  DaybookId agent = case_add_agent (&walk->book, "小李", DAYBOOK_ROLE_OWNER);
  daybook_store_set_agent (walk->book.store, &agent);
}

static void
walk_close (Walk *walk)
{
  g_rand_free (walk->dice);
  book_close (&walk->book);
}

static void
assert_sound (Walk       *walk,
              guint32     seed,
              guint       n,
              const char *name)
{
  g_autofree char *fault = case_find_fault (&walk->book);

  if (fault != NULL)
    g_error ("walk %u, step %u (%s): %s", seed, n, name, fault);
}

static void
test_every_walk_is_sound (void)
{
  guint changed = 0, refused = 0, kept = 0;

  for (guint i = 0; i < RUNS + G_N_ELEMENTS (FOUND); i++)
    {
      guint32 seed = i < RUNS ? i + 1 : FOUND[i - RUNS];
      Walk walk;
      walk_open (&walk, seed);

      for (guint n = 0; n < STEPS; n++)
        assert_sound (&walk, seed, n, step (&walk));

      changed += walk.changed;
      refused += walk.refused;
      kept += walk.kept;
      walk_close (&walk);
    }

  g_test_message ("%u steps changed something, %u were refused, %u undos kept something", changed, refused, kept);
  g_assert_cmpuint (changed, >, RUNS * STEPS / 3);
  g_assert_cmpuint (refused, >, RUNS);
  g_assert_cmpuint (kept, >, RUNS / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-walk/sound", test_every_walk_is_sound);
  return g_test_run ();
}
