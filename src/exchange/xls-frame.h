/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the small process that reads XLS says to us: a frame and its text, one
 * after the other, on its standard output. libfreexl was not made for files that
 * somebody has bent on purpose; what breaks there breaks alone. Both ends are of
 * one build on one machine. */
typedef enum
{
  DAYBOOK_XLS_SHEET = 1, /* text: its name */
  DAYBOOK_XLS_TEXT,      /* index: column */
  DAYBOOK_XLS_NUMBER,
  DAYBOOK_XLS_ROW,       /* index: number of the row whose cells have just been told */
  DAYBOOK_XLS_END,       /* nothing is missing; index: rows of the sheet */
} DaybookXlsFrameKind;

typedef struct
{
  guint32 kind;
  guint32 index;
  guint32 length; /* of the text that follows */
} DaybookXlsFrame;

/* The program's name in the folder of those that nobody calls by hand. */
#define DAYBOOK_XLS_PROGRAM "daybook-xls"
/* The file that it reads when we start it. */
#define DAYBOOK_XLS_INPUT "/dev/stdin"
/* In place of a sheet's number: list the sheets. */
#define DAYBOOK_XLS_LIST "list"

G_END_DECLS
