/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/field-row.h"

#include "app/cases/case-bits.h"
#include "app/common/agent-picker.h"
#include "app/common/note-editor.h"
#include "app/compat/wrap-box.h"
#include "core/decimal.h"
#include "core/money.h"
#include "core/query.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_CHARS 12

struct _DaybookFieldRow
{
  AdwBin           parent_instance;

  DaybookDesk     *desk;
  DaybookRegister *definition;
  const DaybookField *of;
  guint            field;
  DaybookRow      *row;    /* what is shown, or NULL */

  GtkLabel        *label;
  GtkWidget       *editor; /* of the field's type */
  DaybookToldField *told;  /* of one that customers read, or NULL */
  GtkLabel        *problem;
  GPtrArray       *words;  /* const DaybookWord *: of a choice, in the order shown */
  gboolean         filling;
};

G_DEFINE_FINAL_TYPE (DaybookFieldRow, daybook_field_row, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookFieldRow *self)
{
  return daybook_desk_get_store (self->desk);
}

/* Takes over `value`. */
static void
emit (DaybookFieldRow *self,
      DaybookValue     value)
{
  g_auto(DaybookValue) owned = value;

  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0, &owned);
}

static void
say_problem (DaybookFieldRow *self,
             const char      *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static const char *
currency_of (DaybookFieldRow *self)
{
  const char *currency = self->row != NULL ? daybook_row_text (self->row, DAYBOOK_CASE_CURRENCY) : "";

  return *currency != '\0' ? currency : daybook_store_get_currency (get_store (self));
}

/* --- Texts, numbers, times -------------------------------------------------------- */

/* A person's data is not typed over what is hidden of it. */
static gboolean
is_hidden (DaybookFieldRow *self)
{
  return self->of->mask != DAYBOOK_MASK_NONE;
}

/* The value as it is typed. */
static char *
write_value (DaybookFieldRow *self)
{
  const DaybookValue *value = &self->row->values[self->field];

  if (value->type == DAYBOOK_VALUE_NONE)
    return g_strdup ("");
  if (value->type == DAYBOOK_VALUE_TEXT)
    return is_hidden (self) ? g_strdup ("") : g_strdup (value->text);

  switch (self->of->type)
    {
    case DAYBOOK_TYPE_MONEY:
      return daybook_money_to_string (value->number, currency_of (self));
    case DAYBOOK_TYPE_TIME:
      return daybook_case_write_time (self->desk, value->number);
    case DAYBOOK_TYPE_REF:
      return daybook_desk_name (self->desk, self->of->ref, &value->id);
    default:
      return daybook_decimal_print (value->number, self->of->digits);
    }
}

/* A case is pointed at by its number. */
static gboolean
read_case (DaybookFieldRow  *self,
           const char       *text,
           DaybookValue     *value,
           GError          **error)
{
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  g_autofree char *number = g_ascii_strup (text, -1);
  gint64 key = daybook_reader_case_numbered (reader, number, error);
  DaybookId id;

  if (key > 0 && daybook_reader_id (reader, &daybook_cases, key, &id, error))
    {
      *value = daybook_value_id (&id);
      return TRUE;
    }
  if (key == 0)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no case “%s”."), text);
  return FALSE;
}

static gboolean
read_text (DaybookFieldRow  *self,
           const char       *text,
           DaybookValue     *value,
           GError          **error)
{
  *value = (DaybookValue) DAYBOOK_VALUE_INIT;
  if (*text == '\0')
    return TRUE;
  if (self->of->type == DAYBOOK_TYPE_REF)
    return read_case (self, text, value, error);

  return daybook_query_resolve (self->of, text, daybook_store_get_now (get_store (self)), daybook_store_get_zone (get_store (self)),
                                currency_of (self), value, error);
}

static void
fill_entry (DaybookFieldRow *self)
{
  g_autofree char *text = write_value (self);

  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  if (is_hidden (self))
    {
      g_autofree char *shown = daybook_desk_format (self->desk, self->row, self->field, DAYBOOK_SHOW_MASKED);

      gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), shown);
    }
}

