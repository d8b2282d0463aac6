/** How sure it is that a layer blocks: AWS said so, we read the policies, a pattern, or not known. */
export type Certainty = 'aws' | 'evaluated' | 'likely' | 'unknown';
