import { relatedQuestions } from '../checklist/related/related-questions.ts';
import { decide } from '../evaluate/decide.ts';
import { decided } from '../evidence/blockers/find-blockers.ts';
import { applyChanges, findPolicy } from '../fix/apply-changes.ts';
import { servicePrefix } from '../model/actions.ts';
import { parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Cause, Change, Related } from '../model/diagnosis.ts';
import type { Question, UserOptions } from '../model/question.ts';
import { originKeys } from '../request/call-keys.ts';
import { sendingContext } from '../request/request-context.ts';
import { sentKeys } from '../request/sent-keys.ts';
import { type BuiltCase, buildCase } from './build-case.ts';
import { verdictWord } from './conclude.ts';
import { diagnosedRequest } from './diagnosed-request.ts';
import { judgeRequest } from './judge-request.ts';
import type { Subject } from './subject.ts';

/** Related requests appear in no error text. */
const NO_TEXT: Subject = { denial: null, count: 1, text: '' };

/** What the same call needs as well, each evaluated and explained like the request itself. */
export async function diagnoseRelated(
  { denialCase, question, surroundings }: BuiltCase,
  fixed: readonly Cause[],
): Promise<readonly Related[]> {
  const sent = sentKeysOf(fixed, OF_THE_SESSION);
  const sentNow = new Set(Object.keys(sent).map((key) => key.toLowerCase()));
  const { request } = denialCase;
  const asked = request === null ? denialCase : { ...denialCase, request: sendingContext(request, sent) };
  const found = relatedQuestions(asked, question).map(async ({ why, question: related, kind }): Promise<Judged> => {
    const own = relatedGiven(surroundings.given, question, related);
    const missing = own.missing.filter((key) => !sentNow.has(key.toLowerCase()));
    const given = { ...own, missing, context: { ...own.context, ...sent } };
    const built = await buildCase(NO_TEXT, { ...surroundings, given }, { question: related, to: denialCase });
    const { causes } = await judgeRequest(built);
    const { verdict } = built.denialCase;
    return {
      kind,
      built,
      related: {
        why,
        request: diagnosedRequest(built.denialCase, related),
        verdict: verdictWord(verdict),
        causes,
      },
    };
  });
  return withoutRepeats(await oneAfterTheOther(await Promise.all(found), fixed));
}

interface Found {
  /** The kind of the resource, where the call is evaluated once for each of several. */
  readonly kind: string | undefined;
  readonly related: Related;
}

interface Judged extends Found {
  readonly built: BuiltCase;
}

/**
 * What comes next comes after the changes before it: one change that lets several of the requests through is proposed once, with the first
 * of them, and a change of a document that was changed already is one of the changed document. `fixed` are the causes of the denied request.
 */
async function oneAfterTheOther(all: readonly Judged[], fixed: readonly Cause[]): Promise<readonly Found[]> {
  const changes = changesOf(fixed);
  const sent = sentKeysOf(fixed, OF_THE_CALL);
  const found: Found[] = [];
  for (const { kind, built, related } of all) {
    const { denialCase } = built;
    const afterFix = answerWith(changes, denialCase, kind === undefined ? {} : sent);
    if (related.verdict === 'denied' && afterFix !== undefined) {
      const causes = related.causes.map((cause) => ({ ...cause, fix: null }));
      found.push({ kind, related: { ...related, causes, afterFix } });
      continue;
    }
    const own = changesOf(related.causes);
    const before = changes.filter(({ policy }) => findPolicy(denialCase.facts.policies, policy) !== undefined);
    const isUndone =
      answerWith(own, denialCase) !== undefined && answerWith([...before, ...own], denialCase) === undefined;
    const next = isUndone ? { ...related, causes: await causesAfter(before, built) } : related;
    changes.push(...changesOf(next.causes));
    found.push({ kind, related: next });
  }
  return found;
}

/** The causes as they are once the changes are made. */
async function causesAfter(changes: readonly Change[], built: BuiltCase): Promise<readonly Cause[]> {
  const { denialCase } = built;
  const policies = applyChanges(denialCase.facts.policies, changes);
  if (denialCase.request === null || policies === undefined) return [];
  const { causes } = await judgeRequest({ ...built, denialCase: decided(denialCase, denialCase.request, policies) });
  return causes;
}

function changesOf(causes: readonly Cause[]): Change[] {
  return causes.flatMap(({ fix }) => fix?.changes ?? []);
}

/** What the fixes send instead that goes for the whole call: another region for all of its resources, a tag for the session that it makes. */
function sentKeysOf(causes: readonly Cause[], keys: RegExp): Sent {
  const sent = causes.flatMap(({ fix }) => Object.entries(fix?.request?.context ?? {}));
  return Object.fromEntries(sent.filter(([key]) => keys.test(key)));
}

type Sent = Readonly<Record<string, readonly string[]>>;

