import type { CallOrigin } from '../../../model/denial.ts';
import { CODE_NEEDLES, isDenialCode } from '../../grammar/codes.ts';
import { named } from '../../grammar/principal.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import { type DenseText, SPACING } from '../../text/dense-text.ts';
import { type ObjectFields, textAt, valueAt } from '../../text/read-object.ts';
import { fieldOf, type ObjectSpan, objectsAround } from '../objects.ts';
import { fields, type Part, type Shape } from '../shape.ts';
import { recordPart } from './record-part.ts';
import { athenaRows, recordIn, rowAround } from './result-rows.ts';

/**
 * CloudTrail records, alone, in `Records[]`, in `Events[].CloudTrailEvent`, as flat keys (`"userIdentity.arn"`), as a fragment
 * of a few keys, or as columns. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const cloudTrail: Shape = {
  name: 'cloudtrail',
  needles: CODE_NEEDLES,
  *find(dense, table) {
    const keys = [...positionsOf(dense.lower, 'errorcode')];
    let end = 0;
    for (const [index, span] of objectsAround(dense, keys).entries()) {
      const at = keys[index] ?? 0;
      if (at < end) continue;
      const record = readRecord(dense, rowAround(dense, { ...span, from: Math.max(span.from, end) }), at);
      if (record === undefined) continue;
      yield record;
      end = record.to;
    }
    yield* columns(dense);
    yield* rows(dense, table);
  },
};

function readRecord(dense: DenseText, span: ObjectSpan, at: number): Part | undefined {
  const code = matchAt(/errorcode["'*`]{0,3}[:=|]["'*`]{0,3}([\w.]{2,80})(?!\*)/iy, dense.text, at)?.[1] ?? '';
  if (code === '') return undefined;
  const operation = fieldOf(dense, span, 'eventName');
  const source = fieldOf(dense, span, 'eventSource');
  const isDenied = isDenialCode(code);
  // The code of the service may be any (ClientException); then its message says whether it is a denial.
  if (isDenied ? operation === undefined && source === undefined : operation === undefined || source === undefined)
    return undefined;
  const from = span.opened ? span.from : firstKey(dense, span, at);
  const requestId = fieldOf(dense, span, 'requestID');
  const record = recordIn(dense, { from, to: span.to });
  const isWhole = valueAt(record, 'userIdentity') !== undefined;
  const stated = {
    code,
    operation,
    source,
    arn: textAt(record, 'userIdentity.arn') ?? (isWhole ? undefined : callerArn(dense, span)),
    requestId,
    region: fieldOf(dense, span, 'awsRegion'),
    calledFrom: originOf(isWhole ? valuesOf(record) : (key) => fieldOf(dense, span, key)),
  };
  return recordPart({ from, to: span.to }, stated, record);
}

/**
 * The address that the call came from. Where an AWS service made the call for somebody else, the record has the name of the service in its
 * place. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html (sourceIPAddress)
 */
function originOf(stated: (key: string) => string | undefined): CallOrigin | undefined {
  const address = stated('sourceIPAddress') ?? '';
  const isAddress =
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) || /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i.test(address);
  if (!isAddress || stated('invokedBy') !== undefined) return undefined;
  return { address, vpcEndpoint: stated('vpcEndpointId') ?? null };
}

function valuesOf(record: ObjectFields): (key: string) => string | undefined {
  return (key) => textAt(record, key === 'invokedBy' ? 'userIdentity.invokedBy' : key);
}

/** The rows of a table of Athena in JSON. */
function* rows(dense: DenseText, columns?: readonly string[]): Generator<Part> {
  for (const { record, ...at } of athenaRows(dense, columns)) {
    const [code, operation] = [textAt(record, 'errorCode'), textAt(record, 'eventName')];
    if (operation === undefined || code === undefined) continue;
    const [requestId, region] = [textAt(record, 'requestID'), textAt(record, 'awsRegion')];
    const [source, arn] = [textAt(record, 'eventSource'), textAt(record, 'userIdentity.arn')];
    const stated = { code, operation, source, arn, requestId, region, calledFrom: originOf(valuesOf(record)) };
    yield recordPart(at, stated, record);
  }
}

/** Where a fragment begins: at the first key of a record in it. */
function firstKey(dense: DenseText, span: ObjectSpan, at: number): number {
  const text = dense.text.slice(span.from, at);
  const starts = ['eventVersion', 'userIdentity', 'eventTime', 'eventSource', 'eventName'].map((key) =>
    text.search(new RegExp(`["']?${key}`, 'i')),
  );
  return span.from + Math.min(text.length, ...starts.filter((start) => start >= 0));
}

/** The caller is `userIdentity.arn`, not the ARN of the session's issuer further inside. */
function callerArn(dense: DenseText, span: ObjectSpan): string | undefined {
  const flat = fieldOf(dense, span, 'userIdentity.arn');
  if (flat !== undefined) return flat;
  const text = dense.text.slice(span.from, span.to);
  const identity = text.indexOf('"userIdentity":{');
  if (identity < 0) return undefined;
  const rest = text.slice(identity);
  const issuer = rest.search(/"(?:sessionContext|sessionIssuer|eventTime|eventSource|eventName)":/);
  const to = span.from + identity + (issuer < 0 ? rest.length : issuer);
  return fieldOf(dense, { from: span.from + identity, to }, 'arn');
}

/** `ARN  ID  ec2.amazonaws.com  CreateNetworkInterface  Client.UnauthorizedOperation  You are not …`, in columns. */
function* columns(dense: DenseText): Generator<Part> {
  for (const at of positionsOf(dense.text, '.amazonaws.com')) {
    const nameAt = at + '.amazonaws.com'.length;
    const codeAt = dense.nextSpacing(nameAt + 1);
    const to = dense.nextSpacing(codeAt + 1);
    const operation = dense.text.slice(nameAt, codeAt);
    const code = dense.text.slice(codeAt, to);
    if (
      dense.spacingBefore(nameAt) === SPACING.none ||
      !/^[A-Z][A-Za-z0-9]{2,80}$/.test(operation) ||
      !isDenialCode(code)
    )
      continue;
    let serviceAt = at;
    while (serviceAt > 0 && at - serviceAt < 40 && dense.spacingBefore(serviceAt) === SPACING.none) serviceAt -= 1;
    const service = dense.text.slice(serviceAt, at);
    const before = dense.text.slice(Math.max(0, serviceAt - 500), serviceAt);
    const requestId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(before)?.[0] ?? '';
    const arnAt = before.lastIndexOf('arn:aws');
    const from = arnAt < 0 ? serviceAt : Math.max(0, serviceAt - 500) + arnAt;
    const caller = arnAt < 0 ? '' : dense.text.slice(from, dense.nextSpacing(from + 1));
    yield {
      shape: 'cloudtrail-columns',
      place: 'record',
      from,
      to,
      fields: fields({ code, operation, service, requestId, ...named(caller) }),
      claim: 'denied',
    };
  }
}
