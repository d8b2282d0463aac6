import { CODE_NEEDLES } from '../../grammar/codes.ts';
import { requestIdAt } from '../../grammar/request-id.ts';
import { resourceAt } from '../../grammar/resource.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import type { DenseText } from '../../text/dense-text.ts';
import { fields, type Part, type Shape } from '../shape.ts';

/**
 * Java v1: `MESSAGE (Service: S; Status Code: N; Error Code: C; Request ID: ID; …)`; v2 with commas and without a code.
 * CloudFormation quotes both.
 */
export const javaSdk: Shape = {
  name: 'java-sdk',
  needles: ['Status Code: 403', ...CODE_NEEDLES],
  *find(dense) {
    yield* tails(dense);
    yield* classes(dense);
    yield* calls(dense);
  },
};

function* tails(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, '(service:')) {
    const match = matchAt(
      /\(service:([^;,()]{1,60})[;,]statuscode:(\d{1,3})(?:[;,]errorcode:([\w.]{1,80}))?([;,]requestid:)?/iy,
      dense.text,
      from,
    );
    if (match === null) continue;
    const [all] = match;
    // Where there was no answer, Java prints its null.
    const [service, status, stated] = match.slice(1, 4).map((each) => (each === 'null' ? undefined : each));
    // The answer to a HEAD request has no body, so the SDK writes "403 Forbidden" in place of the code.
    const code = stated?.replace(/^(\d{3})(?=[A-Z])/, '$1 ').replace(/\.+$/, '');
    const end = from + all.length;
    const id = match[4] === undefined ? undefined : requestIdAt(dense, end);
    const shape = code === undefined ? 'java-sdk-v2' : 'java-sdk-v1';
    yield {
      shape,
      place: 'tail',
      from,
      to: id?.to ?? end,
      fields: fields({
        service,
        status,
        code,
        requestId: id?.requestId,
        method: headRequest(dense, from, service, code),
      }),
    };
  }
}

/** What people write after the message: `(Service: Amazon S3; … Error Code: AccessDenied) for s3:PutObject on resource: R`. */
function* calls(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.text, ')for')) {
    const match = matchAt(/\)for([a-z0-9-]{2,40}:[A-Z][A-Za-z0-9]{2,80}?)onresource:/y, dense.text, from);
    if (
      match === null ||
      !/errorcode:[a-z.]{2,60}$|requestid:[\w-]{8,80}$/.test(dense.lower.slice(Math.max(0, from - 90), from))
    )
      continue;
    const end = from + match[0].length;
    const { resource, to } = resourceAt(dense, end, undefined);
    yield { shape: 'java-sdk', place: 'message', from, to, fields: fields({ action: match[1], resource }) };
  }
}

/** S3's answer has no body, and so neither code nor message, only to a HEAD request. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
function headRequest(
  dense: DenseText,
  from: number,
  service: string | undefined,
  code: string | undefined,
): string | undefined {
  const isEmpty = code === undefined || /^(?:403 ?)?Forbidden$/i.test(code);
  const message = /(?:^|[^a-z])(?:null|forbidden)$/.test(dense.lower.slice(Math.max(0, from - 20), from));
  return /^(?:amazon)?s3$/i.test(service ?? '') && isEmpty && message ? 'HeadObject' : undefined;
}

/** `software.amazon.awssdk.services.S.model.XException: `; the class is the code, unless it is the general exception of the service. */
function* classes(dense: DenseText): Generator<Part> {
  for (const at of positionsOf(dense.text, '.model.')) {
    const match = matchAt(/\.model\.([A-Z]\w{2,80}?(?:Exception|Fault)):/y, dense.text, at);
    const service = /services\.(\w{1,40})$/.exec(dense.text.slice(Math.max(0, at - 60), at))?.[1];
    if (match === null || service === undefined) continue;
    const name = match[1] ?? '';
    const general = /^(?:Amazon|AWS)/.test(name) || name.toLowerCase() === `${service.toLowerCase()}exception`;
    yield {
      shape: 'java-sdk',
      place: 'head',
      from: at,
      to: at + match[0].length,
      fields: fields({ service, code: general ? null : name }),
    };
  }
}
