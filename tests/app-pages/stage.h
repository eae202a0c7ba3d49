/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/shell.h"
#include "fixture.h"

#include <adwaita.h>

/* A window for one page over a real book: the shell commits at once and keeps
 * what it was told, so that a test can ask. */
#define TEST_TYPE_STAGE (test_stage_get_type ())
G_DECLARE_FINAL_TYPE (TestStage, test_stage, TEST, STAGE, AdwWindow)

/* Presents `page`, which is taken over. */
TestStage  *test_stage_new       (DaybookStore *store,
                                  GtkWidget    *page);
/* What becomes of the next edits: they are committed, unless a test says otherwise. */
typedef enum
{
  TEST_ANSWER_COMMIT,
  TEST_ANSWER_REFUSE, /* as on a full disk */
} TestAnswer;

void        test_stage_set_answer (TestStage   *self,
                                  TestAnswer    answer);
/* What was said last, or "". */
const char *test_stage_get_said  (TestStage    *self);
/* The page turned to last, or "". */
const char *test_stage_get_shown (TestStage    *self);
/* The act whose rows alone were shown last, or the null id. */
DaybookId   test_stage_get_act   (TestStage    *self);
/* How many rows and columns a list had that was to be exported last, "5 rows, 9 columns";
 * or "". */
const char *test_stage_get_exported (TestStage *self);
void        test_stage_close     (TestStage    *self);

typedef gboolean (*TestCondition) (gpointer data);

/* Turns the main loop until the condition holds; fails after a minute. */
void        test_wait_until      (TestCondition condition,
                                  gpointer      data);
void        test_turn_loop       (void);
/* The mapped widget of the type below `root` whose label or title, or
 * in their place whose tooltip, is `text` (underlines left out; NULL: the first one), or NULL. */
GtkWidget  *test_find            (GtkWidget    *root,
                                  GType         type,
                                  const char   *text);
/* Waits for it: what was just made is mapped with the next frame. */
GtkWidget  *test_await           (GtkWidget    *root,
                                  GType         type,
                                  const char   *text);
/* Waits for the button and presses it. */
void        test_press           (GtkWidget    *root,
                                  const char   *label);
/* Waits for a window of the type, beside the stage. */
GtkWidget  *test_await_dialog    (GType         type);
/* ... until there is none. */
void        test_await_no_dialog (GType         type);
/* Writes a file into the book's folder. (transfer full) */
GFile      *test_write_file      (Book         *book,
                                  const char   *name,
                                  const char   *text);
