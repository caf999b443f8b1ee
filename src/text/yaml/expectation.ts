/** What the parser's reasons mean to someone who looks at the line: what was expected there. */
const EXPECTATIONS: ReadonlyMap<string, string> = new Map([
  [
    'bad indentation of a mapping entry',
    'expected a key at the indentation of its siblings, or quotes around a value that holds ": "',
  ],
  ['bad indentation of a sequence entry', 'expected a list entry at the indentation of its siblings'],
  ['deficient indentation', 'expected deeper indentation: a bracket, brace or quote above is still open'],
  ['tab characters must not be used in indentation', 'expected spaces: tabs cannot indent'],
  ['missed comma between flow collection entries', 'expected a comma between the entries'],
  ['unexpected end of the stream within a flow collection', 'expected a closing bracket or brace before the end'],
  ['unexpected end of the stream within a double quoted scalar', 'expected a closing double quote before the end'],
  [
    'unexpected end of the document within a double quoted scalar',
    'expected a closing double quote before the document ends',
  ],
  ['unexpected end of the stream within a single quoted scalar', 'expected a closing single quote before the end'],
  [
    'unexpected end of the document within a single quoted scalar',
    'expected a closing single quote before the document ends',
  ],
  [
    'end of the stream or a document separator is expected',
    'expected the end of the document: what stands here belongs to no key',
  ],
  [
    'can not read a block mapping entry; a multiline key may not be an implicit key',
    'expected a key on one line followed by ":"',
  ],
  ["expected ':' after a mapping key", 'expected ":" after the key'],
  ['the stream contains non-printable characters', 'expected printable characters only'],
]);

/** The sentence for a parser's reason, or the reason itself. */
export function expectation(reason: string): string {
  return EXPECTATIONS.get(reason) ?? reason;
}
