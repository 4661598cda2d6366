import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const BOOLEAN = 0x01
/** Object identifiers, encoded: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const ECDSA_SHA256 = '06082a8648ce3d040302'
const COMMON_NAME = '0603550403'
const ALT_NAME = '0603551d11'
const CONSTRAINTS = '0603551d13'

/** One value in DER (ITU-T X.690): tag, length, contents. */
function der(tag: number, ...contents: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    contents.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)),
  )
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = body.length.toString(16)
  const bytes = Buffer.from(length.length % 2 ? `0${length}` : length, 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, body])
}

const utcTime = (at: Date) =>
  der(UTC_TIME, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

/**
 * A self-signed certificate (RFC 5280) for loopback, new at each call, good for a week. Only browsers that were told
 * to take any certificate take it: it proves nothing and its key is never written down.
 */
export function selfSigned(name = 'flagpost.test'): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(SEQUENCE, ECDSA_SHA256)
  const subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(name)))))
  const serial = randomBytes(16)
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f)
  const now = Date.now()
  const altName = der(SEQUENCE, ALT_NAME, der(OCTET_STRING, der(SEQUENCE, der(0x82, Buffer.from(name)))))
  const constraints = der(
    SEQUENCE,
    CONSTRAINTS,
    der(BOOLEAN, 'ff'),
    der(OCTET_STRING, der(SEQUENCE, der(BOOLEAN, 'ff'))),
  )
  const toSign = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, '02')),
    der(INTEGER, serial),
    algorithm,
    subject,
    der(SEQUENCE, utcTime(new Date(now - 86_400_000)), utcTime(new Date(now + 7 * 86_400_000))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, altName, constraints)),
  )
  const signature = der(BIT_STRING, '00', sign('sha256', toSign, privateKey))
  const body = der(SEQUENCE, toSign, algorithm, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
  }
}
