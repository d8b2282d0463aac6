import { editDistance } from '../../../reference/edit-distance.ts';
import { inDigits } from './far-apart.ts';

/** Kinds of ids, and the form of their stand-ins, which is that of a real id so that every rule still recognizes it. */
const KINDS = {
  account: (number: number) => inDigits(number, 12),
  organization: (number: number) => `o-${inDigits(number, 10)}`,
  root: (number: number) => `r-${digits(number, 4)}`,
  unit: (number: number) => inDigits(number, 8),
  policy: (number: number) => `p-${digits(number, 8)}`,
  unique: (number: number) => digits(number, 17),
  message: (number: number) => `encoded-message-${number}`,
  description: (number: number) => `description ${number}`,
} as const;

/** A kind of id. */
export type IdKind = keyof typeof KINDS;

/** Everything in a text that may be an id: of accounts, organizations, IAM (key ids may be masked). */
const IDS =
  /(?<!\d)\d{12}(?!\d)|(?<![\d-])\d{4}-\d{4}-\d{4}(?![\d-])|(?<![A-Za-z0-9-])(?:o|r|ou|p)-[A-Za-z0-9-]{1,160}|(?<![A-Za-z0-9])A[A-Z]{3}(?:[A-Z0-9]{1,124}|\*{12}[A-Z2-7]{4})(?![A-Za-z0-9])/g;

const UNIQUE = /^(A(?:ROA|IDA|GPA|NPA|NVA|IPA|SCA|PKA|BIA|CCA|KIA|SIA))(?:[A-Z0-9]{12,124}|\*{12}[A-Z2-7]{4})$/;

/** Sequential stand-ins for ids, always the same one for the same id. */
export class IdStandIns {
  readonly #standIns = new Map<IdKind, Map<string, string>>();
  readonly #known: ReadonlySet<string>;

  /** `known`: texts that are ids because of the field they are in, whatever they look like. */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  /** Replaces every id in a text. */
  replaceIn(text: string): string {
    return text.replace(IDS, (id: string, at: number) => this.#replace(id, text.slice(Math.max(0, at - 40), at)));
  }

  standIn(kind: IdKind, id: string): string {
    const standIns = this.#standIns.get(kind) ?? new Map<string, string>();
    this.#standIns.set(kind, standIns);
    const standIn =
      standIns.get(id) ??
      (kind === 'account' ? besideAnother(id, standIns) : undefined) ??
      KINDS[kind](standIns.size + 1);
    standIns.set(id, standIn);
    return standIn;
  }

  #replace(id: string, before: string): string {
    if (/^\d{12}$/.test(id)) return this.standIn('account', id);
    if (/^\d/.test(id)) return this.#hyphenated(id);
    if (id.startsWith('A')) return this.#unique(id);
    return this.#organizational(id, before);
  }

  /** The stand-in for an account id as the sign-in page prints it, with hyphens. */
  #hyphenated(id: string): string {
    return this.standIn('account', id.replaceAll('-', '')).replace(/^(.{4})(.{4})/, '$1-$2-');
  }

  #unique(id: string): string {
    const prefix = UNIQUE.exec(id)?.[1] ?? (this.#known.has(id) ? id.slice(0, 4) : undefined);
    if (prefix === undefined) return id;
    const number = this.standIn('unique', id);
    return id.includes('*') ? `${prefix}************${number.slice(-4)}` : `${prefix}${number}`;
  }

  #organizational(id: string, before: string): string {
    // A hyphen after the id may belong to a pattern: `ou-ab12-*`.
    if (/^ou-[a-z0-9]{4,32}-$/.test(id)) return `ou-${this.#rootPart(id.slice(3, -1))}-`;
    const isKnown = this.#known.has(id);
    switch (id.slice(0, id.indexOf('-'))) {
      case 'o':
        return isKnown || /^o-[a-z0-9]{10,32}$/.test(id) ? this.standIn('organization', id) : id;
      case 'ou':
        return isKnown || /^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/.test(id) ? this.#unit(id) : id;
      case 'r':
        return isKnown || /\bo-[a-z0-9]{10,32}\/$/.test(before) ? this.standIn('root', id) : id;
      default:
        return isKnown || /_policy\/$/.test(before) ? this.#policy(id) : id;
    }
  }

  /** The stand-in for an OU's id, which has the root's id in it. */
  #unit(id: string): string {
    const root = /^ou-([a-z0-9]{4,32})-/.exec(id)?.[1];
    return `ou-${root === undefined ? '0000' : this.#rootPart(root)}-${this.standIn('unit', id)}`;
  }

  #rootPart(root: string): string {
    return this.standIn('root', `r-${root}`).slice(2);
  }

  /** The stand-in for a policy's id. `p-FullAWSAccess` and `p-RCPFullAWSAccess` are AWS's own, and stay. */
  #policy(id: string): string {
    return /^p-(?:RCP)?FullAWSAccess$/.test(id) ? id : this.standIn('policy', id);
  }
}

function digits(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** So many accounts at most are compared with each other. */
const MOST_ACCOUNTS = 300;

/** For an account that differs from another one in a digit or two, as if it were mistyped: a stand-in that does too. */
function besideAnother(id: string, standIns: ReadonlyMap<string, string>): string | undefined {
  if (standIns.size > MOST_ACCOUNTS) return undefined;
  const taken = new Set(standIns.values());
  for (const [other, standIn] of standIns) {
    if (editDistance(id, other) > 2) continue;
    for (let last = 0; last <= 9; last += 1) {
      const beside = standIn.slice(0, -1) + String(last);
      if (!taken.has(beside)) return beside;
    }
  }
  return undefined;
}
