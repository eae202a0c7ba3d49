/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/articles-import-view.h"

#include "app/common/weak.h"
#include "app/knowledge/articles-reading.h"
#include "core/article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many files are named; of the others it is said how many there are. */
#define NAMED 200

struct _DaybookArticlesImportView
{
  AdwBin                 parent_instance;

  /* Template widgets */
  GtkStack              *stack;
  GtkWidget             *reading;
  GtkProgressBar        *progress;
  GtkWidget             *shown;
  GtkLabel              *what;
  GtkLabel              *counts;
  AdwPreferencesGroup   *problems;
  AdwPreferencesGroup   *articles;
  GtkLabel              *more;
  GtkButton             *import_button;

  /* Owned */
  DaybookDesk           *desk;
  GCancellable          *cancellable;
  DaybookArticlesImport *import; /* NULL while it is read */
};

G_DEFINE_FINAL_TYPE (DaybookArticlesImportView, daybook_articles_import_view, ADW_TYPE_BIN)

enum
{
  EDIT,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is in them -------------------------------------------------------------------------- */

/* Texts are no markup. */
static void
add_line (AdwPreferencesGroup *group,
          const char          *title,
          const char          *subtitle)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
  adw_preferences_group_add (group, line);
}

static const char *
name_comes (DaybookArticleComes comes)
{
  static const char *const WORDS[] = {
    [DAYBOOK_ARTICLE_COMES_NEW] = NC_("article", "New"),
    [DAYBOOK_ARTICLE_COMES_CHANGED] = NC_("article", "Changed"),
    [DAYBOOK_ARTICLE_COMES_SAME] = NC_("article", "The same"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "article", WORDS[comes]);
}

/* "New · folder/cups.md", and a line for each thing that was left out. */
static void
add_file (DaybookArticlesImportView *self,
          const DaybookArticleFile  *file)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", name_comes (file->comes), file->file);
  for (guint i = 0; i < file->remarks->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (file->remarks, i));
  add_line (self->articles, daybook_row_text (file->after, DAYBOOK_ARTICLE_TITLE), text->str);
}

static guint
count (DaybookArticlesImportView *self,
       DaybookArticleComes        comes)
{
  return daybook_articles_import_count (self->import, comes);
}

static void
show_counts (DaybookArticlesImportView *self)
{
  guint n = count (self, DAYBOOK_ARTICLE_COMES_NEW) + count (self, DAYBOOK_ARTICLE_COMES_CHANGED);
  /* Translators: articles in files, and how many of them there are of each kind. */
  g_autofree char *text = g_strdup_printf (_("New %1$u · changed %2$u · the same %3$u · with a problem %4$u"), count (self, DAYBOOK_ARTICLE_COMES_NEW),
                                           count (self, DAYBOOK_ARTICLE_COMES_CHANGED), count (self, DAYBOOK_ARTICLE_COMES_SAME), self->import->refused->len);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %u Article", "_Import %u Articles", n), n);

  gtk_label_set_text (self->counts, text);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), n > 0);
  if (self->import->files->len + self->import->refused->len == 0)
    gtk_label_set_text (self->what, _("There is no article in there: Markdown, HTML and .docx are read."));
  else if (n == 0 && self->import->files->len > 0)
    gtk_label_set_text (self->what, _("All of this is in the book already."));
  else
    gtk_label_set_text (self->what, _("Nothing is in the book yet. One act brings all of it, and one undo takes it back."));
}

/* What comes first; what is the same is of no interest. */
static void
show_files (DaybookArticlesImportView *self)
{
  guint n_shown = 0, n_all = 0;

  for (guint comes = DAYBOOK_ARTICLE_COMES_NEW; comes <= DAYBOOK_ARTICLE_COMES_SAME; comes++)
    for (guint i = 0; i < self->import->files->len; i++)
      {
        const DaybookArticleFile *file = g_ptr_array_index (self->import->files, i);

        if (file->comes != comes)
          continue;
        n_all++;
        if (n_shown < NAMED)
          {
            add_file (self, file);
            n_shown++;
          }
      }

  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_all - n_shown), n_all - n_shown);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_all > n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->articles), n_all > 0);
}

static void
show_problems (DaybookArticlesImportView *self)
{
  for (guint i = 0; i < MIN (self->import->refused->len, NAMED); i++)
    {
      const DaybookArticleRefusal *one = g_ptr_array_index (self->import->refused, i);

      add_line (self->problems, one->file, one->why);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problems), self->import->refused->len > 0);
}

static void
show (DaybookArticlesImportView *self)
{
  show_counts (self);
  show_problems (self);
  show_files (self);
  gtk_stack_set_visible_child (self->stack, self->shown);
  if (gtk_widget_get_visible (GTK_WIDGET (self->import_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

/* --- Reading ------------------------------------------------------------------------------------- */

static void
on_progress (goffset  done,
             goffset  total,
             gpointer data)
{
  g_autoptr(DaybookArticlesImportView) self = daybook_weak_peek (data);
  g_autofree char *text = g_strdup_printf (_("%u of %u"), (guint) done, (guint) total);

  if (self == NULL)
    return;

  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / (double) total : 0);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookArticlesImportView) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookArticlesImport) import = daybook_articles_reading_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL || self->desk == NULL)
    return;
  if (import == NULL)
    {
      gtk_label_set_text (self->what, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
      gtk_stack_set_visible_child (self->stack, self->shown);
      return;
    }

  self->import = g_steal_pointer (&import);
  show (self);
}

/* --- What a person does ---------------------------------------------------------------------------- */

static void
on_import_clicked (DaybookArticlesImportView *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_articles_import_act (self->import, daybook_store_get_agent (store), daybook_store_get_now (store), &error);

  if (edit == NULL)
    {
      gtk_label_set_text (self->what, error->message);
      return;
    }

  g_signal_emit (self, signals[EDIT], 0, edit);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
on_cancel_clicked (DaybookArticlesImportView *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

static void
daybook_articles_import_view_dispose (GObject *object)
{
  DaybookArticlesImportView *self = DAYBOOK_ARTICLES_IMPORT_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->import, daybook_articles_import_free);

  G_OBJECT_CLASS (daybook_articles_import_view_parent_class)->dispose (object);
}

static void
daybook_articles_import_view_class_init (DaybookArticlesImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_articles_import_view_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/knowledge/articles-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, reading);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, shown);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, what);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, counts);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, problems);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, articles);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, more);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticlesImportView, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_articles_import_view_init (DaybookArticlesImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What lies on another machine has no path. (transfer full) */
static char **
list_paths (GListModel *files)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

GtkWidget *
daybook_articles_import_view_new (DaybookDesk *desk,
                                  GListModel  *files)
{
  DaybookArticlesImportView *self = g_object_new (DAYBOOK_TYPE_ARTICLES_IMPORT_VIEW, NULL);
  g_auto(GStrv) paths = list_paths (files);
  gpointer weak = daybook_weak_new (self);

  self->desk = g_object_ref (desk);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child (self->stack, self->reading);
  daybook_articles_reading_async (daybook_desk_get_store (desk), (const char *const *) paths, on_progress, weak, self->cancellable, on_read, weak);
  return GTK_WIDGET (self);
}
