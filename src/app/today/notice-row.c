/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/notice-row.h"

#include "app/announcements/announcement-words.h"
#include "app/common/shell.h"
#include "app/compat/wrap-box.h"
#include "core/announcement-edit.h"
#include "core/article.h"
#include "core/markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters: of an article; and in bytes, of what becomes them. */
#define BEGINNING 400
#define MOST_READ (4 * BEGINNING)

struct _DaybookNoticeRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *body;
  GtkLabel      *line;
  GtkWidget     *ways;
  GtkButton     *turn;
  GtkButton     *article;

  /* Owned */
  DaybookDesk   *desk;
  DaybookRow    *row;
  char          *text; /* what is shown of it */
  gboolean       open; /* all of its text is shown */
  gboolean       cut;  /* there is more of it than its first lines */
  guint          idle; /* source id: that is to be said */
};

G_DEFINE_FINAL_TYPE (DaybookNoticeRow, daybook_notice_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Its text ------------------------------------------------------------------------------ */

/* Whoever wants to know more opens the article. (transfer full) */
static char *
beginning_of (const DaybookRow *article)
{
  const char *all = daybook_row_text (article, DAYBOOK_ARTICLE_BODY) != NULL ? daybook_row_text (article, DAYBOOK_ARTICLE_BODY) : "";
  const char *end = all + strnlen (all, MOST_READ);
  gsize n = (gsize) ((*end != '\0' ? g_utf8_find_prev_char (all, end + 1) : end) - all);
  g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (all, (gssize) n);
  gboolean more = g_utf8_strlen (body->text, -1) > BEGINNING || all[n] != '\0';
  g_autofree char *beginning = g_utf8_substring (body->text, 0, MIN (BEGINNING, g_utf8_strlen (body->text, -1)));
  g_autoptr(GString) text = g_string_new (g_strstrip (beginning));

  /* Between the cells of a table. */
  g_string_replace (text, "\t", " · ", 0);
  g_string_append (text, more ? "…" : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
text_of (DaybookNoticeRow *self)
{
  return self->text;
}

/* A label counts the lines of each paragraph: what is not opened is one. */
static void
show_text (DaybookNoticeRow *self)
{
  g_autofree char *text = g_strdup (text_of (self));

  if (!self->open)
    g_strdelimit (text, "\r\n", ' ');
  gtk_label_set_text (self->body, text);
  gtk_label_set_ellipsize (self->body, self->open ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (GTK_WIDGET (self->body), *text != '\0');
}

static void
show_ways (DaybookNoticeRow *self)
{
  gboolean more = self->open || self->cut;

  gtk_widget_set_visible (GTK_WIDGET (self->turn), more);
  gtk_button_set_label (self->turn, self->open ? _("Show Less") : _("Show All"));
  gtk_widget_set_visible (self->ways, more || gtk_widget_get_visible (GTK_WIDGET (self->article)));
}

static gboolean
on_idle (gpointer data)
{
  DaybookNoticeRow *self = data;

  self->idle = 0;
  show_ways (self);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
child_of (GtkWidget *widget)
{
  return gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));
}

static GtkSizeRequestMode
daybook_notice_row_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (child_of (widget));
}

static void
daybook_notice_row_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (child_of (widget), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* Whether the text is cut is known once it has its place, and nothing can be shown or hidden then. */
static void
daybook_notice_row_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  DaybookNoticeRow *self = DAYBOOK_NOTICE_ROW (widget);

  gtk_widget_size_allocate (child_of (widget), &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (!self->open)
    self->cut = strchr (text_of (self), '\n') != NULL
                || (gtk_widget_get_visible (GTK_WIDGET (self->body)) && pango_layout_is_ellipsized (gtk_label_get_layout (self->body)));
  if (self->idle == 0 && (self->open || self->cut) != gtk_widget_get_visible (GTK_WIDGET (self->turn)))
    self->idle = g_idle_add (on_idle, self);
}

static void
set_open (DaybookNoticeRow *self,
          gboolean          open)
{
  self->open = open;
  show_text (self);
  show_ways (self);
}

static void
turn (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DaybookNoticeRow *self = DAYBOOK_NOTICE_ROW (widget);

  if (self->open || self->cut)
    set_open (self, !self->open);
}

static void
on_clicked (DaybookNoticeRow *self)
{
  turn (GTK_WIDGET (self), NULL, NULL);
}

/* --- What can be done ------------------------------------------------------------------------ */

static void
say_read (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[READ], 0);
}

/* The article itself, or the one in which more of it stands; NULL: there is none. */
static const DaybookId *
find_article (DaybookNoticeRow *self)
{
  return self->row->table == &daybook_articles ? &self->row->id : daybook_row_ref_id (self->row, DAYBOOK_ANNOUNCEMENT_ARTICLE);
}

static void
on_article_clicked (DaybookNoticeRow *self)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_articles, find_article (self));
}

