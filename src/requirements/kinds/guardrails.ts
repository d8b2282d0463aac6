import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { callerCondition } from '../../grants/caller-condition.ts';
import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import { isPassRole } from '../../model/actions.ts';
import { isServiceLinkedRole } from '../../model/aws-names.ts';
import type { Requirement } from '../../model/requirement.ts';
import { oneOrMore } from '../../policy/one-or-more.ts';
import { rcpsApply } from '../../reference/services/rcp-services.ts';
import { sessionBroker, sessionBrokerIn } from '../../reference/services/session-brokers.ts';
import type { Asked } from '../asked.ts';
import { type CallerName, hasIdentityPolicies, pathIsKnown } from '../caller.ts';
import { entityCommands } from '../commands.ts';
import { isPlainArn } from '../grammar.ts';
import { allow, awsCommand, noDeny, way } from '../make.ts';
import type { Named } from '../named.ts';

/**
 * What may limit the request although it grants nothing: the boundary and the session policy must allow it if there is one, every level of
 * the organization must, and no resource control policy may deny it. A service-linked role has no boundary, and
 * no policy of an organization limits it.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function guardrails(asked: Asked, resources: readonly Named[]): readonly Requirement[] {
  const { caller } = asked;
  const isLinked = isServiceLinkedRole(caller.arn.text);
  return [
    ...(mayHaveBoundary(caller) && !isLinked ? [boundary(asked, resources)] : []),
    ...(isSession(asked) ? [session(asked, resources)] : []),
    ...((hasIdentityPolicies(caller) && !isLinked) || caller.type === 'root' ? [scp(asked, resources)] : []),
    ...(mayMeetRcps(asked) && !isLinked ? [rcp(asked)] : []),
    ...(mayUseEndpoint(asked) ? [endpoint(asked, resources)] : []),
  ];
}

/** The same for a caller who comes with a token: its own account, if it has one, limits nothing. */
export function guardrailsOfResource(asked: Asked, resources: readonly Named[]): readonly Requirement[] {
  return guardrails(asked, resources).filter(({ step }) => step === 'rcp' || step === 'endpoint');
}

function requestOf({ action, question }: Asked): Requirement['request'] {
  return { action, resource: question.resource };
}

function mayHaveBoundary({ type }: CallerName): boolean {
  return type === null || type === 'user' || type === 'role' || type === 'session';
}

function isSession({ caller: { type }, denialCase }: Asked): boolean {
  return type === 'session' || type === 'federated-user' || namedReason(denialCase)?.layer === 'session';
}

function statementOf({ action }: Asked, resources: readonly Named[]) {
  return permissionStatement({ action, resource: oneOrMore(resources.map(({ text }) => text)) });
}

function boundary(asked: Asked, resources: readonly Named[]): Requirement {
  const { caller } = asked;
  return allow(
    {
      id: 'boundary',
      step: 'boundary',
      request: requestOf(asked),
      target: { kind: 'boundary', account: caller.account, attachedTo: caller.type === null ? null : caller.arn.text },
      who: 'account-admin',
      names: resources,
      show: entityCommands(caller),
      usual: ['boundary.no-allow'],
    },
    [way(statementOf(asked, resources))],
  );
}

/** Passed when the session is made, except where a service writes it itself. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
function session(asked: Asked, resources: readonly Named[]): Requirement {
  const { caller, denialCase } = asked;
  const { principal } = denialCase.facts;
  const broker =
    principal === null
      ? sessionBrokerIn(denialCase.text)
      : principal.type === 'session'
        ? sessionBroker(principal)
        : undefined;
  return allow(
    {
      id: 'session',
      step: 'session',
      request: requestOf(asked),
      target: { kind: 'session', name: broker?.name ?? null, account: caller.account },
      who: broker?.isFixed === true ? 'aws' : 'you',
      names: resources,
      usual: ['session.no-allow'],
    },
    [way(statementOf(asked, resources))],
  );
}

function endpoint(asked: Asked, resources: readonly Named[]): Requirement {
  return allow(
    {
      id: 'endpoint',
      step: 'endpoint',
      request: requestOf(asked),
      target: { kind: 'endpoint' },
      who: 'resource-owner',
      names: resources,
      show: [
        awsCommand(
          null,
          'ec2 describe-vpc-endpoints --query VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]',
        ),
      ],
      usual: ['endpoint.no-allow'],
    },
    [way(endpointStatement(asked, resources))],
  );
}

/** Gateway endpoints do not take ARNs as principals: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function endpointStatement({ action, caller, denialCase }: Asked, resources: readonly Named[]) {
  const isNamed = isPlainArn(caller.arn.text) && hasIdentityPolicies(caller);
  return grantStatement('endpoint', {
    principal: '*',
    action,
    resource: oneOrMore(resources.map(({ text }) => text)),
    condition: isNamed ? callerCondition(caller.arn.text, pathIsKnown(caller, denialCase)) : undefined,
  });
}

function scp(asked: Asked, resources: readonly Named[]): Requirement {
  const { account } = asked.caller;
  return allow(
    {
      id: 'scp',
      step: 'scp',
      request: requestOf(asked),
      target: { kind: 'scp', account, attachedTo: account },
      who: 'organization-admin',
      names: resources,
      show: account === null ? [] : [policiesFor(account, 'SERVICE_CONTROL_POLICY')],
      usual: ['scp.explicit-deny', 'scp.region', 'scp.no-allow'],
    },
    [way(statementOf(asked, resources))],
  );
}

function rcp(asked: Asked): Requirement {
  const { resourceAccount } = asked;
  return noDeny({
    id: 'rcp',
    step: 'rcp',
    request: requestOf(asked),
    target: { kind: 'rcp', account: resourceAccount, attachedTo: resourceAccount },
    who: 'organization-admin',
    show: resourceAccount === null ? [] : [policiesFor(resourceAccount, 'RESOURCE_CONTROL_POLICY')],
    usual: ['rcp.explicit-deny', 'rcp.organization'],
  });
}

/** https://docs.aws.amazon.com/cli/latest/reference/organizations/list-policies-for-target.html */
function policiesFor(account: string, type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY') {
  return awsCommand(null, `organizations list-policies-for-target --target-id ${account} --filter ${type}`);
}

function mayMeetRcps({ action, question }: Asked): boolean {
  return !isPassRole(action) && rcpsApply(action, question.resource) !== 'no';
}

/** Only where AWS says so, or the request came through one. */
function mayUseEndpoint({ denialCase }: Asked): boolean {
  const { denial, request } = denialCase;
  return denial?.reason?.layer === 'endpoint' || request?.context.get('aws:SourceVpce').status === 'known';
}
