/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-panel.h"

#include "app/common/agent-picker.h"
#include "app/common/facts.h"
#include "app/common/markdown-view.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/knowledge/article-sources.h"
#include "app/knowledge/article-ways.h"
#include "app/knowledge/revision-window.h"
#include "app/knowledge/training-box.h"
#include "core/article-edit.h"
#include "core/moment.h"
#include "core/words.h"
#include "store/articles.h"
#include "store/read-marks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The newest; the history has all. */
#define MOST_REVISIONS 30
#define MOST_COMMENTS 50

struct _DaybookArticlePanel
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkScrolledWindow   *scroller;
  GtkWidget           *bar;
  GtkLabel            *bar_text;
  GtkButton           *bar_button;
  GtkLabel            *title;
  GtkLabel            *about;
  GtkWidget           *tell;
  DaybookMarkdownView *body;
  GtkLabel            *uses;
  DaybookTrainingBox  *training;
  DaybookFacts        *facts;
  DaybookArticleWays  *ways;
  AdwExpanderRow      *readers_row;
  GtkWidget           *read;
  AdwExpanderRow      *revisions_row;
  AdwPreferencesGroup *comments;
  DaybookNoteEditor   *comment;

  /* Owned */
  DaybookDesk         *desk;
  DaybookRow          *row;
  GPtrArray           *lines;    /* GtkWidget: of the readers, revisions and comments; borrowed */
  DaybookId            expected; /* to be opened once it is there; null: nothing */
};

G_DEFINE_FINAL_TYPE (DaybookArticlePanel, daybook_article_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  CHANGE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookArticlePanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookArticlePanel *self)
{
  return daybook_store_get_reader (get_store (self));
}

static gint64
get_now (DaybookArticlePanel *self)
{
  return daybook_store_get_now (get_store (self));
}

/* --- Acts -------------------------------------------------------------------------------------- */

/* Takes over `edit`; NULL: `error` says why there is none. */
static void
send (DaybookArticlePanel *self,
      DaybookEdit         *edit,
      const GError        *error)
{
  if (edit == NULL)
    {
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  g_signal_emit (self, signals[EDIT], 0, edit);
  daybook_edit_unref (edit);
}

static void
on_edit (DaybookArticlePanel *self,
         DaybookEdit         *edit)
{
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
judge (DaybookArticlePanel *self,
       DaybookVerdict       verdict)
{
  const DaybookArticleUse use = { .verdict = verdict };
  g_autoptr(GError) error = NULL;

  send (self, daybook_article_act_use (self->row, &use, daybook_store_get_agent (get_store (self)), get_now (self), NULL, &error), error);
}

static void
on_right_clicked (DaybookArticlePanel *self)
{
  judge (self, DAYBOOK_VERDICT_RIGHT);
}

/* What is wrong is said in words: that is how it is mended. */
static void
on_wrong_clicked (DaybookArticlePanel *self)
{
  judge (self, DAYBOOK_VERDICT_WRONG);
  daybook_note_editor_begin (self->comment);
}

void
daybook_article_panel_mark_read (DaybookArticlePanel *self)
{
  const DaybookId *agent = daybook_store_get_agent (get_store (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) revision = daybook_article_revision (get_reader (self), self->row, &error);
  g_autoptr(DaybookRow) mark = NULL;

  if (revision != NULL)
    mark = daybook_read_mark_find (get_reader (self), &self->row->id, agent, &error);
  send (self, error == NULL ? daybook_article_act_read (self->row, &revision->id, mark, agent, get_now (self)) : NULL, error);
}

static void
on_read_clicked (DaybookArticlePanel *self)
{
  daybook_article_panel_mark_read (self);
}

static gboolean
is_to_review (DaybookArticlePanel *self)
{
  return daybook_row_int (self->row, DAYBOOK_ARTICLE_STATE) == DAYBOOK_ARTICLE_IN_USE
         && daybook_row_has (self->row, DAYBOOK_ARTICLE_REVIEW_BY)
         && daybook_row_int (self->row, DAYBOOK_ARTICLE_REVIEW_BY) <= get_now (self);
}

/* What the bar above the article is about: a review that is over, or that nobody is offered it. */
static void
on_bar_clicked (DaybookArticlePanel *self)
{
  const DaybookId *agent = daybook_store_get_agent (get_store (self));

  if (is_to_review (self))
    send (self, daybook_article_act_review (self->row, agent, get_now (self), daybook_store_get_zone (get_store (self))), NULL);
  else
    send (self, daybook_article_act_state (self->row, DAYBOOK_ARTICLE_IN_USE, agent), NULL);
}

static void
on_comment_written (DaybookArticlePanel *self,
                    const char          *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_autoptr(GError) error = NULL;

  if (*bare == '\0')
    return;

  daybook_note_editor_set_text (self->comment, "");
  send (self, daybook_article_act_comment (self->row, bare, daybook_store_get_agent (get_store (self)), get_now (self), NULL, &error), error);
}

void
daybook_article_panel_begin_comment (DaybookArticlePanel *self)
{
  daybook_note_editor_begin (self->comment);
}

static void
on_link_followed (DaybookArticlePanel *self,
                  const char          *target)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  DaybookId id;

  if (g_str_has_prefix (target, "article:") && daybook_id_parse (target + strlen ("article:"), &id))
    daybook_shell_show_row (shell, &daybook_articles, &id);
  else
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), target, GDK_CURRENT_TIME);
}

