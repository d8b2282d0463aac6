import type { Silence } from './fake-aws/fake-aws.ts';
import type { FakeRequest } from './fake-aws/request.ts';
import { type FakeResponse, refusal } from './fake-aws/response.ts';

/** Something that goes wrong. `endless`: nothing but the end of the time ends it. */
export interface Fault {
  /** What the server does at the given attempt, from 1; undefined: it answers. */
  readonly at: (request: FakeRequest, attempt: number) => FakeResponse | Silence | undefined;
  /** Codes of the gap that is left; empty where it must go well in the end. */
  readonly codes: readonly string[];
  readonly endless?: true;
}

const throttled = (request: FakeRequest) =>
  refusal(request, request.protocol === 'query' ? 'Throttling' : 'TooManyRequestsException', 'Rate exceeded', 400);
const failing = (request: FakeRequest) =>
  refusal(request, request.protocol === 'query' ? 'ServiceFailure' : 'ServiceException', 'Internal failure', 500);
const html = (status: number): FakeResponse => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><body><h1>Sign in to the network</h1><p></body></html>',
});

export const FAULTS = {
  AccessDenied: {
    at: (request) =>
      refusal(request, request.protocol === 'query' ? 'AccessDenied' : 'AccessDeniedException', 'not authorized', 403),
    codes: ['AccessDenied', 'AccessDeniedException'],
  },
  NoSuchEntity: {
    at: (request) =>
      refusal(request, request.protocol === 'query' ? 'NoSuchEntity' : 'NoSuchEntityException', 'cannot be found', 404),
    codes: ['NoSuchEntity', 'NoSuchEntityException'],
  },
  AWSOrganizationsNotInUse: {
    at: (request) => refusal(request, 'AWSOrganizationsNotInUseException', 'not a member of an organization', 400),
    codes: ['AWSOrganizationsNotInUseException'],
  },
  'throttling, then success': {
    at: (request, attempt) => (attempt === 1 ? throttled(request) : undefined),
    codes: [],
  },
  'throttling for ever': { at: throttled, codes: ['Stopped'], endless: true },
  '500, then success': {
    at: (request, attempt) => (attempt <= 2 ? failing(request) : undefined),
    codes: [],
  },
  '500 for ever': {
    at: failing,
    codes: ['ServiceFailure', 'ServiceFailureException', 'ServiceException'],
  },
  'a gateway answers 502': { at: () => html(502), codes: ['NotFromAws'] },
  timeout: { at: () => 'hang', codes: ['Stopped'], endless: true },
  'timeout within the body': { at: () => 'hang-in-body', codes: ['Stopped'], endless: true },
  'connection reset': { at: () => 'reset', codes: ['NetworkError'] },
  'malformed body': { at: () => ({ status: 200, body: '\u0000{{<a' }), codes: ['MalformedAnswer'] },
  'cut body': { at: () => ({ status: 200, body: '<a><b>' }), codes: ['MalformedAnswer'] },
  'empty body': { at: () => ({ status: 200, body: '' }), codes: ['MalformedAnswer'] },
  'a captive portal': { at: () => html(200), codes: ['NotFromAws'] },
  'a redirect': {
    at: () => ({ status: 302, headers: { location: '/' }, body: '' }),
    codes: ['MalformedAnswer', 'NetworkError'],
  },
  'expired token': {
    at: (request) =>
      refusal(
        request,
        request.protocol === 'query' ? 'ExpiredToken' : 'ExpiredTokenException',
        'The security token included in the request is expired',
        403,
      ),
    codes: ['ExpiredToken', 'ExpiredTokenException'],
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
