/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A disk that fails on demand: an SQLite VFS over the default one. It is made
 * the default itself, so the store under test opens its files (the book, its
 * log, staging files, backups) through it without knowing. */

/* What is counted, and may be struck. */
typedef enum
{
  FAULT_WRITES    = 1 << 0,
  FAULT_SYNCS     = 1 << 1,
  FAULT_TRUNCATES = 1 << 2,
  FAULT_OPENS     = 1 << 3,
  FAULT_DELETES   = 1 << 4,
  FAULT_READS     = 1 << 5,
  FAULT_PIECES    = 1 << 6, /* a long write is as many calls as it has 2 kB */
  /* Everything that changes the disk. */
  FAULT_CHANGES = FAULT_WRITES | FAULT_PIECES | FAULT_SYNCS | FAULT_TRUNCATES | FAULT_OPENS | FAULT_DELETES,
} FaultCalls;

typedef enum
{
  FAULT_IOERR,      /* the disk reports an error, once */
  FAULT_FULL,       /* no room, once: somebody deletes a file right after */
  FAULT_STAYS_FULL, /* no room until disarmed; deleting still works */
  FAULT_KILL,       /* SIGKILL in the middle of the call: half of a write is done */
} FaultKind;

/* Makes the failing disk the default. Before the first connection is opened. */
void     fault_vfs_install (void);
/* From now on counts `calls`; the `nth` of them (from 1; 0: none) is struck. */
void     fault_vfs_arm     (FaultCalls calls,
                            FaultKind  kind,
                            guint      nth);
/* The disk is sound again. Returns how many calls were struck since arming. */
guint    fault_vfs_disarm  (void);
/* Calls counted since arming. */
guint    fault_vfs_count   (void);
