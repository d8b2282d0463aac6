import { absent, type Fact, known } from '../model/fact.ts';
import type { Layer } from '../model/layer.ts';
import type { AttachedPolicy, PolicyVersions } from '../model/policy.ts';
import type { Ask, Site } from './ask.ts';
import { isAwsManaged } from './aws-managed.ts';
import { decodeDocument } from './decode-document.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf, timeOf } from './fields.ts';

/** What of a managed policy is read: the document that counts, and whether a newer one waits. */
export type ManagedPolicy = Pick<AttachedPolicy, 'document' | 'versions'>;

/**
 * The default version of a managed policy, the only one that counts; the newest where that is another one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
 */
export async function readManagedPolicy(
  ask: Ask,
  site: Site,
  arn: string,
  layer: Layer,
  what: string,
): Promise<ManagedPolicy> {
  const [policy, newestId] = await Promise.all([
    ask(site, {
      call: 'iam:GetPolicy',
      input: { PolicyArn: arn },
      what,
      layer,
      provenBy: (output) => fieldsOf(output['Policy'])?.['Arn'],
      read: (output) => headIn(fieldsOf(output['Policy'])),
    }),
    // Nobody but AWS makes versions of its policies. Asked for at once: waiting for GetPolicy would cost a round trip.
    isAwsManaged(arn) ? undefined : readNewestId(ask, site, arn, layer, what),
  ]);
  if (policy.status !== 'known') return { document: policy };
  const { versionId, updated, onlyVersion } = policy.value;
  const [document, newest] = await Promise.all([
    readVersion(ask, site, arn, versionId, layer, what),
    onlyVersion || newestId === undefined
      ? absent('iam:GetPolicy', arn)
      : readNewest(ask, site, arn, versionId, newestId, layer, what),
  ]);
  const versions: PolicyVersions = { defaultVersionId: versionId, updated, newest };
  return { document, versions };
}

interface Head {
  readonly versionId: string;
  readonly updated: string | null;
  /** IAM sets UpdateDate when a version is made: equal to CreateDate, there never was a second one. */
  readonly onlyVersion: boolean;
}

function headIn(policy: Fields | undefined): Head | undefined {
  const versionId = textOf(policy?.['DefaultVersionId']);
  const created = timeOf(policy?.['CreateDate']);
  const updated = timeOf(policy?.['UpdateDate']);
  return versionId === undefined
    ? undefined
    : { versionId, updated, onlyVersion: created !== null && created === updated };
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

function readNewestId(ask: Ask, site: Site, arn: string, layer: Layer, what: string): Promise<Fact<string>> {
  return ask(site, {
    call: 'iam:ListPolicyVersions',
    input: { PolicyArn: arn },
    what: `the versions of ${what}`,
    layer,
    read: (output) =>
      newestOf(readAll(listOf(output['Versions']), (version) => textOf(fieldsOf(version)?.['VersionId']))),
  });
}

async function readNewest(
  ask: Ask,
  site: Site,
  arn: string,
  defaultVersionId: string,
  newest: Fact<string>,
  layer: Layer,
  what: string,
): Promise<PolicyVersions['newest']> {
  if (newest.status !== 'known') return newest;
  if (newest.value === defaultVersionId) return absent('iam:ListPolicyVersions', arn);
  const versionId = newest.value;
  const document = await readVersion(ask, site, arn, versionId, layer, `version ${versionId} of ${what}`);
  return document.status === 'known' ? known({ versionId, document: document.value }) : document;
}

/** Versions are numbered upwards for the life of a policy: `v12` is newer than `v9`. */
function newestOf(ids: readonly string[] | undefined): string | undefined {
  return ids?.toSorted((left, right) => Number(right.slice(1)) - Number(left.slice(1)))[0];
}
