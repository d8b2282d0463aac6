import type { AwsOptions } from '../aws-options.ts';
import type { OpenHandlers } from './clients/open-handlers.ts';
import { type Credentials, findCredentials } from './credentials.ts';
import type { Deadline } from './deadline.ts';
import type { Refusal } from './refusal.ts';
import { regionCandidates, regionFor } from './region.ts';

/** A set of credentials, which signs calls. */
export interface Signer {
  /** The profile that was named. Null: wherever the SDK looks by default. */
  readonly profile: string | null;
  /** Finds the credentials, once. A role is assumed in the partition that is asked for first. */
  readonly credentials: (partition: string) => Promise<Credentials | Refusal>;
  readonly regions: () => Promise<readonly string[]>;
}

/** The signer of a profile, always the same one for the same profile. */
export type Signers = (profile: string | null) => Signer;

/**
 * Makes signers. They look for credentials only when these are needed. The deadline's clock stops while the user is asked for an MFA
 * code.
 */
export function createSigners(
  { region, mfaCode }: AwsOptions,
  deadline: Deadline,
  openHandlers: OpenHandlers,
): Signers {
  const signers = new Map<string | null, Signer>();
  const ask = mfaCode === undefined ? {} : { mfaCode: oneByOne((serial) => deadline.hold(() => mfaCode(serial))) };

  const create = (profile: string | null): Signer => {
    const regions = once(() => regionCandidates(region, profile));
    const find = async (partition: string) => {
      const [handlers, candidates] = await Promise.all([openHandlers(profile), regions()]);
      if ('status' in handlers) return handlers;
      const region = regionFor({ partition }, 'sts', candidates);
      return findCredentials({ profile, region, requestHandler: handlers.credentials, ...ask });
    };
    let found: Promise<Credentials | Refusal> | undefined;
    const credentials = (partition: string) => {
      found ??= find(partition);
      return found;
    };
    return { profile, credentials, regions };
  };

  return (profile) => {
    const signer = signers.get(profile) ?? create(profile);
    signers.set(profile, signer);
    return signer;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The user can answer only one question at a time. */
function oneByOne(ask: (serial: string) => Promise<string>): (serial: string) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve();
  return (serial) => {
    const answer = last.then(() => ask(serial));
    last = answer.catch(() => {});
    return answer;
  };
}
