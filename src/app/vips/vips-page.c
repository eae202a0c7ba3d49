/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vips-page.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/customers/customer-panel.h"
#include "app/vips/vip-row.h"
#include "core/customer.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

struct _DaybookVipsPage
{
  DaybookPage           parent_instance;

  /* Template widgets */
  GtkToggleButton      *proposals;
  GtkToggleButton      *all;
  GtkToggleButton      *contact;
  GtkStack             *stack;
  AdwStatusPage        *nothing;
  GtkWidget            *set_up;
  GtkLabel             *count;
  GtkWidget            *confirm_all;
  GtkDropDown          *order;
  GtkListView          *list;
  DaybookCustomerPanel *panel;

  /* Owned */
  DaybookDesk          *desk;
  DaybookLane          *lane;
  GCancellable         *cancellable; /* of the question at hand, or NULL */
  DaybookVipList       *read;        /* what is shown; NULL: nothing yet */
  GListStore           *customers;   /* DaybookVipObject */
  GtkMultiSelection    *selection;

  DaybookVipsView       view;
  guint                 next;  /* where it goes on after what was done; GTK_INVALID_LIST_POSITION: nowhere */
  gboolean              stale; /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookVipsPage, daybook_vips_page, DAYBOOK_TYPE_PAGE)

static DaybookStore *
get_store (DaybookVipsPage *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookVipsPage *self)
{
  return daybook_store_get_reader (get_store (self));
}

static guint
count_all (DaybookVipsPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->customers));
}

/* --- What is said above the list --------------------------------------------------------------- */

static gboolean
any_used (const DaybookGradeRules *rules)
{
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    if (rules->of[i].used)
      return TRUE;

  return FALSE;
}

/* "VIP 2: answered in 50 % of the time, contact every 30 days, 5 % on top of other discounts" (transfer full) */
static char *
describe_grade (DaybookVipsPage       *self,
                DaybookGrade           grade,
                const DaybookDueTerms *terms)
{
  const DaybookGradeRule *rule = &self->read->rules.of[grade];
  g_autofree char *gives = daybook_grade_rule_gives (rule);
  GString *text = g_string_new (NULL);

  /* Translators: a VIP grade, and in which part of the usual time its customers are answered, in percent. */
  g_string_append_printf (text, _("%1$s: answered in %2$u %% of the time"), daybook_grade_name (&self->read->rules, grade),
                          terms->rules.of[DAYBOOK_RULE_GRADE_1 + grade - DAYBOOK_GRADE_1].number);
  if (rule->interval > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · contact every %u day", " · contact every %u days", (gulong) rule->interval),
                            (guint) rule->interval);
  if (*gives != '\0')
    g_string_append_printf (text, " · %s", gives);
  return g_string_free (text, FALSE);
}

static char *
describe_grades (DaybookVipsPage *self)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  GString *text = g_string_new (NULL);

  if (!daybook_reader_due_terms (get_reader (self), &terms, NULL))
    return g_string_free (text, FALSE);

  for (guint i = DAYBOOK_N_GRADES - 1; i >= DAYBOOK_GRADE_1; i--)
    if (self->read->rules.of[i].used)
      {
        g_autofree char *one = describe_grade (self, (DaybookGrade) i, &terms);

        g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s", one);
      }
  return g_string_free (text, FALSE);
}

static char *
describe (DaybookVipsPage *self)
{
  guint n = count_all (self);

  switch (self->view)
    {
    case DAYBOOK_VIPS_PROPOSALS:
      n = self->read->candidates != NULL ? self->read->candidates->len : 0;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Another grade is proposed for %u customer.", "Another grade is proposed for %u customers.", n), n);
    case DAYBOOK_VIPS_ALL:
      return describe_grades (self);
    case DAYBOOK_VIPS_CONTACT:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u customer, %2$u of them over the time.", "%1$u customers, %2$u of them over the time.", n),
                              n, self->read->n_late);
    }
}

typedef struct
{
  const char *title;       /* msgids */
  const char *description;
} Empty;

