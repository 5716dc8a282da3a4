import { Anchor, type AnchorProps } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type PlaceLinkProps = AnchorProps & { to: string; children: ReactNode; 'aria-label'?: string };

/** A link to a place of the desk given as text, its search part included. */
export function PlaceLink({ to, children, ...anchor }: PlaceLinkProps) {
  const { history } = useRouter();
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    history.push(to);
  };
  return <Anchor {...anchor} href={history.createHref(to)} onClick={open}>{children}</Anchor>;
}
