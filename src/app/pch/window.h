/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once for each library (meson.build, `c_pch`). Every file includes what it needs itself; -Db_pch=false shows it. */
#include <adwaita.h>
