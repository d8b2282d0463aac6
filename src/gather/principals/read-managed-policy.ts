import { isAwsManaged } from '../../model/aws-names.ts';
import { absent, type Fact, known } from '../../model/fact.ts';
import type { Layer } from '../../model/layer.ts';
import type { AttachedPolicy, PolicyVersions } from '../../model/policy.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf, timeOf } from '../ask/fields.ts';
import { type CurrentVersion, currentVersionIn, policyList } from './listed-policies.ts';

/** What is read of a managed policy: the document that is in effect, and its versions. */
export type ManagedPolicy = Pick<AttachedPolicy, 'document' | 'versions'>;

/** The version of a policy that is in effect, and the newest one. */
interface VersionList {
  readonly versionId: string;
  readonly newestId: string;
  readonly ids: readonly string[];
  readonly updated: string | null;
}

/**
 * Reads the default version of a managed policy, which is the one in effect, and the newest version if that is another one. The list of
 * versions shows both in one round trip; where the list of the account's policies is there already (see listed-policies.ts), the document is read in the
 * same one. A caller that may not list versions still gets the default version by GetPolicy. Versions of
 * AWS's own policies are not listed: there are many, and only AWS can change which one is in effect.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
 */
export async function readManagedPolicy(
  ask: Ask,
  site: Site,
  arn: string,
  layer: Layer,
  what: string,
): Promise<ManagedPolicy> {
  const policies = policyList(ask, site);
  const early = policies?.found.get(arn);
  if (early !== undefined && (early.onlyVersion || isAwsManaged(arn)))
    return withoutOthers(
      early,
      absent('iam:GetPolicy', arn),
      await readVersion(ask, site, arn, early.versionId, layer, what),
    );
  // Its document at the same time as the list of its versions, or as soon as it is known which one is in effect.
  void policies?.done.then((found) => {
    const version = found.get(arn);
    if (version !== undefined) void readVersion(ask, site, arn, version.versionId, layer, what);
  });
  const listed = isAwsManaged(arn) ? undefined : await readVersionList(ask, site, arn, layer, what);
  if (listed?.status === 'known') {
    const { versionId, updated, ids } = listed.value;
    const [document, newest] = await Promise.all([
      readVersion(ask, site, arn, versionId, layer, what),
      readNewest(ask, site, arn, listed.value, layer, what),
    ]);
    return { document, versions: { defaultVersionId: versionId, updated, ids, newest } };
  }
  const found = policies?.found.get(arn);
  const policy = found === undefined ? await readCurrentVersion(ask, site, arn, layer, what) : known(found);
  if (policy.status !== 'known') return { document: policy };
  const newest = policy.value.onlyVersion || listed === undefined ? absent('iam:GetPolicy', arn) : listed;
  const document = await readVersion(ask, site, arn, policy.value.versionId, layer, what);
  return withoutOthers(policy.value, newest, document);
}

/** The policy, where its versions were not listed. */
function withoutOthers(
  { versionId, updated, onlyVersion }: CurrentVersion,
  newest: PolicyVersions['newest'],
  document: ManagedPolicy['document'],
): ManagedPolicy {
  const ids = onlyVersion ? [versionId] : null;
  return { document, versions: { defaultVersionId: versionId, updated, ids, newest } };
}

function readVersionList(ask: Ask, site: Site, arn: string, layer: Layer, what: string): Promise<Fact<VersionList>> {
  return ask(site, {
    call: 'iam:ListPolicyVersions',
    input: { PolicyArn: arn },
    what: `the versions of ${what}`,
    layer,
    read: (output) => versionsIn(readAll(listOf(output['Versions']), fieldsOf)),
  });
}

/** Versions are numbered, and no number is used twice: `v12` is newer than `v9`. */
function versionsIn(list: readonly Fields[] | undefined): VersionList | undefined {
  const numberOf = (version: Fields) => Number(textOf(version['VersionId'])?.slice(1));
  const newest = list?.toSorted((left, right) => numberOf(right) - numberOf(left))[0];
  const versionId = textOf(list?.find((version) => version['IsDefaultVersion'] === true)?.['VersionId']);
  const newestId = textOf(newest?.['VersionId']);
  const ids = list && readAll(list, (version) => textOf(fieldsOf(version)?.['VersionId']));
  if (versionId === undefined || newestId === undefined || ids === undefined) return undefined;
  return { versionId, newestId, ids, updated: timeOf(newest?.['CreateDate']) };
}

function readCurrentVersion(
  ask: Ask,
  site: Site,
  arn: string,
  layer: Layer,
  what: string,
): Promise<Fact<CurrentVersion>> {
  return ask(site, {
    call: 'iam:GetPolicy',
    input: { PolicyArn: arn },
    what,
    layer,
    read: (output) => currentVersionIn(fieldsOf(output['Policy'])),
  });
}

function readVersion(ask: Ask, site: Site, arn: string, versionId: string, layer: Layer, what: string) {
  return ask(site, {
    call: 'iam:GetPolicyVersion',
    input: { PolicyArn: arn, VersionId: versionId },
    what,
    layer,
    read: (output) => decodeDocument(fieldsOf(output['PolicyVersion'])?.['Document']),
  });
}

async function readNewest(
  ask: Ask,
  site: Site,
  arn: string,
  { versionId, newestId }: VersionList,
  layer: Layer,
  what: string,
): Promise<PolicyVersions['newest']> {
  if (newestId === versionId) return absent('iam:ListPolicyVersions', arn);
  const document = await readVersion(ask, site, arn, newestId, layer, `version ${newestId} of ${what}`);
  return document.status === 'known' ? known({ versionId: newestId, document: document.value }) : document;
}
