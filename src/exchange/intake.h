/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/first-look.h"
#include "exchange/mapping.h"
#include "store/staging.h"

G_BEGIN_DECLS

/* Reading one file into staging, on whatever thread: what the import object
 * does in the background and the command line in the foreground. */

/* Called on the reading thread, once, when the file is known and before its rows are read.
 * Takes the look over. */
typedef void (*DaybookIntakeLook) (DaybookFirstLook *look,
                                   gpointer          data);

typedef struct
{
  DaybookStore   *store;
  const char     *path;
  const char     *name;     /* for people, of what has no file of its own: it is as of now; or NULL */
  const char     *platform; /* what the person said, or NULL */
  DaybookId       shop;     /* null: the main shop; one that is still to be opened is read as that is */
  DaybookMapping *mapping;  /* or NULL */
  const char     *passphrase; /* of an archive, or NULL */
  DaybookIntakeLook look;   /* or NULL; with the data of the progress */
} DaybookIntakeRequest;

/* What came of it. On failure only `unknown` may be set. */
typedef struct
{
  char                *platform;
  char                *kind;
  char                *encoding;
  char                *sums;     /* JSON */
  DaybookFeeds        *feeds;    /* what the file can tell */
  gint64               as_of;
  gint64               saved; /* when the file was, on this disk; 0: unknown */
  guint64              fingerprint;
  DaybookStaging      *staging;
  DaybookUnknownTable *unknown;
} DaybookIntake;

/* Called on the reading thread, some twenty times a second. */
typedef void (*DaybookIntakeProgress) (guint64  done,
                                       guint64  total,
                                       gpointer data);

/* Fills `intake`, which is cleared at first.
 * Errors: FORMAT; PASSPHRASE (the file is locked, or by another one); NOT_FOUND (no such file, or a table that nobody knows: then
 * `unknown` is set); CANCELLED; those of the store. */
gboolean daybook_intake_run   (DaybookIntake              *intake,
                               const DaybookIntakeRequest *request,
                               DaybookIntakeProgress       progress,
                               gpointer                    data,
                               GCancellable               *cancellable,
                               GError                    **error);
void     daybook_intake_clear (DaybookIntake              *intake);

G_END_DECLS
