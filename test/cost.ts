/** The least processor time of some runs, in microseconds: what the work takes, whatever else the machine does. */
export function cost(work: () => void, times = 2): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return least;
}