static const Empty EMPTY[] = {
  [DAYBOOK_VIPS_PROPOSALS] = { N_("Nobody Is to Have Another Grade"),
    N_("Who has bought enough is proposed here with the reason, and so is who no longer does. Nobody’s grade changes until you confirm it.") },
  [DAYBOOK_VIPS_ALL] = { N_("No VIPs Yet"), N_("Good customers are answered sooner and hear from the shop again. Confirm a proposal, or give a customer a grade by hand.") },
  [DAYBOOK_VIPS_CONTACT] = { N_("Nobody to Contact"),
    N_("Give a VIP grade, or a customer, an interval of contact: who has not heard from the shop for so long stands here and in Today.") },
};

static void
show_state (DaybookVipsPage *self)
{
  g_autofree char *text = describe (self);
  gboolean any = count_all (self) > 0, used = any_used (&self->read->rules);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->confirm_all, self->view == DAYBOOK_VIPS_PROPOSALS && any);
  gtk_widget_set_visible (GTK_WIDGET (self->order), self->view == DAYBOOK_VIPS_CONTACT);
  gtk_widget_set_visible (self->set_up, !used);
  adw_status_page_set_title (self->nothing, used ? _(EMPTY[self->view].title) : _("What Is a VIP?"));
  adw_status_page_set_description (self->nothing, used ? _(EMPTY[self->view].description)
    : _("Say what a customer must have bought for each of three grades, and what they have of it. Until you confirm a grade, nobody is proposed for it."));
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

/* --- The list ------------------------------------------------------------------------------------ */

/* (transfer full), or NULL */
static DaybookVipObject *
object_at (DaybookVipsPage *self,
           guint            position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->customers), position);
}

static guint
first_selected (DaybookVipsPage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
}

static DaybookRow *
row_at (DaybookVipsPage *self,
        guint            position)
{
  g_autoptr(DaybookVipObject) object = object_at (self, position);

  return object != NULL ? daybook_reader_row (get_reader (self), &daybook_customers, daybook_vip_object_get_mark (object)->customer, NULL) : NULL;
}

