/** Headings and labels of reports that have them; each is for the beginning of a line. */
export const WHAT_BLOCKS = 'What blocks it';
/** In its place where no cause was found. */
export const WHAT_DECIDES = 'What decides it';
export const WHAT_TO_DO = 'What to do';
export const ALL_FIXES = 'All fixes together';
export const STEPS = 'The steps';
export const OTHER_STEPS = 'The other steps';
export const NOT_READ = 'What could not be read';
export const ALSO_NEEDS = 'The same call also needs';
export const MESSAGE_FOR = 'Message for';
export const PLEASE = 'Please';
/** Above the meaning of each placeholder. */
export const FILL_IN = 'Fill in what is in CAPITALS: the error does not say it.';
/** The same where no error was pasted. */
export const FILL_IN_ALONE = 'Fill in what is in CAPITALS.';

/** Above the command that records what could not be read; `option` is what brings the recording here. */
export const RECORD = {
  before: 'Someone who may read it can run this; then run denytrace again with',
  option: '--snapshot part.json',
} as const;
