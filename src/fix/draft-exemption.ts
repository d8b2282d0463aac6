import type { Case } from '../model/case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import { getPointer } from '../policy/pointer.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { Draft } from './draft.ts';
import { findPolicy } from './find-policy.ts';

const EXEMPTING = ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike'] as const;

/**
 * The narrowest exemption from an explicit deny: its owner lets this one principal (or, in a policy of the caller alone,
 * this one resource) out of the statement; everybody else stays denied.
 * A Deny with a negated aws:PrincipalArn does not match that principal:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function draftExemption(remedy: Extract<Remedy, { kind: 'exempt' }>, subject: Case): Draft | undefined {
  const found = findPolicy(subject.facts.policies, remedy.policy);
  if (found?.document.status !== 'known' || subject.request === null) return undefined;
  const statement = readPolicy(found.document.value).statements.find(({ index }) => index === remedy.statement);
  if (statement === undefined) return undefined;
  const at = (element: string) => `${statement.pointer}/${element}`;
  const document = found.document.value;

  const { resource } = subject.request;
  const hit = getPointer(document, at('Resource'));
  if (remedy.policy.kind === 'inline' && isEverything(hit) && resource !== null && resource !== '*') {
    const changes = exemptResource(remedy.policy, at, hit, resource);
    return draft(remedy, `exempt ${resource} from this statement`, changes);
  }
  const principal = principalArn(subject);
  if (principal === undefined) return undefined;
  return draft(
    remedy,
    `exempt ${principal} from this statement`,
    exemptPrincipal(remedy.policy, at, document, principal),
  );
}

function draft(remedy: Remedy, summary: string, changes: readonly Change[]): Draft {
  return { who: remedy.who, summary, changes, request: null, commands: [] };
}

function isEverything(resource: unknown): boolean {
  return resource === '*' || (Array.isArray(resource) && resource.length === 1 && resource[0] === '*');
}

function exemptResource(
  policy: PolicyRef,
  at: (element: string) => string,
  before: unknown,
  resource: string,
): readonly Change[] {
  return [
    { policy, pointer: at('Resource'), before, after: null },
    { policy, pointer: at('NotResource'), before: null, after: resource },
  ];
}

/** One more value in an exemption list that is there, else a new condition: operators are ANDed, so it can only narrow the deny. */
function exemptPrincipal(
  policy: PolicyRef,
  at: (element: string) => string,
  document: unknown,
  principal: string,
): readonly Change[] {
  const condition = getPointer(document, at('Condition'));
  if (!isRecord(condition))
    return [
      { policy, pointer: at('Condition'), before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': principal } } },
    ];
  for (const operator of EXEMPTING) {
    const keys = condition[operator];
    if (!isRecord(keys)) continue;
    const key = Object.keys(keys).find((name) => name.toLowerCase() === 'aws:principalarn');
    if (key === undefined) continue;
    const pointer = at(`Condition/${operator}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    const values = keys[key];
    if (Array.isArray(values)) return [{ policy, pointer: `${pointer}/-`, before: null, after: principal }];
    return [{ policy, pointer, before: values, after: [values, principal] }];
  }
  const existing = condition['ArnNotEquals'];
  if (isRecord(existing))
    return [{ policy, pointer: at('Condition/ArnNotEquals/aws:PrincipalArn'), before: null, after: principal }];
  return [{ policy, pointer: at('Condition/ArnNotEquals'), before: null, after: { 'aws:PrincipalArn': principal } }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The caller as aws:PrincipalArn has it; undefined while it is not known (the path of a session's role). */
function principalArn(subject: Case): string | undefined {
  const value = subject.request?.context.get('aws:PrincipalArn');
  return value?.status === 'known' ? value.values[0] : undefined;
}
