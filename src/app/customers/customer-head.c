/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-head.h"

#include "app/common/note-editor.h"
#include "app/common/tag-box.h"
#include "app/common/words.h"
#include "app/customers/set-note.h"
#include "core/customer.h"
#include "core/moment.h"
#include "store/grades.h"
#include "store/tags-in-use.h"

#include <glib/gi18n-lib.h>

#define MOST_TAGS 60

struct _DaybookCustomerHead
{
  DaybookCustomerBox parent_instance;

  /* Template widgets */
  GtkLabel          *name;
  DaybookEye        *eye;
  GtkLabel          *since;
  GtkDropDown       *grade;
  DaybookTagBox     *tags;
  DaybookNoteEditor *note;

  gboolean           filling; /* the choice is being set to what is there */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerHead, daybook_customer_head, DAYBOOK_TYPE_CUSTOMER_BOX)

static const DaybookRow *
get_customer (DaybookCustomerHead *self)
{
  return daybook_customer_box_get_customer (DAYBOOK_CUSTOMER_BOX (self));
}

/* --- Acts ------------------------------------------------------------------------------ */

static GtkStringList *
get_grades (DaybookCustomerHead *self)
{
  return GTK_STRING_LIST (gtk_drop_down_get_model (self->grade));
}

static void
on_grade_chosen (DaybookCustomerHead *self)
{
  const DaybookRow *customer = get_customer (self);
  const DaybookField *field = &daybook_customers.fields[DAYBOOK_CUSTOMER_GRADE];
  guint grade = gtk_drop_down_get_selected (self->grade);
  g_autofree char *title = NULL;

  if (self->filling || customer == NULL || (gint64) grade == daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE))
    return;

  /* Translators: a field, and what it is now: “VIP grade: VIP 2”. */
  title = g_strdup_printf (_("%1$s: %2$s"), _(field->label), gtk_string_list_get_string (get_grades (self), grade));
  daybook_customer_box_set (DAYBOOK_CUSTOMER_BOX (self), DAYBOOK_CUSTOMER_GRADE, daybook_value_int (grade), title);
}

static void
on_tags_changed (DaybookCustomerHead *self,
                 const DaybookValue  *value)
{
  const char *label = _(daybook_customers.fields[DAYBOOK_CUSTOMER_TAGS].label);
  g_autofree char *title = value->type == DAYBOOK_VALUE_TEXT ? g_strdup_printf (_("%1$s: %2$s"), label, value->text)
                                                             : g_strdup (label);

  daybook_customer_box_set (DAYBOOK_CUSTOMER_BOX (self), DAYBOOK_CUSTOMER_TAGS, daybook_value_copy (value), title);
}

static void
on_note_edited (DaybookCustomerHead *self,
                const char          *text)
{
  if (get_customer (self) != NULL)
    daybook_set_note (GTK_WIDGET (self), daybook_customer_box_get_store (DAYBOOK_CUSTOMER_BOX (self)), get_customer (self),
                      DAYBOOK_CUSTOMER_NOTE, text);
}

/* --- What is seen ------------------------------------------------------------------------ */

static char **
find_tags (gpointer data)
{
  return daybook_reader_customer_tags (daybook_customer_box_get_reader (data), MOST_TAGS, NULL);
}

static void
show_name (DaybookCustomerHead *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  const DaybookRow *customer = get_customer (self);
  g_autofree char *name = daybook_desk_format (daybook_customer_box_get_desk (box), customer, DAYBOOK_CUSTOMER_NAME,
                                               daybook_customer_box_get_show (box));
  g_autofree char *first = NULL;
  g_autofree char *since = NULL;

  if (daybook_row_has (customer, DAYBOOK_CUSTOMER_FIRST_SEEN))
    first = daybook_moment_format_long (daybook_row_int (customer, DAYBOOK_CUSTOMER_FIRST_SEEN),
                                        daybook_store_get_zone (daybook_customer_box_get_store (box)));
  /* Translators: %s is a date. */
  since = first != NULL ? g_strdup_printf (_("First order: %s"), first) : g_strdup ("");
  gtk_label_set_label (self->name, *name != '\0' ? name : _("Customer"));
  gtk_label_set_label (self->since, since);
  gtk_widget_set_visible (GTK_WIDGET (self->since), first != NULL);
}

/* As the shop calls them. */
static void
show_grade (DaybookCustomerHead *self)
{
  GtkStringList *grades = get_grades (self);
  g_auto(DaybookGradeRules) rules = { 0 };

  self->filling = TRUE;
  if (daybook_reader_grades (daybook_customer_box_get_reader (DAYBOOK_CUSTOMER_BOX (self)), &rules, NULL))
    for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
      {
        const char *name = daybook_grade_name (&rules, (DaybookGrade) i);

        if (!g_str_equal (gtk_string_list_get_string (grades, i), name))
          gtk_string_list_splice (grades, i, 1, (const char *const[]) { name, NULL });
      }
  gtk_drop_down_set_selected (self->grade, (guint) daybook_row_int (get_customer (self), DAYBOOK_CUSTOMER_GRADE));
  self->filling = FALSE;
}

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerHead *self = DAYBOOK_CUSTOMER_HEAD (box);
  const DaybookRow *customer = get_customer (self);

  show_name (self);
  show_grade (self);
  daybook_tag_box_show (self->tags, &customer->id, daybook_row_text (customer, DAYBOOK_CUSTOMER_TAGS));
  daybook_note_editor_set_text (self->note, daybook_row_text (customer, DAYBOOK_CUSTOMER_NOTE));
}

static void
leave (DaybookCustomerBox *box)
{
  daybook_note_editor_flush (DAYBOOK_CUSTOMER_HEAD (box)->note);
}

static void
add_personal (DaybookCustomerBox *box,
              GPtrArray          *rows)
{
  g_ptr_array_add (rows, daybook_row_ref ((DaybookRow *) daybook_customer_box_get_customer (box)));
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
daybook_customer_head_class_init (DaybookCustomerHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookCustomerBoxClass *box_class = DAYBOOK_CUSTOMER_BOX_CLASS (klass);

  box_class->show = show;
  box_class->leave = leave;
  box_class->add_personal = add_personal;

  g_type_ensure (DAYBOOK_TYPE_EYE);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  g_type_ensure (DAYBOOK_TYPE_TAG_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customer-head.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerHead, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerHead, eye);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerHead, since);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerHead, grade);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerHead, tags);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerHead, note);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_tags_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
}

static void
fill_grades (DaybookCustomerHead *self)
{
  const DaybookField *field = &daybook_customers.fields[DAYBOOK_CUSTOMER_GRADE];
  g_autoptr(GtkStringList) grades = gtk_string_list_new (NULL);

  for (guint i = 0; field->words[i].word != NULL; i++)
    gtk_string_list_append (grades, daybook_words_enum (field, i));
  gtk_drop_down_set_model (self->grade, G_LIST_MODEL (grades));
}

static void
daybook_customer_head_init (DaybookCustomerHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_grades (self);
  daybook_tag_box_set_known (self->tags, find_tags, self);
}

DaybookEye *
daybook_customer_head_get_eye (DaybookCustomerHead *self)
{
  return self->eye;
}

void
daybook_customer_head_edit_note (DaybookCustomerHead *self)
{
  daybook_note_editor_begin (self->note);
}
