/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/member-list.h"

#include <glib/gi18n-lib.h>

struct _DaybookMemberList
{
  GObject               parent_instance;

  GtkWidget            *host;  /* borrowed: it owns us */
  DaybookRegisterDraft *draft;
  char                 *path;
  char                 *tag;   /* or NULL */
  DaybookMemberMake     make;
  GPtrArray            *keys;  /* char: as shown */
  GHashTable           *rows;  /* key → GtkWidget */
  GtkWidget            *last;  /* under them, an AdwEntryRow for a new one or another row; or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookMemberList, daybook_member_list, G_TYPE_OBJECT)

#define KEY "daybook-member-key"

static void
put_in (DaybookMemberList *self,
        GtkWidget         *row)
{
  if (ADW_IS_EXPANDER_ROW (self->host))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->host), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->host), row);
}

static void
take_out (DaybookMemberList *self,
          GtkWidget         *row)
{
  if (ADW_IS_EXPANDER_ROW (self->host))
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->host), row);
  else
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->host), row);
}

static gboolean
is_as_shown (DaybookMemberList  *self,
             char              **keys)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_strcmp0 (keys[i], self->keys->pdata[i]) != 0)
      return FALSE;

  return keys[self->keys->len] == NULL;
}

static GtkWidget *
obtain_row (DaybookMemberList *self,
            const char        *key)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, key);

  if (row != NULL)
    return row;

  row = self->make (self, key);
  g_hash_table_insert (self->rows, g_strdup (key), g_object_ref_sink (row));
  return row;
}

static gboolean
is_gone (gpointer key,
         gpointer row,
         gpointer keys)
{
  return !g_strv_contains (keys, key);
}

/* The row, or what is within it, that has the focus; it loses it while it is out. */
static GtkWidget *
find_focus (DaybookMemberList *self)
{
  GtkRoot *root = gtk_widget_get_root (self->host);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->host) ? focus : NULL;
}

/* There is no way to move a row of a group or an expander. */
static void
fill (DaybookMemberList  *self,
      char              **keys)
{
  g_autoptr(GtkWidget) focus = find_focus (self);

  if (focus != NULL)
    g_object_ref (focus);
  for (guint i = 0; i < self->keys->len; i++)
    take_out (self, g_hash_table_lookup (self->rows, self->keys->pdata[i]));
  if (self->last != NULL && gtk_widget_get_parent (self->last) != NULL)
    take_out (self, self->last);

  g_hash_table_foreach_remove (self->rows, is_gone, keys);
  g_ptr_array_set_size (self->keys, 0);
  for (char **key = keys; *key != NULL; key++)
    {
      put_in (self, obtain_row (self, *key));
      g_ptr_array_add (self->keys, g_strdup (*key));
    }
  if (self->last != NULL)
    put_in (self, self->last);
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->host))
    gtk_widget_grab_focus (focus);
}

static void
follow (DaybookMemberList *self)
{
  g_auto(GStrv) keys = daybook_register_draft_get_keys (self->draft, self->path);

  if (!is_as_shown (self, keys))
    fill (self, keys);
}

/* --- A new one ---------------------------------------------------------------------------- */

/* FALSE: nothing was typed. */
static gboolean
flush (DaybookMemberList *self)
{
  g_autofree char *label = ADW_IS_ENTRY_ROW (self->last) ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->last)))) : NULL;
  g_autofree char *key = NULL;

  if (label == NULL || *label == '\0')
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (self->last), "");
  key = daybook_register_draft_add (self->draft, self->path, label);
  return TRUE;
}

static void
on_entered (DaybookMemberList *self)
{
  if (flush (self))
    gtk_widget_grab_focus (self->last);
}

/* On a draft: its lists (DaybookMemberList), borrowed. */
static GPtrArray *
lists_of (DaybookRegisterDraft *draft)
{
  GPtrArray *lists = g_object_get_data (G_OBJECT (draft), "daybook-member-lists");

  if (lists == NULL)
    {
      lists = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (draft), "daybook-member-lists", lists, (GDestroyNotify) g_ptr_array_unref);
    }
  return lists;
}

/* What is added may change the lists that there are. */
void
daybook_member_lists_flush (DaybookRegisterDraft *draft)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_copy (lists_of (draft), NULL, NULL);

  for (guint i = 0; i < lists->len; i++)
    if (g_ptr_array_find (lists_of (draft), lists->pdata[i], NULL))
      flush (lists->pdata[i]);
}

