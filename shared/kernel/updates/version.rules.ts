/** Three numbers; anything behind them (a pre-release) is not taken. */
export const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

/** Less than 0 when the first version is older, more when it is newer, 0 when they are the same (semver.org, numbers only). */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((part) => (a?.[part] ?? 0) !== (b?.[part] ?? 0));
  return at === undefined ? 0 : (a?.[at] ?? 0) - (b?.[at] ?? 0);
}
