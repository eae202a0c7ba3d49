/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrases-page.h"

#include "app/common/bulk-bar.h"
#include "app/common/derived-column.h"
#include "app/common/shell.h"
#include "app/phrases/phrase-bulk.h"
#include "app/phrases/phrase-panel.h"
#include "app/phrases/phrase-warning.h"
#include "core/phrase-edit.h"
#include "core/words.h"
#include "store/phrase-offer.h"

#include <glib/gi18n-lib.h>

#define ALL_VIEW "phrases"
#define WHOSE_WIDTH 92
#define WARNING_WIDTH 104

struct _DaybookPhrasesPage
{
  DaybookViewPage        parent_instance;

  /* Owned */
  DaybookPhraseWarnings *warnings;

  /* Borrowed; NULL until they are needed first */
  DaybookPhrasePanel    *panel;
  DaybookPhraseBulk     *bulk;

  DaybookId              expected; /* to be opened once it is there; null: nothing */
  DaybookId              beside;   /* the row in sight while a new one is written; null: none */
};

G_DEFINE_FINAL_TYPE (DaybookPhrasesPage, daybook_phrases_page, DAYBOOK_TYPE_VIEW_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_PHRASE_TITLE, DAYBOOK_PHRASE_PURPOSE, DAYBOOK_PHRASE_LANGUAGE, DAYBOOK_PHRASE_USES, DAYBOOK_PHRASE_USED_AT, -1,
};

/* --- Views ----------------------------------------------------------------------------------- */

static char *
where_seen (DaybookStore *store,
            const char   *where)
{
  g_autofree char *agent = daybook_id_to_string (daybook_store_get_agent (store));

  return g_strdup_printf ("%s and (agent = null or agent = '%s')", where, agent);
}

static char *
where_mine (DaybookStore *store,
            const char   *where)
{
  g_autofree char *agent = daybook_id_to_string (daybook_store_get_agent (store));

  return g_strdup_printf ("%s and agent = '%s'", where, agent);
}

#define UNUSED "(used_at = null or used_at < today-" G_STRINGIFY (DAYBOOK_UNUSED_DAYS) ")"

static const DaybookShippedView VIEWS[] = {
  { ALL_VIEW, N_("Phrases"), "mail-send-symbolic", "retired = false", NULL, where_seen, .sort = "purpose" },
  { "own", N_("My Own Phrases"), "avatar-default-symbolic", "retired = false",
    N_("None is yours alone yet. What only you say, in your own words, stands here: write one, or make a copy of one of the shop’s."),
    where_mine, .sort = "purpose", .empty = N_("None of Your Own Yet") },
  { "shop", N_("The Shop’s Phrases"), "system-users-symbolic", "retired = false and agent = null",
    N_("The shop has none yet: what everyone says in the same way stands here."), .sort = "purpose",
    .empty = N_("None of the Shop’s Yet") },
  { "most-used", N_("Most Used Phrases"), "starred-symbolic", "retired = false and uses > 0",
    N_("None was used yet. R picks one wherever a customer is answered; each time counts."), where_seen,
    .sort = "-uses", .empty = N_("None Used Yet") },
  { "unused", N_("Unused for 90 Days"), "document-open-recent-symbolic", "retired = false and " UNUSED,
    N_("Each was used within the last 90 days. What nobody says any more shows up here, to be put better or put away."), where_seen,
    .sort = "used_at" },
  { "retired", N_("Retired Phrases"), "user-trash-symbolic", "retired = true", NULL, where_seen, .at_need = TRUE },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u phrase", "%u phrases", n), n);
}

static const DaybookViewPageSpec SPEC = {
  &daybook_used_phrases, COLUMNS, VIEWS, ALL_VIEW, ALL_VIEW, N_("There is no such phrase."), count,
};

DaybookViewList *
daybook_phrase_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC);
}

static DaybookStore *
get_store (DaybookPhrasesPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

/* --- How the rows are told ------------------------------------------------------------------------ */

static char *
say_whose (DaybookDesk      *desk,
           const DaybookRow *row)
{
  const DaybookId *agent = daybook_row_ref_id (row, DAYBOOK_PHRASE_AGENT);

  if (agent == NULL)
    return g_strdup (C_("phrases", "The Shop’s"));
  if (daybook_id_equal (agent, daybook_store_get_agent (daybook_desk_get_store (desk))))
    return g_strdup (C_("phrases", "Mine"));

  return daybook_desk_name (desk, "agent", agent);
}

static DaybookEmphasis
emphasise (DaybookDesk      *desk,
           const DaybookRow *row)
{
  return daybook_row_int (row, DAYBOOK_PHRASE_RETIRED) != 0 ? DAYBOOK_EMPHASIS_DIM : DAYBOOK_EMPHASIS_NONE;
}

/* --- The panel --------------------------------------------------------------------------------------- */

static DaybookPhrasePanel *
get_panel (DaybookPhrasesPage *self)
{
  daybook_page_obtain_panel (DAYBOOK_PAGE (self));
  return self->panel;
}

static void
on_edit_wanted (DaybookPhrasesPage *self,
                DaybookEdit        *edit,
                const DaybookId    *id)
{
  if (id != NULL)
    self->expected = *id;
  daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self), edit);
}

