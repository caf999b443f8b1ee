import { describe, expect, it } from 'vitest';
import { handlerHostsOf } from './handler-host.ts';

describe('handlerHostsOf', () => {
  it('finds the hosts of every probe and hook', () => {
    const action = { httpGet: { host: 'a.example' }, tcpSocket: { host: 'b.example' } };
    const lifecycle = { postStart: action, preStop: action };
    const hosts = handlerHostsOf({ livenessProbe: action, readinessProbe: action, startupProbe: action, lifecycle });
    const handlers = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];
    expect(hosts.map(({ host, path }) => [host, path.join('.')])).toEqual(
      handlers.flatMap((handler) => [
        ['a.example', `${handler}.httpGet.host`],
        ['b.example', `${handler}.tcpSocket.host`],
      ]),
    );
  });

  it.each([
    {},
    { livenessProbe: null, lifecycle: 'none' },
    { livenessProbe: { httpGet: { host: '', path: '/' }, tcpSocket: { host: 1 } } },
    { livenessProbe: { httpGet: { httpHeaders: [{ name: 'Host', value: 'a.example' }] } } },
    { livenessProbe: { grpc: { host: 'a.example' }, host: 'a.example' } },
  ])('finds none in %j', (content) => {
    expect(handlerHostsOf(content)).toEqual([]);
  });
});
