import type { CredentialError, Denial, DenialKind } from '../model/denial.ts';
import { claimOf, type Group } from './assemble/group.ts';
import { credentialErrorOf, isDenialCode, isOtherAuthCode } from './grammar/codes.ts';
import { isFromElsewhere } from './not-aws.ts';
import { actionOfOperation } from './operations/operation-actions.ts';
import type { Claim, Said } from './shapes/shape.ts';
import type { DenseText } from './text/dense-text.ts';

const KINDS: Readonly<Record<Claim, DenialKind>> = {
  denied: 'iam-denial',
  'cannot-assume': 'service-cannot-assume',
  credentials: 'credentials',
  other: 'other-aws-auth',
};

/** The denial that a group of parts states; undefined if it states none, or another system than AWS does. */
export function toDenial(group: Group, dense: DenseText): Denial | undefined {
  const { said } = group;
  const claim = claimOf(group) ?? claimOfCode(said) ?? claimOfBareCode(group);
  if (claim === undefined) return undefined;
  const namesArn = said.caller !== undefined || said.resource?.startsWith('arn:') === true;
  if (isFromElsewhere(dense, group.from, group.to, namesArn)) return undefined;
  const last = group.parts
    .filter(({ role, isWhole }) => role !== 'record' || isWhole)
    .reduce((to, part) => Math.max(to, part.to), group.from + 1);
  return {
    code: said.code ?? said.bareCode ?? said.wrapperCode ?? null,
    operation: said.operation ?? null,
    caller: said.caller ?? null,
    callerName: said.callerName ?? null,
    action: actionOf(said) ?? null,
    resource: said.resource ?? null,
    reason: said.reason ?? null,
    encodedMessage: said.encodedMessage ?? null,
    authorizationId: said.authorizationId ?? null,
    requestId: said.requestId ?? null,
    passedToService: said.passedToService ?? null,
    region: said.region ?? null,
    kind: KINDS[claim],
    credentialError: claim === 'credentials' ? credentialErrorIn(said) : null,
    shape: shapeOf(group),
    lines: [dense.lineAt(group.from), dense.lineAt(Math.max(group.from, last - 1))],
    truncated: said.truncated === true,
  };
}

function claimOfCode({ code, status, service }: Said): Claim | undefined {
  if (code !== undefined) {
    if (isDenialCode(code)) return 'denied';
    if (credentialErrorOf(code) !== undefined) return 'credentials';
    return isOtherAuthCode(code) ? 'other' : undefined;
  }
  return status === '403' && service !== undefined ? 'denied' : undefined;
}

/** A code that may be anybody's is AWS's beside one of its messages. */
function claimOfBareCode({ said, message }: Group): Claim | undefined {
  return message === undefined ? undefined : claimOfCode({ code: said.bareCode ?? '' });
}

function credentialErrorIn(said: Said): CredentialError | null {
  return said.credentialError ?? credentialErrorOf(said.code ?? said.bareCode ?? '') ?? null;
}

function actionOf(said: Said): string | undefined {
  if (said.action !== undefined) return said.action;
  const name = said.operation ?? said.method;
  return name === undefined ? undefined : actionOfOperation(name, said.service);
}

/** Named after the wrapper, or after the message where it stands alone. */
function shapeOf(group: Group): string {
  const wrapper = group.parts.find(({ role }) => role === 'record' || role === 'head') ?? group.parts[0];
  return wrapper?.shape ?? 'unknown';
}
