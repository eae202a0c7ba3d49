/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article-starter.h"

#include "core/article-edit.h"
#include "core/front-matter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".md"

void
daybook_article_starter_free (DaybookArticleStarter *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->category);
  g_free (self->tags);
  g_free (self->registers);
  g_free (self->body);
  g_free (self);
}

/* A sentence about a line of the file; FALSE. */
static gboolean
refuse (const char  *name,
        guint        line,
        const char  *why,
        GError     **error)
{
  /* Translators: a file, the number of a line in it, and what is wrong there. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%1$s, line %2$u: %3$s"), name, line, why);
  return FALSE;
}

/* KEY.LANG.md */
static gboolean
read_name (DaybookArticleStarter  *self,
           const char             *name,
           GError                **error)
{
  g_auto(GStrv) parts = g_strsplit (name, ".", -1);

  if (g_strv_length (parts) == 3 && daybook_is_key (parts[0]) && g_str_has_suffix (name, SUFFIX))
    for (int i = DAYBOOK_LANGUAGE_ANY + 1; i < DAYBOOK_N_LANGUAGES; i++)
      if (g_str_equal (daybook_language_code ((DaybookLanguage) i), parts[1]))
        {
          self->key = g_strdup (parts[0]);
          self->language = (DaybookLanguage) i;
          return TRUE;
        }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%s: the name of such a file is KEY.LANGUAGE.md."), name);
  return FALSE;
}

/* --- Members ------------------------------------------------------------------------------ */

typedef gboolean (*ReadFunc) (DaybookArticleStarter *self,
                              const char            *value);

static gboolean
read_title (DaybookArticleStarter *self,
            const char            *value)
{
  self->title = g_strdup (value);
  return *value != '\0';
}

static gboolean
read_kind (DaybookArticleStarter *self,
           const char            *value)
{
  int kind = daybook_field_word (&daybook_articles.fields[DAYBOOK_ARTICLE_KIND], value);

  self->kind = (DaybookArticleKind) MAX (kind, 0);
  return kind >= 0;
}

static gboolean
read_category (DaybookArticleStarter *self,
               const char            *value)
{
  self->category = g_strdup (value);
  return *value != '\0';
}

/* "one, two": each without blanks. */
static gboolean
read_tags (DaybookArticleStarter *self,
           const char            *value)
{
  g_auto(GStrv) tags = g_strsplit (value, ", ", -1);

  for (char **tag = tags; *tag != NULL; tag++)
    if (**tag == '\0' || strpbrk (*tag, " ,\t#") != NULL)
      return FALSE;

  self->tags = g_strjoinv (" ", tags);
  return *tags != NULL;
}

static gboolean
is_place (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", -1);

  return daybook_is_key (parts[0] != NULL ? parts[0] : "") && (parts[1] == NULL || (daybook_is_key (parts[1]) && parts[2] == NULL));
}

static gboolean
read_registers (DaybookArticleStarter *self,
                const char            *value)
{
  g_auto(GStrv) places = g_strsplit (value, " ", -1);

  for (char **place = places; *place != NULL; place++)
    if (!is_place (*place))
      return FALSE;

  self->registers = g_strdup (value);
  return *value != '\0';
}

static gboolean
read_told (DaybookArticleStarter *self,
           const char            *value)
{
  self->told = g_str_equal (value, "yes");
  return self->told || g_str_equal (value, "no");
}

static gboolean
read_months (DaybookArticleStarter *self,
             const char            *value)
{
  guint64 months = 0;
  gboolean read = g_ascii_string_to_unsigned (value, 10, 1, DAYBOOK_ARTICLE_REVIEW_MONTHS_MOST, &months, NULL);

  self->review_months = (guint) months;
  return read;
}

/* For whoever writes it. */
static gboolean
read_handbook (DaybookArticleStarter *self,
               const char            *value)
{
  return *value != '\0';
}

static const struct
{
  const char *name;
  gboolean    required;
  ReadFunc    read;
} MEMBERS[] = {
  { "title", TRUE, read_title },
  { "kind", TRUE, read_kind },
  { "category", TRUE, read_category },
  { "tags", FALSE, read_tags },
  { "registers", FALSE, read_registers },
  { "told", TRUE, read_told },
  { "review-months", TRUE, read_months },
  { "handbook", FALSE, read_handbook },
};

static gboolean
read_member (DaybookArticleStarter     *self,
             const DaybookFrontMember  *member,
             const char                *name,
             GError                   **error)
{
  g_autofree char *why = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (MEMBERS); i++)
    if (g_str_equal (MEMBERS[i].name, member->name))
      {
        if (MEMBERS[i].read (self, member->value))
          return TRUE;
        /* Translators: a value, and the name of what it is of. */
        why = g_strdup_printf (_("“%1$s” is no %2$s."), member->value, member->name);
        return refuse (name, member->line, why, error);
      }

  why = g_strdup_printf (_("there is no member “%s”."), member->name);
  return refuse (name, member->line, why, error);
}

static gboolean
read_members (DaybookArticleStarter     *self,
              const DaybookFrontMatter  *front,
              const char                *name,
              GError                   **error)
{
  for (guint i = 0; i < front->members->len; i++)
    if (!read_member (self, g_ptr_array_index (front->members, i), name, error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (MEMBERS); i++)
    if (MEMBERS[i].required && daybook_front_matter_find (front, MEMBERS[i].name) == NULL)
      {
        g_autofree char *why = g_strdup_printf (_("“%s” is missing."), MEMBERS[i].name);

        return refuse (name, 1, why, error);
      }
  return TRUE;
}

DaybookArticleStarter *
daybook_article_starter_parse (const char  *text,
                               const char  *name,
                               GError     **error)
{
  g_autoptr(DaybookArticleStarter) self = g_new0 (DaybookArticleStarter, 1);
  g_autoptr(DaybookFrontMatter) front = daybook_front_matter_parse (text, name, error);

  if (front == NULL || !read_name (self, name, error) || !read_members (self, front, name, error))
    return NULL;
  if (*front->body == '\0')
    {
      refuse (name, front->line, _("the text is missing."), error);
      return NULL;
    }

  self->body = g_strdup (front->body);
  return g_steal_pointer (&self);
}
