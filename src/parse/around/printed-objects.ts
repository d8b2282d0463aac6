import type { NumberedLine } from '../text/clean-lines.ts';

/** An object of Kubernetes as a text prints it, and the lines that it takes up. */
export interface PrintedObject {
  /** `secretstore/shop/aws-store` */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const NAME = '[a-z0-9][a-z0-9.-]{0,252}';
/** `kubectl describe` writes labels in capitals, with columns; `kubectl get -o yaml` prints the manifest. */
const KIND = /^(?:kind|Kind):\s{1,20}["']?([A-Z][A-Za-z]{2,60})["']?\s*$/;
const DESCRIBED = new RegExp(`^(Name|Namespace):\\s{1,20}(${NAME})\\s*$`);
const IN_METADATA = new RegExp(`^ {2}(name|namespace): ["']?(${NAME})["']?\\s*$`);
/** A key of the object itself, or what is under one. */
const PART = /^(?:[A-Za-z][\w ]{0,40}:(?:\s|$)|[ \t-]|$)/;

/**
 * The objects whose manifest or description is in a text. An object ends where a line stands at the margin that is no key of it.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/
 */
export function printedObjects(lines: readonly NumberedLine[]): readonly PrintedObject[] {
  const found: PrintedObject[] = [];
  let open = new Draft();
  for (const { text, line } of lines) {
    if (!PART.test(text) || text === '---') {
      found.push(...open.objects());
      open = new Draft();
    } else open.add(text, line);
  }
  return [...found, ...open.objects()];
}

/** What the lines of one object have said so far. */
class Draft {
  #first: number | undefined;
  #last = 0;
  #kind: string | undefined;
  #section = '';
  readonly #names = new Map<string, string>();

  add(text: string, line: number): void {
    this.#first ??= line;
    this.#last = line;
    this.#kind ??= KIND.exec(text)?.[1];
    const [, section] = /^([A-Za-z][\w ]{0,40}):/.exec(text) ?? [];
    if (section !== undefined) this.#section = section;
    const [, label, name] =
      DESCRIBED.exec(text) ?? (this.#section === 'metadata' ? IN_METADATA.exec(text) : null) ?? [];
    const key = label?.toLowerCase();
    if (key !== undefined && name !== undefined && !this.#names.has(key)) this.#names.set(key, name);
  }

  objects(): readonly PrintedObject[] {
    const name = this.#names.get('name');
    if (this.#first === undefined || this.#kind === undefined || name === undefined) return [];
    const whole = [this.#kind.toLowerCase(), this.#names.get('namespace'), name].filter((part) => part !== undefined);
    return [{ name: whole.join('/'), from: this.#first, to: this.#last }];
  }
}
