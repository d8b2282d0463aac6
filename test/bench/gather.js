// Gathers the facts of one denial from a server that takes 60 ms a request, and compares the time with the depth: how many round
// trips depend on each other, counted from what the requests hold. Then one STS call against the AWS CLI, where that is installed.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onlyReads } from '../../bin/only-reads.js';

const LATENCY = 60;
const ROUNDS = 10;
const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');

/** The budgets: depth at most 3 (6 without Paths), time at most 1.2 × depth × 60 ms + 60 ms, one call at most half of the AWS CLI's time. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-gather-'));
  try {
    await bundle(folder);
    return [
      ...(await measure(folder, 'paths', 3)),
      ...(await measure(folder, 'no paths', 6)),
      ...(await againstAwsCli(folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As it is published: minified, split, and with the commands of the table of calls only. */
async function bundle(folder) {
  await build({
    absWorkingDir: here,
    entryPoints: ['gather/client.ts', 'gather/server.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    plugins: [await onlyReads(root)],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const profile = (name, account) =>
    `[profile ${name}]\naws_access_key_id = AKIA${account}X0\naws_secret_access_key = x\n`;
  const profiles = [
    profile('caller', '111122223333'),
    profile('owner', '444455556666'),
    profile('management', '999900001111'),
  ];
  writeFileSync(join(folder, 'config'), profiles.join('\n'));
}

async function measure(folder, paths, mostDepth) {
  const server = await startServer(folder, LATENCY, paths);
  try {
    const first = gatherOnce(folder, server.url);
    const { calls, depth, atOnce } = await server.seen();
    const times = [first.milliseconds];
    for (let round = 1; round < ROUNDS; round += 1) times.push(gatherOnce(folder, server.url).milliseconds);
    const sequential = gatherOnce(folder, server.url, 'sequential').milliseconds;
    const wall = Math.round(Math.min(...times));
    const limit = 1.2 * depth * LATENCY + LATENCY;
    const row = (name, value, budget, ok) => ({ name: `gather, ${paths}: ${name}`, value, budget, ok });
    return [
      row('layers that were not read to the end', first.unread.join(', ') || 'none', 'none', first.unread.length === 0),
      row('dependent round trips', depth, `≤ ${mostDepth}`, depth <= mostDepth),
      row(`all calls, of ${LATENCY} ms each`, `${wall} ms (${calls} calls)`, `≤ ${limit} ms`, wall <= limit),
      row(
        'calls one after the other take',
        `${(sequential / wall).toFixed(1)} × as long`,
        '> 3 ×',
        sequential > 3 * wall,
      ),
      row('requests at once to IAM', atOnce.iam, '≤ 12', atOnce.iam <= 12),
      row('requests at once to Organizations', atOnce.organizations, '≤ 8', atOnce.organizations <= 8),
    ];
  } finally {
    server.stop();
  }
}

/** A denial that leaves nothing to ask AWS but who one is. */
const ANONYMOUS =
  'An error occurred (AccessDenied) when calling the ListBuckets operation: User: anonymous is not authorized to perform: ' +
  's3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action';

/** A whole diagnosis with that one call, beside the AWS CLI that asks the same server the same. */
async function againstAwsCli(folder) {
  const name = 'a live diagnosis with one STS call, × aws sts get-caller-identity';
  if (spawnSync('aws', ['--version']).status !== 0) {
    return [{ name, value: 'the AWS CLI is not installed', budget: '≤ 0.5' }];
  }
  const server = await startServer(folder, 0, 'paths');
  try {
    const env = environment(folder, server.url);
    const own = () => timed(process.execPath, [join(root, 'bin/denytrace.cjs'), ANONYMOUS], env);
    const cli = () => timed('aws', ['sts', 'get-caller-identity'], env);
    let [byOwn, byCli] = [own(), cli()];
    const { calls } = await server.seen();
    if (calls !== 2) throw new Error(`one call each was expected, not ${calls} together: is dist/ built?`);
    for (let round = 1; round < ROUNDS; round += 1) [byOwn, byCli] = [Math.min(byOwn, own()), Math.min(byCli, cli())];
    const ratio = byOwn / byCli;
    return [{ name, value: ratio.toFixed(2), budget: '≤ 0.5', ok: ratio <= 0.5 }];
  } finally {
    server.stop();
  }
}

function gatherOnce(folder, url, ...words) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'client.mjs'), ...words], {
    env: environment(folder, url),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function timed(command, words, env) {
  const from = process.hrtime.bigint();
  const { error } = spawnSync(command, words, { env, stdio: 'ignore' });
  if (error) throw error;
  return Number(process.hrtime.bigint() - from) / 1e6;
}

function environment(folder, url) {
  const { NODE_EXTRA_CA_CERTS: _extra, AWS_CA_BUNDLE: _bundle, NODE_OPTIONS: _options, ...env } = process.env;
  return {
    ...env,
    AWS_ENDPOINT_URL: url,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_PROFILE: 'caller',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

async function startServer(folder, milliseconds, paths) {
  const server = fork(join(folder, 'server.mjs'), [String(milliseconds), paths]);
  const [url] = await once(server, 'message');
  const question =
    'arn:aws:iam::111122223333:user/ana arn:aws:iam::444455556666:role/prod-deploy SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY 1000';
  return {
    url,
    async seen() {
      server.send(question);
      const [answer] = await once(server, 'message');
      return answer;
    },
    stop: () => server.kill(),
  };
}
