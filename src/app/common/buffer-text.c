/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/buffer-text.h"

char *
daybook_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

char *
daybook_view_text (GtkTextView *view)
{
  return daybook_buffer_text (gtk_text_view_get_buffer (view));
}
