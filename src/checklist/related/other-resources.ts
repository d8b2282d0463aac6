import { formatArn, parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import { resourceKind } from '../../reference/condition-keys.ts';
import { type ActionResource, actionFacts } from '../../reference/service-facts.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * EC2 decides one call once for every resource that it needs, each with the condition keys of that resource, and the message names the
 * one that was refused. The ids of the others are not in the text: only what holds for every one of a kind is certain.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 */
export function otherResources(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || request.resource === null || !request.action.toLowerCase().startsWith('ec2:')) return [];
  const denied = resourceKind(request.resource);
  const types = actionFacts(request.action)?.resourceTypes.filter(({ required }) => required) ?? [];
  const others = types.filter((type) => resourceKind(type.arn) !== denied);
  if (others.length === types.length) return [];
  return others.map((type) => ({
    why: `the same call needs ${request.action} on its ${type.name}, which the text does not name`,
    kind: type.name,
    question: sameCaller(denialCase, question, { resource: unnamed(type, request.resource ?? '', denialCase) }),
  }));
}

/** AWS's pattern with what holds for the whole call. What the call creates is the caller's; what is there already may be shared by another account. */
function unnamed(type: ActionResource, denied: string, { facts }: DenialCase): string | null {
  const [call, pattern] = [parseArn(denied), parseArn(type.arn)];
  if (call === undefined || pattern === undefined || call.region === '') return null;
  const creates = type.conditionKeys?.some((key) => key.startsWith('aws:RequestTag/')) === true;
  const account = (creates ? facts.principal?.account : null) ?? pattern.account;
  return formatArn({
    ...pattern,
    ...(pattern.account === '' ? {} : { account }),
    partition: call.partition,
    region: call.region,
  });
}
