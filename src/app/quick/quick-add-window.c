/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/quick/quick-add-window.h"

#include "app/cases/photo-source.h"
#include "app/common/shell.h"
#include "app/compat/wrap-box.h"
#include "app/quick/quick-chip.h"
#include "app/quick/quick-parse.h"
#include "app/quick/quick-save.h"
#include "core/moment.h"
#include "core/soon-word.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In pixels. */
enum
{
  NARROWEST = 300,
  WIDEST = 560,
};

/* What is saved is opened, or not. */
typedef enum
{
  THEN_STAY,
  THEN_OPEN,
} Then;

struct _DaybookQuickAddWindow
{
  AdwWindow         parent_instance;

  /* Template widgets */
  GtkWidget        *form;
  GtkEditable      *line;
  GtkWidget        *chips;
  GtkLabel         *remarks;
  AdwComboRow      *kind;
  GtkEditable      *when;
  GtkWidget        *photos;
  GtkLabel         *sentence;

  /* Owned */
  DaybookStore     *store;
  DaybookLane      *lane;
  GCancellable     *cancellable; /* of the reading under way, or NULL */
  DaybookQuickPlan *plan;        /* what was read; NULL before */
  GPtrArray        *keys;        /* of `kind`: "" is a task */
  GPtrArray        *plain;       /* what a person takes for plain words; ends with NULL */
  char             *register_key; /* what a person has chosen, or NULL */
  gint64            at;          /* what a person has written, or 0 */
  GListStore       *files;       /* GFile: photos */
  GPtrArray        *pictures;    /* GBytes: those that were pasted */

  DaybookShell     *shell;       /* weak: below it */
  gboolean          is_written;  /* the time is a person's, not the line's */
  gboolean          is_bad;      /* and is none */
  gboolean          filling;     /* the form changes itself */
  gboolean          composing;   /* an input method is at work */
  gboolean          saving;      /* what is typed now comes too late */
  gboolean          eager;       /* Enter was pressed before all was read */
  Then              then;
};

G_DEFINE_FINAL_TYPE (DaybookQuickAddWindow, daybook_quick_add_window, ADW_TYPE_WINDOW)

static void ask  (DaybookQuickAddWindow *self);
static void save (DaybookQuickAddWindow *self);

static gint64
get_now (DaybookQuickAddWindow *self)
{
  return daybook_store_get_now (self->store);
}

static GTimeZone *
get_zone (DaybookQuickAddWindow *self)
{
  return daybook_store_get_zone (self->store);
}

static guint
count_photos (DaybookQuickAddWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->files)) + self->pictures->len;
}

/* A photo hangs on a case. */
static gboolean
lacks_case (DaybookQuickAddWindow *self)
{
  return count_photos (self) > 0 && self->plan != NULL && self->plan->definition == NULL;
}

static gboolean
can_save (DaybookQuickAddWindow *self)
{
  return self->plan != NULL && !daybook_quick_plan_is_empty (self->plan) && !self->is_bad && !self->saving && !lacks_case (self);
}

/* --- The parts ------------------------------------------------------------------------------ */

static void
on_part_dropped (DaybookQuickAddWindow *self,
                 GtkWidget             *button)
{
  g_ptr_array_add (self->plain, g_strdup (g_object_get_data (G_OBJECT (button), "text")));
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
  ask (self);
}

static void
on_part_wanted (DaybookQuickAddWindow *self,
                GtkWidget             *button)
{
  guint i;

  if (g_ptr_array_find_with_equal_func (self->plain, g_object_get_data (G_OBJECT (button), "text"), g_str_equal, &i))
    g_ptr_array_remove_index (self->plain, i);
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
  ask (self);
}

static void
add_chip (DaybookQuickAddWindow *self,
          GtkWidget             *chip,
          GtkWidget             *button,
          const char            *text,
          GCallback              clicked)
{
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (chip, self->chips, NULL);
}

static void
show_chips (DaybookQuickAddWindow *self)
{
  GtkWidget *button, *child;

  /* In sight first: of a hidden box GTK would go on with the height that it had while it was empty. */
  gtk_widget_set_visible (self->chips, TRUE);
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->plan->chips->len; i++)
    {
      const DaybookQuickChip *chip = g_ptr_array_index (self->plan->chips, i);

      if (!chip->resolved && chip->remark == NULL)
        continue;
      child = daybook_quick_chip_widget (chip, &button);
      add_chip (self, child, button, chip->text, G_CALLBACK (on_part_dropped));
    }
  for (guint i = 0; i < self->plain->len; i++)
    {
      const char *text = g_ptr_array_index (self->plain, i);

      if (strstr (self->plan->line, text) == NULL)
        continue;
      child = daybook_quick_chip_plain (text, &button);
      add_chip (self, child, button, text, G_CALLBACK (on_part_wanted));
    }
  gtk_widget_set_visible (self->chips, gtk_widget_get_first_child (self->chips) != NULL);
}

