/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/photo-box.h"

#include "app/cases/photo-adding.h"
#include "app/cases/photo-source.h"
#include "app/cases/photo-tile.h"
#include "app/cases/photo-window.h"
#include "app/cases/thumbnails.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/compat/wrap-box.h"
#include "core/case-parts.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

/* So many that were refused are named. */
#define NAMED 10

struct _DaybookPhotoBox
{
  AdwBin                parent_instance;

  /* Template widgets */
  AdwPreferencesGroup  *group;
  GtkWidget            *add_button;
  GtkWidget            *tiles;
  GtkWidget            *hint;
  GtkWidget            *busy;
  GtkLabel             *busy_label;
  GtkProgressBar       *progress;
  GtkWidget            *refused;
  GtkLabel             *refused_label;

  /* Owned */
  DaybookDesk          *desk;
  DaybookRow           *row;      /* the case, or NULL */
  GPtrArray            *photos;   /* DaybookRow: of the case */
  GCancellable         *chooser;  /* the file chooser that is open, or NULL */
  GCancellable         *adding;   /* what is read just now, or NULL */
  GCancellable         *loading;  /* of thumbnails */
  gboolean              is_loading;
};

G_DEFINE_FINAL_TYPE (DaybookPhotoBox, daybook_photo_box, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What was asked for of one case, which need not be in sight any more when it is through. */
typedef struct
{
  gpointer   box; /* weak */
  DaybookId  of;
  char      *number;
} Request;

static DaybookStore *
get_store (DaybookPhotoBox *self)
{
  return daybook_desk_get_store (self->desk);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* "R-A2031: 2 photos added" */
static DaybookEdit *
new_edit (DaybookStore *store,
          const char   *number,
          const char   *what)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", number, what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
}

/* --- Taking away ---------------------------------------------------------------- */

static void
remove_photo (DaybookPhotoBox  *self,
              const DaybookRow *photo)
{
  g_autoptr(DaybookEdit) edit = new_edit (get_store (self), daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), _("Photo removed"));

  daybook_edit_delete (edit, &daybook_attachments, &photo->id);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
on_remove_wanted (DaybookPhotoBox  *self,
                  DaybookRow       *photo)
{
  if (self->row != NULL)
    remove_photo (self, photo);
}

static void
on_tile_removed (DaybookPhotoBox  *self,
                 DaybookPhotoTile *tile)
{
  on_remove_wanted (self, (DaybookRow *) daybook_photo_tile_get_row (tile));
}

/* --- What is seen ------------------------------------------------------------------ */

static void
on_tile_clicked (DaybookPhotoBox *self,
                 GtkWidget       *tile)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tile), "at"));
  GtkWindow *window = daybook_photo_window_new (GTK_WIDGET (self), self->desk, self->photos, at);

  g_signal_connect_object (window, "remove", G_CALLBACK (on_remove_wanted), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void load_next (DaybookPhotoBox *self);

/* The tile that still shows nothing. */
static GtkWidget *
find_empty (DaybookPhotoBox *self)
{
  for (GtkWidget *tile = gtk_widget_get_first_child (self->tiles); tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    if (g_object_get_data (G_OBJECT (tile), "shown") == NULL)
      return tile;

  return NULL;
}

static void
on_thumbnail_loaded (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(GtkWidget) tile = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) picture = daybook_picture_load_finish (DAYBOOK_STORE (source), result, &error);
  GtkWidget *box = tile != NULL ? gtk_widget_get_ancestor (tile, DAYBOOK_TYPE_PHOTO_BOX) : NULL;

  if (box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  daybook_photo_tile_show (DAYBOOK_PHOTO_TILE (tile), picture, error != NULL ? error->message : NULL);
  DAYBOOK_PHOTO_BOX (box)->is_loading = FALSE;
  load_next (DAYBOOK_PHOTO_BOX (box));
}

/* One after the other: a case of a hundred photos leaves the other threads to others. */
static void
load_next (DaybookPhotoBox *self)
{
  GtkWidget *tile = find_empty (self);
  const DaybookRow *photo;

  if (tile == NULL || self->is_loading)
    return;

  self->is_loading = TRUE;
  g_object_set_data (G_OBJECT (tile), "shown", tile);
  photo = daybook_photo_tile_get_row (DAYBOOK_PHOTO_TILE (tile));
  daybook_picture_load_async (get_store (self), daybook_row_text (photo, DAYBOOK_ATTACHMENT_HASH), DAYBOOK_PICTURE_THUMBNAIL,
                              self->loading, on_thumbnail_loaded, daybook_weak_new (tile));
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!daybook_id_equal (&((DaybookRow *) g_ptr_array_index (a, i))->id, &((DaybookRow *) g_ptr_array_index (b, i))->id))
      return FALSE;

  return TRUE;
}

static void
add_tile (DaybookPhotoBox  *self,
          const DaybookRow *photo,
          guint             at)
{
  GtkWidget *tile = daybook_photo_tile_new (self->desk, photo);

  g_object_set_data (G_OBJECT (tile), "at", GUINT_TO_POINTER (at));
  g_signal_connect_object (tile, "clicked", G_CALLBACK (on_tile_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tile, "remove", G_CALLBACK (on_tile_removed), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (tile, self->tiles, NULL);
}

/* Takes over `photos`. */
static void
fill (DaybookPhotoBox *self,
      GPtrArray       *photos)
{
  GtkWidget *tile;

  cancel (&self->loading);
  self->loading = g_cancellable_new ();
  self->is_loading = FALSE;
  while ((tile = gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_widget_unparent (tile);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  self->photos = photos;
  for (guint i = 0; i < photos->len; i++)
    add_tile (self, g_ptr_array_index (photos, i), i);
  gtk_widget_set_visible (self->tiles, photos->len > 0);
  gtk_widget_set_visible (self->hint, photos->len == 0);
  load_next (self);
}

/* --- Adding ------------------------------------------------------------------------- */

static void
say_refused (DaybookPhotoBox *self,
             const char      *text)
{
  gtk_label_set_label (self->refused_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->refused, text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->refused_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* "Not added:", and a line for each. */
static char *
list_refused (const DaybookPhotoBatch *batch)
{
  GString *text = g_string_new (_("Not added:"));

  for (guint i = 0; i < MIN (batch->refused->len, NAMED); i++)
    {
      const DaybookBatchRefusal *one = g_ptr_array_index (batch->refused, i);

      g_string_append_printf (text, "\n%s: %s", one->name, one->reason);
    }
  if (batch->refused->len > NAMED)
    {
      const guint more = batch->refused->len - NAMED;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);
    }
  for (guint i = 0; i < MIN (batch->same->len, NAMED); i++)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is a file. */
      g_string_append_printf (text, _("%s: the case has it already"), (const char *) g_ptr_array_index (batch->same, i));
    }
  return g_string_free (text, FALSE);
}

static void
show_progress (DaybookPhotoBox *self,
               guint            done,
               guint            total)
{
  g_autofree char *text = total > 1 ? g_strdup_printf (_("Reading photos: %u of %u"), done, total) : g_strdup (_("Reading the photo"));

  gtk_label_set_label (self->busy_label, text);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
}

static void
on_progress (goffset  done,
             goffset  total,
             gpointer data)
{
  const Request *request = data;
  g_autoptr(DaybookPhotoBox) self = daybook_weak_peek (request->box);

  if (self != NULL)
    show_progress (self, (guint) done, (guint) total);
}

static void
end_adding (DaybookPhotoBox *self)
{
  g_clear_object (&self->adding);
  gtk_widget_set_visible (self->busy, FALSE);
  gtk_widget_set_sensitive (self->add_button, TRUE);
}

static void
say_outcome (DaybookPhotoBox         *self,
             const Request           *request,
             const DaybookPhotoBatch *batch,
             const GError            *error)
{
  gboolean in_sight = self->row != NULL && daybook_id_equal (&self->row->id, &request->of);
  g_autofree char *text = NULL;

  if (batch != NULL && batch->refused->len + batch->same->len > 0)
    text = list_refused (batch);
  else if (error != NULL && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    text = g_strdup (error->message);

  if (text != NULL && in_sight)
    say_refused (self, text);
  else if (text != NULL && daybook_shell_of (GTK_WIDGET (self)) != NULL)
    daybook_shell_say (daybook_shell_of (GTK_WIDGET (self)), text);
}

static void
on_added (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Request *request = data;
  DaybookStore *store = DAYBOOK_STORE (source);
  g_autoptr(DaybookPhotoBox) self = daybook_weak_take (request->box);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPhotoBatch) batch = daybook_photo_adding_finish (store, result, &error);

  if (batch != NULL && batch->photos->len > 0)
    {
      g_autofree char *what = daybook_photo_batch_title (batch);
      g_autoptr(DaybookEdit) edit = new_edit (store, request->number, what);

      daybook_photo_batch_build (batch, edit, &request->of, daybook_store_get_now (store));
      daybook_last_act_commit (self != NULL ? GTK_WIDGET (self) : NULL, store, edit);
    }
  /* In a panel that is gone nobody looks for it. */
  if (self != NULL && self->desk != NULL)
    {
      end_adding (self);
      say_outcome (self, request, batch, error);
    }
  daybook_last_act_release ();
  g_free (request->number);
  g_free (request);
}

static void
take (GListModel *files,
      GBytes     *bytes,
      gpointer    data)
{
  DaybookPhotoBox *self = data;
  Request *request = NULL;

  /* One drop after the other: each is one act. */
  if (self->adding != NULL)
    {
      say_refused (self, _("Photos are being read just now. Add these when that has ended."));
      return;
    }

  request = g_new0 (Request, 1);
  say_refused (self, NULL);
  request->box = daybook_weak_new (self);
  request->of = self->row->id;
  request->number = g_strdup (daybook_row_text (self->row, DAYBOOK_CASE_NUMBER));
  self->adding = g_cancellable_new ();
  show_progress (self, 0, files != NULL ? g_list_model_get_n_items (files) : 1);
  gtk_widget_set_visible (self->busy, TRUE);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  daybook_last_act_hold ();
  daybook_photo_adding_async (get_store (self), &request->of, files, bytes, on_progress, request, self->adding, on_added, request);
}

static gboolean
can_take (gpointer data)
{
  return DAYBOOK_PHOTO_BOX (data)->row != NULL;
}

static void
refuse (const char *sentence,
        gpointer    data)
{
  say_refused (data, sentence);
}

static void
on_files_chosen (GListModel *files,
                 gpointer    data)
{
  if (can_take (data))
    take (files, NULL, data);
}

static void
on_add_clicked (DaybookPhotoBox *self)
{
  cancel (&self->chooser);
  self->chooser = g_cancellable_new ();
  daybook_photo_source_choose (GTK_WIDGET (self), self->chooser, on_files_chosen, self);
}

static void
on_stop_clicked (DaybookPhotoBox *self)
{
  g_cancellable_cancel (self->adding);
}

static void
on_refused_closed (DaybookPhotoBox *self)
{
  say_refused (self, NULL);
}

/* --- The box --------------------------------------------------------------------------- */

static void
daybook_photo_box_dispose (GObject *object)
{
  DaybookPhotoBox *self = DAYBOOK_PHOTO_BOX (object);

  cancel (&self->chooser);
  cancel (&self->loading);
  g_clear_object (&self->adding);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_photo_box_parent_class)->dispose (object);
}

static void
daybook_photo_box_class_init (DaybookPhotoBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_photo_box_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/photo-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, add_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, tiles);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, hint);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, busy);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, busy_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, refused);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoBox, refused_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_refused_closed);
}

