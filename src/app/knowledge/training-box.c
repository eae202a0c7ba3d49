/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/training-box.h"

#include "app/common/agent-picker.h"
#include "app/common/shell.h"
#include "core/article-edit.h"
#include "core/markdown-parts.h"
#include "core/shop.h"
#include "store/trainings.h"

#include <glib/gi18n-lib.h>

#define POINT "daybook-point"

struct _DaybookTrainingBox
{
  AdwBin               parent_instance;

  /* Template widgets */
  DaybookAgentPicker  *learner;
  GtkProgressBar      *progress;
  GtkListBox          *points;
  GtkLabel            *others;

  /* Owned */
  DaybookDesk         *desk;
  DaybookRow          *article;
  DaybookRow          *agent;  /* who learns */
  GPtrArray           *tasks;  /* DaybookMarkdownTask: of its body */
  GPtrArray           *marks;  /* DaybookRow: theirs */
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (DaybookTrainingBox, daybook_training_box, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookTrainingBox *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookTrainingBox *self)
{
  return daybook_store_get_reader (get_store (self));
}

/* --- Acts ---------------------------------------------------------------------------------- */

static DaybookRow *
find_mark (DaybookTrainingBox *self,
           const char         *item)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (self->marks, i), DAYBOOK_TRAINING_ITEM), item))
      return g_ptr_array_index (self->marks, i);

  return NULL;
}

static DaybookTrainingPoint
point_of (DaybookTrainingBox *self,
          gpointer            widget)
{
  const DaybookMarkdownTask *task = g_object_get_data (G_OBJECT (widget), POINT);

  return (DaybookTrainingPoint) { self->agent, task->key, task->text, find_mark (self, task->key) };
}

static void
on_ticked (DaybookTrainingBox *self,
           GtkCheckButton     *check)
{
  const DaybookTrainingPoint point = point_of (self, check);
  DaybookTrainingState state = gtk_check_button_get_active (check) ? DAYBOOK_TRAINING_DONE : DAYBOOK_TRAINING_TO_DO;
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling)
    return;

  edit = daybook_article_act_tick (self->article, &point, state, daybook_store_get_agent (get_store (self)),
                                   daybook_store_get_now (get_store (self)));
  g_signal_emit (self, signals[EDIT], 0, edit);
}

/* The first choice is no stars. */
static void
on_judged (DaybookTrainingBox *self,
           GParamSpec         *pspec,
           GtkDropDown        *stars)
{
  const DaybookTrainingPoint point = point_of (self, stars);
  guint given = gtk_drop_down_get_selected (stars);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling || given == 0)
    return;

  edit = daybook_article_act_judge (self->article, &point, given, NULL, daybook_store_get_agent (get_store (self)),
                                    daybook_store_get_now (get_store (self)), &error);
  if (edit != NULL)
    g_signal_emit (self, signals[EDIT], 0, edit);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

/* --- Points ---------------------------------------------------------------------------------- */

/* Whoever leads the shop says how it was found; each may tick off their own. */
static GtkWidget *
make_stars (DaybookTrainingBox        *self,
            const DaybookMarkdownTask *task,
            const DaybookRow          *mark)
{
  const char *const words[] = { _("Not judged"), "★", "★★", "★★★", "★★★★", "★★★★★", NULL };
  GtkWidget *stars = gtk_drop_down_new_from_strings (words);
  g_autofree char *name = g_strdup_printf (_("How Well: %s"), task->text);
  gint64 given = mark != NULL ? daybook_row_int (mark, DAYBOOK_TRAINING_STARS) : 0;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (stars), (guint) CLAMP (given, 0, DAYBOOK_MOST_STARS));
  gtk_accessible_update_property (GTK_ACCESSIBLE (stars), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (stars, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (stars, "flat");
  gtk_widget_set_sensitive (stars, daybook_desk_may (self->desk, DAYBOOK_RIGHT_PEOPLE));
  g_object_set_data (G_OBJECT (stars), POINT, (gpointer) task);
  g_signal_connect_object (stars, "notify::selected", G_CALLBACK (on_judged), self, G_CONNECT_SWAPPED);
  return stars;
}

static void
add_point (DaybookTrainingBox        *self,
           const DaybookMarkdownTask *task)
{
  const DaybookRow *mark = find_mark (self, task->key);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), task->text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), mark != NULL && daybook_row_has (mark, DAYBOOK_TRAINING_DONE_AT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, task->text, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), POINT, (gpointer) task);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_stars (self, task, mark));
  gtk_list_box_append (self->points, row);
}

