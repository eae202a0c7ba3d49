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
  const char *surname;
  const char *readings[2]; /* one for each character */
} SURNAMES[] = {
  { "万俟", { "mo", "qi" } },    { "尉迟", { "yu", "chi" } },   { "长孙", { "zhang", "sun" } },
  { "单于", { "chan", "yu" } },  { "澹台", { "tan", "tai" } },  { "令狐", { "ling", "hu" } },
  { "宇文", { "yu", "wen" } },   { "夏侯", { "xia", "hou" } },  { "皇甫", { "huang", "fu" } },
  { "单", { "shan" } },  { "解", { "xie" } },   { "仇", { "qiu" } },   { "区", { "ou" } },
  { "曾", { "zeng" } },  { "查", { "zha" } },   { "盖", { "ge" } },    { "朴", { "piao" } },
  { "任", { "ren" } },   { "乐", { "yue" } },   { "翟", { "zhai" } },  { "缪", { "miao" } },
  { "折", { "she" } },   { "黑", { "he" } },    { "宓", { "mi" } },    { "员", { "yun" } },
  { "洗", { "xian" } },  { "覃", { "qin" } },   { "郗", { "xi" } },    { "牟", { "mou" } },
  { "逄", { "pang" } },  { "秘", { "bi" } },    { "种", { "chong" } }, { "祭", { "zhai" } },
  { "繁", { "po" } },    { "召", { "shao" } },  { "隗", { "wei" } },   { "佴", { "nai" } },
  { "乜", { "nie" } },   { "阚", { "kan" } },   { "应", { "ying" } },  { "葛", { "ge" } },
  { "燕", { "yan" } },   { "过", { "guo" } },   { "盛", { "sheng" } }, { "訾", { "zi" } },
  { "句", { "gou" } },   { "贾", { "jia" } },   { "卜", { "bu" } },    { "柏", { "bai" } },
  { "谌", { "chen" } },  { "华", { "hua" } },   { "纪", { "ji" } },    { "宿", { "su" } },
  { "车", { "che" } },   { "石", { "shi" } },   { "沈", { "shen" } },  { "宁", { "ning" } },
  { "冯", { "feng" } },  { "晁", { "chao" } },  { "那", { "na" } },    { "相", { "xiang" } },
  { "藏", { "zang" } },  { "都", { "du" } },    { "鲍", { "bao" } },   { "费", { "fei" } },
  { "强", { "qiang" } }, { "尹", { "yin" } },   { "殷", { "yin" } },   { "詹", { "zhan" } },
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

static void
add_readings_of (Readings *readings,
                 gunichar  c)
{
  guint first = c >= DAYBOOK_HAN_FIRST && c <= DAYBOOK_HAN_LAST
                  ? FIRST_READING[c - DAYBOOK_HAN_FIRST]
                  : daybook_han_pair_find (FIRST_READING_OTHERS, G_N_ELEMENTS (FIRST_READING_OTHERS), c, 0);

  if (first == 0)
    return;

  for (guint i = first;; i++)
    {
      add_reading (readings, SYLLABLES[READINGS[i] & ~LAST_SYLLABLE]);
      if ((READINGS[i] & LAST_SYLLABLE) != 0)
        return;
    }
}

/* Whether the run begins with `surname`, in either form. */
static gboolean
begins_with (const gunichar *chars,
             guint           n_chars,
             const char     *surname)
{
  guint i = 0;

  for (const char *p = surname; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (i == n_chars || daybook_han_simplify (chars[i]) != g_utf8_get_char (p))
      return FALSE;

  return TRUE;
}

static void
add_surname_readings (Run            *run,
                      const gunichar *chars)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SURNAMES); i++)
    if (begins_with (chars, run->n_chars, SURNAMES[i].surname))
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
  guint most = 0;

  run.n_chars = n_chars;
  add_surname_readings (&run, chars);
  for (guint i = 0; i < n_chars; i++)
    {
      add_readings_of (&run.readings[i], chars[i]);
      most += run.readings[i].n;
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

/* Whether it can be read: Chinese, and known to the tables. */
static gboolean
has_reading (gunichar c)
{
  Readings readings = { .n = 0 };

  if (daybook_han_is (c))
    add_readings_of (&readings, c);

  return readings.n > 0;
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

      if (!has_reading (c))
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
