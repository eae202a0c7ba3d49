/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/lock-screen.h"

#include "app/common/weak.h"
#include "core/shop.h"
#include "store/gate.h"

struct _DaybookLockScreen
{
  AdwBin               parent_instance;

  /* Template widgets */
  AdwComboRow         *person_row;
  AdwPasswordEntryRow *pin_row;
  GtkLabel            *message;
  GtkWidget           *sit_button;
  GtkWidget           *stay_button;

  DaybookDesk         *desk;
  GPtrArray           *agents; /* DaybookRow: those the row offers */
  DaybookLockManner    manner;
  DaybookRow          *tried; /* whose PIN is being looked at; NULL: nobody's */
};

G_DEFINE_FINAL_TYPE (DaybookLockScreen, daybook_lock_screen, ADW_TYPE_BIN)

enum
{
  PASSED,
  STAYED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookRow *
get_person (DaybookLockScreen *self)
{
  guint selected = adw_combo_row_get_selected (self->person_row);

  return self->agents != NULL && selected < self->agents->len ? g_ptr_array_index (self->agents, selected) : NULL;
}

static gboolean
asks_pin (DaybookLockScreen *self)
{
  DaybookRow *person = get_person (self);
  gboolean asks = FALSE;

  /* Of a book that cannot be read nobody is let in. */
  return person == NULL
         || !daybook_gate_asks (daybook_store_get_reader (daybook_desk_get_store (self->desk)), &person->id, &asks, NULL) || asks;
}

static void
say (DaybookLockScreen *self,
     const char        *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
update (DaybookLockScreen *self)
{
  gboolean has_pin = *gtk_editable_get_text (GTK_EDITABLE (self->pin_row)) != '\0';
  gboolean asks = asks_pin (self);

  gtk_widget_set_visible (GTK_WIDGET (self->pin_row), asks);
  gtk_widget_set_sensitive (GTK_WIDGET (self->person_row), self->tried == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pin_row), self->tried == NULL);
  gtk_widget_set_sensitive (self->sit_button, self->tried == NULL && (has_pin || !asks));
  gtk_widget_set_visible (self->stay_button, self->manner == DAYBOOK_LOCK_CHOICE);
}

static void
forget_pin (DaybookLockScreen *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->pin_row), "");
}

static void
pass (DaybookLockScreen *self,
      DaybookRow        *person)
{
  forget_pin (self);
  say (self, NULL);
  g_signal_emit (self, signals[PASSED], 0, person);
}

static void
on_tried (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookLockScreen) self = daybook_weak_take (data);
  g_autoptr(DaybookRow) tried = NULL;
  g_autoptr(GError) error = NULL;
  gboolean passed = daybook_gate_pass_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL || self->tried == NULL)
    return;

  /* Whoever is chosen by now: it was this person's PIN. */
  tried = g_steal_pointer (&self->tried);
  forget_pin (self);
  update (self);
  if (passed)
    {
      pass (self, tried);
      return;
    }

  say (self, error != NULL ? error->message : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->pin_row));
}

static void
on_sit_clicked (DaybookLockScreen *self)
{
  g_autoptr(DaybookRow) person = get_person (self) != NULL ? daybook_row_ref (get_person (self)) : NULL;

  if (person == NULL || self->tried != NULL || !gtk_widget_get_sensitive (self->sit_button))
    return;
  if (!asks_pin (self))
    {
      pass (self, person);
      return;
    }

  self->tried = daybook_row_ref (person);
  daybook_gate_pass_async (daybook_desk_get_store (self->desk), &person->id, gtk_editable_get_text (GTK_EDITABLE (self->pin_row)), NULL,
                           on_tried, daybook_weak_new (self));
  update (self);
}

static void
on_stay_clicked (DaybookLockScreen *self)
{
  daybook_lock_screen_stay (self);
}

static void
on_pin_changed (DaybookLockScreen *self)
{
  update (self);
}

static void
on_person_selected (DaybookLockScreen *self)
{
  if (self->agents == NULL)
    return;

  forget_pin (self);
  say (self, NULL);
  update (self);
}

static void
daybook_lock_screen_dispose (GObject *object)
{
  DaybookLockScreen *self = DAYBOOK_LOCK_SCREEN (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  g_clear_pointer (&self->tried, daybook_row_unref);

  G_OBJECT_CLASS (daybook_lock_screen_parent_class)->dispose (object);
}

static void
daybook_lock_screen_class_init (DaybookLockScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_lock_screen_dispose;

  signals[PASSED] = g_signal_new ("passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DAYBOOK_TYPE_ROW);
  signals[STAYED] = g_signal_new ("stayed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/window/lock-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookLockScreen, person_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookLockScreen, pin_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookLockScreen, message);
  gtk_widget_class_bind_template_child (widget_class, DaybookLockScreen, sit_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookLockScreen, stay_button);
  gtk_widget_class_bind_template_callback (widget_class, on_person_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stay_clicked);
}

static void
daybook_lock_screen_init (DaybookLockScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_lock_screen_new (DaybookDesk *desk)
{
  DaybookLockScreen *self = g_object_new (DAYBOOK_TYPE_LOCK_SCREEN, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

static void
offer_people (DaybookLockScreen *self,
              const DaybookId   *agent)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) agents = g_ptr_array_ref (daybook_desk_get_agents (self->desk));
  guint selected = 0;

  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (agents, i);
      g_autofree char *name = daybook_desk_agent_name (row);

      gtk_string_list_append (names, name);
      if (daybook_id_equal (&row->id, agent))
        selected = i;
    }

  /* What is offered is no choice of a person. */
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  adw_combo_row_set_model (self->person_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->person_row, selected);
  self->agents = g_steal_pointer (&agents);
}

void
daybook_lock_screen_open (DaybookLockScreen *self,
                          const DaybookId   *agent,
                          DaybookLockManner  manner)
{
  self->manner = manner;
  offer_people (self, agent);
  forget_pin (self);
  say (self, NULL);
  update (self);
  gtk_widget_grab_focus (asks_pin (self) ? GTK_WIDGET (self->pin_row) : GTK_WIDGET (self->person_row));
}

DaybookLockManner
daybook_lock_screen_get_manner (DaybookLockScreen *self)
{
  return self->manner;
}

void
daybook_lock_screen_stay (DaybookLockScreen *self)
{
  if (self->manner == DAYBOOK_LOCK_CHOICE && self->tried == NULL)
    g_signal_emit (self, signals[STAYED], 0);
}
