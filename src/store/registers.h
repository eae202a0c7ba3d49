/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/birth.h"
#include "core/edit.h"
#include "core/register-draft.h"
#include "core/register.h"
#include "store/database.h"
#include "store/reader.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The registers of a shop: those that Daybook brings with the shop's changes to them, and its
 * own. */
typedef struct
{
  DaybookRegister *definition;
  gboolean         shipped; /* Daybook brings it */
  gboolean         changed; /* ... and the shop has changed it */
  gboolean         used;    /* it is shown */
} DaybookShopRegister;

/* A register of which cases are born of rows, with how many that were, or will be. */
typedef struct
{
  DaybookRegister *definition;
  gboolean         by_itself; /* the shop shows it, and wants its cases from imports */
  guint            n;
} DaybookBornOf;

/* DaybookShopRegister, ours first and in our order. One of which something is broken is left
 * out, ours then as we bring it; `problems`, where not NULL, gets a sentence (a char) for each.
 * (transfer full) */
GPtrArray                 *daybook_registers_read  (DaybookReader    *reader,
                                                    GPtrArray        *problems,
                                                    GError          **error);
/* The definition of one as it is in force; NULL: there is none that can be read. It lives for
 * good. Any thread, with its own connection. */
DaybookRegister           *daybook_register_in_force (DaybookDatabase *db,
                                                    const char       *key);
/* The registers of which cases are born of rows of that table: DaybookBornOf, in the order in which
 * a row is offered to them. Any thread, with its own connection. (transfer full) */
GPtrArray                 *daybook_registers_born_of (DaybookDatabase *db,
                                                    const DaybookTable *rows,
                                                    GError          **error);
/* The same for whoever has a reader. */
DaybookRegister           *daybook_reader_register (DaybookReader    *reader,
                                                    const char       *key);
/* The table that a word names: one of the registry by its kind or plural, or a register's cases:
 * "case.return", "cases.return". NULL: there is none. */
const DaybookTable        *daybook_reader_table    (DaybookReader    *reader,
                                                    const char       *name);
/* The definition as it is in force: what another shop can take. (transfer full)
 * Errors: NOT_FOUND; CORRUPT. */
JsonNode                  *daybook_registers_definition (DaybookReader *reader,
                                                    const char       *key,
                                                    GError          **error);
/* Adds to the edit what makes a register of that definition, and has it shown. `name` is the
 * file's, for messages. Returns its key. (transfer full)
 * Errors: FORMAT; CONFLICT: another register has its prefix. */
char                      *daybook_registers_adopt (DaybookReader    *reader,
                                                    DaybookEdit      *edit,
                                                    const char       *text,
                                                    const char       *name,
                                                    GError          **error);
/* The same of one that was changed in the window: whether it is shown stays, unless it is new.
 * Errors: as above. */
gboolean                   daybook_registers_save  (DaybookReader    *reader,
                                                    DaybookEdit      *edit,
                                                    const char       *text,
                                                    GError          **error);
/* Adds to the edit that one of ours is again as we bring it. Errors: NOT_FOUND. */
gboolean                   daybook_registers_reset (DaybookReader    *reader,
                                                    DaybookEdit      *edit,
                                                    const char       *key,
                                                    GError          **error);
/* For a draft: all that there are, also those that cannot be read, whose names stay theirs. (element-type DaybookRegisterOther) (transfer full) */
GPtrArray                 *daybook_registers_others (DaybookReader   *reader,
                                                    GError          **error);
/* Adds to the edit whether the register is shown. Errors: NOT_FOUND. */
gboolean                   daybook_registers_use   (DaybookReader    *reader,
                                                    DaybookEdit      *edit,
                                                    const char       *key,
                                                    gboolean          used,
                                                    GError          **error);
/* Adds to the edit whether imports open cases of the register by themselves.
 * Errors: NOT_FOUND; REFUSED: its cases are born of no rows. */
gboolean                   daybook_registers_set_by_itself (DaybookReader *reader,
                                                    DaybookEdit      *edit,
                                                    const char       *key,
                                                    gboolean          by_itself,
                                                    GError          **error);

G_END_DECLS
