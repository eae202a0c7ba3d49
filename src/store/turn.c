/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/turn.h"

#include <fcntl.h>

#ifdef F_OFD_SETLK

/* Behind the byte that the file may come to have. */
#define TURN_BYTE 1

static int
lock_byte (int   file,
           int   command,
           short type,
           short *found)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = TURN_BYTE, .l_len = 1 };
  int code = fcntl (file, command, &lock);

  if (found != NULL)
    *found = lock.l_type;
  return code;
}

void
daybook_turn_ask (int file)
{
  lock_byte (file, F_OFD_SETLK, F_RDLCK, NULL);
}

void
daybook_turn_leave (int file)
{
  lock_byte (file, F_OFD_SETLK, F_UNLCK, NULL);
}

gboolean
daybook_turn_is_asked (int file)
{
  short found = F_UNLCK;

  return lock_byte (file, F_OFD_GETLK, F_WRLCK, &found) != 0 || found != F_UNLCK;
}

#else

void
daybook_turn_ask (int file)
{
}

void
daybook_turn_leave (int file)
{
}

gboolean
daybook_turn_is_asked (int file)
{
  return TRUE;
}

#endif