static void
show_panel (DaybookVipsPage *self)
{
  g_autoptr(DaybookRow) row = daybook_vips_page_get_open (self);

  if (daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    daybook_customer_panel_show (self->panel, row);
}

static void
on_selection_changed (DaybookVipsPage *self)
{
  show_panel (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
select_at (DaybookVipsPage *self,
           guint            position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* The customer stays selected that was; one that has gone gives place to the next. */
static void
take (DaybookVipsPage *self)
{
  g_autoptr(DaybookVipObject) before = object_at (self, first_selected (self));
  gint64 customer = before != NULL ? daybook_vip_object_get_mark (before)->customer : 0;
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  guint at = self->next;

  for (guint i = 0; i < self->read->marks->len; i++)
    {
      const DaybookVipMark *mark = &g_array_index (self->read->marks, DaybookVipMark, i);

      if (mark->customer == customer && self->next == GTK_INVALID_LIST_POSITION)
        at = i;
      g_ptr_array_add (objects, daybook_vip_object_new (mark));
    }
  g_list_store_splice (self->customers, 0, count_all (self), objects->pdata, objects->len);
  self->next = GTK_INVALID_LIST_POSITION;
  if (at != GTK_INVALID_LIST_POSITION && objects->len > 0)
    select_at (self, MIN (at, objects->len - 1));
  /* The row that had it is another one now. */
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- Asking --------------------------------------------------------------------------------------- */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookVipsPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookVipList) read = daybook_vip_list_read_finish (result, &error);

  if (read == NULL)
    {
      if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }

  g_clear_pointer (&self->read, daybook_vip_list_free);
  self->read = g_steal_pointer (&read);
  take (self);
  show_state (self);
  show_panel (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
ask (DaybookVipsPage *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daybook_vip_list_read_async (self->lane, self->view, gtk_drop_down_get_selected (self->order) == 1 ? DAYBOOK_VIPS_BY_GRADE : DAYBOOK_VIPS_BY_TIME,
                               daybook_store_get_now (get_store (self)), self->cancellable, on_read, g_object_ref (self));
}

static void
on_book_changed (DaybookVipsPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    ask (self);
}

static void
turn_to (DaybookVipsPage *self,
         DaybookVipsView  view)
{
  if (self->view == view)
    return;

  self->view = view;
  self->next = GTK_INVALID_LIST_POSITION;
  g_list_store_remove_all (self->customers);
  ask (self);
}

static void
on_view_toggled (DaybookVipsPage *self)
{
  turn_to (self, gtk_toggle_button_get_active (self->proposals) ? DAYBOOK_VIPS_PROPOSALS
                 : gtk_toggle_button_get_active (self->all)     ? DAYBOOK_VIPS_ALL
                                                                : DAYBOOK_VIPS_CONTACT);
}

static void
on_order_chosen (DaybookVipsPage *self)
{
  if (self->desk != NULL && self->view == DAYBOOK_VIPS_CONTACT)
    ask (self);
}

/* --- Acts ------------------------------------------------------------------------------------------- */

static void
commit (DaybookVipsPage *self,
        DaybookEdit     *edit)
{
  if (daybook_edit_size (edit) > 0)
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
confirm (DaybookVipsPage *self,
         GArray          *candidates)
{
  g_autoptr(DaybookEdit) edit = daybook_grade_act_confirm (get_reader (self), &self->read->rules, candidates, daybook_store_get_agent (get_store (self)));

  commit (self, edit);
}

static void
decline (DaybookVipsPage *self,
         GArray          *candidates)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_grade_act_decline (get_reader (self), candidates, daybook_store_get_agent (get_store (self)),
                                                           daybook_store_get_now (get_store (self)), &error);

  if (edit != NULL)
    commit (self, edit);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

static void
say_contacted (DaybookVipsPage  *self,
               GPtrArray        *rows,
               DaybookEventKind  kind)
{
  DaybookStore *store = get_store (self);
  const char *what = kind == DAYBOOK_EVENT_CALL ? _("Called") : _("Contacted");
  g_autofree char *name = rows->len == 1 ? daybook_desk_name (self->desk, daybook_customers.kind, &((DaybookRow *) g_ptr_array_index (rows, 0))->id) : NULL;
  g_autofree char *title = name != NULL ? g_strdup_printf ("%s: %s", name, what)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u customer", "%1$s: %2$u customers", rows->len), what, rows->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  for (guint i = 0; i < rows->len; i++)
    daybook_contacted_add (edit, &((DaybookRow *) g_ptr_array_index (rows, i))->id, kind, daybook_store_get_agent (store), daybook_store_get_now (store));
  commit (self, edit);
}

/* What a step does with these (DaybookVipObject). */
static void
do_step (DaybookVipsPage *self,
         GPtrArray       *objects,
         DaybookVipStep   step)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (DaybookGradeCandidate));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < objects->len; i++)
    {
      const DaybookVipMark *mark = daybook_vip_object_get_mark (g_ptr_array_index (objects, i));
      DaybookRow *row = daybook_reader_row (get_reader (self), &daybook_customers, mark->customer, NULL);

      if (mark->proposed)
        g_array_append_val (candidates, mark->candidate);
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  if (step == DAYBOOK_VIP_CONFIRM && candidates->len > 0)
    confirm (self, candidates);
  else if (step == DAYBOOK_VIP_DECLINE && candidates->len > 0)
    decline (self, candidates);
  else if ((step == DAYBOOK_VIP_CONTACTED || step == DAYBOOK_VIP_CALLED) && rows->len > 0)
    say_contacted (self, rows, step == DAYBOOK_VIP_CALLED ? DAYBOOK_EVENT_CALL : DAYBOOK_EVENT_TOLD);
}

static void
do_selected (DaybookVipsPage *self,
             DaybookVipStep   step)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (objects, object_at (self, gtk_bitset_get_nth (selected, i)));
  self->next = first_selected (self);
  do_step (self, objects, step);
}

static void
on_step_wanted (DaybookVipsPage  *self,
                DaybookVipObject *object,
                guint             step)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new ();
  guint position;

  if (g_list_store_find (self->customers, object, &position))
    self->next = position;
  g_ptr_array_add (objects, object);
  do_step (self, objects, (DaybookVipStep) step);
}

static void
on_confirm_all_clicked (DaybookVipsPage *self)
{
  if (self->read != NULL && self->read->candidates != NULL)
    confirm (self, self->read->candidates);
}

static void
open_at (DaybookVipsPage *self,
         guint            position)
{
  g_autoptr(DaybookRow) row = row_at (self, position);

  if (row == NULL)
    return;

  select_at (self, position);
  daybook_page_open_panel (DAYBOOK_PAGE (self));
  show_panel (self);
}

/* --- Rows ------------------------------------------------------------------------------------------- */

static void
on_row_set_up (DaybookVipsPage *self,
               GtkListItem     *item)
{
  GtkWidget *row = daybook_vip_row_new (self->desk);

  g_signal_connect_object (row, "step", G_CALLBACK (on_step_wanted), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_row_bound (DaybookVipsPage *self,
              GtkListItem     *item)
{
  daybook_vip_row_show (DAYBOOK_VIP_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), &self->read->rules);
}

static void
on_row_unbound (DaybookVipsPage *self,
                GtkListItem     *item)
{
  daybook_vip_row_show (DAYBOOK_VIP_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* --- The page ---------------------------------------------------------------------------------------- */

DaybookRow *
daybook_vips_page_get_open (DaybookVipsPage *self)
{
  guint position = first_selected (self);

  return position != GTK_INVALID_LIST_POSITION ? row_at (self, position) : NULL;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (page);
  gboolean any = first_selected (self) != GTK_INVALID_LIST_POSITION;
  gboolean proposals = self->view == DAYBOOK_VIPS_PROPOSALS;

  if (g_str_equal (command, "done") || g_str_equal (command, "open"))
    return any;
  if (g_str_equal (command, "decline"))
    return any && proposals;
  if (g_str_equal (command, "called"))
    return any && !proposals;

  return (g_str_equal (command, "next") || g_str_equal (command, "previous") || g_str_equal (command, "select-all")) && count_all (self) > 0;
}

static void
turn (DaybookVipsPage *self,
      int              by)
{
  guint at = first_selected (self);
  gint64 position = at == GTK_INVALID_LIST_POSITION ? 0 : (gint64) at + by;

  if (position >= 0 && position < count_all (self))
    select_at (self, (guint) position);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (page);

  if (g_str_equal (command, "done"))
    do_selected (self, self->view == DAYBOOK_VIPS_PROPOSALS ? DAYBOOK_VIP_CONFIRM : DAYBOOK_VIP_CONTACTED);
  else if (g_str_equal (command, "decline"))
    do_selected (self, DAYBOOK_VIP_DECLINE);
  else if (g_str_equal (command, "called"))
    do_selected (self, DAYBOOK_VIP_CALLED);
  else if (g_str_equal (command, "open"))
    open_at (self, first_selected (self));
  else if (g_str_equal (command, "select-all"))
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  else
    turn (self, g_str_equal (command, "next") ? 1 : -1);
}

static void
shown (DaybookPage *page)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (page);

  if (self->stale)
    ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
daybook_vips_page_dispose (GObject *object)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->customers);
  g_clear_pointer (&self->read, daybook_vip_list_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_vips_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/vips/vips-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, all);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, contact);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, set_up);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, confirm_all);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, order);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_order_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, open_at);
}

static void
daybook_vips_page_class_init (DaybookVipsPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_vips_page_dispose;
  page_class->can = can;
  page_class->perform = perform;
  page_class->shown = shown;

  g_type_ensure (DAYBOOK_TYPE_CUSTOMER_PANEL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_vips_page_init (DaybookVipsPage *self)
{
  self->next = GTK_INVALID_LIST_POSITION;
  self->customers = g_list_store_new (DAYBOOK_TYPE_VIP_OBJECT);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->customers)));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_list (DaybookVipsPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_row_set_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_row_bound), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_row_unbound), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

DaybookPage *
daybook_vips_page_new (DaybookStore *store)
{
  DaybookVipsPage *self = g_object_new (DAYBOOK_TYPE_VIPS_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  self->lane = daybook_lane_new (store);
  daybook_customer_panel_set_desk (self->panel, self->desk);
  set_up_list (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::panel-open", G_CALLBACK (show_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (self->desk), "minute", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  ask (self);
  return DAYBOOK_PAGE (self);
}
