const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', nbsp: ' ' };

/** Undoes the HTML and XML entities that occur in error messages; twice, for XML inside XML. */
export function undoEntities(line: string): string {
  if (!line.includes('&')) return line;
  const once = undoOnce(line);
  return once.includes('&') ? undoOnce(once) : once;
}

function undoOnce(line: string): string {
  return line.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (entity, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? entity;
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
