import { FUNCTION_ROLE } from '../../../model/aws-names.ts';
import type { CallOrigin } from '../../../model/denial.ts';
import { isDenialCode } from '../../grammar/codes.ts';
import { named } from '../../grammar/principal.ts';
import { prefixOfService } from '../../operations/service-prefixes.ts';
import { type ObjectFields, textAt } from '../../text/read-object.ts';
import { fields, type Part, type StatedFields } from '../shape.ts';
import { CALLS } from './column-names.ts';
import { identityProvider } from './identity-provider.ts';
import { recordedResources } from './record-resources.ts';
import { sentKeys } from './sent-keys.ts';

/** What a record states of the call itself. */
export interface StatedCall {
  readonly code: string;
  readonly operation: string | undefined;
  /** `s3.amazonaws.com` */
  readonly source: string | undefined;
  /** That of the caller. */
  readonly arn: string | undefined;
  readonly requestId: string | undefined;
  readonly region: string | undefined;
  readonly calledFrom?: CallOrigin | undefined;
}

/**
 * The name of a service in `eventSource`. Any other value says nothing about the service, and may hold what stood beside it: no word
 * of a name is as long as a label and its secret without the rule of a table between them.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html (eventSource)
 */
const EVENT_SOURCE = /^([a-z0-9]{1,24}(?:-[a-z0-9]{1,24}){0,5})\.amazonaws\.com(?:\.cn)?$/i;

/** The part that a record at [from, to) makes. It claims a denial only if its code is that of one: else its message has to say so. */
export function recordPart(
  at: { readonly from: number; readonly to: number },
  { code, operation, source, arn, requestId, region, calledFrom }: StatedCall,
  record: ObjectFields,
): Part {
  const service = EVENT_SOURCE.exec(source ?? '')?.[1];
  return {
    shape: 'cloudtrail',
    place: 'record',
    ...at,
    fields: fields({
      code,
      operation,
      service,
      ...callerIn(record, arn),
      calls: callsIn(record),
      requestId,
      region,
      calledFrom,
      // Of an event of network activity. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html
      reason: code === 'VpceAccessDenied' ? { layer: 'endpoint', effect: null, policyArn: null } : null,
      ...requestIn(record, prefixOfService(service ?? '')),
    }),
    ...(isDenialCode(code) && { claim: 'denied' as const }),
  };
}

/** How many calls a row in the result of a query is about. */
function callsIn(record: ObjectFields): number | undefined {
  const calls = textAt(record, CALLS) ?? '';
  return /^[1-9]\d{0,11}$/.test(calls) ? Number(calls) : undefined;
}

/** The caller: its ARN, the service that calls for itself, or the identity provider that a token or an assertion came from. */
function callerIn(record: ObjectFields, arn: string | undefined): Pick<StatedFields, 'caller' | 'callerName'> {
  if (arn !== undefined) return fields(named(callerTold(record, arn) ?? arn));
  const type = textAt(record, 'userIdentity.type');
  const callerName = type === 'AWSService' ? textAt(record, 'userIdentity.invokedBy') : identityProvider(record);
  return fields({ callerName: callerName ?? (isFunction(record) ? FUNCTION_ROLE : undefined) });
}

/**
 * The caller as the message has it, where that is the same but for its account: people hide accounts in records piece by piece, and the message is
 * what names the resource.
 */
function callerTold(record: ObjectFields, arn: string): string | undefined {
  const told = /\bUser: (arn:aws[a-z-]*:(?:iam|sts)::\d{12}:\S{1,400}) is not authorized\b/.exec(
    textAt(record, 'errorMessage') ?? '',
  )?.[1];
  const withoutAccount = (text: string) => text.replace(/::\d{12}:/, '::');
  return told !== undefined && withoutAccount(told) === withoutAccount(arn) ? told : undefined;
}

/** True for a part of a record without its caller whose SDK says that it ran in a Lambda function. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html (AWS_EXECUTION_ENV) */
function isFunction(record: ObjectFields): boolean {
  return /\bexec-env\/AWS_Lambda/.test(textAt(record, 'userAgent') ?? '');
}

/** What the record says of the request beside what was refused. */
function requestIn(record: ObjectFields, service: string): Pick<StatedFields, 'recorded' | 'sent'> {
  const resources = recordedResources(record, service);
  const sent = sentKeys(record, service);
  return fields({
    recorded: resources.length === 0 ? null : resources,
    sent: Object.keys(sent).length === 0 ? null : sent,
  });
}
