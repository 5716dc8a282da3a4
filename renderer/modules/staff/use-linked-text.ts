import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';

const linkSchema = z.object({ text: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined) });

/** A find of the search box names this list's words as `?text=…`; the list keeps them in its own short form. */
export function useLinkedText(): void {
  const { text } = linkSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  useEffect(() => {
    if (text !== undefined) void navigate({ to: '.', search: { f: { text } } as never, replace: true }); // the router's search type is that of all screens together
  }, [text, navigate]);
}