static void
on_entry_done (DaybookFieldRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor))));
  g_autofree char *before = self->row != NULL ? write_value (self) : g_strdup ("");
  g_autoptr(GError) error = NULL;
  DaybookValue value;

  if (self->filling || g_str_equal (text, before))
    {
      say_problem (self, NULL);
      return;
    }

  if (read_text (self, text, &value, &error))
    {
      say_problem (self, NULL);
      emit (self, value);
    }
  else
    say_problem (self, error->message);
}

static const char *
hint_of (DaybookFieldRow *self)
{
  switch (self->of->type)
    {
    case DAYBOOK_TYPE_TIME:
      return _("2026-11-22 10:20, tomorrow");
    case DAYBOOK_TYPE_DATE:
      return _("2026-11-22, tomorrow");
    case DAYBOOK_TYPE_MONEY:
      return _("0.00");
    case DAYBOOK_TYPE_REF:
      /* Translators: a case's number. */
      return _("R-A1001");
    default:
      return NULL;
    }
}

static GtkWidget *
make_entry (DaybookFieldRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint_of (self));
  gtk_widget_add_css_class (entry, "field-entry");
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entry_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_done), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* --- Long texts --------------------------------------------------------------------- */

static void
on_note_edited (DaybookFieldRow *self,
                const char      *text)
{
  emit (self, daybook_value_text (*text != '\0' ? text : NULL));
}

static GtkWidget *
make_note (DaybookFieldRow *self)
{
  GtkWidget *note = g_object_new (DAYBOOK_TYPE_NOTE_EDITOR, NULL);

  daybook_note_editor_set_hint (DAYBOOK_NOTE_EDITOR (note), _(self->of->label), "");
  g_signal_connect_object (note, "edited", G_CALLBACK (on_note_edited), self, G_CONNECT_SWAPPED);
  return note;
}

/* --- Choices -------------------------------------------------------------------------- */

static GPtrArray *
options_of (DaybookFieldRow *self)
{
  const DaybookRegisterField *own = daybook_register_find_field (self->definition, daybook_field_get_name (self->of));

  if (self->field == DAYBOOK_CASE_REASON)
    return daybook_register_get_reasons (self->definition);
  if (self->field == DAYBOOK_CASE_CAUSE)
    return daybook_register_get_causes (self->definition);
  return own != NULL ? own->choices : NULL;
}

/* What is retired is offered to nobody who has not got it. */
static gboolean
is_offered (DaybookFieldRow   *self,
            const DaybookWord *word)
{
  GPtrArray *options = options_of (self);
  const DaybookOption *option = options != NULL ? daybook_option_find (options, word->word) : NULL;

  return option == NULL || !option->retired
         || (self->row != NULL && g_str_equal (daybook_row_text (self->row, self->field), word->word));
}

static gboolean
is_said (DaybookFieldRow   *self,
         const DaybookWord *word,
         guint              place)
{
  const DaybookValue *value = &self->row->values[self->field];

  return self->of->type == DAYBOOK_TYPE_ENUM ? value->type == DAYBOOK_VALUE_INT && value->number == place
                                             : g_str_equal (daybook_row_text (self->row, self->field), word->word);
}

/* The first line of a choice is none. */
/* The words that are offered, in their order; NULL: none of them. (transfer container) */
static GPtrArray *
list_words (DaybookFieldRow *self)
{
  GPtrArray *words = g_ptr_array_new ();

  if (self->of->type != DAYBOOK_TYPE_ENUM)
    g_ptr_array_add (words, NULL);
  for (guint i = 0; self->of->words[i].word != NULL; i++)
    if (is_offered (self, &self->of->words[i]))
      g_ptr_array_add (words, (gpointer) &self->of->words[i]);

  return words;
}

/* The place of the word that the row has. */
static guint
find_said (DaybookFieldRow *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const DaybookWord *word = self->words->pdata[i];

      if (word != NULL && is_said (self, word, (guint) (word - self->of->words)))
        return i;
    }

  return self->of->type != DAYBOOK_TYPE_ENUM && *daybook_row_text (self->row, self->field) == '\0' ? 0 : GTK_INVALID_LIST_POSITION;
}

