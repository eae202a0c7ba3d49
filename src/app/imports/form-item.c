/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/form-item.h"

#include <glib/gi18n-lib.h>

struct _DaybookFormItem
{
  GObject       parent_instance;

  char         *platform;
  char         *form;
  char         *title;
  DaybookFeeds *feeds;
};

G_DEFINE_FINAL_TYPE (DaybookFormItem, daybook_form_item, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
daybook_form_item_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *spec)
{
  g_value_set_string (value, DAYBOOK_FORM_ITEM (object)->title);
}

static void
daybook_form_item_finalize (GObject *object)
{
  DaybookFormItem *self = DAYBOOK_FORM_ITEM (object);

  g_free (self->platform);
  g_free (self->form);
  g_free (self->title);
  g_clear_pointer (&self->feeds, daybook_feeds_free);
  G_OBJECT_CLASS (daybook_form_item_parent_class)->finalize (object);
}

static void
daybook_form_item_class_init (DaybookFormItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_form_item_get_property;
  object_class->finalize = daybook_form_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_form_item_init (DaybookFormItem *self)
{
}

DaybookFormItem *
daybook_form_item_new (const DaybookProfile *profile,
                       const DaybookForm    *form)
{
  const DaybookFedTable whole = { form, NULL, 0 };
  DaybookFormItem *self = g_object_new (DAYBOOK_TYPE_FORM_ITEM, NULL);

  self->platform = g_strdup (daybook_profile_label (profile));
  self->form = daybook_form_describe (form);
  self->title = g_strdup_printf ("%s · %s", self->platform, self->form);
  self->feeds = daybook_feeds_new (profile, NULL, &whole, 1);
  return self;
}

const char *
daybook_form_item_get_title (DaybookFormItem *self)
{
  return self->title;
}

const DaybookFeeds *
daybook_form_item_get_feeds (DaybookFormItem *self)
{
  return self->feeds;
}

char *
daybook_form_item_say (DaybookFormItem *self,
                       DaybookFact      fact)
{
  gboolean carried = (self->feeds->facts & 1u << fact) != 0;

  /* Translators: for screen readers: the platform, what a file of it holds, and a fact that the
   * file has: "Pinduoduo, orders: Tracking number, yes" */
  return g_strdup_printf (carried ? _("%s, %s: %s, yes")
                          /* Translators: ... or has not: "Pinduoduo, orders: Buyer account, no" */
                          : _("%s, %s: %s, no"),
                          self->platform, self->form, daybook_fact_label (fact));
}

char *
daybook_form_item_explain (DaybookFormItem *self)
{
  g_autofree char *names = daybook_follow_ups_join (self->feeds->follow_ups);
  GString *text = g_string_new (self->title);

  g_string_append_c (text, '\n');
  if (names != NULL)
    g_string_append_printf (text, _("Feeds: %s"), names);
  else
    g_string_append (text, _("Feeds no follow-up"));

  for (guint i = 0; i < DAYBOOK_N_FACTS; i++)
    {
      g_autofree char *line = (self->feeds->missing & 1u << i) != 0 ? daybook_feeds_explain (self->feeds, (DaybookFact) i) : NULL;

      if (line != NULL)
        g_string_append_printf (text, "\n%s", line);
    }

  return g_string_free (text, FALSE);
}
