import { defineSite } from './define'

/** tumblr.com: a blog's post by what its page says of itself (2014 and 2024); the dashboard is all hashed classes. */
const AT = {
  /** Blogs are free HTML; JSON-LD and Open Graph are put in by Tumblr itself. */
  data: 'script[type="application/ld+json"]',
  url: 'meta[property="og:url"]',
  title: 'meta[property="og:title"]',
}

export const tumblr = defineSite({
  name: 'Tumblr',
  matches: ['https://www.tumblr.com/*', 'https://*.tumblr.com/*'],
  media: ['*.media.tumblr.com'],
  policies: 'tumblr',
  proof: 'unproven',
  held: '2024-01-01',
  find: {
    id: 'tumblr',
    version: 1,
    origin: 'https://www.tumblr.com',
    hosts: ['tumblr.com', '*.tumblr.com'],
    sure: ['post'],
    routes: [
      {
        kind: 'post',
        path: '//{blog:label}.tumblr.com/post/{id:num}/*',
        canonical: '//{blog}.tumblr.com/post/{id}',
        except: { blog: ['www', 'assets', 'api'] },
      },
      {
        kind: 'post',
        path: '//www.tumblr.com/{blog:label}/{id:num}/*',
        canonical: '//{blog}.tumblr.com/post/{id}',
      },
    ],
    items: [],
  },
  read: {
    page: {
      same: { at: AT.url, from: '@content' },
      authorHandle: [{ at: '', from: 'address', part: 'blog' }],
      text: [{ at: AT.title, from: '@content', parse: 'line' }],
      time: [{ at: AT.data, from: 'json:@type=SocialMediaPosting>datePublished', parse: 'iso' }],
    },
  },
})
