/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-case.h"

#include "core/case-draft.h"
#include "core/case-event.h"
#include "core/case-parts.h"
#include "core/order.h"
#include "core/query.h"
#include "store/reader.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)

/* So many of the newest orders are looked through for one that fits. */
#define ORDERS_MAX 200

/* Where a story's case comes from. */
typedef enum
{
  OF_ORDER, /* a new case, of an order that was sent */
  OF_NONE,  /* a new case of somebody who speaks of no order */
  OF_ROW,   /* a case that an import has opened */
} Origin;

typedef struct
{
  guint       minutes; /* ago */
  guint       agent;
  const char *stage;   /* to which it is moved, or NULL */
  /* FIELD=VALUE, each in a line: a time as hours from then (+2h, -30h), a person as @ and a number,
   * everything else as it is stored or by its word. */
  const char *fields;
  int         event;   /* DaybookEventKind that is written; -1: none */
  const char *text;
  guint       promise; /* hours in which the customer hears again, from then; 0: nothing is promised */
} Step;

#define MOST_STEPS 5

typedef struct
{
  const char *key;   /* of the register */
  Origin      origin;
  const char *stage; /* OF_ROW: in which such a case is */
  guint       nth;   /* of such orders or cases, newest first */
  Step        steps[MOST_STEPS]; /* ends with one without minutes */
} Story;

#define SILENT .event = -1
#define SAID(kind, words) .event = DAYBOOK_EVENT_##kind, .text = words

static const Story STORIES[] = {
  { "inquiry", OF_ORDER, NULL, 2, {
    { 190, 1, NULL, "content=想开增值税专用发票，抬头是公司，不知道要提供什么资料。\nchannel=shop_chat\nreason=invoice\nclass=business", SILENT },
    { 185, 1, "answering", NULL, SAID (TOLD, "已收到，请把开票资料发过来，今天下班前给您答复。"), .promise = 2 },
  } },
  { "inquiry", OF_ORDER, NULL, 5, {
    { 1700, 0, NULL, "content=公司中秋要八十份礼盒，想换成自己的腰封，能不能做、多久。\nchannel=phone\nreason=cooperation\nclass=other\npriority=urgent", SILENT },
    { 1690, 0, "assigned", "handler=@1\nneed=问仓库和印厂：腰封最少多少份、几天能出\nexpected_at=+20h", SAID (NOTE, "客户明天要给领导回话，别拖。") },
  } },
  { "inquiry", OF_ORDER, NULL, 9, {
    { 3000, 2, NULL, "content=白茶饼怎么存放，厨房柜子里行不行。\nchannel=shop_chat\nreason=usage\nclass=product", SILENT },
    { 2990, 2, "answered", "result=避光、干燥、无异味，别放厨房；发了存放说明\ntold=yes\nsatisfied=yes", SAID (TOLD, "建议放书柜，避光防潮，离厨房远一点。") },
  } },
  { "exchange", OF_ORDER, NULL, 1, {
    { 4400, 1, NULL, "content=杯子比想的大，想换小一号的。\nchannel=shop_chat\nreason=size", SILENT },
    { 4390, 1, "agreed", "wanted=同款小号一只", SAID (TOLD, "可以换，请保持包装完整寄回，运费我们补。"), .promise = 72 },
    { 1500, 1, "on_the_way", "back=SF1590000012345\nback_courier=顺丰速运", SAID (NOTE, "她说昨天傍晚寄的。") },
  } },
  { "exchange", OF_ORDER, NULL, 7, {
    { 8600, 2, NULL, "content=收到的是绿色，下单的是白色。\nchannel=shop_chat\nreason=wrong_item", SILENT },
    { 8590, 2, "agreed", "wanted=白色", SILENT },
    { 5800, 2, "received", "condition=good\nreceived_at=-1h\nback=YT8800000054321\nback_courier=圆通速递", SAID (NOTE, "开箱照片在群里，完好。") },
    { 5700, 2, "sending", "freight_by=shop\nreserved=yes", SILENT },
    { 5500, 2, "sent", "out=SF1590000067890\nout_courier=顺丰速运", SAID (TOLD, "换的白色已经寄出，单号发您了。") },
  } },
  { "trace", OF_ORDER, NULL, 3, {
    { 2950, 0, NULL, "content=三天没动了，周末要送人。\nchannel=shop_chat\nreason=no_movement\nparcel=SF1590000099887\nparcel_courier=顺丰速运\npriority=high", SILENT },
    { 2940, 0, "waiting", "last_movement=杭州中转场\nticket=KF20261122\ncourier_due=+24h", SAID (TOLD, "已经催了快递，一天内给您准信。"), .promise = 24 },
    { 1400, 2, NULL, NULL, SAID (NOTE, "又打了一次，说在找，让等。") },
  } },
  { "trace", OF_ORDER, NULL, 11, {
    { 7300, 2, NULL, "content=显示签收了，人没收到。\nchannel=phone\nreason=not_received\nparcel=YT8800000011223\nparcel_courier=圆通速递", SILENT },
    { 7200, 2, "found", "result=放在驿站，没通知；已取到\ncause=taken\ntold=yes\nsatisfied=yes", SAID (CALL, "驿站确认在架上，客户下班去取。") },
  } },
  { "complaint", OF_ORDER, NULL, 4, {
    { 4300, 1, NULL, "content=问了三次什么时候退钱，每次都说马上，还让她自己去问平台。\nchannel=phone\nreason=attitude", SILENT },
    { 4280, 1, "recorded", "happened_at=-20h\npeople=晚班客服", SAID (CALL, "道歉，记下经过；她要一个说法。") },
    { 2800, 0, "checked", "severity=serious\nchecked=chat calls\nfindings=聊天记录属实，第二次没有转交", SAID (NOTE, "先不要再让晚班联系她。") },
  } },
  { "return", OF_ROW, "asked", 0, {
    { 24, 1, NULL, "handler=@1\nneed=核对是否拆封，今天内答复\nexpected_at=+6h", SAID (NOTE, "平台还有时限，别等自动同意。") },
    { 18, 1, "agreed", "reason=unwanted", SAID (TOLD, "同意退货，请保持未拆封，寄回地址已发。") },
  } },
  { "refund", OF_ROW, "asked", 0, {
    { 22, 0, NULL, "priority=high", SAID (CALL, "没人接，下午再打。") },
  } },
  { "review", OF_ROW, "new", 0, {
    { 23, 2, "contacting", NULL, SAID (CALL, "先道歉，问清楚是哪一只碎了。") },
  } },
  { "review", OF_ROW, "new", 1, {
    { 21, 2, "contacting", NULL, SILENT },
    { 12, 2, "no_answer", "calls=2", SAID (CALL, "两次都没接，发了旺旺留言。") },
  } },
  { "review", OF_ROW, "new", 2, {
    { 20, 1, "contacting", "reason=damaged", SAID (CALL, "补发一只盖子，客户同意。") },
    { 10, 1, "kept", "reply=非常抱歉，已经给您补发，今后换成双层泡沫。\ncause=packing\nresult=补发盖子；客户不改评，接受解释", SILENT },
  } },
};

