import type { FoundCause } from '../../causes/cause.ts';
import { profileOfCaller } from '../../evidence/caller-profile.ts';
import { assumesItself } from '../../evidence/self-assumption.ts';
import { shownCaller, unnamedCaller } from '../../evidence/shown-caller.ts';
import { callerWords } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import type { AnswerEvidence, Evidence } from '../../model/evidence.ts';
import type { AccessKey, CurrentIdentity } from '../../model/facts.ts';
import { notGiven } from '../../model/gap.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import { failedStep, passedStep, type StepWords, unknownStep } from './make-step.ts';

const id = 'caller';

/** Who called, how that is known, and whether it is you. Being somebody else is no failure: the caller's policies are read, not yours. */
export function callerStep(denialCase: DenialCase, causes: readonly FoundCause[]): Step {
  const step = stepOfCaller(denialCase, causes);
  const from = denialCase.denial?.credentialsFrom;
  const notes = [
    step.summary,
    ...(from === undefined ? [] : [`the credentials came from ${from}`]),
    ...currentCredentials(denialCase),
  ];
  return { ...step, summary: notes.filter((note) => note !== '').join('; ') };
}

/** Where your credentials come from, as the configuration has it, and the profile that gives those of the denied caller. */
function currentCredentials(denialCase: DenialCase): readonly string[] {
  const { currentIdentity } = denialCase.facts;
  const source = currentIdentity.status === 'known' ? currentIdentity.value.source : null;
  const profile = profileOfCaller(denialCase);
  return [
    ...(source === null ? [] : [`your credentials: ${source}`]),
    ...(profile === undefined ? [] : [`profile ${profile} has the caller’s role`]),
  ];
}

function stepOfCaller(denialCase: DenialCase, causes: readonly FoundCause[]): Step {
  const { denial, facts } = denialCase;
  const isRefused = denial?.kind === 'credentials';
  // Where AWS rejected the credentials, every certain cause says why, be it about a token, a key or a profile.
  const wrong = causes.filter(
    ({ layer, aspect }) => layer === null && (isRefused || aspect === 'caller' || aspect === 'credentials'),
  );
  const certain = nonEmpty(wrong.filter(({ certainty }) => certainty === 'aws' || certainty === 'evaluated'));
  if (certain !== undefined) return failedCallerStep(certain, denialCase);
  if (isRefused) {
    const gap = notGiven({ what: 'what is wrong with the credentials', toPass: null });
    return unknownStep({ id, title: refusedTitle(denialCase) }, [gap]);
  }
  const { principal, principalFrom, currentIdentity } = facts;
  if (principal === null || principalFrom === null) {
    const gap = notGiven({ what: 'who the caller is', toPass: 'caller' });
    const unread = currentIdentity.status === 'unreadable' ? [currentIdentity.gap] : [];
    return unknownStep({ id, title: titleWithoutCaller(denialCase), summary: shownCaller(denialCase)?.text ?? '' }, [
      gap,
      ...unread,
    ]);
  }
  if (principal.type === 'federated') return federatedStep(principal, denialCase);
  if (principalFrom === 'current-identity') return currentIdentityStep(denialCase, principal);
  return passedStep(namedCallerWords(denialCase, principal), 'evaluated', identityEvidence(denialCase));
}

/** The token shows the issuer. Without the role, the account that its identity provider is in is not known. */
function federatedStep({ name }: Principal, { request, token }: DenialCase): Step {
  const title = 'The caller is federated through an identity provider';
  if (name !== '') return passedStep({ id, title, summary: name }, 'evaluated');
  const isWebIdentity = request?.action.toLowerCase() === 'sts:assumerolewithwebidentity';
  const toPass = token !== null ? 'resource' : isWebIdentity ? 'web-identity-token' : 'caller';
  const gap = notGiven({ what: 'which identity provider the caller comes from', toPass });
  return unknownStep({ id, title: 'Could not tell which identity provider the caller comes from' }, [gap]);
}

function failedCallerStep(causes: readonly [FoundCause, ...FoundCause[]], denialCase: DenialCase): Step {
  const [first] = causes;
  const title = first.aspect === 'caller' ? wrongCallerTitle(denialCase) : refusedTitle(denialCase);
  const evidence = nonEmpty(causes.flatMap((cause) => cause.evidence)) ?? first.evidence;
  return failedStep({ id, title }, first.certainty, evidence);
}

