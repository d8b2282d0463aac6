import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import { isAccountId, parseArn } from '../../model/arn.ts';
import type { Requirement } from '../../model/requirement.ts';
import { oneOrMore } from '../../policy/one-or-more.ts';
import { type Asked, askedFor } from '../asked.ts';
import { additionalPermission } from '../candidates.ts';
import { trustCommand } from '../commands.ts';
import { allow, awsCommand, way } from '../make.ts';
import { withTokens } from '../masked.ts';
import { known, token } from '../named.ts';
import { resourcesOf } from '../resource.ts';
import { serviceTerms } from '../service-terms.ts';
import { access } from './access.ts';
import { foreignBucket } from './foreign-bucket.ts';

/**
 * What the same call often needs besides its own action, where the text points there.
 * @param isNamed does the text say that this action was denied? Of a bare 403, only the operation is known.
 */
export function extras(asked: Asked, isNamed: boolean): readonly Requirement[] {
  return [
    ...additional(asked),
    ...(isNamed ? [] : listBucket(asked)),
    ...keyOfSecret(asked),
    ...secretOfParameter(asked),
    ...trustOfGivenRole(asked),
    ...iotPolicy(asked),
  ];
}

/** "An additional permission … is required": AWS names it, and the call's own action was allowed. */
function additional(asked: Asked): readonly Requirement[] {
  const { denialCase, question, action } = asked;
  const needed = additionalPermission(denialCase.text)?.action;
  if (needed === undefined || needed.toLowerCase() === action.toLowerCase()) return [];
  return access(askedFor(needed, false, question, denialCase), 'additional.');
}

/**
 * S3 answers 403 for an object that does not exist where the caller may not list the bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions)
 */
function listBucket(asked: Asked): readonly Requirement[] {
  const { action, denialCase, question, resource } = asked;
  const { denial } = denialCase;
  // Without a denial, S3 has not answered anything.
  if (action.toLowerCase() !== 's3:getobject' || denial === null || denial.reason !== null) return [];
  // Rekognition and Textract say the same for every reason; see service-notes.ts.
  if (denial.code === 'InvalidS3ObjectException') return [];
  const bucket = bucketOf(resource);
  // Who may not list the bucket of somebody else will not get to.
  if (foreignBucket(asked) !== undefined) return [];
  const about = { ...askedFor('s3:ListBucket', false, question, denialCase), resource: bucket };
  return access(about, 'list-bucket.')
    .filter(({ step }) => step === 'identity')
    .map((one) => ({
      ...one,
      usual: ['identity.missing-object'],
      likely: 'without s3:ListBucket, S3 answers 403 instead of 404 for an object that does not exist',
    }));
}

function bucketOf(resource: string | null): string | null {
  const arn = resource === null ? undefined : parseArn(resource);
  const name = arn?.service === 's3' && arn.account === '' ? arn.resource : /^s3:\/\/(.+)$/.exec(resource ?? '')?.[1];
  const [bucket = ''] = (name ?? '').split('/');
  return /^[a-z0-9.-]{3,63}$/.test(bucket) ? `arn:${arn?.partition ?? 'aws'}:s3:::${bucket}` : null;
}

/** A secret that another account reads needs a customer managed key. https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
function keyOfSecret(asked: Asked): readonly Requirement[] {
  const { action, accounts, question, denialCase, place, resourceAccount } = asked;
  if (action.toLowerCase() !== 'secretsmanager:getsecretvalue' || accounts !== 'across') return [];
  const owner = resourceAccount !== null && isAccountId(resourceAccount) ? resourceAccount : null;
  const about: Asked = {
    ...askedFor('kms:Decrypt', false, question, denialCase),
    resourceAccount: owner,
    accounts,
    place: { ...place, account: owner },
  };
  return access(about, 'kms.').map((one) => ({ ...one, who: one.step === 'resource' ? 'resource-owner' : one.who }));
}

/** SageMaker, about the role that it was given: it says both what the role must trust and what it must be allowed. */
const MUST_TRUST =
  /trust\s+relationship\s+policy\s+allows\s+the\s+action\s+["'`]sts:AssumeRole["'`]\s+for\s+the\s+service\s+principal\s+["'`]([a-z0-9.-]{3,60}\.amazonaws\.com)["'`]/i;

