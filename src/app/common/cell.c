/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/cell.h"

#include "app/common/text-cell.h"
#include "app/common/words.h"

#include <string.h>

/* People compare the end of a number, and find it in the middle of a long one. */
#define TAIL_LENGTH 4
#define TAIL_OF_AT_LEAST 8
#define HEAD_ALPHA 0xa000
#define WORDY_CHARS 14
#define FEW_CHARS 3

/* On a cell's child, its GtkListItem; on that, and on the factory, the column. */
#define LIST_ITEM "list-item"
#define COLUMN "column"

/* What a column's cells have in common; the factory owns it. */
typedef struct
{
  DaybookDesk        *desk;
  const DaybookTable *table;
  guint               field;
  DaybookEmphasise    emphasise; /* or NULL */
  DaybookSought      *sought;    /* or NULL */
} Column;

static Column *
column_new (DaybookDesk        *desk,
            const DaybookTable *table,
            guint               field)
{
  Column *column = g_new0 (Column, 1);

  column->desk = g_object_ref (desk);
  column->table = table;
  column->field = field;
  return column;
}

static void
column_free (gpointer  data,
             GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->desk);
  g_clear_object (&column->sought);
  g_free (column);
}

static const DaybookField *
field_of (const Column *column)
{
  return &column->table->fields[column->field];
}

PangoAttrList *
daybook_number_attributes (const char *number)
{
  PangoAttrList *attributes;
  PangoAttribute *dim;
  PangoAttribute *bold;
  gsize length = strlen (number);

  if (length < TAIL_OF_AT_LEAST || strspn (number + length - TAIL_LENGTH, "0123456789") < TAIL_LENGTH)
    return NULL;

  attributes = pango_attr_list_new ();
  dim = pango_attr_foreground_alpha_new (HEAD_ALPHA);
  dim->end_index = (guint) (length - TAIL_LENGTH);
  bold = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  bold->start_index = (guint) (length - TAIL_LENGTH);
  pango_attr_list_insert (attributes, dim);
  pango_attr_list_insert (attributes, bold);
  return attributes;
}

/* "None" is said by an empty cell; lists stay quiet where nothing is the matter. */
static gboolean
needs_mark (const DaybookWord *word)
{
  return word == NULL || (!g_str_equal (word->word, "none") && g_strcmp0 (word->tone, DAYBOOK_TONE_QUIET) != 0);
}

static void
update_chip (GtkLabel          *chip,
             const DaybookWord *word,
             const char        *text)
{
  const char *tone = word == NULL ? "unknown" : word->tone != NULL ? word->tone : word->word;
  g_autofree char *colour = g_strconcat (word != NULL && word->tone != NULL ? "waits-" : "chip-", tone, NULL);
  const char *const classes[] = { "chip", colour, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (chip), (const char **) classes);
  gtk_label_set_label (chip, text);
  gtk_widget_set_visible (GTK_WIDGET (chip), needs_mark (word));
}

/* The word that the field has, or NULL: this version does not know it. */
static const DaybookWord *
word_of (const DaybookRow *row,
         guint             field)
{
  const DaybookField *of = &row->table->fields[field];
  gint64 number = of->type == DAYBOOK_TYPE_ENUM ? daybook_row_int (row, field) : daybook_field_word (of, daybook_row_text (row, field));

  return daybook_field_word_name (of, number) != NULL ? &of->words[number] : NULL;
}

void
daybook_chip_show (GtkLabel         *chip,
                   const DaybookRow *row,
                   guint             field)
{
  const DaybookWord *word = word_of (row, field);

  if (daybook_value_is_empty (&row->values[field]))
    gtk_widget_set_visible (GTK_WIDGET (chip), FALSE);
  else
    update_chip (chip, word, word != NULL ? daybook_words_label (word) : daybook_row_text (row, field));
}

static gboolean
has_chips (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_ENUM || field->type == DAYBOOK_TYPE_CHOICE;
}

static void
show_chip (const Column *column,
           GtkWidget    *cell,
           DaybookRow   *row)
{
  if (row != NULL)
    daybook_chip_show (GTK_LABEL (cell), row, column->field);
  else
    gtk_widget_set_visible (cell, FALSE);
}

/* NULL: as other texts. (transfer full) */
static PangoAttrList *
make_attributes (const Column     *column,
                 const DaybookRow *row,
                 const char       *text)
{
  DaybookEmphasis emphasis = column->emphasise != NULL ? column->emphasise (column->desk, row) : DAYBOOK_EMPHASIS_NONE;
  PangoAttrList *attributes;

  if ((field_of (column)->flags & DAYBOOK_FIELD_NUMBER) && !daybook_desk_is_made_up (row, column->field))
    return daybook_number_attributes (text);
  if (emphasis == DAYBOOK_EMPHASIS_NONE || (emphasis == DAYBOOK_EMPHASIS_STRONG && (int) column->field != column->table->title))
    return NULL;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, emphasis == DAYBOOK_EMPHASIS_STRONG ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                                                          : pango_attr_foreground_alpha_new (HEAD_ALPHA));
  return attributes;
}

