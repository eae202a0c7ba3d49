/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What each VIP grade asks and gives, as it is in force in a shop (core/grade.h). A grade of which the shop has said
 * nothing has the program's figures to begin with, and proposes nobody until somebody confirms them. */
typedef struct
{
  gboolean used;     /* the shop has confirmed it */
  char    *name;     /* the shop's own, or NULL */
  char    *currency; /* of `spent` */
  gint64   spent;    /* at least so much, in minor units; -1: money does not count */
  gint64   orders;   /* at least so many; -1: their number does not count */
  gint64   days;     /* within the last so many; 0: ever */
  gboolean either;   /* one of the two is enough */
  gboolean by_hand;  /* nobody is proposed for it */
  gint64   discount; /* in tenths of a percent; 0: none */
  gboolean stacked;
  char    *benefits; /* or NULL */
  gint64   interval; /* days; 0: nobody counts */
} DaybookGradeRule;

#define DAYBOOK_N_GRADES (DAYBOOK_GRADE_3 + 1)

typedef struct
{
  DaybookGradeRule of[DAYBOOK_N_GRADES]; /* that of DAYBOOK_GRADE_NONE means nothing */
} DaybookGradeRules;

/* As they come. `currency`: the shop's. */
void        daybook_grade_rules_init    (DaybookGradeRules      *rules,
                                         const char             *currency);
void        daybook_grade_rules_clear   (DaybookGradeRules      *rules);
/* What a row of daybook_grades says; one in the trash says nothing. */
void        daybook_grade_rules_say     (DaybookGradeRules      *rules,
                                         const DaybookRow       *row);
/* The id of the grade's row: the same on every laptop. */
void        daybook_grade_row_id        (DaybookId              *id,
                                         DaybookGrade            grade);
/* As the shop calls it. */
const char *daybook_grade_name          (const DaybookGradeRules *rules,
                                         DaybookGrade            grade);
/* Whether anybody may be proposed for it. */
gboolean    daybook_grade_rule_proposes (const DaybookGradeRule *rule);
/* "¥5,000 or 10 orders within 365 days". (transfer full) */
char       *daybook_grade_rule_asks     (const DaybookGradeRule *rule);
/* "5 % on top of other discounts · free returns"; "" where there is nothing. (transfer full) */
char       *daybook_grade_rule_gives    (const DaybookGradeRule *rule);
/* So much of an order was taken off, if `paid` is what remained, in minor units. */
gint64      daybook_grade_rule_off      (const DaybookGradeRule *rule,
                                         gint64                  paid);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookGradeRules, daybook_grade_rules_clear)

G_END_DECLS
