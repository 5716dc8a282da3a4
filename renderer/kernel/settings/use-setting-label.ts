import { useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import { stationSettingsSchema, type StationSettings } from '#shared/kernel/settings/settings.contract.ts';

export type SettingName = keyof StationSettings;
const isSetting = (field: string): field is SettingName => Object.hasOwn(stationSettingsSchema.shape, field);

/** The label above a rule, also used in the sum of errors and in its history. */
export function useSettingLabel(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => (isSetting(field) ? formatMessage({ id: messageId(`settings.field.${field}`) }) : field);
}
