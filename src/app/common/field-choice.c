/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/field-choice.h"

#include "core/words.h"

#include <glib/gi18n-lib.h>

void
daybook_field_choice_fill (AdwComboRow        *row,
                           const DaybookTable *table,
                           guint               field)
{
  const DaybookField *of = &table->fields[field];
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (const DaybookWord *word = of->words; word->word != NULL; word++)
    gtk_string_list_append (words, daybook_words_label (word));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(of->label));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}
