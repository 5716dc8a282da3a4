import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useComposing } from '#renderer/components/composing/use-composing.ts';
import { Marked, markedInName } from '#renderer/components/marked/Marked.tsx';
import classes from './palette.module.css';
import { usePaletteEntries, type PaletteEntry } from './use-palette-entries.ts';

/** A pause in typing this long asks main. */
const PAUSE_MS = 120;

type PaletteProps = { readonly opened: boolean; readonly onClose: () => void };

/** One box for everything: people and places of the register, the desk's screens, and what can be done here (Ctrl+K). */
export function Palette({ opened, onClose }: PaletteProps) {
  const { formatMessage } = useIntl();
  return (
    <Modal opened={opened} onClose={onClose} size="lg" padding={0} yOffset="8vh" withCloseButton={false} attributes={{ content: { 'aria-label': formatMessage({ id: 'palette.title' }) } }}>
      {opened && <PaletteBox onClose={onClose} />}
    </Modal>
  );
}

function PaletteBox({ onClose }: Pick<PaletteProps, 'onClose'>) {
  const { formatMessage } = useIntl();
  const id = useId();
  const [text, setText] = useState('');
  const { isComposing, listeners } = useComposing();
  const [composed, setComposed] = useState('');
  const [asked] = useDebouncedValue(isComposing ? composed : text.trim(), PAUSE_MS);
  const [chosen, setChosen] = useState(0);
  const { groups, remember } = usePaletteEntries(asked);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(chosen, Math.max(0, entries.length - 1));

  const take = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    if (entry.isFound) remember(asked);
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setChosen((at + step + entries.length) % entries.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      take(entries[at]);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        className={classes['box']}
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={formatMessage({ id: 'palette.placeholder' })}
        aria-label={formatMessage({ id: 'palette.title' })}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={entries[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (!isComposing) setComposed(event.currentTarget.value.trim());
          setChosen(0);
        }}
        {...listeners}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={formatMessage({ id: 'palette.title' })} className={classes['list']}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={formatMessage({ id: group.title })}>
            <div className={classes['title']} aria-hidden><FormattedMessage id={group.title} /></div>
            {group.entries.map((entry) => {
              const index = entries.indexOf(entry);
              return (
                <div
                  key={entry.key}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={classes['entry']}
                  ref={(element) => void (index === at && element?.scrollIntoView({ block: 'nearest' }))}
                  onMouseMove={() => setChosen(index)}
                  onClick={() => take(entry)}
                >
                  <span className={classes['name']}><Marked text={entry.title} marked={entry.isFound ? markedInName(entry.title, asked) : asked} /></span>
                  <span className={classes['detail']}><Marked text={entry.detail} marked={asked} /></span>
                  <span className={classes['kind']}>{entry.kind}</span>
                </div>
              );
            })}
          </div>
        ))}
        {entries.length === 0 && asked !== '' && asked === text.trim() && <Text size="sm" p="md"><FormattedMessage id="palette.none" values={{ text: asked }} /></Text>}
      </div>
      <div className={classes['hint']}><FormattedMessage id="palette.hint" /></div>
    </>
  );
}
