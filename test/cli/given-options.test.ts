import { join } from 'node:path';
import { expect, it } from 'vitest';
import { denytrace, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const DEMO = join(import.meta.dirname, '../../src/cli/demos/trust-near-miss.json');

/** The command that the report ends with, without the question. */
async function verifying(args: readonly string[]): Promise<string | undefined> {
  const { stdout } = await denytrace(args);
  return /^denytrace can \S+ \S+ \S+ ?(.*)$/m.exec(stdout.slice(stdout.indexOf('After the change')))?.[1];
}

it('whatever was given is given again where AWS is asked again, but no snapshot', async () => {
  const given = [
    ...['--context', 'aws:TagKeys=a', '--context', 'aws:TagKeys=b', '--no-context', 'aws:SourceVpce'],
    ...['--session-policy', 'arn:aws:iam::aws:policy/ReadOnlyAccess', '--assume', 'scp=allow,rcp=allow'],
    ...['--profile', 'ci', '--account-profile', '444455556666=prod', '--org-profile', 'org', '--find-profiles'],
    ...['--region', 'eu-west-1', '--timeout', '30'],
  ];
  expect(await verifying(['--snapshot', DEMO, ...given])).toBe(given.join(' '));
});

it('an incident is asked again with what it was recorded with', async () => {
  const copy = join(folder, 'incident.json');
  await denytrace(['--snapshot', DEMO, '--context', 'aws:SourceIp=203.0.113.7', '--record', copy]);
  expect(await verifying(['--snapshot', copy])).toBe('--context aws:SourceIp=203.0.113.7');
});
