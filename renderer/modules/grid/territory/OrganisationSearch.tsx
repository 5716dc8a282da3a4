import { CloseButton, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import classes from './organisations.module.css';

type OrganisationSearchProps = { readonly selectedId: string | null; readonly onSelect: (id: string) => void; /** Shown while nothing is looked for. */ readonly children: ReactNode };

const PAUSE_MS = 200;
const MOST = 50;

/** Finds a node by name, pinyin or code; what was found stands in place of the tree until the box is emptied. */
export function OrganisationSearch({ selectedId, onSelect, children }: OrganisationSearchProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const found = useQuery({ ...api.grid.findOrganisations({ text: asked, limit: MOST }), enabled: asked !== '', placeholderData: keepPreviousData });
  const label = formatMessage({ id: 'territory.organisations-search' });
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        size="xs"
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={text !== '' && <CloseButton size="xs" aria-label={formatMessage({ id: 'territory.search-clear' })} onClick={() => setText('')} />}
        maxLength={50}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          setText('');
        }}
      />
      {asked === '' ? (
        children
      ) : (
        <div>
          <Text size="xs" c="dimmed" role="status"><FormattedMessage id="territory.found" values={{ count: found.data?.length ?? 0, most: MOST }} /></Text>
          {found.data?.map((node) => (
            <UnstyledButton key={node.id} className={classes['found']} data-selected={node.id === selectedId || undefined} aria-current={node.id === selectedId || undefined} onClick={() => onSelect(node.id)}>
              <Text size="sm">{node.name}</Text>
              <Text size="xs" c="dimmed">{[node.path.join(' › '), node.code].filter(Boolean).join(' · ')}</Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Stack>
  );
}
