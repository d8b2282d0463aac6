import { LAYERS } from '../../model/layer.ts';
import { LAYER_WORDS, upperFirst } from '../../model/layer-words.ts';
import { CALLER_TEXTS } from './caller.ts';
import type { CauseText } from './cause-text.ts';
import { TOPIC_TEXTS } from './condition-topics.ts';
import { CREDENTIAL_TEXTS } from './credentials.ts';
import { FALLBACK_TEXTS } from './fallbacks.ts';
import { NEAR_MISS_TEXTS } from './near-misses.ts';
import { PASSROLE_TEXTS } from './passrole.ts';
import { POLICY_TEXTS } from './policies.ts';
import { SAML_TEXTS } from './saml.ts';
import { SHAPE_TEXTS } from './shapes.ts';
import { TRUST_TEXTS } from './trust.ts';
import { WEB_IDENTITY_TEXTS } from './web-identity.ts';

type Texts = Readonly<Record<string, CauseText>>;

/** Texts by id. */
function own() {
  return {
    ...CREDENTIAL_TEXTS,
    ...CALLER_TEXTS,
    ...PASSROLE_TEXTS,
    ...WEB_IDENTITY_TEXTS,
    ...SAML_TEXTS,
    ...TRUST_TEXTS,
    ...POLICY_TEXTS,
    ...FALLBACK_TEXTS,
  } satisfies Texts;
}

/** Texts of causes that several layers have, by what follows the layer in the id. */
function shared() {
  return { ...TOPIC_TEXTS, ...NEAR_MISS_TEXTS, ...SHAPE_TEXTS } satisfies Texts;
}

/** The ids, and ends of ids, that have a text. */
export type TextKey = keyof ReturnType<typeof own> | keyof ReturnType<typeof shared>;

interface AllTexts {
  readonly own: Texts;
  readonly shared: Texts;
}

let texts: AllTexts | undefined;

/** Put together when the first one is asked for: a diagnosis needs none. */
function allTexts(): AllTexts {
  texts ??= { own: own(), shared: shared() };
  return texts;
}

/** What `explain` prints for the id of a cause; undefined where there is no such cause. */
export function textOf(id: string): CauseText | undefined {
  const all = allTexts();
  const ofItsOwn = all.own[id];
  if (ofItsOwn !== undefined) return ofItsOwn;
  const layer = LAYERS.find((one) => id.startsWith(`${one}.`));
  const found = layer === undefined ? undefined : all.shared[id.slice(layer.length + 1)];
  return layer === undefined || found === undefined
    ? undefined
    : { ...found, what: `${upperFirst(LAYER_WORDS[layer].one)} ${found.what}` };
}

/** The ids, and ends of ids, that have a text. */
export function textKeys(): readonly string[] {
  return Object.values(allTexts()).flatMap((one: Texts) => Object.keys(one));
}
