/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pinyin.h"

#include "core/han-pair.h"
#include "core/han.h"

#include <string.h>

#include "core/readings.inc"

enum
{
  LAST_SYLLABLE = 0x8000, /* in READINGS: the list ends here */
  MAX_SYLLABLE = 6,       /* letters: zhuang */
  MAX_LISTED = 16,        /* readings of one character that are looked at */
  MAX_KEYS = 2 * DAYBOOK_PINYIN_READINGS,
  KEY_SIZE = MAX_SYLLABLE * DAYBOOK_PINYIN_CHARS + 1,
};

/* Surnames that sound otherwise than the character mostly does, in simplified
 * form; of two characters before those of one. */
static const struct
{
  const gunichar surname[3];
  const char    *readings[2]; /* one for each character */
} SURNAMES[] = {
  { U"万俟", { "mo", "qi" } },    { U"尉迟", { "yu", "chi" } },   { U"长孙", { "zhang", "sun" } },
  { U"单于", { "chan", "yu" } },  { U"澹台", { "tan", "tai" } },  { U"令狐", { "ling", "hu" } },
  { U"宇文", { "yu", "wen" } },   { U"夏侯", { "xia", "hou" } },  { U"皇甫", { "huang", "fu" } },
  { U"单", { "shan" } },  { U"解", { "xie" } },   { U"仇", { "qiu" } },   { U"区", { "ou" } },
  { U"曾", { "zeng" } },  { U"查", { "zha" } },   { U"盖", { "ge" } },    { U"朴", { "piao" } },
  { U"任", { "ren" } },   { U"乐", { "yue" } },   { U"翟", { "zhai" } },  { U"缪", { "miao" } },
  { U"折", { "she" } },   { U"黑", { "he" } },    { U"宓", { "mi" } },    { U"员", { "yun" } },
  { U"洗", { "xian" } },  { U"覃", { "qin" } },   { U"郗", { "xi" } },    { U"牟", { "mou" } },
  { U"逄", { "pang" } },  { U"秘", { "bi" } },    { U"种", { "chong" } }, { U"祭", { "zhai" } },
  { U"繁", { "po" } },    { U"召", { "shao" } },  { U"隗", { "wei" } },   { U"佴", { "nai" } },
  { U"乜", { "nie" } },   { U"阚", { "kan" } },   { U"应", { "ying" } },  { U"葛", { "ge" } },
  { U"燕", { "yan" } },   { U"过", { "guo" } },   { U"盛", { "sheng" } }, { U"訾", { "zi" } },
  { U"句", { "gou" } },   { U"贾", { "jia" } },   { U"卜", { "bu" } },    { U"柏", { "bai" } },
  { U"谌", { "chen" } },  { U"华", { "hua" } },   { U"纪", { "ji" } },    { U"宿", { "su" } },
  { U"车", { "che" } },   { U"石", { "shi" } },   { U"沈", { "shen" } },  { U"宁", { "ning" } },
  { U"冯", { "feng" } },  { U"晁", { "chao" } },  { U"那", { "na" } },    { U"相", { "xiang" } },
  { U"藏", { "zang" } },  { U"都", { "du" } },    { U"鲍", { "bao" } },   { U"费", { "fei" } },
  { U"强", { "qiang" } }, { U"尹", { "yin" } },   { U"殷", { "yin" } },   { U"詹", { "zhan" } },
};

/* The readings of one character, the likeliest first. */
typedef struct
{
  const char *syllables[MAX_LISTED];
  guint       n;
} Readings;

/* One run of Chinese characters, and the keys found so far. */
typedef struct
{
  Readings    readings[DAYBOOK_PINYIN_CHARS];
  guint       n_chars;
  const char *chosen[DAYBOOK_PINYIN_CHARS];
  guint       n_ways;
  char        keys[MAX_KEYS][KEY_SIZE];
  guint       n_keys;
} Run;

static void
add_reading (Readings   *readings,
             const char *syllable)
{
  for (guint i = 0; i < readings->n; i++)
    if (g_str_equal (readings->syllables[i], syllable))
      return;

  if (readings->n < MAX_LISTED)
    readings->syllables[readings->n++] = syllable;
}

/* Where the list of a character begins in READINGS; 0 when it has none. */
static guint
find_first_reading (gunichar c)
{
  if (c >= DAYBOOK_HAN_FIRST && c <= DAYBOOK_HAN_LAST)
    return FIRST_READING[c - DAYBOOK_HAN_FIRST];
  if (c < DAYBOOK_HAN_FIRST && c != 0x3007)
    return 0;

  return daybook_han_pair_find (FIRST_READING_OTHERS, G_N_ELEMENTS (FIRST_READING_OTHERS), c, 0);
}