/* Where a new one was begun beside nothing, and is not kept, nothing is left to show. */
static void
on_left (DaybookPhrasesPage *self)
{
  gboolean was_new = !daybook_id_is_null (&self->beside);
  g_autoptr(DaybookRow) row = NULL;

  self->beside = (DaybookId) { { 0 } };
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  if (row == NULL && daybook_id_is_null (&self->expected))
    daybook_page_close_panel (DAYBOOK_PAGE (self));
  else if (row != NULL && !was_new)
    daybook_list_page_focus (DAYBOOK_LIST_PAGE (self));
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

/* The word guard is known, or another one. */
static void
on_warnings_changed (DaybookPhrasesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  daybook_list_page_redraw (DAYBOOK_LIST_PAGE (self));
  if (row != NULL && self->panel != NULL && daybook_phrase_panel_shows (self->panel, &row->id))
    daybook_phrase_panel_show (self->panel, row);
}

/* What was written new is opened once the book has it. */
static void
on_store_changed (DaybookPhrasesPage *self)
{
  DaybookId id = self->expected;
  g_autoptr(DaybookRow) row = daybook_id_is_null (&id) ? NULL
    : daybook_reader_find (daybook_store_get_reader (get_store (self)), &daybook_phrases, &id, NULL);

  if (row == NULL)
    return;

  self->expected = (DaybookId) { { 0 } };
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !daybook_phrase_panel_is_editing (get_panel (self)))
    daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &id);
}

static GtkWidget *
make_panel (DaybookPage *page)
{
  DaybookPhrasesPage *self = DAYBOOK_PHRASES_PAGE (page);
  GtkWidget *panel = daybook_phrase_panel_new (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));

  self->panel = DAYBOOK_PHRASE_PANEL (panel);
  g_signal_connect_object (panel, "edit", G_CALLBACK (on_edit_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  return panel;
}

/* What was written is kept, and whoever looks at something else by now goes on with that. */
static void
leave (DaybookPhrasesPage *self)
{
  if (self->panel != NULL && daybook_phrase_panel_leave (self->panel))
    self->expected = (DaybookId) { { 0 } };
}

/* While a new one is written, the row that was in sight before is none to turn to. */
static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  DaybookPhrasesPage *self = DAYBOOK_PHRASES_PAGE (list);

  if (row == NULL)
    leave (self);
  else if (!daybook_id_equal (&row->id, &self->beside))
    {
      if (!daybook_phrase_panel_shows (get_panel (self), &row->id))
        leave (self);
      daybook_phrase_panel_show (self->panel, row);
    }
}

static void
on_panel_open_changed (DaybookPhrasesPage *self)
{
  if (!daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    leave (self);
}

/* --- Acts --------------------------------------------------------------------------------------------- */

static void
begin_new (DaybookPhrasesPage *self,
           DaybookRow         *draft)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  DaybookPhrasePanel *panel = get_panel (self);

  daybook_phrase_panel_leave (panel);
  self->beside = row != NULL ? row->id : draft->id;
  daybook_page_open_panel (DAYBOOK_PAGE (self));
  daybook_phrase_panel_add (panel, draft);
  daybook_row_unref (draft);
}

static void
add_phrase (DaybookPhrasesPage *self)
{
  DaybookRow *draft = daybook_phrase_draft (daybook_store_get_now (get_store (self)));
  gboolean is_own = g_strcmp0 (daybook_page_get_view (DAYBOOK_PAGE (self)), "own") == 0;

  if (is_own)
    draft->values[DAYBOOK_PHRASE_AGENT] = daybook_value_id (daybook_store_get_agent (get_store (self)));
  begin_new (self, draft);
}

static void
double_phrase (DaybookPhrasesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  g_autofree char *title = NULL;

  if (row == NULL)
    return;

  /* Translators: %s is the title of a phrase that is written once more. */
  title = g_strdup_printf (_("%s (copy)"), daybook_row_text (row, DAYBOOK_PHRASE_TITLE));
  begin_new (self, daybook_phrase_double (row, title, daybook_store_get_now (get_store (self))));
}

static void
edit_phrase (DaybookPhrasesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  if (row == NULL)
    return;

  if (!daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &row->id);
  daybook_phrase_panel_edit (get_panel (self));
}

void
daybook_phrases_page_edit (DaybookPhrasesPage *self,
                           const DaybookId    *id)
{
  daybook_list_page_open (DAYBOOK_LIST_PAGE (self), id);
  edit_phrase (self);
}

/* --- Several ---------------------------------------------------------------------------------------------- */

