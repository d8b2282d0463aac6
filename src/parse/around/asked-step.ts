import type { AskedStep, Denial } from '../../model/denial.ts';
import { likelyActionOf, type ResourceStep } from '../../reference/actions/resource-calls.ts';
import type { NumberedLine } from '../text/clean-lines.ts';
import { firstFrom } from './sorted-lines.ts';

/** The words with which Terraform's provider says what it was doing. */
const VERBS: Readonly<Record<string, ResourceStep>> = {
  reading: 'read',
  creating: 'create',
  putting: 'create',
  updating: 'update',
  modifying: 'update',
  deleting: 'delete',
};

/**
 * `reading S3 Bucket (name): CODE`, `putting S3 Bucket (name) Policy: CODE`, `creating Lambda Function: CODE`. What is done to a part of the
 * resource ("listing tags for S3 Bucket") is another call.
 */
const TITLE =
  /\b(reading|creating|putting|updating|modifying|deleting) (?:[A-Z][\w-]{0,40}(?: \([A-Z][\w ]{1,40}\))?)(?: [A-Z][\w-]{0,40}| \([A-Z][\w ]{1,40}\)){0,6}(?: \([^()]{1,400}\)((?: [A-Za-z][\w-]{0,30}){0,4}))?:/;

/** What Terraform says of its state in S3, and container runtimes of a registry, with what they were doing. https://developer.hashicorp.com/terraform/language/backend/s3 */
const STATE: readonly (readonly [RegExp, AskedStep])[] = [
  [
    /Failed to get existing workspaces|inspecting states in the "s3" backend/,
    { type: 'workspaces of backend "s3"', step: 'read' },
  ],
  [/Error (?:refreshing|loading) state\b/i, { type: 'backend "s3"', step: 'read' }],
  // A container runtime, about a registry of Amazon ECR.
  [
    /\.dkr\.ecr\.[a-z0-9-]{5,24}\.amazonaws\.com.{0,300}\/blobs\/uploads\//,
    { type: 'an image in Amazon ECR', step: 'create' },
  ],
  [/\.dkr\.ecr\.[a-z0-9-]{5,24}\.amazonaws\.com/, { type: 'an image in Amazon ECR', step: 'read' }],
  [/Failed to (?:save|persist) state\b/i, { type: 'backend "s3"', step: 'update' }],
];

/** What tools say of a call of EC2, whose own answer names none. */
const EC2_CALLS: readonly (readonly [RegExp, AskedStep])[] = [
  [/\blaunching (?:source |an? |the )?(?:EC2 )?instances?\b/i, { type: 'an EC2 instance', step: 'create' }],
  [/\brequest(?:ing)? spot instances?\b/i, { type: 'a Spot Instance', step: 'create' }],
  [
    /\b(?:taking|creating) (?:a |an )?(?:EBS )?snapshots? of (?:the )?volume\b/i,
    { type: 'a snapshot of a volume', step: 'create' },
  ],
  [
    /\b(?:Failed|failed|error|Error|unable|Unable)\b.{0,40}\b(?:attach|attaching) (?:EBS )?volume\b/,
    { type: 'an attached volume', step: 'create' },
  ],
];

const RESOURCE = /(?:^|\.)(data\.)?(aws_[a-z0-9_]{2,80})\.[\w-]{1,128}(?:\[[^\]]{1,100}\])?$/;
const STATUS: Readonly<Record<string, ResourceStep>> = { CREATE: 'create', UPDATE: 'update', DELETE: 'delete' };
const LONGEST_LINE = 4_000;
const REACH = 6;

/**
 * A denial that names no call, with the kind of resource that was asked for and what was done to it, where Terraform or CloudFormation says
 * so; the same denial for all others, and where nothing is known of such a call. `clean` are the written lines without what was done to them
 * on their way: tables lose their columns then.
 */
export function withAskedStep(
  denial: Denial,
  written: readonly NumberedLine[],
  clean: readonly NumberedLine[],
): Denial {
  if (denial.kind !== 'iam-denial' || denial.action !== null || denial.operation !== null) return denial;
  const title = linesBefore(denial, clean, 2);
  const asked = ofState(title) ?? ofEc2(denial, title) ?? ofOrigin(denial, title, written);
  return asked === undefined || likelyActionOf(asked.type, asked.step) === undefined ? denial : { ...denial, asked };
}

/** The lines of a denial, and some before it. */
function linesBefore({ lines: [first, last] }: Denial, lines: readonly NumberedLine[], count: number) {
  return lines
    .slice(firstFrom(lines, first - count), firstFrom(lines, last + 1))
    .map(({ text }) => text)
    .filter((text) => text.length <= LONGEST_LINE);
}

function ofOrigin(denial: Denial, title: readonly string[], written: readonly NumberedLine[]): AskedStep | undefined {
  const { kind = null, name = null } = denial.origin ?? {};
  if (name === null) return undefined;
  if (kind === 'terraform') return ofTerraform(name, title.join(' '));
  return kind === 'cloudformation' ? ofStack(name, linesBefore(denial, written, REACH)) : undefined;
}

function ofState(lines: readonly string[]): AskedStep | undefined {
  return STATE.find(([wording]) => lines.some((text) => wording.test(text)))?.[1];
}

function ofEc2({ code }: Denial, lines: readonly string[]): AskedStep | undefined {
  if (!/UnauthorizedOperation$/.test(code ?? '')) return undefined;
  return EC2_CALLS.find(([wording]) => lines.some((text) => wording.test(text)))?.[1];
}

function ofTerraform(address: string, title: string): AskedStep | undefined {
  const [, data, type] = RESOURCE.exec(address) ?? [];
  const [, verb, part = ''] = TITLE.exec(title.replace(/\s+/g, ' ')) ?? [];
  const step = verb === undefined ? undefined : VERBS[verb.toLowerCase()];
  if (type === undefined || step === undefined || (data !== undefined && step !== 'read')) return undefined;
  const words = part.trim().toLowerCase().replaceAll(/[ -]/g, '_');
  return { type: words === '' || type.endsWith(`_${words}`) ? type : `${type}_${words}`, step };
}

/** The row of the stack's events that has the logical id. */
function ofStack(id: string, lines: readonly string[]): AskedStep | undefined {
  const row = lines.findLast((text) => text.includes(id) && /AWS::\w/.test(text));
  const [, type] = /(AWS::[A-Za-z0-9]{1,60}::[A-Za-z0-9]{1,60})(?![A-Za-z0-9:])/.exec(row ?? '') ?? [];
  const [, status = ''] = /\b(CREATE|UPDATE|DELETE)_FAILED\b/.exec(row ?? '') ?? [];
  const step = STATUS[status];
  return type === undefined || step === undefined ? undefined : { type, step };
}