/* --- Steps --------------------------------------------------------------------------- */

static guint
count_steps (const Story *story)
{
  guint n = 0;

  while (n < MOST_STEPS && story->steps[n].minutes != 0)
    n++;
  return n;
}

guint
daybook_sample_n_steps (void)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (STORIES); i++)
    n += count_steps (&STORIES[i]);
  return n;
}

static const Step *
find_step (guint  step,
           guint *story)
{
  for (*story = 0; step >= count_steps (&STORIES[*story]); (*story)++)
    step -= count_steps (&STORIES[*story]);

  return &STORIES[*story].steps[step];
}

gint64
daybook_sample_desk_at (const DaybookSampleDesk *desk,
                        guint                    minutes)
{
  gint64 at = desk->now - (gint64) minutes * MINUTE;

  for (guint i = 0; i < desk->n_rounds; i++)
    if (at >= desk->rounds[i] && at < desk->rounds[i] + DAYBOOK_SAMPLE_ROUND_TAKES)
      return desk->rounds[i] + DAYBOOK_SAMPLE_ROUND_TAKES;

  return at;
}

gint64
daybook_sample_step_at (const DaybookSampleDesk *desk,
                        guint                    step)
{
  guint story;

  return daybook_sample_desk_at (desk, find_step (step, &story)->minutes);
}

guint
daybook_sample_step_agent (guint step)
{
  guint story;

  return find_step (step, &story)->agent;
}

/* --- Its case ------------------------------------------------------------------------- */

static DaybookReader *
get_reader (const DaybookSampleDesk *desk)
{
  return daybook_store_get_reader (desk->store);
}

