/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/page-fonts.h"

/* Chinese pages have both scripts from one font: where they come from two, lines are uneven. Its
 * apostrophes and dots are as wide as its characters, so that on other pages they come from a
 * Latin one. */
#define FAMILIES_CHINESE "Noto Sans CJK %s, Source Han Sans %s, Noto Sans, sans-serif"
#define FAMILIES_OTHER "Noto Sans, Source Sans 3, Cantarell, Noto Sans CJK SC, Source Han Sans SC, sans-serif"

typedef enum
{
  SCRIPT_OTHER,
  SCRIPT_SIMPLIFIED,
  SCRIPT_TRADITIONAL,
} Script;

static gboolean
is_traditional (const char *language)
{
  static const char *const TRADITIONAL[] = { "zh_TW", "zh_HK", "zh_MO", "zh_Hant" };

  for (guint i = 0; i < G_N_ELEMENTS (TRADITIONAL); i++)
    if (g_str_has_prefix (language, TRADITIONAL[i]))
      return TRUE;

  return FALSE;
}

/* Han characters look different in China, Taiwan and Japan: which is meant is that of the
 * person's own language, and of a person without one the simplified. Latin letters are not
 * touched by it. */
static Script
find_script (void)
{
  const char *language = g_get_language_names ()[0];

  if (!g_str_has_prefix (language, "zh"))
    return SCRIPT_OTHER;

  return is_traditional (language) ? SCRIPT_TRADITIONAL : SCRIPT_SIMPLIFIED;
}

/* (transfer full) */
static char *
name_families (Script script)
{
  const char *suffix = script == SCRIPT_TRADITIONAL ? "TC" : "SC";

  return script == SCRIPT_OTHER ? g_strdup (FAMILIES_OTHER) : g_strdup_printf (FAMILIES_CHINESE, suffix, suffix);
}

PangoContext *
daybook_page_fonts_new (void)
{
  Script script = find_script ();
  g_autofree char *families = name_families (script);
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  /* A font map of its own: a page may be filled in one thread and drawn in another. */
  g_autoptr(PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  context = pango_font_map_create_context (fonts);
  pango_font_description_set_family (font, families);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  pango_context_set_language (context, pango_language_from_string (script == SCRIPT_TRADITIONAL ? "zh-tw" : "zh-cn"));

  /* What is rounded to the dots of a screen stands unevenly on paper. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}
