/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tracking numbers as they come: from a barcode, a QR code, the platform's page or somebody's
 * hand (OR-15). The same parcel is written “SF 1234-5678 9012”, “ｓｆ１２３４５６７８９０１２”, “顺丰：SF123456789012” or
 * “https://…?billcode=SF123456789012”. */

/* A tracking number has at least so many letters and digits, and most of these digits. */
#define DAYBOOK_PARCEL_SHORTEST 6
#define DAYBOOK_PARCEL_DIGITS 4
/* One code is no longer than this, in bytes: what is more is no code. */
#define DAYBOOK_PARCEL_LONGEST 512

/* The numbers that the text may mean, as numbers are compared (upper case, letters and digits of
 * ASCII alone), the likeliest first; empty: it holds none. `text` may be any bytes. (transfer full) */
char **daybook_parcel_numbers (const char *text);
/* The likeliest of them; NULL: there is none. (transfer full) */
char  *daybook_parcel_number  (const char *text);

G_END_DECLS
