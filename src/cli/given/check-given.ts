import { principalOf } from '../../request/ask-question.ts';
import type { Flags } from '../command-line/flags.ts';
import { UsageError } from '../usage-error.ts';
import { checkAction } from './check-action.ts';

type Rule = readonly [option: keyof Flags & string, fits: (value: string) => boolean, wanted: string];

/** What stands for the text has to be what the text would say. */
const RULES: readonly Rule[] = [
  ['caller', isPrincipal, 'the ARN of a user, role, session or identity provider'],
  ['action', isAction, 'an action such as sts:AssumeRole'],
  ['resource', isResource, 'an ARN'],
  ['service', isServiceHost, 'the host of a service such as lambda.amazonaws.com'],
  ['region', (value) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(value), 'a region such as eu-central-1'],
];

/** Throws a UsageError for an option whose value cannot be what it stands for. */
export function checkGiven(flags: Flags): void {
  for (const [option, fits, wanted] of RULES) {
    const value = flags[option];
    if (typeof value === 'string' && !fits(value)) throw new UsageError(`--${option} wants ${wanted}, not ${value}`);
  }
  if (flags.action !== undefined) checkAction(flags.action);
}

/** True for who can make a request. */
export function isPrincipal(value: string): boolean {
  return principalOf(value) !== undefined;
}

/** True for what a request can ask for. */
export function isAction(value: string): boolean {
  return /^[a-z0-9-]+:[\w*?]+$/i.test(value);
}

/** True for what a request can be about. */
export function isResource(value: string): boolean {
  return value === '*' || value.startsWith('arn:');
}

function isServiceHost(value: string): boolean {
  return /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(value);
}
