import { editDistance, nearestTexts } from '../../reference/edit-distance.ts';
import type { CommandName } from './command-name.ts';
import { fitsCommand } from './find-command.ts';
import { HELPS } from './help-texts.ts';
import type { KnownOptions } from './split-text.ts';

type Named = Exclude<CommandName, 'diagnose'>;

const isNamed = (word: string): word is Named => word !== 'diagnose' && Object.hasOwn(HELPS, word);

const NAMES: readonly Named[] = Object.keys(HELPS).filter(isNamed);

/** What somebody may have meant whose words are taken for text; null where nothing suggests it. */
export function hintFor([first, ...rest]: readonly string[], known: KnownOptions): string | null {
  if (first === 'run' && rest.length > 0 && rest.length < 12)
    return `this was read as text; did you mean: denytrace run -- ${rest.slice(0, 3).join(' ')}`;
  const last = rest.at(-1) ?? '';
  const [near] = /^--[a-z-]{3,}$/.test(last) ? nearestTexts(last, known.names(), 1) : [];
  return near === undefined ? null : `${last} was read as text; did you mean ${near}?`;
}

/**
 * What was meant by a text without a denial: then it was no text, and a gate of CI must not take a mistyped question for a good answer.
 * It may begin with the name, or almost the name, of a command, or be the name of a file that there is none of.
 */
export function mistakenFor([first = '', ...rest]: readonly string[], known: KnownOptions): string | null {
  if (isNamed(first)) return misusedWords(first, rest, known);
  const meant = almostCommand(first, rest, known);
  if (meant !== undefined)
    return `no AWS denial was found in this text; did you mean the command: ${HELPS[meant].usage}`;
  return rest.length === 0 && looksLikePath(first) ? `there is no file ${first}, and no AWS denial in that text` : null;
}

/** What is wrong with a command: its name is right, and what follows does not fit it. */
function misusedWords(name: Named, rest: readonly string[], known: KnownOptions): string {
  const { usage } = HELPS[name];
  if (rest.length === 0) return `the command ${name} needs arguments: ${usage}`;
  for (const word of rest.filter((one) => /^--[a-z-]{3,}(=|$)/.test(one) && !known.has(one))) {
    const option = word.split('=')[0] ?? word;
    const [near] = nearestTexts(option, known.names(), 1);
    if (near !== undefined) return `the command ${name} has no option ${option}; did you mean ${near}?`;
  }
  const [, action, resource] = rest.slice(rest.findIndex((word) => /^(?:arn:|me$)/.test(word)));
  if (name === 'can' && action !== undefined && /^[A-Z]\w+$/.test(action))
    return `${action} is not an action: write it with the prefix of its service, such as ${serviceOf(resource) ?? 's3'}:${action}`;
  return `no AWS denial was found in this text, and it does not fit the command ${name}: ${usage}`;
}

/** The service in an ARN is the prefix of its actions, or nearly always. */
function serviceOf(arn = ''): string | undefined {
  return /^arn:[^:]+:([a-z0-9-]+):/.exec(arn)?.[1];
}

/** The command that a mistyped word means; a short one, such as prose has too, only where it stands alone or the rest fits the command. */
function almostCommand(word: string, rest: readonly string[], known: KnownOptions): Named | undefined {
  if (!/^[a-z]{3,}$/.test(word)) return undefined;
  const long = word.length < 4 ? undefined : nearestTexts(word, NAMES, 1).find(isNamed);
  const fits = (name: Named) => rest.length === 0 || fitsCommand(name, rest, known);
  return long ?? NAMES.find((name) => editDistance(word, name) === 1 && fits(name));
}

function looksLikePath(word: string): boolean {
  return /^[^\s:]+$/.test(word) && (/[\\/]/.test(word) || /\.[a-z0-9]{1,6}$/i.test(word));
}
