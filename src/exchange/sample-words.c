/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-words.h"

#include "core/shop.h"

/* A small shop for tea and what one drinks it from. */
const DaybookSampleProduct daybook_sample_products[DAYBOOK_SAMPLE_N_PRODUCTS] = {
  { "LJ-100", "明前龙井 狮峰 100g", "Shifeng Longjing, first flush, 100 g", 26800, 4200, { "罐装", "礼盒装", NULL }, { "Tin", "Gift box", NULL } },
  { "TGY-250", "安溪铁观音 清香型 250g", "Anxi Tieguanyin, light roast, 250 g", 12800, 2400, { "清香型", "浓香型", NULL }, { "Light roast", "Dark roast", NULL } },
  { "DHP-125", "武夷大红袍 中火 125g", "Wuyi Dahongpao, medium fire, 125 g", 19800, 3400, { "中火", "足火", NULL }, { "Medium fire", "High fire", NULL } },
  { "PE-357", "勐海熟普洱 七子饼 357g", "Menghai ripe Pu’er cake, 357 g", 15800, 2900, { "2018年", "2020年", "2022年" }, { "2018", "2020", "2022" } },
  { "BM-050", "福鼎白毫银针 50g", "Fuding Silver Needle, 50 g", 16800, 3100, { "散装", "罐装", NULL }, { "Loose", "Tin", NULL } },
  { "JJM-100", "桐木关金骏眉 100g", "Tongmu Jinjunmei black tea, 100 g", 23800, 3900, { "罐装", "礼盒装", NULL }, { "Tin", "Gift box", NULL } },
  { "MLHC-200", "茉莉花茶 七窨 200g", "Jasmine green tea, seven scentings, 200 g", 8800, 1800, { "袋装", "罐装", NULL }, { "Bag", "Tin", NULL } },
  { "CPJ-150", "新会陈皮 十年 150g", "Aged Xinhui tangerine peel, 150 g", 13800, 2600, { "十年", "十五年", NULL }, { "Ten years", "Fifteen years", NULL } },
  { "GW-120", "德化白瓷盖碗 120ml", "Dehua porcelain gaiwan, 120 ml", 6800, 1900, { "素白", "描金", NULL }, { "Plain", "Gold rim", NULL } },
  { "ZSH-180", "宜兴紫砂壶 西施 180ml", "Yixing teapot, Xishi, 180 ml", 32800, 6800, { "朱泥", "段泥", "紫泥" }, { "Zhuni", "Duanni", "Zini" } },
  { "BLB-06", "耐热玻璃品茗杯 六只装", "Glass tasting cups, set of six", 4900, 1400, { "直口", "斗笠", NULL }, { "Straight", "Flared", NULL } },
  { "GDB-250", "玻璃公道杯 250ml", "Glass pitcher, 250 ml", 3900, 1200, { "无把", "带把", NULL }, { "No handle", "With handle", NULL } },
  { "CX-300", "竹制茶席 30×180cm", "Bamboo tea runner, 30 × 180 cm", 5600, 1600, { "原竹色", "深褐", NULL }, { "Natural", "Dark brown", NULL } },
  { "CP-400", "电木茶盘 40cm", "Bakelite tea tray, 40 cm", 21800, 4600, { "黑色", "栗色", NULL }, { "Black", "Chestnut", NULL } },
  { "ZSB-01", "旅行快客杯 一壶三杯", "Travel tea set, one pot and three cups", 9900, 2200, { "青瓷", "粗陶", NULL }, { "Celadon", "Stoneware", NULL } },
  { "CHZ-05", "茶针茶则五件套", "Tea tools, set of five", 3200, 900, { "黑檀", "竹制", NULL }, { "Ebony", "Bamboo", NULL } },
  { "BWB-350", "双层保温茶杯 350ml", "Insulated tea tumbler, 350 ml", 11900, 2500, { "雾白", "墨绿", "藏青" }, { "White", "Green", "Navy" } },
  { "YPZ-30", "体验装 六款各5g", "Taster box, six teas of 5 g", 2990, 900, { "绿白红", "乌龙普洱", NULL }, { "Green, white, black", "Oolong, Pu’er", NULL } },
};

