import { createPublicKey, createSign } from 'node:crypto';

/** What a certificate says: who holds it, its serial number in hex, and until when it counts. */
export interface CertificateFields {
  name: string;
  serial: string;
  notBefore: Date;
  notAfter: Date;
}

/** An X.509 v3 certificate of an RSA key, signed by the key itself, as PEM. Source: RFC 5280, section 4.1. */
export function selfSignedCertificate(privateKey: string, fields: CertificateFields): string {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const holder = sequence(set(sequence(commonName, utf8(fields.name))));
  const validity = sequence(utcTime(fields.notBefore), utcTime(fields.notAfter));
  const version3 = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.from(fields.serial, 'hex'));
  const toSign = sequence(version3, serial, sha256WithRsa, holder, validity, holder, spki);
  const signature = createSign('RSA-SHA256').update(toSign).sign(privateKey);
  const whole = sequence(toSign, sha256WithRsa, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const text = whole.toString('base64').replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${text}-----END CERTIFICATE-----\n`;
}

/** 1.2.840.113549.1.1.11, without parameters. */
const sha256WithRsa = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05, Buffer.alloc(0)));
/** 2.5.4.3 */
const commonName = der(0x06, Buffer.from('550403', 'hex'));

function der(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 128) return Buffer.from([length]);
  const bytes = Buffer.from(length.toString(16).padStart(length < 256 ? 2 : 4, '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function set(...parts: Buffer[]): Buffer {
  return der(0x31, Buffer.concat(parts));
}

const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));

/** Two digits of the year: good until 2049. */
const utcTime = (moment: Date): Buffer =>
  der(0x17, Buffer.from(`${moment.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
