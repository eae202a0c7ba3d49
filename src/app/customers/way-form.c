/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/way-form.h"

#include "app/common/typed-time.h"
#include "app/common/words.h"
#include "core/customer.h"
#include "store/customer-acts.h"

#include <glib/gi18n-lib.h>

struct _DaybookWayForm
{
  DaybookPartForm parent_instance;

  /* Template widgets */
  GtkDropDown *kind;
  GtkDropDown *platform;
  AdwEntryRow *value;
  AdwEntryRow *until;
  AdwEntryRow *note;
  GtkLabel    *problem;
  GtkWidget   *remove;
  GtkWidget   *save;
  GtkWidget   *fields;

  guint        n_kinds; /* of contacts; the one after them is an account */
};

G_DEFINE_FINAL_TYPE (DaybookWayForm, daybook_way_form, DAYBOOK_TYPE_PART_FORM)

static DaybookStore *
get_store (DaybookWayForm *self)
{
  return daybook_desk_get_store (daybook_part_form_get_desk (DAYBOOK_PART_FORM (self)));
}

static const DaybookRow *
get_way (DaybookWayForm *self)
{
  return daybook_part_form_get_row (DAYBOOK_PART_FORM (self));
}

static const DaybookId *
get_customer (DaybookWayForm *self)
{
  return &daybook_part_form_get_customer (DAYBOOK_PART_FORM (self))->id;
}

static const char *
read_entry (AdwEntryRow *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
is_account (DaybookWayForm *self)
{
  return gtk_drop_down_get_selected (self->kind) >= self->n_kinds;
}

/* --- Acts ------------------------------------------------------------------------------ */

/* What is typed of a contact; where nothing is, what is there. */
static gboolean
read_contact (DaybookWayForm       *self,
              DaybookContactDraft  *draft,
              GError              **error)
{
  const char *typed = read_entry (self->value);

  draft->kind = (DaybookContactKind) gtk_drop_down_get_selected (self->kind);
  draft->value = *typed == '\0' && get_way (self) != NULL ? daybook_row_text (get_way (self), DAYBOOK_CONTACT_VALUE) : typed;
  draft->note = read_entry (self->note);
  return daybook_typed_time_read (read_entry (self->until), daybook_store_get_now (get_store (self)), daybook_store_get_zone (get_store (self)),
                                  &draft->valid_until, error);
}

static gboolean
add_contact (DaybookWayForm  *self,
             DaybookEdit     *edit,
             GError         **error)
{
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  DaybookContactDraft draft = { 0 };

  if (!read_contact (self, &draft, error))
    return FALSE;

  return get_way (self) != NULL ? daybook_customer_set_contact (edit, reader, get_way (self), &draft, error)
                           : daybook_customer_add_contact (edit, reader, get_customer (self), &draft, NULL, error);
}

static gboolean
add_account (DaybookWayForm  *self,
             DaybookEdit     *edit,
             GError         **error)
{
  const char *platform = daybook_words_platform_key (gtk_drop_down_get_selected (self->platform));

  return daybook_customer_add_handle (edit, daybook_store_get_reader (get_store (self)), get_customer (self), platform != NULL ? platform : "",
                                      read_entry (self->value), error);
}

static gboolean
add_to (DaybookPartForm  *form,
        DaybookEdit      *edit,
        GError          **error)
{
  DaybookWayForm *self = DAYBOOK_WAY_FORM (form);

  return is_account (self) ? add_account (self, edit, error) : add_contact (self, edit, error);
}

/* --- What is seen ------------------------------------------------------------------------- */

static void
on_kind_chosen (DaybookWayForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->platform), is_account (self));
  gtk_widget_set_visible (GTK_WIDGET (self->note), !is_account (self));
  /* Only platforms lend numbers for a while. */
  gtk_widget_set_visible (GTK_WIDGET (self->until), gtk_drop_down_get_selected (self->kind) == DAYBOOK_CONTACT_PHONE);
  daybook_part_form_say_problem (DAYBOOK_PART_FORM (self), NULL);
}

