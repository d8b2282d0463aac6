import { callerArnIsKnown, namedCaller } from '../evidence/named-caller.ts';
import { permissionSetElements } from '../grants/smallest-statement.ts';
import { isAccountId } from '../model/arn.ts';
import { isPermissionSet, isServiceLinkedRole, permissionSetOf } from '../model/aws-names.ts';
import type { Denial } from '../model/denial.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Principal, PrincipalType } from '../model/principal.ts';
import type { Question } from '../model/question.ts';
import { STREAM_ROLE, streamOf } from '../reference/services/firehose-roles.ts';
import { serviceRoleOf } from '../reference/services/service-roles.ts';
import { isHost, isIamName, isPlainArn } from './grammar.ts';
import type { Parts } from './make.ts';
import { isMasked, withoutPseudoParameters, withTokens } from './masked.ts';
import { join, known, type Named, token } from './named.ts';
import { partitionOfRequest } from './partition.ts';

/** Who made the call, as far as the text shows. */
export interface CallerName {
  /** Null where it is not known. */
  readonly type: PrincipalType | null;
  /** Null where it is not known, or where the caller belongs to none. */
  readonly account: string | null;
  /** The user or role as a policy names it; of a session, its role. */
  readonly arn: Named;
  /** The host of a service; null for all others, and where it cannot be written into a policy. */
  readonly service: string | null;
  /** The name for commands, where the caller has policies of its own. */
  readonly name: Named | null;
  /** The Principal element that names the caller, and the Condition that narrows it down to the caller. */
  readonly element: { readonly principal: unknown; readonly condition?: unknown };
}

/** The caller of a request. A masked ARN still shows the kind and the name; without an ARN, tokens take their place. */
export function callerOf(question: Question, denialCase: DenialCase): CallerName {
  const { denial, principal } = question;
  const partition = partitionOfRequest(question, denialCase);
  const found = denialCase.facts.principal ?? principal;
  if (found === null && serviceRoleOf(denial?.callerName) !== undefined) return unnamedRole(partition, null);
  if (found === null && denial?.callerName === STREAM_ROLE) return unnamedRole(partition, accountOfStream(denial));
  if (
    found === null &&
    denial?.kind === 'service-cannot-assume' &&
    denial.caller === null &&
    denial.callerName === null
  )
    return unnamedService();
  if (found === null) return maskedCaller(denial?.caller ?? denial?.callerName ?? null) ?? unknownCaller(null);
  switch (found.type) {
    case 'user':
    case 'role':
    case 'session':
    case 'federated-user':
      return entityCaller(found, denialCase);
    case 'root':
      return { ...bare(found), arn: known(`arn:${found.partition}:iam::${found.account}:root`) };
    case 'service':
      return isHost(found.name)
        ? { ...bare(found), service: found.name, element: { principal: { Service: found.name } } }
        : { ...bare(found), arn: token('SERVICE_HOST'), element: { principal: { Service: 'SERVICE_HOST' } } };
    case 'federated': {
      const { name } = found;
      // A statement names the provider.
      const provider = isPlainArn(name) || isHost(name) ? known(name) : token('CALLER_ARN');
      return { ...bare(found), arn: provider, element: { principal: { Federated: provider.text } } };
    }
    case 'anonymous':
      return { ...bare(found), element: { principal: '*' } };
  }
}

/** A service that speaks of a role that it cannot assume, and does not say which service it is. */
function unnamedService(): CallerName {
  const arn = token('SERVICE_HOST');
  return {
    type: 'service',
    account: null,
    arn,
    service: null,
    name: null,
    element: { principal: { Service: arn.text } },
  };
}

/** The execution role of a function, or the role of a stream: its name is not known, but it is a role. */
function unnamedRole(partition: string, account: string | null): CallerName {
  const name = token('CALLER_ROLE_NAME');
  const arn = join`arn:${partition}:iam::${account === null ? token('CALLER_ACCOUNT') : known(account)}:role/${name}`;
  return { type: 'role', account, arn, service: null, name, element: { principal: { AWS: arn.text } } };
}

/** Firehose takes a role of its stream's own account only. */
function accountOfStream(denial: Denial): string | null {
  const account = streamOf(denial)?.account ?? '';
  return isAccountId(account) ? account : null;
}

