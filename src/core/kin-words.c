/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kin-words.h"

#include "core/han.h"

#include <stdlib.h>
#include <string.h>

/* Sorted. */
static const char *const IDLE[] = {
  "a", "about", "after", "again", "all", "also", "always", "am", "an", "and", "any", "anybody", "anything", "are", "as", "ask",
  "asked", "asks", "at", "be", "because", "been", "before", "being", "but", "by", "can", "cannot", "cant", "could", "did",
  "didnt", "do", "does", "doesnt", "doing", "done", "dont", "each", "ever", "every", "for", "from", "get", "gets", "give",
  "gives", "go", "goes", "going", "got", "had", "has", "have", "having", "he", "hello", "her", "here", "hers", "hes", "hi", "him",
  "his", "how", "i", "if", "im", "in", "into", "is", "isnt", "it", "its", "ive", "just", "keep", "keeps", "know", "let", "like",
  "made", "make", "many", "may", "me", "more", "most", "much", "must", "my", "need", "needs", "never", "no", "nobody", "not",
  "nothing", "now", "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own", "please", "pls", "put",
  "said", "same", "say", "saying", "says", "see", "shall", "she", "shes", "should", "so", "some", "somebody", "something",
  "still", "such", "take", "tell", "than", "thank", "thanks", "that", "thats", "the", "their", "them", "then", "there", "these",
  "they", "theyre", "thing", "things", "this", "those", "to", "too", "two", "until", "up", "us", "use", "very", "want", "wants",
  "was", "wasnt", "way", "we", "well", "were", "what", "whats", "when", "where", "which", "while", "who", "whom", "whose", "why",
  "will", "with", "without", "wont", "would", "yes", "yet", "you", "your", "一下", "一个", "一直", "不是", "不能", "为什", "么办",
  "什么", "他们", "但是", "你们", "办法", "可以", "可能", "因为", "多少", "她们", "好的", "如何", "如果", "客人", "客户", "就是",
  "已经", "怎么", "怎样", "我们", "我要", "所以", "时候", "是不", "有没", "没有", "现在", "知道", "还是", "这个", "这样", "这种",
  "那个", "那么", "需要", "顾客",
};

#define KIN(...) { __VA_ARGS__, NULL }

