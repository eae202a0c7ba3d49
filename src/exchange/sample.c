/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample.h"

#include "core/moment.h"
#include "exchange/entry-sums.h"
#include "exchange/sample-article.h"
#include "exchange/sample-case.h"
#include "exchange/sample-deed.h"
#include "exchange/sample-entry.h"
#include "exchange/sample-order.h"
#include "exchange/sample-words.h"
#include "exchange/sums.h"
#include "store/reader.h"
#include "store/staging.h"

#include <glib/gi18n-lib.h>

/* The shop's people have worked on the newest orders only, however many there
 * are: a million with a note each would be nobody's shop. */
#define WORKED_ON_MAX 400

/* An order is put onto staging between two looks at whether to stop. */
#define LOOK_EVERY 1000

/* Somebody fetches the platforms' files and brings them in; the last time is
 * this long ago. */
#define N_ROUNDS DAYBOOK_SAMPLE_N_AGENTS
#define LAST_ROUND_AGO (40 * 60)
static const int ROUND_DAYS_AGO[N_ROUNDS - 1] = { 9, 3 };

/* Whoever makes a few orders only wants to try something out, at an empty desk. */
#define DESK_MIN 100

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

typedef struct
{
  DaybookStore          *store;
  DaybookSamplePlan      plan;
  DaybookId              agents[DAYBOOK_SAMPLE_N_AGENTS];
  GFileProgressCallback  progress;
  gpointer               progress_data;
  GCancellable          *cancellable;
  guint                  staged;
  guint                  merged;
  gint64                 now;              /* UTC seconds; the orders end with the last round */
  gint64                 rounds[N_ROUNDS]; /* when files came in, UTC seconds */
  guint                  round;
  DaybookSampleDesk      desk;
  GArray                *acts; /* DaybookId: what to take back if it fails */
} Maker;

typedef enum
{
  WORK_NOTE, /* on order `index` */
  WORK_STEP, /* of what is done with cases */
  WORK_DEED, /* beside them */
} WorkKind;

/* Something that somebody does. */
typedef struct
{
  gint64   at; /* UTC seconds */
  guint    index;
  guint    agent;
  WorkKind kind;
} Work;

/* Remembers the act, if one was needed. NULL stands for a commit that failed. */
static gboolean
keep_act (Maker          *maker,
          DaybookOutcome *outcome)
{
  g_autoptr(DaybookOutcome) owned = outcome;

  if (owned != NULL && !daybook_id_is_null (&owned->act))
    g_array_append_val (maker->acts, owned->act);

  return owned != NULL;
}

/* When the book of a sample shop was opened: before its people did anything. */
static gint64
began (gint64     now,
       GTimeZone *zone)
{
  return daybook_moment_day (now, zone, -ROUND_DAYS_AGO[0]) + 8 * HOUR;
}

/* --- The house ---------------------------------------------------------- */

/* Their ids come from the seed, so that the same seed makes the same people:
 * whoever makes the sample twice meets them once. */
static void
agent_id (const Maker *maker,
          guint        index,
          DaybookId   *id)
{
  g_autofree char *seed = g_strdup_printf ("%u", maker->plan.seed);

  daybook_id_derive (id, "agent", (const char *[]) { "sample", seed, daybook_sample_agents[index].code }, 3);
}

/* A shop that has no orders yet is given a name to be remembered by; one that
 * has keeps its own. */
static gboolean
name_shop (Maker        *maker,
           DaybookEdit  *edit,
           GError      **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  gint64 n_orders = daybook_reader_count (daybook_store_get_reader (maker->store), query, 1, error);

  if (n_orders == 0)
    daybook_edit_set (edit, &daybook_shops, daybook_store_get_shop (maker->store), DAYBOOK_SHOP_NAME,
                      daybook_value_text (_("Mountain House Tea")));
  return n_orders >= 0;
}

/* By the program: the person at the desk has done nothing yet. */
static gboolean
make_house (Maker   *maker,
            GError **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("The sample shop and its people"), NULL);

  if (!name_shop (maker, edit, error))
    return FALSE;

  for (guint i = 0; i < DAYBOOK_SAMPLE_N_AGENTS; i++)
    {
      agent_id (maker, i, &maker->agents[i]);
      daybook_edit_create (edit, &daybook_agents, &maker->agents[i]);
      daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text (daybook_sample_agents[i].code));
      daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (daybook_sample_agents[i].name));
      daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (daybook_sample_agents[i].role));
    }

  return keep_act (maker, daybook_store_commit (maker->store, edit, error));
}

