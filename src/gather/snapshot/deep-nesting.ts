import { SnapshotError } from './snapshot-error.ts';

/** AWS's own JSON is about ten levels deep, a snapshot's about twenty. */
const DEEPEST = 200;

/** Throws for JSON that is nested so deeply that no recursion over it would be safe. Linear, and not recursive itself. */
export function refuseDeepNesting(json: unknown): void {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new SnapshotError(
        `The file is nested more than ${DEEPEST} levels deep, which no snapshot is: pass the file that --record wrote.`,
        '',
      );
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const child of Object.values(value)) if (typeof child === 'object') next.push(child);
    }
    level = next;
  }
}
