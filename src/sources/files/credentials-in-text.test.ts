import { describe, expect, it } from 'vitest';
import { diagnosticLevel } from '../../core/errors.ts';
import { textContent } from './file-content.ts';

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n';

/** What is told of a file: `line:column message`. */
function told(text: string, file = 'a.yaml'): string[] {
  return textContent(file, text, 'default')
    .diagnostics.filter(({ code }) => code === 'credential-in-text')
    .map(({ location, message }) => `${location?.line}:${location?.column} ${message}`);
}

function literal(at: string, where: string, kind = 'password of 7'): string {
  return `${at} a literal ${kind} characters stands in ${where}, where no check looks`;
}

describe('credentialDiagnostics', () => {
  it('says kind, length and place, and what to do', () => {
    const text = `${settings}data: {a: b} # password: hunter2\n`;
    const [diagnostic, ...others] = textContent('a.yaml', text, 'default').diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic).toEqual({
      code: 'credential-in-text',
      message: 'a literal password of 7 characters stands in a comment, where no check looks',
      hint: 'remove it, and change it where it was issued: it stays in the history of the file',
      file: 'a.yaml',
      location: { file: 'a.yaml', line: 4, column: 26, endLine: 4, endColumn: 33 },
    });
    expect(diagnosticLevel('credential-in-text')).toBe('warning');
  });

  it('looks into comments, joined where they go on', () => {
    const comment = '# env:\n# - name: DB_PASSWORD\n#   value: hunter2\n';
    expect(told(`${settings}${comment}data: {a: b}\n`)).toEqual([literal('6:12', 'a comment')]);
    expect(told(`# token=kJ8sD0f2hQ\n---\n# API key: kJ8sD0f2hQ\n---\n${settings}`)).toEqual([
      literal('1:9', 'a comment', 'token of 10'),
      literal('3:12', 'a comment', 'API key of 10'),
    ]);
    const key = [['-----BEGIN', 'PRIVATE KEY-----'].join(' '), 'MIIBOgIBAAJBAKj34GkxFhD90vcN'].join('\n# ');
    expect(told(`${settings}# ${key}\n`)).toEqual([literal('4:3', 'a comment', 'private key of 58')]);
  });

  it('looks into kustomizations that do not say what they are', () => {
    const text = 'secretGenerator:\n- name: db\n  literals: [password=hunter2]\n';
    const where = 'a document that is no Kubernetes object';
    expect(told(text, 'base/kustomization.yaml')).toEqual([literal('3:23', where)]);
    expect(told(text, 'base/settings.yaml')).toEqual([]);
  });

  it('tells what stands in replaced values of one another once', () => {
    const text = `${settings}data:\n  a:\n    password: hunter2\n    password: hunter3\n  a: x\n`;
    expect(told(text)).toEqual([
      literal('6:15', 'a value that a later one of the same key replaces'),
      literal('7:15', 'a value that a later one of the same key replaces'),
    ]);
  });

  it('takes no scalar for a comment', () => {
    const script = 'data:\n  run.sh: |\n    # password: hunter2\n    run\n  a: "b # password: hunter2"\n';
    expect(told(settings + script)).toEqual([]);
    expect(told(`${settings}data: {a: "b # c"} # password: hunter2\n`)).toEqual([literal('4:32', 'a comment')]);
    expect(told(`${settings}${script}# password: hunter2\n`)).toEqual([literal('9:13', 'a comment')]);
    expect(told('{"apiVersion": "v1", "kind": "A", "b": "c # password: hunter2"}', 'a.json')).toEqual([]);
  });

  it('looks into documents that cannot be read', () => {
    expect(told(`${settings}data:\n  password: hunter2\n]: [\n---\n${settings}# password: hunter2\n`)).toEqual([
      literal('5:13', 'a document that cannot be read'),
      literal('11:13', 'a comment'),
    ]);
    expect(told('{"kind": "ConfigMap", "data": {"password": "hunter2"', 'a.json')).toEqual([
      literal('1:45', 'a document that cannot be read'),
    ]);
    expect(told(`${settings}data:\n  # password: hunter2\n]: [\n`)).toEqual([
      literal('5:15', 'a document that cannot be read'),
    ]);
  });

  it('looks behind the end of a document, and beside objects', () => {
    expect(told(`{apiVersion: v1, kind: ConfigMap}\npassword: hunter2\n`)).toEqual([
      literal('2:11', 'text behind the end of its document'),
    ]);
    expect(told(`${settings}...\npassword: hunter2\n`)).toEqual([
      literal('5:11', 'a document that is no Kubernetes object'),
    ]);
    expect(told('password: hunter2\n')).toEqual([]);
  });

  it('looks at what a later value of the same key replaces', () => {
    expect(told('apiVersion: a.example/v1\nkind: A\npassword: hunter2\npassword: hunter3\n')).toEqual([
      literal('3:11', 'a value that a later one of the same key replaces'),
    ]);
  });

  it('passes over what is none', () => {
    expect(told(`# password: <password>\n# secret: shop-db\n${settings}# password: see the vault\n`)).toEqual([]);
  });

  it('tells a hundred at most', () => {
    expect(told(`${settings}${'\n# password: hunter2\n'.repeat(300)}`)).toHaveLength(100);
  });
});
