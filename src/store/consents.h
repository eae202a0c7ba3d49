/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Whose data rows hold, and who of them has allowed that it is given to others (CF-01). */
typedef struct
{
  guint n_rows;
  guint n_people;  /* those whose rows these are */
  guint n_given;   /* of the people: consent given */
  guint n_refused; /* ... refused, or withdrawn since */
  guint n_unknown; /* rows of nobody whom the book knows as a customer */
} DaybookConsents;

/* Counts those of the rows of `table` with these keys (gint64). Of customers that were merged what one of them refused is
 * refused. Errors: CANCELLED (the reader's); as a read. */
gboolean daybook_reader_consents  (DaybookReader       *self,
                                   const DaybookTable  *table,
                                   GArray              *keys,
                                   DaybookConsents     *consents,
                                   GError             **error);
/* The keys, in their order, of those rows alone whose customer has given consent. (transfer full) */
GArray  *daybook_reader_consenting (DaybookReader      *self,
                                   const DaybookTable  *table,
                                   GArray              *keys,
                                   GError             **error);

G_END_DECLS
