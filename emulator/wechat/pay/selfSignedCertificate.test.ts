import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { selfSignedCertificate } from './selfSignedCertificate';

test('a certificate tells its holder, serial and time, and is signed by the key it holds', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const made = selfSignedCertificate(privateKey, {
    name: '平台证书',
    serial: '5A0B0C0D',
    notBefore: new Date('2026-01-02T03:04:05Z'),
    notAfter: new Date('2031-01-02T03:04:05Z'),
  });
  const certificate = new X509Certificate(made);
  expect(certificate.serialNumber).toBe('5A0B0C0D');
  expect(certificate.subject).toBe('CN=平台证书');
  expect(certificate.validTo).toBe('Jan  2 03:04:05 2031 GMT');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});