function entityCaller(found: Principal, denialCase: DenialCase): CallerName {
  const { type, account, name } = found;
  // Without facts, the caller is the one that the question names.
  const { facts } = denialCase;
  const about = facts.principal === null ? { ...denialCase, facts: { ...facts, principal: found } } : denialCase;
  const arn = namedCaller(about).arn ?? '';
  if (!isPlainArn(arn)) return unknownCaller(account);
  const isUnderUnknownPath = isPermissionSet(arn) && !callerArnIsKnown(about);
  const { Principal, Condition } = isUnderUnknownPath
    ? permissionSetElements(arn)
    : { Principal: { AWS: arn }, Condition: undefined };
  return {
    type,
    account,
    arn: known(arn),
    service: null,
    name: isIamName(name) ? known(name) : nameToken(type),
    element: Condition === undefined ? { principal: Principal } : { principal: Principal, condition: Condition },
  };
}

function nameToken(type: PrincipalType): Named | null {
  if (type === 'federated-user') return null;
  return token(type === 'user' ? 'USER_NAME' : 'CALLER_ROLE_NAME');
}

/** A caller that has no user or role. */
function bare({ type, account, arn }: Principal): CallerName {
  return { type, account, arn: known(arn ?? ''), service: null, name: null, element: { principal: { AWS: arn } } };
}

function unknownCaller(account: string | null): CallerName {
  const arn = token('CALLER_ARN');
  return { type: null, account, arn, service: null, name: null, element: { principal: { AWS: arn.text } } };
}

/**
 * `arn:aws:iam::***:user/ci`: the account is hidden, the rest is not. `.../app/session`: what is left of the ARN of a session. A part of a name that is hidden is a token.
 */
function maskedCaller(text: string | null): CallerName | undefined {
  const parts =
    /^arn:(aws[a-z-]{0,16}):(?:iam|sts)::[^:]{0,64}:(user|role|assumed-role)\/([^\s]{1,600})$/.exec(
      withoutPseudoParameters(text ?? ''),
    ) ?? cutSession(text ?? '');
  if (parts === null) return undefined;
  const [, partition = '', kind, rest = ''] = parts;
  const entity = kind === 'user' ? 'user' : 'role';
  const path = kind === 'assumed-role' ? (rest.split('/')[0] ?? '') : rest;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const readable = withTokens(name, HIDDEN_OF_CALLER);
  const isReadable = isIamName(readable.text) && readable.text !== 'HIDDEN';
  const shown = isReadable ? readable : token(entity === 'user' ? 'USER_NAME' : 'CALLER_ROLE_NAME');
  const isWhole = isReadable && readable.placeholders.length === 0 && /^[\w+=,.@/-]+$/.test(path) && !isMasked(path);
  const arn = join`arn:${partition}:iam::${token('CALLER_ACCOUNT')}:${entity}/${isWhole ? path : shown}`;
  return {
    type: kind === 'assumed-role' ? 'session' : entity,
    account: null,
    arn,
    service: null,
    name: shown,
    element: { principal: { AWS: arn.text } },
  };
}

const HIDDEN_OF_CALLER: Named = {
  text: 'HIDDEN',
  placeholders: [{ token: 'HIDDEN', what: 'part of the caller’s name that the error hides', fills: 'caller' }],
};

/** The role and the session of an ARN whose beginning was left out. */
function cutSession(text: string): readonly string[] | null {
  const found = /^(?:\.{3}|…)\/([\w+=,.@-]{1,64})\/([\w+=,.@-]{2,64})$/.exec(text);
  return found === null ? null : ['', 'aws', 'assumed-role', found[1] ?? ''];
}

/** True for callers whose own policies take part in the decision, and where it is not known who called. */
export function hasIdentityPolicies({ type }: CallerName): boolean {
  return type === null || type === 'user' || type === 'role' || type === 'session' || type === 'federated-user';
}

/** False for a session whose text does not show the path of its role, and where nothing else does. */
export function pathIsKnown({ type }: CallerName, denialCase: DenialCase): boolean {
  return type !== 'session' || (denialCase.facts.principal !== null && callerArnIsKnown(denialCase));
}

/** The caller's account as a principal; undefined where it is not known, or where the caller needs a condition beside it. */
export function accountPrincipal({ arn, element }: CallerName): string | undefined {
  const [, partition, , , account] = arn.text.split(':');
  return account === undefined || element.condition !== undefined ? undefined : `arn:${partition}:iam::${account}:root`;
}

/** The policies of the caller, and who can change them. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export function identityPolicies({ type, name, account, arn }: CallerName): Pick<Parts, 'step' | 'target' | 'who'> {
  return {
    step: 'identity',
    target: {
      kind: 'identity',
      name: permissionSetOf(name?.text ?? null) ?? null,
      account,
      attachedTo: type === null ? null : arn.text,
    },
    who: isPermissionSet(arn.text) ? 'identity-center-admin' : isServiceLinkedRole(arn.text) ? 'aws' : 'account-admin',
  };
}
