/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/query.h"
#include "exchange/print.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As what something is taken out of the book. */
typedef enum
{
  DAYBOOK_TAKE_TABLE, /* for other programs */
  DAYBOOK_TAKE_PDF,
  DAYBOOK_TAKE_PAPER, /* from a printer */
  DAYBOOK_TAKE_FOLDER, /* a file for each, in a folder; of articles */
} DaybookTake;

/* A list that a person wants to have out of the book. */
typedef struct
{
  DaybookTake         as;
  const DaybookQuery *query;
  GArray             *columns; /* guint: what is in sight, as for daybook_export_set_columns() */
  GArray             *keys;    /* gint64: the selected rows; NULL: all */
  guint               n_rows;
  const char         *title;
} DaybookListExport;

/* What the window is to the pages in it: the one place where acts are committed
 * and their outcome is said. Pages know this interface, not the window. */
#define DAYBOOK_TYPE_SHELL (daybook_shell_get_type ())
G_DECLARE_INTERFACE (DaybookShell, daybook_shell, DAYBOOK, SHELL, GtkWidget)

struct _DaybookShellInterface
{
  GTypeInterface parent;

  void (*commit)    (DaybookShell         *self,
                     DaybookEdit          *edit,
                     const char           *done);
  void (*tell)      (DaybookShell         *self,
                     const DaybookOutcome *outcome,
                     const char           *done);
  void (*say)       (DaybookShell         *self,
                     const char           *text);
  gboolean (*can_show) (DaybookShell      *self,
                     const DaybookTable   *table);
  void (*show_row)  (DaybookShell         *self,
                     const DaybookTable   *table,
                     const DaybookId      *id);
  void (*show_query) (DaybookShell        *self,
                     const DaybookQuery   *query);
  void (*import)    (DaybookShell         *self,
                     GListModel           *files);
  void (*export)    (DaybookShell         *self,
                     const DaybookListExport *list);
  void (*print)     (DaybookShell         *self,
                     DaybookPrint         *print,
                     const char           *title,
                     DaybookTake           as);
};

/* The shell that `widget` stands in, or NULL while it is in no window. */
DaybookShell *daybook_shell_of        (GtkWidget            *widget);

/* Commits the edit in the background and says so in a toast with Undo: `done`
 * is the sentence ("Note saved"), NULL takes the edit's title. A failure is said
 * too. Takes a reference of its own to `edit`. */
void          daybook_shell_commit    (DaybookShell         *self,
                                       DaybookEdit          *edit,
                                       const char           *done);
/* Says the outcome of an act committed elsewhere, with Undo and, when something was
 * kept, the way to the list of it. */
void          daybook_shell_tell      (DaybookShell         *self,
                                       const DaybookOutcome *outcome,
                                       const char           *done);
/* A toast of plain text; not markup. */
void          daybook_shell_say       (DaybookShell         *self,
                                       const char           *text);
/* Puts `value` into the clipboard and says so in the shell that `widget` stands in:
 * "Copied: `said`". */
void          daybook_shell_copy      (GtkWidget            *widget,
                                       const char           *value,
                                       const char           *said);
/* The same of a person's data, which leaves the clipboard again (common/passing-copy.h). A toast outlives
 * a reveal, so `said` is the name of the field. */
void          daybook_shell_copy_person (GtkWidget          *widget,
                                       const char           *value,
                                       const char           *said);
void          daybook_shell_say_error (DaybookShell         *self,
                                       const GError         *error);
/* Whether there is a page that rows of the kind are opened on. */
gboolean      daybook_shell_can_show  (DaybookShell         *self,
                                       const DaybookTable   *table);
/* Turns to the page of the row's kind and opens the row there. */
void          daybook_shell_show_row  (DaybookShell         *self,
                                       const DaybookTable   *table,
                                       const DaybookId      *id);
/* Turns to the page of the kind, to the rows alone that the act made or changed;
 * the null id is all rows. */
void          daybook_shell_show_act  (DaybookShell         *self,
                                       const DaybookTable   *table,
                                       const DaybookId      *act);
/* Turns to the page of the query's kind, and to what it asks for alone: the rows behind a figure. */
void          daybook_shell_show_query (DaybookShell        *self,
                                       const DaybookQuery   *query);
/* Turns to the import page with these files queued. (element-type GFile) */
void          daybook_shell_import    (DaybookShell         *self,
                                       GListModel           *files);
/* Asks into which file, or on which printer, and writes it in the background. Borrows
 * everything in `list`. */
void          daybook_shell_export    (DaybookShell         *self,
                                       const DaybookListExport *list);
/* The same of a case, a blank form, or articles, which are no TABLE; `title` names the file. */
void          daybook_shell_print     (DaybookShell         *self,
                                       DaybookPrint         *print,
                                       const char           *title,
                                       DaybookTake           as);

G_END_DECLS
