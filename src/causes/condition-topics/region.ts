import { textsAt } from '../../evidence/policy-lookup.ts';
import { ownerOf } from '../../grants/owners.ts';
import { parseArn } from '../../model/arn.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { Remedy } from '../../model/remedy.ts';
import { defineTopic, type Judged } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const region = defineTopic({
  id: 'region',
  keys: /^aws:requestedregion$/,
  by: 'the region',
  remedies: otherRegion,
});

/** Services with one endpoint for all regions: https://docs.aws.amazon.com/general/latest/gr/rande.html#global-endpoints */
const GLOBAL =
  /^(account|aws-portal|billing|budgets|ce|cloudfront|cur|globalaccelerator|health|iam|networkmanager|organizations|pricing|route53|route53domains|shield|support|trustedadvisor|waf):/i;

function otherRegion(judged: Judged): readonly Remedy[] | undefined {
  const { action = '', resource = null } = judged.denialCase.request ?? {};
  if (GLOBAL.test(action)) return leaveOut(judged, action);
  // What stands in one region cannot be asked for in another.
  const isRegional = resource !== null && (parseArn(resource)?.region ?? '') !== '';
  return isRegional
    ? undefined
    : sendValue(judged, (value) => `send the request to an allowed region, ${value} for one`);
}

/** Region guardrails leave out global services in NotAction. */
function leaveOut({ statement, layer, document, denialCase }: Judged, action: string): readonly Remedy[] | undefined {
  const pointer = `${statement.pointer}/NotAction`;
  const { policy } = statement;
  if (statement.effect !== 'Deny' || isAwsManaged(policy.arn) || textsAt(document, pointer).length === 0)
    return undefined;
  return [{ kind: 'add-value', policy, pointer, value: action, who: ownerOf(layer, denialCase, policy) }];
}