/* Of a buyer who is in the book, and has the goods. */
static gboolean
suits (const DaybookRow *order,
       gint64            at)
{
  DaybookStage stage = (DaybookStage) daybook_row_int (order, DAYBOOK_ORDER_STAGE);

  return daybook_row_has (order, DAYBOOK_ORDER_CUSTOMER) && daybook_row_int (order, DAYBOOK_ORDER_SHIPPED_AT) != 0
         && daybook_row_int (order, DAYBOOK_ORDER_SHIPPED_AT) < at && daybook_row_int (order, DAYBOOK_ORDER_REFUND) == DAYBOOK_REFUND_NONE
         && (stage == DAYBOOK_STAGE_SHIPPED || stage == DAYBOOK_STAGE_DELIVERED || stage == DAYBOOK_STAGE_COMPLETED)
         && g_str_equal (daybook_row_text (order, DAYBOOK_ORDER_CURRENCY), "CNY");
}

DaybookRow *
daybook_sample_desk_order (const DaybookSampleDesk  *desk,
                           guint                     nth,
                           gint64                    at,
                           GError                  **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (get_reader (desk), query, ORDERS_MAX, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) order = daybook_reader_row (get_reader (desk), &daybook_orders, g_array_index (keys, gint64, i), error);

      if (order == NULL)
        return NULL;
      if (suits (order, at) && nth-- == 0)
        return g_steal_pointer (&order);
    }

  return NULL;
}

static DaybookRow *
find_born (DaybookSampleDesk  *desk,
           const Story        *story,
           DaybookRegister    *definition,
           GError            **error)
{
  const DaybookTable *table = daybook_register_get_table (definition);
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autoptr(GArray) keys = NULL;

  daybook_query_add (query, DAYBOOK_CASE_STAGE, DAYBOOK_OP_EQ, (const char *const[]) { story->stage, NULL });
  keys = daybook_reader_keys (get_reader (desk), query, story->nth + 1, error);
  return keys != NULL && keys->len > story->nth
         ? daybook_reader_row (get_reader (desk), table, g_array_index (keys, gint64, story->nth), error) : NULL;
}

/* Of what the case is, where its register wants to know. */
static void
add_goods (DaybookSampleDesk  *desk,
           DaybookRegister    *definition,
           const DaybookRow   *order,
           const DaybookId    *id,
           gint64              at,
           DaybookEdit        *edit)
{
  const DaybookRegisterField *field = daybook_register_find_field (definition, "lines");
  g_autoptr(GPtrArray) lines = field != NULL && order != NULL
    ? daybook_reader_parts (get_reader (desk), &daybook_order_lines, DAYBOOK_LINE_ORDER, &order->id, NULL) : NULL;
  DaybookId own;

  if (lines == NULL || lines->len == 0)
    return;

  daybook_id_fresh (&own, at * 1000);
  daybook_edit_create (edit, &daybook_case_lines, &own);
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_CASE, daybook_value_id (id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_LINE, daybook_value_id (&((const DaybookRow *) g_ptr_array_index (lines, 0))->id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_QUANTITY, daybook_value_int (1));
}

/* --- Fields ----------------------------------------------------------------------------- */

static DaybookValue
read_value (const DaybookSampleDesk *desk,
            const DaybookField      *field,
            const char              *text,
            gint64                   at)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_TIME:
      return daybook_value_int (at + g_ascii_strtoll (text, NULL, 10) * HOUR);
    case DAYBOOK_TYPE_REF:
      return daybook_value_id (&desk->agents[g_ascii_strtoull (text + 1, NULL, 10)]);
    case DAYBOOK_TYPE_ENUM:
      return daybook_value_int (daybook_field_word (field, text));
    case DAYBOOK_TYPE_INT:
    case DAYBOOK_TYPE_MONEY:
      return daybook_value_int (g_ascii_strtoll (text, NULL, 10));
    default:
      return daybook_value_text (text);
    }
}

static void
set_fields (const DaybookSampleDesk *desk,
            DaybookCaseDraft        *draft,
            const char              *fields,
            gint64                   at)
{
  const DaybookTable *table = daybook_case_draft_row (draft)->table;
  g_auto(GStrv) lines = g_strsplit (fields != NULL ? fields : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *value = strchr (*line, '=');
      int field;

      *value++ = '\0';
      field = daybook_table_field (table, *line);
      g_return_if_fail (field >= 0);
      daybook_case_draft_set (draft, (guint) field, read_value (desk, &table->fields[field], value, at));
    }
}

/* --- The edit ----------------------------------------------------------------------------- */

