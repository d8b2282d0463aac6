import { statSync } from 'node:fs';
import type { UserOptions } from '../../model/question.ts';
import { checkFlags } from '../command-line/check-flags.ts';
import type { Flags } from '../command-line/flags.ts';
import { readAssumptions } from '../given/assumptions.ts';
import { checkGiven } from '../given/check-given.ts';
import { policyIn } from '../given/policy-file.ts';
import { fileError, UsageError } from '../usage-error.ts';
import type { ToolArguments } from './tool-call.ts';

/** Longer lines are for terminals only. */
export const REPORT_WIDTH = 100;

/** The arguments that the options of `denytrace mcp` have set: a client cannot pass them. */
export function fixedArguments(flags: Flags): readonly string[] {
  const { snapshot, live, aws, profile, accountProfile, orgProfile, findProfiles, region } = flags;
  const facts = snapshot.length > 0 || live === true ? ['snapshot', 'snapshotScope', 'live'] : [];
  const credentials = ['profile', 'accountProfile', 'orgProfile', 'findProfiles', 'region'];
  const isChosen =
    [profile, orgProfile, findProfiles, region].some((one) => one !== undefined) || accountProfile.length > 0;
  return [...facts, ...(aws ? [] : ['noAws', 'live']), ...(isChosen || !aws ? credentials : [])];
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
    ...(snapshotScope === undefined ? {} : { snapshotScope }),
    ...(live === undefined ? {} : { live }),
    ...(profile === undefined ? {} : { profile }),
    accountProfile: [
      ...flags.accountProfile,
      ...Object.entries(accountProfile).map(([account, name]) => `${account}=${name}`),
    ],
    ...(orgProfile === undefined ? {} : { orgProfile }),
    ...(findProfiles === undefined ? {} : { findProfiles }),
    ...(region === undefined ? {} : { region }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(all === undefined ? {} : { all }),
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
  const words = {
    ...(caller === undefined ? {} : { caller }),
    ...(action === undefined ? {} : { action }),
    ...(resource === undefined ? {} : { resource }),
    ...(service === undefined ? {} : { service }),
  };
  checkGiven({ ...flags, ...words }, '');
  const keys = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const both = noContext.find((key) => keys.has(key.toLowerCase()));
  if (both !== undefined)
    throw new UsageError(`${both} is in context and in noContext: the request had it or lacked it`);
  return {
    ...words,
    context,
    missing: noContext,
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionPolicy === undefined ? {} : { sessionPolicy: sessionPolicyOf(sessionPolicy) }),
    ...policy(args, 'resourcePolicy'),
    ...policy(args, 'scp'),
    ...policy(args, 'rcp'),
    ...policy(args, 'endpointPolicy'),
    assume: readAssumptions(args.assume ?? []),
  };
}

function sessionPolicyOf(value: string | object): NonNullable<UserOptions['sessionPolicy']> {
  return typeof value === 'string' ? { arn: value } : { document: documentOf(value, 'sessionPolicy') };
}

type PolicyName = 'resourcePolicy' | 'scp' | 'rcp' | 'endpointPolicy';

function policy(args: ToolArguments, name: PolicyName): { readonly [Name in PolicyName]?: unknown } {
  const value = args[name];
  return value === undefined ? {} : { [name]: documentOf(value, name) };
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
