import { type Absent, absent } from '../../model/fact.ts';

/** How something is marked that IAM's own rules exclude: absent, with this as the "call" that established it. */
export const BY_RULE = 'rule';

/** Absent without any read: the rule, in words, is the proof. They stand behind the layer's name: `Identity policies – of IAM users and roles only`. */
export function absentByRule(rule: string): Absent {
  return absent(BY_RULE, rule);
}