const DaybookSamplePlace daybook_sample_places_zh[DAYBOOK_SAMPLE_N_PLACES] = {
  { "浙江省 杭州市 西湖区", { "文三路", "龙井路", "古墩路" } },
  { "上海市 上海市 徐汇区", { "宜山路", "漕溪北路", "龙华中路" } },
  { "北京市 北京市 海淀区", { "中关村大街", "清河路", "学院路" } },
  { "广东省 广州市 天河区", { "体育东路", "天河北路", "中山大道西" } },
  { "广东省 深圳市 南山区", { "科技南路", "后海大道", "桃园路" } },
  { "四川省 成都市 武侯区", { "科华北路", "人民南路四段", "高升桥路" } },
  { "江苏省 苏州市 姑苏区", { "平江路", "人民路", "干将东路" } },
  { "福建省 厦门市 思明区", { "厦禾路", "环岛南路", "莲前西路" } },
  { "湖北省 武汉市 武昌区", { "中北路", "友谊大道", "八一路" } },
  { "陕西省 西安市 雁塔区", { "小寨东路", "长安南路", "科技路" } },
  { "山东省 青岛市 市南区", { "香港中路", "江西路", "东海西路" } },
  { "湖南省 长沙市 岳麓区", { "麓山南路", "枫林三路", "潇湘中路" } },
};

const DaybookSamplePlace daybook_sample_places_en[DAYBOOK_SAMPLE_N_PLACES] = {
  { "Portland, OR, United States", { "SE Hawthorne Blvd", "NW 23rd Ave", "N Mississippi Ave" } },
  { "Austin, TX, United States", { "S Lamar Blvd", "E Cesar Chavez St", "Guadalupe St" } },
  { "Brooklyn, NY, United States", { "Bedford Ave", "Smith St", "Vanderbilt Ave" } },
  { "Seattle, WA, United States", { "Pike St", "Ballard Ave NW", "E Madison St" } },
  { "Chicago, IL, United States", { "N Milwaukee Ave", "W Belmont Ave", "S Halsted St" } },
  { "Toronto, ON, Canada", { "Queen St W", "Ossington Ave", "Danforth Ave" } },
  { "Vancouver, BC, Canada", { "Main St", "Commercial Dr", "W 4th Ave" } },
  { "London, United Kingdom", { "Columbia Road", "Lordship Lane", "Upper Street" } },
  { "Edinburgh, United Kingdom", { "Leith Walk", "Broughton Street", "Raeburn Place" } },
  { "Melbourne, VIC, Australia", { "Sydney Rd", "Smith St", "Lygon St" } },
  { "Auckland, New Zealand", { "Ponsonby Road", "Karangahape Road", "Dominion Road" } },
  { "Dublin, Ireland", { "Camden Street", "Capel Street", "Ranelagh Road" } },
};

const DaybookSampleCourier daybook_sample_couriers_zh[DAYBOOK_SAMPLE_N_COURIERS] = {
  { "顺丰速运", "SF", 13 },
  { "圆通速递", "YT", 13 },
  { "中通快递", "78", 12 },
  { "韵达快递", "43", 13 },
};

const DaybookSampleCourier daybook_sample_couriers_en[DAYBOOK_SAMPLE_N_COURIERS] = {
  { "UPS", "1Z999AA1", 10 },
  { "USPS", "9400", 18 },
  { "DHL Express", "", 10 },
  { "Royal Mail", "RM", 9 },
};

const DaybookSampleAgent daybook_sample_agents[DAYBOOK_SAMPLE_N_AGENTS] = {
  { "007", "林晓", DAYBOOK_ROLE_LEAD },
  { "012", "陈露", DAYBOOK_ROLE_AGENT },
  { "021", "Mia Wong", DAYBOOK_ROLE_PART_TIME },
};

const char *const daybook_sample_surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
  "何", "林", "罗", "高", "单", "解", "曾", "欧阳", "沈", "韩", "冯", "邓", "许", "谢", NULL,
};

const char *const daybook_sample_given_zh[] = {
  "雨桐", "子涵", "思远", "佳怡", "建国", "秀英", "晓东", "海燕", "一诺", "浩然", "诗涵", "志强", "丽娟", "文博",
  "静", "磊", "敏", "婷", "超", "洁", "梓萱", "俊杰", "雅芳", "春梅", "嘉豪", "若曦", "立新", "小明", NULL,
};

const char *const daybook_sample_first_en[] = {
  "Mary", "James", "Olivia", "Noah", "Emma", "Liam", "Sofia", "Ethan", "Grace", "Henry", "Chloe", "Daniel",
  "Aisha", "Lucas", "Hannah", "Oscar", "Priya", "Samuel", "Zoe", "Marcus", "Ingrid", "Tom", NULL,
};

const char *const daybook_sample_last_en[] = {
  "Smith", "Walker", "Nguyen", "Patel", "Brown", "Garcia", "Kim", "O’Connor", "Johansson", "Lee", "Baker", "Silva",
  "Murphy", "Cohen", "Rossi", "Fraser", "Khan", "Young", "Fischer", "Moreau", NULL,
};

