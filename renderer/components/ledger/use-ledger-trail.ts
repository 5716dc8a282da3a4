import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { moveTrail, trailOf, type Trail } from './ledger-memory.ts';
import type { LedgerRecord } from './ledger-list.ts';
import { WINDOW } from './use-row-windows.ts';

type Step = -1 | 1;

export type LedgerTrail = {
  /** Place in the list, from 0, and how many rows the list had. */
  readonly index: number;
  readonly count: number;
  /** Opens the neighbour's sheet in place of this one; absent at the ends of the list. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
};

/**
 * Where a neighbour stands. When the sheet's own row has left the list since (it no longer matches), the following one has moved up
 * into its place.
 */
export async function neighbour(trail: Trail, step: Step, rowAt: (index: number) => Promise<LedgerRecord | undefined>): Promise<{ readonly index: number; readonly id: string } | null> {
  const here = await rowAt(trail.index);
  const index = step === 1 && here?.id !== trail.id ? trail.index : trail.index + step;
  const row = index < 0 ? undefined : await rowAt(index);
  return row ? { index, id: row.id } : null;
}

/** Previous and next from a record's sheet, in the order and with the conditions of the list it was opened from; null when it was opened from elsewhere. */
export function useLedgerTrail(list: string): LedgerTrail | null {
  const { id } = useParams({ strict: false }) as { id?: string }; // a sheet's route carries the record's id
  const navigate = useNavigate();
  const client = useQueryClient();
  const trail = id === undefined ? null : trailOf(list, id);
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ from, step }: { readonly from: Trail; readonly step: Step }) => {
      const found = await neighbour(from, step, async (index) => (await from.read(client, Math.floor(index / WINDOW)))[index % WINDOW]);
      if (!found) return;
      moveTrail(from, found.index, found.id);
      await navigate({ to: '.', params: ((old: object) => ({ ...old, id: found.id })) as never, replace: true }); // the router's parameters are those of all screens together
    },
  });
  if (!trail) return null;
  const go = (step: Step) => () => {
    if (!isPending) mutate({ from: trail, step });
  };
  return { index: trail.index, count: trail.count, previous: trail.index > 0 ? go(-1) : null, next: trail.index + 1 < trail.count ? go(1) : null };
}
