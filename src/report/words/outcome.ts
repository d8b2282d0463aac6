import type { CredentialError } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Place } from '../place.ts';
import { count } from './count.ts';
import { countQuestions } from './questions.ts';

const CREDENTIAL_ERRORS = {
  expired: 'the credentials have expired',
  'invalid-token': 'AWS does not recognize the credentials',
  signature: 'the signature does not match the secret key',
  'clock-skew': 'the clock is wrong',
  'region-disabled': 'the region is not enabled, or does not accept these credentials',
  'none-found': 'no credentials were found',
  'sso-expired': 'the SSO session has expired',
  'sso-no-access': 'the SSO user has no access to this account and role',
  'mfa-required': 'the profile needs an MFA code',
  'web-identity': 'the web identity token was rejected',
} as const satisfies Record<CredentialError, string>;

/** What was asked for: the action, else the best name that the text gives. */
export function subjectWords({ denial, request }: Diagnosis): string {
  return request.action ?? denial?.action ?? denial?.operation ?? denial?.code ?? 'AWS request';
}

/** How it ended, in a word or a few. AWS did deny what stands in the text, whatever could be read. */
export function outcomeWords({ denial, verdict }: Diagnosis): string {
  if (denial === null) return verdict;
  if (denial.kind !== 'credentials') return 'denied';
  return denial.credentialError === null ? 'credentials rejected' : CREDENTIAL_ERRORS[denial.credentialError];
}

/** `1 cause, 1 open question` */
export function countsWords(diagnosis: Diagnosis): string {
  const asked = countQuestions(diagnosis);
  const questions = asked === 0 ? '' : `, ${count(asked, 'open question')}`;
  const isUnexplained = diagnosis.denial !== null && diagnosis.causes.length === 0;
  return `${isUnexplained ? 'cause not found' : count(diagnosis.causes.length, 'cause')}${questions}`;
}

/**
 * `×37, first on line 12, last on line 4711`, or `line 12`, or `×37, line 12` where one row counts them all, and of which file, where
 * there are several; empty for a denial with which the only text begins, and that occurs once.
 */
export function placeWords({ count: times, denial }: Diagnosis, { lines, oneOf }: Place): string {
  const [first, last] = lines ?? denial?.lines ?? [0, 0];
  const [ofFirst, ofLast] = (oneOf ?? []).map((file) => ` of ${file}`);
  const isOneRow = denial?.calls === times;
  if (times > 1 && !isOneRow) {
    const between = ofFirst === ofLast ? '' : (ofFirst ?? '');
    return `×${times}, first on line ${first}${between}, last on line ${last}${ofLast ?? ''}`;
  }
  const where = first === last ? `line ${first}` : `lines ${first}–${last}`;
  if (times > 1) return `×${times}, ${where}${ofFirst ?? ''}`;
  return first > 1 || ofFirst !== undefined ? `${where}${ofFirst ?? ''}` : '';
}
