import type { ShownDocument, Statement } from './shown-document.ts';

/** A rule of AWS's documentation about policy documents. These are written from its pages, not from the code that makes the documents. */
export interface Rule {
  readonly says: string;
  readonly page: string;
  /** Which documents it is about. */
  readonly about: (shown: ShownDocument) => boolean;
  /** What in a statement of ours breaks it. */
  readonly statement?: (statement: Statement, shown: ShownDocument) => boolean;
  /** What in the document breaks it. */
  readonly document?: (document: Record<string, unknown>, shown: ShownDocument) => boolean;
}

export const DOCS = 'https://docs.aws.amazon.com';
export const IAM = `${DOCS}/IAM/latest/UserGuide`;

export const is =
  (...kinds: readonly ShownDocument['kind'][]) =>
  ({ kind }: ShownDocument) =>
    kinds.includes(kind);
export const ofService =
  (service: string) =>
  ({ kind, service: own }: ShownDocument) =>
    kind === 'resource' && own === service;
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

export function actionsOf(statement: Statement): readonly unknown[] {
  return [...listOf(statement['Action']), ...listOf(statement['NotAction'])];
}
