/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/operation.h"
#include "store/replica.h"
#include "store/store.h"

/* Two or three laptops with real books, a toy server with an ordered log, and a
 * network that drops, doubles, delays and disorders. One seed is one run. */

/* What is broken on purpose, to prove that the checks see it. */
typedef enum
{
  SIM_FAULT_NONE,
  /* The server ... */
  SIM_FAULT_BASE_SKIPPED,     /* accepts whatever comes last */
  SIM_FAULT_CLOCK_DECIDES,    /* lets the larger stamp win over who had seen what */
  SIM_FAULT_LOSERS_DROPPED,   /* does not say that a value lost */
  SIM_FAULT_LOGGED_TWICE,     /* does not know an operation again */
  /* On its way to one laptop ... */
  SIM_FAULT_ENTRY_WITHHELD,   /* an entry is left out, the rest moves up */
  SIM_FAULT_ENTRIES_SWAPPED,  /* two neighbours change places */
  SIM_FAULT_VALUE_CHANGED,    /* an operation says something else than its author did */
  /* One laptop ... */
  SIM_FAULT_SHADOW_FORGOTTEN, /* loses the confirmed values under its outbox */
  SIM_FAULT_CONFLICTS_LOST,   /* loses what was kept */
  SIM_FAULT_OUTBOX_TRIMMED,   /* takes an operation for sent that was not */
  SIM_FAULT_PAYLOAD_LOST,     /* loses what a create made */
  SIM_FAULT_CURSOR_AHEAD,     /* has its cursor one too far */
  SIM_FAULT_CURSOR_BACK,      /* has its cursor one too near: applies twice */
  SIM_FAULT_ORIGIN_FORGOTTEN, /* forgets which operation a visible value is from */
  SIM_FAULT_NUMBER_REUSED,    /* is set back and uses a number again */
  SIM_FAULT_STAMPS_RESTART,   /* forgets its newest stamp */
  SIM_N_FAULTS,
} SimFault;

const char *sim_fault_name (SimFault fault);

typedef struct
{
  guint64 runs;
  guint64 acts;
  guint64 operations;
  guint64 conflicts;  /* kept at the end */
  guint64 concurrent; /* verdicts other than accepted */
  guint64 doubled;    /* rows made on two laptops */
  guint64 own;        /* values of registers' own fields that met others */
  guint64 restarts;
  guint64 deliveries;
} SimFigures;

/* NULL when everything held, else what did not. */
char *sim_run (guint64     seed,
               guint       steps,
               SimFault    fault,
               SimFigures *figures);

/* --- The server --------------------------------------------------------- */

typedef struct
{
  gint64            seq;
  gint64            stamp;
  char             *verdicts;
  char             *line;
  DaybookOperation *op;
} SimEntry;

typedef struct
{
  SimFault    fault;
  gint64      first;   /* the log begins after this place: the snapshot */
  GPtrArray  *log;     /* SimEntry */
  GHashTable *lasts;   /* device → newest number */
  GHashTable *known;   /* "device:n" → line */
  GHashTable *fields;  /* "kind/id/field" → its current claim */
  guint64     own;     /* claims on registers' own fields that met others */
  char       *failure;
} SimServer;

/* `laptop`: the one whose first operations are the snapshot. */
SimServer *sim_server_new  (gint64      first,
                            const DaybookId *laptop,
                            SimFault    fault);
void       sim_server_free (SimServer  *self);
/* Takes lines in their order, up to a gap; known ones have no effect. */
void       sim_server_push (SimServer  *self,
                            char      **lines,
                            guint       n_lines,
                            gint64      now_ms);
gint64     sim_server_end  (SimServer  *self);

/* --- A laptop ----------------------------------------------------------- */

typedef struct
{
  guint         index;
  char         *folder;
  DaybookStore *store;
  gint64        skew;      /* seconds that its clock is wrong */
  GPtrArray    *committed; /* its operations as first seen, by number */
  char         *failure;
} SimLaptop;

SimLaptop *sim_laptop_first   (gint64      now);
/* A copy of another laptop's book, with an identity of its own. */
SimLaptop *sim_laptop_copy    (SimLaptop  *from,
                               guint       index,
                               gint64      now);
void       sim_laptop_free    (SimLaptop  *self);
void       sim_laptop_restart (SimLaptop  *self,
                               gint64      now);
void       sim_laptop_set_now (SimLaptop  *self,
                               gint64      now);
/* Notes the operations that are new; those seen before must be as they were. */
void       sim_laptop_record  (SimLaptop  *self);
gint64     sim_laptop_cursor  (SimLaptop  *self);
void       sim_laptop_device  (SimLaptop  *self,
                               DaybookId  *device);
/* Changes the file behind the program's back. */
void       sim_laptop_damage  (SimLaptop  *self,
                               const char *sql);
void       sim_laptop_fail    (SimLaptop  *self,
                               const char *what,
                               GError     *error);

/* The table in which an operation's field is, as a server would know it that has the shop's
 * registers: of a register's own field, that of a register which comes along. */
const DaybookTable *sim_field_table (const char *kind,
                               const char *name,
                               int        *field);

/* One random act; TRUE when it changed something. */
gboolean   sim_act            (SimLaptop  *self,
                               GRand      *dice,
                               gint64      now);

/* One that has to do with cases: a part of sim_act(). */
gboolean   sim_case_act       (SimLaptop  *self,
                               GRand      *dice,
                               gint64      now);

/* --- The checks, when everything has arrived ---------------------------- */

/* All shared rows with the operations they are from, the conflicts and the
 * history, in an order and in words that are the same on every laptop. */
char      *sim_dump           (SimLaptop  *self);
/* NULL, or the first difference. */
char      *sim_compare        (const char *a,
                               const char *b);
/* NULL, or a value that a person saw and that nobody has kept. */
char      *sim_check_loss     (SimServer  *server,
                               const char *dump);
/* Each operation once in the log, as its author wrote it, with growing stamps,
 * and none lost to what its author had seen. */
char      *sim_check_log      (SimServer  *server,
                               GPtrArray  *laptops);
/* NULL, or what daybook_store_verify() found. */
char      *sim_check_book     (SimLaptop  *self);
