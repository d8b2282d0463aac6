/** The length of a window, and so of the shortest needle. The longer it is, the more of a log is skipped. */
export const WINDOW = 8;
/** How many bytes at the end of a window the search looks at. */
export const BLOCK = 3;

/** What most log lines consist of. A window that ends with three letters of this would be compared again and again in vain. */
const ORDINARY =
  '2024-01-01T10:00:00.000Z INFO WARN ERROR DEBUG info warning error debug trace level time timestamp message msg request response ' +
  'status completed failed duration bytes size user users session sessions id key cache query rows topic service server client host ' +
  'port path method get post put http https started finished running building creating created still complete read refreshing state ' +
  'resource data module version image container pod node name type value true false null the of and in to for with on by at from is ' +
  'was not been has are this that expires expired published execution connection connected closed timeout retry attempt thread main ' +
  'job step task run test done took count total file line permission authorization position assess ready tree are more core';

/**
 * Where the two windows of a needle begin. There are two because a line may be wrapped inside of one. They overlap as little as the
 * length of the needle allows, and their ends are as rare in logs as can be.
 */
export function windowsOf(needle: Buffer): number[] {
  const text = needle.toString('latin1');
  const costs: number[] = [];
  for (let start = 0; start + WINDOW <= text.length; start += 1) {
    costs.push(commonnessOf(text.slice(start, start + WINDOW)));
  }
  const apart = Math.min(WINDOW, costs.length - 1);
  let best = { cost: Number.POSITIVE_INFINITY, starts: [...costs.keys()].slice(0, 1) };
  let later = costs.length - 1;
  for (let start = later - apart; start >= 0 && apart > 0; start -= 1) {
    if (costAt(costs, start + apart) < costAt(costs, later)) later = start + apart;
    const cost = costAt(costs, start) + costAt(costs, later);
    if (cost < best.cost) best = { cost, starts: [start, later] };
  }
  return best.starts;
}

function costAt(costs: readonly number[], start: number): number {
  return costs[start] ?? Number.POSITIVE_INFINITY;
}

function commonnessOf(window: string): number {
  let sum = 0;
  for (let offset = 0; offset <= WINDOW - BLOCK; offset += 1) {
    const times = ordinaryBlocks().get(window.slice(offset, offset + BLOCK)) ?? 0;
    sum += offset === WINDOW - BLOCK ? times * 20 : times;
  }
  return sum;
}

let blocks: ReadonlyMap<string, number> | undefined;

function ordinaryBlocks(): ReadonlyMap<string, number> {
  if (blocks === undefined) {
    const times = new Map<string, number>();
    for (let at = 0; at + BLOCK <= ORDINARY.length; at += 1) {
      const block = ORDINARY.slice(at, at + BLOCK);
      times.set(block, (times.get(block) ?? 0) + 1);
    }
    blocks = times;
  }
  return blocks;
}
