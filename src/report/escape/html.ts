import { visible } from './visible.ts';

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Words with values of others in them, as nothing but words: inside an element, and inside an attribute in quotes. */
function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}

/** HTML in which everything from outside is escaped: only `html` makes it, so no text can be taken for it. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** `ours` is a constant of this program. */
  static of(ours: string): Markup {
    return new Markup(ours);
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text is escaped, markup is not, a list is joined, null is left out. */
type Part = string | number | Markup | null | readonly Part[];

/** A template of HTML. Every value in it is escaped unless it is markup itself. */
export function html(constants: TemplateStringsArray, ...values: readonly Part[]): Markup {
  const written = constants.map((constant, index) => `${constant}${writtenPart(values[index] ?? null)}`);
  return Markup.of(written.join(''));
}

function writtenPart(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(writtenPart).join('');
}
