/** `1 cause`, `2 causes`, `no causes`. */
export function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The first few of a list, and how many more there are. */
export function someOf(list: readonly string[], most = 3): string {
  const more = list.length - most;
  return more > 0 ? `${list.slice(0, most).join(', ')} and ${more} more` : list.join(', ');
}