/* What the trade has several words for. In a Latin word's place may stand what begins so. */
static const char *const KIN_WORDS[][14] = {
  KIN ("退货", "退回", "寄回", "无理由", "return", "send back", "give back", "bring back"),
  KIN ("退款", "退钱", "仅退款", "refund", "money back"),
  KIN ("换货", "调换", "更换", "换尺码", "换颜色", "exchange", "swap", "another size", "another colour", "another color"),
  KIN ("发票", "开票", "收据", "抬头", "税号", "invoice", "receipt for", "vat", "tax number"),
  KIN ("没收到", "未收到", "丢件", "丢失", "查件", "追踪", "lost", "not arrived", "never arrived", "did not arrive", "trace", "tracking"),
  KIN ("破损", "摔坏", "压坏", "碎了", "裂了", "damage", "broken", "crack", "smash", "shatter", "dent"),
  KIN ("少件", "漏发", "少发", "缺件", "补发", "重发", "再寄", "missing", "left out", "incomplete", "resend", "send again"),
  KIN ("维修", "修理", "坏了", "故障", "保修", "质保", "repair", "warranty", "guarantee", "stopped working", "does not work", "faulty", "defect"),
  KIN ("议价", "便宜", "砍价", "讲价", "还价", "优惠", "打折", "折扣", "bargain", "discount", "cheaper", "haggle", "best price"),
  KIN ("差评", "中评", "一星", "低分", "bad review", "negative review", "one star", "neutral review"),
  KIN ("投诉", "举报", "曝光", "消协", "工商", "complain", "complaint", "consumer association"),
  KIN ("维权", "纠纷", "介入", "仲裁", "举证", "凭证", "dispute", "chargeback", "evidence", "escalate"),
  KIN ("付款", "支付", "催付", "没付", "payment", "unpaid", "pay later", "declined"),
  KIN ("发货", "出货", "寄出", "配送", "派送", "ship", "dispatch", "deliver"),
  KIN ("运费", "邮费", "快递费", "包邮", "freight", "postage", "shipping cost", "delivery fee"),
  KIN ("尺码", "码数", "尺寸", "偏大", "偏小", "size", "too big", "too small", "measurement"),
  KIN ("补偿", "赔偿", "赔付", "红包", "返现", "compensat", "goodwill", "voucher", "coupon"),
  KIN ("延长收货", "确认收货", "自动确认", "extend", "receipt time", "confirm receipt"),
  KIN ("隐私", "个人信息", "泄露", "外泄", "privacy", "personal data", "customers data", "leak"),
  KIN ("账号", "封号", "被封", "登录", "account", "locked", "banned", "suspended", "log in"),
  KIN ("打不开", "崩了", "宕机", "网站", "瘫痪", "down", "offline", "outage", "site"),
  KIN ("标错", "错价", "价格错", "wrong price", "price mistake", "mispriced"),
  KIN ("超卖", "没货", "缺货", "断货", "库存", "oversold", "out of stock", "sold out", "stock"),
  KIN ("爆仓", "停运", "停发", "滞留", "积压", "台风", "strike", "weather", "stuck", "overload"),
  KIN ("新人", "新员工", "入职", "上岗", "newcomer", "onboarding", "new colleague", "first day", "first week"),
  KIN ("考核", "考试", "补考", "evaluat", "exam", "assess"),
  KIN ("晚班", "夜班", "值班", "下班", "evening", "late shift", "night shift", "closing time"),
  KIN ("交接", "交班", "接班", "handover", "hand over", "next shift"),
  KIN ("承诺", "答应", "说好", "保证", "promise"),
  KIN ("广告", "宣传", "种草", "网红", "博主", "推广", "好评返", "advert", "influencer", "sponsor"),
  KIN ("法规", "法律", "违法", "合法", "权益", "law", "legal", "consumer rights"),
  KIN ("意见", "建议", "改进", "吐槽", "suggestion", "improve", "feedback"),
  KIN ("风险", "骗子", "诈骗", "敲诈", "恶意", "fraud", "scam", "blackmail", "risk"),
  KIN ("疑虑", "犹豫", "考虑", "担心", "不放心", "doubt", "hesitat", "not sure", "worried"),
  KIN ("正品", "真假", "假货", "材质", "色差", "质量", "genuine", "authentic", "quality", "fake", "material"),
  KIN ("海关", "关税", "清关", "出口", "customs", "import duty", "abroad", "overseas"),
  KIN ("老客户", "老顾客", "回头客", "会员", "惊喜", "vip", "loyal", "regular customer", "beyond"),
  KIN ("钓鱼", "木马", "病毒", "链接", "phishing", "virus", "suspicious link", "clicked"),
  KIN ("登记", "阶段", "结案", "撤销", "register", "stage", "undo"),
};

static int
compare_words (const void *word,
               const void *entry)
{
  return strcmp (word, *(const char *const *) entry);
}

gboolean
daybook_word_is_idle (const char *word)
{
  return bsearch (word, IDLE, G_N_ELEMENTS (IDLE), sizeof *IDLE, compare_words) != NULL;
}

gboolean
daybook_word_stands_in (const char *text,
                        const char *word)
{
  for (const char *p = text; (p = strstr (p, word)) != NULL; p++)
    if (p == text || !g_ascii_isalnum (*word) || !g_ascii_isalnum (p[-1]))
      return TRUE;

  return FALSE;
}

static gboolean
is_meant (const char        *text,
          const char *const *words)
{
  for (; *words != NULL; words++)
    if (daybook_word_stands_in (text, *words))
      return TRUE;

  return FALSE;
}

GPtrArray *
daybook_kin_words (const char *text,
                   guint       limit)
{
  g_autofree char *folded = daybook_han_fold (text);
  GPtrArray *matters = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (KIN_WORDS) && matters->len < limit; i++)
    if (is_meant (folded, KIN_WORDS[i]))
      g_ptr_array_add (matters, (gpointer) KIN_WORDS[i]);

  return matters;
}
