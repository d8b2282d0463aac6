/** A tag of a page. */
interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A page as a reader of HTML that forgives nothing finds it. */
export interface Parsed {
  /** Every opening tag, in order. */
  readonly tags: readonly Tag[];
  /** What stands between the tags, with its references resolved. */
  readonly text: string;
  /** The content of its `<style>`. */
  readonly style: string;
}

const VOID = ['meta', 'path', 'circle', 'rect'];
const PARTS = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|([^<>]+)/g;
const REFERENCES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);

/** Throws for a tag that is not closed where it should be, an attribute without quotes, a bare `<`, `>` or `&`. */
export function parsePage(page: string): Parsed {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const source = page.replace('<!doctype html>', '').replace(style, '');
  const tags: Tag[] = [];
  const open: string[] = [];
  let text = '';
  let end = 0;
  for (const part of source.matchAll(PARTS)) {
    const [whole, slash, name = '', attributes = '', selfClosed, words] = part;
    if (part.index !== end) throw new Error(`not HTML: ${source.slice(end, end + 80)}`);
    end += whole.length;
    if (words !== undefined) text += resolved(words);
    else if (slash === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes what is not open`);
    } else {
      tags.push({ name, attributes: attributesOf(attributes) });
      if (!VOID.includes(name) && selfClosed === '') open.push(name);
    }
  }
  if (end !== source.length || open.length > 0) throw new Error(`not closed: ${open.join(', ')}`);
  return { tags, text, style };
}

/** The text of the first `<section>` of a class, of a page that has one. No section holds another. */
export function partOf(page: string, name: string): string {
  const [part] = new RegExp(`<section class="${name}">.*?</section>`, 's').exec(page) ?? [];
  if (part === undefined) throw new Error(`no section ${name}`);
  return parsePage(part).text;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(written.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, resolved(value)]),
  );
}

function resolved(written: string): string {
  return written.replace(/&[^;]{0,8};?/g, (reference) => {
    const character = REFERENCES.get(reference);
    if (character === undefined) throw new Error(`a bare ${reference}`);
    return character;
  });
}
