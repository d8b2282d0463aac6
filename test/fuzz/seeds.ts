import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../parse/fixtures');

/** The texts of all fixtures of the parser: real messages, and those written for tests. */
export const SEEDS: readonly string[] = readdirSync(FIXTURES).toSorted().flatMap(textsIn);

function textsIn(name: string): readonly string[] {
  const content = readFileSync(join(FIXTURES, name), 'utf8');
  if (name.endsWith('.jsonl')) return content.split('\n').flatMap(textOfLine);
  if (!name.endsWith('.txt')) return [];
  return content
    .split(/^### .*\n/m)
    .slice(1)
    .map((part) => part.replace(/^=> .*\n?/gm, ''));
}

function textOfLine(line: string): readonly string[] {
  if (line === '') return [];
  const { text }: { readonly text?: unknown } = JSON.parse(line);
  return typeof text === 'string' ? [text] : [];
}
