import { compactJson } from '../../policy/compact-json.ts';

/** On one line where it fits, else a member a line, and an item of a list a line where the list does not fit. */
export function jsonLines(value: object, width: number): readonly string[] {
  const whole = compactJson(value);
  if (whole.length <= width) return [whole];
  const lines = members(value, width - 2);
  return lines.map((line, index) => `${index === 0 ? '{ ' : '  '}${line}${index === lines.length - 1 ? ' }' : ''}`);
}

/** The members of an object, with a comma behind each but the last. */
function members(value: object, width: number): readonly string[] {
  const entries = Object.entries(value);
  return entries.flatMap(([name, item], index) => {
    const lines = memberLines(name, item, width);
    const comma = index === entries.length - 1 ? '' : ',';
    return lines.map((line, at) => (at === lines.length - 1 ? `${line}${comma}` : line));
  });
}

function memberLines(name: string, item: unknown, width: number): readonly string[] {
  const line = `${JSON.stringify(name)}: ${compactJson(item)}`;
  if (line.length <= width || typeof item !== 'object' || item === null) return [line];
  if (Array.isArray(item)) {
    const items = item.map((each, index) => `  ${compactJson(each)}${index === item.length - 1 ? ' ]' : ','}`);
    return items.length < 2 ? [line] : [`${JSON.stringify(name)}: [`, ...items];
  }
  const inner = members(item, width - 2).map((each) => `  ${each}`);
  return [`${JSON.stringify(name)}: {`, ...inner.slice(0, -1), `${inner.at(-1) ?? ''} }`];
}
