/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/boxes/box-panel.h"

#include "app/cases/case-panel.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "core/case.h"
#include "core/order.h"
#include "store/box-acts.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

struct _DaybookBoxPanel
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkWidget         *content;
  GtkLabel          *number;
  GtkLabel          *origin;
  DaybookNoteEditor *received;
  DaybookNoteEditor *remark;
  GtkWidget         *waiting;
  GtkBox            *offers;
  GtkEditable       *match_entry;
  GtkLabel          *problem;
  GtkWidget         *matched;
  GtkStack          *cases;

  /* Owned */
  DaybookDesk       *desk;
  DaybookRow        *row;      /* shown, or NULL */
  DaybookRow        *case_row; /* its case, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookBoxPanel, daybook_box_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Registers in which goods come back: a case of theirs can be begun from the box’s order. */
static const char *const COMING_BACK[] = { "return", "exchange" };

static DaybookStore *
get_store (DaybookBoxPanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookBoxPanel *self)
{
  return daybook_store_get_reader (get_store (self));
}

/* --- Acts ----------------------------------------------------------------------------- */

static void
emit_edit (DaybookBoxPanel *self,
           DaybookEdit     *edit)
{
  if (daybook_edit_size (edit) > 0)
    g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_case_edited (DaybookBoxPanel *self,
                DaybookEdit     *edit)
{
  emit_edit (self, edit);
}

static void
set_text (DaybookBoxPanel *self,
          guint            field,
          const char      *text)
{
  /* Translators: the title of an act: a parcel’s number, and what became of it. */
  g_autofree char *title = g_strdup_printf (_("Box %1$s: %2$s"), daybook_row_text (self->row, DAYBOOK_BOX_NUMBER),
                                            _(daybook_boxes.fields[field].label));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  daybook_edit_set (edit, &daybook_boxes, &self->row->id, field, daybook_value_text (*text != '\0' ? text : NULL));
  emit_edit (self, edit);
}

static void
on_received_edited (DaybookBoxPanel *self,
                    const char      *text)
{
  set_text (self, DAYBOOK_BOX_RECEIVED, text);
}

static void
on_remark_edited (DaybookBoxPanel *self,
                  const char      *text)
{
  set_text (self, DAYBOOK_BOX_REMARK, text);
}

static void
say_problem (DaybookBoxPanel *self,
             const char      *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
match_case (DaybookBoxPanel  *self,
            const DaybookRow *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_box_act_match (self->row, to, daybook_store_get_agent (get_store (self)),
                                                       daybook_store_get_now (get_store (self)), &error);

  say_problem (self, error != NULL ? error->message : NULL);
  if (edit != NULL)
    emit_edit (self, edit);
}

static void
match_order (DaybookBoxPanel  *self,
             const DaybookRow *order)
{
  g_autoptr(DaybookEdit) edit = daybook_box_act_order (self->row, order, daybook_store_get_agent (get_store (self)));

  say_problem (self, NULL);
  emit_edit (self, edit);
}

/* The case of that number that is in use; one that was merged away is not. */
static DaybookRow *
find_case (DaybookBoxPanel *self,
           const char      *number)
{
  g_autofree char *upper = g_utf8_strup (number, -1);
  gint64 key = daybook_reader_case_numbered (get_reader (self), upper, NULL);
  g_autoptr(DaybookRow) row = key > 0 ? daybook_reader_row (get_reader (self), &daybook_cases, key, NULL) : NULL;

  if (row == NULL || daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0 || daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
    return NULL;
  return g_steal_pointer (&row);
}

static void
on_match_entered (DaybookBoxPanel *self)
{
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (self->match_entry)));
  g_autoptr(DaybookRow) to = *number != '\0' ? find_case (self, number) : NULL;
  g_autoptr(GPtrArray) orders = *number != '\0' && to == NULL ? daybook_reader_orders_numbered (get_reader (self), number, NULL) : NULL;

  if (*number == '\0')
    return;
  if (to != NULL)
    match_case (self, to);
  else if (orders != NULL && orders->len > 0)
    match_order (self, g_ptr_array_index (orders, 0));
  else
    say_problem (self, _("There is no case and no order of this number."));
  if (to != NULL || (orders != NULL && orders->len > 0))
    gtk_editable_set_text (self->match_entry, "");
}

static void
on_release_clicked (DaybookBoxPanel *self)
{
  g_autoptr(DaybookEdit) edit = daybook_box_act_release (self->row, daybook_store_get_agent (get_store (self)));

  emit_edit (self, edit);
}

static void
on_open_clicked (DaybookBoxPanel *self)
{
  const DaybookId *id = daybook_row_ref_id (self->row, DAYBOOK_BOX_CASE);

  if (id != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, id);
}

static void
on_copy_clicked (DaybookBoxPanel *self)
{
  const char *number = daybook_row_text (self->row, DAYBOOK_BOX_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

/* --- What it may be of -------------------------------------------------------------------- */

static void
on_offer_clicked (DaybookBoxPanel *self,
                  GtkWidget       *button)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");

  if (row->table == &daybook_orders)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_orders, &row->id);
  else
    match_case (self, row);
}

static GtkWidget *
add_button (DaybookBoxPanel *self,
            const char      *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->offers, button);
  return button;
}

