import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { dayOf } from '../../core/day-of.ts';
import { integer } from '../../core/parameter.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { isHidden, secretEntries } from '../../kubernetes/secret-data.ts';
import { privateKey, tlsCertificate } from '../../kubernetes/tls-certificate.ts';

const DAY = 86_400_000;

const messages = {
  expired: 'the certificate ended on {date}',
  expiring: 'the certificate ends on {date}, in {days} days',
  mismatch: 'the certificate was not made for the key of tls.key',
  badCertificate: 'tls.crt holds no certificate that can be read',
  badKey: 'tls.key holds no private key that can be read',
} as const;

export default defineCheck({
  id: 'tls-certificate-expiring',
  on: objectsOf('Secret'),
  severity: 'medium',
  parameters: { warnDays: integer(30) },
  title: 'TLS certificate is about to be refused',
  why: 'Clients refuse a certificate that has ended or does not fit its key; people then learn to click warnings away.',
  advice: 'Renew the certificate, and let cert-manager or the like do it from now on.',
  messages,
  evaluate(judged, report, { parameters, now }) {
    if (judged.content['type'] !== 'kubernetes.io/tls') {
      report.notApplicable();
      return;
    }
    const entries = secretEntries(judged).filter((entry) => !isHidden(judged, entry) && !entry.isRedacted);
    const certificateEntry = entries.find(({ key }) => key === 'tls.crt');
    const keyEntry = entries.find(({ key }) => key === 'tls.key');
    if (certificateEntry === undefined || keyEntry === undefined) {
      report.unknown({ what: 'the certificate and the key of the Secret are not in the input' });
      return;
    }
    const certificate = tlsCertificate(certificateEntry.text ?? '');
    const key = privateKey(keyEntry.text ?? '');
    const warning = isRenewed(judged) ? 0 : parameters.warnDays * DAY;
    if (certificate === undefined) report.fail('badCertificate', certificateEntry.at);
    else if (certificate.end < now) report.fail('expired', certificateEntry.at, { date: dayOf(certificate.end) });
    else if (certificate.end < now + warning) {
      const days = Math.floor((certificate.end - now) / DAY);
      report.fail('expiring', certificateEntry.at, { date: dayOf(certificate.end), days });
    }
    if (key === undefined) report.fail('badKey', keyEntry.at);
    else if (certificate?.belongsTo(key) === false) report.fail('mismatch', keyEntry.at);
  },
});

/** True for a certificate that cert-manager renews in time. */
function isRenewed({ annotations }: KubernetesObject): boolean {
  return annotations.has('cert-manager.io/certificate-name');
}

// Made for these examples: valid from 2026-01-01 to 2026-04-01, for the key below and for one that is nowhere.
const certificate = `-----BEGIN CERTIFICATE-----
MIIBFTCBvAIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUw
HhcNMjYwMTAxMDAwMDAwWhcNMjYwNDAxMDAwMDAwWjAXMRUwEwYDVQQDDAxzaG9w
LmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATU0bPBZz1SSTczX80R
oR6E4DY/FdPLvgwx/3OeCDMN7eoAf+3RAcCVFQ98uLY3vDTcTD0TF/OBbCHtvaPW
FxHUMAoGCCqGSM49BAMCA0gAMEUCID9yt6g7AECIhWOOm2Lb6x44BsAKZ5CJFZIo
Ov5B3ZhyAiEAilc8KposWand2I9aoS1H7BgSdxgz/tkHguzcZ8HvW5o=
-----END CERTIFICATE-----
`;
const otherCertificate = `-----BEGIN CERTIFICATE-----
MIIBFTCBvAIBAjAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUw
HhcNMjYwMTAxMDAwMDAwWhcNMjYwNDAxMDAwMDAwWjAXMRUwEwYDVQQDDAxzaG9w
LmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASzf5B6D2ZrQY8GhPC7
8K2csCaXYo3afZZ1z4zHUsdN3lJYXv1KVTYfBqGT60PaZovGM7HM7yaq/qIvpNLW
F5sAMAoGCCqGSM49BAMCA0gAMEUCIQDuk+HcHbgpF2KCQDFTt/pjWSYj06gqxmlV
9ykbwLYzEwIgdTNI/narTLL1ybwOGxl61gQuvVjK2yaCYif87mewTKI=
-----END CERTIFICATE-----
`;
const key = armoured(`MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgE7MjdAwmncWzKpqc
ctYzmz565SMliSDUwS8M+NjlmQGhRANCAATU0bPBZz1SSTczX80RoR6E4DY/FdPL
vgwx/3OeCDMN7eoAf+3RAcCVFQ98uLY3vDTcTD0TF/OBbCHtvaPWFxHU`);

