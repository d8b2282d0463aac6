import type { DenialCase } from '../../model/denial-case.ts';
import { findingOf } from '../contest.ts';
import { samlSaidCauses } from '../saml/said-causes.ts';
import { saidCauses } from '../web-identity/said-causes.ts';
import { accountSuspended } from './account-suspended.ts';
import { metadataUnreachable } from './metadata-unreachable.ts';
import { partial } from './partial.ts';
import { processFailed } from './process-failed.ts';
import { profileNotFound } from './profile-not-found.ts';
import { sourceProfile } from './source-profile.ts';
import { unknownKey } from './unknown-key.ts';

/** Causes that the words of the text tell more precisely than the kind of error does. */
export const preciseCauses = [
  unknownKey,
  partial,
  profileNotFound,
  sourceProfile,
  processFailed,
  metadataUnreachable,
  accountSuspended,
] as const;

const ALL = [...preciseCauses, ...saidCauses, ...samlSaidCauses];

/** True where one of them says for certain what is wrong, so that the general word is not needed. */
export function isToldPrecisely(denialCase: DenialCase): boolean {
  return ALL.some((cause) => findingOf(cause.find(denialCase))?.certainty === 'aws');
}
