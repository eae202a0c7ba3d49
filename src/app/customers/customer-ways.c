/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-ways.h"

#include "app/common/bits.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/customers/way-form.h"
#include "core/contact.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

/* A reseller orders for thousands of people under one nick. */
#define CONTACTS_MAX 50
#define KIND_CHARS 11

struct _DaybookCustomerWays
{
  DaybookCustomerBox parent_instance;

  GtkBox            *list;
  DaybookWayForm    *form;
  GtkWidget         *add;

  char              *seen; /* what the lines say: those with the focus stay while it is the same */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerWays, daybook_customer_ways, DAYBOOK_TYPE_CUSTOMER_BOX)

static DaybookDesk *
get_desk (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self));
}

static DaybookReader *
get_reader (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_reader (DAYBOOK_CUSTOMER_BOX (self));
}

static const DaybookRow *
get_customer (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_customer (DAYBOOK_CUSTOMER_BOX (self));
}

static DaybookShow
get_show (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_show (DAYBOOK_CUSTOMER_BOX (self));
}

static gint64
get_now (DaybookCustomerWays *self)
{
  return daybook_store_get_now (daybook_customer_box_get_store (DAYBOOK_CUSTOMER_BOX (self)));
}

/* --- Acts ------------------------------------------------------------------------------- */

static void
on_add (DaybookCustomerWays *self)
{
  daybook_way_form_open (self->form, get_desk (self), get_customer (self), NULL, get_show (self));
}

static void
on_change (DaybookCustomerWays *self,
           GtkWidget           *button)
{
  daybook_way_form_open (self->form, get_desk (self), get_customer (self), g_object_get_data (G_OBJECT (button), "row"), get_show (self));
}

static void
on_copy (DaybookCustomerWays *self,
         GtkWidget           *button)
{
  daybook_shell_copy_person (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "value"), g_object_get_data (G_OBJECT (button), "said"));
}

static void
on_left (DaybookCustomerWays *self)
{
  gtk_widget_grab_focus (self->add);
}

/* --- What there is -------------------------------------------------------------------------- */

/* (element-type DaybookRow), or NULL: the newest. */
static GPtrArray *
read_parts (DaybookCustomerWays *self,
            const DaybookTable  *table)
{
  return daybook_reader_some_parts (get_reader (self), table, (guint) table->owner, &get_customer (self)->id,
                                    DAYBOOK_PARTS_LAST, CONTACTS_MAX, NULL);
}

static gboolean
is_handle (const DaybookRow *way)
{
  return way->table == &daybook_handles;
}

static const char *
name_kind (const DaybookRow *way)
{
  return is_handle (way) ? daybook_words_platform (daybook_row_text (way, DAYBOOK_HANDLE_PLATFORM))
                         : daybook_words_enum (&daybook_contacts.fields[DAYBOOK_CONTACT_KIND], daybook_row_int (way, DAYBOOK_CONTACT_KIND));
}

static char *
format_value (DaybookCustomerWays *self,
              const DaybookRow    *way)
{
  return daybook_desk_format (get_desk (self), way, (guint) way->table->title, get_show (self));
}

static gboolean
is_over (DaybookCustomerWays *self,
         const DaybookRow    *way)
{
  return !is_handle (way) && daybook_contact_is_over (way, get_now (self));
}

/* "office · works until 12-05 18:00" (transfer full) */
static char *
write_remark (DaybookCustomerWays *self,
              const DaybookRow    *way)
{
  const char *note = is_handle (way) ? "" : daybook_row_text (way, DAYBOOK_CONTACT_NOTE);
  g_autofree char *until = is_handle (way) || !daybook_row_has (way, DAYBOOK_CONTACT_VALID_UNTIL) ? NULL
    : daybook_moment_format (daybook_row_int (way, DAYBOOK_CONTACT_VALID_UNTIL), get_now (self),
                             daybook_store_get_zone (daybook_customer_box_get_store (DAYBOOK_CUSTOMER_BOX (self))));
  /* Translators: of a platform's virtual number; %s: a time. */
  g_autofree char *works = until == NULL ? NULL : g_strdup_printf (is_over (self, way) ? _("worked until %s") : _("works until %s"), until);

  return works != NULL && *note != '\0' ? g_strjoin (" · ", note, works, NULL) : g_strdup (works != NULL ? works : note);
}

/* --- What is seen ---------------------------------------------------------------------------- */

static GtkWidget *
make_button (DaybookCustomerWays *self,
             const char          *icon,
             const char          *pattern,
             const DaybookRow    *way,
             GCallback            clicked)
{
  g_autofree char *value = format_value (self, way);
  GtkWidget *button;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *name = g_strdup_printf (pattern, name_kind (way));
#pragma GCC diagnostic pop

  button = daybook_bit_button (icon, name, way);
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "value", g_steal_pointer (&value), g_free);
  g_object_set_data (G_OBJECT (button), "said", (gpointer) name_kind (way));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_kind (const DaybookRow *way)
{
  GtkWidget *label = gtk_label_new (name_kind (way));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), KIND_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), KIND_CHARS);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_value (DaybookCustomerWays *self,
            const DaybookRow    *way)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *value = format_value (self, way);
  g_autofree char *remark = write_remark (self, way);
  GtkWidget *label = daybook_bit_label (value);

  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  if (*remark != '\0')
    {
      GtkWidget *below = daybook_bit_label (remark);

      gtk_widget_add_css_class (below, "caption");
      gtk_widget_add_css_class (below, "dim-label");
      gtk_box_append (GTK_BOX (box), below);
    }
  if (is_over (self, way))
    gtk_widget_add_css_class (label, "dim-label");
  return box;
}

