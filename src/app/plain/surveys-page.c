/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/surveys-page.h"

#include "app/calls/survey-window.h"
#include "app/plain/plain-page.h"
#include "app/plain/survey-cases.h"
#include "app/plain/survey-figures-view.h"
#include "core/survey.h"

#include <glib/gi18n-lib.h>

static const int COLUMNS[] = {
  DAYBOOK_SURVEY_AT, DAYBOOK_SURVEY_CUSTOMER, DAYBOOK_SURVEY_CONVENIENCE, DAYBOOK_SURVEY_ATTITUDE, DAYBOOK_SURVEY_ABILITY,
  DAYBOOK_SURVEY_RESULT, DAYBOOK_SURVEY_SERVED, DAYBOOK_SURVEY_OPINION, -1,
};

static const int FIELDS[] = {
  DAYBOOK_SURVEY_AT, DAYBOOK_SURVEY_CUSTOMER, DAYBOOK_SURVEY_CASE, DAYBOOK_SURVEY_ORDER, DAYBOOK_SURVEY_CONVENIENCE, DAYBOOK_SURVEY_ATTITUDE,
  DAYBOOK_SURVEY_ABILITY, DAYBOOK_SURVEY_RESULT, DAYBOOK_SURVEY_OPINION, DAYBOOK_SURVEY_AGENT, DAYBOOK_SURVEY_SERVED, DAYBOOK_SURVEY_CHANNEL, -1,
};

static const DaybookShippedView VIEWS[] = {
  { "survey-all", N_("Surveys"), "starred-symbolic", "", N_("Nobody was asked yet."), .sort = "-at" },
  { "survey-low", N_("Low Scores"), "non-starred-symbolic", "result <= 2", N_("Nobody gave a low score for the result."), .sort = "result", .at_need = TRUE },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u survey", "%u surveys", n), n);
}

static GtkWidget *
make_notice (DaybookPlainPage *page)
{
  return daybook_survey_figures_view_new (daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page)));
}

/* --- A new one ---------------------------------------------------------------------------------------- */

static void
ask_survey (DaybookPlainPage *page)
{
  daybook_survey_window_present (GTK_WIDGET (page), daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)), NULL);
}

/* --- The cases that come of one ------------------------------------------------------------------------ */

static GtkWidget *
make_cases (DaybookPlainPage *page)
{
  return daybook_survey_cases_new (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));
}

static void
show_cases (GtkWidget        *cases,
            const DaybookRow *survey)
{
  daybook_survey_cases_show (DAYBOOK_SURVEY_CASES (cases), survey);
}

/* -1: none. */
static int
find_offer (DaybookPlainPage  *page,
            DaybookRow       **survey)
{
  *survey = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));
  return *survey != NULL ? daybook_survey_cases_offer (daybook_store_get_reader (daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page))), *survey) : -1;
}

static gboolean
can (DaybookPlainPage *page,
     const char       *command)
{
  g_autoptr(DaybookRow) survey = NULL;

  return g_str_equal (command, "new-case") && find_offer (page, &survey) >= 0;
}

static void
perform (DaybookPlainPage *page,
         const char       *command)
{
  g_autoptr(DaybookRow) survey = NULL;
  int what = find_offer (page, &survey);

  if (what >= 0)
    daybook_survey_cases_make (GTK_WIDGET (page), daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page)), (DaybookSaidCase) what, survey);
}

static const DaybookPlainSpec SPEC = {
  .list = { &daybook_surveys, COLUMNS, VIEWS, "survey-all", "survey-all", N_("There is no such survey."), count },
  .fields = FIELDS,
  .title = N_("Surveys"),
  .icon = "starred-symbolic",
  .empty = N_("No Surveys Yet"),
  .teaches = N_("After a call, four questions of five stars each: was it easy to reach us, were we friendly, did we know what to do, is it well now? D calls the customer of whatever is open, Shift+D notes what they say without a call."),
  .make = N_("New Survey…"),
  .makes = ask_survey,
  .copies = -1,
  .can = can,
  .perform = perform,
  .make_notice = make_notice,
  .make_more = make_cases,
  .show_more = show_cases,
};

DaybookPage *
daybook_surveys_page_new (DaybookStore *store)
{
  return daybook_plain_page_new (store, &SPEC);
}

DaybookViewList *
daybook_survey_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC.list);
}
