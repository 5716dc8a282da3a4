import { Drawer, Kbd, Table, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { acceleratorText } from '#renderer/app/accelerators.ts';
import { useCommands } from '#renderer/app/commands.ts';
import type { MessageId } from '#renderer/i18n/messages.ts';

type KeyboardSheetProps = { readonly opened: boolean; readonly onClose: () => void };
type Line = { readonly keys: string; readonly title: MessageId };

const LISTS: readonly Line[] = [
  { keys: '↑ ↓', title: 'keyboard.list.move' },
  { keys: 'Enter', title: 'keyboard.list.open' },
  { keys: 'F2', title: 'keyboard.list.edit' },
  { keys: 'Del', title: 'keyboard.list.remove' },
  { keys: 'Space', title: 'keyboard.list.peek' },
  { keys: 'Ctrl+Space', title: 'keyboard.list.select' },
  { keys: 'Shift+↑ ↓', title: 'keyboard.list.range' },
  { keys: 'Ctrl+A', title: 'keyboard.list.all' },
  { keys: 'Ctrl+C', title: 'keyboard.list.copy' },
  { keys: 'Shift+F10', title: 'keyboard.list.menu' },
  { keys: 'Ctrl+F', title: 'keyboard.list.find' },
];
const FORMS: readonly Line[] = [
  { keys: 'Ctrl+S', title: 'keyboard.form.save' },
  { keys: 'Ctrl+Enter', title: 'keyboard.form.save-next' },
  { keys: 'Enter', title: 'keyboard.form.enter' },
  { keys: 'Ctrl+Z', title: 'keyboard.form.undo' },
  { keys: 'Esc', title: 'keyboard.form.close' },
  { keys: 'Tab', title: 'keyboard.form.next' },
];

/** Every command of the screen as it stands, and the keys of lists and forms (Ctrl+/). */
export function KeyboardSheet({ opened, onClose }: KeyboardSheetProps) {
  const { formatMessage } = useIntl();
  const commands = useCommands();
  const [text, setText] = useState('');
  const here = commands.map(({ accelerator, title }): Line => ({ keys: accelerator ? acceleratorText(accelerator) : '', title }));
  return (
    <Drawer opened={opened} onClose={onClose} size={420} title={formatMessage({ id: 'keyboard.title' })}>
      <TextInput data-autofocus mb="sm" label={formatMessage({ id: 'keyboard.find' })} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Lines title="keyboard.now" lines={here} text={text} />
      <Lines title="keyboard.lists" lines={LISTS} text={text} />
      <Lines title="keyboard.forms" lines={FORMS} text={text} />
    </Drawer>
  );
}

function Lines({ title, lines, text }: { readonly title: MessageId; readonly lines: readonly Line[]; readonly text: string }) {
  const { formatMessage } = useIntl();
  const shown = lines.filter((line) => `${formatMessage({ id: line.title })} ${line.keys}`.toLowerCase().includes(text.toLowerCase()));
  if (shown.length === 0) return null;
  return (
    <section>
      <Title order={3} mt="md" mb={4}><FormattedMessage id={title} /></Title>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {shown.map((line) => (
            <Table.Tr key={`${line.title} ${line.keys}`}>
              <Table.Td><FormattedMessage id={line.title} /></Table.Td>
              <Table.Td ta="right">{line.keys !== '' && <Kbd>{line.keys}</Kbd>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
