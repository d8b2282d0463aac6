import { type Principal, parsePrincipal } from '../../src/model/principal.ts';

/** A caller, and every way in which a policy can name it, the most exact first. */
export interface RandomCaller {
  readonly principal: Principal;
  readonly kind: 'user' | 'role' | null;
  /** Of the user or role itself. */
  readonly arn: string | null;
  readonly uniqueId: string;
  readonly hasPolicies: boolean;
  readonly hasSession: boolean;
  readonly names: readonly [unknown, ...unknown[]];
}

const ACCOUNT = '111122223333';
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci/build`;
const USER = `arn:aws:iam::${ACCOUNT}:user/ci/build`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/build/run-7`;
const FEDERATED_USER = `arn:aws:sts::${ACCOUNT}:federated-user/build`;
const OIDC = 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com';
const SAML = 'arn:aws:iam::444455556666:saml-provider/okta';

function parsed(arn: string): Principal {
  const principal = parsePrincipal(arn);
  if (principal === undefined) throw new Error(`not a principal: ${arn}`);
  return principal;
}

function nameless(type: Principal['type'], name: string): Principal {
  return { type, name, arn: null, account: null, partition: 'aws', path: null, sessionName: null };
}

const OF_ACCOUNT = [{ AWS: ACCOUNT }, { AWS: ROOT }, '*', { AWS: '*' }] as const;
const nobody = { kind: null, arn: null, uniqueId: '', hasPolicies: false, hasSession: false } as const;

/** Every type of caller, the common ones more often. */
export const CALLERS: readonly [RandomCaller, ...RandomCaller[]] = [
  session(SESSION),
  user(),
  session(SESSION),
  role(),
  ...others(),
];

function session(arn: string): RandomCaller {
  const names = [
    { AWS: ROLE },
    { AWS: arn },
    { AWS: 'AROABUILDBUILD1' },
    { AWS: [ROLE, SESSION] },
    ...OF_ACCOUNT,
  ] as const;
  return {
    principal: parsed(arn),
    kind: 'role',
    arn: ROLE,
    uniqueId: 'AROABUILDBUILD1',
    hasPolicies: true,
    hasSession: true,
    names,
  };
}

function role(): RandomCaller {
  const names = [{ AWS: ROLE }, { AWS: 'AROABUILDBUILD1' }, ...OF_ACCOUNT] as const;
  return {
    principal: parsed(ROLE),
    kind: 'role',
    arn: ROLE,
    uniqueId: 'AROABUILDBUILD1',
    hasPolicies: true,
    hasSession: true,
    names,
  };
}

function user(): RandomCaller {
  const names = [{ AWS: USER }, { AWS: 'AIDABUILDBUILD1' }, { AWS: [USER] }, ...OF_ACCOUNT] as const;
  return {
    principal: parsed(USER),
    kind: 'user',
    arn: USER,
    uniqueId: 'AIDABUILDBUILD1',
    hasPolicies: true,
    hasSession: false,
    names,
  };
}

function others(): readonly RandomCaller[] {
  return [
    { ...nobody, principal: parsed(ROOT), names: OF_ACCOUNT },
    {
      ...nobody,
      principal: parsed(FEDERATED_USER),
      hasPolicies: true,
      hasSession: true,
      names: [{ AWS: FEDERATED_USER }, { AWS: USER }, ...OF_ACCOUNT],
    },
    {
      ...nobody,
      principal: nameless('service', 'lambda.amazonaws.com'),
      names: [{ Service: 'lambda.amazonaws.com' }, { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] }, '*'],
    },
    {
      ...nobody,
      principal: nameless('federated', OIDC),
      names: [{ Federated: OIDC }, { Federated: [SAML, OIDC] }, '*'],
    },
    {
      ...nobody,
      principal: nameless('federated', SAML),
      names: [{ Federated: SAML }, { Federated: [SAML, OIDC] }, '*'],
    },
    { ...nobody, principal: nameless('anonymous', ''), names: ['*', { AWS: '*' }] },
  ];
}
