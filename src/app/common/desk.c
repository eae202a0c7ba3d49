/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"

#include "app/common/words.h"
#include "core/customer.h"
#include "core/decimal.h"
#include "core/mask.h"
#include "core/moment.h"
#include "core/money.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/reach.h"
#include "store/reminders.h"

#include <glib/gi18n-lib.h>

struct _DaybookDesk
{
  GObject       parent_instance;

  DaybookStore *store; /* borrowed: it owns the desk */
  DaybookClock *clock;
  DaybookId     agent;  /* at it, last told of */
  GPtrArray    *agents; /* DaybookRow */
  GPtrArray    *shops;  /* DaybookRow */
  gboolean      sample;
};

G_DEFINE_FINAL_TYPE (DaybookDesk, daybook_desk, G_TYPE_OBJECT)

enum
{
  NAMES_CHANGED,
  AGENT_CHANGED,
  AGENT_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
read_now (gpointer source)
{
  return daybook_store_get_now (source);
}

/* The old ones stay when the book is busy; the next change reads again. */
static void
reload (DaybookStore       *store,
        const DaybookTable *table,
        GPtrArray         **rows)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *read = daybook_reader_all (daybook_store_get_reader (store), table, &error);

  if (read == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }

  g_ptr_array_unref (*rows);
  *rows = read;
}

/* What is said of people and shops beside their rows; both lists end with -1. */
static const int OF_AGENTS[] = { DAYBOOK_AGENT_NAME, DAYBOOK_AGENT_CODE, DAYBOOK_AGENT_ROLE, -1 };
static const int OF_SHOPS[] = { DAYBOOK_SHOP_NAME, -1 };

static gboolean
is_same_row (const DaybookRow *row,
             const DaybookRow *other,
             const int        *fields)
{
  if (!daybook_id_equal (&row->id, &other->id))
    return FALSE;

  for (; *fields >= 0; fields++)
    if (!daybook_value_equal (&row->values[*fields], &other->values[*fields]))
      return FALSE;

  return TRUE;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b,
         const int *fields)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!is_same_row (g_ptr_array_index (a, i), g_ptr_array_index (b, i), fields))
      return FALSE;

  return TRUE;
}

