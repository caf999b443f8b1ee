import { describe, expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

describe('jsonText', () => {
  it.each([
    ['escape and other C0 controls', '\u001b[31m\u0000\t\r\n', String.raw`"\u001b[31m\u0000\t\r\n"`],
    ['delete and C1 controls', '\u007f\u0080\u0085\u009b', String.raw`"\u007f\u0080\u0085\u009b"`],
    ['line separators', '\u2028\u2029', String.raw`"\u2028\u2029"`],
    ['bidirectional overrides', '\u202a\u202b\u202c\u202d\u202e', String.raw`"\u202a\u202b\u202c\u202d\u202e"`],
    ['bidirectional isolates', '\u2066\u2067\u2068\u2069', String.raw`"\u2066\u2067\u2068\u2069"`],
    ['bidirectional marks', '\u061c\u200e\u200f', String.raw`"\u061c\u200e\u200f"`],
    ['characters without width', '\u00ad\u200b\u2060\ufeff', String.raw`"\u00ad\u200b\u2060\ufeff"`],
    ['tag characters, by their two units', '\u{e0041}', String.raw`"\udb40\udc41"`],
    ['lone surrogates', '\ud83d|\ude00', String.raw`"\ud83d|\ude00"`],
    ['commands to build agents', '##[error] ##vso[task.x]y', String.raw`"\u0023#[error] \u0023#vso[task.x]y"`],
  ])('escapes %s', (_, value, text) => {
    expect(jsonText(value)).toBe(text);
    expect(JSON.parse(text)).toBe(value);
  });

  it.each(['größer, 東京, 👩‍🚀', 'می‌خواهم', '# ## ### [x] ::error::', ']]>', '</script>'])(
    'leaves %j as it is',
    (value) => {
      expect(jsonText(value)).toBe(JSON.stringify(value));
    },
  );

  it('writes keys by the same rules and leaves out undefined members', () => {
    expect(jsonText({ '\u202ekey': [1, true, null], gone: undefined })).toBe(String.raw`{"\u202ekey":[1,true,null]}`);
  });
});