/* The way to it is there where it has a page. */
static void
show_article (DaybookNoticeRow *self)
{
  const DaybookId *id = find_article (self);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autofree char *name = self->row->table == &daybook_articles ? g_strdup (_("Open the Article")) : daybook_desk_name (self->desk, "article", id);

  daybook_notice_name_way (self->article, name);
  gtk_widget_set_visible (GTK_WIDGET (self->article), id != NULL && shell != NULL && daybook_shell_can_show (shell, &daybook_articles));
}

static void
daybook_notice_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daybook_notice_row_parent_class)->root (widget);
  show_article (DAYBOOK_NOTICE_ROW (widget));
  show_ways (DAYBOOK_NOTICE_ROW (widget));
}

/* --- The row ----------------------------------------------------------------------------------- */

static void
daybook_notice_row_dispose (GObject *object)
{
  DaybookNoticeRow *self = DAYBOOK_NOTICE_ROW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_notice_row_parent_class)->dispose (object);
}

static void
daybook_notice_row_class_init (DaybookNoticeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_notice_row_dispose;
  widget_class->root = daybook_notice_row_root;
  widget_class->get_request_mode = daybook_notice_row_get_request_mode;
  widget_class->measure = daybook_notice_row_measure;
  widget_class->size_allocate = daybook_notice_row_size_allocate;

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_install_action (widget_class, "notice.read", NULL, say_read);
  gtk_widget_class_install_action (widget_class, "notice.turn", NULL, turn);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/notice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, body);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, line);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, ways);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, turn);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeRow, article);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_article_clicked);
}

static void
daybook_notice_row_init (DaybookNoticeRow *self)
{
  /* With a layout manager no widget learns its size. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever does not see it hears what it is. */
static void
name_row (DaybookNoticeRow *self,
          const char       *title,
          const char       *line)
{
  /* Translators: an announcement, read aloud: “Special issue: The till is broken. Lin · 09:12” */
  g_autofree char *said = g_strdup_printf (_("%1$s: %2$s. %3$s"), daybook_notice_kind (self->row), title, line);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
daybook_notice_row_show (DaybookNoticeRow *self,
                         DaybookRow       *row)
{
  DaybookRow *old = self->row;
  const char *title = daybook_row_text (row, (guint) row->table->title);
  g_autofree char *line = daybook_notice_line (self->desk, row);

  self->row = daybook_row_ref (row);
  g_clear_pointer (&old, daybook_row_unref);
  g_free (self->text);
  self->text = row->table == &daybook_articles ? beginning_of (row) : g_strdup (daybook_announcement_body (row));
  daybook_notice_show_icon (self->icon, row);
  gtk_label_set_text (self->title, title);
  show_text (self);
  gtk_label_set_text (self->line, line);
  name_row (self, title, line);
  show_article (self);
  show_ways (self);
}

GtkWidget *
daybook_notice_row_new (DaybookDesk *desk,
                        DaybookRow  *row)
{
  DaybookNoticeRow *self = g_object_new (DAYBOOK_TYPE_NOTICE_ROW, NULL);

  self->desk = g_object_ref (desk);
  daybook_notice_row_show (self, row);
  return GTK_WIDGET (self);
}

DaybookRow *
daybook_notice_row_get_row (DaybookNoticeRow *self)
{
  return self->row;
}
