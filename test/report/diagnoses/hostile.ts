import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { notGiven, refused } from '../../../src/model/gap.ts';
import type { PolicyRef } from '../../../src/model/policy.ts';
import type { Requirement } from '../../../src/model/requirement.ts';
import { denial, diagnosis, request } from './parts.ts';

/** Texts that try to steer a terminal, a shell, a Markdown page, a GitHub job, or the eye. */
export const ATTACKS = {
  escape: '\u001b[2J\u001b]0;owned\u0007',
  c1: '\u009b31m',
  bidi: 'safe\u202egnp.exe\u202c',
  zeroWidth: 'ad\u200bmin',
  tag: 'x\u{e0041}y',
  newline: 'one\r\ntwo',
  command: '\n::stop-commands::x\n::add-mask::y',
  shell: '$(touch /tmp/owned)`id`;rm -rf ~\'"&&|',
  option: '--profile=evil',
  link: '[click](https://evil.example/x) ![i](https://evil.example/i.png) https://evil.example www.evil.example',
  html: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  table: 'a | b | c',
  fence: '```\n# owned\n~~~~',
  mention: '@everyone #1 **bold** _em_ ~~gone~~ $x$ &lt;',
} as const;

const ALL = Object.values(ATTACKS).join(' ');
const SECRET = 'aws_secret_access_key=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';

const policy: PolicyRef = { name: ALL, arn: ALL, kind: 'inline', attachedTo: `arn:aws:iam::111122223333:role/${ALL}` };

const evidence = {
  kind: 'statement',
  policy,
  statement: { index: 0, sid: ALL },
  pointer: '/Statement/0/Sid',
  line: 4,
  excerpt: JSON.stringify({ Sid: ALL }, null, 2),
  nearMiss: { element: 'resource', policySays: ALL, requestHas: ALL, difference: ALL, mark: ALL },
} as const;

const gaps = [
  { ...notGiven({ what: ALL, toPass: { key: ALL } }), option: ALL },
  { ...refused({ what: ALL, account: ALL, permission: ALL, code: ALL, who: 'organization-admin' }), note: ALL },
] as const;

const requirement: Requirement = {
  id: 'identity',
  step: 'identity',
  request: { action: ALL, resource: ALL },
  status: 'open',
  target: { kind: 'identity', name: ALL, arn: ALL, account: ALL, attachedTo: ALL },
  likely: ALL,
  who: 'account-admin',
  usual: [ALL],
  show: [
    { argv: ['aws', 'iam', 'get-role', '--role-name', ATTACKS.shell], account: ALL },
    { argv: ['aws', 'iam', 'get-role', '--role-name', ATTACKS.newline], account: ALL },
  ],
  placeholders: [{ token: 'ROLE_ARN', what: ALL, fills: 'resource' }],
  need: 'allow',
  ways: [
    {
      statements: [{ Effect: 'Allow', Action: ALL, Resource: [ALL], Condition: { [ALL]: { [ALL]: 'ROLE_ARN' } } }],
      alsoNeeds: [ALL],
    },
  ],
};

/** Every value that can come from outside is an attack. */
export const hostile: Diagnosis = diagnosis({
  denial: denial({ code: ALL, operation: ALL, caller: ALL, callerName: ALL, action: ALL, resource: ALL }),
  count: 2,
  request: request({
    principal: { arn: ALL, type: 'session', account: ALL, name: ALL },
    action: ALL,
    resource: ALL,
    resourceAccount: ALL,
    accounts: { [ALL]: { name: ALL, from: 'organization' } },
    context: { [ALL]: { values: [ALL] } },
  }),
  assumptions: [{ what: ALL, why: ALL }],
  steps: [
    { id: 'caller', title: ALL, summary: ALL, rung: 'evaluated', status: 'pass', evidence: [evidence], gaps: [] },
    { id: 'identity', title: ALL, summary: ALL, rung: 'unknown', status: 'unknown', evidence: [], gaps },
  ],
  causes: [
    {
      key: 'identity.no-allow',
      id: 'identity.no-allow',
      layer: 'identity',
      rung: 'evaluated',
      blocker: null,
      aspect: null,
      summary: `${ALL} ${SECRET}`,
      evidence: [
        { kind: 'quote', text: `${ALL} ${SECRET}`, lines: [1, 2] },
        evidence,
        { kind: 'answer', call: ALL, text: `${ALL} ${SECRET}` },
        { kind: 'absent', call: ALL, on: ALL },
      ],
      fix: {
        who: 'role-owner',
        summary: ALL,
        account: ALL,
        changes: [{ policy, pointer: `/Statement/${ALL}`, before: { [ALL]: ALL }, after: [ALL] }],
        request: { context: { [ALL]: [ALL] } },
        commands: [
          ['aws', 'iam', 'get-role', '--role-name', ATTACKS.shell],
          ['aws', 'iam', 'get-role', '--role-name', ATTACKS.escape],
          ['aws', 'iam', 'get-role', '--role-name', ATTACKS.newline],
        ],
        documents: [{ file: ALL, document: { [ALL]: ALL } }],
        check: 'still-blocked',
        stillBlocking: [ALL],
        openAfter: gaps,
      },
    },
  ],
  fixesTogether: { check: 'open', stillBlocking: [], openAfter: gaps },
  related: [{ why: ALL, request: request({ action: ALL, resource: ALL }), verdict: 'denied', causes: [] }],
  requirements: [
    requirement,
    { ...requirement, id: 'scp', step: 'scp', target: { ...requirement.target, kind: 'scp' } },
    { ...requirement, id: 'token.sub', step: 'trust', need: 'value', key: ALL, owner: 'caller', expected: [ALL] },
    { ...requirement, id: 'provider', step: 'trust', need: 'exists' },
    {
      ...requirement,
      id: 'resource',
      step: 'resource',
      target: { ...requirement.target, kind: 'resource' },
      need: 'no-deny',
      guards: [{ id: 'transport', keys: [ALL] }],
      exemption: { Condition: { [ALL]: { [ALL]: ALL } } },
    },
  ],
  open: gaps,
});

/** The same where no cause is certain, so that the report says what must be in place. */
export const hostileAndOpen: Diagnosis = { ...hostile, conclusion: 'inconclusive', causes: [] };
