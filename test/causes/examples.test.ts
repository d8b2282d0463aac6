import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import type { ExampleContext, ExamplePolicy } from '../../src/causes/texts/examples/example.ts';
import { exampleKeys, exampleOf, type LayerExample } from '../../src/causes/texts/examples/example-of.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies, EvaluationRequest } from '../../src/model/evaluation.ts';

const ACCOUNT = { AWS: 'arn:aws:iam::111122223333:root' };
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const ANYONE_ASSUMES = {
  Effect: 'Allow',
  Principal: { AWS: '*', Federated: '*' },
  Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
};

const EXAMPLES = CAUSES.flatMap(({ id }) => {
  const example = exampleOf(id);
  return example === null ? [] : [{ id, example }];
});

/** Causes that no change of a policy mends. */
const UNDECIDED = [
  /^(credentials|caller)\./,
  // AWS names the layer, and no statement is known.
  /\.named-by-aws$/,
  // The token or the SAML response is refused before the trust policy is evaluated, or is not known.
  /^web-identity\.(no-id-token|audience-not-registered|provider-missing|thumbprint|keys-unreachable|rejected-claim|not-an-id-token)$/,
  /^web-identity\.(signing-key|outbound-disabled|payload-too-large|token-expired|token-not-yet-valid|token-not-shown)$/,
  /^saml\.(signature|issuer|provider-not-found|session-name|source-identity|audience|expired)$/,
  // Something does not exist, is something else, or was changed since.
  /^trust\.(oidc-provider-missing|saml-provider-missing|not-a-role|just-created|created-after|organization-access-role)$/,
  /^trust\.(arn-without-account|role-name-not-set|role-path|role-case|role-not-found|service-linked|permission-set)$/,
  /^passrole\.(cross-account|reserved-role|role-not-found|instance-profile-empty)$/,
  /^identity\.(just-changed|quarantine)$|^scp\.deny-root$|^endpoint\.through-scp$|\.deny-all$/,
  // What such a comparison says is not documented.
  /\.multivalued-key$/,
  // Settings beside policies.
  /^resource\.(access-disabled|access-point-bucket|block-public-access|block-public-access-likely|variable-not-set|customer-keys-blocked|key-not-visible|key-not-usable|default-key|lake-formation|access-grant|api-authorizer|object-key|object-lock|object-ownership|not-public|no-policies)$/,
];

const statementsOf = (policy: ExamplePolicy) => [policy].flat();

/** The policy of the example with what stands beside it: an Allow where the example only denies. */
function documentOf(policy: ExamplePolicy, { before, after }: LayerExample, beside: object): object {
  const [first] = statementsOf(policy);
  if (first !== undefined && 'Statement' in first) return first;
  const onlyDenies = [before, after ?? []].flatMap(statementsOf).every(({ Effect }) => Effect === 'Deny');
  const statements = statementsOf(policy);
  return { Version: '2012-10-17', Statement: onlyDenies ? [...statements, beside] : statements };
}

/** All other policies allow the request, as far as they have to. */
function policiesOf(example: LayerExample, policy: ExamplePolicy): EvaluationPolicies {
  const { layer, action } = example;
  const whole = { Version: '2012-10-17', Statement: [EVERYTHING] };
  const others: EvaluationPolicies = {
    identity: [{ name: 'whole', document: whole }],
    resource: action.startsWith('sts:')
      ? { Version: '2012-10-17', Statement: [{ ...ANYONE_ASSUMES, Principal: ACCOUNT }] }
      : action.startsWith('kms:')
        ? {
            Version: '2012-10-17',
            Statement: [{ ...EVERYTHING, Principal: ACCOUNT }],
          }
        : null,
    boundary: null,
    session: null,
    scps: null,
    rcps: null,
    endpoint: null,
  };
  const beside = layer === 'trust' ? ANYONE_ASSUMES : layer === 'resource' ? EVERYBODY : EVERYTHING;
  const document = documentOf(policy, example, layer === 'endpoint' ? EVERYBODY : beside);
  const named = [{ name: 'example', document }];
  switch (layer) {
    case 'identity':
      return { ...others, identity: named };
    case 'boundary':
    case 'endpoint':
      return { ...others, [layer]: document };
    case 'session':
      return { ...others, session: named };
    case 'scp':
      return { ...others, scps: [named] };
    case 'rcp':
      return { ...others, rcps: [named], resource: besides(action) };
    case 'trust':
      return { ...others, resource: document };
    case 'resource':
      return { ...others, resource: document };
  }
}

function besides(action: string): object {
  return { Version: '2012-10-17', Statement: [action.startsWith('sts:') ? ANYONE_ASSUMES : EVERYBODY] };
}

function accountOf(arn: string): string {
  return /:(\d{12}):/.exec(arn)?.[1] ?? '111122223333';
}

function requestOf({ principal, action, resource, context }: LayerExample, send: ExampleContext): EvaluationRequest {
  const arn = typeof principal === 'string' ? principal : null;
  const role = arn?.replace(/^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3');
  const known = arn === null ? {} : { 'aws:PrincipalArn': role ?? '', 'aws:PrincipalAccount': accountOf(arn) };
  return {
    principal,
    action,
    resource,
    resourceAccount: accountOf(resource),
    context: { ...known, ...context, ...send },
  };
}

describe('the example of a cause', () => {
  it.each(EXAMPLES)('$id is denied before, and allowed after', ({ example }) => {
    const { before, after, send } = example;
    expect(evaluate(requestOf(example, {}), policiesOf(example, before)).allowed).toBe('no');
    expect(evaluate(requestOf(example, send ?? {}), policiesOf(example, after ?? before)).allowed).toBe('yes');
  });

  it.each(EXAMPLES)('$id denies in its own layer', ({ example }) => {
    const { blockers } = evaluate(requestOf(example, {}), policiesOf(example, example.before));
    expect(blockers).toContain(example.layer);
  });

  it('changes the policy or the request, and never both', () => {
    const wrong = EXAMPLES.filter(({ example: { after, send } }) => (after === null) === (send === null));
    expect(wrong).toEqual([]);
  });

  it('is there wherever a policy decides', () => {
    const missing = CAUSES.map(({ id }) => id).filter((id) => exampleOf(id) === null);
    expect(missing.filter((id) => !UNDECIDED.some((pattern) => pattern.test(id)))).toEqual([]);
  });

  it('belongs to a cause', () => {
    const ids: readonly string[] = CAUSES.map(({ id }) => id);
    expect(exampleKeys().filter((key) => !ids.some((id) => id === key || id.endsWith(`.${key}`)))).toEqual([]);
  });
});
