import { orList } from '../../evidence/value-words.ts';
import { statementWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { ownerOf } from '../../grants/owners.ts';
import { parseArn } from '../../model/arn.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { ExemptedBy, Remedy } from '../../model/remedy.ts';
import type { DecidingCondition, TopicRemedies } from './deciding-condition.ts';

/**
 * The exemption from a Deny that guards the network, as AWS documents it: requests that a service makes come from its own address, and the
 * guard stays for all others. A request that the caller makes itself has to come another way, or its address is added, for this action.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html
 * https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html
 */
export function networkGuard(how: string, otherWay: TopicRemedies = () => undefined): TopicRemedies {
  return (condition) => {
    if (condition.statement.effect !== 'Deny') return otherWay(condition);
    if (isAwsManaged(condition.statement.policy.arn)) return undefined;
    const service = serviceExemption(condition);
    if (service !== undefined) return [exempting(condition, service)];
    const other = otherWay(condition);
    if (other !== undefined) return other;
    const address = sentFrom(condition);
    if (address !== undefined)
      return [
        { ...exempting(condition, address), note: `a call from ${orList(condition.values)} needs no change of it` },
      ];
    const { statement, layer, denialCase } = condition;
    const through = isKnownDirect(condition)
      ? ''
      : `; if an AWS service makes the call for the caller, exempt that (BoolIfExists aws:ViaAWSService false)`;
    return [advise(`${how} in ${statementWords(statement)}${through}`, ownerOf(layer, denialCase, statement.policy))];
  };
}

/** The address that the request is known to come from, beside those that the condition lists. */
function sentFrom({ finding, operator }: DecidingCondition): ExemptedBy | undefined {
  if (operator.family !== 'address' || !operator.negated || finding.request.status !== 'known') return undefined;
  const [address, ...more] = finding.request.values;
  if (address === undefined || more.length > 0) return undefined;
  return { what: `requests from ${address}`, pointer: finding.pointer, value: address };
}

/** What exempts the request because a service makes it; undefined where the caller does, or where it is not known. */
function serviceExemption(condition: DecidingCondition): ExemptedBy | undefined {
  const { denialCase, statement } = condition;
  const isService = denialCase.facts.principal?.type === 'service';
  const key = isService ? 'aws:PrincipalIsAWSService' : 'aws:ViaAWSService';
  if (!isService && !comesThroughService(condition)) return undefined;
  if (statement.conditions.some((other) => other.key.toLowerCase() === key.toLowerCase())) return undefined;
  const what = isService ? 'requests of AWS services themselves' : 'requests that an AWS service makes for the caller';
  // With Bool, a request without the key would no longer be denied.
  return { what: `${what} (${key})`, operator: 'BoolIfExists', key, value: 'false' };
}

function comesThroughService({ denialCase: { request } }: DecidingCondition): boolean {
  const via = request?.context.get('aws:ViaAWSService');
  const calledVia = request?.context.get('aws:CalledVia');
  return (
    (via?.status === 'known' && via.values[0] === 'true') ||
    (calledVia?.status === 'known' && calledVia.values.length > 0)
  );
}

function isKnownDirect({ denialCase: { request } }: DecidingCondition): boolean {
  const via = request?.context.get('aws:ViaAWSService');
  return via?.status === 'known' && via.values[0] === 'false';
}

/**
 * The exemption from a Deny that guards the region: one more region for the denied action, which everything else stays denied in. Undefined
 * for an Allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html
 */
export const regionGuard: TopicRemedies = (condition) => {
  const { statement, finding, operator, layer, denialCase } = condition;
  if (statement.effect !== 'Deny' || isAwsManaged(statement.policy.arn)) return undefined;
  const region = requestedRegion(condition);
  const action = denialCase.request?.action ?? 'the action';
  if (region === undefined || !operator.negated || operator.family !== 'string')
    return [
      advise(
        `let ${statementWords(statement)} leave out ${action} in ${region ?? 'this region'}, if it is meant to be used there`,
        ownerOf(layer, denialCase, statement.policy),
      ),
    ];
  return [
    {
      ...exempting(condition, {
        what: `requests to ${region}`,
        pointer: finding.pointer,
        value: region,
        ofRequest: finding.key,
      }),
      ...routing(condition),
    },
  ];
};

/** The region that the request is known to go to, else that of its resource: it cannot be requested in another one. */
function requestedRegion({ finding, denialCase: { request } }: DecidingCondition): string | undefined {
  if (finding.request.status === 'known') return finding.request.values[0];
  const region = parseArn(request?.resource ?? '')?.region ?? '';
  return finding.request.status === 'unknown' && region !== '' ? region : undefined;
}

/** An inference profile of Amazon Bedrock sends requests on to several regions. https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html */
function routing({
  denialCase: { request },
}: DecidingCondition): Pick<Extract<Remedy, { kind: 'exempt' }>, 'note' | 'commands'> {
  if (!/^bedrock:invokemodel/i.test(request?.action ?? '') || !/:foundation-model\//.test(request?.resource ?? ''))
    return {};
  return {
    note: 'an inference profile sends requests on to each of its regions, so all of them are needed',
    commands: [['aws', 'bedrock', 'list-inference-profiles']],
  };
}

function exempting(
  { statement, layer, denialCase }: DecidingCondition,
  by: ExemptedBy,
): Extract<Remedy, { kind: 'exempt' }> {
  const { policy, index } = statement;
  return { kind: 'exempt', policy, statement: index, who: ownerOf(layer, denialCase, policy), by };
}