/* --- The orders --------------------------------------------------------- */

static void
report (Maker *maker)
{
  if (maker->progress != NULL)
    maker->progress (maker->staged + maker->merged, 2 * (goffset) maker->plan.n_orders, maker->progress_data);
}

/* When an order was made, as the clock on the shop's wall showed it. */
static gint64
wall_time (const Maker              *maker,
           const DaybookOrderRecord *record)
{
  gint64 created = record->values[DAYBOOK_ORDER_CREATED].number;
  gint interval = g_time_zone_find_interval (maker->plan.zone, G_TIME_TYPE_UNIVERSAL, created);

  return created + g_time_zone_get_offset (maker->plan.zone, interval);
}

/* In which round the last that was told of an order was known. */
static guint
round_of (const Maker              *maker,
          const DaybookOrderRecord *record)
{
  static const guint MOMENTS[] = { DAYBOOK_ORDER_CREATED, DAYBOOK_ORDER_PAID_AT, DAYBOOK_ORDER_SHIPPED_AT, DAYBOOK_ORDER_COMPLETED_AT };
  gint64 known = 0;
  guint round = 0;

  for (guint i = 0; i < G_N_ELEMENTS (MOMENTS); i++)
    known = MAX (known, record->values[MOMENTS[i]].number);
  while (round + 1 < N_ROUNDS && known > maker->rounds[round])
    round++;

  return round;
}

/* Puts the orders of one platform that this round's file has onto staging and
 * adds them up. */
static gboolean
stage_orders (Maker                  *maker,
              DaybookStaging         *staging,
              DaybookSamplePlatform   platform,
              DaybookSums            *sums,
              GError                **error)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  guint n_staged = 0;

  for (guint i = 0; i < maker->plan.n_orders; i++)
    {
      if (i % LOOK_EVERY == 0 && g_cancellable_set_error_if_cancelled (maker->cancellable, error))
        return FALSE;

      if (daybook_sample_order_platform (&maker->plan, i) != platform)
        continue;

      daybook_record_reset (record);
      daybook_sample_order_fill (&maker->plan, i, record);
      if (round_of (maker, record) != maker->round)
        continue;

      record->first_row = ++n_staged + 1; /* row 1 is the heading */
      record->n_rows = 1;
      daybook_sums_add (sums, record, wall_time (maker, record), DAYBOOK_SUMS_ORDER);
      if (!daybook_staging_add (staging, record, error))
        return FALSE;

      if (++maker->staged % LOOK_EVERY == 0)
        report (maker);
    }

  return TRUE;
}

/* @kind: what it holds, as its name has it. */
static char *
file_name (const Maker *maker,
           const char  *platform,
           const char  *kind)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (maker->rounds[maker->round]);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, maker->plan.zone);
  g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");

  return g_strdup_printf ("sample-%u-%s-%s-%s.csv", maker->plan.seed, platform, kind, day);
}

/* @table: NULL: orders. */
static DaybookStaging *
begin_file (Maker               *maker,
            const char          *platform,
            const char          *kind,
            const DaybookTable  *table,
            GError             **error)
{
  g_autofree char *file = file_name (maker, platform, kind);
  const DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (maker->store),
    .platform = platform,
    .kind = kind,
    .table = table,
    .file = file,
    .encoding = "UTF-8",
    .as_of = maker->rounds[maker->round],
    .header = "",
    .no_cases = maker->plan.n_orders < DESK_MIN,
  };

  return daybook_staging_new (maker->store, &spec, error);
}

static void
on_merge_progressed (goffset  current,
                     goffset  total,
                     gpointer data)
{
  Maker *maker = data;

  if (maker->progress != NULL)
    maker->progress (maker->staged + maker->merged + current, 2 * (goffset) maker->plan.n_orders, maker->progress_data);
}

static gboolean
merge (Maker                  *maker,
       DaybookStaging         *staging,
       DaybookSums            *sums,
       GFileProgressCallback   progress,
       GError                **error)
{
  g_autofree char *text = daybook_sums_to_json (sums);

  return daybook_staging_finish (staging, daybook_sums_orders (sums), text, error)
         && keep_act (maker, daybook_store_merge (maker->store, staging, progress, maker, maker->cancellable, error));
}

