/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* One entry of a register (core/register.h): what every case has, whatever its register, and
 * so what a definition may name beside its own fields. Those of a register are in its own
 * table (daybook_register_get_table()), which begins with these. */

/* By which way the customer came (IN-04). Stored: append only. */
typedef enum
{
  DAYBOOK_CHANNEL_UNKNOWN,
  DAYBOOK_CHANNEL_SHOP_CHAT,   /* Wangwang, Qianniu and the like: the platform's own */
  DAYBOOK_CHANNEL_PHONE,
  DAYBOOK_CHANNEL_WECHAT,
  DAYBOOK_CHANNEL_WECHAT_ACCOUNT, /* an official account */
  DAYBOOK_CHANNEL_WEB_CHAT,
  DAYBOOK_CHANNEL_EMAIL,
  DAYBOOK_CHANNEL_FORUM,
  DAYBOOK_CHANNEL_QQ,
  DAYBOOK_CHANNEL_SMS,
  DAYBOOK_CHANNEL_STATION_MAIL, /* 站内信 */
  DAYBOOK_CHANNEL_BACK_OFFICE,  /* messages in the shop's back office */
  DAYBOOK_CHANNEL_IN_PERSON,
} DaybookChannel;

/* How urgent it is (AS-04). Stored: append only; none is 0, so that it needs no saying. */
typedef enum
{
  DAYBOOK_URGENCY_NORMAL,
  DAYBOOK_URGENCY_LOW,
  DAYBOOK_URGENCY_HIGH,
  DAYBOOK_URGENCY_URGENT,
} DaybookUrgency;

/* Whether the handler's result was looked at before the customer is told (AS-07).
 * Stored: append only. */
typedef enum
{
  DAYBOOK_RESULT_NONE,
  DAYBOOK_RESULT_TO_REVIEW,
  DAYBOOK_RESULT_ACCEPTED,
  DAYBOOK_RESULT_SENT_BACK,
} DaybookResultReview;

/* Stored: append only. */
typedef enum
{
  DAYBOOK_ANSWER_UNKNOWN,
  DAYBOOK_ANSWER_YES,
  DAYBOOK_ANSWER_NO,
} DaybookAnswer;

enum
{
  DAYBOOK_CASE_DELETED,
  DAYBOOK_CASE_SHOP,
  DAYBOOK_CASE_REGISTER,        /* its key */
  DAYBOOK_CASE_NUMBER,          /* for people: R-A2031; the book gives it */
  DAYBOOK_CASE_STAGE,           /* key of one of the register's stages */
  DAYBOOK_CASE_STAGE_SINCE,
  DAYBOOK_CASE_SUBJECT,           /* what it is about, in a line */
  DAYBOOK_CASE_CONTENT,         /* what the customer says, in full (IN-02, IN-07) */
  DAYBOOK_CASE_CHANNEL,
  DAYBOOK_CASE_ORDER,
  DAYBOOK_CASE_CUSTOMER,
  DAYBOOK_CASE_NAME,            /* of one who is in no customer's file */
  DAYBOOK_CASE_CONTACT,         /* the same one's phone or e-mail (IN-02, IN-10) */
  DAYBOOK_CASE_PLATFORM,
  DAYBOOK_CASE_PLATFORM_NUMBER, /* of the refund or review that it was born from */
  DAYBOOK_CASE_PLATFORM_DEADLINE, /* 超时时间 (OR-16) */
  DAYBOOK_CASE_REASON,          /* key of one of the register's reasons */
  DAYBOOK_CASE_PRIORITY,
  DAYBOOK_CASE_OWNER,           /* stays the customer's contact (AS-06) */
  DAYBOOK_CASE_HANDLER,
  DAYBOOK_CASE_NEED,            /* what is required of the handler (AS-04) */
  DAYBOOK_CASE_EXPECTED_AT,     /* of the handler (AS-04) */
  DAYBOOK_CASE_PROMISED_AT,     /* to the customer (IN-13, TM-03) */
  DAYBOOK_CASE_LEVEL,           /* how far up it went: 0 not at all (AS-10 to AS-12) */
  DAYBOOK_CASE_OPINION,         /* 处理意见 (AS-23) */
  DAYBOOK_CASE_CALL_BACK,       /* 回访人员 (AS-23) */
  DAYBOOK_CASE_RESULT_REVIEW,
  DAYBOOK_CASE_RESULT,
  DAYBOOK_CASE_CAUSE,           /* key of one of the register's causes */
  DAYBOOK_CASE_TOLD,            /* whether the customer was told */
  DAYBOOK_CASE_SATISFIED,
  DAYBOOK_CASE_REOPENED,        /* how often (AS-08) */
  DAYBOOK_CASE_OPENED_AT,
  DAYBOOK_CASE_CLOSED_AT,
  DAYBOOK_CASE_CURRENCY,
  DAYBOOK_CASE_TAGS,            /* words with blanks between them */
  DAYBOOK_CASE_MERGED_INTO,
  DAYBOOK_CASE_N_FIELDS,
};

extern const DaybookTable daybook_cases;

/* Whether the field is given by the book, or follows from the stage: nobody sets it by hand. */
gboolean daybook_case_field_follows (guint field);

/* Of DaybookChannel; ends with a NULL word. */
extern const DaybookWord daybook_channel_words[];
/* Of DaybookAnswer; ends with a NULL word. */
extern const DaybookWord daybook_answer_words[];

G_END_DECLS
