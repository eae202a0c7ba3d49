/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/notice-card.h"

#include "app/common/shell.h"
#include "app/compat/capped-scroller.h"
#include "app/today/notice-row.h"
#include "store/announcements.h"

#include <glib/gi18n-lib.h>

/* So many are shown until somebody asks for all. */
#define SHOWN 3
/* In pixels: what is due is in sight too. */
#define TALLEST 340

struct _DaybookNoticeCard
{
  AdwBin                 parent_instance;

  /* Template widgets */
  GtkLabel              *title;
  GtkWidget             *all;
  DaybookCappedScroller *scroller;
  GtkListBox            *rows;
  GtkButton             *more;

  /* Owned */
  DaybookDesk           *desk;
  GPtrArray             *notices;  /* DaybookRow: all of them */
  gboolean               unfolded;
};

G_DEFINE_FINAL_TYPE (DaybookNoticeCard, daybook_notice_card, ADW_TYPE_BIN)

enum
{
  EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Read ------------------------------------------------------------------------------------- */

static void
commit_read (DaybookNoticeCard *self,
             GPtrArray         *rows)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_notices_act_read (daybook_store_get_reader (store), rows, daybook_store_get_agent (store),
                                                          daybook_store_get_now (store), &error);

  if (edit != NULL)
    daybook_shell_commit (shell, edit, NULL);
  else
    daybook_shell_say_error (shell, error);
}

static void
on_read (DaybookNoticeCard *self,
         DaybookNoticeRow  *row)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_add (rows, daybook_notice_row_get_row (row));
  commit_read (self, rows);
}

static void
on_all_clicked (DaybookNoticeCard *self)
{
  commit_read (self, self->notices);
}

/* --- Rows --------------------------------------------------------------------------------------- */

static DaybookNoticeRow *
row_at (DaybookNoticeCard *self,
        guint              index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) index);

  return row != NULL ? DAYBOOK_NOTICE_ROW (row) : NULL;
}

static gboolean
is_of (DaybookNoticeRow *row,
       const DaybookRow *notice)
{
  return row != NULL && daybook_id_equal (&daybook_notice_row_get_row (row)->id, &notice->id);
}

static guint
count_shown (DaybookNoticeCard *self)
{
  return self->unfolded ? self->notices->len : MIN (self->notices->len, SHOWN);
}

static gboolean
is_shown (DaybookNoticeCard *self,
          DaybookNoticeRow  *row)
{
  for (guint i = 0; i < count_shown (self); i++)
    if (is_of (row, g_ptr_array_index (self->notices, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_focus (DaybookNoticeRow *row)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Returns where the one stood that had the focus; -1: none had it. */
static int
remove_gone (DaybookNoticeCard *self)
{
  DaybookNoticeRow *row;
  int focus = -1;

  for (guint i = 0; (row = row_at (self, i)) != NULL;)
    {
      if (is_shown (self, row))
        {
          i++;
          continue;
        }
      if (has_focus (row))
        focus = (int) i;
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
    }
  return focus;
}

/* Those that stay keep their place, and are open where they were. */
static void
put_rows (DaybookNoticeCard *self)
{
  for (guint i = 0; i < count_shown (self); i++)
    {
      DaybookRow *notice = g_ptr_array_index (self->notices, i);

      if (is_of (row_at (self, i), notice))
        daybook_notice_row_show (row_at (self, i), notice);
      else
        {
          GtkWidget *row = daybook_notice_row_new (self->desk, notice);

          g_signal_connect_object (row, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
          gtk_list_box_insert (self->rows, row, (int) i);
        }
    }
  /* One that stands elsewhere now was made anew there. */
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->rows, (int) count_shown (self))) != NULL;)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

/* --- The card ------------------------------------------------------------------------------------ */

static void
show_frame (DaybookNoticeCard *self)
{
  guint n = self->notices->len, n_hidden = n - count_shown (self);
  /* Translators: above what is to be read before the next call; %u: how many. */
  g_autofree char *title = g_strdup_printf (_("To Be Read (%u)"), n);
  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", n_hidden), n_hidden);

  gtk_label_set_text (self->title, title);
  gtk_button_set_label (self->more, n_hidden > 0 ? more : _("Show Fewer"));
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > SHOWN);
  /* Nobody has read what is folded away. */
  gtk_widget_set_visible (self->all, n > 1 && n_hidden == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
move_focus (DaybookNoticeCard *self,
            int                focus)
{
  if (self->notices->len == 0)
    g_signal_emit (self, signals[EMPTIED], 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, MIN ((guint) focus, count_shown (self) - 1))));
}

static void
fill (DaybookNoticeCard *self)
{
  int focus = remove_gone (self);

  if (gtk_widget_is_focus (self->all))
    focus = MAX (focus, 0);
  put_rows (self);
  show_frame (self);
  if (focus >= 0)
    move_focus (self, focus);
}

static void
show (DaybookNoticeCard *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  GPtrArray *notices = daybook_notices_unread (daybook_store_get_reader (store), daybook_store_get_agent (store), daybook_store_get_now (store), NULL);

  /* Locked for a moment: what is shown stays. */
  if (notices == NULL)
    return;

  g_clear_pointer (&self->notices, g_ptr_array_unref);
  self->notices = notices;
  fill (self);
}

static void
on_more_clicked (DaybookNoticeCard *self)
{
  self->unfolded = !self->unfolded;
  fill (self);
}

static void
daybook_notice_card_dispose (GObject *object)
{
  DaybookNoticeCard *self = DAYBOOK_NOTICE_CARD (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->notices, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_notice_card_parent_class)->dispose (object);
}

static void
daybook_notice_card_class_init (DaybookNoticeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_notice_card_dispose;

  signals[EMPTIED] = g_signal_new ("emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_CAPPED_SCROLLER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/notice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeCard, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeCard, all);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeCard, rows);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoticeCard, more);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
daybook_notice_card_init (DaybookNoticeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_capped_scroller_set_child (self->scroller, GTK_WIDGET (self->rows), TALLEST);
}

void
daybook_notice_card_set_desk (DaybookNoticeCard *self,
                              DaybookDesk       *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "agent-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  /* What held a minute ago may not hold now; and the days of others have new names. */
  g_signal_connect_object (daybook_desk_get_clock (desk), "minute", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

gboolean
daybook_notice_card_begin (DaybookNoticeCard *self)
{
  return self->notices != NULL && self->notices->len > 0 && gtk_widget_grab_focus (GTK_WIDGET (row_at (self, 0)));
}
