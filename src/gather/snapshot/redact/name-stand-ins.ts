import { isAwsOwn } from './aws-own-names.ts';
import { cutPoints, Fragments } from './fragments.ts';

/** The parts of a name: a policy variable, a wildcard, a run of letters and digits, or what is between such runs. */
const PARTS = /\$\{[^}]{0,256}\}|[*?]|[\p{L}\p{N}]{1,256}|[^\p{L}\p{N}]/gu;
const PIECE = /^[\p{L}\p{N}]/u;
const HEX = /^[0-9a-f]{16}$/;
/** Ids inside names, which have stand-ins of their own. */
const ID = /^(?:\d{12}|A[A-Z]{3}[A-Z0-9]{12,124})$/;
const PREFIX = 'name';

/**
 * Stand-ins for names, piece by piece: `prod-deploy` becomes `name1-name2`, and the pattern `prod-*` becomes `name1-*`, so that it
 * matches the same names as before. Pieces are numbered in the order in which they come. All numbers have the same width, so that no
 * stand-in is the beginning of another one. Names that differ only by case still do. One thing is lost:
 * a `?` matches a single letter, and stand-ins do not keep single letters.
 */
export class NameStandIns {
  readonly #names = new Set<string>();
  readonly #fragments = new Fragments();
  readonly #numbers = new Map<string, number>();
  readonly #spellings = new Map<string, string[]>();
  #width = 0;

  /** Notes a name. All names must be noted before the first is replaced, because they decide how pieces are cut. */
  note(name: string): void {
    this.#names.add(name);
  }

  isKnown(name: string): boolean {
    return this.#names.has(name);
  }

  /** Numbers the pieces of all names that were noted. */
  seal(): void {
    for (const name of this.#names) this.#fragments.add(partsOf(name));
    for (const name of this.#names)
      for (const part of isAwsOwn(name) ? [] : partsOf(name))
        if (PIECE.test(part)) for (const piece of this.#cut(part)) if (!isKept(piece)) this.#number(piece);
    this.#width = String(this.#numbers.size).length;
  }

  /** The stand-in for a name. A name that is AWS's own stays. `shown`: pieces that are shown elsewhere anyway, and stay. */
  of(name: string, shown: ReadonlySet<string> = new Set()): string {
    if (isAwsOwn(name)) return name;
    return partsOf(name)
      .map((part) =>
        PIECE.test(part) && !shown.has(part)
          ? this.#cut(part)
              .map((piece) => this.#standIn(piece))
              .join('')
          : part,
      )
      .join('');
  }

  #cut(part: string): readonly string[] {
    return isKept(part) || HEX.test(part) ? [part] : cutPoints(part, this.#fragments);
  }

  #standIn(piece: string): string {
    if (isKept(piece)) return piece;
    const digits = String(this.#number(piece)).padStart(this.#width, '0');
    return HEX.test(piece) ? digits.padStart(16, '0') : `${spelled(PREFIX, this.#spelling(piece))}${digits}`;
  }

  #number(piece: string): number {
    const key = piece.toLowerCase();
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The number of this spelling among those that differ only by case. */
  #spelling(piece: string): number {
    const spellings = this.#spellings.get(piece.toLowerCase()) ?? [];
    this.#spellings.set(piece.toLowerCase(), spellings);
    const found = spellings.indexOf(piece);
    return found >= 0 ? found : spellings.push(piece) - 1;
  }
}

function isKept(piece: string): boolean {
  return isAwsOwn(piece) || ID.test(piece);
}

/** The runs of letters and digits of a name. */
export function piecesOf(name: string): readonly string[] {
  return partsOf(name).filter((part) => PIECE.test(part));
}

function partsOf(name: string): readonly string[] {
  return name.match(PARTS) ?? [];
}

/** `name`, `Name`, `nAme` … */
function spelled(prefix: string, spelling: number): string {
  return [...prefix].map((letter, bit) => ((spelling >> bit) % 2 === 1 ? letter.toUpperCase() : letter)).join('');
}
