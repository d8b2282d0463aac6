import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const hiddenCharacters = defineMiss({
  id: 'characters',
  kind: 'characters',
  doc: {
    what: 'has white space or a character that cannot be seen in the text, and then matches nothing.',
    why: 'A copy from a web page or chat brings zero-width spaces along; IAM does not trim what it is given.',
    fix: 'Type the text anew.',
  },
});