static void
clear_points (DaybookTrainingBox *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->points, 0)) != NULL)
    gtk_list_box_remove (self->points, GTK_WIDGET (row));
}

/* "林晓 12 of 20 · 陈默 3 of 20" */
static void
show_others (DaybookTrainingBox *self)
{
  g_autoptr(GPtrArray) trainees = daybook_trainees (get_reader (self), self->article, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; trainees != NULL && i < trainees->len; i++)
    {
      const DaybookTrainee *trainee = g_ptr_array_index (trainees, i);

      g_string_append (text, text->len > 0 ? " · " : "");
      /* Translators: a person's name, how many points they have done, of how many */
      g_string_append_printf (text, _("%s %u of %u"), daybook_row_text (trainee->agent, DAYBOOK_AGENT_NAME), trainee->n_done, trainee->n_points);
    }
  gtk_label_set_text (self->others, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->others), text->len > 0);
}

static void
show_learner (DaybookTrainingBox *self)
{
  guint n_done = 0;

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->marks = self->agent != NULL ? daybook_training_marks (get_reader (self), self->article, self->agent, NULL) : NULL;

  self->filling = TRUE;
  clear_points (self);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const DaybookMarkdownTask *task = g_ptr_array_index (self->tasks, i);
      const DaybookRow *mark = find_mark (self, task->key);

      n_done += mark != NULL && daybook_row_has (mark, DAYBOOK_TRAINING_DONE_AT);
      add_point (self, task);
    }
  self->filling = FALSE;

  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, self->tasks->len);
  gtk_progress_bar_set_fraction (self->progress, self->tasks->len > 0 ? (double) n_done / self->tasks->len : 0.0);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
on_learner_picked (DaybookTrainingBox *self,
                   const DaybookRow   *agent)
{
  g_clear_pointer (&self->agent, daybook_row_unref);
  self->agent = agent != NULL ? daybook_row_ref ((DaybookRow *) agent) : NULL;
  show_learner (self);
}

/* At first whoever is at the desk. */
static void
ensure_learner (DaybookTrainingBox *self)
{
  if (self->agent == NULL)
    self->agent = daybook_reader_find (get_reader (self), &daybook_agents, daybook_store_get_agent (get_store (self)), NULL);
  daybook_agent_picker_set_agent (self->learner, self->agent != NULL ? &self->agent->id : NULL);
}

void
daybook_training_box_show (DaybookTrainingBox *self,
                           DaybookDesk        *desk,
                           const DaybookRow   *article)
{
  gboolean is_training = daybook_row_int (article, DAYBOOK_ARTICLE_KIND) == DAYBOOK_ARTICLE_TRAINING;
  g_autoptr(DaybookMarkdown) body = NULL;

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_agent_picker_set_desk (self->learner, desk);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_training);
  if (!is_training)
    return;

  body = daybook_markdown_parse (daybook_row_text (article, DAYBOOK_ARTICLE_BODY), -1);
  clear_points (self);
  g_clear_pointer (&self->article, daybook_row_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  self->article = daybook_row_ref ((DaybookRow *) article);
  self->tasks = daybook_markdown_tasks (body);
  ensure_learner (self);
  show_learner (self);
  show_others (self);
}

static void
daybook_training_box_dispose (GObject *object)
{
  DaybookTrainingBox *self = DAYBOOK_TRAINING_BOX (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->article, daybook_row_unref);
  g_clear_pointer (&self->agent, daybook_row_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_training_box_parent_class)->dispose (object);
}

static void
daybook_training_box_class_init (DaybookTrainingBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_training_box_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/knowledge/training-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTrainingBox, learner);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrainingBox, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrainingBox, points);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrainingBox, others);
  gtk_widget_class_bind_template_callback (widget_class, on_learner_picked);
}

static void
daybook_training_box_init (DaybookTrainingBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
