// Decides one request with all its evidence, and has a peer decide the same one, in one run. Ratios, not seconds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PEER = '@cloud-copilot/iam-simulate';
const ROUNDS = 5;
const library = new URL('../../dist/index.js', import.meta.url).href;

const CALLER_ACCOUNT = '111122223333';
const ROLE_ACCOUNT = '444455556666';
const CALLER = `arn:aws:iam::${CALLER_ACCOUNT}:user/teams/ci/deployer`;
const ROLE = `arn:aws:iam::${ROLE_ACCOUNT}:role/prod-deploy`;
const CONTEXT = {
  'aws:PrincipalArn': CALLER,
  'aws:PrincipalAccount': CALLER_ACCOUNT,
  'aws:PrincipalOrgID': 'o-exampleorg1',
  'aws:username': 'deployer',
  'aws:SourceIp': '203.0.113.7',
  'aws:SecureTransport': 'true',
  'aws:RequestedRegion': 'eu-west-1',
  'sts:ExternalId': 'partner-77',
};

/** The budgets: eighty times the peer's speed, and work that grows with the statements and no faster. */
export async function run() {
  const { evaluate } = await import(library);
  return [await againstPeer(evaluate), growthRow(evaluate)];
}

async function againstPeer(evaluate) {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-evaluate-'));
  try {
    const peer = await installPeer(folder);
    if (peer.missing !== undefined)
      return { name: `evaluate, × the speed of ${PEER}`, value: peer.missing, budget: '≥ 80' };
    const ask = oursOf(5);
    const theirs = theirsOf();
    check(evaluate(ask.request, ask.policies), await peer.runSimulation(theirs, {}));
    let [ours, peers] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours = Math.max(
        ours,
        perSecond(() => evaluate(ask.request, ask.policies), 20_000),
      );
      peers = Math.max(peers, await perSecondAsync(() => peer.runSimulation(theirs, {}), 1_000));
    }
    const ratio = ours / peers;
    return {
      // Without the figures and the version, so that the next run finds it.
      name: `evaluate, × the speed of ${PEER}`,
      value: `${ratio.toFixed(1)} (${rate(ours)} against ${rate(peers)} a second, version ${peer.version})`,
      budget: '≥ 80',
      ok: ratio >= 80,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function growthRow(evaluate) {
  const growth = growthOf(evaluate);
  return {
    name: 'evaluate, 16 × the statements, × the time',
    value: growth.toFixed(1),
    budget: '≤ 24',
    ok: growth <= 24,
  };
}

/** Only the benchmark uses it, by what its package exports. */
async function installPeer(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', PEER], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) return { missing: `npm cannot install it: ${npm.stderr.split('\n')[0]}` };
  const require = createRequire(join(folder, 'package.json'));
  const { runSimulation } = await import(pathToFileURL(require.resolve(PEER)).href);
  const [, version] =
    /"version": "([^"]+)"/.exec(spawnSync('npm', ['ls', '--json'], { cwd: folder, encoding: 'utf8' }).stdout) ?? [];
  return { runSimulation, version };
}

/** Both must mean the same request, and allow it. */
function check(ours, theirs) {
  if (ours.allowed !== 'yes') throw new Error(`we answer ${JSON.stringify(ours)}`);
  if (theirs.overallResult !== 'Allowed') throw new Error(`the peer answers ${JSON.stringify(theirs)}`);
}

/** By the time that this process computes, so that others on the machine do not count. */
function perSecond(decide, count) {
  const start = process.cpuUsage();
  for (let index = 0; index < count; index += 1) decide();
  return rateOf(count, start);
}

async function perSecondAsync(decide, count) {
  const start = process.cpuUsage();
  for (let index = 0; index < count; index += 1) await decide();
  return rateOf(count, start);
}

function rateOf(count, start) {
  const { user, system } = process.cpuUsage(start);
  return (count * 1e6) / (user + system);
}

/** The time of an evaluation with sixteen times as many identity policies, against the time of one. */
function growthOf(evaluate) {
  const [few, many] = [oursOf(5), oursOf(80)];
  let [fast, slow] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    fast = Math.max(
      fast,
      perSecond(() => evaluate(few.request, few.policies), 8_000),
    );
    slow = Math.max(
      slow,
      perSecond(() => evaluate(many.request, many.policies), 500),
    );
  }
  return fast / slow;
}

function rate(perSecond) {
  return Math.round(perSecond).toLocaleString('en');
}

function oursOf(count) {
  return {
    request: {
      principal: CALLER,
      action: 'sts:AssumeRole',
      resource: ROLE,
      resourceAccount: ROLE_ACCOUNT,
      context: CONTEXT,
    },
    policies: {
      identity: identityPolicies(count),
      boundary: BOUNDARY,
      session: null,
      scps: LEVELS,
      rcps: null,
      resource: TRUST,
      endpoint: null,
    },
  };
}

function theirsOf() {
  const named = ({ name, document }) => ({ name, policy: document });
  return {
    request: {
      principal: CALLER,
      action: 'sts:AssumeRole',
      resource: { resource: ROLE, accountId: ROLE_ACCOUNT },
      contextVariables: CONTEXT,
    },
    identityPolicies: identityPolicies(5).map(named),
    permissionBoundaryPolicies: [{ name: 'Boundary', policy: BOUNDARY }],
    serviceControlPolicies: LEVELS.map((level, index) => ({
      orgIdentifier: `level-${index}`,
      policies: level.map(named),
    })),
    resourceControlPolicies: [],
    resourcePolicy: TRUST,
  };
}

function policy(...statements) {
  return { Version: '2012-10-17', Statement: statements };
}

/** Policies of four statements each, the last of which allows the request. */
function identityPolicies(count) {
  return Array.from({ length: count }, (_, index) => ({
    name: `Policy${index}`,
    document: policy(
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [`arn:aws:s3:::data-${index}`, `arn:aws:s3:::data-${index}/*`],
      },
      {
        Sid: 'Write',
        Effect: 'Allow',
        Action: 'dynamodb:*',
        Resource: `arn:aws:dynamodb:*:${CALLER_ACCOUNT}:table/app-${index}-*`,
        Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
      },
      { Sid: 'Logs', Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' },
      index === count - 1
        ? { Sid: 'Assume', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${ROLE_ACCOUNT}:role/*` }
        : {
            Sid: 'NotOutside',
            Effect: 'Deny',
            Action: 'sts:*',
            Resource: '*',
            Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
          },
    ),
  }));
}

const BOUNDARY = policy(
  { Effect: 'Allow', Action: ['s3:*', 'sts:*', 'dynamodb:*', 'logs:*'], Resource: '*' },
  { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
);

const FULL = { name: 'FullAWSAccess', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) };
const LEVELS = [
  [FULL],
  [
    FULL,
    {
      name: 'Regions',
      document: policy({
        Sid: 'Regions',
        Effect: 'Deny',
        NotAction: ['iam:*', 'organizations:*', 'support:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
      }),
    },
  ],
  [FULL],
];

const TRUST = policy(
  { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  {
    Effect: 'Allow',
    Principal: { AWS: [`arn:aws:iam::${CALLER_ACCOUNT}:root`] },
    Action: 'sts:AssumeRole',
    Condition: {
      StringEquals: { 'sts:ExternalId': 'partner-77' },
      ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${CALLER_ACCOUNT}:user/teams/ci/*` },
    },
  },
);
