import { Skeleton, Stack } from '@mantine/core';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Screen } from '../screens.ts';
import { useSession } from '../session.ts';
import { ForbiddenPage } from './PlainPages.tsx';
import { useTellReady } from './ready.ts';

/** No sign of waiting before this, so that a quick screen does not flicker (look.md 2). */
const QUIET_MS = 300;

/** One screen in its place: refused in plain words to who may not see it, grey lines while it is read from disk. */
export function ScreenPlace({ screen, children }: { screen: Screen; children: ReactNode }) {
  const { permissions } = useSession();
  if (screen.permission !== undefined && !permissions.includes(screen.permission)) return <ForbiddenPage title={screen.title} />;
  return (
    <Suspense fallback={<Waiting />}>
      {children}
      <Drawn />
    </Suspense>
  );
}

function Drawn() {
  useTellReady();
  return null;
}

function Waiting() {
  const { formatMessage } = useIntl();
  const [isVisible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isVisible) return null;
  return (
    <Stack p="md" gap="sm" role="status" aria-label={formatMessage({ id: 'common.loading' })}>
      {[40, 100, 96, 98].map((width) => <Skeleton key={width} height={20} width={`${width}%`} />)}
    </Stack>
  );
}
