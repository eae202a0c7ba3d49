/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Template widgets */
  AdwLeaflet     *leaflet;
  GtkWidget      *list_pane;
  AdwHeaderBar   *list_header;
  GtkWidget      *sidebar_button;
  AdwSqueezer    *squeezer;
  GtkWidget      *search_pill;
  GtkWidget      *search_button;
  AdwWindowTitle *list_title;
  GtkLabel       *heading;
  AdwBin         *content_bin;
  GtkWidget      *panel_pane;
  AdwHeaderBar   *panel_header;
  GtkWidget      *close_button;
  AdwWindowTitle *panel_title;
  AdwBin         *panel_bin;
  GtkStack       *panel_stack;
  GtkWidget      *panel_box;
  GtkWidget      *aside_box;
  AdwHeaderBar   *aside_header;
  AdwWindowTitle *aside_title;
  AdwBin         *aside_bin;

  /* Owned */
  char           *title;
  GWeakRef        before_aside; /* what had the focus */

  gboolean        panel_open;
  gboolean        sidebar_folded;
  gboolean        title_shown;
} DaybookPagePrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (DaybookPage, daybook_page, ADW_TYPE_BIN,
                         G_ADD_PRIVATE (DaybookPage)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_PANEL_TITLE,
  PROP_PANEL_OPEN,
  PROP_SIDEBAR_FOLDED,
  PROP_TITLE_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  COMMANDS_CHANGED,
  ROW_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static DaybookPagePrivate *
get_private (DaybookPage *self)
{
  return daybook_page_get_instance_private (self);
}

/* Whether anything stands beside the list, or over it. */
static gboolean
is_pane_open (DaybookPagePrivate *priv)
{
  return priv->panel_open || adw_bin_get_child (priv->aside_bin) != NULL;
}

static void
set_title_shown (DaybookPage *self,
                 gboolean     title_shown)
{
  DaybookPagePrivate *priv = get_private (self);

  if (priv->title_shown == title_shown)
    return;

  priv->title_shown = title_shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_SHOWN]);
}

/* Window buttons stand once at each end of the window, whatever is folded. */
static void
update_layout (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);
  gboolean folded = adw_leaflet_get_folded (priv->leaflet);
  gboolean beside = is_pane_open (priv) && !folded;
  gboolean has_pill = adw_squeezer_get_visible_child (priv->squeezer) == priv->search_pill;

  /* A line between the two; a separator of the leaflet's is drawn before it has
   * a place, and GTK complains. */
  if (beside)
    gtk_widget_add_css_class (priv->panel_pane, "beside");
  else
    gtk_widget_remove_css_class (priv->panel_pane, "beside");
  adw_header_bar_set_show_end_title_buttons (priv->list_header, !beside);
  adw_header_bar_set_show_start_title_buttons (priv->list_header, priv->sidebar_folded);
  adw_header_bar_set_show_start_title_buttons (priv->panel_header, folded);
  adw_header_bar_set_show_start_title_buttons (priv->aside_header, folded);
  /* Centred between unequal buttons a title would make the panel wide. */
  gtk_widget_set_visible (GTK_WIDGET (priv->panel_title), folded);
  gtk_widget_set_visible (priv->sidebar_button, priv->sidebar_folded);
  gtk_widget_set_visible (priv->search_button, !has_pill);
  set_title_shown (self, !has_pill);
  gtk_widget_set_visible (GTK_WIDGET (priv->heading), has_pill && !DAYBOOK_PAGE_GET_CLASS (self)->has_heading);
  gtk_button_set_icon_name (GTK_BUTTON (priv->close_button),
                            folded ? "go-previous-symbolic" : "window-close-symbolic");
  gtk_widget_set_tooltip_text (priv->close_button,
                               folded ? _("Back to the List (Esc)") : _("Close the Panel (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->close_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  folded ? _("Back to the List") : _("Close the Panel"), -1);
}

/* Beside each other both are visible, and the focus stays where it is; folded,
 * one covers the other. */
static void
cover (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);

  if (adw_leaflet_get_folded (priv->leaflet))
    adw_leaflet_set_visible_child (priv->leaflet, is_pane_open (priv) ? priv->panel_pane : priv->list_pane);
}

