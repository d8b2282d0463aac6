import { matchAt, positionsOf } from '../grammar/search.ts';
import { fields, type Shape } from './shape.ts';

/** Where the response begins, behind the error in it. */
const REACH = 600;
const HEADERS = 900;

/**
 * AWS SDK for Rust, the debug output of an error without code and message: S3's answer to a HEAD request, which has no body.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const rustSdk: Shape = {
  name: 'rust-sdk',
  needles: ['status: 403', 'StatusCode(403)'],
  *find(dense) {
    for (const literal of ['status:403,', 'status:statuscode(403)']) {
      for (const at of positionsOf(dense.lower, literal)) {
        const start = Math.max(0, at - REACH);
        const before = dense.text.slice(start, at);
        const error = /^(.*)serviceerror[{(]/i.exec(before.replaceAll('|', ' '))?.[1]?.length ?? -1;
        if (error < 0 || !/code:none,/i.test(before) || !/response\{$/i.test(before.replaceAll('|', ''))) continue;
        const headers = dense.text.slice(at, at + HEADERS);
        const requestId = /"x-amz-request-id":(?:\w{1,20}\()*"([A-Z0-9]{8,32})"/i.exec(headers)?.[1];
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