static void
add_remark (GString    *text,
            const char *remark)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", remark);
}

static void
say (DaybookQuickAddWindow *self,
     const char            *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), TRUE);
  gtk_label_set_label (self->remarks, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), *sentence != '\0');
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static void
show_remarks (DaybookQuickAddWindow *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->chips->len; i++)
    {
      const DaybookQuickChip *chip = g_ptr_array_index (self->plan->chips, i);
      g_autofree char *remark = chip->remark != NULL ? g_strdup_printf ("“%s”: %s", chip->text, chip->remark) : NULL;

      if (remark != NULL)
        add_remark (text, remark);
    }
  if (self->plan->note != NULL)
    {
      guint n = count_lines (self->plan->note);
      g_autofree char *kept = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The whole text (%u line) is kept in the case.",
                                                            "The whole text (%u lines) is kept in the case.", n), n);

      add_remark (text, kept);
    }
  if (lacks_case (self))
    add_remark (text, _("Photos go with a case: choose a register."));

  say (self, text->str);
}

/* --- The form ---------------------------------------------------------------------------------- */

static void
show_kind (DaybookQuickAddWindow *self)
{
  const char *key = self->plan->definition != NULL ? daybook_register_get_key (self->plan->definition) : "";

  for (guint i = 0; i < self->keys->len; i++)
    if (g_str_equal (g_ptr_array_index (self->keys, i), key))
      adw_combo_row_set_selected (self->kind, i);
}

/* So that it can be read again: a list would leave out the hour of another year's day. */
static char *
print_when (DaybookQuickAddWindow *self)
{
  gint64 at = self->plan->at, now = get_now (self);
  g_autoptr(GDateTime) then = g_date_time_new_from_unix_utc (at);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (then, get_zone (self));

  if (at == 0)
    return g_strdup ("");
  if (at < daybook_moment_day (now, get_zone (self), 2))
    return daybook_moment_format (at, now, get_zone (self));
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
show_when (DaybookQuickAddWindow *self)
{
  g_autofree char *text = print_when (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->when), self->plan->definition != NULL ? _("Promised For") : _("Due"));
  if (!self->is_written && g_strcmp0 (gtk_editable_get_text (self->when), text) != 0)
    gtk_editable_set_text (self->when, text);
}

static void
show_photos (DaybookQuickAddWindow *self)
{
  guint n = count_photos (self);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u photo", "%u photos", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->photos), text);
  gtk_widget_set_visible (self->photos, n > 0);
}

static void
update_actions (DaybookQuickAddWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quick.save", can_save (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quick.open", can_save (self));
}

static void
show_sentence (DaybookQuickAddWindow *self)
{
  g_autofree char *sentence = NULL;

  if (!daybook_quick_plan_is_empty (self->plan))
    sentence = daybook_quick_plan_describe (self->plan, get_now (self), get_zone (self));
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence
                       : _("A register, an order’s number, a time, @person and #tag are understood, in any order. Enter saves, Ctrl+Enter saves and opens."));
}

static void
show_plan (DaybookQuickAddWindow *self)
{
  int width, height;

  self->filling = TRUE;
  show_chips (self);
  show_remarks (self);
  show_kind (self);
  show_when (self);
  show_photos (self);
  show_sentence (self);
  update_actions (self);
  self->filling = FALSE;

  /* As high as what it shows now. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

/* --- Reading -------------------------------------------------------------------------------------- */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookQuickAddWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuickPlan) plan = daybook_quick_parse_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (plan == NULL)
    {
      say (self, error->message);
      return;
    }

  g_clear_pointer (&self->plan, daybook_quick_plan_free);
  self->plan = g_steal_pointer (&plan);
  show_plan (self);
  if (self->eager)
    save (self);
}

