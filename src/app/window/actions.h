/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* The window's one table of actions. Menus, keys, the palette and the help
 * overlay name them as `win.NAME`. */

typedef enum
{
  DAYBOOK_WHEN_ALWAYS,
  DAYBOOK_WHEN_OPEN, /* there is a book */
  DAYBOOK_WHEN_SHARED, /* more than one person works here */
  DAYBOOK_WHEN_OWN,  /* there is a book, and it is not the sample shop's */
  DAYBOOK_WHEN_LISTS, /* there is a book, and whoever sits there may list all its customers */
  DAYBOOK_WHEN_PAGE, /* the page in view can do the command of this name */
} DaybookWhen;

typedef enum
{
  DAYBOOK_KEYS_ANYWHERE,     /* also while a text has the focus */
  DAYBOOK_KEYS_OUTSIDE_TEXT, /* single letters, and what texts use themselves */
  DAYBOOK_KEYS_AFTER_TEXT,   /* also while a text has the focus that has no use for it */
} DaybookKeys;

typedef struct
{
  const char  *name;
  const char  *title; /* msgid; NULL: not for people to choose, no palette */
  const char  *icon;
  const char  *accel; /* as for gtk_accelerator_parse(), or NULL */
  DaybookKeys  keys;
  DaybookWhen  when;
  /* NULL: the page performs the command. */
  void       (*act) (DaybookWindow *window);
} DaybookActionEntry;

const DaybookActionEntry *daybook_actions       (guint         *n_actions);
/* Puts the actions and their keys on the window. Once. */
void                      daybook_actions_install (DaybookWindow *window);
/* Says anew which actions are possible: the only place that does. */
void                      daybook_actions_update (DaybookWindow *window);
/* Opens the phrase picker (UX 5) in the page in view, for what is open there; `phrase` is taken into it, or NULL: none.
 * The window has a book. */
void daybook_actions_phrase    (DaybookWindow   *window,
                                const DaybookId *phrase);
/* What is open in the page in view may be something else: the picker follows. */
void daybook_actions_follow    (DaybookWindow   *window);
/* Opens quick add (UX 12) over the window, which has a book, with that text; NULL: with none. */
void daybook_actions_quick_add (DaybookWindow *window,
                                const char    *text);

G_END_DECLS
