import { CODE_NEEDLES } from '../../grammar/codes.ts';
import { requestIdAt } from '../../grammar/request-id.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import { type DenseText, SPACING } from '../../text/dense-text.ts';
import { fields, type Part, type Shape } from '../shape.ts';

const LONGEST_HOST_ID = 200;

/**
 * Go SDK v2: `operation error SVC: OP, https response error StatusCode: N, RequestID: ID, HostID: X, api error CODE: MESSAGE`;
 * v1: `CODE: MESSAGE\n\tstatus code: N, request id: ID, host id: X`. In a chain the last operation is the denied one.
 */
export const goSdk: Shape = {
  name: 'go-sdk',
  needles: ['StatusCode: 403', ...CODE_NEEDLES],
  *find(dense) {
    yield* operations(dense);
    yield* responses(dense);
    yield* shortened(dense);
    yield* apiErrors(dense);
    yield* statusLines(dense);
  },
};

function* operations(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, 'operationerror')) {
    const match = matchAt(/operationerror([\w./& -]{1,60}):([A-Z][A-Za-z0-9]{1,90})[,:]/y, dense.text, from);
    if (match === null) continue;
    const [all, service, operation] = match;
    yield { shape: 'go-sdk-v2', place: 'head', from, to: from + all.length, fields: fields({ service, operation }) };
  }
}

function* responses(dense: DenseText): Generator<Part> {
  // People who retype it put a comma before the status.
  for (const from of positionsOf(dense.lower, 'responseerror')) {
    const status = matchAt(/responseerror,?statuscode:(\d{1,3})/y, dense.lower, from);
    if (status === null) continue;
    const end = from + status[0].length;
    const label = matchAt(/,requestid:/y, dense.lower, end);
    const id = label && requestIdAt(dense, end + label[0].length);
    const hostAt = id?.to ?? end + (label?.[0].length ?? 0);
    const codeAt = hostEnd(dense, hostAt);
    // Here is a code, whether we know it or not: "…, RequestID: ID, InvalidInputException: …".
    const code = matchAt(/,(?!User:)([A-Z][\w.]{3,80}):/y, dense.text, codeAt);
    yield {
      shape: 'go-sdk-v2',
      place: 'head',
      from,
      to: codeAt + (code?.[0].length ?? 0),
      fields: fields({ status: status[1], requestId: id?.requestId, code: code?.[1] }),
    };
  }
}

/** `operation error RDS: DescribeDBInstances, StatusCode: 403, AccessDenied: MESSAGE`: what a person left of it. */
function* shortened(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, 'statuscode:')) {
    if (!SHORTENED.test(dense.text.slice(Math.max(0, from - 170), from))) continue;
    const match = matchAt(/statuscode:(\d{3}),([A-Z][\w.]{3,80}):/iy, dense.text, from);
    if (match === null) continue;
    const [all, status, code] = match;
    yield { shape: 'go-sdk-v2', place: 'head', from, to: from + all.length, fields: fields({ status, code }) };
  }
}

const SHORTENED = /operationerror[\w./& -]{1,60}:[A-Z][A-Za-z0-9]{1,90},$/;

/** Where the host id ends that follows at `at`. Lines are wrapped inside it only where the answer goes on after it. */
function hostEnd(dense: DenseText, at: number): number {
  const label = matchAt(/,hostid:/y, dense.lower, at);
  if (label === null) return at;
  const from = at + label[0].length;
  const word = dense.nextSpacing(from + 1);
  let end = word;
  while (end - from < LONGEST_HOST_ID && dense.spacingBefore(end) === SPACING.break) end = dense.nextSpacing(end + 1);
  const wrapped = /^[\w+/=-]*(?=,)/.exec(dense.text.slice(from, Math.min(end, from + LONGEST_HOST_ID)));
  return from + (wrapped ?? /^[^,]*/.exec(dense.text.slice(from, word)) ?? [''])[0].length;
}

function* apiErrors(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, 'apierror')) {
    const match = matchAt(/apierror([A-Z][\w.]{2,80}):/y, dense.text, from);
    if (match)
      yield { shape: 'go-sdk-v2', place: 'head', from, to: from + match[0].length, fields: fields({ code: match[1] }) };
  }
}

function* statusLines(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, 'statuscode:')) {
    const match = matchAt(/statuscode:(\d{3})(,requestid:)?/y, dense.lower, from);
    if (match === null || /(?:responseerror,?|http)$/.test(dense.lower.slice(Math.max(0, from - 14), from))) continue;
    if (SHORTENED.test(dense.text.slice(Math.max(0, from - 170), from))) continue;
    const id = match[2] === undefined ? undefined : requestIdAt(dense, from + match[0].length);
    const to = id?.to ?? from + match[0].length;
    yield {
      shape: 'go-sdk-v1',
      place: 'tail',
      from,
      to,
      fields: fields({ status: match[1], requestId: id?.requestId }),
    };
  }
}
