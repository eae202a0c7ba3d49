/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/print-form.h"

#include "core/case-parts.h"
#include "core/words.h"
#include "exchange/paper-grid.h"
#include "exchange/paper-table.h"

#include <glib/gi18n-lib.h>

#define GOODS_ROWS 4
#define TEXT_LINES 3
#define GOODS_GAP 6.0
#define TITLE_GAP 10.0
#define SIGN_GAP 26.0  /* over the lines to sign on */
#define SIGN_NEEDS 60.0

typedef struct
{
  DaybookRegister  *definition;
  DaybookPaper     *paper;
  DaybookPaperGrid *grid;
} Form;

/* --- Fields --------------------------------------------------------------------- */

static void
add_words (Form       *form,
           const char *label,
           GPtrArray  *options)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < options->len; i++)
    {
      const DaybookOption *option = g_ptr_array_index (options, i);

      if (!option->retired)
        g_ptr_array_add (words, option->label);
    }
  g_ptr_array_add (words, NULL);
  daybook_paper_grid_add_boxes (form->grid, label, (const char *const *) words->pdata);
}

static void
add_enum (Form               *form,
          const DaybookField *field)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (const DaybookWord *word = field->words; word->word != NULL; word++)
    if (!g_str_equal (word->word, "unknown") && !g_str_equal (word->word, "none"))
      g_ptr_array_add (words, (char *) daybook_words_label (word));
  g_ptr_array_add (words, NULL);
  daybook_paper_grid_add_boxes (form->grid, _(field->label), (const char *const *) words->pdata);
}

static void
add_stars (Form       *form,
           const char *label)
{
  static const char *const STARS[] = { "1", "2", "3", "4", "5", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (STARS) == DAYBOOK_MOST_STARS + 1);
  daybook_paper_grid_add_boxes (form->grid, label, STARS);
}

/* An empty table to write the goods into. */
static void
add_goods (Form       *form,
           const char *label)
{
  g_autoptr(DaybookPaperTable) table = daybook_paper_table_new (form->paper, 4, DAYBOOK_PAPER_TABLE_PLAIN);

  daybook_paper_grid_end (form->grid);
  daybook_paper_gap (form->paper, GOODS_GAP);
  daybook_paper_table_set_column (table, 0, DAYBOOK_PAPER_TEXT, label);
  for (guint i = 0; i < 3; i++)
    daybook_paper_table_set_column (table, i + 1, DAYBOOK_PAPER_WORD, _(daybook_case_lines.fields[DAYBOOK_CASE_LINE_QUANTITY + i].label));
  daybook_paper_table_set_blank (table, 0);
  for (guint i = 0; i < GOODS_ROWS; i++)
    {
      char **cells = g_new0 (char *, 5);

      for (guint j = 0; j < 4; j++)
        cells[j] = g_strdup (j == 0 ? "\n" : "");
      daybook_paper_table_add (table, cells);
    }
  daybook_paper_table_end (table);
  daybook_paper_gap (form->paper, TITLE_GAP);
}

static void
add_parcel (Form                       *form,
            const DaybookRegisterField *own)
{
  const DaybookTable *table = daybook_register_get_table (form->definition);
  g_autofree char *name = g_strconcat (own->key, DAYBOOK_COURIER_SUFFIX, NULL);
  int courier = daybook_table_field (table, name);

  daybook_paper_grid_add_blank (form->grid, own->label);
  if (courier >= 0)
    daybook_paper_grid_add_blank (form->grid, _(table->fields[courier].label));
}

static void
add_own (Form                       *form,
         const DaybookRegisterField *own)
{
  switch (own->input)
    {
    case DAYBOOK_INPUT_LONG_TEXT:
      daybook_paper_grid_add_lines (form->grid, own->label, TEXT_LINES);
      break;
    case DAYBOOK_INPUT_CHOICE:
    case DAYBOOK_INPUT_CHOICES:
      add_words (form, own->label, own->choices);
      break;
    case DAYBOOK_INPUT_YES_NO:
      daybook_paper_grid_add_boxes (form->grid, own->label, (const char *const[]) { _("Yes"), _("No"), NULL });
      break;
    case DAYBOOK_INPUT_STARS:
      add_stars (form, own->label);
      break;
    case DAYBOOK_INPUT_LINES:
      add_goods (form, own->label);
      break;
    case DAYBOOK_INPUT_PARCEL:
      add_parcel (form, own);
      break;
    case DAYBOOK_INPUT_PHOTOS: /* are not drawn by hand */
      break;
    default:
      daybook_paper_grid_add_blank (form->grid, own->label);
      break;
    }
}

