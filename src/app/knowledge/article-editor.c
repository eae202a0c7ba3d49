/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-editor.h"

#include "app/common/agent-picker.h"
#include "app/common/buffer-text.h"
#include "app/common/markdown-view.h"
#include "app/common/row-picker.h"
#include "app/common/shell.h"
#include "app/common/typed-time.h"
#include "app/compat/wrap-box.h"
#include "app/knowledge/article-pictures.h"
#include "app/knowledge/article-sources.h"
#include "core/article-edit.h"
#include "core/chore.h"
#include "core/shop.h"
#include "core/words.h"
#include "store/article-text.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

/* What is typed is shown once nothing was typed for so long. */
#define PAUSE_MS 120

struct _DaybookArticleEditor
{
  AdwWindow            parent_instance;

  /* Template widgets */
  AdwWindowTitle      *heading;
  AdwLeaflet          *leaflet;
  GtkWidget           *source_side;
  GtkWidget           *preview_side;
  GtkToggleButton     *preview_button;
  GtkToggleButton     *details_button;
  GtkWidget           *details;
  GtkEditable         *title;
  GtkSourceView       *source;
  GtkWidget           *picture_button;
  DaybookMarkdownView *preview;
  GtkDropDown         *kind;
  GtkDropDown         *language;
  GtkDropDown         *readers;
  GtkEditable         *category;
  GtkEditable         *tags;
  GtkEditable         *registers;
  GtkEditable         *review_by;
  GtkEditable         *read_by;
  GtkEditable         *launch;
  GtkSwitch           *told;
  DaybookAgentPicker  *owner;
  DaybookRowPicker    *product;
  GtkEditable         *note;
  GtkLabel            *problem;

  /* Owned */
  DaybookDesk            *desk;
  DaybookRow             *before;   /* as it was; NULL: it is new */
  DaybookRow             *after;    /* as it stands here */
  DaybookArticlePictures *pictures;
  guint                   timeout;
  gboolean                done;     /* saved, or nothing is to be */
};

G_DEFINE_FINAL_TYPE (DaybookArticleEditor, daybook_article_editor, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookArticleEditor *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- The text ---------------------------------------------------------------------------------- */

static GtkTextBuffer *
get_buffer (DaybookArticleEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source));
}

static gboolean
show_preview (gpointer data)
{
  DaybookArticleEditor *self = data;
  g_autofree char *text = daybook_buffer_text (get_buffer (self));

  self->timeout = 0;
  daybook_markdown_view_set_text (self->preview, text);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (DaybookArticleEditor *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, show_preview, self);
}

/* Paper and ink follow the window's, light or dark. */
static void
follow_style (DaybookArticleEditor *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme *scheme = gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (),
                                                                             dark ? "Adwaita-dark" : "Adwaita");

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)), scheme);
}

static void
set_up_source (DaybookArticleEditor *self)
{
  GtkSourceLanguage *markdown = gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "markdown");

  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (get_buffer (self)), markdown);
  follow_style (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (follow_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
}

/* Return goes on to the text. */
static void
on_titled (DaybookArticleEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->source));
}

static void
on_preview_toggled (DaybookArticleEditor *self)
{
  gboolean preview = gtk_toggle_button_get_active (self->preview_button);

  adw_leaflet_set_visible_child (self->leaflet, preview ? self->preview_side : self->source_side);
}

/* --- Pictures ----------------------------------------------------------------------------------- */

