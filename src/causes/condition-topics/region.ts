import { parseArn } from '../../model/arn.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { Remedy } from '../../model/remedy.ts';
import { textsAt } from '../../evidence/policy-lookup.ts';
import { ownerOf } from '../../grants/owners.ts';
import { defineTopic, type Judged } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion */
export const region = defineTopic({
  id: 'region',
  keys: /^aws:requestedregion$/,
  by: 'the region',
  doc: {
    what: 'allows certain regions only, and the request went to another one.',
    why: 'The client is set to another region than it should be; or the service is a global one whose requests all go to one region (IAM, Organizations, Route 53, CloudFront and the global endpoint of STS go to us-east-1) and the policy does not leave it out.',
    fix: 'Send the request to one of the regions that are listed. For a global service the owner of the policy adds its actions to NotAction of the statement.',
  },
  remedies: otherRegion,
});

/** Services with one endpoint for all regions: https://docs.aws.amazon.com/general/latest/gr/rande.html#global-endpoints */
const GLOBAL =
  /^(account|aws-portal|billing|budgets|ce|cloudfront|cur|globalaccelerator|health|iam|networkmanager|organizations|pricing|route53|route53domains|shield|support|trustedadvisor|waf):/i;

function otherRegion(judged: Judged): readonly Remedy[] | undefined {
  const { action = '', resource = null } = judged.subject.request ?? {};
  if (GLOBAL.test(action)) return leaveOut(judged, action);
  // What stands in one region cannot be asked for in another.
  const isRegional = resource !== null && (parseArn(resource)?.region ?? '') !== '';
  return isRegional
    ? undefined
    : sendValue(judged, (value) => `send the request to an allowed region, ${value} for one`);
}

/** Region guardrails leave out global services in NotAction. */
function leaveOut({ statement, layer, document, subject }: Judged, action: string): readonly Remedy[] | undefined {
  const pointer = `${statement.pointer}/NotAction`;
  const { policy } = statement;
  if (statement.effect !== 'Deny' || isAwsManaged(policy.arn) || textsAt(document, pointer).length === 0)
    return undefined;
  return [{ kind: 'add-value', policy, pointer, value: action, who: ownerOf(layer, subject, policy) }];
}
