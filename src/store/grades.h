/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/grade-rule.h"
#include "core/grade.h"
#include "store/database.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The VIP grades of a shop (core/grade-rule.h). `rules` is to be cleared. */
gboolean daybook_grades_read       (DaybookDatabase       *db,
                                    DaybookGradeRules     *rules,
                                    GError               **error);
gboolean daybook_reader_grades     (DaybookReader         *reader,
                                    DaybookGradeRules     *rules,
                                    GError               **error);
/* Adds that the shop confirms a grade with what it asks and gives so far, or no longer wants it. */
gboolean daybook_grade_use         (DaybookEdit           *edit,
                                    DaybookReader         *reader,
                                    DaybookGrade           grade,
                                    gboolean               used,
                                    GError               **error);
/* Adds that a field of the grade (DAYBOOK_GRADE_RULE_…) has this value, which confirms it. Takes over `value`.
 * Errors: CONSTRAINT: it is none for that field (a sentence); as the reader. */
gboolean daybook_grade_say         (DaybookEdit           *edit,
                                    DaybookReader         *reader,
                                    DaybookGrade           grade,
                                    guint                  field,
                                    DaybookValue           value,
                                    GError               **error);

G_END_DECLS
