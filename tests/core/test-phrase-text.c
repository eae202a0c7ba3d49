/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-fill.h"
#include "core/phrase-text.h"

#include <string.h>

/* --- Pieces ------------------------------------------------------------------------------ */

/* One line for the pieces: words as they are, <name>, <name|otherwise>, (label). */
static char *
print_pieces (const GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DaybookPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == DAYBOOK_PIECE_WORDS)
        g_string_append (text, piece->text);
      else if (piece->kind == DAYBOOK_PIECE_BLANK)
        g_string_append_printf (text, "(%s)", piece->text);
      else if (piece->otherwise != NULL)
        g_string_append_printf (text, "<%s|%s>", piece->text, piece->otherwise);
      else
        g_string_append_printf (text, "<%s>", piece->text);
    }

  return g_string_free (text, FALSE);
}

static void
test_pieces (void)
{
  static const struct
  {
    const char *text;
    const char *pieces;
  } CASES[] = {
    { "", "" },
    { "Hello", "Hello" },
    { "Dear {customer}!", "Dear <customer>!" },
    { "{customer|there}, {nick|}", "<customer|there>, <nick|>" },
    { "{ Customer }{ORDER}", "<customer><order>" },
    { "{customer|a|b}", "<customer|a|b>" },
    { "the {?colour} one, {? size }", "the (colour) one, (size)" },
    { "{?a|b}", "(a|b)" },
    /* as wide as the characters beside it */
    { "亲爱的｛customer｜亲｝，{？颜色}款｛product}", "亲爱的<customer|亲>，(颜色)款<product>" },
    { "｛｛a｝｝", "｛a｝" },
    /* braces that are sent */
    { "{{a}} {{ }}", "{a} { }" },
    { "{{{customer}}}", "{<customer>}" },
    { "a } b", "a } b" },
    /* what is no placeholder is asked for, by its own words */
    { "{foo} {foo|bar} {Custmer}", "(foo) (foo) (Custmer)" },
    { "{} {|x} {?}", "(?) (?) (?)" },
    { "Dear {customer, thanks\nBye", "Dear (customer, thanks)\nBye" },
    { "a {b {nick} c {", "a (b)<nick> c (?)" },
    { "{a\n}", "(a)\n}" },
    { "\xff{nick}", "\uFFFD<nick>" },
    { "a\r\n{nick}\r\n", "a\n<nick>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (CASES[i].text);
      g_autofree char *pieces = print_pieces (daybook_phrase_text_get (text, 0));

      g_assert_cmpuint (text->variants->len, ==, 1);
      g_assert_cmpstr (pieces, ==, CASES[i].pieces);
    }
}

static void
test_variants (void)
{
  static const struct
  {
    const char *text;
    const char *variants; /* with / between */
  } CASES[] = {
    { "one\n---\ntwo", "one/two" },
    { "one\n --- \r\ntwo\n---\nthree\n", "one/two/three" },
    { "---\n\n---\none\n---", "one" },
    { "---", "" },
    { "one\n----\n--- two\nthree---", "one\n----\n--- two\nthree---" },
    { "\n\n  one\n\n---\n\ntwo\n\nthree  \n", "  one/two\n\nthree" },
    { "a {b\n---\nc}", "a (b)/c}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (CASES[i].text);
      g_autoptr(GStrvBuilder) each = g_strv_builder_new ();

      for (guint k = 0; k < text->variants->len; k++)
        {
          g_autofree char *pieces = print_pieces (daybook_phrase_text_get (text, k));
          g_strv_builder_add (each, pieces);
        }
      g_auto(GStrv) variants = g_strv_builder_end (each);
      g_autofree char *joined = g_strjoinv ("/", variants);
      g_assert_cmpstr (joined, ==, CASES[i].variants);
    }
}

static void
test_what_it_asks_for (void)
{
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse ("{?颜色} {customer} {?顏色} {?尺码}\n---\n{?Gift}");
  g_autoptr(GPtrArray) first = daybook_phrase_text_blanks (text, 0);
  g_autoptr(GPtrArray) second = daybook_phrase_text_blanks (text, 1);

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (first, 0), ==, "颜色");
  g_assert_cmpstr (g_ptr_array_index (first, 1), ==, "尺码");
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_true (daybook_phrase_text_names (text, "顏色"));
  g_assert_true (daybook_phrase_text_names (text, " gift"));
  g_assert_true (daybook_phrase_text_names (text, "Customer"));
  g_assert_false (daybook_phrase_text_names (text, "nick"));
}

/* --- Checking ---------------------------------------------------------------------------- */

static void
test_check (void)
{
  static const struct
  {
    const char *text;
    const char *said; /* with / between */
  } CASES[] = {
    { "{customer} {?colour} {{ }} {customer|}", "" },
    { "{custmer}", "{custmer} is no placeholder: did you mean {customer}?" },
    { "{Costumer|x}", "{Costumer} is no placeholder: did you mean {customer}?" },
    { "{oredr}", "{oredr} is no placeholder: did you mean {order}?" },
    { "{tracking number}", "{tracking number} is no placeholder: did you mean {tracking}?" },
    { "{agent-no}", "{agent-no} is no placeholder: did you mean {agent_no}?" },
    { "{agentno}", "{agentno} is no placeholder: did you mean {agent_no}?" },
    { "{customer_name}", "{customer_name} is no placeholder: did you mean {customer}?" },
    { "{promise}", "{promise} is no placeholder: did you mean {promise_time}?" },
    { "{foo}", "{foo} is no placeholder. If it is to be asked for each time, write {?foo}." },
    { "{foo} {foo}", "{foo} is no placeholder. If it is to be asked for each time, write {?foo}." },
    { "{name}", "{name} is no placeholder. If it is to be asked for each time, write {?name}." },
    { "{customer", "The brace before “customer” is not closed: write } behind the name, or {{ for a brace that is sent." },
    { "customer}", "A } stands alone: write { before the name, or }} for a brace that is sent." },
    { "{ }", "Nothing is said between { and }: write what is to be asked for, such as {?colour}." },
    { "{?}", "Nothing is said between { and }: write what is to be asked for, such as {?colour}." },
    { "{{customer}}", "{{customer}} would be sent as {customer}: write {customer}." },
    { "{{anything}}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GPtrArray) sentences = daybook_phrase_text_check (CASES[i].text);

      g_ptr_array_add (sentences, NULL);
      g_autofree char *said = g_strjoinv ("/", (char **) sentences->pdata);
      g_assert_cmpstr (said, ==, CASES[i].said);
    }
}

/* A name of any length is compared, or is not. */
static void
test_nearest (void)
{
  g_autofree char *endless = g_strnfill (100000, 'c');

  g_assert_cmpint (daybook_placeholder_nearest (endless), ==, DAYBOOK_PLACEHOLDER_NONE);
  g_assert_cmpint (daybook_placeholder_nearest (""), ==, DAYBOOK_PLACEHOLDER_NONE);
  g_assert_cmpint (daybook_placeholder_nearest ("Order number"), ==, DAYBOOK_PLACEHOLDER_ORDER);
  for (int i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    {
      g_assert_cmpint (daybook_placeholder_find (daybook_placeholder_name ((DaybookPlaceholder) i)), ==, i);
      g_assert_cmpint (daybook_placeholder_nearest (daybook_placeholder_label ((DaybookPlaceholder) i)), !=, DAYBOOK_PLACEHOLDER_NONE);
    }
}

/* --- Filling ----------------------------------------------------------------------------- */

/* What the book knows: of these alone. */
static const char *
look_up (DaybookPlaceholder placeholder,
         gpointer           data G_GNUC_UNUSED)
{
  if (placeholder == DAYBOOK_PLACEHOLDER_NICK)
    return "小{nick}🐟";
  return placeholder == DAYBOOK_PLACEHOLDER_ORDER ? "1001" : NULL;
}

static void
test_fill (void)
{
  static const struct
  {
    const char *text;
    const char *given; /* name=value, with / between */
    const char *filled;
    const char *blanks; /* name@first-end of each place, with / between */
  } CASES[] = {
    { "Order {order}.", "", "Order 1001.", "" },
    { "{order|none} {customer|there} {case|}.", "", "1001 there .", "" },
    { "{order}", "order=7", "7", "" },
    { "{order}", "order=", "1001", "" },
    { "{customer}, {customer}", "", "[customer], [customer]", "customer@0-10 customer@12-22" },
    { "{customer}", "Customer=Ann", "Ann", "" },
    { "the {?colour} one, {?size}", "colour=red", "the red one, [size]", "size@13-19" },
    { "{?颜色}和{?顏色}", "顏色=红", "红和红", "" },
    { "{?a} {?b} {?A}", "", "[a] [b] [a]", "a@0-3 a@8-11/b@4-7" },
    { "{foo|bar} {", "foo=x", "x [?]", "?@2-5" },
    /* what is put in is not read again; and characters are no bytes */
    { "{nick} {?x}", "x={order}", "小{nick}🐟 {order}", "" },
    { "{nick} {?大小} {?x}", "", "小{nick}🐟 [大小] [x]", "大小@9-13/x@14-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (CASES[i].text);
      g_autoptr(GHashTable) values = daybook_phrase_values_new ();
      g_auto(GStrv) given = g_strsplit (CASES[i].given, "/", -1);
      g_autoptr(GString) blanks = g_string_new (NULL);

      for (guint k = 0; given[k] != NULL; k++)
        {
          g_auto(GStrv) pair = g_strsplit (given[k], "=", 2);
          daybook_phrase_values_set (values, pair[0], pair[1]);
        }
      g_autoptr(DaybookPhraseFilling) filling = daybook_phrase_fill (text, 0, values, look_up, NULL);
      for (guint k = 0; k < filling->blanks->len; k++)
        {
          const DaybookPhraseBlank *blank = g_ptr_array_index (filling->blanks, k);

          for (guint n = 0; n < blank->places->len; n++)
            {
              const DaybookPhrasePlace *place = &g_array_index (blank->places, DaybookPhrasePlace, n);

              g_string_append_printf (blanks, "%s%s@%u-%u", n > 0 ? " " : k > 0 ? "/" : "", blank->name, place->first, place->end);
            }
        }
      g_assert_cmpstr (filling->text, ==, CASES[i].filled);
      g_assert_cmpstr (blanks->str, ==, CASES[i].blanks);
    }
}

static void
test_what_was_filled (void)
{
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse ("é{order} {customer|}{?x}{case}");
  g_autoptr(GHashTable) values = daybook_phrase_values_new ();
  const DaybookPhraseFilled *filled;

  daybook_phrase_values_set (values, "x", "X");
  g_autoptr(DaybookPhraseFilling) filling = daybook_phrase_fill (text, 0, values, look_up, NULL);

  g_assert_cmpuint (filling->filled->len, ==, 3);
  filled = g_ptr_array_index (filling->filled, 0);
  g_assert_cmpint (filled->placeholder, ==, DAYBOOK_PLACEHOLDER_ORDER);
  g_assert_cmpint (filled->from, ==, DAYBOOK_FILLED_KNOWN);
  g_assert_cmpuint (filled->place.from, ==, 2);
  g_assert_cmpuint (filled->place.to, ==, 6);
  g_assert_cmpuint (filled->place.first, ==, 1);
  g_assert_cmpuint (filled->place.end, ==, 5);
  filled = g_ptr_array_index (filling->filled, 1);
  g_assert_cmpint (filled->from, ==, DAYBOOK_FILLED_OTHERWISE);
  g_assert_cmpuint (filled->place.from, ==, filled->place.to);
  filled = g_ptr_array_index (filling->filled, 2);
  g_assert_cmpstr (filled->name, ==, "x");
  g_assert_cmpint (filled->placeholder, ==, DAYBOOK_PLACEHOLDER_NONE);
  g_assert_cmpint (filled->from, ==, DAYBOOK_FILLED_GIVEN);
}

/* --- Whatever the text ------------------------------------------------------------------- */

/* A text of random pieces; braces in it are of placeholders or broken, never of those that are sent. */
static char *
make_text (void)
{
  static const char *const PIECES[] = {
    "{customer}", "{nick|there}", "{?颜色}", "{?Grösse}", "{foo}", "{order|}", "{broken", "\n", "🐟", "👩‍👩‍👧", "您好，", "e\u0301", " ", "a", "｛case｝",
    "{ ", "---", "|", "?", "\n---\n",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
    g_string_append (text, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
  return g_string_free (text, FALSE);
}

static void
check_place (const DaybookPhraseFilling *filling,
             const DaybookPhrasePlace   *place,
             const char                 *expected)
{
  g_autofree char *there = NULL;

  g_assert_cmpuint (place->to, <=, strlen (filling->text));
  there = g_strndup (filling->text + place->from, place->to - place->from);
  g_assert_cmpstr (there, ==, expected);
  g_assert_cmpint (g_utf8_pointer_to_offset (filling->text, filling->text + place->from), ==, place->first);
  g_assert_cmpint (g_utf8_pointer_to_offset (filling->text, filling->text + place->to), ==, place->end);
}

/* Each blank is where it says, and once all are given none is left, nor a brace. */
static void
check_variant (const DaybookPhraseText *text,
               guint                    variant)
{
  g_autoptr(DaybookPhraseFilling) open = daybook_phrase_fill (text, variant, NULL, NULL, NULL);
  g_autoptr(GHashTable) values = daybook_phrase_values_new ();

  for (guint i = 0; i < open->blanks->len; i++)
    {
      const DaybookPhraseBlank *blank = g_ptr_array_index (open->blanks, i);
      g_autofree char *shown = g_strdup_printf ("[%s]", blank->name);

      g_assert_cmpuint (blank->places->len, >, 0);
      for (guint n = 0; n < blank->places->len; n++)
        check_place (open, &g_array_index (blank->places, DaybookPhrasePlace, n), shown);
      daybook_phrase_values_set (values, blank->name, "✓");
    }

  g_autoptr(DaybookPhraseFilling) done = daybook_phrase_fill (text, variant, values, NULL, NULL);
  g_assert_cmpuint (done->blanks->len, ==, 0);
  g_assert_null (strpbrk (done->text, "{}"));
  g_assert_null (strstr (done->text, "｛"));
  for (guint i = 0; i < done->filled->len; i++)
    {
      const DaybookPhraseFilled *filled = g_ptr_array_index (done->filled, i);

      if (filled->from == DAYBOOK_FILLED_GIVEN)
        check_place (done, &filled->place, "✓");
    }
}

static void
test_any_text (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *made = make_text ();
      g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (made);
      g_autoptr(GPtrArray) sentences = daybook_phrase_text_check (made);

      g_test_message ("%s", made);
      g_assert_cmpuint (text->variants->len, >, 0);
      g_assert_cmpuint (sentences->len, <=, text->faults->len);
      for (guint k = 0; k < text->variants->len; k++)
        check_variant (text, k);
    }
}

/* Braces by the thousand take no time that anybody notices. */
static void
test_a_long_text (void)
{
  g_autofree char *open = g_strnfill (300001, '{');
  g_autofree char *word = g_strnfill (300000, 'a');
  g_autofree char *long_text = g_strconcat (open, word, "{", word, NULL);
  gint64 began = g_get_monotonic_time ();
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (long_text);

  g_assert_cmpuint (daybook_phrase_text_get (text, 0)->len, ==, 3);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_USEC_PER_SEC);
}

/* Of an article that customers are told. */
static void
test_brackets (void)
{
  static const char *const WAYS[] = { "Within [7 days], {not} 【天 数】.", "［a］[]\n[ ] [open\n] [x[y]", "", NULL };
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_bracketed (WAYS);
  g_autofree char *first = daybook_phrase_text_words (text, 0);
  g_autofree char *second = daybook_phrase_text_words (text, 1);
  g_autoptr(GPtrArray) blanks = daybook_phrase_text_blanks (text, 0);
  g_autoptr(GPtrArray) others = daybook_phrase_text_blanks (text, 1);

  g_assert_cmpuint (text->variants->len, ==, 3);
  g_assert_cmpstr (first, ==, "Within [7 days], {not} [天 数].");
  g_assert_cmpuint (blanks->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (blanks, 0), ==, "7 days");
  g_assert_cmpstr (g_ptr_array_index (blanks, 1), ==, "天 数");
  g_assert_cmpstr (second, ==, "[a][]\n[ ] [open\n] [x[y]");
  g_assert_cmpuint (others->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (others, 1), ==, "y");
}

/* Where it stands, as it is written there; what was not meant to be a blank is told apart. */
static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *places; /* each in its variant, a fault behind “!” */
  } CASES[] = {
    { "Hello", "" },
    { "Dear {customer|there}, {?colour}!", "{customer|there} {?colour}" },
    { "亲爱的｛customer｜亲｝，{？颜色}款", "｛customer｜亲｝ {？颜色}" },
    { "{custmer} {?} {x\n{nick}", "!{custmer} !{?} !{x {nick}" },
    { "{{{customer}}}", "{customer}" },
    { "\n\n a {order}\r\n---\r\nb {?what}\n", "{order} {?what}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (CASES[i].text);
      g_autoptr(GString) places = g_string_new (NULL);

      for (guint v = 0; v < text->variants->len; v++)
        {
          const GPtrArray *pieces = daybook_phrase_text_get (text, v);
          const DaybookPhraseBounds *bounds = &g_array_index (text->bounds, DaybookPhraseBounds, v);

          for (guint k = 0; k < pieces->len; k++)
            {
              const DaybookPiece *piece = g_ptr_array_index (pieces, k);

              if (piece->kind == DAYBOOK_PIECE_WORDS)
                continue;
              g_assert_cmpuint (piece->from, >=, bounds->from);
              g_assert_cmpuint (piece->to, <=, bounds->to);
              g_string_append_printf (places, "%s%s%.*s", places->len > 0 ? " " : "", piece->is_fault ? "!" : "",
                                      (int) (piece->to - piece->from), text->clean + piece->from);
            }
        }
      g_assert_cmpstr (places->str, ==, CASES[i].places);
      g_assert_cmpuint (text->bounds->len, ==, text->variants->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase-text/pieces", test_pieces);
  g_test_add_func ("/phrase-text/variants", test_variants);
  g_test_add_func ("/phrase-text/places", test_places);
  g_test_add_func ("/phrase-text/asks-for", test_what_it_asks_for);
  g_test_add_func ("/phrase-text/check", test_check);
  g_test_add_func ("/phrase-text/nearest", test_nearest);
  g_test_add_func ("/phrase-text/fill", test_fill);
  g_test_add_func ("/phrase-text/filled", test_what_was_filled);
  g_test_add_func ("/phrase-text/any-text", test_any_text);
  g_test_add_func ("/phrase-text/brackets", test_brackets);
  g_test_add_func ("/phrase-text/long", test_a_long_text);

  return g_test_run ();
}
