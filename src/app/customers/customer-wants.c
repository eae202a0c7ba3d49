/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-wants.h"

#include "app/common/note-editor.h"
#include "app/common/words.h"
#include "app/customers/set-note.h"
#include "core/customer.h"
#include "store/customer-acts.h"

#include <glib/gi18n-lib.h>

struct _DaybookCustomerWants
{
  DaybookCustomerBox parent_instance;

  /* Template widgets */
  DaybookNoteEditor *wishes;
  GtkCheckButton    *friend;
  GtkCheckButton    *quiet;
  GtkDropDown       *consent;
  AdwEntryRow       *how;
  GtkWidget         *given; /* around the line before, and the next */
  GtkLabel          *since;

  gboolean           showing; /* what changes now is no choice */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerWants, daybook_customer_wants, DAYBOOK_TYPE_CUSTOMER_BOX)

static const DaybookRow *
get_customer (DaybookCustomerWants *self)
{
  return daybook_customer_box_get_customer (DAYBOOK_CUSTOMER_BOX (self));
}

/* --- Acts ---------------------------------------------------------------------------------- */

static void
on_wishes_edited (DaybookCustomerWants *self,
                  const char           *text)
{
  if (get_customer (self) != NULL)
    daybook_set_note (GTK_WIDGET (self), daybook_customer_box_get_store (DAYBOOK_CUSTOMER_BOX (self)), get_customer (self),
                      DAYBOOK_CUSTOMER_WISHES, text);
}

static void
set_tick (DaybookCustomerWants *self,
          GtkCheckButton       *button,
          guint                 field)
{
  gboolean is_on = gtk_check_button_get_active (button);
  /* Translators: a field, and what it is now: “VIP grade: VIP 2”. */
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(daybook_customers.fields[field].label), is_on ? _("yes") : _("no"));

  if (!self->showing && get_customer (self) != NULL && is_on != (daybook_row_int (get_customer (self), field) != 0))
    daybook_customer_box_set (DAYBOOK_CUSTOMER_BOX (self), field, daybook_value_int (is_on), title);
}

static void
on_friend_toggled (DaybookCustomerWants *self)
{
  set_tick (self, self->friend, DAYBOOK_CUSTOMER_FRIEND);
}

static void
on_quiet_toggled (DaybookCustomerWants *self)
{
  set_tick (self, self->quiet, DAYBOOK_CUSTOMER_QUIET);
}

static void
set_consent (DaybookCustomerWants *self,
             DaybookConsent        consent,
             const char           *how)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  const DaybookField *field = &daybook_customers.fields[DAYBOOK_CUSTOMER_CONSENT];
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(field->label), daybook_words_enum (field, consent));
  g_autoptr(DaybookEdit) edit = daybook_customer_box_new_edit (box, title);

  daybook_customer_add_consent (edit, &get_customer (self)->id, consent, daybook_store_get_now (daybook_customer_box_get_store (box)), how);
  daybook_customer_box_commit (box, edit);
}

/* How it was said before says nothing of it any more. */
static void
on_consent_chosen (DaybookCustomerWants *self)
{
  guint consent = gtk_drop_down_get_selected (self->consent);

  if (!self->showing && get_customer (self) != NULL && (gint64) consent != daybook_row_int (get_customer (self), DAYBOOK_CUSTOMER_CONSENT))
    set_consent (self, (DaybookConsent) consent, NULL);
}

static void
on_how_applied (DaybookCustomerWants *self)
{
  set_consent (self, (DaybookConsent) gtk_drop_down_get_selected (self->consent), gtk_editable_get_text (GTK_EDITABLE (self->how)));
}

/* --- What is seen ------------------------------------------------------------------------------ */

/* What is being typed stands. */
static void
show_how (DaybookCustomerWants *self)
{
  const char *text = daybook_row_text (get_customer (self), DAYBOOK_CUSTOMER_CONSENT_HOW);
  gboolean typing = (gtk_widget_get_state_flags (GTK_WIDGET (self->how)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if ((daybook_customer_box_is_other (DAYBOOK_CUSTOMER_BOX (self)) || !typing) && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->how)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->how), text);
}

static void
show_consent (DaybookCustomerWants *self)
{
  const DaybookRow *customer = get_customer (self);
  g_autofree char *at = daybook_desk_format (daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self)), customer,
                                             DAYBOOK_CUSTOMER_CONSENT_AT, DAYBOOK_SHOW_MASKED);
  /* Translators: since when a consent holds; %s: a time. */
  g_autofree char *since = g_strdup_printf (_("Written down %s"), at);

  gtk_drop_down_set_selected (self->consent, (guint) daybook_row_int (customer, DAYBOOK_CUSTOMER_CONSENT));
  show_how (self);
  gtk_label_set_label (self->since, since);
  gtk_widget_set_visible (GTK_WIDGET (self->since), *at != '\0');
  gtk_widget_set_visible (self->given, daybook_row_int (customer, DAYBOOK_CUSTOMER_CONSENT) != DAYBOOK_CONSENT_UNASKED);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerWants *self = DAYBOOK_CUSTOMER_WANTS (box);
  const DaybookRow *customer = get_customer (self);

  self->showing = TRUE;
  daybook_note_editor_set_text (self->wishes, daybook_row_text (customer, DAYBOOK_CUSTOMER_WISHES));
  gtk_check_button_set_active (self->friend, daybook_row_int (customer, DAYBOOK_CUSTOMER_FRIEND) != 0);
  gtk_check_button_set_active (self->quiet, daybook_row_int (customer, DAYBOOK_CUSTOMER_QUIET) != 0);
  show_consent (self);
  self->showing = FALSE;
}

static void
leave (DaybookCustomerBox *box)
{
  daybook_note_editor_flush (DAYBOOK_CUSTOMER_WANTS (box)->wishes);
}

/* --- The widget ---------------------------------------------------------------------------------- */

static void
daybook_customer_wants_class_init (DaybookCustomerWantsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->leave = leave;

  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customer-wants.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, wishes);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, friend);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, quiet);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, consent);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, how);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, given);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerWants, since);
  gtk_widget_class_bind_template_callback (widget_class, on_wishes_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_friend_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_quiet_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_consent_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_how_applied);
}

static void
daybook_customer_wants_init (DaybookCustomerWants *self)
{
  const DaybookField *field = &daybook_customers.fields[DAYBOOK_CUSTOMER_CONSENT];
  g_autoptr(GtkStringList) answers = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  for (guint i = 0; field->words[i].word != NULL; i++)
    gtk_string_list_append (answers, daybook_words_enum (field, i));
  gtk_drop_down_set_model (self->consent, G_LIST_MODEL (answers));
  daybook_note_editor_set_hint (self->wishes, _("Wishes"), _("What they need and want, each time"));
  self->showing = FALSE;
}