static gboolean
on_measuring_due (gpointer data)
{
  DaybookPagePrivate *priv = get_private (data);

  /* The page may be closed by now: it is kept, what is in it is not. */
  if (priv->search_button != NULL)
    gtk_widget_queue_resize (priv->search_button);
  return G_SOURCE_REMOVE;
}

/* The squeezer turns while it is given its width: that the buttons beside it come or go
 * then is not measured any more, and they would stand outside of the window. */
static void
on_layout_changed (DaybookPage *self)
{
  if (get_private (self)->panel_pane == NULL)
    return;

  update_layout (self);
  g_idle_add_full (GDK_PRIORITY_REDRAW + 5, on_measuring_due, g_object_ref (self), g_object_unref);
}

static void
on_folded (DaybookPage *self)
{
  if (get_private (self)->panel_pane == NULL)
    return;

  cover (self);
  update_layout (self);
}

/* A swipe back in the folded leaflet closes the panel as the button does. */
static void
on_leaflet_turned (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);

  if (!adw_leaflet_get_folded (priv->leaflet) || adw_leaflet_get_visible_child (priv->leaflet) != priv->list_pane)
    return;

  daybook_page_close_aside (self);
  daybook_page_close_panel (self);
}

static gboolean
has_built (DaybookPage *self)
{
  return get_private (self)->panel_bin != NULL;
}

/* The template's own child comes first, then those of the derived template. */
static void
daybook_page_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  DaybookPage *self = DAYBOOK_PAGE (buildable);
  DaybookPagePrivate *priv = get_private (self);

  if (!has_built (self) || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (type == NULL)
    adw_bin_set_child (priv->content_bin, GTK_WIDGET (child));
  else if (g_str_equal (type, "panel"))
    adw_bin_set_child (priv->panel_bin, GTK_WIDGET (child));
  else if (g_str_equal (type, "start"))
    adw_header_bar_pack_start (priv->list_header, GTK_WIDGET (child));
  else if (g_str_equal (type, "end"))
    adw_header_bar_pack_end (priv->list_header, GTK_WIDGET (child));
  else if (g_str_equal (type, "panel-start"))
    adw_header_bar_pack_start (priv->panel_header, GTK_WIDGET (child));
  else if (g_str_equal (type, "panel-end"))
    adw_header_bar_pack_end (priv->panel_header, GTK_WIDGET (child));
  else
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
}

static void
daybook_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DaybookPagePrivate *priv = get_private (DAYBOOK_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (priv->list_title));
      break;
    case PROP_PANEL_TITLE:
      g_value_set_string (value, adw_window_title_get_title (priv->panel_title));
      break;
    case PROP_PANEL_OPEN:
      g_value_set_boolean (value, priv->panel_open);
      break;
    case PROP_SIDEBAR_FOLDED:
      g_value_set_boolean (value, priv->sidebar_folded);
      break;
    case PROP_TITLE_SHOWN:
      g_value_set_boolean (value, priv->title_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DaybookPage *self = DAYBOOK_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      daybook_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      daybook_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_PANEL_TITLE:
      daybook_page_set_panel_title (self, g_value_get_string (value));
      break;
    case PROP_SIDEBAR_FOLDED:
      get_private (self)->sidebar_folded = g_value_get_boolean (value);
      update_layout (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_page_finalize (GObject *object)
{
  DaybookPagePrivate *priv = get_private (DAYBOOK_PAGE (object));

  g_free (priv->title);
  g_weak_ref_clear (&priv->before_aside);

  G_OBJECT_CLASS (daybook_page_parent_class)->finalize (object);
}

static gboolean
find_nothing (DaybookPage *self)
{
  return FALSE;
}

static gboolean
back_from_nothing (DaybookPage *self)
{
  return FALSE;
}

static gboolean
can_nothing (DaybookPage *self,
             const char  *command)
{
  return FALSE;
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_PANEL_TITLE] = g_param_spec_string ("panel-title", NULL, NULL, NULL, flags);
  properties[PROP_PANEL_OPEN] = g_param_spec_boolean ("panel-open", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_FOLDED] = g_param_spec_boolean ("sidebar-folded", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE_SHOWN] = g_param_spec_boolean ("title-shown", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, leaflet);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, list_pane);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, list_header);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, sidebar_button);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, squeezer);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, search_pill);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, search_button);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, list_title);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, panel_pane);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, panel_header);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, close_button);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, panel_title);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, panel_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, panel_stack);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, panel_box);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, aside_box);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, aside_header);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, aside_title);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookPage, aside_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_leaflet_turned);
  gtk_widget_class_bind_template_callback (widget_class, daybook_page_close_panel);
  gtk_widget_class_bind_template_callback (widget_class, daybook_page_close_aside);
}