static void
fill_kinds (DaybookWayForm *self)
{
  const DaybookField *field = &daybook_contacts.fields[DAYBOOK_CONTACT_KIND];
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) platforms = gtk_string_list_new (NULL);

  for (self->n_kinds = 0; field->words[self->n_kinds].word != NULL; self->n_kinds++)
    gtk_string_list_append (kinds, daybook_words_enum (field, self->n_kinds));
  gtk_string_list_append (kinds, _("Account on a platform"));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));

  for (guint i = 0; daybook_words_platform_key (i) != NULL; i++)
    gtk_string_list_append (platforms, daybook_words_platform (daybook_words_platform_key (i)));
  gtk_drop_down_set_model (self->platform, G_LIST_MODEL (platforms));
}

/* What is there and may not be seen stays, unless something else is typed. */
static void
show_value (DaybookWayForm *self,
            DaybookShow     show)
{
  guint field = get_way (self) != NULL ? (guint) get_way (self)->table->title : 0;
  g_autofree char *shown = get_way (self) != NULL ? daybook_desk_format (daybook_part_form_get_desk (DAYBOOK_PART_FORM (self)), get_way (self), field, show) : g_strdup ("");
  gboolean is_whole = get_way (self) == NULL || g_str_equal (shown, daybook_row_text (get_way (self), field));
  /* Translators: of a line to type in; %s: what is there already, masked. */
  g_autofree char *title = is_whole ? g_strdup (_("Number, address or name")) : g_strdup_printf (_("Empty: %s stays"), shown);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value), title);
  gtk_editable_set_text (GTK_EDITABLE (self->value), is_whole ? shown : "");
}

static void
daybook_way_form_class_init (DaybookWayFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPartFormClass *form_class = DAYBOOK_PART_FORM_CLASS (klass);

  form_class->add_to = add_to;
  form_class->added = N_("A way to reach the customer added");
  form_class->changed = N_("A way to reach the customer changed");
  form_class->removed = N_("A way to reach the customer taken away");

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/way-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, platform);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, value);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, until);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, remove);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, save);
  gtk_widget_class_bind_template_child (widget_class, DaybookWayForm, fields);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  daybook_part_form_bind (widget_class);
}

static void
daybook_way_form_init (DaybookWayForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_part_form_set_widgets (DAYBOOK_PART_FORM (self), self->problem, GTK_WIDGET (self->value), self->remove);
  fill_kinds (self);
  on_kind_chosen (self);
}

void
daybook_way_form_open (DaybookWayForm   *self,
                       DaybookDesk      *desk,
                       const DaybookRow *customer,
                       const DaybookRow *way,
                       DaybookShow       show)
{
  gboolean is_handle = way != NULL && way->table == &daybook_handles;
  g_autofree char *until = NULL;

  daybook_part_form_begin (DAYBOOK_PART_FORM (self), desk, customer, way);
  gtk_drop_down_set_selected (self->kind, is_handle ? self->n_kinds : way != NULL ? (guint) daybook_row_int (way, DAYBOOK_CONTACT_KIND) : 0);
  until = way != NULL && !is_handle ? daybook_typed_time_print (daybook_row_int (way, DAYBOOK_CONTACT_VALID_UNTIL), daybook_store_get_zone (get_store (self)))
                                    : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->until), until);
  gtk_editable_set_text (GTK_EDITABLE (self->note), way != NULL && !is_handle ? daybook_row_text (way, DAYBOOK_CONTACT_NOTE) : "");
  show_value (self, show);
  on_kind_chosen (self);
  /* An account's name is what it is. */
  gtk_widget_set_sensitive (self->fields, !is_handle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), way == NULL || !is_handle);
  gtk_widget_set_visible (GTK_WIDGET (self->platform), way == NULL && is_account (self));
  gtk_widget_set_visible (self->save, !is_handle);
  gtk_widget_grab_focus (is_handle ? self->remove : GTK_WIDGET (self->value));
}