const char *const daybook_sample_nicks[] = {
  "爱喝茶的猫", "小雨滴答", "山里的风", "tb", "一叶知秋", "老赵家的", "豆包妈妈", "阿may", "茶香四溢", "慢慢来",
  "南方有嘉木", "momo酱", "清欢渡", "大橘为重", "木子李", "t_", "云朵面包", "北岛先生", "听雨轩", "小鹿乱撞",
  "柚子茶不加糖", "半山听松", "jenny_", "花生酱拌面", "青柠汽水", "老茶客", "晴天娃娃", "一只小粉猪", "橙子味的夏天", "阿杰家的店",
  "海边的卡夫卡", "糯米团子", "冬日暖阳", "拾光", "vivian", "秋水伊人", "包子铺老板娘", "江南小巷", "竹影", "xiaoyu",
  "星期八", "麦子熟了", "墨痕", "会飞的鱼", "周末去爬山", "甜甜圈", "鹿鸣", "佛系买家", "梧桐更兼细雨", "七月流火",
  "白茶清欢", "sunny妈咪", "小满", "琥珀", "大熊的围巾", "浅草微露", "kk", "卷心菜", "西湖醋鱼", "不二家", NULL,
};

const char *const daybook_sample_buyer_notes_zh[] = {
  "请发顺丰，谢谢", "送礼用的，不要放价格单", "麻烦包装严实一点，上次杯子碎了", "周末在家，工作日请放菜鸟驿站", "想要今年的新茶", "帮忙写一张贺卡：生日快乐", NULL,
};

const char *const daybook_sample_buyer_notes_en[] = {
  "Please leave it at the back door.", "This is a gift, no price slip please.", "Could you pack the cups with extra paper?", "Call before delivery.", NULL,
};

/* The agent's code and name go before these (OR-03, OR-14). */
const char *const daybook_sample_seller_notes_zh[] = {
  "已核对地址", "补发茶则一个", "客户要求周五前到", "改发顺丰 运费已补", "送体验装一份", "破损已拍照 待退款", NULL,
};

const char *const daybook_sample_seller_notes_en[] = {
  "address checked", "free taster added", "asked for delivery before Friday", "cup broken, photo received", NULL,
};

const char *const daybook_sample_notes_zh[] = {
  "已电话确认，改发顺丰", "客户说茶有点碎，答应补寄一包样茶", "等仓库回复库存，明早十点前答复", "老客户，每月一单，可送体验装", "快递显示已签收，客户没收到，在查件",
  "退货运费我们承担，收到后马上退款", "地址缺门牌号，已在旺旺上问", "回访已做，客户满意", NULL,
};

const char *const daybook_sample_notes_en[] = {
  "Called back, she is happy with a replacement cup.", "Tracking has not moved for three days, asked the courier.", "Promised an answer by tomorrow noon.",
  "Regular customer, add a taster next time.", "Wrong variant sent, return label mailed.", NULL,
};

const char *const daybook_sample_close_reasons_zh[] = {
  "买家未按时付款", "我不想买了", "信息填写错误，重新拍", "商品缺货", NULL,
};

const char *const daybook_sample_close_reasons_en[] = {
  "customer", "inventory", "declined", "other", NULL,
};

const char *const daybook_sample_refund_reasons[] = {
  "不喜欢/不想要", "商品破损", "少件/漏发", "与商品描述不符", "七天无理由退货", "快递一直未送到", NULL,
};

const DaybookSampleReview daybook_sample_good_reviews[DAYBOOK_SAMPLE_N_REVIEWS] = {
  { 5, "茶叶很香，回甘明显，包装也很用心，会再来。", "谢谢您的喜欢，下次来给您留新茶。" },
  { 5, "杯子薄透，拿在手里很舒服，送朋友很有面子。", "感谢信任，愿您和朋友喝茶愉快。" },
  { 5, "第三次买了，一如既往的好，客服也耐心。", "老朋友常来，样茶已经给您备好。" },
  { 4, "味道不错，就是快递慢了两天。", "抱歉让您久等了，已经和快递反映。" },
};

const DaybookSampleReview daybook_sample_bad_reviews[DAYBOOK_SAMPLE_N_REVIEWS] = {
  { 1, "收到的时候盖子碎了，联系客服半天没人回。", "非常抱歉，今天就给您补发一个新的盖子。" },
  { 2, "茶有点碎，和图片上差得有点多。", "对不起，给您补寄一包整叶的，请留意查收。" },
  { 2, "说好送的茶则没有收到。", "是我们漏装了，已经单独寄出。" },
  { 3, "一般般，没有想象中的香。", "谢谢您告诉我们，冲泡水温高一点会更香。" },
};
