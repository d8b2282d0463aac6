import { CALLER_ACCOUNT, callerEntity, ORGANIZATION, resourceAccount, resourceArn, type World } from './world.ts';

/** A way to see less of a world. Each makes something unreadable that was read before. */
export type Degradation = (file: SnapshotFile, world: World) => void;

/** The parts of a snapshot file that the degradations touch. */
export interface SnapshotFile {
  accounts: Record<string, Record<string, unknown>>;
  organizations: Record<string, Record<string, Record<string, unknown>>>;
  unreadable?: { account: string; call: string; on: string; code: string; message: string }[];
}

function unreadable(call: string, on: (world: World) => string, account: (world: World) => string): Degradation {
  return (file, world) => {
    file.unreadable ??= [];
    file.unreadable.push({
      account: account(world),
      call,
      on: on(world),
      code: 'AccessDenied',
      message: 'not authorized',
    });
  };
}

const ofCaller =
  (call: (kind: 'User' | 'Role') => string): Degradation =>
  (file, world) => {
    const kind = world.shape.caller === 'user' ? 'User' : 'Role';
    unreadable(
      `iam:${call(kind)}`,
      ({ shape }) => callerEntity(shape),
      () => CALLER_ACCOUNT,
    )(file, world);
  };

/** By name, so that a failing property tells what it could not see. */
export const degradations: Readonly<Record<string, Degradation>> = {
  'the caller itself': ofCaller((kind) => `Get${kind}`),
  'attached policies of the caller': ofCaller((kind) => `ListAttached${kind}Policies`),
  'inline policies of the caller': ofCaller((kind) => `List${kind}Policies`),
  'one inline policy of the caller': ofCaller((kind) => `Get${kind}Policy`),
  'groups of the caller': (file, world) => {
    if (world.shape.caller === 'user')
      unreadable(
        'iam:ListGroupsForUser',
        ({ shape }) => callerEntity(shape),
        () => CALLER_ACCOUNT,
      )(file, world);
  },
  'inline policies of the group': unreadable(
    'iam:ListGroupPolicies',
    () => `arn:aws:iam::${CALLER_ACCOUNT}:group/builders`,
    () => CALLER_ACCOUNT,
  ),
  'the managed policy': unreadable(
    'iam:GetPolicyVersion',
    () => `arn:aws:iam::${CALLER_ACCOUNT}:policy/BuildAccess`,
    () => CALLER_ACCOUNT,
  ),
  'the boundary': unreadable(
    'iam:GetPolicyVersion',
    () => `arn:aws:iam::${CALLER_ACCOUNT}:policy/Boundary`,
    () => CALLER_ACCOUNT,
  ),
  'the role': unreadable(
    'iam:GetRole',
    ({ shape }) => resourceArn(shape),
    ({ shape }) => resourceAccount(shape),
  ),
  'the account of the caller': (file) => {
    delete file.accounts[CALLER_ACCOUNT];
  },
  'the account of the resource': (file, { shape }) => {
    delete file.accounts[resourceAccount(shape)];
  },
  'the organization': (file) => {
    file.organizations = {};
  },
  'which organization the account is in': (file) => {
    delete file.accounts[CALLER_ACCOUNT]?.['organizationId'];
  },
  'the path in the organization': (file) => {
    const parents = file.organizations[ORGANIZATION]?.['parents'];
    if (parents) delete parents[CALLER_ACCOUNT];
  },
  'what is attached to the root': (file) => {
    const attachments = file.organizations[ORGANIZATION]?.['attachments'];
    if (attachments) delete attachments['r-root'];
  },
  'what is attached to the account': (file) => {
    const attachments = file.organizations[ORGANIZATION]?.['attachments'];
    if (attachments) delete attachments[CALLER_ACCOUNT];
  },
  'the documents of the control policies': (file) => {
    const policies = file.organizations[ORGANIZATION]?.['policies'];
    for (const id of Object.keys(policies ?? {})) if (policies) delete policies[id];
  },
  'which policy types are enabled': (file) => {
    const organization = file.organizations[ORGANIZATION];
    if (organization) delete organization['enabledPolicyTypes'];
  },
  'the resource policies': (file, { shape }) => {
    const account = file.accounts[resourceAccount(shape)];
    if (account) delete account['resourcePolicies'];
  },
};
