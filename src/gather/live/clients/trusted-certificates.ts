import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { REFUSALS } from '../../../model/refusals.ts';
import { loadProfiles, settingsOf } from '../profiles.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * The certificates to trust where AWS_CA_BUNDLE, or `ca_bundle` of the profile, adds some; null where neither does: then Node's own are
 * trusted. A refusal for a bundle that cannot be read.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html
 */
export async function trustedCertificates(profile: string): Promise<readonly string[] | null | Refusal> {
  const variable = process.env['AWS_CA_BUNDLE'] ?? '';
  const path = variable === '' ? settingsOf(profile, await loadProfiles())?.['ca_bundle'] : variable;
  if (path === undefined || path === '') return null;
  const from = variable === '' ? `ca_bundle of the profile ${profile}` : 'AWS_CA_BUNDLE';
  try {
    const bundle = await readFile(path, 'utf8');
    if (!bundle.includes('-----BEGIN'))
      return refuse(REFUSALS.caBundleUnreadable, `the CA bundle ${path} (${from}) has no certificate in it`);
    return [...rootCertificates, ...(await extraCertificates()), bundle];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read${code === '' ? '' : ` (${code})`}`;
    return refuse(REFUSALS.caBundleUnreadable, `the CA bundle ${path} (${from}) ${why}`);
  }
}

/** Node adds them to its own, but not to a list that it is given. https://nodejs.org/api/cli.html#node_extra_ca_certsfile */
async function extraCertificates(): Promise<readonly string[]> {
  const path = process.env['NODE_EXTRA_CA_CERTS'] ?? '';
  if (path === '') return [];
  return [await readFile(path, 'utf8').catch(() => '')].filter((text) => text !== '');
}
