import * as asn1js from 'asn1js'
import { Certificate, type ContentInfo, type ExtKeyUsage, SignedData, TimeStampResp, TSTInfo } from 'pkijs'

/** When, by whose word, and whether that one's certificate leads to a root that is known here. */
export type Timestamp = { at: string; authority: string; rooted: boolean }

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const EXT_KEY_USAGE = '2.5.29.37'
const SIGNING_CERTIFICATE = ['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.16.2.12']
const COMMON_NAME = '2.5.4.3'

export type TimestampExpected = {
  /** The bytes that were to be stamped. */
  data: Uint8Array<ArrayBuffer>
  /** What was asked with, hexadecimal; null where only the answer was kept. */
  nonce?: string | null
  /** Roots that are trusted, PEM; empty: none is known. */
  roots?: readonly string[]
}

/**
 * Checks an authority's answer (RFC 3161, section 2.4.2): granted; over these bytes; with this nonce; signed by a
 * certificate that is made for stamping alone, that the token itself binds, and that was good at that moment; its
 * chain, where roots are known.
 * @throws Error that says in a few words what does not hold.
 */
export async function checkTimestamp(
  answer: Uint8Array<ArrayBuffer>,
  { data, nonce = null, roots = [] }: TimestampExpected,
): Promise<Timestamp> {
  const { status, token } = readAnswer(answer)
  if (status > 1 || !token) throw new Error(`not granted (${status})`)
  if (token.contentType !== SIGNED_DATA) throw new Error('no signed data')
  const signed = new SignedData({ schema: token.content })
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== TST_INFO || !eContent) throw new Error('no timestamp')
  const info = TSTInfo.fromBER(eContent.getValue())
  if (nonce !== null && hex(info.nonce?.valueBlock.valueHexView) !== nonce) throw new Error('another nonce')
  if (signed.signerInfos.length !== 1) throw new Error('several signers')
  // It checks the imprint over the data, the digest and the signature over the signed attributes, and the chain.
  const trustedCerts = roots.flatMap(certificatesIn)
  const found = await signed
    .verify({
      signer: 0,
      data: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength),
      checkChain: roots.length > 0,
      trustedCerts,
      passedWhenNotRevValues: true,
      extendedMode: true,
    })
    .catch((error: { message?: string }) => {
      throw new Error(error.message ?? 'signature')
    })
  const signer = found.signerCertificate
  if (!found.signatureVerified || !signer) throw new Error('signature')
  const usage = signer.extensions?.find(({ extnID }) => extnID === EXT_KEY_USAGE)
  const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? []
  if (!usage?.critical || purposes.join() !== TIME_STAMPING) throw new Error('certificate not for stamping')
  if (info.genTime < signer.notBefore.value || info.genTime > signer.notAfter.value)
    throw new Error('certificate not good at that time')
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  if (!attributes.some(({ type }) => SIGNING_CERTIFICATE.includes(type)))
    throw new Error('certificate not bound')
  const name = signer.subject.typesAndValues.find(({ type }) => type === COMMON_NAME)
  return {
    at: info.genTime.toISOString(),
    authority: String(name?.value.valueBlock.value ?? ''),
    rooted: roots.length > 0,
  }
}

function readAnswer(answer: Uint8Array<ArrayBuffer>): { status: number; token: ContentInfo | undefined } {
  const parsed = asn1js.fromBER(answer)
  // Nothing may stand behind it: what was not looked at would not be what was signed.
  if (parsed.offset !== answer.length) throw new Error('no timestamp answer')
  let response: TimeStampResp
  try {
    response = new TimeStampResp({ schema: parsed.result })
  } catch {
    throw new Error('no timestamp answer')
  }
  return { status: response.status.status, token: response.timeStampToken }
}

/** The certificates of a PEM text. */
export function certificatesIn(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g)
  return [...blocks].map(([, body = '']) => Certificate.fromBER(new Uint8Array(Buffer.from(body, 'base64'))))
}

const hex = (view: Uint8Array | undefined) => (view ? Buffer.from(view).toString('hex') : '')
