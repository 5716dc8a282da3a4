import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';

type SaveButtonProps = ButtonProps & { pending: boolean; /** Counts up, or changes, with every success. */ savedAt: number; children: ReactNode; onClick?: () => void; type?: 'submit' | 'button' };

const CHECK_MS = 1000;

/** The filled button of a form. What was saved shows a check in it for a second; no message appears (look.md 6). */
export function SaveButton({ pending, savedAt, children, type = 'submit', ...button }: SaveButtonProps) {
  const [shownFor, setShownFor] = useState(savedAt);
  useEffect(() => {
    if (savedAt === shownFor) return undefined;
    const timer = setTimeout(() => setShownFor(savedAt), CHECK_MS);
    return () => clearTimeout(timer);
  }, [savedAt, shownFor]);
  return <Button {...button} type={type} loading={pending} {...(savedAt !== shownFor && { leftSection: <IconCheck size={16} aria-hidden /> })}>{children}</Button>;
}
