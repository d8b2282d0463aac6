import { matchAt, positionsOf } from '../../grammar/search.ts';
import type { DenseText } from '../../text/dense-text.ts';
import { fields, type Part, type Shape } from '../shape.ts';

/** Where the response begins, behind the error in it. */
const REACH = 600;
const HEADERS = 900;
const REQUEST_ID = /"x-amz-request-id":(?:\w{1,20}\()*"([A-Z0-9]{8,32})"/i;

/** The parts of a response of S3 and its body, which is empty. */
const WITHOUT_BODY = /parts\{status:403,.{0,900}?"server":"amazons3".{0,200}?\},body:""/iy;

/**
 * AWS SDK for Rust, the debug output of an error without code and message: S3's answer to a HEAD request, which has no body. So do
 * libraries that print the response themselves: `response part: Parts { status: 403, headers: {…}, body: ""`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const rustSdk: Shape = {
  name: 'rust-sdk',
  needles: ['status: 403', 'StatusCode(403)'],
  *find(dense) {
    yield* withoutBody(dense);
    for (const literal of ['status:403,', 'status:statuscode(403)']) {
      for (const at of positionsOf(dense.lower, literal)) {
        const start = Math.max(0, at - REACH);
        const before = dense.text.slice(start, at);
        const error = /^(.*)serviceerror[{(]/i.exec(before.replaceAll('|', ' '))?.[1]?.length ?? -1;
        if (error < 0 || !/code:none,/i.test(before) || !/response\{$/i.test(before.replaceAll('|', ''))) continue;
        const headers = dense.text.slice(at, at + HEADERS);
        const requestId = REQUEST_ID.exec(headers)?.[1];
        if (requestId === undefined) continue;
        const operation = /([A-Z][A-Za-z]{3,60}?)Error\{/.exec(before.slice(error + 'ServiceError{'.length))?.[1];
        const from = start + error;
        const end = matchAt(/status:(?:statuscode\()?403/iy, dense.text, at);
        yield {
          shape: 'rust-sdk',
          place: 'message',
          from,
          to: at + (end?.[0].length ?? 0),
          fields: fields({ operation: operation === 'Service' ? null : operation, service: 's3', requestId }),
          claim: 'denied',
        };
      }
    }
  },
};

function* withoutBody(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, 'parts{status:403,')) {
    const response = matchAt(WITHOUT_BODY, dense.text, from)?.[0];
    if (response === undefined) continue;
    const requestId = REQUEST_ID.exec(response)?.[1];
    yield {
      shape: 'rust-sdk',
      place: 'message',
      from,
      to: from + response.length,
      fields: fields({ service: 's3', requestId }),
      claim: 'denied',
    };
  }
}
