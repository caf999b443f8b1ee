/**
 * The beginning of a value as text, much like JSON. It never has many more characters than asked for: aliases can make a
 * small document a huge value, and whole numbers of 64 bits are no JSON for `JSON.stringify`.
 */
export function valueText(value: unknown, mostCharacters: number): string {
  let text = '';
  function add(part: unknown): void {
    if (typeof part === 'string') text += JSON.stringify(part.slice(0, mostCharacters));
    else if (typeof part !== 'object' || part === null) text += String(part);
    else if (Array.isArray(part)) addAll('[', part.keys(), ']', (index) => add(part[index]));
    else {
      addAll('{', Object.keys(part), '}', (key) => {
        text += `${JSON.stringify(key)}:`;
        add(Reflect.get(part, key));
      });
    }
  }
  function addAll<Key>(open: string, keys: Iterable<Key>, close: string, addOne: (key: Key) => void): void {
    text += open;
    let separator = '';
    for (const key of keys) {
      if (text.length > mostCharacters) return;
      text += separator;
      separator = ',';
      addOne(key);
    }
    text += close;
  }
  add(value);
  return text.slice(0, mostCharacters);
}