/* While it shows the same row, what was offered stays: the model may be the one that has just
 * told of a choice, and does not bear to be replaced then. */
static void
offer_words (DaybookFieldRow *self)
{
  if (self->words->len > 0 && find_said (self) != GTK_INVALID_LIST_POSITION)
    return;

  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_unref (self->words);
  self->words = list_words (self);
  for (guint i = 0; i < self->words->len; i++)
    gtk_string_list_append (labels, self->words->pdata[i] != NULL ? daybook_words_label (self->words->pdata[i]) : "–");
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->editor), G_LIST_MODEL (labels));
}

static void
fill_choice (DaybookFieldRow *self)
{
  guint said;

  offer_words (self);
  said = find_said (self);
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor)) != said)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), said);
}

static void
on_choice_made (DaybookFieldRow *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  const DaybookWord *word = chosen < self->words->len ? g_ptr_array_index (self->words, chosen) : NULL;

  if (self->of->type != DAYBOOK_TYPE_ENUM)
    emit (self, daybook_value_text (word != NULL ? word->word : NULL));
  else if (word != NULL)
    emit (self, daybook_value_int (word - self->of->words));
}

static GtkWidget *
make_choice (DaybookFieldRow *self)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_choice_made), self, G_CONNECT_SWAPPED);
  return choice;
}

/* --- Several choices -------------------------------------------------------------------- */

static gboolean
has_word (const char *keys,
          const char *key)
{
  g_auto(GStrv) words = g_strsplit (keys, " ", -1);

  return g_strv_contains ((const char *const *) words, key);
}

static void
on_check_toggled (DaybookFieldRow *self)
{
  g_autoptr(GString) keys = g_string_new (NULL);

  for (GtkWidget *check = gtk_widget_get_first_child (self->editor); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", (const char *) g_object_get_data (G_OBJECT (check), "key"));

  emit (self, daybook_value_text (keys->len > 0 ? keys->str : NULL));
}

static void
fill_checks (DaybookFieldRow *self)
{
  const char *keys = daybook_row_text (self->row, self->field);

  for (GtkWidget *check = gtk_widget_get_first_child (self->editor); check != NULL; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), has_word (keys, g_object_get_data (G_OBJECT (check), "key")));
}

static GtkWidget *
make_checks (DaybookFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (const DaybookWord *word = self->of->words; word->word != NULL; word++)
    {
      GtkWidget *check;

      if (!is_offered (self, word))
        continue;
      check = gtk_check_button_new_with_label (daybook_words_label (word));
      g_object_set_data (G_OBJECT (check), "key", (gpointer) word->word);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

/* --- Stars ---------------------------------------------------------------------------------- */

static void
fill_stars (DaybookFieldRow *self)
{
  gint64 stars = daybook_row_int (self->row, self->field);
  gint64 i = 1;

  for (GtkWidget *star = gtk_widget_get_first_child (self->editor); star != NULL; star = gtk_widget_get_next_sibling (star), i++)
    gtk_button_set_icon_name (GTK_BUTTON (star), i <= stars ? "starred-symbolic" : "non-starred-symbolic");
}

/* The star that is there already takes all away. */
static void
on_star_clicked (DaybookFieldRow *self,
                 GtkWidget       *star)
{
  gint64 stars = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (star), "stars"));
  gint64 before = self->row != NULL ? daybook_row_int (self->row, self->field) : 0;

  emit (self, stars == before ? (DaybookValue) DAYBOOK_VALUE_INIT : daybook_value_int (stars));
}

static GtkWidget *
make_stars (DaybookFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (int i = 1; i <= DAYBOOK_MOST_STARS; i++)
    {
      GtkWidget *star = gtk_button_new_from_icon_name ("non-starred-symbolic");
      g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d star", "%d stars", (gulong) i), i);

      gtk_widget_add_css_class (star, "flat");
      gtk_widget_set_tooltip_text (star, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (star), "stars", GINT_TO_POINTER (i));
      g_signal_connect_object (star, "clicked", G_CALLBACK (on_star_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), star);
    }
  return box;
}

/* --- People ------------------------------------------------------------------------------------ */