static void
add_line (DaybookCustomerWays *self,
          const DaybookRow    *way)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), make_kind (way));
  gtk_box_append (GTK_BOX (line), make_value (self, way));
  /* Nobody is reached at what is over.
   * Translators: %s is the name of a field, e.g. "Tracking number". */
  if (!is_over (self, way))
    gtk_box_append (GTK_BOX (line), make_button (self, "edit-copy-symbolic", _("Copy “%s”"), way, G_CALLBACK (on_copy)));
  /* Translators: %s is a way to reach a customer, e.g. “Phone”. */
  gtk_box_append (GTK_BOX (line), make_button (self, "document-edit-symbolic", _("Change “%s”"), way, G_CALLBACK (on_change)));
  gtk_box_append (self->list, line);
}

static void
add_rest (DaybookCustomerWays *self,
          const DaybookTable  *table,
          guint                n_shown)
{
  gint64 n = n_shown < CONTACTS_MAX ? n_shown
    : daybook_reader_count_parts (get_reader (self), table, (guint) table->owner, &get_customer (self)->id, DAYBOOK_WORDS_REST_MAX, NULL);
  g_autofree char *rest = daybook_words_rest (n, n_shown);
  GtkWidget *label;

  if (*rest == '\0')
    return;

  label = daybook_bit_label (rest);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->list, label);
}

/* All that the lines would say. */
static void
sum_up (DaybookCustomerWays *self,
        GPtrArray           *ways,
        GString             *text)
{
  for (guint i = 0; ways != NULL && i < ways->len; i++)
    {
      const DaybookRow *way = g_ptr_array_index (ways, i);
      g_autofree char *value = format_value (self, way);
      g_autofree char *remark = write_remark (self, way);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%d\n", way->rowid, name_kind (way), value, remark, is_over (self, way));
    }
  if (ways != NULL && ways->len >= CONTACTS_MAX)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n",
                            daybook_reader_count_parts (get_reader (self), ((DaybookRow *) ways->pdata[0])->table,
                                                        (guint) ((DaybookRow *) ways->pdata[0])->table->owner, &get_customer (self)->id,
                                                        DAYBOOK_WORDS_REST_MAX, NULL));
}

static void
fill (DaybookCustomerWays *self,
      GPtrArray           *ways,
      const DaybookTable  *table)
{
  for (guint i = 0; ways != NULL && i < ways->len; i++)
    add_line (self, g_ptr_array_index (ways, i));
  if (ways != NULL)
    add_rest (self, table, ways->len);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerWays *self = DAYBOOK_CUSTOMER_WAYS (box);
  g_autoptr(GPtrArray) handles = read_parts (self, &daybook_handles);
  g_autoptr(GPtrArray) contacts = read_parts (self, &daybook_contacts);
  GString *text = g_string_new (NULL);

  if (contacts != NULL)
    daybook_contacts_sort (contacts, get_now (self));
  sum_up (self, handles, text);
  sum_up (self, contacts, text);
  if (!daybook_bit_is_new (&self->seen, g_string_free (text, FALSE)))
    return;

  daybook_bit_empty (GTK_WIDGET (self->list));
  fill (self, handles, &daybook_handles);
  fill (self, contacts, &daybook_contacts);
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

static void
leave (DaybookCustomerBox *box)
{
  daybook_part_form_close (DAYBOOK_PART_FORM (DAYBOOK_CUSTOMER_WAYS (box)->form));
}

static void
add_personal (DaybookCustomerBox *box,
              GPtrArray          *rows)
{
  GPtrArray *handles = read_parts (DAYBOOK_CUSTOMER_WAYS (box), &daybook_handles);
  GPtrArray *contacts = read_parts (DAYBOOK_CUSTOMER_WAYS (box), &daybook_contacts);

  if (handles != NULL)
    g_ptr_array_extend_and_steal (rows, handles);
  if (contacts != NULL)
    g_ptr_array_extend_and_steal (rows, contacts);
}

/* --- The widget ----------------------------------------------------------------------------------- */

static void
daybook_customer_ways_finalize (GObject *object)
{
  g_free (DAYBOOK_CUSTOMER_WAYS (object)->seen);

  G_OBJECT_CLASS (daybook_customer_ways_parent_class)->finalize (object);
}

static void
daybook_customer_ways_class_init (DaybookCustomerWaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_customer_ways_finalize;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->leave = leave;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->add_personal = add_personal;
}

static void
daybook_customer_ways_init (DaybookCustomerWays *self)
{
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->form = g_object_new (DAYBOOK_TYPE_WAY_FORM, NULL);
  self->add = daybook_bit_button ("list-add-symbolic", _("Add a Way to Reach the Customer"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "panel-card");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "facts");
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "edit", G_CALLBACK (daybook_customer_box_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("Accounts and Contacts"), self->add);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->list));
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->form));
}
