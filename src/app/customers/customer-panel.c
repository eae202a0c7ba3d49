/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-panel.h"

#include "app/common/cell.h"
#include "app/common/eye.h"
#include "app/common/facts.h"
#include "app/common/note-editor.h"
#include "app/common/row-cases.h"
#include "app/common/row-events.h"
#include "app/common/words.h"
#include "app/customers/customer-lists.h"
#include "core/customer.h"
#include "core/moment.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

/* The newest; all of them are a filter away. */
#define ORDERS_MAX 50
/* A reseller orders for thousands of people under one nick. */
#define CONTACTS_MAX 50

struct _DaybookCustomerPanel
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel          *name;
  GtkLabel          *since;
  GtkDropDown       *grade;
  DaybookNoteEditor *note;
  GtkWidget         *contacts_group;
  DaybookFacts      *contacts;
  DaybookEye        *eye;
  GtkWidget         *lists_group;
  DaybookFacts      *lists;
  DaybookRowCases   *cases;
  DaybookRowEvents  *events;
  GtkWidget         *orders_group;
  GtkListBox        *orders;
  GtkLabel          *orders_rest;

  /* Owned */
  DaybookDesk       *desk;
  DaybookRow        *customer;
  GString           *shown; /* all that the list of orders says */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerPanel, daybook_customer_panel, ADW_TYPE_BIN)

enum
{
  GRADE_CHOSEN,
  NOTE_EDITED,
  ORDER_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
get_reader (DaybookCustomerPanel *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* Whoever shows a customer sets the choice too, to what it is. */
static void
on_grade_chosen (DaybookCustomerPanel *self)
{
  guint grade = gtk_drop_down_get_selected (self->grade);

  if (self->customer != NULL && (gint64) grade != daybook_row_int (self->customer, DAYBOOK_CUSTOMER_GRADE))
    g_signal_emit (self, signals[GRADE_CHOSEN], 0, self->customer, grade);
}

static void
on_note_edited (DaybookCustomerPanel *self,
                const char           *text)
{
  if (self->customer != NULL)
    g_signal_emit (self, signals[NOTE_EDITED], 0, self->customer, text);
}

static void
on_order_activated (DaybookCustomerPanel *self,
                    GtkListBoxRow        *row)
{
  g_signal_emit (self, signals[ORDER_WANTED], 0, g_object_get_data (G_OBJECT (row), "order"));
}

static void
show_head (DaybookCustomerPanel *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *name = daybook_desk_format (self->desk, self->customer, DAYBOOK_CUSTOMER_NAME,
                                               daybook_eye_get_show (self->eye));
  g_autofree char *first = NULL;
  g_autofree char *since = NULL;

  if (daybook_row_has (self->customer, DAYBOOK_CUSTOMER_FIRST_SEEN))
    first = daybook_moment_format_long (daybook_row_int (self->customer, DAYBOOK_CUSTOMER_FIRST_SEEN),
                                        daybook_store_get_zone (store));
  /* Translators: %s is a date. */
  since = first != NULL ? g_strdup_printf (_("First order: %s"), first) : g_strdup ("");
  gtk_label_set_label (self->name, *name != '\0' ? name : _("Customer"));
  gtk_label_set_label (self->since, since);
}

/* (element-type DaybookRow), or NULL: the newest. */
static GPtrArray *
read_parts (DaybookCustomerPanel *self,
            const DaybookTable   *table)
{
  return daybook_reader_some_parts (get_reader (self), table, (guint) table->owner, &self->customer->id,
                                    DAYBOOK_PARTS_LAST, CONTACTS_MAX, NULL);
}

static void
add_rest (DaybookCustomerPanel *self,
          const DaybookTable   *table,
          GPtrArray            *parts)
{
  g_autofree char *rest = NULL;

  if (parts == NULL || parts->len < CONTACTS_MAX)
    return;

  rest = daybook_words_rest (daybook_reader_count_parts (get_reader (self), table, (guint) table->owner,
                                                         &self->customer->id, DAYBOOK_WORDS_REST_MAX, NULL), parts->len);
  daybook_facts_add (self->contacts, "", rest, DAYBOOK_FACT_REMARK);
}

static void
add_handles (DaybookCustomerPanel *self)
{
  g_autoptr(GPtrArray) handles = read_parts (self, &daybook_handles);

  for (guint i = 0; handles != NULL && i < handles->len; i++)
    {
      const DaybookRow *handle = g_ptr_array_index (handles, i);
      g_autofree char *account = daybook_desk_format (self->desk, handle, DAYBOOK_HANDLE_ACCOUNT,
                                                      daybook_eye_get_show (self->eye));

      daybook_facts_add (self->contacts, daybook_words_platform (daybook_row_text (handle, DAYBOOK_HANDLE_PLATFORM)),
                         account, DAYBOOK_FACT_PERSON);
    }

  add_rest (self, &daybook_handles, handles);
}

static void
add_contacts (DaybookCustomerPanel *self)
{
  g_autoptr(GPtrArray) contacts = read_parts (self, &daybook_contacts);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const DaybookRow *contact = g_ptr_array_index (contacts, i);
      g_autofree char *value = daybook_desk_format (self->desk, contact, DAYBOOK_CONTACT_VALUE,
                                                    daybook_eye_get_show (self->eye));

      daybook_facts_add (self->contacts,
                         daybook_words_enum (&daybook_contacts.fields[DAYBOOK_CONTACT_KIND],
                                             daybook_row_int (contact, DAYBOOK_CONTACT_KIND)),
                         value, DAYBOOK_FACT_PERSON);
    }

  add_rest (self, &daybook_contacts, contacts);
}

static void
show_contacts (DaybookCustomerPanel *self)
{
  daybook_facts_begin (self->contacts);
  add_handles (self);
  add_contacts (self);
  daybook_facts_end (self->contacts);
  gtk_widget_set_visible (self->contacts_group, !daybook_facts_is_empty (self->contacts));
}

static void
show_lists (DaybookCustomerPanel *self)
{
  daybook_facts_begin (self->lists);
  daybook_customer_lists_fill (self->lists, self->desk, self->customer);
  daybook_facts_end (self->lists);
  gtk_widget_set_visible (self->lists_group, !daybook_facts_is_empty (self->lists));
}

static void
clear_orders (DaybookCustomerPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->orders, 0)) != NULL)
    gtk_list_box_remove (self->orders, GTK_WIDGET (row));
}