static void
on_agent_picked (DaybookFieldRow *self,
                 DaybookRow      *agent)
{
  emit (self, daybook_value_id (agent != NULL ? &agent->id : NULL));
}

/* Whom the register lets be given its cases (AS-05). */
static guint
roles_of (DaybookRegister *definition)
{
  guint roles = 0;

  for (guint role = DAYBOOK_ROLE_OWNER; role <= DAYBOOK_ROLE_READ_ONLY; role++)
    if (daybook_register_may_assign (definition, (DaybookRole) role))
      roles |= 1u << role;
  return roles;
}

static GtkWidget *
make_agent (DaybookFieldRow *self)
{
  GtkWidget *picker = g_object_new (DAYBOOK_TYPE_AGENT_PICKER, "halign", GTK_ALIGN_START, NULL);

  if (self->field == DAYBOOK_CASE_HANDLER)
    daybook_agent_picker_set_roles (DAYBOOK_AGENT_PICKER (picker), roles_of (self->definition));
  daybook_agent_picker_set_desk (DAYBOOK_AGENT_PICKER (picker), self->desk);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_agent_picked), self, G_CONNECT_SWAPPED);
  return picker;
}

/* --- The row ------------------------------------------------------------------------------------- */

static gboolean
is_agent (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_REF && g_str_equal (field->ref, "agent");
}

static gboolean
is_long (const DaybookField *field)
{
  return (field->flags & DAYBOOK_FIELD_MULTILINE) != 0;
}

static GtkWidget *
make_editor (DaybookFieldRow *self)
{
  if (is_long (self->of))
    return make_note (self);
  if (is_agent (self->of))
    return make_agent (self);
  if ((self->of->flags & DAYBOOK_FIELD_STARS) != 0)
    return make_stars (self);
  if (self->of->type == DAYBOOK_TYPE_CHOICES)
    return make_checks (self);

  return self->of->type == DAYBOOK_TYPE_CHOICE || self->of->type == DAYBOOK_TYPE_ENUM ? make_choice (self) : make_entry (self);
}

static void
fill (DaybookFieldRow *self)
{
  if (self->told != NULL)
    daybook_told_field_show (self->told, self->row);
  if (is_long (self->of))
    daybook_note_editor_set_text (DAYBOOK_NOTE_EDITOR (self->editor), daybook_row_text (self->row, self->field));
  else if (is_agent (self->of))
    daybook_agent_picker_set_agent (DAYBOOK_AGENT_PICKER (self->editor), daybook_row_ref_id (self->row, self->field));
  else if ((self->of->flags & DAYBOOK_FIELD_STARS) != 0)
    fill_stars (self);
  else if (self->of->type == DAYBOOK_TYPE_CHOICES)
    fill_checks (self);
  else if (GTK_IS_DROP_DOWN (self->editor))
    fill_choice (self);
  else
    fill_entry (self);
}

/* Whether a person has typed what is not the row's. */
static gboolean
is_typing (DaybookFieldRow *self)
{
  g_autofree char *before = NULL;

  if (!GTK_IS_ENTRY (self->editor) || self->row == NULL)
    return FALSE;

  before = write_value (self);
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->editor)), before);
}

static void
daybook_field_row_dispose (GObject *object)
{
  DaybookFieldRow *self = DAYBOOK_FIELD_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_field_row_parent_class)->dispose (object);
}

static void
daybook_field_row_class_init (DaybookFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_field_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_field_row_init (DaybookFieldRow *self)
{
  self->words = g_ptr_array_new ();
}

static GtkLabel *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return GTK_LABEL (label);
}

/* Its name, and beside it the way to the phrases where it has one. */
static GtkWidget *
make_head (DaybookFieldRow *self)
{
  GtkWidget *head, *button;

  if (self->told == NULL)
    return GTK_WIDGET (self->label);

  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  button = daybook_told_field_make_button (self->told, _(self->of->label));
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

/* Beside each other, but a long text and many choices need the whole width. */
static void
lay_out (DaybookFieldRow *self)
{
  gboolean beside = !is_long (self->of) && self->of->type != DAYBOOK_TYPE_CHOICES;
  GtkWidget *line = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 8 : 4);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (beside)
    {
      gtk_label_set_width_chars (self->label, LABEL_CHARS);
      gtk_label_set_max_width_chars (self->label, LABEL_CHARS);
    }
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->editor, "field-editor");
  gtk_box_append (GTK_BOX (line), make_head (self));
  gtk_box_append (GTK_BOX (line), self->editor);
  gtk_box_append (GTK_BOX (box), line);
  if (self->told != NULL)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->told));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
