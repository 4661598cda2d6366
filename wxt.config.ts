import preact from '@preact/preset-vite'
import { type MinifyOptions, minify } from 'terser'
import type { Plugin } from 'vite'
import { defineConfig, type EntrypointGroup } from 'wxt'
import { version } from './package.json'
import { shippedText } from './scripts/pack-files'

/**
 * WXT's content-script context announces the script to the page and can be ended by it (any page can forge its
 * events), so the build leaves it out, with all that WXT puts around the script: `flag.content` keeps its own life.
 */
const withoutContentScriptContext: Plugin = {
  name: 'flagpost:no-content-script-context',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('virtual:wxt-content-script-isolated-world-entrypoint')) return null
    const [definition = ''] = /^import definition from .+$/m.exec(code) ?? []
    if (!definition) throw new Error('WXT starts content scripts in another way than it did.')
    return `${definition}\nexport default definition.main()`
  },
}

const SMALL: MinifyOptions = {
  ecma: 2022,
  compress: {
    passes: 4,
    pure_getters: true,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    keep_fargs: false,
    hoist_funs: true,
  },
}

/**
 * What runs in the page has a limit of size: Terser makes it 6 % smaller than esbuild, and takes longer. A second time
 * it finds what the first one laid open.
 */
const smallestScripts: Plugin = {
  name: 'flagpost:smallest-scripts',
  config: ({ build }) =>
    build?.lib && /flag\.content|capture|lookout|picker/.test(JSON.stringify(build.lib.entry))
      ? { build: { minify: 'terser', terserOptions: SMALL } }
      : undefined,
  async generateBundle({ format }, bundle) {
    for (const file of format === 'iife' ? Object.values(bundle) : []) {
      if (file.type === 'chunk') file.code = (await minify(file.code, SMALL)).code ?? file.code
    }
  },
}

/**
 * Zod tries once whether it may compile its parsers, which our pages' policy forbids and reports as an error: so it is
 * told not to, before the first schema is made.
 */
const withoutCompiledParsers: Plugin = {
  name: 'flagpost:no-compiled-parsers',
  transform: (code, id) =>
    id.includes('/zod/v4/core/core.js') ? `${code}\nglobalConfig.jitless = true\n` : undefined,
}

/**
 * Builds one page by itself: what it shares with others is built into it, so that it is one script and one style sheet.
 * The report form is waited for at every press, and each further file is one more to wait for.
 */
function apart(groups: EntrypointGroup[], name: string): void {
  for (const group of groups) {
    const at = Array.isArray(group) ? group.findIndex((entry) => entry.name === name) : -1
    if (Array.isArray(group) && at >= 0 && group.length > 1) {
      groups.push(group.splice(at, 1))
      return
    }
  }
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src blob: data:; frame-src 'self'; " +
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [
      withoutContentScriptContext,
      smallestScripts,
      withoutCompiledParsers,
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
    ],
    build: { target: 'es2022' },
    define: { __VERSION__: JSON.stringify(version) },
  }),
  hooks: {
    'entrypoints:grouped': (_, groups) => {
      apart(groups, 'compose')
    },
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: 'grounds.json', contents: shippedText() })
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'contextMenus', 'activeTab', 'idle'],
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*', '<all_urls>'],
    // A page as one file (MHTML): asked for where a reviewer wants it, and Chromium alone has it.
    ...(browser === 'firefox' ? {} : { optional_permissions: ['pageCapture'] }),
    incognito: 'not_allowed',
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      // Alt+Shift+R is Chromium's own: it would be left without a key.
      report: { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_commandReport__' },
      pick: { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPick__' },
      _execute_action: { suggested_key: { default: 'Alt+Shift+F' } },
    },
    content_security_policy: { extension_pages: CSP },
    web_accessible_resources: [
      {
        resources: ['compose.html'],
        matches: ['https://*/*', 'http://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'flagpost@flagpost.example',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['websiteContent', 'personallyIdentifyingInfo', 'authenticationInfo'],
              },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: 'managed.json' } }),
  }),
})
