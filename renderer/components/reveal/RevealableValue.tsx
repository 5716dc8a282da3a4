import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { MaskedNumber } from '#shared/kernel/numbers/numbers.contract.ts';
import { useReveal, type Reveal } from './use-reveal.ts';

type RevealableValueProps = { readonly value: MaskedNumber; /** What whose number it is asks beside; without it there is no eye. */ readonly permission: Permission; readonly label: string; readonly masked: string };

/** A masked number with its eye: the whole number is shown for half a minute to who says why, and that is on record. */
export function RevealableValue({ value, permission, label, masked }: RevealableValueProps) {
  const may = useMay();
  const reveal = useReveal(value);
  const mayReveal = may('numbers.reveal') && may(permission);
  if (masked === '' || !mayReveal) return masked === '' ? '—' : masked;
  return reveal.shown ? <ShownValue reveal={reveal} shown={reveal.shown} /> : <MaskedValue reveal={reveal} field={label} masked={masked} />;
}

const SHORTEST = 2;

function MaskedValue({ reveal, field, masked }: { readonly reveal: Reveal; readonly field: string; readonly masked: string }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const label = formatMessage({ id: 'numbers.reveal' }, { field });
  const isReady = reason.trim().length >= SHORTEST;
  const ask = () => {
    if (!isReady || reveal.isPending) return;
    reveal.ask(reason.trim(), () => {
      setOpen(false);
      setReason('');
    });
  };
  return (
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex">
      <span>{masked}</span>
      <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-start" shadow="sm" trapFocus returnFocus transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <ActionIcon variant="subtle" size="sm" aria-label={label} title={label} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}><IconEye size={16} aria-hidden /></ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              ask();
            }}
          >
            <Stack gap="xs">
              <Text size="sm"><FormattedMessage id="numbers.reveal-note" /></Text>
              <ErrorNote error={reveal.error} />
              <TextInput label={formatMessage({ id: 'common.reason' })} required maxLength={300} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} placeholder={formatMessage({ id: 'numbers.reveal-example' })} />
              <Button type="submit" size="xs" loading={reveal.isPending} disabled={!isReady} style={{ alignSelf: 'end' }}><FormattedMessage id="numbers.reveal-now" /></Button>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function ShownValue({ reveal, shown }: { readonly reveal: Reveal; readonly shown: NonNullable<Reveal['shown']> }) {
  const { formatMessage } = useIntl();
  const { mutate, isSuccess: isCopied } = useMutation(api.session.copyInPassing()); // main clears the clipboard again, whatever becomes of this window
  const put = (): void => mutate({ text: shown.value });
  const copy = formatMessage({ id: isCopied ? 'numbers.reveal-copied' : 'numbers.reveal-copy' });
  const hide = formatMessage({ id: 'numbers.reveal-hide' });
  return (
    <Stack gap={2}>
      <Group component="span" gap={6} wrap="nowrap" display="inline-flex">
        <Text component="strong" size="sm" fw={600} role="status" onCopy={(event) => {
          event.preventDefault();
          put();
        }}>{shown.value}</Text>
        <ActionIcon variant="subtle" size="sm" aria-label={copy} title={copy} onClick={put}>{isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}</ActionIcon>
        <ActionIcon variant="subtle" size="sm" aria-label={hide} title={hide} onClick={reveal.hide}><IconEyeOff size={16} aria-hidden /></ActionIcon>
      </Group>
      <Text size="xs" c="dimmed"><FormattedMessage id="numbers.reveal-left" values={{ seconds: reveal.secondsLeft, left: shown.leftToday }} /></Text>
      {isCopied && <Text size="xs" c="dimmed" role="status">{copy}</Text>}
    </Stack>
  );
}