static void
add_offer (DaybookBoxPanel *self,
           DaybookRow      *row,
           const char      *label)
{
  GtkWidget *button = add_button (self, label);

  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref (row), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_offer_clicked), self, G_CONNECT_SWAPPED);
}

/* "It Belongs to R-A1001 · On its way back" */
static void
add_cases (DaybookBoxPanel *self,
           GPtrArray       *cases)
{
  for (guint i = 0; i < cases->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (cases, i);
      g_autofree char *stage = daybook_desk_format (self->desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
      g_autofree char *name = g_strdup_printf ("%s · %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), stage);
      /* Translators: %s is a case and its stage. */
      g_autofree char *label = g_strdup_printf (_("It Belongs to %s"), name);

      add_offer (self, row, label);
    }
}

/* "New: Return and refund": with the box's number, and its order where that is known. */
static void
add_new_case (DaybookBoxPanel *self,
              const char      *key)
{
  g_autofree char *box = daybook_id_to_string (&self->row->id);
  DaybookRegister *definition = daybook_reader_register (get_reader (self), key);
  g_autofree char *label = definition != NULL ? g_strdup_printf (_("New: %s"), daybook_register_get_label (definition)) : NULL;
  GtkWidget *button = definition != NULL ? add_button (self, label) : NULL;

  if (button == NULL)
    return;
  /* The name without its target would be taken for another action. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssss)", key, daybook_boxes.kind, box, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-case-of");
}

static void
add_order (DaybookBoxPanel *self,
           DaybookRow      *order)
{
  g_autofree char *name = daybook_desk_order_name (self->desk, order);
  g_autofree char *label = g_strdup_printf (_("Show the Order %s"), name);

  add_offer (self, order, label);
}

static void
clear_offers (DaybookBoxPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_box_remove (self->offers, child);
}

/* What the number says, and the order that somebody named. */
static void
show_offers (DaybookBoxPanel *self)
{
  g_autoptr(DaybookParcelFind) find = daybook_reader_find_parcel (get_reader (self), daybook_row_text (self->row, DAYBOOK_BOX_NUMBER), NULL);
  const DaybookId *named = daybook_row_ref_id (self->row, DAYBOOK_BOX_ORDER);
  g_autoptr(DaybookRow) order = named != NULL ? daybook_reader_find (get_reader (self), &daybook_orders, named, NULL) : NULL;

  clear_offers (self);
  if (find != NULL)
    add_cases (self, find->cases);
  if (find != NULL)
    add_cases (self, find->beside);
  if (order != NULL)
    add_order (self, order);
  for (guint i = 0; order == NULL && find != NULL && i < find->orders->len; i++)
    add_order (self, g_ptr_array_index (find->orders, i));
  for (gsize i = 0; (find == NULL || find->cases->len == 0) && i < G_N_ELEMENTS (COMING_BACK); i++)
    add_new_case (self, COMING_BACK[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), gtk_widget_get_first_child (GTK_WIDGET (self->offers)) != NULL);
}

/* --- Its case --------------------------------------------------------------------------------- */

/* The panel for cases of that register, as the register is now. */
static DaybookCasePanel *
obtain_case_panel (DaybookBoxPanel *self,
                   DaybookRegister *definition)
{
  const char *key = daybook_register_get_key (definition);
  GtkWidget *panel = gtk_stack_get_child_by_name (self->cases, key);

  if (panel != NULL && g_object_get_data (G_OBJECT (panel), "definition") != definition)
    {
      gtk_stack_remove (self->cases, panel);
      panel = NULL;
    }
  if (panel == NULL)
    {
      panel = g_object_new (DAYBOOK_TYPE_CASE_PANEL, NULL);
      daybook_case_panel_set_up (DAYBOOK_CASE_PANEL (panel), self->desk, definition);
      g_object_set_data (G_OBJECT (panel), "definition", definition);
      g_signal_connect_object (panel, "edit", G_CALLBACK (on_case_edited), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->cases, panel, key);
    }
  gtk_stack_set_visible_child (self->cases, panel);
  return DAYBOOK_CASE_PANEL (panel);
}

static DaybookCasePanel *
get_case_panel (DaybookBoxPanel *self)
{
  GtkWidget *panel = self->case_row != NULL ? gtk_stack_get_visible_child (self->cases) : NULL;

  return panel != NULL ? DAYBOOK_CASE_PANEL (panel) : NULL;
}

static void
read_case (DaybookBoxPanel *self)
{
  const DaybookId *id = daybook_row_ref_id (self->row, DAYBOOK_BOX_CASE);

  g_clear_pointer (&self->case_row, daybook_row_unref);
  if (id != NULL)
    self->case_row = daybook_reader_find (get_reader (self), &daybook_cases, id, NULL);
}

static void
show_case (DaybookBoxPanel *self)
{
  DaybookRegister *definition = self->case_row == NULL ? NULL
    : daybook_reader_register (get_reader (self), daybook_row_text (self->case_row, DAYBOOK_CASE_REGISTER));

  gtk_widget_set_visible (GTK_WIDGET (self->cases), definition != NULL);
  if (definition != NULL)
    daybook_case_panel_show (obtain_case_panel (self, definition), self->case_row);
}

/* --- The panel --------------------------------------------------------------------------------- */

static void
show_head (DaybookBoxPanel *self)
{
  g_autofree char *at = daybook_desk_format (self->desk, self->row, DAYBOOK_BOX_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *agent = daybook_desk_format (self->desk, self->row, DAYBOOK_BOX_AGENT, DAYBOOK_SHOW_MASKED);
  g_autofree char *since = g_strdup_printf (_("On the table since %s"), at);
  g_autofree char *origin = *agent != '\0' ? g_strjoin (" · ", since, agent, NULL) : g_strdup (since);

  gtk_label_set_label (self->number, daybook_row_text (self->row, DAYBOOK_BOX_NUMBER));
  gtk_label_set_label (self->origin, origin);
  daybook_note_editor_set_text (self->received, daybook_row_text (self->row, DAYBOOK_BOX_RECEIVED));
  daybook_note_editor_set_text (self->remark, daybook_row_text (self->row, DAYBOOK_BOX_REMARK));
}

static void
show_row (DaybookBoxPanel *self)
{
  gboolean is_waiting = daybook_row_int (self->row, DAYBOOK_BOX_STATE) == DAYBOOK_BOX_WAITING;

  read_case (self);
  show_head (self);
  gtk_widget_set_visible (self->waiting, is_waiting);
  gtk_widget_set_visible (self->matched, !is_waiting);
  if (is_waiting)
    show_offers (self);
  show_case (self);
}

/* A case may have come that has the number, or its case has gone on. */
static void
on_store_changed (DaybookBoxPanel *self)
{
  if (self->row != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_row (self);
}

static void
daybook_box_panel_dispose (GObject *object)
{
  DaybookBoxPanel *self = DAYBOOK_BOX_PANEL (object);

  g_clear_pointer (&self->case_row, daybook_row_unref);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_box_panel_parent_class)->dispose (object);
}

static void
daybook_box_panel_class_init (DaybookBoxPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_box_panel_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/boxes/box-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, content);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, number);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, origin);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, received);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, remark);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, waiting);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, offers);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, match_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, matched);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoxPanel, cases);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_received_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_remark_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_match_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_release_clicked);
}

