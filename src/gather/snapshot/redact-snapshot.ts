import { parseDenials } from '../../parse/parse-denials.ts';
import type { SnapshotFile } from './format.ts';
import { AddressStandIns } from './redact/address-stand-ins.ts';
import type { NameKind } from './redact/fields.ts';
import { IdStandIns } from './redact/id-stand-ins.ts';
import { joinWrapped } from './redact/join-wrapped.ts';
import { knownIds } from './redact/known-ids.ts';
import { mapJson } from './redact/map-json.ts';
import { NameStandIns, piecesOf } from './redact/name-stand-ins.ts';
import { replaceNames } from './redact/names-in-text.ts';

/** What to replace besides ids. */
export interface RedactOptions {
  /**
   * True to replace whatever else names something too: policies, roles, users, groups, OUs, Sids, tags, external ids, other resources, hosts,
   * addresses, issuers of tokens and their subjects.
   */
  readonly names: boolean;
}

/**
 * Replaces accounts, organization ids, unique ids, key ids, e-mail addresses, session names and encoded messages by stand-ins, the same
 * one wherever a value occurs; with `names` other names too. Stand-ins are sequential numbers, never hashes, so that nothing can be
 * computed back from them. The file gives the same diagnosis as before. Names that AWS owns stay: its managed policies, service
 * principals and reserved names.
 */
export function redactSnapshot(file: SnapshotFile, options: RedactOptions): SnapshotFile {
  const { incident } = file;
  const joined = incident ? { ...file, incident: { ...incident, text: joinWrapped(incident.text) } } : file;
  return createRedaction(joined, options)(joined);
}

/** Makes a function that redacts a file, or any other JSON with the same ids and names in it. */
export function createRedaction(file: SnapshotFile, { names }: RedactOptions): <T>(json: T) => T {
  const standIns = new NameStandIns();
  const shown = new Set<string>();
  const callers = new Set<string>();
  const known = knownIds(file);
  const messages = new Set(messagesIn(file));
  for (const { callerName, encodedMessage } of parseDenials(file.incident?.text ?? '')) {
    if (callerName !== null && callerName !== 'anonymous') callers.add(callerName);
    if (encodedMessage !== null) messages.add(encodedMessage);
  }
  mapJson(file, (text, field) =>
    replaceNames(text, field, names, (kind, name) => {
      if (kind === 'address') return name;
      if (kind === 'user' && !names) for (const piece of piecesOf(name)) shown.add(piece);
      if (isReplaced(kind, names) && !known.has(name)) standIns.note(name);
      return name;
    }),
  );
  for (const caller of callers) standIns.note(caller);
  standIns.seal();
  const ids = new IdStandIns(known);
  const addresses = new AddressStandIns();
  // A session often has the name of its user, and policies compare the two: `${aws:username}`. Where the user's name is shown, so is the session's.
  const nameOf = (kind: NameKind, name: string) => {
    if (kind === 'address') return addresses.of(name);
    return isReplaced(kind, names) && !known.has(name)
      ? standIns.of(name, kind === 'session' ? shown : undefined)
      : name;
  };
  const replace = (text: string, field: string): string => {
    if (messages.has(text)) return ids.standIn('message', text);
    if (names && field.toLowerCase() === 'description' && text !== '') return ids.standIn('description', text);
    const named = replaceNames(text, field, names, nameOf);
    return ids.replaceIn(isProse(field) ? replaceWords(named) : named);
  };
  /** Replaces names in prose. Only a word that cannot be anything else is taken for a name, so that no action or service is. */
  const replaceWords = (text: string): string =>
    text.replace(WORDS, (word) => {
      if (messages.has(word)) return ids.standIn('message', word);
      const bare = word.replace(/[.-]{1,8}$/, '');
      const isName = callers.has(bare) || (isDistinct(bare) && standIns.isKnown(bare));
      return isName ? nameOf('session', bare) + word.slice(bare.length) : word;
    });
  return <T>(json: T) => mapJson(json, replace) as T; // the same shape: only texts change
}

const WORDS = /[\w+.@-]{1,20000}/g;

function isReplaced(kind: NameKind, names: boolean): boolean {
  return names || kind === 'session' || kind === 'mail';
}

/** True for fields with prose, where names are among words. */
function isProse(field: string): boolean {
  return field === 'text' || field === 'message';
}

function isDistinct(word: string): boolean {
  return word.length >= 5 && /[a-z]/i.test(word) && /[\d@._+-]/.test(word);
}

/** The encoded messages in the file, and those that were to be decoded. */
function messagesIn({ decodedMessages = {}, unreadable = [], reads = [] }: SnapshotFile): readonly string[] {
  const asked = [...unreadable, ...reads].map(({ input }) => input?.['EncodedMessage']);
  return [...Object.keys(decodedMessages), ...asked]
    .filter((message) => typeof message === 'string' && message !== '')
    .map(String);
}
