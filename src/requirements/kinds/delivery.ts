import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import type { Requirement } from '../../model/requirement.ts';
import { oneOrMore } from '../../policy/one-or-more.ts';
import { deliveryOf, STREAM_ROLE } from '../../reference/services/firehose-roles.ts';
import type { Asked } from '../asked.ts';
import { identityPolicies } from '../caller.ts';
import { identityCommands, trustCommand } from '../commands.ts';
import { allow, way } from '../make.ts';
import { type Named, token } from '../named.ts';
import { resourcesOf } from '../resource.ts';

/** True where Firehose says what the role of a stream was denied. */
export function isDelivery({ denialCase, action }: Asked): boolean {
  return denialCase.denial?.callerName === STREAM_ROLE && deliveryOf(action) !== undefined;
}

/**
 * What the role of a Firehose stream needs for one of its jobs, and that the role must trust Firehose. A policy of the resource can take part across accounts only: Firehose's page has the identity policy in each
 * case. https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 */
export function delivery(asked: Asked): readonly Requirement[] {
  const { action, caller } = asked;
  const resources = resourcesWith(asked);
  const name = caller.name ?? token('CALLER_ROLE_NAME');
  const resource = oneOrMore(resources.map(({ text }) => text));
  const statement = permissionStatement({ action, resource });
  return [
    allow(
      {
        id: 'identity',
        ...identityPolicies(caller),
        request: { action, resource: null },
        names: resources,
        show: identityCommands(caller),
        usual: ['identity.delivery-role', 'identity.no-allow'],
      },
      [way({ ...statement, Action: oneOrMore(deliveryOf(action)?.actions ?? [action]) })],
    ),
    allow(
      {
        id: 'trust',
        step: 'trust',
        request: { action: 'sts:AssumeRole', resource: null },
        target: { kind: 'trust', name: name.text, account: caller.account },
        who: 'role-owner',
        names: [name],
        show: [trustCommand(name, caller.account)],
        usual: ['trust.service-not-trusted'],
      },
      [way(grantStatement('trust', { principal: { Service: 'firehose.amazonaws.com' }, action: 'sts:AssumeRole' }))],
    ),
  ];
}

/** A bucket is named beside its objects; all versions of a function are called by one ARN. */
function resourcesWith({ action, resource, place }: Asked): readonly Named[] {
  const root = resource?.replace(/\/\*?$/, '') ?? null;
  if (action === 's3:PutObject') {
    const [bucket] = resourcesOf('s3:ListBucket', root, place);
    return [bucket, { ...bucket, text: `${bucket.text}/*` }];
  }
  const [first, ...more] = resourcesOf(action, root, place);
  if (action === 'lambda:InvokeFunction') {
    const name = first.text.split(':').slice(0, 7).join(':');
    return [
      { ...first, text: name },
      { ...first, text: `${name}:*` },
    ];
  }
  return [first, ...more];
}
