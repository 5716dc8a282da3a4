import { performance } from 'node:perf_hooks';

type Work = () => unknown;
export type Pair = { readonly measured: number[]; readonly reference: number[] };

/** Milliseconds of one run of `work`, its promise included. */
export async function timed(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds of both, taken in turn and with the order changed every round, so that whatever else the machine does meanwhile falls on
 * both alike. The first `warmUp` rounds are not kept.
 */
export async function inTurn({ rounds, warmUp }: { readonly rounds: number; readonly warmUp: number }, measured: Work, reference: Work): Promise<Pair> {
  const kept: Pair = { measured: [], reference: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const isReferenceFirst = round % 2 !== 0;
    const first = await timed(isReferenceFirst ? reference : measured);
    const second = await timed(isReferenceFirst ? measured : reference);
    if (round < 0) continue;
    kept.measured.push(isReferenceFirst ? second : first);
    kept.reference.push(isReferenceFirst ? first : second);
  }
  return kept;
}
