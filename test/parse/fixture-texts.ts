import { readFileSync } from 'node:fs';
import type { Denial } from '../../src/model/denial.ts';

/** What a fixture says of one denial; a field that is not stated must be null, except that an action may be derived. */
export type Expected = Readonly<Record<string, unknown>>;

export interface FixtureText {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

/** A labelled real message. */
export interface Message {
  readonly id: string;
  readonly ambiguous: boolean;
  readonly text: string;
  readonly expected: Expected;
  readonly all?: readonly Expected[];
}

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

function messagesIn(name: string): readonly Message[] {
  const lines = fixture(name).split('\n');
  return lines.filter((line) => line !== '').map((line): Message => JSON.parse(line));
}

/** Texts as people pasted them, with what each states. */
export const messages = messagesIn('messages.jsonl');

/** Further ones. Some fields of a few of them are not read yet. */
const recentMessages = messagesIn('recent-messages.jsonl');

/**
 * Texts written for these tests: `### name`, the text, and a line `=> {…}` for each denial in it, in order. Many follow the
 * wording of a tool or a service as its users report it; those of `real-texts.txt`, `further-real-texts.txt`, `everyday-texts.txt`, `weak-families.txt`, `sdks-and-tools.txt`, `more-weak-families.txt` and `logs-of-backups-and-stores.txt` were pasted by somebody, and have other names and numbers here.
 */
export const inventedTexts: readonly FixtureText[] = [
  'invented-denials.txt',
  'tools-and-services.txt',
  'real-texts.txt',
  'further-real-texts.txt',
  'everyday-texts.txt',
  'weak-families.txt',
  'sdks-and-tools.txt',
  'more-weak-families.txt',
  'logs-of-backups-and-stores.txt',
  'look-alikes.txt',
]
  .flatMap((name) => fixture(name).split(/^### /m).slice(1))
  .map((part) => {
    const [name = '', ...lines] = part.replace(/\n$/, '').split('\n');
    const expected = lines.filter((line) => line.startsWith('=> ')).map((line): Expected => JSON.parse(line.slice(3)));
    return { name, text: lines.filter((line) => !line.startsWith('=> ')).join('\n'), expected };
  });

/** A denial with its reason beside the other fields, as the fixtures state them. */
export function flat(denial: Denial): Expected {
  const { reason, encodedMessage, ...fields } = denial;
  return {
    ...fields,
    layer: reason?.layer ?? null,
    effect: reason?.effect ?? null,
    policyArn: reason?.policyArn ?? null,
    encoded: encodedMessage,
  };
}

/** All texts of the fixtures, by name. */
export const allTexts: readonly { readonly name: string; readonly text: string }[] = [
  ...inventedTexts,
  ...[...messages, ...recentMessages].map(({ id, text }) => ({ name: id, text })),
];
