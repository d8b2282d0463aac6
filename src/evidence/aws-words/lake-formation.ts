import type { EvaluatedCase } from '../../model/denial-case.ts';

/** What Lake Formation says is missing. A part that the text does not show is null. */
export interface LakeFormationLack {
  /** As the API names it: `CREATE_DATABASE`. */
  readonly permission: string | null;
  /** What it is missing on: `Catalog`, a database, a table, or a location in S3. */
  readonly on: string | null;
  /** The database, and the table in it, that Glue names in brackets. */
  readonly database?: string;
  readonly table?: string;
}

/** https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html */
const SENTENCE = /Insufficient Lake Formation permission(?:\(s\)|s)?:?(.{0,300})/is;
const REQUIRED = /^\s*Required ([A-Z][a-z]+(?: [A-Z][a-z]+){0,3})(?=\s+on\b|\W*$)/;
/** A name ends where the brackets of an SDK, a quote or the next sentence begin. */
const ON = /^\s*on\s+["'`]?([\w:/.*@-]{1,200}?)(?=[\s"'`(),;]|[.:]?$|\.\s)/;

/** Glue: `on orders (Database name: sales, Table Name: orders)`. */
const IN_BRACKETS = /\(Database name:\s*([\w.-]{1,255})(?:,\s*Table name:\s*([\w.-]{1,255}))?\)/i;

/** The permission that Lake Formation asks for, and on what. */
export function lakeFormationLack({ text }: Pick<EvaluatedCase, 'text'>): LakeFormationLack {
  const rest = (SENTENCE.exec(text)?.[1] ?? '').replace(/[\s│|]+/g, ' ');
  const required = REQUIRED.exec(rest);
  const on = ON.exec(required === null ? rest : rest.slice(required[0].length))?.[1] ?? null;
  const [, database, table] = IN_BRACKETS.exec(rest) ?? [];
  return {
    permission: required === null ? null : nameOf(required[1] ?? ''),
    on,
    ...(database === undefined ? {} : { database }),
    ...(table === undefined ? {} : { table }),
  };
}

/** Tags are LF-tags in the API. https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GrantPermissions.html */
function nameOf(words: string): string {
  const name = words.toUpperCase().replaceAll(' ', '_');
  return name === 'CREATE_TAG' ? 'CREATE_LF_TAG' : name;
}
