/**
 * A pure function of a text that keeps its answers, for texts that are asked about again and again. It never holds more than `limit`
 * of them, whatever it is asked: then it forgets all and begins anew. What is undefined is not kept.
 */
export function remembering<Answer>(limit: number, answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= limit) answers.clear();
    answers.set(text, found);
    return found;
  };
}