function armoured(body: string): string {
  const label = ['PRIVATE', 'KEY'].join(' ');
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}

interface Parts {
  readonly crt?: string;
  readonly key?: string;
  readonly annotations?: string;
}

/** A Secret of type TLS with the data of these texts. */
function secret({ crt = certificate, key: keyText = key, annotations = '' }: Parts = {}): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: web
${annotations}type: kubernetes.io/tls
data:
  tls.crt: ${btoa(crt)}
  tls.key: ${btoa(keyText)}
`;
}

const renewed = '  annotations: {cert-manager.io/certificate-name: web}\n';
const MISSING = 'the certificate and the key of the Secret are not in the input';

export const examples: CheckExamples = {
  pass: [
    secret(),
    secret({ crt: certificate + otherCertificate }),
    { yaml: secret(), now: '2026-03-02T00:00:00Z' },
    { yaml: secret(), now: '2026-03-31T00:00:00Z', parameters: { warnDays: 1 } },
    { yaml: secret({ annotations: renewed }), now: '2026-03-31T23:59:59Z' },
  ],
  fail: [
    {
      yaml: secret(),
      now: '2026-03-02T00:00:01Z',
      at: '7:12',
      message: 'the certificate ends on 2026-04-01, in 29 days',
    },
    { yaml: secret(), now: '2026-04-01T00:00:01Z', at: '7:12', message: 'the certificate ended on 2026-04-01' },
    {
      yaml: secret(),
      now: '2026-04-01T00:00:00Z',
      at: '7:12',
      message: 'the certificate ends on 2026-04-01, in 0 days',
    },
    {
      yaml: secret({ annotations: renewed }),
      now: '2026-04-02T00:00:00Z',
      at: '8:12',
      message: 'the certificate ended on 2026-04-01',
    },
    {
      yaml: secret({ crt: otherCertificate }),
      at: '8:12',
      message: 'the certificate was not made for the key of tls.key',
    },
    {
      yaml: secret({ crt: 'none', key: 'none' }),
      at: ['7:12', '8:12'],
      message: ['tls.crt holds no certificate that can be read', 'tls.key holds no private key that can be read'],
    },
    {
      yaml: secret({ crt: '<none>' }),
      at: '7:12',
      message: 'tls.crt holds no certificate that can be read',
    },
    {
      yaml: 'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata: {tls.crt: "%%", tls.key: "%%"}\n',
      at: ['4:17', '4:32'],
      message: ['tls.crt holds no certificate that can be read', 'tls.key holds no private key that can be read'],
    },
  ],
  unknown: [
    { yaml: 'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\n', missing: MISSING },
    { yaml: secret({ crt: '{{ .Values.crt }}' }), missing: MISSING },
    {
      yaml: 'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata: {tls.crt: "***", tls.key: "***"}\n',
      missing: MISSING,
    },
    {
      yaml: 'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata: {tls.crt: <unstable>, tls.key: <base64 of the key>}\n',
      missing: MISSING,
    },
  ],
  notApplicable: ['apiVersion: v1\nkind: Secret\ntype: Opaque\ndata: {tls.crt: aGk=}\n'],
};
