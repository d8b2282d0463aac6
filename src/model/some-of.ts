/** The first few of a list, and how many more there are: `a, b, c and 2 more`. */
export function someOf(list: readonly string[], most = 3): string {
  const more = list.length - most;
  return more > 0 ? `${list.slice(0, most).join(', ')} and ${more} more` : list.join(', ');
}
