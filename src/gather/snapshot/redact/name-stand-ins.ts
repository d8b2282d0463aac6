import { isAwsOwn } from './aws-own-names.ts';
import { inDigits, inHex, inLetters, Numbering, widthOf } from './far-apart.ts';
import { cutPoints, Fragments } from './fragments.ts';
import { isPublicWord } from './public-words.ts';

const UUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';
const REGION = '[a-z]{2}(?:-(?:gov|isob?|isoe|isof))?-(?:north|south|east|west|central){1,2}-\\d';
const WORD = '[\\p{L}\\p{N}]';
/** The parts of a name: a policy variable, a wildcard, a UUID, a region, a run of letters and digits, or what is between such runs. */
const PARTS = new RegExp(
  `\\$\\{[^}]{0,256}\\}|[*?]|(?<!${WORD})(?:${UUID}|${REGION})(?!${WORD})|${WORD}{1,256}|[^\\p{L}\\p{N}]`,
  'gu',
);
const PIECE = /^[\p{L}\p{N}]/u;
/** Ids inside names, which have stand-ins of their own. */
const ID = /^(?:\d{12}|A(?:ROA|IDA|GPA|NPA|NVA|IPA|SCA|PKA|BIA|CCA|KIA|SIA)[A-Z0-9]{12,124})$/;
const PREFIX = 'name';

/** Pieces whose form says what they are: those of ids, hashes and times. */
const FORMS: readonly (readonly [RegExp, (number: number, piece: string) => string])[] = [
  [new RegExp(`^${UUID}$`), (number) => inHex(number, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')],
  // Never twelve, which is an account.
  [/^\d+$/, (number, piece) => inDigits(number, piece.length > 12 ? piece.length : 7)],
  [/^(?=[0-9a-f]*\d)[0-9a-f]{8,64}$/, (number, piece) => inHex(number, piece.length)],
];

/**
 * Stand-ins for names, piece by piece: `prod-deploy` becomes `nameaaaaaa-deploy`, and the pattern `prod-*` becomes `nameaaaaaa-*`, so that it
 * matches the same names as before. Pieces are numbered in the order in which they come, and the number is written in letters, each repeated:
 * names that look nothing alike still do not, and one that is another one misspelt still is. All stand-ins have the same length, so that none
 * is the beginning of another one. Names that differ only by case still do. One thing is lost: a `?` matches a single letter, and stand-ins
 * do not keep single letters.
 */
export class NameStandIns {
  readonly #names = new Set<string>();
  readonly #fragments = new Fragments();
  readonly #numbering = new Numbering();
  readonly #spellings = new Map<string, string[]>();
  #width = 1;

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
    this.#fragments.addEnds(new Set([...this.#names].flatMap(piecesOf)));
    for (const name of this.#names)
      for (const part of isAwsOwn(name) ? [] : partsOf(name))
        if (PIECE.test(part))
          for (const piece of this.#cut(part)) if (!isKept(piece)) this.#numbering.of(piece.toLowerCase());
    this.#width = widthOf(this.#numbering.size);
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

  /** A public word is cut where a pattern ends in the middle of it: the pattern still has to match. */
  #cut(part: string): readonly string[] {
    return isAwsOwn(part) || ID.test(part) ? [part] : cutPoints(part, this.#fragments);
  }

  #standIn(piece: string): string {
    if (isKept(piece)) return piece;
    const { number, beside } = this.#numbering.of(piece.toLowerCase());
    for (const [form, standIn] of FORMS) if (beside === 0 && form.test(piece)) return standIn(number, piece);
    return `${spelled(PREFIX, this.#spelling(piece))}${inLetters(number, beside, this.#width)}`;
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
  return isAwsOwn(piece) || ID.test(piece) || isPublicWord(piece);
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