static void
daybook_box_panel_init (DaybookBoxPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_note_editor_set_hint (self->received, _(daybook_boxes.fields[DAYBOOK_BOX_RECEIVED].label),
                                _("Pieces, and what is damaged or missing"));
  daybook_note_editor_set_hint (self->remark, _(daybook_boxes.fields[DAYBOOK_BOX_REMARK].label),
                                _("Sender or phone on the box, shelf"));
}

void
daybook_box_panel_set_up (DaybookBoxPanel *self,
                          DaybookDesk     *desk)
{
  self->desk = g_object_ref (desk);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
}

void
daybook_box_panel_show (DaybookBoxPanel  *self,
                        const DaybookRow *row)
{
  gboolean is_other = self->row != NULL && (row == NULL || !daybook_id_equal (&self->row->id, &row->id));

  if (is_other)
    {
      daybook_note_editor_flush (self->received);
      daybook_note_editor_flush (self->remark);
      gtk_editable_set_text (self->match_entry, "");
      say_problem (self, NULL);
    }

  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row != NULL ? daybook_row_ref ((DaybookRow *) row) : NULL;
  gtk_widget_set_visible (self->content, row != NULL);
  if (row != NULL)
    show_row (self);
}

void
daybook_box_panel_begin (DaybookBoxPanel *self)
{
  GtkWidget *offer = gtk_widget_get_first_child (GTK_WIDGET (self->offers));
  DaybookCasePanel *panel = get_case_panel (self);

  if (self->row == NULL)
    return;
  if (panel != NULL && daybook_case_panel_count (panel))
    return;
  if (panel != NULL)
    daybook_note_editor_begin (self->received);
  else if (gtk_widget_get_visible (self->waiting) && offer != NULL)
    gtk_widget_grab_focus (offer);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->match_entry));
}

gboolean
daybook_box_panel_end (DaybookBoxPanel *self)
{
  DaybookCasePanel *panel = get_case_panel (self);

  return panel != NULL && daybook_case_panel_end (panel);
}
