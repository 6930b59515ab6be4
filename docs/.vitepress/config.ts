import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { githubSlug } from './githubSlug'
import { repositoryLinks } from './repositoryLinks'

const root = fileURLToPath(new URL('../..', import.meta.url))

const menu = [
  {
    text: 'Begin',
    items: [page('What Saphena is', 'index'), page('Tutorial', 'docs/tutorial'), page('Comparison', 'docs/comparison')],
  },
  {
    text: 'Guides',
    items: [
      page('For editors', 'docs/editors'),
      page('Review and history', 'docs/review'),
      page('Vocabulary files', 'docs/vocabulary-files'),
      page('From WordPress', 'docs/migrating-from-wordpress'),
      page('For website builders', 'docs/website-builders'),
      page('For app builders', 'docs/app-builders'),
      page('For health records', 'docs/health-records'),
      page('Running Saphena', 'docs/operations'),
    ],
  },
  {
    text: 'Reference',
    items: [
      page('Collections and fields', 'docs/reference/collections'),
      page('/v1, for apps', 'docs/reference/v1'),
      page('GraphQL', 'docs/reference/graphql'),
      page('REST', 'docs/reference/rest'),
      page('Webhooks and events', 'docs/reference/webhooks'),
      page('Settings', 'docs/reference/settings'),
      page('Commands', 'docs/reference/commands'),
      page('Figures', 'docs/reference/figures'),
      page('Under load, and as it grows', 'docs/performance'),
    ],
  },
  {
    text: 'How it works',
    items: [
      page('What readers can rely on', 'docs/delivery'),
      page('How linking decides', 'docs/linking'),
      page('How the cache stays right', 'docs/cache'),
      page('What Saphena defends', 'docs/security'),
      page('Why these choices', 'docs/choices'),
      page('How it is built', 'docs/architecture'),
    ],
  },
  {
    text: 'The project',
    items: [
      page('Working on Saphena', 'CONTRIBUTING'),
      page('Changes', 'CHANGELOG'),
      page('Security', 'SECURITY'),
      page('Example website', 'examples/website/README'),
      page('Example app', 'examples/app/README'),
      page('Client for apps', 'packages/client/README'),
    ],
  },
]

/**
 * The site of the documentation. The pages are the Markdown of the whole repository, where they are, so that they read the same here and
 * where the repository is hosted; the README is the first page. A link that leads nowhere fails the build.
 */
export default defineConfig({
  title: 'Saphena',
  description: 'A headless CMS for patient education',
  lang: 'en',
  srcDir: root,
  srcExclude: [
    '**/node_modules/**',
    '**/dist/**',
    '{.next,.cache,data,src,test,bench,collections}/**',
    'starter/articles/**',
  ],
  rewrites: { 'README.md': 'index.md' },
  cacheDir: `${root}.cache/vitepress`,
  cleanUrls: true,
  markdown: {
    linkify: false,
    anchor: { slugify: githubSlug },
    config: (md) => repositoryLinks(md, root),
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Tutorial', link: '/docs/tutorial' },
      { text: 'Guides', link: '/docs/editors' },
      { text: 'Reference', link: '/docs/reference/collections' },
    ],
    sidebar: withTheRest(menu),
  },
})

function page(text: string, path: string): { text: string; link: string } {
  return { text, link: path === 'index' ? '/' : `/${path}` }
}

/** Pages that are not there yet go, and those of `docs/` that the menu does not know come at its end, by their headings. */
function withTheRest(sections: typeof menu): typeof menu {
  const known = sections.map(({ text, items }) => ({ text, items: items.filter(({ link }) => isThere(link)) }))
  const named = new Set(known.flatMap(({ items }) => items.map(({ link }) => link)))
  const rest = readdirSync(`${root}docs`)
    .filter((file) => file.endsWith('.md') && !named.has(`/docs/${file.slice(0, -3)}`))
    .map((file) => page(headingOf(`${root}docs/${file}`), `docs/${file.slice(0, -3)}`))
  return rest.length > 0 ? [...known, { text: 'More', items: rest }] : known
}

function isThere(link: string): boolean {
  return link === '/' || existsSync(`${root}${link.slice(1)}.md`)
}

function headingOf(file: string): string {
  return /^# (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? file
}