/* --- Lines -------------------------------------------------------------------------------------- */

/* A line that says one thing of one moment; texts are no markup. */
static GtkWidget *
make_line (const char *title,
           const char *subtitle)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  return line;
}

static char *
say_moment (DaybookArticlePanel *self,
            gint64               moment)
{
  return daybook_moment_format_long (moment, daybook_store_get_zone (get_store (self)));
}

static void
clear_lines (DaybookArticlePanel *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *line = g_ptr_array_index (self->lines, i);
      GtkWidget *group = gtk_widget_get_ancestor (line, ADW_TYPE_EXPANDER_ROW);

      if (group != NULL)
        adw_expander_row_remove (ADW_EXPANDER_ROW (group), line);
      else
        adw_preferences_group_remove (self->comments, line);
    }
  g_ptr_array_set_size (self->lines, 0);
}

static void
add_to_row (DaybookArticlePanel *self,
            AdwExpanderRow      *row,
            GtkWidget           *line)
{
  adw_expander_row_add_row (row, line);
  g_ptr_array_add (self->lines, line);
}

/* --- Who has read it ------------------------------------------------------------------------------ */

static char *
say_reading (DaybookArticlePanel        *self,
             const DaybookArticleReader *reader)
{
  g_autofree char *at = reader->at != 0 ? say_moment (self, reader->at) : NULL;

  if (reader->state == DAYBOOK_READ_CURRENT)
    return at != NULL ? g_steal_pointer (&at) : g_strdup (_("Wrote it"));
  if (reader->state == DAYBOOK_READ_OLDER)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Read it as it was on %s"), at);

  return g_strdup (reader->must ? _("Has not read it, and is to") : _("Has not read it"));
}

static void
show_readers (DaybookArticlePanel *self)
{
  g_autoptr(GPtrArray) readers = daybook_article_readers (get_reader (self), self->row, NULL);
  const DaybookId *me = daybook_store_get_agent (get_store (self));
  guint n_read = 0;
  gboolean i_have = FALSE;

  for (guint i = 0; readers != NULL && i < readers->len; i++)
    {
      const DaybookArticleReader *reader = g_ptr_array_index (readers, i);
      g_autofree char *name = daybook_agent_label (reader->agent);
      g_autofree char *state = say_reading (self, reader);

      add_to_row (self, self->readers_row, make_line (name, state));
      n_read += reader->state == DAYBOOK_READ_CURRENT;
      i_have |= reader->state == DAYBOOK_READ_CURRENT && daybook_id_equal (&reader->agent->id, me);
    }

  g_autofree char *count = g_strdup_printf (_("%u of %u"), n_read, readers != NULL ? readers->len : 0);
  adw_expander_row_set_subtitle (self->readers_row, count);
  gtk_widget_set_visible (self->read, !i_have);
}

/* --- What it was -------------------------------------------------------------------------------- */

