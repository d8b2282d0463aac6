import { describe, expect, it } from 'vitest';
import type { PolicyRef } from '../../src/model/policy.ts';
import { consolePage } from '../../src/report/console-page.ts';
import { linksOf } from '../../src/report/links.ts';
import { render } from '../../src/report/render.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { hostile } from './diagnoses/hostile.ts';
import { expiredSession } from './diagnoses/others.ts';
import { trustNearMiss } from './diagnoses/trust-near-miss.ts';

const NONE: PolicyRef = { name: 'x', arn: null, kind: 'session', attachedTo: null };
const ROLE = 'arn:aws:iam::111122223333:role/teams/ci';
const SCP = 'arn:aws:organizations::111122223333:policy/o-exampleorg1/service_control_policy/p-abcd1234';

describe('the console page of a policy', () => {
  it.each([
    [{ kind: 'trust', attachedTo: ROLE }, 'https://console.aws.amazon.com/iam/home#/roles/details/ci'],
    [{ kind: 'inline', attachedTo: ROLE }, 'https://console.aws.amazon.com/iam/home#/roles/details/ci'],
    [
      { kind: 'inline', attachedTo: 'arn:aws-cn:iam::111122223333:user/a@b+c' },
      'https://console.amazonaws.cn/iam/home#/users/details/a%40b%2Bc',
    ],
    [
      { kind: 'managed', arn: 'arn:aws-us-gov:iam::111122223333:policy/Deploy' },
      'https://console.amazonaws-us-gov.com/iam/home#/policies/details/arn%3Aaws-us-gov%3Aiam%3A%3A111122223333%3Apolicy%2FDeploy',
    ],
    [
      { kind: 'boundary', arn: 'arn:aws:iam::aws:policy/PowerUserAccess', attachedTo: ROLE },
      'https://console.aws.amazon.com/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FPowerUserAccess',
    ],
    [
      { kind: 'scp', arn: SCP },
      'https://console.aws.amazon.com/organizations/v2/home/policies/service-control-policy/p-abcd1234',
    ],
    [
      { kind: 'rcp', arn: SCP.replace('service_', 'resource_') },
      'https://console.aws.amazon.com/organizations/v2/home/policies/resource-control-policy/p-abcd1234',
    ],
  ] satisfies [Partial<PolicyRef>, string][])('%o', (policy, page) => {
    expect(consolePage({ ...NONE, ...policy })).toBe(page);
  });

  it.each([
    ['a policy without an ARN', { kind: 'managed' }],
    ['a partition without a console that is known', { kind: 'trust', attachedTo: ROLE.replace('aws', 'aws-iso') }],
    ['a name that IAM would not take', { kind: 'trust', attachedTo: 'arn:aws:iam::111122223333:role/a)[b](c' }],
    ['what has no name', { kind: 'trust', attachedTo: 'arn:aws:iam::111122223333:root' }],
    ['a resource policy', { kind: 'resource', arn: 'arn:aws:s3:::assets' }],
  ] satisfies [string, Partial<PolicyRef>][])('is not there for %s', (_, policy) => {
    expect(consolePage({ ...NONE, ...policy })).toBeNull();
  });
});

describe('the links of a cause', () => {
  const [cause] = trustNearMiss.causes;
  const links = cause === undefined ? [] : linksOf(cause);

  it('are the page of AWS, and the console page of the policy', () => {
    expect(links).toEqual([
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://console.aws.amazon.com/iam/home#/roles/details/prod-deploy',
    ]);
    expect(expiredSession.causes.map(linksOf)).toEqual([
      ['https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html'],
    ]);
  });

  it('are in JSON and Markdown', () => {
    expect(JSON.parse(render([trustNearMiss], 'json')).diagnoses[0].causes[0].links).toEqual(links);
    const markdown = render([trustNearMiss], 'markdown');
    for (const url of links) expect(markdown).toContain(`](${url})`);
  });

  it('are in text for terminals that make links of them, which leave the text as it is', () => {
    const plain = render([trustNearMiss, guardrailAndGap], 'text');
    const linked = render([trustNearMiss, guardrailAndGap], 'text', { hyperlinks: true });
    expect(plain).not.toContain('\u001b');
    expect(linked).toContain(`\u001b]8;;${links[0]}\u001b\\trust.near-miss\u001b]8;;\u001b\\`);
    expect(linked.replaceAll(/\u001b\]8;;[^\u001b]*\u001b\\/g, '')).toBe(plain);
  });

  it('lead nowhere but to AWS, whatever names say', () => {
    const linked = render([hostile], 'text', { hyperlinks: true, detail: 'verbose' });
    const urls = Array.from(linked.matchAll(/\u001b\]8;;([^\u001b]+)/g), ([, url = '']) => url);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !/^https:\/\/(docs|console)\.aws\.amazon\.com\/[\w/.#?=%-]*$/.test(url))).toEqual([]);
  });
});