function wrongCallerTitle(denialCase: DenialCase): string {
  return assumesItself(denialCase) ? 'The caller is the role itself' : 'This caller cannot make this call';
}

function refusedTitle({ denial }: DenialCase): string {
  const isToken = denial?.credentialError === 'web-identity';
  return isToken ? 'The web identity token was rejected' : 'The credentials were rejected';
}

/** A masked caller is named by the error too, but cannot be looked up. */
function titleWithoutCaller(denialCase: DenialCase): string {
  const shown = shownCaller(denialCase);
  return shown === undefined ? 'The error names no caller' : `The error shows the caller ${shown.how}`;
}

function currentIdentityStep(denialCase: DenialCase, principal: Principal): Step {
  const gap = unnamedCaller(denialCase);
  const title =
    denialCase.denial === null
      ? 'You are the caller'
      : `${titleWithoutCaller(denialCase)}; checked as your current identity`;
  return passedStep(
    { id, title, summary: withShownCaller(principal, denialCase) },
    'likely',
    identityEvidence(denialCase),
    gap === undefined ? [] : [gap],
  );
}

/** `user alice in 111122223333; the error shows arn:aws:iam::***:user/alice` */
function withShownCaller(principal: Principal, denialCase: DenialCase): string {
  const shown = shownCaller(denialCase);
  return shown === undefined ? inAccount(principal) : `${inAccount(principal)}; the error shows ${shown.text}`;
}

function namedCallerWords(denialCase: DenialCase, principal: Principal): StepWords {
  const { denial, facts } = denialCase;
  const from = facts.principalFrom;
  const current = facts.currentIdentity.status === 'known' ? facts.currentIdentity.value : null;
  const you = current === null ? undefined : parsePrincipal(current.arn);
  const named = withShownCaller(principal, denialCase);
  if (current === null || you === undefined) return { id, title: titleWithCaller(from), summary: named };
  const where = from === 'text' && denial !== null ? ' in the error' : '';
  if (current.arn === principal.arn) return { id, title: `You are the caller${where}` };
  if (isSameRole(you, principal)) {
    const other = `you are in session ${you.sessionName}`;
    return { id, title: `You are the same role as the caller${where}`, summary: other };
  }
  return { id, title: titleWithCaller(from), summary: `${named}; you are ${inAccount(you)}` };
}

function titleWithCaller(from: DenialCase['facts']['principalFrom']): string {
  switch (from) {
    case 'text':
      return 'The error names the caller';
    case 'record':
      return 'AWS’s record names the caller';
    default:
      return 'The caller is the one you named';
  }
}

function isSameRole(left: Principal, right: Principal): boolean {
  const isRole = ({ type }: Principal) => type === 'session' || type === 'role';
  return isRole(left) && isRole(right) && left.account === right.account && left.name === right.name;
}

/** `role ci-deployer in 111122223333` */
function inAccount(principal: Principal): string {
  const { account, type } = principal;
  return account === null || type === 'root' ? callerWords(principal) : `${callerWords(principal)} in ${account}`;
}

/** Whose the current credentials are, and the access keys of the caller's user: after a rotation, an old key is often still in use. */
function identityEvidence({ facts }: DenialCase): readonly Evidence[] {
  const { callerKeys, currentIdentity } = facts;
  const identity = currentIdentity.status === 'known' ? [identityAnswer(currentIdentity.value)] : [];
  return callerKeys.status === 'known' ? [...identity, ...keyEvidence(callerKeys.value)] : identity;
}

function identityAnswer({ arn }: CurrentIdentity): Evidence {
  return { kind: 'answer', call: 'sts:GetCallerIdentity', text: arn };
}

/** The access keys of a user: the kind and end of each, whether it is active, when it was created. */
function keyEvidence(keys: readonly AccessKey[]): readonly AnswerEvidence[] {
  if (keys.length === 0) return [];
  const text = keys
    .map(
      ({ id, active, created }) =>
        `${id} ${active ? 'active' : 'inactive'}${created === null ? '' : `, made ${created.slice(0, 10)}`}`,
    )
    .join('; ');
  return [{ kind: 'answer', call: 'iam:ListAccessKeys', text }];
}
