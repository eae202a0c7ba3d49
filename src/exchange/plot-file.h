/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "exchange/plot.h"

G_BEGIN_DECLS

/* A plot as a file of its own. */
typedef enum
{
  DAYBOOK_PLOT_PNG,
  DAYBOOK_PLOT_PDF,
  DAYBOOK_PLOT_SVG,
  DAYBOOK_PLOT_CSV, /* its figures */
  DAYBOOK_PLOT_N_FORMATS,
} DaybookPlotFormat;

/* "png", "pdf", "svg", "csv" */
const char *daybook_plot_format_suffix (DaybookPlotFormat   format);
/* The format that the end of a file's name asks for. FALSE: none. */
gboolean    daybook_plot_format_find   (const char         *path,
                                        DaybookPlotFormat  *format);
/* Errors: FORMAT (the name asks for none); as daybook_new_file_keep(). */
gboolean    daybook_plot_save          (const DaybookPlot  *plot,
                                        const char         *path,
                                        GError            **error);

G_END_DECLS
