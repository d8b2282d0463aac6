import { orList } from '../../evidence/value-words.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Requirement } from '../../model/requirement.ts';
import { someOf } from '../../model/some-of.ts';
import { unknownKeys } from './open-keys.ts';
import { documentWords } from './requirements/requirement-title.ts';
import { listedRequirements } from './requirements/shown-requirements.ts';

type Allowing = Extract<Requirement, { need: 'allow' }>;

/**
 * The documents that must allow the request, where none of them was read, and how many of them must:
 * `s3:GetObject must be allowed in an identity policy of user ana or in the bucket policy of logs; that could not be read.`
 * Undefined where one of them is known not to allow it, where the text does not say which action it is, and where no document decides.
 */
export function unreadDocuments(diagnosis: Diagnosis): string | undefined {
  const { request, denial } = diagnosis;
  // What an encoded message denies may be another action than the call's own.
  if (denial?.encodedMessage != null) return undefined;
  const deciding = listedRequirements(diagnosis).filter(
    (one): one is Allowing => one.need === 'allow' && /^(?:identity|trust|resource|iot\.policy)$/.test(one.id),
  );
  const [first, second, ...more] = deciding;
  if (first === undefined || more.length > 0 || request.action === null) return undefined;
  if (deciding.some(isUnusable(request.action))) return undefined;
  const documents = second === undefined ? documentWords(first, '') : bothOrOne(first, second);
  const keys = unknownKeys(diagnosis, ({ step }) => deciding.some((one) => one.step === step));
  const turns = keys.length === 0 ? '' : ` in full, and what was read depends on what is not known: ${someOf(keys)}`;
  const action = second === undefined ? actionWords(first, request.action) : request.action;
  return `${action} must be allowed in ${documents}; that could not be read${turns}.`;
}

/** The action; where the ways of the document are about several (a destination may be a function, a queue or a topic), those. */
function actionWords({ ways }: Allowing, action: string): string {
  const actions = ways.flatMap(({ statements: [only, ...more] }) =>
    more.length === 0 && typeof only?.['Action'] === 'string' ? [only['Action']] : [],
  );
  return actions.length === ways.length && new Set(actions).size > 1 ? orList([...new Set(actions)]) : action;
}

function isUnusable(action: string): (one: Allowing) => boolean {
  return ({ status, request }) => status !== 'open' || request.action !== action;
}

function bothOrOne(first: Allowing, second: Allowing): string {
  const isWithinOne = first.target.account === second.target.account;
  const [one = '', other = ''] = [first, second].map((each) =>
    isWithinOne ? documentWords(each, '') : documentWords(each),
  );
  if (isAlone(first) && isAlone(second)) return `${one} or in ${other}`;
  // One that names the caller is enough in one account; one that names the account leaves it to identity policies.
  if (isAlone(first)) return `${one} and, unless that names the caller itself, in ${other}`;
  if (isAlone(second)) return `${other} and, unless that names the caller itself, in ${one}`;
  const mayBeOneAccount = first.target.account === null || second.target.account === null;
  return mayBeOneAccount && !/^kms:/i.test(first.request.action) && first.id !== 'trust' && second.id !== 'trust'
    ? `${one} and in ${other} (one is enough within an account)`
    : `${one} and in ${other}`;
}

function isAlone({ ways }: Allowing): boolean {
  return ways.some(({ alsoNeeds }) => alsoNeeds.length === 0);
}
