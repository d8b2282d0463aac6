const HEAD = ['what', 'measured', 'last run', 'budget', 'verdict'];

/** The rows as a table for a terminal. A row without `ok` was not measured, and `value` says why. */
export function table(rows) {
  const cells = rows.map(({ name, value, before, budget, ok }) => [
    name,
    String(value),
    before ?? '–',
    String(budget),
    ok === undefined ? 'not measured' : ok ? 'ok' : 'MISSED',
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(HEAD), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}
