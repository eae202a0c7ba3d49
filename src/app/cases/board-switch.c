/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/board-switch.h"

#include "app/cases/case-board.h"
#include "app/common/prefs.h"

struct _DaybookBoardSwitch
{
  GObject           parent_instance;

  /* Borrowed */
  DaybookListPage  *page;
  DaybookCaseBoard *board; /* in sight, or NULL */

  /* Owned */
  DaybookRegister  *definition;
  GSettings        *settings; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookBoardSwitch, daybook_board_switch, G_TYPE_OBJECT)

enum
{
  OPENED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What this device remembers --------------------------------------------------------- */

static gboolean
is_remembered (DaybookBoardSwitch *self)
{
  g_auto(GStrv) boards = self->settings != NULL ? g_settings_get_strv (self->settings, "boards") : NULL;

  return boards != NULL && g_strv_contains ((const char *const *) boards, daybook_register_get_key (self->definition));
}

static void
remember (DaybookBoardSwitch *self,
          gboolean            board)
{
  const char *key = daybook_register_get_key (self->definition);
  g_auto(GStrv) old = self->settings != NULL ? g_settings_get_strv (self->settings, "boards") : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) boards = NULL;

  if (old == NULL || is_remembered (self) == board)
    return;

  for (char **other = old; *other != NULL; other++)
    if (!g_str_equal (*other, key))
      g_strv_builder_add (builder, *other);
  if (board)
    g_strv_builder_add (builder, key);
  boards = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "boards", (const char *const *) boards);
}

/* --- The board ------------------------------------------------------------------------------ */

static void
on_opened (DaybookBoardSwitch *self,
           gint64              key)
{
  g_signal_emit (self, signals[OPENED], 0, key);
}

static void
on_moved (DaybookBoardSwitch *self,
          gint64              key,
          guint               stage)
{
  g_signal_emit (self, signals[MOVED], 0, key, stage);
}

static void
show_board (DaybookBoardSwitch *self)
{
  self->board = DAYBOOK_CASE_BOARD (daybook_case_board_new (daybook_list_page_get_desk (self->page), self->definition));
  g_signal_connect_object (self->board, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  daybook_list_page_unselect (self->page);
  daybook_list_page_set_body (self->page, GTK_WIDGET (self->board));
  daybook_board_switch_query_changed (self);
}

/* A board that nobody sees asks the book nothing. */
static void
show_list (DaybookBoardSwitch *self)
{
  self->board = NULL;
  daybook_list_page_set_body (self->page, NULL);
}

static void
on_toggled (DaybookBoardSwitch *self,
            GtkToggleButton    *button)
{
  gboolean board = gtk_toggle_button_get_active (button);

  remember (self, board);
  if (board)
    show_board (self);
  else
    show_list (self);
}

static void
daybook_board_switch_dispose (GObject *object)
{
  DaybookBoardSwitch *self = DAYBOOK_BOARD_SWITCH (object);

  g_clear_object (&self->definition);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (daybook_board_switch_parent_class)->dispose (object);
}

static void
daybook_board_switch_class_init (DaybookBoardSwitchClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_board_switch_dispose;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
daybook_board_switch_init (DaybookBoardSwitch *self)
{
  self->settings = daybook_prefs_new ();
}

DaybookBoardSwitch *
daybook_board_switch_new (DaybookListPage *page,
                          GtkToggleButton *button,
                          DaybookRegister *definition)
{
  DaybookBoardSwitch *self = g_object_new (DAYBOOK_TYPE_BOARD_SWITCH, NULL);

  self->page = page;
  self->definition = g_object_ref (definition);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (button, is_remembered (self));
  return self;
}

void
daybook_board_switch_query_changed (DaybookBoardSwitch *self)
{
  if (self->board != NULL)
    daybook_case_board_set_query (self->board, daybook_list_page_get_query (self->page));
}