/* A note of several lines shows its first words. */
static void
show_text (const Column *column,
           GtkWidget    *cell,
           DaybookRow   *row)
{
  g_autofree char *text = row != NULL ? daybook_desk_format (column->desk, row, column->field, DAYBOOK_SHOW_MASKED)
                                      : g_strdup ("");
  g_autoptr(PangoAttrList) attributes = row != NULL ? make_attributes (column, row, text) : NULL;

  if (field_of (column)->flags & DAYBOOK_FIELD_MULTILINE)
    g_strdelimit (text, "\r\n\t", ' ');

  daybook_text_cell_set_text (DAYBOOK_TEXT_CELL (cell), text, attributes);
  if (column->sought != NULL && (int) column->field == column->table->title)
    daybook_text_cell_set_row (DAYBOOK_TEXT_CELL (cell), row);
}

static void
show_row (const Column *column,
          GtkWidget    *cell,
          DaybookRow   *row)
{
  if (has_chips (field_of (column)))
    show_chip (column, cell, row);
  else
    show_text (column, cell, row);
}

/* Where something that is sought can stand. */
static gboolean
may_be_found (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_TEXT && (field->flags & DAYBOOK_FIELD_SEARCH) != 0;
}

gboolean
daybook_cell_is_wide (const DaybookField *field)
{
  static const char *const SENTENCES[] = { "title", "subject", "for", "hours", NULL };

  return field->type == DAYBOOK_TYPE_TEXT && (field->flags & DAYBOOK_FIELD_NUMBER) == 0
         && ((field->flags & DAYBOOK_FIELD_MULTILINE) != 0 || g_strv_contains (SENTENCES, field->name));
}

/* What several words are needed of to be of use. In a column that has a width of its own the cell takes that: GTK would cut off
 * what it needs more, without an ellipsis. */
static gboolean
is_wordy (const DaybookField *field)
{
  return may_be_found (field) && daybook_cell_is_wide (field) && (field->flags & DAYBOOK_FIELD_PERSON) == 0;
}

static GtkWidget *
make_chip (void)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static DaybookTextKind
kind_of (const DaybookField *field)
{
  if (field->flags & DAYBOOK_FIELD_NUMBER)
    return DAYBOOK_TEXT_NUMBER;
  if (field->type == DAYBOOK_TYPE_TIME)
    return DAYBOOK_TEXT_TIME;

  return daybook_cell_is_figure (field) ? DAYBOOK_TEXT_FIGURE : DAYBOOK_TEXT_PLAIN;
}

static GtkWidget *
make_text (const DaybookField *field)
{
  return daybook_text_cell_new (kind_of (field), is_wordy (field) ? WORDY_CHARS : FEW_CHARS);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          gpointer            data)
{
  Column *column = data;
  const DaybookField *field = field_of (column);
  GtkWidget *child = has_chips (field) ? make_chip () : make_text (field);

  if (column->sought != NULL && may_be_found (field))
    daybook_text_cell_follow (DAYBOOK_TEXT_CELL (child), column->sought);
  g_object_set_data (G_OBJECT (child), LIST_ITEM, list_item);
  gtk_list_item_set_child (list_item, child);
}

static void
on_row_changed (DaybookItem *item,
                GParamSpec  *pspec,
                gpointer     data)
{
  GtkListItem *list_item = data;

  show_row (g_object_get_data (data, COLUMN), gtk_list_item_get_child (list_item), daybook_item_get_row (item));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         gpointer            data)
{
  DaybookItem *item = gtk_list_item_get_item (list_item);

  g_object_set_data (G_OBJECT (list_item), COLUMN, data);
  show_row (data, gtk_list_item_get_child (list_item), daybook_item_get_row (item));
  g_signal_connect (item, "notify::row", G_CALLBACK (on_row_changed), list_item);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           gpointer            data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_row_changed, list_item);
}

gboolean
daybook_cell_is_figure (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_MONEY || field->type == DAYBOOK_TYPE_INT;
}

GtkListItemFactory *
daybook_cell_factory_new (DaybookDesk        *desk,
                          const DaybookTable *table,
                          guint               field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = column_new (desk, table, field);

  g_object_set_data (G_OBJECT (factory), COLUMN, column);
  /* The last handler frees it: handlers are taken off in the order of connection. */
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (on_unbind), column, column_free, 0);
  return factory;
}

void
daybook_cell_factory_set_emphasis (GtkListItemFactory *factory,
                                   DaybookEmphasise    emphasise)
{
  Column *column = g_object_get_data (G_OBJECT (factory), COLUMN);

  column->emphasise = emphasise;
}

void
daybook_cell_factory_set_sought (GtkListItemFactory *factory,
                                 DaybookSought      *sought)
{
  Column *column = g_object_get_data (G_OBJECT (factory), COLUMN);

  g_set_object (&column->sought, sought);
}

DaybookItem *
daybook_cell_read (GtkWidget *cell,
                   guint     *field)
{
  GtkWidget *child = gtk_widget_get_first_child (cell);
  GtkListItem *list_item = child != NULL ? g_object_get_data (G_OBJECT (child), LIST_ITEM) : NULL;
  Column *column = list_item != NULL ? g_object_get_data (G_OBJECT (list_item), COLUMN) : NULL;

  if (column == NULL || gtk_list_item_get_item (list_item) == NULL)
    return NULL;

  *field = column->field;
  return gtk_list_item_get_item (list_item);
}