/** https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms */
function trustOfGivenRole({ caller, denialCase, place }: Asked): readonly Requirement[] {
  const host = MUST_TRUST.exec(denialCase.text.slice(0, 65_536))?.[1];
  if (host === undefined || caller.type !== 'role') return [];
  const name = caller.name ?? token('CALLER_ROLE_NAME');
  const account = caller.account === null ? token('CALLER_ACCOUNT') : known(caller.account);
  const terms = serviceTerms(host, 'sts:AssumeRole', account, place.partition);
  return [
    allow(
      {
        id: 'given-role.trust',
        step: 'trust',
        request: { action: 'sts:AssumeRole', resource: null },
        target: { kind: 'trust', name: name.text, account: caller.account },
        who: 'role-owner',
        names: [name, ...terms.names],
        show: [trustCommand(name, caller.account)],
        usual: ['trust.service-not-trusted'],
      },
      [way(grantStatement('trust', { principal: { Service: host }, ...terms }))],
    ),
  ];
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html */
const REFERENCE = /:parameter\/aws\/reference\/secretsmanager\/([^\s]{1,512})$/;

/** A parameter that is a reference to a secret is read from Secrets Manager, with the caller's permissions there. */
function secretOfParameter(asked: Asked): readonly Requirement[] {
  const { action, question, denialCase, resource, caller, resourceAccount, accounts, place } = asked;
  const stated = REFERENCE.exec(resource ?? '')?.[1];
  const name = stated === undefined ? undefined : withTokens(stated).text;
  if (name === undefined || !/^ssm:getparameter/i.test(action)) return [];
  const about: Asked = {
    ...askedFor('secretsmanager:GetSecretValue', false, question, denialCase),
    resource: name,
    resourceAccount,
    accounts,
    place: { ...place, region: regionOf(resource) ?? place.region, account: resourceAccount ?? caller.account },
  };
  return access(about, 'secret.').filter(({ step }) => step === 'identity');
}

function regionOf(resource: string | null): string | null {
  const region = parseArn(resource ?? '')?.region ?? '';
  return /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region) ? region : null;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/iot-authorization.html */
const MESSAGING = /^iot:(?:connect|publish|subscribe|receive|retainpublish)$/i;

/** The ids of what a message to AWS IoT Core needs: a certificate has no identity policy. */
export function withIotPolicy(asked: Asked, found: readonly Requirement[]): readonly Requirement[] {
  if (!MESSAGING.test(asked.action)) return found;
  if (isCertificate(asked)) return found.filter(({ id }) => id === 'iot.policy');
  return found.map((one) =>
    one.id !== 'identity' || one.need !== 'allow'
      ? one
      : { ...one, ways: [way(one.ways[0].statements[0] ?? {}, 'iot.policy')] },
  );
}

function isCertificate({ question }: Asked): boolean {
  return /^[0-9a-f]{64}$/.test(question.denial?.callerName ?? '');
}

/**
 * A caller that sends messages to AWS IoT Core needs an AWS IoT policy: a certificate has no other one, and a signed-in identity of Cognito needs
 * both. https://docs.aws.amazon.com/iot/latest/developerguide/cog-iot-policies.html
 */
function iotPolicy(asked: Asked): readonly Requirement[] {
  const { action, resource, place } = asked;
  if (!MESSAGING.test(action)) return [];
  const resources = resourcesOf(action, resource, place);
  const target = isCertificate(asked)
    ? token('TARGET', 'ARN of the certificate')
    : token('TARGET', 'id of the Cognito identity (REGION:UUID), or ARN of the certificate');
  return [
    allow(
      {
        id: 'iot.policy',
        step: 'resource',
        request: { action, resource: null },
        target: { kind: 'resource' },
        who: 'account-admin',
        names: resources,
        show: [awsCommand(null, 'iot list-attached-policies --target', target)],
        usual: ['resource.no-allow'],
        likely:
          'AWS IoT evaluates it for every device, and for every signed-in identity of Cognito besides the policies of its role',
      },
      [
        way(
          permissionStatement({ action, resource: oneOrMore(resources.map(({ text }) => text)) }),
          ...(isCertificate(asked) ? [] : ['identity']),
        ),
      ],
    ),
  ];
}
