/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/preferences.h"

#include "app/common/borrow-actions.h"
#include "app/compat/toasts.h"
#include "app/settings/answers-group.h"
#include "app/settings/backup-group.h"
#include "app/settings/calls-group.h"
#include "app/settings/confidence-group.h"
#include "app/settings/data-group.h"
#include "app/settings/days-group.h"
#include "app/settings/grades-group.h"
#include "app/settings/guard-group.h"
#include "app/settings/hours-group.h"
#include "app/settings/look-group.h"
#include "app/settings/pattern-group.h"
#include "app/settings/people-group.h"
#include "app/settings/ledger-group.h"
#include "app/settings/place-group.h"
#include "app/settings/registers-group.h"
#include "app/settings/reminder-group.h"
#include "app/settings/retention-group.h"
#include "app/settings/rules-group.h"
#include "app/settings/shifts-group.h"
#include "app/settings/shop-group.h"
#include "app/settings/watch-group.h"
#include "app/settings/words-page.h"
#include "core/presence.h"

struct _DaybookPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesPage  *shop_page;
  AdwPreferencesPage  *vips_page;
  AdwPreferencesPage  *data_page;
  DaybookShopGroup    *shop_group;
  DaybookPeopleGroup  *people_group;
  DaybookAnswersGroup *channels_group;
  DaybookAnswersGroup *accounts_group;
  DaybookShiftsGroup  *shifts_group;
  DaybookPatternGroup *pattern_group;
  DaybookRegistersGroup *registers_group;
  DaybookLedgerGroup     *ledger_group;
  DaybookReminderGroup *reminder_group;
  DaybookHoursGroup   *hours_group;
  DaybookDaysGroup    *days_group;
  DaybookRulesGroup   *rules_group;
  DaybookRulesGroup   *follow_ups_group;
  DaybookCallsGroup   *calls_group;
  DaybookGradesGroup  *grades_group;
  DaybookGuardGroup   *guard_group;
  DaybookConfidenceGroup *confidence_group;
  DaybookPlaceGroup *place_group;
  DaybookRetentionGroup *retention_group;
  DaybookWatchGroup   *watch_group;
  DaybookDataGroup    *data_group;
  DaybookBackupGroup  *backup_group;

  DaybookStore        *store; /* owned */
};

G_DEFINE_FINAL_TYPE (DaybookPreferences, daybook_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
on_words_left (DaybookPreferences *self)
{
  adw_preferences_window_close_subpage (ADW_PREFERENCES_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->guard_group));
}

static void
on_words_wanted (DaybookPreferences *self)
{
  GtkWidget *page = daybook_words_page_new (self->store);

  g_signal_connect_object (page, "left", G_CALLBACK (on_words_left), self, G_CONNECT_SWAPPED);
  adw_preferences_window_present_subpage (ADW_PREFERENCES_WINDOW (self), page);
  daybook_words_page_begin (DAYBOOK_WORDS_PAGE (page));
}

static void
daybook_preferences_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_PREFERENCES (object)->store);

  G_OBJECT_CLASS (daybook_preferences_parent_class)->dispose (object);
}

static void
daybook_preferences_class_init (DaybookPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_preferences_dispose;
  g_type_ensure (DAYBOOK_TYPE_ANSWERS_GROUP);
  g_type_ensure (DAYBOOK_TYPE_BACKUP_GROUP);
  g_type_ensure (DAYBOOK_TYPE_CALLS_GROUP);
  g_type_ensure (DAYBOOK_TYPE_DATA_GROUP);
  g_type_ensure (DAYBOOK_TYPE_DAYS_GROUP);
  g_type_ensure (DAYBOOK_TYPE_GRADES_GROUP);
  g_type_ensure (DAYBOOK_TYPE_GUARD_GROUP);
  g_type_ensure (DAYBOOK_TYPE_HOURS_GROUP);
  g_type_ensure (DAYBOOK_TYPE_LOOK_GROUP);
  g_type_ensure (DAYBOOK_TYPE_LEDGER_GROUP);
  g_type_ensure (DAYBOOK_TYPE_PATTERN_GROUP);
  g_type_ensure (DAYBOOK_TYPE_PEOPLE_GROUP);
  g_type_ensure (DAYBOOK_TYPE_REGISTERS_GROUP);
  g_type_ensure (DAYBOOK_TYPE_REMINDER_GROUP);
  g_type_ensure (DAYBOOK_TYPE_RULES_GROUP);
  g_type_ensure (DAYBOOK_TYPE_SHIFTS_GROUP);
  g_type_ensure (DAYBOOK_TYPE_SHOP_GROUP);
  g_type_ensure (DAYBOOK_TYPE_CONFIDENCE_GROUP);
  g_type_ensure (DAYBOOK_TYPE_PLACE_GROUP);
  g_type_ensure (DAYBOOK_TYPE_RETENTION_GROUP);
  g_type_ensure (DAYBOOK_TYPE_WATCH_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, shop_page);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, vips_page);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, data_page);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, shop_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, people_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, channels_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, accounts_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, shifts_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, pattern_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, registers_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, ledger_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, reminder_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, hours_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, days_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, rules_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, follow_ups_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, calls_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, grades_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, guard_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, confidence_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, place_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, retention_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, watch_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, data_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookPreferences, backup_group);
  gtk_widget_class_bind_template_callback (widget_class, on_words_wanted);
}

static void
daybook_preferences_init (DaybookPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_toasts_mend (GTK_WIDGET (self));
}

GtkWindow *
daybook_preferences_new (GtkWindow              *parent,
                         DaybookStore           *store,
                         DaybookPreferencesPage  page)
{
  /* The registers' editors are the window's. */
  static const char *const ACTIONS[] = { "undo-act", "new-register", "take-register", "edit-register-of", NULL };
  DaybookPreferences *self = g_object_new (DAYBOOK_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  daybook_borrow_actions (GTK_WIDGET (self), parent, ACTIONS);
  daybook_shop_group_set_store (self->shop_group, store);
  daybook_people_group_set_store (self->people_group, store);
  daybook_answers_group_set_store (self->channels_group, store, &daybook_channel_people);
  daybook_answers_group_set_store (self->accounts_group, store, &daybook_sub_accounts);
  daybook_shifts_group_set_store (self->shifts_group, store);
  daybook_pattern_group_set_store (self->pattern_group, store);
  daybook_registers_group_set_store (self->registers_group, store);
  daybook_calls_group_set_store (self->calls_group, store);
  daybook_ledger_group_set_store (self->ledger_group, store);
  daybook_reminder_group_set_store (self->reminder_group, store);
  daybook_hours_group_set_store (self->hours_group, store);
  daybook_days_group_set_store (self->days_group, store);
  daybook_rules_group_set_store (self->rules_group, store);
  daybook_rules_group_set_store (self->follow_ups_group, store);
  daybook_grades_group_set_store (self->grades_group, store);
  daybook_guard_group_set_store (self->guard_group, store);
  daybook_confidence_group_set_store (self->confidence_group, store);
  daybook_place_group_set_store (self->place_group, store);
  daybook_retention_group_set_store (self->retention_group, store);
  daybook_watch_group_set_store (self->watch_group, store);
  daybook_data_group_set_store (self->data_group, store);
  daybook_backup_group_set_store (self->backup_group, store);
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self),
                                           page == DAYBOOK_PREFERENCES_DATA   ? self->data_page
                                           : page == DAYBOOK_PREFERENCES_VIPS ? self->vips_page
                                                                              : self->shop_page);
  return GTK_WINDOW (self);
}
