import type { Who } from '../model/gap.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import type { PolicyStatement, Requirement, RequirementTarget, ShowCommand, Way } from '../model/requirement.ts';
import type { StepId } from '../model/step-id.ts';
import { known, type Named, placeholdersOf } from './named.ts';

/** A command that shows something, with the values in it. */
export interface Shown {
  readonly command: ShowCommand;
  readonly names: readonly Named[];
}

/** A command as an argument vector, to be run in an account. */
export function shown(account: string | null, ...words: readonly (string | Named)[]): Shown {
  const names = words.map((word) => (typeof word === 'string' ? known(word) : word));
  return { command: { argv: names.map(({ text }) => text), account }, names };
}

/** A command written as one text; the values come behind it. */
export function awsCommand(account: string | null, command: string, ...words: readonly (string | Named)[]): Shown {
  return shown(account, 'aws', ...command.split(' '), ...words);
}

/** Shows the policy of a bucket, given its ARN or its name. */
export function showBucketPolicy({ text, placeholders }: Named): Shown {
  const name = { text: text.slice(text.lastIndexOf(':') + 1), placeholders };
  return awsCommand(null, 's3api get-bucket-policy --bucket', name, '--query', 'Policy', '--output', 'text');
}

/** What every requirement is made of. `names` are the values in it that may hold tokens; those of the commands need not be listed. */
export interface Parts {
  readonly id: string;
  readonly step: StepId;
  readonly request: Requirement['request'];
  readonly target: Partial<RequirementTarget> & Pick<RequirementTarget, 'kind'>;
  readonly who: Who;
  readonly names?: readonly Named[];
  readonly show?: readonly Shown[];
  readonly usual?: readonly string[];
  readonly likely?: string | null;
}

/** What is the same for each need. */
function baseOf({ id, step, request, target, who, names = [], show = [], usual = [], likely = null }: Parts) {
  return {
    id,
    step,
    request,
    status: 'open' as const,
    target: { name: null, arn: null, account: null, attachedTo: null, ...target },
    likely,
    who,
    usual,
    show: show.map(({ command }) => command),
    placeholders: placeholdersOf([...names, ...show.flatMap((one) => one.names)]),
  };
}

/** A statement must allow it, in one of the ways. */
export function allow(parts: Parts, ways: NonEmpty<Way>): Requirement {
  return { ...baseOf(parts), need: 'allow', ways };
}

/** No statement may deny it. */
export function noDeny(parts: Parts): Requirement {
  return { ...baseOf(parts), need: 'no-deny', guards: [], exemption: null };
}

/** It must exist. */
export function exists(parts: Parts): Requirement {
  return { ...baseOf(parts), need: 'exists' };
}

/** The request must have one of these values. */
export function value(
  parts: Parts,
  { key, owner, expected }: Pick<Extract<Requirement, { need: 'value' }>, 'key' | 'owner' | 'expected'>,
): Requirement {
  return { ...baseOf(parts), need: 'value', key, owner, expected };
}

/** One way to meet an `allow`: with this statement, and what else it needs. */
export function way(statement: PolicyStatement, ...alsoNeeds: readonly string[]): Way {
  return { statements: [statement], alsoNeeds };
}
