import { statSync } from 'node:fs';
import type { UserOptions } from '../../model/question.ts';
import { checkFlags } from '../command-line/check-flags.ts';
import type { Flags } from '../command-line/flags.ts';
import { readAssumptions } from '../given/assumptions.ts';
import { checkGiven } from '../given/check-given.ts';
import { keyInBoth } from '../given/context.ts';
import { defined } from '../given/defined.ts';
import { policyIn } from '../given/policy-file.ts';
import { fileError, UsageError } from '../usage-error.ts';
import type { ToolArguments } from './tool-call.ts';

/** Longer lines are for terminals only. */
export const REPORT_WIDTH = 100;

const FACTS = ['snapshot', 'snapshotScope', 'live'] as const;
const CREDENTIALS = ['profile', 'accountProfile', 'orgProfile', 'findProfiles', 'region'] as const;

/** The arguments that the options of `denytrace mcp` have set: a client cannot pass them. */
export function fixedArguments(flags: Flags): readonly string[] {
  const isSet = (name: (typeof FACTS | typeof CREDENTIALS)[number]) => [flags[name] ?? []].flat().length > 0;
  return [
    ...(FACTS.some(isSet) ? FACTS : []),
    ...(flags.aws ? [] : ['noAws', 'live']),
    ...(CREDENTIALS.some(isSet) || !flags.aws ? CREDENTIALS : []),
  ];
}

/** The options of `denytrace mcp` with those of one call. A UsageError for what does not go together, or names no file. */
export function callFlags(flags: Flags, args: ToolArguments): Flags {
  const { snapshot = [], snapshotScope, live, noAws, profile, accountProfile = {}, orgProfile } = args;
  const { findProfiles, region, timeout, all } = args;
  for (const path of snapshot) checkIsFile(path);
  const made: Flags = {
    ...flags,
    aws: flags.aws && noAws !== true,
    snapshot: [...flags.snapshot, ...snapshot],
    ...defined({ snapshotScope, live, profile, orgProfile, findProfiles, region, timeout, all }),
    accountProfile: [
      ...flags.accountProfile,
      ...Object.entries(accountProfile).map(([account, name]) => `${account}=${name}`),
    ],
    // What prints and exits is not for an agent.
    format: 'text',
    fixFormat: 'json',
    color: false,
    expect: 'allowed',
  };
  checkFlags(made);
  return made;
}

/** What the call says of the request. A UsageError for a value that cannot be what it stands for. */
export function callOptions(args: ToolArguments, flags: Flags): UserOptions {
  const { caller, action, resource, service, context = {}, noContext = [], externalId, sessionPolicy } = args;
  const words = defined({ caller, action, resource, service });
  checkGiven({ ...flags, ...words }, '');
  const both = keyInBoth(context, noContext);
  if (both !== undefined)
    throw new UsageError(`${both} is in context and in noContext: the request had it or lacked it`);
  return {
    ...words,
    context,
    missing: noContext,
    ...defined({
      externalId,
      sessionPolicy: sessionPolicy === undefined ? undefined : sessionPolicyOf(sessionPolicy),
      resourcePolicy: policy(args, 'resourcePolicy'),
      scp: policy(args, 'scp'),
      rcp: policy(args, 'rcp'),
      endpointPolicy: policy(args, 'endpointPolicy'),
    }),
    assume: readAssumptions(args.assume ?? []),
  };
}

function sessionPolicyOf(value: string | object): NonNullable<UserOptions['sessionPolicy']> {
  return typeof value === 'string' ? { arn: value } : { document: documentOf(value, 'sessionPolicy') };
}

type PolicyName = 'resourcePolicy' | 'scp' | 'rcp' | 'endpointPolicy';

function policy(args: ToolArguments, name: PolicyName): object | undefined {
  const value = args[name];
  return value && documentOf(value, name);
}

function documentOf(value: object, name: string): object {
  const document = policyIn(value);
  if (document === undefined) throw new UsageError(`${name} is not a policy (an object with a Statement)`);
  return document;
}

/** A pipe or a device would keep the server for as long as it likes. */
function checkIsFile(path: string): void {
  const isFile = () => {
    try {
      return statSync(path).isFile();
    } catch (error) {
      throw fileError('read', path, error);
    }
  };
  if (!isFile()) throw new UsageError(`cannot read ${path}: it is not a file`);
}
