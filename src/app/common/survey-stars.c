/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/survey-stars.h"

#include <glib/gi18n-lib.h>

struct _DaybookSurveyStars
{
  AdwBin     parent_instance;

  GtkWidget *rows[DAYBOOK_SURVEY_N_QUESTIONS]; /* boxes of buttons */
  guint      stars[DAYBOOK_SURVEY_N_QUESTIONS];
};

G_DEFINE_FINAL_TYPE (DaybookSurveyStars, daybook_survey_stars, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Answers ------------------------------------------------------------------------------ */

static void
show_stars (DaybookSurveyStars *self,
            guint               question)
{
  guint i = 0;

  for (GtkWidget *star = gtk_widget_get_first_child (self->rows[question]); star != NULL; star = gtk_widget_get_next_sibling (star))
    gtk_button_set_icon_name (GTK_BUTTON (star), ++i <= self->stars[question] ? "starred-symbolic" : "non-starred-symbolic");
}

static void
set_stars (DaybookSurveyStars *self,
           guint               question,
           guint               stars)
{
  self->stars[question] = stars;
  show_stars (self, question);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The same star again takes the answer away. */
static void
on_star_clicked (DaybookSurveyStars *self,
                 GtkWidget          *star)
{
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (star), "question"));
  guint stars = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (star), "stars"));

  set_stars (self, question, self->stars[question] == stars ? 0 : stars);
}

static gboolean
on_key_pressed (DaybookSurveyStars *self,
                guint               key,
                guint               code,
                GdkModifierType     state,
                GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "question"));
  guint digit = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : key - GDK_KEY_0;

  if (digit > DAYBOOK_SURVEY_MOST || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  set_stars (self, question, digit);
  if (digit != 0 && question + 1 < DAYBOOK_SURVEY_N_QUESTIONS)
    gtk_widget_child_focus (self->rows[question + 1], GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* --- The widget ---------------------------------------------------------------------------- */

static GtkWidget *
make_star (DaybookSurveyStars *self,
           guint               question,
           guint               stars)
{
  GtkWidget *star = gtk_button_new_from_icon_name ("non-starred-symbolic");
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d star", "%d stars", (gulong) stars), stars);
  /* Translators: a question of the survey, and its answer: “Were we friendly? 4 stars”. */
  g_autofree char *name = g_strdup_printf (_("%1$s %2$s"), daybook_survey_question (question), count);

  gtk_widget_add_css_class (star, "flat");
  gtk_widget_set_tooltip_text (star, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (star), "question", GUINT_TO_POINTER (question));
  g_object_set_data (G_OBJECT (star), "stars", GUINT_TO_POINTER (stars));
  g_signal_connect_object (star, "clicked", G_CALLBACK (on_star_clicked), self, G_CONNECT_SWAPPED);
  return star;
}

static GtkWidget *
make_row (DaybookSurveyStars *self,
          guint               question)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 1; i <= DAYBOOK_SURVEY_MOST; i++)
    gtk_box_append (GTK_BOX (row), make_star (self, question, i));
  g_object_set_data (G_OBJECT (row), "question", GUINT_TO_POINTER (question));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  return row;
}

static void
daybook_survey_stars_class_init (DaybookSurveyStarsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_survey_stars_init (DaybookSurveyStars *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    {
      GtkWidget *label = gtk_label_new (daybook_survey_question (i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      self->rows[i] = make_row (self, i);
      gtk_box_append (GTK_BOX (column), label);
      gtk_box_append (GTK_BOX (column), self->rows[i]);
    }
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_survey_stars_clear (DaybookSurveyStars *self)
{
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    set_stars (self, i, 0);
}

void
daybook_survey_stars_read (DaybookSurveyStars *self,
                           DaybookSurveySaid  *said)
{
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    said->stars[i] = self->stars[i];
}
