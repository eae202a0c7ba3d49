/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Shorthand for the field tables of the kinds. Only they include this. */

#include "core/registry.h"

#include <glib/gi18n-lib.h>

#define TEXT(klass) .type = DAYBOOK_TYPE_TEXT, .field_class = DAYBOOK_CLASS_##klass
#define INT(klass) .type = DAYBOOK_TYPE_INT, .field_class = DAYBOOK_CLASS_##klass
#define BOOL(klass) .type = DAYBOOK_TYPE_BOOL, .field_class = DAYBOOK_CLASS_##klass
#define MONEY(klass) .type = DAYBOOK_TYPE_MONEY, .field_class = DAYBOOK_CLASS_##klass
#define TIME(klass) .type = DAYBOOK_TYPE_TIME, .field_class = DAYBOOK_CLASS_##klass
#define DATE(klass) .type = DAYBOOK_TYPE_DATE, .field_class = DAYBOOK_CLASS_##klass
#define ENUM(klass, list) .type = DAYBOOK_TYPE_ENUM, .field_class = DAYBOOK_CLASS_##klass, .words = (list)
#define REF(klass, kind) .type = DAYBOOK_TYPE_REF, .field_class = DAYBOOK_CLASS_##klass, .ref = (kind)

/* A word of an enumeration; `context` tells translators, and the lookup, which. */
#define WORD(word, context, label) { word, context, label, NULL }
#define QUIET_WORD(word, context, label) { word, context, label, DAYBOOK_TONE_QUIET }

/* The first field of every table. Deleting is a field (RECORDS §3). */
#define DELETED_FIELD { "deleted", N_("Deleted"), BOOL (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN }
