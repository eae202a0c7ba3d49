/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/bounds-dialog.h"

#include "app/common/shell.h"
#include "core/money.h"
#include "store/customer-value.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SET "set"
#define PROPOSED "proposed"

/* Lives as long as the dialog. */
typedef struct
{
  DaybookStore     *store; /* a reference */
  AdwMessageDialog *dialog; /* borrowed, as the following */
  GtkEditable      *days, *sales, *money;
  GtkLabel         *says;
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->store);
  g_free (question);
}

/* --- Texts ---------------------------------------------------------------------------------- */

static char *
print_numbers (const gint64 *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", numbers[i]);
  return g_string_free (text, FALSE);
}

static char *
print_money (const gint64 *amounts,
             const char   *currency)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    {
      g_autofree char *amount = daybook_money_to_string (amounts[i], currency);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", amount);
    }
  return g_string_free (text, FALSE);
}

/* Amounts as people write them, as the setting has them. (transfer full), NULL: one of them is none */
static char *
read_money (Question  *question,
            GError   **error)
{
  g_auto(GStrv) amounts = g_strsplit (gtk_editable_get_text (question->money), ",", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; amounts[i] != NULL; i++)
    {
      gint64 minor;

      if (!daybook_money_parse (g_strstrip (amounts[i]), daybook_store_get_currency (question->store), &minor, error))
        return NULL;
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", minor);
    }
  return g_strdup (text->str);
}

static gboolean
read_bounds (Question          *question,
             DaybookRfmBounds  *bounds,
             GError           **error)
{
  g_autofree char *money = read_money (question, error);
  g_autofree char *setting = money == NULL ? NULL
    : g_strjoin (";", gtk_editable_get_text (question->days), gtk_editable_get_text (question->sales), money, NULL);

  return setting != NULL && daybook_rfm_bounds_parse (setting, bounds, error);
}

/* --- The answer ------------------------------------------------------------------------------- */

static void
on_changed (Question *question)
{
  g_autoptr(GError) error = NULL;
  DaybookRfmBounds bounds;
  gboolean good = read_bounds (question, &bounds, &error);

  gtk_label_set_text (question->says, error != NULL ? error->message : "");
  adw_message_dialog_set_response_enabled (question->dialog, SET, good);
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookRfmBounds bounds;

  if (g_str_equal (response, PROPOSED))
    edit = daybook_customer_value_act_bounds (question->store, NULL);
  else if (g_str_equal (response, SET) && read_bounds (question, &bounds, NULL))
    edit = daybook_customer_value_act_bounds (question->store, &bounds);
  if (edit != NULL)
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (dialog)), edit, NULL);
}

static GtkEditable *
add_row (GtkWidget  *list,
         const char *title,
         const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

static GtkWidget *
make_form (Question               *question,
           const DaybookRfmBounds *bounds)
{
  const char *currency = daybook_store_get_currency (question->store);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *days = print_numbers (bounds->recency), *sales = print_numbers (bounds->frequency);
  g_autofree char *money = print_money (bounds->money, currency);
  /* Translators: %s is a currency, “CNY”. */
  g_autofree char *money_title = g_strdup_printf (_("Money from (%s)"), currency);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  question->days = add_row (list, _("Days since the last order, at most"), days);
  question->sales = add_row (list, _("Sales from"), sales);
  question->money = add_row (list, money_title, money);
  question->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (question->says, TRUE);
  gtk_label_set_max_width_chars (question->says, 40);
  gtk_label_set_xalign (question->says, 0);
  gtk_widget_add_css_class (GTK_WIDGET (question->says), "error");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->says));
  return box;
}

void
daybook_bounds_dialog_run (GtkWidget              *parent,
                           DaybookStore           *store,
                           const DaybookRfmBounds *bounds)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkWidget *dialog = adw_message_dialog_new (window, _("Bounds"),
                                              _("Four steps each, which part customers into scores from 1 to 5. Fewer days are better; more sales and "
                                                "more money are."));
  Question *question = g_new0 (Question, 1);

  question->store = g_object_ref (store);
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_set_extra_child (question->dialog, make_form (question, bounds));
  adw_message_dialog_add_responses (question->dialog, "cancel", _("_Cancel"), PROPOSED, _("As _Proposed"), SET, _("_Set"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, SET, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, SET);
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_swapped (question->days, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->sales, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->money, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
