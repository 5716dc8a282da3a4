import { createContext, use } from 'react';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { CurrentSession } from '#shared/kernel/session/session.contract.ts';

/** Who sits at the desk; given by the frame, which draws nothing before it is known. */
export const SessionContext = createContext<CurrentSession | null>(null);

/** The signed-in person, the community and the state of the file. */
export function useSession(): CurrentSession {
  const session = use(SessionContext);
  if (!session) throw new Error('a screen was drawn outside the frame');
  return session;
}

/** Whether the person holds a permission. It only decides what is shown: main asks again at every call. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
