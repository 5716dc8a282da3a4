import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/index.ts';
import type { MatterValues } from './matter-values.ts';

export type Typed = Pick<MatterValues, 'subject' | 'content' | 'place' | 'gridId' | 'kind'>;
const PAUSE_MS = 200;

/** What is typed so far, and what the desk makes of it: places, kinds, and matters that could be the same. */
export function useTyped(first: Typed, exceptId: string | null) {
  const [typed, setTyped] = useState<Typed>(first);
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const words = { ...asked, subject: asked.subject.slice(0, 100), place: asked.place.slice(0, 200), exceptId };
  const says = asked.subject.trim().length >= 2;
  const places = useQuery({ ...api.grid.findMatterPlaces({ text: asked.place.trim().slice(0, 200) }), enabled: asked.place.trim().length >= 2, placeholderData: keepPreviousData });
  const kinds = useQuery({ ...api.grid.suggestMatterKinds(words), enabled: says, placeholderData: keepPreviousData });
  const alike = useQuery({ ...api.grid.findMatterDuplicates(words), enabled: says, placeholderData: keepPreviousData });
  return { typed, asked, type: (values: Partial<Typed>) => setTyped((before) => ({ ...before, ...values })), places: places.data ?? [], kinds: says ? (kinds.data ?? []) : [], alike: says ? (alike.data ?? []) : [] };
}
