import { readdirSync, readFileSync } from 'node:fs';

/** Numbers of a process and of everything it started, directly or not. A process that ended meanwhile is left out. */
function familyOf(root: number): Set<number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = textOf(`/proc/${name}/status`);
    parents.set(Number(name), Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1] ?? 0));
  }
  const family = new Set([root]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return family;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Proportional set size in MiB of a program's whole family: memory that several processes share is counted once. Linux only. */
export function familyMiB(root: number): number {
  if (process.platform !== 'linux') throw new Error('the memory of all processes of a program can be read on Linux only');
  const sizes = [...familyOf(root)].map((id) => Number(/^Pss:\s+(\d+) kB$/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0));
  return sizes.reduce((total, size) => total + size, 0) / 1024;
}
