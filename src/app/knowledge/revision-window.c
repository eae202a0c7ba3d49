/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/revision-window.h"

#include "app/common/diff-view.h"
#include "app/common/shell.h"
#include "core/article-edit.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

struct _DaybookRevisionWindow
{
  AdwWindow        parent_instance;

  /* Template widgets */
  AdwWindowTitle  *heading;
  GtkWidget       *restore;
  GtkLabel        *title;
  DaybookDiffView *diff;

  /* Owned */
  DaybookDesk     *desk;
  DaybookRow      *article;
  DaybookRow      *revision;
};

G_DEFINE_FINAL_TYPE (DaybookRevisionWindow, daybook_revision_window, ADW_TYPE_WINDOW)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_restore_clicked (DaybookRevisionWindow *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_article_act_restore (self->article, self->revision, daybook_store_get_agent (store),
                                                             daybook_store_get_now (store), daybook_store_get_zone (store), &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (edit != NULL)
    g_signal_emit (self, signals[EDIT], 0, edit);
  else
    daybook_shell_say_error (DAYBOOK_SHELL (parent), error);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_now (DaybookRevisionWindow *self)
{
  return g_str_equal (daybook_row_text (self->article, DAYBOOK_ARTICLE_BODY), daybook_row_text (self->revision, DAYBOOK_REVISION_BODY))
         && g_str_equal (daybook_row_text (self->article, DAYBOOK_ARTICLE_TITLE), daybook_row_text (self->revision, DAYBOOK_REVISION_TITLE));
}

static void
fill (DaybookRevisionWindow *self)
{
  GTimeZone *zone = daybook_store_get_zone (daybook_desk_get_store (self->desk));
  g_autofree char *at = daybook_moment_format_long (daybook_row_int (self->revision, DAYBOOK_REVISION_AT), zone);
  g_autofree char *agent = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (self->revision, DAYBOOK_REVISION_AGENT));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", at, agent);
  const char *was = daybook_row_text (self->revision, DAYBOOK_REVISION_TITLE);
  const char *is = daybook_row_text (self->article, DAYBOOK_ARTICLE_TITLE);
  g_autofree char *title = g_str_equal (was, is) ? g_strdup (is) : g_strdup_printf ("%s → %s", was, is);

  adw_window_title_set_subtitle (self->heading, subtitle);
  gtk_label_set_text (self->title, title);
  daybook_diff_view_show (self->diff, daybook_row_text (self->revision, DAYBOOK_REVISION_BODY),
                          daybook_row_text (self->article, DAYBOOK_ARTICLE_BODY));
  gtk_widget_set_sensitive (self->restore, !is_now (self));
}

static void
daybook_revision_window_dispose (GObject *object)
{
  DaybookRevisionWindow *self = DAYBOOK_REVISION_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->article, daybook_row_unref);
  g_clear_pointer (&self->revision, daybook_row_unref);

  G_OBJECT_CLASS (daybook_revision_window_parent_class)->dispose (object);
}

static void
daybook_revision_window_class_init (DaybookRevisionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_revision_window_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_DIFF_VIEW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/knowledge/revision-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookRevisionWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookRevisionWindow, restore);
  gtk_widget_class_bind_template_child (widget_class, DaybookRevisionWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookRevisionWindow, diff);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
daybook_revision_window_init (DaybookRevisionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
daybook_revision_window_new (GtkWindow        *parent,
                             DaybookDesk      *desk,
                             const DaybookRow *article,
                             const DaybookRow *revision)
{
  DaybookRevisionWindow *self = g_object_new (DAYBOOK_TYPE_REVISION_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);
  self->article = daybook_row_ref ((DaybookRow *) article);
  self->revision = daybook_row_ref ((DaybookRow *) revision);
  fill (self);
  return GTK_WINDOW (self);
}