static void
say_text (DaybookArticleEditor *self,
          const char           *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* At once: whoever puts a picture in looks for it. */
static void
on_picture_inserted (DaybookArticleEditor *self)
{
  say_text (self, NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  show_preview (self);
}

static void
on_pictures_busy (DaybookArticleEditor *self,
                  gboolean              busy)
{
  gtk_widget_set_sensitive (self->picture_button, !busy);
}

static void
act_picture (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  daybook_article_pictures_choose (DAYBOOK_ARTICLE_EDITOR (widget)->pictures);
}

static void
set_up_pictures (DaybookArticleEditor *self)
{
  self->pictures = daybook_article_pictures_new (get_store (self), GTK_TEXT_VIEW (self->source));
  g_signal_connect_object (self->pictures, "inserted", G_CALLBACK (on_picture_inserted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures, "refused", G_CALLBACK (say_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures, "busy", G_CALLBACK (on_pictures_busy), self, G_CONNECT_SWAPPED);
}

/* --- The form ----------------------------------------------------------------------------------- */

static void
set_value (DaybookArticleEditor *self,
           guint                 field,
           DaybookValue          value)
{
  daybook_value_clear (&self->after->values[field]);
  self->after->values[field] = value;
}

static void
take_text (DaybookArticleEditor *self,
           guint                 field,
           GtkEditable          *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  set_value (self, field, *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
take_choice (DaybookArticleEditor *self,
             guint                 field,
             GtkDropDown          *choice)
{
  set_value (self, field, daybook_value_int (gtk_drop_down_get_selected (choice)));
}

/* What cannot be read is marked, and refuses the whole. */
static gboolean
take_moment (DaybookArticleEditor  *self,
             guint                  field,
             GtkEditable           *entry,
             GError               **error)
{
  gint64 moment;

  if (!daybook_typed_time_read (gtk_editable_get_text (entry), daybook_store_get_now (get_store (self)),
                                 daybook_store_get_zone (get_store (self)), &moment, error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_toggle_button_set_active (self->details_button, TRUE);
      return FALSE;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  set_value (self, field, moment != 0 ? daybook_value_int (moment) : (DaybookValue) DAYBOOK_VALUE_INIT);
  return TRUE;
}

/* Without a title the first line of the text is one. */
static void
take_title (DaybookArticleEditor *self,
            const char           *body)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  g_auto(GStrv) lines = g_strsplit (body, "\n", 2);

  if (*title == '\0' && lines[0] != NULL)
    {
      g_free (title);
      title = g_strstrip (g_strdup (lines[0] + strspn (lines[0], "# ")));
    }
  set_value (self, DAYBOOK_ARTICLE_TITLE, daybook_value_text (title));
}

static gboolean
take_form (DaybookArticleEditor  *self,
           GError               **error)
{
  g_autofree char *body = daybook_buffer_text (get_buffer (self));

  take_title (self, body);
  set_value (self, DAYBOOK_ARTICLE_BODY, daybook_value_text (body));
  take_choice (self, DAYBOOK_ARTICLE_KIND, self->kind);
  take_choice (self, DAYBOOK_ARTICLE_LANGUAGE, self->language);
  take_choice (self, DAYBOOK_ARTICLE_READERS, self->readers);
  take_text (self, DAYBOOK_ARTICLE_CATEGORY, self->category);
  take_text (self, DAYBOOK_ARTICLE_TAGS, self->tags);
  take_text (self, DAYBOOK_ARTICLE_REGISTERS, self->registers);
  set_value (self, DAYBOOK_ARTICLE_TOLD, daybook_value_int (gtk_switch_get_active (self->told)));
  return take_moment (self, DAYBOOK_ARTICLE_REVIEW_BY, self->review_by, error)
         && take_moment (self, DAYBOOK_ARTICLE_READ_BY, self->read_by, error)
         && take_moment (self, DAYBOOK_ARTICLE_LAUNCH, self->launch, error);
}

static void
on_owner_picked (DaybookArticleEditor *self,
                 const DaybookRow     *agent)
{
  set_value (self, DAYBOOK_ARTICLE_OWNER, agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_product_picked (DaybookArticleEditor *self,
                   const DaybookId      *id)
{
  set_value (self, DAYBOOK_ARTICLE_PRODUCT_OF, id != NULL ? daybook_value_id (id) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

/* Other articles than a product's page have none, unless one was chosen. */
static void
on_kind_chosen (DaybookArticleEditor *self)
{
  if (self->after == NULL)
    return;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->product)),
                          gtk_drop_down_get_selected (self->kind) == DAYBOOK_ARTICLE_PRODUCT || daybook_row_has (self->after, DAYBOOK_ARTICLE_PRODUCT_OF));
}

static void
show_product (DaybookArticleEditor *self)
{
  static const DaybookRowPicking PICKING = {
    &daybook_products, N_("Page of which product: words of its title, or its number"), N_("Page of this product"), N_("It is not the page of this product"),
    DAYBOOK_PRODUCT_NUMBER, NULL,
  };

  daybook_row_picker_set_up (self->product, self->desk, &PICKING);
  daybook_row_picker_set_row (self->product, daybook_row_ref_id (self->after, DAYBOOK_ARTICLE_PRODUCT_OF));
  on_kind_chosen (self);
}

static void
show_choice (GtkDropDown       *choice,
             const DaybookWord *words,
             gint64             value)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; words[i].word != NULL; i++)
    gtk_string_list_append (labels, daybook_words_label (&words[i]));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (choice, (guint) MAX (value, 0));
}

static void
show_moment (DaybookArticleEditor *self,
             guint                 field,
             GtkEditable          *entry)
{
  g_autofree char *text = daybook_typed_time_print (daybook_row_int (self->after, field), daybook_store_get_zone (get_store (self)));

  gtk_editable_set_text (entry, text);
}

/* From its beginning on. */
static void
show_text (DaybookArticleEditor *self)
{
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), daybook_row_text (self->after, DAYBOOK_ARTICLE_BODY), -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  g_clear_handle_id (&self->timeout, g_source_remove);
  show_preview (self);
}

static void
show_form (DaybookArticleEditor *self)
{
  const DaybookRow *row = self->after;

  gtk_editable_set_text (self->title, daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
  show_choice (self->kind, daybook_articles.fields[DAYBOOK_ARTICLE_KIND].words, daybook_row_int (row, DAYBOOK_ARTICLE_KIND));
  show_choice (self->language, daybook_language_words, daybook_row_int (row, DAYBOOK_ARTICLE_LANGUAGE));
  show_choice (self->readers, daybook_chore_who_words, daybook_row_int (row, DAYBOOK_ARTICLE_READERS));
  gtk_editable_set_text (self->category, daybook_row_text (row, DAYBOOK_ARTICLE_CATEGORY));
  gtk_editable_set_text (self->tags, daybook_row_text (row, DAYBOOK_ARTICLE_TAGS));
  gtk_editable_set_text (self->registers, daybook_row_text (row, DAYBOOK_ARTICLE_REGISTERS));
  show_moment (self, DAYBOOK_ARTICLE_REVIEW_BY, self->review_by);
  show_moment (self, DAYBOOK_ARTICLE_READ_BY, self->read_by);
  show_moment (self, DAYBOOK_ARTICLE_LAUNCH, self->launch);
  gtk_switch_set_active (self->told, daybook_row_int (row, DAYBOOK_ARTICLE_TOLD) != 0);
  show_product (self);
  daybook_agent_picker_set_desk (self->owner, self->desk);
  daybook_agent_picker_set_agent (self->owner, daybook_row_ref_id (row, DAYBOOK_ARTICLE_OWNER));
  show_text (self);
}

/* --- Saving -------------------------------------------------------------------------------------- */

static void
say (DaybookArticleEditor *self,
     const GError         *error)
{
  say_text (self, error != NULL ? error->message : NULL);
}

/* Whether anything stands here that is not in the book. */
static gboolean
is_changed (DaybookArticleEditor *self)
{
  for (guint i = 0; i < daybook_articles.n_fields; i++)
    if (self->before != NULL && !daybook_value_equal (&self->before->values[i], &self->after->values[i]))
      return TRUE;

  return self->before == NULL
         && (*daybook_row_text (self->after, DAYBOOK_ARTICLE_TITLE) != '\0' || *daybook_row_text (self->after, DAYBOOK_ARTICLE_BODY) != '\0');
}

/* The act, or NULL. */
static DaybookEdit *
make_edit (DaybookArticleEditor  *self,
           GError               **error)
{
  const DaybookId *agent = daybook_store_get_agent (get_store (self));
  gint64 now = daybook_store_get_now (get_store (self));
  const char *note = gtk_editable_get_text (self->note);
  g_autoptr(DaybookEdit) edit = NULL;

  if (!daybook_article_make_ready (daybook_store_get_reader (get_store (self)), self->before, self->after, error))
    return NULL;

  edit = self->before != NULL
    ? daybook_article_act_change (self->before, self->after, *note != '\0' ? note : NULL, agent, now, error)
    : daybook_article_act_add (self->after, agent, now, error);
  return edit != NULL && daybook_article_pictures_build (self->pictures, edit, self->after, error) ? g_steal_pointer (&edit) : NULL;
}

/* FALSE: it cannot be kept as it stands; that is said, and it stays here. */
static gboolean
save (DaybookArticleEditor *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (!take_form (self, &error))
    {
      say (self, error);
      return FALSE;
    }
  self->done = !is_changed (self);
  if (self->done)
    return TRUE;

  edit = make_edit (self, &error);
  say (self, error);
  if (edit == NULL)
    return FALSE;

  self->done = TRUE;
  g_signal_emit (self, signals[SAVED], 0, edit, &self->after->id);
  return TRUE;
}

static void
act_save (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  if (save (DAYBOOK_ARTICLE_EDITOR (widget)))
    gtk_window_close (GTK_WINDOW (widget));
}

/* Nothing that was written is lost: an article that nobody has saved is a draft, and a change can be undone. */
static gboolean
daybook_article_editor_close_request (GtkWindow *window)
{
  DaybookArticleEditor *self = DAYBOOK_ARTICLE_EDITOR (window);

  if (!self->done && self->before == NULL)
    set_value (self, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_DRAFT));
  if (!self->done && !save (self))
    return TRUE;

  return GTK_WINDOW_CLASS (daybook_article_editor_parent_class)->close_request (window);
}

static void
daybook_article_editor_dispose (GObject *object)
{
  DaybookArticleEditor *self = DAYBOOK_ARTICLE_EDITOR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->pictures != NULL)
    g_object_run_dispose (G_OBJECT (self->pictures));
  g_clear_object (&self->pictures);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->before, daybook_row_unref);
  g_clear_pointer (&self->after, daybook_row_unref);

  G_OBJECT_CLASS (daybook_article_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, source_side);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, preview_side);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, preview_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, details_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, details);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, product);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, source);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, picture_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, language);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, readers);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, category);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, registers);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, review_by);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, read_by);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, launch);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, told);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, owner);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookArticleEditor, problem);
}

