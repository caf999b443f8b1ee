import { type DifferenceClass, refusedByPeer, refusedByUs, type Setting } from './difference-class.ts';
import { valuesOf } from './readings.ts';

const TYPED_TAG = /!!(?:int|float|bool|null|timestamp)[ \n\r&]/;

/** Texts that only one of two readers takes. */
export const refusalClasses: readonly DifferenceClass[] = [
  refusedByUs('infinity, which JSON does not have', /^expected a finite number/, ({ theirs }) =>
    valuesOf(theirs).some((value) => typeof value === 'number' && !Number.isFinite(value)),
  ),
  refusedByUs('a key that is no text, signed integer or boolean', /^expected text, a number or a boolean/, hasOddKey),
  refusedByUs('a tab where it may be indentation', /^expected spaces: tabs/, ({ text }) => text.includes('\t')),
  refusedByUs('a directive for YAML 1.2', /^Kubernetes reads YAML 1.1/, ({ text }) => text.includes('%YAML 1.2')),
  refusedByUs('a tag that the text does not fit', /fits the tag|behind !!float$/, ({ text }) => TYPED_TAG.test(text)),
  refusedByUs('!!binary without base64', /^expected base64/, ({ text }) => text.includes('!!binary')),
  refusedByUs('the escape \\/ of YAML 1.2', /is no escape/, ({ text }) => text.includes('\\/')),
  refusedByUs('an escaped surrogate pair', /^there is no character/, ({ text }) => /\\u[dD][89abAB]/.test(text)),
  refusedByUs('a question mark in a flow scalar', /^expected "," or|^a key stands/, ({ text }) =>
    /\S\?|\?\S/.test(text),
  ),
  refusedByUs('a comment inside a plain scalar', /^expected a key at the indent/, ({ text }) => /^[ \t]*#/m.test(text)),
  refusedByUs('an end marker without a document', /stands where a value/, ({ text }) =>
    text.replaceAll(/#.*/g, '').trimStart().startsWith('...'),
  ),
  refusedByUs(
    'a colon at the start of a flow scalar',
    /^":" stands where a value|^expected "," or|^expected text, a number/,
    ({ text }) => /[\s[{,:]:\S/.test(text),
  ),
  refusedByPeer('a tab in a flow collection', /^deficient indentation/, ({ text }) => /[[{].*\t/.test(text)),
  refusedByPeer(
    'a root scalar whose lines are not indented as its first one',
    /^deficient indentation|^end of the stream/,
    ({ ours }) => ours.is === 'read' && ours.values.some((value) => typeof value === 'string'),
  ),
  refusedByPeer(
    'text that Kubernetes ignores behind the end of a document',
    /./,
    ({ ours }) => ours.is === 'read' && ours.notes.includes('ignored-text'),
  ),
  refusedByPeer('a root whose anchor or tag is indented deeper', /^end of the stream/, ({ text }) =>
    /^ +[&!]\S*(?: [&!]\S*)?[ \t]*(?:#.*)?$/m.test(text),
  ),
  refusedByPeer(
    'a block scalar that starts with blank lines and has no others',
    /^Block scalars with more-indented|^bad indentation of a mapping entry/,
    ({ text }) => /[|>][-+1-9]*[ \t]*(?:#.*)?\r?[\r\n][ \t]+[\r\n]/.test(text),
  ),
  refusedByPeer('an alias of <<, which is no merge key', /^cannot merge/, ({ text }) => /&\S+[ \t]+<</.test(text)),
  refusedByPeer(
    'a dash as a scalar of a flow collection',
    /^missed comma|^Block collections are not|^Implicit keys of flow|^Missing newline after block/,
    ({ text }) => /[\s[{,:]-\s*[,\]}#]/.test(text),
  ),
  refusedByPeer(
    'a scalar that YAML 1.1 does not know behind its tag',
    /^cannot resolve a node with/,
    ({ text }) => TYPED_TAG.test(text) || /!!binary :/.test(text),
  ),
];

/** Whether a text has such a key: a peer has read it, or it is a collection, which is refused even where it is replaced. */
function hasOddKey({ text, theirs }: Setting): boolean {
  if (/\?[ \t]+[[{]|\*\S+[ \t]+:/.test(text)) return true;
  return valuesOf(theirs).some((value) => value instanceof Map && [...value.keys()].some(isOddKey));
}

function isOddKey(key: unknown): boolean {
  if (typeof key === 'number') return key >= 2 ** 63;
  return key === null || (typeof key === 'object' && !(key instanceof Date));
}