static void
daybook_page_class_init (DaybookPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_page_get_property;
  object_class->set_property = daybook_page_set_property;
  object_class->finalize = daybook_page_finalize;
  klass->find = find_nothing;
  klass->back = back_from_nothing;
  klass->can = can_nothing;
  install_properties (object_class);
  signals[COMMANDS_CHANGED] = g_signal_new ("commands-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_OPENED] = g_signal_new ("row-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = daybook_page_add_child;
}

static void
daybook_page_init (DaybookPage *self)
{
  g_weak_ref_init (&get_private (self)->before_aside, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_layout (self);
}

void
daybook_page_set_title (DaybookPage *self,
                        const char  *title)
{
  DaybookPagePrivate *priv = get_private (self);

  if (g_strcmp0 (priv->title, title) == 0)
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  adw_window_title_set_title (priv->list_title, title);
  gtk_label_set_label (priv->heading, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
daybook_page_set_subtitle (DaybookPage *self,
                           const char  *subtitle)
{
  adw_window_title_set_subtitle (get_private (self)->list_title, subtitle != NULL ? subtitle : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

void
daybook_page_set_panel_title (DaybookPage *self,
                              const char  *title)
{
  adw_window_title_set_title (get_private (self)->panel_title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_TITLE]);
}

/* Shows what `panel_open` says, and what stands over the panel. */
static void
update_panel (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);

  gtk_stack_set_visible_child (priv->panel_stack, adw_bin_get_child (priv->aside_bin) != NULL ? priv->aside_box : priv->panel_box);
  gtk_widget_set_visible (priv->panel_pane, is_pane_open (priv));
  cover (self);
  update_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_OPEN]);
  daybook_page_commands_changed (self);
}

GtkWidget *
daybook_page_obtain_panel (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  if (adw_bin_get_child (priv->panel_bin) == NULL && klass->make_panel != NULL)
    adw_bin_set_child (priv->panel_bin, klass->make_panel (self));

  return adw_bin_get_child (priv->panel_bin);
}

void
daybook_page_open_panel (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);

  if (priv->panel_open)
    return;

  daybook_page_obtain_panel (self);
  priv->panel_open = TRUE;
  update_panel (self);
}

void
daybook_page_close_panel (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);
  gboolean had_focus;

  if (!priv->panel_open)
    return;

  had_focus = gtk_widget_get_focus_child (priv->panel_pane) != NULL;
  priv->panel_open = FALSE;
  update_panel (self);
  if (had_focus)
    daybook_page_focus_pane (self, DAYBOOK_PANE_LIST);
}

void
daybook_page_show_aside (DaybookPage *self,
                         GtkWidget   *aside,
                         const char  *title)
{
  DaybookPagePrivate *priv = get_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (adw_bin_get_child (priv->aside_bin) == NULL)
    g_weak_ref_set (&priv->before_aside, root != NULL ? gtk_root_get_focus (root) : NULL);
  adw_bin_set_child (priv->aside_bin, aside);
  adw_window_title_set_title (priv->aside_title, title);
  update_panel (self);
}

GtkWidget *
daybook_page_get_aside (DaybookPage *self)
{
  return adw_bin_get_child (get_private (self)->aside_bin);
}

/* What had the focus may be gone, or in a panel that was closed meanwhile. */
static void
give_back_focus (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);
  g_autoptr(GtkWidget) before = g_weak_ref_get (&priv->before_aside);

  g_weak_ref_set (&priv->before_aside, NULL);
  if (before == NULL || !gtk_widget_is_ancestor (before, GTK_WIDGET (self)) || !gtk_widget_grab_focus (before))
    daybook_page_focus_pane (self, priv->panel_open ? DAYBOOK_PANE_PANEL : DAYBOOK_PANE_LIST);
}

