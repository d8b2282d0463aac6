import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const listInText = defineMiss({
  id: 'list-in-text',
  kind: 'list-in-text',
  doc: {
    what: 'has several values in one text, which is one value that nothing equals.',
    why: 'A list was joined by commas, or a JSON list was quoted as a whole.',
    fix: 'Write each value as an entry of a list.',
  },
});