/* One platform, one round: one file that never was, and one act that can be
 * undone. */
static gboolean
make_platform (Maker                  *maker,
               DaybookSamplePlatform   platform,
               GError                **error)
{
  g_autoptr(DaybookStaging) staging = begin_file (maker, daybook_sample_platform_name (platform), "orders", NULL, error);
  g_autoptr(DaybookSums) sums = daybook_sums_new (daybook_store_get_currency (maker->store));
  gboolean made;

  if (staging == NULL)
    return FALSE;

  made = stage_orders (maker, staging, platform, sums, error);
  if (made && daybook_sums_orders (sums) > 0)
    made = merge (maker, staging, sums, on_merge_progressed, error);

  daybook_staging_discard (staging);
  maker->merged += (guint) daybook_sums_orders (sums);
  return made;
}

/* --- What platforms say beside them --------------------------------------- */

static gboolean
stage_entry (DaybookStaging    *staging,
             DaybookEntry      *entry,
             DaybookSums       *sums,
             GTimeZone         *zone,
             GError           **error)
{
  DaybookStanding standing;

  entry->first_row = daybook_sums_orders (sums) + 2; /* row 1 is the heading */
  daybook_entry_sums_add (sums, entry, zone);
  return daybook_staging_add_entry (staging, entry, &standing, error);
}

static gboolean
stage_rows_of (Maker              *maker,
               DaybookSampleFile   file,
               guint               index,
               DaybookOrderRecord *order,
               DaybookEntry       *entry,
               DaybookStaging     *staging,
               DaybookSums        *sums,
               GError            **error)
{
  for (guint which = 0; which < DAYBOOK_SAMPLE_ROWS_MAX; which++)
    {
      daybook_entry_reset (entry);
      if (daybook_sample_entry_fill (&maker->plan, file, index, which, order, entry)
          && !stage_entry (staging, entry, sums, maker->plan.zone, error))
        return FALSE;
    }

  return TRUE;
}