/* A field that every case has. */
static void
add_common (Form  *form,
            guint  field)
{
  const DaybookField *spec = &daybook_cases.fields[field];
  GPtrArray *words = field == DAYBOOK_CASE_REASON ? daybook_register_get_reasons (form->definition)
                     : field == DAYBOOK_CASE_CAUSE ? daybook_register_get_causes (form->definition) : NULL;

  if (words != NULL && words->len > 0)
    add_words (form, _(spec->label), words);
  else if (spec->type == DAYBOOK_TYPE_ENUM)
    add_enum (form, spec);
  else if ((spec->flags & DAYBOOK_FIELD_MULTILINE) != 0)
    daybook_paper_grid_add_lines (form->grid, _(spec->label), TEXT_LINES);
  else
    daybook_paper_grid_add_blank (form->grid, _(spec->label));
}

static void
add_field (Form       *form,
           const char *name)
{
  const DaybookRegisterField *own = daybook_register_find_field (form->definition, name);
  int common = daybook_table_field (&daybook_cases, name);

  if (own != NULL && !own->retired)
    add_own (form, own);
  else if (own == NULL && common >= 0)
    add_common (form, (guint) common);
}

static void
add_part (Form                   *form,
          const DaybookPrintPart *part)
{
  if (part->heading != NULL)
    daybook_paper_grid_head (form->grid, part->heading);
  for (char **name = part->fields; *name != NULL; name++)
    add_field (form, *name);
}

static void
add_title (Form *form)
{
  const char *help = daybook_register_get_help (form->definition);
  double width = daybook_paper_width (form->paper);

  daybook_paper_flow (form->paper, DAYBOOK_INK_TITLE, 0, width, daybook_register_get_title (form->definition));
  if (help != NULL)
    daybook_paper_flow (form->paper, DAYBOOK_INK_LABEL, 0, width, help);
  daybook_paper_advance (form->paper, TITLE_GAP);
  daybook_paper_grid_add_blank (form->grid, _(daybook_cases.fields[DAYBOOK_CASE_NUMBER].label));
  daybook_paper_grid_add_blank (form->grid, _(daybook_cases.fields[DAYBOOK_CASE_OPENED_AT].label));
  daybook_paper_grid_add_blank (form->grid, _(daybook_cases.fields[DAYBOOK_CASE_OWNER].label));
}

static void
free_part (gpointer data)
{
  DaybookPrintPart *part = data;

  g_free (part->heading);
  g_strfreev (part->fields);
  g_free (part);
}

static DaybookPrintPart *
whole_register (DaybookRegister *definition)
{
  DaybookPrintPart *part = g_new0 (DaybookPrintPart, 1);
  guint n_fields = daybook_register_get_n_fields (definition);

  part->fields = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    part->fields[i] = g_strdup (daybook_register_get_field (definition, i)->key);
  return part;
}

DaybookPaper *
daybook_print_form (const DaybookManner  *manner,
                    const DaybookPrinted *printed,
                    DaybookRegister      *definition)
{
  DaybookPaper *paper = daybook_print_begin (manner, printed, daybook_register_get_title (definition));
  g_autoptr(DaybookPaperGrid) grid = daybook_paper_grid_new (paper);
  g_autoptr(GPtrArray) parts = daybook_print_parts (definition);
  Form form = { definition, paper, grid };

  add_title (&form);
  for (guint i = 0; i < parts->len; i++)
    add_part (&form, g_ptr_array_index (parts, i));
  daybook_paper_grid_end (grid);
  daybook_print_signatures (paper);
  return paper;
}

GPtrArray *
daybook_print_parts (DaybookRegister *definition)
{
  GPtrArray *parts = daybook_register_get_print (definition);

  if (parts->len > 0)
    return g_ptr_array_ref (parts);

  parts = g_ptr_array_new_with_free_func (free_part);
  g_ptr_array_add (parts, whole_register (definition));
  return parts;
}

void
daybook_print_signatures (DaybookPaper *paper)
{
  g_autoptr(DaybookPaperGrid) grid = daybook_paper_grid_new (paper);

  daybook_paper_need (paper, SIGN_NEEDS);
  daybook_paper_gap (paper, SIGN_GAP);
  /* Translators: at a line on a printed case, for the signature of whoever handled it. */
  daybook_paper_grid_add_blank (grid, _("Handled by"));
  /* Translators: at a line on a printed case, for the signature of whoever looked it through. */
  daybook_paper_grid_add_blank (grid, _("Checked by"));
  daybook_paper_grid_add_blank (grid, C_("signature", "Date"));
}
