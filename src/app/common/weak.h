/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A weak reference as the user data of an asynchronous call: whoever waits does
 * not keep a closed page alive, so that its dispose can cancel the call. */

/* (transfer full): goes to daybook_weak_take(), once. */
static inline gpointer
daybook_weak_new (gpointer object)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/* The object while the call goes on, or NULL; for progress, whose data is the
 * call's own. (transfer full) */
static inline gpointer
daybook_weak_peek (gpointer data)
{
  return g_weak_ref_get (data);
}

/* Frees what daybook_weak_new() made and gives the object, or NULL when it is
 * gone: then nobody is left to tell. (transfer full) */
static inline gpointer
daybook_weak_take (gpointer data)
{
  GWeakRef *weak = data;
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return object;
}

/* Where nobody takes it. */
static inline void
daybook_weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

G_END_DECLS
