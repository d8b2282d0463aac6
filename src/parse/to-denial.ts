import { servicePrefix } from '../model/actions.ts';
import type { CredentialError, Denial, DenialKind } from '../model/denial.ts';
import { claimOf, type Group } from './assemble/group.ts';
import { credentialErrorOf, isDenialCode, isDenialName, isOtherAuthCode, serviceInCode } from './grammar/codes.ts';
import { mendArn } from './grammar/mend-arn.ts';
import { isAnotherSystem } from './not-aws.ts';
import { actionOfOperation } from './operations/operation-actions.ts';
import { serviceOfCode } from './operations/operation-services.ts';
import type { Claim, StatedFields } from './shapes/shape.ts';
import type { DenseText } from './text/dense-text.ts';

const KINDS: Readonly<Record<Claim, DenialKind>> = {
  denied: 'iam-denial',
  'cannot-assume': 'service-cannot-assume',
  credentials: 'credentials',
  other: 'other-aws-auth',
};

/** The denial that a group of parts makes; undefined if it makes none, or the answer is from another system than AWS. */
export function toDenial(group: Group, dense: DenseText): Denial | undefined {
  const { fields } = group;
  const claim = claimOf(group) ?? claimOfCode(fields) ?? claimOfBareCode(group);
  if (claim === undefined) return undefined;
  const namesArn = fields.caller !== undefined || fields.resource?.startsWith('arn:') === true;
  if (isAnotherSystem(dense, group.from, group.to, namesArn)) return undefined;
  const last = group.parts
    .filter(({ place, isWhole }) => place !== 'record' || isWhole)
    .reduce((to, part) => Math.max(to, part.to), group.from + 1);
  return {
    code: fields.code ?? fields.bareCode ?? fields.wrapperCode ?? null,
    operation: fields.operation ?? null,
    caller: fields.caller === undefined ? null : mendArn(fields.caller),
    callerName: fields.callerName ?? null,
    action: actionOf(fields) ?? null,
    resource: fields.resource === undefined ? onlyRole(claim, fields) : mendArn(fields.resource),
    reason: fields.reason ?? null,
    encodedMessage: fields.encodedMessage ?? null,
    authorizationId: fields.authorizationId ?? null,
    requestId: fields.requestId ?? null,
    passedToService: fields.passedToService ?? null,
    region: fields.region ?? null,
    kind: KINDS[claim],
    credentialError: claim === 'credentials' ? credentialErrorIn(fields) : null,
    shape: shapeOf(group),
    lines: [dense.lineAt(group.from), dense.lineAt(Math.max(group.from, last - 1))],
    truncated: fields.truncated === true,
    origin: null,
    ...serviceIn(fields),
    ...(fields.calledFrom === undefined ? {} : { calledFrom: fields.calledFrom }),
    ...(fields.sent === undefined ? {} : { sent: fields.sent }),
    ...(fields.calls === undefined ? {} : { calls: fields.calls }),
    ...(fields.recorded === undefined
      ? {}
      : { nearby: fields.recorded.map((resource) => ({ ...resource, line: null })) }),
  };
}

/** The service that the text names beside the operation, by the prefix of its actions. */
function serviceIn({ operation, service }: StatedFields): Pick<Denial, 'service'> {
  const called = operation === undefined || service === undefined ? undefined : actionOfOperation(operation, service);
  return called === undefined ? {} : { service: servicePrefix(called) };
}

/** The role of a call, where the message says that a service cannot assume it and the record of the call has one role only. */
function onlyRole(claim: Claim, { recorded = [] }: StatedFields): string | null {
  if (claim !== 'cannot-assume') return null;
  const [role, ...others] = recorded.filter(({ value }) => /^arn:[^:]*:iam::[^:]*:role\//.test(value));
  return others.length === 0 ? (role?.value ?? null) : null;
}

function claimOfCode({ code, status, service, operation }: StatedFields): Claim | undefined {
  if (code !== undefined) {
    if (isDenialCode(code)) return 'denied';
    if (credentialErrorOf(code) !== undefined) return 'credentials';
    if (isOtherAuthCode(code)) return 'other';
    return (operation ?? service) !== undefined && isDenialName(code) ? 'denied' : undefined;
  }
  return status === '403' && service !== undefined ? 'denied' : undefined;
}

/** A bare code may come from any system, but next to one of AWS's messages it is AWS's. */
function claimOfBareCode({ fields, message }: Group): Claim | undefined {
  return message === undefined ? undefined : claimOfCode({ code: fields.bareCode ?? '' });
}

function credentialErrorIn(fields: StatedFields): CredentialError | null {
  return fields.credentialError ?? credentialErrorOf(fields.code ?? fields.bareCode ?? '') ?? null;
}

function actionOf(fields: StatedFields): string | undefined {
  if (fields.action !== undefined) return fields.action;
  const name = fields.operation ?? fields.method;
  const { code } = fields;
  // What was called is allowed where the code has another service in its name.
  if (code !== undefined && !isDenialCode(code) && serviceInCode(code) !== undefined) return undefined;
  const service = fields.service ?? serviceOfCode(fields.code ?? fields.wrapperCode ?? null);
  return name === undefined ? undefined : actionOfOperation(name, service);
}

/** The shape is named after the wrapper, or after the message if there is no wrapper. */
function shapeOf(group: Group): string {
  const wrapper = group.parts.find(({ place }) => place === 'record' || place === 'head') ?? group.parts[0];
  return wrapper?.shape ?? 'unknown';
}
