/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vip-words.h"

#include "store/rules.h"

#include <glib/gi18n-lib.h>

gboolean
daybook_vip_words_used (const DaybookVipList *list)
{
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    if (list->rules.of[i].used)
      return TRUE;

  return FALSE;
}

/* "VIP 2: answered in 50 % of the time, contact every 30 days, 5 % on top of other discounts" (transfer full) */
static char *
describe_grade (const DaybookVipList  *list,
                DaybookGrade           grade,
                const DaybookDueTerms *terms)
{
  const DaybookGradeRule *rule = &list->rules.of[grade];
  g_autofree char *gives = daybook_grade_rule_gives (rule);
  GString *text = g_string_new (NULL);

  /* Translators: a VIP grade, and in which part of the usual time its customers are answered, in percent. */
  g_string_append_printf (text, _("%1$s: answered in %2$u %% of the time"), daybook_grade_name (&list->rules, grade),
                          terms->rules.of[DAYBOOK_RULE_GRADE_1 + grade - DAYBOOK_GRADE_1].number);
  if (rule->interval > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · contact every %u day", " · contact every %u days", (gulong) rule->interval),
                            (guint) rule->interval);
  if (*gives != '\0')
    g_string_append_printf (text, " · %s", gives);
  return g_string_free (text, FALSE);
}

static char *
describe_grades (DaybookReader        *reader,
                 const DaybookVipList *list)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  GString *text = g_string_new (NULL);

  if (!daybook_reader_due_terms (reader, &terms, NULL))
    return g_string_free (text, FALSE);

  for (guint i = DAYBOOK_N_GRADES - 1; i >= DAYBOOK_GRADE_1; i--)
    if (list->rules.of[i].used)
      {
        g_autofree char *one = describe_grade (list, (DaybookGrade) i, &terms);

        g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s", one);
      }
  return g_string_free (text, FALSE);
}

char *
daybook_vip_words_count (DaybookReader        *reader,
                         const DaybookVipList *list,
                         DaybookVipsView       view,
                         guint                 n)
{
  switch (view)
    {
    case DAYBOOK_VIPS_PROPOSALS:
      n = list->candidates != NULL ? list->candidates->len : 0;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Another grade is proposed for %u customer.", "Another grade is proposed for %u customers.", n), n);
    case DAYBOOK_VIPS_ALL:
      return describe_grades (reader, list);
    case DAYBOOK_VIPS_CONTACT:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u customer, %2$u of them over the time.", "%1$u customers, %2$u of them over the time.", n),
                              n, list->n_late);
    }
}

typedef struct
{
  const char *title;       /* msgids */
  const char *description;
} Empty;

static const Empty EMPTY[] = {
  [DAYBOOK_VIPS_PROPOSALS] = { N_("Nobody Is to Have Another Grade"),
    N_("Who has bought enough is proposed here with the reason, and so is who no longer does. Nobody’s grade changes until you confirm it.") },
  [DAYBOOK_VIPS_ALL] = { N_("No VIPs Yet"), N_("Good customers are answered sooner and hear from the shop again. Confirm a proposal, or give a customer a grade by hand.") },
  [DAYBOOK_VIPS_CONTACT] = { N_("Nobody to Contact"),
    N_("Give a VIP grade, or a customer, an interval of contact: who has not heard from the shop for so long stands here and in Today.") },
};

void
daybook_vip_words_empty (const DaybookVipList  *list,
                         DaybookVipsView        view,
                         const char           **title,
                         const char           **description)
{
  gboolean used = daybook_vip_words_used (list);

  *title = used ? _(EMPTY[view].title) : _("What Is a VIP?");
  *description = used ? _(EMPTY[view].description)
    : _("Say what a customer must have bought for each of three grades, and what they have of it. Until you confirm a grade, nobody is proposed for it.");
}