static void
make_line (DaybookMemberList *self,
           const char        *question)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->last = g_object_ref_sink (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last), question);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _("Add (Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last, "entry-activated", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->last), add);
}

/* --- Moving --------------------------------------------------------------------------------- */

static void
move (DaybookMemberList *self,
      GtkWidget         *row,
      int                step)
{
  if (!daybook_register_draft_move (self->draft, self->path, g_object_get_data (G_OBJECT (row), KEY), step))
    gtk_widget_error_bell (row);
}

static DaybookMemberList *
list_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "daybook-member-list");
}

static void
on_up_clicked (GtkWidget *row)
{
  move (list_of (row), row, -1);
}

static void
on_down_clicked (GtkWidget *row)
{
  move (list_of (row), row, 1);
}

static gboolean
on_key_pressed (GtkWidget       *row,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;

  move (list_of (row), row, key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static GtkWidget *
make_arrow (GtkWidget  *row,
            const char *icon,
            const char *tip,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_add_css_class (button, "dim-label");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_object (button, "clicked", clicked, row, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
daybook_member_list_make_arrows (DaybookMemberList *self,
                                 const char        *key,
                                 GtkWidget         *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (row), "daybook-member-list", self);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_arrow (row, "go-up-symbolic", _("Move Up (Alt+Up)"), G_CALLBACK (on_up_clicked)));
  gtk_box_append (GTK_BOX (box), make_arrow (row, "go-down-symbolic", _("Move Down (Alt+Down)"), G_CALLBACK (on_down_clicked)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  return box;
}

/* --- The list ---------------------------------------------------------------------------------- */

static void
daybook_member_list_finalize (GObject *object)
{
  DaybookMemberList *self = DAYBOOK_MEMBER_LIST (object);

  g_ptr_array_remove_fast (lists_of (self->draft), self);
  g_object_unref (self->draft);
  g_free (self->path);
  g_free (self->tag);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->rows);
  g_clear_object (&self->last);

  G_OBJECT_CLASS (daybook_member_list_parent_class)->finalize (object);
}

static void
daybook_member_list_class_init (DaybookMemberListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_member_list_finalize;
}

static void
daybook_member_list_init (DaybookMemberList *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static DaybookMemberList *
begin (GtkWidget            *host,
       DaybookRegisterDraft *draft,
       const char           *path,
       DaybookMemberMake     make)
{
  DaybookMemberList *self = g_object_new (DAYBOOK_TYPE_MEMBER_LIST, NULL);

  self->host = host;
  self->draft = g_object_ref (draft);
  self->path = g_strdup (path);
  self->make = make;
  g_ptr_array_add (lists_of (draft), self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (host), "daybook-members", self, g_object_unref);
  return self;
}

DaybookMemberList *
daybook_member_list_new (GtkWidget            *host,
                         DaybookRegisterDraft *draft,
                         const char           *path,
                         DaybookMemberMake     make,
                         const char           *question)
{
  DaybookMemberList *self = begin (host, draft, path, make);

  if (question != NULL)
    make_line (self, question);
  follow (self);
  if (self->last != NULL && gtk_widget_get_parent (self->last) == NULL)
    put_in (self, self->last);
  return self;
}

void
daybook_member_list_end_with (DaybookMemberList *self,
                              GtkWidget         *row)
{
  g_return_if_fail (self->last == NULL);

  self->last = g_object_ref_sink (row);
  put_in (self, row);
}

DaybookMemberList *
daybook_member_list_new_tagged (GtkWidget            *host,
                                DaybookRegisterDraft *draft,
                                const char           *path,
                                DaybookMemberMake     make,
                                const char           *tag)
{
  DaybookMemberList *self = begin (host, draft, path, make);

  self->tag = g_strdup (tag);
  follow (self);
  return self;
}

const char *
daybook_member_list_get_tag (DaybookMemberList *self)
{
  return self->tag;
}

DaybookRegisterDraft *
daybook_member_list_get_draft (DaybookMemberList *self)
{
  return self->draft;
}

char *
daybook_member_list_get_path (DaybookMemberList *self,
                              const char        *key)
{
  return g_strconcat (self->path, "/", key, NULL);
}

GtkWidget *
daybook_member_list_find_row (DaybookMemberList *self,
                              const char        *key)
{
  return g_hash_table_lookup (self->rows, key);
}
