import { describe, expect, it } from 'vitest';
import type { DenialOrigin } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { CANARY } from '../secrets/planted.ts';

const DENIED =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::bucket/key';
const OTHER = DENIED.replaceAll('GetObject', 'PutObject');

const terraform = (name: string, file: string, line: number): DenialOrigin => ({ kind: 'terraform', name, file, line });
const source = (name: string | null, file: string, line: number): DenialOrigin => ({
  kind: 'source',
  name,
  file,
  line,
});
const named = (kind: DenialOrigin['kind'], name: string): DenialOrigin => ({ kind, name, file: null, line: null });

const box = (error: string, address: string, line: number) => `╷
│ Error: reading S3 Object: ${error}
│
│   with ${address},
│   on modules/site/main.tf line ${line}, in resource "aws_s3_object" "page":
│   ${line}: resource "aws_s3_object" "page" {
│
╵`;

const ORIGINS: readonly (readonly [string, string, DenialOrigin | null])[] = [
  [
    'a box of Terraform',
    box(DENIED, 'module.site.aws_s3_object.page["a"]', 3),
    terraform('module.site.aws_s3_object.page["a"]', 'modules/site/main.tf', 3),
  ],
  [
    'a box on one line',
    `Error: ${DENIED} with aws_s3_object.page, on main.tf line 12, in resource "aws_s3_object" "page": 12: resource`,
    terraform('aws_s3_object.page', 'main.tf', 12),
  ],
  [
    'an error without its address',
    `${DENIED}\n  on main.tf line 4, in data "aws_s3_object" "page":`,
    terraform('aws_s3_object.page', 'main.tf', 4),
  ],
  ['Terraform of old', `* aws_s3_object.page: ${DENIED}`, named('terraform', 'aws_s3_object.page')],
  [
    'an event of a stack',
    `10:00:01 AM | CREATE_FAILED | AWS::Lambda::Function | Fn\n${DENIED}`,
    named('cloudformation', 'Fn'),
  ],
  ['the Serverless Framework', `CREATE_FAILED: Fn (AWS::Lambda::Function)\n${DENIED}`, named('cloudformation', 'Fn')],
  ['a stack set', `ResourceLogicalId:Bucket, ResourceStatusReason: ${DENIED}`, named('cloudformation', 'Bucket')],
  [
    'the tree of CDK',
    ` └─ Shop\n     ├─ Assets  (AWS::S3::Bucket Assets)\n     │  🛑 ${DENIED}`,
    named('cloudformation', 'Assets'),
  ],
  [
    'a controller',
    `{"level":"error","controller":"ingress","Ingress":{"name":"shop","namespace":"web"},"error":"${DENIED}"}`,
    named('kubernetes', 'ingress/web/shop'),
  ],
  [
    'an event of Kubernetes',
    `9s  Warning  FailedDeployModel  ingress/shop  Failed deploy model due to ${DENIED}`,
    named('kubernetes', 'ingress/shop'),
  ],
  [
    'the manifest of an object',
    `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata:\n  labels:\n    name: other\n  name: aws-store\n  namespace: shop\nstatus:\n  conditions:\n  - message: '${DENIED}'`,
    named('kubernetes', 'secretstore/shop/aws-store'),
  ],
  [
    'the description of an object',
    `Name:         media\nNamespace:    web\nAPI Version:  s3.services.k8s.aws/v1alpha1\nKind:         Bucket\nStatus:\n  Conditions:\n    Message:  ${DENIED}`,
    named('kubernetes', 'bucket/web/media'),
  ],
  [
    'a step of GitHub Actions',
    `##[group]Run aws-actions/configure-aws-credentials@v4\nwith:\n  aws-region: eu-west-1\n${DENIED}`,
    named('workflow', 'aws-actions/configure-aws-credentials@v4'),
  ],
  [
    'a traceback of Python',
    `Traceback (most recent call last):\n  File "/app/shop/main.py", line 12, in load\n    s3.get_object()\n  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 983, in _make_api_call\n    raise error_class(parsed_response, operation_name)\nbotocore.exceptions.ClientError: ${DENIED}`,
    source('load', '/app/shop/main.py', 12),
  ],
  [
    'a trace of Java',
    `Exception in thread "main" software.amazon.awssdk.services.s3.model.S3Exception: Access Denied (Service: S3, Status Code: 403, Request ID: 7VE1AQ2XMPLM5K9T)\n\tat software.amazon.awssdk.services.s3.DefaultS3Client.getObject(DefaultS3Client.java:1)\n\tat com.acme.shop.Loader.load(Loader.java:31)`,
    source('com.acme.shop.Loader.load', 'Loader.java', 31),
  ],
  [
    'a trace of Node.js',
    `AccessDenied: ${DENIED}\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20)\n    at async handler (/app/src/load.ts:9:3)`,
    source('handler', '/app/src/load.ts', 9),
  ],
  ['nothing around it', DENIED, null],
  ['a resource without an error of its own', `on main.tf line 4, in resource "aws_s3_object" "page":\n${DENIED}`, null],
];

describe('what asked for something', () => {
  it.each(ORIGINS)('is told by %s', (_, text, origin) => {
    expect(parseDenials(text).map((denial) => denial.origin)).toEqual([origin]);
  });

  it('is each denial’s own', () => {
    const text = `${box(DENIED, 'aws_s3_object.page', 3)}\n${box(OTHER, 'aws_s3_object.other', 30)}`;
    expect(parseDenials(text).map(({ origin }) => origin?.name)).toEqual(['aws_s3_object.page', 'aws_s3_object.other']);
  });

  // A path that is read from the middle would begin behind the label of the secret.
  it.each([
    `${DENIED}\n/srv/secret_key=${CANARY}/load.rb:9:in \`load'`,
    `${DENIED}\n/srv/X-Amz-Signature=${CANARY}/shop/load.rb:9:in \`load'`,
    `${DENIED}\n  on password=${CANARY}/main.tf line 3, in resource "aws_s3_object" "page":`,
    `${DENIED}\n    at load (/srv/password=${CANARY}/load.js:9:3)`,
  ])('shows no secret of its path: %s', (text) => {
    expect(parseDenials(text)).toMatchObject([{ action: 's3:GetObject' }]);
    expect(JSON.stringify(parseDenials(text).map(({ origin }) => origin))).not.toContain(CANARY);
  });
});
