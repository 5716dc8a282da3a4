/** How large an invented town is: the usual community, a sub-district of a large town, a whole city (domain.md 6). */
export const demoSizes = ['community', 'sub-district', 'city'] as const;
export type DemoSize = (typeof demoSizes)[number];
/** Sizes that take more than one transaction, and long enough to be watched. */
export type LargeSize = Exclude<DemoSize, 'community'>;

/** What a station without a file shows first: a large demo its own making, any other the set-up. */
export const firstState = (demo: DemoSize | null): 'making' | 'first-run' => (demo === null || demo === 'community' ? 'first-run' : 'making');

export const isDemoSize = (word: string): word is DemoSize => (demoSizes as readonly string[]).includes(word);