static const DaybookRow *
find_row (GPtrArray       *rows,
          const DaybookId *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (daybook_id_equal (&((DaybookRow *) g_ptr_array_index (rows, i))->id, id))
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* The store knows that somebody was removed; `before` are the people until then. */
static void
follow_agent (DaybookDesk *self,
              GPtrArray   *before)
{
  const DaybookRow *gone = find_row (before, &self->agent);

  if (daybook_id_equal (&self->agent, daybook_store_get_agent (self->store)))
    return;

  self->agent = *daybook_store_get_agent (self->store);
  g_signal_emit (self, signals[AGENT_CHANGED], 0);
  if (gone != NULL)
    g_signal_emit (self, signals[AGENT_GONE], 0, gone);
}

static void
on_store_changed (DaybookDesk *self)
{
  g_autoptr(GPtrArray) agents = g_ptr_array_ref (self->agents);
  g_autoptr(GPtrArray) shops = g_ptr_array_ref (self->shops);

  reload (self->store, &daybook_agents, &self->agents);
  reload (self->store, &daybook_shops, &self->shops);
  if (!is_same (agents, self->agents, OF_AGENTS) || !is_same (shops, self->shops, OF_SHOPS))
    g_signal_emit (self, signals[NAMES_CHANGED], 0);
  daybook_clock_set_zone (self->clock, daybook_store_get_zone (self->store));
  follow_agent (self, agents);
}

static void
daybook_desk_finalize (GObject *object)
{
  DaybookDesk *self = DAYBOOK_DESK (object);

  g_clear_object (&self->clock);
  g_ptr_array_unref (self->agents);
  g_ptr_array_unref (self->shops);

  G_OBJECT_CLASS (daybook_desk_parent_class)->finalize (object);
}

static void
daybook_desk_class_init (DaybookDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_desk_finalize;

  signals[NAMES_CHANGED] = g_signal_new ("names-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AGENT_CHANGED] = g_signal_new ("agent-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AGENT_GONE] = g_signal_new ("agent-gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_ROW);
}

static void
daybook_desk_init (DaybookDesk *self)
{
  self->agents = g_ptr_array_new ();
  self->shops = g_ptr_array_new ();
}

static DaybookDesk *
make_desk (DaybookStore *store)
{
  DaybookDesk *self = g_object_new (DAYBOOK_TYPE_DESK, NULL);

  self->store = store;
  self->agent = *daybook_store_get_agent (store);
  self->clock = daybook_clock_new (read_now, store, daybook_store_get_zone (store));
  reload (store, &daybook_agents, &self->agents);
  reload (store, &daybook_shops, &self->shops);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
daybook_desk_set_agent (DaybookDesk     *self,
                        const DaybookId *agent)
{
  if (daybook_id_equal (agent, daybook_store_get_agent (self->store)))
    return;

  daybook_store_set_agent (self->store, agent);
  self->agent = *agent;
  /* Reminders are theirs, also when this window is closed. */
  daybook_reminders_sit_down (self->store, agent);
  g_signal_emit (self, signals[AGENT_CHANGED], 0);
}

DaybookDesk *
daybook_desk_of (DaybookStore *store)
{
  DaybookDesk *desk = g_object_get_data (G_OBJECT (store), "daybook-desk");

  if (desk == NULL)
    {
      desk = make_desk (store);
      g_object_set_data_full (G_OBJECT (store), "daybook-desk", desk, g_object_unref);
    }

  return desk;
}

DaybookStore *
daybook_desk_get_store (DaybookDesk *self)
{
  return self->store;
}

DaybookClock *
daybook_desk_get_clock (DaybookDesk *self)
{
  return self->clock;
}

void
daybook_desk_mark_sample (DaybookDesk *self)
{
  self->sample = TRUE;
}

gboolean
daybook_desk_is_sample (DaybookDesk *self)
{
  return self->sample;
}

GPtrArray *
daybook_desk_get_agents (DaybookDesk *self)
{
  return self->agents;
}

gboolean
daybook_desk_may (DaybookDesk *self,
                  DaybookRight right)
{
  return daybook_reader_may (daybook_store_get_reader (self->store), right);
}

char *
daybook_desk_agent_name (const DaybookRow *agent)
{
  const char *name = daybook_row_text (agent, DAYBOOK_AGENT_NAME);
  const char *code = daybook_row_text (agent, DAYBOOK_AGENT_CODE);

  return *code != '\0' ? g_strdup_printf ("%s %s", name, code) : g_strdup (name);
}

/* One bounded read for what is in no small table, or was deleted. */
static char *
read_name (DaybookDesk        *self,
           const DaybookTable *table,
           const DaybookId    *id)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (self->store), table, id, NULL);

  return row != NULL ? daybook_desk_format (self, row, (guint) table->title, DAYBOOK_SHOW_MASKED) : g_strdup ("");
}

char *
daybook_desk_name (DaybookDesk     *self,
                   const char      *kind,
                   const DaybookId *id)
{
  const DaybookTable *table = daybook_registry_find (kind);
  const DaybookRow *row = NULL;

  if (id == NULL || table == NULL)
    return g_strdup ("");
  if (table == &daybook_agents)
    row = find_row (self->agents, id);
  else if (table == &daybook_shops)
    row = find_row (self->shops, id);

  return row != NULL ? g_strdup (daybook_row_text (row, (guint) table->title)) : read_name (self, table, id);
}

static DaybookMask
mask_of (const DaybookRow *row,
         guint             field)
{
  DaybookMask mask = row->table->fields[field].mask;

  if (mask != DAYBOOK_MASK_CONTACT || row->table != &daybook_contacts)
    return mask;

  switch (daybook_row_int (row, DAYBOOK_CONTACT_KIND))
    {
    case DAYBOOK_CONTACT_PHONE:
      return DAYBOOK_MASK_PHONE;
    case DAYBOOK_CONTACT_EMAIL:
      return DAYBOOK_MASK_EMAIL;
    default:
      return DAYBOOK_MASK_ADDRESS;
    }
}

static char *
format_text (const DaybookRow *row,
             guint             field,
             DaybookShow       show)
{
  const char *text = daybook_row_text (row, field);
  DaybookMask mask = mask_of (row, field);

  if (daybook_desk_is_made_up (row, field))
    return g_strdup (_("No number"));
  if (g_str_equal (row->table->fields[field].name, "platform"))
    return g_strdup (daybook_words_platform (text));
  if (mask == DAYBOOK_MASK_NONE || show == DAYBOOK_SHOW_REVEALED || *text == '\0')
    return g_strdup (text);

  return daybook_mask (mask, text);
}

/* What is called by something else than its title. */
static char *
format_title (DaybookDesk      *self,
              const DaybookRow *row,
              DaybookShow       show)
{
  DaybookMask mask;
  g_autofree char *title = daybook_reader_title (daybook_store_get_reader (self->store), row, &mask);

  return show == DAYBOOK_SHOW_REVEALED || *title == '\0' ? g_steal_pointer (&title) : daybook_mask (mask, title);
}

static char *
format_money (DaybookDesk      *self,
              const DaybookRow *row,
              guint             field)
{
  int currency = daybook_table_field (row->table, "currency");
  const char *code = currency >= 0 ? daybook_row_text (row, (guint) currency) : "";

  return daybook_money_format (daybook_row_int (row, field),
                               *code != '\0' ? code : daybook_store_get_currency (self->store));
}

/* "★★★☆☆": people look for how many are dark. */
static char *
format_stars (gint64 stars)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i <= DAYBOOK_MOST_STARS; i++)
    g_string_append (text, i <= stars ? "★" : "☆");
  return g_string_free (text, FALSE);
}