static void
cancel (DaybookQuickAddWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (DaybookQuickAddWindow *self)
{
  const DaybookQuickWish wish = { (const char *const *) self->plain->pdata, self->register_key, self->at };

  if (self->saving)
    return;

  cancel (self);
  self->eager = FALSE;
  self->cancellable = g_cancellable_new ();
  daybook_quick_parse_async (self->lane, self->store, gtk_editable_get_text (self->line), &wish, self->cancellable, on_read,
                             g_object_ref (self));
}

static void
on_line_changed (DaybookQuickAddWindow *self)
{
  if (!self->filling)
    ask (self);
}

static void
on_kind_chosen (DaybookQuickAddWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  if (self->filling || self->keys == NULL || selected >= self->keys->len)
    return;

  g_free (self->register_key);
  self->register_key = g_strdup (g_ptr_array_index (self->keys, selected));
  ask (self);
}

/* Nothing written: as the line says. */
static void
on_when_changed (DaybookQuickAddWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->when)));
  gint64 at = 0;

  if (self->filling)
    return;

  self->is_written = *text != '\0';
  self->is_bad = self->is_written && !daybook_soon_word (text, get_now (self), get_zone (self), &at);
  self->at = at;
  if (self->is_bad)
    gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
  update_actions (self);
  if (!self->is_bad)
    ask (self);
}

/* --- Photos --------------------------------------------------------------------------------------- */

static gboolean
can_take_photos (gpointer data)
{
  return !DAYBOOK_QUICK_ADD_WINDOW (data)->saving;
}

static gboolean
is_there (GPtrArray *pictures,
          GBytes    *bytes)
{
  for (guint i = 0; i < pictures->len; i++)
    if (g_bytes_equal (g_ptr_array_index (pictures, i), bytes))
      return TRUE;

  return FALSE;
}

static void
take_photos (GListModel *files,
             GBytes     *bytes,
             gpointer    data)
{
  DaybookQuickAddWindow *self = data;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      g_list_store_append (self->files, file);
    }
  if (bytes != NULL && !is_there (self->pictures, bytes))
    g_ptr_array_add (self->pictures, g_bytes_ref (bytes));
  ask (self);
}

static void
refuse_photos (const char *sentence,
               gpointer    data)
{
  say (data, sentence);
}

static void
on_photos_removed (DaybookQuickAddWindow *self)
{
  g_list_store_remove_all (self->files);
  g_ptr_array_set_size (self->pictures, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
  ask (self);
}

/* --- Saving --------------------------------------------------------------------------------------- */

static void
tell (DaybookQuickAddWindow   *self,
      const DaybookQuickSaved *saved)
{
  daybook_shell_tell (self->shell, saved->outcome, NULL);
  if (saved->refused != NULL)
    daybook_shell_say (self->shell, saved->refused);
  if (self->then == THEN_OPEN)
    daybook_shell_show_row (self->shell, saved->table, &saved->id);
}

/* The window may have been closed meanwhile, and the one below it too. */
static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookQuickAddWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuickSaved) saved = daybook_quick_save_finish (result, &error);
  gboolean is_open = gtk_widget_get_mapped (GTK_WIDGET (self));

  if (saved == NULL && is_open)
    {
      self->saving = FALSE;
      update_actions (self);
      say (self, error->message);
    }
  else if (saved == NULL && self->shell != NULL)
    daybook_shell_say_error (self->shell, error);
  else if (saved == NULL)
    g_warning ("%s", error->message);
  if (saved == NULL)
    return;

  if (is_open)
    gtk_window_close (GTK_WINDOW (self));
  if (self->shell != NULL)
    tell (self, saved);
}

static void
save (DaybookQuickAddWindow *self)
{
  if (self->cancellable != NULL)
    {
      self->eager = TRUE;
      return;
    }
  if (!can_save (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  /* Not insensitive: a GtkText that loses the focus so complains. */
  self->saving = TRUE;
  update_actions (self);
  daybook_quick_save_async (self->store, self->plan, G_LIST_MODEL (self->files), self->pictures, on_saved, g_object_ref (self));
}

static void
save_and (DaybookQuickAddWindow *self,
          Then                   then)
{
  /* Enter is the input method's while it composes. */
  if (self->composing)
    return;

  self->then = then;
  save (self);
}

static void
on_entered (DaybookQuickAddWindow *self)
{
  save_and (self, THEN_STAY);
}

static void
on_save_asked (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  save_and (DAYBOOK_QUICK_ADD_WINDOW (widget), g_str_equal (name, "quick.open") ? THEN_OPEN : THEN_STAY);
}

static void
on_preedit_changed (DaybookQuickAddWindow *self,
                    const char            *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* --- The window -------------------------------------------------------------------------------------- */

/* What is there already is gone on with, and not written over. */
static void
daybook_quick_add_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daybook_quick_add_window_parent_class)->map (widget);

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (DAYBOOK_QUICK_ADD_WINDOW (widget)->line));
  gtk_editable_set_position (DAYBOOK_QUICK_ADD_WINDOW (widget)->line, -1);
}

