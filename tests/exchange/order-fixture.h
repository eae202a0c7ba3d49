/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/orders.h"
#include "exchange/sums.h"

G_BEGIN_DECLS

/* A table read by the order parser, and what came of it. */

/* An order as the sink saw it. */
typedef struct
{
  DaybookOrderRecord *record;
  char               *account;
  gint64              wall;
  DaybookSumsPart     part;
} Seen;

typedef struct
{
  char      *folder;
  GPtrArray *profiles;
  GPtrArray *orders;   /* Seen * */
  GPtrArray *problems; /* char *: "row|column|value|why" */
  char      *platform;
  char      *sums;
  guint64    rows;
  gint64     newest;   /* time of any order */
  DaybookOrderParser *parser; /* while parsing */
} Fixture;

void set_up    (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);

/* Reads a file, or a CSV of this text; what was read before is forgotten. */
void parse_table (Fixture *fixture, const char *path);
void parse       (Fixture *fixture, const char *text);

/* What was read, in the order of its coming. */
const DaybookOrderRecord *order (Fixture *fixture, guint index);
void assert_text    (Fixture *fixture, guint index, guint field, const char *expected);
void assert_number  (Fixture *fixture, guint index, guint field, gint64 expected);
void assert_none    (Fixture *fixture, guint index, guint field);
void assert_time    (Fixture *fixture, guint index, guint field, const char *iso);
void assert_line    (Fixture *fixture, guint index, guint line, const char *title, gint64 quantity);
/* `expected`: how "row|column|value|why" begins. */
void assert_problem (Fixture *fixture, guint index, const char *expected);

G_END_DECLS