static char *
format_number (const DaybookField *field,
               gint64              number)
{
  return (field->flags & DAYBOOK_FIELD_STARS) != 0 ? format_stars (number) : daybook_decimal_print (number, field->digits);
}

gboolean
daybook_desk_is_made_up (const DaybookRow *row,
                         guint             field)
{
  return row->table == &daybook_orders && field == DAYBOOK_ORDER_NUMBER
         && daybook_order_number_is_derived (daybook_row_text (row, field));
}

char *
daybook_desk_order_name (DaybookDesk      *self,
                         const DaybookRow *order)
{
  static const guint TELLING[] = { DAYBOOK_ORDER_BUYER, DAYBOOK_ORDER_CREATED };
  GString *name = NULL;

  if (!daybook_desk_is_made_up (order, DAYBOOK_ORDER_NUMBER))
    return g_strdup (daybook_row_text (order, DAYBOOK_ORDER_NUMBER));

  name = g_string_new (_("No number"));
  for (guint i = 0; i < G_N_ELEMENTS (TELLING); i++)
    {
      g_autofree char *value = daybook_desk_format (self, order, TELLING[i], DAYBOOK_SHOW_MASKED);

      if (*value != '\0')
        g_string_append_printf (name, " · %s", value);
    }
  return g_string_free (name, FALSE);
}

char *
daybook_desk_format (DaybookDesk      *self,
                     const DaybookRow *row,
                     guint             field,
                     DaybookShow       show)
{
  const DaybookField *spec = &row->table->fields[field];

  if (!daybook_row_has (row, field))
    return (int) field == row->table->title ? format_title (self, row, show) : g_strdup ("");

  switch (spec->type)
    {
    case DAYBOOK_TYPE_TEXT:
      return format_text (row, field, show);
    case DAYBOOK_TYPE_MONEY:
      return format_money (self, row, field);
    case DAYBOOK_TYPE_TIME:
      return daybook_moment_format (daybook_row_int (row, field), daybook_clock_get_now (self->clock),
                                    daybook_store_get_zone (self->store));
    case DAYBOOK_TYPE_ENUM:
      return g_strdup (daybook_words_enum (spec, daybook_row_int (row, field)));
    case DAYBOOK_TYPE_REF:
      return daybook_desk_name (self, spec->ref, daybook_row_ref_id (row, field));
    case DAYBOOK_TYPE_BOOL:
      return g_strdup (daybook_row_int (row, field) != 0 ? _("Yes") : _("No"));
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
      return daybook_words_choices (spec, daybook_row_text (row, field));
    case DAYBOOK_TYPE_DATE:
    case DAYBOOK_TYPE_ANY:
      return g_strdup (daybook_row_text (row, field));
    case DAYBOOK_TYPE_INT:
    default:
      return format_number (spec, daybook_row_int (row, field));
    }
}
