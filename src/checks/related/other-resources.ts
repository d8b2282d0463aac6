import { parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import type { Question } from '../../model/question.ts';
import { type ActionResource, actionFacts } from '../../reference/service-facts.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * EC2 decides one call once for every resource that it needs, and the message names the one that was refused. Their ARNs are not in
 * the text: asked for any resource, only what holds for every one of them is certain.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 */
export function otherResources(built: Case, question: Question): readonly RelatedQuestion[] {
  const { request } = built;
  if (request === null || request.resource === null || !request.action.toLowerCase().startsWith('ec2:')) return [];
  const denied = kindOf(request.resource);
  const types = actionFacts(request.action)?.resourceTypes.filter(({ required }) => required) ?? [];
  const others = types.filter((type) => kindOf(type.arn) !== denied).map(({ name }) => name);
  if (others.length === 0 || others.length === types.length) return [];
  const listed = others.join(', ');
  return [
    {
      why: `${request.action} needs the same on every other resource of the call (${listed}); the text does not name them`,
      question: sameCaller(built, question, { resource: null }),
    },
  ];
}

/** `instance` of `arn:aws:ec2:eu-west-1:111122223333:instance/*`, and of AWS's pattern for it. */
function kindOf(arn: ActionResource['arn']): string {
  const resource = parseArn(arn)?.resource ?? '';
  return resource.slice(0, Math.max(0, resource.indexOf('/')));
}