static void
add_readings_of (Readings *readings,
                 gunichar  c)
{
  guint first = find_first_reading (c);

  if (first == 0)
    return;

  for (guint i = first;; i++)
    {
      add_reading (readings, SYLLABLES[READINGS[i] & ~LAST_SYLLABLE]);
      if ((READINGS[i] & LAST_SYLLABLE) != 0)
        return;
    }
}

/* `chars` are simplified. */
static gboolean
begins_with (const gunichar *chars,
             guint           n_chars,
             const gunichar *surname)
{
  return chars[0] == surname[0] && (surname[1] == 0 || (n_chars > 1 && chars[1] == surname[1]));
}

static void
add_surname_readings (Run            *run,
                      const gunichar *chars)
{
  gunichar simplified[2] = { daybook_han_simplify (chars[0]) };

  if (run->n_chars > 1)
    simplified[1] = daybook_han_simplify (chars[1]);

  for (gsize i = 0; i < G_N_ELEMENTS (SURNAMES); i++)
    if (begins_with (simplified, run->n_chars, SURNAMES[i].surname))
      {
        for (guint j = 0; j < G_N_ELEMENTS (SURNAMES[i].readings) && SURNAMES[i].readings[j] != NULL; j++)
          add_reading (&run->readings[j], SURNAMES[i].readings[j]);
        return;
      }
}

static void
add_key (Run        *run,
         const char *key)
{
  for (guint i = 0; i < run->n_keys; i++)
    if (g_str_equal (run->keys[i], key))
      return;

  g_strlcpy (run->keys[run->n_keys++], key, KEY_SIZE);
}

/* The full spelling and the initials of the readings chosen. */
static void
add_keys (Run *run)
{
  char full[KEY_SIZE];
  char initials[DAYBOOK_PINYIN_CHARS + 1];
  gsize length = 0;

  for (guint i = 0; i < run->n_chars; i++)
    {
      length += g_strlcpy (full + length, run->chosen[i], sizeof full - length);
      initials[i] = run->chosen[i][0];
    }
  initials[run->n_chars] = '\0';

  add_key (run, full);
  add_key (run, initials);
  run->n_ways++;
}

/* Tries every way to read the characters from `at` on whose ranks in their
 * lists sum up to `rank`: so the likeliest ways are met first. */
static void
read_ways (Run   *run,
           guint  at,
           guint  rank)
{
  if (at == run->n_chars)
    {
      if (rank == 0)
        add_keys (run);
      return;
    }

  const Readings *readings = &run->readings[at];
  for (guint i = 0; i < readings->n && i <= rank && run->n_ways < DAYBOOK_PINYIN_READINGS; i++)
    {
      run->chosen[at] = readings->syllables[i];
      read_ways (run, at + 1, rank - i);
    }
}

static void
append_run (GString        *keys,
            const gunichar *chars,
            guint           n_chars)
{
  Run run = { .n_chars = 0 };
  guint most = 0; /* the largest sum of ranks */

  run.n_chars = n_chars;
  add_surname_readings (&run, chars);
  for (guint i = 0; i < n_chars; i++)
    {
      add_readings_of (&run.readings[i], chars[i]);
      most += run.readings[i].n - 1;
    }
  for (guint rank = 0; rank <= most && run.n_ways < DAYBOOK_PINYIN_READINGS; rank++)
    read_ways (&run, 0, rank);

  for (guint i = 0; i < run.n_keys; i++)
    {
      if (keys->len > 0)
        g_string_append_c (keys, ' ');
      g_string_append (keys, run.keys[i]);
    }
}

void
daybook_pinyin_append (GString    *keys,
                       const char *name)
{
  gunichar chars[DAYBOOK_PINYIN_CHARS];
  guint n = 0;

  /* What is no text has no sound. */
  if (!g_utf8_validate (name, -1, NULL))
    return;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (find_first_reading (c) == 0)
        {
          if (n > 0)
            append_run (keys, chars, n);
          n = 0;
        }
      else if (n < G_N_ELEMENTS (chars))
        chars[n++] = c;
    }
  if (n > 0)
    append_run (keys, chars, n);
}

char *
daybook_pinyin_keys (const char *name)
{
  GString *keys = g_string_new (NULL);

  daybook_pinyin_append (keys, name);
  return g_string_free (keys, FALSE);
}
