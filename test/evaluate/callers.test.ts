import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { rows } from './rows.ts';
import { ACCOUNT_ARN, asked, EVERYONE, FEDERATED_USER, own, type Target } from './targets.ts';
import { ACCOUNT, ALLOW_ALL, ALLOW_OTHER, type CallerKind, document, layerOf, named, policies } from './worlds.ts';

// Services, federated identities and anonymous callers have no policies of their own: the page on evaluation above, and
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
describe('callers without policies of their own', () => {
  const NAMED = rows(`
    caller    | resource | named by                               | allowed
    service   | object   | {"Service":"lambda.amazonaws.com"}     | yes
    service   | object   | {"Service":"ec2.amazonaws.com"}        | no
    service   | object   | ${ACCOUNT_ARN}                         | no
    service   | object   | ${EVERYONE}                            | yes
    service   | role     | {"Service":"lambda.amazonaws.com"}     | yes
    service   | role     | {"Service":"events.amazonaws.com"}     | no
    anonymous | object   | ${EVERYONE}                            | yes
    anonymous | object   | ${ACCOUNT_ARN}                         | no
    federated | object   | nobody                                 | no
  `);

  it.each(NAMED)('%s on %s, named by %s: %s', (caller, target, principal = '', allowed) => {
    const silent = { identity: [], boundary: ALLOW_OTHER, session: ALLOW_OTHER, scps: [[named(ALLOW_OTHER)]] };
    const given = policies({ ...silent, resource: own(target as Target, principal) }); // a cell of the table
    const found = evaluate(asked(target as Target, caller as CallerKind, ACCOUNT), given); // cells of the table
    const layer = target === 'role' ? 'trust' : 'resource';
    expect([found.allowed, found.blockers]).toEqual([allowed, allowed === 'yes' ? [] : [layer]]);
    for (const other of ['identity', 'boundary', 'session', 'scp'] as const)
      expect(layerOf(found, other)).toEqual({ allow: 'yes', deny: 'no', statements: [] });
  });

  it.each(
    rows(`
    operation                  | caller    | trust names                                                                              | allowed
    AssumeRoleWithWebIdentity  | federated | arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com              | yes
    AssumeRoleWithWebIdentity  | federated | arn:aws:iam::111122223333:oidc-provider/other.example                                    | no
    AssumeRoleWithSAML         | federated | arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com              | yes
    AssumeRoleWithSAML         | federated | arn:aws:iam::111122223333:saml-provider/corporate                                        | no
    AssumeRoleWithWebIdentity  | user      | arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com              | unknown
  `),
  )('sts:%s by %s of a role that trusts %s: %s', (operation, caller, provider, allowed) => {
    const action = `sts:${operation}`;
    const resource = document({ Effect: 'Allow', Principal: { Federated: provider }, Action: action });
    const given = policies({ resource, identity: [], boundary: ALLOW_OTHER, scps: [[]] });
    const found = evaluate({ ...asked('role', caller as CallerKind, ACCOUNT), action }, given); // a cell of the table
    expect(found.allowed).toBe(allowed);
    expect(found.blockers).toEqual(allowed === 'no' ? ['trust'] : []);
  });
});

// "if you do not pass a policy … the resulting federated user session has no permissions", except what a resource's policy gives it:
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
describe('a federated user without session policy', () => {
  const all = { identity: [named(ALLOW_ALL)] };

  it('has no permissions of its own', () => {
    const found = evaluate(asked('object', 'federated-user', ACCOUNT), policies(all));
    expect(found).toMatchObject({ allowed: 'no', blockers: ['session'], layers: { session: { allow: 'no' } } });
  });

  it('has what the policy of a resource gives it', () => {
    const given = policies({ ...all, resource: own('object', FEDERATED_USER) });
    expect(evaluate(asked('object', 'federated-user', ACCOUNT), given).allowed).toBe('yes');
  });

  it('calls no STS operation but GetCallerIdentity, and IAM in the console only', () => {
    const given = policies({ ...all, session: ALLOW_ALL });
    const action = (name: string) =>
      evaluate({ ...asked('object', 'federated-user', ACCOUNT), action: name, resource: '*' }, given);
    expect(action('sts:GetAccessKeyInfo').allowed).toBe('no');
    expect(action('sts:GetCallerIdentity').allowed).toBe('yes');
    expect(action('iam:ListUsers').allowed).toBe('unknown');
    expect(action('s3:ListAllMyBuckets').allowed).toBe('yes');
  });
});
