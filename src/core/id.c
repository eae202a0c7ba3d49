/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/id.h"

#include <sodium.h>
#include <string.h>

/* Daybook's own namespace, drawn once and never changed: every derived id in
 * every shop depends on it. */
static const guint8 NAMESPACE[16] = {
  0x6b, 0x9d, 0x1f, 0x4e, 0x2c, 0x57, 0x4a, 0x83,
  0x9e, 0x30, 0x7d, 0xa1, 0x5c, 0x08, 0xf2, 0x46,
};

static const guchar PART_SEPARATOR = 0x1f;

static void
set_version (DaybookId *id,
             guint8     version)
{
  id->bytes[6] = (guint8) ((id->bytes[6] & 0x0f) | (version << 4));
  id->bytes[8] = (guint8) ((id->bytes[8] & 0x3f) | 0x80);
}

/* Whether three bytes are one of the unified ideographs U+4E00 to U+9FFF: none of
 * them is changed by NFKC, nor joined to what stands beside it. */
static gboolean
is_ideograph (const guchar *p)
{
  return p[0] >= 0xe4 && p[0] <= 0xe9 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80
         && (p[0] > 0xe4 || p[1] >= 0xb8);
}

/* Whether NFKC and trimming would leave the text as it is: true of nearly all
 * order numbers, nicks and titles, and cheaper to see than to normalise. */
static gboolean
is_plain (const char *text,
          gsize      *length)
{
  const guchar *p = (const guchar *) text;

  while (*p != '\0')
    if (*p < 0x80)
      p++;
    else if (is_ideograph (p))
      p += 3;
    else
      return FALSE;

  *length = (gsize) (p - (const guchar *) text);
  return *length == 0 || (!g_ascii_isspace (text[0]) && !g_ascii_isspace (text[*length - 1]));
}

static void
add_part (GChecksum  *checksum,
          const char *part)
{
  gsize length;

  g_checksum_update (checksum, &PART_SEPARATOR, 1);

  if (is_plain (part, &length))
    {
      g_checksum_update (checksum, (const guchar *) part, (gssize) length);
      return;
    }

  g_autofree char *normal = g_utf8_normalize (part, -1, G_NORMALIZE_NFKC);
  if (normal == NULL)
    normal = g_utf8_make_valid (part, -1);
  g_strstrip (normal);
  g_checksum_update (checksum, (const guchar *) normal, -1);
}

void
daybook_id_derive (DaybookId         *out,
                   const char        *kind,
                   const char *const *parts,
                   gsize              n_parts)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, NAMESPACE, sizeof NAMESPACE);
  g_checksum_update (checksum, (const guchar *) kind, -1);
  for (gsize i = 0; i < n_parts; i++)
    add_part (checksum, parts[i] != NULL ? parts[i] : "");

  g_checksum_get_digest (checksum, digest, &length);
  memcpy (out->bytes, digest, sizeof out->bytes);
  set_version (out, 5);
}

/* Random bytes, of which the system is asked for some hundred ids at a time. */
static struct
{
  GMutex mutex;
  guint8 bytes[4096];
  gsize  left;
} pool;

static void
draw (guint8 *bytes,
      gsize   n)
{
  g_mutex_lock (&pool.mutex);
  if (pool.left < n)
    {
      randombytes_buf (pool.bytes, sizeof pool.bytes);
      pool.left = sizeof pool.bytes;
    }
  pool.left -= n;
  memcpy (bytes, pool.bytes + pool.left, n);
  sodium_memzero (pool.bytes + pool.left, n);
  g_mutex_unlock (&pool.mutex);
}

void
daybook_id_draw_anew (void)
{
  g_mutex_lock (&pool.mutex);
  pool.left = 0;
  g_mutex_unlock (&pool.mutex);
}

void
daybook_id_random (DaybookId *out)
{
  draw (out->bytes, sizeof out->bytes);
  set_version (out, 4);
}

void
daybook_id_fresh (DaybookId *out,
                  gint64     unix_ms)
{
  unix_ms = MAX (unix_ms, 0);
  draw (out->bytes, sizeof out->bytes);
  for (int i = 0; i < 6; i++)
    out->bytes[i] = (guint8) (unix_ms >> (40 - 8 * i));
  set_version (out, 7);
}

gboolean
daybook_id_made_at (const DaybookId *id,
                    gint64          *unix_ms)
{
  if (id->bytes[6] >> 4 != 7)
    return FALSE;

  *unix_ms = 0;
  for (int i = 0; i < 6; i++)
    *unix_ms = *unix_ms << 8 | id->bytes[i];
  return TRUE;
}

gboolean
daybook_id_parse (const char *text,
                  DaybookId  *out)
{
  DaybookId id;
  gsize at = 0;

  if (text == NULL || strlen (text) != DAYBOOK_ID_STRING_SIZE - 1)
    return FALSE;

  for (gsize i = 0; i < sizeof id.bytes; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        if (text[at++] != '-')
          return FALSE;

      int high = g_ascii_xdigit_value (text[at]);
      int low = g_ascii_xdigit_value (text[at + 1]);
      if (high < 0 || low < 0)
        return FALSE;
      id.bytes[i] = (guint8) (high << 4 | low);
      at += 2;
    }

  *out = id;
  return TRUE;
}

void
daybook_id_print (const DaybookId *id,
                  char             text[DAYBOOK_ID_STRING_SIZE])
{
  static const char HEX[] = "0123456789abcdef";
  char *p = text;

  for (gsize i = 0; i < sizeof id->bytes; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *p++ = '-';
      *p++ = HEX[id->bytes[i] >> 4];
      *p++ = HEX[id->bytes[i] & 0x0f];
    }
  *p = '\0';
}

char *
daybook_id_to_string (const DaybookId *id)
{
  char *text = g_malloc (DAYBOOK_ID_STRING_SIZE);

  daybook_id_print (id, text);
  return text;
}

gboolean
daybook_id_is_null (const DaybookId *id)
{
  static const DaybookId null_id = { { 0 } };

  return daybook_id_equal (id, &null_id);
}

int
daybook_id_compare (const DaybookId *a,
                    const DaybookId *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes);
}

guint
daybook_id_hash (gconstpointer id)
{
  guint32 words[4];

  memcpy (words, id, sizeof words);
  return words[0] ^ words[1] ^ words[2] ^ words[3];
}

gboolean
daybook_id_equal (gconstpointer a,
                  gconstpointer b)
{
  return memcmp (a, b, sizeof (DaybookId)) == 0;
}
