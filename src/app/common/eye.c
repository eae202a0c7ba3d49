/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/eye.h"

#include "app/common/reason-dialog.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "core/reveal.h"
#include "store/reach.h"
#include "store/reveals.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CLOSED,
  ASKED, /* being written down */
  OPEN,
} State;

struct _DaybookEye
{
  AdwBin           parent_instance;

  GtkToggleButton *button;
  DaybookDesk     *desk;
  State            state;
  DaybookEdit     *look;    /* what was, or is being, written down; NULL while closed */
  GCancellable    *asking;  /* of the look being written down, or NULL */
  guint            closing; /* source id while it is open for a time */
};

G_DEFINE_FINAL_TYPE (DaybookEye, daybook_eye, ADW_TYPE_BIN)

enum
{
  ASKED_FOR,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Who looks. The program's own reading fails for a moment only: then nobody is trusted. */
static void
read_author (DaybookEye    *self,
             DaybookAuthor *author)
{
  DaybookReader *reader = self->desk != NULL ? daybook_store_get_reader (daybook_desk_get_store (self->desk)) : NULL;

  if (reader == NULL || !daybook_reader_author (reader, author, NULL))
    *author = (DaybookAuthor) DAYBOOK_AUTHOR_INIT;
}

/* Nobody is to be kept from seeing what the owner trusts them with but by the others in the room, and those are gone
 * when the panel is. */
static gboolean
lasts (DaybookEye *self)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  read_author (self, &author);
  return author.trusted;
}

static gboolean
needs_reason (DaybookEye *self)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  read_author (self, &author);
  return author.person.role == DAYBOOK_ROLE_PART_TIME && !author.person.alone;
}

static const char *
label_of (DaybookEye *self)
{
  if (self->state == OPEN)
    return _("Hide Again");

  return lasts (self) ? _("Show in Full") : _("Show in Full for 30 Seconds");
}

static void
describe (DaybookEye *self)
{
  const char *text = label_of (self);

  gtk_button_set_icon_name (GTK_BUTTON (self->button),
                            self->state == OPEN ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_state (DaybookEye *self,
           State       state)
{
  gboolean changes = (self->state == OPEN) != (state == OPEN);

  self->state = state;
  describe (self);
  if (changes)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_time_over (gpointer data)
{
  DaybookEye *self = data;

  self->closing = 0;
  daybook_eye_close (self);
  return G_SOURCE_REMOVE;
}

static void
open_eye (DaybookEye *self)
{
  g_clear_object (&self->asking);
  if (!lasts (self))
    self->closing = g_timeout_add_seconds (DAYBOOK_EYE_SECONDS, on_time_over, self);
  set_state (self, OPEN);
}

/* --- Writing it down ------------------------------------------------------------- */

static void
say_failure (DaybookEye   *self,
             const GError *error)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  /* What may not be seen has its own sentence. */
  g_autofree char *text = g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED)
    ? g_strdup (error->message)
    /* Translators: %s is a sentence that says what went wrong. */
    : g_strdup_printf (_("Not shown, because it could not be written down. %s"), error->message);

  if (shell != NULL)
    daybook_shell_say (shell, text);
  else
    g_warning ("%s", text);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookEye) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);

  /* Closed meanwhile, and perhaps asked again for another row. */
  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  if (outcome != NULL)
    {
      open_eye (self);
      return;
    }

  say_failure (self, error);
  daybook_eye_close (self);
}

static DaybookLook
make_look (DaybookEye *self,
           const char *reason)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);

  return (DaybookLook) {
    .agent = *daybook_store_get_agent (store),
    .at = daybook_store_get_now (store),
    .how = DAYBOOK_REVEAL_WINDOW,
    .reason = reason,
  };
}

static DaybookEdit *
make_edit (DaybookEye *self,
           GPtrArray  *rows,
           const char *reason)
{
  const DaybookLook look = make_look (self, reason);
  DaybookEdit *edit = daybook_reveal_edit_new (&look);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      for (guint field = 0; field < row->table->n_fields; field++)
        if (daybook_row_hides (row, field))
          daybook_reveal_add_field (edit, &look, row->table, &row->id, field);
    }

  return edit;
}

/* The look at all that would be shown in full now. */
static DaybookEdit *
collect (DaybookEye *self,
         const char *reason)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  g_signal_emit (self, signals[ASKED_FOR], 0, rows);
  return make_edit (self, rows, reason);
}

static void
write_down (DaybookEye *self)
{
  set_state (self, ASKED);
  self->asking = g_cancellable_new ();
  daybook_store_commit_async (daybook_desk_get_store (self->desk), self->look, NULL, NULL, self->asking,
                              on_written, g_object_ref (self));
}