/* "¥168.00 · Yesterday 22:41 · 福鼎白毫银针": beside the number there is no room. */
static char *
describe_order (DaybookCustomerPanel *self,
                const DaybookRow     *order)
{
  g_autofree char *paid = daybook_desk_format (self->desk, order, DAYBOOK_ORDER_PAID, DAYBOOK_SHOW_MASKED);
  g_autofree char *created = daybook_desk_format (self->desk, order, DAYBOOK_ORDER_CREATED, DAYBOOK_SHOW_MASKED);
  const char *title = daybook_row_text (order, DAYBOOK_ORDER_TITLE);

  return g_strjoin (" · ", paid, created, *title != '\0' ? title : NULL, NULL);
}

static void
add_order (DaybookCustomerPanel *self,
           DaybookRow           *order)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (NULL);
  g_autofree char *name = daybook_desk_order_name (self->desk, order);
  g_autofree char *subtitle = describe_order (self, order);

  /* Numbers and titles are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  daybook_chip_show (GTK_LABEL (chip), order, DAYBOOK_ORDER_STAGE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  g_object_set_data_full (G_OBJECT (row), "order", daybook_row_ref (order), (GDestroyNotify) daybook_row_unref);
  gtk_list_box_append (self->orders, row);
}

/* (element-type DaybookRow), or NULL: the newest. `query` gets their filter. */
static GPtrArray *
read_orders (DaybookCustomerPanel *self,
             DaybookQuery         *query)
{
  g_autofree char *id = daybook_id_to_string (&self->customer->id);
  const char *const words[] = { id, NULL };
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = NULL;

  daybook_query_add (query, DAYBOOK_ORDER_CUSTOMER, DAYBOOK_OP_EQ, words);
  keys = daybook_reader_keys (get_reader (self), query, ORDERS_MAX, NULL);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *order = daybook_reader_row (get_reader (self), &daybook_orders, g_array_index (keys, gint64, i), NULL);

      if (order != NULL)
        g_ptr_array_add (orders, order);
    }

  return orders;
}

/* All that rows made of these orders would say. */
static GString *
sum_up (DaybookCustomerPanel *self,
        GPtrArray            *orders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const DaybookRow *order = g_ptr_array_index (orders, i);
      g_autofree char *subtitle = describe_order (self, order);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT "\t%s\n", order->rowid,
                              daybook_row_text (order, DAYBOOK_ORDER_NUMBER),
                              daybook_row_int (order, DAYBOOK_ORDER_STAGE), subtitle);
    }

  return text;
}

static void
show_orders_rest (DaybookCustomerPanel *self,
                  const DaybookQuery   *query,
                  guint                 n_shown)
{
  gint64 n = n_shown < ORDERS_MAX ? n_shown : daybook_reader_count (get_reader (self), query, DAYBOOK_WORDS_REST_MAX, NULL);
  g_autofree char *rest = daybook_words_rest (n, n_shown);

  gtk_label_set_label (self->orders_rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->orders_rest), *rest != '\0');
}

