import { Anchor, type AnchorProps } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type PlaceLinkProps = AnchorProps & { /** A place as main names it: path and, after `?`, what is already filtered. */ readonly to: string; readonly onOpen?: () => void; readonly children: ReactNode };

/** A link to a place that is known only as text, with its filter. */
export function PlaceLink({ to, onOpen, children, ...rest }: PlaceLinkProps) {
  const { history } = useRouter();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    history.push(to);
    onOpen?.();
  };
  return <Anchor {...rest} href={history.createHref(to)} onClick={open}>{children}</Anchor>;
}
