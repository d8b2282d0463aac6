import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../src/model/layer.ts';
import { LAYER_WORDS, resourcePolicyNoun, resourcePolicyWords } from '../../src/model/layer-words.ts';

describe('the words for a layer', () => {
  it.each(LAYERS)('%s fit together', (layer) => {
    const { singular, policies, isPlural, one, none } = LAYER_WORDS[layer];
    expect(one).toMatch(new RegExp(`^(an?|the) ${singular}$`));
    expect(one.startsWith('the ')).toBe(!isPlural);
    expect(policies).toBe(isPlural ? singular.replace(/y$/, 'ies') : singular);
    expect(none).toMatch(new RegExp(`\\b${singular}\\b.* allows? it$`));
  });

  it('tell the layers apart', () => {
    expect(new Set(LAYERS.map((layer) => LAYER_WORDS[layer].singular)).size).toBe(LAYERS.length);
  });
});

/** [the resource that has the policy, what AWS calls that policy, its name in a sentence] */
const RESOURCES = [
  ['arn:aws:s3:::assets', 'bucket policy', 'the bucket policy of assets'],
  ['arn:aws:s3:eu-west-1:111122223333:accesspoint/logs', 'access point policy', 'the access point policy of logs'],
  ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd', 'key policy', 'the key policy of 1234abcd'],
  ['arn:aws:sqs:eu-west-1:111122223333:orders', 'queue policy', 'the queue policy of orders'],
  ['arn:aws:sns:eu-west-1:111122223333:alarms', 'topic policy', 'the topic policy of alarms'],
  ['arn:aws:ecr:eu-west-1:111122223333:repository/team/app', 'repository policy', 'the repository policy of app'],
  [
    'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
    'file system policy',
    'the file system policy of fs-1',
  ],
  [
    'arn:aws:backup:eu-west-1:111122223333:backup-vault:nightly',
    'vault access policy',
    'the vault access policy of nightly',
  ],
  ['arn:aws:lambda:eu-west-1:111122223333:function:resize', 'resource policy', 'the resource policy of resize'],
  ['arn:aws:constructor:eu-west-1:111122223333:thing/x', 'resource policy', 'the resource policy of x'],
  ['orders', 'resource policy', 'the resource policy'],
  [null, 'resource policy', 'the resource policy'],
] as const;

it.each(RESOURCES)('the policy of %s is called a %s', (holder, noun, words) => {
  expect(resourcePolicyNoun(holder)).toBe(noun);
  expect(resourcePolicyWords(holder)).toBe(words);
});