static void
daybook_article_editor_class_init (DaybookArticleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_article_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = daybook_article_editor_close_request;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_POINTER, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_MARKDOWN_VIEW);
  g_type_ensure (DAYBOOK_TYPE_ROW_PICKER);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, act_save);
  gtk_widget_class_install_action (widget_class, "editor.picture", NULL, act_picture);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/knowledge/article-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_titled);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_product_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
}

static void
daybook_article_editor_init (DaybookArticleEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_source (self);
}

/* Takes over `after`. */
static GtkWindow *
make (GtkWindow        *parent,
      DaybookDesk      *desk,
      const DaybookRow *before,
      DaybookRow       *after)
{
  DaybookArticleEditor *self = g_object_new (DAYBOOK_TYPE_ARTICLE_EDITOR, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  daybook_article_sources_connect (self->preview, desk);
  set_up_pictures (self);
  self->before = before != NULL ? daybook_row_ref ((DaybookRow *) before) : NULL;
  self->after = after;
  adw_window_title_set_title (self->heading, before != NULL ? _("Edit the Article") : _("New Article"));
  gtk_toggle_button_set_active (self->details_button, before == NULL);
  show_form (self);
  gtk_widget_grab_focus (before != NULL ? GTK_WIDGET (self->source) : GTK_WIDGET (self->title));
  return GTK_WINDOW (self);
}

GtkWindow *
daybook_article_editor_new (GtkWindow        *parent,
                            DaybookDesk      *desk,
                            const DaybookRow *row)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  DaybookRow *after = row != NULL ? daybook_row_copy (row)
    : daybook_article_draft (daybook_store_get_agent (store), daybook_store_get_now (store), daybook_store_get_zone (store));

  return make (parent, desk, row, after);
}

GtkWindow *
daybook_article_editor_new_draft (GtkWindow        *parent,
                                  DaybookDesk      *desk,
                                  const DaybookRow *draft)
{
  return make (parent, desk, NULL, daybook_row_copy (draft));
}
