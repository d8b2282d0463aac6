// Diagnoses 10,000 distinct denials of a log, as lines, with the built program: CPU time for each, and memory for a quarter of them,
// all of them, and four times as many; and memory for half of them as one JSON document, which is written when all are diagnosed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/denytrace.cjs', import.meta.url));
const DENIALS = 10_000;
const PRINCIPALS = 200;
const ACCOUNT = '111122223333';

/** The budgets: design §7. CPU time, since the machine may be shared; the best of two runs. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-denials-'));
  try {
    const logs = new Map([1 / 4, 1 / 2, 1, 4].map((times) => [times, join(folder, `${times}.log`)]));
    for (const [times, log] of logs) writeFileSync(log, logOf(times * DENIALS));
    const snapshot = join(folder, 'snapshot.json');
    writeFileSync(snapshot, JSON.stringify(snapshotOf()));
    const text = (times) => measured(folder, ['--no-aws', '--file', logs.get(times)], times * DENIALS);
    const once = [text(1), text(1)];
    const replayed = [1, 2].map(() => measured(folder, ['--snapshot', snapshot, '--file', logs.get(1)], DENIALS));
    const halfAsJson = () => measured(folder, ['--no-aws', '--file', logs.get(1 / 2)], DENIALS / 2, 'json');
    const documents = [halfAsJson(), halfAsJson()];
    const memory = [text(1 / 4).mebibytes, best(once, 'mebibytes'), text(4).mebibytes];
    return [
      row('CPU a denial, from text alone', best(once, 'milliseconds').toFixed(2), 'ms', 1.3),
      row(
        `CPU a denial, with a snapshot of ${PRINCIPALS} principals`,
        best(replayed, 'milliseconds').toFixed(2),
        'ms',
        2.5,
      ),
      row('peak resident, from text alone', memory[1], 'MiB', 200),
      row(
        'resident, 4 × as many, × that of all',
        (memory[2] / memory[1]).toFixed(2),
        `(${memory.join(', ')} MiB)`,
        1.5,
      ),
      row('peak resident, half of them as one JSON document', best(documents, 'mebibytes'), 'MiB', 360, 'json'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name, value, unit, most, format = 'jsonl') {
  const budget = `≤ ${most}`;
  return {
    name: `${DENIALS} distinct denials, ${format}: ${name}`,
    value: `${value} ${unit}`,
    budget,
    ok: Number(value) <= most,
  };
}

function best(runs, figure) {
  return Math.min(...runs.map((run) => run[figure]));
}

/** What counts the diagnoses of an output. */
const COUNTS = { jsonl: 'wc -l', json: "grep -c '^    {$'" };

/** Runs the program in a process of its own, which reports what it took when it ends. */
function measured(folder, args, denials, format = 'jsonl') {
  const preload = join(folder, 'report.cjs');
  writeFileSync(preload, REPORT);
  const { stdout, stderr, error } = spawnSync(
    'bash',
    ['-c', `"$@" | ${COUNTS[format]}`, 'bash', process.execPath, '-r', preload, BIN, '--format', format, ...args],
    { encoding: 'utf8', env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined } },
  );
  if (error) throw error;
  if (Number(stdout) !== denials) throw new Error(`${stdout.trim()} diagnoses for ${denials} denials: ${stderr}`);
  const { milliseconds, mebibytes } = JSON.parse(stderr);
  return { milliseconds: milliseconds / denials, mebibytes };
}

const REPORT = `
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const figures = { milliseconds: (userCPUTime + systemCPUTime) / 1000, mebibytes: Math.round(maxRSS / 1024) };
  require('node:fs').writeSync(2, JSON.stringify(figures));
});`;

const ACTIONS = [
  ['s3:GetObject', (index) => `arn:aws:s3:::data-${index % 97}/part-${index}`],
  ['sts:AssumeRole', (index) => `arn:aws:iam::444455556666:role/target-${index}`],
  [
    'kms:Decrypt',
    (index) => `arn:aws:kms:us-east-1:${ACCOUNT}:key/${String(index).padStart(8, '0')}-1111-2222-3333-444455556666`,
  ],
  ['iam:PassRole', (index) => `arn:aws:iam::${ACCOUNT}:role/passed-${index}`],
  ['dynamodb:GetItem', (index) => `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/table-${index}`],
  ['sqs:SendMessage', (index) => `arn:aws:sqs:us-east-1:${ACCOUNT}:queue-${index}`],
];

function logOf(count) {
  let log = '';
  for (let index = 0; index < count; index += 1) {
    const [action, resource] = ACTIONS[index % ACTIONS.length];
    const principal = index % PRINCIPALS;
    const caller =
      principal % 2
        ? `arn:aws:iam::${ACCOUNT}:user/u${principal}`
        : `arn:aws:sts::${ACCOUNT}:assumed-role/r${principal}/s`;
    log += `2024-03-01T10:00:00Z ERROR An error occurred (AccessDenied) when calling the ${action.split(':')[1]} operation: User: ${caller} is not authorized to perform: ${action} on resource: ${resource(index)} because no identity-based policy allows the ${action} action\n`;
  }
  return log;
}

/** Users and roles with a policy each, in an account without an organization. */
function snapshotOf() {
  const numbers = [...Array(PRINCIPALS).keys()];
  const entity = (index, kind, prefix) => ({
    Path: '/',
    [`${kind}Name`]: `${kind === 'User' ? 'u' : 'r'}${index}`,
    [`${kind}Id`]: `${prefix}${String(index).padStart(17, '0')}`,
    Arn: `arn:aws:iam::${ACCOUNT}:${kind === 'User' ? 'user/u' : 'role/r'}${index}`,
    [`${kind}PolicyList`]: [{ PolicyName: 'access', PolicyDocument: allows(index) }],
    AttachedManagedPolicies: [],
  });
  const users = numbers
    .filter((index) => index % 2)
    .map((index) => ({ ...entity(index, 'User', 'AIDA'), GroupList: [] }));
  const roles = numbers
    .filter((index) => index % 2 === 0)
    .map((index) => ({ ...entity(index, 'Role', 'AROA'), AssumeRolePolicyDocument: TRUST, InstanceProfileList: [] }));
  const authorizationDetails = { UserDetailList: users, GroupDetailList: [], RoleDetailList: roles, Policies: [] };
  return {
    denytrace: 'snapshot/1',
    takenAt: '2024-03-01T10:00:00Z',
    scope: 'account',
    accounts: { [ACCOUNT]: { authorizationDetails, organizationId: null } },
  };
}

const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }],
};

function allows(index) {
  const read = { Sid: 'Read', Effect: 'Allow', Action: ['s3:List*', 'ec2:Describe*'], Resource: '*' };
  return {
    Version: '2012-10-17',
    Statement: [read, { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::own-${index}/*` }],
  };
}
