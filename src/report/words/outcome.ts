import type { CredentialError } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { count } from './count.ts';
import { countQuestions } from './questions.ts';

const CREDENTIAL_ERRORS = {
  expired: 'the credentials have expired',
  'invalid-token': 'AWS does not know the credentials',
  signature: 'the signature does not fit the secret key',
  'clock-skew': 'the clock is wrong',
  'region-disabled': 'the region is not enabled, or does not know the credentials',
  'none-found': 'no credentials were found',
  'sso-expired': 'the SSO session has expired',
  'sso-no-access': 'the SSO user has no access to this account and role',
  'mfa-required': 'the profile needs an MFA code',
  'web-identity': 'the web identity token was refused',
} as const satisfies Record<CredentialError, string>;

/** What was asked for: the action, else the best name that the text gives. */
export function subjectWords({ denial, request }: Diagnosis): string {
  return request.action ?? denial?.action ?? denial?.operation ?? denial?.code ?? 'AWS request';
}

/** How it ended, in a word or a few. AWS did deny what stands in the text, whatever could be read. */
export function outcomeWords({ denial, verdict }: Diagnosis): string {
  if (denial === null) return verdict;
  if (denial.kind !== 'credentials') return 'denied';
  return denial.credentialError === null ? 'credentials refused' : CREDENTIAL_ERRORS[denial.credentialError];
}

/** `1 cause, 1 open question` */
export function countsWords(diagnosis: Diagnosis): string {
  const asked = countQuestions(diagnosis);
  const questions = asked === 0 ? '' : `, ${count(asked, 'open question')}`;
  return `${count(diagnosis.causes.length, 'cause')}${questions}`;
}

const UNNAMED_DENY = 'AWS says that a policy denies it explicitly, and not which: no added Allow helps.';
const UNNAMED_LACK = 'AWS says that no statement denies it, and not where: an Allow is missing.';

/** A finding about the whole, where there is one. `questions`: whether the report lists what is open. */
export function conclusionWords(diagnosis: Diagnosis, questions: 'listed' | 'left out' = 'listed'): string | null {
  switch (diagnosis.conclusion) {
    case 'explained':
      return null;
    case 'contradicted':
      return contradiction(diagnosis);
    case 'inconclusive': {
      const isBlocked = diagnosis.causes.some(({ rung }) => rung === 'aws' || rung === 'evaluated');
      const stated = unnamedReason(diagnosis);
      if (isBlocked) return stated === UNNAMED_DENY ? `${UNNAMED_DENY} What is named below blocks as well.` : null;
      const seen =
        diagnosis.causes.length > 0
          ? 'Not proven: what is named below is likely, and some of it could not be seen.'
          : `What could be seen does not decide it${questions === 'listed' ? '; the open questions are below' : ''}.`;
      return stated === null ? seen : `${stated} ${seen}`;
    }
  }
}

/** "… with an explicit deny", and nothing behind it; or a decoded message by which nothing denies. */
function unnamedReason({ denial }: Diagnosis): string | null {
  const reason = denial?.reason ?? null;
  if (reason === null || reason.layer !== null || reason.policyArn !== null) return null;
  switch (reason.effect) {
    case 'explicit':
      return UNNAMED_DENY;
    case 'implicit':
      return UNNAMED_LACK;
    case null:
      return null;
  }
}

function contradiction({ verdict, denial }: Diagnosis): string {
  if (verdict === 'allowed')
    return 'Everything that could be read allows this, yet AWS denied it: the credentials were others, a policy was changed since, or a change has not reached every place yet.';
  const named = denial?.reason?.policyArn ?? denial?.reason?.layer ?? 'a policy';
  return `AWS names ${named}, which does not deny this as it reads now: it was changed since, or the request was another one.`;
}

/** `×37, lines 12–4711`; empty for a denial that stands there once. */
export function repeatWords({ count: times, denial }: Diagnosis, lines: readonly [number, number] | null): string {
  const [first, last] = lines ?? denial?.lines ?? [0, 0];
  const where = first === last ? `line ${first}` : `lines ${first}–${last}`;
  return times > 1 ? `×${times}, ${where}` : '';
}
