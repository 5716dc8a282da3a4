import { List } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import type { PasswordReason } from '#shared/kernel/session/password.rules.ts';

const SHOWN: readonly PasswordReason[] = ['too-short', 'needs-classes', 'common', 'contains-name'];

type PasswordRulesProps = { id: string; isTyped: boolean; problems: readonly PasswordReason[] };

/** What a password must be, each rule ticked off while it is typed; rarer refusals appear only when they happen. */
export function PasswordRules({ id, isTyped, problems }: PasswordRulesProps) {
  const rules = [...SHOWN, ...problems.filter((problem) => !SHOWN.includes(problem))];
  return (
    <List id={id} size="sm" spacing={2} aria-live="polite">
      {rules.map((rule) => {
        const isMet = isTyped && !problems.includes(rule);
        return (
          <List.Item key={rule} c={isMet ? 'green' : 'dimmed'} icon={isMet ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleDashed size={16} aria-hidden />}>
            <FormattedMessage id={messageId(`password.reason.${rule}`)} />{' '}
            <FormattedMessage id={isMet ? 'frame.password.met' : 'frame.password.unmet'} />
          </List.Item>
        );
      })}
    </List>
  );
}