void
daybook_page_close_aside (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);
  GtkWidget *aside = adw_bin_get_child (priv->aside_bin);
  gboolean had_focus = aside != NULL && gtk_widget_get_focus_child (priv->aside_box) != NULL;

  if (aside == NULL)
    return;

  adw_bin_set_child (priv->aside_bin, NULL);
  update_panel (self);
  if (had_focus)
    give_back_focus (self);
}

gboolean
daybook_page_is_panel_open (DaybookPage *self)
{
  return get_private (self)->panel_open;
}

gboolean
daybook_page_has_room (DaybookPage *self)
{
  DaybookPagePrivate *priv = get_private (self);
  int list, panel;

  gtk_widget_get_size_request (GTK_WIDGET (priv->list_pane), &list, NULL);
  gtk_widget_get_size_request (GTK_WIDGET (priv->panel_pane), &panel, NULL);
  return gtk_widget_get_width (GTK_WIDGET (self)) >= list + panel;
}

gboolean
daybook_page_is_folded (DaybookPage *self)
{
  return adw_leaflet_get_folded (get_private (self)->leaflet);
}

GtkWidget *
daybook_page_get_pane (DaybookPage *self,
                       DaybookPane  pane)
{
  DaybookPagePrivate *priv = get_private (self);

  return pane == DAYBOOK_PANE_PANEL ? priv->panel_pane : priv->list_pane;
}

void
daybook_page_focus_pane (DaybookPage *self,
                         DaybookPane  pane)
{
  DaybookPagePrivate *priv = get_private (self);

  if (pane == DAYBOOK_PANE_PANEL)
    gtk_widget_child_focus (GTK_WIDGET (adw_bin_get_child (priv->aside_bin) != NULL ? priv->aside_bin : priv->panel_bin), GTK_DIR_TAB_FORWARD);
  else if (DAYBOOK_PAGE_GET_CLASS (self)->shown != NULL)
    daybook_page_shown (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (priv->content_bin), GTK_DIR_TAB_FORWARD);
}

void
daybook_page_shown (DaybookPage *self)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  if (klass->shown != NULL)
    klass->shown (self);
}

gboolean
daybook_page_back (DaybookPage *self)
{
  if (daybook_page_get_aside (self) != NULL)
    {
      daybook_page_close_aside (self);
      return TRUE;
    }
  if (DAYBOOK_PAGE_GET_CLASS (self)->back (self))
    return TRUE;
  if (!get_private (self)->panel_open)
    return FALSE;

  daybook_page_close_panel (self);
  return TRUE;
}

gboolean
daybook_page_find (DaybookPage *self)
{
  return DAYBOOK_PAGE_GET_CLASS (self)->find (self);
}

void
daybook_page_open_row (DaybookPage     *self,
                       const DaybookId *id)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  if (klass->open_row != NULL)
    klass->open_row (self, id);
}

void
daybook_page_show_view (DaybookPage *self,
                        const char  *view)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  if (klass->show_view != NULL)
    klass->show_view (self, view);
}

const char *
daybook_page_get_view (DaybookPage *self)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  return klass->get_view != NULL ? klass->get_view (self) : NULL;
}

void
daybook_page_show_query (DaybookPage        *self,
                         const DaybookQuery *query)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  if (klass->show_query != NULL)
    klass->show_query (self, query);
}

int
daybook_page_get_foot (DaybookPage *self)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  return klass->get_foot != NULL ? klass->get_foot (self) : 0;
}

gboolean
daybook_page_can (DaybookPage *self,
                  const char  *command)
{
  return DAYBOOK_PAGE_GET_CLASS (self)->can (self, command);
}

void
daybook_page_perform (DaybookPage *self,
                      const char  *command)
{
  DaybookPageClass *klass = DAYBOOK_PAGE_GET_CLASS (self);

  if (klass->perform != NULL && klass->can (self, command))
    klass->perform (self, command);
}

void
daybook_page_row_opened (DaybookPage      *self,
                         const DaybookRow *row)
{
  g_signal_emit (self, signals[ROW_OPENED], 0, row);
}

void
daybook_page_commands_changed (DaybookPage *self)
{
  g_signal_emit (self, signals[COMMANDS_CHANGED], 0);
}
