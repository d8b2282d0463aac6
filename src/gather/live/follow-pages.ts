import { type Fields, listOf, textOf } from '../ask/fields.ts';
import type { CallEntry } from '../calls/call-entry.ts';

/** No list that denytrace reads has nearly as many pages: a server that sends more never ends. */
const MOST_PAGES = 500;

/** An answer that does not have the form that AWS's API declares. */
class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}

/**
 * Reads all pages of a list as one answer. A page may be empty and have a next one. Throws a MalformedAnswer if a page is missing: part
 * of a list is no answer.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html
 */
export async function followPages(
  { list, paging }: Pick<CallEntry, 'list' | 'paging'>,
  input: Fields,
  send: (input: Fields) => Promise<Fields>,
): Promise<Fields> {
  if (paging === undefined || list === undefined) return contentOf(await send(input));
  const { tokenIn, tokenOut, pageSize } = paging;
  const asked = { ...pageSize, ...input };
  const first = contentOf(await send(asked));
  const elements = [...elementsOf(first, list)];
  const seen = new Set<string>();
  let token = nextToken(first, tokenOut);
  while (token !== undefined) {
    if (seen.has(token) || seen.size >= MOST_PAGES) throw new MalformedAnswer(`the pages of ${list} do not end`);
    seen.add(token);
    const page = contentOf(await send({ ...asked, [tokenIn]: token }));
    elements.push(...elementsOf(page, list));
    token = nextToken(page, tokenOut);
  }
  const { [tokenOut]: _token, IsTruncated: _truncated, ...rest } = first;
  return { ...rest, [list]: elements };
}

/** The answer without what the SDK adds. Throws a MalformedAnswer for an empty one: AWS gives none, so something else answered. */
function contentOf({ $metadata: _, ...content }: Fields): Fields {
  if (Object.values(content).every((value) => value === undefined))
    throw new MalformedAnswer('an answer without content');
  return content;
}

function elementsOf(page: Fields, list: string): readonly unknown[] {
  const elements = listOf(page[list]);
  if (elements === undefined) throw new MalformedAnswer(`an answer without ${list}`);
  return elements;
}

function nextToken(page: Fields, tokenOut: string): string | undefined {
  const token = textOf(page[tokenOut]);
  if (token !== undefined && token !== '') return token;
  if (page['IsTruncated'] === true) throw new MalformedAnswer('more pages are promised, but not where they are');
  return undefined;
}
