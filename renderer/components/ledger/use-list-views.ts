import { useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { columnLayoutSchema } from './column-layout.ts';

/** A named view: which rows, in which order, in which columns. */
export const listViewSchema = z.strictObject({
  filter: z.record(z.string(), z.json()),
  sort: z.strictObject({ field: z.string(), direction: z.enum(['asc', 'desc']) }),
  layout: columnLayoutSchema,
});
export type ListView = z.output<typeof listViewSchema>;
export type NamedView = ListView & { readonly name: string };

/** The person's own views of a list, by name. */
export function useListViews(list: string) {
  const prefix = `${list}/`;
  const stored = useQuery(api.deskState.list({ kind: 'view', prefix }));
  const { mutate: put } = useMutation(api.deskState.put());
  const { mutate: remove } = useMutation(api.deskState.remove());
  const views: NamedView[] = (stored.data ?? []).flatMap((state) => {
    const view = listViewSchema.safeParse(state.value).data;
    return view ? [{ ...view, name: state.key.slice(prefix.length) }] : [];
  });
  return {
    views,
    save: (name: string, view: ListView) => put({ kind: 'view', key: `${prefix}${name}`, value: view }),
    remove: (name: string) => remove({ kind: 'view', key: `${prefix}${name}` }),
  };
}
