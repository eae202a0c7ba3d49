/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/drop-down.h"

/* The button has a stack: one page for the selected item, one for none. */
static GtkStack *
find_stack (GtkWidget *widget)
{
  GtkStack *stack = GTK_IS_STACK (widget) ? GTK_STACK (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && stack == NULL && !GTK_IS_POPOVER (child);
       child = gtk_widget_get_next_sibling (child))
    stack = find_stack (child);

  return stack;
}

void
daybook_drop_down_set_question (GtkDropDown *drop_down,
                                const char  *question)
{
  GtkStack *stack = find_stack (GTK_WIDGET (drop_down));
  GtkWidget *label = stack != NULL ? gtk_stack_get_child_by_name (stack, "empty") : NULL;

  if (GTK_IS_LABEL (label))
    gtk_label_set_label (GTK_LABEL (label), question);
}
