import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PageHeaderProps = { title: string; /** Small facts beside the title, e.g. how many. */ aside?: ReactNode; actions?: ReactNode };

/** The title row of a screen: its name at the left, what can be done with all of it at the right. */
export function PageHeader({ title, aside, actions }: PageHeaderProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md" mih={36}>
      <Group gap="sm" wrap="nowrap" align="baseline" miw={0}>
        <Title order={1} fz={18} lh={1.5} lineClamp={1} title={title}>{title}</Title>
        {aside}
      </Group>
      {actions}
    </Group>
  );
}
