/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/member-row.h"

#include "app/registers/draft-rows.h"
#include "app/registers/retire-button.h"

#include <glib/gi18n-lib.h>

struct _DaybookMemberRow
{
  AdwExpanderRow           parent_instance;

  DaybookRegisterDraft    *draft;
  char                    *key;
  char                    *path;
  const DaybookMemberKind *kind;
  GtkWidget               *name; /* borrowed; NULL until it was opened */
};

G_DEFINE_FINAL_TYPE (DaybookMemberRow, daybook_member_row, ADW_TYPE_EXPANDER_ROW)

/* What is retired stands back. */
static void
mark_retired (GtkWidget *row,
              gboolean   retired)
{
  if (retired)
    gtk_widget_add_css_class (row, "retired");
  else
    gtk_widget_remove_css_class (row, "retired");
}

static void
refresh (GtkWidget *widget)
{
  DaybookMemberRow *self = DAYBOOK_MEMBER_ROW (widget);
  g_autofree char *label = daybook_member_row_path (self, "label");
  const char *name = daybook_register_draft_get_text (self->draft, label);
  const char *problem = daybook_register_draft_find_problem (self->draft, self->path);
  gboolean retired = daybook_register_draft_is_retired (self->draft, self->path);
  g_autofree char *kind = self->kind->describe (self->draft, self->path);
  /* Translators: of a field or a stage that is no longer offered; %s is what it is. */
  g_autofree char *said = retired ? g_strdup_printf (_("Retired · %s"), kind) : g_strdup (kind);

  if (!daybook_register_draft_has (self->draft, self->path))
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *name != '\0' ? name : "–");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), problem != NULL ? problem : said);
  mark_retired (widget, retired);
  if (problem != NULL)
    gtk_widget_add_css_class (widget, "faulty");
  else
    gtk_widget_remove_css_class (widget, "faulty");
}

/* At the foot of what it has. */
static GtkWidget *
make_end (DaybookMemberRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_retire_button_new (self->draft, self->path, DAYBOOK_RETIRE_LABEL));
  return row;
}

static void
fill (DaybookMemberRow *self)
{
  g_autofree char *label = daybook_member_row_path (self, "label");

  if (self->name != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->name = daybook_draft_text_row (self->draft, label, C_("register", "Name"));
  daybook_member_row_add (self, self->name);
  self->kind->fill (self, self->draft, self->key);
  daybook_member_row_add (self, make_end (self));
}

static void
daybook_member_row_finalize (GObject *object)
{
  DaybookMemberRow *self = DAYBOOK_MEMBER_ROW (object);

  g_object_unref (self->draft);
  g_free (self->key);
  g_free (self->path);

  G_OBJECT_CLASS (daybook_member_row_parent_class)->finalize (object);
}

static void
daybook_member_row_class_init (DaybookMemberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_member_row_finalize;
}

static void
daybook_member_row_init (DaybookMemberRow *self)
{
  /* Words of a shop are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
}

GtkWidget *
daybook_member_row_new (DaybookMemberList       *list,
                        const char              *key,
                        const DaybookMemberKind *kind)
{
  DaybookMemberRow *self = g_object_new (DAYBOOK_TYPE_MEMBER_ROW, NULL);

  self->draft = g_object_ref (daybook_member_list_get_draft (list));
  self->key = g_strdup (key);
  self->path = daybook_member_list_get_path (list, key);
  self->kind = kind;
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), daybook_member_list_make_arrows (list, key, GTK_WIDGET (self)));
  daybook_draft_follow (self->draft, GTK_WIDGET (self), refresh);
  return GTK_WIDGET (self);
}

void
daybook_member_row_show (DaybookMemberRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->name);
}

void
daybook_member_row_add (DaybookMemberRow *self,
                        GtkWidget        *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

char *
daybook_member_row_path (DaybookMemberRow *self,
                         const char       *within)
{
  return g_strconcat (self->path, "/", within, NULL);
}

/* --- Options -------------------------------------------------------------------------- */

static void
refresh_option (GtkWidget *row)
{
  DaybookRegisterDraft *draft = g_object_get_data (G_OBJECT (row), "draft");

  mark_retired (row, daybook_register_draft_is_retired (draft, g_object_get_data (G_OBJECT (row), "path")));
}

GtkWidget *
daybook_option_row_new (DaybookMemberList *list,
                        const char        *key)
{
  DaybookRegisterDraft *draft = daybook_member_list_get_draft (list);
  char *path = daybook_member_list_get_path (list, key);
  GtkWidget *row = daybook_draft_text_row (draft, path, C_("register", "Name"));

  g_object_set_data_full (G_OBJECT (row), "path", path, g_free);
  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the row's bond holds */
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), daybook_member_list_make_arrows (list, key, row));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), daybook_retire_button_new (draft, path, DAYBOOK_RETIRE_ICON));
  daybook_draft_follow (draft, row, refresh_option);
  return row;
}