daybook_field_row_new (DaybookDesk     *desk,
                       DaybookRegister *definition,
                       guint            field)
{
  DaybookFieldRow *self = g_object_new (DAYBOOK_TYPE_FIELD_ROW, NULL);
  const DaybookRegisterField *own;

  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  self->field = field;
  self->of = &daybook_register_get_table (definition)->fields[field];
  self->label = make_label (_(self->of->label));
  self->problem = make_label (NULL);
  self->editor = make_editor (self);
  own = daybook_register_find_field (definition, daybook_field_get_name (self->of));
  if (own != NULL && own->told && !own->retired)
    self->told = DAYBOOK_TOLD_FIELD (daybook_told_field_new (desk, daybook_note_editor_get_view (DAYBOOK_NOTE_EDITOR (self->editor))));
  if (own != NULL && own->help != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), own->help);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->of->label), -1);
  say_problem (self, NULL);
  lay_out (self);
  return GTK_WIDGET (self);
}

guint
daybook_field_row_get_field (DaybookFieldRow *self)
{
  return self->field;
}

void
daybook_field_row_show (DaybookFieldRow  *self,
                        const DaybookRow *row)
{
  gboolean is_other = self->row == NULL || !daybook_id_equal (&self->row->id, &row->id);
  gboolean keeps = !is_other && is_typing (self);

  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  if (keeps)
    return;
  if (is_other)
    g_ptr_array_set_size (self->words, 0); /* offered anew */

  self->filling = TRUE;
  say_problem (self, NULL);
  fill (self);
  self->filling = FALSE;
}

void
daybook_field_row_mark (DaybookFieldRow *self,
                        gboolean         needed)
{
  g_autofree char *text = needed ? g_strdup_printf ("%s •", _(self->of->label)) : g_strdup (_(self->of->label));

  gtk_label_set_label (self->label, text);
}

gboolean
daybook_field_row_is_used (DaybookFieldRow *self)
{
  const DaybookValue *value = self->row != NULL ? &self->row->values[self->field] : NULL;
  gboolean filled = value != NULL && !daybook_value_is_empty (value) && (self->of->type != DAYBOOK_TYPE_ENUM || value->number != 0);

  return filled || is_typing (self) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

void
daybook_field_row_align (DaybookFieldRow *self,
                         GtkSizeGroup    *names)
{
  if (!is_long (self->of) && self->of->type != DAYBOOK_TYPE_CHOICES)
    gtk_size_group_add_widget (names, GTK_WIDGET (self->label));
}

void
daybook_field_row_flush (DaybookFieldRow *self)
{
  if (DAYBOOK_IS_NOTE_EDITOR (self->editor))
    daybook_note_editor_flush (DAYBOOK_NOTE_EDITOR (self->editor));
  else if (GTK_IS_ENTRY (self->editor))
    on_entry_done (self);
}

void
daybook_field_row_begin (DaybookFieldRow *self)
{
  if (DAYBOOK_IS_NOTE_EDITOR (self->editor))
    daybook_note_editor_begin (DAYBOOK_NOTE_EDITOR (self->editor));
  else
    gtk_widget_grab_focus (self->editor);
}

gboolean
daybook_field_row_take (DaybookFieldRow *self)
{
  return self->told != NULL && gtk_widget_is_visible (GTK_WIDGET (self)) && gtk_widget_is_sensitive (self->editor)
         && daybook_told_field_take (self->told);
}

gboolean
daybook_field_row_give_told (DaybookFieldRow *self,
                             DaybookTold     *told)
{
  return self->told != NULL && daybook_told_field_give (self->told, told);
}

void
daybook_field_row_lock (DaybookFieldRow *self)
{
  gtk_widget_set_sensitive (self->editor, FALSE);
}
