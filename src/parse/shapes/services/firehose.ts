import { DELIVERIES, STREAM_ROLE } from '../../../reference/services/firehose-roles.ts';
import { fieldOf } from '../objects.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields, type StatedFields } from '../shape.ts';

/** A log event of Firehose is no longer than this. */
const EVENT = 1_500;
const CODE = /"errorCode":"([A-Z]\w{1,40})\.(\w{0,20}AccessDenied)"/;

/**
 * The error log of a Firehose stream: a code in two parts beside a sentence, and neither names the role.
 * https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html
 */
export const firehose: PhraseShape = phraseShape('firehose', [
  {
    begins: '"errorcode":"',
    needles: ['AccessDenied'],
    rest: /[A-Z]\w{1,40}\.\w{0,20}AccessDenied"/y,
    place: 'field',
    when: isOfStream,
    claim: 'denied',
    says: (_, found) => refusal(found),
  },
  {
    begins: 'accesswasdenied',
    needles: ['Access was denied when calling'],
    rest: /whencalling(?:Kinesis|(?:AWS)?Glue)/y,
    when: isOfStream,
    claim: 'denied',
    says: (_, found) => refusal(found),
  },
  {
    begins: 'accesswasdenied.ensurethatthe',
    needles: ['Access was denied. Ensure that the'],
    rest: /(?:trustpolicyfortheprovidedIAMroleallows(?:AmazonData|Amazon)?(?:Kinesis(?:Data)?)?Firehosetoassumetherole|accesspolicyallowsaccessto)/iy,
    claim: 'denied',
    says: (_, found) => refusal(found),
  },
]);

function eventAround({ dense, from, to }: PhraseMatch): { readonly from: number; readonly to: number } {
  const before = dense.text.lastIndexOf('{', from);
  const after = dense.text.indexOf('}', to);
  return {
    from: Math.max(before, from - EVENT, 0),
    to: Math.min(after < 0 ? dense.text.length : after, to + EVENT),
  };
}

/** True beside the ARN of a stream, or AWS's name of the service. */
function isOfStream(found: PhraseMatch): boolean {
  const { from, to } = eventAround(found);
  return /deliverystream|firehose/.test(found.dense.lower.slice(from, to));
}

function refusal(found: PhraseMatch): StatedFields {
  const { dense } = found;
  const event = eventAround(found);
  const text = dense.text.slice(event.from, event.to);
  const [, prefix = '', what = ''] = CODE.exec(text) ?? [];
  const code = prefix === '' ? undefined : `${prefix}.${what}`;
  const stream = fieldOf(dense, event, 'deliveryStreamARN');
  const recorded = stream?.startsWith('arn:') ? [{ value: stream, label: 'deliveryStreamARN' }] : undefined;
  const region = /:firehose:([a-z0-9-]{9,24}):/.exec(text)?.[1];
  // Of a whole event, all that it says.
  const sentence = prefix === '' ? dense.lower.slice(found.from, found.to + 160) : text.toLowerCase();
  const delivery =
    DELIVERIES.find(({ code: own }) => own === prefix) ??
    DELIVERIES.find(({ phrase }) => sentence.includes(phrase.replaceAll(' ', '').toLowerCase()));
  if (what === 'AssumeRoleAccessDenied' || (delivery === undefined && !sentence.includes('accesspolicy')))
    return fields({ code, action: 'sts:AssumeRole', passedToService: 'firehose.amazonaws.com', region, recorded });
  if (delivery === undefined) return fields({ code, region, recorded, callerName: STREAM_ROLE });
  const stated = delivery.key === null ? undefined : fieldOf(dense, event, delivery.key);
  const resource = stated?.startsWith('arn:') ? stated : undefined;
  return fields({ code, region, recorded, callerName: STREAM_ROLE, action: delivery.action, resource });
}