static void
on_revision_activated (DaybookArticlePanel *self,
                       AdwActionRow        *line)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *window = daybook_revision_window_new (parent, self->desk, self->row, g_object_get_data (G_OBJECT (line), "revision"));

  g_signal_connect_object (window, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
add_revision (DaybookArticlePanel *self,
              DaybookRow          *revision)
{
  g_autofree char *at = say_moment (self, daybook_row_int (revision, DAYBOOK_REVISION_AT));
  g_autofree char *agent = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (revision, DAYBOOK_REVISION_AGENT));
  const char *note = daybook_row_text (revision, DAYBOOK_REVISION_NOTE);
  g_autofree char *subtitle = *note != '\0' ? g_strdup_printf ("%s · %s", agent, note) : g_strdup (agent);
  GtkWidget *line = make_line (at, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  g_object_set_data_full (G_OBJECT (line), "revision", daybook_row_ref (revision), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (line, "activated", G_CALLBACK (on_revision_activated), self, G_CONNECT_SWAPPED);
  add_to_row (self, self->revisions_row, line);
}

static void
show_revisions (DaybookArticlePanel *self)
{
  g_autoptr(GPtrArray) revisions = daybook_article_revisions (get_reader (self), self->row, MOST_REVISIONS, NULL);
  guint n = revisions != NULL ? revisions->len : 0;
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u version", "%u versions", n), n);

  for (guint i = 0; i < n; i++)
    add_revision (self, g_ptr_array_index (revisions, i));
  adw_expander_row_set_subtitle (self->revisions_row, count);
  gtk_widget_set_visible (GTK_WIDGET (self->revisions_row), n > 1);
}

/* --- What is said of it ---------------------------------------------------------------------------- */

static void
on_settle_clicked (DaybookArticlePanel *self,
                   GtkButton           *button)
{
  DaybookRow *comment = g_object_get_data (G_OBJECT (button), "comment");
  DaybookCommentState state = daybook_row_has (comment, DAYBOOK_COMMENT_SETTLED_AT) ? DAYBOOK_COMMENT_OPEN : DAYBOOK_COMMENT_SETTLED;

  send (self, daybook_article_act_settle (self->row, comment, state, daybook_store_get_agent (get_store (self)), get_now (self)), NULL);
}

static void
add_comment (DaybookArticlePanel *self,
             DaybookRow          *comment)
{
  g_autofree char *at = say_moment (self, daybook_row_int (comment, DAYBOOK_COMMENT_AT));
  g_autofree char *agent = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (comment, DAYBOOK_COMMENT_AGENT));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", agent, at);
  gboolean settled = daybook_row_has (comment, DAYBOOK_COMMENT_SETTLED_AT);
  GtkWidget *line = make_line (daybook_row_text (comment, DAYBOOK_COMMENT_TEXT), subtitle);
  GtkWidget *button = gtk_button_new_with_label (settled ? _("Open Again") : _("Settled"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "comment", daybook_row_ref (comment), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_settle_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
  if (settled)
    gtk_widget_add_css_class (line, "dim-label");
  adw_preferences_group_add (self->comments, line);
  g_ptr_array_add (self->lines, line);
}

static void
show_comments (DaybookArticlePanel *self)
{
  g_autoptr(GPtrArray) comments = daybook_article_comments (get_reader (self), self->row, MOST_COMMENTS, NULL);

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    add_comment (self, g_ptr_array_index (comments, i));
}

/* --- The article ----------------------------------------------------------------------------------- */

static void
show_bar (DaybookArticlePanel *self)
{
  gint64 state = daybook_row_int (self->row, DAYBOOK_ARTICLE_STATE);
  g_autofree char *by = say_moment (self, daybook_row_int (self->row, DAYBOOK_ARTICLE_REVIEW_BY));
  g_autofree char *text = NULL;

  if (is_to_review (self))
    /* Translators: %s is a date. */
    text = g_strdup_printf (_("To be reviewed since %s: is it still right?"), by);
  else if (state == DAYBOOK_ARTICLE_DRAFT)
    text = g_strdup (_("A draft: nobody is offered it yet."));
  else if (state == DAYBOOK_ARTICLE_RETIRED)
    text = g_strdup (_("Retired: it is found last, and nobody is offered it."));

  gtk_widget_set_visible (self->bar, text != NULL);
  if (text != NULL)
    gtk_label_set_text (self->bar_text, text);
  gtk_button_set_label (self->bar_button, is_to_review (self) ? _("It _Is Right") : _("_Use It"));
}

static void
show_head (DaybookArticlePanel *self)
{
  const char *kind = daybook_words_enum (&daybook_articles.fields[DAYBOOK_ARTICLE_KIND], daybook_row_int (self->row, DAYBOOK_ARTICLE_KIND));
  const char *category = daybook_row_text (self->row, DAYBOOK_ARTICLE_CATEGORY);
  const char *told = daybook_row_int (self->row, DAYBOOK_ARTICLE_TOLD) != 0 ? _("Customers may be told") : _("Internal");
  g_autofree char *about = *category != '\0' ? g_strdup_printf ("%s · %s · %s", kind, category, told) : g_strdup_printf ("%s · %s", kind, told);

  gtk_label_set_text (self->title, daybook_row_text (self->row, DAYBOOK_ARTICLE_TITLE));
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (self->tell, daybook_row_int (self->row, DAYBOOK_ARTICLE_TOLD) != 0);
}

static void
show_uses (DaybookArticlePanel *self)
{
  DaybookArticleUses uses = { 0 };
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (!daybook_article_uses (get_reader (self), self->row, &uses, NULL) || uses.n == 0)
    {
      gtk_label_set_text (self->uses, _("Nobody has said so far."));
      return;
    }

  last = say_moment (self, uses.last);
  /* Translators: numbers; the last one is a date. */
  text = g_strdup_printf (_("Of use %u times: right %u, wrong %u; last %s"), uses.n, uses.n_right, uses.n_wrong, last);
  gtk_label_set_text (self->uses, text);
}

static void
show_facts (DaybookArticlePanel *self)
{
  static const guint SHOWN[] = {
    DAYBOOK_ARTICLE_TAGS, DAYBOOK_ARTICLE_REGISTERS, DAYBOOK_ARTICLE_LAUNCH, DAYBOOK_ARTICLE_READ_BY,
    DAYBOOK_ARTICLE_OWNER, DAYBOOK_ARTICLE_REVIEW_BY, DAYBOOK_ARTICLE_CASE, DAYBOOK_ARTICLE_LANGUAGE, DAYBOOK_ARTICLE_CHANGED_AT,
    DAYBOOK_ARTICLE_CHANGED_BY,
  };

  daybook_facts_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    {
      g_autofree char *value = daybook_row_has (self->row, SHOWN[i])
        ? daybook_desk_format (self->desk, self->row, SHOWN[i], DAYBOOK_SHOW_MASKED) : g_strdup ("");

      daybook_facts_add (self->facts, _(daybook_articles.fields[SHOWN[i]].label), value, DAYBOOK_FACT_PLAIN);
    }
  daybook_facts_end (self->facts);
}

void
daybook_article_panel_show (DaybookArticlePanel *self,
                            const DaybookRow    *row)
{
  gboolean same = self->row != NULL && daybook_id_equal (&self->row->id, &row->id);

  if (!same)
    daybook_note_editor_flush (self->comment);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);

  show_bar (self);
  show_head (self);
  daybook_markdown_view_set_text (self->body, daybook_row_text (row, DAYBOOK_ARTICLE_BODY));
  show_uses (self);
  daybook_training_box_show (self->training, self->desk, row);
  show_facts (self);
  daybook_article_ways_show (self->ways, self->desk, row);
  clear_lines (self);
  show_readers (self);
  show_revisions (self);
  show_comments (self);
  if (!same)
    {
      daybook_note_editor_set_text (self->comment, "");
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
}

/* --- What is awaited -------------------------------------------------------------------------------- */

static void
open_expected (DaybookArticlePanel *self)
{
  static const DaybookId NONE = { 0 };
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autoptr(DaybookRow) row = NULL;

  if (daybook_id_equal (&self->expected, &NONE) || shell == NULL)
    return;

  row = daybook_reader_find (get_reader (self), &daybook_articles, &self->expected, NULL);
  if (row == NULL)
    return;

  self->expected = NONE;
  daybook_shell_show_row (shell, &daybook_articles, &row->id);
}

void
daybook_article_panel_expect (DaybookArticlePanel *self,
                              const DaybookId     *id)
{
  self->expected = *id;
}

void
daybook_article_panel_set_search (DaybookArticlePanel *self,
                                  const char          *text)
{
  daybook_markdown_view_set_marked_words (self->body, text);
}

char *
daybook_article_panel_get_selected (DaybookArticlePanel *self)
{
  return daybook_markdown_view_get_selected (self->body);
}

static void
daybook_article_panel_dispose (GObject *object)
{
  DaybookArticlePanel *self = DAYBOOK_ARTICLE_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_article_panel_parent_class)->dispose (object);
}

static void
daybook_article_panel_class_init (DaybookArticlePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_article_panel_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGE_WANTED] = g_signal_new ("change-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_ARTICLE_WAYS);
  g_type_ensure (DAYBOOK_TYPE_FACTS);
  g_type_ensure (DAYBOOK_TYPE_MARKDOWN_VIEW);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  g_type_ensure (DAYBOOK_TYPE_TRAINING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/knowledge/article-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, bar_text);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, bar_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, tell);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, body);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, uses);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, training);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, ways);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, readers_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, read);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, revisions_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, comments);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlePanel, comment);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_link_followed);
  gtk_widget_class_bind_template_callback (widget_class, on_right_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_wrong_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_comment_written);
}

static void
daybook_article_panel_init (DaybookArticlePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new ();
  daybook_note_editor_set_hint (self->comment, _("Write a Comment"), _("What is wrong with it, what is missing? Ctrl+Enter"));
}

GtkWidget *
daybook_article_panel_new (DaybookDesk *desk)
{
  DaybookArticlePanel *self = g_object_new (DAYBOOK_TYPE_ARTICLE_PANEL, NULL);

  self->desk = g_object_ref (desk);
  daybook_article_sources_connect (self->body, desk);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (open_expected), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
