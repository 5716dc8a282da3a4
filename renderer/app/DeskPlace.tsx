import { RouterProvider } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { CurrentSession } from '#shared/kernel/session/session.contract.ts';
import { FirstPasswordPage } from './password/FirstPasswordPage.tsx';
import { useKeptPlace } from './kept-place.ts';
import { createDeskRouter } from './router.tsx';
import { SessionContext } from './session.ts';

/** Asks who is signed in, then opens the place they left. A one-time password is changed before anything else is shown. */
export function DeskPlace() {
  const session = useQuery(api.session.getCurrent.read({}));
  if (session.error) return <ErrorNote error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return null;
  return (
    <SessionContext value={session.data}>
      {session.data.mustChangePassword ? <FirstPasswordPage /> : <OpenDesk session={session.data} />}
    </SessionContext>
  );
}

function OpenDesk({ session }: { session: CurrentSession }) {
  const place = useKeptPlace(session.lastPlace);
  return place === null ? null : <RoutedDesk place={place} />;
}

function RoutedDesk({ place }: { place: string }) {
  const [router] = useState(() => createDeskRouter(place));
  return <RouterProvider router={router} />;
}