/* "3 phrases: Apology" (transfer full) */
static char *
say_set (GPtrArray *rows,
         guint      field,
         gint64     value)
{
  g_autofree char *name = count (rows->len);
  const char *what = field == DAYBOOK_PHRASE_PURPOSE ? daybook_words_label (&daybook_purpose_words[value])
    : field == DAYBOOK_PHRASE_RETIRED ? _("Retired") : value == 0 ? C_("phrases", "The Shop’s") : C_("phrases", "Mine");

  return g_strdup_printf ("%s: %s", name, what);
}

static void
on_set (DaybookPhrasesPage *self,
        guint               field,
        gint64              number)
{
  const DaybookId *agent = daybook_store_get_agent (get_store (self));
  g_autoptr(GPtrArray) rows = daybook_view_page_rows (DAYBOOK_VIEW_PAGE (self));
  g_autofree char *what = say_set (rows, field, number);
  DaybookValue value = field != DAYBOOK_PHRASE_AGENT ? daybook_value_int (number)
    : number == 0 ? (DaybookValue) DAYBOOK_VALUE_INIT : daybook_value_id (agent);
  g_autoptr(DaybookEdit) edit = daybook_phrase_act_set (rows, field, &value, what, agent);

  if (daybook_edit_size (edit) > 0)
    daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self), edit);
}

static GtkWidget *
make_bulk (DaybookListPage *list)
{
  DaybookPhrasesPage *self = DAYBOOK_PHRASES_PAGE (list);

  self->bulk = DAYBOOK_PHRASE_BULK (daybook_phrase_bulk_new (daybook_list_page_get_desk (list)));
  g_signal_connect_object (self->bulk, "set", G_CALLBACK (on_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "close", G_CALLBACK (daybook_list_page_unselect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "resized", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->bulk);
}

static void
selection_changed (DaybookListPage *list)
{
  if (daybook_list_page_count_selected (list) > 1)
    daybook_bulk_bar_set_keys (DAYBOOK_BULK_BAR (DAYBOOK_PHRASES_PAGE (list)->bulk), daybook_list_page_get_selected (list));
}

/* --- The page ----------------------------------------------------------------------------------------------- */

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  if (g_str_equal (command, "new-phrase"))
    return TRUE;
  if (g_str_equal (command, "edit-phrase") || g_str_equal (command, "duplicate-phrase"))
    {
      g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

      return row != NULL;
    }
  return DAYBOOK_PAGE_CLASS (daybook_phrases_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookPhrasesPage *self = DAYBOOK_PHRASES_PAGE (page);

  if (g_str_equal (command, "new-phrase"))
    add_phrase (self);
  else if (g_str_equal (command, "edit-phrase"))
    edit_phrase (self);
  else if (g_str_equal (command, "duplicate-phrase"))
    double_phrase (self);
  else
    DAYBOOK_PAGE_CLASS (daybook_phrases_page_parent_class)->perform (page, command);
}

/* Out of the form first. */
static gboolean
back (DaybookPage *page)
{
  DaybookPhrasesPage *self = DAYBOOK_PHRASES_PAGE (page);

  return (self->panel != NULL && daybook_phrase_panel_leave (self->panel))
         || DAYBOOK_PAGE_CLASS (daybook_phrases_page_parent_class)->back (page);
}

static void
daybook_phrases_page_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_PHRASES_PAGE (object)->warnings);

  G_OBJECT_CLASS (daybook_phrases_page_parent_class)->dispose (object);
}

static void
daybook_phrases_page_class_init (DaybookPhrasesPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_phrases_page_dispose;
  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  page_class->back = back;
  list_class->show_row = show_row;
  list_class->make_bulk = make_bulk;
  list_class->selection_changed = selection_changed;
  list_class->emphasise = emphasise;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/phrases/phrases-page.ui");
}

static void
daybook_phrases_page_init (DaybookPhrasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::panel-open", G_CALLBACK (on_panel_open_changed), NULL);
}

DaybookPage *
daybook_phrases_page_new (DaybookStore *store)
{
  DaybookPhrasesPage *self = g_object_new (DAYBOOK_TYPE_PHRASES_PAGE, NULL);
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);

  daybook_view_page_set_up (DAYBOOK_VIEW_PAGE (self), store, &SPEC);
  daybook_list_page_insert_column (list, 1, daybook_derived_column_new (daybook_list_page_get_desk (list), NULL, _("To Mend"),
                                                                        DAYBOOK_TEXT_PLAIN, WARNING_WIDTH, daybook_phrase_warning));
  daybook_list_page_insert_column (list, 3, daybook_derived_column_new (daybook_list_page_get_desk (list), NULL, _("Whose"),
                                                                        DAYBOOK_TEXT_PLAIN, WHOSE_WIDTH, say_whose));
  self->warnings = daybook_phrase_warnings_new (daybook_list_page_get_desk (list));
  g_signal_connect_object (self->warnings, "changed", G_CALLBACK (on_warnings_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
