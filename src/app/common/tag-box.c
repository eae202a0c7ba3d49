/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/tag-box.h"

#include "app/common/bits.h"
#include "app/compat/wrap-box.h"
#include "core/tags.h"

#include <glib/gi18n-lib.h>

#define MOST_OFFERED 8
#define ENTRY_CHARS 10

struct _DaybookTagBox
{
  AdwBin           parent_instance;

  GtkWidget       *chips;  /* and after them the entry */
  GtkWidget       *entry;
  GtkWidget       *offers;

  DaybookTagsInUse find;
  gpointer         data;   /* of `find`; borrowed */
  char            *tags;   /* shown, or NULL */
  DaybookId        of;
  char           **known;  /* tags in use, once somebody is about to write one */
};

G_DEFINE_FINAL_TYPE (DaybookTagBox, daybook_tag_box, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_tags (DaybookTagBox *self)
{
  return self->tags != NULL ? self->tags : "";
}

/* Takes over `text`. */
static void
change (DaybookTagBox *self,
        char          *text)
{
  g_auto(DaybookValue) value = daybook_value_text (text);

  if (g_strcmp0 (text != NULL ? text : "", get_tags (self)) != 0)
    g_signal_emit (self, signals[CHANGED], 0, &value);
  g_free (text);
}

static void
on_removed (DaybookTagBox *self,
            GtkWidget     *button)
{
  change (self, daybook_tags_without (get_tags (self), g_object_get_data (G_OBJECT (button), "tag")));
}

static void
add (DaybookTagBox *self,
     const char    *tag)
{
  g_autofree char *more = g_strdup (tag);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  change (self, daybook_tags_with (get_tags (self), more));
}

static void
on_entered (DaybookTagBox *self)
{
  add (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_offer_clicked (DaybookTagBox *self,
                  GtkWidget     *button)
{
  add (self, g_object_get_data (G_OBJECT (button), "tag"));
}

/* --- What is offered --------------------------------------------------------------- */

static void
offer (DaybookTagBox *self,
       const char    *tag)
{
  GtkWidget *button = gtk_button_new_with_label (tag);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "stage-move");
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_offer_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->offers, NULL);
}

/* Those that begin with what is written; what the case has is not offered. */
static void
update_offers (DaybookTagBox *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto(GStrv) own = daybook_tags_split (get_tags (self));
  guint n = 0;

  daybook_bit_empty (self->offers);
  for (char **tag = self->known; tag != NULL && *tag != NULL && n < MOST_OFFERED; tag++)
    if (g_str_has_prefix (*tag, typed) && !g_strv_contains ((const char *const *) own, *tag))
      {
        offer (self, *tag);
        n++;
      }
  gtk_widget_set_visible (self->offers, n > 0);
}

static void
forget_known (DaybookTagBox *self)
{
  g_clear_pointer (&self->known, g_strfreev);
  update_offers (self);
}

static void
on_entry_focused (DaybookTagBox *self)
{
  if (self->find == NULL || self->known != NULL)
    return;

  self->known = self->find (self->data);
  update_offers (self);
}

/* --- What is seen -------------------------------------------------------------------- */

static void
add_chip (DaybookTagBox *self,
          const char    *tag)
{
  /* Translators: of a tag: “易碎”. */
  g_autofree char *name = g_strdup_printf (_("Take Away the Tag “%s”"), tag);
  GtkWidget *remove = daybook_bit_button ("window-close-symbolic", name, NULL);

  g_object_set_data_full (G_OBJECT (remove), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (daybook_bit_chip (tag, remove), self->chips, self->entry);
}

static void
fill (DaybookTagBox *self)
{
  g_auto(GStrv) tags = daybook_tags_split (get_tags (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != self->entry)
    gtk_widget_unparent (child);
  for (char **tag = tags; *tag != NULL; tag++)
    add_chip (self, *tag);
  update_offers (self);
}

static void
daybook_tag_box_dispose (GObject *object)
{
  DaybookTagBox *self = DAYBOOK_TAG_BOX (object);

  self->find = NULL;
  g_clear_pointer (&self->tags, g_free);
  g_clear_pointer (&self->known, g_strfreev);

  G_OBJECT_CLASS (daybook_tag_box_parent_class)->dispose (object);
}

static void
daybook_tag_box_class_init (DaybookTagBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_tag_box_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_entry (DaybookTagBox *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Add a tag"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_widget_add_css_class (entry, "field-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Tag"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update_offers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_entry_focused), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* What is offered goes when the hands go elsewhere, and not on the way to it. */
static void
daybook_tag_box_init (DaybookTagBox *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->chips = g_object_new (DAYBOOK_TYPE_WRAP_BOX, NULL);
  self->offers = g_object_new (DAYBOOK_TYPE_WRAP_BOX, "visible", FALSE, NULL);
  self->entry = make_entry (self);
  gtk_widget_insert_before (self->entry, self->chips, NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (forget_known), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_box_append (GTK_BOX (column), self->chips);
  gtk_box_append (GTK_BOX (column), self->offers);
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_tag_box_set_known (DaybookTagBox    *self,
                           DaybookTagsInUse  find,
                           gpointer          data)
{
  self->find = find;
  self->data = data;
}

void
daybook_tag_box_show (DaybookTagBox   *self,
                      const DaybookId *of,
                      const char      *tags)
{
  gboolean is_other = self->tags == NULL || !daybook_id_equal (&self->of, of);
  gboolean is_changed = is_other || !g_str_equal (tags, self->tags);

  g_free (self->tags);
  self->tags = g_strdup (tags);
  self->of = *of;
  if (is_other)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (is_changed)
    fill (self);
}
