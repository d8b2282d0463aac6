import { arnInText, hasAccount, keyInText, keyRegion } from '../../evidence/service-key.ts';
import { grantStatement } from '../../grants/grant-statement.ts';
import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import type { PolicyStatement, Requirement } from '../../model/requirement.ts';
import type { ServiceKey } from '../../reference/keys/service-keys.ts';
import { type Asked, askedFor } from '../asked.ts';
import { allow, awsCommand } from '../make.ts';
import { join, known, type Named, token } from '../named.ts';
import { access } from './access.ts';

/**
 * A service that says that it cannot use a KMS key: what the key policy must have, and the identity policy of the caller where the service uses the key
 * on the caller's behalf. What was called is allowed, so that nothing is asked of it.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html
 */
export function serviceKeyAccess(row: ServiceKey, question: Question, denialCase: DenialCase): readonly Requirement[] {
  const [action = 'kms:Decrypt'] = row.actions;
  const asked = askedFor(action, false, question, denialCase);
  return row.user === 'caller' ? forCaller(row, asked) : [forService(row, asked)];
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
function forCaller(row: ServiceKey, asked: Asked): readonly Requirement[] {
  const { denialCase, place } = asked;
  const key = keyInText(denialCase);
  const owner = parseArn(key ?? '')?.account ?? null;
  const region = keyRegion(denialCase, row) ?? place.region;
  const about: Asked = {
    ...asked,
    resource: key,
    resourceAccount: owner,
    place: { ...place, region, account: owner ?? place.account },
    accounts:
      owner === null || asked.caller.account === null ? 'unknown' : owner === asked.caller.account ? 'same' : 'across',
  };
  const host = viaHost(row, denialCase, region);
  const condition = host === undefined ? {} : { Condition: { StringEquals: { 'kms:ViaService': host } } };
  const widened = (statement: PolicyStatement) => ({ ...statement, Action: oneOrAll(row.actions), ...condition });
  return access(about, 'key.').map((one) =>
    one.need !== 'allow'
      ? one
      : {
          ...one,
          usual: ['resource.key-not-usable', ...one.usual],
          ways: [
            { ...one.ways[0], statements: one.ways[0].statements.map(widened) },
            ...one.ways.slice(1).map((way) => ({ ...way, statements: way.statements.map(widened) })),
          ],
        },
  );
}

/** The service in the name of which KMS is called; undefined where the text does not show which one it is. */
function viaHost({ host }: ServiceKey, { denial }: DenialCase, region: string | null): string | undefined {
  const service = denial?.service;
  if (host.startsWith('SERVICE.') && service === undefined) return undefined;
  return host.replace('SERVICE', service ?? '').replace('REGION', region ?? 'REGION');
}

function oneOrAll(actions: readonly string[]): string | readonly string[] {
  const [only] = actions;
  return actions.length === 1 && only !== undefined ? only : actions;
}

function forService(row: ServiceKey, { denialCase, action, question, place }: Asked): Requirement {
  const region = keyRegion(denialCase, row) ?? question.region;
  const key = keyInText(denialCase);
  const keyName = key === null ? token('KEY_ARN') : known(key);
  const account = place.account === null ? token('ACCOUNT') : known(place.account);
  const named = region === null ? token('REGION') : known(region);
  const host = join`${row.host.split('REGION')[0] ?? ''}${row.host.includes('REGION') ? named : ''}${row.host.split('REGION')[1] ?? ''}`;
  const encrypted =
    row.context === undefined
      ? undefined
      : contextArn(row.context.service, denialCase, place.partition, named, account);
  const principal =
    row.user === 'service'
      ? { Service: host.text }
      : {
          AWS: join`arn:${place.partition}:iam::${account}:role/aws-service-role/${row.host}/AWSServiceRoleForAutoScaling`
            .text,
        };
  const use = grantStatement('key', {
    principal,
    action: row.actions,
    condition:
      row.context === undefined || encrypted === undefined
        ? undefined
        : { [encrypted.text.endsWith('*') ? 'ArnLike' : 'ArnEquals']: { [row.context.key]: encrypted.text } },
  });
  return allow(
    {
      id: 'key.resource',
      step: 'resource',
      request: { action, resource: key },
      target: {
        kind: 'resource',
        arn: key,
        account: key === null ? null : (parseArn(key)?.account ?? null),
        attachedTo: key,
      },
      who: 'resource-owner',
      names: [host, ...(row.user === 'linked-role' ? [account] : []), ...(encrypted === undefined ? [] : [encrypted])],
      show: [
        awsCommand(null, 'kms describe-key --key-id', keyName, '--region', named),
        awsCommand(
          null,
          'kms get-key-policy --key-id',
          keyName,
          '--policy-name',
          'default',
          '--query',
          'Policy',
          '--output',
          'text',
          '--region',
          named,
        ),
      ],
      usual: ['resource.key-not-usable'],
    },
    [{ statements: row.user === 'linked-role' ? [use, forGrants(principal)] : [use], alsoNeeds: [] }],
  );
}

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html */
function forGrants(principal: unknown): PolicyStatement {
  return grantStatement('key', {
    principal,
    action: 'kms:CreateGrant',
    condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  });
}

/** The ARN of what is encrypted, as the text has it; an account that is masked there is a token. */
function contextArn(service: string, denialCase: DenialCase, partition: string, region: Named, account: Named): Named {
  const stated = arnInText(denialCase, service);
  const arn = stated === null ? undefined : parseArn(stated);
  if (stated === null || arn === undefined) return join`arn:${partition}:${service}:${region}:${account}:*`;
  if (hasAccount(stated)) return known(stated);
  return join`arn:${arn.partition}:${service}:${region}:${account}:${arn.resource}`;
}
