import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
export const organization = defineTopic({
  id: 'organization',
  keys: /^aws:(principalorgid|principalorgpaths|resourceorgid|resourceorgpaths)$/,
  by: 'the organization of caller or resource',
  doc: {
    what: 'keeps requests within one organization (a data perimeter), and the caller or the resource is outside of it.',
    why: 'The account is in another organization or in none, left it, or moved to another organizational unit; resources that AWS itself owns (images, layers, buckets of a service) are in nobody’s organization. Calls by an AWS service carry no aws:PrincipalOrgID.',
    fix: 'The owner of the policy adds the organization or exempts this principal or resource; services are let through with aws:PrincipalIsAWSService or aws:SourceOrgID.',
  },
});
