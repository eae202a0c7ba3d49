#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes C tables of the Unihan database.

    unihan.py UNICODE_DIR SIMPLIFIED.inc READINGS.inc

UNICODE_DIR holds Unihan_Readings.txt and Unihan_Variants.txt, or the same
packed as .bz2 (Debian's unicode-data). The first table folds traditional
characters and variants into the simplified ones that mainland shops use, the
second has all pinyin readings of a character, the common ones first.
"""

import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

FIRST, LAST = 0x3400, 0x9FFF  # what the flat tables cover; others are listed

# What Unihan leaves apart, or joins to a character that nobody types.
ALSO_SIMPLIFIED = dict("""
讚赞 嚐尝 佔占 佈布 託托 唸念 遊游 衹只 祇只 録录 緑绿 寜宁 靑青 淸清 嶽岳 鬨哄 妳你 牠它 傚效 噁恶 崑昆 崙仑 悽凄 昇升 甦苏 蔘参
覈核 諮咨 讎仇 賸剩 逕径 醃腌 鉅巨 銲焊 鎗枪 鍊炼 鑑鉴 痲麻 侷局 兇凶 剷铲 嚮向 塚冢 墻墙 奬奖 姪侄 嫋袅 嬝袅 巖岩 彆别 慇殷 慤悫
慼戚 懃勤 懮忧 搆构 搥捶 搧扇 搾榨 摀捂 撢掸 擣捣 歛敛 毬球 氾泛 滷卤 瀰弥 燉炖 燐磷 燬毁 燿耀 牋笺 産产 痠酸 癒愈 睪睾 瞇眯 礮炮
祕秘 箝钳 籤签 糰团 絃弦 綵彩 縴纤 罎坛 罣挂 羶膻 翫玩 蒐搜 蓆席 藴蕴 藷薯 蠔蚝 蠧蠹 譟噪 豔艳 醖酝 釦扣 鎚锤 鎸镌 閧哄 閲阅 闇暗
闘斗 阨厄 陞升 霑沾 頽颓 顔颜 餬糊 餵喂 駡骂 鳬凫 鼈鳖 齧啮 囓啮 榖谷 踡蜷 蹧糟 鹼碱 硷碱
""".split())

# Where the readings come from, the most common first. What only the last one
# has is archaic, but some names are read so.
READING_FIELDS = ["kHanyuPinlu", "kXHC1983", "kTGHZ2013", "kMandarin", "kHanyuPinyin"]


def lines_of(folder, name):
    """The records of one Unihan file: character, field, value."""
    plain, packed = folder / name, folder / (name + ".bz2")
    if not plain.exists() and not packed.exists():
        sys.exit(f"{folder} has no {name}: the package unicode-data is missing.")
    opened = plain.open(encoding="utf-8") if plain.exists() else bz2.open(packed, "rt", encoding="utf-8")
    with opened as file:
        for line in file:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                yield int(code[2:], 16), field, value


def variants(folder):
    """Field → character → the characters it names."""
    fields = defaultdict(dict)
    for code, field, value in lines_of(folder, "Unihan_Variants.txt"):
        fields[field][code] = [int(word[2:].split("<")[0], 16) for word in value.split()]
    return fields


def direct_folding(fields, standard):
    """One step towards the simplified form, for each character that has one."""
    folding = {ord(pair): ord(target) for pair, target in ALSO_SIMPLIFIED.items()}
    for code, targets in fields["kSimplifiedVariant"].items():
        others = [target for target in targets if target != code]
        others.sort(key=lambda target: target not in standard)
        if others:
            folding.setdefault(code, others[0])
    # A character that is not one of the 8,105 of the mainland's standard is a
    # variant of one that is, or of a traditional one.
    for field in ["kZVariant", "kSemanticVariant"]:
        for code, targets in fields[field].items():
            near = [target for target in targets if target in standard or target in folding]
            if code not in standard and near and target_is_safe(code, near[0], folding):
                folding.setdefault(code, near[0])
    return folding


def target_is_safe(code, target, folding):
    """Whether following `target` does not lead back to `code`."""
    seen = set()
    while target in folding and target not in seen:
        seen.add(target)
        target = folding[target]
    return target != code


def full_folding(folding):
    """Follows each chain to its end."""
    full = {}
    for code in folding:
        target = code
        seen = set()
        while target in folding and target not in seen:
            seen.add(target)
            target = folding[target]
        if target != code:
            full[code] = target
    return full


def without_tones(reading):
    """The spellings of a reading that people type: lü is lv and lu."""
    letters = unicodedata.normalize("NFD", reading.lower())
    bare = "".join(c for c in letters if c.isascii() and c.isalpha() or c == "\u0308")
    return [bare.replace("u\u0308", "v"), bare.replace("u\u0308", "u")] if "\u0308" in bare else [bare]


def spellings(field, value):
    """The readings in one field's value, without what stands around them."""
    if field == "kHanyuPinlu":
        return [re.sub(r"\(\d+\)", "", word) for word in value.split()]
    if field == "kMandarin":
        return value.split()
    return [reading for word in value.split() for reading in word.split(":")[1].split(",")]


def readings(folder):
    """Character → its readings in the order of READING_FIELDS; and the standard ones."""
    found = defaultdict(dict)
    for code, field, value in lines_of(folder, "Unihan_Readings.txt"):
        if field in READING_FIELDS:
            found[code][field] = spellings(field, value)
    standard = {code for code, fields in found.items() if "kTGHZ2013" in fields}
    lists = {}
    for code, fields in found.items():
        ordered = [bare for field in READING_FIELDS for reading in fields.get(field, [])
                   for bare in without_tones(reading) if bare]
        lists[code] = tuple(dict.fromkeys(ordered))
    return lists, standard


def rows(numbers, width=12):
    """The numbers of an initialiser, some to a line."""
    for start in range(0, len(numbers), width):
        yield "  " + " ".join(f"{number}," for number in numbers[start:start + width])


def write(path, parts):
    """Writes one generated file."""
    head = ["/* SPDX-License-Identifier: GPL-3.0-or-later */", "/* Made by unihan.py: do not edit. */"]
    Path(path).write_text("\n".join(head + parts) + "\n", encoding="utf-8")


def simplified_table(full):
    """Flat for most characters; 0 sends to the list, which bsearch() reads."""
    flat, listed = [], []
    for code in range(FIRST, LAST + 1):
        target = full.get(code, code)
        flat.append(target if target <= 0xFFFF else 0)
    for code, target in sorted(full.items()):
        if not FIRST <= code <= LAST or target > 0xFFFF:
            listed.append(f"  {{ {code}, {target} }},")
    return [f"static const guint16 SIMPLIFIED[{len(flat)}] = {{", *rows(flat), "};",
            "static const HanPair SIMPLIFIED_OTHERS[] = {", *listed, "};"]


def readings_table(lists, standard):
    """Each character names a list of syllables; 0 is the empty one. The last
    syllable of a list has the top bit set."""
    syllables = sorted({bare for known in lists.values() for bare in known})
    number = {bare: index for index, bare in enumerate(syllables)}
    pool, places = [0], {(): 0}
    for known in lists.values():
        if known not in places:
            places[known] = len(pool)
            pool += [number[bare] for bare in known[:-1]] + [number[known[-1]] | 0x8000]
    flat = [places[lists.get(code, ())] for code in range(FIRST, LAST + 1)]
    others = sorted(code for code in lists if not FIRST <= code <= LAST
                    and (code in standard or code < FIRST))
    longest = max(map(len, syllables))
    if len(pool) > 0xFFFF or longest > 6:
        sys.exit("The readings have outgrown their table.")
    return [f"static const char SYLLABLES[][{longest + 1}] = {{",
            *(f'  "{bare}",' for bare in syllables), "};",
            "static const guint16 READINGS[] = {", *rows(pool), "};",
            f"static const guint16 FIRST_READING[{len(flat)}] = {{", *rows(flat), "};",
            "static const HanPair FIRST_READING_OTHERS[] = {",
            *(f"  {{ {code}, {places[lists[code]]} }}," for code in others), "};"]


def main():
    """Reads the database, writes the two tables."""
    folder, simplified_path, readings_path = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    lists, standard = readings(folder)
    full = full_folding(direct_folding(variants(folder), standard))
    write(simplified_path, simplified_table(full))
    write(readings_path, readings_table(lists, standard))


if __name__ == "__main__":
    main()
