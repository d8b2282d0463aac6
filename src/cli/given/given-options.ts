import type { UserOptions } from '../../model/question.ts';
import type { GivenOption, GivenOptions } from '../../report/options.ts';
import type { Flags } from '../command-line/flags.ts';
import { USUAL_TIMEOUT } from '../command-line/option-words.ts';

/**
 * What bears on the answer, as it is given again: of the options, and of an incident that is replayed with its own. Snapshots are left
 * out, since AWS will be asked, and so is the token of a web identity.
 */
export function givenOptions(flags: Flags, { context, missing, assume, sessionPolicy }: UserOptions): GivenOptions {
  const keys = Object.entries(context).flatMap(([key, values]) =>
    [values].flat().map((value): GivenOption => ['--context', `${key}=${value}`]),
  );
  const assumed = Object.entries(assume).map(([what, how]) => `${what}=${how}`);
  const ofSession =
    flags.sessionPolicy ?? (sessionPolicy !== undefined && 'arn' in sessionPolicy ? sessionPolicy.arn : undefined);
  return {
    request: [...keys, ...missing.map((key): GivenOption => ['--no-context', key])],
    policies: [
      ...option('--session-policy', ofSession),
      ...option('--resource-policy', flags.resourcePolicy),
      ...option('--endpoint-policy', flags.endpointPolicy),
      ...option('--scp', flags.scp),
      ...option('--rcp', flags.rcp),
      ...option('--assume', assumed.length === 0 ? undefined : assumed.join(',')),
    ],
    asking: [
      ...option('--profile', flags.profile),
      ...flags.accountProfile.flatMap((pair) => option('--account-profile', pair)),
      ...option('--org-profile', flags.orgProfile),
      ...(flags.findProfiles === true ? [['--find-profiles'] as const] : []),
      ...option('--region', flags.region),
      ...option('--timeout', flags.timeout === USUAL_TIMEOUT ? undefined : flags.timeout?.toString()),
    ],
  };
}

function option(name: string, value: string | undefined): readonly GivenOption[] {
  return value === undefined ? [] : [[name, value]];
}
