import { describe, expect, it } from 'vitest';
import { artifactLocation } from './artifact-uri.ts';

describe('artifactLocation', () => {
  it.each([
    ['manifests/api.yaml', 'manifests/api.yaml'],
    ['a b/#1?.yaml', 'a%20b/%231%3F.yaml'],
    ['100%.yaml', '100%25.yaml'],
    ['größe/東京.yaml', 'gr%C3%B6%C3%9Fe/%E6%9D%B1%E4%BA%AC.yaml'],
    ['👩‍🚀.yaml', '%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80.yaml'],
    ['http:evil/x.yaml', 'http%3Aevil/x.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['back\\slash[1].yaml', 'back%5Cslash%5B1%5D.yaml'],
    ['\u001b]8;;\n.yaml', '%1B%5D8%3B%3B%0A.yaml'],
    ['lone\ud800.yaml', 'lone%EF%BF%BD.yaml'],
  ])('takes %j as relative', (file, uri) => {
    expect(artifactLocation(file)).toEqual({ uri, uriBaseId: '%SRCROOT%' });
    expect(new URL(uri, 'file:///root/').href).toBe(`file:///root/${uri}`);
  });

  it.each([
    ['/srv/a b.yaml', 'file:///srv/a%20b.yaml'],
    ['C:/srv/a b.yaml', 'file:///C:/srv/a%20b.yaml'],
    ['//host/share/a.yaml', 'file://host/share/a.yaml'],
  ])('takes %j as absolute', (file, uri) => {
    expect(artifactLocation(file)).toEqual({ uri });
    expect(new URL(uri).href).toBe(uri);
  });
});
