import { truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode, readTextFile } from './read-file.ts';
import { temporaryTree } from './temporary-tree.ts';

const text = 'name: "é \u{1F600}"\n';

/** The bytes of a text in UTF-16 with a byte order mark. */
function utf16(isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('readTextFile', () => {
  it('reads UTF-8, and UTF-16 that says so', () => {
    using tree = temporaryTree({
      'utf8.yaml': text,
      'little.yaml': utf16(false),
      'big.yaml': utf16(true),
      'empty.yaml': '',
    });
    expect(readTextFile(tree.path('utf8.yaml'))).toEqual({ is: 'text', text });
    expect(readTextFile(tree.path('little.yaml'))).toEqual({ is: 'text', text });
    expect(readTextFile(tree.path('big.yaml'))).toEqual({ is: 'text', text });
    expect(readTextFile(tree.path('empty.yaml'))).toEqual({ is: 'text', text: '' });
  });

  it('says why it cannot read', () => {
    using tree = temporaryTree({ 'folder/': '', one: '-> two', two: '-> one', file: '' });
    expect(readTextFile(tree.path('absent'))).toEqual({ is: 'unreadable', why: 'it does not exist' });
    expect(readTextFile(tree.path('file', 'below'))).toEqual({ is: 'unreadable', why: 'it does not exist' });
    expect(readTextFile(tree.path('folder'))).toEqual({ is: 'unreadable', why: 'it is a folder' });
    expect(readTextFile(tree.path('one'))).toEqual({ is: 'unreadable', why: 'its links lead in a circle' });
    expect(readTextFile(tree.path('n'.repeat(300)))).toEqual({ is: 'unreadable', why: 'its name is too long' });
  });

  it('does not read a file over the limit', () => {
    using tree = temporaryTree({ 'large.yaml': '' });
    truncateSync(tree.path('large.yaml'), 64 * 1024 * 1024 + 1);
    expect(readTextFile(tree.path('large.yaml'))).toEqual({
      is: 'too-large',
      why: 'it has 67108865 bytes; the limit is 67108864',
    });
  });
});

describe('decode', () => {
  it('keeps the byte order mark of UTF-8, which edits must not lose', () => {
    expect(decode(Buffer.from(`\uFEFF${text}`))).toEqual({ is: 'text', text: `\uFEFF${text}` });
  });

  it('puts U+FFFD for bytes that are no UTF-8', () => {
    expect(decode(Buffer.from([0x61, 0xff, 0x62]))).toEqual({ is: 'text', text: 'a\uFFFDb' });
  });

  it('takes what holds a null byte for no text', () => {
    const why = 'it is no text: it holds a null byte';
    expect(decode(Buffer.from('a\0b'))).toEqual({ is: 'unreadable', why });
    expect(decode(Buffer.from(text, 'utf16le'))).toEqual({ is: 'unreadable', why });
  });
});