static void
daybook_quick_add_window_unmap (GtkWidget *widget)
{
  cancel (DAYBOOK_QUICK_ADD_WINDOW (widget));

  GTK_WIDGET_CLASS (daybook_quick_add_window_parent_class)->unmap (widget);
}

static void
daybook_quick_add_window_dispose (GObject *object)
{
  DaybookQuickAddWindow *self = DAYBOOK_QUICK_ADD_WINDOW (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_pointer (&self->plan, daybook_quick_plan_free);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->plain, g_ptr_array_unref);
  g_clear_pointer (&self->register_key, g_free);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_object (&self->files);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_quick_add_window_parent_class)->dispose (object);
}

static void
daybook_quick_add_window_finalize (GObject *object)
{
  g_clear_weak_pointer (&DAYBOOK_QUICK_ADD_WINDOW (object)->shell);

  G_OBJECT_CLASS (daybook_quick_add_window_parent_class)->finalize (object);
}

static void
daybook_quick_add_window_class_init (DaybookQuickAddWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = daybook_quick_add_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_quick_add_window_finalize;
  widget_class->map = daybook_quick_add_window_map;
  widget_class->unmap = daybook_quick_add_window_unmap;

  gtk_widget_class_install_action (widget_class, "quick.save", NULL, on_save_asked);
  gtk_widget_class_install_action (widget_class, "quick.open", NULL, on_save_asked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "quick.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "quick.open", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/quick/quick-add-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, line);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, remarks);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, when);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, photos);
  gtk_widget_class_bind_template_child (widget_class, DaybookQuickAddWindow, sentence);
  gtk_widget_class_bind_template_callback (widget_class, on_line_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_when_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_photos_removed);
}

static void
daybook_quick_add_window_init (DaybookQuickAddWindow *self)
{
  static const DaybookPhotoSource SOURCE = { can_take_photos, take_photos, refuse_photos, DAYBOOK_PHOTO_OTHERS_IMPORTED, NULL };

  self->plain = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->files = g_list_store_new (G_TYPE_FILE);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_editable_get_delegate (self->line), "preedit-changed", G_CALLBACK (on_preedit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (self->when), "preedit-changed", G_CALLBACK (on_preedit_changed), self, G_CONNECT_SWAPPED);
  daybook_photo_source_watch (self->form, &SOURCE, self);
}

/* A task, and the registers that the shop shows. */
static void
fill_kinds (DaybookQuickAddWindow *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (self->store), NULL, NULL);

  gtk_string_list_append (labels, _("Task"));
  g_ptr_array_add (self->keys, g_strdup (""));
  for (guint i = 0; registers != NULL && i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (!one->used)
        continue;
      gtk_string_list_append (labels, daybook_register_get_label (one->definition));
      g_ptr_array_add (self->keys, g_strdup (daybook_register_get_key (one->definition)));
    }

  self->filling = TRUE;
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (labels));
  self->filling = FALSE;
}

/* Read at once: the window is to be as large as it needs when it comes up. */
static void
begin (DaybookQuickAddWindow *self,
       const char            *text)
{
  const DaybookQuickWish wish = { NULL, NULL, 0 };

  self->filling = TRUE;
  gtk_editable_set_text (self->line, text);
  self->filling = FALSE;
  self->plan = daybook_reader_plan_quick_add (daybook_store_get_reader (self->store), text, &wish, get_now (self), get_zone (self), NULL);
  if (self->plan != NULL)
    show_plan (self);
  else
    ask (self);
}

GtkWindow *
daybook_quick_add_window_new (GtkWindow    *parent,
                              DaybookStore *store,
                              const char   *text)
{
  DaybookQuickAddWindow *self = g_object_new (DAYBOOK_TYPE_QUICK_ADD_WINDOW, "transient-for", parent, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent));

  g_set_weak_pointer (&self->shell, DAYBOOK_SHELL (parent));
  self->store = g_object_ref (store);
  fill_kinds (self);
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? CLAMP (width, NARROWEST, WIDEST) : WIDEST, -1);
  self->lane = daybook_lane_new (store);
  begin (self, text != NULL ? text : "");
  return GTK_WINDOW (self);
}