static void
daybook_photo_box_init (DaybookPhotoBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the register calls them: “Evidence”, “Screenshots”. */
static const char *
label_of (DaybookRegister *definition)
{
  for (guint i = 0; i < daybook_register_get_n_fields (definition); i++)
    if (daybook_register_get_field (definition, i)->input == DAYBOOK_INPUT_PHOTOS)
      return daybook_register_get_field (definition, i)->label;

  return _("Photos");
}

void
daybook_photo_box_set_up (DaybookPhotoBox *self,
                          GtkWidget       *panel,
                          DaybookDesk     *desk,
                          DaybookRegister *definition)
{
  static const DaybookPhotoSource SOURCE = { can_take, take, refuse, DAYBOOK_PHOTO_OTHERS_IMPORTED, NULL };
  /* A group's title is markup in libadwaita 1.2. */
  g_autofree char *title = g_markup_escape_text (label_of (definition), -1);

  self->desk = g_object_ref (desk);
  adw_preferences_group_set_title (self->group, title);
  daybook_photo_source_watch (panel, &SOURCE, self);
}

void
daybook_photo_box_show (DaybookPhotoBox  *self,
                        const DaybookRow *row)
{
  gboolean is_other = self->row == NULL || row == NULL || !daybook_id_equal (&self->row->id, &row->id);
  g_autoptr(GPtrArray) photos = NULL;

  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row != NULL ? daybook_row_ref ((DaybookRow *) row) : NULL;
  if (is_other)
    {
      say_refused (self, NULL);
      cancel (&self->chooser);
    }
  if (row == NULL)
    return;

  photos = daybook_reader_parts (daybook_store_get_reader (get_store (self)), &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &row->id, NULL);
  /* Where the book is busy for once, what is in sight stays, if it is of this case. */
  if (photos == NULL && is_other)
    photos = g_ptr_array_new ();
  if (photos != NULL && !is_same (photos, self->photos))
    fill (self, g_steal_pointer (&photos));
}