/* Every change of the book comes by here: rows that would be the same stay. */
static void
show_orders (DaybookCustomerPanel *self)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GPtrArray) orders = read_orders (self, query);
  GString *text = sum_up (self, orders);
  gboolean is_same = g_string_equal (text, self->shown);

  g_string_free (self->shown, TRUE);
  self->shown = text;
  show_orders_rest (self, query, orders->len);
  gtk_widget_set_visible (self->orders_group, orders->len > 0);
  if (is_same)
    return;

  clear_orders (self);
  for (guint i = 0; i < orders->len; i++)
    add_order (self, g_ptr_array_index (orders, i));
}

static void
on_eye_asked (DaybookCustomerPanel *self,
              GPtrArray            *rows)
{
  GPtrArray *handles, *contacts;

  if (self->customer == NULL)
    return;

  g_ptr_array_add (rows, daybook_row_ref (self->customer));
  handles = read_parts (self, &daybook_handles);
  if (handles != NULL)
    g_ptr_array_extend_and_steal (rows, handles);
  contacts = read_parts (self, &daybook_contacts);
  if (contacts != NULL)
    g_ptr_array_extend_and_steal (rows, contacts);
}

static void
on_eye_changed (DaybookCustomerPanel *self)
{
  if (self->customer == NULL)
    return;

  show_head (self);
  show_contacts (self);
}

static void
daybook_customer_panel_dispose (GObject *object)
{
  DaybookCustomerPanel *self = DAYBOOK_CUSTOMER_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->customer, daybook_row_unref);

  G_OBJECT_CLASS (daybook_customer_panel_parent_class)->dispose (object);
}

static void
daybook_customer_panel_finalize (GObject *object)
{
  g_string_free (DAYBOOK_CUSTOMER_PANEL (object)->shown, TRUE);

  G_OBJECT_CLASS (daybook_customer_panel_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customer-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, since);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, grade);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, contacts_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, contacts);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, eye);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, lists_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, lists);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, cases);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, events);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, orders_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, orders);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, orders_rest);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_order_activated);
}

static void
daybook_customer_panel_class_init (DaybookCustomerPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_customer_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_customer_panel_finalize;
  signals[GRADE_CHOSEN] = g_signal_new ("grade-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, DAYBOOK_TYPE_ROW, G_TYPE_UINT);
  signals[NOTE_EDITED] = g_signal_new ("note-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, DAYBOOK_TYPE_ROW, G_TYPE_STRING);
  signals[ORDER_WANTED] = g_signal_new ("order-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_ROW);

  g_type_ensure (DAYBOOK_TYPE_EYE);
  g_type_ensure (DAYBOOK_TYPE_FACTS);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  g_type_ensure (DAYBOOK_TYPE_ROW_CASES);
  g_type_ensure (DAYBOOK_TYPE_ROW_EVENTS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
fill_grades (DaybookCustomerPanel *self)
{
  const DaybookField *field = &daybook_customers.fields[DAYBOOK_CUSTOMER_GRADE];
  g_autoptr(GtkStringList) grades = gtk_string_list_new (NULL);

  for (guint i = 0; field->words[i].word != NULL; i++)
    gtk_string_list_append (grades, daybook_words_enum (field, i));
  gtk_drop_down_set_model (self->grade, G_LIST_MODEL (grades));
}

static void
daybook_customer_panel_init (DaybookCustomerPanel *self)
{
  self->shown = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_grades (self);
}

void
daybook_customer_panel_set_desk (DaybookCustomerPanel *self,
                                 DaybookDesk          *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  daybook_eye_set_desk (self->eye, desk);
}

void
daybook_customer_panel_show (DaybookCustomerPanel *self,
                             const DaybookRow     *customer)
{
  gboolean is_other = customer == NULL || self->customer == NULL || customer->rowid != self->customer->rowid;

  if (is_other)
    {
      daybook_note_editor_flush (self->note);
      daybook_eye_close (self->eye);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }

  g_clear_pointer (&self->customer, daybook_row_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), customer != NULL);
  if (customer == NULL)
    return;

  self->customer = daybook_row_ref ((DaybookRow *) customer);
  daybook_eye_check (self->eye);
  show_head (self);
  gtk_drop_down_set_selected (self->grade, (guint) daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE));
  daybook_note_editor_set_text (self->note, daybook_row_text (customer, DAYBOOK_CUSTOMER_NOTE));
  show_contacts (self);
  show_lists (self);
  daybook_row_cases_show (self->cases, self->desk, self->customer);
  daybook_row_events_show (self->events, self->desk, self->customer);
  show_orders (self);
}

void
daybook_customer_panel_edit_note (DaybookCustomerPanel *self)
{
  daybook_note_editor_begin (self->note);
}
