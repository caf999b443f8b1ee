const MOST = 10_000;
/** Longer texts seldom come again, and would fill the memory. */
const LONGEST = 256;

/** A function of a text that remembers what it made of the last ten thousand short ones: the same few stand in many places. */
export function remembered<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly made: Result }>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    const found = known.get(text);
    if (found !== undefined) return found.made;
    if (known.size >= MOST) known.clear();
    const made = make(text);
    known.set(text, { made });
    return made;
  };
}