/* The rows that the newest orders, or all of something else, give. */
static gboolean
stage_entries (Maker              *maker,
               DaybookSampleFile   file,
               DaybookStaging     *staging,
               DaybookSums        *sums,
               GError            **error)
{
  const DaybookSampleFileSpec *spec = daybook_sample_file (file);
  g_autoptr(DaybookOrderRecord) order = daybook_record_new ();
  g_autoptr(DaybookEntry) entry = daybook_entry_new (spec->table);
  gboolean of_orders = spec->n_things == 0;
  guint end = of_orders ? maker->plan.n_orders : spec->n_things;

  for (guint i = of_orders ? end - MIN (end, WORKED_ON_MAX) : 0; i < end; i++)
    {
      daybook_record_reset (order);
      if (of_orders)
        daybook_sample_order_fill (&maker->plan, i, order);
      if (!stage_rows_of (maker, file, i, order, entry, staging, sums, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_file (Maker              *maker,
           DaybookSampleFile   file,
           GError            **error)
{
  const DaybookSampleFileSpec *spec = daybook_sample_file (file);
  g_autoptr(DaybookStaging) staging = begin_file (maker, spec->platform, spec->kind, spec->table, error);
  g_autoptr(DaybookSums) sums = daybook_sums_new (daybook_store_get_currency (maker->store));
  gboolean made;

  if (staging == NULL)
    return FALSE;

  made = stage_entries (maker, file, staging, sums, error);
  if (made && daybook_sums_orders (sums) > 0)
    made = merge (maker, staging, sums, NULL, error);

  daybook_staging_discard (staging);
  return made;
}

/* --- What people did with them ------------------------------------------ */

/* An order by the number that the plan gives it. */
static DaybookRow *
find_order (Maker   *maker,
            guint    index,
            GError **error)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  g_autoptr(GPtrArray) orders = NULL;

  daybook_sample_order_fill (&maker->plan, index, record);
  orders = daybook_reader_orders_numbered (daybook_store_get_reader (maker->store), record->values[DAYBOOK_ORDER_NUMBER].text, error);
  if (orders == NULL)
    return NULL;

  return orders->len > 0 ? daybook_row_ref (g_ptr_array_index (orders, 0)) : NULL;
}

/* Somebody writes a note on an order, often with a flag. */
static gboolean
write_note (Maker             *maker,
            const DaybookRow  *order,
            DaybookDice       *dice,
            const DaybookId   *agent,
            GError           **error)
{
  gboolean english = g_str_equal (daybook_row_text (order, DAYBOOK_ORDER_PLATFORM), daybook_sample_platform_name (DAYBOOK_SAMPLE_SHOPIFY));
  const char *note = daybook_dice_pick (dice, english ? daybook_sample_notes_en : daybook_sample_notes_zh);
  g_autofree char *title = g_strdup_printf (_("Note on order %s"), daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, title, agent);

  daybook_edit_set (edit, &daybook_orders, &order->id, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
  if (daybook_dice_chance (dice, 70))
    daybook_edit_set (edit, &daybook_orders, &order->id, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED + daybook_dice_roll (dice, 5)));

  return keep_act (maker, daybook_store_commit (maker->store, edit, error));
}

/* Whose code the platform's note begins with (OR-14), or -1. */
static int
agent_in_note (const DaybookRow *order)
{
  const char *note = daybook_row_text (order, DAYBOOK_ORDER_SELLER_NOTE);

  for (int i = 0; i < DAYBOOK_SAMPLE_N_AGENTS; i++)
    if (g_str_has_prefix (note, daybook_sample_agents[i].code))
      return i;

  return -1;
}

/* Whoever works in the sample shop acts in its past. */
static void
sit_down (Maker *maker,
          guint  agent,
          gint64 at)
{
  daybook_store_set_agent (maker->store, &maker->agents[agent]);
  daybook_store_fix_now (maker->store, at);
}

/* When people work between this round and the next: a moment of the shop's day. */
static gint64
working_moment (const Maker *maker,
                DaybookDice *dice)
{
  gint64 from = maker->rounds[maker->round] + DAYBOOK_SAMPLE_ROUND_TAKES;
  gint64 until = maker->round + 1 < N_ROUNDS ? maker->rounds[maker->round + 1] : maker->now;
  gint64 at = from + daybook_dice_roll (dice, (guint) (until - from));

  if (until - from < DAY)
    return MIN (at, maker->now - MINUTE);
  return CLAMP (daybook_moment_day (at, maker->plan.zone, 0) + 9 * HOUR + daybook_dice_roll (dice, 11 * HOUR), from, until - 1);
}

/* One order of the newest: its agent is taken over from the platform's note
 * more often than not, and now and then somebody will write a note. What is
 * left is for whoever looks around. */
static gboolean
work_on (Maker         *maker,
         guint          index,
         DaybookEdit  **takeovers,
         GArray        *all,
         GError       **error)
{
  DaybookDice dice = daybook_dice (maker->plan.seed, DAYBOOK_DICE_WORK, index);
  Work note = { .index = index, .agent = daybook_dice_roll (&dice, DAYBOOK_SAMPLE_N_AGENTS), .kind = WORK_NOTE };
  gboolean takes = daybook_dice_chance (&dice, 60);
  g_autoptr(DaybookRow) order = NULL;
  GError *local_error = NULL;
  int agent;

  /* The last hour is short. */
  if (daybook_dice_chance (&dice, maker->round + 1 < N_ROUNDS ? 12 : 3))
    {
      note.at = working_moment (maker, &dice);
      g_array_append_val (all, note);
    }
  if (!takes)
    return TRUE;

  order = find_order (maker, index, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  agent = order != NULL ? agent_in_note (order) : -1;
  if (agent >= 0)
    daybook_edit_set (takeovers[agent], &daybook_orders, &order->id, DAYBOOK_ORDER_AGENT, daybook_value_id (&maker->agents[agent]));
  return TRUE;
}

static gboolean
commit_takeovers (Maker        *maker,
                  DaybookEdit **takeovers,
                  GError      **error)
{
  for (guint i = 0; i < DAYBOOK_SAMPLE_N_AGENTS; i++)
    {
      sit_down (maker, i, maker->rounds[maker->round] + (12 + i) * MINUTE);
      if (daybook_edit_size (takeovers[i]) > 0 && !keep_act (maker, daybook_store_commit (maker->store, takeovers[i], error)))
        return FALSE;
    }

  return TRUE;
}

static int
compare_work (gconstpointer a,
              gconstpointer b)
{
  const Work *first = a, *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

/* What it was to be done with may not be there: that is no fault. */
static gboolean
do_step_or_deed (Maker       *maker,
                 const Work  *work,
                 GError     **error)
{
  GError *local_error = NULL;
  g_autoptr(DaybookEdit) edit = work->kind == WORK_STEP ? daybook_sample_step_edit (&maker->desk, work->index, &local_error)
                                                        : daybook_sample_deed_edit (&maker->desk, work->index, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  if (edit == NULL)
    return local_error == NULL;
  if (daybook_edit_kind (edit) != DAYBOOK_ACT_REVEAL)
    return keep_act (maker, daybook_store_commit (maker->store, edit, error));

  /* What somebody has looked at stays in the log, whatever becomes of the rest. */
  g_autoptr(DaybookOutcome) looked = daybook_store_commit (maker->store, edit, error);
  return looked != NULL;
}

static gboolean
do_note (Maker       *maker,
         const Work  *work,
         GError     **error)
{
  DaybookDice dice = daybook_dice (maker->plan.seed, DAYBOOK_DICE_NOTE, work->index);
  GError *local_error = NULL;
  g_autoptr(DaybookRow) order = find_order (maker, work->index, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return order != NULL ? write_note (maker, order, &dice, &maker->agents[work->agent], error) : local_error == NULL;
}

/* If it is between this round and the next. */
static void
add_work (Maker  *maker,
          Work    work,
          GArray *all)
{
  gint64 from = maker->rounds[maker->round];
  gint64 until = maker->round + 1 < N_ROUNDS ? maker->rounds[maker->round + 1] : maker->now;

  if (work.at >= from && work.at < until)
    g_array_append_val (all, work);
}

static void
add_steps_and_deeds (Maker  *maker,
                     GArray *all)
{
  if (maker->plan.n_orders < DESK_MIN)
    return;

  for (guint i = 0; i < daybook_sample_n_steps (); i++)
    add_work (maker, (Work) { daybook_sample_step_at (&maker->desk, i), i, daybook_sample_step_agent (i), WORK_STEP }, all);
  for (guint i = 0; i < daybook_sample_n_deeds (); i++)
    add_work (maker, (Work) { daybook_sample_deed_at (&maker->desk, i), i, daybook_sample_deed_agent (i), WORK_DEED }, all);
}

static gboolean
do_all (Maker   *maker,
        GArray  *all,
        GError **error)
{
  g_array_sort (all, compare_work);
  for (guint i = 0; i < all->len; i++)
    {
      const Work *work = &g_array_index (all, Work, i);

      sit_down (maker, work->agent, work->at);
      if (!(work->kind == WORK_NOTE ? do_note (maker, work, error) : do_step_or_deed (maker, work, error)))
        return FALSE;
    }

  return TRUE;
}

/* What people did between this round and the next with the orders that it
 * brought. */
static gboolean
make_work (Maker   *maker,
           GError **error)
{
  guint first = maker->plan.n_orders - MIN (maker->plan.n_orders, WORKED_ON_MAX);
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Work));
  DaybookEdit *takeovers[DAYBOOK_SAMPLE_N_AGENTS];
  gboolean done = TRUE;

  for (guint i = 0; i < DAYBOOK_SAMPLE_N_AGENTS; i++)
    takeovers[i] = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("Orders taken over from the platform’s notes"), &maker->agents[i]);

  for (guint i = first; done && i < maker->plan.n_orders; i++)
    {
      daybook_record_reset (record);
      daybook_sample_order_fill (&maker->plan, i, record);
      if (round_of (maker, record) == maker->round)
        done = work_on (maker, i, takeovers, all, error);
    }
  add_steps_and_deeds (maker, all);
  done = done && commit_takeovers (maker, takeovers, error) && do_all (maker, all, error);

  for (guint i = 0; i < DAYBOOK_SAMPLE_N_AGENTS; i++)
    daybook_edit_unref (takeovers[i]);
  return done;
}

/* --- The days ----------------------------------------------------------- */

/* In the morning; and a while ago. */
static void
plan_rounds (Maker *maker)
{
  for (guint i = 0; i + 1 < N_ROUNDS; i++)
    maker->rounds[i] = daybook_moment_day (maker->now, maker->plan.zone, -ROUND_DAYS_AGO[i]) + 9 * HOUR;
  maker->rounds[N_ROUNDS - 1] = maker->plan.now;
}

/* One after the other, the next a minute or so later. */
static void
sit_down_for_file (Maker *maker,
                   guint  index)
{
  sit_down (maker, MIN (maker->round, 1), maker->rounds[maker->round] + (index + 1) * MINUTE);
}

/* Each round somebody else brings the files in; the last time also those that list no orders. */
static gboolean
make_round (Maker   *maker,
            GError **error)
{
  guint n_files = maker->round + 1 == N_ROUNDS ? DAYBOOK_SAMPLE_N_FILES : 0;

  for (guint platform = 0; platform < DAYBOOK_SAMPLE_N_PLATFORMS; platform++)
    {
      sit_down_for_file (maker, platform);
      if (!make_platform (maker, platform, error))
        return FALSE;
    }
  for (guint file = 0; file < n_files; file++)
    {
      sit_down_for_file (maker, DAYBOOK_SAMPLE_N_PLATFORMS + file);
      if (!make_file (maker, (DaybookSampleFile) file, error))
        return FALSE;
    }

  return make_work (maker, error);
}

/* --- The knowledge base --------------------------------------------------- */

static gboolean
keep_edit (Maker       *maker,
           DaybookEdit *edit,
           GError     **error)
{
  g_autoptr(DaybookEdit) owned = edit;

  return owned != NULL && keep_act (maker, daybook_store_commit (maker->store, owned, error));
}

/* Before the first order comes in. */
static gboolean
begin_articles (Maker   *maker,
                GError **error)
{
  gint64 at = began (maker->now, maker->plan.zone) + 2 * MINUTE;

  if (maker->plan.n_orders < DESK_MIN)
    return TRUE;

  daybook_store_fix_now (maker->store, at);
  return keep_edit (maker, daybook_sample_articles_begin (maker->store, at, error), error);
}

/* Just before somebody looks. */
static gboolean
use_articles (Maker   *maker,
              GError **error)
{
  gint64 at = maker->now - MINUTE;

  if (maker->plan.n_orders < DESK_MIN)
    return TRUE;

  sit_down (maker, 0, at);
  return keep_edit (maker, daybook_sample_articles_use (maker->store, maker->plan.seed, maker->agents, at, error), error);
}

static gboolean
make_all (Maker   *maker,
          GError **error)
{
  daybook_store_fix_now (maker->store, began (maker->now, maker->plan.zone) + MINUTE);
  if (!make_house (maker, error) || !begin_articles (maker, error))
    return FALSE;

  for (maker->round = 0; maker->round < N_ROUNDS; maker->round++)
    if (!make_round (maker, error))
      return FALSE;

  return use_articles (maker, error);
}

/* The newest first, as a person would. */
static void
take_back (Maker *maker)
{
  for (guint i = maker->acts->len; i-- > 0;)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DaybookOutcome) outcome = daybook_store_undo (maker->store, &g_array_index (maker->acts, DaybookId, i), &error);

      if (outcome == NULL)
        g_warning ("A part of the sample shop stays: %s", error->message);
    }
}

gboolean
daybook_sample_make (DaybookStore          *store,
                     guint                  n_orders,
                     guint32                seed,
                     GFileProgressCallback  progress,
                     gpointer               progress_data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr(GArray) acts = g_array_new (FALSE, FALSE, sizeof (DaybookId));
  const DaybookId person = *daybook_store_get_agent (store);
  gint64 now = daybook_store_get_now (store);
  gint64 fixed = daybook_store_fix_now (store, now);
  Maker maker = {
    .store = store,
    .plan = { seed, n_orders, now - LAST_ROUND_AGO, daybook_store_get_zone (store) },
    .now = now,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
    .acts = acts,
  };
  gboolean made;

  plan_rounds (&maker);
  daybook_sample_desk_init (&maker.desk, store, maker.agents, maker.rounds, N_ROUNDS, now);
  made = make_all (&maker, error);

  daybook_sample_desk_clear (&maker.desk);
  daybook_store_fix_now (store, fixed);
  daybook_store_set_agent (store, &person);
  if (!made)
    take_back (&maker);
  return made;
}

gboolean
daybook_sample_found (const char  *folder,
                      gint64       now,
                      GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(DaybookStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  /* A day before: the shop's own zone is not known yet. */
  if (now == 0)
    now = g_get_real_time () / G_USEC_PER_SEC;
  store = daybook_store_open_in_thread (folder, DAYBOOK_STORE_CREATE, began (now, zone) - DAY, error);
  if (store != NULL)
    daybook_store_close (store);
  return store != NULL;
}
