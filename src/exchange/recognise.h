/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/profile.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* Which form a file has, by the headings within its first rows (PLATFORMS §2):
 * never by its name. */

/* A sheet, and where its table begins. */
typedef struct
{
  guint      sheet;
  guint64    header_row;
  GPtrArray *sample; /* char **: the first rows below it */
  const DaybookProfile *profile; /* NULL: nobody knows it */
  const DaybookForm    *form;
  char                **headings; /* as they stand; NULL: it has none that are known */
} DaybookFoundTable;

/* The first rows of a file, to choose from. */
typedef struct
{
  const DaybookProfile *profile; /* whose form it is; NULL: nobody knows the table */
  const DaybookForm    *form;
  guint                 sheet;
  GArray               *tables;      /* DaybookFoundTable: all with this very header */
  GArray               *others;      /* DaybookFoundTable: in a known form too, with other headings, and not empty */
  GArray               *strays;      /* DaybookFoundTable: without a header that is known, though they seem to have orders */
  guint64               header_row;
  char                **headings;    /* as they stand */
  guint                 n_headings;
  guint64               fingerprint;
  char                 *prologue;    /* what stands above the header, a row a line */
  GPtrArray            *sample;      /* char **: the first rows below it */
  char                 *why;         /* unknown: a sentence that says what is missing */
} DaybookRecognition;

/* Gives the form that a person has said for a header, or NULL. It must live as
 * long as the recognition. */
typedef const DaybookForm *(*DaybookRemembered) (guint64                fingerprint,
                                                 const DaybookProfile **profile,
                                                 gpointer               data);

/* Looks through every sheet. `only`, when given, is the one form to look for,
 * which is `only_profile`'s; else the forms of `profiles` are tried, and what
 * `remembered` says goes before them. `only_profile` without `only` is the platform
 * that a person has named: its forms need no other sign than what they require.
 * Errors: FORMAT: damaged, or no table in it. */
DaybookRecognition *daybook_recognise        (DaybookTableReader    *reader,
                                              GPtrArray             *profiles,
                                              const DaybookProfile  *only_profile,
                                              const DaybookForm     *only,
                                              DaybookRemembered      remembered,
                                              gpointer               data,
                                              GError               **error);
/* The same of one header row alone, as a file of platform `said` (or NULL) had it: the form
 * that fits it best. NULL: none of the profiles knows it. */
const DaybookForm  *daybook_recognise_header (GPtrArray             *profiles,
                                              const DaybookProfile  *said,
                                              const char *const     *headings,
                                              guint                  n_headings,
                                              const DaybookProfile **profile);
void                daybook_recognition_free (DaybookRecognition    *recognition);

/* Which of a platform and its sisters the file is of: see data/platforms/README.md.
 * `earlier` is what the shop's imports were, or NULL. */
const char         *daybook_recognise_variant (const DaybookRecognition *recognition,
                                               const char               *earlier,
                                               const char               *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRecognition, daybook_recognition_free)

G_END_DECLS