/* NULL without an error: there is none. (transfer full) */
static DaybookCaseDraft *
begin_case (DaybookSampleDesk  *desk,
            guint               index,
            DaybookRegister    *definition,
            gint64              at,
            guint               agent,
            DaybookRow        **order,
            GError            **error)
{
  const Story *story = &STORIES[index];
  DaybookId *begun = &g_array_index (desk->begun, DaybookId, index);
  g_autoptr(DaybookRow) row = NULL;
  DaybookCaseDraft *draft;

  if (!daybook_id_is_null (begun) || story->origin == OF_ROW)
    {
      row = daybook_id_is_null (begun) ? find_born (desk, story, definition, error)
                                       : daybook_reader_find (get_reader (desk), daybook_register_get_table (definition), begun, error);
      if (row != NULL)
        *begun = row->id;
      return row != NULL ? daybook_case_draft_of (definition, row, at) : NULL;
    }

  *order = story->origin == OF_ORDER ? daybook_sample_desk_order (desk, story->nth, at, error) : NULL;
  if (*order == NULL && story->origin == OF_ORDER)
    return NULL;

  draft = daybook_case_draft_new (definition, daybook_store_get_shop (desk->store), &desk->agents[agent],
                                  daybook_store_get_currency (desk->store), at);
  if (*order != NULL)
    daybook_case_draft_take_order (draft, *order);
  *begun = daybook_case_draft_row (draft)->id;
  return draft;
}

/* "R-A2031: Agreed", as the window calls it. */
static char *
title_of (DaybookRegister  *definition,
          const DaybookRow *row,
          const Step       *step)
{
  const char *number = daybook_row_text (row, DAYBOOK_CASE_NUMBER);
  int stage = step->stage != NULL ? daybook_register_find_stage (definition, step->stage) : -1;

  if (*number == '\0')
    return g_strdup_printf (_("New: %s"), daybook_register_get_label (definition));

  return g_strdup_printf ("%s: %s", number, stage >= 0 ? daybook_register_get_stage (definition, (guint) stage)->label : _("Note"));
}

static gboolean
write_event (DaybookSampleDesk  *desk,
             const Step         *step,
             const DaybookRow   *row,
             gint64              at,
             DaybookEdit        *edit,
             GError            **error)
{
  const DaybookCaseEvent event = {
    .kind = (DaybookEventKind) step->event,
    .text = step->text,
    .channel = step->event == DAYBOOK_EVENT_CALL ? DAYBOOK_CHANNEL_PHONE : step->event == DAYBOOK_EVENT_TOLD ? DAYBOOK_CHANNEL_SHOP_CHAT
                                                                                                             : DAYBOOK_CHANNEL_UNKNOWN,
    .promised_at = step->event == DAYBOOK_EVENT_TOLD && step->promise != 0 ? at + step->promise * HOUR : 0,
  };

  return step->event < 0 || daybook_case_event_add (edit, row, &event, &desk->agents[step->agent], at, error);
}

DaybookEdit *
daybook_sample_step_edit (DaybookSampleDesk  *desk,
                          guint               index,
                          GError            **error)
{
  guint story;
  const Step *step = find_step (index, &story);
  gint64 at = daybook_sample_step_at (desk, index);
  DaybookRegister *definition = daybook_reader_register (get_reader (desk), STORIES[story].key);
  g_autoptr(DaybookRow) order = NULL;
  g_autoptr(DaybookCaseDraft) draft = begin_case (desk, story, definition, at, step->agent, &order, error);
  g_autoptr(DaybookEdit) edit = NULL;

  if (draft == NULL)
    return NULL;

  g_autofree char *title = title_of (definition, daybook_case_draft_row (draft), step);
  edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, title, &desk->agents[step->agent]);
  set_fields (desk, draft, step->fields, at);
  if (step->stage != NULL)
    daybook_case_draft_move (draft, (guint) daybook_register_find_stage (definition, step->stage));
  daybook_case_draft_build (draft, NULL, edit);
  if (order != NULL)
    add_goods (desk, definition, order, &daybook_case_draft_row (draft)->id, at, edit);
  return write_event (desk, step, daybook_case_draft_row (draft), at, edit, error) ? g_steal_pointer (&edit) : NULL;
}

void
daybook_sample_desk_init (DaybookSampleDesk *desk,
                          DaybookStore      *store,
                          const DaybookId   *agents,
                          const gint64      *rounds,
                          guint              n_rounds,
                          gint64             now)
{
  *desk = (DaybookSampleDesk) { store, agents, rounds, n_rounds, now, g_array_new (FALSE, TRUE, sizeof (DaybookId)) };
  g_array_set_size (desk->begun, G_N_ELEMENTS (STORIES));
}

void
daybook_sample_desk_clear (DaybookSampleDesk *desk)
{
  g_clear_pointer (&desk->begun, g_array_unref);
}