/* That it was asked for in vain is written down too: the owner looks at that. */
static void
write_refusal (DaybookEye *self)
{
  const DaybookLook look = make_look (self, NULL);
  const DaybookValue *first = daybook_edit_change (self->look, 0)->values;
  const DaybookTable *table = daybook_registry_find (first[DAYBOOK_REVEAL_ROW_KIND].text);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  DaybookId row;

  if (table == NULL || !daybook_id_parse (first[DAYBOOK_REVEAL_ROW].text, &row))
    return;

  daybook_reveal_add_refused (edit, &look, table, &row);
  daybook_store_commit_async (daybook_desk_get_store (self->desk), edit, NULL, NULL, NULL, NULL, NULL);
}

static gboolean
has_quota (DaybookEye *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(GError) error = NULL;

  if (daybook_reader_check_quota (daybook_store_get_reader (store), daybook_store_get_now (store), &error))
    return TRUE;

  write_refusal (self);
  say_failure (self, error);
  return FALSE;
}

static void
on_reason_given (const char *reason,
                 gpointer    data)
{
  g_autoptr(DaybookEye) self = daybook_weak_take (data);

  /* Closed meanwhile: another row is shown, or another person sits there. */
  if (self == NULL || self->state != ASKED)
    return;
  if (reason == NULL)
    {
      daybook_eye_close (self);
      return;
    }

  g_clear_pointer (&self->look, daybook_edit_unref);
  self->look = collect (self, reason);
  write_down (self);
}

static void
ask (DaybookEye *self)
{
  g_clear_pointer (&self->look, daybook_edit_unref);
  self->look = collect (self, NULL);
  if (daybook_edit_size (self->look) == 0)
    {
      open_eye (self); /* nothing is hidden */
      return;
    }

  set_state (self, ASKED);
  if (!has_quota (self))
    daybook_eye_close (self);
  else if (needs_reason (self))
    daybook_reason_dialog_ask (GTK_WIDGET (self), on_reason_given, daybook_weak_new (self));
  else
    write_down (self);
}

static gboolean
holds (const DaybookEdit  *look,
       const DaybookValue *values)
{
  for (guint i = 0; i < daybook_edit_size (look); i++)
    {
      const DaybookValue *others = daybook_edit_change (look, i)->values;

      if (daybook_value_equal (&values[DAYBOOK_REVEAL_ROW], &others[DAYBOOK_REVEAL_ROW])
          && daybook_value_equal (&values[DAYBOOK_REVEAL_FIELD], &others[DAYBOOK_REVEAL_FIELD]))
        return TRUE;
    }

  return FALSE;
}

static void
shut (DaybookEye *self)
{
  g_clear_handle_id (&self->closing, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->look, daybook_edit_unref);
  set_state (self, CLOSED);
}

static void
on_toggled (DaybookEye *self)
{
  if (!gtk_toggle_button_get_active (self->button))
    shut (self);
  else if (self->desk != NULL)
    ask (self);
}

/* The look was written down for somebody else, and lasts as long as is right for him. */
static void
on_agent_changed (DaybookEye *self)
{
  daybook_eye_close (self);
  describe (self);
}

/* Nobody sees the panel any more; whoever comes back to it need not see this. */
static void
daybook_eye_unmap (GtkWidget *widget)
{
  daybook_eye_close (DAYBOOK_EYE (widget));

  GTK_WIDGET_CLASS (daybook_eye_parent_class)->unmap (widget);
}

static void
daybook_eye_dispose (GObject *object)
{
  DaybookEye *self = DAYBOOK_EYE (object);

  g_clear_handle_id (&self->closing, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->look, daybook_edit_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_eye_parent_class)->dispose (object);
}

static void
daybook_eye_class_init (DaybookEyeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_eye_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = daybook_eye_unmap;

  signals[ASKED_FOR] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_eye_init (DaybookEye *self)
{
  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (on_toggled), self);
  describe (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
daybook_eye_set_desk (DaybookEye  *self,
                      DaybookDesk *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "names-changed", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "agent-changed", G_CALLBACK (on_agent_changed), self, G_CONNECT_SWAPPED);
  describe (self);
}

DaybookShow
daybook_eye_get_show (DaybookEye *self)
{
  return self->state == OPEN ? DAYBOOK_SHOW_REVEALED : DAYBOOK_SHOW_MASKED;
}

void
daybook_eye_close (DaybookEye *self)
{
  gtk_toggle_button_set_active (self->button, FALSE);
}

void
daybook_eye_check (DaybookEye *self)
{
  g_autoptr(DaybookEdit) now = self->look != NULL ? collect (self, NULL) : NULL;

  for (guint i = 0; now != NULL && i < daybook_edit_size (now); i++)
    if (!holds (self->look, daybook_edit_change (now, i)->values))
      {
        daybook_eye_close (self);
        return;
      }
}
