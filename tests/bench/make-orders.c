/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

/* Writes a Tmall order export of N made-up orders to standard output, as large
 * as the bench needs it: the same N and seed give the same bytes. */

static const char *const SURNAMES[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗", "高",
};
static const char *const GIVEN[] = {
  "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
};
static const char *const ADJECTIVES[] = {
  "红色", "蓝色", "白色", "黑色", "加厚", "夏季", "秋冬", "新款", "宽松", "修身", "复古", "简约",
};
static const char *const THINGS[] = {
  "连衣裙", "牛仔裤", "衬衫", "保温杯", "帆布鞋", "围巾", "双肩包", "台灯", "床单", "茶具", "手机壳", "毛衣",
};
static const char *const CITIES[] = {
  "上海 上海市 浦东新区", "江苏省 扬州市 广陵区", "广东省 东莞市 null", "浙江省 杭州市 西湖区", "四川省 成都市 武侯区",
};
static const char *const COURIERS[] = { "顺丰速运", "中通快递", "圆通速递", "韵达快递" };

#define PICK(list, random) ((list)[(random) % G_N_ELEMENTS (list)])
#define FIRST_DAY G_GINT64_CONSTANT (1704067200) /* 2024-01-01 */
#define SECONDS (700 * 86400)

static guint32
next (guint64 *state)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint32) (*state >> 33);
}

static void
print_time (gint64 moment)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (moment);

  printf ("%04d-%02d-%02d %02d:%02d:%02d", g_date_time_get_year (time), g_date_time_get_month (time),
          g_date_time_get_day_of_month (time), g_date_time_get_hour (time), g_date_time_get_minute (time),
          g_date_time_get_second (time));
}

static void
print_order (guint64 i,
             guint64 n,
             guint64 *state)
{
  guint32 buyer = next (state) % (guint32) MAX (1, n * 6 / 10);
  guint32 who = buyer * 2654435761u;
  guint32 what = next (state);
  guint32 price = 1990 + what % 50000;
  guint32 fate = next (state) % 100;
  gint64 created = FIRST_DAY + SECONDS - (gint64) (i * SECONDS / n); /* newest first, as exports are */
  gboolean paid = fate >= 8, shipped = fate >= 10;

  printf ("=\"%" G_GUINT64_FORMAT "\",买家%u,%u.%02u,0.00,%u.%02u,%u.%02u,", G_GUINT64_CONSTANT (2690000000000000000) + i * 7919 + what % 7919,
          buyer, price / 100, price % 100, price / 100, price % 100, paid ? price / 100 : 0, paid ? price % 100 : 0);
  printf ("%s,%s,%s%s%s,%s 文化路%u号,", fate < 4 ? "等待买家付款" : fate < 8 ? "交易关闭" : fate < 10 ? "买家已付款，等待卖家发货"
          : fate < 20 ? "卖家已发货，等待买家确认" : "交易成功", what % 11 == 0 ? "请尽快发货" : "",
          PICK (SURNAMES, who), PICK (GIVEN, who >> 8), PICK (GIVEN, who >> 16), PICK (CITIES, who), who % 300);
  printf ("'138%08u,", who % 100000000);
  print_time (created);
  printf (",");
  if (paid)
    print_time (created + 60);
  printf (",%s%s %s%s,1,", PICK (ADJECTIVES, what >> 4), PICK (THINGS, what >> 8), PICK (ADJECTIVES, what >> 12),
          PICK (THINGS, what >> 16));
  if (shipped)
    printf ("SF1%010u,%s", what, PICK (COURIERS, what));
  else
    printf (",");
  printf (",%s,1,一号店,\r\n", what % 7 == 0 ? "小王 已核对" : "");
}

int
main (int    argc,
      char **argv)
{
  guint64 n = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 1000;
  guint64 state = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 1;

  puts ("订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,买家留言,收货人姓名,收货地址 ,联系手机,"
        "订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺名称,订单关闭原因\r");
  for (guint64 i = 0; i < n; i++)
    print_order (i, n, &state);

  return EXIT_SUCCESS;
}
