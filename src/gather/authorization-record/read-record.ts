import { type Fact, known, mapFact } from '../../model/fact.ts';
import type { AuthorizationRecord } from '../../model/facts.ts';
import type { AttachedPolicy, LayerFact, Level } from '../../model/policy.ts';
import type { Question } from '../../model/question.ts';
import { readDecodedMessage } from '../../parse/read-decoded-message.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { detailsIn, type RecordDetails, type RecordedLayer, type RecordedPolicy } from './record-details.ts';

/** The policies in AWS's record, by layer. A layer without policies may have some all the same: the record does not show all. */
type RecordLevels = { readonly [K in RecordedLayer]?: readonly Level[] };

/** AWS's own record of the denial, and the policies in it. These come one round trip later. */
export interface RecordRead {
  readonly record: Promise<Fact<AuthorizationRecord>>;
  readonly levels: Promise<RecordLevels>;
}

/**
 * Reads AWS's record of the denial: by the authorization id in the text, else from the encoded message in it. The record is absent if
 * the text has neither.
 */
export function readRecord(ask: Ask, site: Site, question: Question): RecordRead {
  const { authorizationId, encodedMessage, decodedMessage } = question;
  const details = authorizationId === null ? undefined : readDetails(ask, site, authorizationId, question);
  const encoded = encodedMessage === null ? undefined : () => readMessage(ask, site, encodedMessage);
  const decoded = decodedMessage === undefined ? encoded?.() : Promise.resolve(known(decodedMessage));
  return {
    record: betterRecord(details, decoded),
    levels:
      details === undefined || authorizationId === null
        ? Promise.resolve({})
        : readLevels(ask, site, authorizationId, details),
  };
}

/** The record by authorization id if it could be read, because it has more in it than the decoded message. */
async function betterRecord(
  details: Promise<Fact<RecordDetails>> | undefined,
  message: Promise<Fact<AuthorizationRecord>> | undefined,
): Promise<Fact<AuthorizationRecord>> {
  const [recorded, decoded] = await Promise.all([details, message]);
  if (recorded !== undefined && (recorded.status === 'known' || decoded === undefined))
    return mapFact(recorded, ({ record }) => record);
  return decoded ?? absentByRule('the text has no authorization id and no encoded message');
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
function readMessage(ask: Ask, site: Site, encoded: string): Promise<Fact<AuthorizationRecord>> {
  return ask(site, {
    call: 'sts:DecodeAuthorizationMessage',
    input: { EncodedMessage: encoded },
    what: 'what the encoded authorization message says',
    read: (output) => readDecodedMessage(decodeDocument(output['DecodedMessage'])),
  });
}

/** https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html */
function readDetails(ask: Ask, site: Site, id: string, question: Question): Promise<Fact<RecordDetails>> {
  return ask(site, {
    call: 'iam:GetRequestAuthorizationDetails',
    input: { authorizationId: id },
    what: "AWS's record of the denial",
    read: (output) => detailsIn(output, question),
  });
}

async function readLevels(
  ask: Ask,
  site: Site,
  id: string,
  reading: Promise<Fact<RecordDetails>>,
): Promise<RecordLevels> {
  const details = await reading;
  if (details.status !== 'known') return {};
  const read = async (policy: RecordedPolicy) => [policy, await readRecordedPolicy(ask, site, id, policy)] as const;
  const policies = await Promise.all(details.value.policies.map(read));
  const levels = (layer: RecordedLayer) => levelsOf(policies.filter(([policy]) => policy.layer === layer));
  return { session: levels('session'), endpoint: levels('endpoint'), scp: levels('scp'), rcp: levels('rcp') };
}

/** One level for each place that the policies are attached to. A record that names no places gives one level. */
function levelsOf(policies: readonly (readonly [RecordedPolicy, AttachedPolicy])[]): readonly Level[] {
  const places = new Map<string, AttachedPolicy[]>();
  for (const [{ attachedTo }, policy] of policies) {
    const place = attachedTo ?? "AWS's record";
    places.set(place, [...(places.get(place) ?? []), policy]);
  }
  return [...places].map(([id, list]) => ({ id, name: id, policies: list, gaps: [] }));
}

/** Reads a policy as it was when the request was denied. */
async function readRecordedPolicy(ask: Ask, site: Site, id: string, policy: RecordedPolicy): Promise<AttachedPolicy> {
  const document: AttachedPolicy['document'] = await ask(site, {
    call: 'iam:GetRequestAuthorizationPolicy',
    input: { authorizationId: id, policyUri: policy.uri },
    what: `the policy ${policy.name} in AWS's record of the denial`,
    layer: policy.layer,
    read: (output) => decodeDocument(output['policyDocument'] ?? output['policy'] ?? output['document']),
  });
  const arn = policy.inline ? null : policy.uri;
  return { ref: { name: policy.name, arn, kind: policy.layer, attachedTo: policy.attachedTo }, document };
}

/**
 * Fills a layer that could not be read with the policies from AWS's record. `isWhole`: the record has all policies of such a layer, as
 * it has of a session or an endpoint. Of an organization's policies it may lack some, at any level, so there every level keeps the gap.
 */
export function withRecorded(layer: LayerFact, recorded: readonly Level[] | undefined, isWhole: boolean): LayerFact {
  if (layer.status !== 'unreadable' || recorded === undefined || recorded.length === 0) return layer;
  if (isWhole) return known(recorded);
  const gaps = [layer.gap];
  const rest: Level = { id: 'unread', name: 'levels that the record does not show', policies: [], gaps };
  return known([rest, ...recorded.map((level) => ({ ...level, gaps }))]);
}