/** What the request is with the changes and what is sent; undefined where it is denied, or where they are none of its policies. */
function answerWith(changes: readonly Change[], { request, facts }: DenialCase, sent: Sent = {}): Related['afterFix'] {
  const isSame = changes.length === 0 && Object.keys(sent).length === 0;
  const policies = isSame ? undefined : applyChanges(facts.policies, changes);
  if (request === null || policies === undefined) return undefined;
  const { allowed } = decide(sendingContext(request, sent), policies);
  return allowed === 'no' ? undefined : allowed === 'yes' ? 'allowed' : 'open';
}

/** Resources of which nothing is known are reported together, and so are those on which the call is allowed, now or with the fix of the request. */
function withoutRepeats(all: readonly Found[]): readonly Related[] {
  const isOpen = ({ related }: Found) => related.verdict === 'undetermined' && related.causes.length === 0;
  const isAllowed = ({ related }: Found) => related.verdict === 'allowed';
  const isMended = ({ related }: Found) => related.afterFix !== undefined;
  const rest = all.filter((one) => one.kind === undefined || !(isOpen(one) || isAllowed(one) || isMended(one)));
  const kinds = all.filter((one) => !rest.includes(one));
  return [
    ...rest.map(({ related }) => related),
    ...alike(kinds.filter(isMended)).flatMap((mended) =>
      together(mended, (action, names) => `the same call needs ${action} on its other resources (${names})`),
    ),
    ...together(
      kinds.filter(isAllowed),
      (action, names) => `${action} needs the same on the other resources of the call (${names})`,
    ),
    ...together(
      kinds.filter(isOpen),
      (action, names) =>
        `${action} needs the same on other resources of the call (${names}); the text does not say which`,
    ),
  ];
}

/** Those that the same causes deny, and that the fix leaves alike. */
function alike(all: readonly Found[]): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const one of all) {
    const { afterFix, causes } = one.related;
    const key = [afterFix, ...causes.map((cause) => cause.key)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function together(
  found: readonly Found[],
  words: (action: string | null, names: string) => string,
): readonly Related[] {
  const [first, ...more] = found;
  if (first === undefined || more.length === 0) return found.map(({ related }) => related);
  const { request } = first.related;
  return [
    {
      ...first.related,
      why: words(request.action, found.map(({ kind }) => kind).join(', ')),
      request: { ...request, resource: null, resourceAccount: null },
    },
  ];
}

/**
 * What the user passed for the denied request, as far as it holds for a related one. Another caller has another session, other guardrails and
 * another context; another resource has another policy.
 */
export function relatedGiven(given: UserOptions, question: Question, asked: Question): UserOptions {
  const { resourcePolicy, rcp, ...ofCaller } = given;
  const others = { ...ofCaller, context: { ...given.context, ...statedContext(question, asked) } };
  const rest = asked.resource === question.resource ? others : withoutResourceKeys(others);
  const ofResource = {
    ...(resourcePolicy !== undefined && asked.resource === question.resource ? { resourcePolicy } : {}),
    ...(rcp !== undefined && accountOf(asked.resource) === accountOf(question.resource) ? { rcp } : {}),
  };
  if (asked.principal?.type !== 'service') return { ...rest, ...ofResource };
  return { ...ofResource, context: {}, missing: [], assume: given.assume };
}

/** What an action of another service does not see: parameters of the call, and the way on which it came. */
const OF_THE_CALL =
  /^aws:(?:requesttag\/|tagkeys$|sourceip$|vpcsourceip$|sourcevpce?$|vpce|useragent$|securetransport$|requestedregion$)/i;

/** What a call gives the session that it makes, which takes an action of its own. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
const OF_THE_SESSION = /^(?:aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$|(?:sts|aws):sourceidentity$)/i;

/**
 * The condition keys that the record of the denied call states, for another request of the same call. What asks another service, as
 * iam:PassRole does, has those of the caller only.
 */
function statedContext(question: Question, asked: Question): UserOptions['context'] {
  if (question.denial === null) return {};
  const stated = [...Object.entries(originKeys(question)), ...Object.entries(sentKeys(question))];
  const isOfService = servicePrefix(asked.action ?? '') === servicePrefix(question.action ?? '');
  return Object.fromEntries(
    stated.flatMap(([key, value]) =>
      value.status === 'known' && (isOfService || !OF_THE_CALL.test(key)) ? [[key, value.values] as const] : [],
    ),
  );
}

/** Condition keys that describe the resource. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties */
const OF_RESOURCE = /^[^:]+:resourcetag\/|^aws:resource(?:account|orgid|orgpaths)$/i;

/** Another resource has other tags, and may be another account's. */
function withoutResourceKeys<T extends Pick<UserOptions, 'context' | 'missing'>>(given: T): T {
  const context = Object.entries(given.context).filter(([key]) => !OF_RESOURCE.test(key));
  return {
    ...given,
    context: Object.fromEntries(context),
    missing: given.missing.filter((key) => !OF_RESOURCE.test(key)),
  };
}

function accountOf(resource: string | null): string | undefined {
  return resource === null ? undefined : parseArn(resource)?.account;
}
