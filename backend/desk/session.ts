import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, Next } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { HttpProblem } from '../problem'

const COOKIE = 'desk'
const HOURS = 12

const sign = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64url')

/** Compares in constant time. */
export function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHmac('sha256', 'compare').update(text).digest())
  return timingSafeEqual(x as Buffer, y as Buffer)
}

/** Signs somebody in at the desk. The cookie says until when, and is signed. */
export function signIn(c: Context, secret: string): void {
  const until = String(Date.now() + HOURS * 3_600_000)
  setCookie(c, COOKIE, `${until}.${sign(secret, until)}`, {
    path: '/desk',
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
    maxAge: HOURS * 3600,
  })
}

export function isSignedIn(c: Context, secret: string): boolean {
  const [until = '', signature = ''] = (getCookie(c, COOKIE) ?? '').split('.')
  return same(signature, sign(secret, until)) && Number(until) > Date.now()
}

/** A form counts only if it comes from a page of the desk itself. */
export async function sameOrigin(c: Context, next: Next): Promise<void> {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const foreign =
    (origin !== undefined && origin !== new URL(c.req.url).origin) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (c.req.method === 'POST' && foreign) throw new HttpProblem(403, 'This form came from another page.')
  await next()
}

/** The signature of an evidence address: good for one part of one body until `until`. */
export const signPart = (secret: string, sha256: string, part: string, until: number) =>
  sign(secret, `${sha256}/${part}/${until}`)
